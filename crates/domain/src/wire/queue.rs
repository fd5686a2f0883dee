use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::queue::TicketState;
use crate::time::Moment;

/// `POST /v1/tickets`: issue a number in a service group.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueTicket {
    /// The service group's stable name.
    #[schema(example = "ho-tich")]
    pub group: String,
    /// The language of the person, so that paper and voice can use it: `vi`, `km`, `en`.
    #[schema(example = "vi")]
    pub language: String,
}

/// A number somebody holds, as everyone may see it: no personal data is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Ticket {
    /// Its identity (UUIDv7).
    pub id: Uuid,
    /// As printed, said and shown: `A012`.
    #[schema(example = "A012")]
    pub label: String,
    /// The service group's stable name.
    pub group: String,
    /// Where it is in its life.
    pub state: TicketState,
    /// When it was issued; never rewritten.
    pub issued_at: Moment,
    /// The counter it was called to, once called.
    pub counter: Option<u32>,
    /// When it was last called.
    pub called_at: Option<Moment>,
    /// How many waited in front of it when this answer was made.
    pub ahead: u32,
}

/// `GET /v1/queue`: what a console shows of the hall. Lists are in the order of call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct QueueView {
    /// The stream revision this view is true at.
    pub revision: u64,
    /// Tickets that wait.
    pub waiting: Vec<Ticket>,
    /// Tickets called or being served.
    pub at_counters: Vec<Ticket>,
}

/// `GET /v1/board`: the whole truth for a board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct BoardView {
    /// The stream revision this view is true at.
    pub revision: u64,
    /// When the server made it.
    pub at: Moment,
    /// The centre's name.
    pub centre: String,
    /// Called tickets, the newest call first.
    pub called: Vec<Ticket>,
    /// Waiting tickets in the order of issue.
    pub waiting: Vec<Ticket>,
}

/// `POST /v1/counters/{number}/call-next` answers with the ticket called, or null when none waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Called {
    /// The ticket, now in state `called`; none when nobody waits for this counter.
    pub ticket: Option<Ticket>,
}
