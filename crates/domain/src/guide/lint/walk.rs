//! Walks through a form: answers that somebody could give, tried one after the other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::super::answer::LONGEST;
use super::super::form::{Control, Form};
use super::super::shown::{Field, Shown};
use super::super::view::Widget;
use super::cone::Conditions;

/// The most walks for one question.
const MOST_WALKS: usize = 4_000;

/// A complete walk.
pub(super) struct Walk<'a> {
    pub(super) shown: Shown<'a>,
    /// What the schema says is wrong with it.
    pub(super) wrong: Vec<(String, String)>,
}

/// Tries a form.
pub(super) struct Walker<'a> {
    pub(super) form: &'a Form,
    pub(super) conditions: Conditions,
    /// What can be answered to each field, by its base; nothing where it may be left empty.
    possible: BTreeMap<String, Vec<Option<Value>>>,
}

impl<'a> Walker<'a> {
    pub(super) fn new(form: &'a Form, schema: &Value) -> Self {
        let conditions = Conditions::of(schema, form);
        let possible = form.controls().map(|control| {
            let answer = match &control.group {
                Some(group) => &schema["properties"][group]["items"]["properties"][&control.field],
                None => &schema["properties"][&control.field],
            };
            (control.base(), answers(control, answer, &conditions))
        });
        Self { form, possible: possible.collect(), conditions }
    }

    /// The answers to a field that are tried.
    pub(super) fn possible(&self, control: &Control) -> &[Option<Value>] {
        self.possible.get(&control.base()).map_or(&[], Vec::as_slice)
    }

    /// An answer to a field that fits by itself.
    pub(super) fn sample(&self, control: &Control) -> Value {
        self.possible(control).iter().flatten().next().cloned().unwrap_or_default()
    }

    /// Walks in every way that differs in the answers of a cone; whether those were all.
    pub(super) fn every_way(&self, cone: &BTreeSet<String>, mut visit: impl FnMut(Walk<'a>)) -> bool {
        let mut turns: Vec<(usize, usize)> = Vec::new();
        for _ in 0..MOST_WALKS {
            let mut turn = 0;
            let walk = self.walk(|field, of| {
                // From the third item on everything is as in the first.
                if !cone.contains(&field.control.base())
                    || field.path.split('/').nth(1).is_some_and(|n| n != "0" && n != "1")
                {
                    return 0;
                }
                if turn == turns.len() {
                    turns.push((0, of));
                }
                turn += 1;
                turns[turn - 1].0
            });
            visit(walk);
            while turns.last().is_some_and(|(now, of)| now + 1 >= *of) {
                turns.pop();
            }
            match turns.last_mut() {
                Some((now, _)) => *now += 1,
                None => return true,
            }
        }
        false
    }

    /// One of all walks, the same for the same seed.
    pub(super) fn some_way(&self, seed: u64) -> Walk<'a> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        self.walk(|_, of| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % of
        })
    }

    /// Answers page by page; `choose` picks one of so many answers to a field.
    fn walk(&self, mut choose: impl FnMut(&Field, usize) -> usize) -> Walk<'a> {
        let (mut flat, mut asked) = (Map::new(), BTreeSet::new());
        loop {
            let shown = self.form.shown_with(&flat, None);
            let next = shown.pages.iter().find(|own| own.fields.iter().any(|field| !asked.contains(&field.path)));
            let Some(own) = next else {
                let wrong = self.form.wrong_fields(&Value::Object(shown.answers.clone()));
                return Walk { shown, wrong };
            };
            for field in &own.fields {
                asked.insert(field.path.clone());
                let Some(possible) = self.possible.get(&field.control.base()) else { continue };
                if let Some(Some(answer)) = possible.get(choose(field, possible.len())) {
                    flat.insert(field.path.clone(), answer.clone());
                }
            }
        }
    }
}

/// Answers to a field of which no rule can tell the others apart; the first is what most would give.
fn answers(control: &Control, schema: &Value, conditions: &Conditions) -> Vec<Option<Value>> {
    let all: Vec<Value> = match control.options.widget {
        Widget::Choice => {
            let (named, alike): (Vec<Value>, Vec<Value>) =
                control.choices.iter().map(|choice| json!(choice)).partition(|choice| conditions.name(choice));
            alike.into_iter().take(1).chain(named).collect()
        }
        Widget::YesNo => vec![json!(true), json!(false)],
        Widget::Count | Widget::Amount => {
            let (least, most) = control.range.unwrap_or((0, 1));
            let near =
                conditions.numbers().flat_map(|number| [number.saturating_sub(1), number, number.saturating_add(1)]);
            let mut numbers: Vec<i64> = near.chain([most]).filter(|n| (least..=most).contains(n)).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let first = least.max(1.min(most));
            [first, least].into_iter().chain(numbers).map(|number| json!(number)).collect()
        }
        Widget::Address => vec![json!({ "text": "Số 1, đường Lê Lợi, Phường Long Xuyên, Tỉnh An Giang" })],
        _ => {
            let named = conditions.texts().filter(|_| control.choices.is_empty()).map(|text| json!(text));
            std::iter::once(json!(text(schema))).chain(named).collect()
        }
    };
    // What does not fit by itself is no answer; the first stays, to be told of.
    let fits = fits(schema);
    let mut possible: Vec<Option<Value>> = Vec::new();
    for answer in all.into_iter().map(Some) {
        if possible.is_empty() || (answer.as_ref().is_some_and(&fits) && !possible.contains(&answer)) {
            possible.push(answer);
        }
    }
    // A choice of nothing has no answer at all.
    if control.optional || control.options.consent.is_some() || possible.is_empty() {
        possible.push(None);
    }
    possible
}

/// Whether an answer fits its own schema.
pub(super) fn fits(schema: &Value) -> impl Fn(&Value) -> bool {
    let list = schema["type"] == "array";
    let validator = super::super::check::compile(schema).ok();
    move |answer| list || validator.as_ref().is_none_or(|validator| validator.is_valid(answer))
}

/// A text that fits a schema: its first example, or one of its format and length.
fn text(schema: &Value) -> String {
    if let Some(example) = schema["examples"][0].as_str() {
        return example.to_owned();
    }
    let text = match schema["format"].as_str() {
        Some("person-name") => "Nguyễn Thị Lan",
        Some("citizen-number") => "089190001234",
        Some("phone") => "0912345678",
        Some("year") => "1990",
        Some("date") => "1990-05-01",
        Some("signature") => "M100 100L200 200",
        Some("appointment") => "later",
        _ => "Ghi rõ ở đây",
    };
    let length = |keyword: &str| schema[keyword].as_u64().and_then(|length| usize::try_from(length).ok());
    let least = length("minLength").unwrap_or(0).min(LONGEST);
    let mut text = text.to_owned();
    while text.chars().count() < least {
        text.push_str(" rõ");
    }
    match length("maxLength") {
        Some(most) if text.chars().count() > most => text.chars().take(most).collect(),
        _ => text,
    }
}
