//! Tables `payment` and `payment_event`: what submissions cost, and all that was paid.
//!
//! Nothing counts twice: a bank's credit stands in one event.

use axum::http::StatusCode;
use motcua_domain::dossier::SubmissionCode;
use motcua_domain::payment::{Payment, PaymentDeed, PaymentEvent, PaymentState, Settlement, Vnd};
use motcua_domain::queue::Fact;
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    CostLine, PaymentDetail, PaymentLine, PaymentsToSee, SetPayment, SettlePayment, StaffMember, StrayCredit,
};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::submission::opened_applicant;
use super::{Unit, bank_credit, decoded, encoded};
use crate::refusal::Refusal;

/// The longest note of an officer, in characters.
const LONGEST_NOTE: usize = 500;
/// The most that an officer can say a fee is: what is more was mistyped.
const MOST_SET: Vnd = Vnd(1_000_000_000);

/// Where an event comes from, beside what happened.
#[derive(Default)]
struct Source<'a> {
    /// The credit that counts by it.
    credit: Option<Uuid>,
    /// The account of the officer who did it.
    account: Option<&'a str>,
}

/// Opens the payment of a submission that was just stored, unless it surely costs nothing; money that came
/// before it is counted now.
pub(super) async fn open(unit: &mut Unit, submission: Uuid, code: &str, lines: &[CostLine]) -> Result<(), Refusal> {
    let reckoned = lines.iter().all(|line| line.amount.is_some());
    let expected = Some(known_of(lines)).filter(|_| reckoned);
    if expected == Some(Vnd(0)) {
        return Ok(());
    }
    sql::query("INSERT INTO payment (submission, expected, lines, opened_at, state) VALUES ($1, $2, $3, $4, $5)")
        .bind(submission.to_string())
        .bind(expected.map(dong))
        .bind(encoded(&lines)?)
        .bind(unit.now.millis())
        .bind(PaymentState::Waiting.name())
        .execute(&mut unit.conn)
        .await?;
    bank_credit::count_earlier(unit, submission, code).await
}

/// The parts that are reckoned, together.
fn known_of(lines: &[CostLine]) -> Vnd {
    Vnd(lines.iter().filter_map(|line| line.amount).fold(0, |sum, amount| sum.saturating_add(amount.0)))
}

/// The payment of a submission; none where nothing is to be paid.
pub(crate) async fn find(conn: &mut Conn, submission: Uuid) -> sqlx::Result<Option<PaymentDetail>> {
    let row: Option<(Option<i64>, String, i64)> =
        sql::query_as("SELECT expected, lines, opened_at FROM payment WHERE submission = $1")
            .bind(submission.to_string())
            .fetch_optional(&mut *conn)
            .await?;
    let Some((expected, lines, opened_at)) = row else { return Ok(None) };
    let events: Vec<String> = sql::query_scalar("SELECT event FROM payment_event WHERE submission = $1 ORDER BY place")
        .bind(submission.to_string())
        .fetch_all(conn)
        .await?;
    let events = events.iter().map(|event| decoded(event)).collect::<sqlx::Result<Vec<PaymentEvent>>>()?;
    let payment = Payment::of(expected.map(amount), Moment::from_millis(opened_at), &events);
    Ok(Some(PaymentDetail { payment, lines: decoded(&lines)?, events }))
}

/// Its holder says that it was transferred.
pub(crate) async fn said(unit: &mut Unit, code: &SubmissionCode) -> Result<Payment, Refusal> {
    let id: Option<String> = sql::query_scalar("SELECT id FROM submission WHERE code = $1")
        .bind(code.as_str())
        .fetch_optional(&mut unit.conn)
        .await?;
    let id = identity(&id.ok_or_else(|| Refusal::not_found("unknown-code"))?)?;
    Ok(happened(unit, id, PaymentDeed::Said, Source::default()).await?.payment)
}

