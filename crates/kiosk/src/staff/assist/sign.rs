//! An officer submits for somebody: what will be sent is printed, the person signs it, and exactly that is
//! sent.

use std::sync::Arc;

use motcua_domain::catalogue::ChannelKind;
use motcua_domain::guide::{ConsentView, Draft, PageBody, Surroundings, consent_texts};
use motcua_domain::paper::{self, ReviewConsent, ReviewPaper, content_mark};
use motcua_domain::wire::{DraftRef, PrintedReview, Problem};
use motcua_domain::words::Words;

use super::{Assist, LOCALE, is_lost, nothing_in_hand};
use crate::drafts::keep_until;
use crate::printer::PaperKind;
use crate::staff::StaffDesk;
use crate::submit::{Counter, Made, Ready};
use crate::view::{AssistView, PrintState, ReviewPrinted, SubmissionShown};

/// What was printed to be signed.
pub(super) struct Review {
    /// The draft at that moment.
    draft: Draft,
    made: Made,
    /// SHA-256 of what is signed.
    content_sha256: String,
    /// Who printed it.
    account: String,
    /// The print job.
    job: u64,
}

impl Review {
    /// Whether it is not what would be sent now.
    fn is_void(&self, now: &Draft) -> bool {
        let of = |draft: &Draft| (draft.answers.clone(), draft.consents.clone(), draft.pages.clone());
        of(&self.draft) != of(now)
    }

    pub(super) fn view(&self, now: &Draft) -> ReviewPrinted {
        ReviewPrinted {
            job: self.job,
            mark: content_mark(&self.content_sha256).to_owned(),
            void: self.is_void(now),
            consents: consents(&self.draft).into_iter().filter(|consent| consent.given == Some(true)).collect(),
        }
    }
}

/// Every consent in full words, as it was answered.
fn consents(draft: &Draft) -> Vec<ConsentView> {
    let view = |(purpose, title, text): (String, String, String)| {
        let given = draft.consents.iter().find(|answer| answer.purpose == purpose).map(|answer| answer.given);
        ConsentView { purpose, title, text, required: false, given }
    };
    consent_texts(LOCALE).into_iter().map(view).collect()
}

impl StaffDesk {
    /// Starts printing what will be sent, to be signed by who it is for. What was printed before is void.
    ///
    /// # Errors
    /// `page-out-of-date` on any page but the review, `answers-missing`; `draft-elsewhere` when its owner
    /// took it back: then it is in hand no more; `token-missing`, `central-away`.
    pub async fn assist_print_review(&self) -> Result<AssistView, Problem> {
        let token = self.token()?;
        let mut assist = self.assist.lock().await;
        let hand = assist.as_mut().ok_or_else(nothing_in_hand)?;
        let printed = self.assist_print(&token, hand).await;
        if let Err(problem) = printed {
            if is_lost(&problem) {
                *assist = None;
            }
            return Err(problem);
        }
        self.assisted(hand).await
    }

    async fn assist_print(&self, token: &str, hand: &mut Assist) -> Result<(), Problem> {
        let (account, officer) = self.myself().ok_or_else(|| Problem::new("token-missing"))?;
        let pages: Vec<String> = hand.begun.draft.pages.iter().map(|page| page.id.clone()).collect();
        for page in pages {
            self.assist_fetch(token, hand, &page).await?;
        }
        // What is signed is handed in at the counter.
        let around = Surroundings { channel: ChannelKind::InPerson, ..self.assist_around(&hand.begun) };
        let (form, draft, now) = (&hand.begun.form, &hand.begun.draft, around.now);
        let PageBody::Review { to_show, fees, deadline, .. } = form.view(draft, &around).body else {
            return Err(Problem::new("page-out-of-date"));
        };
        let ready = Ready { draft, form, around, files: &hand.pages, code: hand.code.clone(), of: None };
        let mut made = ready.make()?;
        let content_sha256 = made.mark_for_signature();
        let review = PrintedReview {
            submission: made.submission.id,
            opening: hand.found.opening,
            content_sha256: content_sha256.clone(),
        };
        self.ended_when_refused(self.central.review_printed(token, hand.id, &review).await)?;
        let answers = &made.submission.answers;
        let attached = made.files.iter().map(|file| (form.evidence_name(&file.evidence, answers, LOCALE), file.pages));
        let consent =
            |view: ConsentView| ReviewConsent { title: view.title, text: view.text, given: view.given == Some(true) };
        let paper = ReviewPaper {
            centre: self.link.known().branch.map(|branch| branch.name).unwrap_or_default(),
            procedure_name: hand.begun.procedure.name.get(LOCALE).to_owned(),
            procedure_code: hand.begun.procedure.code.clone(),
            code: hand.code.clone(),
            sections: form.answers_in_words(answers, LOCALE),
            attached: attached.collect(),
            to_show,
            fees,
            deadline,
            consents: consents(draft).into_iter().map(consent).collect(),
            person: form.applicant(answers).name,
            officer,
            printed_at: now,
            keep_until: keep_until(&self.link, now),
            content_sha256: content_sha256.clone(),
            reprint: false,
            trial: self.prints.trial(),
        };
        let words = Words::of(LOCALE);
        let compose = move |reprint| paper::review(&ReviewPaper { reprint, ..paper.clone() }, words);
        let _session = self.still(token)?;
        let job = self.prints.start_of(made.submission.id, PaperKind::Review, Arc::new(compose));
        hand.review = Some(Review { draft: draft.clone(), made, content_sha256, account, job });
        Ok(())
    }

    /// "Người dân đã ký, nộp hồ sơ": sends exactly what was printed. `agreed` are the consents the person
    /// agreed to on paper, by purpose; `came_out` is the officer's word where the printer gave none.
    ///
    /// # Errors
    /// `review-not-printed`, `review-void` when anything was changed since, `review-consents` when other
    /// consents stand on the paper, `draft-elsewhere` for another officer than the one who printed it,
    /// `store` when it could not be saved: then nothing was submitted.
    pub async fn assist_submit(&self, agreed: &[String], came_out: bool) -> Result<SubmissionShown, Problem> {
        let (account, _) = self.myself().ok_or_else(|| Problem::new("token-missing"))?;
        let mut assist = self.assist.lock().await;
        let hand = assist.as_mut().ok_or_else(nothing_in_hand)?;
        let not_printed = || Problem::new("review-not-printed");
        let review = hand.review.as_mut().ok_or_else(not_printed)?;
        if review.account != account {
            return Err(Problem::new("draft-elsewhere"));
        }
        if review.is_void(&hand.begun.draft) {
            return Err(Problem::new("review-void"));
        }
        match self.prints.result(review.job).await?.state {
            PrintState::Printed => {}
            PrintState::Unknown if came_out => {}
            PrintState::Unknown | PrintState::Failed => return Err(not_printed()),
        }
        let given: Vec<&str> = review.made.submission.consents.iter().map(|consent| consent.purpose.as_str()).collect();
        if given.len() != agreed.len() || !given.iter().all(|purpose| agreed.iter().any(|said| said == purpose)) {
            return Err(Problem::new("review-consents"));
        }
        let of = DraftRef { id: hand.id, opening: hand.found.opening, revision: hand.found.revision };
        review.made.signed(of, self.clock.now());
        let counter = Counter { store: &self.store, outbox: &self.outbox, slips: self.slips(), size: self.slips };
        let submitted = counter.submit(&review.made, &hand.begun.form, &hand.begun.procedure).await?;
        *assist = None;
        Ok(submitted.shown)
    }
}
