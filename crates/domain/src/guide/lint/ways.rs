//! What can be reached, and whether the schema and the pages ask for the same.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::form::{Attach, Control, Form, Page};
use super::super::rule::Rule;
use super::cone::guards;
use super::walk::{Walk, Walker, fits};
use super::{Findings, PackageFile};

/// The most walks whose hidden and required answers are each tried.
const MOST_TRIED: usize = 150;
/// Walks beside those that rules and conditions ask for.
const MORE_WALKS: u64 = 100;

/// A rule where it stands.
struct Site<'a> {
    file: PackageFile,
    place: String,
    rule: &'a Rule,
    on: On<'a>,
    held: bool,
    failed: bool,
    /// Whether everything it depends on was tried.
    certain: bool,
}

/// What a rule decides on.
enum On<'a> {
    /// A page.
    Page(&'a Page),
    /// Something on a page.
    Part(&'a Page),
    /// A paper or a fee, for each item of a group or once.
    All(Option<&'a str>),
}

pub(super) fn check<'a>(walker: &Walker<'a>, schema: &Value, findings: &mut Findings) {
    let form = walker.form;
    for control in form.controls() {
        let of = control.group.as_ref().map_or(schema, |group| &schema["properties"][group]["items"]);
        if !fits(&of["properties"][&control.field])(&walker.sample(control)) {
            findings.add("no-example", PackageFile::Schema, &control.base(), "");
        }
    }
    let mut sites = sites(form);
    let mut pages_seen: BTreeSet<String> = BTreeSet::new();
    let mut tried = BTreeSet::new();
    let mut cones: BTreeSet<BTreeSet<String>> = BTreeSet::new();
    let of_pages: Vec<(&Page, BTreeSet<String>)> =
        form.pages.iter().map(|page| (page, walker.conditions.cone(form, &page_seeds(form, page)))).collect();
    let of_sites: Vec<BTreeSet<String>> =
        sites.iter().map(|site| walker.conditions.cone(form, &site.seeds())).collect();
    cones.extend(of_pages.iter().map(|(_, cone)| cone.clone()));
    cones.extend(of_sites.iter().cloned());
    cones.extend(walker.conditions.read_together().map(|reads| walker.conditions.cone(form, reads)));

    let mut incomplete: BTreeSet<&BTreeSet<String>> = BTreeSet::new();
    let mut distinct: Vec<Walk> = Vec::new();
    let mut look = |walk: Walk<'a>, findings: &mut Findings| {
        disagreements(walker, &walk, findings);
        if !walk.wrong.is_empty() {
            return;
        }
        pages_seen.extend(walk.shown.pages.iter().map(|own| own.page.name.clone()));
        sites.iter_mut().for_each(|site| site.see(&walk));
        if tried.len() < MOST_TRIED && tried.insert(visible(&walk).join(" ")) {
            distinct.push(walk);
        }
    };
    // What was tried together with more was tried.
    let mut complete: Vec<&BTreeSet<String>> = Vec::new();
    let mut largest_first: Vec<&BTreeSet<String>> = cones.iter().collect();
    largest_first.sort_by_key(|cone| std::cmp::Reverse(cone.len()));
    for cone in largest_first {
        if complete.iter().any(|larger| larger.is_superset(cone)) {
            continue;
        }
        if walker.every_way(cone, |walk| look(walk, findings)) {
            complete.push(cone);
        } else {
            incomplete.insert(cone);
        }
    }
    (0..MORE_WALKS).for_each(|seed| look(walker.some_way(seed), findings));
    hidden_and_required(walker, &distinct, findings);

    for cone in &incomplete {
        let names: Vec<&str> = cone.iter().map(String::as_str).collect();
        findings.add("not-all-tried", PackageFile::Ui, &names.join(", "), "");
    }
    let uncertain: BTreeSet<&str> =
        of_pages.iter().filter(|(_, cone)| incomplete.contains(cone)).map(|(page, _)| page.name.as_str()).collect();
    for (site, cone) in sites.iter_mut().zip(&of_sites) {
        site.certain = !incomplete.contains(cone);
    }
    let never = |page: &Page| {
        let paper = page.evidence.as_deref().and_then(|evidence| form.paper(evidence));
        paper.is_none_or(|paper| paper.attach != Attach::Never)
            && !pages_seen.contains(page.name.as_str())
            && !uncertain.contains(page.name.as_str())
    };
    for page in form.pages.iter().filter(|page| never(page)) {
        findings.add("unreachable-page", PackageFile::Ui, &page.name, "");
    }
    for site in sites.iter().filter(|site| site.certain) {
        match (site.held, site.failed, &site.on) {
            (false, _, On::Page(_)) => {}
            (false, _, On::Part(page)) if never(page) => {}
            (false, ..) => findings.add("rule-never", site.file, &site.place, ""),
            (true, false, _) => findings.add("rule-always", site.file, &site.place, ""),
            (true, true, _) => {}
        }
    }
}

fn sites(form: &Form) -> Vec<Site<'_>> {
    let site = |file, place: &str, rule, on| Site {
        file,
        place: place.to_owned(),
        rule,
        on,
        held: false,
        failed: false,
        certain: true,
    };
    let mut sites = Vec::new();
    for page in &form.pages {
        sites.extend(page.rule.iter().map(|rule| site(PackageFile::Ui, &page.name, rule, On::Page(page))));
        for control in &page.controls {
            let rule = control.rule.iter();
            sites.extend(rule.map(|rule| site(PackageFile::Ui, &control.base(), rule, On::Part(page))));
        }
        for note in &page.notes {
            sites.extend(note.rule.iter().map(|rule| site(PackageFile::Ui, &note.key, rule, On::Part(page))));
        }
    }
    for paper in &form.about.papers {
        let on = || On::All(paper.each.as_deref());
        sites.extend(paper.when.iter().map(|rule| site(PackageFile::About, &paper.id, rule, on())));
    }
    for fee in &form.about.fees {
        let on = || On::All(fee.of.as_deref());
        sites.extend(fee.when.iter().map(|rule| site(PackageFile::About, &fee.id, rule, on())));
    }
    sites
}

