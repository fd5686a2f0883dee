//! Paying, as the citizen's window shows it.

use motcua_domain::payment::{BankAccount, Payment, VietQr, Vnd};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::QrPicture;

/// What is to be paid for a submission, and how it can be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PayShown {
    /// The sum.
    pub total: Vnd,
    /// By a transfer, where the centre has an account; at the counter always.
    pub transfer: Option<TransferShown>,
}

/// A transfer by VietQR.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TransferShown {
    /// The code a bank's app reads.
    pub qr: QrPicture,
    /// The bank and the holder of the account.
    pub name: String,
    /// The account's number.
    pub account: String,
    /// The purpose, as the code has it.
    pub purpose: String,
}

impl TransferShown {
    /// The transfer of a sum to an account for a submission; none where no code can be made of it.
    pub(crate) fn of(bank: &BankAccount, total: Vnd, code: &str) -> Option<Self> {
        let payload = bank.payload(total, code).ok()?;
        let purpose = VietQr::parse(&payload).ok()?.purpose?;
        let qr = crate::paper::qr(&payload).ok()?;
        Some(Self { qr, name: bank.name.clone(), account: bank.account.clone(), purpose })
    }
}

/// How the payment of what was just submitted stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PaymentNow {
    /// As the central system knows it; none while it does not have the submission.
    pub payment: Option<Payment>,
    /// Its person said that it was transferred, and this machine has yet to tell the central system.
    pub said: bool,
}
