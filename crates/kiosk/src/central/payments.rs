//! Payments at the central API, and what officers ask for because it is missing.

use motcua_domain::payment::{Payment, Settlement, Vnd};
use motcua_domain::wire::{
    AskSupplement, PaymentDetail, PaymentsToSee, Problem, ProveSupplement, SetPayment, SettleCredit, SettlePayment,
    SupplementOpened, SupplementRequest, TakePayment,
};
use reqwest::Method;
use uuid::Uuid;

use super::{CentralClient, Refusal};

impl CentralClient {
    /// The holder of a code says that it was transferred. The same `key` never says it twice.
    ///
    /// # Errors
    /// [`Refusal`]: away, or refused for good (`unknown-code`, `nothing-to-pay`).
    pub async fn say_transferred(&self, code: &str, key: Uuid) -> Result<Payment, Refusal> {
        self.write(Method::POST, &format!("/v1/lookup/{code}/transferred"), None, key, &()).await
    }

    /// An officer asks for what is missing. The same `key` never asks twice.
    ///
    /// # Errors
    /// `supplement-wrong`, `unknown-submission`, `central-away`.
    pub async fn ask_supplement(
        &self,
        staff: &str,
        submission: Uuid,
        asked: &AskSupplement,
        key: Uuid,
    ) -> Result<SupplementRequest, Problem> {
        let path = format!("/v1/submissions/{submission}/supplement");
        Ok(self.write(Method::POST, &path, Some(staff), key, asked).await?)
    }

    /// Somebody shows that a request is theirs to answer. The secret is made anew for each try.
    ///
    /// # Errors
    /// `supplement-digits-wrong`, `supplement-locked`, `supplement-done`, `supplement-at-counter`,
    /// `unknown-supplement`, `central-away`.
    pub async fn prove_supplement(&self, id: Uuid, proof: &ProveSupplement) -> Result<SupplementOpened, Problem> {
        let path = format!("/v1/supplements/{id}/prove");
        Ok(self.write(Method::POST, &path, None, Uuid::now_v7(), proof).await?)
    }

    /// An officer has what was asked for.
    ///
    /// # Errors
    /// `unknown-supplement`, `central-away`.
    pub async fn supplement_done(&self, staff: &str, id: Uuid) -> Result<(), Problem> {
        let path = format!("/v1/supplements/{id}/done");
        Ok(self.write_nothing(&path, staff).await?)
    }

    /// Money that needs an officer (staff).
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn payments(&self, staff: &str) -> Result<PaymentsToSee, Problem> {
        Ok(self.read("/v1/payments", Some(staff)).await?)
    }

    /// An officer says what the fees cost that are not reckoned. The same `key` never says it twice.
    ///
    /// # Errors
    /// `nothing-to-pay`, `payment-reckoned`, `payment-amount-wrong`, `note-wrong`, `unknown-submission`,
    /// `central-away`.
    pub async fn set_payment(
        &self,
        staff: &str,
        submission: Uuid,
        set: &SetPayment,
        key: Uuid,
    ) -> Result<PaymentDetail, Problem> {
        let path = format!("/v1/submissions/{submission}/payment/amount");
        Ok(self.write(Method::POST, &path, Some(staff), key, set).await?)
    }

    /// An officer took money. The same `key` never takes it twice.
    ///
    /// # Errors
    /// `nothing-to-pay`, `payment-amount-wrong`, `unknown-submission`, `central-away`.
    pub async fn take_payment(
        &self,
        staff: &str,
        submission: Uuid,
        amount: Vnd,
        key: Uuid,
    ) -> Result<PaymentDetail, Problem> {
        let path = format!("/v1/submissions/{submission}/payment/taken");
        Ok(self.write(Method::POST, &path, Some(staff), key, &TakePayment { amount }).await?)
    }

    /// An officer put right what did not fit.
    ///
    /// # Errors
    /// `payment-in-order`, `note-wrong`, `nothing-to-pay`, `unknown-submission`, `central-away`.
    pub async fn settle_payment(
        &self,
        staff: &str,
        submission: Uuid,
        outcome: Settlement,
        note: String,
    ) -> Result<PaymentDetail, Problem> {
        let path = format!("/v1/submissions/{submission}/payment/settled");
        let body = SettlePayment { outcome, note };
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), &body).await?)
    }

    /// An officer says what a transfer without a submission was for; without a code it was given back.
    ///
    /// # Errors
    /// `unknown-credit`, `credit-settled`, `unknown-code`, `note-wrong`, `central-away`.
    pub async fn settle_credit(
        &self,
        staff: &str,
        credit: Uuid,
        code: Option<String>,
        note: String,
    ) -> Result<(), Problem> {
        let path = format!("/v1/payments/credits/{credit}/settled");
        let body = SettleCredit { code, note };
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), &body).await?)
    }
}
