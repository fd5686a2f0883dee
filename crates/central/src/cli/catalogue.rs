//! Records of the national database and administrative units from files, and the search over them.

use std::path::PathBuf;

use clap::Subcommand;
use motcua_central::{Import, UnitsImport};

use super::{Database, Outcome};

#[derive(Subcommand)]
pub(super) enum Command {
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
        #[command(flatten)]
        database: Database,
    },
    /// Reads a JSON file of provinces and communes and lays it over the units that are known, all of it or
    /// nothing.
    ImportUnits {
        /// The file.
        file: PathBuf,
        /// Reads and reports, and stores nothing.
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        database: Database,
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
}

/// The form of a report.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(super) enum ReportForm {
    /// For programs.
    Json,
    /// For people.
    Html,
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        super::log_for_people();
        match self {
            Self::ImportProcedures { file, dry_run, report, database } => {
                let import = motcua_central::import_procedures(&file, (!dry_run).then_some(&database.url)).await?;
                match report {
                    Some(ReportForm::Json) => println!("{}", serde_json::to_string_pretty(&import)?),
                    Some(ReportForm::Html) => print!("{}", motcua_central::import_html(&import)),
                    None => in_short(&import),
                }
            }
            Self::ImportUnits { file, dry_run, database } => {
                units_in_short(&motcua_central::import_units(&file, (!dry_run).then_some(&database.url)).await?);
            }
            Self::Search { query, json, catalogue, limit } => {
                let found = motcua_central::search(&query, catalogue.as_deref(), limit)?;
                if json {
                    println!("{}", serde_json::to_string(&found)?);
                } else {
                    found.iter().for_each(|one| println!("{:5.1}  {}  {}", one.score, one.code, one.name));
                }
            }
        }
        Ok(())
    }
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