impl Site<'_> {
    fn seeds(&self) -> BTreeSet<String> {
        let group = match &self.on {
            On::Page(page) | On::Part(page) => page.repeat.clone(),
            On::All(group) => group.map(str::to_owned),
        };
        let around = match &self.on {
            On::Part(page) => page.rule.as_ref(),
            On::Page(_) | On::All(_) => None,
        };
        self.rule.reads.iter().chain(around.into_iter().flat_map(|rule| &rule.reads)).cloned().chain(group).collect()
    }

    /// Notes whether it holds on a walk, wherever there it decides on anything.
    fn see(&mut self, walk: &Walk) {
        let (group, around) = match &self.on {
            On::Page(page) => (page.repeat.as_deref(), None),
            On::Part(page) => (page.repeat.as_deref(), page.rule.as_ref()),
            On::All(group) => (*group, None),
        };
        let items = match group {
            Some(group) => (0..walk.shown.items(group)).map(Some).collect(),
            None => vec![None],
        };
        for item in items {
            let known = walk.shown.known(group, item);
            if around.is_none_or(|rule| rule.holds(known)) {
                let holds = self.rule.holds(known);
                self.held |= holds;
                self.failed |= !holds;
            }
        }
    }
}

/// The answers that decide whether a page is there.
fn page_seeds(form: &Form, page: &Page) -> BTreeSet<String> {
    let paper = page.evidence.as_deref().and_then(|evidence| form.paper(evidence));
    let rules = page.rule.iter().chain(paper.and_then(|paper| paper.when.as_ref()));
    let rules = rules.chain(page.controls.iter().filter_map(|control| control.rule.as_ref()));
    rules.flat_map(|rule| rule.reads.iter().cloned()).chain(page.repeat.clone()).collect()
}

fn visible<'a>(walk: &'a Walk) -> Vec<&'a str> {
    walk.shown.pages.iter().flat_map(|own| &own.fields).map(|field| field.path.as_str()).collect()
}

/// What the schema asks for and no page does, and what a page asks for and the schema forbids.
fn disagreements(walker: &Walker, walk: &Walk, findings: &mut Findings) {
    let form = walker.form;
    for (path, cause) in &walk.wrong {
        let place = super::super::measured::field_kind(path);
        let field = walk.shown.pages.iter().flat_map(|own| &own.fields).find(|field| field.path == *path);
        let Some(field) = field else {
            if cause == "required" {
                findings.add("required-but-hidden", PackageFile::Schema, &place, "");
            }
            continue;
        };
        // Some other answer may be allowed here: then it is a condition that the page tells people of.
        let forbidden = || {
            walker.possible(field.control).iter().flatten().all(|answer| {
                let mut flat = walk.shown.flat.clone();
                flat.insert(path.clone(), answer.clone());
                let sent = Value::Object(form.shown_with(&flat, None).answers);
                form.wrong_fields(&sent).iter().any(|(wrong, _)| wrong == path)
            })
        };
        match cause.as_str() {
            "required" => findings.add("required-but-hidden", PackageFile::Schema, &place, ""),
            "not" | "unknown" if forbidden() => findings.add("asked-but-forbidden", PackageFile::Schema, &place, ""),
            _ => {}
        }
    }
}

/// Answers that were not asked for must be refused, and those that were asked for missed.
fn hidden_and_required(walker: &Walker, walks: &[Walk], findings: &mut Findings) {
    let form = walker.form;
    let given = |control: &Control| match form.group(&control.field).filter(|_| control.group.is_none()) {
        Some(group) => walks.iter().find_map(|walk| walk.shown.answers.get(&group.name).cloned()),
        None => Some(walker.sample(control)),
    };
    let samples: Vec<(&Control, Value)> = form
        .controls()
        .filter(|control| control.options.consent.is_none())
        .filter_map(|control| Some((control, given(control)?)))
        .collect();
    for walk in walks {
        let visible = visible(walk);
        let sent = Value::Object(walk.shown.answers.clone());
        for (control, sample) in &samples {
            for item in 0..control.group.as_ref().map_or(1, |group| walk.shown.items(group)) {
                let mut other = sent.clone();
                let Some(answers) = around(&mut other, control, item) else { continue };
                let code = if visible.contains(&control.path(Some(item)).as_str()) {
                    if control.optional || answers.remove(&control.field).is_none() {
                        continue;
                    }
                    "shown-but-not-required"
                } else {
                    answers.insert(control.field.clone(), sample.clone());
                    "hidden-but-allowed"
                };
                if form.wrong_fields(&other).is_empty() {
                    findings.add(code, PackageFile::Schema, &control.base(), "");
                }
            }
        }
    }
}

/// The object that an answer stands in.
fn around<'a>(sent: &'a mut Value, control: &Control, item: usize) -> Option<&'a mut serde_json::Map<String, Value>> {
    match &control.group {
        Some(group) => sent.get_mut(group)?.get_mut(item)?.as_object_mut(),
        None => sent.as_object_mut(),
    }
}

/// All answers on which it depends whether these are given where something else is seen.
pub(super) fn together(walker: &Walker, seeds: BTreeSet<String>, control: &Control) -> BTreeSet<String> {
    let seeds = seeds.into_iter().chain(guards(walker.form, control)).collect();
    walker.conditions.cone(walker.form, &seeds)
}
