//! `motcua-central`: the central API as a program.

use std::error::Error;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};
use motcua_central::{AddFormError, Added, BankSecret, Import, Settings, UnitsImport};
use motcua_domain::branch::BranchConfig;
use motcua_domain::guide::lint::Finding;
use motcua_domain::wire::FormVersion;
use motcua_domain::words::{Locale, Words};

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
    /// Prints a one-time code with which a device enrols within 15 minutes.
    EnrolCode {
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
    },
    /// Prints the description of the starter centre, to be changed and given to `serve --branch`.
    Branch,
    /// Reads a file of the national database (JSON lines, also .gz) into the catalogue, and reports what
    /// could be read for certain.
    ImportProcedures {
        /// The file.
        file: PathBuf,
        /// Reads and reports, and stores nothing.
        #[arg(long)]
        dry_run: bool,
        /// Prints the whole report in this form instead of a few lines.
        #[arg(long)]
        report: Option<ReportForm>,
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
    },
    /// Reads a JSON file of provinces and communes and lays it over the units that are known, all of it or
    /// nothing.
    ImportUnits {
        /// The file.
        file: PathBuf,
        /// Reads and reports, and stores nothing.
        #[arg(long)]
        dry_run: bool,
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
    },
    /// Checks the form package in a folder: what nobody can reach, what has no words, where its files
    /// disagree. Ends with 1 when it found anything.
    CheckForm {
        /// The folder with schema.json, ui.json, form.json, vi.ftl and en.ftl.
        folder: PathBuf,
        /// The language of what is said.
        #[arg(long, default_value = "vi")]
        language: String,
    },
    /// Lays the form package in a folder out as one HTML page, to be looked at in a browser.
    PreviewForm {
        /// The folder with schema.json, ui.json, form.json, vi.ftl and en.ftl.
        folder: PathBuf,
        /// The file to write; printed without it.
        #[arg(long)]
        out: Option<PathBuf>,
        /// The language of the page.
        #[arg(long, default_value = "vi")]
        language: String,
    },
    /// Adds the form package in a folder to those in use, while the server runs: the machines of the lobby have
    /// it within a minute. What check-form finds is refused, and so is a version that is not above the newest.
    AddForm {
        /// The folder with schema.json, ui.json, form.json, vi.ftl and en.ftl.
        folder: PathBuf,
        /// Who adds it; the account on this machine when left out.
        #[arg(long)]
        by: Option<String>,
        /// The language of what is said.
        #[arg(long, default_value = "vi")]
        language: String,
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
    },
    /// Lists every form of procedures of their own: which are begun, which only go on, which are retired.
    Forms {
        /// The language of the list.
        #[arg(long, default_value = "vi")]
        language: String,
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
    },
    /// Makes a version of a form not to be begun any more. What was begun on it goes on, and the version
    /// before it is begun again.
    RetireForm {
        /// The procedure's national code.
        code: String,
        /// The version.
        version: u32,
        /// Who retires it; the account on this machine when left out.
        #[arg(long)]
        by: Option<String>,
        /// The language of what is said.
        #[arg(long, default_value = "vi")]
        language: String,
        /// The database.
        #[arg(long, default_value = "sqlite://motcua-central.db")]
        database: String,
    },
    /// Finds procedures in one's own words, as the kiosks do.
    Search {
        /// What somebody would type: "dk tam tru".
        query: String,
        /// Prints a JSON array of code, name and score.
        #[arg(long)]
        json: bool,
        /// Searches the records of this file of the national database instead of the product's own
        /// catalogue.
        #[arg(long)]
        catalogue: Option<PathBuf>,
        /// How many are shown at most.
        #[arg(long, default_value_t = 10)]
        limit: usize,
    },
    /// Prints the OpenAPI document.
    Openapi,
}

