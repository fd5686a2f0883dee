//! How old somebody must be, which no schema can say: it depends on the day.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;

use super::form::Form;
use super::rule::Rule;
use super::shown::{Field, Shown, ShownPage};

/// An age that an answer asks for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Age {
    /// In full years.
    pub(super) at_least: u8,
    /// The answer that is the date of birth; without it the field's own is.
    pub(super) of: Option<String>,
    /// When it is asked for; always without it.
    pub(super) when: Option<Rule>,
}

impl Form {
    /// Whether somebody is younger than a field's answer asks for.
    pub(super) fn is_young(&self, own: &ShownPage, field: &Field, shown: &Shown, today: Date) -> bool {
        let known = shown.known(own.page.repeat.as_deref(), own.item);
        field.control.options.age.iter().filter(|age| age.when.as_ref().is_none_or(|rule| rule.holds(known))).any(
            |age| {
                let of = age.of.as_deref().unwrap_or(&field.control.field);
                let born = self.answer_named(of, own, shown);
                let born = born.and_then(|(_, answer)| answer.as_str()?.parse::<Date>().ok());
                born.is_some_and(|born| born.saturating_add(i64::from(age.at_least).years()) > today)
            },
        )
    }
}
