//! Tables `upload_file` and `upload_piece`: the files of an upload, in the pieces in which they come.

use axum::http::StatusCode;
use motcua_domain::wire::PageVerdict;
use serde::Deserialize;

use super::sql::{self, Conn};
use super::upload::{Upload, in_use};
use super::vault::Seal;
use super::{Unit, decoded, encoded, sealed_key};
use crate::refusal::Refusal;
use crate::secret;

/// The largest piece of a file, in bytes.
pub(crate) const PIECE: usize = 256 * 1024;
/// The largest file, in bytes: 15 MiB.
pub(crate) const MOST_BYTES: usize = 15 * 1024 * 1024;
/// The most bytes of one upload that wait for the kiosk: 60 MB.
const MOST_TOGETHER: i64 = 60_000_000;
/// The most files one upload ever has, those that were taken away or replaced included.
const MOST_EVER: u32 = 100;

/// A file of an upload, without its bytes.
pub(crate) struct File {
    pub(crate) number: u32,
    pub(crate) size: u64,
    pub(crate) received: u64,
    pub(crate) sha256: Option<String>,
    pub(crate) replaces: Option<u32>,
    pub(crate) verdict: Option<PageVerdict>,
}

/// The files of an upload, in order.
pub(crate) async fn files(conn: &mut Conn, upload: &str) -> sqlx::Result<Vec<File>> {
    type Row = (u32, i64, i64, Option<String>, Option<u32>, Option<String>);
    let rows: Vec<Row> = sql::query_as(
        "SELECT number, size, received, sha256, replaces, verdict FROM upload_file WHERE upload = $1 ORDER BY number",
    )
    .bind(upload)
    .fetch_all(conn)
    .await?;
    let file = |(number, size, received, sha256, replaces, verdict): Row| {
        Ok(File {
            number,
            size: size.unsigned_abs(),
            received: received.unsigned_abs(),
            sha256,
            replaces,
            verdict: verdict.as_deref().map(decoded).transpose()?,
        })
    };
    rows.into_iter().map(file).collect()
}

/// A file that a phone is about to send.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFile {
    /// Its length in bytes.
    pub(crate) size: u64,
    /// Chosen by the phone: the same key is the same file, announced once more.
    #[serde(default)]
    pub(crate) key: Option<String>,
    /// SHA-256 of its bytes in lower-case hex, where the phone can tell.
    #[serde(default)]
    pub(crate) sha256: Option<String>,
    /// The page it is instead of.
    #[serde(default)]
    pub(crate) replaces: Option<u32>,
}

/// Makes room for a file and gives it a number.
///
/// # Errors
/// `upload-empty`, `body-too-large` (argument `most`, in KiB), `upload-pages` (argument `most`),
/// `upload-full`.
pub(crate) async fn add_file(unit: &mut Unit, upload: &Upload, new: &NewFile) -> Result<u32, Refusal> {
    let size = new.size;
    if size == 0 {
        return Err(Refusal::wrong("upload-empty"));
    }
    if size > MOST_BYTES as u64 {
        let most = MOST_BYTES / 1024;
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").with("most", most));
    }
    let again: Option<u32> = sql::query_scalar("SELECT number FROM upload_file WHERE upload = $1 AND key = $2")
        .bind(&upload.id)
        .bind(&new.key)
        .fetch_optional(&mut unit.conn)
        .await?;
    if let Some(number) = again {
        return Ok(number);
    }
    let known = files(&mut unit.conn, &upload.id).await?;
    // Only what the kiosk has and could not read well is done again.
    let replaces = new.replaces.filter(|number| known.iter().any(|file| file.number == *number && is_faulty(file)));
    let refused = |file: &&File| file.verdict.as_ref().is_some_and(|verdict| verdict.refused.is_some());
    let pages = known.iter().filter(|file| !refused(file)).count();
    if replaces.is_none() && pages >= upload.most_pages as usize {
        return Err(Refusal::wrong("upload-pages").with("most", upload.most_pages));
    }
    let held: i64 = known.iter().filter(|file| file.verdict.is_none()).map(|file| file.size.cast_signed()).sum();
    if held + size.cast_signed() > MOST_TOGETHER || upload.numbers >= MOST_EVER {
        return Err(Refusal::wrong("upload-full"));
    }
    let number = upload.numbers + 1;
    sql::query(
        "INSERT INTO upload_file (upload, number, key, size, received, declared, replaces)
         VALUES ($1, $2, $3, $4, 0, $5, $6)",
    )
    .bind(&upload.id)
    .bind(number)
    .bind(&new.key)
    .bind(size.cast_signed())
    .bind(&new.sha256)
    .bind(replaces)
    .execute(&mut unit.conn)
    .await?;
    sql::query("UPDATE upload SET numbers = $2, done = FALSE WHERE id = $1")
        .bind(&upload.id)
        .bind(number)
        .execute(&mut unit.conn)
        .await?;
    in_use(unit, upload).await?;
    Ok(number)
}

