//! Tables `procedure_record` and `procedure_import`: records of the national database, every version.

use std::collections::HashMap;

use motcua_domain::catalogue::national::NationalRecord;
use motcua_domain::catalogue::{Procedure, starter};
use motcua_domain::time::Moment;
use motcua_domain::wire::RecordVersion;

use super::sql::{self, Builder, Conn};
use super::{Unit, catalogue, decoded, encoded};
use crate::import::Imported;
use crate::refusal::Refusal;
use crate::secret;

/// Adds a version of each record that is new, or differs from its newest version, and composes the
/// procedures of these.
pub(crate) async fn import(unit: &mut Unit, records: &[NationalRecord]) -> Result<Imported, Refusal> {
    catalogue::bring_up_to_date(unit).await?;
    let known: Vec<(String, u32, String)> = sql::query_as(
        "SELECT code, version, sha256 FROM procedure_record r
             WHERE version = (SELECT MAX(version) FROM procedure_record WHERE code = r.code)",
    )
    .fetch_all(&mut unit.conn)
    .await?;
    let known: HashMap<_, _> = known.into_iter().map(|(code, version, sha256)| (code, (version, sha256))).collect();
    let mut imported = Imported::default();
    let mut rows = Vec::new();
    for record in records {
        let written = encoded(record)?;
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
        rows.push((record, version, sha256, written));
    }
    let import: i64 = sql::query_scalar("INSERT INTO procedure_import (at, records) VALUES ($1, $2) RETURNING id")
        .bind(unit.now.millis())
        .bind(i64::try_from(records.len()).unwrap_or(i64::MAX))
        .fetch_one(&mut unit.conn)
        .await?;
    for part in rows.chunks(500) {
        let mut insert: Builder = Builder::new("INSERT INTO procedure_record (code, version, import, sha256, record) ");
        insert.push_values(part, |mut row, (record, version, sha256, written)| {
            row.push_bind(&record.code).push_bind(version).push_bind(import).push_bind(sha256).push_bind(written);
        });
        insert.build().execute(&mut unit.conn).await?;
    }
    let changed: Vec<_> = rows.iter().map(|(record, version, ..)| (*record, *version)).collect();
    catalogue::compose_records(unit, &changed).await?;
    Ok(imported)
}

/// The newest version of a record, or none when no record of that code was imported.
pub(crate) async fn newest(conn: &mut Conn, code: &str) -> sqlx::Result<Option<(u32, NationalRecord)>> {
    let row: Option<(u32, String)> =
        sql::query_as("SELECT version, record FROM procedure_record WHERE code = $1 ORDER BY version DESC LIMIT 1")
            .bind(code)
            .fetch_optional(conn)
            .await?;
    row.map(|(version, written)| Ok((version, decoded(&written)?))).transpose()
}

/// A procedure as a version of its record has it, in the record's own words; 0 is what the product ships.
pub(super) async fn at_version(conn: &mut Conn, code: &str, version: u32) -> sqlx::Result<Option<Procedure>> {
    if version == 0 {
        return Ok(starter().procedure(code).cloned());
    }
    let written: Option<String> =
        sql::query_scalar("SELECT record FROM procedure_record WHERE code = $1 AND version = $2")
            .bind(code)
            .bind(version)
            .fetch_optional(conn)
            .await?;
    written.map(|written| Ok(Procedure::of_record(&decoded(&written)?, version))).transpose()
}

/// The versions of a record, the newest first.
pub(crate) async fn versions(conn: &mut Conn, code: &str) -> sqlx::Result<Vec<RecordVersion>> {
    let rows: Vec<(u32, i64)> = sql::query_as(
        "SELECT r.version, i.at FROM procedure_record r JOIN procedure_import i ON i.id = r.import
         WHERE r.code = $1 ORDER BY r.version DESC",
    )
    .bind(code)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(version, at)| RecordVersion { version, at: Moment::from_millis(at) }).collect())
}
