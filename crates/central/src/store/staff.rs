//! Tables `staff` and `staff_session`: accounts, and who is signed in.

use motcua_domain::time::Moment;
use motcua_domain::wire::{NewAccount, Role, StaffMember};

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;
use crate::secret;

/// How long somebody stays signed in without doing anything, in milliseconds: 8 hours.
pub(crate) const IDLE: i64 = 8 * 60 * 60 * 1000;

/// How long after their last call somebody still counts as being at their counter, in milliseconds:
/// 15 minutes. A console asks more often than that while it is open.
const PRESENT: i64 = 15 * 60 * 1000;

/// An account with what is kept of its password.
pub(crate) struct Account {
    /// Who it is.
    pub(crate) who: StaffMember,
    /// The password's hash (PHC string).
    pub(crate) password: String,
}

type Row = (String, String, String, bool, String);

fn account((account, name, role, must_change_password, password): Row) -> sqlx::Result<Account> {
    let role = role_named(&role).ok_or_else(|| sqlx::Error::Decode(format!("no role {role}").into()))?;
    Ok(Account { who: StaffMember { account, name, role, must_change_password, counter: None }, password })
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Officer => "officer",
        Role::Supervisor => "supervisor",
        Role::Administrator => "administrator",
        Role::Auditor => "auditor",
    }
}

fn role_named(name: &str) -> Option<Role> {
    [Role::Officer, Role::Supervisor, Role::Administrator, Role::Auditor]
        .into_iter()
        .find(|role| role_name(*role) == name)
}

/// An account by its name. The counter it has open is the hall's to say.
pub(crate) async fn find(conn: &mut Conn, name: &str) -> sqlx::Result<Option<Account>> {
    let row: Option<Row> = sql::query_as(
        "SELECT account, name, role, must_change, password FROM staff
             WHERE account = $1 AND closed_at IS NULL",
    )
    .bind(name)
    .fetch_optional(conn)
    .await?;
    row.map(account).transpose()
}

/// Every account, by the holder's name.
pub(crate) async fn all(conn: &mut Conn) -> sqlx::Result<Vec<StaffMember>> {
    let rows: Vec<Row> = sql::query_as(
        "SELECT account, name, role, must_change, password FROM staff WHERE closed_at IS NULL ORDER BY name, account",
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| Ok(account(row)?.who)).collect()
}

/// Whether anybody has a password of their own yet. Before that nobody can work or add accounts.
pub(crate) async fn any_settled(conn: &mut Conn) -> sqlx::Result<bool> {
    sql::query_scalar("SELECT EXISTS (SELECT 1 FROM staff WHERE must_change = FALSE)").fetch_one(conn).await
}

/// Makes the first administrator, or gives them another first password.
pub(crate) async fn set_first(unit: &mut Unit, account: &str, name: &str, password_hash: &str) -> Result<(), Refusal> {
    sql::query(
        "INSERT INTO staff (account, name, role, password, must_change, created_at) VALUES ($1, $2, $3, $4, TRUE, $5)
         ON CONFLICT (account) DO UPDATE SET password = excluded.password",
    )
    .bind(account)
    .bind(name)
    .bind(role_name(Role::Administrator))
    .bind(password_hash)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    sql::query("DELETE FROM staff_session WHERE account = $1").bind(account).execute(&mut unit.conn).await?;
    Ok(())
}

/// Adds an account, whose password must be changed at the first sign-in.
pub(crate) async fn add(unit: &mut Unit, new: &NewAccount, password_hash: &str) -> Result<StaffMember, Refusal> {
    let added = sql::query(
        "INSERT INTO staff (account, name, role, password, must_change, created_at) VALUES ($1, $2, $3, $4, TRUE, $5)
         ON CONFLICT (account) DO NOTHING",
    )
    .bind(&new.account)
    .bind(&new.name)
    .bind(role_name(new.role))
    .bind(password_hash)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    if added.rows_affected() == 0 {
        return Err(Refusal::conflict("account-taken"));
    }
    Ok(StaffMember {
        account: new.account.clone(),
        name: new.name.clone(),
        role: new.role,
        must_change_password: true,
        counter: None,
    })
}

