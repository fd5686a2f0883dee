//! The page a phone opens from the QR code of a checklist: what to bring for a procedure, what it costs
//! and how long it takes. In Vietnamese; the boxes are for whoever reads it, nothing is sent.

use std::fmt::Write;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use motcua_domain::catalogue::{Case, Channel, Fee, LocalText, Procedure};
use motcua_domain::words::{Locale, Words};
use serde::Deserialize;

use super::super::input::{Asked, Named};
use super::{drawn, escape};
use crate::app::App;
use crate::import::html::field_key;
use crate::refusal::Refusal;
use crate::store::catalogue;

/// What of the procedure is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Of {
    /// The case, counted from 1; otherwise all of them.
    case: Option<usize>,
    /// The version of the procedure it was counted in.
    v: Option<u32>,
}

/// `GET /p/{code}`.
pub(crate) async fn page(
    State(app): State<App>,
    Named(code): Named<String>,
    of: Result<Asked<Of>, Refusal>,
) -> Result<Response, Refusal> {
    let words = Words::of(Locale::Vi);
    let Some(entry) = catalogue::entry(&mut app.read().await?, &code).await? else {
        let unknown = format!("<p>{}</p>", escape(&words.say("phone-checklist-unknown")));
        return drawn(&app, StatusCode::NOT_FOUND, &unknown, false).await;
    };
    // In another version the same number may stand for another case.
    let same = |of: &Of| of.v.is_none_or(|version| version == entry.procedure.version);
    let case = of.ok().filter(|Asked(of)| same(of)).and_then(|Asked(of)| of.case);
    drawn(&app, StatusCode::OK, &checklist(&entry.procedure, case, words), false).await
}

