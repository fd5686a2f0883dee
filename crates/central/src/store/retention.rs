//! Table `retention`: what was submitted and had its time is deleted for good, and that it was is told.
//!
//! Deleting the wrapped key is the deletion. What it sealed is overwritten with nothing after that, and the line
//! with its code, its procedure and its times stays: figures are made of those.

use motcua_domain::branch::BranchConfig;
use motcua_domain::time::Moment;
use motcua_domain::wire::Retained;

use super::Unit;
use super::audit::Deed;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// How many submissions are deleted in one transaction.
const PART: u32 = 50;

/// Deletes a part of what has had its time; answers with how many that were. Begun again after a cut it goes on
/// where it was.
pub(crate) async fn delete(unit: &mut Unit, config: &BranchConfig) -> Result<u32, Refusal> {
    let before = |days: u32| unit.now.plus_millis(-i64::from(days) * DAY).millis();
    let (accepted, open) = (before(config.keep_accepted_days), before(config.keep_open_days));
    let due: Vec<(String, bool)> = sql::query_as(
        "SELECT s.id, a.submission IS NOT NULL FROM submission s
         JOIN sealed_key k ON k.subject = s.id LEFT JOIN acceptance a ON a.submission = s.id
         WHERE a.accepted_at < $1 OR (a.submission IS NULL AND s.received_at < $2) LIMIT $3",
    )
    .bind(accepted)
    .bind(open)
    .bind(PART)
    .fetch_all(&mut unit.conn)
    .await?;
    let mut done = [(0_u32, 0_u32); 2];
    for (id, accepted) in &due {
        let files = shred(unit, id).await?;
        let sum = &mut done[usize::from(*accepted)];
        *sum = (sum.0 + 1, sum.1 + files);
        unit.audit(Deed {
            who: "system".to_owned(),
            device: None,
            verb: "submission.delete",
            subject: Some(id.clone()),
            outcome: 200,
            before: Some(if *accepted { "accepted" } else { "received" }.to_owned()),
            after: Some("deleted".to_owned()),
        });
    }
    for (kind, (submissions, files)) in ["open", "accepted"].into_iter().zip(done) {
        if submissions > 0 {
            sql::query(
                "INSERT INTO retention (at, kind, submissions, files) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (at, kind) DO UPDATE SET submissions = retention.submissions + excluded.submissions,
                 files = retention.files + excluded.files",
            )
            .bind(unit.now.millis())
            .bind(kind)
            .bind(submissions)
            .bind(files)
            .execute(&mut unit.conn)
            .await?;
        }
    }
    Ok(u32::try_from(due.len()).unwrap_or(u32::MAX))
}

/// Deletes the keys of a submission and its files, and what they sealed; answers with how many files that were.
async fn shred(unit: &mut Unit, id: &str) -> Result<u32, Refusal> {
    unit.erase();
    let files: Vec<String> = sql::query_scalar(
        "SELECT file FROM submission_file WHERE submission = $1
         UNION SELECT f.file FROM supplement_answer_file f
         JOIN supplement_answer a ON a.id = f.answer JOIN supplement s ON s.id = a.supplement WHERE s.submission = $1",
    )
    .bind(id)
    .fetch_all(&mut unit.conn)
    .await?;
    for subject in files.iter().map(String::as_str).chain([id]) {
        sql::query("DELETE FROM sealed_key WHERE subject = $1").bind(subject).execute(&mut unit.conn).await?;
    }
    for file in &files {
        sql::query("UPDATE file SET bytes = $2 WHERE id = $1")
            .bind(file)
            .bind(Vec::new())
            .execute(&mut unit.conn)
            .await?;
    }
    for forget in [
        "UPDATE submission SET applicant = '', content = 'v1:' WHERE id = $1",
        "UPDATE supplement SET text = '', papers = '' WHERE submission = $1",
        "UPDATE supplement_answer SET content = '' WHERE supplement IN (SELECT id FROM supplement WHERE submission = $1)",
        "DELETE FROM follow WHERE submission = $1",
    ] {
        sql::query(forget).bind(id).execute(&mut unit.conn).await?;
    }
    Ok(u32::try_from(files.len()).unwrap_or(u32::MAX))
}

/// What was deleted, the newest first.
pub(crate) async fn report(conn: &mut Conn, most: u32) -> sqlx::Result<Vec<Retained>> {
    let rows: Vec<(i64, String, u32, u32)> =
        sql::query_as("SELECT at, kind, submissions, files FROM retention ORDER BY at DESC, kind LIMIT $1")
            .bind(most)
            .fetch_all(conn)
            .await?;
    let told = |(at, kind, submissions, files): (i64, String, u32, u32)| Retained {
        at: Moment::from_millis(at),
        accepted: kind == "accepted",
        submissions,
        files,
    };
    Ok(rows.into_iter().map(told).collect())
}
