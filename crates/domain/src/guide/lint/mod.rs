//! Whether a form package is a good one: what keeps somebody from getting through it, or an officer from
//! reading what comes out of it.
//!
//! What can be reached is decided by trying: for every rule, all answers it depends on, in every
//! combination that the schema allows.

mod cone;
mod structure;
mod text;
mod walk;
mod ways;
mod words;

use super::form::Form;
use super::package::Package;
use crate::words::{Locale, Words};
use walk::Walker;

/// A file of a form package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PackageFile {
    /// `schema.json`.
    Schema,
    /// `ui.json`.
    Ui,
    /// `form.json`.
    About,
    /// `vi.ftl`.
    Vi,
    /// `en.ftl`.
    En,
}

impl PackageFile {
    /// All of them, in the order they are read.
    pub const ALL: [Self; 5] = [Self::Schema, Self::Ui, Self::About, Self::Vi, Self::En];

    /// Its name in the package's folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema.json",
            Self::Ui => "ui.json",
            Self::About => "form.json",
            Self::Vi => "vi.ftl",
            Self::En => "en.ftl",
        }
    }

    fn of<'a>(self, package: &Package<'a>) -> &'a str {
        match self {
            Self::Schema => package.schema,
            Self::Ui => package.ui,
            Self::About => package.about,
            Self::Vi => package.words[0],
            Self::En => package.words[1],
        }
    }
}

/// Something that is wrong with a package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file to change.
    pub file: PackageFile,
    /// Which kind of fault, stable: `missing-word`.
    pub code: &'static str,
    /// Where in the file: a field's path, a page's name, a key.
    pub place: String,
    /// What exactly is meant there; may be empty.
    pub what: String,
}

impl Finding {
    /// What is wrong and what to do about it.
    pub fn in_words(&self, locale: Locale) -> String {
        let args = [("place", self.place.as_str()), ("what", self.what.as_str()), ("file", self.file.name())];
        Words::of(locale).say_with(&format!("lint-{}", self.code), &args)
    }
}

/// Everything that is wrong with a package, file by file; nothing for a good one.
pub fn lint(package: &Package) -> Vec<Finding> {
    let mut findings = Findings(Vec::new());
    text::check(package, &mut findings);
    match Form::load(package) {
        // A schema that refers to itself would be followed for ever.
        Ok(_) if findings.0.iter().any(|finding| finding.code == "reference") => {}
        Ok(form) => {
            let schema = serde_json::from_str(package.schema).unwrap_or_default();
            structure::check(&schema, &form, &mut findings);
            let walker = Walker::new(&form, &schema);
            words::check(package, &walker, &schema, &mut findings);
            ways::check(&walker, &schema, &mut findings);
        }
        Err(error) => findings.add("unusable", text::unread(package), "", &error.to_string()),
    }
    findings.0.sort();
    findings.0.dedup();
    findings.0
}

struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, code: &'static str, file: PackageFile, place: &str, what: &str) {
        self.0.push(Finding { file, code, place: place.to_owned(), what: what.to_owned() });
    }
}
