//! Tables `catalogue` and `catalogue_entry`: the procedures as the central system last told them.

use motcua_domain::wire::CatalogueChanges;
use uuid::Uuid;

use super::{Store, StoreError};

impl Store {
    /// Which catalogue is kept, and its revision; none before the first one came whole.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn catalogue_revision(&self) -> Result<Option<(Uuid, u64)>, StoreError> {
        let row: Option<(String, i64)> =
            sqlx::query_as("SELECT edition, revision FROM catalogue").fetch_optional(&self.pool).await?;
        Ok(row.and_then(|(edition, revision)| Some((edition.parse().ok()?, u64::try_from(revision).ok()?))))
    }

    /// Every procedure that is kept, as JSON, by code.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn kept_procedures(&self) -> Result<Vec<String>, StoreError> {
        Ok(sqlx::query_scalar("SELECT procedure FROM catalogue_entry ORDER BY code").fetch_all(&self.pool).await?)
    }

    /// Takes in what changed, all of it or nothing.
    ///
    /// # Errors
    /// [`StoreError`]: then everything is as it was.
    pub async fn keep_catalogue(&self, changes: &CatalogueChanges) -> Result<(), StoreError> {
        let mut transaction = self.change().await?;
        if changes.anew {
            sqlx::query("DELETE FROM catalogue_entry").execute(&mut *transaction).await?;
        }
        for procedure in &changes.changed {
            sqlx::query(
                "INSERT INTO catalogue_entry (code, procedure) VALUES ($1, $2)
                 ON CONFLICT (code) DO UPDATE SET procedure = excluded.procedure",
            )
            .bind(&procedure.code)
            .bind(serde_json::to_string(procedure)?)
            .execute(&mut *transaction)
            .await?;
        }
        sqlx::query(
            "INSERT INTO catalogue (only, edition, revision) VALUES (1, $1, $2)
             ON CONFLICT (only) DO UPDATE SET edition = excluded.edition, revision = excluded.revision",
        )
        .bind(changes.edition.to_string())
        .bind(i64::try_from(changes.revision).unwrap_or(i64::MAX))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }
}
