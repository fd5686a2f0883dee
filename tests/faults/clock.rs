//! A server whose clock is a day back, or a year ahead, by libfaketime.

use std::process::Command;

use sqlx::Connection;
use tempfile::TempDir;

use crate::server::{Device, Server, database, given};

/// The program with another clock. The library is loaded by itself: the command `faketime` stays between, and
/// killing that would leave the program alone.
fn at(offset: &str) -> Command {
    let folders = std::fs::read_dir("/usr/lib").unwrap().flatten();
    let library = folders.map(|folder| folder.path().join("faketime/libfaketimeMT.so.1")).find(|file| file.exists());
    let mut command = Command::new(env!("CARGO_BIN_EXE_motcua-central"));
    command.env("LD_PRELOAD", library.expect("faketime is installed by script/bootstrap")).env("FAKETIME", offset);
    // What waits must go on waiting as long as it does.
    command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1").env("DONT_FAKE_MONOTONIC", "1");
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_a_day_back_or_a_year_ahead_gives_no_number_twice_and_keeps_the_order() {
    let folder = TempDir::new().unwrap();
    let server = Server::start(folder.path());
    let device = Device::enrol(&server, folder.path()).await;
    let mut promised = vec![device.ticket(&server.url, "today-1").await.unwrap()];
    promised.push(device.ticket(&server.url, "today-2").await.unwrap());
    server.kill();
    for (round, offset) in ["-1d", "+0d", "+365d", "+0d"].into_iter().enumerate() {
        let server = Server::start_by(folder.path(), at(offset));
        for next in 0..2 {
            let key = format!("{round}-{next}");
            let label = device.ticket(&server.url, &key).await.unwrap();
            assert_eq!(device.ticket(&server.url, &key).await.unwrap(), label);
            promised.push(label);
        }
        server.kill();
    }
    // In the order in which they were given, whatever the clock said.
    assert_eq!(given(folder.path()).await, promised);
    // The clock was another one indeed: some were given on a day of next year.
    let mut conn = sqlx::SqliteConnection::connect(&database(folder.path())).await.unwrap();
    let days = "SELECT count(DISTINCT business_date) FROM event WHERE verb = 'issue'";
    let days: i64 = sqlx::query_scalar(days).fetch_one(&mut conn).await.unwrap();
    assert!(days >= 2);
}
