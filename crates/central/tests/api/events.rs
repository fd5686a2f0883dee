use reqwest::Response;
use serde_json::{Value, json};

use crate::server::Server;

/// A stream read message by message.
pub struct Stream {
    answer: Response,
    text: String,
}

impl Stream {
    pub async fn open(server: &Server, after: Option<u64>) -> Self {
        Self::open_at(server, &server.device, after).await
    }

    pub async fn open_at(server: &Server, device: &str, after: Option<u64>) -> Self {
        let query = after.map(|revision| format!("?after={revision}")).unwrap_or_default();
        let request = server.http.get(server.url(&format!("/v1/events{query}"))).bearer_auth(device);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Self { answer, text: String::new() }
    }

    /// The next message: its event name (or "message"), its id, its data.
    pub async fn next(&mut self) -> (String, Option<u64>, Value) {
        let end = loop {
            if let Some(end) = self.text.find("\n\n") {
                break end;
            }
            let part = self.answer.chunk().await.unwrap().expect("the stream goes on");
            self.text.push_str(std::str::from_utf8(&part).unwrap());
        };
        let message = self.text.drain(..end + 2).collect::<String>();
        let line = |name: &str| message.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let data = serde_json::from_str(line("data:").unwrap()).unwrap();
        (line("event:").unwrap_or("message").to_owned(), line("id:").map(|id| id.parse().unwrap()), data)
    }

    /// Waits until it ends.
    pub async fn ended(&mut self) {
        while let Ok(Some(_)) = self.answer.chunk().await {}
    }

    /// The next message that is no ping.
    pub async fn news(&mut self) -> (u64, Value) {
        loop {
            let (event, id, data) = self.next().await;
            if event != "ping" {
                assert_eq!(data["revision"], id.unwrap());
                return (id.unwrap(), data["change"].clone());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_catches_up_and_goes_on() {
    let server = Server::start().await;
    let first = server.issue("ho-tich").await;
    let second = server.issue("dat-dai").await;
    // Revision 1 is the beginning of the day.
    let mut stream = Stream::open(&server, Some(2)).await;
    let (revision, change) = stream.news().await;
    assert_eq!((revision, &change["kind"], &change["id"]), (3, &json!("ticket"), &second["id"]));
    server.issue("ho-tich").await;
    let (revision, change) = stream.news().await;
    assert_eq!((revision, &change["label"], &change["verb"]), (4, &json!("A002"), &json!("issue")));

    let mut all = Stream::open(&server, Some(0)).await;
    assert_eq!(all.news().await, (1, json!({ "kind": "centre" })));
    assert_eq!(all.news().await.1["id"], first["id"]);
    let mut now = Stream::open(&server, None).await;
    let (event, _, ping) = now.next().await;
    assert_eq!((event.as_str(), &ping["revision"]), ("ping", &json!(4)));
    server.post(&server.admin, "/v1/counters/2/open", Value::Null).await;
    assert_eq!(now.news().await, (5, json!({ "kind": "counter", "number": 2, "open": true })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_that_is_not_known_is_answered_with_a_reset() {
    let server = Server::start().await;
    server.issue("ho-tich").await;
    let mut ahead = Stream::open(&server, Some(7)).await;
    assert_eq!(ahead.news().await, (2, json!({ "kind": "reset" })));
    server.issue("ho-tich").await;
    assert_eq!(ahead.news().await.0, 3, "it goes on after the reset");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_stops_although_somebody_listens() {
    let server = Server::start().await;
    let mut stream = Stream::open(&server, None).await;
    stream.next().await;
    server.running.stop().await;
    assert!(stream.answer.chunk().await.is_ok_and(|part| part.is_none()), "the stream ends cleanly");
}
