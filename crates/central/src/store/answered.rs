//! Table `answered`: what a write was answered, kept with its effect in one transaction.

use motcua_domain::time::Moment;
use sqlx::SqliteConnection;

/// A stored answer.
pub(crate) struct Answered {
    /// Fingerprint of the request it answered.
    pub(crate) request_sha256: String,
    /// HTTP status.
    pub(crate) status: u16,
    /// The body as it was sent.
    pub(crate) body: Vec<u8>,
}

/// The answer to an earlier write of the same asker with the same key.
pub(crate) async fn find(conn: &mut SqliteConnection, who: &str, key: &str) -> sqlx::Result<Option<Answered>> {
    let row: Option<(String, u16, Vec<u8>)> =
        sqlx::query_as("SELECT request_sha256, status, body FROM answered WHERE who = $1 AND key = $2")
            .bind(who)
            .bind(key)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(request_sha256, status, body)| Answered { request_sha256, status, body }))
}

/// Keeps an answer.
pub(crate) async fn keep(
    conn: &mut SqliteConnection,
    who: &str,
    key: &str,
    answer: &Answered,
    at: Moment,
) -> sqlx::Result<()> {
    sqlx::query("INSERT INTO answered (who, key, request_sha256, status, body, at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(who)
        .bind(key)
        .bind(&answer.request_sha256)
        .bind(answer.status)
        .bind(&answer.body)
        .bind(at.millis())
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets answers older than a moment.
pub(crate) async fn forget(conn: &mut SqliteConnection, before: Moment) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM answered WHERE at < $1").bind(before.millis()).execute(conn).await?;
    Ok(())
}
