//! A central API that keeps drafts as the real one does, comes and goes, and shows all it was told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    DraftChange, DraftContent, DraftEditor, MOST_WRONG_PROOFS, OpenDraft, OpenedDraft, Problem, Receipt, SaveDraft,
    SavedDraft, Submission,
};
use motcua_kiosk::outbox::hex_sha256;
use uuid::Uuid;

#[derive(Default)]
pub struct Known {
    /// Every answer is 503.
    pub away: bool,
    pub draft: Option<(Uuid, SaveDraft)>,
    pub files: HashMap<(Uuid, Uuid), Vec<u8>>,
    pub opening: u32,
    pub editor: String,
    pub wrong: HashMap<String, u32>,
    pub submissions: Vec<Submission>,
    /// All changes it was told of.
    pub changes: Vec<DraftChange>,
    /// Addresses and bodies of all that was asked.
    pub asked: Vec<u8>,
}

#[derive(Clone)]
pub struct SimulatedDrafts {
    pub url: String,
    known: Arc<Mutex<Known>>,
}

impl SimulatedDrafts {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let central = Self { url, known: Arc::default() };
        let router = Router::new()
            .route("/v1/drafts/open", post(open))
            .route("/v1/drafts/{id}", put(save).get(read))
            .route("/v1/drafts/{id}/files/{file}", post(add_file).get(file))
            .route("/v1/submissions", post(submit))
            .fallback(get(|| async { StatusCode::SERVICE_UNAVAILABLE }))
            .layer(from_fn_with_state(central.clone(), heard))
            .with_state(central.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        central
    }

    pub fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().expect("no test panics holding it")
    }

    pub fn away(&self, away: bool) {
        self.known().away = away;
    }

    /// The newest revision it has.
    pub fn revision(&self) -> u32 {
        self.known().draft.as_ref().map_or(0, |(_, draft)| draft.revision)
    }
}

async fn heard(State(central): State<SimulatedDrafts>, request: Request, next: Next) -> Response {
    if central.known().away {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a body");
    {
        let mut known = central.known();
        known.asked.extend_from_slice(parts.uri.path().as_bytes());
        known.asked.extend_from_slice(&body);
    }
    next.run(Request::from_parts(parts, Body::from(body))).await
}

fn who(headers: &HeaderMap) -> String {
    headers["authorization"].to_str().expect("ASCII").to_owned()
}

fn refused(status: StatusCode, problem: Problem) -> Response {
    (status, Json(problem)).into_response()
}

fn elsewhere() -> Response {
    refused(StatusCode::CONFLICT, Problem::new("draft-elsewhere"))
}

async fn save(
    State(central): State<SimulatedDrafts>,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    Json(draft): Json<SaveDraft>,
) -> Response {
    let mut known = central.known();
    match &known.draft {
        None => known.editor = who(&headers),
        Some((_, kept)) => {
            if known.editor != who(&headers) || known.opening != draft.opening {
                return elsewhere();
            }
            if kept.revision >= draft.revision {
                return Json(SavedDraft { revision: kept.revision, keep_until: Moment::from_millis(0) })
                    .into_response();
            }
        }
    }
    if draft.files.iter().any(|file| !known.files.contains_key(&(id, *file))) {
        return refused(StatusCode::CONFLICT, Problem::new("draft-files-missing"));
    }
    if draft.wrong_proofs > 0 {
        known.wrong.insert(draft.found_by.clone(), draft.wrong_proofs);
    }
    known.changes.extend(draft.changes.clone());
    let saved = SavedDraft { revision: draft.revision, keep_until: Moment::from_millis(0) };
    known.draft = Some((id, draft));
    Json(saved).into_response()
}

async fn add_file(State(central): State<SimulatedDrafts>, Path(of): Path<(Uuid, Uuid)>, bytes: Bytes) -> StatusCode {
    central.known().files.insert(of, bytes.to_vec());
    StatusCode::NO_CONTENT
}

async fn open(State(central): State<SimulatedDrafts>, headers: HeaderMap, Json(wanted): Json<OpenDraft>) -> Response {
    let mut known = central.known();
    let locked = || refused(StatusCode::LOCKED, Problem::new("draft-locked"));
    let wrong = known.wrong.get(&wanted.found_by).copied().unwrap_or(0);
    if wrong >= MOST_WRONG_PROOFS {
        return locked();
    }
    let fits = known.draft.as_ref().filter(|(_, draft)| {
        let proof = |kept: &&motcua_domain::wire::DraftProof| kept.kind == wanted.kind;
        draft.found_by == wanted.found_by
            && draft.proofs.iter().find(proof).is_some_and(|kept| kept.verifier == wanted.verifier)
    });
    let Some(id) = fits.map(|(id, _)| *id) else {
        known.wrong.insert(wanted.found_by, wrong + 1);
        let left = MOST_WRONG_PROOFS - wrong - 1;
        return match left {
            0 => locked(),
            left => refused(StatusCode::UNPROCESSABLE_ENTITY, Problem::new("draft-proof-wrong").with("left", left)),
        };
    };
    known.opening += 1;
    known.editor = who(&headers);
    Json(OpenedDraft { id, opening: known.opening }).into_response()
}

async fn read(State(central): State<SimulatedDrafts>, headers: HeaderMap) -> Response {
    let known = central.known();
    let Some((id, draft)) = known.draft.clone().filter(|_| known.editor == who(&headers)) else { return elsewhere() };
    Json(DraftContent {
        id,
        opening: known.opening,
        revision: draft.revision,
        procedure: draft.procedure,
        form_version: draft.form_version,
        found_by: draft.found_by,
        proofs: draft.proofs,
        content: draft.content,
        files: draft.files,
        editor: DraftEditor::Kiosk { name: String::new() },
        shared: false,
        key: None,
    })
    .into_response()
}

async fn file(State(central): State<SimulatedDrafts>, Path(of): Path<(Uuid, Uuid)>) -> Response {
    match central.known().files.get(&of) {
        Some(bytes) => bytes.clone().into_response(),
        None => refused(StatusCode::NOT_FOUND, Problem::new("unknown-file")),
    }
}

async fn submit(State(central): State<SimulatedDrafts>, Json(submission): Json<Submission>) -> Response {
    let receipt = Receipt {
        id: submission.id,
        code: submission.code.clone(),
        received_at: Moment::from_millis(1_795_395_900_000),
        content_sha256: hex_sha256(submission.canonical_json().as_bytes()),
        time: None,
    };
    central.known().submissions.push(submission);
    (StatusCode::CREATED, Json(receipt)).into_response()
}
