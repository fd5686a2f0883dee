//! A server on a free port and a temporary database, with an enrolled device and an administrator.

use std::sync::atomic::{AtomicU64, Ordering};

use motcua_central::{BankSecret, Running, Settings, start};
use motcua_domain::branch::BranchConfig;
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::database;

/// A bank and the secret shared with it.
pub const BANK: &str = "vietinbank";
pub const BANK_SECRET: &str = "a secret that bank and centre share";

/// The administrator's password once it was changed.
pub const PASSWORD: &str = "một mật khẩu đủ dài";

/// Three groups: two share counter 1, the third has counter 2 and shares counter 3 with the first.
pub fn branch() -> BranchConfig {
    serde_json::from_value(json!({
        "id": "thu", "name": "Trung tâm thử", "agency": "Ủy ban nhân dân tỉnh An Giang", "address": "Long Xuyên",
        "place": "An Giang", "agency_code": "H01",
        "groups": [
            { "id": "ho-tich", "prefix": "A", "name": { "vi": "Hộ tịch", "en": "Civil status" }, "icon": "family" },
            { "id": "chung-thuc", "prefix": "B", "name": { "vi": "Chứng thực" }, "icon": "stamp" },
            { "id": "dat-dai", "prefix": "C", "name": { "vi": "Đất đai" }, "icon": "land" }
        ],
        "services": [
            { "id": "ho-tich", "group": "ho-tich", "name": { "vi": "Hộ tịch" }, "minutes": 8 },
            { "id": "chung-thuc", "group": "chung-thuc", "name": { "vi": "Chứng thực" }, "minutes": 5 },
            { "id": "dat-dai", "group": "dat-dai", "name": { "vi": "Đất đai" }, "minutes": 15 }
        ],
        "counters": [
            { "number": 1, "serves": ["ho-tich", "chung-thuc"] },
            { "number": 2, "serves": ["dat-dai"] },
            { "number": 3, "serves": ["ho-tich", "dat-dai"] }
        ],
        "bank": { "bin": "970415", "account": "101234567890", "name": "VietinBank – Trung tâm thử" },
        "postage": { "province": 91, "within_province": 26000, "elsewhere": 35000 }
    }))
    .unwrap()
}

pub struct Server {
    pub running: Running,
    pub folder: TempDir,
    pub http: Client,
    pub device: String,
    pub admin: String,
    /// The first administrator's first password.
    pub first_password: String,
}

pub async fn run(folder: &TempDir) -> Running {
    let database = database::url(folder).await;
    let listen = "127.0.0.1:0".parse().unwrap();
    let banks = [(BANK.to_owned(), BankSecret::new(BANK_SECRET).unwrap())].into();
    start(Settings { listen, database, branch: branch(), public_url: Some(PUBLIC_URL.to_owned()), banks })
        .await
        .unwrap()
}

/// Where phones are told to go.
pub const PUBLIC_URL: &str = "http://trung-tam.test";

/// A key no other request has.
pub fn key() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("key-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Whether these bytes stand in any file of the server's folder. Of PostgreSQL nobody can tell.
pub fn is_on_disk(server: &Server, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(server.folder.path()).unwrap().flatten();
    files.map(|file| std::fs::read(file.path()).unwrap()).any(|kept| kept.windows(bytes.len()).any(|at| at == bytes))
}

impl Server {
    pub async fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let running = run(&folder).await;
        let first_password = running.first_administrator.as_ref().unwrap().password.clone();
        let http = Client::new();
        let mut server = Self { running, folder, http, device: String::new(), admin: String::new(), first_password };
        server.device = server.enrol("Ki-ốt 1").await;
        server.admin = server.sign_in("quantri", &server.first_password.clone()).await;
        let change = json!({ "current": server.first_password, "new": PASSWORD });
        let (status, _) = server.post(&server.admin, "/v1/staff/password", change).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        server
    }

    /// Another one over the same data, which PostgreSQL allows.
    pub async fn beside(&self) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::copy(self.folder.path().join("postgres"), folder.path().join("postgres")).unwrap();
        Self {
            running: run(&folder).await,
            folder,
            http: Client::new(),
            device: self.device.clone(),
            admin: self.admin.clone(),
            first_password: self.first_password.clone(),
        }
    }

    /// The URL of its database.
    pub async fn database(&self) -> String {
        database::url(&self.folder).await
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.running.address)
    }

    pub async fn enrol(&self, name: &str) -> String {
        let code = self.running.enrolment_code().await.unwrap();
        let (status, body) =
            self.send(Method::POST, "", None, "/v1/devices/enrol", Some(json!({ "code": code, "name": name }))).await;
        assert_eq!(status, StatusCode::CREATED);
        body["token"].as_str().unwrap().to_owned()
    }

    pub async fn sign_in(&self, account: &str, password: &str) -> String {
        let body = json!({ "account": account, "password": password });
        let (status, body) = self.send(Method::POST, "", None, "/v1/staff/sign-in", Some(body)).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        body["token"].as_str().unwrap().to_owned()
    }

    /// A new officer, signed in with a password of their own.
    pub async fn officer(&self, account: &str) -> String {
        self.member(account, "officer").await
    }

    /// The same with another role.
    pub async fn member(&self, account: &str, role: &str) -> String {
        let new =
            json!({ "account": account, "name": "Nguyễn Thị Lan", "role": role, "password": "mật khẩu đầu tiên" });
        let (status, body) = self.post(&self.admin, "/v1/staff/accounts", new).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
        let token = self.sign_in(account, "mật khẩu đầu tiên").await;
        let change = json!({ "current": "mật khẩu đầu tiên", "new": PASSWORD });
        assert_eq!(self.post(&token, "/v1/staff/password", change).await.0, StatusCode::NO_CONTENT);
        token
    }

    pub async fn get(&self, token: &str, path: &str) -> (StatusCode, Value) {
        self.send(Method::GET, token, None, path, None).await
    }

    pub async fn post(&self, token: &str, path: &str, body: Value) -> (StatusCode, Value) {
        self.send(Method::POST, token, Some(&key()), path, Some(body)).await
    }

    pub async fn send(
        &self,
        method: Method,
        token: &str,
        key: Option<&str>,
        path: &str,
        body: Option<Value>,
    ) -> (StatusCode, Value) {
        let mut request = self.http.request(method, self.url(path));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some(key) = key {
            request = request.header("Idempotency-Key", format!("\"{key}\""));
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status();
        if !status.is_success() {
            assert_eq!(answer.headers()["content-type"], "application/problem+json");
        }
        let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
        let bytes = answer.bytes().await.unwrap();
        let mut body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        if !status.is_success() {
            // The only part of a refusal that is another one each time it is given.
            assert_eq!(body.as_object_mut().unwrap().remove("request_id"), Some(id.into()));
        }
        (status, body)
    }

    pub async fn issue(&self, group: &str) -> Value {
        let (status, ticket) =
            self.post(&self.device, "/v1/tickets", json!({ "group": group, "language": "vi" })).await;
        assert_eq!(status, StatusCode::CREATED, "{ticket}");
        ticket
    }

    pub async fn upload(&self, token: &str, bytes: &'static [u8]) -> (StatusCode, Value) {
        let request = self.http.post(self.url("/v1/files")).bearer_auth(token).header("Idempotency-Key", key());
        let answer = request.body(bytes).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }
}
