//! Table `procedure_words`: plain words that supervisors wrote, every version of them.

use std::collections::HashMap;

use motcua_domain::catalogue::PlainWords;
use motcua_domain::time::Moment;
use motcua_domain::wire::{SetWords, StaffMember, WordsVersion};

use super::sql::{self, Conn};
use super::{Unit, catalogue, decoded, encoded};
use crate::refusal::Refusal;

/// Adds a version of a procedure's words. It must have been made from the one in force.
pub(crate) async fn add(unit: &mut Unit, code: &str, set: &SetWords, who: &StaffMember) -> Result<(), Refusal> {
    let Some(entry) = catalogue::entry(&mut unit.conn, code).await? else {
        return Err(Refusal::not_found("unknown-procedure"));
    };
    if entry.words_version != set.from {
        return Err(Refusal::conflict("words-changed"));
    }
    sql::query(
        "INSERT INTO procedure_words (code, version, words, account, officer, at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(code)
    .bind(entry.words_version + 1)
    .bind(encoded(&set.words)?)
    .bind(&who.account)
    .bind(&who.name)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    catalogue::compose(unit, code).await
}

/// Every version of a procedure's words, the newest first.
pub(crate) async fn versions(conn: &mut Conn, code: &str) -> sqlx::Result<Vec<WordsVersion>> {
    let rows: Vec<(u32, String, i64, String)> =
        sql::query_as("SELECT version, officer, at, words FROM procedure_words WHERE code = $1 ORDER BY version DESC")
            .bind(code)
            .fetch_all(conn)
            .await?;
    rows.into_iter()
        .map(|(version, officer, at, words)| {
            Ok(WordsVersion { version, officer, at: Moment::from_millis(at), words: decoded(&words)? })
        })
        .collect()
}

/// The words in force with their version, by procedure: of one, or of all that have some.
pub(super) async fn newest(conn: &mut Conn, code: Option<&str>) -> sqlx::Result<HashMap<String, (u32, PlainWords)>> {
    let rows: Vec<(String, u32, String)> = sql::query_as(
        "SELECT code, version, words FROM procedure_words w WHERE ($1 IS NULL OR code = $1)
         AND version = (SELECT MAX(version) FROM procedure_words WHERE code = w.code)",
    )
    .bind(code)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|(code, version, words)| Ok((code, (version, decoded(&words)?)))).collect()
}
