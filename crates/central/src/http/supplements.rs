//! What is missing from submissions: asked for by officers, and ended when they have it.

use axum::extract::State;
use axum::response::Response;
use motcua_domain::text::clean;
use motcua_domain::wire::{AskSupplement, SupplementRequest};
use motcua_domain::words::Locale;
use uuid::Uuid;

use super::caller::Staff;
use super::input::{Body, Named};
use super::once::{Answer, Once};
use super::submissions::begun_on;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::{submission, supplement};

/// The most characters of what is asked for.
const LONGEST: usize = 1000;

/// An officer asks for what is missing.
#[utoipa::path(post, path = "/v1/submissions/{id}/supplement", tag = "submissions", params(("id" = Uuid, Path)),
    request_body = AskSupplement, responses((status = 201, body = SupplementRequest)), security(("staff" = [])))]
pub(crate) async fn ask(
    State(app): State<App>,
    Staff(staff): Staff,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<AskSupplement>,
) -> Result<Response, Refusal> {
    let text = clean(&value.text);
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(Refusal::wrong("supplement-wrong"));
    }
    let found = submission::find(&mut *app.read().await?, id).await?;
    let sent = found.ok_or_else(|| Refusal::not_found("unknown-submission"))?.submission;
    let form = begun_on(&app, &sent).await?;
    let locale = Locale::from_tag(&sent.language);
    let known = form.evidence_in_words(&sent.answers, locale);
    let mut papers = Vec::with_capacity(value.papers.len());
    for paper in &value.papers {
        let line = known.iter().find(|line| line.evidence == *paper);
        papers.push(line.ok_or_else(|| Refusal::wrong("supplement-wrong"))?.name.clone());
    }
    once.run(staff.identity(), &bytes, move |unit| {
        Box::pin(async move { Answer::created(&supplement::ask(unit, id, &text, &papers, &staff.who).await?) })
    })
    .await
}

/// An officer has what was asked for.
#[utoipa::path(post, path = "/v1/supplements/{id}/done", tag = "submissions", params(("id" = Uuid, Path)),
    responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn done(Staff(staff): Staff, once: Once, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            supplement::done(unit, id, &staff.who).await?;
            Ok(Answer::done())
        })
    })
    .await
}
