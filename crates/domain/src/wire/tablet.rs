use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

/// `GET /v1/counters/{number}/finished`: what a tablet that stands at a counter shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct TabletView {
    /// The centre's name.
    pub centre: String,
    /// Whose opinion to ask for: the ticket last finished at the counter, for as long as nobody was
    /// called after and its holder has not said anything yet.
    pub ticket: Option<ServedTicket>,
}

/// A ticket whose holder was just served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ServedTicket {
    /// Its identity.
    pub id: Uuid,
    /// As printed.
    #[schema(example = "A012")]
    pub label: String,
    /// The language of its holder: `vi`, `km`, `en`.
    #[schema(example = "vi")]
    pub language: String,
}
