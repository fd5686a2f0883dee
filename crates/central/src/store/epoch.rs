//! Table `epoch_due`: that data begin anew which may have forgotten something. The next start begins an epoch:
//! numbers and dossier codes go on above all that may have been given.

use motcua_domain::queue::Fact;

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// How far counts go on above what is known of them.
const MARGIN: i64 = 1_000;

/// The next start begins an epoch.
pub(crate) async fn is_due(conn: &mut Conn, why: &str) -> sqlx::Result<()> {
    sql::query("INSERT INTO epoch_due (id, why) VALUES (1, $1) ON CONFLICT DO NOTHING").bind(why).execute(conn).await?;
    Ok(())
}

/// Begins an epoch, where one is due.
pub(crate) async fn begin(unit: &mut Unit) -> Result<(), Refusal> {
    let due: Option<String> = sql::query_scalar("SELECT why FROM epoch_due").fetch_optional(&mut unit.conn).await?;
    let Some(why) = due else { return Ok(()) };
    sql::query("DELETE FROM epoch_due").execute(&mut unit.conn).await?;
    sql::query("UPDATE count SET last = last + $1").bind(MARGIN).execute(&mut unit.conn).await?;
    unit.record(Fact::Epoch { at: unit.now })?;
    tracing::warn!(why, "what is known of today begins anew: numbers go on above all that may have been given");
    Ok(())
}
