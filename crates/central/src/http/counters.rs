//! Counters: opened, closed, on a break, and the next one called to them.

use axum::response::Response;
use motcua_domain::queue::{Fact, Hall, Officer};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Called, CounterInfo, Problem};

use super::caller::{SignedIn, officer};
use super::input::Named;
use super::once::{Answer, Once};
use super::view;
use crate::refusal::Refusal;
use crate::store::{Unit, staff};

/// Opens a counter for the officer who asks.
#[utoipa::path(post, path = "/v1/counters/{number}/open", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = CounterInfo)), security(("staff" = [])))]
pub(crate) async fn open(staff: SignedIn, once: Once, Named(number): Named<u32>) -> Result<Response, Refusal> {
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            let holder = unit.hall()?.session(number).map(|session| session.officer.to_string());
            let away = match holder {
                Some(holder) => !staff::is_present(&mut unit.conn, &holder, unit.now).await?,
                None => false,
            };
            changed(unit, number, |hall, now| hall.open_counter(number, &officer(&staff.who), away, now))
        })
    })
    .await
}

/// Closes the counter of the officer who asks.
#[utoipa::path(post, path = "/v1/counters/{number}/close", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = CounterInfo)), security(("staff" = [])))]
pub(crate) async fn close(staff: SignedIn, once: Once, number: Named<u32>) -> Result<Response, Refusal> {
    change(staff, once, number, |hall, number, officer, now| hall.close_counter(number, officer, now).map(Some)).await
}

/// The officer who asks goes on a break; the counter stays theirs.
#[utoipa::path(post, path = "/v1/counters/{number}/break", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = CounterInfo)), security(("staff" = [])))]
pub(crate) async fn start_break(staff: SignedIn, once: Once, number: Named<u32>) -> Result<Response, Refusal> {
    change(staff, once, number, |hall, number, officer, now| hall.start_break(number, officer, now).map(Some)).await
}

/// The officer who asks is back from the break.
#[utoipa::path(post, path = "/v1/counters/{number}/back", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = CounterInfo)), security(("staff" = [])))]
pub(crate) async fn end_break(staff: SignedIn, once: Once, number: Named<u32>) -> Result<Response, Refusal> {
    change(staff, once, number, |hall, number, officer, now| hall.end_break(number, officer, now)).await
}

/// Calls the next in line to the counter.
#[utoipa::path(post, path = "/v1/counters/{number}/call-next", tag = "queue", params(("number" = u32, Path)),
    responses((status = 200, body = Called)), security(("staff" = [])))]
pub(crate) async fn call_next(staff: SignedIn, once: Once, Named(number): Named<u32>) -> Result<Response, Refusal> {
    once.decide(staff.identity(), &[], move |unit| {
        let called = unit.decide(|hall, now| hall.call_next(number, &officer(&staff.who), now))?;
        let hall = unit.hall()?;
        Answer::ok(&Called { ticket: called.map(|ticket| view::ticket(hall, &ticket)) })
    })
    .await
}

type Change = fn(&Hall, u32, &Officer, Moment) -> Result<Option<Fact>, Problem>;

async fn change(staff: SignedIn, once: Once, Named(number): Named<u32>, change: Change) -> Result<Response, Refusal> {
    once.decide(staff.identity(), &[], move |unit| {
        changed(unit, number, |hall, now| change(hall, number, &officer(&staff.who), now))
    })
    .await
}

/// Decides, records, and answers with the counter as it is then.
fn changed(
    unit: &mut Unit,
    number: u32,
    decide: impl FnOnce(&Hall, Moment) -> Result<Option<Fact>, Problem>,
) -> Result<Answer, Refusal> {
    unit.decide(decide)?;
    Answer::ok(&view::counter(unit.hall()?, number))
}
