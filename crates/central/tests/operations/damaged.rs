//! A damaged file is set aside whole, numbers go on, and staff are told.

use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use reqwest::{Method, StatusCode};
use serde_json::json;
use sqlx::{Connection, SqliteConnection};

use crate::central::Central;

/// Overwrites pages of a stopped database: the root of a table.
async fn damage(folder: &Path, table: &str) {
    let file = folder.join("central.db");
    let mut conn = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let root: i64 = sqlx::query_scalar("SELECT rootpage FROM sqlite_master WHERE name = $1")
        .bind(table)
        .fetch_one(&mut conn)
        .await
        .unwrap();
    let size: i64 = sqlx::query_scalar("PRAGMA page_size").fetch_one(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    let mut file = std::fs::OpenOptions::new().write(true).open(file).unwrap();
    file.seek(SeekFrom::Start((root - 1).unsigned_abs() * size.unsigned_abs())).unwrap();
    file.write_all(&vec![0xa5; usize::try_from(size).unwrap()]).unwrap();
}

fn set_aside(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap().flatten().map(|file| file.path());
    files.filter(|file| file.display().to_string().contains(".damaged-")).collect()
}

async fn take(central: &Central, device: &str) -> String {
    let ask = json!({ "group": "ho-tich", "language": "vi" });
    let (status, ticket) = central.send(Method::POST, device, "/v1/tickets", Some(ask)).await;
    assert_eq!(status, StatusCode::CREATED, "{ticket}");
    ticket["label"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_log_is_set_aside_and_numbers_go_on_above_all_that_were_given() {
    let central = Central::start(&[]);
    let device = central.device("Ki-ốt 1").await;
    let given: Vec<_> = [take(&central, &device).await, take(&central, &device).await].into();
    assert_eq!(given, ["H001", "H002"]);
    let folder = central.stop();
    damage(folder.path(), "event").await;
    let mut before = Vec::new();
    std::fs::File::open(folder.path().join("central.db")).unwrap().read_to_end(&mut before).unwrap();

    let central = Central::start_in(folder, &[]);
    let aside = set_aside(central.folder.path());
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert!(std::fs::read(&aside[0]).unwrap() == before, "it is kept as it was");
    assert!(central.log().contains("set aside whole"), "{}", central.log());
    // Who may work, and the machines, are known as before.
    let label = take(&central, &device).await;
    assert!(label[1..].parse::<u32>().unwrap() > 20_000, "{label}");
    let (_, queue) = central.send(Method::GET, &device, "/v1/queue", None).await;
    assert!(queue["began_anew"].is_string(), "staff are told: {queue}");
    assert_eq!(central.sign_in("quantri", &central.first_password()).await.0, StatusCode::OK);
    // Another start changes nothing more.
    let central = Central::start_in(central.stop(), &[]);
    assert_eq!(set_aside(central.folder.path()).len(), 1);
    let next = take(&central, &device).await;
    assert_eq!(next[1..].parse::<u32>().unwrap(), label[1..].parse::<u32>().unwrap() + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_database_at_all_is_set_aside_too_and_a_sound_one_never_is() {
    let folder = Central::start(&[]).stop();
    std::fs::write(
        folder.path().join("central.db"),
        "this is no database, and longer than its head would be".repeat(50),
    )
    .unwrap();
    let central = Central::start_in(folder, &[]);
    assert_eq!(set_aside(central.folder.path()).len(), 1);
    let device = central.device("Ki-ốt 1").await;
    take(&central, &device).await;
    let mut folder = central.stop();
    for _ in 0..3 {
        folder = Central::start_in(folder, &[]).stop();
    }
    assert_eq!(set_aside(folder.path()).len(), 1);
}
