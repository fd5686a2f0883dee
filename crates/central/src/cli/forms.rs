//! Form packages in a folder: checked, shown, added and retired by the officer who writes one.

use std::path::PathBuf;

use clap::Subcommand;
use motcua_central::{AddFormError, Added};
use motcua_domain::guide::lint::Finding;
use motcua_domain::wire::FormVersion;
use motcua_domain::words::{Locale, Words};

use super::{Database, Outcome, who};

#[derive(Subcommand)]
pub(super) enum Command {
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
        #[command(flatten)]
        database: Database,
    },
    /// Lists every form of procedures of their own: which are begun, which only go on, which are retired.
    Forms {
        /// The language of the list.
        #[arg(long, default_value = "vi")]
        language: String,
        #[command(flatten)]
        database: Database,
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
        #[command(flatten)]
        database: Database,
    },
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        super::log_for_people();
        match self {
            Self::CheckForm { folder, language } => {
                let findings = motcua_central::check_form(&folder)?;
                if !findings.is_empty() {
                    refused(&findings, Locale::from_tag(&language));
                }
            }
            Self::PreviewForm { folder, out, language } => {
                let html = motcua_central::preview_form(&folder, Locale::from_tag(&language))?;
                match out {
                    Some(file) => std::fs::write(file, html)?,
                    None => print!("{html}"),
                }
            }
            Self::AddForm { folder, by, language, database } => {
                let locale = Locale::from_tag(&language);
                match motcua_central::add_form(&folder, &database.url, &who(by)).await {
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
            Self::Forms { language, database } => {
                let locale = Locale::from_tag(&language);
                motcua_central::list_forms(&database.url)
                    .await?
                    .iter()
                    .for_each(|line| println!("{}", line.in_words(locale)));
            }
            Self::RetireForm { code, version, by, language, database } => {
                let (form, locale) = (FormVersion { procedure: code, version }, Locale::from_tag(&language));
                let retired = motcua_central::retire_form(&form, &database.url, &who(by)).await?;
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
        }
        Ok(())
    }
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
