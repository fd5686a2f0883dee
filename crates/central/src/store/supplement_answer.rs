//! Tables `supplement_try`, `supplement_proof`, `supplement_answer` and `supplement_answer_file`: who may
//! answer what officers asked for, and the answers.

use axum::http::StatusCode;
use motcua_domain::queue::Fact;
use motcua_domain::time::Moment;
use motcua_domain::wire::{Receipt, Submission, SupplementAnswer, SupplementRef};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::submission::Checked;
use super::vault::Seal;
use super::{Unit, file, follow, sealed_key, supplement};
use crate::refusal::Refusal;
use crate::secret;

/// So many wrong digits lock a request.
const MOST_WRONG: u32 = 5;
/// For how long, in milliseconds: an hour.
const LOCKED: i64 = 60 * 60 * 1000;
/// How long a proof holds, in milliseconds: a week, so that an answer that a kiosk saved while it was cut
/// off still arrives.
const HOLDS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Notes that somebody tried to prove that a request is theirs: right digits let this device send one answer
/// with the secret of this hash.
///
/// # Errors
/// Those inside are answers, as the count of wrong digits stands: `supplement-digits-wrong` with the tries
/// that are left, `supplement-locked` with the time until which it is.
pub(crate) async fn prove(
    unit: &mut Unit,
    request: Uuid,
    device: &str,
    proof_sha256: &str,
    right: bool,
) -> Result<Result<(), Refusal>, Refusal> {
    let locked = |until: Moment| {
        let time = until.local().strftime("%H:%M").to_string();
        Err(Refusal::new(StatusCode::LOCKED, "supplement-locked").with("time", time))
    };
    let until: Option<i64> = sql::query_scalar("SELECT locked_until FROM supplement_try WHERE supplement = $1")
        .bind(request.to_string())
        .fetch_optional(&mut unit.conn)
        .await?
        .flatten();
    if let Some(until) = until.map(Moment::from_millis).filter(|until| *until > unit.now) {
        return Ok(locked(until));
    }
    if right {
        sql::query("DELETE FROM supplement_try WHERE supplement = $1")
            .bind(request.to_string())
            .execute(&mut unit.conn)
            .await?;
        sql::query("INSERT INTO supplement_proof (proof_sha256, supplement, device, at) VALUES ($1, $2, $3, $4)")
            .bind(proof_sha256)
            .bind(request.to_string())
            .bind(device)
            .bind(unit.now.millis())
            .execute(&mut unit.conn)
            .await?;
        return Ok(Ok(()));
    }
    let wrong: u32 = sql::query_scalar(
        "INSERT INTO supplement_try (supplement, wrong) VALUES ($1, 1)
         ON CONFLICT (supplement) DO UPDATE SET wrong = supplement_try.wrong + 1, locked_until = NULL RETURNING wrong",
    )
    .bind(request.to_string())
    .fetch_one(&mut unit.conn)
    .await?;
    let left = MOST_WRONG.saturating_sub(wrong);
    if left > 0 {
        return Ok(Err(Refusal::wrong("supplement-digits-wrong").with("left", left)));
    }
    let until = unit.now.plus_millis(LOCKED);
    sql::query("UPDATE supplement_try SET wrong = 0, locked_until = $2 WHERE supplement = $1")
        .bind(request.to_string())
        .bind(until.millis())
        .execute(&mut unit.conn)
        .await?;
    Ok(locked(until))
}

