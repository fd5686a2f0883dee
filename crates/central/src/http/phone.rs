//! The page a phone opens from a ticket's QR code: where the number stands, in Vietnamese and
//! English. No script, nothing personal; it loads itself again every 15 s.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use motcua_domain::queue::TicketState;
use motcua_domain::wire::Ticket;
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::input::Named;
use super::view;
use crate::app::App;
use crate::refusal::Refusal;

/// Nothing but this page's own stylesheet.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const STYLE: &str = include_str!("phone.css");

/// `GET /t/{id}`.
pub(crate) async fn page(State(app): State<App>, id: Result<Named<Uuid>, Refusal>) -> Result<Response, Refusal> {
    let found = match id {
        Ok(Named(id)) => view::find(&app, id).await?,
        Err(_) => None,
    };
    let (status, content) = match &found {
        Some(ticket) => (StatusCode::OK, standing(ticket)),
        None => (StatusCode::NOT_FOUND, both(|words| vec![words.say("phone-unknown")])),
    };
    let refresh = if found.is_some() { r#"<meta http-equiv="refresh" content="15">"# } else { "" };
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

/// `GET /phone.css`.
pub(crate) async fn style() -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"))], STYLE).into_response()
}

fn standing(ticket: &Ticket) -> String {
    let counter = ticket.counter.map(|number| number.to_string()).unwrap_or_default();
    let ahead = ticket.ahead.to_string();
    let sentences = both(|words| {
        let state = match ticket.state {
            TicketState::Waiting => {
                return vec![words.say("phone-waiting"), words.say_with("phone-ahead", &[("count", &ahead)])];
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
    format!(
        r#"<p class="what">{}</p><p class="label {}">{}</p>{sentences}"#,
        escape(&Words::of(Locale::Vi).say("phone-number")),
        ticket.state.as_str(),
        escape(&ticket.label),
    )
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
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
