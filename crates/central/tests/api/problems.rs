use motcua_domain::words::{Locale, Words};
use reqwest::StatusCode;
use serde_json::Value;

use crate::server::{Server, key};

#[tokio::test(flavor = "multi_thread")]
async fn bad_requests_are_refused_with_words() {
    let server = Server::start().await;
    let long = format!("{{\"group\":\"{}\"}}", "x".repeat(1024 * 1024));
    let good = r#"{"group":"ho-tich","language":"vi"}"#;
    let cases: &[(&str, &str, &str, &str, u16, &str)] = &[
        ("POST", "/v1/tickets", "application/json", "{\"group\":", 400, "body-not-json"),
        ("POST", "/v1/tickets", "application/json", "", 400, "body-not-json"),
        ("POST", "/v1/tickets", "text/plain", good, 415, "body-not-json"),
        ("POST", "/v1/tickets", "application/json", r#"{"group":7,"language":"vi"}"#, 422, "body-not-understood"),
        (
            "POST",
            "/v1/tickets",
            "application/json",
            r#"{"group":"ho-tich","language":"vi","x":1}"#,
            422,
            "body-not-understood",
        ),
        ("POST", "/v1/tickets", "application/json", r#"{"group":"khong-co","language":"vi"}"#, 422, "unknown-group"),
        ("POST", "/v1/tickets", "application/json", r#"{"group":"ho-tich","language":"xx"}"#, 422, "unknown-language"),
        ("POST", "/v1/tickets", "application/json", &long, 413, "body-too-large"),
        ("POST", "/v1/files", "application/pdf", "<html>", 415, "file-kind-refused"),
        ("GET", "/v1/nothing", "", "", 404, "no-such-route"),
        ("GET", "/v1/tickets/abc", "", "", 404, "no-such-route"),
        ("DELETE", "/v1/tickets", "", "", 405, "method-not-allowed"),
        ("GET", "/v1/events?after=x", "", "", 400, "query-not-understood"),
        ("GET", "/v1/tickets/018f0000-0000-7000-8000-000000000000", "", "", 404, "unknown-ticket"),
        ("GET", "/v1/lookup/ABCD-EFGH", "", "", 404, "unknown-code"),
        ("GET", "/v1/lookup/ABCD", "", "", 422, "submission-code-wrong"),
    ];
    for (method, path, kind, body, status, code) in cases {
        let mut request = server.http.request(method.parse().unwrap(), server.url(path)).bearer_auth(&server.device);
        request = request.header("Idempotency-Key", key());
        if !kind.is_empty() {
            request = request.header("Content-Type", *kind).body((*body).to_owned());
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status().as_u16(), *status, "{method} {path} {code}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["code"], *code, "{method} {path}");
        assert_eq!(problem["status"], *status);
        assert_eq!(problem["type"], format!("urn:motcua:problem:{code}"));
        let words = Words::of(Locale::En).say(&format!("error-{code}"));
        assert!(!words.starts_with("error-") && !problem["title"].as_str().unwrap().is_empty());
    }
    assert_eq!(server.issue("ho-tich").await["label"], "A001", "nothing of it took a number");
}

/// Every code the server's source names has words; the test of the words holds both languages to
/// the same keys.
#[test]
fn every_code_has_words() {
    fn codes(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                codes(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                for call in [
                    "::conflict(\"",
                    "::not_found(\"",
                    "::wrong(\"",
                    "::forbidden(\"",
                    "unauthorized(\"",
                    "Problem::new(\"",
                ] {
                    found.extend(source.split(call).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
                }
                let named =
                    source.split("Refusal::new(").skip(1).filter_map(|rest| rest.split(')').next()?.split('"').nth(1));
                found.extend(named.map(str::to_owned));
            }
        }
    }
    let mut found = Vec::new();
    codes(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 40, "{found:?}");
    for code in found {
        assert!(Words::of(Locale::Vi).has(&format!("error-{code}")), "no words for {code}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_engine_or_a_bad_branch_does_not_start() {
    let settings = |database: &str| motcua_central::Settings {
        listen: "127.0.0.1:0".parse().unwrap(),
        database: database.to_owned(),
        branch: crate::server::branch(),
        public_url: None,
        banks: Default::default(),
    };
    for (database, says) in
        [("mysql://localhost/motcua", "sqlite://central.db or postgres://"), ("sqlite::memory:", "must be a file")]
    {
        let error = motcua_central::start(settings(database)).await.err().unwrap();
        assert!(error.to_string().contains(says), "{error}");
    }
    let server = Server::start().await;
    let (status, health) = server.get("", "/v1/health").await;
    assert_eq!((status, health["status"].as_str()), (StatusCode::OK, Some("ready")));
}
