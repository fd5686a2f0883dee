//! What survives a power cut: the device's identity, numbers of its own, and submissions until the central system has them.

mod catalogue;
mod draft;
mod form;
mod identity;
mod look;
mod measure;
mod own_ticket;
mod paper_event;
mod print_job;
mod seal;
mod submission;
mod transfer;
mod units;

use std::path::Path;
use std::str::FromStr;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Sqlite, SqlitePool, Transaction};

pub use draft::{DraftHere, DraftNow, DraftToPush, Tried};
pub use identity::Identity;
pub use look::{StoreSeen, look};
pub use print_job::PrintRow;
pub(crate) use seal::random;
pub use seal::{Seal, SealBroken};
pub use submission::{Came, Here, Pending, SavedFile};
pub use transfer::TransferSaid;

/// A random number from the operating system.
pub(crate) fn random_u64() -> u64 {
    u64::from_le_bytes(seal::random())
}

/// Why the kiosk's store failed. The words for people are `error-store`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder or file could not be used.
    #[error("the data folder cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    /// SQLite failed.
    #[error("the store failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("the store could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row could not be opened with this device's key.
    #[error(transparent)]
    Seal(#[from] SealBroken),
    /// A row holds what this version cannot read.
    #[error("a stored row cannot be read: {0}")]
    Row(#[from] serde_json::Error),
    /// This SQLite has the WAL-reset bug (3.7.0 to 3.51.2, fixed in 3.50.7 and 3.44.6 as well).
    #[error("SQLite {0} may corrupt a database in WAL mode")]
    UnsafeSqlite(String),
}

/// The kiosk's SQLite database, in WAL mode with `synchronous = FULL`: what it acknowledged is on disk.
#[derive(Clone)]
pub struct Store {
    pool: SqlitePool,
    seal: Seal,
}

impl Store {
    /// Opens or makes the store in a folder.
    ///
    /// # Errors
    /// [`StoreError`] when the folder cannot be written or the database is not sound.
    pub async fn open(folder: &Path, seal: Seal) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder)?;
        let options = SqliteConnectOptions::from_str("sqlite:")?
            .filename(folder.join("kiosk.sqlite"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("secure_delete", "ON");
        let pool = SqlitePoolOptions::new().max_connections(2).connect_with(options).await?;
        let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&pool).await?;
        if !is_safe(&version) {
            return Err(StoreError::UnsafeSqlite(version));
        }
        sqlx::migrate!("./migrations").run(&pool).await?;
        Ok(Self { pool, seal })
    }

    /// A transaction that writes. It takes its turn at once: one that read first cannot wait for another that
    /// wrote meanwhile, and fails.
    async fn change(&self) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
        self.pool.begin_with("BEGIN IMMEDIATE").await
    }
}

/// Whether this SQLite is free of the WAL-reset bug.
fn is_safe(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let version = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    version >= (3, 51, 3) || ((3, 50, 7)..(3, 51, 0)).contains(&version) || ((3, 44, 6)..(3, 45, 0)).contains(&version)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn sqlite_with_the_wal_reset_bug_is_refused() {
        for bad in ["3.7.0", "3.40.1", "3.44.5", "3.45.0", "3.50.6", "3.51.2"] {
            assert!(!is_safe(bad), "{bad}");
        }
        for good in ["3.44.6", "3.50.7", "3.51.3", "3.52.0"] {
            assert!(is_safe(good), "{good}");
        }
    }
}
