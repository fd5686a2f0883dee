//! Devices: a kiosk or board trades a one-time code for its token.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use axum::response::Response;
use motcua_domain::wire::{DayKey, DeviceToken, EnrolDevice, EnrolledDevice, EnrolmentCode, OwnSeries};
use uuid::Uuid;

use super::caller::{Device, SignedIn};
use super::input::{Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::processes::Hint;
use crate::store::{day_key, device, sign_in_failure};

/// What delays after wrong codes are kept under; no account has this name.
const CODES: &str = "*enrolment*";

/// The series of numbers the kiosk that asks gives while it is cut off. Asking again keeps it.
#[utoipa::path(post, path = "/v1/devices/series", tag = "devices", responses((status = 200, body = OwnSeries)),
    security(("device" = [])))]
pub(crate) async fn series(device: Device, once: Once) -> Result<Response, Refusal> {
    once.run(device.identity(), &[], move |unit| {
        Box::pin(async move { Answer::ok(&device::series(unit, &device.id).await?) })
    })
    .await
}

/// What the kiosk hashes card numbers with today. It is kept in no other place than its table: an
/// answer stored by an `Idempotency-Key` would outlive its day.
#[utoipa::path(get, path = "/v1/devices/day-key", tag = "devices", responses((status = 200, body = DayKey)),
    security(("device" = [])))]
pub(crate) async fn day_key(State(app): State<App>, _: Device) -> Result<Json<DayKey>, Refusal> {
    Ok(Json(app.writer.run(|unit| Box::pin(day_key::of_today(unit))).await?))
}

/// A code with which one device enrols.
#[utoipa::path(post, path = "/v1/devices/codes", tag = "devices", responses((status = 201, body = EnrolmentCode)),
    security(("staff" = [])))]
pub(crate) async fn make_code(me: SignedIn, once: Once) -> Result<Response, Refusal> {
    once.run(me.identity(), &[], move |unit| {
        Box::pin(async move {
            let (code, until) = device::make_code(unit).await?;
            Answer::created(&EnrolmentCode { code, until })
        })
    })
    .await
}

/// Every device that was enrolled, also those that may no more.
#[utoipa::path(get, path = "/v1/devices/enrolled", tag = "devices",
    responses((status = 200, body = Vec<EnrolledDevice>)), security(("staff" = [])))]
pub(crate) async fn enrolled(State(app): State<App>) -> Result<Json<Vec<EnrolledDevice>>, Refusal> {
    Ok(Json(device::all(&mut app.read().await?).await?))
}

/// Takes a device's right away, at once and for good: a machine that comes back is enrolled anew.
#[utoipa::path(post, path = "/v1/devices/{id}/revoke", tag = "devices", params(("id" = Uuid, Path)),
    responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn revoke(
    State(app): State<App>,
    me: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
) -> Result<Response, Refusal> {
    let id = id.to_string();
    let device = id.clone();
    let answer = once.run(me.identity(), &[], move |unit| {
        Box::pin(async move {
            device::revoke(unit, &device).await?;
            Ok(Answer::done())
        })
    });
    let answer = answer.await?;
    app.forget_device(&id);
    app.writer.processes().tell(Hint::Revoked { device: id }).await;
    Ok(answer)
}

/// Enrols a device.
///
/// No token and no `Idempotency-Key`: there is no identity yet to keep them by. The code is good
/// once and for 15 minutes; when the answer is lost, another code is made.
#[utoipa::path(post, path = "/v1/devices/enrol", tag = "devices", request_body = EnrolDevice,
    responses((status = 201, body = DeviceToken)))]
pub(crate) async fn enrol(
    State(app): State<App>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    Body { value, .. }: Body<EnrolDevice>,
) -> Result<(StatusCode, Json<DeviceToken>), Refusal> {
    let from = from.ip();
    let enrolling = app.writer.run(move |unit| {
        Box::pin(async move {
            sign_in_failure::attempt(unit, CODES, from).await?;
            match device::enrol(unit, &value).await {
                Ok(token) => {
                    sign_in_failure::succeeded(unit, CODES, from).await?;
                    Ok(Ok(token))
                }
                // That it was tried stays.
                Err(Refusal::Problem(status, problem)) => Ok(Err(Refusal::Problem(status, problem))),
                Err(failed) => Err(failed),
            }
        })
    });
    let token = enrolling.await??;
    Ok((StatusCode::CREATED, Json(token)))
}
