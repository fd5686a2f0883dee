//! An officer helps with a draft: its owner agrees, the officer opens it, one edits at a time, and what
//! each changed is logged.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use motcua_domain::wire::{LoggedChange, OpenedDraft, PrintedReview, ShareDraft, SharedDraft};
use uuid::Uuid;

use super::caller::{Device, SignedIn};
use super::drafts::is_hex;
use super::input::{Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::{draft_help, signed_review};

/// Lets officers help with a draft, for this call only. Its key is kept in memory: after a restart of the
/// server the owner is asked again.
#[utoipa::path(post, path = "/v1/drafts/{id}/share", tag = "drafts", params(("id" = Uuid, Path)),
    request_body = ShareDraft, responses((status = 204)), security(("device" = [])))]
pub(crate) async fn share(
    State(app): State<App>,
    device: Device,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<ShareDraft>,
) -> Result<Response, Refusal> {
    if value.key.is_empty() || value.key.len() > 100 {
        return Err(Refusal::wrong("draft-wrong"));
    }
    let (identity, key) = (device.identity(), value.key.clone());
    let answer = once
        .run(identity.clone(), &bytes, move |unit| {
            Box::pin(async move {
                draft_help::share(unit, &identity, id, &value).await?;
                Ok(Answer::done())
            })
        })
        .await?;
    if answer.status().is_success() {
        app.draft_keys.keep(id, key);
    }
    Ok(answer)
}

/// The owner takes the draft back to the kiosk that shared it.
#[utoipa::path(delete, path = "/v1/drafts/{id}/share", tag = "drafts", params(("id" = Uuid, Path)),
    responses((status = 200, body = OpenedDraft)), security(("device" = [])))]
pub(crate) async fn take_back(
    State(app): State<App>,
    device: Device,
    once: Once,
    Named(id): Named<Uuid>,
) -> Result<Response, Refusal> {
    let identity = device.identity();
    let answer = once
        .run(identity.clone(), &[], move |unit| {
            Box::pin(async move { Answer::ok(&draft_help::take_back(unit, &identity, id).await?) })
        })
        .await?;
    if answer.status().is_success() {
        app.draft_keys.forget(id);
    }
    Ok(answer)
}

/// Drafts whose owners let officers help now.
#[utoipa::path(get, path = "/v1/drafts/shared", tag = "drafts", responses((status = 200, body = Vec<SharedDraft>)),
    security(("staff" = [])))]
pub(crate) async fn shared(State(app): State<App>, _: SignedIn) -> Result<Json<Vec<SharedDraft>>, Refusal> {
    let mut shared = draft_help::shared(&mut app.read().await?).await?;
    shared.retain(|draft| app.draft_keys.of(draft.id).is_some());
    Ok(Json(shared))
}

/// The officer who asks edits a shared draft from now on.
#[utoipa::path(post, path = "/v1/drafts/{id}/open", tag = "drafts", params(("id" = Uuid, Path)),
    responses((status = 200, body = OpenedDraft)), security(("staff" = [])))]
pub(crate) async fn take(
    State(app): State<App>,
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
) -> Result<Response, Refusal> {
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            if app.draft_keys.of(id).is_none() {
                return Err(Refusal::conflict("draft-not-shared"));
            }
            Answer::ok(&draft_help::take(unit, id, &staff.who).await?)
        })
    })
    .await
}

/// The officer hands editing back to the kiosk.
#[utoipa::path(post, path = "/v1/drafts/{id}/give-back", tag = "drafts", params(("id" = Uuid, Path)),
    responses((status = 200, body = OpenedDraft)), security(("staff" = [])))]
pub(crate) async fn give_back(staff: SignedIn, once: Once, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move { Answer::ok(&draft_help::give_back(unit, id, &staff.who).await?) })
    })
    .await
}

/// Who changed which fields of a draft since its owner first let somebody help; never what to.
#[utoipa::path(get, path = "/v1/drafts/{id}/changes", tag = "drafts", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<LoggedChange>)), security(("staff" = [])))]
pub(crate) async fn changes(
    State(app): State<App>,
    _: SignedIn,
    Named(id): Named<Uuid>,
) -> Result<Json<Vec<LoggedChange>>, Refusal> {
    Ok(Json(draft_help::changes(&mut app.read().await?, id).await?))
}

/// The officer who has a draft in hand prints what will be sent, for its owner to sign. Only a submission
/// that is exactly that may say later that it was signed; who printed it is who submits it.
#[utoipa::path(post, path = "/v1/drafts/{id}/review", tag = "drafts", params(("id" = Uuid, Path)),
    request_body = PrintedReview, responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn review(
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<PrintedReview>,
) -> Result<Response, Refusal> {
    if !is_hex(&value.content_sha256, 32) {
        return Err(Refusal::wrong("draft-wrong"));
    }
    once.run(staff.identity(), &bytes, move |unit| {
        Box::pin(async move {
            signed_review::printed(unit, id, &value, &staff.who).await?;
            Ok(Answer::done())
        })
    })
    .await
}
