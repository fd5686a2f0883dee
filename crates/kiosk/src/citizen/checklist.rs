use motcua_domain::wire::Problem;

use super::CitizenDesk;
use super::guide::nothing_begun;
use crate::view::{ChecklistShown, ProcedureCase};

impl CitizenDesk {
    /// Starts printing the papers of a procedure and a case as a list to tick.
    ///
    /// # Errors
    /// `unknown-procedure`, `nothing-begun` when who asked has left.
    pub async fn print_checklist(&self, wanted: &ProcedureCase) -> Result<ChecklistShown, Problem> {
        let before = self.visits();
        let procedure = self.catalogue.procedure(&wanted.code)?;
        // Held until it is started: a visit that ends takes its papers with it.
        let visit = self.visit.lock().await;
        if self.visits() != before {
            return Err(nothing_begun());
        }
        let slips = self.slips(visit.locale);
        slips.checklist(&procedure, wanted.case_of(&procedure), self.clock.now(), self.settings.receipt)
    }
}
