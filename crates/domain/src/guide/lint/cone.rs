//! Which answers something depends on.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::form::{Control, Form};
use super::super::rule::names_in;

/// What of a schema beside the answers themselves bears on them: its conditions.
pub(super) struct Conditions {
    /// For each condition: the answers it reads, and those whose values it narrows.
    of: Vec<(BTreeSet<String>, BTreeSet<String>)>,
    /// Every text and number that a rule or a condition names.
    literals: Vec<Value>,
}

impl Conditions {
    pub(super) fn of(schema: &Value, form: &Form) -> Self {
        let mut all = Self { of: Vec::new(), literals: Vec::new() };
        all.read(schema, "");
        for group in &form.groups {
            all.read(&schema["properties"][&group.name]["items"], &format!("{}/", group.name));
        }
        for (rule, _) in form.rules() {
            literals(&rule.source, &mut all.literals);
        }
        all
    }

    fn read(&mut self, schema: &Value, below: &str) {
        for part in schema["allOf"].as_array().into_iter().flatten() {
            let names = |of: &Value| {
                let mut names = BTreeSet::new();
                names_in(of, below, &mut names);
                names
            };
            let narrowed = [&part["then"], &part["else"]].into_iter().flat_map(|side| side["properties"].as_object());
            let narrowed = narrowed.flatten().filter(|(_, schema)| schema.is_object());
            self.of.push((names(&part["if"]), narrowed.map(|(name, _)| format!("{below}{name}")).collect()));
        }
        for (keyword, value) in schema.as_object().into_iter().flatten() {
            if keyword != "properties" {
                literals(value, &mut self.literals);
            }
        }
    }

    /// Every set of answers that a condition of the schema reads.
    pub(super) fn read_together(&self) -> impl Iterator<Item = &BTreeSet<String>> {
        self.of.iter().map(|(reads, _)| reads)
    }

    /// Whether a rule or a condition names a value.
    pub(super) fn name(&self, value: &Value) -> bool {
        self.literals.contains(value)
    }

    /// The whole numbers they name.
    pub(super) fn numbers(&self) -> impl Iterator<Item = i64> {
        self.literals.iter().filter_map(Value::as_i64)
    }

    /// The texts they name.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.literals.iter().filter_map(Value::as_str)
    }

    /// All answers that these depend on: whether they are asked, and what they may be.
    pub(super) fn cone(&self, form: &Form, seeds: &BTreeSet<String>) -> BTreeSet<String> {
        let mut cone = BTreeSet::new();
        let mut open: Vec<String> = seeds.iter().cloned().collect();
        while let Some(name) = open.pop() {
            let Some(control) = control_of(form, &name) else { continue };
            let base = control.base();
            if !cone.insert(base.clone()) {
                continue;
            }
            open.extend(guards(form, control));
            for (reads, narrowed) in &self.of {
                if narrowed.contains(&base) {
                    open.extend(reads.iter().cloned());
                }
            }
        }
        cone
    }
}

/// The answers that decide whether a field is asked.
pub(super) fn guards(form: &Form, control: &Control) -> Vec<String> {
    let page = form.pages.iter().find(|page| page.controls.iter().any(|other| std::ptr::eq(other, control)));
    let rules = control.rule.iter().chain(page.and_then(|page| page.rule.as_ref()));
    rules.flat_map(|rule| rule.reads.iter().cloned()).chain(control.group.clone()).collect()
}

/// The field of an answer, or of what an answer is part of.
fn control_of<'a>(form: &'a Form, read: &str) -> Option<&'a Control> {
    let exact = form.controls().find(|control| control.base() == read);
    exact.or_else(|| form.controls().find(|control| read.starts_with(&format!("{}/", control.base()))))
}

fn literals(value: &Value, into: &mut Vec<Value>) {
    match value {
        Value::Object(members) => {
            for (keyword, value) in members {
                if keyword != "required" {
                    literals(value, into);
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| literals(value, into)),
        Value::Null => {}
        one => into.push(one.clone()),
    }
}
