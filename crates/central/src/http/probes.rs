//! For whoever watches over the server: whether it lives, whether it can do its work, and its figures.
//! None of these stands under `/v1`: they are no part of what devices and consoles call.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::queue::TicketState;
use serde::Serialize;
use tokio::time::timeout;

use crate::app::App;
use crate::metrics::Now;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::room;
use crate::store::sql;

/// How long the database may take to say that it can be read or written.
const PATIENCE: Duration = Duration::from_secs(2);
/// What must be free on the disk for the server to be ready: 64 MiB, more than a busy day writes before
/// somebody comes.
const FREE: u64 = 64 * 1024 * 1024;
/// The type of Prometheus' text format.
const TEXT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What was found of the server. Each is true when it is well.
#[derive(Serialize)]
struct Readiness {
    ready: bool,
    /// The database can be read.
    reads: bool,
    /// The writing task is there and can begin and end a change.
    writes: bool,
    /// Enough is free on the disk.
    disk: bool,
}

/// The process lives and answers.
pub(super) async fn healthz() -> &'static str {
    "ok\n"
}

/// Whether the server can do its work: 200, or 503 with what is the matter.
pub(super) async fn readyz(State(app): State<App>) -> Response {
    let found = readiness(&app).await;
    let status = if found.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(found)).into_response()
}

async fn readiness(app: &App) -> Readiness {
    let read = async {
        let mut conn = app.read().await?;
        Ok::<_, Refusal>(sql::query("SELECT 1").execute(&mut conn).await?)
    };
    let reads = matches!(timeout(PATIENCE, read).await, Ok(Ok(_)));
    let write = app.writer.run(|_| Box::pin(async { Ok(()) }));
    let writes = matches!(timeout(PATIENCE, write).await, Ok(Ok(())));
    let disk = room::free(&app.database).is_none_or(|free| free >= FREE);
    Readiness { ready: reads && writes && disk, reads, writes, disk }
}

/// The server's figures. They are read from this machine only, unless the settings name a token: then
/// with the token only, from anywhere. What a proxy hands on does not come from this machine.
pub(super) async fn metrics(
    State(app): State<App>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    if !may_read(app.metrics_token.as_deref(), from, &headers) {
        return Err(Refusal::not_found("no-such-route"));
    }
    let now = now(&app).await?;
    Ok(([(header::CONTENT_TYPE, TEXT)], app.metrics.told(&now)).into_response())
}

fn may_read(token: Option<&str>, from: SocketAddr, headers: &HeaderMap) -> bool {
    match token {
        Some(token) => {
            let said = headers.get(header::AUTHORIZATION).and_then(|said| said.to_str().ok()?.strip_prefix("Bearer "));
            // Compared by their hashes, so that the time it takes tells nothing.
            said.is_some_and(|said| secret::sha256(said.as_bytes()) == secret::sha256(token.as_bytes()))
        }
        None => {
            let handed_on = headers.contains_key(header::FORWARDED) || headers.contains_key("x-forwarded-for");
            from.ip().to_canonical().is_loopback() && !handed_on
        }
    }
}

async fn now(app: &App) -> Result<Now, Refusal> {
    let lobby = app.lobby().await?;
    let count = |state| lobby.hall.tickets().filter(|ticket| ticket.state == state).count();
    let tickets =
        TicketState::ALL.map(|state| (state, u32::try_from(count(state)).unwrap_or(u32::MAX))).into_iter().collect();
    drop(lobby);
    let (machines, unsent, untold) = app.heard.waiting();
    let database = room::used(&app.database, &mut app.read().await?).await;
    let (free, memory) = (room::free(&app.database), room::memory());
    Ok(Now { tickets, machines, unsent, untold, database, free, memory })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_for_this_machine_or_for_who_has_the_token() {
        let (here, there): (SocketAddr, SocketAddr) =
            ("127.0.0.1:9".parse().expect("an address"), "10.1.2.3:9".parse().expect("an address"));
        let with = |name: &'static str, value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().expect("a value"));
            headers
        };
        assert!(may_read(None, here, &HeaderMap::new()));
        assert!(!may_read(None, there, &HeaderMap::new()));
        assert!(!may_read(None, here, &with("x-forwarded-for", "10.1.2.3")));
        assert!(may_read(Some("abc"), there, &with("authorization", "Bearer abc")));
        assert!(!may_read(Some("abc"), there, &with("authorization", "Bearer abd")));
        assert!(!may_read(Some("abc"), here, &HeaderMap::new()));
    }
}
