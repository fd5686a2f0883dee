//! Tables `upload`, `upload_file` and `upload_piece`: papers on their way from a phone to a kiosk.

use axum::http::StatusCode;
use motcua_domain::guide::MOST_PAGES;
use motcua_domain::text;
use motcua_domain::time::Moment;
use motcua_domain::wire::{BeginUpload, PageVerdict, UploadState, UploadedFile};
use motcua_domain::words::Locale;
use serde::Deserialize;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{Unit, decoded, encoded};
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
/// How long a page can be used after its last piece, in milliseconds: 15 minutes.
const LASTS: i64 = 15 * 60 * 1000;
/// How long it can be used at all, in milliseconds: 30 minutes.
const LONGEST: i64 = 30 * 60 * 1000;

/// An upload that can be used now.
#[derive(sqlx::FromRow)]
pub(crate) struct Upload {
    pub(crate) id: String,
    pub(crate) paper: String,
    language: String,
    pub(crate) most_pages: u32,
    begun_at: i64,
    until: i64,
    opened: bool,
    pub(crate) done: bool,
    numbers: u32,
}

impl Upload {
    /// The person's language.
    pub(crate) fn locale(&self) -> Locale {
        Locale::from_tag(&self.language)
    }

    /// Until when it can be used.
    pub(crate) fn until(&self) -> Moment {
        Moment::from_millis(self.until)
    }
}

/// A file of an upload, without its bytes.
pub(crate) struct File {
    pub(crate) number: u32,
    pub(crate) size: u64,
    pub(crate) received: u64,
    pub(crate) sha256: Option<String>,
    pub(crate) replaces: Option<u32>,
    pub(crate) verdict: Option<PageVerdict>,
}

const COLUMNS: &str = "SELECT id, paper, language, most_pages, begun_at, until, opened, done, numbers FROM upload ";

/// Opens a page for a paper; a device has one at a time.
pub(crate) async fn begin(unit: &mut Unit, device: &str, wanted: &BeginUpload) -> Result<Moment, Refusal> {
    let paper = text::clean(&wanted.paper);
    let hash = &wanted.token_sha256;
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let counted = (1..=MOST_PAGES).contains(&(wanted.most_pages as usize));
    if paper.is_empty() || paper.chars().count() > 500 || !is_hash || !counted {
        return Err(Refusal::wrong("upload-wrong"));
    }
    sqlx::query("DELETE FROM upload WHERE device = $1").bind(device).execute(&mut unit.conn).await?;
    let until = unit.now.plus_millis(LASTS);
    let added = sqlx::query(
        "INSERT INTO upload (id, device, token_sha256, paper, language, most_pages, begun_at, until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    )
    .bind(wanted.id.to_string())
    .bind(device)
    .bind(hash)
    .bind(paper)
    .bind(Locale::from_tag(&wanted.language).tag())
    .bind(wanted.most_pages)
    .bind(unit.now.millis())
    .bind(until.millis())
    .execute(&mut unit.conn)
    .await?;
    if added.rows_affected() == 0 { Err(Refusal::conflict("upload-wrong")) } else { Ok(until) }
}

/// The upload whose page has this token, while it can be used.
pub(crate) async fn by_token(
    conn: &mut SqliteConnection,
    token_sha256: &str,
    now: Moment,
) -> sqlx::Result<Option<Upload>> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS}WHERE token_sha256 = $1 AND until > $2")))
        .bind(token_sha256)
        .bind(now.millis())
        .fetch_optional(conn)
        .await
}

/// An upload of a device, while it can be used.
pub(crate) async fn of_device(
    conn: &mut SqliteConnection,
    device: &str,
    id: Uuid,
    now: Moment,
) -> Result<Upload, Refusal> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS}WHERE id = $1 AND device = $2 AND until > $3")))
        .bind(id.to_string())
        .bind(device)
        .bind(now.millis())
        .fetch_optional(conn)
        .await?
        .ok_or_else(|| Refusal::not_found("unknown-upload"))
}

/// Somebody opened the page.
pub(crate) async fn note_opened(unit: &mut Unit, upload: &str) -> Result<(), Refusal> {
    sqlx::query("UPDATE upload SET opened = 1 WHERE id = $1").bind(upload).execute(&mut unit.conn).await?;
    Ok(())
}

/// "Xong" was pressed on the phone.
pub(crate) async fn note_done(unit: &mut Unit, upload: &str) -> Result<(), Refusal> {
    sqlx::query("UPDATE upload SET done = 1 WHERE id = $1").bind(upload).execute(&mut unit.conn).await?;
    Ok(())
}

