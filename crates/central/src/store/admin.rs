//! What the machine that holds the database may do to accounts, sessions and devices (tables `staff`,
//! `staff_session`, `device`) when nobody can do it at a console.

use motcua_domain::time::Moment;

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// What stands for the password of an account that was closed: no password has this hash.
const CLOSED: &str = "!";

/// An account as it is listed.
pub struct AccountLine {
    /// Its name.
    pub account: String,
    /// Its holder's name.
    pub name: String,
    /// What it may do: `officer`, `supervisor`, `administrator`.
    pub role: String,
    /// Whether its password is a first one.
    pub must_change_password: bool,
    /// Whether it was closed.
    pub closed: bool,
    /// At how many consoles it is signed in.
    pub sessions: u32,
}

/// A device as it is listed.
pub struct DeviceLine {
    /// Its identity.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// When it came in.
    pub enrolled_at: Moment,
    /// When it was last heard, to the minute.
    pub heard_at: Option<Moment>,
    /// When it was sent away.
    pub revoked_at: Option<Moment>,
}

/// Every account, by its name.
pub(crate) async fn accounts(conn: &mut Conn) -> sqlx::Result<Vec<AccountLine>> {
    let rows: Vec<(String, String, String, bool, String, i64)> = sql::query_as(
        "SELECT account, name, role, must_change, password,
             (SELECT count(*) FROM staff_session WHERE staff_session.account = staff.account)
         FROM staff ORDER BY account",
    )
    .fetch_all(conn)
    .await?;
    let line = |(account, name, role, must_change_password, password, sessions): (_, _, _, _, String, i64)| {
        let (closed, sessions) = (password == CLOSED, u32::try_from(sessions).unwrap_or(u32::MAX));
        AccountLine { account, name, role, must_change_password, closed, sessions }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Gives an account another first password and signs it out everywhere. False when there is none.
pub(crate) async fn set_password(unit: &mut Unit, account: &str, password_hash: &str) -> Result<bool, Refusal> {
    let set = sql::query("UPDATE staff SET password = $2, must_change = TRUE WHERE account = $1")
        .bind(account)
        .bind(password_hash)
        .execute(&mut unit.conn)
        .await?;
    end_sessions(unit, Some(account)).await?;
    Ok(set.rows_affected() > 0)
}

/// Makes an account an administrator with a first password, also when it is there already.
pub(crate) async fn make_administrator(
    unit: &mut Unit,
    account: &str,
    name: &str,
    password_hash: &str,
) -> Result<(), Refusal> {
    sql::query(
        "INSERT INTO staff (account, name, role, password, must_change, created_at)
         VALUES ($1, $2, 'administrator', $3, TRUE, $4)
         ON CONFLICT (account) DO UPDATE SET role = 'administrator', password = excluded.password, must_change = TRUE",
    )
    .bind(account)
    .bind(name)
    .bind(password_hash)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    end_sessions(unit, Some(account)).await.map(drop)
}

/// Closes an account: nobody signs in with it any more, and what it did stays under its name. False when
/// there is none.
pub(crate) async fn close(unit: &mut Unit, account: &str) -> Result<bool, Refusal> {
    let closed = sql::query("UPDATE staff SET password = $2, must_change = FALSE WHERE account = $1")
        .bind(account)
        .bind(CLOSED)
        .execute(&mut unit.conn)
        .await?;
    end_sessions(unit, Some(account)).await?;
    Ok(closed.rows_affected() > 0)
}

/// Signs out everybody, or one account everywhere; how many consoles that were.
pub(crate) async fn end_sessions(unit: &mut Unit, account: Option<&str>) -> Result<u64, Refusal> {
    let ended = match account {
        Some(account) => sql::query("DELETE FROM staff_session WHERE account = $1").bind(account),
        None => sql::query("DELETE FROM staff_session"),
    };
    Ok(ended.execute(&mut unit.conn).await?.rows_affected())
}

/// Every device, in the order in which they came in.
pub(crate) async fn devices(conn: &mut Conn) -> sqlx::Result<Vec<DeviceLine>> {
    type Row = (String, String, i64, Option<i64>, Option<i64>);
    let rows: Vec<Row> = sql::query_as("SELECT id, name, enrolled_at, heard_at, revoked_at FROM device ORDER BY id")
        .fetch_all(conn)
        .await?;
    let line = |(id, name, enrolled_at, heard_at, revoked_at): Row| DeviceLine {
        id,
        name,
        enrolled_at: Moment::from_millis(enrolled_at),
        heard_at: heard_at.map(Moment::from_millis),
        revoked_at: revoked_at.map(Moment::from_millis),
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Sends a device away for good. False when there is none, or it was sent away before.
pub(crate) async fn revoke(unit: &mut Unit, id: &str) -> Result<bool, Refusal> {
    let revoked = sql::query("UPDATE device SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL")
        .bind(id)
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    Ok(revoked.rows_affected() > 0)
}
