use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::check;
use super::form::{About, Control, Form, FormError, Group, Note, Options, Page};
use super::rule::Rule;
use super::view::Widget;
use crate::words::{Locale, Words};

/// The most items a group may have.
const MOST_ITEMS: u32 = 20;

/// The files of a form package, as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package<'a> {
    /// `schema.json`.
    pub schema: &'a str,
    /// `ui.json`.
    pub ui: &'a str,
    /// `form.json`.
    pub about: &'a str,
    /// `vi.ftl` and `en.ftl`: its words in each of [`Locale::ALL`].
    pub words: [&'a str; 2],
}

/// The part of JSON Forms' UI schema that forms use: a Categorization of Categories of Controls and
/// Labels.
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
    /// The group of which each item has the page.
    repeat: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
enum Element {
    Control { scope: String, rule: Option<Show>, options: Options },
    Label { text: String, rule: Option<Show> },
}

/// A rule. What has one is hidden until it holds; the other effects of JSON Forms are not used.
#[derive(Deserialize)]
#[serde(tag = "effect", deny_unknown_fields)]
enum Show {
    #[serde(rename = "SHOW")]
    Show { condition: Rule },
}

impl Form {
    /// Reads a package.
    ///
    /// # Errors
    /// Why its files are no form. A form that can be read may still be a bad one: [`super::lint`] says so.
    pub fn load(package: &Package) -> Result<Self, FormError> {
        let schema: Value = serde_json::from_str(package.schema)?;
        let Layout::Categorization { elements } = serde_json::from_str(package.ui)?;
        let about: About = serde_json::from_str(package.about)?;
        let groups = groups(&schema)?;
        let pages =
            elements.into_iter().map(|category| page(category, &schema)).collect::<Result<Vec<Page>, FormError>>()?;
        let [vi, en] = package.words;
        let words = [(Locale::Vi, vi), (Locale::En, en)]
            .map(|(locale, source)| Words::from_sources(locale, &[source], Some(Words::of(locale))));
        let branching = branching(&about, &pages);
        let form = Self { about, pages, groups, schema: check::compile(&schema)?, branching, words, fits_all: false };
        form.fits_together()?;
        Ok(form)
    }

    /// Every rule of the form with the group in whose items it stands.
    pub(super) fn rules(&self) -> impl Iterator<Item = (&Rule, Option<&str>)> {
        let pages = self.pages.iter().flat_map(|page| {
            let of_fields = page.controls.iter().map(|control| &control.rule);
            let of_ages = page.controls.iter().flat_map(|control| &control.options.age).map(|age| &age.when);
            let rules = of_fields.chain(page.notes.iter().map(|note| &note.rule)).chain([&page.rule]);
            rules.chain(of_ages).flatten().map(|rule| (rule, page.repeat.as_deref()))
        });
        let papers = self.about.papers.iter().filter_map(|paper| Some((paper.when.as_ref()?, paper.each.as_deref())));
        let fees = self.about.fees.iter().filter_map(|fee| Some((fee.when.as_ref()?, fee.of.as_deref())));
        pages.chain(papers).chain(fees)
    }

    fn fits_together(&self) -> Result<(), FormError> {
        let wrong = |what: String| Err(FormError::Package(what));
        let counted = |group: &str| self.control(group).is_some();
        let of_papers = self.about.papers.iter().filter_map(|paper| paper.each.as_ref());
        let named = self.pages.iter().filter_map(|page| page.repeat.as_ref()).chain(of_papers);
        for group in named.chain(self.about.fees.iter().filter_map(|fee| fee.of.as_ref())) {
            if self.group(group).is_none() || !counted(group) {
                return wrong(format!("no page asks how many {group}"));
            }
        }
        for page in &self.pages {
            if let Some(stray) = page.controls.iter().find(|control| control.group != page.repeat) {
                return wrong(format!("{} does not belong on the page {}", stray.base(), page.name));
            }
            if let Some(evidence) = &page.evidence
                && self.paper(evidence).is_none_or(|paper| paper.each != page.repeat)
            {
                return wrong(format!("no paper {evidence} for the page {}", page.name));
            }
        }
        let asked: Vec<&Control> =
            self.controls().filter(|control| control.options.widget == Widget::Appointment).collect();
        if asked.len() != usize::from(self.about.appointment) || asked.iter().any(|control| control.group.is_some()) {
            return wrong("one page asks for the appointment exactly where form.json says there is one".to_owned());
        }
        match self.rules().find(|(rule, within)| rule.group().is_some() && rule.group() != *within) {
            Some((rule, _)) => {
                wrong(format!("a condition on an item of {} stands outside it", rule.group().unwrap_or("")))
            }
            None => Ok(()),
        }
    }
}

