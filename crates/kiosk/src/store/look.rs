//! The store looked at from outside: by another connection, or another program while this one runs.

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use super::is_safe;

/// How long a writer is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a look at a store finds. Nothing in it is of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreSeen {
    /// There is none.
    Missing,
    /// It cannot be opened.
    Locked,
    /// It is damaged, or no database at all.
    Damaged,
    /// SQLite finds nothing wrong with it.
    Sound {
        /// SQLite's version.
        sqlite: String,
        /// Whether that version is free of the WAL-reset bug.
        safe: bool,
        /// Submissions that were not handed over, and numbers that were not told of; none in a store without
        /// their tables.
        waiting: Option<(u32, u32)>,
        /// The revision of the procedures; none before they came.
        catalogue: Option<u64>,
    },
}

/// Looks at the store in a folder without changing it: it is opened for reading alone, and SQLite checks it
/// as `PRAGMA quick_check` does.
pub async fn look(folder: &Path) -> StoreSeen {
    let file = folder.join("kiosk.sqlite");
    match tokio::fs::metadata(&file).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return StoreSeen::Missing,
        Err(_) => return StoreSeen::Locked,
        Ok(_) if tokio::fs::File::open(&file).await.is_err() => return StoreSeen::Locked,
        Ok(_) => {}
    }
    let options = SqliteConnectOptions::new().filename(&file).read_only(true).busy_timeout(PATIENCE);
    let mut store = match options.connect().await {
        Ok(store) => store,
        Err(error) => return trouble(&error),
    };
    let seen = read(&mut store).await.unwrap_or_else(|error| trouble(&error));
    let _ = store.close().await;
    seen
}

async fn read(store: &mut SqliteConnection) -> Result<StoreSeen, sqlx::Error> {
    let sqlite: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&mut *store).await?;
    let wrong: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut *store).await?;
    if wrong != "ok" {
        return Ok(StoreSeen::Damaged);
    }
    // A store that an older program made has not every table.
    let waiting: Option<(u32, u32)> = sqlx::query_as(
        "SELECT (SELECT count(*) FROM submission WHERE state <> 'sent'),
                (SELECT count(*) FROM own_ticket WHERE told_at IS NULL)",
    )
    .fetch_one(&mut *store)
    .await
    .ok();
    let catalogue: Option<i64> =
        sqlx::query_scalar("SELECT revision FROM catalogue").fetch_optional(&mut *store).await.unwrap_or_default();
    let catalogue = catalogue.and_then(|revision| u64::try_from(revision).ok());
    Ok(StoreSeen::Sound { safe: is_safe(&sqlite), sqlite, waiting, catalogue })
}

/// What SQLite's own code for an error says: 11 and 26 are a damaged file and one that is no database; whatever
/// else keeps it closed.
fn trouble(error: &sqlx::Error) -> StoreSeen {
    let code = error.as_database_error().and_then(|error| error.code());
    let primary = code.and_then(|code| code.parse::<u32>().ok()).map(|code| code & 0xff);
    match primary {
        Some(11 | 26) => StoreSeen::Damaged,
        _ => StoreSeen::Locked,
    }
}
