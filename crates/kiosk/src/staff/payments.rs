use motcua_domain::payment::{Settlement, Vnd};
use motcua_domain::wire::{AskSupplement, PaymentDetail, PaymentsToSee, Problem, SetPayment, SupplementRequest};
use uuid::Uuid;

use super::StaffDesk;

impl StaffDesk {
    /// Money that needs an officer.
    ///
    /// # Errors
    /// `token-missing`, `central-away`.
    pub async fn payments(&self) -> Result<PaymentsToSee, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.payments(&token).await)
    }

    /// The officer took money at the counter. The same `key` never takes it twice.
    ///
    /// # Errors
    /// `nothing-to-pay`, `payment-amount-wrong`, `token-missing`, `central-away`.
    pub async fn take_payment(&self, submission: Uuid, amount: Vnd, key: Uuid) -> Result<PaymentDetail, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.take_payment(&token, submission, amount, key).await)
    }

    /// The officer says what the fees cost that are not reckoned. The same `key` never says it twice.
    ///
    /// # Errors
    /// `payment-reckoned`, `payment-amount-wrong`, `note-wrong`, `token-missing`, `central-away`.
    pub async fn set_payment(
        &self,
        submission: Uuid,
        fee: Vnd,
        why: String,
        key: Uuid,
    ) -> Result<PaymentDetail, Problem> {
        let token = self.token()?;
        let set = SetPayment { fee, why };
        self.ended_when_refused(self.central.set_payment(&token, submission, &set, key).await)
    }

    /// The officer asks for what is missing.
    ///
    /// # Errors
    /// `supplement-wrong`, `token-missing`, `central-away`.
    pub async fn ask_supplement(
        &self,
        submission: Uuid,
        text: String,
        papers: Vec<String>,
        key: Uuid,
    ) -> Result<SupplementRequest, Problem> {
        let token = self.token()?;
        let asked = AskSupplement { text, papers };
        self.ended_when_refused(self.central.ask_supplement(&token, submission, &asked, key).await)
    }

    /// The officer has what was asked for.
    ///
    /// # Errors
    /// `unknown-supplement`, `token-missing`, `central-away`.
    pub async fn supplement_done(&self, id: Uuid) -> Result<(), Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.supplement_done(&token, id).await)
    }

    /// The officer put right what did not fit.
    ///
    /// # Errors
    /// `payment-in-order`, `note-wrong`, `token-missing`, `central-away`.
    pub async fn settle_payment(
        &self,
        submission: Uuid,
        outcome: Settlement,
        note: String,
    ) -> Result<PaymentDetail, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.settle_payment(&token, submission, outcome, note).await)
    }

    /// The officer says what a transfer without a submission was for; without a code it was given back.
    ///
    /// # Errors
    /// `unknown-credit`, `credit-settled`, `unknown-code`, `note-wrong`, `token-missing`, `central-away`.
    pub async fn settle_credit(&self, credit: Uuid, code: Option<String>, note: String) -> Result<(), Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.settle_credit(&token, credit, code, note).await)
    }
}
