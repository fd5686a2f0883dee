//! Scene 13: the board loses the server, says so, and shows the whole truth again by itself. The hall
//! goes on meanwhile: only the board's way to the server is cut.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use motcua_central::{Running, Settings};
use motcua_domain::branch::BranchConfig;
use motcua_domain::wire::{ChangePassword, IssueTicket, SignIn};
use motcua_kiosk::central::CentralClient;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::journey;
use crate::product::{Browser, Product};
use crate::proxy::{Proxy, Way};

const PATIENCE: Duration = Duration::from_secs(30);
const PASSWORD: &str = "Sông Hậu 2026 êm đềm";

/// A hall of its own program: a kiosk, and an officer at counter 1 and at counter 2.
struct Hall {
    server: Running,
    client: CentralClient,
    officers: [String; 2],
    _folder: tempfile::TempDir,
}

impl Hall {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = format!("sqlite://{}?mode=rwc", folder.path().join("central.sqlite").display());
        let branch = BranchConfig::default();
        let settings = Settings {
            listen: ([127, 0, 0, 1], 0).into(),
            database,
            branch,
            public_url: None,
            banks: Default::default(),
        };
        let server = motcua_central::start(settings).await.expect("the central server");
        let client = CentralClient::new(&format!("http://{}", server.address));
        let code = server.enrolment_code().await.expect("a code");
        client.use_device_token(&client.enrol(&code, "Ki-ốt 1").await.expect("a device").token);

        let first = server.first_administrator.clone().expect("the first start");
        let admin = signed_in(&client, &first.account, &first.password).await;
        let second = r#"{"account":"lan","name":"Lan","role":"officer","password":"mật khẩu đầu tiên"}"#;
        post(server.address, &admin, "/v1/staff/accounts", second).await;
        let lan = signed_in(&client, "lan", "mật khẩu đầu tiên").await;
        let officers = [admin, lan];
        for (officer, counter) in officers.iter().zip(1..) {
            client.set_counter(officer, counter, true).await.expect("an open counter");
        }
        Self { server, client, officers, _folder: folder }
    }

    /// A number that counter 1 or 2 serves.
    async fn issue(&self, counter: u32, language: &str) -> String {
        let branch = self.client.branch().await.expect("the centre");
        let group = branch.groups.into_iter().find(|group| group.counters == [counter]).expect("its group").id;
        let request = IssueTicket { group, service: None, priority: None, holder: None, language: language.to_owned() };
        self.client.issue_ticket(&request, Uuid::now_v7()).await.expect("a number").label
    }

    async fn call(&self, counter: u32) {
        let officer = &self.officers[counter as usize - 1];
        let called = self.client.call_next(officer, counter).await.expect("a call");
        assert!(called.ticket.is_some(), "somebody waits for counter {counter}");
    }

    /// The counter's ticket: its holder came, was served and went.
    async fn serve(&self, counter: u32) {
        let queue = self.client.queue().await.expect("the queue");
        let there = queue.at_counters.iter().find(|ticket| ticket.counter == Some(counter)).expect("a ticket");
        let officer = &self.officers[counter as usize - 1];
        for verb in ["start", "finish"] {
            let path = format!("/v1/tickets/{}/{verb}", there.id);
            post(self.server.address, officer, &path, "").await;
        }
    }
}

async fn signed_in(client: &CentralClient, account: &str, password: &str) -> String {
    let request = SignIn { account: account.to_owned(), password: password.to_owned() };
    let token = client.sign_in(&request).await.expect("a session").token;
    let change = ChangePassword { current: password.to_owned(), new: PASSWORD.to_owned() };
    client.change_password(&token, &change).await.expect("a password of one's own");
    token
}

/// A write that a kiosk's client has no word for.
async fn post(server: SocketAddr, token: &str, path: &str, body: &str) {
    let key = Uuid::now_v7();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {server}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(server).await.expect("the server");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 20"), "{path}: {answer}");
}

