//! Whether the files of a package belong together.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::answer::Day;
use super::super::consent::{CONTACT, PURPOSES};
use super::super::delivery::{BY_POST, POST_ADDRESS};
use super::super::form::{Attach, Control, Form, Offer, Page};
use super::super::view::Widget;
use super::{Findings, PackageFile};
use crate::catalogue::ChannelKind;

/// The most fields of a page: one question, sometimes two or three that belong together.
const MOST_FIELDS: usize = 3;
/// Names that texts know beside the answers.
pub(super) const KNOWN_NAMES: [&str; 4] = ["n", "label", "least", "most"];

pub(super) fn check(schema: &Value, form: &Form, findings: &mut Findings) {
    names(form, findings);
    pages(form, findings);
    about(form, findings);
    answers(schema, form, findings);
}

fn names(form: &Form, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    let mut name = |kind: &str, file: PackageFile, name: &str| {
        let mut characters = name.chars();
        let plain = characters.next().is_some_and(|first| first.is_ascii_lowercase())
            && characters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !plain || (kind == "field" && KNOWN_NAMES.contains(&name)) {
            findings.add("bad-name", file, name, "");
        }
        if !seen.insert(format!("{kind} {name}")) {
            findings.add("repeated-name", file, name, "");
        }
    };
    for page in &form.pages {
        name("page", PackageFile::Ui, &page.name);
        for control in &page.controls {
            name("field", PackageFile::Schema, &control.field);
            for choice in &control.choices {
                name(&format!("choice of {}", control.base()), PackageFile::Schema, choice);
            }
        }
    }
    form.about.papers.iter().for_each(|paper| name("paper", PackageFile::About, &paper.id));
    form.about.fees.iter().for_each(|fee| name("fee", PackageFile::About, &fee.id));
}

fn pages(form: &Form, findings: &mut Findings) {
    let mut add = |code, place: &str, what: &str| findings.add(code, PackageFile::Ui, place, what);
    let mut earlier: BTreeSet<String> = BTreeSet::new();
    for page in &form.pages {
        if page.evidence.is_none() && page.controls.is_empty() && page.notes.is_empty() {
            add("empty-page", &page.name, "");
        }
        if page.evidence.is_some() && !(page.controls.is_empty() && page.notes.is_empty()) {
            add("mixed-page", &page.name, "");
        }
        if page.controls.len() > MOST_FIELDS {
            add("crowded-page", &page.name, &MOST_FIELDS.to_string());
        }
        let paper = page.evidence.as_deref().and_then(|evidence| form.paper(evidence));
        if paper.is_some_and(|paper| paper.attach == Attach::Never) {
            add("page-never-shown", &page.name, page.evidence.as_deref().unwrap_or_default());
        }
        let rules = page.controls.iter().filter_map(|control| control.rule.as_ref());
        let rules = rules.chain(page.notes.iter().filter_map(|note| note.rule.as_ref())).chain(&page.rule);
        for rule in rules.chain(paper.and_then(|paper| paper.when.as_ref())) {
            if rule.reads.is_empty() {
                add("rule-of-nothing", &page.name, "");
            }
            for late in rule.reads.iter().filter(|read| !known(&earlier, read)) {
                add("late-rule", &page.name, late);
            }
        }
        for control in &page.controls {
            options(form, page, control, &earlier, &mut add);
        }
        earlier.extend(page.controls.iter().map(Control::base));
    }
    let groups = form.groups.iter().filter(|group| !form.pages.iter().any(|p| p.repeat.as_ref() == Some(&group.name)));
    groups.for_each(|group| add("group-without-page", &group.name, ""));
}

/// Whether an answer, or what is inside one, was asked for.
fn known(earlier: &BTreeSet<String>, read: &str) -> bool {
    earlier.contains(read)
        || earlier.iter().any(|base| read.starts_with(&format!("{base}/")) && !earlier.contains(read))
}