/// The files of an upload, in order.
pub(crate) async fn files(conn: &mut SqliteConnection, upload: &str) -> sqlx::Result<Vec<File>> {
    type Row = (u32, i64, i64, Option<String>, Option<u32>, Option<String>);
    let rows: Vec<Row> = sqlx::query_as(
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

/// What the kiosk follows.
pub(crate) async fn state(conn: &mut SqliteConnection, upload: &Upload) -> sqlx::Result<UploadState> {
    let known = files(conn, &upload.id).await?;
    let sending = known.iter().filter(|file| file.sha256.is_none()).count();
    let whole = known.into_iter().filter(|file| file.verdict.is_none()).filter_map(|file| {
        Some(UploadedFile { number: file.number, size: file.size, sha256: file.sha256?, replaces: file.replaces })
    });
    Ok(UploadState {
        until: upload.until(),
        opened: upload.opened,
        done: upload.done,
        sending: sending.try_into().unwrap_or(u32::MAX),
        files: whole.collect(),
    })
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
    let again: Option<u32> = sqlx::query_scalar("SELECT number FROM upload_file WHERE upload = $1 AND key = $2")
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
    sqlx::query(
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
    sqlx::query("UPDATE upload SET numbers = $2, done = 0 WHERE id = $1")
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

/// The page can be used for a while longer.
async fn in_use(unit: &mut Unit, upload: &Upload) -> Result<(), Refusal> {
    let until = unit.now.plus_millis(LASTS).millis().min(upload.begun_at + LONGEST);
    sqlx::query("UPDATE upload SET until = MAX(until, $2) WHERE id = $1")
        .bind(&upload.id)
        .bind(until)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// How many bytes of a file are here, and how many it has.
pub(crate) async fn offset(conn: &mut SqliteConnection, upload: &Upload, number: u32) -> Result<(u64, u64), Refusal> {
    let found: Option<(i64, i64)> =
        sqlx::query_as("SELECT received, size FROM upload_file WHERE upload = $1 AND number = $2")
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

/// Adds the next piece of a file. With the last one the file is whole.
///
/// # Errors
/// `unknown-file`, and `upload-too-long` when there would be more of it than was said.
pub(crate) async fn add_piece(
    unit: &mut Unit,
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
    sqlx::query("INSERT INTO upload_piece (upload, number, at, bytes) VALUES ($1, $2, $3, $4)")
        .bind(&upload.id)
        .bind(number)
        .bind(at.cast_signed())
        .bind(bytes)
        .execute(&mut unit.conn)
        .await?;
    set_received(unit, upload, number, then).await?;
    in_use(unit, upload).await?;
    if then == size && !finish(unit, upload, number).await? {
        return Ok(Piece::Differs);
    }
    Ok(Piece::Taken(then))
}

async fn set_received(unit: &mut Unit, upload: &Upload, number: u32, received: u64) -> Result<(), Refusal> {
    sqlx::query("UPDATE upload_file SET received = $3 WHERE upload = $1 AND number = $2")
        .bind(&upload.id)
        .bind(number)
        .bind(received.cast_signed())
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Seals a file that is whole with its hash. False when it is not what the phone declared.
async fn finish(unit: &mut Unit, upload: &Upload, number: u32) -> Result<bool, Refusal> {
    // 15 MiB at most: some ten milliseconds.
    let sha256 = secret::sha256(&bytes(&mut unit.conn, &upload.id, number).await?);
    let sealed = sqlx::query(
        "UPDATE upload_file SET sha256 = $3
         WHERE upload = $1 AND number = $2 AND (declared IS NULL OR declared = $3)",
    )
    .bind(&upload.id)
    .bind(number)
    .bind(sha256)
    .execute(&mut unit.conn)
    .await?;
    if sealed.rows_affected() > 0 {
        return Ok(true);
    }
    forget_bytes(unit, &upload.id, number).await?;
    set_received(unit, upload, number, 0).await?;
    Ok(false)
}

async fn forget_bytes(unit: &mut Unit, upload: &str, number: u32) -> Result<(), Refusal> {
    sqlx::query("DELETE FROM upload_piece WHERE upload = $1 AND number = $2")
        .bind(upload)
        .bind(number)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// The bytes of a file that are here.
pub(crate) async fn bytes(conn: &mut SqliteConnection, upload: &str, number: u32) -> sqlx::Result<Vec<u8>> {
    let pieces: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT bytes FROM upload_piece WHERE upload = $1 AND number = $2 ORDER BY at")
            .bind(upload)
            .bind(number)
            .fetch_all(conn)
            .await?;
    Ok(pieces.concat())
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
    sqlx::query("DELETE FROM upload_file WHERE upload = $1 AND number = $2")
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
    sqlx::query("UPDATE upload_file SET verdict = $3 WHERE upload = $1 AND number = $2")
        .bind(&upload.id)
        .bind(number)
        .bind(encoded(verdict)?)
        .execute(&mut unit.conn)
        .await?;
    forget_bytes(unit, &upload.id, number).await?;
    if let (Some(before), None) = (file.replaces, &verdict.refused) {
        sqlx::query("DELETE FROM upload_file WHERE upload = $1 AND number = $2")
            .bind(&upload.id)
            .bind(before)
            .execute(&mut unit.conn)
            .await?;
    }
    Ok(())
}

/// Ends an upload of a device, with all that came of it. One that has ended is no fault.
pub(crate) async fn end(unit: &mut Unit, device: &str, id: Uuid) -> Result<(), Refusal> {
    sqlx::query("DELETE FROM upload WHERE id = $1 AND device = $2")
        .bind(id.to_string())
        .bind(device)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Forgets uploads whose time is over.
pub(crate) async fn forget(conn: &mut SqliteConnection, now: Moment) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM upload WHERE until <= $1").bind(now.millis()).execute(conn).await?;
    Ok(())
}
