//! Whether everything a form can come to say has words, and whether they can be said.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use serde_json::Value;

use super::super::answer::Day;
use super::super::fees::FeeRule;
use super::super::form::{Control, Form, Note, Page, Paper};
use super::super::package::Package;
use super::super::view::Widget;
use super::structure::KNOWN_NAMES;
use super::walk::{Walk, Walker};
use super::ways::together;
use super::{Findings, PackageFile};
use crate::words::{Locale, Words};

/// Where a text is read.
#[derive(Clone, Copy)]
enum Where<'a> {
    Page(&'a Page),
    Field(&'a Page, &'a Control),
    Note(&'a Page, &'a Note),
    Paper(&'a Paper),
    Fee(&'a FeeRule),
    /// On papers and lists, where nothing is certain.
    Anywhere,
}

/// What a text names.
#[derive(Default)]
struct Named {
    answers: BTreeSet<String>,
    words: BTreeSet<String>,
}

pub(super) fn check(package: &Package, walker: &Walker, schema: &Value, findings: &mut Findings) {
    let form = walker.form;
    let needed = needed(form);
    for (locale, file) in Locale::ALL.into_iter().zip([PackageFile::Vi, PackageFile::En]) {
        let source = file.of(package);
        let written = read(source, file, findings);
        let other = read(package.words[usize::from(locale == Locale::Vi)], file, &mut Findings(Vec::new()));
        for key in needed.keys().chain(other.keys()).filter(|key| !written.contains_key(*key)) {
            findings.add("missing-word", file, key, "");
        }
        let referred: BTreeSet<&String> = written.values().flat_map(|named| &named.words).collect();
        for (key, named) in &written {
            let place = place(form, &needed, key);
            if place.is_none() && !referred.contains(key) {
                findings.add("unused-word", file, key, "");
            }
            for word in named.words.iter().filter(|word| !written.contains_key(*word) && !Words::of(locale).has(word)) {
                findings.add("missing-word", file, word, "");
            }
            for answer in &named.answers {
                variable(walker, key, answer, place.unwrap_or(Where::Anywhere), file, findings);
            }
        }
    }
    for control in form.controls() {
        let of = control.group.as_ref().map_or(schema, |group| &schema["properties"][group]["items"]);
        for cause in causes(control, &of["properties"][&control.field]) {
            let own = cause == "not"
                && form.error_key(&control.path(Some(0)), &cause).is_none_or(|key| key.starts_with("guide-"));
            if own || form.error_key(&control.path(Some(0)), &cause).is_none() {
                findings.add("no-error-text", PackageFile::Vi, &format!("{}-error-{cause}", control.key()), "");
            }
        }
    }
}

/// Every text without which something would have no name, and where it is read.
fn needed(form: &Form) -> BTreeMap<String, Where<'_>> {
    let mut needed = BTreeMap::new();
    for page in &form.pages {
        needed.insert(format!("page-{}", page.name), Where::Page(page));
        needed.extend(page.notes.iter().map(|note| (note.key.clone(), Where::Note(page, note))));
        for control in &page.controls {
            let (key, at) = (control.key(), Where::Field(page, control));
            needed.extend(control.choices.iter().map(|choice| (format!("{key}-{choice}"), at)));
            needed.insert(key, at);
        }
    }
    needed.extend(form.about.papers.iter().map(|paper| (format!("paper-{}", paper.id), Where::Paper(paper))));
    needed.extend(form.about.fees.iter().map(|fee| (format!("fee-{}", fee.id), Where::Fee(fee))));
    let ways = form.about.result.as_ref().and_then(|field| form.control(field)).map_or(&[][..], |c| &c.choices);
    for way in ways.iter().map(String::as_str).chain(["counter"]) {
        needed.entry(format!("receive-{way}")).or_insert(Where::Anywhere);
    }
    needed
}

/// Where a key's text is read; none when nothing asks for it.
fn place<'a>(form: &'a Form, needed: &BTreeMap<String, Where<'a>>, key: &str) -> Option<Where<'a>> {
    let plain = key.strip_suffix("-help").unwrap_or(key);
    let of_error = || {
        let field = key.split_once("-error-")?.0;
        form.controls().any(|control| control.key() == field).then(|| needed.get(field).copied()).flatten()
    };
    needed.get(key).or_else(|| needed.get(plain)).copied().or_else(of_error)
}

/// Whether an answer that a text names is surely there when the text is read.
fn variable(walker: &Walker, key: &str, name: &str, at: Where, file: PackageFile, findings: &mut Findings) {
    let form = walker.form;
    let group = at.group();
    if name == "n" && group.is_some() || name != "n" && KNOWN_NAMES.contains(&name) && key.contains("-error-") {
        return;
    }
    let of = |group: Option<&str>| form.controls().find(|c| c.field == name && c.group.as_deref() == group);
    let Some(control) = group.and_then(|group| of(Some(group))).or_else(|| of(None)) else {
        findings.add("unknown-variable", file, key, name);
        return;
    };
    let asked = form.pages.iter().position(|page| page.controls.iter().any(|other| std::ptr::eq(other, control)));
    let read = at.page().and_then(|page| form.pages.iter().position(|other| std::ptr::eq(other, page)));
    let later = read.is_some_and(|read| asked.is_none_or(|asked| asked >= read));
    let mut sure = !later && !control.optional && control.options.consent.is_none() && !matches!(at, Where::Anywhere);
    if sure {
        let cone = together(walker, at.seeds(), control);
        let all = walker.every_way(&cone, |walk| {
            let seen = walk.wrong.is_empty().then(|| at.items(form, &walk)).into_iter().flatten();
            sure &= seen.into_iter().all(|item| walk.shown.flat.contains_key(&control.path(item)));
        });
        if sure && !all {
            findings.add("not-all-tried", file, key, name);
        }
    }
    if !sure {
        findings.add("unsure-variable", file, key, name);
    }
}

impl<'a> Where<'a> {
    fn page(self) -> Option<&'a Page> {
        match self {
            Self::Page(page) | Self::Field(page, _) | Self::Note(page, _) => Some(page),
            Self::Paper(_) | Self::Fee(_) | Self::Anywhere => None,
        }
    }

    fn group(self) -> Option<&'a str> {
        match self {
            Self::Paper(paper) => paper.each.as_deref(),
            Self::Fee(fee) => fee.of.as_deref(),
            _ => self.page()?.repeat.as_deref(),
        }
    }

    fn seeds(self) -> BTreeSet<String> {
        let own = match self {
            Self::Field(_, control) => control.rule.as_ref(),
            Self::Note(_, note) => note.rule.as_ref(),
            Self::Paper(paper) => paper.when.as_ref(),
            Self::Fee(fee) => fee.when.as_ref(),
            Self::Page(_) | Self::Anywhere => None,
        };
        let rules = self.page().and_then(|page| page.rule.as_ref()).into_iter().chain(own);
        rules.flat_map(|rule| rule.reads.iter().cloned()).chain(self.group().map(str::to_owned)).collect()
    }

    /// The items, or none of any group, for which it is read on a walk.
    fn items(self, form: &Form, walk: &Walk) -> Vec<Option<usize>> {
        let on = |page: &'a Page| walk.shown.pages.iter().filter(move |own| std::ptr::eq(own.page, page));
        match self {
            Self::Page(page) => on(page).map(|own| own.item).collect(),
            Self::Field(page, control) => {
                let has = |own: &&_| shows(own, control);
                on(page).filter(has).map(|own| own.item).collect()
            }
            Self::Note(page, note) => on(page)
                .filter(|own| own.notes.iter().any(|shown| std::ptr::eq(*shown, note)))
                .map(|own| own.item)
                .collect(),
            Self::Paper(paper) => form
                .papers(&walk.shown)
                .iter()
                .filter(|one| std::ptr::eq(one.paper, paper))
                .map(|one| one.item)
                .collect(),
            Self::Fee(fee) => {
                let items: Vec<Option<usize>> = match fee.of.as_deref() {
                    Some(group) => (0..walk.shown.items(group)).map(Some).collect(),
                    None => vec![None],
                };
                items.into_iter().filter(|item| fee.applies(&walk.shown, *item)).collect()
            }
            Self::Anywhere => Vec::new(),
        }
    }
}

