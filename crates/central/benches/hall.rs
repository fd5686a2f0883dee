//! How fast a busy hall goes on: eight counters calling over three hundred people, a call until two
//! hundred boards hear of it, and the memory of a server that has given 100,000 numbers. Prints
//! `name value unit` lines.
#![allow(clippy::unwrap_used)]

mod lean;

use std::collections::HashSet;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use lean::{Line, percentile, server};
use motcua_central::Running;
use motcua_domain::branch::BranchConfig;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

const COUNTERS: u32 = 8;
const WAITING: usize = 300;
const BOARDS: usize = 200;
/// How many numbers the server has given when its memory is looked at, in days of a busy centre.
const NUMBERS: usize = 100_000;
/// What officers of the measurement sign in with.
const PASSWORD: &str = "một mật khẩu đủ dài";

#[tokio::main]
async fn main() {
    // A program of its own gives the numbers, so that only the server's memory is looked at.
    if let Some(address) = std::env::args().nth(1).and_then(|argument| argument.parse().ok()) {
        return give_numbers(address, &std::env::args().nth(2).unwrap()).await;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    memory(folder.path()).await;
    let mut branch = BranchConfig::default();
    let services: Vec<_> = branch.services.iter().map(|service| service.id.clone()).collect();
    branch.counters.iter_mut().for_each(|counter| counter.serves = services.clone());
    let running = server(folder.path(), "calls", branch).await;
    let officers = officers(&running).await;
    calls(&running, &officers).await;
    boards(&running, &officers[0]).await;
    running.stop().await;
}

/// Eight officers, each with a counter open: their tokens, by counter.
async fn officers(running: &Running) -> Vec<String> {
    let mut line = Line::open(running.address).await;
    let first = running.first_administrator.as_ref().unwrap();
    let admin = own_password(&mut line, &first.account, &first.password).await;
    let mut tokens = Vec::new();
    for number in 1..=COUNTERS {
        let account = format!("can.bo.{number}");
        let new = json!({ "account": account, "name": "Cán bộ", "role": "officer", "password": "mật khẩu đầu tiên" });
        line.write("/v1/staff/accounts", &admin, &account, &new).await;
        let token = own_password(&mut line, &account, "mật khẩu đầu tiên").await;
        line.write(&format!("/v1/counters/{number}/open"), &token, "open", &Value::Null).await;
        tokens.push(token);
    }
    tokens
}

async fn own_password(line: &mut Line, account: &str, first: &str) -> String {
    let signed_in = line.write("/v1/staff/sign-in", "", "", &json!({ "account": account, "password": first })).await;
    let token = signed_in["token"].as_str().unwrap().to_owned();
    line.write("/v1/staff/password", &token, "password", &json!({ "current": first, "new": PASSWORD })).await;
    token
}

/// Every counter calls, and marks as absent, until nobody is left.
async fn calls(running: &Running, officers: &[String]) {
    let mut kiosk = Line::open(running.address).await;
    let token = kiosk.enrol(running, "Ki-ốt").await;
    for number in 0..WAITING {
        let ask = json!({ "group": "ho-tich", "language": "vi" });
        kiosk.write("/v1/tickets", &token, &number.to_string(), &ask).await;
    }
    let mut counters = Vec::new();
    for (token, number) in officers.iter().cloned().zip(1..) {
        let address = running.address;
        counters.push(tokio::spawn(call_all(address, token, number)));
    }
    let (mut called, mut times) = (Vec::new(), Vec::new());
    for counter in counters {
        let (labels, spent) = counter.await.unwrap();
        called.extend(labels);
        times.extend(spent);
    }
    let once: HashSet<_> = called.iter().collect();
    println!("call_next_p50_ms.c{COUNTERS} {:.3} ms", percentile(&mut times, 50));
    println!("call_next_p99_ms.c{COUNTERS} {:.3} ms", percentile(&mut times, 99));
    println!("double_calls {} calls", called.len() - once.len());
    assert_eq!(once.len(), WAITING, "somebody was never called");
}

async fn call_all(address: SocketAddr, token: String, counter: u32) -> (Vec<String>, Vec<Duration>) {
    let mut line = Line::open(address).await;
    let (mut labels, mut times) = (Vec::new(), Vec::new());
    loop {
        let key = format!("call-{}", times.len());
        let asked = Instant::now();
        let called = line.write(&format!("/v1/counters/{counter}/call-next"), &token, &key, &Value::Null).await;
        times.push(asked.elapsed());
        let Some(id) = called["ticket"]["id"].as_str() else { return (labels, times) };
        line.write(&format!("/v1/tickets/{id}/no-show"), &token, id, &Value::Null).await;
        labels.push(called["ticket"]["label"].as_str().unwrap().to_owned());
    }
}

/// Boards follow the stream while a counter calls: from the press until each has heard.
async fn boards(running: &Running, officer: &str) {
    const CALLS: usize = 20;
    let mut line = Line::open(running.address).await;
    let token = line.enrol(running, "Bảng").await;
    let (tell, mut told) = mpsc::unbounded_channel();
    for _ in 0..BOARDS {
        tokio::spawn(follow(running.address, token.clone(), tell.clone()));
    }
    for _ in 0..BOARDS {
        assert_eq!(told.recv().await.unwrap().0, "ping", "every board listens");
    }
    let mut times = Vec::new();
    for number in 0..CALLS {
        let ask = json!({ "group": "ho-tich", "language": "vi" });
        line.write("/v1/tickets", &token, &format!("b-{number}"), &ask).await;
        let asked = Instant::now();
        let called = line.write("/v1/counters/1/call-next", officer, &format!("b-{number}"), &Value::Null).await;
        let mut heard = 0;
        while heard < BOARDS {
            let (verb, at) = told.recv().await.unwrap();
            if verb == "call" {
                times.push(at - asked);
                heard += 1;
            }
        }
        let id = called["ticket"]["id"].as_str().unwrap();
        line.write(&format!("/v1/tickets/{id}/no-show"), officer, id, &Value::Null).await;
    }
    println!("call_heard_p50_ms.b{BOARDS} {:.3} ms", percentile(&mut times, 50));
    println!("call_heard_p99_ms.b{BOARDS} {:.3} ms", percentile(&mut times, 99));
}

/// Tells of every event of the stream, and when it came.
async fn follow(address: SocketAddr, token: String, tell: mpsc::UnboundedSender<(&'static str, Instant)>) {
    let mut stream = BufReader::new(TcpStream::connect(address).await.unwrap());
    let request = format!("GET /v1/events HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes()).await.unwrap();
    let mut text = String::new();
    while stream.read_line(&mut text).await.is_ok_and(|read| read > 0) {
        let verb = match text.as_str() {
            line if line.starts_with("event: ping") => Some("ping"),
            line if line.contains(r#""verb":"call""#) => Some("call"),
            _ => None,
        };
        if verb.is_some_and(|verb| tell.send((verb, Instant::now())).is_err()) {
            return;
        }
        text.clear();
    }
}

/// The server's memory after so many numbers, all of them still waiting.
async fn memory(folder: &std::path::Path) {
    let running = server(folder, "memory", BranchConfig::default()).await;
    let token = Line::open(running.address).await.enrol(&running, "Ki-ốt").await;
    let mut giving = tokio::process::Command::new(std::env::current_exe().unwrap());
    let status = giving.arg(running.address.to_string()).arg(token).status().await.unwrap();
    assert!(status.success(), "the numbers were not given");
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let kept = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    let kilobytes: f64 = kept.trim().trim_end_matches(" kB").parse().unwrap();
    println!("memory_after_100000_tickets_mb {:.1} MB", kilobytes / 1024.0);
    running.stop().await;
}

async fn give_numbers(address: SocketAddr, token: &str) {
    let groups: Vec<_> = BranchConfig::default().groups.into_iter().map(|group| group.id).collect();
    let mut kiosks = Vec::new();
    for kiosk in 0..16 {
        let (token, groups) = (token.to_owned(), groups.clone());
        kiosks.push(tokio::spawn(async move {
            let mut line = Line::open(address).await;
            for number in 0..NUMBERS / 16 {
                let ask = json!({ "group": groups[(number + kiosk) % groups.len()], "language": "vi" });
                line.write("/v1/tickets", &token, &format!("{kiosk}-{number}"), &ask).await;
            }
        }));
    }
    for kiosk in kiosks {
        kiosk.await.unwrap();
    }
}
