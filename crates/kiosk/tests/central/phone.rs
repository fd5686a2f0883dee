//! Pages from a person's phone: taken as they come, judged, and none of them left for the next person.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use motcua_domain::guide::{PageFault, PageSource};
use motcua_domain::wire::{BeginUpload, PageVerdict, Problem, UploadState, UploadedFile};
use motcua_kiosk::outbox::hex_sha256;
use serde_json::json;
use tokio::sync::watch;
use uuid::Uuid;

use crate::drawn::{jpeg, on_a_table, out_of_focus, print, stamped};
use crate::papers::{Lobby, faults, pages};

/// What a central API with a page for phones knows.
#[derive(Clone, Debug, Default)]
struct Known {
    begun: Vec<BeginUpload>,
    ended: Vec<Uuid>,
    files: Vec<(UploadedFile, Vec<u8>)>,
    verdicts: Vec<(u32, PageVerdict)>,
    /// A verdict is taken in, and its answer is lost.
    lose_verdict: bool,
    /// Everything is answered with 503.
    away: bool,
    /// How often the bytes of a file were fetched.
    fetched: u32,
}

#[derive(Clone)]
struct Central {
    url: String,
    known: Arc<watch::Sender<Known>>,
}

fn until() -> motcua_domain::time::Moment {
    motcua_domain::time::Moment::from_millis(1_795_395_800_000)
}

fn unknown() -> Response {
    (StatusCode::NOT_FOUND, Json(Problem::new("unknown-upload"))).into_response()
}

impl Central {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let central =
            Self { url: format!("http://{}", listener.local_addr().expect("its address")), known: Arc::default() };
        let router = Router::new()
            .route("/v1/uploads", post(begin))
            .route("/v1/uploads/{id}", get(state).delete(end))
            .route("/v1/uploads/{id}/files/{number}", get(file))
            .route("/v1/uploads/{id}/files/{number}/verdict", post(judge))
            .with_state(central.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        central
    }

    fn is_open(&self, id: Uuid) -> bool {
        let known = self.known.borrow();
        !known.away && known.begun.last().is_some_and(|begun| begun.id == id) && !known.ended.contains(&id)
    }

    /// A phone sent a file.
    fn sent(&self, bytes: Vec<u8>, replaces: Option<u32>) -> u32 {
        let mut number = 0;
        self.known.send_modify(|known| {
            number = u32::try_from(known.files.len()).expect("few") + 1;
            let file = UploadedFile { number, size: bytes.len() as u64, sha256: hex_sha256(&bytes), replaces };
            known.files.push((file, bytes));
        });
        number
    }

    async fn until(&self, is: impl FnMut(&Known) -> bool) -> Known {
        self.known.subscribe().wait_for(is).await.expect("the sender is here").clone()
    }

    /// What the kiosk says of a file.
    async fn verdict(&self, number: u32) -> PageVerdict {
        let known = self.until(|known| known.verdicts.iter().any(|(of, _)| *of == number)).await;
        known.verdicts.into_iter().rfind(|(of, _)| *of == number).expect("said").1
    }
}

async fn begin(State(central): State<Central>, Json(wanted): Json<BeginUpload>) -> Response {
    central.known.send_modify(|known| known.begun.push(wanted));
    Json(json!({ "public_url": "http://trung-tam.test", "until": until() })).into_response()
}

