//! What people say of a ticket, and a day's report, before a central system that loses answers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, body::Bytes};
use motcua_domain::paper::{Document, PaperSize};
use motcua_domain::wire::RateTicket;
use motcua_kiosk::link::Link;
use motcua_kiosk::printer::PaperKind;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Kiosk;

/// What was said of which ticket, by its key.
type Ratings = Arc<Mutex<HashMap<String, (Uuid, Value)>>>;

/// A central system that takes every rating and loses the first answers.
#[derive(Clone)]
struct Central {
    ratings: Ratings,
    loses: Arc<Mutex<u32>>,
}

async fn rate(
    State(central): State<Central>,
    Path(ticket): Path<Uuid>,
    headers: HeaderMap,
    Json(rating): Json<Value>,
) -> StatusCode {
    let key = headers["idempotency-key"].to_str().expect("ASCII").to_owned();
    central.ratings.lock().expect("ratings").insert(key, (ticket, rating));
    let mut loses = central.loses.lock().expect("a count");
    if *loses == 0 {
        return StatusCode::NO_CONTENT;
    }
    *loses -= 1;
    StatusCode::BAD_GATEWAY
}

async fn sign_in() -> Json<Value> {
    let who = json!({ "account": "chi", "name": "Chi", "role": "supervisor", "must_change_password": false, "counter": null });
    Json(json!({ "token": "staff_1", "who": who }))
}

/// The officer was away for too long.
async fn idle() -> (StatusCode, Json<Value>) {
    (StatusCode::UNAUTHORIZED, Json(json!({ "code": "signed-out-idle" })))
}

async fn start(loses: u32) -> (Central, Kiosk) {
    let central = Central { ratings: Arc::default(), loses: Arc::new(Mutex::new(loses)) };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("its address"));
    let router = Router::new()
        .route("/v1/tickets/{id}/rating", post(rate))
        .route("/v1/staff/sign-in", post(sign_in))
        .route("/v1/submissions", get(idle))
        .route("/v1/reports/day.csv", get(async || Bytes::from_static(b"\xef\xbb\xbfa;b\r\n")))
        .with_state(central.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (central, Kiosk::at(&url).await)
}

fn rating(grade: u8) -> RateTicket {
    RateTicket { grade, reasons: vec!["nhanh".to_owned()] }
}

#[tokio::test]
async fn said_again_after_a_lost_answer_it_is_said_once() {
    // Three tries of one press are lost, and the next press is answered.
    let (central, kiosk) = start(3).await;
    let citizen = kiosk.citizen_over(Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone())));
    let ticket = Uuid::now_v7();
    let lost = citizen.rate_ticket(ticket, rating(4)).await.expect_err("no answer came");
    assert_eq!(lost.code, "central-away");
    citizen.rate_ticket(ticket, rating(4)).await.expect("it arrived");
    let said = |grade: u8| (ticket, json!({ "grade": grade, "reasons": ["nhanh"] }));
    let all = || central.ratings.lock().expect("ratings").values().cloned().collect::<Vec<_>>();
    assert_eq!(all(), [said(4)], "under one key");
    citizen.rate_ticket(ticket, rating(1)).await.expect("this central takes all");
    assert_eq!(all().len(), 2, "something else is said under another key");
}

#[tokio::test]
async fn a_report_is_saved_beside_what_is_there() {
    let (_, kiosk) = start(0).await;
    let link = Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()));
    let staff = kiosk.staff(link);
    let folder = kiosk.folder.path().join("Tải xuống");
    let refused = staff.save_day_report("2026-11-23", &folder).await.expect_err("nobody is signed in");
    assert_eq!(refused.code, "token-missing");
    staff.sign_in("chi", "mật khẩu").await.expect("signed in");
    assert_eq!(staff.save_day_report("../../x", &folder).await.expect_err("no day").code, "report-date-wrong");
    for name in ["bao-cao-2026-11-23.csv", "bao-cao-2026-11-23 (2).csv"] {
        let saved = staff.save_day_report("2026-11-23", &folder).await.expect("saved");
        assert_eq!(saved, folder.join(name).display().to_string());
        assert_eq!(std::fs::read(saved).expect("the file"), b"\xef\xbb\xbfa;b\r\n");
    }
    let nowhere = folder.join("bao-cao-2026-11-23.csv");
    assert_eq!(staff.save_day_report("2026-11-23", &nowhere).await.expect_err("a file").code, "report-not-saved");
}

#[tokio::test]
async fn an_officer_who_is_signed_out_for_being_idle_leaves_no_paper_to_the_next() {
    let (_, kiosk) = start(0).await;
    let staff = kiosk.staff(Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone())));
    assert_eq!(staff.reprint(1).expect_err("nobody is signed in").code, "token-missing");
    staff.sign_in("chi", "mật khẩu").await.expect("signed in");
    let page = |_| Document { paper: PaperSize::A5, title: String::new(), footer: String::new(), blocks: Vec::new() };
    let job = staff.prints().start(PaperKind::PaymentSlip, Arc::new(page));
    staff.print_result(job).await.expect("its officer sees its end");

    assert_eq!(staff.submissions().await.expect_err("idle").code, "signed-out-idle");
    assert_eq!(staff.print_result(job).await.expect_err("nobody is signed in").code, "token-missing");
    staff.sign_in("chi", "mật khẩu").await.expect("signed in");
    assert_eq!(staff.print_result(job).await.expect_err("of another session").code, "print-job-unknown");
    assert_eq!(staff.reprint(job).expect_err("of another session").code, "print-job-unknown");
}
