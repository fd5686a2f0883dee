//! Table `upload`: a page on which a phone sends one paper to a kiosk, for minutes. Its files are in
//! [`super::upload_file`].

use motcua_domain::guide::MOST_PAGES;
use motcua_domain::text;
use motcua_domain::time::Moment;
use motcua_domain::wire::{BeginUpload, UploadState, UploadedFile};
use motcua_domain::words::Locale;
use uuid::Uuid;

use super::Unit;
use super::sql::{self, Conn};
use super::upload_file::files;
use crate::refusal::Refusal;

/// How long a page can be used after its last piece, in milliseconds: 15 minutes.
const LASTS: i64 = 15 * 60 * 1000;
/// How long it can be used at all, in milliseconds: 30 minutes.
const LONGEST: i64 = 30 * 60 * 1000;

/// An upload that can be used now.
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

type Row = (String, String, String, u32, i64, i64, bool, bool, u32);

impl From<Row> for Upload {
    fn from((id, paper, language, most_pages, begun_at, until, opened, done, numbers): Row) -> Self {
        Self { id, paper, language, most_pages, begun_at, until, opened, done, numbers }
    }
}

impl Upload {
    /// The person's language.
    pub(crate) fn locale(&self) -> Locale {
        Locale::from_tag(&self.language)
    }

    /// Since when it can be used.
    pub(crate) fn begun_at(&self) -> Moment {
        Moment::from_millis(self.begun_at)
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
    sql::query("DELETE FROM upload WHERE device = $1").bind(device).execute(&mut unit.conn).await?;
    let until = unit.now.plus_millis(LASTS);
    let added = sql::query(
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
pub(crate) async fn by_token(conn: &mut Conn, token_sha256: &str, now: Moment) -> sqlx::Result<Option<Upload>> {
    let row: Option<Row> =
        sql::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS}WHERE token_sha256 = $1 AND until > $2")))
            .bind(token_sha256)
            .bind(now.millis())
            .fetch_optional(conn)
            .await?;
    Ok(row.map(Upload::from))
}

/// An upload of a device, while it can be used.
pub(crate) async fn of_device(conn: &mut Conn, device: &str, id: Uuid, now: Moment) -> Result<Upload, Refusal> {
    let row: Option<Row> =
        sql::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS}WHERE id = $1 AND device = $2 AND until > $3")))
            .bind(id.to_string())
            .bind(device)
            .bind(now.millis())
            .fetch_optional(conn)
            .await?;
    row.map(Upload::from).ok_or_else(|| Refusal::not_found("unknown-upload"))
}

/// Somebody opened the page.
pub(crate) async fn note_opened(unit: &mut Unit, upload: &str) -> Result<(), Refusal> {
    sql::query("UPDATE upload SET opened = TRUE WHERE id = $1").bind(upload).execute(&mut unit.conn).await?;
    Ok(())
}

/// "Xong" was pressed on the phone.
pub(crate) async fn note_done(unit: &mut Unit, upload: &str) -> Result<(), Refusal> {
    sql::query("UPDATE upload SET done = TRUE WHERE id = $1").bind(upload).execute(&mut unit.conn).await?;
    Ok(())
}

/// What the kiosk follows.
pub(crate) async fn state(conn: &mut Conn, upload: &Upload) -> sqlx::Result<UploadState> {
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
    sql::query("UPDATE upload SET until = $2 WHERE id = $1 AND until < $2")
        .bind(&upload.id)
        .bind(until)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Ends an upload of a device, with all that came of it. One that has ended is no fault.
pub(crate) async fn end(unit: &mut Unit, device: &str, id: Uuid) -> Result<(), Refusal> {
    sql::query("DELETE FROM upload WHERE id = $1 AND device = $2")
        .bind(id.to_string())
        .bind(device)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Ends all uploads: a server that starts cannot open what came before.
pub(crate) async fn end_all(conn: &mut Conn) -> sqlx::Result<()> {
    sql::query("DELETE FROM upload").execute(conn).await?;
    Ok(())
}

/// Forgets uploads whose time is over.
pub(crate) async fn forget(conn: &mut Conn, now: Moment) -> sqlx::Result<()> {
    sql::query("DELETE FROM upload WHERE until <= $1").bind(now.millis()).execute(conn).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::open::open;
    use super::super::upload_file::{NewFile, add_file, add_piece};
    use super::super::vault::Seal;
    use super::*;

    const DEVICE: &str = "018f0000-0000-7000-8000-00000000000d";

    async fn left(unit: &mut Unit) -> (u32, u32, u32) {
        let count = "SELECT (SELECT COUNT(*) FROM upload), (SELECT COUNT(*) FROM upload_file), (SELECT COUNT(*) FROM upload_piece)";
        sql::query_as(count).fetch_one(&mut unit.conn).await.expect("counted")
    }

    #[tokio::test]
    async fn it_lasts_half_an_hour_at_most_and_then_nothing_of_it_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("central.db").display());
        let mut unit =
            Unit::new(open(&url, None, true).await.expect("a database").writes.acquire().await.expect("a connection"));
        sql::query("INSERT INTO device (id, name, token_sha256, enrolled_at) VALUES ($1, 'Ki-ốt 1', 'x', 0)")
            .bind(DEVICE)
            .execute(&mut unit.conn)
            .await
            .expect("a device");
        let (begun, seal) = (unit.now, Seal::random().expect("a key"));
        let wanted = BeginUpload {
            id: Uuid::now_v7(),
            token_sha256: "0".repeat(64),
            paper: "Giấy chứng sinh".to_owned(),
            language: "vi".to_owned(),
            most_pages: 30,
        };
        begin(&mut unit, DEVICE, &wanted).await.expect("begun");
        // A piece every ten minutes: each gives fifteen more, and all together thirty.
        for (minutes, until) in [(0, 15), (10, 25), (20, 30), (29, 30)] {
            unit.now = begun.plus_millis(minutes * 60_000);
            let upload = of_device(&mut unit.conn, DEVICE, wanted.id, unit.now).await.expect("still used");
            let new = NewFile { size: 3, ..NewFile::default() };
            let number = add_file(&mut unit, &upload, &new).await.expect("room");
            add_piece(&mut unit, &seal, &upload, number, 0, b"abc").await.expect("taken");
            let upload = of_device(&mut unit.conn, DEVICE, wanted.id, unit.now).await.expect("still used");
            assert_eq!(upload.until(), begun.plus_millis(until * 60_000), "after {minutes} minutes");
        }
        forget(&mut unit.conn, begun.plus_millis(LONGEST - 1)).await.expect("looked");
        assert_eq!(left(&mut unit).await, (1, 4, 4));
        let over = begun.plus_millis(LONGEST);
        assert!(of_device(&mut unit.conn, DEVICE, wanted.id, over).await.is_err());
        assert!(by_token(&mut unit.conn, &wanted.token_sha256, over).await.expect("read").is_none());
        forget(&mut unit.conn, over).await.expect("looked");
        assert_eq!(left(&mut unit).await, (0, 0, 0));
    }
}
