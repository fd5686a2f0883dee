//! Tickets: issued by kiosks, moved on by the officers at their counters.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use motcua_domain::queue::{Ask, Name, Order};
use motcua_domain::wire::{AtCounter, CancelTicket, IssueTicket, PrintedTicket, RateTicket, Ticket, TransferTicket};
use uuid::Uuid;

use super::caller::{Caller, Device, SignedIn, officer};
use super::input::{Body, Named};
use super::once::{Answer, Once};
use super::view;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::answered::Key;
use crate::store::{device, event, rating};

/// Issues the next number of a service group.
#[utoipa::path(post, path = "/v1/tickets", tag = "queue", request_body = IssueTicket,
    responses((status = 201, body = Ticket)), security(("device" = [])))]
pub(crate) async fn issue(
    device: Device,
    once: Once,
    Body { value: wanted, bytes }: Body<IssueTicket>,
) -> Result<Response, Refusal> {
    let by = device.identity();
    once.decide(by.clone(), &bytes, move |unit| {
        let ask = ask(Uuid::now_v7(), wanted, &by)?;
        let issued = unit.decide(|hall, now| hall.issue(&ask, now).map(Some))?;
        let hall = unit.hall()?;
        Answer::created(&issued.map(|ticket| view::ticket(hall, &ticket)))
    })
    .await
}

/// Takes in a number that the kiosk gave by itself while it was cut off. It stands as it was printed.
#[utoipa::path(post, path = "/v1/tickets/printed", tag = "queue", request_body = PrintedTicket,
    responses((status = 201, body = Ticket)), security(("device" = [])))]
pub(crate) async fn printed(
    device: Device,
    once: Once,
    Body { value, bytes }: Body<PrintedTicket>,
) -> Result<Response, Refusal> {
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move {
            let kiosk = device::kiosk(&mut unit.conn, &device.id).await?;
            let kiosk = kiosk.ok_or_else(|| Refusal::conflict("no-series"))?;
            let (branch, date) = (unit.hall()?.config().id.clone(), value.printed_at.business_date());
            if event::is_issued(&mut unit.conn, &branch, date, value.label).await? {
                return Err(Refusal::conflict("number-given").with("label", value.label));
            }
            // What can be refused comes before anything is settled or recorded.
            let ask = ask(value.id, value.asked, &device.identity())?;
            let (label, printed_at) = (value.label, value.printed_at);
            let facts = unit.decided(|hall, now| hall.take_in(&ask, label, kiosk, printed_at, now))?;
            let lost = match value.instead_of {
                Some(key) => {
                    let key = Key { who: device.identity(), key };
                    let earlier = unit.answer_or_settle(key, Refusal::given_otherwise(label)).await?;
                    earlier.and_then(|answer| ticket_of(&answer))
                }
                None => None,
            };
            let void = unit.decided(|hall, now| Ok(lost.and_then(|id| hall.void(id, now))))?;
            let mut issued = None;
            for fact in facts.into_iter().chain(void) {
                let ticket = unit.record(fact)?;
                issued = ticket.filter(|ticket| ticket.id == ask.id).or(issued);
            }
            let hall = unit.hall()?;
            Answer::created(&issued.map(|ticket| view::ticket(hall, &ticket)))
        })
    })
    .await
}

/// The ticket that an earlier answer told of.
fn ticket_of(answer: &Answer) -> Option<Uuid> {
    serde_json::from_slice::<Ticket>(&answer.body).ok().map(|ticket| ticket.id)
}

fn ask(id: Uuid, wanted: IssueTicket, by: &str) -> Result<Ask, Refusal> {
    Ok(Ask {
        id,
        group: wanted.group,
        service: wanted.service,
        language: wanted.language,
        priority: wanted.priority,
        holder: holder(wanted.holder.as_deref())?,
        by: by.into(),
    })
}

/// The hash of a card number as the hall knows it.
pub(super) fn holder(hash: Option<&str>) -> Result<Option<Name>, Refusal> {
    let sound = |hash: &str| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    match hash {
        Some(hash) if !sound(hash) => Err(Refusal::wrong("holder-wrong")),
        hash => Ok(hash.map(Into::into)),
    }
}

/// A ticket, with the people ahead of it now.
#[utoipa::path(get, path = "/v1/tickets/{id}", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn read(State(app): State<App>, _: Caller, Named(id): Named<Uuid>) -> Result<Json<Ticket>, Refusal> {
    view::find(&app, id).await?.map(Json).ok_or_else(|| Refusal::not_found("unknown-ticket"))
}

