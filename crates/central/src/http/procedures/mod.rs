//! The catalogue for officers: its records with what could not be read for certain, and its plain words.

mod list;
mod words;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use motcua_domain::catalogue::Procedure;
use motcua_domain::wire::{CheckProcedure, ProcedureDetail, ProcedureFilter, ProcedurePart, SetWords};

use super::caller::SignedIn;
use super::input::{Asked, Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::{catalogue, check, procedure};

pub(crate) use list::Procedures;

/// Procedures that fit a filter, 50 at once: the best first when something is asked for, otherwise by
/// field and name; with how many there are of every field and department.
#[utoipa::path(get, path = "/v1/procedures", tag = "catalogue", params(ProcedureFilter),
    responses((status = 200, body = ProcedurePart)), security(("staff" = [])))]
pub(crate) async fn list(
    State(app): State<App>,
    _: SignedIn,
    Asked(filter): Asked<ProcedureFilter>,
) -> Result<Json<ProcedurePart>, Refusal> {
    Ok(Json(app.procedures.newest(&app).await?.part(&filter)))
}

/// Everything known of a procedure.
#[utoipa::path(get, path = "/v1/procedures/{code}", tag = "catalogue", params(("code" = String, Path)),
    responses((status = 200, body = ProcedureDetail)), security(("staff" = [])))]
pub(crate) async fn read(
    State(app): State<App>,
    _: SignedIn,
    Named(code): Named<String>,
) -> Result<Json<ProcedureDetail>, Refusal> {
    detail(&app, &code).await.map(Json)
}

/// A procedure as it was in a version of its record (0: what the product ships), for what was handed in on
/// that version.
#[utoipa::path(get, path = "/v1/procedures/{code}/versions/{version}", tag = "catalogue",
    params(("code" = String, Path), ("version" = u32, Path)), responses((status = 200, body = Procedure)),
    security(("staff" = [])))]
pub(crate) async fn read_version(
    State(app): State<App>,
    _: SignedIn,
    Path((code, version)): Path<(String, String)>,
) -> Result<Json<Procedure>, Refusal> {
    let unknown = || Refusal::not_found("unknown-procedure");
    let version = version.parse().map_err(|_| unknown())?;
    let found = catalogue::at_version(&mut app.read().await?, &code, version).await?;
    found.map(Json).ok_or_else(unknown)
}

/// An officer looked through the newest version of a record: citizens are no longer told that it could
/// not be read for certain.
#[utoipa::path(post, path = "/v1/procedures/{code}/check", tag = "catalogue", params(("code" = String, Path)),
    request_body = CheckProcedure, responses((status = 200, body = ProcedureDetail)), security(("staff" = [])))]
pub(crate) async fn check(
    State(app): State<App>,
    me: SignedIn,
    once: Once,
    Named(code): Named<String>,
    Body { value, bytes }: Body<CheckProcedure>,
) -> Result<Response, Refusal> {
    let of = code.clone();
    let done = once.run(me.identity(), &bytes, move |unit| {
        Box::pin(async move {
            check::add(unit, &of, value.version, &me.who).await?;
            Ok(Answer::done())
        })
    });
    shown(&app, &code, done.await?).await
}

/// Writes the plain words of a procedure. Earlier ones are kept.
#[utoipa::path(put, path = "/v1/procedures/{code}/words", tag = "catalogue", params(("code" = String, Path)),
    request_body = SetWords, responses((status = 200, body = ProcedureDetail)), security(("staff" = [])))]
pub(crate) async fn set_words(
    State(app): State<App>,
    me: SignedIn,
    once: Once,
    Named(code): Named<String>,
    Body { value, bytes }: Body<SetWords>,
) -> Result<Response, Refusal> {
    let of = code.clone();
    let set = SetWords { words: words::tidied(value.words)?, from: value.from };
    let done = once.run(me.identity(), &bytes, move |unit| {
        Box::pin(async move {
            crate::store::words::add(unit, &of, &set, &me.who).await?;
            Ok(Answer::done())
        })
    });
    shown(&app, &code, done.await?).await
}

/// The procedure as it is now, after a write that was done. It is not what is stored as the write's
/// answer: a record with its own words is long.
async fn shown(app: &App, code: &str, done: Response) -> Result<Response, Refusal> {
    if !done.status().is_success() {
        return Ok(done);
    }
    Ok(Json(detail(app, code).await?).into_response())
}

async fn detail(app: &App, code: &str) -> Result<ProcedureDetail, Refusal> {
    let mut conn = app.read().await?;
    let entry = catalogue::entry(&mut conn, code).await?.ok_or_else(|| Refusal::not_found("unknown-procedure"))?;
    let words_versions = crate::store::words::versions(&mut conn, code).await?;
    Ok(ProcedureDetail {
        record: procedure::newest(&mut conn, code).await?.map(|(_, record)| record),
        versions: procedure::versions(&mut conn, code).await?,
        review: entry.review(),
        checked: check::of(&mut conn, code, entry.procedure.version).await?,
        words: words::in_force(&entry, &words_versions),
        words_version: entry.words_version,
        words_versions,
        procedure: entry.procedure,
    })
}
