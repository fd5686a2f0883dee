use std::time::Duration;

use motcua_domain::wire::{DraftRef, Problem};

use super::CitizenDesk;
use super::assist::officer_edits;
use super::guide::nothing_begun;
use crate::submit::{Counter, Ready};
use crate::view::{AssistState, SubmissionShown};

/// How long the last answer may take to the central system before "Nộp" goes on without.
const LAST_SAVE: Duration = Duration::from_secs(3);

impl CitizenDesk {
    /// "Nộp": saves the submission so that it survives the power cord, sends it, and prints the receipt.
    ///
    /// A second call of the same visit answers with the first one's submission.
    ///
    /// # Errors
    /// `nothing-begun`, `answers-missing` when the review is not complete, `store` when it could not
    /// be saved: then nothing was submitted, and the draft is as it was. `draft-elsewhere` when somebody
    /// opened it elsewhere: then it is theirs. `assist-officer-edits` while an officer has it in hand,
    /// `assist-changed` when one had it since its owner last saw it: then its owner looks again.
    pub async fn guide_submit(&self) -> Result<SubmissionShown, Problem> {
        let mut visit = self.visit.lock().await;
        if let Some(submitted) = &visit.submitted {
            return Ok(submitted.shown.clone());
        }
        if visit.guide.as_ref().is_some_and(|guide| guide.supplement.is_some()) {
            return self.submit_answer(&mut visit).await;
        }
        let locale = visit.locale;
        let guide = self.in_hand(&mut visit)?;
        let (id, opening, revision) = (guide.kept.id, guide.kept.opening, guide.kept.revision);
        // Nobody submits what was opened elsewhere since.
        let pushed = tokio::time::timeout(LAST_SAVE, self.drafts.push_to_submit(id, opening)).await;
        if let Ok(Err(error)) = &pushed {
            tracing::error!(%error, "a draft could not be pushed");
        }
        if self.drafts.standing(id).elsewhere {
            visit.guide = None;
            return Err(Problem::new("draft-elsewhere"));
        }
        if matches!(pushed, Ok(Ok(false))) {
            drop(visit);
            self.look_at(id).await?;
            return Err(if self.assist.officer_edits(id) { officer_edits() } else { Problem::new("assist-changed") });
        }
        let guide = visit.guide.as_ref().ok_or_else(nothing_begun)?;
        let ready = Ready {
            draft: &guide.draft,
            form: &guide.form,
            around: self.around(locale, &guide.procedure),
            files: &guide.files,
            code: guide.kept.code.to_string(),
            of: (revision > 0).then_some(DraftRef { id, opening, revision }),
        };
        let made = ready.make()?;
        let counter = Counter {
            store: &self.store,
            outbox: &self.outbox,
            slips: self.slips(locale),
            size: self.settings.receipt,
        };
        let submitted = counter.submit(&made, &guide.form, &guide.procedure).await?;
        self.measures.submitted();
        let shown = submitted.shown.clone();
        visit.submitted = Some(submitted);
        visit.guide = None;
        self.drafts.answer(None);
        self.assist.over(AssistState::Alone);
        Ok(shown)
    }
}
