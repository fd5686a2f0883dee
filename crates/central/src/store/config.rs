//! Table `branch_config`: every version of how the centre is set up; the newest is in force.

use axum::http::StatusCode;
use motcua_domain::branch::BranchConfig;
use motcua_domain::time::Moment;
use motcua_domain::wire::ConfigVersion;

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// Sets the centre up, unless it is already.
pub(crate) async fn seed(unit: &mut Unit, config: &BranchConfig) -> Result<(), Refusal> {
    let there: bool =
        sql::query_scalar("SELECT EXISTS (SELECT 1 FROM branch_config)").fetch_one(&mut unit.conn).await?;
    if !there {
        add(unit, config, None, "system").await?;
    }
    Ok(())
}

/// Adds a version; answers with its number. It must have been made `from` the one in force.
pub(crate) async fn add(unit: &mut Unit, config: &BranchConfig, from: Option<u32>, by: &str) -> Result<u32, Refusal> {
    let written = serde_json::to_string(config).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let version = sql::query_scalar(
        "INSERT INTO branch_config (version, at, account, config)
         SELECT COALESCE(MAX(version), 0) + 1, $1, $2, $3 FROM branch_config RETURNING version",
    )
    .bind(unit.now.millis())
    .bind(by)
    .bind(written)
    .fetch_one(&mut unit.conn)
    .await?;
    if from.is_some_and(|from| from + 1 != version) {
        return Err(Refusal::new(StatusCode::PRECONDITION_FAILED, "branch-changed"));
    }
    Ok(version)
}

/// The version in force with its number.
pub(crate) async fn with_version(conn: &mut Conn) -> sqlx::Result<(u32, BranchConfig)> {
    let (version, written): (u32, String) =
        sql::query_as("SELECT version, config FROM branch_config ORDER BY version DESC LIMIT 1")
            .fetch_one(conn)
            .await?;
    Ok((version, read(&written)?))
}

/// The version in force; none before the centre is set up.
pub(crate) async fn newest(conn: &mut Conn) -> sqlx::Result<Option<BranchConfig>> {
    let written: Option<String> = sql::query_scalar("SELECT config FROM branch_config ORDER BY version DESC LIMIT 1")
        .fetch_optional(conn)
        .await?;
    written.as_deref().map(read).transpose()
}

/// The version that was in force then; the first where there was none yet.
pub(crate) async fn at(conn: &mut Conn, then: Moment) -> sqlx::Result<Option<BranchConfig>> {
    let written: Option<String> = sql::query_scalar(
        "SELECT config FROM branch_config WHERE at <= $1 OR version = 1 ORDER BY version DESC LIMIT 1",
    )
    .bind(then.millis())
    .fetch_optional(conn)
    .await?;
    written.as_deref().map(read).transpose()
}

/// The newest changes, the newest first.
pub(crate) async fn history(conn: &mut Conn, most: u32) -> sqlx::Result<Vec<ConfigVersion>> {
    type Row = (u32, i64, String, Option<String>, Option<String>);
    let rows: Vec<Row> = sql::query_as(
        "SELECT c.version, c.at, c.config, s.account, s.name
         FROM branch_config c LEFT JOIN staff s ON c.account = 'staff:' || s.account
         ORDER BY c.version DESC LIMIT $1",
    )
    .bind(most + 1)
    .fetch_all(conn)
    .await?;
    let versions = rows.into_iter().map(|(version, at, written, account, name)| {
        let told = ConfigVersion { version, at: Moment::from_millis(at), account, name, changed: Vec::new() };
        Ok((told, read(&written)?))
    });
    let mut versions = versions.collect::<sqlx::Result<Vec<_>>>()?;
    for place in 1..versions.len() {
        versions[place - 1].0.changed = versions[place - 1].1.changed_since(&versions[place].1);
    }
    Ok(versions.into_iter().take(most as usize).map(|(told, _)| told).collect())
}

fn read(written: &str) -> sqlx::Result<BranchConfig> {
    serde_json::from_str(written).map_err(|error| sqlx::Error::Decode(error.into()))
}
