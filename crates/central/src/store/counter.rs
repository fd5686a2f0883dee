//! Table `counter`: which officer has which counter open.

use motcua_domain::wire::{Change, StaffMember};
use sqlx::SqliteConnection;

use super::{Unit, event, staff, ticket};
use crate::branch::Branch;
use crate::refusal::Refusal;

/// The officer at a counter, or none when it is closed.
pub(crate) async fn officer(conn: &mut SqliteConnection, branch: &str, number: u32) -> sqlx::Result<Option<String>> {
    let officer: Option<Option<String>> =
        sqlx::query_scalar("SELECT officer FROM counter WHERE branch = $1 AND number = $2")
            .bind(branch)
            .bind(number)
            .fetch_optional(conn)
            .await?;
    Ok(officer.flatten())
}

/// Numbers of the open counters.
pub(crate) async fn open_numbers(conn: &mut SqliteConnection, branch: &str) -> sqlx::Result<Vec<u32>> {
    sqlx::query_scalar("SELECT number FROM counter WHERE branch = $1 AND officer IS NOT NULL ORDER BY number")
        .bind(branch)
        .fetch_all(conn)
        .await
}

/// An officer opens a counter. Opening one's own open counter again changes nothing; a counter whose
/// officer is not signed in any more can be taken over.
pub(crate) async fn open(unit: &mut Unit, branch: &Branch, number: u32, who: &StaffMember) -> Result<(), Refusal> {
    if let Some(other) = who_has(unit, branch, &who.account).await? {
        return if other == number {
            Ok(())
        } else {
            Err(Refusal::conflict("other-counter-open").with("counter", other))
        };
    }
    if let Some(holder) = officer(&mut unit.conn, &branch.id, number).await?
        && staff::is_present(&mut unit.conn, &holder, unit.now).await?
    {
        return Err(Refusal::conflict("counter-taken").with("counter", number));
    }
    set(unit, branch, number, Some(&who.account)).await
}

/// An officer closes the counter they have open, when nobody is at it.
pub(crate) async fn close(unit: &mut Unit, branch: &Branch, number: u32, who: &StaffMember) -> Result<(), Refusal> {
    must_have(unit, branch, number, &who.account).await?;
    ticket::must_be_free(unit, branch, number).await?;
    set(unit, branch, number, None).await
}

/// Closes whatever counter an officer has open, as part of signing out.
pub(crate) async fn close_any(unit: &mut Unit, branch: &Branch, who: &StaffMember) -> Result<(), Refusal> {
    match who_has(unit, branch, &who.account).await? {
        Some(number) => close(unit, branch, number, who).await,
        None => Ok(()),
    }
}

/// Refuses unless this officer has this counter open.
pub(crate) async fn must_have(unit: &mut Unit, branch: &Branch, number: u32, account: &str) -> Result<(), Refusal> {
    if officer(&mut unit.conn, &branch.id, number).await?.as_deref() == Some(account) {
        Ok(())
    } else {
        Err(Refusal::conflict("counter-not-yours").with("counter", number))
    }
}

async fn who_has(unit: &mut Unit, branch: &Branch, account: &str) -> Result<Option<u32>, Refusal> {
    let number = sqlx::query_scalar("SELECT number FROM counter WHERE branch = $1 AND officer = $2")
        .bind(&branch.id)
        .bind(account)
        .fetch_optional(&mut unit.conn)
        .await?;
    Ok(number)
}

async fn set(unit: &mut Unit, branch: &Branch, number: u32, officer: Option<&str>) -> Result<(), Refusal> {
    sqlx::query("UPDATE counter SET officer = $3 WHERE branch = $1 AND number = $2")
        .bind(&branch.id)
        .bind(number)
        .bind(officer)
        .execute(&mut unit.conn)
        .await?;
    event::announce(unit, Change::Counter { number, open: officer.is_some() }).await?;
    Ok(())
}
