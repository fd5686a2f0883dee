use serde_json::Value;

use super::form::Form;
use super::view::ReviewRow;
use crate::payment::{Postage, Vnd};
use crate::words::{Locale, Words};

/// What the answer that says how the result is received says for the post.
pub(super) const BY_POST: &str = "post";
/// The answer that says where the post brings it, in every form.
pub(super) const POST_ADDRESS: &str = "post_address";

/// What a submission costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Each fee that applies, and the postage, with what it is for.
    pub lines: Vec<(String, Vnd)>,
    /// Whether the post brings the result and takes its money itself.
    pub post_takes: bool,
}

impl Cost {
    /// All of it together.
    pub fn total(&self) -> Vnd {
        Vnd(self.lines.iter().fold(0, |sum, (_, amount)| sum.saturating_add(amount.0)))
    }

    /// As the review shows it: the parts, and their sum where there are several.
    pub(super) fn rows(&self, words: &Words) -> Vec<ReviewRow> {
        let row = |label: &str, amount: Vnd| ReviewRow { label: label.to_owned(), value: amount.in_words(words) };
        let mut rows: Vec<ReviewRow> = self.lines.iter().map(|(label, amount)| row(label, *amount)).collect();
        if rows.is_empty() {
            rows.push(row(&words.say("guide-fee"), Vnd(0)));
        }
        if self.lines.len() > 1 {
            rows.push(row(&words.say("cost-total"), self.total()));
        }
        if self.post_takes {
            rows.push(post_takes(words));
        }
        rows
    }
}

fn post_takes(words: &Words) -> ReviewRow {
    ReviewRow { label: words.say("cost-postage"), value: words.say("cost-postage-later") }
}

impl Form {
    /// What these answers cost, with the postage where the post brings the result; none when the form
    /// does not reckon what it costs.
    pub fn cost(&self, answers: &Value, postage: Option<&Postage>, locale: Locale) -> Option<Cost> {
        let fees = self.fees_named(answers, locale).into_iter();
        let mut lines: Vec<_> = fees.map(|(label, amount)| Some((label, amount?))).collect::<Option<_>>()?;
        if !self.names_fees() {
            return None;
        }
        let address = self.post_address(answers);
        if let (Some(address), Some(postage)) = (address, postage) {
            lines.push((Words::of(locale).say("cost-postage"), postage.to(address)));
        }
        Some(Cost { lines, post_takes: address.is_some() && postage.is_none() })
    }

    /// What a review says of the costs; `recorded` is what the record says, for a form that does not
    /// reckon them.
    pub(super) fn cost_rows(
        &self,
        answers: &Value,
        postage: Option<&Postage>,
        words: &Words,
        recorded: impl FnOnce() -> Vec<ReviewRow>,
    ) -> Vec<ReviewRow> {
        if let Some(cost) = self.cost(answers, postage, words.locale()) {
            return cost.rows(words);
        }
        let told = |amount: Option<Vnd>| amount.map_or_else(|| words.say("guide-fee-unknown"), |it| it.in_words(words));
        let named = self.fees_named(answers, words.locale()).into_iter();
        let mut rows: Vec<ReviewRow> = named.map(|(label, amount)| ReviewRow { label, value: told(amount) }).collect();
        if !self.names_fees() {
            rows = recorded();
        }
        rows.extend(self.post_address(answers).map(|address| match postage {
            Some(postage) => ReviewRow { label: words.say("cost-postage"), value: postage.to(address).in_words(words) },
            None => post_takes(words),
        }));
        rows
    }

    /// How and where the result is received, in words: by post with the address.
    pub fn delivery_in_words(&self, answers: &Value, locale: Locale) -> String {
        let way = self.result_in_words(answers, locale);
        let text = |address: &Value| address.get("text").unwrap_or(address).as_str().map(str::to_owned);
        match self.post_address(answers).and_then(text) {
            Some(address) => format!("{way}: {address}"),
            None => way,
        }
    }

    /// Where the post brings the result; none when it is received otherwise.
    fn post_address<'a>(&self, answers: &'a Value) -> Option<&'a Value> {
        let way = self.about.result.as_ref().and_then(|field| answers.get(field)?.as_str());
        way.filter(|way| *way == BY_POST).and_then(|_| answers.get(POST_ADDRESS))
    }
}