fn shows(own: &super::super::shown::ShownPage, control: &Control) -> bool {
    own.fields.iter().any(|field| std::ptr::eq(field.control, control))
}

/// What can be wrong with a field, as far as its schema and options say.
fn causes(control: &Control, answer: &Value) -> BTreeSet<String> {
    let mut causes = BTreeSet::new();
    let mut add = |cause: &str| causes.insert(cause.to_owned());
    if !control.optional {
        add("required");
    }
    if let Some(format) = answer["format"].as_str() {
        add(format);
    }
    for (keyword, cause) in [("minLength", "short"), ("maxLength", "long"), ("pattern", "not"), ("uniqueItems", "not")]
    {
        if !answer[keyword].is_null() {
            add(cause);
        }
    }
    match control.options.widget {
        Widget::Count | Widget::Amount => add("range"),
        Widget::Choice | Widget::YesNo => add("choice"),
        Widget::Address => ["unit", "street", "short", "long"].into_iter().map(&mut add).count() > 0,
        Widget::Appointment => ["past", "closed"].into_iter().map(&mut add).count() > 0,
        _ => false,
    };
    if let Some(Day::Past) = control.options.day {
        add("future");
    }
    if !control.options.age.is_empty() {
        add("young");
    }
    causes
}

/// The keys of a Fluent file with what each text names.
fn read(source: &str, file: PackageFile, findings: &mut Findings) -> BTreeMap<String, Named> {
    let resource = match parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = 1 + source.bytes().take(error.pos.start).filter(|byte| *byte == b'\n').count();
                findings.add("unreadable-words", file, &line.to_string(), "");
            }
            resource
        }
    };
    let mut words = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut named = Named::default();
        if let Some(pattern) = &message.value {
            of_pattern(pattern, &mut named);
        }
        if words.insert(message.id.name.to_owned(), named).is_some() {
            findings.add("repeated-name", file, message.id.name, "");
        }
    }
    words
}

fn of_pattern(pattern: &Pattern<&str>, named: &mut Named) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression } => of_expression(expression, named),
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn of_expression(expression: &Expression<&str>, named: &mut Named) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, named),
        Expression::Select { selector, variants } => {
            of_inline(selector, named);
            variants.iter().for_each(|variant| of_pattern(&variant.value, named));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, named: &mut Named) {
    let mut arguments = |arguments: &CallArguments<&str>| {
        arguments.positional.iter().for_each(|one| of_inline(one, named));
        arguments.named.iter().for_each(|one| of_inline(&one.value, named));
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            named.answers.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            named.words.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: given, .. } => arguments(given),
        InlineExpression::TermReference { arguments: Some(given), .. } => arguments(given),
        InlineExpression::Placeable { expression } => of_expression(expression, named),
        _ => {}
    }
}
