use motcua_domain::catalogue::PlainWords;
use motcua_domain::wire::{Problem, ProcedureDetail, ProcedureFilter, ProcedurePart, SetWords};
use motcua_domain::words::{Locale, Words};

use super::StaffDesk;
use crate::explain::explained;
use crate::view::{ChecklistShown, LifeEventTile, ProcedureCase, ProcedureView};

impl StaffDesk {
    /// Procedures that fit a filter, a part at a time.
    ///
    /// # Errors
    /// `token-missing`, `central-away`.
    pub async fn procedures(&self, filter: &ProcedureFilter) -> Result<ProcedurePart, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.procedures(&token, filter).await)
    }

    /// Everything known of a procedure.
    ///
    /// # Errors
    /// `unknown-procedure`, `token-missing`, `central-away`.
    pub async fn procedure(&self, code: &str) -> Result<ProcedureDetail, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.procedure(&token, code).await)
    }

    /// The officer looked through this version of a record.
    ///
    /// # Errors
    /// `procedure-changed` when a newer one came, `unknown-procedure`, `token-missing`, `central-away`.
    pub async fn check_procedure(&self, code: &str, version: u32) -> Result<ProcedureDetail, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.check_procedure(&token, code, version).await)
    }

    /// Writes the plain words of a procedure, from the version that was changed.
    ///
    /// # Errors
    /// `words-changed` when somebody else did meanwhile, what is wrong with them, `supervisor-only`,
    /// `token-missing`, `central-away`.
    pub async fn set_words(&self, code: &str, words: PlainWords, from: u32) -> Result<ProcedureDetail, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.set_words(&token, code, &SetWords { words, from }).await)
    }

    /// How citizens would see a procedure with these words, in one of their languages.
    ///
    /// # Errors
    /// As for [`StaffDesk::procedure`].
    pub async fn preview_words(
        &self,
        code: &str,
        words: &PlainWords,
        language: Locale,
    ) -> Result<ProcedureView, Problem> {
        let detail = self.procedure(code).await?;
        Ok(explained(&detail.procedure.in_plain_words(words), &self.catalogue.forms(), Words::of(language)))
    }

    /// The life events procedures can be put under.
    pub fn life_events(&self) -> Vec<LifeEventTile> {
        crate::citizen::life_events(Locale::Vi)
    }

    /// Starts printing the papers of a procedure and a case for the person at the counter.
    ///
    /// # Errors
    /// As for [`StaffDesk::procedure`].
    pub async fn print_checklist(&self, wanted: &ProcedureCase) -> Result<ChecklistShown, Problem> {
        let detail = self.procedure(&wanted.code).await?;
        self.slips().checklist(&detail.procedure, wanted.case_of(&detail.procedure), self.clock.now(), self.slips)
    }
}
