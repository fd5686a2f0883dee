//! A central API with one submission for which an officer asked for a paper: it lets the applicant answer, as
//! the real one does, comes and goes, and may have it all meanwhile.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use motcua_domain::dossier::ladder;
use motcua_domain::guide::supplement_form;
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    Lookup, Problem, ProveSupplement, Receipt, StoredFile, Submission, SubmissionState, SupplementOpened,
    SupplementRequest,
};
use motcua_kiosk::outbox::hex_sha256;
use uuid::Uuid;

pub const CODE: &str = "A7KM-3XPT";
pub const NUMBER: &str = "089087001234";

pub struct Known {
    /// Every answer is 503.
    pub away: bool,
    pub request: SupplementRequest,
    /// Hashes of the secrets that were proved with.
    pub proofs: Vec<String>,
    pub answers: Vec<Submission>,
    pub files: Vec<Vec<u8>>,
}

#[derive(Clone)]
pub struct SimulatedSupplements {
    pub url: String,
    known: Arc<Mutex<Known>>,
}

impl SimulatedSupplements {
    pub async fn start(papers: &[&str]) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let request = SupplementRequest {
            id: Uuid::now_v7(),
            at: Moment::from_millis(1_795_395_000_000),
            text: "Ảnh thẻ bị mờ, xin gửi lại.".to_owned(),
            papers: papers.iter().map(|name| (*name).to_owned()).collect(),
            done_at: None,
            answered_at: None,
        };
        let known = Known { away: false, request, proofs: Vec::new(), answers: Vec::new(), files: Vec::new() };
        let central = Self {
            url: format!("http://{}", listener.local_addr().expect("its address")),
            known: Arc::new(Mutex::new(known)),
        };
        let router = Router::new()
            .route("/v1/lookup/{code}", get(look_up))
            .route("/v1/supplements/{id}/prove", post(prove))
            .route("/v1/files", post(take_file))
            .route("/v1/submissions", post(take_answer))
            .fallback(get(|| async { StatusCode::SERVICE_UNAVAILABLE }))
            .with_state(central.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        central
    }

    pub fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().expect("no test panics holding it")
    }

    /// An officer has all of it.
    pub fn done(&self) {
        self.known().request.done_at = Some(Moment::from_millis(1_795_395_850_000));
    }
}

fn refused(status: StatusCode, problem: Problem) -> Response {
    (status, Json(problem)).into_response()
}

async fn look_up(State(central): State<SimulatedSupplements>) -> Response {
    let known = central.known();
    if known.away {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let received_at = Moment::from_millis(1_795_390_000_000);
    let open = known.request.done_at.is_none();
    let request = SupplementRequest { papers: Vec::new(), ..known.request.clone() };
    Json(Lookup {
        code: CODE.to_owned(),
        procedure: "2.000635".to_owned(),
        state: SubmissionState::Received,
        received_at,
        dossier_code: None,
        accepted_at: None,
        due_at: None,
        ladder: ladder(received_at, Some(received_at), None, None),
        payment: None,
        supplements: open.then_some(request).into_iter().collect(),
        time: None,
    })
    .into_response()
}

async fn prove(
    State(central): State<SimulatedSupplements>,
    Path(id): Path<Uuid>,
    Json(proof): Json<ProveSupplement>,
) -> Response {
    let mut known = central.known();
    if known.away || id != known.request.id {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if !NUMBER.ends_with(&proof.digits) {
        let problem = Problem::new("supplement-digits-wrong").with("left", 4);
        return refused(StatusCode::UNPROCESSABLE_ENTITY, problem);
    }
    known.proofs.push(proof.proof_sha256);
    let (request, code) = (known.request.clone(), CODE.to_owned());
    Json(SupplementOpened { request, code, procedure: "2.000635".to_owned() }).into_response()
}

async fn take_file(State(central): State<SimulatedSupplements>, bytes: Bytes) -> Response {
    let mut known = central.known();
    if known.away {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    known.files.push(bytes.to_vec());
    Json(StoredFile { id: Uuid::now_v7(), sha256: hex_sha256(&bytes), size: bytes.len() as u64 }).into_response()
}

async fn take_answer(State(central): State<SimulatedSupplements>, Json(sent): Json<Submission>) -> Response {
    let mut known = central.known();
    if known.away {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if known.request.done_at.is_some() {
        return refused(StatusCode::CONFLICT, Problem::new("supplement-done"));
    }
    let form = supplement_form(&known.request).expect("a form");
    let papers: Vec<&str> = sent.documents.iter().map(|paper| paper.evidence.as_str()).collect();
    let proved = sent.supplement.as_ref().is_some_and(|answers| {
        answers.request == known.request.id && known.proofs.contains(&hex_sha256(answers.proof.as_bytes()))
    });
    if !proved || form.check_answers(&sent.answers).is_err() || !form.check_papers(&sent.answers, &papers) {
        return refused(StatusCode::UNPROCESSABLE_ENTITY, Problem::new("answers-wrong"));
    }
    let receipt = Receipt {
        id: sent.id,
        code: sent.code.clone(),
        received_at: Moment::from_millis(1_795_395_900_000),
        content_sha256: hex_sha256(sent.canonical_json().as_bytes()),
        time: None,
    };
    known.request.answered_at = Some(receipt.received_at);
    known.answers.push(sent);
    (StatusCode::CREATED, Json(receipt)).into_response()
}
