//! Appointments: booked at a kiosk or a console for a service and a time, and checked in there.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use motcua_domain::dossier::AppointmentCode;
use motcua_domain::guide::TimeWanted;
use motcua_domain::queue::{self, CheckIn, Hall};
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    Appointment, AppointmentState, BookAppointment, CheckInAppointment, SlotDay, SlotInfo, SubmissionTime, Ticket,
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::caller::{Caller, SignedIn};
use super::input::{Asked, Body, Named};
use super::once::{Answer, Once};
use super::{tickets, view};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::submission_time::{Chosen, unused_code};

/// The query of [`slots`].
#[derive(Deserialize, IntoParams)]
pub(crate) struct OfService {
    /// The service.
    service: String,
}

/// The query of [`list`].
#[derive(Deserialize, IntoParams)]
pub(crate) struct OnDay {
    /// The business date: `2026-11-25`.
    #[param(value_type = String)]
    date: Date,
}

/// The days and times that can be booked for a service; days without any are left out.
#[utoipa::path(get, path = "/v1/appointments/slots", tag = "appointments", params(OfService),
    responses((status = 200, body = Vec<SlotDay>)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn slots(
    State(app): State<App>,
    _: Caller,
    Asked(asked): Asked<OfService>,
) -> Result<Json<Vec<SlotDay>>, Refusal> {
    let lobby = app.lobby().await?;
    let (hall, now) = (&lobby.hall, clock::now());
    let mut days = Vec::new();
    for ahead in 0..=hall.config().appointments.days_ahead {
        let Ok(date) = now.business_date().checked_add(i64::from(ahead).days()) else { break };
        let slots = hall.slots(&asked.service, date, now).map_err(Refusal::of_the_hall)?;
        if !slots.is_empty() {
            let told = |slot: queue::Slot| SlotInfo { start: slot.start, until: slot.until, free: slot.free };
            days.push(SlotDay { date, slots: slots.into_iter().map(told).collect() });
        }
    }
    Ok(Json(days))
}

/// Keeps a time for somebody.
#[utoipa::path(post, path = "/v1/appointments", tag = "appointments", request_body = BookAppointment,
    responses((status = 201, body = Appointment)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn book(
    caller: Caller,
    once: Once,
    Body { value, bytes }: Body<BookAppointment>,
) -> Result<Response, Refusal> {
    let by = caller.identity();
    once.decide(by.clone(), &bytes, move |unit| {
        let (id, code, now) = (Uuid::now_v7(), unused_code(unit)?, unit.now);
        let by = by.as_str().into();
        unit.decide(|hall, now| hall.book(id, code, &value.service, value.start, by, now).map(Some))?;
        Answer::created(&known(unit.hall()?, id, now)?)
    })
    .await
}

/// The appointments of a day, by their time.
#[utoipa::path(get, path = "/v1/appointments", tag = "appointments", params(OnDay),
    responses((status = 200, body = Vec<Appointment>)), security(("staff" = [])))]
pub(crate) async fn list(
    State(app): State<App>,
    _: SignedIn,
    Asked(asked): Asked<OnDay>,
) -> Result<Json<Vec<Appointment>>, Refusal> {
    let lobby = app.lobby().await?;
    let now = clock::now();
    Ok(Json(lobby.hall.appointments_on(asked.date).map(|one| told(&lobby.hall, one, now)).collect()))
}

/// An appointment of today or of a day to come, by its identity or its code.
#[utoipa::path(get, path = "/v1/appointments/{id}", tag = "appointments",
    params(("id" = String, Path, description = "Its identity, or its code.")),
    responses((status = 200, body = Appointment)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn read(
    State(app): State<App>,
    _: Caller,
    Named(id): Named<String>,
) -> Result<Json<Appointment>, Refusal> {
    let lobby = app.lobby().await?;
    let found = match (Uuid::try_parse(&id), AppointmentCode::parse(&id)) {
        (Ok(id), _) => lobby.hall.appointment(id),
        (_, Ok(code)) => lobby.hall.appointment_with(&code),
        (_, Err(problem)) => return Err(problem.into()),
    };
    let found = found.ok_or_else(|| Refusal::not_found("unknown-appointment"))?;
    Ok(Json(told(&lobby.hall, found, clock::now())))
}

/// Its holder is here: gives the number.
#[utoipa::path(post, path = "/v1/appointments/{id}/check-in", tag = "appointments", params(("id" = Uuid, Path)),
    request_body = CheckInAppointment, responses((status = 201, body = Ticket)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn check_in(
    caller: Caller,
    once: Once,
    Named(appointment): Named<Uuid>,
    Body { value, bytes }: Body<CheckInAppointment>,
) -> Result<Response, Refusal> {
    let by = caller.identity();
    let holder = tickets::holder(value.holder.as_deref())?;
    once.decide(by.clone(), &bytes, move |unit| {
        let by = by.as_str().into();
        let wanted = CheckIn { appointment, ticket: Uuid::now_v7(), language: value.language, holder, by };
        let issued = unit.decide(|hall, now| hall.check_in(&wanted, now).map(Some))?;
        let hall = unit.hall()?;
        Answer::created(&issued.map(|ticket| view::ticket(hall, &ticket)))
    })
    .await
}

/// Gives a time back.
#[utoipa::path(post, path = "/v1/appointments/{id}/cancel", tag = "appointments", params(("id" = Uuid, Path)),
    responses((status = 200, body = Appointment)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn cancel(caller: Caller, once: Once, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    let by = caller.identity();
    once.decide(by.clone(), &[], move |unit| {
        unit.decide(|hall, now| hall.unbook(id, by.as_str().into(), now).map(Some))?;
        let now = unit.now;
        Answer::ok(&known(unit.hall()?, id, now)?)
    })
    .await
}

fn known(hall: &Hall, id: Uuid, now: Moment) -> Result<Appointment, Refusal> {
    let found = hall.appointment(id).ok_or_else(|| Refusal::not_found("unknown-appointment"))?;
    Ok(told(hall, found, now))
}

/// An appointment as the wire tells it.
pub(super) fn told(hall: &Hall, known: &queue::Appointment, now: Moment) -> Appointment {
    let (booked, times) = (&known.booked, hall.check_in_times(known));
    let group = hall.config().service(&booked.service).map(|service| service.group.to_string());
    let state = match known.ticket {
        Some(_) => AppointmentState::CheckedIn,
        None if known.cancelled => AppointmentState::Cancelled,
        None if now > times.1 => AppointmentState::Late,
        None => AppointmentState::Booked,
    };
    Appointment {
        id: known.id,
        code: booked.code.clone(),
        group: group.unwrap_or_default(),
        service: booked.service.to_string(),
        start: booked.start,
        until: booked.until,
        opens: times.0,
        late_after: times.1,
        state,
        ticket: known.ticket,
        label: known.label.map(|label| label.to_string()),
    }
}

/// What became of the time that was chosen with a submission.
pub(super) fn of_submission(hall: &Hall, chosen: Chosen, now: Moment) -> SubmissionTime {
    let TimeWanted::At(start) = chosen.wanted else { return SubmissionTime::unsent(chosen.wanted) };
    match (chosen.appointment, chosen.appointment.and_then(|id| hall.appointment(id))) {
        (None, _) => SubmissionTime::Taken { start },
        (Some(_), Some(held)) => SubmissionTime::Held { appointment: told(hall, held, now) },
        // The hall forgets a day when it is over.
        (Some(_), None) => SubmissionTime::Over { start },
    }
}
