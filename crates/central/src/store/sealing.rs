//! Sealing what a server of before sealing wrote: at the start, part by part, each part whole or not at all.

use super::sql;
use super::vault::is_sealed;
use super::{Unit, Writer, file, sealed_key, submission, supplement, supplement_answer};
use crate::refusal::Refusal;

/// How many submissions or files are sealed in one commit.
const PART: u32 = 20;

/// Seals all that is not sealed yet. What stood there is overwritten, and gone from the log soon after.
pub(crate) async fn seal_all(writer: &Writer) -> Result<(), Refusal> {
    let mut sealed = 0;
    loop {
        let done = writer.run(|unit| Box::pin(async { Ok(submissions(unit).await? + files(unit).await?) })).await?;
        if done == 0 {
            break;
        }
        sealed += done;
    }
    if sealed > 0 {
        tracing::info!(sealed, "submissions and files from before were sealed");
    }
    Ok(())
}

async fn submissions(unit: &mut Unit) -> Result<u32, Refusal> {
    let rows: Vec<(String, String, String)> = sql::query_as(
        "SELECT id, applicant, content FROM submission s
         WHERE content NOT LIKE 'v1:%' AND NOT EXISTS (SELECT 1 FROM sealed_key k WHERE k.subject = s.id) LIMIT $1",
    )
    .bind(PART)
    .fetch_all(&mut unit.conn)
    .await?;
    let count = rows.len();
    for (id, applicant, content) in rows {
        unit.erase();
        let seal = sealed_key::make(unit, &id).await?;
        sql::query("UPDATE submission SET applicant = $2, content = $3 WHERE id = $1")
            .bind(&id)
            .bind(seal.close_text(&submission::applicant_of(&id), &applicant)?)
            .bind(seal.close_text(&submission::content_of(&id), &content)?)
            .execute(&mut unit.conn)
            .await?;
        let asked: Vec<(String, String, String)> =
            sql::query_as("SELECT id, text, papers FROM supplement WHERE submission = $1")
                .bind(&id)
                .fetch_all(&mut unit.conn)
                .await?;
        for (request, text, papers) in asked {
            sql::query("UPDATE supplement SET text = $2, papers = $3 WHERE id = $1")
                .bind(&request)
                .bind(seal.close_text(&supplement::text_of(&request), &text)?)
                .bind(seal.close_text(&supplement::papers_of(&request), &papers)?)
                .execute(&mut unit.conn)
                .await?;
            let answers: Vec<(String, String)> =
                sql::query_as("SELECT id, content FROM supplement_answer WHERE supplement = $1")
                    .bind(&request)
                    .fetch_all(&mut unit.conn)
                    .await?;
            for (answer, content) in answers.into_iter().filter(|(_, content)| !is_sealed(content)) {
                sql::query("UPDATE supplement_answer SET content = $2 WHERE id = $1")
                    .bind(&answer)
                    .bind(seal.close_text(&supplement_answer::content_of(&answer), &content)?)
                    .execute(&mut unit.conn)
                    .await?;
            }
        }
    }
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

async fn files(unit: &mut Unit) -> Result<u32, Refusal> {
    let rows: Vec<(String, Vec<u8>)> = sql::query_as("SELECT id, bytes FROM file WHERE NOT sealed LIMIT $1")
        .bind(PART)
        .fetch_all(&mut unit.conn)
        .await?;
    let count = rows.len();
    for (id, bytes) in rows {
        unit.erase();
        let sealed = sealed_key::make(unit, &id).await?.close(&file::bytes_of(&id), &bytes)?;
        sql::query("UPDATE file SET bytes = $2, sealed = TRUE WHERE id = $1")
            .bind(&id)
            .bind(sealed)
            .execute(&mut unit.conn)
            .await?;
    }
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
