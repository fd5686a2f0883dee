//! Whether the server can do its work.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::refusal::Refusal;
use crate::store::sql;

/// The server is ready.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ready`.
    status: &'static str,
    /// The server's version.
    version: &'static str,
}

/// Whether the database can be read and the writing task is there.
#[utoipa::path(get, path = "/v1/health", tag = "server", responses((status = 200, body = Health)))]
pub(crate) async fn ready(State(app): State<App>) -> Result<Json<Health>, Refusal> {
    let unready = || Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "not-ready");
    let mut conn = app.read().await.map_err(|_| unready())?;
    sql::query("SELECT 1").execute(&mut conn).await.map_err(|_| unready())?;
    if !app.writer.is_up() {
        return Err(unready());
    }
    Ok(Json(Health { status: "ready", version: env!("CARGO_PKG_VERSION") }))
}
