//! What the hall's board shows.

use motcua_domain::time::Moment;
use motcua_domain::wire::BoardView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a board shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BoardShown {
    /// The last known truth, or none when there was never any.
    pub board: Option<BoardView>,
    /// When it was last known to be true; a board says so when older than 30 s.
    pub as_of: Option<Moment>,
    /// Whether the stream is alive now.
    pub live: bool,
    /// Whether this machine is to call numbers aloud and cannot: the board says so to everybody.
    pub mute: bool,
}
