//! Tables `procedure_record` and `procedure_import`: records of the national database, every version.

use std::collections::HashMap;

use motcua_domain::catalogue::national::NationalRecord;
use sqlx::{QueryBuilder, Sqlite};

use super::Unit;
use crate::import::Imported;
use crate::refusal::Refusal;
use crate::secret;

/// Adds a version of each record that is new, or differs from its newest version.
pub(crate) async fn import(unit: &mut Unit, records: &[NationalRecord]) -> Result<Imported, Refusal> {
    // The columns beside MAX are those of its row (SQLite, "Bare columns in an aggregate query").
    let known: Vec<(String, i64, String)> =
        sqlx::query_as("SELECT code, MAX(version), sha256 FROM procedure_record GROUP BY code")
            .fetch_all(&mut unit.conn)
            .await?;
    let known: HashMap<_, _> = known.into_iter().map(|(code, version, sha256)| (code, (version, sha256))).collect();
    let mut imported = Imported::default();
    let mut rows = Vec::new();
    for record in records {
        let written = serde_json::to_string(record).map_err(|error| sqlx::Error::Encode(error.into()))?;
        let sha256 = secret::sha256(written.as_bytes());
        let version = match known.get(&record.code) {
            Some((_, same)) if *same == sha256 => {
                imported.unchanged += 1;
                continue;
            }
            Some((version, _)) => {
                imported.changed += 1;
                version + 1
            }
            None => {
                imported.added += 1;
                1
            }
        };
        rows.push((&record.code, version, sha256, written));
    }
    let import = sqlx::query("INSERT INTO procedure_import (at, records) VALUES ($1, $2)")
        .bind(unit.now.millis())
        .bind(i64::try_from(records.len()).unwrap_or(i64::MAX))
        .execute(&mut unit.conn)
        .await?
        .last_insert_rowid();
    for part in rows.chunks(500) {
        let mut insert: QueryBuilder<Sqlite> =
            QueryBuilder::new("INSERT INTO procedure_record (code, version, import, sha256, record) ");
        insert.push_values(part, |mut row, (code, version, sha256, written)| {
            row.push_bind(*code).push_bind(version).push_bind(import).push_bind(sha256).push_bind(written);
        });
        insert.build().execute(&mut unit.conn).await?;
    }
    Ok(imported)
}
