use std::collections::BTreeSet;

use jsonschema::Validator;
use serde::Deserialize;
use serde_json::Value;

use super::age::Age;
use super::answer::Day;
use super::fees::FeeRule;
use super::rule::Rule;
use super::time_wanted::TimeWanted;
use super::view::Widget;
use crate::catalogue::Case;
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
    /// What may be answered several times.
    pub(super) groups: Vec<Group>,
    /// The schema of all answers.
    pub(super) schema: Validator,
    /// The answers that some page, field or paper depends on, by [`Control::base`].
    pub(super) branching: BTreeSet<String>,
    /// Its words in each of [`Locale::ALL`].
    pub(super) words: [Words; 2],
    /// See [`Form::fits_all`].
    pub(super) fits_all: bool,
}

/// `form.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    pub(super) procedure: String,
    pub(super) version: u32,
    pub(super) appointment: bool,
    /// Whether it answers what an officer asked for: its owner is known and nothing is paid.
    #[serde(default)]
    pub(super) supplement: bool,
    pub(super) applicant: ApplicantFields,
    /// The cases of the procedure that it does not ask for, as its record calls them in Vietnamese: they are
    /// for an officer.
    #[serde(default)]
    pub(super) at_counter: Vec<String>,
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
    pub(super) birth_date: String,
}

/// A repeating group: a list of items that are each answered alike.
pub(super) struct Group {
    pub(super) name: String,
    /// The fewest and the most items.
    pub(super) range: (u32, u32),
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
    /// The group of which each item has one.
    pub(super) each: Option<String>,
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
    /// The group of which each item has this page.
    pub(super) repeat: Option<String>,
    pub(super) evidence: Option<String>,
    pub(super) controls: Vec<Control>,
    pub(super) notes: Vec<Note>,
}

/// A sentence on a page.
pub(super) struct Note {
    /// Its words.
    pub(super) key: String,
    pub(super) rule: Option<Rule>,
}

/// A field on a page, with what its schema says of it.
pub(super) struct Control {
    /// Its name: in the answers, or in those of an item.
    pub(super) field: String,
    /// The group it is an item's answer of.
    pub(super) group: Option<String>,
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
    /// How old somebody must be.
    #[serde(default)]
    pub(super) age: Vec<Age>,
    /// The consent without which it is not asked.
    pub(super) consent: Option<String>,
    /// What can be taken over by a touch.
    #[serde(default)]
    pub(super) offers: Vec<Offer>,
}

/// Something known that a field can be filled with.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Offer {
    /// Of the card.
    Card(Prefill),
    /// What was answered before.
    Answer(String),
}

/// What of the card fills a field.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Prefill {
    Name,
    Number,
    BirthDate,
    Address,
    /// `male` or `female`.
    Sex,
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

    /// Whether one comes to the counter for it at a time that one chooses on one of its pages.
    pub fn appointment(&self) -> bool {
        self.about.appointment
    }

    /// When who sent these answers wants to come, where the form asks for it.
    pub fn time_wanted(&self, answers: &Value) -> Option<TimeWanted> {
        let asked = self.controls().find(|control| control.options.widget == Widget::Appointment)?;
        TimeWanted::parse(answers.get(&asked.field)?.as_str()?)
    }

    /// Whether it is the form that fits every procedure, made for this one: then it goes with the record it was
    /// made from, and not with a version of its own.
    pub fn fits_all(&self) -> bool {
        self.fits_all
    }

    /// Whether a case of its procedure is for an officer at a counter, and not for this form.
    pub fn leaves_to_the_counter(&self, case: &Case) -> bool {
        case.when.as_ref().is_some_and(|when| self.about.at_counter.contains(&when.vi))
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

    pub(super) fn group(&self, name: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.name == name)
    }

    pub(super) fn controls(&self) -> impl Iterator<Item = &Control> {
        self.pages.iter().flat_map(|page| &page.controls)
    }

    /// The field at a path of the answers: `child_name`, `witnesses/0/name`.
    pub(super) fn control(&self, path: &str) -> Option<&Control> {
        let (group, name) = match path.split_once('/') {
            Some((group, of_item)) => (Some(group), of_item.split_once('/')?.1),
            None => (None, path),
        };
        self.controls().find(|control| control.field == name && control.group.as_deref() == group)
    }
}

impl Control {
    /// Where its answer is among those of a draft: `child_name`, or of an item (from 0)
    /// `witnesses/0/name`.
    pub(super) fn path(&self, item: Option<usize>) -> String {
        match (&self.group, item) {
            (Some(group), Some(item)) => format!("{group}/{item}/{}", self.field),
            _ => self.field.clone(),
        }
    }

    /// Its path whatever the item: `child_name`, `witnesses/name`.
    pub(super) fn base(&self) -> String {
        match &self.group {
            Some(group) => format!("{group}/{}", self.field),
            None => self.field.clone(),
        }
    }

    /// The key of its words: `child_name`, `witnesses-name`.
    pub(super) fn key(&self) -> String {
        self.base().replace('/', "-")
    }
}
