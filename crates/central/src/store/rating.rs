//! What people say of how they were served.

use motcua_domain::queue::{Fact, Name};
use uuid::Uuid;

use super::{Unit, event};
use crate::refusal::Refusal;

/// Records a grade, once, for a ticket that was served. It has left the hall, so it is read from its
/// history.
pub(crate) async fn record(unit: &mut Unit, id: Uuid, grade: u8, reasons: &[String], by: Name) -> Result<(), Refusal> {
    let branch = unit.hall()?.config().id.clone();
    let ticket = event::ticket(&mut unit.conn, &branch, id).await?;
    let ticket = ticket.ok_or_else(|| Refusal::not_found("unknown-ticket"))?;
    let rated = ticket.rate(grade, reasons, by, unit.now).map_err(Refusal::of_the_hall)?;
    unit.record_of(ticket, Fact::Ticket(rated))
}