async fn state(State(central): State<Central>, Path(id): Path<Uuid>) -> Response {
    if central.known.borrow().away {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if !central.is_open(id) {
        return unknown();
    }
    let known = central.known.borrow().clone();
    let said = |file: &UploadedFile| known.verdicts.iter().any(|(number, _)| *number == file.number);
    let files = known.files.iter().map(|(file, _)| file.clone()).filter(|file| !said(file)).collect();
    Json(UploadState { until: until(), opened: true, done: false, sending: 0, files }).into_response()
}

async fn file(State(central): State<Central>, Path((id, number)): Path<(Uuid, u32)>) -> Response {
    if !central.is_open(id) {
        return unknown();
    }
    central.known.send_modify(|known| known.fetched += 1);
    let known = central.known.borrow();
    known.files.iter().find(|(file, _)| file.number == number).expect("a file").1.clone().into_response()
}

async fn judge(
    State(central): State<Central>,
    Path((id, number)): Path<(Uuid, u32)>,
    Json(verdict): Json<PageVerdict>,
) -> Response {
    if !central.is_open(id) {
        return unknown();
    }
    if central.known.borrow().lose_verdict {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    central.known.send_modify(|known| known.verdicts.push((number, verdict)));
    StatusCode::NO_CONTENT.into_response()
}

async fn end(State(central): State<Central>, Path(id): Path<Uuid>) -> StatusCode {
    central.known.send_modify(|known| known.ended.push(id));
    StatusCode::NO_CONTENT
}

#[tokio::test]
async fn pages_of_a_phone_are_judged_and_one_is_done_again_in_its_place() {
    let central = Central::start().await;
    let lobby = Lobby::before(&central.url).await;
    let desk = &lobby.desk;
    assert_eq!(desk.phone_begin().await.expect_err("nothing begun").code, "nothing-begun");
    lobby.until_a_paper().await;
    let shown = desk.phone_begin().await.expect("a page for the phone");
    assert_eq!(desk.phone_begin().await.expect("pressed twice").address, shown.address);
    let begun = central.known.borrow().begun.clone();
    let [begun] = &begun[..] else { panic!("one page is open") };
    let token = shown.address.strip_prefix("http://trung-tam.test/u/").expect("its address");
    assert!(token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()), "{token}");
    assert_eq!(begun.token_sha256, hex_sha256(token.as_bytes()), "only the hash leaves the kiosk");
    assert!(begun.most_pages == 30 && begun.language == "vi" && !begun.paper.is_empty(), "{}", begun.paper);

    let good = on_a_table(&print(), 0.9);
    let first = central.sent(jpeg(&out_of_focus(&print(), 0.9, 4.0), 92), None);
    assert_eq!(central.verdict(first).await.faults, [PageFault::Blurred]);
    let second = central.sent(jpeg(&good, 92), None);
    assert_eq!(central.verdict(second).await, PageVerdict { faults: vec![], refused: None });
    let again = central.sent(jpeg(&good, 91), Some(first));
    central.verdict(again).await;
    let view = desk.guide_view().await.expect("the paper");
    let seen: Vec<_> = pages(&view).iter().map(|page| (page.source, faults(page))).collect();
    assert_eq!(seen, [(PageSource::Phone, vec![]), (PageSource::Phone, vec![])]);
    assert!(desk.phone_state().await.expect("open").opened);

    for (bytes, code) in [(b"GIF89a".to_vec(), "scan-wrong-type"), (b"%PDF-1.7 broken".to_vec(), "scan-unreadable")] {
        let number = central.sent(bytes, None);
        assert_eq!(central.verdict(number).await.refused.expect("refused").code, code);
    }
    let damaged = central.sent(jpeg(&good, 90), None);
    central.known.send_modify(|known| known.files.last_mut().expect("a file").0.sha256 = hex_sha256(b"other"));
    assert_eq!(central.verdict(damaged).await.refused.expect("refused").code, "upload-differs");
    assert_eq!(pages(&desk.guide_view().await.expect("the paper")).len(), 2);
}

#[tokio::test]
async fn a_page_turned_at_the_kiosk_is_good_on_the_phone_and_still_the_same_page() {
    let central = Central::start().await;
    let lobby = Lobby::before(&central.url).await;
    let desk = &lobby.desk;
    lobby.until_a_paper().await;
    desk.phone_begin().await.expect("a page for the phone");
    let first = central.sent(jpeg(&on_a_table(&stamped().rotate180(), 0.9), 92), None);
    assert_eq!(central.verdict(first).await.faults, [PageFault::UpsideDown]);
    for _ in 0..2 {
        let view = desk.guide_view().await.expect("the paper");
        desk.turn_page(&pages(&view)[0].id).await.expect("turned");
    }
    let said = |known: &Known| known.verdicts.last().is_some_and(|(_, said)| said.faults.is_empty());
    central.until(said).await;

    // Its owner takes it again all the same, on the phone.
    let again = central.sent(jpeg(&on_a_table(&print(), 0.9), 92), Some(first));
    assert_eq!(central.verdict(again).await, PageVerdict { faults: vec![], refused: None });
    assert_eq!(pages(&desk.guide_view().await.expect("the paper")).len(), 1, "in its place");
}

#[tokio::test]
async fn a_page_is_taken_once_through_a_network_that_comes_and_goes() {
    let central = Central::start().await;
    let lobby = Lobby::before(&central.url).await;
    lobby.until_a_paper().await;
    lobby.desk.phone_begin().await.expect("a page for the phone");
    central.known.send_modify(|known| known.away = true);
    central.sent(jpeg(&on_a_table(&print(), 0.9), 92), None);
    central.known.send_modify(|known| {
        known.away = false;
        known.lose_verdict = true;
    });
    central.until(|known| known.fetched == 1).await;
    let mut news = lobby.desk.news();
    while pages(&lobby.desk.guide_view().await.expect("the paper")).is_empty() {
        news.recv().await.expect("a page");
    }
    central.known.send_modify(|known| known.lose_verdict = false);
    let known = central.until(|known| known.verdicts.len() == 1).await;
    assert_eq!(known.fetched, 1, "what is there is only said again");
    assert_eq!(pages(&lobby.desk.guide_view().await.expect("the paper")).len(), 1);
}

#[tokio::test]
async fn it_ends_with_the_visit_and_with_the_page() {
    let central = Central::start().await;
    let lobby = Lobby::before(&central.url).await;
    let desk = &lobby.desk;
    lobby.until_a_paper().await;
    let first = desk.phone_begin().await.expect("a page for the phone");
    desk.end_visit().await;
    assert_eq!(desk.phone_state().await, None);
    let known = central.until(|known| known.ended.len() == 1).await;
    assert_eq!(known.ended[0], known.begun[0].id);

    // The next person's page is another, and what was still sent to the first is not theirs.
    let view = lobby.until_a_paper().await;
    assert_eq!(desk.phone_state().await, None);
    let next = desk.phone_begin().await.expect("a page for the phone");
    assert_ne!(first.address, next.address);
    desk.guide_back(&view.page, &Default::default()).await.expect("another page");
    let known = central.until(|known| known.ended.len() == 2).await;
    assert_eq!(known.ended[1], known.begun[1].id, "nobody sends to a page that was left");
    assert_eq!(known.fetched, 0);

    lobby.until_a_paper().await;
    desk.phone_begin().await.expect("a page for the phone");
    desk.phone_end();
    assert_eq!(desk.phone_state().await, None);
    central.until(|known| known.ended.len() == 3).await;
}
