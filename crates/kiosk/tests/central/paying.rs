//! After "Nộp", while its person is still there: that it arrived is seen, and what they say of paying is told once.

use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use motcua_domain::dossier::ladder;
use motcua_domain::payment::{Payment, PaymentDeed, PaymentEvent, PaymentState, Vnd};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Lookup, Problem, Receipt, Submission, SubmissionState};
use motcua_kiosk::citizen::CitizenDesk;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::outbox::{Outbox, Sent, hex_sha256};
use motcua_kiosk::view::{CitizenNews, PaymentNow, SubmissionShown};

use crate::Kiosk;
use crate::drafts::{begun, to_review};

/// When the central system knows of things.
fn at() -> Moment {
    Moment::from_millis(1_795_395_900_000)
}

/// A central system that takes submissions and what is said of their payment.
#[derive(Default)]
struct Known {
    /// Every answer is 503.
    away: bool,
    /// Submissions are taken, and the receipts are lost.
    loses_receipts: bool,
    /// How often somebody looked a code up.
    asked: u32,
    /// So many answers to what is said of paying are lost.
    loses: u32,
    submissions: Vec<Submission>,
    /// Under which keys somebody said to have paid.
    said: HashSet<String>,
}

#[derive(Clone, Default)]
struct Centre {
    known: Arc<Mutex<Known>>,
    /// Held while no look-up is answered.
    answers: Arc<tokio::sync::Mutex<()>>,
}

impl Centre {
    async fn start() -> (Self, Kiosk) {
        let centre = Self::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let router = Router::new()
            .route("/v1/submissions", post(take))
            .route("/v1/lookup/{code}", get(look_up))
            .route("/v1/lookup/{code}/transferred", post(said))
            .fallback(|| async { StatusCode::SERVICE_UNAVAILABLE })
            .with_state(centre.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (centre, Kiosk::at(&url).await)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().expect("no test panics holding it")
    }
}

impl Known {
    fn payment(&self) -> Payment {
        let said = self.said.iter().map(|_| PaymentEvent { at: at(), deed: PaymentDeed::Said });
        Payment::of(Vnd(16_000), at(), &said.collect::<Vec<_>>())
    }
}

fn away() -> Response {
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

async fn take(State(centre): State<Centre>, Json(submission): Json<Submission>) -> Response {
    let mut known = centre.known();
    if known.away {
        return away();
    }
    let receipt = Receipt {
        id: submission.id,
        code: submission.code.clone(),
        received_at: at(),
        content_sha256: hex_sha256(submission.canonical_json().as_bytes()),
        time: None,
    };
    if !known.submissions.iter().any(|known| known.id == submission.id) {
        known.submissions.push(submission);
    }
    if known.loses_receipts { away() } else { Json(receipt).into_response() }
}

async fn look_up(State(centre): State<Centre>, Path(code): Path<String>) -> Response {
    centre.known().asked += 1;
    let _answers = centre.answers.lock().await;
    let known = centre.known();
    if known.away {
        return away();
    }
    let Some(found) = known.submissions.iter().find(|submission| submission.code == code) else {
        return (StatusCode::NOT_FOUND, Json(Problem::new("unknown-code"))).into_response();
    };
    let payment = known.payment();
    Json(Lookup {
        code,
        procedure: found.procedure.clone(),
        state: SubmissionState::Received,
        received_at: at(),
        dossier_code: None,
        accepted_at: None,
        due_at: None,
        ladder: ladder(found.made_at, Some(at()), None, Some(&payment)),
        payment: Some(payment),
        supplements: Vec::new(),
        time: None,
    })
    .into_response()
}

async fn said(State(centre): State<Centre>, headers: HeaderMap, Path(code): Path<String>) -> Response {
    let mut known = centre.known();
    assert!(known.submissions.iter().any(|submission| submission.code == code), "its submission is told first");
    if known.away {
        return away();
    }
    known.said.insert(headers["idempotency-key"].to_str().expect("a key").to_owned());
    if known.loses > 0 {
        known.loses -= 1;
        return away();
    }
    Json(known.payment()).into_response()
}

/// The desk of a kiosk with its outbox, and what was submitted there.
async fn submitted(kiosk: &Kiosk) -> (Arc<CitizenDesk>, Arc<Outbox>, SubmissionShown) {
    let link = Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()));
    let measures = Measures::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
    let parts = kiosk.citizen_parts(link, None, measures);
    let outbox = parts.outbox.clone();
    let desk = CitizenDesk::new(parts);
    begun(&desk).await;
    to_review(&desk).await;
    let shown = desk.guide_submit().await.expect("saved");
    (desk, outbox, shown)
}

/// The one submission that waits, when it is its time.
async fn due(kiosk: &Kiosk) -> uuid::Uuid {
    kiosk.clock.0.fetch_add(301_000, Ordering::SeqCst);
    let due = kiosk.store.due_submissions(kiosk.clock.now()).await.expect("a list");
    let [id] = due[..] else { panic!("one waits: {due:?}") };
    id
}

