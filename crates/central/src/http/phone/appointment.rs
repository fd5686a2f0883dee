//! The page a phone opens from an appointment's QR code: when it is, and giving it back.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Appointment, AppointmentState};
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::super::appointments::told;
use super::super::input::Named;
use super::{both, drawn, escape, in_both, link, refused};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;

type Asked = Result<Named<Uuid>, Refusal>;

/// `GET /a/{id}`.
pub(crate) async fn page(State(app): State<App>, id: Asked) -> Result<Response, Refusal> {
    match find(&app, id).await? {
        Some(appointment) => drawn(&app, StatusCode::OK, &standing(&appointment), false).await,
        None => unknown(&app).await,
    }
}

/// `GET /a/{id}/cancel`: asks whether it is meant.
pub(crate) async fn ask(State(app): State<App>, id: Asked) -> Result<Response, Refusal> {
    let Some(appointment) = find(&app, id).await? else { return unknown(&app).await };
    let content = format!(
        r#"{}<form method="post"><button class="button">{}</button></form>{}"#,
        both(|words| vec![words.say("phone-appointment-cancel-ask")]),
        in_both("phone-appointment-cancel-yes"),
        link(&format!("/a/{}", appointment.id), "phone-back"),
    );
    drawn(&app, StatusCode::OK, &content, false).await
}

/// `POST /a/{id}/cancel`: gives it back, and shows it as it stands then.
pub(crate) async fn cancel(State(app): State<App>, id: Asked) -> Result<Response, Refusal> {
    let Ok(Named(id)) = id else { return unknown(&app).await };
    let work = move |unit: &mut crate::store::Unit| {
        unit.decide(|hall, now| hall.unbook(id, "holder".into(), now).map(Some)).map(|_| ())
    };
    match app.writer.run(move |unit| Box::pin(async move { work(unit) })).await {
        Ok(()) => Ok((StatusCode::SEE_OTHER, [(header::LOCATION, format!("/a/{id}"))]).into_response()),
        Err(Refusal::Problem(status, problem)) if status.is_client_error() => {
            refused(&app, &format!("/a/{id}"), status, &problem).await
        }
        Err(other) => Err(other),
    }
}

async fn find(app: &App, id: Asked) -> Result<Option<Appointment>, Refusal> {
    let Ok(Named(id)) = id else { return Ok(None) };
    let lobby = app.lobby().await?;
    Ok(lobby.hall.appointment(id).map(|known| told(&lobby.hall, known, clock::now())))
}

async fn unknown(app: &App) -> Result<Response, Refusal> {
    drawn(app, StatusCode::NOT_FOUND, &both(|words| vec![words.say("phone-appointment-unknown")]), false).await
}

fn standing(appointment: &Appointment) -> String {
    let time = |moment: Moment| moment.local().strftime("%H:%M").to_string();
    let (from, until) = (time(appointment.start), time(appointment.until));
    let (opens, late, code) = (time(appointment.opens), time(appointment.late_after), appointment.code.to_string());
    let state = match appointment.state {
        AppointmentState::Booked => "phone-appointment-booked",
        AppointmentState::Late => "phone-appointment-late",
        AppointmentState::CheckedIn => "phone-appointment-checked_in",
        AppointmentState::Cancelled => "phone-appointment-cancelled",
    };
    let sentences = both(|words| {
        vec![
            words.day(appointment.start.business_date()),
            words.say_with("phone-appointment-at", &[("from", &from), ("until", &until)]),
            words.say_with(state, &[("opens", &opens), ("late", &late)]),
            words.say_with("phone-appointment-code", &[("code", &code)]),
        ]
    });
    let next = match (appointment.state, appointment.ticket) {
        (AppointmentState::Booked | AppointmentState::Late, _) => {
            link(&format!("/a/{}/cancel", appointment.id), "phone-appointment-cancel")
        }
        (_, Some(ticket)) => link(&format!("/t/{ticket}"), "phone-appointment-number"),
        _ => String::new(),
    };
    format!(
        r#"<p class="what">{}</p><p class="label time">{}</p>{sentences}{next}"#,
        escape(&Words::of(Locale::Vi).say("phone-appointment")),
        escape(&from),
    )
}
