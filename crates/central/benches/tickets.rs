//! How fast numbers are given out over HTTP on a durable store, next to the floor: how many bare
//! WAL/FULL commits of one row the same disk makes in the same run. Prints `name value unit` lines.
#![allow(clippy::unwrap_used)]

mod lean;

use std::collections::HashSet;
use std::time::{Duration, Instant};

use lean::{Line, percentile, server};
use motcua_domain::branch::BranchConfig;
use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};

/// How long each measurement runs.
const SPAN: Duration = Duration::from_secs(4);

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let floor = commit_floor(&folder.path().join("floor.db")).await;
    println!("commit_floor_per_second {floor:.0} 1/s");
    let mut duplicates = 0;
    for clients in [1, 8, 64] {
        // A database of its own, so that no series of the day runs out.
        let branch = BranchConfig::default();
        let groups: Vec<_> = branch.groups.iter().map(|group| group.id.clone()).collect();
        let running = server(folder.path(), &format!("c{clients}"), branch).await;
        let mut kiosks = Vec::new();
        for kiosk in 0..clients {
            let mut line = Line::open(running.address).await;
            let token = line.enrol(&running, "Ki-ốt").await;
            kiosks.push(tokio::spawn(take_numbers(line, token, kiosk, groups.clone())));
        }
        let (mut labels, mut times, mut count) = (HashSet::new(), Vec::new(), 0);
        for kiosk in kiosks {
            let (taken, spent) = kiosk.await.unwrap();
            count += taken.len();
            labels.extend(taken);
            times.extend(spent);
        }
        duplicates += count - labels.len();
        println!("tickets_per_second.c{clients} {:.0} 1/s", count as f64 / SPAN.as_secs_f64());
        println!("tickets_p50_ms.c{clients} {:.3} ms", percentile(&mut times, 50));
        println!("tickets_p99_ms.c{clients} {:.3} ms", percentile(&mut times, 99));
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
    mut line: Line,
    token: String,
    kiosk: usize,
    groups: Vec<String>,
) -> (Vec<String>, Vec<Duration>) {
    let (mut labels, mut times) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    while begun.elapsed() < SPAN {
        let number = labels.len();
        let body = json!({ "group": groups[(number + kiosk) % groups.len()], "language": "vi" });
        let asked = Instant::now();
        let ticket = line.write("/v1/tickets", &token, &format!("{kiosk}-{number}"), &body).await;
        times.push(asked.elapsed());
        labels.push(ticket["label"].as_str().unwrap().to_owned());
    }
    (labels, times)
}
