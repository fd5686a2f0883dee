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
        let query = if *face == Face::Board { format!("?{}", settings.board) } else { String::new() };
        let page = WebviewUrl::App(format!("{label}.html{query}").into());
        let window = WebviewWindowBuilder::new(app, label, page).title(title(*face));
        let window = match (face, settings.windowed) {
            (Face::Citizen, Some((width, height))) => window.inner_size(width, height),
            (Face::Board, Some(_)) => window.inner_size(1920.0, 1080.0),
            (Face::Staff, _) => window.inner_size(1440.0, 900.0),
            (_, None) => window.fullscreen(true).decorations(false),
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
