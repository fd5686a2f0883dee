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

    /// What the central system was not told, the oldest first. A row that cannot be read stays where it is, and
    /// holds up none after it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn untold_paper_events(&self) -> Result<Vec<PaperEvent>, StoreError> {
        let mut after = String::new();
        loop {
            let rows: Vec<(String, String)> =
                sqlx::query_as("SELECT id, event FROM paper_event WHERE id > $1 ORDER BY id LIMIT 100")
                    .bind(&after)
                    .fetch_all(&self.pool)
                    .await?;
            let Some((last, _)) = rows.last() else { return Ok(Vec::new()) };
            after.clone_from(last);
            let events: Vec<PaperEvent> = rows.iter().filter_map(|(id, event)| read(id, event)).collect();
            if !events.is_empty() {
                return Ok(events);
            }
        }
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

/// An event as it was kept; what it says is nothing for a log.
fn read(id: &str, event: &str) -> Option<PaperEvent> {
    let read = serde_json::from_str(event).ok();
    if read.is_none() {
        tracing::error!(id, "what happened to a paper cannot be read, and is set aside");
    }
    read
}
