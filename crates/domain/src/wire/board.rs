use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::branch::PictureId;
use crate::catalogue::LocalText;
use crate::time::Moment;

/// `GET /v1/board` and `GET /v1/public/board/{branch}`: the whole truth for a board. Everybody may see
/// it: it holds what hangs on the wall, and neither a ticket's identity nor anything about its holder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct BoardView {
    /// The stream revision this view is true at.
    pub revision: u64,
    /// When the server made it.
    pub at: Moment,
    /// The centre's name.
    pub centre: String,
    /// Called numbers and those being served, the newest call first.
    pub called: Vec<BoardCall>,
    /// Waiting numbers in the order of their places.
    pub waiting: Vec<BoardTicket>,
    /// The service groups, in the order people see them.
    pub groups: Vec<BoardGroup>,
    /// The counters, by number.
    pub counters: Vec<BoardCounter>,
    /// What the centre has to say to everybody today, one after another.
    pub notices: Vec<BoardNotice>,
}

/// What the centre has to say: words, a picture, or both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct BoardNotice {
    /// Its words.
    pub text: Option<LocalText>,
    /// Its picture: `GET /v1/public/pictures/{id}`.
    #[schema(value_type = Option<String>)]
    pub picture: Option<PictureId>,
}

/// A number at a counter, or on the way to one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct BoardCall {
    /// As printed: `A012`. With `called_at` it names one call; a recall is another.
    #[schema(example = "A012")]
    pub label: String,
    /// The counter.
    pub counter: u32,
    /// When it was last called.
    pub called_at: Moment,
    /// Whether its holder has come.
    pub serving: bool,
    /// The language it is called in after Vietnamese: `vi`, `km`, `en`.
    #[schema(example = "vi")]
    pub language: String,
}

/// A number that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct BoardTicket {
    /// As printed.
    pub label: String,
    /// The service group it waits in.
    pub group: String,
    /// The one counter it waits for, when it does.
    pub counter: Option<u32>,
}

/// A service group on a board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct BoardGroup {
    /// Stable name.
    pub id: String,
    /// As people read it.
    pub name: LocalText,
    /// Numbers of the counters that serve it.
    pub counters: Vec<u32>,
}

/// A counter on a board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct BoardCounter {
    /// Its number as it hangs above it.
    pub number: u32,
    /// Whether it is open.
    pub open: bool,
    /// Whether its officer is on a break.
    pub on_break: bool,
}
