use serde_json::{Value, json};

use super::draft::{CardFacts, Draft};
use super::form::{Control, Form, Offer, Prefill};
use super::shown::{Field, Shown, ShownPage};
use super::texts::Texts;
use super::view::{OfferView, Widget};
use crate::card::Sex;

impl Prefill {
    /// What the card says, as an answer; none where the reader lost the marks of it.
    pub(super) fn of(self, card: &CardFacts, widget: Widget) -> Option<Value> {
        let text = match self {
            Self::Name => card.name.as_deref()?,
            Self::Number => card.number.as_str(),
            Self::BirthDate => &card.birth_date.to_string(),
            Self::Address => return card.address.as_deref().map(|address| place(address, widget)),
            Self::Sex => match card.sex {
                Sex::Male => "male",
                Sex::Female => "female",
            },
        };
        Some(json!(text))
    }
}

impl Control {
    /// Whether the card would have filled it, had the reader not lost the marks.
    pub(super) fn lacks_its_marks(&self, draft: &Draft) -> bool {
        let of_card = |card| self.options.prefill.is_some_and(|what| what.of(card, self.options.widget).is_none());
        draft.card_facts.as_ref().is_some_and(of_card)
    }

    /// Whether an answer is what the card says, where it is filled or can be filled from it.
    pub(super) fn is_of_card(&self, answer: &Value, card: &CardFacts) -> bool {
        let offered = self.options.offers.iter().filter_map(|offer| match offer {
            Offer::Card(what) => Some(*what),
            Offer::Answer(_) => None,
        });
        self.options
            .prefill
            .into_iter()
            .chain(offered)
            .any(|what| what.of(card, self.options.widget).as_ref() == Some(answer))
    }
}

impl Form {
    /// What else is known that may fill a field by one touch: nothing that is there already.
    pub(super) fn offers(
        &self,
        own: &ShownPage,
        field: &Field,
        draft: &Draft,
        shown: &Shown,
        texts: &Texts,
    ) -> Vec<OfferView> {
        let control = field.control;
        let mut offers: Vec<OfferView> = Vec::new();
        for offer in &control.options.offers {
            let found = match offer {
                Offer::Card(what) => {
                    let value = draft.card_facts.as_ref().and_then(|card| what.of(card, control.options.widget));
                    value.map(|value| (texts.say("guide-offer-card"), value))
                }
                Offer::Answer(name) => self.answer_named(name, own, shown).map(|(from, answer)| {
                    let label = texts.say(&from.key());
                    (texts.say_with("guide-offer-answer", &[("label", &label)]), as_answer(&answer, control))
                }),
            };
            let Some((label, value)) = found else { continue };
            let known = |value: &Value| offers.iter().any(|offer| offer.value == *value);
            let possible =
                control.choices.is_empty() || value.as_str().is_some_and(|it| control.choices.iter().any(|c| c == it));
            if possible && !known(&value) && draft.answers.get(&field.path) != Some(&value) {
                offers.push(OfferView { label, shown: texts.value(control, &value, true), value });
            }
        }
        offers
    }

    /// An answer by its name: the own item's, or one outside of all groups.
    pub(super) fn answer_named<'a>(
        &'a self,
        name: &str,
        own: &ShownPage,
        shown: &Shown,
    ) -> Option<(&'a Control, Value)> {
        let of = |group: Option<&str>| {
            let control = self.controls().find(|control| control.field == name && control.group.as_deref() == group)?;
            Some((control, shown.flat.get(&control.path(own.item))?.clone()))
        };
        own.page.repeat.as_deref().and_then(|group| of(Some(group))).or_else(|| of(None))
    }
}

/// An answer to another field, as this one is answered.
fn as_answer(answer: &Value, control: &Control) -> Value {
    match (control.options.widget, answer) {
        (Widget::Address, Value::String(text)) => place(text, Widget::Address),
        (Widget::Text | Widget::LongText, Value::Object(_)) => json!(super::address::text(answer)),
        _ => answer.clone(),
    }
}

/// A place that is known as text.
fn place(text: &str, widget: Widget) -> Value {
    if widget == Widget::Address { json!({ "text": text }) } else { json!(text) }
}
