//! The page a phone opens from the QR code of a receipt: how far a submission has come, and its payment.
//! Nothing on it says whose it is; the details come only for the last four digits of the applicant's
//! number, and wrong ones lock them for a while.

use std::fmt::Write;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use motcua_domain::dossier::Rung;
use motcua_domain::guide::Form;
use motcua_domain::payment::{BankAccount, Payment, PaymentState, VietQr, Vnd};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Lookup, PaymentDetail, SubmissionDetail, SubmissionTime};
use motcua_domain::words::{Locale, Words};

use super::super::submissions::{self, begun_on};
use super::{both, drawn, escape, in_both, link, qr};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::follow::{self, Followed, Tried};
use crate::store::{catalogue, submission};

/// The most the form of the digits may send, in bytes.
const MOST: usize = 64;

/// What is below the steps.
enum Below {
    /// The question for the digits, behind what came of the last try.
    Ask(Option<u32>),
    /// The details stay locked until then.
    Locked(Moment),
    /// The details.
    Details,
}

/// `GET /d/{token}`.
pub(crate) async fn page(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Refusal> {
    match find(&app, &token).await? {
        Some((followed, detail)) => {
            let below = followed.locked_at(clock::now()).map_or(Below::Ask(None), Below::Locked);
            shown(&app, &detail, below).await
        }
        None => unknown(&app).await,
    }
}

/// `POST /d/{token}`: the details, for the last four digits of the applicant's number.
pub(crate) async fn details(
    State(app): State<App>,
    Path(token): Path<String>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let Some((_, detail)) = find(&app, &token).await? else { return unknown(&app).await };
    let digits = std::str::from_utf8(&body).ok().filter(|form| form.len() <= MOST).unwrap_or_default();
    let digits: String =
        digits.strip_prefix("digits=").unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let form = begun_on(&app, &detail.submission).await?;
    let number = form.applicant(&detail.submission.answers).number;
    let right = number.is_some_and(|number| digits.len() == 4 && number.as_str().ends_with(&digits));
    let Some(token_sha256) = secret::follow_sha256(&token) else { return unknown(&app).await };
    let tried = async move |unit: &mut crate::store::Unit| follow::tried(unit, &token_sha256, right).await;
    match app.writer.run(move |unit| Box::pin(async move { tried(unit).await })).await? {
        None => unknown(&app).await,
        Some(Tried::Right) => shown(&app, &detail, Below::Details).await,
        Some(Tried::Wrong { left }) => shown(&app, &detail, Below::Ask(Some(left))).await,
        Some(Tried::Locked(until)) => shown(&app, &detail, Below::Locked(until)).await,
    }
}

async fn find(app: &App, token: &str) -> Result<Option<(Followed, SubmissionDetail)>, Refusal> {
    let Some(token_sha256) = secret::follow_sha256(token) else { return Ok(None) };
    let Some(followed) = follow::find(&mut app.read().await?, &token_sha256).await? else { return Ok(None) };
    let detail = submissions::detail(app, followed.submission).await?;
    Ok(detail.map(|detail| (followed, detail)))
}

async fn unknown(app: &App) -> Result<Response, Refusal> {
    drawn(app, StatusCode::NOT_FOUND, &both(|words| vec![words.say("phone-follow-unknown")]), false).await
}

async fn shown(app: &App, detail: &SubmissionDetail, below: Below) -> Result<Response, Refusal> {
    let told = submission::told(detail);
    let known = catalogue::entry(&mut app.read().await?, &told.procedure).await?.map(|entry| entry.procedure);
    let mut html = String::from(r#"<div class="checklist follow">"#);
    let name = known.as_ref().map_or(told.procedure.as_str(), |procedure| procedure.name.get(Locale::Vi));
    let _ = write!(html, "<h1>{}</h1>", escape(name));
    html.push_str(&steps(&told));
    html.push_str(&told.time.as_ref().map(time).unwrap_or_default());
    let bank = app.lobby().await?.config().bank.clone();
    html.push_str(&told.payment.as_ref().map(|is| payment(is, &told.code, bank.as_ref())).unwrap_or_default());
    if told.supplements.iter().any(|asked| asked.answered_at.is_none()) {
        let _ =
            write!(html, r#"<div class="unsure">{}</div>"#, both(|words| vec![words.say("phone-follow-supplement")]));
    }
    for at in told.supplements.iter().filter_map(|asked| asked.answered_at) {
        let said = both(|words| vec![moment(words, "phone-follow-supplement-answered", at)]);
        let _ = write!(html, r#"<div class="answered">{said}</div>"#);
    }
    let bring = known.map(|procedure| procedure.bring).unwrap_or_default();
    if told.accepted_at.is_none() && !bring.is_empty() {
        let lines: String = bring.iter().map(|line| format!("<li>{}</li>", escape(line.get(Locale::Vi)))).collect();
        let _ = write!(html, "<h2>{}</h2><ul>{lines}</ul>", in_both("phone-follow-bring"));
    }
    match below {
        Below::Details => html.push_str(&opened(&*begun_on(app, &detail.submission).await?, detail)),
        Below::Locked(until) => {
            let time = clock_of(until);
            html.push_str(&both(|words| vec![words.say_with("phone-follow-locked", &[("time", &time)])]));
        }
        Below::Ask(left) => html.push_str(&question(left)),
    }
    html.push_str("</div>");
    // Who typed digits is not sent back to the question by the page loading itself again.
    drawn(app, StatusCode::OK, &html, false).await
}

/// What became of the time that was chosen, and the way to the appointment that holds it.
fn time(time: &SubmissionTime) -> String {
    let said = both(|words| vec![time.title(words), time.in_words(words)]);
    match time {
        SubmissionTime::Held { appointment } => said + &link(&format!("/a/{}", appointment.id), "phone-appointment"),
        _ => said,
    }
}

/// The steps, each with its time.
fn steps(told: &Lookup) -> String {
    let step = |rung: &Rung| {
        let (class, at) = match rung.at {
            Some(at) => ("done", both(|words| vec![moment(words, "phone-follow-at", at)])),
            None => ("open", both(|words| vec![words.say("ladder-not-yet")])),
        };
        format!(r#"<li class="{class}">{}<small>{at}</small></li>"#, in_both(rung.name.key()))
    };
    let steps: String = told.ladder.iter().map(step).collect();
    let due = told.due_at.map(|due| both(|words| vec![moment(words, "phone-follow-due", due)])).unwrap_or_default();
    format!(r#"<h2>{}</h2><ol class="steps">{steps}</ol>{due}"#, in_both("ladder-title"))
}

/// How the payment stands, what that means, and while it is open how it is made.
fn payment(payment: &Payment, code: &str, bank: Option<&BankAccount>) -> String {
    let amount = payment.expected.map(|amount| amount.to_string()).unwrap_or_default();
    let (state, key) = (payment.state.name(), payment.key());
    let title = if payment.expected.is_some() { "phone-follow-pay" } else { "phone-follow-pay-unset" };
    let (time, date) = payment.received_at.map(|at| (clock_of(at), date_of(at))).unwrap_or_default();
    let args = [("amount", amount.as_str()), ("time", &time), ("date", &date)];
    // Of money that came and does not fit only an officer knows how much is missing.
    let transfer = payment.still_to_pay().zip(bank).and_then(|(sum, bank)| transfer(payment, sum, code, bank));
    let help = if key == "pay-waiting" && transfer.is_none() { "pay-waiting-counter" } else { key };
    let said = both(|words| {
        vec![words.say_with(title, &args), words.say(key), words.say_with(&format!("{help}-help"), &args)]
    });
    let transfer = transfer.unwrap_or_default();
    format!(r#"<h2>{}</h2><div class="pay {state}">{said}</div>{transfer}"#, in_both("pay-title"))
}

/// The code a bank's app reads from a picture of this page, and the same as text to copy.
fn transfer(payment: &Payment, sum: Vnd, code: &str, bank: &BankAccount) -> Option<String> {
    let said = bank.payload(sum, code).ok()?;
    let purpose = VietQr::parse(&said).ok()?.purpose?;
    let not_yet = match payment.state {
        PaymentState::Checking => both(|words| vec![words.say("pay-checking-not-yet")]),
        _ => String::new(),
    };
    let row = |key: &str, value: &str| format!("<dt>{}</dt><dd>{}</dd>", in_both(key), escape(value));
    let rows = [
        row("pay-amount", &format!("{sum} đồng")),
        row("pay-account", &bank.name),
        row("pay-number", &bank.account),
        row("pay-purpose", &purpose),
    ];
    let how = both(|words| vec![words.say("phone-follow-transfer")]);
    Some(format!(r#"<div class="transfer">{not_yet}{how}{}<dl>{}</dl></div>"#, qr::drawn(&said)?, rows.concat()))
}

fn question(left: Option<u32>) -> String {
    let tried = left.map(|left| {
        let left = left.to_string();
        format!(
            r#"<div class="unsure">{}</div>"#,
            both(|words| vec![words.say_with("phone-follow-wrong", &[("left", &left)])])
        )
    });
    if left == Some(0) {
        return tried.unwrap_or_default();
    }
    format!(
        r#"<h2>{}</h2>{}{}<form method="post"><label class="digits">{}<input name="digits" inputmode="numeric" pattern="[0-9]{{4}}" maxlength="4" autocomplete="off" required></label><button class="button">{}</button></form>"#,
        in_both("phone-follow-details"),
        tried.unwrap_or_default(),
        both(|words| vec![words.say("phone-follow-ask")]),
        in_both("phone-follow-digits"),
        in_both("phone-follow-show"),
    )
}

/// What only its holder may know, in the language it was answered in.
fn opened(form: &Form, detail: &SubmissionDetail) -> String {
    let SubmissionDetail { submission, payment, .. } = detail;
    let locale = Locale::from_tag(&submission.language);
    let words = Words::of(locale);
    let answers = &submission.answers;
    let mut html = format!("<h2>{}</h2>", escape(&words.say("phone-follow-details")));
    let mut said = |sentence: String| {
        let _ = write!(html, "<p>{}</p>", escape(&sentence));
    };
    said(format!("{}: {}", words.say("phone-follow-code"), submission.code));
    said(words.say_with("phone-follow-applicant", &[("name", &form.applicant(answers).name)]));
    said(words.say_with("phone-follow-delivery", &[("delivery", &form.delivery_in_words(answers, locale))]));
    let mut list = |heading: &str, items: Vec<String>| {
        if !items.is_empty() {
            let items: String = items.iter().map(|item| format!("<li>{}</li>", escape(item))).collect();
            let _ = write!(html, "<h3>{}</h3><ul>{items}</ul>", escape(&words.say(heading)));
        }
    };
    list("phone-follow-costs", payment.as_ref().map(|detail| costs(detail, words)).unwrap_or_default());
    let mut papers = Vec::new();
    for document in &submission.documents {
        let name = form.evidence_name(&document.evidence, answers, locale);
        if !papers.contains(&name) {
            papers.push(name);
        }
    }
    list("phone-follow-papers", papers);
    for asked in detail.supplements.iter().filter(|asked| asked.done_at.is_none()) {
        list("supplement-asked", std::iter::once(asked.text.clone()).chain(asked.papers.iter().cloned()).collect());
    }
    if detail.acceptance.is_none() {
        let lines = form.evidence_in_words(answers, locale).into_iter();
        list("phone-follow-bring", lines.filter(|line| line.originals > 0).map(|line| line.name).collect());
    }
    html
}

/// The parts of what it costs. Those that are not reckoned stand in the words of the form or the record.
fn costs(detail: &PaymentDetail, words: &Words) -> Vec<String> {
    let known = detail.lines.iter().filter_map(|line| Some(format!("{}: {}", line.what, line.amount?.in_words(words))));
    let fee = detail.fee_set().map_or_else(|| words.say("guide-fee-unknown"), |fee| fee.in_words(words));
    known.chain(detail.not_reckoned().map(|what| format!("{what} ({fee})"))).collect()
}

fn moment(words: &Words, key: &str, at: Moment) -> String {
    words.say_with(key, &[("time", &clock_of(at)), ("date", &date_of(at))])
}

fn clock_of(at: Moment) -> String {
    at.local().strftime("%H:%M").to_string()
}

fn date_of(at: Moment) -> String {
    at.local().strftime("%d/%m/%Y").to_string()
}
