//! Appointments through lost answers, readers that type, and people who leave.

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use motcua_domain::time::Moment;
use motcua_kiosk::link::Link;
use motcua_kiosk::view::CitizenNews;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::Kiosk;

const ID: &str = "0193b2a0-0000-7000-8000-000000000001";

/// What a central API with one appointment was asked, and how it answers.
#[derive(Clone, Debug, Default)]
struct Known {
    /// The keys it was asked to book under.
    keys: Vec<String>,
    /// What it was asked to read.
    read: Vec<String>,
    /// It books, and its answer is lost.
    lose_answer: bool,
    /// Reading takes as long as this stands.
    hold: bool,
}

type Shared = Arc<watch::Sender<Known>>;

fn start() -> Moment {
    Moment::from_millis(1_795_395_900_000)
}

fn appointment() -> Value {
    json!({ "id": ID, "code": "K7M-3XP", "group": "ho-tich", "service": "ho-tich", "start": start(), "until": start(),
        "opens": start(), "late_after": start(), "state": "booked", "ticket": null, "label": null })
}

async fn book(State(known): State<Shared>, headers: HeaderMap) -> Response {
    let key = headers["idempotency-key"].to_str().expect("text").to_owned();
    known.send_modify(|known| known.keys.push(key));
    let lost = known.borrow().lose_answer;
    if lost { StatusCode::BAD_GATEWAY.into_response() } else { Json(appointment()).into_response() }
}

async fn read(State(known): State<Shared>, Path(asked): Path<String>) -> Json<Value> {
    known.send_modify(|known| known.read.push(asked));
    known.subscribe().wait_for(|known| !known.hold).await.expect("the sender is here");
    Json(appointment())
}

async fn central() -> (Kiosk, Shared) {
    let who = json!({ "account": "lan", "name": "Lan", "role": "officer", "must_change_password": false,
        "counter": null });
    let session = json!({ "token": "an officer's", "who": who });
    let known = Shared::default();
    let router = Router::new()
        .route("/v1/appointments", post(book))
        .route("/v1/appointments/{id}", get(read))
        .route("/v1/staff/sign-in", post(move || async { Json(session) }))
        .with_state(known.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let kiosk = Kiosk::at(&format!("http://{}", listener.local_addr().expect("its address"))).await;
    tokio::spawn(async move { axum::serve(listener, router).await });
    (kiosk, known)
}

impl Kiosk {
    fn link(&self) -> Arc<Link> {
        Arc::new(Link::new(self.client.clone(), self.clock.clone()))
    }
}

#[tokio::test]
async fn a_press_whose_answer_was_lost_is_the_same_booking() {
    let (kiosk, known) = central().await;
    let citizen = kiosk.citizen_over(kiosk.link());
    let staff = kiosk.staff(kiosk.link());
    staff.sign_in("lan", "a password").await.expect("signed in");
    known.send_modify(|known| known.lose_answer = true);
    assert_eq!(citizen.book("ho-tich", start()).await.expect_err("lost").code, "central-away");
    let of_citizen = known.borrow().keys[0].clone();
    assert_eq!(staff.book("ho-tich", start()).await.expect_err("lost").code, "central-away");
    let of_staff = known.borrow().keys.last().expect("asked").clone();
    known.send_modify(|known| *known = Known::default());
    citizen.book("ho-tich", start()).await.expect("booked");
    staff.book("ho-tich", start()).await.expect("booked");
    staff.book("ho-tich", start()).await.expect("for the next person at the counter");
    let keys = known.borrow().keys.clone();
    assert_eq!(keys[..2], [of_citizen, of_staff.clone()]);
    assert_ne!(keys[2], of_staff);
}

#[tokio::test]
async fn what_is_typed_is_a_code_or_what_a_reader_typed() {
    let (kiosk, known) = central().await;
    let citizen = kiosk.citizen_over(kiosk.link());
    for text in ["k7m 3xp", &format!("motcua:a:{ID}"), &format!("https://a.vn/a/{ID}")] {
        citizen.appointment(text).await.expect(text);
    }
    assert_eq!(known.borrow().read, ["K7M-3XP", ID, ID]);
    for text in ["", "../devices", "K7M-3X", &format!("motcua:t:{ID}")] {
        assert_eq!(citizen.appointment(text).await.expect_err(text).code, "appointment-code-wrong");
    }
    assert_eq!(known.borrow().read.len(), 3);
}

#[cfg(unix)]
#[tokio::test]
async fn what_somebody_scanned_who_left_is_not_shown_to_the_next() {
    use serialport::{SerialPort as _, TTYPort};

    let (kiosk, known) = central().await;
    let path = kiosk.folder.path().join("reader");
    let (mut device, line) = TTYPort::pair().expect("a pseudo-terminal");
    std::os::unix::fs::symlink(line.name().expect("its name"), &path).expect("a device path");
    let reader = motcua_kiosk::reader::watch(path);
    reader.presence().wait_for(|now| *now).await.expect("the reader is there");
    let citizen = kiosk.citizen_with(kiosk.link(), Some(reader));
    let mut news = citizen.news();
    known.send_modify(|known| known.hold = true);
    tokio::spawn(citizen.clone().listen());
    // It listens before anything is read.
    tokio::task::yield_now().await;
    device.write_all(format!("motcua:a:{ID}\r").as_bytes()).expect("written");
    known.subscribe().wait_for(|known| known.read.len() == 1).await.expect("asked");
    citizen.end_visit().await;
    known.send_modify(|known| known.hold = false);
    device.write_all(b"H01-261123-0001\r").expect("written");
    let heard = tokio::time::timeout(Duration::from_secs(20), news.recv()).await.expect("in time");
    assert!(matches!(heard, Ok(CitizenNews::Scanned { .. })), "{heard:?}");
}
