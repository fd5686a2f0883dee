//! The form that fits every procedure: who applies, how to reach them, the papers of their case, what
//! they ask for, and how they receive the result. Its shipped package (`crates/domain/forms/any/`) has
//! the pages all procedures share; the case and the papers are added from the procedure's record, in the
//! record's own words.

use std::fmt::Write;

use serde_json::{Value, json};

use super::form::{Form, FormError};
use super::package::Package;
use super::shipped::ANY;
use crate::catalogue::national::Field;
use crate::catalogue::{Case, Evidence, Procedure};
use crate::text::{clean, cut};
use crate::words::{Locale, Words};

/// The version of the form that fits every procedure. Raise it with every change of which answers it
/// asks for, or of how it names papers.
pub const ANY_FORM_VERSION: u32 = 1;

/// The pages of the package that stand before the case and the papers: the applicant, the contact.
const BEFORE: usize = 2;
/// Papers of a case that have a page of their own; what is more shares one.
const MOST_PAGES: usize = 12;
/// The longest heading or button, in characters. What is longer is said whole below it.
const HEADING: usize = 90;
/// The longest name of a paper in a list.
const NAME: usize = 240;
/// The longest explanation.
const HELP: usize = 900;
/// The answer of somebody who does not know which case is theirs.
const UNKNOWN: &str = "unknown";

/// Makes the form of a procedure that has none of its own.
///
/// Paper 3 of case 1 is `c1_p3`, further papers of case 1 `c1_other`, and papers of no known case
/// `other`: names that depend on nothing but the procedure's cases, and so on its record's version.
/// Every paper may be left out, as a form that is not signed yet cannot be scanned: what is not
/// attached is brought to the counter.
///
/// # Errors
/// None for any record: what is generated is checked as shipped packages are, by tests.
pub fn any_form(procedure: &Procedure) -> Result<Form, FormError> {
    let form = read_package(procedure, Form::load)??;
    Ok(Form { fits_all: true, ..form })
}

/// Does something with the package of that form.
pub(super) fn read_package<T>(procedure: &Procedure, read: impl FnOnce(&Package) -> T) -> serde_json::Result<T> {
    let mut schema: Value = serde_json::from_str(ANY.schema)?;
    let mut ui: Value = serde_json::from_str(ANY.ui)?;
    let mut about: Value = serde_json::from_str(ANY.about)?;
    let mut added = Added {
        pages: Vec::new(),
        papers: Vec::new(),
        words: ANY.words.map(str::to_owned),
        unsure: procedure.unsure.contains(&Field::Papers),
    };
    match procedure.cases.as_slice() {
        [] => added.other("other", None, &["any-other-unknown"], None),
        [case] => added.case(1, case, None),
        cases => {
            let names: Vec<String> = (1..=cases.len()).map(|n| format!("c{n}")).collect();
            let choices: Vec<&str> = names.iter().map(String::as_str).chain([UNKNOWN]).collect();
            schema["properties"]["case"] = json!({ "type": "string", "enum": choices });
            push(&mut schema["required"], json!("case"));
            added.choice(cases);
            for (n, case) in (1..).zip(cases) {
                added.case(n, case, Some(&format!("c{n}")));
            }
            added.other("other", Some(UNKNOWN), &["any-other-unknown"], None);
        }
    }
    about["procedure"] = json!(procedure.code);
    about["version"] = json!(ANY_FORM_VERSION);
    about["papers"] = json!(added.papers);
    if let Some(pages) = ui["elements"].as_array_mut() {
        pages.splice(BEFORE..BEFORE, added.pages);
    }
    let [vi, en] = &added.words;
    Ok(read(&Package { schema: &schema.to_string(), ui: &ui.to_string(), about: &about.to_string(), words: [vi, en] }))
}

/// What a procedure adds to the package.
struct Added {
    pages: Vec<Value>,
    papers: Vec<Value>,
    /// Fluent, in each of [`Locale::ALL`].
    words: [String; 2],
    /// Whether the papers could not all be read for certain.
    unsure: bool,
}

impl Added {
    /// The page that asks for the case.
    fn choice(&mut self, cases: &[Case]) {
        self.pages.push(json!({
            "type": "Category",
            "label": "case",
            "elements": [{ "type": "Control", "scope": "#/properties/case", "options": { "widget": "choice" } }]
        }));
        for (n, case) in (1..).zip(cases) {
            let when = |of: &Case, locale| of.when.as_ref().map(|when| clean(when.get(locale)));
            self.say(&format!("case-c{n}"), |locale| match when(case, locale) {
                Some(when) => text(&cut(&when, HEADING)),
                None => format!("{{ any-case }} {}", text(&n.to_string())),
            });
            let alike = cases.iter().filter(|other| when(other, Locale::Vi) == when(case, Locale::Vi)).count() > 1;
            self.help(&format!("case-c{n}"), |locale| {
                let whole = when(case, locale).filter(|when| cut(when, HEADING) != *when);
                let papers = (alike || case.when.is_none()).then(|| list(&case.papers, locale));
                let papers = papers.filter(|papers| !papers.is_empty());
                let papers = papers.map(|papers| format!("{{ any-case-papers }} {}", text(&papers)));
                whole.map(|whole| text(&cut(&whole, HELP))).into_iter().chain(papers).collect()
            });
        }
    }

