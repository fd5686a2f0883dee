//! Several processes over one PostgreSQL are one server to those who ask.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::database::{Database, postgres};
use crate::events::Stream;
use crate::server::{Server, key};

/// Two servers over one database; none where there is no PostgreSQL.
async fn two() -> Option<[Arc<Server>; 2]> {
    if postgres().is_none() {
        println!("skipped: one process has a file of SQLite for itself");
        return None;
    }
    let first = Server::start().await;
    let other = first.beside().await;
    Some([first.into(), other.into()])
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_counters_and_four_kiosks_at_two_processes_share_one_hall() {
    let Some(servers) = two().await else { return };
    let admin = &servers[0];
    let (_, mut config) = admin.get(&admin.admin, "/v1/branch/config").await;
    config["counters"] =
        (1..=8).map(|number| json!({ "number": number, "serves": ["ho-tich", "chung-thuc", "dat-dai"] })).collect();
    let request = admin.http.put(admin.url("/v1/branch/config")).bearer_auth(&admin.admin);
    let request = request.header("Idempotency-Key", key()).header("If-Match", "\"1\"").json(&config);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);

    let mut kiosks = Vec::new();
    for number in 0..4 {
        let server = Arc::clone(&servers[number % 2]);
        kiosks.push(tokio::spawn(async move {
            let token = server.enrol("Ki-ốt").await;
            let mut labels = Vec::new();
            for _ in 0..30 {
                let body = json!({ "group": "ho-tich", "language": "vi" });
                let (status, ticket) = server.post(&token, "/v1/tickets", body).await;
                assert_eq!(status, StatusCode::CREATED, "{ticket}");
                labels.push(ticket["label"].as_str().unwrap().to_owned());
            }
            labels
        }));
    }
    let mut counters = Vec::new();
    for number in 1..=8_usize {
        let server = Arc::clone(&servers[number % 2]);
        let officer = admin.officer(&format!("canbo{number}")).await;
        counters.push(tokio::spawn(async move {
            let (status, opened) = server.post(&officer, &format!("/v1/counters/{number}/open"), Value::Null).await;
            assert_eq!(status, StatusCode::OK, "{opened}");
            let mut called = Vec::new();
            while called.len() < 15 {
                let (status, next) =
                    server.post(&officer, &format!("/v1/counters/{number}/call-next"), Value::Null).await;
                assert_eq!(status, StatusCode::OK, "{next}");
                let Some(id) = next["ticket"]["id"].as_str() else {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                };
                let (status, ended) = server.post(&officer, &format!("/v1/tickets/{id}/no-show"), Value::Null).await;
                assert_eq!(status, StatusCode::OK, "{ended}");
                called.push(id.to_owned());
            }
            called
        }));
    }
    let mut labels = Vec::new();
    for kiosk in kiosks {
        labels.extend(kiosk.await.unwrap());
    }
    labels.sort();
    assert_eq!(labels, (1..=120).map(|number| format!("A{number:03}")).collect::<Vec<_>>());
    let mut called = Vec::new();
    for counter in counters {
        called.extend(counter.await.unwrap());
    }
    assert_eq!(called.len(), 120);
    assert_eq!(called.iter().collect::<BTreeSet<_>>().len(), 120, "one ticket was called to two counters");

    // What happened at the other process is known at each within the moment.
    let newest = Database::of(admin).await.one("SELECT MAX(revision) FROM event").await;
    for server in &servers {
        let known = async {
            while server.get(&admin.device, "/v1/queue").await.1["revision"] != newest {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), known).await.expect("both know all");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_at_one_process_is_heard_at_the_other() {
    let Some([one, other]) = two().await else { return };
    one.issue("ho-tich").await;
    let mut stream = Stream::open_at(&other, &one.device, Some(2)).await;
    let ticket = one.issue("dat-dai").await;
    let (revision, change) = stream.news().await;
    assert_eq!((revision, &change["id"]), (3, &ticket["id"]));
    let (_, mut config) = other.get(&one.admin, "/v1/branch/config").await;
    config["name"] = json!("Trung tâm đổi tên");
    let request = one.http.put(one.url("/v1/branch/config")).bearer_auth(&one.admin);
    let request = request.header("Idempotency-Key", key()).header("If-Match", "\"1\"").json(&config);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
    assert_eq!(stream.news().await.1["kind"], "centre");
    assert_eq!(other.get(&one.device, "/v1/branch").await.1["name"], "Trung tâm đổi tên");
    // A machine tells one of them how it is.
    let status = crate::devices::status(Value::Null);
    let (told, problem) = one.post(&one.device, "/v1/devices/status", status).await;
    assert_eq!(told, StatusCode::NO_CONTENT, "{problem}");
    let known = async {
        while other.get(&one.admin, "/v1/devices").await.1[0]["status"]["unsent"] != 2 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), known).await.expect("it is known at both");
    // The answer to a write is known at both.
    let body = || Some(json!({ "group": "ho-tich", "language": "vi" }));
    let first = one.send(reqwest::Method::POST, &one.device, Some("same"), "/v1/tickets", body()).await;
    let again = other.send(reqwest::Method::POST, &one.device, Some("same"), "/v1/tickets", body()).await;
    assert_eq!(first, again);
}

/// A process of the program over the database of a server, and where it listens.
async fn process(server: &Server) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_motcua-central"))
        .args(["serve", "--listen", "127.0.0.1:0", "--database", &server.database().await])
        .env("RUST_LOG", "info")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut other_lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let said = |line: &str| {
        let at = line.find("127.0.0.1:")?;
        let rest: String = line[at..].chars().take_while(|c| c.is_ascii_digit() || ".:".contains(*c)).collect();
        Some(rest)
    };
    loop {
        let line = tokio::select! {
            Ok(Some(line)) = lines.next_line() => line,
            Ok(Some(line)) = other_lines.next_line() => line,
            ended = child.wait() => panic!("it ended: {ended:?}"),
        };
        if let Some(address) = said(&line) {
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            tokio::spawn(async move { while let Ok(Some(_)) = other_lines.next_line().await {} });
            return (child, address);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_dies_loses_nothing_and_doubles_nothing() {
    let Some([one, other]) = two().await else { return };
    let mut given = BTreeMap::new();
    for round in 0..3 {
        let (mut child, address) = process(&one).await;
        let url = format!("http://{address}/v1/tickets");
        let mut asked = Vec::new();
        for number in 0..40 {
            let key = format!("round-{round}-{number}");
            let request = one.http.post(&url).bearer_auth(&one.device).header("Idempotency-Key", format!("\"{key}\""));
            let request = request.json(&json!({ "group": "ho-tich", "language": "vi" }));
            asked.push(tokio::spawn(async move {
                let label = match request.send().await {
                    Ok(answer) => {
                        answer.json::<Value>().await.ok().and_then(|body| body["label"].as_str().map(str::to_owned))
                    }
                    Err(_) => None,
                };
                (key, label)
            }));
            if number == 20 {
                // In the middle of it.
                tokio::time::sleep(Duration::from_millis(5 * (round + 1))).await;
                child.start_kill().unwrap();
            }
        }
        tokio::time::timeout(Duration::from_secs(10), child.wait()).await.expect("it is dead").unwrap();
        for task in asked {
            let (key, label) = tokio::time::timeout(Duration::from_secs(30), task).await.expect("an answer").unwrap();
            let body = json!({ "group": "ho-tich", "language": "vi" });
            // Whoever got no answer asks the other one, under the same key.
            let (status, told) =
                other.send(reqwest::Method::POST, &one.device, Some(&key), "/v1/tickets", Some(body)).await;
            assert_eq!(status, StatusCode::CREATED, "{told}");
            let told = told["label"].as_str().unwrap().to_owned();
            assert!(label.is_none_or(|label| label == told), "{key} was told another number before");
            given.insert(key, told);
        }
    }
    let labels: BTreeSet<_> = given.values().cloned().collect();
    assert_eq!(labels, (1..=120).map(|number| format!("A{number:03}")).collect::<BTreeSet<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_breaks_loses_nothing_and_is_made_anew() {
    let Some([one, other]) = two().await else { return };
    let mut database = Database::of(&one).await;
    let cut = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let mut labels = BTreeSet::new();
    for number in 0..30 {
        let server = if number % 2 == 0 { &one } else { &other };
        if number % 5 == 0 {
            assert_ne!(database.one(cut).await, 0, "nothing was cut");
        }
        let key = format!("broken-{number}");
        let label = loop {
            let body = json!({ "group": "ho-tich", "language": "vi" });
            let asked = (reqwest::Method::POST, &one.device, "/v1/tickets");
            match server.send(asked.0, asked.1, Some(&key), asked.2, Some(body)).await {
                (StatusCode::CREATED, ticket) => break ticket["label"].as_str().unwrap().to_owned(),
                // Nothing is promised; it is asked again under the same key.
                (status, problem) => assert!(status.is_server_error(), "{problem}"),
            }
        };
        labels.insert(label);
    }
    assert_eq!(labels, (1..=30).map(|number| format!("A{number:03}")).collect::<BTreeSet<_>>());
    // What happens at one is heard at the other again.
    let mut stream = Stream::open_at(&other, &one.device, None).await;
    let ticket = one.issue("dat-dai").await;
    let heard = async { while stream.news().await.1["id"] != ticket["id"] {} };
    tokio::time::timeout(Duration::from_secs(20), heard).await.expect("it is heard");
}
