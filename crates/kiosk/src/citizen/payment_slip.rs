use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use motcua_domain::dossier::Code;
use motcua_domain::paper::{self, PaymentSlipPaper};
use motcua_domain::payment::PaymentState;
use motcua_domain::wire::Problem;
use motcua_domain::words::Words;

use super::guide::nothing_begun;
use super::printing::PATIENCE;
use super::{CitizenDesk, transfer};
use crate::printer::PaperKind;

/// A payment slip of this visit.
pub(super) struct Slip {
    /// The submission's code.
    code: String,
    /// Its jobs: what is printed again is this as it stands then.
    jobs: Vec<u64>,
    paper: Arc<Mutex<PaymentSlipPaper>>,
}

impl CitizenDesk {
    /// Starts printing what is to be paid for a submission, and how: of what was just submitted in this visit, or of
    /// what Tra cứu found.
    ///
    /// # Errors
    /// `submission-code-wrong`, `unknown-code`, `nothing-to-pay`, `central-away`; `nothing-begun` when who asked
    /// has left before the answer came: nothing is printed then.
    pub async fn print_payment(&self, code: &str) -> Result<u64, Problem> {
        let before = self.visits();
        let code = Code::parse(code)?.to_string();
        let (paper, of) = match self.of_submitted().await {
            Ok((id, own)) if own == code => {
                // The central system is asked first, if it answers soon.
                let _ = tokio::time::timeout(PATIENCE, self.payment()).await;
                (self.own_payment_slip(&code).await?, Some(id))
            }
            // Its code is all that Tra cứu knows it by.
            _ => (self.found_payment_slip(&code).await?, None),
        };
        let mut visit = self.visit.lock().await;
        if self.visits() != before {
            return Err(nothing_begun());
        }
        let paper = Arc::new(Mutex::new(paper));
        let (composed, words, size) = (paper.clone(), Words::of(visit.locale), self.settings.receipt);
        let compose = move |reprint| {
            let paper = held(&composed).clone();
            paper::payment_slip(&PaymentSlipPaper { reprint, ..paper }, size, words)
        };
        let compose = Arc::new(compose);
        let job = match of {
            Some(submission) => self.prints.start_of(submission, PaperKind::PaymentSlip, compose),
            None => self.prints.start(PaperKind::PaymentSlip, compose),
        };
        visit.payment_slip = Some(Slip { code, jobs: vec![job], paper });
        Ok(job)
    }

    /// Before a payment slip is printed again: how the payment stands now. Where nobody answers, the slip says what
    /// was known, and when.
    pub(super) async fn look_at_payment_slip(&self, job: u64) {
        let visit = self.visit.lock().await;
        let code = visit.payment_slip.as_ref().filter(|slip| slip.jobs.contains(&job)).map(|slip| slip.code.clone());
        drop(visit);
        let Some(code) = code else { return };
        let now = match self.of_submitted().await {
            Ok((_, own)) if own == code => self.own_payment_slip(&code).await,
            _ => match tokio::time::timeout(PATIENCE, self.found_payment_slip(&code)).await {
                Ok(now) => now,
                Err(_) => return,
            },
        };
        let mut visit = self.visit.lock().await;
        if let (Ok(now), Some(slip)) = (now, visit.payment_slip.as_mut().filter(|slip| slip.jobs.contains(&job))) {
            *held(&slip.paper) = now;
        }
    }

    /// A job of a payment slip was printed once more.
    pub(super) async fn printed_again(&self, job: u64, again: u64) {
        let mut visit = self.visit.lock().await;
        if let Some(slip) = visit.payment_slip.as_mut().filter(|slip| slip.jobs.contains(&job)) {
            slip.jobs.push(again);
        }
    }

    /// Of what was submitted in this visit, as is known here, with what it is made up of.
    async fn own_payment_slip(&self, code: &str) -> Result<PaymentSlipPaper, Problem> {
        let visit = self.visit.lock().await;
        let own = visit.submitted.as_ref().filter(|own| own.shown.code == code);
        let own = own.ok_or_else(|| Problem::new("nothing-to-pay"))?;
        let (payment, lines) = own.to_pay().ok_or_else(|| Problem::new("nothing-to-pay"))?;
        let blank = self.blank_payment_slip(code, own.shown.procedure_name.clone());
        let (total, state, transfer) = (payment.total, payment.state, payment.transfer);
        Ok(PaymentSlipPaper { lines, total, state, transfer, ..blank })
    }

    /// Of what Tra cứu finds: its parts are told to nobody who only has the code.
    async fn found_payment_slip(&self, code: &str) -> Result<PaymentSlipPaper, Problem> {
        let found = self.central.lookup(code).await?;
        let nothing = || Problem::new("nothing-to-pay");
        let payment = found.payment.as_ref().ok_or_else(nothing)?;
        let total = payment.expected.filter(|sum| sum.0 > 0).ok_or_else(nothing)?;
        let bank = self.link.known().branch.and_then(|branch| branch.bank);
        let transfer = bank.and_then(|bank| transfer(&bank, total, &found.code));
        let locale = self.visit.lock().await.locale;
        let procedure = self.catalogue.procedure(&found.procedure);
        let name = procedure.map_or_else(|_| found.procedure.clone(), |known| known.name.get(locale).to_owned());
        let blank = self.blank_payment_slip(&found.code, name);
        Ok(PaymentSlipPaper { total, state: payment.state, transfer, ..blank })
    }

    /// With nothing of the payment yet.
    fn blank_payment_slip(&self, code: &str, procedure_name: String) -> PaymentSlipPaper {
        PaymentSlipPaper {
            centre: self.link.known().branch.map(|branch| branch.name).unwrap_or_default(),
            code: code.to_owned(),
            procedure_name,
            lines: Vec::new(),
            total: Default::default(),
            state: PaymentState::Waiting,
            transfer: None,
            at: self.clock.now(),
            qr: code.to_owned(),
            reprint: false,
            trial: self.prints.trial(),
        }
    }
}

fn held(paper: &Mutex<PaymentSlipPaper>) -> MutexGuard<'_, PaymentSlipPaper> {
    paper.lock().unwrap_or_else(PoisonError::into_inner)
}
