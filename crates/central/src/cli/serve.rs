//! `serve`: the server until it is told to stop; and its settings, looked at without serving.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use tracing_subscriber::EnvFilter;

use super::settings::{Checked, Chosen, Flags, LogFormat, example, unknown_variables};
use super::{Outcome, service};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Serves the API until it is told to stop (Ctrl-C or SIGTERM). SIGHUP reads the certificate again.
    Serve(Box<Flags>),
    /// Checks the settings, prints those that would hold and where each was said, and serves nothing.
    CheckConfig(Box<Flags>),
    /// Prints a file of settings that explains itself.
    ConfigExample,
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        match self {
            Self::Serve(flags) => {
                let checked = Chosen::of(&flags, &environment)?.check()?;
                log(&checked);
                unknown_variables(&environment).iter().for_each(|one| tracing::warn!("{one}"));
                serve(checked).await
            }
            Self::CheckConfig(flags) => {
                let chosen = Chosen::of(&flags, &environment)?;
                print!("{}", chosen.shown());
                unknown_variables(&environment).iter().for_each(|one| eprintln!("{one}"));
                chosen.check()?;
                Ok(())
            }
            Self::ConfigExample => {
                print!("{}", example());
                Ok(())
            }
        }
    }
}

async fn serve(checked: Checked) -> Outcome {
    let password_file = password_file(&checked.settings.database);
    let running = motcua_central::start_with(checked.settings, checked.serving).await?;
    println!("listening on {}://{}", running.scheme(), running.address);
    if let Some(first) = &running.first_administrator {
        first.write_down(&password_file)?;
        println!("the first administrator's password is in {}", password_file.display());
    }
    service::until_told_to_stop(&running).await?;
    running.stop().await;
    Ok(())
}

/// Begins the log on standard error.
fn log(checked: &Checked) {
    let filter = EnvFilter::try_new(&checked.log_level).unwrap_or_else(|_| "info".into());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match checked.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}

/// The file for the first password: next to the database when that is a file, and otherwise in the folder
/// that the system keeps for the service, or where it was started.
fn password_file(database: &str) -> PathBuf {
    const NAME: &str = "first-administrator.txt";
    match database.strip_prefix("sqlite:") {
        Some(path) => {
            let path = path.trim_start_matches("//");
            Path::new(path.split_once('?').map_or(path, |(path, _)| path)).with_file_name(NAME)
        }
        None => std::env::var_os("STATE_DIRECTORY").map(PathBuf::from).unwrap_or_default().join(NAME),
    }
}
