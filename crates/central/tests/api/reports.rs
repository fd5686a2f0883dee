//! A day's report and the tablet at a counter, over HTTP.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::server::{Server, key};

/// Calls the next at counter 1; answers with their ticket.
async fn calls(server: &Server, token: &str) -> Value {
    let (status, called) = server.post(token, "/v1/counters/1/call-next", Value::Null).await;
    assert_eq!(status, StatusCode::OK, "{called}");
    called["ticket"].clone()
}

async fn does(server: &Server, token: &str, ticket: &Value, verb: &str, body: Value) -> StatusCode {
    server.post(token, &format!("/v1/tickets/{}/{verb}", ticket["id"].as_str().unwrap()), body).await.0
}

/// Calls the next at counter 1 and serves them.
async fn serves(server: &Server, token: &str) -> Value {
    let ticket = calls(server, token).await;
    for verb in ["start", "finish"] {
        assert_eq!(does(server, token, &ticket, verb, Value::Null).await, StatusCode::OK);
    }
    ticket
}

async fn rates(server: &Server, ticket: &Value, grade: u8, reasons: &[&str]) -> StatusCode {
    does(server, &server.device, ticket, "rating", json!({ "grade": grade, "reasons": reasons })).await
}

async fn csv(server: &Server, query: &str) -> (String, String) {
    let request = server.http.get(server.url(&format!("/v1/reports/day.csv{query}"))).bearer_auth(&server.admin);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
    let name = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
    (name, String::from_utf8(answer.bytes().await.unwrap().to_vec()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisor_reads_how_the_day_went() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    for group in ["ho-tich", "chung-thuc", "ho-tich", "ho-tich"] {
        server.issue(group).await;
    }
    let (first, _second) = (serves(&server, &lan).await, serves(&server, &lan).await);
    let third = calls(&server, &lan).await;
    assert_eq!(does(&server, &lan, &third, "no-show", Value::Null).await, StatusCode::OK);
    assert_eq!(rates(&server, &first, 4, &["nhanh"]).await, StatusCode::NO_CONTENT);

    let (status, report) = server.get(&server.admin, "/v1/reports/day").await;
    assert_eq!(status, StatusCode::OK, "{report}");
    let hall = &report["hall"];
    let counts = ["issued", "called", "finished", "no_show", "open"].map(|name| hall[name].as_u64().unwrap());
    assert_eq!(counts, [4, 3, 2, 1, 1]);
    assert_eq!(report["services"].as_array().unwrap().len(), 2);
    assert_eq!(report["calls"]["turn"], 3);
    assert_eq!((&report["counters"][0]["number"], &report["counters"][0]["served"]), (&json!(1), &json!(2)));
    assert_eq!(report["ratings"], json!({ "grades": [0, 0, 0, 1], "reasons": { "nhanh": 1 } }));
    let today = report["date"].as_str().unwrap();
    assert_eq!(server.get(&server.admin, &format!("/v1/reports/day?date={today}")).await.1["hall"], *hall);
    assert!(!report.to_string().contains("lan"), "nobody is named: {report}");

    let (name, table) = csv(&server, &format!("?date={today}")).await;
    assert_eq!(name, format!("attachment; filename=\"bao-cao-{today}.csv\""));
    let lines: Vec<_> = table.strip_prefix('\u{feff}').expect("a byte order mark").split("\r\n").collect();
    assert!(lines[0].starts_with("Báo cáo ngày;") && lines[0].ends_with(";Trung tâm thử"), "{}", lines[0]);
    let head = lines.iter().position(|line| line.starts_with("Dịch vụ;Phát số;")).expect("the services");
    assert!(lines[head + 1].starts_with("Cả sảnh;4;3;2;1;0;0;1;0;"), "{}", lines[head + 1]);
    let columns = |line: &str| line.split(';').count();
    assert_eq!(columns(lines[head]), columns(lines[head + 1]));
    assert!(lines.contains(&"Rất hài lòng;1") && lines.contains(&"Nhanh;1"), "{table}");
    assert!(!table.contains("report-") && !table.contains("rating-"), "all in words: {table}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_without_a_log_is_empty_and_no_day_is_told_so() {
    let server = Server::start().await;
    let (status, report) = server.get(&server.admin, "/v1/reports/day?date=2020-02-29").await;
    assert_eq!((status, &report["until"]), (StatusCode::OK, &Value::Null));
    assert_eq!((&report["hall"]["issued"], &report["counters"]), (&json!(0), &json!([])));
    assert!(csv(&server, "?date=2020-02-29").await.1.contains("Cả sảnh;0;0;"));
    for wrong in ["2021-02-29", "29/02/2020", "20200229", "2020-02-29T08:00:00", "hôm qua", ""] {
        for route in ["day", "day.csv"] {
            let (status, problem) = server.get(&server.admin, &format!("/v1/reports/{route}?date={wrong}")).await;
            let said = (status, problem["code"].as_str());
            assert_eq!(said, (StatusCode::UNPROCESSABLE_ENTITY, Some("report-date-wrong")), "{route} {wrong}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tablet_asks_whoever_was_just_served_once() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    let view = async || server.get(&server.device, "/v1/counters/1/finished").await;
    assert_eq!(view().await, (StatusCode::OK, json!({ "centre": "Trung tâm thử", "ticket": null })));
    for _ in 0..3 {
        server.issue("ho-tich").await;
    }
    let ticket = calls(&server, &lan).await;
    assert_eq!(view().await.1["ticket"], Value::Null, "not before they were served");
    for verb in ["start", "finish"] {
        does(&server, &lan, &ticket, verb, Value::Null).await;
    }
    let asked = json!({ "id": ticket["id"], "label": "A001", "language": "vi" });
    assert_eq!(view().await.1["ticket"], asked);
    let (_, other) = server.get(&server.device, "/v1/counters/3/finished").await;
    assert_eq!(other["ticket"], Value::Null, "at no other counter");

    assert_eq!(rates(&server, &ticket, 2, &["cho-lau"]).await, StatusCode::NO_CONTENT);
    assert_eq!(view().await.1["ticket"], Value::Null, "asked once");
    assert_eq!(rates(&server, &ticket, 4, &[]).await, StatusCode::CONFLICT);

    let next = serves(&server, &lan).await;
    assert_eq!(view().await.1["ticket"]["id"], next["id"]);
    calls(&server, &lan).await;
    assert_eq!(view().await.1["ticket"], Value::Null, "somebody else is called now");
    let (status, problem) = server.get(&server.device, "/v1/counters/9/finished").await;
    assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("unknown-counter")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_to_a_rating_is_asked_for_again() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    server.issue("ho-tich").await;
    let ticket = serves(&server, &lan).await;
    let path = format!("/v1/tickets/{}/rating", ticket["id"].as_str().unwrap());
    let (once, body) = (key(), json!({ "grade": 3, "reasons": [] }));
    for _ in 0..2 {
        let request = server.http.post(server.url(&path)).bearer_auth(&server.device).header("Idempotency-Key", &once);
        assert_eq!(request.json(&body).send().await.unwrap().status(), StatusCode::NO_CONTENT);
    }
    assert_eq!(server.get(&server.admin, "/v1/reports/day").await.1["ratings"]["grades"], json!([0, 0, 1, 0]));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tablets_page_is_of_this_centre_and_a_counter_of_it() {
    let server = Server::start().await;
    for (path, code) in [
        ("/tablet/khac/1", "unknown-branch"),
        ("/tablet/thu/9", "unknown-counter"),
        ("/tablet/thu/mot", "no-such-route"),
    ] {
        let (status, problem) = server.get("", path).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::NOT_FOUND, Some(code)), "{path}");
    }
    let answer = server.http.get(server.url("/tablet/thu/1")).send().await.unwrap();
    if answer.status() == StatusCode::NOT_FOUND {
        // Built without the pages.
        assert_eq!(answer.json::<Value>().await.unwrap()["code"], "board-not-built");
        return;
    }
    assert!(answer.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    assert!(answer.text().await.unwrap().contains("<script type=\"module\""));
}
