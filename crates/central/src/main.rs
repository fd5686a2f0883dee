//! `motcua-central`: the central API as a program.

use std::error::Error;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};
use motcua_central::Settings;
use motcua_domain::branch::BranchConfig;

/// The central API of a one-stop centre.
#[derive(Parser)]
#[command(name = "motcua-central", version)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Serves the API until it is told to stop (Ctrl-C or SIGTERM).
    Serve {
        /// Where to listen.
        #[arg(long, default_value = "127.0.0.1:8700")]
        listen: SocketAddr,
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
        /// A JSON file that describes the centre, for the first start.
        #[arg(long)]
        branch: Option<PathBuf>,
        /// Where phones reach the public pages.
        #[arg(long)]
        public_url: Option<String>,
    },
    /// Prints a one-time code with which a device enrols within 15 minutes.
    EnrolCode {
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
    },
    /// Prints the description of the starter centre, to be changed and given to `serve --branch`.
    Branch,
    /// Prints the OpenAPI document.
    Openapi,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match Arguments::parse().what {
        What::Serve { listen, database, branch, public_url } => {
            let branch = match branch {
                Some(file) => serde_json::from_slice(&std::fs::read(file)?)?,
                None => BranchConfig::default(),
            };
            let password_file = beside(&database);
            let running = motcua_central::start(Settings { listen, database, branch, public_url }).await?;
            println!("listening on http://{}", running.address);
            if let Some(first) = &running.first_administrator {
                first.write_down(&password_file)?;
                println!("the first administrator's password is in {}", password_file.display());
            }
            until_told_to_stop().await?;
            running.stop().await;
        }
        What::EnrolCode { database } => println!("{}", motcua_central::enrolment_code(&database).await?),
        What::Branch => println!("{}", serde_json::to_string_pretty(&BranchConfig::default())?),
        What::Openapi => println!("{}", motcua_central::openapi().to_pretty_json()?),
    }
    Ok(())
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
