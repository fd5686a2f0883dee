//! The table of what happened to papers and the central system was not told.

use motcua_domain::wire::PaperEvent;
use uuid::Uuid;

use super::{Store, StoreError};

impl Store {
    /// Keeps what happened to a paper until the central system was told.
    ///
    /// # Errors
    /// [`StoreError`]; it is not kept then.
    pub async fn keep_paper_event(&self, event: &PaperEvent) -> Result<(), StoreError> {
        let mut transaction = self.change().await?;
        sqlx::query("INSERT INTO paper_event (id, event) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(event.id.to_string())
            .bind(serde_json::to_string(event)?)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// What the central system was not told, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn untold_paper_events(&self) -> Result<Vec<PaperEvent>, StoreError> {
        let rows: Vec<String> =
            sqlx::query_scalar("SELECT event FROM paper_event ORDER BY id LIMIT 100").fetch_all(&self.pool).await?;
        Ok(rows.iter().map(|row| serde_json::from_str(row)).collect::<Result<_, _>>()?)
    }

    /// The central system was told, or will never take it.
    ///
    /// # Errors
    /// [`StoreError`]; it is told again then, which is harmless.
    pub async fn paper_event_told(&self, id: Uuid) -> Result<(), StoreError> {
        let mut transaction = self.change().await?;
        sqlx::query("DELETE FROM paper_event WHERE id = $1").bind(id.to_string()).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(())
    }
}
