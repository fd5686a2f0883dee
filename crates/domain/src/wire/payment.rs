//! Money between the central API, the bank, and the officers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::payment::{Payment, PaymentDeed, PaymentEvent, PaymentTrouble, Settlement, Vnd};
use crate::time::Moment;

/// A part of what a submission costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct CostLine {
    /// What it is for, in Vietnamese.
    pub what: String,
    /// How much; none where only an officer can say it.
    pub amount: Option<Vnd>,
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

impl PaymentDetail {
    /// What the parts are for that only an officer can say, in one line; none where all is reckoned.
    pub fn not_reckoned(&self) -> Option<String> {
        let parts = self.lines.iter().filter(|line| line.amount.is_none()).map(|line| line.what.as_str());
        Some(parts.collect::<Vec<_>>().join("; ")).filter(|parts| !parts.is_empty())
    }

    /// What an officer said last that those parts cost.
    pub fn fee_set(&self) -> Option<Vnd> {
        self.events.iter().rev().find_map(|event| match event.deed {
            PaymentDeed::Set { fee, .. } => Some(fee),
            _ => None,
        })
    }
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
    /// Why somebody must look.
    pub why: PaymentTrouble,
}

/// Why money counts for no submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum StrayReason {
    /// No submission has its bill number (yet), or several have.
    NoSubmission,
    /// It came to another account than the centre's, or to one that was not kept.
    OtherAccount,
    /// The bank told of this transaction before, with other content.
    Differs,
}

/// Money that counts for no submission (yet).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct StrayCredit {
    /// Its identity here.
    pub id: Uuid,
    /// The bank's stable name.
    pub bank: String,
    /// The bank's own name of the transaction.
    pub transaction: String,
    /// The account it came to; none for what was told before accounts were kept.
    pub account: Option<String>,
    /// The bill number or purpose as the bank passed it on.
    pub bill: String,
    /// How much.
    pub amount: Vnd,
    /// When, by the bank's clock.
    pub paid_at: Moment,
    /// Why it counts for none.
    pub why: StrayReason,
}

/// `POST /v1/submissions/{id}/payment/amount` (staff): an officer says what the fees cost that are not
/// reckoned. Saying it again changes it. Answers with [`PaymentDetail`].
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPayment {
    /// What those fees cost together; 0 where they are waived. What is reckoned comes on top.
    pub fee: Vnd,
    /// Why: 1 to 500 characters.
    pub why: String,
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
