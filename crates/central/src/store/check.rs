//! Table `procedure_check`: who looked through which version of a record. The first who did stays.

use std::collections::HashSet;

use motcua_domain::time::Moment;
use motcua_domain::wire::{CheckedBy, StaffMember};

use super::sql::{self, Conn};
use super::{Unit, catalogue};
use crate::refusal::Refusal;

/// An officer looked through a version of a record, which must be the newest.
pub(crate) async fn add(unit: &mut Unit, code: &str, version: u32, who: &StaffMember) -> Result<(), Refusal> {
    let Some(entry) = catalogue::entry(&mut unit.conn, code).await? else {
        return Err(Refusal::not_found("unknown-procedure"));
    };
    if entry.procedure.version != version {
        return Err(Refusal::conflict("procedure-changed"));
    }
    sql::query(
        "INSERT INTO procedure_check (code, version, account, officer, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING",
    )
    .bind(code)
    .bind(version)
    .bind(&who.account)
    .bind(&who.name)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    catalogue::compose(unit, code).await
}

/// Who looked through a version of a record, if anybody did.
pub(crate) async fn of(conn: &mut Conn, code: &str, version: u32) -> sqlx::Result<Option<CheckedBy>> {
    let row: Option<(String, i64)> =
        sql::query_as("SELECT officer, at FROM procedure_check WHERE code = $1 AND version = $2")
            .bind(code)
            .bind(version)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(officer, at)| CheckedBy { officer, at: Moment::from_millis(at) }))
}

/// The versions that were looked through: of one procedure, or of all.
pub(super) async fn all(conn: &mut Conn, code: Option<&str>) -> sqlx::Result<HashSet<(String, u32)>> {
    let rows: Vec<(String, u32)> =
        sql::query_as("SELECT code, version FROM procedure_check WHERE $1 IS NULL OR code = $1")
            .bind(code)
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().collect())
}
