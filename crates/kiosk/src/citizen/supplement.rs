//! What an officer asked for, answered at the kiosk: the applicant shows that it is theirs, goes through the
//! guide on a form made of the request, and sends it in.

use std::collections::HashMap;
use std::sync::Arc;

use motcua_domain::card::Card;
use motcua_domain::guide::{self, Draft, GuideView};
use motcua_domain::wire::{Problem, ProveSupplement, SupplementRef};
use uuid::Uuid;

use super::draft::Kept;
use super::guide::nothing_begun;
use super::{CitizenDesk, Guide, Visit};
use crate::outbox::hex_sha256;
use crate::store::random;
use crate::submit::{Counter, Ready};
use crate::view::SubmissionShown;

/// What is answered, and of which submission.
pub(super) struct Answering {
    /// The submission's code.
    pub(super) code: String,
    /// Its procedure's national code.
    procedure: String,
    /// The request, with the secret that was proved with.
    answers: SupplementRef,
}

impl CitizenDesk {
    /// Somebody wants to answer this request, and shows next that it is theirs. Without one nobody does any
    /// more.
    pub async fn supplement_find(&self, request: Option<Uuid>) {
        self.visit.lock().await.to_answer = request;
    }

    pub(super) async fn answer_with_card(&self, card: &Card) -> Result<GuideView, Problem> {
        self.begin_answer(card.number.as_str()).await
    }

    /// Begins the answer for who knows the last four digits of the applicant's number.
    ///
    /// # Errors
    /// `nothing-begun` without a request, `supplement-digits-missing`, `supplement-digits-wrong` (argument
    /// `left`), `supplement-locked` (argument `time`), `supplement-done`, `supplement-at-counter`,
    /// `unknown-supplement`, `unknown-procedure`, `central-away`.
    pub async fn supplement_open_digits(&self, digits: &str) -> Result<GuideView, Problem> {
        if digits.len() != 4 {
            return Err(Problem::new("supplement-digits-missing"));
        }
        self.begin_answer(digits).await
    }

    async fn begin_answer(&self, digits: &str) -> Result<GuideView, Problem> {
        let before = self.visits();
        let request = self.visit.lock().await.to_answer.ok_or_else(nothing_begun)?;
        let proof: String = random::<32>().iter().map(|byte| format!("{byte:02x}")).collect();
        let proving = ProveSupplement { digits: digits.to_owned(), proof_sha256: hex_sha256(proof.as_bytes()) };
        let opened = self.central.prove_supplement(request, &proving).await?;
        let procedure = self.catalogue.procedure(&opened.procedure)?;
        let form = guide::supplement_form(&opened.request).map_err(|error| {
            tracing::error!(%request, %error, "a request makes no form");
            Problem::new("no-form-here")
        })?;
        let mut visit = self.visit.lock().await;
        // Whoever showed it may have left meanwhile.
        if self.visits() != before {
            return Err(nothing_begun());
        }
        self.assist.end();
        self.drafts.answer(None);
        self.measures.left();
        let answers = SupplementRef { request, proof };
        let answering = Answering { code: opened.code, procedure: opened.procedure, answers };
        visit.guide = Some(Guide {
            draft: Draft::begin(&form),
            form: Arc::new(form),
            procedure,
            files: HashMap::new(),
            became: HashMap::new(),
            kept: Kept::new(),
            supplement: Some(answering),
        });
        (visit.to_answer, visit.wanted, visit.submitted) = (None, None, None);
        self.shown(&mut visit).await
    }

    /// "Gửi bổ sung": as [`CitizenDesk::guide_submit`], as an answer.
    pub(super) async fn submit_answer(&self, visit: &mut Visit) -> Result<SubmissionShown, Problem> {
        let guide = visit.guide.as_ref().ok_or_else(nothing_begun)?;
        let answering = guide.supplement.as_ref().ok_or_else(nothing_begun)?;
        let ready = Ready {
            draft: &guide.draft,
            form: &guide.form,
            around: self.around(visit.locale, &guide.procedure),
            files: &guide.files,
            code: answering.code.clone(),
            of: None,
        };
        let mut made = ready.make()?;
        made.submission.procedure = answering.procedure.clone();
        made.submission.supplement = Some(answering.answers.clone());
        let counter = Counter {
            store: &self.store,
            outbox: &self.outbox,
            slips: self.slips(visit.locale),
            size: self.settings.receipt,
        };
        let submitted = counter.submit_answer(&made, &guide.form, &guide.procedure).await?;
        let shown = submitted.shown.clone();
        visit.submitted = Some(submitted);
        visit.guide = None;
        Ok(shown)
    }
}
