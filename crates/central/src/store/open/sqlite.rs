//! SQLite, opened so that what was answered survives the power cord.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::{OpenError, Opened, damaged};
use crate::store::sql::{self, Conn, Pool};
use crate::store::vault::{KeyError, Vault};

/// How many pages the log may have before they are copied into the database, which takes some ten
/// milliseconds: 16 MiB, four times SQLite's own measure.
const CHECKPOINT: u32 = 4_000;

/// How long a statement waits for another process that writes.
const BUSY: Duration = Duration::from_secs(10);

/// Opens a file, and brings its tables up to date.
///
/// `create` makes a database that is not there, readable by its owner only: it holds what citizens
/// answered.
pub(super) async fn open(
    url: &str,
    create: bool,
    vault: impl FnOnce() -> Result<Arc<Vault>, KeyError>,
) -> Result<Opened, OpenError> {
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(OpenError::Memory);
    }
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(create)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(256);
    let set_aside = match create {
        true => damaged::set_aside(options.get_filename()).await.map_err(OpenError::Aside)?,
        false => None,
    };
    #[cfg(unix)]
    if create {
        // The log beside it takes its mode from the database.
        let mut file = std::fs::OpenOptions::new();
        std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
        file.write(true).create(true).truncate(false).open(options.get_filename()).map_err(sqlx::Error::Io)?;
    }
    let writing = options
        .clone()
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        // What is written is appended: half of SQLite's usual cache holds all that is touched again.
        .pragma("cache_size", "-1000")
        .pragma("wal_autocheckpoint", CHECKPOINT.to_string())
        // What is deleted is overwritten, and gone from the disk with the next [`empty_log`].
        .pragma("secure_delete", "ON");
    // One connection, and never another one.
    let writes = SqlitePoolOptions::new().max_connections(1).test_before_acquire(false).connect_with(writing).await?;
    let mut writer = writes.acquire().await?;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&mut *writer).await?;
    if !is_sound(&version) {
        return Err(OpenError::Version(version));
    }
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *writer).await?;
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut *writer).await?;
    if journal != "wal" || synchronous != 2 {
        return Err(OpenError::NotDurable { journal, synchronous });
    }
    sqlx::migrate!("migrations/sqlite").run(&mut *writer).await?;
    if let Some(aside) = &set_aside {
        damaged::take_over(&mut writer, aside).await?;
    }
    drop(writer);
    let reads = SqlitePoolOptions::new()
        .max_connections(4)
        .min_connections(1)
        .test_before_acquire(false)
        .connect_with(options.read_only(true))
        .await?;
    let vault = vault()?;
    Ok(Opened {
        writes: Pool::sqlite(writes, &vault),
        reads: Pool::sqlite(reads, &vault),
        set_aside: set_aside.is_some(),
    })
}

/// Empties the write-ahead log, in which what was deleted still stands. False while somebody reads from
/// it: nobody is waited for.
pub(in crate::store) async fn empty_log(writer: &mut Conn) -> sqlx::Result<bool> {
    sql::query("PRAGMA busy_timeout = 0").execute(writer).await?;
    let emptied = sql::query_scalar::<i64>("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(writer).await;
    let wait = sqlx::AssertSqlSafe(format!("PRAGMA busy_timeout = {}", BUSY.as_millis()));
    sql::query(wait).execute(writer).await?;
    Ok(emptied? == 0)
}

/// Whether a SQLite version is free of the WAL-reset fault: outside 3.7.0 to 3.51.2, or a backport.
fn is_sound(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    let version = (next(), next(), next());
    match version {
        (3, 50, patch) => patch >= 7,
        (3, 44, patch) => patch >= 6,
        _ => !((3, 7, 0)..(3, 51, 3)).contains(&version),
    }
}

#[cfg(test)]
mod tests {
    use super::is_sound;

    #[test]
    fn versions_with_the_wal_reset_fault_are_known() {
        for sound in ["3.51.3", "3.52.0", "4.0.0", "3.50.7", "3.44.6"] {
            assert!(is_sound(sound), "{sound}");
        }
        for faulty in ["3.51.2", "3.51.0", "3.50.6", "3.50.4", "3.44.5", "3.45.0", "3.7.0", "3.40.1"] {
            assert!(!is_sound(faulty), "{faulty}");
        }
    }
}
