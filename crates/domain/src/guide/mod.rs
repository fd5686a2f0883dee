//! The step-by-step flow through a procedure's form.
//!
//! A form is a package of data in `crates/domain/forms/<code>/`: a JSON Schema 2020-12 of the
//! answers, a JSON Forms UI schema of the pages, metadata, and its words. [`Form`] decides from it
//! what is visible, what is valid, which page is next and what the review shows; a [`Draft`] holds
//! what one person answered, pinned to its form's version.
//!
//! Pages come in this order: the consents, the card, the form's own pages (questions, and papers to
//! attach), the review. A rule reads only answers of earlier pages, so one pass in page order finds
//! all that is visible, and hidden answers cannot keep other answers visible.
//!
//! Answers are kept by path: `child_name`; of a repeating group `witnesses` is the count and
//! `witnesses/0/name` a name. What is sent is nested: `"witnesses": [{ "name": … }]`. Pages and papers of an
//! item are numbered from 1: `witness_person.1`, `statement.1`.
//!
//! # A form package
//! How one is written stands in `docs/forms.md`; [`lint`] says what is wrong with one, [`Form::preview`]
//! lays it out.
//!
//! | file | what it holds |
//! |---|---|
//! | `schema.json` | the answers: `required` and forbidden by `allOf`/`if`/`then`/`else` as the pages are shown, `unevaluatedProperties: false`; an array is a repeating group; formats of our own: `person-name`, `citizen-number`, `phone`, `year`, `signature`, `appointment` |
//! | `ui.json` | a Categorization; a Category's `label` is the page's name, its `options.evidence` the paper it attaches, its `options.repeat` the group of which each item has the page; a Control's `options` are `widget`, `prefill` (from the card), `offers` (of the card, or an earlier answer), `day` (which days a date may be), `age` (how old somebody must be), `consent` (without which it is not asked); a Label is a sentence; rules only `SHOW` |
//! | `form.json` | procedure, version, which answers say who applies and how the result is received, papers (`each` for every item of a group) and fees (`of` a group) with their conditions |
//! | `vi.ftl`, `en.ftl` | `page-<page>`, `<field>`, `<group>-<field>`, and `-<choice>` behind them, each with `-help`; `<field>-error-<cause>`; `paper-<id>`, `fee-<id>`; all of them may name answers |
//!
//! Packages that officers wrote are added while the product runs: [`Forms`] holds them beside those it ships. A
//! procedure without a package of its own has the one of [`any_form`], made from its record.
//!
//! What an officer asked for because it was missing is answered on [`supplement_form`], made from the request.

mod address;
mod age;
mod answer;
mod any;
mod check;
mod consent;
mod delivery;
mod draft;
mod fees;
mod flow;
mod form;
mod forms;
pub mod lint;
mod measured;
mod offers;
mod owner;
mod package;
mod page;
mod papers;
mod preview;
mod rule;
mod shipped;
mod shown;
mod supplement;
mod texts;
mod time_wanted;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use any::{ANY_FORM_VERSION, any_form};
pub use consent::{CONSENT_TEXT_VERSION, consent_texts};
pub use delivery::Cost;
pub use draft::{Applicant, CardFacts, ConsentAnswer, Content, ContentPaper, Draft, EvidenceLine, Surroundings};
pub use form::{Form, FormError};
pub use forms::{Forms, LeftOut};
pub use measured::{field_kind, page_kind};
pub use owner::Owner;
pub use package::Package;
pub use papers::{Crop, DraftPage, MOST_PAGES, PageFault, PageSource, fault_advice};
pub use preview::{FieldPreview, FormPreview, PagePreview};
pub use shipped::shipped_package;
pub use supplement::{SUPPLEMENT_FORM_VERSION, supplement_form};
pub use time_wanted::{DayPart, TimeWanted, WishDay, wish_days};
pub use view::*;
