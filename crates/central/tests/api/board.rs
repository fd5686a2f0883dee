//! The board of any television's browser: no token, the whole truth, and nothing about anybody.

use std::collections::BTreeSet;

use reqwest::{Client, Response, StatusCode, redirect};
use serde_json::{Value, json};

use crate::server::Server;

/// The names of all fields in a value, with the path to them.
fn fields(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                found.insert(format!("{path}{name}"));
                fields(value, &format!("{path}{name}."), found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| fields(value, path, found)),
        _ => {}
    }
}

async fn public(server: &Server) -> Value {
    let (status, view) = server.get("", "/v1/public/board/thu").await;
    assert_eq!(status, StatusCode::OK);
    view
}

/// A stream of views; pings are passed over.
struct Views(Response, String);

impl Views {
    async fn open(server: &Server) -> Self {
        let answer = server.http.get(server.url("/v1/public/board/thu/events")).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Self(answer, String::new())
    }

    async fn next(&mut self) -> Value {
        loop {
            while let Some(end) = self.1.find("\n\n") {
                let message = self.1.drain(..end + 2).collect::<String>();
                let data = message.lines().find_map(|line| line.strip_prefix("data:")).unwrap();
                if !message.contains("event: ping") {
                    return serde_json::from_str(data).unwrap();
                }
            }
            let part = self.0.chunk().await.unwrap().expect("the stream goes on");
            self.1.push_str(std::str::from_utf8(&part).unwrap());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_the_hall_and_nothing_about_anybody() {
    let server = Server::start().await;
    let first = server.issue("ho-tich").await;
    server.issue("ho-tich").await;
    let to_counter_3 = server.issue("dat-dai").await;
    server.post(&server.admin, "/v1/counters/1/open", Value::Null).await;
    server.post(&server.admin, "/v1/counters/1/call-next", Value::Null).await;
    let path = format!("/v1/tickets/{}/transfer", to_counter_3["id"].as_str().unwrap());
    server.post(&server.admin, &path, json!({ "to": { "counter": 3 }, "first": false })).await;
    let view = public(&server).await;
    assert_eq!(view["centre"], "Trung tâm thử");
    assert_eq!(view["called"][0]["label"], first["label"]);
    assert_eq!((&view["called"][0]["counter"], &view["called"][0]["serving"]), (&json!(1), &json!(false)));
    assert_eq!(view["waiting"][0], json!({ "label": "A002", "group": "ho-tich", "counter": null }));
    assert_eq!(view["waiting"][1], json!({ "label": "C001", "group": "dat-dai", "counter": 3 }));
    assert_eq!(view["groups"][0]["counters"], json!([1, 3]));
    assert_eq!(view["counters"][0], json!({ "number": 1, "open": true, "on_break": false }));

    // Written out: a new field of this view is shown to everybody who comes by.
    let mut found = BTreeSet::new();
    fields(&view, "", &mut found);
    let expected = "at called called.called_at called.counter called.label called.language called.serving centre \
        counters counters.number counters.on_break counters.open groups groups.counters groups.id groups.name \
        groups.name.en groups.name.vi notices revision waiting waiting.counter waiting.group waiting.label";
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected.split_whitespace().collect::<Vec<_>>());
    let whole = view.to_string();
    assert!(!whole.contains(first["id"].as_str().unwrap()), "a ticket's identity lets its holder cancel it");

    // An enrolled board is told the same.
    let (_, enrolled) = server.get(&server.device, "/v1/board").await;
    assert_eq!(enrolled["called"], view["called"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_is_the_whole_truth() {
    let server = Server::start().await;
    server.issue("ho-tich").await;
    let mut early = Views::open(&server).await;
    assert_eq!(early.next().await["waiting"].as_array().unwrap().len(), 1);
    server.issue("ho-tich").await;
    server.issue("dat-dai").await;
    let mut now = early.next().await;
    while now["waiting"].as_array().unwrap().len() < 3 {
        now = early.next().await;
    }
    let mut late = Views::open(&server).await;
    assert_eq!(late.next().await["waiting"], now["waiting"]);
    for mut stream in [early, late] {
        server.issue("chung-thuc").await;
        let count = public(&server).await["waiting"].as_array().unwrap().len();
        while stream.next().await["waiting"].as_array().unwrap().len() < count {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn notices_of_the_centre_are_shown_at_once() {
    let server = Server::start().await;
    let mut stream = Views::open(&server).await;
    assert_eq!(stream.next().await["notices"], json!([]));
    let answer = server.http.get(server.url("/v1/branch/config")).bearer_auth(&server.admin).send().await.unwrap();
    let version = answer.headers()["etag"].to_str().unwrap().to_owned();
    let mut config: Value = answer.json().await.unwrap();
    config["notices"] = json!([{ "vi": "Thứ Bảy làm việc buổi sáng" }]);
    let put = server.http.put(server.url("/v1/branch/config")).bearer_auth(&server.admin).json(&config);
    let answer = put.header("if-match", version).header("idempotency-key", "notices").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
    let shown = json!([{ "text": { "vi": "Thứ Bảy làm việc buổi sáng" }, "picture": null }]);
    while stream.next().await["notices"] != shown {}
}

#[tokio::test(flavor = "multi_thread")]
async fn another_centre_is_not_here() {
    let server = Server::start().await;
    for path in ["/v1/public/board/khac", "/v1/public/board/khac/events", "/board/khac"] {
        let (status, problem) = server.get("", path).await;
        assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("unknown-branch")), "{path}");
    }
    for path in ["/assets/citizen.js", "/assets/..%2Fboard.html"] {
        assert_eq!(server.get("", path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_comes_with_a_strict_policy_and_its_short_address_leads_to_it() {
    let server = Server::start().await;
    let client = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
    let answer = client.get(server.url("/board?layout=counters")).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(answer.headers()["location"], "/board/thu?layout=counters");
    let answer = client.get(server.url("/board/thu")).send().await.unwrap();
    if answer.status() == StatusCode::NOT_FOUND {
        // The server was built without the pages.
        assert_eq!(answer.json::<Value>().await.unwrap()["code"], "board-not-built");
        return;
    }
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"), "{policy}");
    let page = answer.text().await.unwrap();
    assert!(!page.contains("<script>") && !page.contains("style="), "nothing the policy would stop");
    for file in page.split('"').filter(|part| part.starts_with("/assets/")) {
        let answer = client.get(server.url(file)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{file}");
        let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
        assert!(kind.starts_with(if file.ends_with(".js") { "text/javascript" } else { "text/css" }), "{file}: {kind}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_room_for_so_many_boards_and_a_place_becomes_free_again() {
    let server = Server::start().await;
    let url = server.url("/v1/public/board/thu/events");
    let mut open = Vec::new();
    let refused = loop {
        let answer = server.http.get(&url).send().await.unwrap();
        if answer.status() != StatusCode::OK {
            break answer;
        }
        open.push(answer);
        assert!(open.len() <= 512);
    };
    assert_eq!(open.len(), 512);
    assert_eq!(refused.headers()["retry-after"], "2");
    assert_eq!(refused.json::<Value>().await.unwrap()["code"], "too-many-boards");
    // Boards that have a token of their own are not counted.
    let enrolled = server.http.get(server.url("/v1/events")).bearer_auth(&server.device).send().await.unwrap();
    assert_eq!(enrolled.status(), StatusCode::OK);
    drop(open);
    while server.http.get(&url).send().await.unwrap().status() != StatusCode::OK {
        tokio::task::yield_now().await;
    }
}
