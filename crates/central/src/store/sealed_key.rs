//! Tables `sealed_key` and `vault`: the wrapped keys of submissions and files, and what tells the server's key.

use super::Unit;
use super::sql::{self, Conn};
use super::vault::Seal;
use crate::refusal::Refusal;

/// Makes the key of a subject, which has none yet.
pub(super) async fn make(unit: &mut Unit, subject: &str) -> Result<Seal, Refusal> {
    let (seal, wrapped) = unit.conn.vault().make(subject)?;
    sql::query("INSERT INTO sealed_key (subject, wrapped, made_at) VALUES ($1, $2, $3)")
        .bind(subject)
        .bind(wrapped)
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    Ok(seal)
}

/// The key of a subject; none when it was deleted.
pub(super) async fn of(conn: &mut Conn, subject: &str) -> sqlx::Result<Option<Seal>> {
    let wrapped: Option<Vec<u8>> = sql::query_scalar("SELECT wrapped FROM sealed_key WHERE subject = $1")
        .bind(subject)
        .fetch_optional(conn)
        .await?;
    wrapped.map(|wrapped| unwrapped(conn, subject, &wrapped)).transpose()
}

/// The key of a subject as its row has it.
pub(super) fn unwrapped(conn: &Conn, subject: &str, wrapped: &[u8]) -> sqlx::Result<Seal> {
    conn.vault().unwrap(subject, wrapped).ok_or_else(|| broken("a key"))
}

/// That a value does not open: it was moved, or changed.
pub(super) fn broken(what: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("{what} that does not open").into())
}

/// Whether the database was sealed with the server's key; the first that asks is.
pub(super) async fn is_ours(conn: &mut Conn) -> sqlx::Result<bool> {
    let check = conn.vault().check_value();
    sql::query("INSERT INTO vault (id, check_value) VALUES (1, $1) ON CONFLICT DO NOTHING")
        .bind(&check)
        .execute(conn)
        .await?;
    let known: String = sql::query_scalar("SELECT check_value FROM vault WHERE id = 1").fetch_one(conn).await?;
    Ok(known == check)
}
