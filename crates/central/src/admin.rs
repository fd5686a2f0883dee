//! What the machine that holds the database may do when nobody can do it at a console: a lost password, a
//! lost device, a first administrator. A server may run on the database meanwhile.

use axum::http::StatusCode;
use motcua_domain::wire::EnrolledDevice;

use crate::refusal::Refusal;
use crate::secret;
use crate::server::{FIRST, StartError, StoreError, change};
use crate::store::admin::{self, AccountLine};
use crate::store::audit::Deed;
use crate::store::{Pending, Unit, device, staff};

/// Does something, and puts into the audit in the same transaction that it was done.
async fn done<T, F>(
    database: &str,
    by: &str,
    verb: &'static str,
    subject: Option<String>,
    work: F,
) -> Result<T, StartError>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Unit) -> Pending<'a, T> + Send + 'static,
{
    let deed =
        Deed { who: format!("command:{by}"), device: None, verb, subject, outcome: 200, before: None, after: None };
    change(database, false, |unit| {
        Box::pin(async move {
            let done = work(unit).await?;
            unit.audit(deed);
            Ok(done)
        })
    })
    .await
}

/// Whether there was such a thing at all.
fn found(done: Result<(), Refusal>) -> Result<bool, Refusal> {
    match done {
        Ok(()) => Ok(true),
        Err(Refusal::Problem(StatusCode::NOT_FOUND, _)) => Ok(false),
        Err(refusal) => Err(refusal),
    }
}

/// A new first password with its hash.
fn first_password() -> Result<(String, String), StoreError> {
    let made = || -> Result<_, Refusal> {
        let password = secret::readable(16)?;
        let hash = secret::hash_password(&password)?;
        Ok((password, hash))
    };
    Ok(made()?)
}

/// Every account.
///
/// # Errors
/// When the database cannot be opened or read.
pub async fn accounts(database: &str) -> Result<Vec<AccountLine>, StartError> {
    change(database, false, |unit| Box::pin(async { Ok(admin::accounts(&mut unit.conn).await?) })).await
}

/// Gives an account another first password, and answers with it; none when there is no such account.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn reset_password(database: &str, by: &str, account: &str) -> Result<Option<String>, StartError> {
    let (password, hash) = first_password()?;
    let account = account.to_owned();
    let set = done(database, by, "staff.reset-password", Some(format!("staff:{account}")), move |unit| {
        Box::pin(async move { found(staff::reset_password(unit, &account, &hash).await) })
    });
    Ok(set.await?.then_some(password))
}

/// Makes the first administrator anew, whatever became of that account; answers with its name and its first
/// password.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn first_administrator(database: &str, by: &str) -> Result<(&'static str, String), StartError> {
    let (password, hash) = first_password()?;
    done(database, by, "staff.make-administrator", Some(format!("staff:{FIRST}")), move |unit| {
        Box::pin(async move { admin::make_administrator(unit, FIRST, "Quản trị", &hash).await })
    })
    .await?;
    Ok((FIRST, password))
}

/// Closes an account. False when there is none.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn close_account(database: &str, by: &str, account: &str) -> Result<bool, StartError> {
    let account = account.to_owned();
    let subject = Some(format!("staff:{account}"));
    done(database, by, "staff.close", subject, |unit| {
        Box::pin(async move { found(staff::close(unit, &account).await) })
    })
    .await
}

/// Signs everybody out, or one account everywhere; how many consoles that were.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn end_sessions(database: &str, by: &str, account: Option<String>) -> Result<u64, StartError> {
    let subject = account.as_ref().map(|account| format!("staff:{account}"));
    done(database, by, "staff.end-sessions", subject, |unit| {
        Box::pin(async move { admin::end_sessions(unit, account.as_deref()).await })
    })
    .await
}

/// Every device.
///
/// # Errors
/// When the database cannot be opened or read.
pub async fn devices(database: &str) -> Result<Vec<EnrolledDevice>, StartError> {
    change(database, false, |unit| Box::pin(async { Ok(device::all(&mut unit.conn).await?) })).await
}

/// Sends a device away for good. False when there is none.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn revoke_device(database: &str, by: &str, id: &str) -> Result<bool, StartError> {
    let id = id.to_owned();
    done(database, by, "device.revoke", Some(id.clone()), |unit| {
        Box::pin(async move { found(device::revoke(unit, &id).await) })
    })
    .await
}

/// A one-time enrolment code, good for 15 minutes.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn make_enrolment_code(database: &str, by: &str) -> Result<String, StartError> {
    let made = done(database, by, "device.make-code", None, |unit| Box::pin(device::make_code(unit)));
    Ok(made.await?.0)
}