fn is_faulty(file: &File) -> bool {
    file.verdict.as_ref().is_some_and(|verdict| verdict.refused.is_none() && !verdict.faults.is_empty())
}

/// How many bytes of a file are here, and how many it has.
pub(crate) async fn offset(conn: &mut Conn, upload: &Upload, number: u32) -> Result<(u64, u64), Refusal> {
    let found: Option<(i64, i64)> =
        sql::query_as("SELECT received, size FROM upload_file WHERE upload = $1 AND number = $2")
            .bind(&upload.id)
            .bind(number)
            .fetch_optional(conn)
            .await?;
    let (received, size) = found.ok_or_else(unknown_file)?;
    Ok((received.unsigned_abs(), size.unsigned_abs()))
}

fn unknown_file() -> Refusal {
    Refusal::not_found("unknown-file")
}

/// What became of a piece.
pub(crate) enum Piece {
    /// It is here: so many bytes of the file are.
    Taken(u64),
    /// It does not begin where the bytes that are here end: so many are.
    Elsewhere(u64),
    /// The whole file is not what the phone said it would be: it begins anew.
    Differs,
}

/// Adds the next piece of a file, sealed. With the last one the file is whole.
///
/// # Errors
/// `unknown-file`, and `upload-too-long` when there would be more of it than was said.
pub(crate) async fn add_piece(
    unit: &mut Unit,
    seal: &Seal,
    upload: &Upload,
    number: u32,
    at: u64,
    bytes: &[u8],
) -> Result<Piece, Refusal> {
    let (received, size) = offset(&mut unit.conn, upload, number).await?;
    if at != received {
        return Ok(Piece::Elsewhere(received));
    }
    let then = received + bytes.len() as u64;
    if bytes.is_empty() || then > size {
        return Err(Refusal::wrong("upload-too-long"));
    }
    sql::query("INSERT INTO upload_piece (upload, number, at, bytes) VALUES ($1, $2, $3, $4)")
        .bind(&upload.id)
        .bind(number)
        .bind(at.cast_signed())
        .bind(seal.close(&place(&upload.id, number, at.cast_signed()), bytes)?)
        .execute(&mut unit.conn)
        .await?;
    set_received(unit, upload, number, then).await?;
    in_use(unit, upload).await?;
    if then == size && !finish(unit, seal, upload, number).await? {
        return Ok(Piece::Differs);
    }
    Ok(Piece::Taken(then))
}

