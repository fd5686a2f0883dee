//! The board for everybody: the snapshot, and a stream whose every message is the whole truth, so that
//! a browser can miss any of them.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use motcua_domain::wire::BoardView;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use tokio_stream::wrappers::ReceiverStream;

use super::super::input::Named;
use super::shown;
use crate::app::{App, told_to_stop};
use crate::clock;
use crate::refusal::Refusal;

/// How often a listener hears that the server is alive.
const PING: Duration = Duration::from_secs(10);
/// A listener that takes nothing for so long is gone.
const GONE: Duration = Duration::from_secs(25);
/// The least time between two messages: what happens within it is told together.
const TOGETHER: Duration = Duration::from_millis(50);
/// How many may listen at once without a token. Enrolled boards are not counted here.
const LISTENERS: usize = 512;

/// Makes the messages, once for all listeners.
pub(crate) struct Publisher {
    begun: AtomicBool,
    newest: watch::Sender<Message>,
    places: Arc<Semaphore>,
}

/// A view with its revision, as it is sent.
type Message = Option<(u64, Arc<str>)>;

impl Default for Publisher {
    fn default() -> Self {
        Self {
            begun: AtomicBool::new(false),
            newest: watch::Sender::new(None),
            places: Arc::new(Semaphore::new(LISTENERS)),
        }
    }
}

/// What hangs on the wall of the hall, for everybody. Holds nothing about anybody.
#[utoipa::path(get, path = "/v1/public/board/{branch}", tag = "public",
    params(("branch" = String, Path, description = "The centre's short name.")),
    responses((status = 200, body = BoardView)))]
pub(crate) async fn snapshot(State(app): State<App>, Named(branch): Named<String>) -> Result<Json<BoardView>, Refusal> {
    known(&app, &branch).await?;
    Ok(Json(shown(&*app.lobby().await?)))
}

/// Follows what hangs on the wall. Every message is the whole of it, so nothing can be missed; ids are
/// revisions. A `ping` event comes every 10 s.
#[utoipa::path(get, path = "/v1/public/board/{branch}/events", tag = "public",
    params(("branch" = String, Path, description = "The centre's short name.")),
    responses((status = 200, content_type = "text/event-stream", body = BoardView)))]
pub(crate) async fn follow(
    State(app): State<App>,
    Named(branch): Named<String>,
) -> Result<Sse<ReceiverStream<Result<Event, Infallible>>>, Refusal> {
    known(&app, &branch).await?;
    let full = |_| Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "too-many-boards");
    let place = Arc::clone(&app.boards.places).try_acquire_owned().map_err(full)?;
    if !app.boards.begun.swap(true, Ordering::SeqCst) {
        tokio::spawn(publish(app.clone()));
    }
    let (tell, told) = mpsc::channel(4);
    let open = app.metrics.stream();
    tokio::spawn(async move {
        let _open = open;
        // Ends when the listener goes or the server stops.
        let _ = speak(app, place, tell).await;
    });
    Ok(Sse::new(ReceiverStream::new(told)))
}

/// Whether this is the centre's name.
pub(crate) async fn known(app: &App, branch: &str) -> Result<(), Refusal> {
    if app.lobby().await?.config().id == branch { Ok(()) } else { Err(Refusal::not_found("unknown-branch")) }
}

/// The view as it is now; none while the log cannot be read.
async fn newest(app: &App) -> Message {
    let lobby = app.lobby().await.ok()?;
    let (revision, view) = (lobby.revision, shown(&lobby));
    drop(lobby);
    Some((revision, serde_json::to_string(&view).ok()?.into()))
}

/// Makes a message of every change for as long as the server runs.
async fn publish(app: App) {
    let mut stopping = app.stopping.clone();
    let mut news = app.writer.listen();
    loop {
        if let Some(message) = newest(&app).await {
            app.boards.newest.send_replace(Some(message));
        }
        let heard = tokio::select! {
            heard = async {
                sleep(TOGETHER).await;
                news.recv().await
            } => heard,
            () = told_to_stop(&mut stopping) => return,
        };
        if heard == Err(RecvError::Closed) {
            return;
        }
        // What has happened meanwhile is in the same view.
        news = app.writer.listen();
    }
}

async fn speak(
    app: App,
    _place: OwnedSemaphorePermit,
    tell: mpsc::Sender<Result<Event, Infallible>>,
) -> Result<(), Over> {
    let mut stopping = app.stopping.clone();
    let mut views = app.boards.newest.subscribe();
    let mut ping = interval(PING);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut message = newest(&app).await;
    let mut last = None;
    loop {
        if let Some((revision, view)) = message.take()
            && last.is_none_or(|last| last <= revision)
        {
            last = Some(revision);
            say(&tell, Event::default().id(revision.to_string()).data(&*view)).await?;
        }
        tokio::select! {
            changed = views.changed() => {
                changed.map_err(|_| Over)?;
                message = views.borrow_and_update().clone();
            }
            _ = ping.tick() => {
                let alive = serde_json::json!({ "revision": last, "at": clock::now() });
                say(&tell, Event::default().event("ping").data(alive.to_string())).await?;
            }
            () = told_to_stop(&mut stopping) => return Err(Over),
            () = tell.closed() => return Err(Over),
        }
    }
}

/// Why a stream ended.
struct Over;

async fn say(tell: &mpsc::Sender<Result<Event, Infallible>>, event: Event) -> Result<(), Over> {
    timeout(GONE, tell.send(Ok(event))).await.map_err(|_| Over)?.map_err(|_| Over)
}
