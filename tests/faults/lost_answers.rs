//! A network that loses what was answered after the commit.

use std::collections::BTreeSet;
use std::time::Duration;

use tempfile::TempDir;

use crate::proxy::{Proxy, Way};
use crate::server::{Device, Server, database, given};
use crate::times;

#[tokio::test(flavor = "multi_thread")]
async fn a_number_whose_answer_was_lost_is_given_once_however_often_it_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let server = Server::start(folder.path());
    let mut device = Device::enrol(&server, folder.path()).await;
    let network = Proxy::start(server.url.strip_prefix("http://").unwrap().parse().unwrap()).await;
    let url = format!("http://{}", network.address);
    let mut labels = BTreeSet::new();
    let rounds = times(10, 100);
    for round in 0..rounds {
        let key = format!("lost-{round}");
        network.set(Way::Swallow);
        // A client of its own, so that no connection is kept from before.
        device.http = reqwest::Client::builder().timeout(Duration::from_millis(700)).build().unwrap();
        device.ticket(&url, &key).await.unwrap_err();
        network.set(Way::Cut);
        device.ticket(&url, &key).await.unwrap_err();
        network.set(Way::Open);
        device.http = reqwest::Client::builder().timeout(Duration::from_secs(5)).build().unwrap();
        let label = device.ticket(&url, &key).await.unwrap();
        assert_eq!(device.ticket(&url, &key).await.unwrap(), label);
        labels.insert(label);
    }
    assert_eq!(labels.len(), rounds);
    assert_eq!(given(folder.path()).await.into_iter().collect::<BTreeSet<_>>(), labels);
    assert_eq!(given(folder.path()).await.len(), rounds);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_whose_answer_was_lost_is_kept_once() {
    use sqlx::Connection;
    let folder = TempDir::new().unwrap();
    let server = Server::start(folder.path());
    let device = Device::enrol(&server, folder.path()).await;
    let network = Proxy::start(server.url.strip_prefix("http://").unwrap().parse().unwrap()).await;
    let send = async |patience: u64| {
        let http = reqwest::Client::builder().timeout(Duration::from_millis(patience)).build().unwrap();
        let request = http.post(format!("http://{}/v1/files", network.address)).bearer_auth(&device.token);
        request.header("Idempotency-Key", "\"one-file\"").body("%PDF-1.7 of nobody").send().await
    };
    network.set(Way::Swallow);
    assert!(send(700).await.is_err());
    network.set(Way::Open);
    let (first, again) = (send(5_000).await.unwrap(), send(5_000).await.unwrap());
    assert!(first.status().is_success());
    assert_eq!(first.bytes().await.unwrap(), again.bytes().await.unwrap());
    let mut conn = sqlx::SqliteConnection::connect(&database(folder.path())).await.unwrap();
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM file").fetch_one(&mut conn).await.unwrap();
    assert_eq!(kept, 1);
}
