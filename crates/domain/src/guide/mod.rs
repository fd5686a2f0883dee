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

mod answer;
mod check;
mod consent;
mod draft;
mod fees;
mod flow;
mod form;
mod page;
mod rule;
mod shown;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use consent::{CONSENT_TEXT_VERSION, consent_texts};
pub use draft::{Applicant, ConsentAnswer, Content, Draft, DraftDocument, EvidenceLine, Surroundings};
pub use form::{Form, FormError, form, newest_form};
pub use view::*;
pub use words::deadline_in_words;
