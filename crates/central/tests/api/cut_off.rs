//! Numbers that kiosks gave by themselves while they were cut off.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::server::{Server, key};

fn printed(id: u8, label: &str, at: &str) -> Value {
    json!({
        "id": format!("018f0000-0000-7000-8000-0000000000{id:02x}"),
        "label": label,
        "printed_at": at,
        "asked": { "group": "ho-tich", "language": "vi" },
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kiosk_has_a_digit_of_its_own_and_keeps_it() {
    let server = Server::start().await;
    let mut digits = Vec::new();
    for _ in 0..9 {
        let kiosk = server.enrol("Ki-ốt").await;
        let (_, first) = server.post(&kiosk, "/v1/devices/series", Value::Null).await;
        let (_, again) = server.post(&kiosk, "/v1/devices/series", Value::Null).await;
        assert_eq!(first["kiosk"], again["kiosk"]);
        digits.push(first["kiosk"].as_u64().unwrap());
    }
    assert_eq!(digits, (1..=9).collect::<Vec<_>>());
    let (status, problem) = server.post(&server.device, "/v1/devices/series", Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("no-series-left")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_number_stands_as_it_was_printed_and_keeps_its_place() {
    let server = Server::start().await;
    let (_, refused) =
        server.post(&server.device, "/v1/tickets/printed", printed(1, "A1001", "2026-11-23T00:00:00Z")).await;
    assert_eq!(refused["code"], "no-series");
    server.post(&server.device, "/v1/devices/series", Value::Null).await;
    let later = server.issue("ho-tich").await;
    let at = later["issued_at"].as_str().unwrap();
    // Printed a minute before the number that central gave meanwhile.
    let minute_before = (at.parse::<jiff::Timestamp>().unwrap() - jiff::SignedDuration::from_mins(1)).to_string();
    let paper = printed(2, "A1001", &minute_before);
    let again = key();
    for _ in 0..2 {
        let body = Some(paper.clone());
        let (status, ticket) =
            server.send(Method::POST, &server.device, Some(&again), "/v1/tickets/printed", body).await;
        assert_eq!((status, &ticket["label"], &ticket["id"]), (StatusCode::CREATED, &json!("A1001"), &paper["id"]));
        assert_eq!(ticket["ahead"], 0);
    }
    let (_, queue) = server.get(&server.device, "/v1/queue").await;
    let labels: Vec<_> = queue["waiting"].as_array().unwrap().iter().map(|ticket| &ticket["label"]).collect();
    assert_eq!(labels, ["A1001", "A001"]);
    for (id, label, code) in
        [(3, "A1001", "number-given"), (4, "A2001", "not-its-number"), (5, "A007", "not-its-number")]
    {
        let (_, problem) = server.post(&server.device, "/v1/tickets/printed", printed(id, label, at)).await;
        assert_eq!(problem["code"], code, "{label}");
    }
    assert_eq!(server.issue("ho-tich").await["label"], "A002", "central's own series has no gap");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_whose_answer_was_lost_is_taken_back() {
    let server = Server::start().await;
    server.post(&server.device, "/v1/devices/series", Value::Null).await;
    let ask = json!({ "group": "ho-tich", "language": "vi" });
    // The answer to the first never came; the second never arrived, or arrives late.
    for (lost, arrived_first, id, label) in [("lost-1", true, 1, "A1001"), ("lost-2", false, 2, "A1002")] {
        if arrived_first {
            server.send(Method::POST, &server.device, Some(lost), "/v1/tickets", Some(ask.clone())).await;
        }
        let mut paper = printed(id, label, &jiff::Timestamp::now().to_string());
        paper["instead_of"] = json!(lost);
        assert_eq!(server.post(&server.device, "/v1/tickets/printed", paper).await.0, StatusCode::CREATED);
        let (status, late) =
            server.send(Method::POST, &server.device, Some(lost), "/v1/tickets", Some(ask.clone())).await;
        assert!(arrived_first || status.is_client_error(), "no number is given for it any more: {late}");
    }
    let (_, queue) = server.get(&server.device, "/v1/queue").await;
    let labels: Vec<_> = queue["waiting"].as_array().unwrap().iter().map(|ticket| &ticket["label"]).collect();
    assert_eq!(labels, ["A1001", "A1002"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_number_leaves_the_lost_request_as_it_was() {
    let server = Server::start().await;
    server.post(&server.device, "/v1/devices/series", Value::Null).await;
    let mut paper = printed(1, "A2001", &jiff::Timestamp::now().to_string());
    paper["instead_of"] = json!("lost");
    let (_, problem) = server.post(&server.device, "/v1/tickets/printed", paper).await;
    assert_eq!(problem["code"], "not-its-number");
    let ask = json!({ "group": "ho-tich", "language": "vi" });
    let (status, late) = server.send(Method::POST, &server.device, Some("lost"), "/v1/tickets", Some(ask)).await;
    assert_eq!((status, &late["label"]), (StatusCode::CREATED, &json!("A001")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_the_day_before_only_goes_into_the_history() {
    let server = Server::start().await;
    server.post(&server.device, "/v1/devices/series", Value::Null).await;
    let yesterday = (jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24)).to_string();
    let (status, ticket) = server.post(&server.device, "/v1/tickets/printed", printed(1, "A1001", &yesterday)).await;
    assert_eq!((status, &ticket["state"]), (StatusCode::CREATED, &json!("expired")), "{ticket}");
    let (_, queue) = server.get(&server.device, "/v1/queue").await;
    assert_eq!(queue["waiting"], json!([]));
    let today = printed(2, "A1001", &jiff::Timestamp::now().to_string());
    let (status, ticket) = server.post(&server.device, "/v1/tickets/printed", today).await;
    assert_eq!((status, &ticket["state"]), (StatusCode::CREATED, &json!("waiting")), "a new day, the same label");
}
