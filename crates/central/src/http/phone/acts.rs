//! What the holder of a ticket can do on the phone: each is asked for on a page of its own first.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::queue::{Deed, RATING_REASONS};
use uuid::Uuid;

use super::{both, drawn, escape, in_both, link, refused, unknown};
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::{Unit, rating};

/// The most a form may send, in bytes.
const MOST: usize = 1024;
/// The grades, best first, with their words.
const GRADES: [(u8, &str); 4] = [(4, "rating-4"), (3, "rating-3"), (2, "rating-2"), (1, "rating-1")];

/// An act by its place in the address.
#[derive(Clone, Copy)]
enum Act {
    Cancel,
    Return,
    Rate,
}

fn read(id: &str, act: &str) -> Option<(Uuid, Act)> {
    let act = match act {
        "cancel" => Act::Cancel,
        "return" => Act::Return,
        "rate" => Act::Rate,
        _ => return None,
    };
    Some((id.parse().ok()?, act))
}

/// `GET /t/{id}/{act}`: asks whether it is meant, or how it was.
pub(crate) async fn ask(State(app): State<App>, Path((id, act)): Path<(String, String)>) -> Result<Response, Refusal> {
    let Some((id, act)) = read(&id, &act) else { return unknown(&app).await };
    let (question, button, fields) = match act {
        Act::Cancel => ("phone-cancel-ask", "phone-cancel-yes", String::new()),
        Act::Return => ("phone-return-ask", "phone-return-yes", String::new()),
        Act::Rate => ("phone-rate-ask", "phone-rate-send", rating_fields()),
    };
    let content = format!(
        r#"{}<form method="post">{fields}<button class="button">{}</button></form>{}"#,
        both(|words| vec![words.say(question)]),
        in_both(button),
        link(&format!("/t/{id}"), "phone-back"),
    );
    drawn(&app, StatusCode::OK, &content, false).await
}

fn rating_fields() -> String {
    let grade = |(value, words): (u8, &str)| {
        format!(r#"<label><input type="radio" name="grade" value="{value}" required>{}</label>"#, in_both(words))
    };
    let reason = |name: &&str| {
        let words = in_both(&format!("rating-reason-{name}"));
        format!(r#"<label><input type="checkbox" name="reason" value="{}">{words}</label>"#, escape(name))
    };
    let grades: String = GRADES.map(grade).join("");
    let reasons: String = RATING_REASONS.iter().map(reason).collect();
    format!("<fieldset>{grades}</fieldset><fieldset><legend>{}</legend>{reasons}</fieldset>", in_both("phone-rate-why"))
}

/// `POST /t/{id}/{act}`: does it, and shows the number as it stands then.
pub(crate) async fn act(
    State(app): State<App>,
    Path((id, act)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let Some((id, act)) = read(&id, &act) else { return unknown(&app).await };
    let done = match act {
        Act::Cancel => says(&app, id, Deed::Cancel { reason: "given-back".into() }).await,
        Act::Return => says(&app, id, Deed::ReturnToQueue).await,
        Act::Rate => rate(&app, id, &body).await,
    };
    match done {
        Ok(()) => Ok((StatusCode::SEE_OTHER, [(header::LOCATION, format!("/t/{id}"))]).into_response()),
        Err(Refusal::Problem(status, problem)) if status.is_client_error() => {
            refused(&app, &format!("/t/{id}"), status, &problem).await
        }
        Err(other) => Err(other),
    }
}

async fn says(app: &App, id: Uuid, deed: Deed) -> Result<(), Refusal> {
    let says = move |unit: &mut Unit| unit.decide(|hall, now| hall.holder_says(id, deed, now).map(Some)).map(|_| ());
    app.writer.run(move |unit| Box::pin(async move { says(unit) })).await
}

/// `grade=4&reason=cho-lau`.
async fn rate(app: &App, id: Uuid, body: &[u8]) -> Result<(), Refusal> {
    let form = std::str::from_utf8(body).ok().filter(|form| form.len() <= MOST).unwrap_or_default();
    let fields = || form.split('&').filter_map(|field| field.split_once('='));
    let grade = fields().find(|(name, _)| *name == "grade").and_then(|(_, value)| value.parse().ok());
    let reasons: Vec<String> =
        fields().filter(|(name, _)| *name == "reason").map(|(_, value)| value.to_owned()).collect();
    let record =
        async move |unit: &mut Unit| rating::record(unit, id, grade.unwrap_or(0), &reasons, "holder".into()).await;
    app.writer.run(move |unit| Box::pin(async move { record(unit).await })).await
}
