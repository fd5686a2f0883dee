use std::time::{Duration, Instant};

use futures_util::StreamExt;
use reqwest::StatusCode;
use serde_json::json;

use crate::central::Central;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_told_to_stop_ends_streams_and_itself_and_leaves_no_log_beside_the_database() {
    let mut central = Central::start(&[]);
    let device = central.device("Ki-ốt 1").await;
    let stream = central.http.get(format!("{}/v1/events", central.url)).bearer_auth(&device).send().await.unwrap();
    let mut said = stream.bytes_stream();
    assert!(said.next().await.unwrap().is_ok());
    let (_, branch) = central.send(reqwest::Method::GET, &device, "/v1/branch", None).await;
    let body = json!({ "group": branch["groups"][0]["id"], "language": "vi" });
    let (status, _) = central.send(reqwest::Method::POST, &device, "/v1/tickets", Some(body)).await;
    assert_eq!(status, StatusCode::CREATED);
    let told = Instant::now();
    central.signal("TERM");
    // The stream ends as one that is complete: who listened comes back at once, to whoever serves then.
    while let Some(part) = said.next().await {
        assert!(part.is_ok(), "the stream was torn off");
    }
    let ended = tokio::task::block_in_place(|| central.ended());
    assert_eq!(ended.code(), Some(0), "{}", central.log());
    assert!(told.elapsed() < Duration::from_secs(10));
    assert!(!central.folder.path().join("central.db-wal").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_system_hears_when_the_server_is_ready_alive_and_stopping() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("notify");
    let system = tokio::net::UnixDatagram::bind(&path).unwrap();
    let mut child = crate::central::command(folder.path(), &["serve", "--listen", "127.0.0.1:0"])
        .env("NOTIFY_SOCKET", &path)
        .env("WATCHDOG_USEC", "600000")
        .spawn()
        .unwrap();
    let mut heard = Vec::new();
    let mut bytes = [0; 256];
    while heard.len() < 4 {
        let read = tokio::time::timeout(Duration::from_secs(30), system.recv(&mut bytes)).await.unwrap().unwrap();
        heard.push(String::from_utf8_lossy(&bytes[..read]).trim().to_owned());
        if heard.len() == 3 {
            assert!(std::process::Command::new("kill").arg(child.id().to_string()).status().unwrap().success());
        }
    }
    while !heard.iter().any(|one| one == "STOPPING=1") {
        let read = tokio::time::timeout(Duration::from_secs(30), system.recv(&mut bytes)).await.unwrap().unwrap();
        heard.push(String::from_utf8_lossy(&bytes[..read]).trim().to_owned());
    }
    assert_eq!(heard[0], "READY=1");
    assert!(heard[1..heard.len() - 1].iter().all(|one| one == "WATCHDOG=1"), "{heard:?}");
    assert!(tokio::task::spawn_blocking(move || child.wait()).await.unwrap().unwrap().success());
}