fn checklist(procedure: &Procedure, case: Option<usize>, words: &Words) -> String {
    let say = |key: &str| escape(&words.say(key));
    let mut html = format!(r#"<div class="checklist"><h1>{}</h1>"#, vi(&procedure.name));
    if let Some(official) = &procedure.official_name {
        let _ = write!(html, "<p>{}</p>", escape(&words.say_with("phone-checklist-official", &[("name", official)])));
    }
    if !procedure.summary.vi.is_empty() {
        let _ = write!(html, "<p>{}</p>", vi(&procedure.summary));
    }
    if !procedure.unsure.is_empty() {
        let fields: Vec<_> =
            procedure.unsure.iter().map(|field| words.say(&field_key(*field)).to_lowercase()).collect();
        let unsure = words.say_with("phone-checklist-unsure", &[("fields", &fields.join("; "))]);
        let _ = write!(html, r#"<p class="unsure">{}</p>"#, escape(&unsure));
    }
    if !procedure.bring.is_empty() {
        let lines: String = procedure.bring.iter().map(|line| format!("<li>{}</li>", vi(line))).collect();
        let _ = write!(html, "<h2>{}</h2><ul>{lines}</ul>", say("phone-checklist-bring"));
    }
    let _ = write!(html, "<h2>{}</h2>{}", say("phone-checklist-papers"), papers(procedure, case, words));
    let _ = write!(html, "<h2>{}</h2>", say("phone-checklist-ways"));
    for channel in &procedure.channels {
        html.push_str(&way(channel, words));
    }
    if procedure.channels.is_empty() {
        let _ = write!(html, "<p>{}</p>", say("phone-checklist-no-ways"));
    }
    if let Some(conditions) = &procedure.conditions {
        let lines: String = conditions.lines().map(|line| format!("<p>{}</p>", escape(line))).collect();
        let _ = write!(html, "<details><summary>{}</summary>{lines}</details>", say("phone-checklist-conditions"));
    }
    let code = words.say_with("phone-checklist-code", &[("code", &procedure.code)]);
    let _ = write!(html, "<p>{}</p></div>", escape(&code));
    html
}

/// The papers of the case asked for, or of every case, each behind its name where there are several.
fn papers(procedure: &Procedure, asked: Option<usize>, words: &Words) -> String {
    let cases = &procedure.cases;
    let name = |at: usize| match &cases[at].when {
        Some(when) => vi(when),
        None => escape(&words.say_with("phone-checklist-case", &[("number", &(at + 1).to_string())])),
    };
    let chosen = asked.and_then(|number| number.checked_sub(1)).filter(|at| *at < cases.len());
    match (chosen, cases.as_slice()) {
        (_, []) => format!("<p>{}</p>", escape(&words.say("phone-checklist-no-papers"))),
        (_, [only]) if only.when.is_none() => of_case(only, words),
        (_, [only]) => format!("<h3>{}</h3>{}", name(0), of_case(only, words)),
        (Some(at), several) => format!(
            r#"<h3>{}</h3>{}<p><a class="button" href="/p/{}">{}</a></p>"#,
            name(at),
            of_case(&several[at], words),
            escape(&procedure.code),
            escape(&words.say("phone-checklist-other-cases")),
        ),
        (None, several) => {
            let mut html = format!("<p>{}</p>", escape(&words.say("phone-checklist-choose")));
            for (at, case) in several.iter().enumerate() {
                let papers = of_case(case, words);
                let _ = write!(html, "<details><summary>{}</summary>{papers}</details>", name(at));
            }
            html
        }
    }
}

fn of_case(case: &Case, words: &Words) -> String {
    let mut html = String::new();
    for paper in &case.papers {
        let called = paper.called(words);
        let form = paper.form.as_ref().filter(|form| **form != called);
        let beside = [
            Some(paper.counts_in_words(words)).filter(|counts| !counts.is_empty()),
            paper.only_shown.then(|| words.say("catalogue-only-shown")),
            form.map(|form| words.say_with("phone-checklist-form", &[("form", form)])),
        ];
        let beside: String =
            beside.into_iter().flatten().map(|said| format!("<small>{}</small>", escape(&said))).collect();
        let said = format!("{}{beside}", escape(&called));
        html.push_str(&to_tick(&said));
    }
    if case.papers.is_empty() {
        let _ = write!(html, "<p>{}</p>", escape(&words.say("phone-checklist-no-papers")));
    }
    for note in &case.notes {
        let _ = write!(html, "<p>{}</p>", escape(note));
    }
    html
}

fn way(channel: &Channel, words: &Words) -> String {
    let deadline = match &channel.deadline {
        Some(deadline) => words.say_with("phone-checklist-deadline", &[("deadline", &deadline.in_words(words))]),
        None => words.say("phone-checklist-no-deadline"),
    };
    let mut html = format!("<h3>{}</h3>", escape(&channel.kind.in_words(words)));
    if !channel.note.is_empty() {
        let _ = write!(html, "<p>{}</p>", escape(&channel.note));
    }
    let _ = write!(html, "<p>{}</p>", escape(&deadline));
    let fee = |fee: &Fee| {
        let amount = fee.in_words(words);
        // Words of the record beside an amount that could not be read are in it, and others may repeat it.
        let alone = fee.amount.is_none() || fee.what.vi.is_empty() || fee.what.vi == amount;
        if alone { amount } else { format!("{amount}: {}", fee.what.vi) }
    };
    let fees: Vec<_> = channel.fees.iter().map(fee).collect();
    match fees.as_slice() {
        [] => {
            let _ = write!(html, "<p>{}</p>", escape(&words.say("phone-checklist-no-fee")));
        }
        [only] => {
            let _ = write!(html, "<p>{}</p>", escape(&words.say_with("phone-checklist-fee", &[("fee", only)])));
        }
        several => {
            let lines: String = several.iter().map(|fee| format!("<li>{}</li>", escape(fee))).collect();
            let _ = write!(html, "<p>{}</p><ul>{lines}</ul>", escape(&words.say("phone-checklist-fees")));
        }
    }
    html
}

/// A line that can be ticked off.
fn to_tick(line: &str) -> String {
    format!(r#"<label><input type="checkbox"><span>{line}</span></label>"#)
}

fn vi(text: &LocalText) -> String {
    escape(&text.vi)
}
