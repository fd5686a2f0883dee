//! How fast numbers are given out over HTTP on a durable store, next to the floor: how many bare
//! WAL/FULL commits of one row the same disk makes in the same run. Prints `name value unit` lines.
#![allow(clippy::unwrap_used)]

use std::collections::HashSet;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use motcua_central::{Settings, start};
use motcua_domain::branch::BranchConfig;
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// How long each measurement runs.
const SPAN: Duration = Duration::from_secs(4);

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let floor = commit_floor(&folder.path().join("floor.db")).await;
    println!("commit_floor_per_second {floor:.0} 1/s");
    let mut duplicates = 0;
    for clients in [1, 8] {
        // A database of its own, so that no series of the day runs out.
        let database = format!("sqlite://{}", folder.path().join(format!("c{clients}.db")).display());
        let branch = BranchConfig::default();
        let groups: Vec<_> = branch.groups.iter().map(|group| group.id.clone()).collect();
        let listen = "127.0.0.1:0".parse().unwrap();
        let running = start(Settings { listen, database, branch, public_url: None }).await.unwrap();
        let mut kiosks = Vec::new();
        for kiosk in 0..clients {
            let code = running.enrolment_code().await.unwrap();
            kiosks.push(tokio::spawn(take_numbers(running.address, code, kiosk, groups.clone())));
        }
        let (mut labels, mut times, mut count) = (HashSet::new(), Vec::new(), 0);
        for kiosk in kiosks {
            let (taken, spent) = kiosk.await.unwrap();
            count += taken.len();
            labels.extend(taken);
            times.extend(spent);
        }
        duplicates += count - labels.len();
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
        println!("tickets_per_second.c{clients} {:.0} 1/s", count as f64 / SPAN.as_secs_f64());
        println!("tickets_p50_ms.c{clients} {:.3} ms", at(50));
        println!("tickets_p99_ms.c{clients} {:.3} ms", at(99));
        running.stop().await;
    }
    println!("duplicate_numbers {duplicates} numbers");
}

/// Bare commits of one small row each, per second.
async fn commit_floor(file: &std::path::Path) -> f64 {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("CREATE TABLE row (id INTEGER PRIMARY KEY, at INTEGER)").execute(&mut conn).await.unwrap();
    let (begun, mut count) = (Instant::now(), 0_i64);
    while begun.elapsed() < SPAN {
        sqlx::query("INSERT INTO row (at) VALUES ($1)").bind(count).execute(&mut conn).await.unwrap();
        count += 1;
    }
    count as f64 / begun.elapsed().as_secs_f64()
}

/// A kiosk that takes numbers one after the other, over all groups in turn: labels and durations.
async fn take_numbers(
    address: SocketAddr,
    code: String,
    kiosk: usize,
    groups: Vec<String>,
) -> (Vec<String>, Vec<Duration>) {
    let mut line = Line::open(address).await;
    let enrol = json!({ "code": code, "name": format!("Ki-ốt {kiosk}") });
    let token = line.post("/v1/devices/enrol", "", &enrol).await["token"].as_str().unwrap().to_owned();
    let (mut labels, mut times) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    while begun.elapsed() < SPAN {
        let number = labels.len();
        let headers = format!("Authorization: Bearer {token}\r\nIdempotency-Key: {kiosk}-{number}\r\n");
        let body = json!({ "group": groups[(number + kiosk) % groups.len()], "language": "vi" });
        let asked = Instant::now();
        let ticket = line.post("/v1/tickets", &headers, &body).await;
        times.push(asked.elapsed());
        labels.push(ticket["label"].as_str().unwrap().to_owned());
    }
    (labels, times)
}

/// A kept-alive HTTP/1.1 connection, lean so that the server is what is measured.
struct Line(BufReader<TcpStream>);

impl Line {
    async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self(BufReader::new(stream))
    }

    async fn post(&mut self, path: &str, headers: &str, body: &Value) -> Value {
        let body = body.to_string();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n{headers}Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.get_mut().write_all(request.as_bytes()).await.unwrap();
        let (mut length, mut text, mut created) = (0, String::new(), false);
        loop {
            text.clear();
            self.0.read_line(&mut text).await.unwrap();
            if text == "\r\n" {
                break;
            }
            created |= text.starts_with("HTTP/1.1 201");
            if let Some(value) = text.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
        }
        let mut answer = vec![0; length];
        self.0.read_exact(&mut answer).await.unwrap();
        assert!(created, "{}", String::from_utf8_lossy(&answer));
        serde_json::from_slice(&answer).unwrap()
    }
}