/// The arrays among the answers.
fn groups(schema: &Value) -> Result<Vec<Group>, FormError> {
    let answers = schema["properties"].as_object().into_iter().flatten();
    let lists = answers.filter(|(_, answer)| answer["type"] == "array");
    lists
        .map(|(name, answer)| {
            let number = |keyword: &str| answer[keyword].as_u64().and_then(|number| u32::try_from(number).ok());
            match number("maxItems").filter(|most| *most <= MOST_ITEMS) {
                Some(most) => Ok(Group { name: name.clone(), range: (number("minItems").unwrap_or(0), most) }),
                None => Err(FormError::Package(format!("{name} needs maxItems of no more than {MOST_ITEMS}"))),
            }
        })
        .collect()
}

fn branching(about: &About, pages: &[Page]) -> BTreeSet<String> {
    let of_pages = pages.iter().flat_map(|page| {
        // A sentence decides on a page's being there only where there is nothing else on it.
        let notes = page.notes.iter().filter(|_| page.controls.is_empty());
        let of_fields = page.controls.iter().map(|control| &control.rule);
        of_fields.chain(notes.map(|note| &note.rule)).chain([&page.rule])
    });
    let rules = of_pages.chain(about.papers.iter().map(|paper| &paper.when)).flatten();
    let counts = pages.iter().filter_map(|page| page.repeat.clone());
    rules.flat_map(|rule| rule.reads.iter().cloned()).chain(counts).collect()
}

fn page(category: Category, schema: &Value) -> Result<Page, FormError> {
    let Category::Category { label, rule, options: CategoryOptions { evidence, repeat }, elements } = category;
    let (mut controls, mut notes) = (Vec::new(), Vec::new());
    for element in elements {
        match element {
            Element::Control { scope, rule, options } => controls.push(control(&scope, rule, options, schema)?),
            Element::Label { text, rule } => notes.push(Note { key: text, rule: condition(rule) }),
        }
    }
    Ok(Page { name: label, rule: condition(rule), repeat, evidence, controls, notes })
}

fn condition(rule: Option<Show>) -> Option<Rule> {
    rule.map(|Show::Show { condition }| condition)
}

fn control(scope: &str, rule: Option<Show>, options: Options, schema: &Value) -> Result<Control, FormError> {
    let missing = || FormError::Package(format!("no answer at {scope}"));
    let path = scope.strip_prefix("#/properties/").ok_or_else(missing)?;
    let (group, field) = match path.split_once("/items/properties/") {
        Some((group, field)) => (Some(group), field),
        None => (None, path),
    };
    let of = group.map_or(schema, |group| &schema["properties"][group]["items"]);
    let asked = of["properties"].get(field).ok_or_else(missing)?;
    let choices = asked["enum"].as_array().into_iter().flatten();
    let range = [("minimum", "maximum"), ("minItems", "maxItems")]
        .into_iter()
        .find_map(|(least, most)| Some((asked[least].as_i64().unwrap_or(0), asked[most].as_i64()?)));
    Ok(Control {
        options,
        rule: condition(rule),
        optional: !required_somewhere(of).contains(field),
        choices: choices.filter_map(|choice| choice.as_str().map(str::to_owned)).collect(),
        // Of an address it is its text that has a length.
        max_length: [&asked["maxLength"], &asked["properties"]["text"]["maxLength"]]
            .into_iter()
            .find_map(|most| most.as_u64()?.try_into().ok()),
        range,
        group: group.map(str::to_owned),
        field: field.to_owned(),
    })
}

/// The answers that are required, always or on some condition.
fn required_somewhere(schema: &Value) -> BTreeSet<&str> {
    let conditional = schema["allOf"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|part| [&part["then"]["required"], &part["else"]["required"]]);
    let lists = conditional.chain([&schema["required"]]);
    lists.filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect()
}
