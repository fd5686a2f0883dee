use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jsonschema::Validator;
use serde::Deserialize;

use super::answer::Day;
use super::fees::FeeRule;
use super::rule::Rule;
use super::view::Widget;
use crate::words::{Locale, Words};

/// Why a form package cannot be used. Shipped packages are checked by tests.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// A file of it is not the JSON it should be.
    #[error("not the expected JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A schema in it is no JSON Schema 2020-12.
    #[error("not a schema: {0}")]
    Schema(String),
    /// Its files do not fit together.
    #[error("{0}")]
    Package(String),
}

/// A procedure's form, in one version.
pub struct Form {
    pub(super) about: About,
    pub(super) pages: Vec<Page>,
    /// The schema of all answers.
    pub(super) schema: Validator,
    /// The answers that some page, field or paper depends on.
    pub(super) branching: BTreeSet<String>,
    /// Its words in each of [`Locale::ALL`].
    pub(super) words: [Words; 2],
}

/// `form.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    pub(super) procedure: String,
    pub(super) version: u32,
    pub(super) appointment: bool,
    pub(super) applicant: ApplicantFields,
    /// The answer that says how the result is received; without one it is at the counter.
    pub(super) result: Option<String>,
    pub(super) papers: Vec<Paper>,
    pub(super) fees: Vec<FeeRule>,
}

/// Which answers say who applies.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ApplicantFields {
    pub(super) name: String,
    pub(super) number: String,
    pub(super) phone: String,
    pub(super) address: String,
}

/// A paper of the procedure, as the form handles it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    pub(super) id: String,
    /// Originals to hand in or show.
    pub(super) originals: u32,
    /// Copies to hand in.
    pub(super) copies: u32,
    pub(super) attach: Attach,
    /// When it belongs to an application; always without it.
    pub(super) when: Option<Rule>,
}

/// Whether a file is attached.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Attach {
    /// One cannot go on without it.
    Required,
    /// One may.
    Optional,
    /// It is only shown or signed at the counter.
    Never,
}

/// A page of the form: questions, or one paper to attach.
pub(super) struct Page {
    pub(super) name: String,
    pub(super) rule: Option<Rule>,
    pub(super) evidence: Option<String>,
    pub(super) controls: Vec<Control>,
}

/// A field on a page, with what its schema says of it.
pub(super) struct Control {
    pub(super) field: String,
    pub(super) options: Options,
    pub(super) rule: Option<Rule>,
    pub(super) optional: bool,
    pub(super) choices: Vec<String>,
    pub(super) max_length: Option<u32>,
    pub(super) range: Option<(i64, i64)>,
}

/// The `options` of a Control in the UI schema.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Options {
    /// How it is asked.
    pub(super) widget: Widget,
    /// What of the card fills it.
    pub(super) prefill: Option<Prefill>,
    /// Which days a date may be.
    pub(super) day: Option<Day>,
    /// The consent without which it is not asked.
    pub(super) consent: Option<String>,
}

/// What of the card fills a field.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Prefill {
    Name,
    Number,
    BirthDate,
    Address,
}

impl Form {
    /// The national code of its procedure.
    pub fn procedure(&self) -> &str {
        &self.about.procedure
    }

    /// Its version: drafts and submissions stay with the one they began on.
    pub fn version(&self) -> u32 {
        self.about.version
    }

    /// Whether an appointment to show originals belongs to it.
    pub fn appointment(&self) -> bool {
        self.about.appointment
    }

    /// The form's words, with the product's behind them.
    pub(super) fn words(&self, locale: Locale) -> &Words {
        match locale {
            Locale::Vi => &self.words[0],
            Locale::En => &self.words[1],
        }
    }

    pub(super) fn paper(&self, evidence: &str) -> Option<&Paper> {
        self.about.papers.iter().find(|paper| paper.id == evidence)
    }

    pub(super) fn control(&self, field: &str) -> Option<&Control> {
        self.pages.iter().flat_map(|page| &page.controls).find(|control| control.field == field)
    }
}

macro_rules! package {
    ($folder:literal) => {
        Form::parse(
            include_str!(concat!("../../forms/", $folder, "/schema.json")),
            include_str!(concat!("../../forms/", $folder, "/ui.json")),
            include_str!(concat!("../../forms/", $folder, "/form.json")),
            [
                include_str!(concat!("../../forms/", $folder, "/vi.ftl")),
                include_str!(concat!("../../forms/", $folder, "/en.ftl")),
            ],
        )
        .expect("shipped forms are checked by tests")
    };
}

/// Every form the product ships.
pub(super) fn shipped() -> &'static [Arc<Form>] {
    static FORMS: OnceLock<[Arc<Form>; 3]> = OnceLock::new();
    FORMS.get_or_init(|| [package!("1.001193"), package!("2.000635"), package!("2.000815")].map(Arc::new))
}

/// A procedure's own form in a version.
pub fn form(code: &str, version: u32) -> Option<&'static Arc<Form>> {
    shipped().iter().find(|form| form.procedure() == code && form.version() == version)
}

/// A procedure's own form as it is answered today; none when it has none.
pub fn newest_form(code: &str) -> Option<&'static Arc<Form>> {
    shipped().iter().filter(|form| form.procedure() == code).max_by_key(|form| form.version())
}
