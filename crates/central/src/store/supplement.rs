//! Tables `supplement` and `supplement_done`: what officers asked for, and when they had it.

use motcua_domain::queue::Fact;
use motcua_domain::time::Moment;
use motcua_domain::wire::{StaffMember, SupplementRequest};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::vault::Seal;
use super::{Unit, decoded, encoded, sealed_key};
use crate::refusal::Refusal;

/// An officer asks for what is missing from a submission.
pub(crate) async fn ask(
    unit: &mut Unit,
    submission: Uuid,
    text: &str,
    papers: &[String],
    who: &StaffMember,
) -> Result<SupplementRequest, Refusal> {
    let seal = sealed_key::of(&mut unit.conn, &submission.to_string()).await?;
    let seal = seal.ok_or_else(|| Refusal::not_found("unknown-submission"))?;
    let (text, papers) = (text.to_owned(), papers.to_vec());
    let request =
        SupplementRequest { id: Uuid::now_v7(), at: unit.now, text, papers, done_at: None, answered_at: None };
    sql::query(
        "INSERT INTO supplement (id, submission, at, account, officer, text, papers)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(request.id.to_string())
    .bind(submission.to_string())
    .bind(request.at.millis())
    .bind(&who.account)
    .bind(&who.name)
    .bind(seal.close_text(&text_of(&request.id.to_string()), &request.text)?)
    .bind(seal.close_text(&papers_of(&request.id.to_string()), &encoded(&request.papers)?)?)
    .execute(&mut unit.conn)
    .await?;
    unit.record(Fact::Submission { at: unit.now, id: submission })?;
    Ok(request)
}

/// An officer has what was asked for. Saying it again changes nothing.
pub(crate) async fn done(unit: &mut Unit, id: Uuid, who: &StaffMember) -> Result<(), Refusal> {
    let submission: Option<String> = sql::query_scalar("SELECT submission FROM supplement WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(&mut unit.conn)
        .await?;
    let submission = submission.ok_or_else(|| Refusal::not_found("unknown-supplement"))?;
    let submission = submission.parse().map_err(|_| sqlx::Error::Decode("a submission's id".into()))?;
    sql::query("INSERT INTO supplement_done (supplement, at, account) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(id.to_string())
        .bind(unit.now.millis())
        .bind(&who.account)
        .execute(&mut unit.conn)
        .await?;
    unit.record(Fact::Submission { at: unit.now, id: submission })?;
    Ok(())
}

/// A request as it is stored: its id and its submission's, when, what, when it was done and answered last.
type Row = (String, String, i64, String, String, Option<i64>, Option<i64>);

/// What was asked for of a submission, the oldest first.
pub(super) async fn of(conn: &mut Conn, submission: Uuid, seal: &Seal) -> sqlx::Result<Vec<SupplementRequest>> {
    let rows = rows(conn, Some(submission), None).await?;
    rows.into_iter().map(|row| Ok(read(row, seal)?.1)).collect()
}

/// A request, with its submission; none when that was deleted.
pub(crate) async fn find(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<(Uuid, SupplementRequest)>> {
    let Some(row) = rows(conn, None, Some(id)).await?.pop() else { return Ok(None) };
    let Some(seal) = sealed_key::of(conn, &row.1).await? else { return Ok(None) };
    read(row, &seal).map(Some)
}

/// Where what is asked for is sealed for.
pub(super) fn text_of(id: &str) -> String {
    format!("supplement/{id}/text")
}

/// Where the papers that are asked for are sealed for.
pub(super) fn papers_of(id: &str) -> String {
    format!("supplement/{id}/papers")
}

/// The requests of a submission, or one.
async fn rows(conn: &mut Conn, submission: Option<Uuid>, id: Option<Uuid>) -> sqlx::Result<Vec<Row>> {
    sql::query_as(
        "SELECT s.id, s.submission, s.at, s.text, s.papers, d.at,
            (SELECT MAX(a.received_at) FROM supplement_answer a WHERE a.supplement = s.id)
         FROM supplement s LEFT JOIN supplement_done d ON d.supplement = s.id
         WHERE s.submission = $1 OR s.id = $2 ORDER BY s.at, s.id",
    )
    .bind(submission.map(|id| id.to_string()))
    .bind(id.map(|id| id.to_string()))
    .fetch_all(conn)
    .await
}

fn read(
    (id, submission, at, text, papers, done_at, answered_at): Row,
    seal: &Seal,
) -> sqlx::Result<(Uuid, SupplementRequest)> {
    let broken = || sealed_key::broken("a request");
    let text = seal.open_text(&text_of(&id), &text).ok_or_else(broken)?;
    let papers = seal.open_text(&papers_of(&id), &papers).ok_or_else(broken)?;
    let parsed = |id: String| id.parse().map_err(|_| sqlx::Error::Decode("a supplement's id".into()));
    let request = SupplementRequest {
        id: parsed(id)?,
        at: Moment::from_millis(at),
        text,
        papers: decoded(&papers)?,
        done_at: done_at.map(Moment::from_millis),
        answered_at: answered_at.map(Moment::from_millis),
    };
    Ok((parsed(submission)?, request))
}
