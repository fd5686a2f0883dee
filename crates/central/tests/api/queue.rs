use std::collections::BTreeSet;
use std::sync::Arc;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::server::{self, Server};

#[tokio::test(flavor = "multi_thread")]
async fn eight_kiosks_at_once_get_unique_numbers_without_gaps() {
    let server = Arc::new(Server::start().await);
    let mut kiosks = Vec::new();
    for _ in 0..8 {
        let server = Arc::clone(&server);
        kiosks.push(tokio::spawn(async move {
            let token = server.enrol("Ki-ốt").await;
            let mut labels = Vec::new();
            for _ in 0..25 {
                let body = json!({ "group": "ho-tich", "language": "vi" });
                let (status, ticket) = server.post(&token, "/v1/tickets", body).await;
                assert_eq!(status, StatusCode::CREATED);
                labels.push(ticket["label"].as_str().unwrap().to_owned());
            }
            assert!(labels.is_sorted(), "a kiosk saw numbers go back");
            labels
        }));
    }
    let mut labels = Vec::new();
    for kiosk in kiosks {
        labels.extend(kiosk.await.unwrap());
    }
    labels.sort();
    assert_eq!(labels, (1..=200).map(|n| format!("A{n:03}")).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_called_recalled_served_and_finished() {
    let server = Server::start().await;
    let officer = server.officer("lan").await;
    let (first, second) = (server.issue("chung-thuc").await, server.issue("ho-tich").await);
    assert_eq!((&first["label"], &first["ahead"]), (&json!("B001"), &json!(0)));
    // Both stand in counter 1's line.
    assert_eq!((&second["label"], &second["ahead"]), (&json!("A001"), &json!(1)));
    let unrelated = server.issue("dat-dai").await;
    assert_eq!(unrelated["ahead"], 1, "counter 3 would call A001 first");

    let (status, problem) = server.post(&officer, "/v1/counters/1/call-next", Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("counter-not-yours")));
    assert_eq!(server.post(&officer, "/v1/counters/9/open", Value::Null).await.0, StatusCode::NOT_FOUND);
    let (status, counter) = server.post(&officer, "/v1/counters/1/open", Value::Null).await;
    assert_eq!((status, &counter["open"]), (StatusCode::OK, &json!(true)));
    let (_, problem) = server.post(&officer, "/v1/counters/2/open", Value::Null).await;
    assert_eq!(problem["code"], "other-counter-open");

    let (_, called) = server.post(&officer, "/v1/counters/1/call-next", Value::Null).await;
    let called = &called["ticket"];
    assert_eq!((&called["id"], &called["state"], &called["counter"]), (&first["id"], &json!("called"), &json!(1)));
    assert_eq!(called["issued_at"], first["issued_at"]);
    let (_, problem) = server.post(&officer, "/v1/counters/1/call-next", Value::Null).await;
    assert_eq!((&problem["code"], &problem["args"]["label"]), (&json!("counter-busy"), &json!("B001")));

    let step = async |verb: &str| {
        let path = format!("/v1/tickets/{}/{verb}", first["id"].as_str().unwrap());
        server.post(&officer, &path, Value::Null).await
    };
    assert_eq!(step("finish").await.1["code"], "ticket-not-in-state");
    let (_, recalled) = step("recall").await;
    assert!(recalled["called_at"].as_str() >= called["called_at"].as_str());
    assert_eq!(step("start").await.1["state"], "serving");
    let (status, problem) = step("no-show").await;
    assert_eq!((status, &problem["args"]["state"]), (StatusCode::CONFLICT, &json!("serving")));
    assert_eq!(step("finish").await.1["state"], "finished");

    let (_, board) = server.get(&server.device, "/v1/board").await;
    assert_eq!(board["called"], json!([]));
    let waiting: Vec<_> = board["waiting"].as_array().unwrap().iter().map(|t| &t["label"]).collect();
    assert_eq!(waiting, ["A001", "C001"]);
    let (_, next) = server.post(&officer, "/v1/counters/1/call-next", Value::Null).await;
    assert_eq!(next["ticket"]["label"], "A001");
    let (_, problem) = server.post(&officer, "/v1/counters/1/close", Value::Null).await;
    assert_eq!(problem["code"], "counter-busy");
    let path = format!("/v1/tickets/{}/no-show", second["id"].as_str().unwrap());
    assert_eq!(server.post(&officer, &path, Value::Null).await.1["state"], "no_show");
    let (status, nobody) = server.post(&officer, "/v1/counters/1/call-next", Value::Null).await;
    assert_eq!((status, nobody), (StatusCode::OK, json!({ "ticket": null })));

    let (_, branch) = server.get(&server.device, "/v1/branch").await;
    let waiting: Vec<_> = branch["groups"].as_array().unwrap().iter().map(|g| &g["waiting"]).collect();
    assert_eq!(waiting, [0, 0, 1]);
    assert_eq!(server.post(&officer, "/v1/staff/sign-out", Value::Null).await.0, StatusCode::NO_CONTENT);
    let (_, branch) = server.get(&server.device, "/v1/branch").await;
    assert_eq!(branch["counters"][0]["open"], false, "signing out closes the counter");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_counters_calling_at_once_never_get_the_same_ticket() {
    let server = Arc::new(Server::start().await);
    for _ in 0..20 {
        server.issue("ho-tich").await;
    }
    let mut counters = Vec::new();
    for (number, account) in [(1, "lan"), (3, "minh")] {
        let officer = server.officer(account).await;
        server.post(&officer, &format!("/v1/counters/{number}/open"), Value::Null).await;
        let server = Arc::clone(&server);
        counters.push(tokio::spawn(async move {
            let mut called = Vec::new();
            loop {
                let (_, next) = server.post(&officer, &format!("/v1/counters/{number}/call-next"), Value::Null).await;
                let Some(id) = next["ticket"]["id"].as_str() else { return called };
                server.post(&officer, &format!("/v1/tickets/{id}/no-show"), Value::Null).await;
                called.push(id.to_owned());
            }
        }));
    }
    let mut called = Vec::new();
    for counter in counters {
        let own = counter.await.unwrap();
        assert!(own.is_sorted(), "first come is first served, and UUIDv7 grows with time");
        called.extend(own);
    }
    assert_eq!(called.len(), 20);
    assert_eq!(called.iter().collect::<BTreeSet<_>>().len(), 20, "called twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_counter_belongs_to_whoever_opened_it_until_they_are_gone() {
    let server = Server::start().await;
    let (lan, minh) = (server.officer("lan").await, server.officer("minh").await);
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    let ticket = server.issue("ho-tich").await;
    server.post(&lan, "/v1/counters/1/call-next", Value::Null).await;
    let (_, problem) = server.post(&minh, "/v1/counters/1/open", Value::Null).await;
    assert_eq!(problem["code"], "counter-taken");
    let path = format!("/v1/tickets/{}/start", ticket["id"].as_str().unwrap());
    let (status, problem) = server.post(&minh, &path, Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("counter-not-yours")));
    assert_eq!(server.get(&lan, "/v1/staff/me").await.1["counter"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_keeps_everything() {
    let mut server = Server::start().await;
    let ticket = server.issue("ho-tich").await;
    let revision = server.get(&server.device, "/v1/queue").await.1["revision"].clone();
    server.running.stop().await;
    server.running = server::run(&server.folder).await;
    assert!(server.running.first_administrator.is_none());
    let (_, queue) = server.get(&server.device, "/v1/queue").await;
    assert_eq!((&queue["waiting"][0], &queue["revision"]), (&ticket, &revision));
    assert_eq!(server.issue("ho-tich").await["label"], "A002");
    server.sign_in("quantri", server::PASSWORD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_sees_its_number_and_nothing_else() {
    let server = Server::start().await;
    let ticket = server.issue("ho-tich").await;
    let page = server.http.get(server.url(&format!("/t/{}", ticket["id"].as_str().unwrap()))).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    assert!(page.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    let html = page.text().await.unwrap();
    assert!(html.contains("A001") && html.contains("You are next") && html.contains(r#"content="15""#), "{html}");
    assert!(!html.contains("<script") && !html.contains("phone-"));
    for unknown in ["/t/018f0000-0000-7000-8000-000000000000", "/t/abc", "/t/%FF"] {
        let page = server.http.get(server.url(unknown)).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::NOT_FOUND, "{unknown}");
        assert!(page.text().await.unwrap().contains("Không tìm thấy"), "{unknown}");
    }
}
