//! Money between the central API, the bank, and the officers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::payment::{Payment, PaymentEvent, Settlement, Vnd};
use crate::time::Moment;

/// A part of what a submission costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct CostLine {
    /// What it is for, in Vietnamese.
    pub what: String,
    /// How much.
    pub amount: Vnd,
}

/// The payment of a submission as officers see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct PaymentDetail {
    /// How it stands.
    pub payment: Payment,
    /// What it is made up of, as the central system reckoned it.
    pub lines: Vec<CostLine>,
    /// All that happened, in order.
    pub events: Vec<PaymentEvent>,
}

/// `GET /v1/payments` (staff): money that needs somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct PaymentsToSee {
    /// Payments an officer must look at, the oldest first.
    pub payments: Vec<PaymentLine>,
    /// Money whose submission is not known, the oldest first.
    pub credits: Vec<StrayCredit>,
}

/// A payment in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct PaymentLine {
    /// The submission.
    pub submission: Uuid,
    /// Its code.
    pub code: String,
    /// The procedure's national code.
    pub procedure: String,
    /// The applicant's name as answered.
    pub applicant: String,
    /// How it stands.
    pub payment: Payment,
}

/// Money that came with a bill number no submission has (yet).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct StrayCredit {
    /// Its identity here.
    pub id: Uuid,
    /// The bank's stable name.
    pub bank: String,
    /// The bank's own name of the transaction.
    pub transaction: String,
    /// The bill number or purpose as the bank passed it on.
    pub bill: String,
    /// How much.
    pub amount: Vnd,
    /// When, by the bank's clock.
    pub paid_at: Moment,
}

/// `POST /v1/submissions/{id}/payment/taken` (staff): an officer took money. Answers with [`PaymentDetail`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakePayment {
    /// How much; more than nothing.
    pub amount: Vnd,
}

/// `POST /v1/submissions/{id}/payment/settled` (staff): an officer put right what did not fit. Answers
/// with [`PaymentDetail`].
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettlePayment {
    /// How.
    pub outcome: Settlement,
    /// What was done: 1 to 500 characters.
    pub note: String,
}

/// `POST /v1/payments/credits/{id}/settled` (staff): what a stray credit was for.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleCredit {
    /// The submission it pays; none when it was given back.
    #[serde(default)]
    pub code: Option<String>,
    /// What was done: 1 to 500 characters.
    pub note: String,
}

/// `POST /v1/bank/{bank}/credits`: the bank says that money came to the centre's account.
///
/// The request bears `X-Timestamp` (seconds since 1970-01-01T00:00:00Z, within 5 minutes) and
/// `X-Signature`: HMAC-SHA256 in lower-case hex, under the secret shared with that bank, over the
/// timestamp, a full stop and the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BankCredit {
    /// The bank's own name of the transaction: 1 to 64 printable ASCII characters. The same one is the
    /// same money.
    pub transaction: String,
    /// The account it came to.
    pub account: String,
    /// The bill number, or the purpose where the bank passes on no bill number: at most 200 characters.
    pub bill: String,
    /// How much, in đồng; more than nothing.
    pub amount: Vnd,
    /// When, by the bank's clock.
    pub paid_at: Moment,
}

/// The answer to [`BankCredit`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CreditTaken {
    /// Its identity here.
    pub id: Uuid,
    /// Whether a submission with that bill number is known.
    pub known: bool,
}