/// An officer says what the fees cost that are not reckoned; the parts that are come on top.
pub(crate) async fn set(
    unit: &mut Unit,
    submission: Uuid,
    set: &SetPayment,
    who: &StaffMember,
) -> Result<PaymentDetail, Refusal> {
    let why = checked_note(&set.why)?;
    let detail = known(unit, submission).await?;
    if detail.not_reckoned().is_none() {
        return Err(Refusal::conflict("payment-reckoned"));
    }
    let expected = Vnd(known_of(&detail.lines).0.saturating_add(set.fee.0));
    if set.fee > MOST_SET {
        return Err(Refusal::wrong("payment-amount-wrong"));
    }
    let deed = PaymentDeed::Set { fee: set.fee, expected, why, officer: who.name.clone() };
    happened(unit, submission, deed, Source { account: Some(&who.account), ..Source::default() }).await
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

/// An officer put right what did not fit, or what is being checked for long.
pub(crate) async fn settle(
    unit: &mut Unit,
    submission: Uuid,
    settled: &SettlePayment,
    who: &StaffMember,
) -> Result<PaymentDetail, Refusal> {
    let note = checked_note(&settled.note)?;
    let payment = known(unit, submission).await?.payment;
    if ![PaymentState::NeedsOfficer, PaymentState::Checking].contains(&payment.state) {
        return Err(Refusal::conflict("payment-in-order"));
    }
    if payment.expected.is_none() && settled.outcome == Settlement::Received {
        return Err(Refusal::conflict("payment-amount-unset"));
    }
    let deed = PaymentDeed::Settled { outcome: settled.outcome, note, officer: who.name.clone() };
    happened(unit, submission, deed, Source { account: Some(&who.account), ..Source::default() }).await
}

/// What needs an officer, the oldest first. `late_minutes`: after how long a transfer that was told of has
/// not arrived.
pub(crate) async fn to_see(conn: &mut Conn, now: Moment, late_minutes: u32) -> sqlx::Result<PaymentsToSee> {
    let rows: Vec<(String, String, String, String, Vec<u8>)> = sql::query_as(
        "SELECT s.id, s.code, s.procedure, s.applicant, k.wrapped FROM payment p
         JOIN submission s ON s.id = p.submission JOIN sealed_key k ON k.subject = s.id
         WHERE p.state IN ('needs_officer', 'checking') ORDER BY p.opened_at",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut payments = Vec::with_capacity(rows.len());
    for (id, code, procedure, applicant, wrapped) in rows {
        let applicant = opened_applicant(conn, &id, &wrapped, &applicant)?;
        let submission = identity(&id)?;
        let Some(PaymentDetail { payment, .. }) = find(conn, submission).await? else { continue };
        if let Some(why) = payment.to_see(now, late_minutes) {
            payments.push(PaymentLine { submission, code, procedure, applicant, payment, why });
        }
    }
    Ok(PaymentsToSee { payments, credits: bank_credit::strays(conn).await? })
}

/// The one submission among these codes that has something to pay; none when there are several.
pub(super) async fn payable(conn: &mut Conn, codes: &[SubmissionCode]) -> sqlx::Result<Option<Uuid>> {
    let mut found = None;
    for code in codes {
        let id: Option<String> =
            sql::query_scalar("SELECT s.id FROM submission s JOIN payment p ON p.submission = s.id WHERE s.code = $1")
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
pub(super) async fn count(unit: &mut Unit, submission: Uuid, credit: &StrayCredit) -> Result<(), Refusal> {
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
    known(unit, submission).await?;
    let event = PaymentEvent { at: unit.now, deed };
    sql::query(
        "INSERT INTO payment_event (submission, place, credit, account, event)
         SELECT $1, COUNT(*), $2, $3, $4 FROM payment_event WHERE submission = $1",
    )
    .bind(submission.to_string())
    .bind(source.credit.map(|id| id.to_string()))
    .bind(source.account)
    .bind(encoded(&event)?)
    .execute(&mut unit.conn)
    .await?;
    let detail = known(unit, submission).await?;
    sql::query("UPDATE payment SET state = $2 WHERE submission = $1")
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
    let there: bool = sql::query_scalar("SELECT EXISTS (SELECT 1 FROM submission WHERE id = $1)")
        .bind(submission.to_string())
        .fetch_one(&mut unit.conn)
        .await?;
    Err(if there {
        Refusal::new(StatusCode::CONFLICT, "nothing-to-pay")
    } else {
        Refusal::not_found("unknown-submission")
    })
}

/// A note of an officer.
pub(super) fn checked_note(note: &str) -> Result<String, Refusal> {
    let note = motcua_domain::text::clean(note);
    if note.is_empty() || note.chars().count() > LONGEST_NOTE { Err(Refusal::wrong("note-wrong")) } else { Ok(note) }
}

pub(super) fn identity(text: &str) -> sqlx::Result<Uuid> {
    text.parse().map_err(|_| sqlx::Error::Decode("an identity".into()))
}

/// As the database counts money. What comes in is checked to fit.
pub(super) fn dong(amount: Vnd) -> i64 {
    i64::try_from(amount.0).unwrap_or(i64::MAX)
}

/// As the database counted it.
pub(super) fn amount(stored: i64) -> Vnd {
    Vnd(stored.unsigned_abs())
}
