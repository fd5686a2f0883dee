//! Table `event`: the stream boards and consoles follow. Its revisions count by one.

use motcua_domain::time::Moment;
use motcua_domain::wire::{Change, StreamEvent};
use sqlx::SqliteConnection;

use super::Unit;
use crate::refusal::Refusal;

/// How many events are kept at least. Who missed more fetches the snapshot.
const KEPT: u64 = 100_000;

/// Writes an event within its change; it is told after the commit. Answers with its revision.
pub(crate) async fn announce(unit: &mut Unit, change: Change) -> Result<u64, Refusal> {
    let written = serde_json::to_string(&change).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let revision: i64 = sqlx::query_scalar(
        "INSERT INTO event (revision, at, change) SELECT COALESCE(MAX(revision), 0) + 1, $1, $2 FROM event
         RETURNING revision",
    )
    .bind(unit.now.millis())
    .bind(written)
    .fetch_one(&mut unit.conn)
    .await?;
    let revision = revision.unsigned_abs();
    if revision.is_multiple_of(1_000) && revision > KEPT {
        sqlx::query("DELETE FROM event WHERE revision <= $1")
            .bind(number(revision - KEPT))
            .execute(&mut unit.conn)
            .await?;
    }
    unit.events.push(StreamEvent { revision, at: unit.now, change });
    Ok(revision)
}

/// The newest revision; 0 when nothing happened yet.
pub(crate) async fn newest(conn: &mut SqliteConnection) -> sqlx::Result<u64> {
    let revision: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(revision), 0) FROM event").fetch_one(conn).await?;
    Ok(revision.unsigned_abs())
}

/// Up to `most` events after a revision, or none when they are not all known: some are no longer
/// kept, or the revision is ahead of everything that happened.
pub(crate) async fn after(
    conn: &mut SqliteConnection,
    revision: u64,
    most: u32,
) -> sqlx::Result<Option<Vec<StreamEvent>>> {
    let rows: Vec<(i64, i64, String)> =
        sqlx::query_as("SELECT revision, at, change FROM event WHERE revision >= $1 ORDER BY revision LIMIT $2")
            .bind(number(revision))
            .bind(i64::from(most) + 1)
            .fetch_all(&mut *conn)
            .await?;
    // The revision asked after must itself be there, or nothing shows that none is missing behind it.
    let from_the_start = revision == 0 && rows.first().is_none_or(|(first, ..)| *first == 1);
    if rows.first().is_none_or(|(first, ..)| first.unsigned_abs() != revision) && !from_the_start {
        return Ok(None);
    }
    let mut events = Vec::with_capacity(rows.len());
    for (at_revision, at, change) in rows {
        let at_revision = at_revision.unsigned_abs();
        if at_revision > revision && events.len() < most as usize {
            let change: Change = serde_json::from_str(&change).map_err(|error| sqlx::Error::Decode(error.into()))?;
            events.push(StreamEvent { revision: at_revision, at: Moment::from_millis(at), change });
        }
    }
    Ok(Some(events))
}

/// As the database counts.
fn number(revision: u64) -> i64 {
    i64::try_from(revision).unwrap_or(i64::MAX)
}
