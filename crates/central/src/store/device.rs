//! Tables `device` and `enrolment_code`: the machines that may ask, and how they came in.

use motcua_domain::queue::KioskNumber;
use motcua_domain::time::Moment;
use motcua_domain::wire::{DeviceToken, EnrolDevice, EnrolledDevice, OwnSeries};
use uuid::Uuid;

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;
use crate::secret;

/// How long an enrolment code is good for, in milliseconds.
const CODE_LASTS: i64 = 15 * 60 * 1000;

/// How long a series stays a kiosk's after it last asked for it, in milliseconds: 8 days.
const SERIES_LASTS: i64 = 8 * 24 * 60 * 60 * 1000;

/// Makes a one-time enrolment code, `XXXX-XXXX`, good for 15 minutes; answers also until when.
pub(crate) async fn make_code(unit: &mut Unit) -> Result<(String, Moment), Refusal> {
    sql::query("DELETE FROM enrolment_code WHERE expires_at < $1")
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    let mut code = secret::readable(8)?;
    let hash = secret::sha256(code.as_bytes());
    let until = unit.now.plus_millis(CODE_LASTS);
    sql::query("INSERT INTO enrolment_code (code_sha256, expires_at) VALUES ($1, $2)")
        .bind(hash)
        .bind(until.millis())
        .execute(&mut unit.conn)
        .await?;
    code.insert(4, '-');
    Ok((code, until))
}

/// Trades a code for a device and its token.
pub(crate) async fn enrol(unit: &mut Unit, wanted: &EnrolDevice) -> Result<DeviceToken, Refusal> {
    let name = motcua_domain::text::clean(&wanted.name);
    if name.is_empty() || name.chars().count() > 60 {
        return Err(Refusal::wrong("device-name-wrong"));
    }
    let typed: String = wanted.code.chars().filter(char::is_ascii_alphanumeric).collect();
    let hash = secret::sha256(typed.to_ascii_uppercase().as_bytes());
    let used = sql::query("DELETE FROM enrolment_code WHERE code_sha256 = $1 AND expires_at >= $2")
        .bind(hash)
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    if used.rows_affected() == 0 {
        return Err(Refusal::forbidden("enrolment-code-wrong"));
    }
    let device = DeviceToken { device_id: Uuid::now_v7(), token: secret::token("device")? };
    sql::query("INSERT INTO device (id, name, token_sha256, enrolled_at) VALUES ($1, $2, $3, $4)")
        .bind(device.device_id.to_string())
        .bind(name)
        .bind(secret::sha256(device.token.as_bytes()))
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    Ok(device)
}

/// The series of its own that a kiosk gives numbers from while it is cut off: the one it has, or one
/// that nobody has or has asked for in a long time.
pub(crate) async fn series(unit: &mut Unit, id: &str) -> Result<OwnSeries, Refusal> {
    let long_ago = unit.now.plus_millis(-SERIES_LASTS).millis();
    let held: Vec<(String, u8, i64)> = sql::query_as("SELECT id, kiosk, series_at FROM device WHERE kiosk IS NOT NULL")
        .fetch_all(&mut unit.conn)
        .await?;
    let own = held.iter().find(|(holder, ..)| holder == id).map(|(_, kiosk, _)| *kiosk);
    let taken = |kiosk: u8| held.iter().any(|(_, other, at)| *other == kiosk && *at >= long_ago);
    let free = || KioskNumber::all().map(KioskNumber::get).find(|kiosk| !taken(*kiosk));
    let kiosk = own.or_else(free).and_then(KioskNumber::new).ok_or_else(|| Refusal::conflict("no-series-left"))?;
    sql::query("UPDATE device SET kiosk = NULL WHERE kiosk = $1 AND id <> $2")
        .bind(kiosk.get())
        .bind(id)
        .execute(&mut unit.conn)
        .await?;
    sql::query("UPDATE device SET kiosk = $2, series_at = $3 WHERE id = $1")
        .bind(id)
        .bind(kiosk.get())
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    // A day less than it is kept for: a clock may be wrong.
    Ok(OwnSeries { kiosk, until: unit.now.plus_millis(SERIES_LASTS - 24 * 60 * 60 * 1000) })
}

/// The kiosk number of a device.
pub(crate) async fn kiosk(conn: &mut Conn, id: &str) -> sqlx::Result<Option<KioskNumber>> {
    let kiosk: Option<Option<u8>> =
        sql::query_scalar("SELECT kiosk FROM device WHERE id = $1").bind(id).fetch_optional(conn).await?;
    Ok(kiosk.flatten().and_then(KioskNumber::new))
}

/// Writes down that a device was heard now.
pub(crate) async fn note_heard(unit: &mut Unit, id: &str) -> Result<(), Refusal> {
    sql::query("UPDATE device SET heard_at = $2 WHERE id = $1")
        .bind(id)
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Every device that was ever heard: its identity, its name, and when it was last written down that it
/// was. In the order in which they were enrolled.
pub(crate) async fn heard(conn: &mut Conn) -> sqlx::Result<Vec<(Uuid, String, Moment)>> {
    let rows: Vec<(String, String, i64)> = sql::query_as(
        "SELECT id, name, heard_at FROM device WHERE heard_at IS NOT NULL AND revoked_at IS NULL ORDER BY id",
    )
    .fetch_all(conn)
    .await?;
    let read = |(id, name, heard_at): (String, String, i64)| {
        let id = id.parse().map_err(|_| sqlx::Error::Decode("a device's identity".into()))?;
        Ok((id, name, Moment::from_millis(heard_at)))
    };
    rows.into_iter().map(read).collect()
}

/// Every device that was enrolled, in order: which it is, since when, when it was last heard, since when it may
/// no more.
pub(crate) async fn all(conn: &mut Conn) -> sqlx::Result<Vec<EnrolledDevice>> {
    type Row = (String, String, i64, Option<i64>, Option<i64>);
    let rows: Vec<Row> =
        sql::query_as("SELECT id, name, enrolled_at, heard_at, revoked_at FROM device ORDER BY enrolled_at, id")
            .fetch_all(conn)
            .await?;
    rows.into_iter()
        .map(|(id, name, enrolled_at, heard_at, revoked_at)| {
            Ok(EnrolledDevice {
                id: id.parse().map_err(|_| sqlx::Error::Decode("a device's identity".into()))?,
                name,
                enrolled_at: Moment::from_millis(enrolled_at),
                heard_at: heard_at.map(Moment::from_millis),
                revoked_at: revoked_at.map(Moment::from_millis),
            })
        })
        .collect()
}

/// Takes a device's right away for good. Saying it again changes nothing.
pub(crate) async fn revoke(unit: &mut Unit, id: &str) -> Result<(), Refusal> {
    let known = sql::query("UPDATE device SET revoked_at = COALESCE(revoked_at, $2), kiosk = NULL WHERE id = $1")
        .bind(id)
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    if known.rows_affected() == 0 { Err(Refusal::not_found("unknown-device")) } else { Ok(()) }
}

/// The device a token belongs to, unless it was revoked.
pub(crate) async fn by_token(conn: &mut Conn, token_sha256: &str) -> sqlx::Result<Option<String>> {
    sql::query_scalar("SELECT id FROM device WHERE token_sha256 = $1 AND revoked_at IS NULL")
        .bind(token_sha256)
        .fetch_optional(conn)
        .await
}
