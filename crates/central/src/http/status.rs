//! How the machines of the centre are: what each says of itself, and which say nothing any more.
//!
//! What a machine says is kept in memory, because it says it again within seconds; on the disk is only
//! when it was heard, so that one that falls silent is missed also after a restart.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use motcua_domain::time::Moment;
use motcua_domain::wire::{DeviceInfo, DeviceStatus};
use uuid::Uuid;

use super::caller::{Device, SignedIn};
use super::input::Body;
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::device;
use crate::store::processes::Hint;

/// How often it is written down that a machine was heard, in milliseconds.
const NOTED_EVERY: i64 = 60_000;

/// What machines have said since the server started.
pub(crate) struct Heard {
    since: Moment,
    said: Mutex<HashMap<Uuid, Said>>,
}

struct Said {
    status: DeviceStatus,
    at: Moment,
    /// When it was last written down that it was heard.
    noted: Moment,
}

impl Default for Heard {
    fn default() -> Self {
        Self { since: clock::now(), said: Mutex::default() }
    }
}

impl Heard {
    fn said(&self) -> MutexGuard<'_, HashMap<Uuid, Said>> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many machines were heard since the start, and what they said that waits in them: submissions,
    /// and numbers of their own series.
    pub(crate) fn waiting(&self) -> (u32, u64, u64) {
        let said = self.said();
        let sum = |of: fn(&DeviceStatus) -> u32| said.values().map(|said| u64::from(of(&said.status))).sum();
        let machines = u32::try_from(said.len()).unwrap_or(u32::MAX);
        (machines, sum(|status| status.unsent), sum(|status| status.untold))
    }

    /// Takes in what a machine says; whether that it was heard is to be written down again.
    pub(crate) fn take(&self, id: Uuid, status: DeviceStatus, at: Moment) -> bool {
        let mut said = self.said();
        let noted = said.get(&id).map(|before| before.noted).filter(|noted| at.millis() - noted.millis() < NOTED_EVERY);
        said.insert(id, Said { status, at, noted: noted.unwrap_or(at) });
        noted.is_none()
    }
}

/// Says how the machine that asks is. It says so every 15 s, and at once when it changes.
///
/// No `Idempotency-Key`: saying it twice says the same, and nothing of it is stored but the time.
#[utoipa::path(post, path = "/v1/devices/status", tag = "devices", request_body = DeviceStatus,
    responses((status = 204)), security(("device" = [])))]
pub(crate) async fn tell(
    State(app): State<App>,
    device: Device,
    Body { value, .. }: Body<DeviceStatus>,
) -> Result<StatusCode, Refusal> {
    if !value.is_sound() {
        return Err(Refusal::wrong("status-wrong"));
    }
    let (id, status) = (device.uuid()?, Box::new(value.clone()));
    app.writer.processes().tell(Hint::Heard { device: id, status }).await;
    if app.heard.take(id, value, clock::now()) {
        app.writer.run(move |unit| Box::pin(async move { device::note_heard(unit, &device.id).await })).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The machines that were heard in the last days, with what is the matter at each, in the order in
/// which they were enrolled.
#[utoipa::path(get, path = "/v1/devices", tag = "devices", responses((status = 200, body = Vec<DeviceInfo>)),
    security(("staff" = [])))]
pub(crate) async fn list(State(app): State<App>, _: SignedIn) -> Result<Json<Vec<DeviceInfo>>, Refusal> {
    let known = device::heard(&mut app.read().await?).await?;
    let lobby = app.lobby().await?;
    let (said, now) = (app.heard.said(), clock::now());
    let info = |(id, name, noted)| {
        let last = said.get(&id);
        let heard_at = last.map_or(noted, |last| last.at);
        DeviceInfo::is_remembered(heard_at, now).then(|| DeviceInfo {
            id,
            name,
            status: last.map(|last| last.status.clone()),
            heard_at,
            stale: DeviceInfo::is_silent(heard_at, app.heard.since, now),
            help: lobby.hall.help_call(id).cloned(),
        })
    };
    Ok(Json(known.into_iter().filter_map(info).collect()))
}
