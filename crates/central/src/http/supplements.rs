//! What is missing from submissions: asked for by officers, answered by applicants, and ended when officers
//! have it.

use axum::extract::State;
use axum::response::Response;
use motcua_domain::guide::{SUPPLEMENT_FORM_VERSION, supplement_form};
use motcua_domain::text::clean;
use motcua_domain::wire::{
    AskSupplement, ProveSupplement, Submission, SupplementOpened, SupplementRef, SupplementRequest,
};
use motcua_domain::words::Locale;
use uuid::Uuid;

use super::caller::{Device, SignedIn};
use super::input::{Body, Named};
use super::once::{Answer, Once};
use super::submissions::{begun_on, check};
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::{submission, supplement, supplement_answer};

/// The most characters of what is asked for.
const LONGEST: usize = 1000;

/// An officer asks for what is missing.
#[utoipa::path(post, path = "/v1/submissions/{id}/supplement", tag = "submissions", params(("id" = Uuid, Path)),
    request_body = AskSupplement, responses((status = 201, body = SupplementRequest)), security(("staff" = [])))]
pub(crate) async fn ask(
    State(app): State<App>,
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<AskSupplement>,
) -> Result<Response, Refusal> {
    let text = clean(&value.text);
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(Refusal::wrong("supplement-wrong"));
    }
    let found = submission::find(&mut app.read().await?, id).await?;
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
pub(crate) async fn done(staff: SignedIn, once: Once, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            supplement::done(unit, id, &staff.who).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Somebody shows that a request is theirs to answer at this device: by the digits of the applicant's number.
/// Five wrong ones lock it for an hour. With the secret the device made, it sends one answer.
#[utoipa::path(post, path = "/v1/supplements/{id}/prove", tag = "submissions", params(("id" = Uuid, Path)),
    request_body = ProveSupplement, responses((status = 200, body = SupplementOpened),
        (status = 423, description = "Too many wrong digits.")), security(("device" = [])))]
pub(crate) async fn prove(
    State(app): State<App>,
    device: Device,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<ProveSupplement>,
) -> Result<Response, Refusal> {
    let ProveSupplement { digits, proof_sha256 } = value;
    if ![4, 12].contains(&digits.len()) || !digits.bytes().all(|c| c.is_ascii_digit()) {
        return Err(Refusal::wrong("supplement-digits-missing"));
    }
    if proof_sha256.len() != 64 || !proof_sha256.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(Refusal::wrong("body-not-understood").with("line", 1).with("column", 1));
    }
    let (sent, request) = of(&app, id).await?;
    if request.done_at.is_some() {
        return Err(Refusal::conflict("supplement-done"));
    }
    let number = begun_on(&app, &sent).await?.applicant(&sent.answers).number;
    let number = number.ok_or_else(|| Refusal::conflict("supplement-at-counter"))?;
    let right = number.as_str().ends_with(&digits);
    let opened = SupplementOpened { request, code: sent.code, procedure: sent.procedure };
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move {
            match supplement_answer::prove(unit, id, &device.id, &proof_sha256, right).await? {
                Ok(()) => Answer::ok(&opened),
                // The count stands whatever is answered.
                Err(refusal) => {
                    let (status, problem) = refusal.said();
                    Answer::refusal(status, problem)
                }
            }
        })
    })
    .await
}

/// Takes an answer to a request: checked against the form made of it, for who proved to be the applicant.
pub(super) async fn answer(
    app: &App,
    device: Device,
    once: Once,
    value: Submission,
    answers: SupplementRef,
    bytes: &[u8],
) -> Result<Response, Refusal> {
    let (sent, request) = of(app, answers.request).await?;
    let unknown = || Refusal::wrong("unknown-form").with("procedure", &value.procedure);
    if value.form_version != SUPPLEMENT_FORM_VERSION || value.procedure != sent.procedure {
        return Err(unknown());
    }
    let form = supplement_form(&request).map_err(|error| {
        tracing::error!(%error, request = %request.id, "no form can be made");
        unknown()
    })?;
    let checked = check(value, &form)?;
    if checked.submission.code != sent.code {
        return Err(Refusal::wrong("submission-code-wrong"));
    }
    once.run(device.identity(), bytes, move |unit| {
        Box::pin(async move {
            let (receipt, new) = supplement_answer::add(unit, &device.id, &checked, &answers).await?;
            if new { Answer::created(&receipt) } else { Answer::ok(&receipt) }
        })
    })
    .await
}

/// A request and the submission it is about.
async fn of(app: &App, id: Uuid) -> Result<(Submission, SupplementRequest), Refusal> {
    let mut conn = app.read().await?;
    let unknown = || Refusal::not_found("unknown-supplement");
    let (submission, request) = supplement::find(&mut conn, id).await?.ok_or_else(unknown)?;
    let found = submission::find(&mut conn, submission).await?.ok_or_else(unknown)?;
    Ok((found.submission, request))
}
