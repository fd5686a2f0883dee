use motcua_domain::dossier::SubmissionCode;
use motcua_domain::wire::{LockedDraft, Problem};
use uuid::Uuid;

use super::StaffDesk;
use crate::draft_key::found_by;
use crate::view::LockedDraftRow;

impl StaffDesk {
    /// Drafts that are locked after wrong tries, and those unlocked in the last day; with the code on an
    /// owner's slip only that one. The code stays on this machine.
    ///
    /// # Errors
    /// `submission-code-wrong`, `token-missing`, `central-away`.
    pub async fn locked_drafts(&self, code: Option<&str>) -> Result<Vec<LockedDraftRow>, Problem> {
        let token = self.token()?;
        let wanted = match code {
            Some(code) => Some(found_by(&SubmissionCode::parse(code)?).await),
            None => None,
        };
        let mut lines = self.ended_when_refused(self.central.locked_drafts(&token).await)?;
        lines.retain(|line| wanted.as_ref().is_none_or(|found_by| line.found_by == *found_by));
        let row = |line: LockedDraft| LockedDraftRow { procedure_name: self.procedure_name(&line.procedure), line };
        Ok(lines.into_iter().map(row).collect())
    }

    /// Unlocks a draft whose owner the officer saw.
    ///
    /// # Errors
    /// `unknown-draft`, `token-missing`, `central-away`.
    pub async fn unlock_draft(&self, id: Uuid) -> Result<(), Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.unlock_draft(&token, id).await)
    }
}
