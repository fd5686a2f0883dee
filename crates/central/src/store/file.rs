//! Table `file`: bytes a device handed in, held until a submission names them, or the answer to what an
//! officer asked for.

use motcua_domain::time::Moment;
use motcua_domain::wire::{AttachedFile, StoredFile};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::{Unit, sealed_key};
use crate::refusal::Refusal;

/// Keeps a file.
pub(crate) async fn add(
    unit: &mut Unit,
    device: &str,
    file: &StoredFile,
    media_type: &str,
    bytes: &[u8],
) -> Result<(), Refusal> {
    let id = file.id.to_string();
    let sealed = sealed_key::make(unit, &id).await?.close(&bytes_of(&id), bytes)?;
    sql::query(
        "INSERT INTO file (id, device, sha256, size, media_type, stored_at, bytes, sealed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, TRUE)",
    )
    .bind(&id)
    .bind(device)
    .bind(&file.sha256)
    .bind(i64::try_from(file.size).unwrap_or(i64::MAX))
    .bind(media_type)
    .bind(unit.now.millis())
    .bind(sealed)
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// Where the bytes of a file are sealed for.
pub(super) fn bytes_of(id: &str) -> String {
    format!("file/{id}/bytes")
}

/// A file's media type and bytes; none when its key was deleted.
pub(crate) async fn read(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<(String, Vec<u8>)>> {
    let id = id.to_string();
    let row: Option<(String, Vec<u8>)> =
        sql::query_as("SELECT media_type, bytes FROM file WHERE id = $1").bind(&id).fetch_optional(conn).await?;
    let Some((media_type, sealed)) = row else { return Ok(None) };
    let Some(seal) = sealed_key::of(conn, &id).await? else { return Ok(None) };
    let bytes = seal.open(&bytes_of(&id), &sealed).ok_or_else(|| sealed_key::broken("a file"))?;
    Ok(Some((media_type, bytes)))
}

/// Whether this device handed in exactly this file.
pub(crate) async fn is_from(conn: &mut Conn, device: &str, file: &AttachedFile) -> sqlx::Result<bool> {
    sql::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM file
         WHERE id = $1 AND device = $2 AND sha256 = $3 AND size = $4 AND media_type = $5)",
    )
    .bind(file.file.to_string())
    .bind(device)
    .bind(&file.sha256)
    .bind(i64::try_from(file.size).unwrap_or(i64::MAX))
    .bind(&file.media_type)
    .fetch_one(conn)
    .await
}

/// Forgets files stored before a moment that nothing names: their keys first of all.
pub(crate) async fn forget(conn: &mut Conn, before: Moment) -> sqlx::Result<()> {
    let files: Vec<String> = sql::query_scalar(
        "SELECT id FROM file WHERE stored_at < $1
         AND NOT EXISTS (SELECT 1 FROM submission_file s WHERE s.file = file.id)
         AND NOT EXISTS (SELECT 1 FROM supplement_answer_file s WHERE s.file = file.id)",
    )
    .bind(before.millis())
    .fetch_all(conn)
    .await?;
    for file in files {
        for delete in ["DELETE FROM sealed_key WHERE subject = $1", "DELETE FROM file WHERE id = $1"] {
            sql::query(delete).bind(&file).execute(conn).await?;
        }
    }
    Ok(())
}