/// Sets a new password and signs the account out everywhere but here.
pub(crate) async fn change_password(
    unit: &mut Unit,
    account: &str,
    password_hash: &str,
    here_sha256: &str,
) -> Result<(), Refusal> {
    sql::query("UPDATE staff SET password = $2, must_change = FALSE WHERE account = $1")
        .bind(account)
        .bind(password_hash)
        .execute(&mut unit.conn)
        .await?;
    sql::query("DELETE FROM staff_session WHERE account = $1 AND token_sha256 <> $2")
        .bind(account)
        .bind(here_sha256)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Signs an account in, at a machine if that is known, and answers with the token.
pub(crate) async fn sign_in(unit: &mut Unit, account: &str, device: Option<&str>) -> Result<String, Refusal> {
    let token = secret::token("staff")?;
    sql::query("INSERT INTO staff_session (token_sha256, account, seen_at, device) VALUES ($1, $2, $3, $4)")
        .bind(secret::sha256(token.as_bytes()))
        .bind(account)
        .bind(unit.now.millis())
        .bind(device)
        .execute(&mut unit.conn)
        .await?;
    Ok(token)
}

/// Closes an account: nobody can sign in with it any more, and whoever is signed in with it no longer is.
pub(crate) async fn close(unit: &mut Unit, account: &str) -> Result<(), Refusal> {
    let closed = sql::query("UPDATE staff SET closed_at = $2 WHERE account = $1 AND closed_at IS NULL")
        .bind(account)
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    if closed.rows_affected() == 0 {
        return Err(Refusal::not_found("unknown-account"));
    }
    sql::query("DELETE FROM staff_session WHERE account = $1").bind(account).execute(&mut unit.conn).await?;
    Ok(())
}

/// Gives an account another first password, to be changed at the next sign-in.
pub(crate) async fn reset_password(unit: &mut Unit, account: &str, password_hash: &str) -> Result<(), Refusal> {
    let set = sql::query("UPDATE staff SET password = $2, must_change = TRUE WHERE account = $1 AND closed_at IS NULL")
        .bind(account)
        .bind(password_hash)
        .execute(&mut unit.conn)
        .await?;
    if set.rows_affected() == 0 {
        return Err(Refusal::not_found("unknown-account"));
    }
    sql::query("DELETE FROM staff_session WHERE account = $1").bind(account).execute(&mut unit.conn).await?;
    Ok(())
}

/// Signs out.
pub(crate) async fn sign_out(unit: &mut Unit, token_sha256: &str) -> Result<(), Refusal> {
    sql::query("DELETE FROM staff_session WHERE token_sha256 = $1").bind(token_sha256).execute(&mut unit.conn).await?;
    Ok(())
}

/// Somebody signed in.
pub(crate) struct Session {
    /// Who it is.
    pub(crate) who: StaffMember,
    /// When they were last seen.
    pub(crate) seen_at: Moment,
    /// The machine they signed in at.
    pub(crate) device: Option<String>,
}

/// Who is signed in with a token.
pub(crate) async fn by_token(conn: &mut Conn, token_sha256: &str) -> sqlx::Result<Option<Session>> {
    let row: Option<(String, i64, Option<String>)> =
        sql::query_as("SELECT account, seen_at, device FROM staff_session WHERE token_sha256 = $1")
            .bind(token_sha256)
            .fetch_optional(&mut *conn)
            .await?;
    let Some((name, seen_at, device)) = row else { return Ok(None) };
    let account = find(conn, &name).await?;
    Ok(account.map(|account| Session { who: account.who, seen_at: Moment::from_millis(seen_at), device }))
}

/// Notes that somebody did something.
pub(crate) async fn seen(unit: &mut Unit, token_sha256: &str) -> Result<(), Refusal> {
    sql::query("UPDATE staff_session SET seen_at = $2 WHERE token_sha256 = $1")
        .bind(token_sha256)
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Whether an account is signed in anywhere.
pub(crate) async fn is_present(conn: &mut Conn, account: &str, now: Moment) -> sqlx::Result<bool> {
    sql::query_scalar("SELECT EXISTS (SELECT 1 FROM staff_session WHERE account = $1 AND seen_at >= $2)")
        .bind(account)
        .bind(now.plus_millis(-PRESENT).millis())
        .fetch_one(conn)
        .await
}

/// Forgets who was last seen before a moment.
pub(crate) async fn forget(conn: &mut Conn, before: Moment) -> sqlx::Result<()> {
    sql::query("DELETE FROM staff_session WHERE seen_at < $1").bind(before.millis()).execute(conn).await?;
    Ok(())
}
