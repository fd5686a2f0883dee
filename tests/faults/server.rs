//! The program on a folder, which outlives it.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};

/// How long a start may take, also after a fault: reliability's "back in 10 s".
const READY: Duration = Duration::from_secs(10);

/// A program that runs.
pub struct Server {
    pub url: String,
    child: Child,
}

impl Server {
    /// Starts it in a folder, and waits until it is ready.
    pub fn start(folder: &Path) -> Self {
        Self::start_by(folder, Command::new(env!("CARGO_BIN_EXE_motcua-central")))
    }

    /// The same by another command, which gets the arguments.
    pub fn start_by(folder: &Path, command: Command) -> Self {
        Self::start_on(folder, command, folder)
    }

    /// The same with the database in another folder.
    pub fn start_on(folder: &Path, mut command: Command, disk: &Path) -> Self {
        let file = |name: &str| std::fs::File::create(folder.join(name)).unwrap();
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0", "--database", &database(disk)])
            .stdin(Stdio::null())
            .stdout(file("out.txt"))
            .stderr(file("log.txt"))
            .spawn()
            .unwrap();
        let begun = Instant::now();
        loop {
            let out = std::fs::read_to_string(folder.join("out.txt")).unwrap();
            if let Some(url) = out.lines().next().filter(|_| out.ends_with('\n')) {
                return Self { url: url.strip_prefix("listening on ").unwrap().to_owned(), child };
            }
            let log = || std::fs::read_to_string(folder.join("log.txt")).unwrap();
            assert!(child.try_wait().unwrap().is_none(), "it ended: {}", log());
            assert!(begun.elapsed() < READY, "it is not back: {}", log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn database(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("central.db").display())
}

/// A device of the server, which asks at `url`.
#[derive(Clone)]
pub struct Device {
    pub http: Client,
    pub token: String,
    group: String,
}

impl Device {
    /// Lets a device in.
    pub async fn enrol(server: &Server, folder: &Path) -> Self {
        let arguments = ["admin", "enrol-code", "--database", &database(folder)];
        let code = Command::new(env!("CARGO_BIN_EXE_motcua-central")).args(arguments).output().unwrap();
        let body = json!({ "code": String::from_utf8(code.stdout).unwrap().trim(), "name": "Ki-ốt" });
        let http = Client::builder().timeout(Duration::from_secs(5)).build().unwrap();
        let answer = http.post(format!("{}/v1/devices/enrol", server.url)).json(&body).send().await.unwrap();
        let device: Value = answer.json().await.unwrap();
        let token = device["token"].as_str().unwrap().to_owned();
        let branch = http.get(format!("{}/v1/branch", server.url)).bearer_auth(&token).send().await.unwrap();
        let branch: Value = branch.json().await.unwrap();
        Self { http, token, group: branch["groups"][0]["id"].as_str().unwrap().to_owned() }
    }

    /// Asks for a number under a key: its label when the server promised one.
    pub async fn ticket(&self, url: &str, key: &str) -> Result<String, String> {
        let body = json!({ "group": self.group, "language": "vi" });
        let request = self.http.post(format!("{url}/v1/tickets")).bearer_auth(&self.token).json(&body);
        let answer = request.header("Idempotency-Key", format!("\"{key}\"")).send().await;
        let answer = answer.map_err(|error| error.to_string())?;
        let status = answer.status();
        let body: Value = answer.json().await.map_err(|error| error.to_string())?;
        if status == StatusCode::CREATED {
            Ok(body["label"].as_str().unwrap().to_owned())
        } else {
            Err(body.to_string())
        }
    }
}

/// The labels of all numbers that were given, from the log in the file, which is sound.
pub async fn given(folder: &Path) -> Vec<String> {
    let mut conn = SqliteConnection::connect(&database(folder)).await.unwrap();
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut conn).await.unwrap();
    assert_eq!(sound, "ok");
    let labels = sqlx::query_scalar("SELECT label FROM event WHERE verb = 'issue' ORDER BY revision");
    let labels = labels.fetch_all(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    labels
}
