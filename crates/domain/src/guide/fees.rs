use serde::Deserialize;
use serde_json::{Map, Value};

use super::form::Form;
use super::rule::Rule;
use crate::payment::Vnd;
use crate::words::Locale;

/// How one fee is reckoned from the answers: pages times what a page costs, no more than `most`,
/// times the items.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FeeRule {
    pub(super) id: String,
    /// Đồng for each page, or for each item when no answer counts pages.
    each: u64,
    /// The first pages cost something else.
    tier: Option<Tier>,
    /// The most one item costs, in đồng.
    most: Option<u64>,
    /// The answer that says how many pages an item has.
    pages: Option<String>,
    /// The answer that says how many items there are; one without it.
    count: Option<String>,
    /// When it applies; always without it.
    when: Option<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tier {
    pages: u64,
    each: u64,
}

impl FeeRule {
    /// The amounts it reckons with, in đồng.
    #[cfg(test)]
    pub(super) fn amounts(&self) -> Vec<u64> {
        self.tier.iter().map(|tier| tier.each).chain([self.each]).collect()
    }

    /// The amount; none when it does not apply.
    pub(super) fn amount(&self, answers: &Map<String, Value>) -> Option<Vnd> {
        if self.when.as_ref().is_some_and(|rule| !rule.holds(answers)) {
            return None;
        }
        let number = |field: &Option<String>| match field {
            Some(field) => answers.get(field).and_then(Value::as_u64).unwrap_or(0),
            None => 1,
        };
        let (pages, count) = (number(&self.pages), number(&self.count));
        let (first, first_each) = self.tier.as_ref().map_or((0, 0), |tier| (pages.min(tier.pages), tier.each));
        let one = (first.saturating_mul(first_each)).saturating_add((pages - first).saturating_mul(self.each));
        let one = self.most.map_or(one, |most| one.min(most));
        (count > 0 && pages > 0).then(|| Vnd(one.saturating_mul(count)))
    }
}

impl Form {
    /// Whether it knows what answers cost; else the procedure says it.
    pub(super) fn reckons_fees(&self) -> bool {
        !self.about.fees.is_empty()
    }

    /// What these answers cost: each fee that applies with its label. 0 is free.
    pub fn fees(&self, answers: &Value, locale: Locale) -> Vec<(String, Vnd)> {
        let shown = self.shown_with(answers.as_object().unwrap_or(&Map::new()), None);
        let applying = self.about.fees.iter().filter_map(|fee| Some((fee, fee.amount(&shown.answers)?)));
        applying.map(|(fee, amount)| (self.say(&format!("fee-{}", fee.id), &shown, locale), amount)).collect()
    }
}
