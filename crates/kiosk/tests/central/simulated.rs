//! A central API of the tests' own that plays faults: it is away, loses its answer after it has
//! stored, is long at a file, refuses for good, or answers with a receipt for other content.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use motcua_domain::queue::{Line, TicketState};
use motcua_domain::time::Moment;
use motcua_domain::wire::{IssueTicket, Problem, Receipt, StoredFile, Submission, Ticket};
use motcua_kiosk::outbox::hex_sha256;
use tokio::sync::watch;
use uuid::Uuid;

/// What goes wrong next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// Every answer is 503.
    Away,
    /// The next submission is stored and its answer is lost.
    LoseAnswer,
    /// Every ticket is issued and its answer is lost.
    LoseTickets,
    /// Receipts carry another hash.
    WrongHash,
}

#[derive(Default)]
pub struct Stored {
    pub files: HashMap<Uuid, Vec<u8>>,
    pub submissions: Vec<Submission>,
    by_key: HashMap<String, Receipt>,
    files_by_key: HashMap<String, StoredFile>,
    pub tickets: Vec<Ticket>,
    tickets_by_key: HashMap<String, Ticket>,
}

#[derive(Clone)]
pub struct SimulatedCentral {
    pub url: String,
    pub stored: Arc<Mutex<Stored>>,
    fault: Arc<Mutex<Fault>>,
    /// Codes refused for good.
    pub poison: Arc<Mutex<Vec<String>>>,
    /// Files that begin with these bytes are not taken before [`SimulatedCentral::let_pass`].
    slow: Arc<Mutex<Option<&'static [u8]>>>,
    /// How many files it is at.
    pub at: watch::Sender<usize>,
}

impl SimulatedCentral {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let central = Self {
            url: format!("http://{}", listener.local_addr().expect("its address")),
            stored: Arc::default(),
            fault: Arc::new(Mutex::new(Fault::None)),
            poison: Arc::default(),
            slow: Arc::default(),
            at: watch::Sender::new(0),
        };
        let router = Router::new()
            .route("/v1/files", post(take_file))
            .route("/v1/submissions", post(take_submission))
            .route("/v1/tickets", post(issue_ticket))
            .with_state(central.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        central
    }

    pub fn play(&self, fault: Fault) {
        *self.fault.lock().expect("a fault") = fault;
    }

    /// Codes of the submissions it has, as they came.
    pub fn codes(&self) -> Vec<String> {
        self.stored.lock().expect("what is stored").submissions.iter().map(|s| s.code.clone()).collect()
    }

    /// The numbers it issued.
    pub fn labels(&self) -> Vec<String> {
        self.stored.lock().expect("what is stored").tickets.iter().map(|t| t.label.clone()).collect()
    }

    pub fn hold(&self, beginning: &'static [u8]) {
        *self.slow.lock().expect("what is slow") = Some(beginning);
    }

    pub fn let_pass(&self) {
        *self.slow.lock().expect("what is slow") = None;
        self.at.send_replace(0);
    }

    fn fault(&self) -> Fault {
        *self.fault.lock().expect("a fault")
    }
}

fn key(headers: &HeaderMap) -> String {
    headers.get("idempotency-key").expect("every write has a key").to_str().expect("ASCII").to_owned()
}

async fn take_file(State(central): State<SimulatedCentral>, headers: HeaderMap, bytes: Bytes) -> Response {
    if central.fault() == Fault::Away {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if central.slow.lock().expect("what is slow").is_some_and(|beginning| bytes.starts_with(beginning)) {
        let mut passing = central.at.subscribe();
        central.at.send_modify(|at| *at += 1);
        passing.wait_for(|at| *at == 0).await.expect("the central system goes on");
    }
    let mut stored = central.stored.lock().expect("what is stored");
    let file = stored.files_by_key.entry(key(&headers)).or_insert_with(|| StoredFile {
        id: Uuid::now_v7(),
        sha256: hex_sha256(&bytes),
        size: bytes.len() as u64,
    });
    let file = file.clone();
    stored.files.insert(file.id, bytes.to_vec());
    Json(file).into_response()
}

async fn take_submission(
    State(central): State<SimulatedCentral>,
    headers: HeaderMap,
    Json(submission): Json<Submission>,
) -> Response {
    let fault = central.fault();
    if fault == Fault::Away {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if central.poison.lock().expect("poison").contains(&submission.code) {
        return (StatusCode::BAD_REQUEST, Json(Problem::new("answers-not-valid"))).into_response();
    }
    let mut stored = central.stored.lock().expect("what is stored");
    let key = key(&headers);
    let receipt = match stored.by_key.get(&key) {
        Some(receipt) => receipt.clone(),
        None => {
            let receipt = Receipt {
                id: submission.id,
                code: submission.code.clone(),
                received_at: Moment::from_millis(1_795_395_900_000),
                content_sha256: match fault {
                    Fault::WrongHash => hex_sha256(b"something else"),
                    _ => hex_sha256(submission.canonical_json().as_bytes()),
                },
                time: None,
            };
            stored.by_key.insert(key, receipt.clone());
            stored.submissions.push(submission);
            receipt
        }
    };
    if fault == Fault::LoseAnswer {
        central.play(Fault::None);
        return StatusCode::BAD_GATEWAY.into_response();
    }
    Json(receipt).into_response()
}

async fn issue_ticket(
    State(central): State<SimulatedCentral>,
    headers: HeaderMap,
    Json(asked): Json<IssueTicket>,
) -> Response {
    let mut stored = central.stored.lock().expect("what is stored");
    let key = key(&headers);
    let ticket = stored.tickets_by_key.get(&key).cloned().unwrap_or_else(|| Ticket {
        id: Uuid::now_v7(),
        label: format!("A{:03}", stored.tickets.len() + 1),
        group: asked.group.clone(),
        service: asked.group.clone(),
        line: Line::Service(asked.group.as_str().into()),
        priority: None,
        state: TicketState::Waiting,
        issued_at: Moment::from_millis(1_795_395_900_000),
        since: Moment::from_millis(1_795_395_900_000),
        counter: None,
        called_at: None,
        why: None,
        started_at: None,
        no_shows: 0,
        reprints: 0,
        rated: false,
        ahead: 0,
        wait: None,
    });
    if ticket.group != asked.group {
        return (StatusCode::UNPROCESSABLE_ENTITY, Json(Problem::new("key-used-otherwise"))).into_response();
    }
    if stored.tickets_by_key.insert(key, ticket.clone()).is_none() {
        stored.tickets.push(ticket.clone());
    }
    match central.fault() {
        Fault::LoseTickets => StatusCode::BAD_GATEWAY.into_response(),
        _ => Json(ticket).into_response(),
    }
}
