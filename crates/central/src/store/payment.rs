//! Tables `payment`, `payment_event` and `bank_credit`: what submissions cost, and all that was paid.
//!
//! Money is never turned away: what fits no payment is kept for an officer. Nothing counts twice: a
//! bank's transaction is told once, and a credit stands in one event.

use axum::http::StatusCode;
use motcua_domain::dossier::SubmissionCode;
use motcua_domain::payment::{Payment, PaymentDeed, PaymentEvent, PaymentState, Vnd};
use motcua_domain::queue::Fact;
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    BankCredit, CostLine, CreditTaken, PaymentDetail, PaymentLine, PaymentsToSee, SettleCredit, SettlePayment,
    StaffMember, StrayCredit,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{Unit, decoded, encoded};
use crate::refusal::Refusal;

/// The longest note of an officer, in characters.
const LONGEST_NOTE: usize = 500;

/// Where an event comes from, beside what happened.
#[derive(Default)]
struct Source<'a> {
    /// The credit that counts by it.
    credit: Option<Uuid>,
    /// The account of the officer who did it.
    account: Option<&'a str>,
}

/// Opens the payment of a submission that was just stored; money that came before it is counted now.
pub(super) async fn open(unit: &mut Unit, submission: Uuid, code: &str, lines: &[CostLine]) -> Result<(), Refusal> {
    let expected = lines.iter().fold(0_u64, |sum, line| sum.saturating_add(line.amount.0));
    if expected == 0 {
        return Ok(());
    }
    sqlx::query("INSERT INTO payment (submission, expected, lines, opened_at, state) VALUES ($1, $2, $3, $4, $5)")
        .bind(submission.to_string())
        .bind(dong(Vnd(expected)))
        .bind(encoded(&lines)?)
        .bind(unit.now.millis())
        .bind(PaymentState::Waiting.name())
        .execute(&mut unit.conn)
        .await?;
    for credit in strays(&mut unit.conn).await? {
        let named = SubmissionCode::named_in(&credit.bill);
        if named.iter().any(|named| named.as_str() == code)
            && payable(&mut unit.conn, &named).await? == Some(submission)
        {
            count(unit, submission, &credit).await?;
        }
    }
    Ok(())
}

/// The payment of a submission; none where nothing is to be paid.
pub(crate) async fn find(conn: &mut SqliteConnection, submission: Uuid) -> sqlx::Result<Option<PaymentDetail>> {
    let row: Option<(i64, String, i64)> =
        sqlx::query_as("SELECT expected, lines, opened_at FROM payment WHERE submission = $1")
            .bind(submission.to_string())
            .fetch_optional(&mut *conn)
            .await?;
    let Some((expected, lines, opened_at)) = row else { return Ok(None) };
    let events: Vec<String> =
        sqlx::query_scalar("SELECT event FROM payment_event WHERE submission = $1 ORDER BY place")
            .bind(submission.to_string())
            .fetch_all(conn)
            .await?;
    let events = events.iter().map(|event| decoded(event)).collect::<sqlx::Result<Vec<PaymentEvent>>>()?;
    let payment = Payment::of(amount(expected), Moment::from_millis(opened_at), &events);
    Ok(Some(PaymentDetail { payment, lines: decoded(&lines)?, events }))
}

/// Its holder says that it was transferred.
pub(crate) async fn said(unit: &mut Unit, code: &SubmissionCode) -> Result<Payment, Refusal> {
    let id: Option<String> = sqlx::query_scalar("SELECT id FROM submission WHERE code = $1")
        .bind(code.as_str())
        .fetch_optional(&mut unit.conn)
        .await?;
    let id = identity(&id.ok_or_else(|| Refusal::not_found("unknown-code"))?)?;
    Ok(happened(unit, id, PaymentDeed::Said, Source::default()).await?.payment)
}

/// An officer took money.
pub(crate) async fn take(
    unit: &mut Unit,
    submission: Uuid,
    amount: Vnd,
    who: &StaffMember,
) -> Result<PaymentDetail, Refusal> {
    if amount == Vnd(0) || i64::try_from(amount.0).is_err() {
        return Err(Refusal::wrong("payment-amount-wrong"));
    }
    let deed = PaymentDeed::Taken { amount, officer: who.name.clone() };
    happened(unit, submission, deed, Source { account: Some(&who.account), ..Source::default() }).await
}

