use motcua_domain::wire::Problem;

use super::CitizenDesk;
use crate::view::{ChecklistShown, ProcedureCase};

impl CitizenDesk {
    /// Starts printing the papers of a procedure and a case as a list to tick.
    ///
    /// # Errors
    /// `unknown-procedure`.
    pub async fn print_checklist(&self, wanted: &ProcedureCase) -> Result<ChecklistShown, Problem> {
        let procedure = self.catalogue.procedure(&wanted.code)?;
        let locale = self.visit.lock().await.locale;
        self.slips(locale).checklist(&procedure, wanted.case_of(&procedure), self.clock.now(), self.settings.receipt)
    }
}
