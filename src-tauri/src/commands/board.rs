//! What the hall's board may call.

use motcua_domain::branch::PictureId;
use motcua_kiosk::view::BoardShown;

commands! {
    /// What the hall sees.
    async fn board(app) -> BoardShown {
        Ok(motcua_kiosk::board::board(&app.link.known(), app.mute()))
    }

    /// A picture of a notice, as a `data:` URL.
    async fn board_picture(app, id: PictureId) -> String {
        let notices = app.link.known().board.map(|board| board.notices).unwrap_or_default();
        app.pictures.url(&id, &notices).await
    }
}