async fn set_received(unit: &mut Unit, upload: &Upload, number: u32, received: u64) -> Result<(), Refusal> {
    sql::query("UPDATE upload_file SET received = $3 WHERE upload = $1 AND number = $2")
        .bind(&upload.id)
        .bind(number)
        .bind(received.cast_signed())
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Closes a file that is whole with its hash. False when it is not what the phone declared.
async fn finish(unit: &mut Unit, seal: &Seal, upload: &Upload, number: u32) -> Result<bool, Refusal> {
    // 15 MiB at most: some ten milliseconds.
    let sha256 = secret::sha256(&bytes(&mut unit.conn, seal, &upload.id, number).await?);
    let closed = sql::query(
        "UPDATE upload_file SET sha256 = $3
         WHERE upload = $1 AND number = $2 AND (declared IS NULL OR declared = $3)",
    )
    .bind(&upload.id)
    .bind(number)
    .bind(sha256)
    .execute(&mut unit.conn)
    .await?;
    if closed.rows_affected() > 0 {
        return Ok(true);
    }
    forget_bytes(unit, &upload.id, number).await?;
    set_received(unit, upload, number, 0).await?;
    Ok(false)
}

async fn forget_bytes(unit: &mut Unit, upload: &str, number: u32) -> Result<(), Refusal> {
    sql::query("DELETE FROM upload_piece WHERE upload = $1 AND number = $2")
        .bind(upload)
        .bind(number)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Where a piece is sealed for: it opens as no other.
fn place(upload: &str, number: u32, at: i64) -> String {
    format!("{upload}/{number}/{at}")
}

/// The bytes of a file that are here.
pub(crate) async fn bytes(conn: &mut Conn, seal: &Seal, upload: &str, number: u32) -> sqlx::Result<Vec<u8>> {
    let pieces: Vec<(i64, Vec<u8>)> =
        sql::query_as("SELECT at, bytes FROM upload_piece WHERE upload = $1 AND number = $2 ORDER BY at")
            .bind(upload)
            .bind(number)
            .fetch_all(conn)
            .await?;
    let open = |(at, sealed): (i64, Vec<u8>)| {
        seal.open(&place(upload, number, at), &sealed).ok_or_else(|| sealed_key::broken("a piece"))
    };
    Ok(pieces.into_iter().map(open).collect::<sqlx::Result<Vec<_>>>()?.concat())
}

/// Takes a file away that the kiosk does not have. One that is not there is no fault.
///
/// # Errors
/// `upload-taken` when the kiosk has it: there it can be taken away.
pub(crate) async fn remove(unit: &mut Unit, upload: &Upload, number: u32) -> Result<(), Refusal> {
    let known = files(&mut unit.conn, &upload.id).await?;
    let verdict = known.iter().find(|file| file.number == number).and_then(|file| file.verdict.as_ref());
    if verdict.is_some_and(|verdict| verdict.refused.is_none()) {
        return Err(Refusal::conflict("upload-taken"));
    }
    sql::query("DELETE FROM upload_file WHERE upload = $1 AND number = $2")
        .bind(&upload.id)
        .bind(number)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// What the kiosk made of a whole file, whose bytes are gone from then on.
///
/// # Errors
/// `unknown-file` when there is none, or it was taken away on the phone meanwhile.
pub(crate) async fn judge(unit: &mut Unit, upload: &Upload, number: u32, verdict: &PageVerdict) -> Result<(), Refusal> {
    let known = files(&mut unit.conn, &upload.id).await?;
    let file = known.iter().find(|file| file.number == number && file.sha256.is_some()).ok_or_else(unknown_file)?;
    sql::query("UPDATE upload_file SET verdict = $3 WHERE upload = $1 AND number = $2")
        .bind(&upload.id)
        .bind(number)
        .bind(encoded(verdict)?)
        .execute(&mut unit.conn)
        .await?;
    forget_bytes(unit, &upload.id, number).await?;
    if let (Some(before), None) = (file.replaces, &verdict.refused) {
        sql::query("DELETE FROM upload_file WHERE upload = $1 AND number = $2")
            .bind(&upload.id)
            .bind(before)
            .execute(&mut unit.conn)
            .await?;
    }
    Ok(())
}