fn options(
    form: &Form,
    page: &Page,
    control: &Control,
    earlier: &BTreeSet<String>,
    add: &mut impl FnMut(&'static str, &str, &str),
) {
    let place = control.base();
    if page.repeat.is_some() && control.options.prefill.is_some() {
        add("prefill-in-group", &place, "");
    }
    if let Some(consent) = control.options.consent.as_deref().filter(|name| PURPOSES.iter().all(|p| p.name != *name)) {
        add("unknown-consent", &place, consent);
    }
    for age in &control.options.age {
        let of = age.of.as_deref().unwrap_or(&control.field);
        let named = |group: Option<&str>| form.controls().find(|c| c.field == of && c.group.as_deref() == group);
        let born = named(page.repeat.as_deref()).or_else(|| named(None));
        let here = |base: &str| earlier.contains(base) || page.controls.iter().any(|other| other.base() == base);
        if born.is_none_or(|born| born.options.widget != Widget::Date || !here(&born.base())) {
            add("age-of-no-date", &place, of);
        }
        for late in age.when.iter().flat_map(|rule| &rule.reads).filter(|read| !here(read)) {
            add("late-rule", &place, late);
        }
    }
    for offer in &control.options.offers {
        let Offer::Answer(name) = offer else { continue };
        let own = page.repeat.as_ref().map(|group| format!("{group}/{name}"));
        if !earlier.contains(name) && own.is_none_or(|own| !earlier.contains(&own)) {
            add("unknown-offer", &place, name);
        }
    }
    if control.options.widget == Widget::Phone && control.options.consent.as_deref() != Some(CONTACT) {
        add("phone-without-consent", &place, "");
    }
    if form.group(&control.field).is_some() && control.group.is_none() && control.options.widget != Widget::Count {
        add("widget-type", &place, "array");
    }
}

fn about(form: &Form, findings: &mut Findings) {
    let about = &form.about;
    let mut add = |code, place: &str, what: &str| findings.add(code, PackageFile::About, place, what);
    if about.supplement {
        add("supplement", "supplement", "");
    }
    let result = about.result.as_ref().and_then(|field| form.control(field));
    let by_post = result.is_some_and(|control| control.choices.iter().any(|choice| choice == BY_POST));
    let addressed = form.control(POST_ADDRESS).is_some_and(|control| control.options.widget == Widget::Address);
    if by_post != addressed {
        add("post-address", POST_ADDRESS, BY_POST);
    }
    let who = &about.applicant;
    for field in [&who.name, &who.number, &who.phone, &who.address, &who.birth_date].into_iter().chain(&about.result) {
        if form.control(field).is_none() {
            add("unknown-field", field, "");
        }
    }
    for paper in &about.papers {
        let asked = form.pages.iter().any(|page| page.evidence.as_deref() == Some(paper.id.as_str()));
        if !asked && paper.attach != Attach::Never {
            add("paper-without-page", &paper.id, "");
        }
    }
    let all: BTreeSet<String> = form.controls().map(Control::base).collect();
    for fee in &about.fees {
        for field in fee.pages.iter().chain(&fee.count) {
            let base = fee.of.as_ref().map_or_else(|| field.clone(), |group| format!("{group}/{field}"));
            if !all.contains(&base) {
                add("unknown-field", &base, "");
            }
        }
    }
    // Where one way has fees of its own, the other has as well: what is left out would be taken for free.
    let named: Vec<ChannelKind> = about.fees.iter().filter_map(|fee| fee.channel).collect();
    for fee in about.fees.iter().filter(|fee| fee.channel == Some(ChannelKind::Post)) {
        add("fee-by-post", &fee.id, "");
    }
    for (channel, name) in [(ChannelKind::Online, "online"), (ChannelKind::InPerson, "in_person")] {
        if !named.is_empty() && !named.contains(&channel) {
            add("fee-channel-missing", name, "");
        }
    }
    let papers = about.papers.iter().filter_map(|paper| Some((&paper.id, paper.when.as_ref()?)));
    for (id, rule) in papers.chain(about.fees.iter().filter_map(|fee| Some((&fee.id, fee.when.as_ref()?)))) {
        for unknown in rule.reads.iter().filter(|read| !known(&all, read)) {
            add("late-rule", id, unknown);
        }
    }
}

/// What the schema says of the answers against how they are asked.
fn answers(schema: &Value, form: &Form, findings: &mut Findings) {
    let mut open = |schema: &Value, place: &str| {
        if schema["unevaluatedProperties"] != Value::Bool(false) {
            findings.add("open-schema", PackageFile::Schema, place, "");
        }
    };
    open(schema, "#");
    for group in &form.groups {
        open(&schema["properties"][&group.name]["items"], &group.name);
    }
    let of_items = form.groups.iter().map(|group| (Some(&group.name), &schema["properties"][&group.name]["items"]));
    for (group, of) in of_items.chain([(None, schema)]) {
        for (name, answer) in of["properties"].as_object().into_iter().flatten() {
            let place = group.map_or_else(|| name.clone(), |group| format!("{group}/{name}"));
            match form.controls().find(|control| control.base() == place) {
                Some(control) if !fits(control.options.widget, answer) || !fits_day(control.options.day, answer) => {
                    findings.add("widget-type", PackageFile::Schema, &place, answer["type"].as_str().unwrap_or(""));
                }
                Some(_) => {}
                None => findings.add("not-asked", PackageFile::Schema, &place, ""),
            }
        }
    }
}

/// Whether an answer of that schema is a date, or a year, that may be any of those days.
fn fits_day(day: Option<Day>, answer: &Value) -> bool {
    match day {
        Some(Day::Past) => answer["format"] == "date" || answer["format"] == "year",
        None => true,
    }
}

/// Whether a field asked this way gives an answer of that schema.
fn fits(widget: Widget, answer: &Value) -> bool {
    let is = |wanted: &str| answer["type"] == wanted;
    match widget {
        Widget::Choice => {
            let choices = answer["enum"].as_array().filter(|choices| !choices.is_empty());
            is("string") && choices.is_some_and(|choices| choices.iter().all(Value::is_string))
        }
        Widget::YesNo => is("boolean"),
        Widget::Count => (is("integer") && answer["maximum"].is_number()) || is("array"),
        Widget::Amount => is("integer") && answer["maximum"].is_number(),
        Widget::Address => {
            let text = &answer["properties"]["text"];
            is("object")
                && text["maxLength"].is_number()
                && answer["properties"]["province"].is_object()
                && answer["properties"]["commune"].is_object()
                && answer["unevaluatedProperties"] == Value::Bool(false)
        }
        Widget::Signature => is("string") && answer["format"] == "signature",
        Widget::Appointment => is("string") && answer["format"] == "appointment",
        Widget::Date => is("string") && answer["format"] == "date",
        Widget::CitizenNumber => is("string") && answer["format"] == "citizen-number",
        Widget::Phone => is("string") && answer["format"] == "phone",
        Widget::Year => is("string") && answer["format"] == "year",
        Widget::Name | Widget::Text | Widget::LongText => {
            is("string") && !answer["enum"].is_array() && answer["format"] != "year"
        }
    }
}
