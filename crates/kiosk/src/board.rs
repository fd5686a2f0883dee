//! What the hall's board shows.

use crate::link::Known;
use crate::view::BoardShown;

/// The board of what is known now. `mute`: calls are to be heard, and are not.
pub fn board(known: &Known, mute: bool) -> BoardShown {
    BoardShown { board: known.board.clone(), as_of: known.heard_at, live: known.live, mute }
}
