use motcua_domain::dossier::{Rung, ladder};
use motcua_domain::guide::Form;
use motcua_domain::paper::{ReceiptPayment, Transfer};
use motcua_domain::payment::{Payment, VietQr, Vnd};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Branch, Problem};
use motcua_domain::words::Locale;
use serde_json::Value;

use super::CitizenDesk;
use crate::view::{PayShown, TransferShown};

/// What a submission costs, and how it can be paid, as far as this machine knows without asking.
pub(super) struct ToPay {
    /// Each part with what it is for; empty where it is not known.
    pub(super) lines: Vec<(String, Vnd)>,
    /// The sum and the code to pay it by; none when nothing is to be paid, or nobody knows how much.
    pub(super) receipt: Option<ReceiptPayment>,
    /// The same for the screen.
    pub(super) shown: Option<PayShown>,
}

impl ToPay {
    /// Reckons what these answers cost, with the account and the postage of the centre.
    pub(super) fn of(form: &Form, answers: &Value, code: &str, branch: Option<&Branch>, locale: Locale) -> Self {
        let postage = branch.and_then(|branch| branch.postage);
        let Some(cost) = form.cost(answers, postage.as_ref(), locale) else {
            return Self { lines: Vec::new(), receipt: None, shown: None };
        };
        let total = cost.total();
        if total == Vnd(0) {
            return Self { lines: cost.lines, receipt: None, shown: None };
        }
        let transfer = branch.and_then(|branch| branch.bank.as_ref()).and_then(|bank| {
            let qr = bank.payload(total, code).ok()?;
            let purpose = VietQr::parse(&qr).ok()?.purpose?;
            Some((bank, Transfer { to: format!("{} · {}", bank.name, bank.account), purpose, qr }))
        });
        let shown = transfer.as_ref().and_then(|(bank, transfer)| {
            let qr = crate::paper::qr(&transfer.qr).ok()?;
            let (name, account) = (bank.name.clone(), bank.account.clone());
            Some(TransferShown { qr, name, account, purpose: transfer.purpose.clone() })
        });
        Self {
            lines: cost.lines,
            receipt: Some(ReceiptPayment { total, transfer: transfer.map(|(_, transfer)| transfer), received: false }),
            shown: Some(PayShown { total, transfer: shown }),
        }
    }

    /// How far a submission has come that was made just now.
    pub(super) fn ladder(&self, made_at: Moment, received_at: Option<Moment>) -> Vec<Rung> {
        let payment = self.receipt.as_ref().map(|payment| Payment::opened(payment.total, made_at));
        ladder(made_at, received_at, None, payment.as_ref())
    }
}

impl CitizenDesk {
    /// How the payment of this visit's submission stands, as the central system knows it; none while it
    /// does not have the submission.
    ///
    /// # Errors
    /// `nothing-begun` when nothing was submitted in this visit, `central-away`.
    pub async fn payment(&self) -> Result<Option<Payment>, Problem> {
        let code = self.submitted_code().await?;
        match self.central.lookup(&code).await {
            Ok(found) => Ok(found.payment),
            Err(problem) if problem.code == "unknown-code" => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// "Tôi đã chuyển": the central system looks for the money. A person's word is no payment.
    ///
    /// # Errors
    /// `nothing-begun` when nothing was submitted in this visit, `unknown-code` while the central system
    /// does not have the submission, `central-away`.
    pub async fn say_transferred(&self) -> Result<Payment, Problem> {
        let code = self.submitted_code().await?;
        self.central.say_transferred(&code).await
    }

    async fn submitted_code(&self) -> Result<String, Problem> {
        let visit = self.visit.lock().await;
        let submitted = visit.submitted.as_ref().ok_or_else(super::guide::nothing_begun)?;
        Ok(submitted.code.clone())
    }
}
