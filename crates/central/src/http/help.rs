//! Calls for help: somebody at a machine wants an officer, and one comes.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use motcua_domain::queue::{Fact, Hall, HelpCall};
use motcua_domain::time::Moment;
use motcua_domain::wire::Problem;
use uuid::Uuid;

use super::caller::{Device, SignedIn, officer};
use super::input::Named;
use super::once::{Answer, Once};
use crate::app::App;
use crate::refusal::Refusal;

/// The open call of the machine that asks, or null.
#[utoipa::path(get, path = "/v1/devices/help", tag = "devices", responses((status = 200, body = Option<HelpCall>)),
    security(("device" = [])))]
pub(crate) async fn read(State(app): State<App>, device: Device) -> Result<Json<Option<HelpCall>>, Refusal> {
    Ok(Json(app.lobby().await?.hall.help_call(device.uuid()?).cloned()))
}

/// Somebody at the machine that asks wants an officer. While a call is open it stays the one.
#[utoipa::path(post, path = "/v1/devices/help", tag = "devices", responses((status = 200, body = HelpCall)),
    security(("device" = [])))]
pub(crate) async fn ask(device: Device, once: Once) -> Result<Response, Refusal> {
    let (id, by) = (device.uuid()?, device.identity());
    let name = by.as_str().into();
    decide(once, by, id, move |hall, now| Ok(hall.ask_help(id, name, now))).await
}

/// Nobody has to come to the machine that asks any more.
#[utoipa::path(delete, path = "/v1/devices/help", tag = "devices",
    responses((status = 200, body = Option<HelpCall>, description = "Always null.")), security(("device" = [])))]
pub(crate) async fn end(device: Device, once: Once) -> Result<Response, Refusal> {
    let (id, by) = (device.uuid()?, device.identity());
    let name = by.as_str().into();
    decide(once, by, id, move |hall, now| Ok(hall.end_help(id, name, now))).await
}

/// The officer who asks goes to the machine.
#[utoipa::path(post, path = "/v1/devices/{id}/help/answered", tag = "devices", params(("id" = Uuid, Path)),
    responses((status = 200, body = HelpCall)), security(("staff" = [])))]
pub(crate) async fn answer(staff: SignedIn, once: Once, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    decide(once, staff.identity(), id, move |hall, now| hall.answer_help(id, &officer(&staff.who), now)).await
}

/// Decides, records, and answers with the machine's open call as it is then.
async fn decide(
    once: Once,
    who: String,
    id: Uuid,
    rule: impl FnOnce(&Hall, Moment) -> Result<Option<Fact>, Problem> + Send + 'static,
) -> Result<Response, Refusal> {
    once.decide(who, &[], move |unit| {
        unit.decide(rule)?;
        Answer::ok(&unit.hall()?.help_call(id))
    })
    .await
}
