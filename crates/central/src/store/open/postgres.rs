//! PostgreSQL, for several processes over the same data.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use super::{OpenError, Opened};
use crate::store::sql::Pool;
use crate::store::vault::Vault;

/// The oldest that is taken, as `server_version_num` counts.
const OLDEST: i32 = 150_000;

/// How long a connection is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Connects, and brings the tables up to date.
pub(super) async fn open(url: &str, vault: &Arc<Vault>) -> Result<Opened, OpenError> {
    // Statements are named by their text: the few of a row's number are not worth keeping all.
    let options =
        PgConnectOptions::from_str(url)?.application_name("motcua-central").statement_cache_capacity(512).options([
            ("synchronous_commit", "on"),
            ("lock_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "30s"),
        ]);
    let writes =
        PgPoolOptions::new().max_connections(4).acquire_timeout(PATIENCE).connect_with(options.clone()).await?;
    check(&writes).await?;
    sqlx::migrate!("migrations/postgres").run(&writes).await?;
    let reads = PgPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(PATIENCE)
        .min_connections(1)
        .connect_with(options.options([("default_transaction_read_only", "on")]))
        .await?;
    Ok(Opened { writes: Pool::postgres(writes, vault), reads: Pool::postgres(reads, vault), set_aside: false })
}

/// Whether it is new enough and writes what it says it wrote.
async fn check(pool: &PgPool) -> Result<(), OpenError> {
    let version: i32 = sqlx::query_scalar("SELECT current_setting('server_version_num')::int").fetch_one(pool).await?;
    if version < OLDEST {
        let said: String = sqlx::query_scalar("SHOW server_version").fetch_one(pool).await?;
        return Err(OpenError::TooOld(said));
    }
    for (setting, shown) in [("fsync", "SHOW fsync"), ("full_page_writes", "SHOW full_page_writes")] {
        let on: String = sqlx::query_scalar(shown).fetch_one(pool).await?;
        if on != "on" {
            return Err(OpenError::Careless(setting));
        }
    }
    Ok(())
}
