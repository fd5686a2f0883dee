//! Table `measure_batch`: counts of the guide's pages on their way to the central system.

use motcua_domain::wire::GuideMeasures;
use uuid::Uuid;

use super::{Store, StoreError};

impl Store {
    /// Keeps a batch until the central system has it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_measures(&self, id: Uuid, measures: &GuideMeasures) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO measure_batch (id, content) VALUES ($1, $2)")
            .bind(id.to_string())
            .bind(serde_json::to_string(measures)?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The oldest batch that is kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn oldest_measures(&self) -> Result<Option<(Uuid, GuideMeasures)>, StoreError> {
        let row: Option<(String, String)> = sqlx::query_as("SELECT id, content FROM measure_batch ORDER BY id LIMIT 1")
            .fetch_optional(&self.pool)
            .await?;
        let Some((id, content)) = row else { return Ok(None) };
        let id = id.parse().map_err(|_| sqlx::Error::Decode("a batch's identity".into()))?;
        Ok(Some((id, serde_json::from_str(&content)?)))
    }

    /// The central system has a batch, or will never take it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_measures(&self, id: Uuid) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM measure_batch WHERE id = $1").bind(id.to_string()).execute(&self.pool).await?;
        Ok(())
    }
}
