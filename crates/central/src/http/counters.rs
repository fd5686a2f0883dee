//! Counters: opened, closed, and the next one called to them.

use axum::extract::State;
use axum::response::Response;
use motcua_domain::wire::{Called, CounterInfo};

use super::caller::Staff;
use super::input::Named;
use super::once::{Answer, Once};
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::{counter, ticket};

/// Opens a counter for the officer who asks.
#[utoipa::path(post, path = "/v1/counters/{number}/open", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = CounterInfo)), security(("staff" = [])))]
pub(crate) async fn open(
    State(app): State<App>,
    Staff(staff): Staff,
    once: Once,
    Named(number): Named<u32>,
) -> Result<Response, Refusal> {
    let open = counter_of(&app, number, true)?;
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            counter::open(unit, &app.branch, number, &staff.who).await?;
            Answer::ok(&open)
        })
    })
    .await
}

/// Closes the counter of the officer who asks.
#[utoipa::path(post, path = "/v1/counters/{number}/close", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = CounterInfo)), security(("staff" = [])))]
pub(crate) async fn close(
    State(app): State<App>,
    Staff(staff): Staff,
    once: Once,
    Named(number): Named<u32>,
) -> Result<Response, Refusal> {
    let closed = counter_of(&app, number, false)?;
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            counter::close(unit, &app.branch, number, &staff.who).await?;
            Answer::ok(&closed)
        })
    })
    .await
}

/// Calls the next in line to the counter.
#[utoipa::path(post, path = "/v1/counters/{number}/call-next", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = Called)), security(("staff" = [])))]
pub(crate) async fn call_next(
    State(app): State<App>,
    Staff(staff): Staff,
    once: Once,
    Named(number): Named<u32>,
) -> Result<Response, Refusal> {
    counter_of(&app, number, true)?;
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            let ticket = ticket::call_next(unit, &app.branch, number, &staff.who).await?;
            Answer::ok(&Called { ticket })
        })
    })
    .await
}

fn counter_of(app: &App, number: u32, open: bool) -> Result<CounterInfo, Refusal> {
    let groups = app.branch.counters.get(&number);
    let groups = groups.ok_or_else(|| Refusal::not_found("unknown-counter").with("counter", number))?;
    Ok(CounterInfo { number, groups: groups.iter().cloned().collect(), open })
}
