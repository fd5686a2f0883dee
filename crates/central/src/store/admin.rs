//! What the machine that holds the database may do to accounts, sessions and devices (tables `staff`,
//! `staff_session`, `device`) when nobody can do it at a console.

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

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

/// Every account, by its name.
pub(crate) async fn accounts(conn: &mut Conn) -> sqlx::Result<Vec<AccountLine>> {
    let rows: Vec<(String, String, String, bool, bool, u32)> = sql::query_as(
        "SELECT account, name, role, must_change, closed_at IS NOT NULL,
             (SELECT count(*) FROM staff_session WHERE staff_session.account = staff.account)
         FROM staff ORDER BY account",
    )
    .fetch_all(conn)
    .await?;
    let line = |(account, name, role, must_change_password, closed, sessions)| AccountLine {
        account,
        name,
        role,
        must_change_password,
        closed,
        sessions,
    };
    Ok(rows.into_iter().map(line).collect())
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
         ON CONFLICT (account) DO UPDATE SET role = 'administrator', password = excluded.password, must_change = TRUE,
         closed_at = NULL",
    )
    .bind(account)
    .bind(name)
    .bind(password_hash)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    end_sessions(unit, Some(account)).await.map(drop)
}

/// Signs out everybody, or one account everywhere; how many consoles that were.
pub(crate) async fn end_sessions(unit: &mut Unit, account: Option<&str>) -> Result<u64, Refusal> {
    let ended = match account {
        Some(account) => sql::query("DELETE FROM staff_session WHERE account = $1").bind(account),
        None => sql::query("DELETE FROM staff_session"),
    };
    Ok(ended.execute(&mut unit.conn).await?.rows_affected())
}
