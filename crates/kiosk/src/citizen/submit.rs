use std::sync::Arc;
use std::time::Duration;

use motcua_domain::catalogue::WayOn;
use motcua_domain::guide::{Content, ContentPaper, Form};
use motcua_domain::paper::{self, ReceiptPaper};
use motcua_domain::wire::{DraftRef, Problem, Submission};
use motcua_domain::words::Locale;
use serde_json::Value;
use uuid::Uuid;

use super::CitizenDesk;
use super::guide::nothing_begun;
use super::payment::ToPay;
use crate::explain::deadline_words;
use crate::outbox::{Sent, hex_sha256};
use crate::printer::PaperKind;
use crate::store::random;
use crate::view::SubmissionShown;

/// How long the person waits for the central system's word before the screen says "đã lưu, chưa nộp".
const PATIENCE: Duration = Duration::from_secs(8);

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
    /// opened it elsewhere: then it is theirs.
    pub async fn guide_submit(&self) -> Result<SubmissionShown, Problem> {
        let (mut visit, words) = self.words().await;
        if let Some(shown) = &visit.submitted {
            return Ok(shown.clone());
        }
        let locale = visit.locale;
        // Nobody submits what was opened elsewhere since.
        let id = visit.guide.as_ref().ok_or_else(nothing_begun)?.kept.id;
        let pushing = tokio::time::timeout(LAST_SAVE, self.drafts.push(id)).await;
        if let Ok(Err(error)) = pushing {
            tracing::error!(%error, "a draft could not be pushed");
        }
        if self.drafts.standing(id).elsewhere {
            visit.guide = None;
            return Err(Problem::new("draft-elsewhere"));
        }
        let guide = visit.guide.as_ref().ok_or_else(nothing_begun)?;
        let (form, procedure) = (guide.form.clone(), guide.procedure.clone());
        let around = self.around(locale, &procedure);
        let Content { answers, consents, papers, to_show } =
            form.content(&guide.draft, &around).map_err(|_| Problem::new("answers-missing"))?;

        let now = self.clock.now();
        let code = guide.kept.code.to_string();
        let (opening, revision) = (guide.kept.opening, guide.kept.revision);
        let token = follow_token();
        let submission = Submission {
            id: Uuid::now_v7(),
            code: code.clone(),
            procedure: form.procedure().to_owned(),
            form_version: form.version(),
            record_version: (procedure.way_on() == WayOn::AnyForm).then_some(procedure.version),
            made_at: now,
            language: locale.tag().to_owned(),
            answers,
            consents,
            documents: Vec::new(),
            follow_sha256: Some(hex_sha256(token.as_bytes())),
            draft: (revision > 0).then_some(DraftRef { id, opening, revision }),
        };
        let files = guide.paper_files(&papers)?;
        self.store.save_submission(&submission, &files).await.map_err(|error| {
            tracing::error!(%error, "a submission could not be saved");
            Problem::new("store")
        })?;

        let sent = self.hand_over(submission.id).await;
        let received_at = match &sent {
            Sent::Received(receipt) => Some(receipt.received_at),
            Sent::Waiting | Sent::Refused(_) => None,
        };
        let refused = matches!(sent, Sent::Refused(_));
        let slips = self.slips(locale);
        let branch = slips.branch.as_ref();
        let to_pay = ToPay::of(&form, &submission.answers, &code, branch, locale);
        let ladder = to_pay.ladder(now, received_at);
        let followed = slips.address("d", &token);
        let applicant = form.applicant(&submission.answers);
        let receipt = ReceiptPaper {
            centre: branch.map(|b| b.name.clone()).unwrap_or_default(),
            code: code.clone(),
            procedure_name: procedure.name.get(locale).to_owned(),
            procedure_code: procedure.code.clone(),
            applicant_name: applicant.name,
            masked_number: applicant.number.map(|number| number.masked()).unwrap_or_default(),
            made_at: now,
            received_at,
            sent: received_at.is_some(),
            refused,
            papers_sent: papers_sent(&form, &submission.answers, &papers, locale),
            to_show: to_show.clone(),
            fees: to_pay.lines,
            deadline_words: deadline_words(&procedure, words),
            appointment: appointment(&form, &submission.answers, locale),
            delivery: form.delivery_in_words(&submission.answers, locale),
            ladder: ladder.clone(),
            payment: to_pay.receipt,
            qr: followed.clone(),
            phone: slips.phone(),
            reprint: false,
            trial: self.prints.trial(),
        };
        let procedure_name = receipt.procedure_name.clone();
        let size = self.settings.receipt;
        let compose = move |reprint| paper::receipt(&ReceiptPaper { reprint, ..receipt.clone() }, size, words);
        let print = self.prints.start(PaperKind::Receipt, Arc::new(compose));
        let qr = crate::paper::qr(&followed).map_err(|_| Problem::new("internal"))?;
        let sent = received_at.is_some();
        let pay = to_pay.shown.filter(|_| !refused);
        let shown =
            SubmissionShown { code, procedure_name, sent, refused, received_at, qr, to_show, ladder, pay, print };
        self.measures.submitted();
        visit.submitted = Some(shown.clone());
        visit.guide = None;
        self.drafts.answer(None);
        Ok(shown)
    }

    /// The central system's word, when it comes while the person waits.
    async fn hand_over(&self, id: Uuid) -> Sent {
        match tokio::time::timeout(PATIENCE, self.outbox.send(id)).await {
            Ok(Ok(sent)) => sent,
            Ok(Err(error)) => {
                tracing::error!(%id, %error, "a saved submission could not be sent");
                Sent::Waiting
            }
            Err(_) => Sent::Waiting,
        }
    }
}

/// The token in the address at which a submission is followed: 128 random bits, which nobody can guess.
fn follow_token() -> String {
    random::<16>().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The names of the papers attached.
fn papers_sent(form: &Form, answers: &Value, papers: &[ContentPaper], locale: Locale) -> Vec<String> {
    papers.iter().map(|paper| form.evidence_name(&paper.evidence, answers, locale)).collect()
}

/// The day and hour to come and show originals, in words, for a procedure that has an appointment.
fn appointment(form: &Form, answers: &Value, locale: Locale) -> Option<String> {
    let sections = form.appointment().then(|| form.answers_in_words(answers, locale))?;
    let section = sections.into_iter().find(|section| section.page == "appointment")?;
    Some(section.rows.into_iter().map(|row| row.value).collect::<Vec<_>>().join(", "))
}
