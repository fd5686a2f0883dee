use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::form::{Control, Form};
use super::shown::{Shown, ShownPage};
use super::time_wanted::TimeWanted;
use super::view::Widget;
use crate::card::CitizenNumber;
use crate::payment::Vnd;
use crate::words::{Locale, Words};

/// What stands where an answer is named that was not given.
const NOTHING: &str = "…";

/// A form's words, in which answers may be named: `page-mother = Mẹ của { $child_name } là ai?`.
///
/// Choices come in words, dates as `dd/mm/yyyy`, amounts with dots, citizen numbers masked. On what
/// stands for one item, `$n` is its number and its own answers have their bare names.
#[derive(Clone)]
pub(super) struct Texts<'a> {
    form: &'a Form,
    shown: &'a Shown<'a>,
    words: &'a Words,
    named: BTreeMap<&'a str, String>,
}

impl Form {
    /// The form's words with the answers that are visible.
    pub(super) fn texts<'a>(&'a self, shown: &'a Shown<'a>, locale: Locale) -> Texts<'a> {
        let named = self.controls().map(|control| (control.field.as_str(), NOTHING.to_owned())).collect();
        let mut texts = Texts { form: self, shown, words: self.words(locale), named };
        for own in shown.pages.iter().filter(|own| own.item.is_none()) {
            texts.learn(own);
        }
        texts
    }
}

impl<'a> Texts<'a> {
    /// As an officer reads them: with the labels of the fields instead of answers.
    pub(super) fn with_labels(mut self) -> Self {
        let plain = self.clone();
        let label = |control: &'a Control| (control.field.as_str(), format!("‹{}›", plain.say(&control.key())));
        self.named.extend(self.form.controls().map(label));
        self.named.insert("n", format!("‹{}›", plain.words.say("preview-n")));
        self
    }

    /// Those of a page: its item's answers hide others of their name.
    pub(super) fn on(&self, own: &ShownPage) -> Self {
        self.about(own.page.repeat.as_deref(), own.item)
    }

    /// Those of an item of a group; the same as before for none.
    pub(super) fn about(&self, group: Option<&str>, item: Option<usize>) -> Self {
        let mut texts = self.clone();
        let Some((group, item)) = group.zip(item) else { return texts };
        texts.named.insert("n", (item + 1).to_string());
        for control in self.form.controls().filter(|control| control.group.as_deref() == Some(group)) {
            texts.named.insert(control.field.as_str(), NOTHING.to_owned());
        }
        let of_item = |own: &&ShownPage| own.item == Some(item) && own.page.repeat.as_deref() == Some(group);
        for own in self.shown.pages.iter().filter(of_item) {
            texts.learn(own);
        }
        texts
    }

    fn learn(&mut self, own: &'a ShownPage) {
        for field in &own.fields {
            if let Some(answer) = self.shown.flat.get(&field.path) {
                let said = self.answer(field.control, answer);
                self.named.insert(field.control.field.as_str(), said);
            }
        }
    }

    /// An answer as it stands in a sentence.
    fn answer(&self, control: &Control, answer: &Value) -> String {
        match control.options.widget {
            Widget::Amount => answer.as_u64().map_or_else(|| plain(answer), |amount| Vnd(amount).to_string()),
            _ => self.value(control, answer, true),
        }
    }

    /// An answer in words, as it stands on its own.
    pub(super) fn value(&self, control: &Control, answer: &Value, masked: bool) -> String {
        let text = plain(answer);
        match control.options.widget {
            Widget::YesNo => self.words.say(if answer.as_bool() == Some(true) { "guide-yes" } else { "guide-no" }),
            Widget::Choice => self.say(&format!("{}-{text}", control.key())),
            Widget::Date => text.parse::<Date>().map_or(text, |date| date.strftime("%d/%m/%Y").to_string()),
            Widget::CitizenNumber if masked => CitizenNumber::parse(&text).map_or(text, |number| number.masked()),
            Widget::Amount => match answer.as_u64() {
                Some(amount) => self.words.say_with("guide-amount", &[("amount", &Vnd(amount).to_string())]),
                None => text,
            },
            Widget::Signature => self.words.say("guide-signed"),
            Widget::Appointment => TimeWanted::parse(&text).map_or(text, |wanted| wanted.in_words(self.words)),
            _ => text,
        }
    }

    /// The words of a key.
    pub(super) fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The words of a key, with more that may be named in them.
    pub(super) fn say_with(&self, key: &str, more: &[(&str, &str)]) -> String {
        let named = self.named.iter().map(|(name, said)| (*name, said.as_str()));
        self.words.say_with(key, &named.chain(more.iter().copied()).collect::<Vec<_>>())
    }

    /// The words of a key that may have none.
    pub(super) fn if_said(&self, key: &str) -> Option<String> {
        self.words.has(key).then(|| self.say(key))
    }
}

/// An answer as it was given; an address is its text.
fn plain(answer: &Value) -> String {
    match answer {
        Value::String(text) => text.clone(),
        Value::Object(address) => address.get("text").and_then(Value::as_str).unwrap_or_default().to_owned(),
        other => other.to_string(),
    }
}
