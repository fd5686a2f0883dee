//! `kill -9` while numbers are given.

use std::collections::BTreeSet;
use std::time::Duration;

use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::server::{Device, Server, given};
use crate::{Dice, times};

/// How many ask at once.
const ASKERS: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_is_back_with_every_number_it_promised_each_of_them_once() {
    let (folder, mut dice) = (TempDir::new().unwrap(), Dice(7));
    let mut server = Server::start(folder.path());
    let device = Device::enrol(&server, folder.path()).await;
    // What was promised, and the keys whose answer was lost.
    let (mut promised, mut open) = (Vec::new(), Vec::<String>::new());
    let mut asked = 0;
    for round in 0..times(10, 100) {
        let mut askers = JoinSet::new();
        for asker in 0..ASKERS {
            let (device, url) = (device.clone(), server.url.clone());
            let mut keys: Vec<String> = if asker == 0 { std::mem::take(&mut open) } else { Vec::new() };
            askers.spawn(async move {
                let mut labels = Vec::new();
                for next in 0.. {
                    let key = keys.pop().unwrap_or_else(|| format!("{round}-{asker}-{next}"));
                    match device.ticket(&url, &key).await {
                        Ok(label) => labels.push((key, label)),
                        Err(_) => {
                            keys.push(key);
                            break;
                        }
                    }
                }
                (labels, keys)
            });
        }
        tokio::time::sleep(Duration::from_millis(50 + dice.next(400))).await;
        server.kill();
        while let Some(done) = askers.join_next().await {
            let (labels, keys) = done.unwrap();
            asked += labels.len();
            promised.extend(labels);
            open.extend(keys);
        }
        server = Server::start(folder.path());
        let there: BTreeSet<String> = given(folder.path()).await.into_iter().collect();
        for (key, label) in &promised {
            assert!(there.contains(label), "round {round}: {label} of {key} is gone");
        }
    }
    assert!(asked > 0);
    // Whoever lost an answer asks again under the same key.
    for key in open {
        let label = device.ticket(&server.url, &key).await.unwrap();
        promised.push((key, label));
    }
    let mut labels: Vec<String> = promised.into_iter().map(|(_, label)| label).collect();
    let mut there = given(folder.path()).await;
    labels.sort();
    there.sort();
    assert_eq!(labels, there, "a number twice, or one that nobody was given");
    assert!(there.windows(2).all(|two| two[0] != two[1]));
}
