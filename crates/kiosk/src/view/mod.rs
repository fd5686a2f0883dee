//! What the windows show: the answers of the use cases, in types the pages are generated from.

mod citizen;
mod printing;
mod staff;

use motcua_domain::time::Moment;
use motcua_domain::wire::{BoardView, Branch};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use citizen::*;
pub use printing::*;
pub use staff::*;

/// What a board shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BoardShown {
    /// The last known truth, or none when there was never any.
    pub board: Option<BoardView>,
    /// The service groups, to name the waiting lists.
    pub branch: Option<Branch>,
    /// When it was last known to be true; a board says so when older than 30 s.
    pub as_of: Option<Moment>,
    /// Whether the stream is alive now.
    pub live: bool,
}
