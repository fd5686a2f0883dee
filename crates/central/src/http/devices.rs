//! Devices: a kiosk or board trades a one-time code for its token.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use motcua_domain::wire::{DeviceToken, EnrolDevice};

use super::input::Body;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::device;

/// Enrols a device.
///
/// No token and no `Idempotency-Key`: there is no identity yet to keep them by. The code is good
/// once and for 15 minutes; when the answer is lost, another code is made.
#[utoipa::path(post, path = "/v1/devices/enrol", tag = "devices", request_body = EnrolDevice,
    responses((status = 201, body = DeviceToken)))]
pub(crate) async fn enrol(
    State(app): State<App>,
    Body { value, .. }: Body<EnrolDevice>,
) -> Result<(StatusCode, Json<DeviceToken>), Refusal> {
    let token = app.writer.run(move |unit| Box::pin(async move { device::enrol(unit, &value).await })).await?;
    Ok((StatusCode::CREATED, Json(token)))
}
