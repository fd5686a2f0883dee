//! The table of what people said of their transfers and the central system was not told.

use motcua_domain::time::Moment;
use sqlx::Row;
use uuid::Uuid;

use super::{SealBroken, Store, StoreError};

/// "Tôi đã chuyển" that can be told: the central system has its submission.
pub struct TransferSaid {
    /// The submission's code.
    pub code: String,
    /// The same word is never told twice.
    pub key: Uuid,
    /// How often it was tried.
    pub attempts: u32,
}

impl Store {
    /// Keeps that somebody says to have paid for a submission; saying it again before it was told says nothing more.
    ///
    /// # Errors
    /// [`StoreError`]; it is not kept then.
    pub async fn say_transferred(&self, submission: Uuid, now: Moment) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO transfer_said (submission_id, key, next_try_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        )
        .bind(submission.to_string())
        .bind(Uuid::now_v7().to_string())
        .bind(now.millis())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// What is to be told of a submission; none before the central system has it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn transfer_said(&self, submission: Uuid) -> Result<Option<TransferSaid>, StoreError> {
        let row = sqlx::query(
            "SELECT s.code, t.key, t.attempts FROM transfer_said t JOIN submission s ON s.id = t.submission_id
             WHERE s.id = $1 AND s.state = 'sent'",
        )
        .bind(submission.to_string())
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let key: String = row.try_get("key")?;
        let key = key.parse().map_err(|_| SealBroken)?;
        Ok(Some(TransferSaid { code: row.try_get("code")?, key, attempts: row.try_get("attempts")? }))
    }

    /// The submissions of which something is to be told now, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn due_transfers(&self, now: Moment) -> Result<Vec<Uuid>, StoreError> {
        let rows = sqlx::query_scalar::<_, String>(
            "SELECT s.id FROM transfer_said t JOIN submission s ON s.id = t.submission_id
             WHERE s.state = 'sent' AND t.next_try_at <= $1 ORDER BY s.made_at",
        )
        .bind(now.millis())
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.iter().filter_map(|id| id.parse().ok()).collect())
    }

    /// It could not be told now: when to try again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn try_transfer_again(&self, submission: Uuid, at: Moment) -> Result<(), StoreError> {
        sqlx::query("UPDATE transfer_said SET attempts = attempts + 1, next_try_at = $2 WHERE submission_id = $1")
            .bind(submission.to_string())
            .bind(at.millis())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The central system was told under this key, or it is of no use to it.
    ///
    /// # Errors
    /// [`StoreError`]; it is told again then, which is harmless.
    pub async fn transfer_told(&self, key: Uuid) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM transfer_said WHERE key = $1").bind(key.to_string()).execute(&self.pool).await?;
        Ok(())
    }
}
