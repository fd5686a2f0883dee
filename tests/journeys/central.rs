//! A central server that a journey can look into: phones reach it, a bank tells it of money, and what it
//! keeps is read as an officer reads it.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use hmac::{Hmac, Mac};
use motcua_central::{BankSecret, FirstAdministrator, Running, Settings};
use motcua_domain::branch::BranchConfig;
use motcua_domain::payment::{BankAccount, Postage, Vnd};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::product::{PASSWORD, Product};

/// The account fees are paid to.
pub const ACCOUNT: &str = "101234567890";
const SECRET: &str = "a secret that bank and centre share";

/// The server, and who asks it.
pub struct Central {
    server: Running,
    first: FirstAdministrator,
    http: Client,
    folder: tempfile::TempDir,
}

/// A server that is away, with what it keeps.
pub struct Away {
    address: SocketAddr,
    first: FirstAdministrator,
    folder: tempfile::TempDir,
}

async fn serve(folder: &Path, listen: SocketAddr) -> Running {
    let name = "VietinBank – Trung tâm thử".to_owned();
    let account = BankAccount { bin: "970415".to_owned(), account: ACCOUNT.to_owned(), name };
    let postage = Postage { province: 91, within_province: Vnd(26_000), elsewhere: Vnd(35_000) };
    motcua_central::start(Settings {
        listen,
        database: format!("sqlite://{}", folder.join("central.db").display()),
        branch: BranchConfig { bank: Some(account), postage: Some(postage), ..BranchConfig::default() },
        public_url: Some(format!("http://{listen}")),
        banks: [("vietinbank".to_owned(), BankSecret::new(SECRET).expect("long enough"))].into(),
    })
    .await
    .expect("the central server")
}

impl Away {
    /// It is there again, at the same address.
    pub async fn back(self) -> Central {
        let Self { address, first, folder } = self;
        let server = serve(folder.path(), address).await;
        // Until somebody has set a password of their own, every start makes a new one.
        let first = server.first_administrator.clone().unwrap_or(first);
        Central { server, first, http: Client::new(), folder }
    }
}

impl Central {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let listen: SocketAddr =
            TcpListener::bind("127.0.0.1:0").and_then(|port| port.local_addr()).expect("a free port");
        let server = serve(folder.path(), listen).await;
        let first = server.first_administrator.clone().expect("the first administrator");
        Self { server, first, http: Client::new(), folder }
    }

    /// It stops, and what it keeps stays.
    pub async fn away(self) -> Away {
        let Self { server, first, folder, .. } = self;
        let address = server.address;
        server.stop().await;
        Away { address, first, folder }
    }

    /// What a phone shows at an address from a paper's QR.
    pub async fn phone(&self, papers: &[String]) -> String {
        let address = papers.iter().find(|said| said.contains("/d/")).expect("an address to follow it at");
        let answer = self.http.get(address).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{address}");
        answer.text().await.expect("a page")
    }

    pub fn address(&self) -> SocketAddr {
        self.server.address
    }

    /// The product before it.
    pub async fn product(&self, options: &[&str]) -> Product {
        self.product_at(self.address(), options).await
    }

    /// The product before an address that leads to it.
    pub async fn product_at(&self, address: SocketAddr, options: &[&str]) -> Product {
        let code = self.server.enrolment_code().await.expect("a code");
        let (central, enrol) = (format!("--central=http://{address}"), format!("--enrol={code}"));
        let product = Product::start(&[&[central.as_str(), &enrol], options].concat()).await;
        self.first.write_down(&product.data.join("first-administrator.txt")).expect("written down");
        product
    }

    /// What the first administrator is answered, signed in besides a console that changed the password, or
    /// without one.
    async fn as_officer(&self, path: &str) -> reqwest::Response {
        let first = &self.first;
        let sign_in = async |password: &str| {
            let who = json!({ "account": first.account, "password": password });
            let answer = self.http.post(self.url("/v1/staff/sign-in")).json(&who).send().await.expect("an answer");
            answer.status().is_success().then_some(answer)
        };
        let token = match sign_in(PASSWORD).await {
            Some(answer) => token_of(answer).await,
            None => {
                let token = token_of(sign_in(&first.password).await.expect("one of the two")).await;
                let change = json!({ "current": first.password, "new": PASSWORD });
                let request = self.http.post(self.url("/v1/staff/password")).bearer_auth(&token).json(&change);
                answered(request.header("Idempotency-Key", "\"first\"")).await;
                token
            }
        };
        let answer = self.http.get(self.url(path)).bearer_auth(token).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer
    }

    /// The lines of all submissions.
    pub async fn submissions(&self) -> Vec<Value> {
        self.as_officer("/v1/submissions").await.json().await.expect("a list")
    }

    /// A submission as it is kept.
    pub async fn submission(&self, code: &str) -> Value {
        let lines = self.submissions().await;
        let line = lines.iter().find(|line| line["code"] == code).expect("it arrived");
        let path = format!("/v1/submissions/{}", line["id"].as_str().expect("an identity"));
        self.as_officer(&path).await.json::<Value>().await.expect("a submission")["submission"].clone()
    }

    /// The bytes of a file.
    pub async fn file(&self, id: &Value) -> Vec<u8> {
        let path = format!("/v1/files/{}", id.as_str().expect("an identity"));
        self.as_officer(&path).await.bytes().await.expect("a file").to_vec()
    }

    /// The bank tells of money that came.
    pub async fn credit(&self, transaction: &str, amount: u64, bill: &str) -> (StatusCode, Value) {
        let credit = json!({ "transaction": transaction, "account": ACCOUNT, "bill": bill, "amount": amount,
            "paid_at": "2026-11-23T08:05:00.000+07:00" });
        let sent_at = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_secs();
        let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("a key of any length");
        mac.update(format!("{sent_at}.{credit}").as_bytes());
        let signature: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let request = self.http.post(self.url("/v1/bank/vietinbank/credits"));
        let request = request.header("X-Timestamp", sent_at).header("X-Signature", signature);
        let request = request.header("content-type", "application/json").body(credit.to_string());
        let answer = request.send().await.expect("an answer");
        (answer.status(), answer.json().await.expect("JSON"))
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address())
    }

    pub async fn stop(self) {
        self.server.stop().await;
    }
}

async fn token_of(answer: reqwest::Response) -> String {
    let signed_in: Value = answer.json().await.expect("JSON");
    signed_in["token"].as_str().expect("a token").to_owned()
}

/// What is answered to a request that is not refused.
pub async fn answered(request: RequestBuilder) -> Value {
    let answer = request.send().await.expect("an answer");
    let status = answer.status();
    let body = answer.bytes().await.expect("a body");
    assert!(status.is_success(), "{status}: {}", String::from_utf8_lossy(&body));
    serde_json::from_slice(&body).unwrap_or_default()
}
