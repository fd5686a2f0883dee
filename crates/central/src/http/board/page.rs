//! The pages for any browser in the hall: the board's, which the desktop program shows as well, and the
//! counter tablet's.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::super::input::Named;
use super::public::known;
use crate::app::App;
use crate::refusal::Refusal;

/// A file of the pages: its path below `ui/dist`, and its bytes.
type File = (&'static str, &'static [u8]);
// `FILES`: `board.html` and `tablet.html` first, then what they load; empty when the pages were not built.
include!(concat!(env!("OUT_DIR"), "/board_files.rs"));

/// Its own files, and the centre's data; nothing from anywhere else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `GET /board/{branch}`.
pub(crate) async fn page(State(app): State<App>, Named(branch): Named<String>) -> Result<Response, Refusal> {
    known(&app, &branch).await?;
    html("board.html")
}

/// `GET /board`: the board of the centre, whatever its short name.
pub(crate) async fn some_page(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Redirect, Refusal> {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    Ok(Redirect::temporary(&format!("/board/{}{query}", app.lobby().await?.config().id)))
}

/// `GET /assets/{name}`: a script, style or font of the pages.
pub(crate) async fn asset(Named(name): Named<String>) -> Result<Response, Refusal> {
    file(&format!("assets/{name}")).ok_or_else(|| Refusal::not_found("no-such-route"))
}

/// A page, which may load nothing but its own.
pub(crate) fn html(name: &str) -> Result<Response, Refusal> {
    let policy = [(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY))];
    let page = file(name).ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, "board-not-built"))?;
    Ok((policy, page).into_response())
}

fn file(path: &str) -> Option<Response> {
    let (_, bytes) = FILES.iter().find(|(name, _)| *name == path)?;
    let kind = match path.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    };
    Some(([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], *bytes).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `ui/dist` held when this was built, if it was there: every file the pages name is served.
    #[test]
    fn the_pages_are_whole() {
        if FILES.is_empty() {
            return;
        }
        for (_, page) in &FILES[..2] {
            let page = std::str::from_utf8(page).expect("a page");
            let named: Vec<_> = page.split('"').filter_map(|part| part.strip_prefix('/')).collect();
            assert!(named.iter().any(|name| name.ends_with(".js")) && named.iter().any(|name| name.ends_with(".css")));
            for name in named {
                assert!(file(name).is_some(), "{name}");
            }
        }
        assert!(FILES.iter().any(|(name, _)| name.ends_with(".woff2")), "with its fonts");
        assert!(!FILES.iter().any(|(name, _)| name.contains("citizen") || name.contains("staff")), "and no other page");
    }
}
