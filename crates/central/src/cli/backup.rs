//! `backup` and `restore`: a copy of the database that was read through, and bringing one back.

use std::path::PathBuf;

use clap::Subcommand;
use motcua_central::{Manifest, backup, restore};

use super::{Database, Outcome};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Copies a database of SQLite while a server runs on it, reads the copy through, and writes beside it what it
    /// must be. The server's key is not in it: keep that elsewhere.
    Backup {
        /// Where to, such as /mnt/usb/motcua-2026-12-01.db; what stands beside it ends in .json.
        #[arg(long)]
        to: PathBuf,
        #[command(flatten)]
        database: Database,
    },
    /// Brings a backup back. Stop the server first. Numbers go on above all that may have been given since.
    Restore {
        /// The backup.
        #[arg(long)]
        from: PathBuf,
        /// Sets aside what is there; it is never deleted.
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        database: Database,
    },
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        let (done, Manifest { made_at, sha256, bytes, .. }) = match self {
            Self::Backup { to, database } => ("made", backup(&database.url, &to).await?),
            Self::Restore { from, replace, database } => {
                ("brought back", restore(&from, &database.url, replace).await?)
            }
        };
        let made_at = made_at.local().strftime("%H:%M %d/%m/%Y").to_string();
        println!("{done}: a backup of {made_at}, {bytes} bytes, SHA-256 {sha256}");
        Ok(())
    }
}
