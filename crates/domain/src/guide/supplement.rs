//! The form on which somebody answers what an officer asked for because it was missing: what was asked,
//! in the officer's own words; the consent; each paper asked for, or that it is not at hand; a message; the
//! review. It is made of the stored request alone, so that the kiosk and the central system make the same.

use std::fmt::Write;

use serde_json::{Value, json};

use super::any::text;
use super::form::{Form, FormError};
use super::package::Package;
use crate::text::cut;
use crate::wire::SupplementRequest;
use crate::words::Locale;

/// The version of the form that answers a request. Raise it with every change of which answers it asks
/// for, or of how it names papers.
pub const SUPPLEMENT_FORM_VERSION: u32 = 1;

/// Its words in each of [`Locale::ALL`], but for those of the request.
pub(super) const WORDS: [&str; 2] =
    [include_str!("../../forms/supplement/vi.ftl"), include_str!("../../forms/supplement/en.ftl")];
/// What stands for a national code: it is the form of no procedure.
const PROCEDURE: &str = "supplement";
/// The longest heading, in characters. What is longer is said whole below it.
const HEADING: usize = 90;
/// The most characters of the message.
const MESSAGE: u32 = 1_000;

/// Makes the form that answers a request.
///
/// Of paper 2 of the request `have_2` asks whether it is here (`here`, `none`), `p2` is attached, and
/// `b2` is brought to the counter later. `message` may be left empty as long as some paper is sent.
///
/// # Errors
/// None for any request: what is generated is checked by tests.
pub fn supplement_form(request: &SupplementRequest) -> Result<Form, FormError> {
    let mut words = WORDS.map(str::to_owned);
    let mut say = |key: &str, said: &str| {
        for (source, _) in words.iter_mut().zip(Locale::ALL) {
            // Writing into a string cannot fail.
            let _ = write!(source, "\n{key} = {said}\n");
        }
    };
    say("asked-text", &text(&request.text));
    let mut notes = vec![label("asked-text", None)];
    if !request.papers.is_empty() {
        say("asked-list", &format!("{{ asked-papers }} {}", text(&request.papers.join("; "))));
        notes.push(label("asked-list", None));
    }
    let mut pages = vec![page("asked", notes)];
    let mut papers = Vec::new();
    let mut answers = serde_json::Map::new();
    for (n, name) in (1..).zip(&request.papers) {
        let (have, sent, brought) = (format!("have_{n}"), format!("p{n}"), format!("b{n}"));
        answers.insert(have.clone(), json!({ "type": "string", "enum": ["here", "none"] }));
        pages.push(page(&have, vec![control(&have, "choice")]));
        pages.push(json!({ "type": "Category", "label": sent, "options": { "evidence": sent }, "elements": [] }));
        papers.push(json!({ "id": sent, "originals": 0, "copies": 0, "attach": "required",
            "when": is(&have, "here") }));
        papers.push(json!({ "id": brought, "originals": 1, "copies": 0, "attach": "never",
            "when": is(&have, "none") }));
        let named = text(name);
        for (key, said) in [("", "have"), ("-here", "have-here"), ("-none", "have-none")] {
            say(&format!("{have}{key}"), &format!("{{ {said} }}"));
        }
        say(&format!("{have}-none-help"), "{ have-none-help }");
        say(&format!("{have}-error-required"), "{ have-required }");
        for key in [&sent, &have] {
            say(&format!("page-{key}"), &text(&cut(name, HEADING)));
        }
        let whole = if cut(name, HEADING) == *name { String::new() } else { format!("{named} ") };
        if !whole.is_empty() {
            say(&format!("page-{have}-help"), &named);
        }
        say(&format!("page-{sent}-help"), &format!("{whole}{{ paper-help }}"));
        say(&format!("paper-{sent}"), &named);
        say(&format!("paper-{brought}"), &named);
    }
    let needed = nothing_here(request.papers.len());
    let mut message = match request.papers.len() {
        0 => vec![label("message-only", None)],
        _ => vec![
            label("message-free", Some(json!({ "scope": "#", "schema": { "not": needed } }))),
            label("message-needed", Some(json!({ "scope": "#", "schema": needed }))),
        ],
    };
    message.push(control("message", "long_text"));
    pages.push(page("message", message));
    let asked: Vec<String> = answers.keys().cloned().collect();
    answers.insert("message".to_owned(), json!({ "type": "string", "minLength": 2, "maxLength": MESSAGE }));
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": answers,
        "required": asked,
        "allOf": [{ "if": needed, "then": { "required": ["message"] } }],
        "unevaluatedProperties": false
    });
    let about = json!({
        "procedure": PROCEDURE, "version": SUPPLEMENT_FORM_VERSION, "appointment": false, "supplement": true,
        "applicant": { "name": "", "number": "", "phone": "", "address": "", "birth_date": "" },
        "papers": papers, "fees": []
    });
    let ui = json!({ "type": "Categorization", "elements": pages });
    let [vi, en] = &words;
    Form::load(&Package {
        schema: &schema.to_string(),
        ui: &ui.to_string(),
        about: &about.to_string(),
        words: [vi, en],
    })
}

/// A schema that holds when none of so many papers is here.
fn nothing_here(papers: usize) -> Value {
    let names: Vec<String> = (1..=papers).map(|n| format!("have_{n}")).collect();
    let none: serde_json::Map<String, Value> =
        names.iter().map(|name| (name.clone(), json!({ "const": "none" }))).collect();
    json!({ "properties": none, "required": names })
}

fn is(answer: &str, value: &str) -> Value {
    json!({ "scope": format!("#/properties/{answer}"), "schema": { "const": value }, "failWhenUndefined": true })
}

fn page(name: &str, elements: Vec<Value>) -> Value {
    json!({ "type": "Category", "label": name, "elements": elements })
}

fn control(answer: &str, widget: &str) -> Value {
    json!({ "type": "Control", "scope": format!("#/properties/{answer}"), "options": { "widget": widget } })
}

/// A sentence, where its condition holds.
fn label(key: &str, when: Option<Value>) -> Value {
    let mut label = json!({ "type": "Label", "text": key });
    if let Some(condition) = when {
        label["rule"] = json!({ "effect": "SHOW", "condition": condition });
    }
    label
}
