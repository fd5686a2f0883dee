//! Table `follow`: the tokens in the addresses at which holders follow their submissions. Only hashes of
//! them are kept; whoever tries digits too often has to wait.

use motcua_domain::time::Moment;
use uuid::Uuid;

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// So many wrong digits lock the details.
const MOST_WRONG: u32 = 5;
/// For how long, in milliseconds: an hour.
const LOCKED: i64 = 60 * 60 * 1000;

/// A submission found by its token.
pub(crate) struct Followed {
    /// The submission.
    pub(crate) submission: Uuid,
    locked_until: Option<Moment>,
}

impl Followed {
    /// Until when the details stay locked, if they are at this moment.
    pub(crate) fn locked_at(&self, now: Moment) -> Option<Moment> {
        self.locked_until.filter(|until| *until > now)
    }
}

/// What came of trying digits.
pub(crate) enum Tried {
    /// They fit.
    Right,
    /// They do not; so many tries are left.
    Wrong {
        /// How many tries are left.
        left: u32,
    },
    /// Nobody may try before this moment.
    Locked(Moment),
}

/// Keeps the hash of a submission's token.
pub(super) async fn keep(unit: &mut Unit, submission: Uuid, token_sha256: &str) -> Result<(), Refusal> {
    sql::query("INSERT INTO follow (token_sha256, submission) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(token_sha256)
        .bind(submission.to_string())
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// The submission of a token.
pub(crate) async fn find(conn: &mut Conn, token_sha256: &str) -> sqlx::Result<Option<Followed>> {
    let row: Option<(String, Option<i64>)> =
        sql::query_as("SELECT submission, locked_until FROM follow WHERE token_sha256 = $1")
            .bind(token_sha256)
            .fetch_optional(conn)
            .await?;
    let Some((submission, locked_until)) = row else { return Ok(None) };
    let submission = submission.parse().map_err(|_| sqlx::Error::Decode("a submission's id".into()))?;
    Ok(Some(Followed { submission, locked_until: locked_until.map(Moment::from_millis) }))
}

/// Notes that digits were tried. Right ones begin the count anew; while the details are locked, nobody
/// learns whether they are right.
pub(crate) async fn tried(unit: &mut Unit, token_sha256: &str, right: bool) -> Result<Option<Tried>, Refusal> {
    let Some(followed) = find(&mut unit.conn, token_sha256).await? else { return Ok(None) };
    if let Some(until) = followed.locked_at(unit.now) {
        return Ok(Some(Tried::Locked(until)));
    }
    if right {
        sql::query("UPDATE follow SET wrong = 0, locked_until = NULL WHERE token_sha256 = $1")
            .bind(token_sha256)
            .execute(&mut unit.conn)
            .await?;
        return Ok(Some(Tried::Right));
    }
    let wrong: u32 = sql::query_scalar("UPDATE follow SET wrong = wrong + 1 WHERE token_sha256 = $1 RETURNING wrong")
        .bind(token_sha256)
        .fetch_one(&mut unit.conn)
        .await?;
    let left = MOST_WRONG.saturating_sub(wrong);
    if left == 0 {
        sql::query("UPDATE follow SET wrong = 0, locked_until = $2 WHERE token_sha256 = $1")
            .bind(token_sha256)
            .bind(unit.now.plus_millis(LOCKED).millis())
            .execute(&mut unit.conn)
            .await?;
    }
    Ok(Some(Tried::Wrong { left }))
}
