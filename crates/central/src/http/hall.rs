//! The hall at a glance: the centre itself, the queue for consoles.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::branch::BranchConfig;
use motcua_domain::wire::{Branch, ConfigVersion, QueueView};

use super::caller::{Caller, SignedIn};
use super::input::Body;
use super::once::{Answer, Once};
use super::view;
use crate::app::App;
use crate::refusal::{ProblemDetails, Refusal};
use crate::store::{Reference, config, picture};

/// The centre this server runs.
#[utoipa::path(get, path = "/v1/branch", tag = "hall", responses((status = 200, body = Branch)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn branch(State(app): State<App>, _: Caller) -> Result<Json<Branch>, Refusal> {
    Ok(Json(view::branch(&app.lobby().await?.hall, app.public_url.clone())))
}

/// How the centre is set up. The version is its `ETag`.
#[utoipa::path(get, path = "/v1/branch/config", tag = "hall", responses((status = 200, body = BranchConfig)),
    security(("staff" = [])))]
pub(crate) async fn config(State(app): State<App>, _: SignedIn) -> Result<Response, Refusal> {
    let (version, config) = config::with_version(&mut app.read().await?).await?;
    Ok(([(header::ETAG, format!("\"{version}\""))], Json(config)).into_response())
}

/// Sets the centre up anew, at once. `If-Match` names the version it was made from, so that nobody's
/// change is lost.
#[utoipa::path(put, path = "/v1/branch/config", tag = "hall", request_body = BranchConfig,
    params(("If-Match" = String, Header, description = "The `ETag` of the version it was made from.")),
    responses((status = 200, body = BranchConfig), (status = 412, body = ProblemDetails,
        description = "Somebody changed it meanwhile."), (status = 428, body = ProblemDetails,
        description = "`If-Match` is missing.")), security(("staff" = [])))]
pub(crate) async fn set_config(
    who: SignedIn,
    once: Once,
    headers: HeaderMap,
    Body { value, bytes }: Body<BranchConfig>,
) -> Result<Response, Refusal> {
    let from = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok()?.trim_matches('"').parse().ok());
    let from: u32 = from.ok_or_else(|| Refusal::new(StatusCode::PRECONDITION_REQUIRED, "version-missing"))?;
    once.run(who.identity(), &bytes, move |unit| {
        Box::pin(async move {
            unit.hall()?.may_configure(&value)?;
            for id in value.notices.iter().filter_map(|notice| notice.picture.as_ref()) {
                if !picture::is_there(&mut unit.conn, id).await? {
                    return Err(Refusal::wrong("unknown-picture"));
                }
            }
            let version = config::add(unit, &value, Some(from), &who.identity()).await?;
            unit.configure(value, version)?;
            let (before, after) = (Some(format!("version:{from}")), Some(format!("version:{version}")));
            unit.refer(Reference { subject: None, before, after });
            Answer::ok(unit.hall()?.config())
        })
    })
    .await
}

/// Who changed how the centre is set up, when, and what: the newest 50 changes, the newest first.
#[utoipa::path(get, path = "/v1/branch/config/versions", tag = "hall",
    responses((status = 200, body = Vec<ConfigVersion>)), security(("staff" = [])))]
pub(crate) async fn versions(State(app): State<App>, _: SignedIn) -> Result<Json<Vec<ConfigVersion>>, Refusal> {
    Ok(Json(config::history(&mut app.read().await?, 50).await?))
}

/// Today's queue, in the order of call.
#[utoipa::path(get, path = "/v1/queue", tag = "hall", responses((status = 200, body = QueueView)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn queue(State(app): State<App>, _: Caller) -> Result<Json<QueueView>, Refusal> {
    Ok(Json(view::queue(&*app.lobby().await?)))
}