/// Says how it was, once, for a ticket that was served: at a kiosk or a counter's tablet, by its QR.
#[utoipa::path(post, path = "/v1/tickets/{id}/rating", tag = "queue", params(("id" = Uuid, Path)),
    request_body = RateTicket, responses((status = 204)), security(("device" = [])))]
pub(crate) async fn rate(
    device: Device,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<RateTicket>,
) -> Result<Response, Refusal> {
    let by = device.identity();
    once.run(by.clone(), &bytes, move |unit| {
        Box::pin(async move {
            rating::record(unit, id, value.grade, &value.reasons, by.as_str().into()).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Calls a ticket to a counter, out of turn.
#[utoipa::path(post, path = "/v1/tickets/{id}/call", tag = "queue", params(("id" = Uuid, Path)),
    request_body = AtCounter, responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn call(
    staff: SignedIn,
    once: Once,
    id: Named<Uuid>,
    Body { value, bytes }: Body<AtCounter>,
) -> Result<Response, Refusal> {
    order(staff, once, id, &bytes, Order::Call(value.counter)).await
}

/// Calls a ticket's number once more.
#[utoipa::path(post, path = "/v1/tickets/{id}/recall", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn recall(staff: SignedIn, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    order(staff, once, id, &[], Order::Recall).await
}

/// The holder came to the counter.
#[utoipa::path(post, path = "/v1/tickets/{id}/start", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn start(staff: SignedIn, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    order(staff, once, id, &[], Order::Start).await
}

/// The holder was served.
#[utoipa::path(post, path = "/v1/tickets/{id}/finish", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn finish(staff: SignedIn, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    order(staff, once, id, &[], Order::Finish).await
}

/// Nobody came.
#[utoipa::path(post, path = "/v1/tickets/{id}/no-show", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn no_show(staff: SignedIn, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    order(staff, once, id, &[], Order::NoShow).await
}

/// Sends a ticket to another service, counter or officer, under the same number.
#[utoipa::path(post, path = "/v1/tickets/{id}/transfer", tag = "queue", params(("id" = Uuid, Path)),
    request_body = TransferTicket, responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn transfer(
    staff: SignedIn,
    once: Once,
    id: Named<Uuid>,
    Body { value, bytes }: Body<TransferTicket>,
) -> Result<Response, Refusal> {
    order(staff, once, id, &bytes, Order::Transfer { to: value.to, first: value.first }).await
}

/// Sends the holder away for a while: a copy to make, a fee to pay.
#[utoipa::path(post, path = "/v1/tickets/{id}/park", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn park(staff: SignedIn, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    order(staff, once, id, &[], Order::Park).await
}

/// The holder of a parked or missed ticket is at the counter now.
#[utoipa::path(post, path = "/v1/tickets/{id}/resume", tag = "queue", params(("id" = Uuid, Path)),
    request_body = AtCounter, responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn resume(
    staff: SignedIn,
    once: Once,
    id: Named<Uuid>,
    Body { value, bytes }: Body<AtCounter>,
) -> Result<Response, Refusal> {
    order(staff, once, id, &bytes, Order::Resume(value.counter)).await
}

/// Lets a ticket wait again: at its old place, or, when nobody had come, behind those who wait.
#[utoipa::path(post, path = "/v1/tickets/{id}/return", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn return_to_queue(staff: SignedIn, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    order(staff, once, id, &[], Order::ReturnToQueue).await
}

/// Takes a ticket back.
#[utoipa::path(post, path = "/v1/tickets/{id}/cancel", tag = "queue", params(("id" = Uuid, Path)),
    request_body = CancelTicket, responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn cancel(
    staff: SignedIn,
    once: Once,
    id: Named<Uuid>,
    Body { value, bytes }: Body<CancelTicket>,
) -> Result<Response, Refusal> {
    let reason = value.reason.as_str().into();
    order(staff, once, id, &bytes, Order::Cancel { reason }).await
}

/// The ticket last finished at the counter was finished by mistake.
#[utoipa::path(post, path = "/v1/tickets/{id}/reopen", tag = "queue", params(("id" = Uuid, Path)),
    responses((status = 200, body = Ticket)), security(("staff" = [])))]
pub(crate) async fn reopen(staff: SignedIn, once: Once, id: Named<Uuid>) -> Result<Response, Refusal> {
    order(staff, once, id, &[], Order::Reopen).await
}

async fn order(
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    payload: &[u8],
    order: Order,
) -> Result<Response, Refusal> {
    once.decide(staff.identity(), payload, move |unit| {
        let ticket = unit.decide(|hall, now| hall.order(id, order, &officer(&staff.who), now).map(Some))?;
        let hall = unit.hall()?;
        Answer::ok(&ticket.map(|ticket| view::ticket(hall, &ticket)))
    })
    .await
}
