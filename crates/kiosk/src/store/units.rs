//! Table `imported_units`: provinces and communes as they were imported at the central system.

use motcua_domain::units::ProvinceUnits;

use super::{Store, StoreError};

impl Store {
    /// What was imported, and what it is known by; none before the central system told of any.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn imported_units(&self) -> Result<Option<(String, Vec<ProvinceUnits>)>, StoreError> {
        let row: Option<(String, String)> =
            sqlx::query_as("SELECT revision, units FROM imported_units").fetch_optional(&self.pool).await?;
        row.map(|(revision, units)| Ok((revision, serde_json::from_str(&units)?))).transpose()
    }

    /// Keeps what was imported instead of what was kept before.
    ///
    /// # Errors
    /// [`StoreError`]: then everything is as it was.
    pub async fn keep_imported_units(&self, revision: &str, units: &[ProvinceUnits]) -> Result<(), StoreError> {
        sqlx::query("INSERT OR REPLACE INTO imported_units (only, revision, units) VALUES (1, $1, $2)")
            .bind(revision)
            .bind(serde_json::to_string(units)?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
