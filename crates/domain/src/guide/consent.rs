use super::ConsentAnswer;
use super::form::Form;
use super::view::ConsentView;
use crate::words::{Locale, Words};

/// The version of the consents' wording, stored with each consent. Raise it with every change of
/// what a purpose's text says.
pub const CONSENT_TEXT_VERSION: u32 = 2;

/// A purpose personal data is used for. Each is agreed to on its own, and never by silence
/// (Luật 91/2025/QH15).
pub(super) struct Purpose {
    pub(super) name: &'static str,
    /// Whether nothing can be submitted without it.
    pub(super) required: bool,
}

/// The purpose without which nobody is asked for a telephone number.
pub(super) const CONTACT: &str = "contact";

/// Common to all forms; what asks for no telephone number has only the first.
pub(super) const PURPOSES: [Purpose; 2] =
    [Purpose { name: "process", required: true }, Purpose { name: CONTACT, required: false }];

impl Form {
    /// The purposes it asks for, the first of [`PURPOSES`].
    pub(super) fn purposes(&self) -> &'static [Purpose] {
        if self.about.supplement { &PURPOSES[..1] } else { &PURPOSES }
    }
}

/// Every purpose in words: its stable name, its title, and what is agreed to.
pub fn consent_texts(locale: Locale) -> Vec<(String, String, String)> {
    let words = Words::of(locale);
    let say = |name: &str, part: &str| words.say(&format!("guide-consent-{name}{part}"));
    PURPOSES.iter().map(|p| (p.name.to_owned(), say(p.name, ""), say(p.name, "-text"))).collect()
}

/// The purposes with the answers so far.
pub(super) fn views(purposes: &[Purpose], answers: &[ConsentAnswer], locale: Locale) -> Vec<ConsentView> {
    consent_texts(locale)
        .into_iter()
        .zip(purposes)
        .map(|((purpose, title, text), Purpose { name, required })| ConsentView {
            purpose,
            title,
            text,
            required: *required,
            given: answers.iter().find(|a| a.purpose == *name).map(|a| a.given),
        })
        .collect()
}

/// Whether a purpose was agreed to.
pub(super) fn given(answers: &[ConsentAnswer], purpose: &str) -> bool {
    answers.iter().any(|answer| answer.purpose == purpose && answer.given)
}
