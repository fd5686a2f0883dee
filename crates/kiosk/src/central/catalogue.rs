use motcua_domain::catalogue::Procedure;
use motcua_domain::wire::{
    CatalogueChanges, CheckProcedure, Problem, ProcedureDetail, ProcedureFilter, ProcedurePart, SetWords,
};
use reqwest::Method;
use uuid::Uuid;

use super::CentralClient;

impl CentralClient {
    /// What changed in the catalogue since a revision of an edition; all of it when none is known.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn catalogue_changes(&self, known: Option<(Uuid, u64)>) -> Result<CatalogueChanges, Problem> {
        let path = match known {
            Some((edition, after)) => format!("/v1/catalogue?edition={edition}&after={after}"),
            None => "/v1/catalogue".to_owned(),
        };
        Ok(self.read(&path, None).await?)
    }

    /// Procedures that fit a filter, a part at a time.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn procedures(&self, staff: &str, filter: &ProcedureFilter) -> Result<ProcedurePart, Problem> {
        Ok(self.ask("/v1/procedures", staff, filter).await?)
    }

    /// Everything known of a procedure.
    ///
    /// # Errors
    /// `unknown-procedure`, `central-away`, or what the API refuses with.
    pub async fn procedure(&self, staff: &str, code: &str) -> Result<ProcedureDetail, Problem> {
        Ok(self.read(&format!("/v1/procedures/{code}"), Some(staff)).await?)
    }

    /// A procedure as it was in a version of its record, for what was submitted then.
    ///
    /// # Errors
    /// `unknown-procedure`, `central-away`, or what the API refuses with.
    pub async fn procedure_in(&self, staff: &str, code: &str, version: u32) -> Result<Procedure, Problem> {
        Ok(self.read(&format!("/v1/procedures/{code}/versions/{version}"), Some(staff)).await?)
    }

    /// An officer looked through a version of a record.
    ///
    /// # Errors
    /// `procedure-changed` when a newer one came, `central-away`, or what the API refuses with.
    pub async fn check_procedure(&self, staff: &str, code: &str, version: u32) -> Result<ProcedureDetail, Problem> {
        let path = format!("/v1/procedures/{code}/check");
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), &CheckProcedure { version }).await?)
    }

    /// Writes the plain words of a procedure (supervisors).
    ///
    /// # Errors
    /// `words-changed` when somebody else did meanwhile, what is wrong with them, `supervisor-only`,
    /// `central-away`.
    pub async fn set_words(&self, staff: &str, code: &str, words: &SetWords) -> Result<ProcedureDetail, Problem> {
        let path = format!("/v1/procedures/{code}/words");
        Ok(self.write(Method::PUT, &path, Some(staff), Uuid::now_v7(), words).await?)
    }
}
