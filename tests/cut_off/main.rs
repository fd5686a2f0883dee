//! Four kiosks, each a process of its own, take 2,000 numbers while the network before them is cut,
//! swallows answers and comes back, and one of them is killed. Every paper stays true: all labels
//! differ, none is changed, and exactly they wait in the end.
//!
//! It is its own program, so that it can start itself as a kiosk.
#![allow(clippy::unwrap_used)]

mod kiosk;
#[allow(dead_code, reason = "the journeys count and cut what is asked")]
mod proxy;

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::Duration;

use motcua_central::{Settings, start};
use motcua_domain::branch::BranchConfig;
use motcua_domain::wire::QueueView;
use motcua_kiosk::central::CentralClient;
use proxy::{Proxy, Way};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// How many kiosks there are, and how many numbers each gives.
const KIOSKS: usize = 4;
const EACH: usize = 500;

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("kiosk") => kiosk::run(&arguments[2], arguments[3].as_ref(), arguments.get(4).cloned()).await,
        // What a test runner asks of a program of tests.
        Some("--list") => println!("four_kiosks_cut_off: test"),
        _ => four_kiosks_cut_off().await,
    }
}

/// A kiosk that runs, and the papers it gave: label by identity.
struct Running {
    process: Child,
    commands: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    papers: BTreeMap<String, String>,
}

impl Running {
    async fn start(central: &str, folder: &std::path::Path, code: Option<&str>) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg("kiosk").arg(central).arg(folder).args(code);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
        let commands = process.stdin.take().unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut running = Self { process, commands, answers, papers: BTreeMap::new() };
        assert_eq!(running.answers.next_line().await.unwrap().unwrap(), "ready");
        running
    }

    /// Takes so many numbers, over three groups.
    async fn take(&mut self, count: usize) {
        for number in 0..count {
            let group = ["ho-tich", "chung-thuc", "dat-dai"][number % 3];
            self.commands.write_all(format!("{group}\n").as_bytes()).await.unwrap();
            let answer = self.answers.next_line().await.unwrap().unwrap();
            let (label, id) = answer.split_once(' ').unwrap_or_else(|| panic!("no number: {answer}"));
            assert!(self.papers.insert(id.to_owned(), label.to_owned()).is_none(), "{id} twice");
        }
    }

    /// Ends it as a power cut would.
    async fn kill(mut self) -> BTreeMap<String, String> {
        self.process.kill().await.unwrap();
        self.papers
    }
}

/// All kiosks take so many numbers each, at the same time.
async fn take(kiosks: &mut Vec<Running>, count: usize) {
    let all = kiosks.drain(..).map(|mut kiosk| {
        tokio::spawn(async move {
            kiosk.take(count).await;
            kiosk
        })
    });
    let all: Vec<_> = all.collect();
    for kiosk in all {
        kiosks.push(kiosk.await.unwrap());
    }
}

async fn four_kiosks_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite://{}?mode=rwc", folder.path().join("central.sqlite").display());
    let listen = "127.0.0.1:0".parse().unwrap();
    let branch = BranchConfig::default();
    let server =
        start(Settings { listen, database, branch, public_url: None, banks: Default::default() }).await.unwrap();
    let proxy = Proxy::start(server.address).await;
    let central = format!("http://{}", proxy.address);
    let data = |number: usize| folder.path().join(format!("kiosk-{number}"));
    let mut kiosks = Vec::new();
    for number in 0..KIOSKS {
        let code = server.enrolment_code().await.unwrap();
        kiosks.push(Running::start(&central, &data(number), Some(&code)).await);
    }
    take(&mut kiosks, 100).await;
    proxy.set(Way::Cut);
    take(&mut kiosks, 200).await;
    // The last kiosk loses its power, and starts again without the network.
    let mut before = kiosks.pop().unwrap().kill().await;
    kiosks.push(Running::start(&central, &data(KIOSKS - 1), None).await);
    take(&mut kiosks, 100).await;
    proxy.set(Way::Open);
    take(&mut kiosks, 90).await;
    // What is asked arrives, what is answered does not.
    proxy.set(Way::Swallow);
    take(&mut kiosks, 2).await;
    proxy.set(Way::Open);
    take(&mut kiosks, EACH - 100 - 200 - 100 - 90 - 2).await;

    let mut papers = BTreeMap::new();
    for kiosk in &mut kiosks {
        papers.append(&mut kiosk.papers);
    }
    papers.append(&mut before);
    assert_eq!(papers.len(), KIOSKS * EACH);
    let mut labels: Vec<_> = papers.values().cloned().collect();
    labels.sort();
    labels.dedup();
    assert_eq!(labels.len(), KIOSKS * EACH, "a label was given twice");
    let own = papers.values().filter(|label| label.len() == 5 && &label[1..2] <= "4").count();
    assert!(own >= KIOSKS * 300, "only {own} came from the kiosks' own series");

    // In the end the central system has exactly the papers people hold, each as it was printed.
    let client = CentralClient::new(&format!("http://{}", server.address));
    let code = server.enrolment_code().await.unwrap();
    client.use_device_token(&client.enrol(&code, "Bảng").await.unwrap().token);
    let held = |queue: QueueView| -> BTreeMap<String, String> {
        queue.waiting.into_iter().map(|ticket| (ticket.id.to_string(), ticket.label)).collect()
    };
    let mut waiting = BTreeMap::new();
    for _ in 0..600 {
        waiting = held(client.queue().await.unwrap());
        if waiting == papers {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let missing: Vec<_> = papers.iter().filter(|paper| waiting.get(paper.0) != Some(paper.1)).take(5).collect();
    let too_many: Vec<_> = waiting.iter().filter(|ticket| !papers.contains_key(ticket.0)).take(5).collect();
    assert!(missing.is_empty() && too_many.is_empty(), "missing {missing:?}, nobody holds {too_many:?}");
    println!("{} numbers, {own} of them given while cut off: all different, none changed", papers.len());
    drop(kiosks);
    server.stop().await;
}
