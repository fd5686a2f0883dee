//! Backups of a file of SQLite, taken while a server runs on it, and bringing one back.
//!
//! A backup has no key in it: what people sent lies sealed in it as it does in the database. PostgreSQL has
//! programs of its own for this (`pg_dump`, `pg_basebackup`).

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use motcua_domain::time::Moment;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};

use crate::clock;
use crate::secret::hex;
use crate::server::StartError;
use crate::store::epoch;
use crate::store::open::open;

/// What stands beside a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was made.
    pub made_at: Moment,
    /// Its SHA-256 in lower-case hex.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The newest migration in it.
    pub schema: i64,
}

/// Why a backup was not made, or not brought back. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Another engine.
    #[error("this is for SQLite; PostgreSQL is backed up with pg_dump and brought back with pg_restore")]
    Engine,
    /// There is something already.
    #[error("{0} is there already: give --replace to set it aside, or another place")]
    There(PathBuf),
    /// A file could not be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// There is no manifest, or it cannot be understood.
    #[error("{0} is no manifest of a backup: the file beside the backup that ends in .json is needed")]
    Manifest(PathBuf),
    /// The backup is not what its manifest says.
    #[error("{0} is not what its manifest says: it was changed, or not copied to its end")]
    Differs(PathBuf),
    /// SQLite finds it damaged.
    #[error("{0} is damaged: {1}")]
    Damaged(PathBuf, String),
    /// A newer program made it.
    #[error("the backup is of a newer version of this program (schema {0}): use that one")]
    Newer(i64),
    /// The database could not be opened or written.
    #[error(transparent)]
    Database(#[from] StartError),
    /// The database said no.
    #[error("the database said no: {0}")]
    Store(#[from] sqlx::Error),
}

/// The manifest of a backup: the file beside it.
fn manifest_of(backup: &Path) -> PathBuf {
    PathBuf::from(format!("{}.json", backup.display()))
}

fn file_of(database: &str) -> Result<PathBuf, BackupError> {
    if !database.starts_with("sqlite:") {
        return Err(BackupError::Engine);
    }
    Ok(SqliteConnectOptions::from_str(database)?.get_filename().to_owned())
}

/// Makes a backup while a server may run on the database, and reads it through.
///
/// # Errors
/// See [`BackupError`]; what was begun is taken away again.
pub async fn backup(database: &str, to: &Path) -> Result<Manifest, BackupError> {
    let from = file_of(database)?;
    let failed = |error| BackupError::File(to.to_owned(), error);
    if to.exists() {
        return Err(BackupError::There(to.to_owned()));
    }
    own(to).map_err(failed)?;
    let made = async {
        let mut conn = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(&from)).await?;
        sqlx::query("VACUUM INTO $1").bind(to.display().to_string()).execute(&mut conn).await?;
        conn.close().await?;
        let schema = look_through(to).await?;
        File::open(to).and_then(|file| file.sync_all()).map_err(failed)?;
        let (sha256, bytes) = hash(to).map_err(failed)?;
        let manifest = Manifest { made_at: clock::now(), sha256, bytes, schema };
        let beside = manifest_of(to);
        let written = serde_json::to_vec_pretty(&manifest).map_err(io::Error::other);
        let written = written.and_then(|written| own(&beside).and_then(|()| fs::write(&beside, written)));
        written.map_err(|error| BackupError::File(beside, error))?;
        Ok(manifest)
    };
    let made = made.await;
    if made.is_err() {
        // Half a backup is none.
        let _ = fs::remove_file(to);
    }
    made
}

/// Brings a backup back. With `replace` what is there is set aside, never deleted. The next start goes on above
/// all numbers that may have been given since the backup. No server may run on the database.
///
/// # Errors
/// See [`BackupError`].
pub async fn restore(from: &Path, database: &str, replace: bool) -> Result<Manifest, BackupError> {
    let target = file_of(database)?;
    let beside = manifest_of(from);
    let unknown = || BackupError::Manifest(beside.clone());
    let manifest: Manifest =
        fs::read(&beside).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).ok_or_else(unknown)?;
    let (sha256, bytes) = hash(from).map_err(|error| BackupError::File(from.to_owned(), error))?;
    if (&sha256, bytes) != (&manifest.sha256, manifest.bytes) {
        return Err(BackupError::Differs(from.to_owned()));
    }
    if target.exists() && !replace {
        return Err(BackupError::There(target));
    }
    let failed = |error| BackupError::File(target.clone(), error);
    let coming = PathBuf::from(format!("{}.coming", target.display()));
    let _ = fs::remove_file(&coming);
    own(&coming).and_then(|()| fs::copy(from, &coming)).map_err(failed)?;
    File::open(&coming).and_then(|file| file.sync_all()).map_err(failed)?;
    let schema = look_through(&coming).await?;
    let newest = sqlx::migrate!("migrations/sqlite").iter().map(|migration| migration.version).max().unwrap_or(0);
    if schema > newest {
        fs::remove_file(&coming).map_err(failed)?;
        return Err(BackupError::Newer(schema));
    }
    let aside = format!("{}.before-{}", target.display(), clock::now().local().strftime("%Y%m%d-%H%M%S"));
    for end in ["", "-wal", "-shm"] {
        let old = PathBuf::from(format!("{}{end}", target.display()));
        if old.exists() {
            fs::rename(&old, format!("{aside}{end}")).map_err(failed)?;
        }
    }
    fs::rename(&coming, &target).map_err(failed)?;
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    let opened = open(database, None, false).await.map_err(StartError::from)?;
    epoch::is_due(&mut opened.writes.acquire().await?, "a backup was brought back").await?;
    opened.writes.close().await;
    opened.reads.close().await;
    Ok(manifest)
}

/// Makes a file that is its owner's only.
fn own(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

/// Reads a database through; answers with its newest migration.
async fn look_through(file: &Path) -> Result<i64, BackupError> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let damaged = |error: sqlx::Error| BackupError::Damaged(file.to_owned(), error.to_string());
    let mut conn = SqliteConnection::connect_with(&options).await.map_err(damaged)?;
    let said: Vec<String> =
        sqlx::query_scalar("PRAGMA integrity_check(3)").fetch_all(&mut conn).await.map_err(damaged)?;
    if said != ["ok"] {
        return Err(BackupError::Damaged(file.to_owned(), said.join("; ")));
    }
    let schema = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(&mut conn).await;
    let schema = schema.map_err(damaged)?;
    conn.close().await?;
    Ok(schema)
}

/// SHA-256 of a file in lower-case hex, and its length.
fn hash(file: &Path) -> io::Result<(String, u64)> {
    let (mut file, mut sha256, mut bytes) = (File::open(file)?, Sha256::new(), 0);
    let mut part = vec![0; 1024 * 1024];
    loop {
        match file.read(&mut part)? {
            0 => return Ok((hex(&sha256.finalize()), bytes)),
            read => {
                sha256.update(&part[..read]);
                bytes += read as u64;
            }
        }
    }
}
