//! The program itself on a temporary folder.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_motcua-central");

/// How long a start or a stop may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program that runs, with where it keeps things.
pub struct Central {
    pub folder: TempDir,
    pub http: Client,
    pub url: String,
    child: std::process::Child,
}

impl Central {
    /// Starts it with more arguments.
    pub fn start(arguments: &[&str]) -> Self {
        Self::start_in(TempDir::new().unwrap(), arguments)
    }

    /// Starts it in a folder that is there.
    pub fn start_in(folder: TempDir, arguments: &[&str]) -> Self {
        let file = |name: &str| std::fs::File::create(folder.path().join(name)).unwrap();
        let mut child = command(folder.path(), &["serve", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(file("out.txt"))
            .stderr(file("log.txt"))
            .spawn()
            .unwrap();
        let begun = Instant::now();
        let url = loop {
            let out = std::fs::read_to_string(folder.path().join("out.txt")).unwrap();
            if let Some(line) = out.lines().next().filter(|_| out.ends_with('\n')) {
                break line.strip_prefix("listening on ").unwrap().to_owned();
            }
            let log = || std::fs::read_to_string(folder.path().join("log.txt")).unwrap();
            assert!(child.try_wait().unwrap().is_none(), "it ended: {}", log());
            assert!(begun.elapsed() < PATIENCE, "it did not start: {}", log());
            std::thread::sleep(Duration::from_millis(20));
        };
        Self { folder, http: Client::new(), url, child }
    }

    /// The URL of its database.
    pub fn database(&self) -> String {
        database(self.folder.path())
    }

    /// What it logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log.txt")).unwrap()
    }

    /// Sends it a signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits until it has ended.
    pub fn ended(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it did not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Stops it, and leaves its folder.
    pub fn stop(mut self) -> TempDir {
        self.signal("TERM");
        assert!(self.ended().success());
        std::mem::replace(&mut self.folder, TempDir::new().unwrap())
    }

    /// The first administrator's first password.
    pub fn first_password(&self) -> String {
        let file = self.folder.path().join("first-administrator.txt");
        let begun = Instant::now();
        loop {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            if let Some(password) = text.lines().find_map(|line| line.strip_prefix("password: ")) {
                return password.to_owned();
            }
            assert!(begun.elapsed() < PATIENCE, "no first password");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A device that enrolled with this name.
    pub async fn device(&self, name: &str) -> String {
        let code = admin(self.folder.path(), &["enrol-code"]);
        let body = json!({ "code": code.trim(), "name": name });
        let (status, answer) = self.send(Method::POST, "", "/v1/devices/enrol", Some(body)).await;
        assert_eq!(status, StatusCode::CREATED, "{answer}");
        answer["token"].as_str().unwrap().to_owned()
    }

    /// Somebody who signs in.
    pub async fn sign_in(&self, account: &str, password: &str) -> (StatusCode, Value) {
        let body = json!({ "account": account, "password": password });
        self.send(Method::POST, "", "/v1/staff/sign-in", Some(body)).await
    }

    /// Asks.
    pub async fn send(&self, method: Method, token: &str, path: &str, body: Option<Value>) -> (StatusCode, Value) {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        request = request.header("Idempotency-Key", format!("\"{}\"", uuid::Uuid::now_v7()));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status();
        let bytes = answer.bytes().await.unwrap();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}

impl Drop for Central {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn database(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("central.db").display())
}

/// The program on a folder, with nothing of this environment that would set it.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MOTCUA_") || name == "RUST_LOG") {
        command.env_remove(name);
    }
    command.current_dir(folder).env("MOTCUA_DATABASE", database(folder)).args(arguments).stdin(Stdio::null());
    command
}

/// What a subcommand ends with.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

/// What `admin` prints when it does what it is asked.
pub fn admin(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, &[&["admin"], arguments].concat());
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A file in a folder.
pub fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}
