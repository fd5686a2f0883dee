//! Tables `added_form` and `retired_form`: forms that officers added, as the central system last told them.

use motcua_domain::wire::{AddedForm, AddedForms, FormPackage, FormVersion};

use super::{Store, StoreError};

impl Store {
    /// Which added forms are kept, and which versions are retired.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn known_forms(&self) -> Result<AddedForms, StoreError> {
        let added: Vec<(String, u32, String)> =
            sqlx::query_as("SELECT procedure, version, sha256 FROM added_form ORDER BY procedure, version")
                .fetch_all(&self.pool)
                .await?;
        let retired: Vec<(String, u32)> =
            sqlx::query_as("SELECT procedure, version FROM retired_form ORDER BY procedure, version")
                .fetch_all(&self.pool)
                .await?;
        let added = added
            .into_iter()
            .map(|(procedure, version, sha256)| AddedForm { form: FormVersion { procedure, version }, sha256 });
        let retired = retired.into_iter().map(|(procedure, version)| FormVersion { procedure, version });
        Ok(AddedForms { added: added.collect(), retired: retired.collect() })
    }

    /// The texts of every added form that is kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn kept_forms(&self) -> Result<Vec<FormPackage>, StoreError> {
        type Row = (String, u32, String, String, String, String, String);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT procedure, version, schema, ui, about, vi, en FROM added_form ORDER BY procedure, version",
        )
        .fetch_all(&self.pool)
        .await?;
        let package = |(procedure, version, schema, ui, about, vi, en): Row| FormPackage {
            form: FormVersion { procedure, version },
            schema,
            ui,
            about,
            vi,
            en,
        };
        Ok(rows.into_iter().map(package).collect())
    }

    /// Keeps the forms that the central system told of, with the texts of those that were not kept before;
    /// all of it or nothing. What it knows no more goes.
    ///
    /// # Errors
    /// [`StoreError`]: then everything is as it was.
    pub async fn keep_forms(&self, told: &AddedForms, new: &[(AddedForm, FormPackage)]) -> Result<(), StoreError> {
        let mut transaction = self.change().await?;
        sqlx::query("DELETE FROM added_form WHERE sha256 NOT IN (SELECT value ->> 'sha256' FROM json_each($1))")
            .bind(serde_json::to_string(&told.added)?)
            .execute(&mut *transaction)
            .await?;
        for (added, package) in new {
            sqlx::query(
                "INSERT OR REPLACE INTO added_form (procedure, version, sha256, schema, ui, about, vi, en)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(&added.form.procedure)
            .bind(added.form.version)
            .bind(&added.sha256)
            .bind(&package.schema)
            .bind(&package.ui)
            .bind(&package.about)
            .bind(&package.vi)
            .bind(&package.en)
            .execute(&mut *transaction)
            .await?;
        }
        sqlx::query("DELETE FROM retired_form").execute(&mut *transaction).await?;
        for retired in &told.retired {
            sqlx::query("INSERT OR IGNORE INTO retired_form (procedure, version) VALUES ($1, $2)")
                .bind(&retired.procedure)
                .bind(retired.version)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}
