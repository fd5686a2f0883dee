use motcua_domain::wire::{ImportedUnits, Problem};

use super::CentralClient;

impl CentralClient {
    /// The provinces and communes that were imported; those of the known revision are not told again.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn imported_units(&self, known: Option<&str>) -> Result<ImportedUnits, Problem> {
        let path = known.map_or_else(|| "/v1/units".to_owned(), |known| format!("/v1/units?known={known}"));
        Ok(self.read(&path, None).await?)
    }
}
