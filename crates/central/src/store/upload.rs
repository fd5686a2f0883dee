//! Table `upload`: a page on which a phone sends one paper to a kiosk, for minutes. Its files are in
//! [`super::upload_file`].

use motcua_domain::guide::MOST_PAGES;
use motcua_domain::text;
use motcua_domain::time::Moment;
use motcua_domain::wire::{BeginUpload, UploadState, UploadedFile};
use motcua_domain::words::Locale;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::Unit;
use super::upload_file::files;
use crate::refusal::Refusal;

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
    pub(super) numbers: u32,
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

/// The page can be used for a while longer.
pub(super) async fn in_use(unit: &mut Unit, upload: &Upload) -> Result<(), Refusal> {
    let until = unit.now.plus_millis(LASTS).millis().min(upload.begun_at + LONGEST);
    sqlx::query("UPDATE upload SET until = MAX(until, $2) WHERE id = $1")
        .bind(&upload.id)
        .bind(until)
        .execute(&mut unit.conn)
        .await?;
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
