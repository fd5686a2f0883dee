use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::form::Form;
use super::papers::DraftPage;
use super::view::{CardSeen, Sources};
use crate::branch::OpeningHours;
use crate::card::{Card, CitizenNumber, Sex};
use crate::catalogue::{ChannelKind, Procedure};
use crate::payment::Postage;
use crate::time::Moment;
use crate::units::Units;
use crate::wire::Consent;
use crate::words::Locale;

/// What one person has answered so far, pinned to the version of the form it was begun on.
///
/// It is personal data: `Debug` shows only where it stands.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The procedure's national code.
    pub procedure: String,
    /// The version of the form.
    pub form_version: u32,
    /// The page the person is on.
    pub page: String,
    /// The answers; those of pages that vanished stay until the review, and are never sent.
    pub answers: Map<String, Value>,
    /// Fields filled from the card and not changed since.
    pub from_card: BTreeSet<String>,
    /// The card that was read, as much as may stand on a screen.
    pub card: Option<CardSeen>,
    /// What was agreed to and what was not.
    pub consents: Vec<ConsentAnswer>,
    /// What the card said, to fill fields with; with the draft it is sealed, and with it it goes.
    #[serde(default)]
    pub card_facts: Option<CardFacts>,
    /// The pages of the papers attached, each paper's in order.
    pub pages: Vec<DraftPage>,
    /// Whether the person came from the review to change something.
    pub changing: bool,
    /// Whether "Tiếp tục" found something wrong on this page.
    pub checked: bool,
}

/// The answer to one consent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentAnswer {
    /// The purpose's stable name.
    pub purpose: String,
    /// Whether it was agreed to.
    pub given: bool,
    /// Which wording was shown.
    pub text_version: u32,
    /// When it was answered.
    pub at: Moment,
}

/// What of a card fills fields.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardFacts {
    /// The number.
    pub number: CitizenNumber,
    /// The full name; none when the reader lost its marks.
    pub name: Option<String>,
    /// The date of birth.
    pub birth_date: Date,
    /// The sex.
    pub sex: Sex,
    /// The address as the card has it; none when the reader lost its marks.
    pub address: Option<String>,
}

impl From<&Card> for CardFacts {
    fn from(card: &Card) -> Self {
        let Card { number, name, birth_date, sex, address, .. } = card.clone();
        Self { number, name, birth_date, sex, address }
    }
}

/// What the guide needs to know of the world.
#[derive(Clone)]
pub struct Surroundings<'a> {
    /// The person's language.
    pub locale: Locale,
    /// The time.
    pub now: Moment,
    /// Whether a serial card reader is there.
    pub reader: bool,
    /// What takes pictures of papers.
    pub sources: Sources,
    /// The procedure of the form.
    pub procedure: &'a Procedure,
    /// The provinces and communes that are known.
    pub units: Arc<Units>,
    /// What the centre takes for sending a result by post.
    pub postage: Option<Postage>,
    /// The way it will be handed in.
    pub channel: ChannelKind,
    /// When the centre is open; empty where that is not set, or not known.
    pub hours: Vec<OpeningHours>,
}

/// What is sent: exactly what the review shows.
#[derive(Clone, PartialEq)]
pub struct Content {
    /// The answers, hidden ones left out, valid against the form's schema.
    pub answers: Value,
    /// The consents that were given.
    pub consents: Vec<Consent>,
    /// The papers attached, in the order of the pages.
    pub papers: Vec<ContentPaper>,
    /// Originals to bring or show later, in words.
    pub to_show: Vec<String>,
}

/// A paper that is sent: its pages become one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentPaper {
    /// Which paper it is, by the form's name for it.
    pub evidence: String,
    /// The identities of its pages, in order.
    pub pages: Vec<String>,
}

/// Who applies, as answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Applicant {
    /// The full name.
    pub name: String,
    /// The citizen's number.
    pub number: Option<CitizenNumber>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The address.
    pub address: Option<String>,
}

/// A paper that belongs to an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceLine {
    /// The form's name for it.
    pub evidence: String,
    /// In words.
    pub name: String,
    /// Originals asked for.
    pub originals: u32,
    /// Copies asked for.
    pub copies: u32,
}

/// The answer that says which case of a procedure applies.
const CASE: &str = "case";

impl Draft {
    /// An empty draft on the form's first page.
    pub fn begin(form: &Form) -> Self {
        Self {
            procedure: form.procedure().to_owned(),
            form_version: form.version(),
            page: form.first_page().to_owned(),
            answers: Map::new(),
            from_card: BTreeSet::new(),
            card: None,
            consents: Vec::new(),
            card_facts: None,
            pages: Vec::new(),
            changing: false,
            checked: false,
        }
    }

    /// Answers which case applies as it was said before, from 0; it is asked all the same, and can be
    /// changed. A form that does not ask it, or has no such case, stays as it is.
    #[must_use]
    pub fn with_case(mut self, form: &Form, case: usize) -> Self {
        let answer = format!("c{}", case + 1);
        if form.control(CASE).is_some_and(|control| control.choices.contains(&answer)) {
            self.answers.insert(CASE.to_owned(), Value::String(answer));
        }
        self
    }
}

/// `Debug` without personal data, for types that hold some.
macro_rules! shows_only {
    ($type:ident: $($field:ident),*) => {
        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($type))$(.field(stringify!($field), &self.$field))*.finish_non_exhaustive()
            }
        }
    };
}

shows_only!(Draft: procedure, form_version, page);
shows_only!(ConsentAnswer: purpose, text_version);
shows_only!(DraftPage: evidence, source, size, faults);
shows_only!(CardFacts: number);
shows_only!(Content:);
shows_only!(Applicant: number);
