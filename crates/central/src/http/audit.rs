//! What was done and read that concerns somebody: for auditors.

use axum::Json;
use axum::extract::State;
use motcua_domain::wire::{AuditHead, AuditRow};
use serde::Deserialize;
use utoipa::IntoParams;

use super::input::Asked;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::audit;

/// The most rows of one answer.
const MOST: u32 = 200;

/// Which rows are asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// At most so many: 1 to 200, otherwise 50.
    limit: Option<u32>,
    /// Only those below this number: the last of the part before.
    before: Option<u64>,
    /// Only those of this asker, such as `staff:lan`.
    who: Option<String>,
    /// Only those about this, by its identity.
    subject: Option<String>,
    /// Only this verb, such as `submission.read`, or this kind, such as `submission`.
    verb: Option<String>,
}

/// What was done and read, the newest first.
#[utoipa::path(get, path = "/v1/audit", tag = "audit", params(Wanted), responses((status = 200, body = Vec<AuditRow>)),
    security(("staff" = [])))]
pub(crate) async fn list(State(app): State<App>, Asked(wanted): Asked<Wanted>) -> Result<Json<Vec<AuditRow>>, Refusal> {
    let Wanted { limit, before, who, subject, verb } = wanted;
    let most = limit.unwrap_or(50).clamp(1, MOST);
    let wanted = audit::Wanted { before, who, subject, verb };
    Ok(Json(audit::list(&mut app.read().await?, &wanted, most).await?))
}

/// The newest row: who keeps it on paper can tell later whether anything before it was changed.
#[utoipa::path(get, path = "/v1/audit/head", tag = "audit", responses((status = 200, body = AuditHead)),
    security(("staff" = [])))]
pub(crate) async fn head(State(app): State<App>) -> Result<Json<AuditHead>, Refusal> {
    Ok(Json(audit::head(&mut app.read().await?).await?))
}
