//! Who changed what of a draft with which somebody helped.

use motcua_domain::guide::{Form, page_kind};
use motcua_domain::wire::{LoggedChange, Problem};
use uuid::Uuid;

use super::LOCALE;
use crate::staff::StaffDesk;
use crate::view::ChangeRow;

impl StaffDesk {
    /// The changes of a draft, or of what became a submission, the newest first, in its form's words.
    ///
    /// # Errors
    /// `token-missing`, `central-away`.
    pub(in crate::staff) async fn changes(
        &self,
        token: &str,
        draft: Uuid,
        form: &Form,
    ) -> Result<Vec<ChangeRow>, Problem> {
        let logged = self.ended_when_refused(self.central.draft_changes(token, draft).await)?;
        Ok(logged.into_iter().rev().map(|change| row(change, form)).collect())
    }
}

fn row(change: LoggedChange, form: &Form) -> ChangeRow {
    ChangeRow {
        page_title: form.page_heading(page_kind(&change.page), LOCALE),
        labels: change.fields.iter().map(|field| form.field_label(field, LOCALE)).collect(),
        change,
    }
}
