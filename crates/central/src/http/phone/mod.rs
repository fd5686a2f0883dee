//! The pages a phone opens from a ticket's QR code: where the number stands, giving it back, saying
//! that one is here after all, and saying how it was. In Vietnamese and English, without scripts and
//! with nothing personal; the first loads itself again every 15 s.
//!
//! Whoever has the paper may do this: the ticket's identity is in its QR only and cannot be guessed.

mod acts;
pub(crate) mod appointment;
pub(crate) mod checklist;
pub(crate) mod follow;
mod multipart;
mod pace;
mod qr;
pub(crate) mod upload;
pub(crate) mod upload_page;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use motcua_domain::queue::TicketState;
use motcua_domain::wire::{Problem, Ticket};
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::input::Named;
use super::view;
use crate::app::App;
use crate::refusal::Refusal;

pub(crate) use acts::{act, ask};
pub(crate) use pace::Paces;

/// Nothing but this page's own stylesheet, and forms that come back here.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const STYLE: &str = include_str!("phone.css");

/// `GET /t/{id}`.
pub(crate) async fn page(State(app): State<App>, id: Result<Named<Uuid>, Refusal>) -> Result<Response, Refusal> {
    let found = match id {
        Ok(Named(id)) => view::find(&app, id).await?,
        Err(_) => None,
    };
    match &found {
        Some(ticket) => drawn(&app, StatusCode::OK, &standing(ticket), true).await,
        None => unknown(&app).await,
    }
}

/// `GET /phone.css`.
pub(crate) async fn style() -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"))], STYLE).into_response()
}

async fn unknown(app: &App) -> Result<Response, Refusal> {
    drawn(app, StatusCode::NOT_FOUND, &both(|words| vec![words.say("phone-unknown")]), false).await
}

/// What was refused, and the way back.
async fn refused(app: &App, back: &str, status: StatusCode, problem: &Problem) -> Result<Response, Refusal> {
    let args: Vec<_> = problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let sentence = both(|words| vec![words.say_with(&problem.message_key(), &args)]);
    drawn(app, status, &format!("{sentence}{}", link(back, "phone-back")), false).await
}

async fn drawn(app: &App, status: StatusCode, content: &str, follow: bool) -> Result<Response, Refusal> {
    let refresh = if follow { r#"<meta http-equiv="refresh" content="15">"# } else { "" };
    let centre = escape(&app.lobby().await?.config().name);
    let html = format!(
        r#"<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">{refresh}<title>{centre}</title><link rel="stylesheet" href="/phone.css"></head>
<body><header>{centre}</header><main>{content}</main></body></html>
"#
    );
    let policy = [(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY))];
    Ok((status, policy, Html(html)).into_response())
}

fn standing(ticket: &Ticket) -> String {
    let counter = ticket.counter.map(|number| number.to_string()).unwrap_or_default();
    let ahead = ticket.ahead.to_string();
    let sentences = both(|words| {
        let state = match ticket.state {
            TicketState::Waiting => {
                let mut sentences =
                    vec![words.say("phone-waiting"), words.say_with("phone-ahead", &[("count", &ahead)])];
                sentences.extend(ticket.wait.map(|wait| wait.say(words, "phone-wait")));
                return sentences;
            }
            TicketState::Called => "phone-called",
            TicketState::Serving => "phone-serving",
            TicketState::Finished => "phone-finished",
            TicketState::NoShow => "phone-no-show",
            TicketState::Parked => "phone-parked",
            TicketState::Cancelled => "phone-cancelled",
            TicketState::Expired => "phone-unknown",
        };
        vec![words.say_with(state, &[("counter", &counter)])]
    });
    let next = match ticket.state {
        TicketState::Waiting => link(&format!("/t/{}/cancel", ticket.id), "phone-cancel"),
        TicketState::NoShow => link(&format!("/t/{}/return", ticket.id), "phone-return"),
        TicketState::Finished if !ticket.rated => link(&format!("/t/{}/rate", ticket.id), "phone-rate"),
        _ => String::new(),
    };
    format!(
        r#"<p class="what">{}</p><p class="label {}">{}</p>{sentences}{next}"#,
        escape(&Words::of(Locale::Vi).say("phone-number")),
        ticket.state.as_str(),
        escape(&ticket.label),
    )
}

/// A way to another page, in both languages.
fn link(to: &str, words: &str) -> String {
    format!(r#"<p><a class="button" href="{to}">{}</a></p>"#, in_both(words))
}

/// A few words in both languages, one below the other.
fn in_both(key: &str) -> String {
    let each = Locale::ALL
        .map(|locale| format!(r#"<span lang="{}">{}</span>"#, locale.tag(), escape(&Words::of(locale).say(key))));
    each.join("")
}

/// The same sentences in both languages.
fn both(say: impl Fn(&Words) -> Vec<String>) -> String {
    let mut html = String::new();
    for locale in Locale::ALL {
        for sentence in say(Words::of(locale)) {
            html.push_str(&format!(r#"<p lang="{}">{}</p>"#, locale.tag(), escape(&sentence)));
        }
    }
    html
}

/// Text as HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
