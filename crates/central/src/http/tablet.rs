//! The tablet that stands at a counter and asks people how they were served: its page for any browser,
//! and whom it asks.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use motcua_domain::wire::{ServedTicket, TabletView};

use super::board;
use super::caller::Device;
use super::input::Named;
use crate::app::App;
use crate::refusal::Refusal;

/// `GET /tablet/{branch}/{counter}`.
pub(crate) async fn page(
    State(app): State<App>,
    Path((branch, counter)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    board::known(&app, &branch).await?;
    let counter = counter.parse().map_err(|_| Refusal::not_found("no-such-route"))?;
    is_there(&app, counter).await?;
    board::html("tablet.html")
}

/// Whom the tablet at a counter asks how it was.
#[utoipa::path(get, path = "/v1/counters/{number}/finished", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = TabletView)), security(("device" = [])))]
pub(crate) async fn finished(
    State(app): State<App>,
    _: Device,
    Named(number): Named<u32>,
) -> Result<Json<TabletView>, Refusal> {
    is_there(&app, number).await?;
    let lobby = app.lobby().await?;
    let last = lobby.hall.session(number).and_then(|session| session.finished.as_ref());
    let ticket = last.filter(|ticket| ticket.rated.is_none()).map(|ticket| ServedTicket {
        id: ticket.id,
        label: ticket.label.to_string(),
        language: ticket.language.to_string(),
    });
    Ok(Json(TabletView { centre: lobby.config().name.clone(), ticket }))
}

/// Whether the centre has this counter.
async fn is_there(app: &App, number: u32) -> Result<(), Refusal> {
    let there = app.lobby().await?.config().counter(number).is_some();
    if there { Ok(()) } else { Err(Refusal::not_found("unknown-counter").with("counter", number)) }
}