    /// The pages of a case: one for each paper that is not only shown.
    fn case(&mut self, n: usize, case: &Case, chosen: Option<&str>) {
        let mut pages = 0;
        let mut rest = Vec::new();
        for (p, paper) in (1..).zip(&case.papers) {
            let id = format!("c{n}_p{p}");
            let own_page = !paper.only_shown && pages < MOST_PAGES;
            // Nobody could tell from a list without it that the paper is asked for at all.
            let originals = paper.originals.unwrap_or(1);
            self.paper(&id, [originals, paper.copies], own_page, chosen, |words| {
                let uncertain = paper.originals.is_none().then(|| words.say("catalogue-originals-unknown"));
                let shown = paper.only_shown.then(|| words.say("catalogue-only-shown"));
                let name = cut(&paper.called(words), NAME);
                text(&[Some(name), uncertain, shown].into_iter().flatten().collect::<Vec<_>>().join(" "))
            });
            if own_page {
                pages += 1;
                self.page(&id, |locale| text(&cut(&paper.called(Words::of(locale)), HEADING)));
                self.help(&format!("page-{id}"), |locale| about(paper, Words::of(locale)));
            } else if !paper.only_shown {
                rest.push(paper.clone());
            }
        }
        let other = format!("c{n}_other");
        if !rest.is_empty() || case.papers.is_empty() || self.unsure {
            let sure = if case.papers.is_empty() { "any-other-unknown" } else { "any-other-unsure" };
            let sure = (self.unsure || case.papers.is_empty()).then_some(sure);
            self.other(&other, chosen, sure.as_slice(), Some((&rest, &case.notes)));
        } else {
            // What was attached while the papers were in doubt keeps its name when an officer has checked them.
            self.paper(&other, [0, 0], false, chosen, |_| "{ any-other }".to_owned());
        }
    }

    /// A page that attaches papers that have no page of their own.
    fn other(&mut self, id: &str, chosen: Option<&str>, said: &[&str], left: Option<(&[Evidence], &[String])>) {
        self.paper(id, [0, 0], true, chosen, |_| "{ any-other }".to_owned());
        self.page(id, |_| "{ any-other-page }".to_owned());
        let (rest, notes) = left.unwrap_or_default();
        let notes = notes.join(" ");
        self.help(&format!("page-{id}"), |locale| {
            let told = |key: &str, told: String| (!told.is_empty()).then(|| format!("{{ {key} }} {}", text(&told)));
            let rest = told("any-other-list", list(rest, locale));
            let notes = told("any-other-says", cut(&clean(&notes), HELP));
            let said = said.iter().map(|key| format!("{{ {key} }}"));
            said.chain(rest).chain(notes).chain(["{ any-other-help }".to_owned()]).collect()
        });
    }

    fn paper(
        &mut self,
        id: &str,
        [originals, copies]: [u32; 2],
        attach: bool,
        chosen: Option<&str>,
        name: impl Fn(&Words) -> String,
    ) {
        let attach = if attach { "optional" } else { "never" };
        let mut paper = json!({ "id": id, "originals": originals, "copies": copies, "attach": attach });
        if let Some(case) = chosen {
            paper["when"] =
                json!({ "scope": "#/properties/case", "schema": { "const": case }, "failWhenUndefined": true });
        }
        self.papers.push(paper);
        self.say(&format!("paper-{id}"), |locale| name(Words::of(locale)));
    }

    /// A page that attaches the paper of its name: there when the paper is.
    fn page(&mut self, id: &str, title: impl Fn(Locale) -> String) {
        self.pages.push(json!({ "type": "Category", "label": id, "options": { "evidence": id }, "elements": [] }));
        self.say(&format!("page-{id}"), title);
    }

    fn say(&mut self, key: &str, said: impl Fn(Locale) -> String) {
        for (source, locale) in self.words.iter_mut().zip(Locale::ALL) {
            // Writing into a string cannot fail.
            let _ = write!(source, "\n{key} = {}\n", said(locale));
        }
    }

    /// The explanation below something, where there is anything to say.
    fn help(&mut self, of: &str, said: impl Fn(Locale) -> Vec<String>) {
        if !said(Locale::Vi).is_empty() {
            self.say(&format!("{of}-help"), |locale| said(locale).join(" "));
        }
    }
}

/// What stands below the heading of a paper's page.
fn about(paper: &Evidence, words: &Words) -> Vec<String> {
    let name = paper.called(words);
    let whole = (cut(&name, HEADING) != name).then(|| text(&sentence(&cut(&name, HELP))));
    let counts = paper.counts_in_words(words);
    let counts = (!counts.is_empty()).then(|| match paper.originals {
        Some(_) => format!("{{ any-paper-count }} {}", text(&sentence(&counts))),
        None => text(&sentence(&counts)),
    });
    let form = paper.form.is_some().then(|| "{ any-paper-form }".to_owned());
    whole.into_iter().chain(counts).chain(form).chain(["{ any-paper-help }".to_owned()]).collect()
}

/// Papers one behind the other.
fn list(papers: &[Evidence], locale: Locale) -> String {
    let names: Vec<String> = papers.iter().map(|paper| cut(&paper.called(Words::of(locale)), HEADING)).collect();
    if names.is_empty() { String::new() } else { sentence(&cut(&names.join("; "), HELP)) }
}

/// With a full stop, where it does not end like a sentence.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// A text as Fluent takes any text: a string in a placeable, where braces, brackets and stars mean
/// nothing.
pub(super) fn text(text: &str) -> String {
    format!("{{ \"{}\" }}", clean(text).replace('\\', "\\\\").replace('"', "\\\""))
}

fn push(list: &mut Value, item: Value) {
    if let Some(list) = list.as_array_mut() {
        list.push(item);
    }
}
