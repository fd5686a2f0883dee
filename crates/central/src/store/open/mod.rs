//! Opening the database of either engine.

mod damaged;
mod postgres;
mod sqlite;

pub(super) use sqlite::empty_log;

use std::path::Path;
use std::sync::Arc;

use super::sql::Pool;
use super::vault::{KeyError, Vault};
use super::{epoch, sealed_key};

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another engine than the two.
    #[error("the database is a URL such as sqlite://central.db or postgres://motcua@localhost/motcua")]
    Engine,
    /// A database in memory would lose everything.
    #[error("the database must be a file")]
    Memory,
    /// The SQLite library can corrupt a write-ahead log.
    #[error("SQLite {0} has the WAL-reset fault (3.7.0 to 3.51.2 except 3.50.7 and 3.44.6)")]
    Version(String),
    /// The file system refused write-ahead logging or synchronous commits.
    #[error("the database does not keep its promises here: journal mode {journal}, synchronous {synchronous}")]
    NotDurable {
        /// What `PRAGMA journal_mode` answered.
        journal: String,
        /// What `PRAGMA synchronous` answered.
        synchronous: i64,
    },
    /// A PostgreSQL that is too old, with its version as it says it.
    #[error("PostgreSQL 15 or newer is needed, and {0} was found")]
    TooOld(String),
    /// A PostgreSQL that does not write to the disk before it answers.
    #[error("this PostgreSQL does not keep its promises: {0} is off")]
    Careless(&'static str),
    /// The server's key is not there, or another one.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A damaged file could not be moved out of the way.
    #[error("the database is damaged, and could not be set aside: {0}")]
    Aside(std::io::Error),
    /// The database said no.
    #[error("the database could not be opened: {0}")]
    Database(#[from] sqlx::Error),
    /// Its tables could not be brought up to date.
    #[error("the tables could not be brought up to date: {0}")]
    Migration(sqlx::migrate::MigrateError),
    /// It was brought further than this program knows, by a newer one.
    #[error(
        "the database was brought to migration {0} by a newer version of this program, and there is no way back: start that version, or restore a backup from before it"
    )]
    Newer(i64),
    /// One of its migrations was not the one this program has.
    #[error(
        "the database was made with another version of migration {0} than this program has: use the release it came from, which is unchanged"
    )]
    Other(i64),
}

impl From<sqlx::migrate::MigrateError> for OpenError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError::{VersionMismatch, VersionMissing};
        match error {
            VersionMissing(version) => Self::Newer(version),
            VersionMismatch(version) => Self::Other(version),
            other => Self::Migration(other),
        }
    }
}

/// A database that was opened, with its tables up to date.
pub(crate) struct Opened {
    /// The one connection that writes, and its successor when it breaks.
    pub(crate) writes: Pool,
    /// Connections that only read.
    pub(crate) reads: Pool,
    /// Whether what was there was damaged and set aside.
    set_aside: bool,
}

/// Opens a database with the server's key from a file, or where [`key_file`](super::vault::key_file) finds one. `create` makes
/// a file that is not there.
///
/// # Errors
/// See [`OpenError`].
pub(crate) async fn open(url: &str, key_file: Option<&Path>, create: bool) -> Result<Opened, OpenError> {
    let vault = || Vault::open(key_file, url, create).map(Arc::new);
    let opened = match url.split(':').next() {
        Some("sqlite") => sqlite::open(url, create, vault).await?,
        Some("postgres" | "postgresql") => postgres::open(url, &vault()?).await?,
        _ => return Err(OpenError::Engine),
    };
    let mut conn = opened.writes.acquire().await?;
    if opened.set_aside {
        epoch::is_due(&mut conn, "the database was damaged").await?;
    }
    if sealed_key::is_ours(&mut conn).await? { Ok(opened) } else { Err(opened.writes.vault().other().into()) }
}
