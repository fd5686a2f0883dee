//! The catalogue on its way to kiosks: what changed since they asked last.

use axum::Json;
use axum::extract::State;
use motcua_domain::wire::CatalogueChanges;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::caller::Device;
use super::input::Asked;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::catalogue;

/// The most procedures of one answer.
const MOST: usize = 400;

/// What the asker has.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Since {
    /// The edition of the catalogue it has.
    edition: Option<Uuid>,
    /// The revision it has of that.
    after: Option<u64>,
}

/// Every procedure as people see it that changed after a revision, at most 400 at once, in the order in
/// which they changed. Who has nothing, another edition, or a revision that is not here yet gets all of
/// them anew.
#[utoipa::path(get, path = "/v1/catalogue", tag = "catalogue", params(Since),
    responses((status = 200, body = CatalogueChanges)), security(("device" = [])))]
pub(crate) async fn changes(
    State(app): State<App>,
    _: Device,
    Asked(since): Asked<Since>,
) -> Result<Json<CatalogueChanges>, Refusal> {
    let mut conn = app.read().await?;
    let (edition, newest) = catalogue::newest(&mut conn).await?;
    let known = since.after.filter(|after| since.edition == Some(edition) && *after <= newest);
    let after = known.unwrap_or(0);
    let mut entries = catalogue::after(&mut conn, after, MOST + 1).await?;
    let more = entries.len() > MOST;
    entries.truncate(MOST);
    Ok(Json(CatalogueChanges {
        edition,
        revision: entries.last().map_or(after, |(revision, _)| *revision),
        anew: known.is_none(),
        more,
        changed: entries.into_iter().map(|(_, entry)| entry.procedure).collect(),
    }))
}