/// Takes an answer that was checked against the form of its request. The same one again gets the same
/// receipt, also when the request is done meanwhile; `true` when it was new.
///
/// # Errors
/// `submission-differs`, `unknown-supplement`, `supplement-done`, `supplement-proof-wrong`,
/// `document-unknown`.
pub(crate) async fn add(
    unit: &mut Unit,
    device: &str,
    checked: &Checked,
    answers: &SupplementRef,
) -> Result<(Receipt, bool), Refusal> {
    let Checked { submission: sent, content, content_sha256, .. } = checked;
    let receipt = |received_at| Receipt {
        id: sent.id,
        code: sent.code.clone(),
        received_at,
        content_sha256: content_sha256.clone(),
        time: None,
    };
    let known: Option<(String, i64)> =
        sql::query_as("SELECT content_sha256, received_at FROM supplement_answer WHERE id = $1 AND device = $2")
            .bind(sent.id.to_string())
            .bind(device)
            .fetch_optional(&mut unit.conn)
            .await?;
    match known {
        Some((hash, received_at)) if hash == *content_sha256 => {
            return Ok((receipt(Moment::from_millis(received_at)), false));
        }
        Some(_) => return Err(Refusal::conflict("submission-differs")),
        None => {}
    }
    let (submission, request) = supplement::find(&mut unit.conn, answers.request)
        .await?
        .ok_or_else(|| Refusal::not_found("unknown-supplement"))?;
    if request.done_at.is_some() {
        return Err(Refusal::conflict("supplement-done"));
    }
    let proved = sql::query(
        "UPDATE supplement_proof SET answer = $1
         WHERE proof_sha256 = $2 AND supplement = $3 AND device = $4 AND at > $5 AND answer IS NULL",
    )
    .bind(sent.id.to_string())
    .bind(secret::sha256(answers.proof.as_bytes()))
    .bind(request.id.to_string())
    .bind(device)
    .bind(unit.now.plus_millis(-HOLDS).millis())
    .execute(&mut unit.conn)
    .await?;
    if proved.rows_affected() == 0 {
        return Err(Refusal::conflict("supplement-proof-wrong"));
    }
    for document in &sent.documents {
        if !file::is_from(&mut unit.conn, device, document).await? {
            return Err(Refusal::wrong("document-unknown").with("evidence", &document.evidence));
        }
    }
    let seal = sealed_key::of(&mut unit.conn, &submission.to_string()).await?;
    let seal = seal.ok_or_else(|| Refusal::not_found("unknown-supplement"))?;
    let added = sql::query(
        "INSERT INTO supplement_answer (id, supplement, device, received_at, content_sha256, content)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
    )
    .bind(sent.id.to_string())
    .bind(request.id.to_string())
    .bind(device)
    .bind(unit.now.millis())
    .bind(content_sha256)
    .bind(seal.close_text(&content_of(&sent.id.to_string()), content)?)
    .execute(&mut unit.conn)
    .await?;
    if added.rows_affected() == 0 {
        return Err(Refusal::conflict("submission-differs"));
    }
    for document in &sent.documents {
        sql::query("INSERT INTO supplement_answer_file (answer, file) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(sent.id.to_string())
            .bind(document.file.to_string())
            .execute(&mut unit.conn)
            .await?;
    }
    if let Some(token_sha256) = &sent.follow_sha256 {
        follow::keep(unit, submission, token_sha256).await?;
    }
    unit.record(Fact::Submission { at: unit.now, id: submission })?;
    Ok((receipt(unit.now), true))
}

/// Where an answer is sealed for.
pub(super) fn content_of(id: &str) -> String {
    format!("supplement_answer/{id}/content")
}

/// The answers to what was asked for of a submission, the newest first.
pub(super) async fn of(conn: &mut Conn, submission: Uuid, seal: &Seal) -> sqlx::Result<Vec<SupplementAnswer>> {
    let rows: Vec<(String, String, i64, String)> = sql::query_as(
        "SELECT a.id, a.supplement, a.received_at, a.content FROM supplement_answer a
         JOIN supplement s ON s.id = a.supplement WHERE s.submission = $1 ORDER BY a.received_at DESC, a.id DESC",
    )
    .bind(submission.to_string())
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(answer, request, received_at, content)| {
            let content = seal.open_text(&content_of(&answer), &content);
            let content = content.ok_or_else(|| sealed_key::broken("an answer"))?;
            let Submission { id, answers, documents, .. } = super::decoded(&content)?;
            Ok(SupplementAnswer {
                id,
                request: request.parse().map_err(|_| sqlx::Error::Decode("a supplement's id".into()))?,
                received_at: Moment::from_millis(received_at),
                answers,
                documents,
            })
        })
        .collect()
}

/// Forgets proofs that hold no longer and with which nothing was sent.
pub(crate) async fn forget(conn: &mut Conn, now: Moment) -> sqlx::Result<()> {
    sql::query("DELETE FROM supplement_proof WHERE answer IS NULL AND at <= $1")
        .bind(now.plus_millis(-HOLDS).millis())
        .execute(conn)
        .await?;
    Ok(())
}
