use serde::Deserialize;
use serde_json::{Map, Value};

use super::form::Form;
use super::rule::{ConditionText, Rule};
use crate::payment::Vnd;
use crate::words::Locale;

/// How one fee is reckoned from the answers: for each item, `first` đồng for each of the first
/// `first_pages` pages and `each` for every further one, no more than `most`; times the items.
#[derive(Deserialize)]
#[serde(try_from = "FeeText")]
pub(super) struct FeeRule {
    pub(super) id: String,
    each: u64,
    tier: Option<Tier>,
    most: Option<u64>,
    pages: Option<String>,
    count: Option<String>,
    when: Option<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeText {
    id: String,
    /// Đồng for each page, or for each item when no answer counts pages.
    each: u64,
    /// The first pages cost something else.
    #[serde(default)]
    tier: Option<Tier>,
    /// The most one item costs.
    #[serde(default)]
    most: Option<u64>,
    /// The answer that says how many pages an item has.
    #[serde(default)]
    pages: Option<String>,
    /// The answer that says how many items there are; one without it.
    #[serde(default)]
    count: Option<String>,
    #[serde(default)]
    when: Option<ConditionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tier {
    pages: u64,
    each: u64,
}

impl TryFrom<FeeText> for FeeRule {
    type Error = super::FormError;
    fn try_from(text: FeeText) -> Result<Self, Self::Error> {
        let when = text.when.map(ConditionText::compile).transpose()?;
        let FeeText { id, each, tier, most, pages, count, .. } = text;
        Ok(Self { id, each, tier, most, pages, count, when })
    }
}

impl FeeRule {
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
        let tiered = self.tier.as_ref().map_or(0, |tier| pages.min(tier.pages));
        let first = self.tier.as_ref().map_or(0, |tier| tiered.saturating_mul(tier.each));
        let one = first.saturating_add((pages - tiered).saturating_mul(self.each));
        let one = self.most.map_or(one, |most| one.min(most));
        (count > 0 && pages > 0).then(|| Vnd(one.saturating_mul(count)))
    }
}

impl Form {
    /// What these answers cost: each fee that applies with its label. 0 is free.
    pub fn fees(&self, answers: &Value, locale: Locale) -> Vec<(String, Vnd)> {
        let shown = self.shown_with(answers.as_object().unwrap_or(&Map::new()), None);
        let applying = self.about.fees.iter().filter_map(|fee| Some((fee, fee.amount(&shown.answers)?)));
        applying.map(|(fee, amount)| (self.say(&format!("fee-{}", fee.id), &shown, locale), amount)).collect()
    }
}
