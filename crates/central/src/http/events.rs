//! The event stream (server-sent events): what happened after a revision, then what happens.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use motcua_domain::wire::{Change, StreamEvent};
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval};
use tokio_stream::wrappers::ReceiverStream;
use utoipa::IntoParams;

use super::caller::Caller;
use super::input::Asked;
use crate::app::{App, told_to_stop};
use crate::clock;
use crate::refusal::Refusal;
use crate::store::event;

/// How often a listener hears that the server is alive.
const PING: Duration = Duration::from_secs(10);
/// How many events are read at once when catching up.
const PART: u32 = 500;

/// Where to go on.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct From {
    /// The last revision the listener has. Without it, and without `Last-Event-ID`: from now on.
    after: Option<u64>,
}

/// Follows what happens. Ids are revisions. A `ping` event comes at once and every 10 s. When the
/// revision is not known (any more), the first message is a `reset`: fetch the snapshots again.
#[utoipa::path(get, path = "/v1/events", tag = "hall", params(From),
    responses((status = 200, content_type = "text/event-stream", body = StreamEvent)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn follow(
    State(app): State<App>,
    caller: Caller,
    Asked(from): Asked<From>,
    headers: HeaderMap,
) -> Result<Sse<ReceiverStream<Result<Event, Infallible>>>, Refusal> {
    let last_id = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let after = match from.after.or(last_id) {
        Some(revision) => revision,
        None => app.lobby().await?.revision,
    };
    let (tell, told) = mpsc::channel(64);
    let device = match caller {
        Caller::Device(device) => Some(device.id),
        Caller::Staff(_) => None,
    };
    let open = app.metrics.stream();
    tokio::spawn(async move {
        let _open = open;
        // Ends when the listener goes, the server stops, or the database fails: it will come again.
        let _ = speak(app, after, device, tell).await;
    });
    Ok(Sse::new(ReceiverStream::new(told)))
}

/// Why the stream ended.
struct Over;

impl<T> std::convert::From<mpsc::error::SendError<T>> for Over {
    fn from(_: mpsc::error::SendError<T>) -> Self {
        Self
    }
}

async fn speak(
    app: App,
    mut last: u64,
    device: Option<String>,
    tell: mpsc::Sender<Result<Event, Infallible>>,
) -> Result<(), Over> {
    let mut revoked = app.revoked.subscribe();
    let mut stopping = app.stopping.clone();
    let mut ping = interval(PING);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        // Listening begins before the past is read, so that nothing falls between.
        let mut news = app.writer.listen();
        last = catch_up(&app, last, &tell).await?;
        loop {
            tokio::select! {
                heard = news.recv() => match heard {
                    // A change of the catalogue has no revision of its own.
                    Ok(happened) if happened.revision <= last && happened.change != Change::Catalogue => {}
                    Ok(happened) => {
                        last = last.max(happened.revision);
                        tell.send(Ok(message(&happened)?)).await?;
                    }
                    Err(RecvError::Lagged(_)) => break,
                    Err(RecvError::Closed) => return Err(Over),
                },
                _ = ping.tick() => {
                    let alive = serde_json::json!({ "revision": last, "at": clock::now() });
                    tell.send(Ok(Event::default().event("ping").data(alive.to_string()))).await?;
                }
                gone = revoked.recv() => match gone {
                    Ok(gone) if device.as_ref() != Some(&gone) => {}
                    // It comes again, where it may.
                    _ => return Err(Over),
                },
                () = told_to_stop(&mut stopping) => return Err(Over),
                () = tell.closed() => return Err(Over),
            }
        }
    }
}

/// Tells what happened after a revision, or `reset`. Answers with the revision that is now the last.
async fn catch_up(app: &App, mut last: u64, tell: &mpsc::Sender<Result<Event, Infallible>>) -> Result<u64, Over> {
    loop {
        let (branch, revision) =
            app.lobby().await.map(|now| (now.config().id.clone(), now.revision)).map_err(|_| Over)?;
        let mut conn = app.read().await.map_err(|_| Over)?;
        let Some(events) = event::after(&mut conn, &branch, revision, last, PART).await.map_err(|_| Over)? else {
            let reset = StreamEvent { revision, at: clock::now(), change: Change::Reset };
            tell.send(Ok(message(&reset)?)).await?;
            return Ok(revision);
        };
        drop(conn);
        let more = events.len() == PART as usize;
        for happened in events {
            last = happened.revision;
            tell.send(Ok(message(&happened)?)).await?;
        }
        if !more {
            return Ok(last);
        }
    }
}

fn message(happened: &StreamEvent) -> Result<Event, Over> {
    Event::default().id(happened.revision.to_string()).json_data(happened).map_err(|_| Over)
}
