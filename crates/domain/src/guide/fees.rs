use serde::Deserialize;
use serde_json::Value;

use super::form::Form;
use super::rule::Rule;
use super::shown::Shown;
use crate::catalogue::ChannelKind;
use crate::payment::Vnd;
use crate::words::Locale;

/// How one fee is reckoned from the answers: pages times what a page costs, no more than `most`,
/// times the items.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FeeRule {
    pub(super) id: String,
    /// The group of which each item costs this.
    pub(super) of: Option<String>,
    /// Đồng for each page, or for each item when no answer counts pages; none where only an officer can say
    /// what it costs.
    each: Option<u64>,
    /// The first pages cost something else.
    tier: Option<Tier>,
    /// The most one item costs, in đồng.
    most: Option<u64>,
    /// The answer that says how many pages an item has.
    pub(super) pages: Option<String>,
    /// The answer that says how many items there are, or a group; one without it.
    pub(super) count: Option<String>,
    /// When it applies; always without it.
    pub(super) when: Option<Rule>,
    /// The way of handing in for which it is paid; for every way without it.
    pub(super) channel: Option<ChannelKind>,
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
        self.tier.iter().map(|tier| tier.each).chain(self.each).collect()
    }

    /// Whether it is paid by who hands in that way.
    pub(super) fn is_for(&self, channel: ChannelKind) -> bool {
        self.channel.is_none_or(|own| own == channel)
    }

    /// Whether it applies to the application, or to an item of its group where it has one.
    pub(super) fn applies(&self, shown: &Shown, item: Option<usize>) -> bool {
        self.when.as_ref().is_none_or(|rule| rule.holds(shown.known(self.of.as_deref(), item)))
    }

    /// The amount where it applies; none when there is nothing to count, or only an officer can say it.
    fn amount(&self, shown: &Shown, item: Option<usize>) -> Option<Vnd> {
        let each = self.each?;
        let number = |field: &Option<String>| {
            match (field, &self.of, item) {
                (Some(field), Some(group), Some(item)) => shown.flat.get(&format!("{group}/{item}/{field}")),
                (Some(field), ..) => shown.flat.get(field),
                (None, ..) => return 1,
            }
            .and_then(Value::as_u64)
            .unwrap_or(0)
        };
        let (pages, count) = (number(&self.pages), number(&self.count));
        let (first, first_each) = self.tier.as_ref().map_or((0, 0), |tier| (pages.min(tier.pages), tier.each));
        let one = (first.saturating_mul(first_each)).saturating_add((pages - first).saturating_mul(each));
        let one = self.most.map_or(one, |most| one.min(most));
        (count > 0 && pages > 0).then(|| Vnd(one.saturating_mul(count)))
    }
}

impl Form {
    /// Whether it knows what is paid for; else the procedure says it.
    pub(super) fn names_fees(&self) -> bool {
        !self.about.fees.is_empty()
    }

    /// What these answers cost, handed in that way: each fee that applies with its label. 0 is free.
    pub fn fees(&self, answers: &Value, channel: ChannelKind, locale: Locale) -> Vec<(String, Vnd)> {
        let named = self.fees_named(answers, channel, locale);
        named.into_iter().filter_map(|(label, amount)| Some((label, amount?))).collect()
    }

    /// Each fee that applies with its label; without an amount where only an officer can say it.
    pub(super) fn fees_named(
        &self,
        answers: &Value,
        channel: ChannelKind,
        locale: Locale,
    ) -> Vec<(String, Option<Vnd>)> {
        let shown = &self.shown_of(answers);
        let texts = self.texts(shown, locale);
        let mut fees = Vec::new();
        for fee in self.about.fees.iter().filter(|fee| fee.is_for(channel)) {
            let items = match fee.of.as_deref() {
                Some(group) => (0..shown.items(group)).map(Some).collect(),
                None => vec![None],
            };
            for item in items {
                let amount = fee.amount(shown, item);
                if fee.applies(shown, item) && (amount.is_some() || fee.each.is_none()) {
                    let texts = texts.about(fee.of.as_deref(), item);
                    fees.push((texts.say(&format!("fee-{}", fee.id)), amount));
                }
            }
        }
        fees
    }
}
