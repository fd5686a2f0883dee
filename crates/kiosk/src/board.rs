//! What the hall's board shows.

use crate::link::Known;
use crate::view::BoardShown;

/// The board of what is known now.
pub fn board(known: &Known) -> BoardShown {
    BoardShown { board: known.board.clone(), branch: known.branch.clone(), as_of: known.heard_at, live: known.live }
}
