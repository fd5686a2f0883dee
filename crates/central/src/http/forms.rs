//! Forms that officers added, on their way to kiosks and consoles.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use motcua_domain::guide::Forms;
use motcua_domain::wire::{AddedForms, FormPackage};
use tokio::sync::Mutex;

use super::caller::Device;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::form;

/// The forms that officers added, without their texts, and the versions that are not begun any more.
#[utoipa::path(get, path = "/v1/forms", tag = "catalogue", responses((status = 200, body = AddedForms)),
    security(("device" = [])))]
pub(crate) async fn list(State(app): State<App>, _: Device) -> Result<Json<AddedForms>, Refusal> {
    Ok(Json(form::list(&mut app.read().await?).await?))
}

/// The texts of a form that an officer added. They never change.
#[utoipa::path(get, path = "/v1/forms/{code}/{version}", tag = "catalogue",
    params(("code" = String, Path), ("version" = u32, Path)), responses((status = 200, body = FormPackage)),
    security(("device" = [])))]
pub(crate) async fn read(
    State(app): State<App>,
    _: Device,
    Path((code, version)): Path<(String, String)>,
) -> Result<Json<FormPackage>, Refusal> {
    let unknown = || Refusal::not_found("unknown-form").with("procedure", &code);
    let version = version.parse().map_err(|_| unknown())?;
    form::package(&mut app.read().await?, &code, version).await?.map(Json).ok_or_else(unknown)
}

/// Every procedure's own form, ready to check answers. What was added beside the server is taken in when it is
/// asked for next.
#[derive(Default)]
pub(crate) struct KnownForms(Mutex<Option<Loaded>>);

/// Forms with the revision of the tables they were read from.
struct Loaded {
    revision: (u32, u32),
    forms: Arc<Forms>,
}

impl KnownForms {
    /// As the database has them now.
    pub(crate) async fn newest(&self, app: &App) -> Result<Arc<Forms>, Refusal> {
        let mut known = self.0.lock().await;
        let mut conn = app.read().await?;
        let revision = form::revision(&mut conn).await?;
        if let Some(loaded) = known.as_ref().filter(|loaded| loaded.revision == revision) {
            return Ok(loaded.forms.clone());
        }
        let (added, retired) = (form::packages(&mut conn).await?, form::list(&mut conn).await?.retired);
        drop(conn);
        let loading = tokio::task::spawn_blocking(move || Forms::with_added(&added, &retired)).await;
        let broken = |_| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "internal");
        let (forms, left_out) = loading.map_err(broken)?;
        for one in left_out {
            tracing::error!(form = %one.form, why = %one.why, "an added form cannot be used by this version");
        }
        let loaded = known.insert(Loaded { revision, forms: Arc::new(forms) });
        Ok(loaded.forms.clone())
    }
}
