//! The hall at a glance: the centre itself, the queue for consoles, the board.

use axum::Json;
use axum::extract::State;
use motcua_domain::wire::{BoardView, Branch, QueueView};

use super::caller::Caller;
use super::view;
use crate::app::App;
use crate::refusal::Refusal;

/// The centre this server runs.
#[utoipa::path(get, path = "/v1/branch", tag = "hall", responses((status = 200, body = Branch)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn branch(State(app): State<App>, _: Caller) -> Result<Json<Branch>, Refusal> {
    Ok(Json(view::branch(&app.lobby().await?.hall, app.public_url.clone())))
}

/// Today's queue, in the order of call.
#[utoipa::path(get, path = "/v1/queue", tag = "hall", responses((status = 200, body = QueueView)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn queue(State(app): State<App>, _: Caller) -> Result<Json<QueueView>, Refusal> {
    Ok(Json(view::queue(&*app.lobby().await?)))
}

/// The whole truth for a board.
#[utoipa::path(get, path = "/v1/board", tag = "hall", responses((status = 200, body = BoardView)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn board(State(app): State<App>, _: Caller) -> Result<Json<BoardView>, Refusal> {
    Ok(Json(view::board(&*app.lobby().await?)))
}
