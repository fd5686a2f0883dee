//! Table `unit_import`: provinces and communes over those the product ships.

use motcua_domain::units::{ProvinceUnits, Units, UnitsChange};
use motcua_domain::wire::ImportedUnits;

use super::sql::{self, Conn};
use super::{Unit, decoded, encoded};
use crate::refusal::Refusal;
use crate::secret;

/// Takes a table over what was imported before; what becomes different, and whether anything does.
pub(crate) async fn import(unit: &mut Unit, imported: &[ProvinceUnits]) -> Result<(UnitsChange, bool), Refusal> {
    let before = newest(&mut unit.conn, None).await?;
    let mut table = before.provinces.unwrap_or_default();
    let change = Units::shipped().with_imported(&table).change(imported);
    table.retain(|known| imported.iter().all(|new| new.code != known.code));
    table.extend_from_slice(imported);
    table.sort_by(|a, b| a.code.cmp(&b.code));
    let written = encoded(&table)?;
    let revision = secret::sha256(written.as_bytes());
    if revision == before.revision {
        return Ok((change, false));
    }
    sql::query("INSERT INTO unit_import (at, revision, units) VALUES ($1, $2, $3)")
        .bind(unit.now.millis())
        .bind(revision)
        .bind(written)
        .execute(&mut unit.conn)
        .await?;
    Ok((change, true))
}

/// What was imported, for somebody who knows a revision of it already, or none.
pub(crate) async fn newest(conn: &mut Conn, known: Option<&str>) -> sqlx::Result<ImportedUnits> {
    let row: Option<(String, Option<String>)> = sql::query_as(
        "SELECT revision, CASE WHEN revision = $1 THEN NULL ELSE units END
         FROM unit_import ORDER BY id DESC LIMIT 1",
    )
    .bind(known)
    .fetch_optional(conn)
    .await?;
    Ok(match row {
        Some((revision, units)) => {
            ImportedUnits { revision, provinces: units.map(|written| decoded(&written)).transpose()? }
        }
        None => ImportedUnits { revision: String::new(), provinces: (known != Some("")).then(Vec::new) },
    })
}
