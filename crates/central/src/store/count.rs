//! Table `count`: counts that never go back.

use super::sql::{self, Conn};

/// The next number of a count: 1, 2, 3, …
pub(crate) async fn next(conn: &mut Conn, name: &str) -> sqlx::Result<u32> {
    sql::query_scalar(
        "INSERT INTO count (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = count.last + 1
         RETURNING last",
    )
    .bind(name)
    .fetch_one(conn)
    .await
}
