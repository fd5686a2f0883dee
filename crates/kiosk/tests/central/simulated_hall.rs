//! The part of a central API that a kiosk follows: the hall's event stream, calls for help and what
//! machines say of themselves. It plays being away, and an answer that is lost.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::StreamExt;
use motcua_domain::queue::{HelpAnswer, HelpCall};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Change, DeviceStatus, StreamEvent};
use serde_json::{Value, json};
use tokio::sync::{broadcast, watch};
use tokio_stream::wrappers::BroadcastStream;
use uuid::Uuid;

fn at() -> Moment {
    Moment::from_millis(1_795_395_800_000)
}

/// What it knows.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The open call of the kiosk.
    pub call: Option<HelpCall>,
    /// How often a call was opened.
    pub calls: u32,
    /// What the kiosk said of itself.
    pub said: Vec<DeviceStatus>,
    /// Everything is answered with 503.
    pub away: bool,
    /// A call is opened, and its answer is lost.
    pub lose_answer: bool,
    /// How often calls were ended.
    pub ends: u32,
    /// Ending a call takes as long as this stands.
    pub hold_end: bool,
}

#[derive(Clone)]
pub struct SimulatedHall {
    pub url: String,
    pub known: Arc<watch::Sender<Known>>,
    events: broadcast::Sender<StreamEvent>,
}

impl SimulatedHall {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let hall = Self { url, known: Arc::default(), events: broadcast::Sender::new(16) };
        let view = |body: Value| get(move || async { Json(body) });
        let router = Router::new()
            .route("/v1/devices/status", post(status))
            .route("/v1/devices/help", get(own).post(ask).delete(end))
            .route(
                "/v1/branch",
                view(json!({
                    "id": "thu", "name": "", "agency": "", "address": "", "place": "", "public_url": null, "groups": [],
                    "counters": [], "priorities": [], "appointment_priority": null, "appointments": false, "keep_drafts_days": 7
                })),
            )
            .route(
                "/v1/board",
                view(json!({
                    "revision": 1, "at": at(), "centre": "", "called": [], "waiting": [], "groups": [], "counters": [],
                    "notices": []
                })),
            )
            .route(
                "/v1/queue",
                view(json!({ "revision": 1, "waiting": [], "at_counters": [], "parked": [], "missed": [] })),
            )
            .route("/v1/events", get(events))
            .with_state(hall.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        hall
    }

    pub fn change(&self, change: impl FnOnce(&mut Known)) {
        self.known.send_modify(change);
    }

    /// An officer says that they come.
    pub fn answer(&self) {
        self.change(|known| {
            let call = known.call.as_mut().expect("somebody called");
            call.answer = Some(HelpAnswer { at: at(), account: "lan".into(), officer: "Lan".into() });
        });
        let change = Change::Help { device: Uuid::nil() };
        self.events.send(StreamEvent { revision: 2, at: at(), change }).expect("the kiosk listens");
    }

    /// Waits until something is known of it.
    pub async fn until(&self, is: impl FnMut(&Known) -> bool) -> Known {
        let mut known = self.known.subscribe();
        let waited = tokio::time::timeout(std::time::Duration::from_secs(20), known.wait_for(is)).await;
        waited.expect("it came to pass").expect("the hall is there").clone()
    }

    fn is_away(&self) -> bool {
        self.known.borrow().away
    }
}

fn away() -> Response {
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

async fn status(State(hall): State<SimulatedHall>, Json(status): Json<DeviceStatus>) -> Response {
    if hall.is_away() {
        return away();
    }
    hall.change(|known| known.said.push(status));
    StatusCode::NO_CONTENT.into_response()
}

async fn own(State(hall): State<SimulatedHall>) -> Json<Option<HelpCall>> {
    Json(hall.known.borrow().call.clone())
}

async fn ask(State(hall): State<SimulatedHall>) -> Response {
    if hall.is_away() {
        return away();
    }
    hall.change(|known| {
        if known.call.is_none() {
            known.calls += 1;
            known.call = Some(HelpCall { since: at(), answer: None });
        }
    });
    if hall.known.borrow().lose_answer {
        return away();
    }
    own(State(hall)).await.into_response()
}

async fn end(State(hall): State<SimulatedHall>) -> Response {
    if hall.is_away() {
        return away();
    }
    hall.change(|known| known.ends += 1);
    hall.until(|known| !known.hold_end).await;
    hall.change(|known| known.call = None);
    Json(Value::Null).into_response()
}

async fn events(State(hall): State<SimulatedHall>) -> Body {
    let news = BroadcastStream::new(hall.events.subscribe()).filter_map(async |event| event.ok());
    let message = |event| format!("data: {}\n\n", serde_json::to_string(&event).expect("JSON"));
    let messages = futures_util::stream::once(async { ": ping\n\n".to_owned() }).chain(news.map(message));
    Body::from_stream(messages.map(Ok::<_, Infallible>))
}
