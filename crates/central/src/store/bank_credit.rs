//! Tables `bank_credit` and `bank_credit_settled`: money as banks told of it, and what officers said of that
//! which counts for no submission.
//!
//! Money is never turned away: what fits no payment is kept for an officer. A bank's transaction is told
//! once; told again with other content, both are kept, and only the first can count by itself.

use motcua_domain::dossier::SubmissionCode;
use motcua_domain::time::Moment;
use motcua_domain::wire::{BankCredit, CreditTaken, SettleCredit, StaffMember, StrayCredit, StrayReason};
use uuid::Uuid;

use super::Unit;
use super::payment::{amount, checked_note, count, dong, identity, payable};
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// What became of a bank's notice.
pub(crate) enum Told {
    /// Its transaction was not known.
    New(CreditTaken),
    /// It was told before: the first answer.
    Again(CreditTaken),
    /// Its transaction was told before with other content; this one is kept for an officer.
    Differs,
}

/// A bank says that money came. `ours`: whether it came to the centre's account.
pub(crate) async fn take(unit: &mut Unit, bank: &str, told: &BankCredit, ours: bool) -> Result<Told, Refusal> {
    type Row = (String, Option<String>, String, i64, i64, bool, bool);
    let earlier: Vec<Row> = sql::query_as(
        "SELECT id, account, bill, amount, paid_at, known, differs FROM bank_credit
         WHERE bank = $1 AND bank_transaction = $2",
    )
    .bind(bank)
    .bind(&told.transaction)
    .fetch_all(&mut unit.conn)
    .await?;
    // What it says is compared, not how it was written.
    let same = |(_, account, bill, money, paid_at, ..): &&Row| {
        account.as_ref().is_none_or(|account| *account == told.account)
            && (bill, *money, *paid_at) == (&told.bill, dong(told.amount), told.paid_at.millis())
    };
    match earlier.iter().find(same) {
        Some((id, .., known, false)) => return Ok(Told::Again(CreditTaken { id: identity(id)?, known: *known })),
        Some(_) => return Ok(Told::Differs),
        None => {}
    }
    let differs = !earlier.is_empty();
    let submission = match ours && !differs {
        true => payable(&mut unit.conn, &SubmissionCode::named_in(&told.bill)).await?,
        false => None,
    };
    let id = Uuid::now_v7();
    sql::query(
        "INSERT INTO bank_credit
         (id, bank, bank_transaction, account, bill, amount, paid_at, told_at, ours, known, differs)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(id.to_string())
    .bind(bank)
    .bind(&told.transaction)
    .bind(&told.account)
    .bind(&told.bill)
    .bind(dong(told.amount))
    .bind(told.paid_at.millis())
    .bind(unit.now.millis())
    .bind(ours)
    .bind(submission.is_some())
    .bind(differs)
    .execute(&mut unit.conn)
    .await?;
    if let Some(submission) = submission {
        let BankCredit { transaction, account, bill, amount, paid_at } = told.clone();
        let (bank, account, why) = (bank.to_owned(), Some(account), StrayReason::NoSubmission);
        let credit = StrayCredit { id, bank, transaction, account, bill, amount, paid_at, why };
        count(unit, submission, &credit).await?;
    }
    Ok(if differs { Told::Differs } else { Told::New(CreditTaken { id, known: submission.is_some() }) })
}

/// Counts money that came before its submission: to the centre's account, told once, with that code alone.
pub(super) async fn count_earlier(unit: &mut Unit, submission: Uuid, code: &str) -> Result<(), Refusal> {
    for credit in strays(&mut unit.conn).await?.iter().filter(|credit| credit.why == StrayReason::NoSubmission) {
        let named = SubmissionCode::named_in(&credit.bill);
        if named.iter().any(|named| named.as_str() == code)
            && payable(&mut unit.conn, &named).await? == Some(submission)
        {
            count(unit, submission, credit).await?;
        }
    }
    Ok(())
}

/// An officer says what a stray credit was for, or that it was given back.
pub(crate) async fn settle(
    unit: &mut Unit,
    id: Uuid,
    settled: &SettleCredit,
    who: &StaffMember,
) -> Result<(), Refusal> {
    let note = checked_note(&settled.note)?;
    let there: bool = sql::query_scalar("SELECT EXISTS (SELECT 1 FROM bank_credit WHERE id = $1)")
        .bind(id.to_string())
        .fetch_one(&mut unit.conn)
        .await?;
    let credit = stray(&mut unit.conn, id).await?.ok_or_else(|| match there {
        true => Refusal::conflict("credit-settled"),
        false => Refusal::not_found("unknown-credit"),
    })?;
    sql::query("INSERT INTO bank_credit_settled (credit, at, account, officer, note) VALUES ($1, $2, $3, $4, $5)")
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

async fn stray(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<StrayCredit>> {
    Ok(strays(conn).await?.into_iter().find(|credit| credit.id == id))
}

/// Credits that count for no payment, and that no officer dealt with, the oldest first.
pub(super) async fn strays(conn: &mut Conn) -> sqlx::Result<Vec<StrayCredit>> {
    type Row = (String, String, String, Option<String>, String, i64, i64, bool, bool);
    let rows: Vec<Row> = sql::query_as(
        "SELECT c.id, c.bank, c.bank_transaction, c.account, c.bill, c.amount, c.paid_at, c.ours, c.differs
         FROM bank_credit c
         WHERE NOT EXISTS (SELECT 1 FROM payment_event e WHERE e.credit = c.id)
           AND NOT EXISTS (SELECT 1 FROM bank_credit_settled d WHERE d.credit = c.id)
         ORDER BY c.told_at, c.id",
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, bank, transaction, account, bill, money, paid_at, ours, differs)| {
            let why = match (differs, ours) {
                (true, _) => StrayReason::Differs,
                (false, true) => StrayReason::NoSubmission,
                (false, false) => StrayReason::OtherAccount,
            };
            let (id, amount, paid_at) = (identity(&id)?, amount(money), Moment::from_millis(paid_at));
            Ok(StrayCredit { id, bank, transaction, account, bill, amount, paid_at, why })
        })
        .collect()
}
