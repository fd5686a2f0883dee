//! The command line: a file for each subject. A subject is an enum of subcommands with a `run` of its own;
//! a new one is a module, a line in [`What`] and a line in [`Arguments::run`].

mod admin;
mod audit;
mod backup;
mod catalogue;
mod forms;
mod serve;
mod service;
mod settings;
mod setup;

use std::error::Error;

use clap::{Args, Parser, Subcommand};

/// How a subcommand ends: what went wrong is printed, and the program ends with 1.
type Outcome = Result<(), Box<dyn Error>>;

/// The central API of a one-stop centre.
#[derive(Parser)]
#[command(name = "motcua-central", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    #[command(flatten)]
    Serve(serve::Command),
    #[command(flatten)]
    Setup(setup::Command),
    Admin(admin::Command),
    #[command(flatten)]
    Audit(audit::Command),
    #[command(flatten)]
    Backup(backup::Command),
    #[command(flatten)]
    Catalogue(catalogue::Command),
    #[command(flatten)]
    Forms(forms::Command),
}

impl Arguments {
    /// Does what was asked.
    pub(crate) async fn run(self) -> Outcome {
        match self.what {
            What::Serve(command) => command.run().await,
            What::Setup(command) => command.run().await,
            What::Backup(command) => command.run().await,
            What::Audit(command) => command.run().await,
            What::Admin(command) => command.run().await,
            What::Catalogue(command) => command.run().await,
            What::Forms(command) => command.run().await,
        }
    }
}

/// Which database a subcommand works on, while a server may run on it.
#[derive(Args)]
struct Database {
    /// The database.
    #[arg(id = "database", long = "database", default_value = "sqlite://motcua-central.db")]
    url: String,
}

/// Writes to standard error what happens. `RUST_LOG` says how much.
fn log_for_people() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Who does it: as they say, or as this machine knows them.
fn who(by: Option<String>) -> String {
    by.or_else(|| std::env::var("USER").ok()).unwrap_or_default()
}
