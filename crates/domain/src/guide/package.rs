use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::check;
use super::form::{About, Control, Form, FormError, Options, Page};
use super::rule::Rule;
use crate::words::{Locale, Words};

/// The part of JSON Forms' UI schema that forms use: a Categorization of Categories of Controls.
#[derive(Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
enum Layout {
    Categorization { elements: Vec<Category> },
}

/// A page. Its label is the page's stable name; its heading is in the words.
#[derive(Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
enum Category {
    Category {
        label: String,
        rule: Option<Show>,
        #[serde(default)]
        options: CategoryOptions,
        elements: Vec<Element>,
    },
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryOptions {
    /// The paper the page attaches.
    evidence: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
enum Element {
    Control { scope: String, rule: Option<Show>, options: Options },
}

/// A rule. What has one is hidden until it holds; the other effects of JSON Forms are not used.
#[derive(Deserialize)]
#[serde(tag = "effect", deny_unknown_fields)]
enum Show {
    #[serde(rename = "SHOW")]
    Show { condition: Rule },
}

impl Form {
    /// Reads a package: its three JSON files, and its words in each of [`Locale::ALL`].
    pub(super) fn parse(schema: &str, ui: &str, about: &str, words: [&str; 2]) -> Result<Self, FormError> {
        let schema: Value = serde_json::from_str(schema)?;
        let Layout::Categorization { elements } = serde_json::from_str(ui)?;
        let about: About = serde_json::from_str(about)?;
        let required = required_somewhere(&schema);
        let pages = elements
            .into_iter()
            .map(|category| page(category, &about, &schema, &required))
            .collect::<Result<Vec<Page>, _>>()?;
        let branching = pages
            .iter()
            .flat_map(|page| page.controls.iter().map(|control| &control.rule).chain([&page.rule]))
            .chain(about.papers.iter().map(|paper| &paper.when))
            .flatten()
            .flat_map(|rule| rule.reads.iter().cloned())
            .collect();
        let [vi, en] = words;
        let words = [(Locale::Vi, vi), (Locale::En, en)]
            .map(|(locale, source)| Words::from_sources(locale, &[source], Some(Words::of(locale))));
        Ok(Self { about, pages, schema: check::compile(&schema)?, branching, words })
    }
}

fn page(category: Category, about: &About, schema: &Value, required: &BTreeSet<&str>) -> Result<Page, FormError> {
    let Category::Category { label, rule, options: CategoryOptions { evidence }, elements } = category;
    if let Some(unknown) = evidence.as_ref().filter(|id| !about.papers.iter().any(|paper| paper.id == **id)) {
        return Err(FormError::Package(format!("no paper {unknown}")));
    }
    let controls = elements.into_iter().map(|element| control(element, schema, required)).collect::<Result<_, _>>()?;
    Ok(Page { name: label, rule: rule.map(|Show::Show { condition }| condition), evidence, controls })
}

fn control(element: Element, schema: &Value, required: &BTreeSet<&str>) -> Result<Control, FormError> {
    let Element::Control { scope, rule, options } = element;
    let missing = || FormError::Package(format!("no answer at {scope}"));
    let field = scope.strip_prefix("#/properties/").ok_or_else(missing)?.to_owned();
    let asked = schema["properties"].get(&field).ok_or_else(missing)?;
    let choices = asked["enum"].as_array().into_iter().flatten();
    Ok(Control {
        options,
        rule: rule.map(|Show::Show { condition }| condition),
        optional: !required.contains(field.as_str()),
        choices: choices.filter_map(|choice| choice.as_str().map(str::to_owned)).collect(),
        max_length: asked["maxLength"].as_u64().and_then(|most| most.try_into().ok()),
        range: asked["minimum"].as_i64().zip(asked["maximum"].as_i64()),
        field,
    })
}

/// The answers that are required, always or on some condition.
fn required_somewhere(schema: &Value) -> BTreeSet<&str> {
    let conditional = schema["allOf"].as_array().into_iter().flatten().map(|part| &part["then"]["required"]);
    let lists = conditional.chain([&schema["required"]]);
    lists.filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect()
}
