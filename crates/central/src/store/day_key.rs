//! Table `day_key`: what card numbers are hashed with, for one business date only.

use motcua_domain::time::Moment;
use motcua_domain::wire::DayKey;

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;
use crate::secret;

/// The key of the hall's business date.
pub(crate) async fn of_today(unit: &mut Unit) -> Result<DayKey, Refusal> {
    let date = unit.hall()?.date();
    let mut random = [0; 32];
    getrandom::fill(&mut random)?;
    let key = sql::query_scalar(
        "INSERT INTO day_key (business_date, key) VALUES ($1, $2)
         ON CONFLICT (business_date) DO UPDATE SET key = day_key.key RETURNING key",
    )
    .bind(date.to_string())
    .bind(secret::hex(&random))
    .fetch_one(&mut unit.conn)
    .await?;
    Ok(DayKey { date, key })
}

/// Throws away the keys of days gone by.
pub(crate) async fn forget(conn: &mut Conn, now: Moment) -> sqlx::Result<()> {
    sql::query("DELETE FROM day_key WHERE business_date < $1")
        .bind(now.business_date().to_string())
        .execute(conn)
        .await?;
    Ok(())
}