/// An officer put right what did not fit.
pub(crate) async fn settle(
    unit: &mut Unit,
    submission: Uuid,
    settled: &SettlePayment,
    who: &StaffMember,
) -> Result<PaymentDetail, Refusal> {
    let note = checked_note(&settled.note)?;
    let detail = known(unit, submission).await?;
    if detail.payment.state != PaymentState::NeedsOfficer {
        return Err(Refusal::conflict("payment-in-order"));
    }
    let deed = PaymentDeed::Settled { outcome: settled.outcome, note, officer: who.name.clone() };
    happened(unit, submission, deed, Source { account: Some(&who.account), ..Source::default() }).await
}

/// A bank says that money came. The same transaction again gives the first answer; `true` when it was
/// new. `ours`: whether it came to the centre's account.
pub(crate) async fn credit(
    unit: &mut Unit,
    bank: &str,
    told: &BankCredit,
    told_sha256: &str,
    ours: bool,
) -> Result<(CreditTaken, bool), Refusal> {
    let earlier: Option<(String, String, bool)> =
        sqlx::query_as("SELECT id, told_sha256, known FROM bank_credit WHERE bank = $1 AND bank_transaction = $2")
            .bind(bank)
            .bind(&told.transaction)
            .fetch_optional(&mut unit.conn)
            .await?;
    match earlier {
        Some((id, hash, known)) if hash == told_sha256 => {
            return Ok((CreditTaken { id: identity(&id)?, known }, false));
        }
        Some(_) => return Err(Refusal::conflict("bank-transaction-differs")),
        None => {}
    }
    let submission = match ours {
        true => payable(&mut unit.conn, &SubmissionCode::named_in(&told.bill)).await?,
        false => None,
    };
    let credit = StrayCredit {
        id: Uuid::now_v7(),
        bank: bank.to_owned(),
        transaction: told.transaction.clone(),
        bill: told.bill.clone(),
        amount: told.amount,
        paid_at: told.paid_at,
    };
    sqlx::query(
        "INSERT INTO bank_credit (id, bank, bank_transaction, bill, amount, paid_at, told_at, told_sha256, known)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(credit.id.to_string())
    .bind(bank)
    .bind(&credit.transaction)
    .bind(&credit.bill)
    .bind(dong(credit.amount))
    .bind(credit.paid_at.millis())
    .bind(unit.now.millis())
    .bind(told_sha256)
    .bind(submission.is_some())
    .execute(&mut unit.conn)
    .await?;
    if let Some(submission) = submission {
        count(unit, submission, &credit).await?;
    }
    Ok((CreditTaken { id: credit.id, known: submission.is_some() }, true))
}

/// An officer says what a stray credit was for, or that it was given back.
pub(crate) async fn settle_credit(
    unit: &mut Unit,
    id: Uuid,
    settled: &SettleCredit,
    who: &StaffMember,
) -> Result<(), Refusal> {
    let note = checked_note(&settled.note)?;
    let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM bank_credit WHERE id = $1)")
        .bind(id.to_string())
        .fetch_one(&mut unit.conn)
        .await?;
    let credit =
        strays(&mut unit.conn).await?.into_iter().find(|credit| credit.id == id).ok_or_else(|| match there {
            true => Refusal::conflict("credit-settled"),
            false => Refusal::not_found("unknown-credit"),
        })?;
    sqlx::query("INSERT INTO bank_credit_settled (credit, at, account, officer, note) VALUES ($1, $2, $3, $4, $5)")
        .bind(id.to_string())
        .bind(unit.now.millis())
        .bind(&who.account)
        .bind(&who.name)
        .bind(note)
        .execute(&mut unit.conn)
        .await?;
    if let Some(code) = &settled.code {
        let code = SubmissionCode::parse(code)?;
        let submission = payable(&mut unit.conn, std::slice::from_ref(&code)).await?;
        count(unit, submission.ok_or_else(|| Refusal::not_found("unknown-code"))?, &credit).await?;
    }
    Ok(())
}

/// What needs an officer, the oldest first.
pub(crate) async fn to_see(conn: &mut SqliteConnection) -> sqlx::Result<PaymentsToSee> {
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT s.id, s.code, s.procedure, s.applicant FROM payment p JOIN submission s ON s.id = p.submission
         WHERE p.state = 'needs_officer' ORDER BY p.opened_at",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut payments = Vec::with_capacity(rows.len());
    for (id, code, procedure, applicant) in rows {
        let submission = identity(&id)?;
        if let Some(PaymentDetail { payment, .. }) = find(conn, submission).await? {
            payments.push(PaymentLine { submission, code, procedure, applicant, payment });
        }
    }
    Ok(PaymentsToSee { payments, credits: strays(conn).await? })
}