#[tokio::test]
async fn who_still_stands_there_is_told_that_it_arrived_and_nobody_else() {
    let (centre, kiosk) = Centre::start().await;
    centre.known().away = true;
    let (desk, outbox, shown) = submitted(&kiosk).await;
    assert!(!shown.sent && shown.received_at.is_none());
    let mut news = desk.news();
    tokio::spawn(desk.clone().follow_outbox());

    centre.known().away = false;
    assert!(matches!(outbox.send(due(&kiosk).await).await, Ok(Sent::Received(_))));
    while !matches!(news.recv().await, Ok(CitizenNews::Submitted)) {}
    let now = desk.submitted().await.expect("it is of this visit");
    assert_eq!((now.sent, now.received_at, &now.code), (true, Some(at()), &shown.code));
    let reached = now.ladder.iter().filter(|rung| rung.at.is_some()).count();
    assert_eq!(reached, 3, "saved, sent and received: {:?}", now.ladder);
    assert_eq!(desk.guide_submit().await.expect("the same"), now, "a second tap tells the truth as well");

    desk.end_visit().await;
    assert_eq!(desk.submitted().await, None);
}

#[tokio::test]
async fn what_its_person_says_of_paying_is_kept_and_told_once_after_the_submission() {
    let (centre, kiosk) = Centre::start().await;
    centre.known().away = true;
    let (desk, _, _) = submitted(&kiosk).await;
    for _ in 0..2 {
        let kept = PaymentNow { payment: None, said: true };
        assert_eq!(desk.say_transferred().await.expect("kept"), kept);
    }
    desk.end_visit().await;

    let kiosk = kiosk.after_the_power_cut().await;
    let outbox = Outbox::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
    let id = due(&kiosk).await;
    assert!(kiosk.store.due_transfers(kiosk.clock.now()).await.expect("a list").is_empty(), "the submission first");
    assert_eq!(outbox.tell_transfer(id).await.expect("nothing to tell yet"), None);
    // More answers are lost than one telling asks for again.
    (centre.known().away, centre.known().loses) = (false, 4);
    assert!(matches!(outbox.send(id).await, Ok(Sent::Received(_))));
    assert_eq!(kiosk.store.due_transfers(kiosk.clock.now()).await.expect("a list"), [id]);
    assert_eq!(outbox.tell_transfer(id).await.expect("lost"), None);
    assert!(kiosk.store.due_transfers(kiosk.clock.now()).await.expect("a list").is_empty(), "not at once again");
    kiosk.clock.0.fetch_add(301_000, Ordering::SeqCst);
    assert_eq!(kiosk.store.due_transfers(kiosk.clock.now()).await.expect("a list"), [id]);
    let told = outbox.tell_transfer(id).await.expect("told").expect("an answer");
    assert_eq!(told.state, PaymentState::Checking);
    assert_eq!(centre.known().said.len(), 1, "it was said once, under one key");
    assert_eq!(outbox.tell_transfer(id).await.expect("nothing more to tell"), None);
}

#[tokio::test]
async fn nothing_is_said_of_a_payment_before_the_receipt_is_here() {
    let (centre, kiosk) = Centre::start().await;
    centre.known().loses_receipts = true;
    let (desk, _, shown) = submitted(&kiosk).await;
    assert!(!shown.sent, "nobody told this machine that it arrived");
    assert_eq!(centre.known().submissions.len(), 1, "it did arrive");
    assert_eq!(desk.payment().await.expect("asked"), PaymentNow::default());

    centre.known().loses_receipts = false;
    let now = desk.payment().await.expect("asked");
    assert_eq!(now.payment.map(|payment| payment.state), Some(PaymentState::Waiting));
    assert!(desk.submitted().await.expect("of this visit").sent, "both tell the same");
    let told = desk.say_transferred().await.expect("told at once");
    assert_eq!((told.payment.map(|payment| payment.state), told.said), (Some(PaymentState::Checking), false));
}

#[tokio::test]
async fn a_payment_slip_that_was_asked_for_by_somebody_who_left_is_not_printed_for_the_next() {
    let (centre, kiosk) = Centre::start().await;
    let (desk, outbox, shown) = submitted(&kiosk).await;
    if !shown.sent {
        assert!(matches!(outbox.send(due(&kiosk).await).await, Ok(Sent::Received(_))));
    }
    desk.end_visit().await;
    let first = desk.print_payment(&shown.code).await.expect("it is found, and its person is here");
    desk.prints().result(first).await.expect("a job of this visit");

    let answers = centre.answers.clone().lock_owned().await;
    let asked = centre.known().asked;
    let (waiting, code) = (desk.clone(), shown.code.clone());
    let waiting = tokio::spawn(async move { waiting.print_payment(&code).await });
    while centre.known().asked == asked {
        tokio::task::yield_now().await;
    }
    desk.end_visit().await;
    drop(answers);
    let refused = waiting.await.expect("no panic").expect_err("its person has left");
    assert_eq!(refused.code, "nothing-begun");
    assert_eq!(desk.prints().result(first + 1).await.expect_err("nothing was printed").code, "print-job-unknown");
}
