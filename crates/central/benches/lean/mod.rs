//! A server on a database of its own, and lean HTTP/1.1, so that the server is what is measured.
#![allow(dead_code, reason = "each measurement uses a part of it")]

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use motcua_central::{Running, Settings, start};
use motcua_domain::branch::BranchConfig;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// Starts a server on a database in a folder.
pub async fn server(folder: &Path, name: &str, branch: BranchConfig) -> Running {
    let database = format!("sqlite://{}", folder.join(format!("{name}.db")).display());
    let listen = "127.0.0.1:0".parse().unwrap();
    start(Settings { listen, database, branch, public_url: None, banks: Default::default() }).await.unwrap()
}

/// The duration that so many percent of them do not exceed, in milliseconds.
pub fn percentile(times: &mut [Duration], share: usize) -> f64 {
    times.sort_unstable();
    times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0
}

/// A kept-alive HTTP/1.1 connection, lean so that the server is what is measured.
pub struct Line(BufReader<TcpStream>);

impl Line {
    pub async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self(BufReader::new(stream))
    }

    /// Enrols a device; answers with its token.
    pub async fn enrol(&mut self, server: &Running, name: &str) -> String {
        let code = server.enrolment_code().await.unwrap();
        let answer = self.post("/v1/devices/enrol", "", &json!({ "code": code, "name": name })).await;
        answer["token"].as_str().unwrap().to_owned()
    }

    /// Writes with a token and a key; answers with the body of the success.
    pub async fn write(&mut self, path: &str, token: &str, key: &str, body: &Value) -> Value {
        let headers = format!("Authorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n");
        self.post(path, &headers, body).await
    }

    async fn post(&mut self, path: &str, headers: &str, body: &Value) -> Value {
        let body = body.to_string();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n{headers}Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.get_mut().write_all(request.as_bytes()).await.unwrap();
        let (mut length, mut text, mut done) = (0, String::new(), false);
        loop {
            text.clear();
            self.0.read_line(&mut text).await.unwrap();
            if text == "\r\n" {
                break;
            }
            done |= text.starts_with("HTTP/1.1 20");
            if let Some(value) = text.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
        }
        let mut answer = vec![0; length];
        self.0.read_exact(&mut answer).await.unwrap();
        assert!(done, "{}", String::from_utf8_lossy(&answer));
        serde_json::from_slice(&answer).unwrap_or(Value::Null)
    }
}