/// Waits until something is so.
async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    let started = Instant::now();
    while !so().await {
        assert!(started.elapsed() < PATIENCE, "{what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The labels in the light, the newest first.
async fn in_the_light(client: &fantoccini::Client) -> Vec<String> {
    let mut labels = Vec::new();
    for element in client.find_all(Locator::Css("[data-testid='now-label']")).await.expect("a page") {
        labels.push(element.text().await.unwrap_or_default());
    }
    labels
}

#[test]
fn two_calls_at_once_both_show_and_are_said_one_after_another() {
    journey(async {
        let hall = Hall::open().await;
        let code = hall.server.enrolment_code().await.expect("a code");
        let central = format!("--central=http://{}", hall.server.address);
        let enrol = format!("--enrol={code}");
        let product = Product::start(&[&central, &enrol, "--faces=board", "--speak=trial"]).await;
        product.on("board").await;
        let one = hall.issue(1, "vi").await;
        let two = hall.issue(2, "en").await;
        product.see(&format!("waiting-{two}")).await;
        tokio::join!(hall.call(1), hall.call(2));
        until("both are in the light", async || {
            let mut lit = in_the_light(&product.client).await;
            lit.sort();
            let mut both = [one.clone(), two.clone()];
            both.sort();
            lit == both
        })
        .await;
        // Each once; the English ticket in English, too, right after Vietnamese.
        let said = product.data.join("said.txt");
        let lines =
            || std::fs::read_to_string(&said).unwrap_or_default().lines().map(str::to_owned).collect::<Vec<_>>();
        until("both are said", async || lines().len() == 3).await;
        let lines = lines();
        let place =
            |what: &str| lines.iter().position(|line| line.contains(what)).unwrap_or_else(|| panic!("{lines:?}"));
        assert!(lines[place("quầy số một")].starts_with("Mời công dân có số"));
        assert_eq!(place("counter two"), place("quầy số hai") + 1, "{lines:?}");
        product.close().await;
        hall.server.stop().await;
    });
}

#[test]
fn a_board_that_loses_the_server_says_since_when_and_recovers_by_itself() {
    journey(async {
        let hall = Hall::open().await;
        let proxy = Proxy::start(hall.server.address).await;
        let code = hall.server.enrolment_code().await.expect("a code");
        let central = format!("--central=http://{}", proxy.address);
        let product = Product::start(&[&central, &format!("--enrol={code}"), "--faces=board"]).await;
        product.on("board").await;
        let first = hall.issue(1, "vi").await;
        let second = hall.issue(1, "vi").await;
        hall.call(1).await;
        product.until("now-label", &first, |shown| shown == first).await;
        product.see(&format!("waiting-{second}")).await;
        until("nothing is stale", async || !product.sees("stale").await).await;

        proxy.set(Way::Cut);
        let told = product.text("stale").await;
        let time = told.trim_start_matches("Dữ liệu lúc ").split(',').next().unwrap_or_default().to_owned();
        assert!(time.len() == 5 && time.as_bytes()[2] == b':', "it says since when: {told}");
        // The hall goes on without it; the board claims nothing it does not know.
        hall.serve(1).await;
        hall.call(1).await;
        let third = hall.issue(2, "vi").await;
        product.until("now-label", "the last it knew", |shown| shown == first).await;
        assert!(product.sees(&format!("waiting-{second}")).await && product.sees("stale").await);

        proxy.set(Way::Open);
        until("it is no longer stale", async || !product.sees("stale").await).await;
        product.until("now-label", &second, |shown| shown == second).await;
        product.see(&format!("waiting-{third}")).await;
        assert!(!product.sees(&format!("called-{first}")).await, "who has gone is gone");
        assert!(!product.sees(&format!("waiting-{second}")).await);
        product.close().await;
        hall.server.stop().await;
    });
}

#[test]
fn a_television_shows_the_same_without_a_token_and_recovers_too() {
    journey(async {
        let hall = Hall::open().await;
        let proxy = Proxy::start(hall.server.address).await;
        let first = hall.issue(1, "vi").await;
        let second = hall.issue(1, "vi").await;
        let television = Browser::start().await;
        television.client.goto(&format!("http://{}/board?layout=hall", proxy.address)).await.expect("the page");
        television.see(&format!("waiting-{first}")).await;
        hall.call(1).await;
        until("the call is in the light", async || in_the_light(&television.client).await == [first.clone()]).await;

        // A half-open connection: nothing is cut, and nothing comes any more.
        proxy.set(Way::Swallow);
        television.see("stale").await;
        hall.serve(1).await;
        hall.call(1).await;
        proxy.set(Way::Open);
        until("the truth is back", async || in_the_light(&television.client).await == [second.clone()]).await;
        assert!(!television.sees("stale").await && !television.sees(&format!("called-{first}")).await);

        let counters = format!("http://{}/board/angiang?layout=counters&counters=1-2", proxy.address);
        television.client.goto(&counters).await.expect("the page");
        television.see("panel-2").await;
        let panel = television.see("panel-1").await.text().await.expect("its text");
        assert!(panel.contains(&second), "{panel}");
        assert!(!television.sees("panel-3").await);
        television.close().await;
        hall.server.stop().await;
    });
}
