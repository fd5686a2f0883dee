//! News from the desks, passed on to the windows.

use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::broadcast::error::RecvError;

use crate::state::App;
use motcua_kiosk::view::CitizenNews;

/// Passes on what happens for as long as the program runs. A window that was reloaded asks for the
/// present state itself, so nothing is kept for it.
pub fn forward(app: &AppHandle) {
    let handle = app.clone();
    let mut known = app.state::<App>().link.watch();
    tauri::async_runtime::spawn(async move {
        let mut live = false;
        while known.changed().await.is_ok() {
            let now = known.borrow_and_update().live;
            tell(&handle, "board", ());
            tell(&handle, "staff", ());
            if now != live {
                live = now;
                tell(&handle, "citizen", CitizenNews::Home);
            }
        }
    });
    let handle = app.clone();
    let mut news = app.state::<App>().citizen.news();
    tauri::async_runtime::spawn(async move {
        loop {
            match news.recv().await {
                Ok(news) => tell(&handle, "citizen", news),
                Err(RecvError::Lagged(_)) => tell(&handle, "citizen", CitizenNews::Guide),
                Err(RecvError::Closed) => return,
            }
        }
    });
}

fn tell(app: &AppHandle, window: &str, news: impl serde::Serialize + Clone) {
    let event = if window == "staff" { "console" } else { window };
    if let Err(error) = app.emit_to(window, event, news) {
        tracing::warn!(window, %error, "a window could not be told");
    }
}
