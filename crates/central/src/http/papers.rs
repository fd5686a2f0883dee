//! What happened to papers, told by the machines that print them.

use axum::response::Response;
use motcua_domain::wire::PaperEvent;

use super::caller::Device;
use super::input::Body;
use super::once::{Answer, Once};
use crate::refusal::Refusal;
use crate::store::paper_event;

/// Takes in that a paper was printed again, or that somebody said it came out. It is kept for good.
#[utoipa::path(post, path = "/v1/papers/events", tag = "papers", request_body = PaperEvent,
    responses((status = 204)), security(("device" = [])))]
pub(crate) async fn add(
    device: Device,
    once: Once,
    Body { value, bytes }: Body<PaperEvent>,
) -> Result<Response, Refusal> {
    if !value.is_sound() {
        return Err(Refusal::wrong("paper-event-wrong"));
    }
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move {
            paper_event::record(unit, &value, &device.id).await?;
            Ok(Answer::done())
        })
    })
    .await
}
