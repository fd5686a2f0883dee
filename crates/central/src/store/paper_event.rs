//! Table `paper_event`: papers that were printed again, and what people said of papers. Only ever added to.

use motcua_domain::time::Moment;
use motcua_domain::wire::{PaperEvent, PaperReprints};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::{Unit, encoded};
use crate::refusal::Refusal;

/// The paper whose reprint is a fact of the hall.
const TICKET: &str = "ticket";

/// Keeps an event; one that is kept already is not kept twice. That a ticket's paper was printed again is a
/// fact of the ticket as well, while its holder waits.
pub(crate) async fn record(unit: &mut Unit, event: &PaperEvent, device: &str) -> Result<(), Refusal> {
    let kept = sql::query(
        "INSERT INTO paper_event (id, device, officer, paper, subject, deed, another_copy, at, told_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
    )
    .bind(event.id.to_string())
    .bind(device)
    .bind(&event.officer)
    .bind(&event.paper)
    .bind(event.of.map(|of| of.to_string()))
    .bind(encoded(&event.deed)?)
    .bind(event.is_another_copy())
    .bind(event.at.millis())
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    let Some(ticket) = event.of.filter(|_| event.paper == TICKET && event.is_another_copy()) else { return Ok(()) };
    if kept.rows_affected() == 0 {
        return Ok(());
    }
    let by = event.officer.as_ref().map_or_else(|| format!("device:{device}"), |account| format!("staff:{account}"));
    let fact = unit.decided(|hall, now| Ok(hall.reprinted(ticket, by.as_str().into(), now)))?;
    fact.map_or(Ok(()), |fact| unit.record(fact).map(drop))
}

/// Which papers of something were printed again, and how often.
pub(crate) async fn reprints(conn: &mut Conn, of: Uuid) -> sqlx::Result<Vec<PaperReprints>> {
    let rows: Vec<(String, u32, i64)> = sql::query_as(
        "SELECT paper, COUNT(*), MAX(at) FROM paper_event WHERE subject = $1 AND another_copy GROUP BY paper ORDER BY paper",
    )
    .bind(of.to_string())
    .fetch_all(conn)
    .await?;
    let reprints = rows.into_iter();
    let reprints = reprints.map(|(paper, times, at)| PaperReprints { paper, times, last_at: Moment::from_millis(at) });
    Ok(reprints.collect())
}