/// The form of a report.
#[derive(Clone, Copy, clap::ValueEnum)]
enum ReportForm {
    /// For programs.
    Json,
    /// For people.
    Html,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match Arguments::parse().what {
        What::Serve { listen, database, key_file, branch, public_url, banks } => {
            let banks = banks.into_iter().collect();
            let branch = match branch {
                Some(file) => serde_json::from_slice(&std::fs::read(file)?)?,
                None => BranchConfig::default(),
            };
            let password_file = beside(&database);
            let running =
                motcua_central::start(Settings { listen, database, key_file, branch, public_url, banks }).await?;
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
        What::ImportProcedures { file, dry_run, report, database } => {
            let import = motcua_central::import_procedures(&file, (!dry_run).then_some(&database)).await?;
            match report {
                Some(ReportForm::Json) => println!("{}", serde_json::to_string_pretty(&import)?),
                Some(ReportForm::Html) => print!("{}", motcua_central::import_html(&import)),
                None => in_short(&import),
            }
        }
        What::ImportUnits { file, dry_run, database } => {
            units_in_short(&motcua_central::import_units(&file, (!dry_run).then_some(&database)).await?);
        }
        What::CheckForm { folder, language } => {
            let findings = motcua_central::check_form(&folder)?;
            if !findings.is_empty() {
                refused(&findings, Locale::from_tag(&language));
            }
        }
        What::PreviewForm { folder, out, language } => {
            let html = motcua_central::preview_form(&folder, Locale::from_tag(&language))?;
            match out {
                Some(file) => std::fs::write(file, html)?,
                None => print!("{html}"),
            }
        }
        What::AddForm { folder, by, language, database } => {
            let locale = Locale::from_tag(&language);
            match motcua_central::add_form(&folder, &database, &who(by)).await {
                Ok((form, Added::New)) => println!("{}", of_form("form-added", &form, locale)),
                Ok((form, Added::Known)) => println!("{}", of_form("form-known", &form, locale)),
                Err(AddFormError::Faults(findings)) => refused(&findings, locale),
                Err(AddFormError::Not(form, why)) => {
                    println!("{}", why.in_words(&form, locale));
                    std::process::exit(1);
                }
                Err(error) => return Err(error.into()),
            }
        }
        What::Forms { language, database } => {
            let locale = Locale::from_tag(&language);
            motcua_central::list_forms(&database).await?.iter().for_each(|line| println!("{}", line.in_words(locale)));
        }
        What::RetireForm { code, version, by, language, database } => {
            let (form, locale) = (FormVersion { procedure: code, version }, Locale::from_tag(&language));
            let retired = motcua_central::retire_form(&form, &database, &who(by)).await?;
            let key = match retired {
                Some(true) => "form-retired",
                Some(false) => "form-retired-before",
                None => "form-not-there",
            };
            println!("{}", of_form(key, &form, locale));
            if retired.is_none() {
                std::process::exit(1);
            }
        }
        What::Search { query, json, catalogue, limit } => {
            let found = motcua_central::search(&query, catalogue.as_deref(), limit)?;
            if json {
                println!("{}", serde_json::to_string(&found)?);
            } else {
                found.iter().for_each(|one| println!("{:5.1}  {}  {}", one.score, one.code, one.name));
            }
        }
        What::Openapi => println!("{}", motcua_central::openapi().to_pretty_json()?),
    }
    Ok(())
}

/// Says what is wrong with a form package, and ends.
fn refused(findings: &[Finding], locale: Locale) -> ! {
    for finding in findings {
        println!("{}: {} [{}]", finding.file.name(), finding.in_words(locale), finding.code);
    }
    std::process::exit(1);
}

/// Words about a version of a form.
fn of_form(key: &str, form: &FormVersion, locale: Locale) -> String {
    let version = form.version.to_string();
    Words::of(locale).say_with(key, &[("procedure", &form.procedure), ("version", &version)])
}

/// Who does it: as they say, or as this machine knows them.
fn who(by: Option<String>) -> String {
    by.or_else(|| std::env::var("USER").ok()).unwrap_or_default()
}

/// A few lines for whoever started an import.
fn in_short(import: &Import) {
    let report = &import.report;
    println!("{} records read, {} of them with nothing in doubt", report.records, report.certain);
    for (line, why) in &report.broken {
        println!("line {line}: {why}");
    }
    match import.imported {
        Some(stored) => println!("{} new, {} changed, {} as before", stored.added, stored.changed, stored.unchanged),
        None => println!("nothing was stored"),
    }
}

/// What an import of units changed.
fn units_in_short(import: &UnitsImport) {
    let change = &import.change;
    println!("{} provinces and {} communes read, {} of them new", change.provinces, change.communes, change.added);
    for (code, old, new) in &change.renamed {
        println!("{code}: {old} is {new} now");
    }
    for (code, name) in &change.gone {
        println!("{code}: {name} is no more");
    }
    match import.stored {
        Some(true) => println!("stored"),
        Some(false) => println!("all was known before"),
        None => println!("nothing was stored"),
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
