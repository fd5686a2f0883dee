//! Table `print_job`: the journal of prints. It holds nothing of anybody.

use motcua_domain::time::Moment;
use uuid::Uuid;

use super::{Store, StoreError};
use crate::printer::{Cause, PaperKind, PrintEnd};

/// A print as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintRow {
    /// Its identity.
    pub id: Uuid,
    /// The kind of paper.
    pub paper: PaperKind,
    /// Whether it is marked "IN LẠI".
    pub reprint: bool,
    /// When it began to wait for its turn.
    pub queued_at: Moment,
    /// When its first bytes went to the device.
    pub sent_at: Option<Moment>,
    /// When and how it ended.
    pub end: Option<(Moment, PrintEnd)>,
}

impl PrintRow {
    /// Its state: `queued`, `sent`, `printed`, `failed` or `unknown`.
    pub fn state(&self) -> &'static str {
        match (self.end, self.sent_at) {
            (Some((_, PrintEnd::Printed)), _) => "printed",
            (Some((_, PrintEnd::Failed(_))), _) => "failed",
            (Some((_, PrintEnd::Unknown(_))), _) => "unknown",
            (None, Some(_)) => "sent",
            (None, None) => "queued",
        }
    }

    fn cause(&self) -> Option<Cause> {
        match self.end?.1 {
            PrintEnd::Printed => None,
            PrintEnd::Failed(cause) => cause,
            PrintEnd::Unknown(cause) => Some(cause),
        }
    }
}

impl Store {
    /// Writes down how prints stand, each row whole: one that could not be written before is made up for.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_prints(&self, rows: &[PrintRow]) -> Result<(), StoreError> {
        let mut change = self.change().await?;
        for row in rows {
            sqlx::query(
                "INSERT INTO print_job (id, paper, reprint, state, cause, queued_at, sent_at, ended_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                 ON CONFLICT (id) DO UPDATE SET state = excluded.state, cause = excluded.cause,
                   sent_at = excluded.sent_at, ended_at = excluded.ended_at",
            )
            .bind(row.id.to_string())
            .bind(row.paper.name())
            .bind(row.reprint)
            .bind(row.state())
            .bind(row.cause().map(Cause::name))
            .bind(row.queued_at.millis())
            .bind(row.sent_at.map(Moment::millis))
            .bind(row.end.map(|(at, _)| at.millis()))
            .execute(&mut *change)
            .await?;
        }
        Ok(change.commit().await?)
    }

    /// What an earlier run did not end, nobody knows the end of, and nobody prints again. How many there were.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_cut_off_prints(&self, now: Moment) -> Result<u64, StoreError> {
        let done = sqlx::query(
            "UPDATE print_job SET state = 'unknown', cause = $1, ended_at = $2 WHERE state IN ('queued', 'sent')",
        )
        .bind(Cause::Interrupted.name())
        .bind(now.millis())
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// How many prints were found to be cut off since a moment.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cut_off_prints(&self, since: Moment) -> Result<u32, StoreError> {
        let count = sqlx::query_scalar("SELECT count(*) FROM print_job WHERE cause = $1 AND ended_at >= $2")
            .bind(Cause::Interrupted.name())
            .bind(since.millis());
        Ok(count.fetch_one(&self.pool).await?)
    }

    /// Forgets the prints that began before a moment.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_prints(&self, before: Moment) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM print_job WHERE queued_at < $1").bind(before.millis()).execute(&self.pool).await?;
        Ok(())
    }

    /// Kinds of paper, states and causes of the prints that are kept, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn prints(&self) -> Result<Vec<(String, String, Option<String>)>, StoreError> {
        let all = sqlx::query_as("SELECT paper, state, cause FROM print_job ORDER BY queued_at, id");
        Ok(all.fetch_all(&self.pool).await?)
    }
}
