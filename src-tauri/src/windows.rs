//! The windows of the faces.

use tauri::{App, WebviewUrl, WebviewWindowBuilder};

use crate::lockdown;
use crate::settings::{Face, Settings};

/// Opens a window for every face this machine shows.
///
/// # Errors
/// When a window cannot be made.
pub fn open(app: &App, settings: &Settings) -> tauri::Result<()> {
    for face in &settings.faces {
        let label = face.label();
        let page = WebviewUrl::App(format!("{label}.html").into());
        let window = WebviewWindowBuilder::new(app, label, page).title(title(*face));
        let window = if settings.windowed || *face == Face::Staff {
            let (width, height) = size(*face);
            window.inner_size(width, height)
        } else {
            window.fullscreen(true).decorations(false)
        };
        lockdown::apply(window).build()?;
    }
    Ok(())
}

fn title(face: Face) -> &'static str {
    match face {
        Face::Citizen => "Một Cửa",
        Face::Staff => "Một Cửa: cán bộ",
        Face::Board => "Một Cửa: bảng gọi số",
    }
}

/// The size of an ordinary window: a portrait kiosk, an office PC, a television.
fn size(face: Face) -> (f64, f64) {
    match face {
        Face::Citizen => (1080.0, 1920.0),
        Face::Staff => (1440.0, 900.0),
        Face::Board => (1920.0, 1080.0),
    }
}