/// Credits that count for no payment, and that no officer dealt with.
async fn strays(conn: &mut SqliteConnection) -> sqlx::Result<Vec<StrayCredit>> {
    type Row = (String, String, String, String, i64, i64);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT c.id, c.bank, c.bank_transaction, c.bill, c.amount, c.paid_at FROM bank_credit c
         WHERE NOT EXISTS (SELECT 1 FROM payment_event e WHERE e.credit = c.id)
           AND NOT EXISTS (SELECT 1 FROM bank_credit_settled d WHERE d.credit = c.id)
         ORDER BY c.told_at, c.id",
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, bank, transaction, bill, money, paid_at)| {
            let (id, amount, paid_at) = (identity(&id)?, amount(money), Moment::from_millis(paid_at));
            Ok(StrayCredit { id, bank, transaction, bill, amount, paid_at })
        })
        .collect()
}

/// The one submission among these codes that has something to pay; none when there are several.
async fn payable(conn: &mut SqliteConnection, codes: &[SubmissionCode]) -> sqlx::Result<Option<Uuid>> {
    let mut found = None;
    for code in codes {
        let id: Option<String> =
            sqlx::query_scalar("SELECT s.id FROM submission s JOIN payment p ON p.submission = s.id WHERE s.code = $1")
                .bind(code.as_str())
                .fetch_optional(&mut *conn)
                .await?;
        match (id, &found) {
            (Some(_), Some(_)) => return Ok(None),
            (Some(id), None) => found = Some(identity(&id)?),
            (None, _) => {}
        }
    }
    Ok(found)
}

/// A credit counts for a payment.
async fn count(unit: &mut Unit, submission: Uuid, credit: &StrayCredit) -> Result<(), Refusal> {
    let StrayCredit { id, bank, transaction, amount, paid_at, .. } = credit.clone();
    let deed = PaymentDeed::Credited { bank, transaction, amount, paid_at };
    happened(unit, submission, deed, Source { credit: Some(id), ..Source::default() }).await?;
    Ok(())
}

/// Adds an event to a payment, and tells the consoles.
async fn happened(
    unit: &mut Unit,
    submission: Uuid,
    deed: PaymentDeed,
    source: Source<'_>,
) -> Result<PaymentDetail, Refusal> {
    let mut detail = known(unit, submission).await?;
    let event = PaymentEvent { at: unit.now, deed };
    sqlx::query(
        "INSERT INTO payment_event (submission, place, credit, account, event)
         SELECT $1, COUNT(*), $2, $3, $4 FROM payment_event WHERE submission = $1",
    )
    .bind(submission.to_string())
    .bind(source.credit.map(|id| id.to_string()))
    .bind(source.account)
    .bind(encoded(&event)?)
    .execute(&mut unit.conn)
    .await?;
    detail.payment.apply(&event);
    detail.events.push(event);
    sqlx::query("UPDATE payment SET state = $2 WHERE submission = $1")
        .bind(submission.to_string())
        .bind(detail.payment.state.name())
        .execute(&mut unit.conn)
        .await?;
    unit.record(Fact::Submission { at: unit.now, id: submission })?;
    Ok(detail)
}

async fn known(unit: &mut Unit, submission: Uuid) -> Result<PaymentDetail, Refusal> {
    if let Some(detail) = find(&mut unit.conn, submission).await? {
        return Ok(detail);
    }
    let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM submission WHERE id = $1)")
        .bind(submission.to_string())
        .fetch_one(&mut unit.conn)
        .await?;
    Err(if there {
        Refusal::new(StatusCode::CONFLICT, "nothing-to-pay")
    } else {
        Refusal::not_found("unknown-submission")
    })
}

fn checked_note(note: &str) -> Result<String, Refusal> {
    let note = motcua_domain::text::clean(note);
    if note.is_empty() || note.chars().count() > LONGEST_NOTE { Err(Refusal::wrong("note-wrong")) } else { Ok(note) }
}

fn identity(text: &str) -> sqlx::Result<Uuid> {
    text.parse().map_err(|_| sqlx::Error::Decode("an identity".into()))
}

/// As the database counts money. What comes in is checked to fit.
fn dong(amount: Vnd) -> i64 {
    i64::try_from(amount.0).unwrap_or(i64::MAX)
}

fn amount(stored: i64) -> Vnd {
    Vnd(stored.unsigned_abs())
}
