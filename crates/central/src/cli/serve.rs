//! `serve`: the server until it is told to stop.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use motcua_central::{BankSecret, Settings};
use motcua_domain::branch::BranchConfig;

use super::Outcome;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Serves the API until it is told to stop (Ctrl-C or SIGTERM).
    Serve {
        /// Where to listen.
        #[arg(long, default_value = "127.0.0.1:8700")]
        listen: SocketAddr,
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
        /// The file of the server's key, 64 hex digits, with which what citizens send lies sealed. Without it:
        /// MOTCUA_KEY_FILE, a systemd credential motcua-key, or for SQLite one beside the database.
        #[arg(long)]
        key_file: Option<PathBuf>,
        /// A JSON file that describes the centre, for the first start.
        #[arg(long)]
        branch: Option<PathBuf>,
        /// Where phones reach the public pages.
        #[arg(long)]
        public_url: Option<String>,
        /// A bank that tells of credits, with the file of the secret shared with it: `vietinbank=/etc/…`.
        #[arg(long = "bank", value_name = "NAME=FILE", value_parser = motcua_central::bank_option)]
        banks: Vec<(String, BankSecret)>,
    },
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        super::log_for_people();
        let Self::Serve { listen, database, key_file, branch, public_url, banks } = self;
        let banks = banks.into_iter().collect();
        let branch = match branch {
            Some(file) => serde_json::from_slice(&std::fs::read(file)?)?,
            None => BranchConfig::default(),
        };
        let password_file = beside(&database);
        let running = motcua_central::start(Settings { listen, database, key_file, branch, public_url, banks }).await?;
        println!("listening on http://{}", running.address);
        if let Some(first) = &running.first_administrator {
            first.write_down(&password_file)?;
            println!("the first administrator's password is in {}", password_file.display());
        }
        until_told_to_stop().await?;
        running.stop().await;
        Ok(())
    }
}

/// The file for the first password, next to the database.
fn beside(database: &str) -> PathBuf {
    let path = database.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    Path::new(path).with_file_name("first-administrator.txt")
}

#[cfg(unix)]
async fn until_told_to_stop() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        interrupted = tokio::signal::ctrl_c() => interrupted,
    }
}

#[cfg(not(unix))]
async fn until_told_to_stop() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
