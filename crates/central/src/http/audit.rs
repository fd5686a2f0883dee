//! What was done and read that concerns somebody: for auditors.

use axum::Json;
use axum::extract::State;
use motcua_domain::wire::{AuditHead, AuditRow, AuditWanted, Retained};

use super::input::Asked;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::{audit, retention};

/// The most rows of one answer.
const MOST: u32 = 200;

/// What was done and read, the newest first.
#[utoipa::path(get, path = "/v1/audit", tag = "audit", params(AuditWanted), responses((status = 200, body = Vec<AuditRow>)),
    security(("staff" = [])))]
pub(crate) async fn list(
    State(app): State<App>,
    Asked(wanted): Asked<AuditWanted>,
) -> Result<Json<Vec<AuditRow>>, Refusal> {
    let most = wanted.limit.unwrap_or(50).clamp(1, MOST);
    Ok(Json(audit::list(&mut app.read().await?, &wanted, most).await?))
}

/// What was deleted because it had its time, the newest first.
#[utoipa::path(get, path = "/v1/retention", tag = "audit", responses((status = 200, body = Vec<Retained>)),
    security(("staff" = [])))]
pub(crate) async fn retained(State(app): State<App>) -> Result<Json<Vec<Retained>>, Refusal> {
    Ok(Json(retention::report(&mut app.read().await?, MOST).await?))
}

/// The newest row: who keeps it on paper can tell later whether anything before it was changed.
#[utoipa::path(get, path = "/v1/audit/head", tag = "audit", responses((status = 200, body = AuditHead)),
    security(("staff" = [])))]
pub(crate) async fn head(State(app): State<App>) -> Result<Json<AuditHead>, Refusal> {
    Ok(Json(audit::head(&mut app.read().await?).await?))
}
