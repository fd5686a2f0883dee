//! The page on which a phone sends the pages of one paper, `/u/{token}`: in the language of the visit at
//! the kiosk, and of use without scripts.

use std::fmt::Write;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use motcua_domain::words::Words;
use serde::Serialize;

use super::upload::Phone;
use super::{both, drawn, escape};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::upload::{self, Upload};
use crate::store::upload_file::{self, File};

/// As the other pages of phones, and this page's script, what it asks here, and the pictures it shows
/// of what was chosen on the phone itself.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src blob:; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const SCRIPT: &str = include_str!("upload.js");

/// What the script says by itself: its name for it, and the words.
const SAID_BY_SCRIPT: [(&str, &str); 11] = [
    ("page", "phone-upload-page"),
    ("sending", "phone-upload-sending"),
    ("preparing", "phone-upload-preparing"),
    ("cut", "phone-upload-cut"),
    ("left", "phone-upload-left"),
    ("failed", "phone-upload-failed"),
    ("body-too-large", "phone-upload-too-large"),
    ("file-kind-refused", "phone-upload-kind"),
    ("upload-empty", "phone-upload-kind"),
    ("upload-pages", "phone-upload-pages"),
    ("upload-full", "phone-upload-full"),
];

/// A page of the paper as the phone shows it.
#[derive(Serialize)]
pub(crate) struct Page {
    number: u32,
    size: u64,
    received: u64,
    /// `sending`, `waiting` for the kiosk, `taken`, `faulty` (taken, but hard to read), `refused`.
    state: &'static str,
    /// What the kiosk said, in words.
    said: String,
}

/// All that changes of the page.
#[derive(Serialize)]
pub(crate) struct Now {
    done: bool,
    /// Until when the page can be used, in words.
    until: String,
    pages: Vec<Page>,
}

/// `GET /u/{token}/state`.
pub(crate) async fn state(State(app): State<App>, phone: Phone) -> Result<Json<Now>, Refusal> {
    now(&app, &phone.upload).await.map(Json)
}

async fn now(app: &App, known: &Upload) -> Result<Now, Refusal> {
    let words = Words::of(known.locale());
    let files = upload_file::files(&mut app.read().await?, &known.id).await?;
    let time = known.until().local().strftime("%H:%M").to_string();
    let until = words.say_with("phone-upload-until", &[("time", &time)]);
    let silent = app.followed.is_silent(known, clock::now());
    Ok(Now { done: known.done, until, pages: files.iter().map(|file| told(file, silent, words)).collect() })
}

fn told(file: &File, silent: bool, words: &Words) -> Page {
    let (state, said) = match &file.verdict {
        None if file.sha256.is_none() => ("sending", words.say("phone-upload-left")),
        None if silent => ("waiting", words.say("phone-upload-silent")),
        None => ("waiting", words.say("phone-upload-waiting")),
        Some(verdict) => match &verdict.refused {
            Some(problem) => {
                let args: Vec<_> = problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let said = words.say_with(&problem.message_key(), &args);
                ("refused", format!("{} {said}", words.say("phone-upload-refused")))
            }
            None if verdict.faults.is_empty() => ("taken", words.say("phone-upload-taken")),
            None => {
                let advice = |fault: &motcua_domain::guide::PageFault| {
                    words.say(&format!("phone-upload-fault-{}", fault.name()))
                };
                ("faulty", verdict.faults.iter().map(advice).collect::<Vec<_>>().join(" "))
            }
        },
    };
    Page { number: file.number, size: file.size, received: file.received, state, said }
}

/// `GET /u/{token}`.
pub(crate) async fn page(State(app): State<App>, phone: Result<Phone, Refusal>) -> Result<Response, Refusal> {
    let phone = match phone {
        Ok(phone) => phone,
        Err(refusal) => return ended(&app, refusal).await,
    };
    let id = phone.upload.id.clone();
    app.writer.run(move |unit| Box::pin(async move { upload::note_opened(unit, &id).await })).await?;
    let now = now(&app, &phone.upload).await?;
    let centre = escape(&app.lobby().await?.config().name);
    let html = whole(&centre, &phone, &now);
    let policy = [(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY))];
    Ok((policy, Html(html)).into_response())
}

