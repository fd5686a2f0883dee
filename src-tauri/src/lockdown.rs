//! What a window may never do, whoever touches it.

use tauri::webview::NewWindowResponse;
use tauri::{Manager, Runtime, WebviewWindowBuilder};

/// Keeps a window on its own pages: no other address, no new window, no download, no zoom, no
/// dropped file, no suggestion from what somebody typed before.
pub fn apply<'a, R: Runtime, M: Manager<R>>(window: WebviewWindowBuilder<'a, R, M>) -> WebviewWindowBuilder<'a, R, M> {
    window
        .on_navigation(|url| url.scheme() == "tauri" && url.host_str() == Some("localhost"))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .zoom_hotkeys_enabled(false)
        .general_autofill_enabled(false)
        .disable_drag_drop_handler()
        .devtools(false)
}
