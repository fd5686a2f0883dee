//! Tickets: issued by kiosks, moved on by the officers at their counters.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use motcua_domain::queue::Verb;
use motcua_domain::wire::{IssueTicket, Ticket};
use uuid::Uuid;

use super::caller::{Caller, Device, Staff};
use super::input::{Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::ticket;

/// Issues the next number of a service group.
#[utoipa::path(post, path = "/v1/tickets", tag = "queue", request_body = IssueTicket,
    responses((status = 201, body = Ticket)), security(("device" = [])))]
pub(crate) async fn issue(
    State(app): State<App>,
    device: Device,
    once: Once,
    Body { value, bytes }: Body<IssueTicket>,
) -> Result<Response, Refusal> {
    let actor = device.identity();
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move { Answer::created(&ticket::issue(unit, &app.branch, &value, &actor).await?) })
    })
    .await
}

/// A ticket, with the people ahead of it now.
#[utoipa::path(get, path = "/v1/tickets/{id}", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn read(State(app): State<App>, _: Caller, Named(id): Named<Uuid>) -> Result<Json<Ticket>, Refusal> {
    let found = ticket::find(&mut *app.read().await?, &app.branch, id, clock::now()).await?;
    found.map(Json).ok_or_else(|| Refusal::not_found("unknown-ticket"))
}

/// Calls a ticket's number once more.
#[utoipa::path(post, path = "/v1/tickets/{id}/recall", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn recall(state: State<App>, staff: Staff, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    advance(state, staff, once, id, Verb::Recall).await
}

/// The holder came to the counter.
#[utoipa::path(post, path = "/v1/tickets/{id}/start", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn start(state: State<App>, staff: Staff, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    advance(state, staff, once, id, Verb::Start).await
}

/// The holder was served.
#[utoipa::path(post, path = "/v1/tickets/{id}/finish", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn finish(state: State<App>, staff: Staff, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    advance(state, staff, once, id, Verb::Finish).await
}

/// Nobody came.
#[utoipa::path(post, path = "/v1/tickets/{id}/no-show", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn no_show(state: State<App>, staff: Staff, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    advance(state, staff, once, id, Verb::NoShow).await
}

async fn advance(
    State(app): State<App>,
    Staff(staff): Staff,
    once: Once,
    Named(id): Named<Uuid>,
    verb: Verb,
) -> Result<Response, Refusal> {
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move { Answer::ok(&ticket::advance(unit, &app.branch, id, verb, &staff.who).await?) })
    })
    .await
}
