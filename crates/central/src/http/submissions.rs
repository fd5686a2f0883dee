//! Submissions: sent by kiosks, listed and accepted by staff, looked up by their codes.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use motcua_domain::catalogue::Procedure;
use motcua_domain::dossier::{Code, SubmissionCode};
use motcua_domain::guide::{self, Form, Forms};
use motcua_domain::payment::Vnd;
use motcua_domain::wire::{
    AcceptSubmission, Acceptance, CostLine, Lookup, Receipt, Submission, SubmissionDetail, SubmissionLine,
};
use motcua_domain::words::Locale;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::caller::{Caller, Device, SignedIn};
use super::input::{Asked, Body, Named};
use super::once::{Answer, Once};
use super::{appointments, supplements};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::submission::{self, Checked, Taken};
use crate::store::{catalogue, config, follow, submission_time};

/// The most files a submission names.
const MOST_DOCUMENTS: usize = 60;
/// How far back postage is looked up, in milliseconds: 30 days.
const OLDEST: i64 = 30 * 24 * 60 * 60 * 1000;
/// The consent without which nothing is taken (see `guide::consent_texts`).
const CONSENT: &str = "process";

/// Sends a submission, or the answer to what an officer asked for of one. Its files are handed in before it.
#[utoipa::path(post, path = "/v1/submissions", tag = "submissions", request_body = Submission,
    responses((status = 201, body = Receipt), (status = 200, body = Receipt,
        description = "The same submission was here already: its first receipt.")), security(("device" = [])))]
pub(crate) async fn add(
    State(app): State<App>,
    device: Device,
    once: Once,
    Body { value, bytes }: Body<Submission>,
) -> Result<Response, Refusal> {
    if let Some(answers) = value.supplement.clone() {
        return supplements::answer(&app, device, once, value, answers, &bytes).await;
    }
    let procedure = match value.record_version {
        None => None,
        Some(version) => Some(as_of(&app, &value.procedure, version).await?),
    };
    let form = form_of(&*app.forms.newest(&app).await?, &value, procedure.as_ref())?;
    let cost = cost(&app, &value, &form, procedure).await?;
    let checked = Checked { cost, ..check(value, &form)? };
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move {
            let Taken { receipt, chosen, new } = submission::add(unit, &device.id, &checked).await?;
            let now = unit.now;
            let hall = unit.hall()?;
            let time = chosen.map(|chosen| appointments::of_submission(hall, chosen, now));
            let receipt = Receipt { time, ..receipt };
            if new { Answer::created(&receipt) } else { Answer::ok(&receipt) }
        })
    })
    .await
}

/// A procedure as the record has it that somebody answered on.
async fn as_of(app: &App, code: &str, version: u32) -> Result<Procedure, Refusal> {
    let unknown = || Refusal::wrong("unknown-procedure-version").with("procedure", code).with("version", version);
    catalogue::at_version(&mut app.read().await?, code, version).await?.ok_or_else(unknown)
}

/// What a submission costs. Postage is what it was when the person pressed "Nộp", as their receipt says it;
/// by a clock that runs ahead it is what it is now, and nothing is older than a kiosk may be cut off.
async fn cost(
    app: &App,
    submission: &Submission,
    form: &Form,
    procedure: Option<Procedure>,
) -> Result<Vec<CostLine>, Refusal> {
    let now = clock::now();
    let made_at = submission.made_at.clamp(now.plus_millis(-OLDEST), now);
    let mut conn = app.read().await?;
    let postage = config::at(&mut conn, made_at).await?.and_then(|config| config.postage);
    let procedure = match procedure {
        Some(procedure) => Some(procedure),
        None => catalogue::entry(&mut conn, &submission.procedure).await?.map(|entry| entry.procedure),
    };
    let (answers, channel) = (&submission.answers, submission.channel());
    let parts = form.cost_parts(answers, channel, postage.as_ref(), procedure.as_ref(), Locale::Vi).into_iter();
    let parts = parts.filter(|(_, amount)| *amount != Some(Vnd(0)));
    Ok(parts.map(|(what, amount)| CostLine { what, amount }).collect())
}

/// Checks what was sent against its form, and makes its canonical JSON.
pub(super) fn check(mut submission: Submission, form: &Form) -> Result<Checked, Refusal> {
    if let Err(problems) = form.check_answers(&submission.answers) {
        let fields: Vec<_> = problems.into_iter().map(|problem| problem.field).collect();
        return Err(Refusal::wrong("answers-wrong").with("fields", fields.join(", ")));
    }
    let consents: Vec<&str> = submission.consents.iter().map(|consent| consent.purpose.as_str()).collect();
    if !consents.contains(&CONSENT) || !form.check_consents(&submission.answers, &consents) {
        return Err(Refusal::wrong("consent-missing"));
    }
    if submission.documents.len() > MOST_DOCUMENTS {
        return Err(Refusal::wrong("documents-too-many").with("most", MOST_DOCUMENTS));
    }
    let papers: Vec<&str> = submission.documents.iter().map(|paper| paper.evidence.as_str()).collect();
    if !form.check_papers(&submission.answers, &papers) {
        return Err(Refusal::wrong("papers-wrong"));
    }
    let token = submission.follow_sha256.as_deref();
    if token.is_some_and(|hash| hash.len() != 64 || !hash.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))) {
        return Err(Refusal::wrong("body-not-understood").with("line", 1).with("column", 1));
    }
    let sent = submission.canonical_json();
    let content_sha256 = secret::sha256(sent.as_bytes());
    let signed_sha256 = secret::sha256(submission.signed_json().as_bytes());
    submission.code = SubmissionCode::parse(&submission.code)?.as_str().to_owned();
    let applicant = form.applicant(&submission.answers).name;
    let wanted = form.time_wanted(&submission.answers);
    Ok(Checked { content: sent, content_sha256, signed_sha256, applicant, cost: Vec::new(), wanted, submission })
}