/// `GET /upload.js`.
pub(crate) async fn script() -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"))], SCRIPT).into_response()
}

/// A token that is none any more, or never was one: what to do. Who tries many hears it later.
pub(super) async fn ended(app: &App, refusal: Refusal) -> Result<Response, Refusal> {
    match refusal {
        Refusal::Problem(StatusCode::NOT_FOUND, _) => {
            let say = |words: &Words| vec![words.say("phone-upload-ended"), words.say("phone-upload-ended-next")];
            drawn(app, StatusCode::NOT_FOUND, &both(say), false).await
        }
        other => Err(other),
    }
}

fn whole(centre: &str, Phone { token, upload }: &Phone, now: &Now) -> String {
    let words = Words::of(upload.locale());
    let say = |key: &str| escape(&words.say(key));
    let until = escape(&now.until);
    // The script puts a page's number where the 0 is.
    let args = [("number", "0"), ("most", &upload.most_pages.to_string())];
    let spoken =
        |(name, key): (&str, &str)| format!(r#"<p data-name="{name}">{}</p>"#, escape(&words.say_with(key, &args)));
    let spoken = SAID_BY_SCRIPT.map(spoken).join("");
    let finished = if now.done { "" } else { " hidden" };
    let (tag, paper) = (upload.locale().tag(), escape(&upload.paper));
    format!(
        r#"<!doctype html>
<html lang="{tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>{paper}</title><link rel="stylesheet" href="/phone.css"><script src="/upload.js" defer></script></head>
<body><header>{centre}</header><main class="upload" data-at="/u/{token}">
<h1>{paper}</h1>
<p id="finished"{finished}>{}</p>
<p>{}</p>
<ol id="pages">{}</ol>
<form id="send" method="post" enctype="multipart/form-data" action="/u/{token}">
<label class="button take"><b>{}</b><input id="take" type="file" name="page" accept="image/*" capture="environment"></label>
<label class="button"><b>{}</b><input id="choose" type="file" name="page" accept="image/jpeg,image/png,application/pdf"></label>
<button class="button send">{}</button>
</form>
<p class="look"><a class="button" href="/u/{token}">{}</a></p>
<form method="post" action="/u/{token}/done"><button id="done" class="button">{}</button></form>
<p id="until">{until}</p>
<template id="words">{spoken}</template>
<template id="row">{}</template>
</main></body></html>
"#,
        say("phone-upload-finished"),
        say("phone-upload-intro"),
        rows(token, now, words),
        say("phone-upload-take"),
        say("phone-upload-choose"),
        say("phone-upload-send"),
        say("phone-upload-look"),
        say("phone-upload-done"),
        row_of_script(words),
    )
}

/// The pages for a browser without scripts.
fn rows(token: &str, now: &Now, words: &Words) -> String {
    let mut html = String::new();
    for (at, page) in (1..).zip(&now.pages) {
        let title = words.say_with("phone-upload-page", &[("number", &at.to_string())]);
        let (state, number) = (page.state, page.number);
        let _ =
            write!(html, r#"<li class="{state}"><div><b>{}</b><p>{}</p></div>"#, escape(&title), escape(&page.said));
        if !matches!(state, "taken" | "faulty") {
            let remove = escape(&words.say("phone-upload-remove"));
            let _ = write!(
                html,
                r#"<form method="post" action="/u/{token}/files/{number}/remove"><button class="plain">{remove}</button></form>"#
            );
        }
        html.push_str("</li>");
    }
    html
}

/// A page of the list as the script draws it.
fn row_of_script(words: &Words) -> String {
    let say = |key: &str| escape(&words.say(key));
    format!(
        r#"<li><img alt="" hidden><div><b></b><p></p><progress max="1" hidden></progress></div><button class="plain try" hidden>{}</button><button class="plain again" hidden>{}</button><button class="plain remove" hidden>{}</button></li>"#,
        say("phone-upload-try"),
        say("phone-upload-again"),
        say("phone-upload-remove"),
    )
}
