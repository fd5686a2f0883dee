//! Table `picture`: the pictures of the boards' notices.

use motcua_domain::branch::PictureId;
use motcua_domain::time::Moment;
use sqlx::SqliteConnection;

use super::Unit;
use crate::refusal::Refusal;

/// Keeps a picture; one that is there already is as good as new.
pub(crate) async fn add(unit: &mut Unit, id: &PictureId, account: &str, bytes: &[u8]) -> Result<(), Refusal> {
    sqlx::query(
        "INSERT INTO picture (id, added_at, named_at, account, bytes) VALUES ($1, $2, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET named_at = excluded.named_at",
    )
    .bind(id.as_ref())
    .bind(unit.now.millis())
    .bind(account)
    .bind(bytes)
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// Whether a picture is there.
pub(crate) async fn is_there(conn: &mut SqliteConnection, id: &PictureId) -> sqlx::Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM picture WHERE id = $1)").bind(id.as_ref()).fetch_one(conn).await
}

/// The bytes of a picture.
pub(crate) async fn read(conn: &mut SqliteConnection, id: &PictureId) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar("SELECT bytes FROM picture WHERE id = $1").bind(id.as_ref()).fetch_optional(conn).await
}

/// Forgets pictures that no settings in force have named since a moment.
pub(crate) async fn forget(
    conn: &mut SqliteConnection,
    named: impl Iterator<Item = &PictureId>,
    now: Moment,
    before: Moment,
) -> sqlx::Result<()> {
    for id in named {
        sqlx::query("UPDATE picture SET named_at = $2 WHERE id = $1")
            .bind(id.as_ref())
            .bind(now.millis())
            .execute(&mut *conn)
            .await?;
    }
    sqlx::query("DELETE FROM picture WHERE named_at < $1").bind(before.millis()).execute(conn).await?;
    Ok(())
}
