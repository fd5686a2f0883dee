//! A data folder on a disk of a few megabytes that fills up (a tmpfs of its own, which nobody else sees).

use std::path::{Path, PathBuf};
use std::process::Command;

use reqwest::StatusCode;
use serde_json::Value;
use sqlx::Connection;
use tempfile::TempDir;

use crate::server::{Device, Server, database};

/// The program with a tmpfs of 12 MB where its database is, which is a copy of one that is there.
fn on_a_small_disk(from: &Path, disk: &Path) -> Command {
    let mount = "mount -t tmpfs -o size=12m tmpfs \"$DISK\" && cp \"$FROM\"/central.db* \"$DISK\" && exec \"$@\"";
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"]);
    command.arg(env!("CARGO_BIN_EXE_motcua-central")).env("DISK", disk).env("FROM", from);
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_is_full_is_said_in_clear_words_and_what_was_promised_is_there() {
    let (folder, disk) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let server = Server::start(folder.path());
    let device = Device::enrol(&server, folder.path()).await;
    server.kill();
    let mut server = Server::start_on(folder.path(), on_a_small_disk(folder.path(), disk.path()), disk.path());
    // What the program sees there, seen from outside.
    let inside = PathBuf::from(format!("/proc/{}/root{}", server.pid(), disk.path().display()));
    let mut promised = vec![device.ticket(&server.url, "before").await.unwrap()];
    let mut kept = 0;
    let refused: Value = loop {
        let request = device.http.post(format!("{}/v1/files", server.url)).bearer_auth(&device.token);
        let key = format!("\"file-{kept}\"");
        let answer = request.header("Idempotency-Key", key).body(format!("%PDF-1.7 {kept}{}", "x".repeat(300_000)));
        let answer = answer.send().await.unwrap();
        match answer.status() {
            StatusCode::CREATED => kept += 1,
            status => {
                assert!(status.is_server_error(), "{status}");
                break answer.json().await.unwrap();
            }
        }
        assert!(kept < 100, "the disk does not fill up");
    };
    assert!(["not-stored", "internal"].contains(&refused["code"].as_str().unwrap()), "{refused}");
    assert!(!refused["title"].as_str().unwrap().is_empty());
    let ready = device.http.get(format!("{}/readyz", server.url)).send().await.unwrap();
    let (status, found): (_, Value) = (ready.status(), ready.json().await.unwrap());
    assert_eq!((status, &found["disk"]), (StatusCode::SERVICE_UNAVAILABLE, &Value::from(false)), "{found}");
    // Numbers go on where they can; none is promised that is not there.
    for next in 0..20 {
        promised.extend(device.ticket(&server.url, &format!("full-{next}")).await.ok());
    }
    assert!(server.runs());
    let copy = TempDir::new().unwrap();
    for name in ["central.db", "central.db-wal"] {
        std::fs::copy(inside.join(name), copy.path().join(name)).unwrap();
    }
    let there = crate::server::given(copy.path()).await;
    for label in &promised {
        assert!(there.contains(label), "{label} is gone");
    }
    let mut conn = sqlx::SqliteConnection::connect(&database(copy.path())).await.unwrap();
    let files: i64 = sqlx::query_scalar("SELECT count(*) FROM file").fetch_one(&mut conn).await.unwrap();
    assert_eq!(files, kept);
}
