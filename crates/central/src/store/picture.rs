//! Table `picture`: the pictures of the boards' notices.

use motcua_domain::branch::PictureId;
use motcua_domain::time::Moment;

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// Keeps a picture; one that is there already is as good as new.
pub(crate) async fn add(unit: &mut Unit, id: &PictureId, account: &str, bytes: &[u8]) -> Result<(), Refusal> {
    sql::query(
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
pub(crate) async fn is_there(conn: &mut Conn, id: &PictureId) -> sqlx::Result<bool> {
    sql::query_scalar("SELECT EXISTS (SELECT 1 FROM picture WHERE id = $1)").bind(id.as_ref()).fetch_one(conn).await
}

/// The bytes of a picture.
pub(crate) async fn read(conn: &mut Conn, id: &PictureId) -> sqlx::Result<Option<Vec<u8>>> {
    sql::query_scalar("SELECT bytes FROM picture WHERE id = $1").bind(id.as_ref()).fetch_optional(conn).await
}

/// Forgets pictures that no settings in force have named since a moment.
pub(crate) async fn forget(
    conn: &mut Conn,
    named: impl Iterator<Item = &PictureId>,
    now: Moment,
    before: Moment,
) -> sqlx::Result<()> {
    for id in named {
        sql::query("UPDATE picture SET named_at = $2 WHERE id = $1")
            .bind(id.as_ref())
            .bind(now.millis())
            .execute(&mut *conn)
            .await?;
    }
    sql::query("DELETE FROM picture WHERE named_at < $1").bind(before.millis()).execute(conn).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open::open;

    #[tokio::test]
    async fn a_picture_stays_while_it_is_named_and_goes_a_while_after() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = format!("sqlite://{}", folder.path().join("central.db").display());
        let opened = open(&database, None, true).await.expect("a database");
        let mut conn = opened.writes.acquire().await.expect("a connection");
        let ids = ["ab", "cd"].map(|two| two.repeat(32).parse::<PictureId>().expect("an id"));
        let staff = "INSERT INTO staff VALUES ('lan', 'Lan', 'supervisor', '', 0, 0, NULL)";
        sql::query(staff).execute(&mut conn).await.expect("an account");
        for id in &ids {
            let picture = "INSERT INTO picture VALUES ($1, 1000, 1000, 'lan', x'00')";
            sql::query(picture).bind(id.as_ref()).execute(&mut conn).await.expect("a picture");
        }
        let at = Moment::from_millis;
        forget(&mut conn, [&ids[0]].into_iter(), at(2000), at(1000)).await.expect("tidied");
        assert!(is_there(&mut conn, &ids[1]).await.expect("read"), "it may still be named");
        forget(&mut conn, [&ids[0]].into_iter(), at(3000), at(1500)).await.expect("tidied");
        assert!(!is_there(&mut conn, &ids[1]).await.expect("read"));
        // No longer named, it stays as long again.
        forget(&mut conn, [].into_iter(), at(4000), at(2500)).await.expect("tidied");
        assert!(is_there(&mut conn, &ids[0]).await.expect("read"));
        forget(&mut conn, [].into_iter(), at(5000), at(3500)).await.expect("tidied");
        assert!(!is_there(&mut conn, &ids[0]).await.expect("read"));
    }
}
