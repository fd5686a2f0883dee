//! What a bank tells: money that came to the centre's account.
//!
//! The secret is shared with the bank and stands in no address and no log. A request that was recorded
//! and sent again changes nothing: its time is over after 5 minutes, and its transaction is known.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, Mac};
use motcua_domain::payment::Vnd;
use motcua_domain::wire::{BankCredit, CreditTaken};
use sha2::Sha256;

use super::input;
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::bank_credit::{self, Told};

/// The most a bank's notice may have, in bytes.
const MOST: usize = 16 * 1024;
/// How far its time of sending may be off, in seconds.
const WINDOW: u64 = 5 * 60;
/// The most characters of a transaction's name, and of a bill number or purpose.
const MOST_TRANSACTION: usize = 64;
const MOST_BILL: usize = 200;

/// The secret shared with a bank.
#[derive(Clone)]
pub struct BankSecret(String);

impl BankSecret {
    /// A secret; none when it is shorter than 32 bytes, which could be guessed.
    pub fn new(secret: &str) -> Option<Self> {
        let secret = secret.trim();
        (secret.len() >= 32).then(|| Self(secret.to_owned()))
    }

    /// Whether a signature in hex is of this text.
    fn signed(&self, parts: &[&[u8]], signature: &str) -> bool {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_bytes()).expect("HMAC takes a key of any length");
        parts.iter().for_each(|part| mac.update(part));
        unhex(signature).is_some_and(|signature| mac.verify_slice(&signature).is_ok())
    }
}

/// `Debug` without the secret.
impl std::fmt::Debug for BankSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BankSecret")
    }
}

/// A bank says that money came. Telling it again changes nothing.
#[utoipa::path(post, path = "/v1/bank/{bank}/credits", tag = "payments",
    params(("bank" = String, Path), ("X-Timestamp" = u64, Header), ("X-Signature" = String, Header)),
    request_body = BankCredit, responses((status = 201, body = CreditTaken), (status = 200, body = CreditTaken,
        description = "The same transaction was told before: the first answer."),
        (status = 409, description = "The transaction was told before with other content. An officer sees both.")))]
pub(crate) async fn credit(
    State(app): State<App>,
    Path(bank): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Refusal> {
    let secret = app.banks.get(&bank).ok_or_else(|| Refusal::not_found("no-such-route"))?;
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let body = input::read(request, MOST).await?;
    let (sent_at, signature) = (header("x-timestamp"), header("x-signature"));
    if !secret.signed(&[sent_at.as_bytes(), b".", &body], signature) {
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, "bank-signature-wrong"));
    }
    let now = clock::now().millis().unsigned_abs() / 1000;
    if sent_at.parse::<u64>().ok().is_none_or(|sent_at| sent_at.abs_diff(now) > WINDOW) {
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, "bank-timestamp-wrong"));
    }
    let told: BankCredit = serde_json::from_slice(&body).map_err(|_| Refusal::wrong("bank-credit-wrong"))?;
    if !is_sound(&told) {
        return Err(Refusal::wrong("bank-credit-wrong"));
    }
    let account = app.lobby().await?.config().bank.clone().map(|bank| bank.account);
    let ours = account.as_ref() == Some(&told.account);
    let take = async move |unit: &mut crate::store::Unit| bank_credit::take(unit, &bank, &told, ours).await;
    match app.writer.run(move |unit| Box::pin(async move { take(unit).await })).await? {
        Told::New(taken) => Ok((StatusCode::CREATED, Json(taken)).into_response()),
        Told::Again(taken) => Ok((StatusCode::OK, Json(taken)).into_response()),
        Told::Differs => Err(Refusal::conflict("bank-transaction-differs")),
    }
}

fn is_sound(told: &BankCredit) -> bool {
    let plain = |text: &str| text.bytes().all(|c| c.is_ascii_graphic());
    (1..=MOST_TRANSACTION).contains(&told.transaction.len())
        && plain(&told.transaction)
        && told.bill.chars().count() <= MOST_BILL
        && !told.bill.chars().any(char::is_control)
        && told.amount > Vnd(0)
        && i64::try_from(told.amount.0).is_ok()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.len().is_multiple_of(2) && text.bytes().all(|c| c.is_ascii_hexdigit());
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    if digits { (0..text.len()).step_by(2).map(byte).collect() } else { None }
}