/// The form a submission is answered on; with a procedure it is the one that fits every procedure.
fn form_of(forms: &Forms, submission: &Submission, procedure: Option<&Procedure>) -> Result<Arc<Form>, Refusal> {
    let unknown = || Refusal::wrong("unknown-form").with("procedure", &submission.procedure);
    match procedure {
        None => forms.form(&submission.procedure, submission.form_version).cloned().ok_or_else(unknown),
        Some(_) if submission.form_version != guide::ANY_FORM_VERSION => Err(unknown()),
        Some(procedure) => guide::any_form(procedure).map(Arc::new).map_err(|error| {
            tracing::error!(%error, procedure = procedure.code, "no form can be made");
            unknown()
        }),
    }
}

/// The form a stored submission was answered on.
pub(super) async fn begun_on(app: &App, submission: &Submission) -> Result<Arc<Form>, Refusal> {
    let procedure = match submission.record_version {
        None => None,
        Some(version) => Some(as_of(app, &submission.procedure, version).await?),
    };
    form_of(&*app.forms.newest(app).await?, submission, procedure.as_ref())
}

/// How much of the list is asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// At most so many: 1 to 200, otherwise 50.
    limit: Option<u32>,
    /// Only those behind this one: the last of the part before.
    before: Option<Uuid>,
    /// Only those that nobody accepted yet, or whose applicants sent in what was asked for.
    open: Option<bool>,
}

/// Submissions, the newest first.
#[utoipa::path(get, path = "/v1/submissions", tag = "submissions", params(Part),
    responses((status = 200, body = Vec<SubmissionLine>)), security(("staff" = [])))]
pub(crate) async fn list(
    State(app): State<App>,
    _: SignedIn,
    Asked(part): Asked<Part>,
) -> Result<Json<Vec<SubmissionLine>>, Refusal> {
    let most = part.limit.unwrap_or(50).clamp(1, 200);
    Ok(Json(submission::list(&mut app.read().await?, part.before, most, part.open.unwrap_or(false)).await?))
}

/// All of a submission.
#[utoipa::path(get, path = "/v1/submissions/{id}", tag = "submissions", params(("id" = Uuid, Path)),
    responses((status = 200, body = SubmissionDetail)), security(("staff" = [])))]
pub(crate) async fn read(
    State(app): State<App>,
    _: SignedIn,
    Named(id): Named<Uuid>,
) -> Result<Json<SubmissionDetail>, Refusal> {
    detail(&app, id).await?.map(Json).ok_or_else(|| Refusal::not_found("unknown-submission"))
}

/// A submission with what became of its time.
pub(super) async fn detail(app: &App, id: Uuid) -> Result<Option<SubmissionDetail>, Refusal> {
    let mut conn = app.read().await?;
    let Some(found) = submission::find(&mut conn, id).await? else { return Ok(None) };
    let chosen = submission_time::of(&mut conn, id).await?;
    drop(conn);
    let lobby = app.lobby().await?;
    let time = chosen.map(|chosen| appointments::of_submission(&lobby.hall, chosen, clock::now()));
    Ok(Some(SubmissionDetail { time, ..found }))
}

/// An officer accepts a submission: it becomes a dossier, once.
#[utoipa::path(post, path = "/v1/submissions/{id}/accept", tag = "submissions", params(("id" = Uuid, Path)),
    request_body = AcceptSubmission, responses((status = 200, body = Acceptance)), security(("staff" = [])))]
pub(crate) async fn accept(
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<AcceptSubmission>,
) -> Result<Response, Refusal> {
    once.run(staff.identity(), &bytes, move |unit| {
        Box::pin(async move { Answer::ok(&submission::accept(unit, id, &value, &staff.who).await?) })
    })
    .await
}

/// What the holder of a submission code or dossier code may know, or of the token in the address at which
/// a submission is followed.
#[utoipa::path(get, path = "/v1/lookup/{code}", tag = "submissions", params(("code" = String, Path)),
    responses((status = 200, body = Lookup)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn look_up(
    State(app): State<App>,
    _: Caller,
    Named(code): Named<String>,
) -> Result<Json<Lookup>, Refusal> {
    let unknown = || Refusal::not_found("unknown-code");
    let mut conn = app.read().await?;
    let (id, code) = match secret::follow_sha256(&code) {
        Some(token_sha256) => (follow::find(&mut conn, &token_sha256).await?.map(|found| found.submission), None),
        None => {
            let code = Code::parse(&code)?;
            (submission::with_code(&mut conn, &code).await?, Some(code))
        }
    };
    drop(conn);
    let found = submission::told(&detail(&app, id.ok_or_else(unknown)?).await?.ok_or_else(unknown)?);
    Ok(Json(match code {
        Some(Code::Dossier(code)) => Lookup { code: code.to_string(), time: None, ..found },
        _ => found,
    }))
}
