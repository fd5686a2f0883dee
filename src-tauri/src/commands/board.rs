//! What the hall's board may call.

use motcua_kiosk::view::BoardShown;

commands! {
    /// What the hall sees.
    async fn board(app) -> BoardShown {
        Ok(motcua_kiosk::board::board(&app.link.known(), app.mute()))
    }
}
