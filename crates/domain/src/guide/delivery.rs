use serde_json::Value;

use super::draft::Surroundings;
use super::form::Form;
use super::view::ReviewRow;
use crate::catalogue::{Channel, ChannelKind, Procedure};
use crate::payment::{Postage, Vnd};
use crate::text::cut;
use crate::words::{Locale, Words};

/// What the answer that says how the result is received says for the post.
pub(super) const BY_POST: &str = "post";
/// The answer that says where the post brings it, in every form.
pub(super) const POST_ADDRESS: &str = "post_address";
/// The most characters of what a fee of a record is for.
const LONGEST_FEE: usize = 200;

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
    /// What these answers cost, handed in that way, with the postage where the post brings the result;
    /// none when the form does not reckon what it costs.
    pub fn cost(
        &self,
        answers: &Value,
        channel: ChannelKind,
        postage: Option<&Postage>,
        locale: Locale,
    ) -> Option<Cost> {
        if !self.names_fees() {
            return None;
        }
        let parts = self.cost_parts(answers, channel, postage, None, locale);
        let lines = parts.into_iter().map(|(what, amount)| Some((what, amount?))).collect::<Option<_>>()?;
        Some(Cost { lines, post_takes: postage.is_none() && self.post_address(answers).is_some() })
    }

    /// Each part of what these answers cost, handed in that way, with what it is for; without an amount
    /// where only an officer can say it. Where the form names no fees, the procedure's record does, in its
    /// own words; where that names none either, that is no promise that nothing is paid.
    pub fn cost_parts(
        &self,
        answers: &Value,
        channel: ChannelKind,
        postage: Option<&Postage>,
        procedure: Option<&Procedure>,
        locale: Locale,
    ) -> Vec<(String, Option<Vnd>)> {
        let words = Words::of(locale);
        if self.about.supplement {
            return Vec::new();
        }
        let mut parts = match self.names_fees() {
            true => self.fees_named(answers, channel, locale),
            false => recorded_parts(procedure, channel, words),
        };
        if let (Some(address), Some(postage)) = (self.post_address(answers), postage) {
            parts.push((words.say("cost-postage"), Some(postage.to(address))));
        }
        parts
    }

    /// What a review says of the costs.
    pub(super) fn cost_rows(&self, answers: &Value, around: &Surroundings) -> Vec<ReviewRow> {
        let (channel, postage, locale) = (around.channel, around.postage.as_ref(), around.locale);
        let words = Words::of(locale);
        if let Some(cost) = self.cost(answers, channel, postage, locale) {
            return cost.rows(words);
        }
        let told = |amount: Option<Vnd>| amount.map_or_else(|| words.say("guide-fee-unknown"), |it| it.in_words(words));
        let named = self.fees_named(answers, channel, locale).into_iter();
        let mut rows: Vec<ReviewRow> = named.map(|(label, amount)| ReviewRow { label, value: told(amount) }).collect();
        if !self.names_fees() {
            rows = recorded_fees(&around.procedure.rows_for(channel), words);
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

/// What a record says of fees, for a form that does not reckon them: each once, in its words.
fn recorded_fees(rows: &[&Channel], words: &Words) -> Vec<ReviewRow> {
    let mut fees: Vec<ReviewRow> = Vec::new();
    for (row, fee) in rows.iter().flat_map(|row| row.fees.iter().map(move |fee| (row, fee))) {
        let what = [row.note.as_str(), fee.what.get(words.locale())].into_iter().filter(|what| !what.is_empty());
        let what = cut(&what.collect::<Vec<_>>().join(": "), LONGEST_FEE);
        let label = if what.is_empty() { words.say("guide-fee") } else { what };
        let fee = ReviewRow { label, value: fee.in_words(words) };
        if !fees.contains(&fee) {
            fees.push(fee);
        }
    }
    if fees.is_empty() {
        fees.push(ReviewRow { label: words.say("guide-fee"), value: words.say("guide-fee-unknown") });
    }
    fees
}

/// The same as parts of a cost: nothing when the record surely asks for nothing, else its words for an
/// officer to read, as it does not say which of them apply, or how often.
fn recorded_parts(procedure: Option<&Procedure>, channel: ChannelKind, words: &Words) -> Vec<(String, Option<Vnd>)> {
    let rows = procedure.map(|procedure| procedure.rows_for(channel)).unwrap_or_default();
    let mut fees = rows.iter().flat_map(|row| &row.fees).peekable();
    if fees.peek().is_some()
        && fees.all(|fee| fee.amount == Some(Vnd(0)))
        && rows.iter().all(|row| !row.fees.is_empty())
    {
        return Vec::new();
    }
    let said = recorded_fees(&rows, words).into_iter();
    said.map(|row| (format!("{}: {}", row.label, row.value), None)).collect()
}
