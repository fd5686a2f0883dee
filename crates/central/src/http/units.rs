//! Administrative units on their way to kiosks.

use axum::Json;
use axum::extract::State;
use motcua_domain::wire::ImportedUnits;
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::Device;
use super::input::Asked;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::administrative_unit;

/// What the asker has.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Known {
    /// The revision it has.
    known: Option<String>,
}

/// The provinces and communes that were imported over those the product ships: all of them, or none when
/// they are as the asker knows them.
#[utoipa::path(get, path = "/v1/units", tag = "catalogue", params(Known),
    responses((status = 200, body = ImportedUnits)), security(("device" = [])))]
pub(crate) async fn imported(
    State(app): State<App>,
    _: Device,
    Asked(of): Asked<Known>,
) -> Result<Json<ImportedUnits>, Refusal> {
    Ok(Json(administrative_unit::newest(&mut app.read().await?, of.known.as_deref()).await?))
}
