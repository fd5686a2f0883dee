//! What a phone can do with a number.

use reqwest::{StatusCode, redirect};
use serde_json::{Value, json};

use crate::server::Server;

async fn phone(server: &Server, ticket: &Value, path: &str, form: Option<&str>) -> (StatusCode, String) {
    let client = reqwest::Client::builder().redirect(redirect::Policy::limited(2)).build().unwrap();
    let url = server.url(&format!("/t/{}{path}", ticket["id"].as_str().unwrap()));
    let request = match form {
        Some(form) => client.post(url).body(form.to_owned()),
        None => client.get(url),
    };
    let answer = request.send().await.unwrap();
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn its_holder_gives_a_number_back_after_being_asked() {
    let server = Server::start().await;
    let ticket = server.issue("ho-tich").await;
    let (_, page) = phone(&server, &ticket, "", None).await;
    assert!(page.contains("/cancel\"") && page.contains("Trả lại số"), "{page}");
    let (_, asked) = phone(&server, &ticket, "/cancel", None).await;
    assert!(asked.contains("method=\"post\"") && asked.contains("Đồng ý trả lại số"), "{asked}");
    assert_eq!(
        server.get(&server.device, "/v1/queue").await.1["waiting"][0]["label"],
        "A001",
        "asking changes nothing"
    );
    let (status, page) = phone(&server, &ticket, "/cancel", Some("")).await;
    assert!(status == StatusCode::OK && page.contains("đã được trả lại"), "{page}");
    assert_eq!(server.get(&server.device, "/v1/queue").await.1["waiting"], json!([]));
    let (status, page) = phone(&server, &ticket, "/cancel", Some("")).await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("Không tìm thấy số"), "{page}");
    assert_eq!(phone(&server, &ticket, "/start", Some("")).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_missed_comes_back_once_and_who_was_served_says_how_it_was() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    let ticket = server.issue("ho-tich").await;
    let step = async |verb: &str| {
        let path = format!("/v1/tickets/{}/{verb}", ticket["id"].as_str().unwrap());
        assert_eq!(server.post(&lan, &path, Value::Null).await.0, StatusCode::OK, "{verb}");
    };
    let call = async || server.post(&lan, "/v1/counters/1/call-next", Value::Null).await;
    call().await;
    let (status, page) = phone(&server, &ticket, "/cancel", Some("")).await;
    assert!(status == StatusCode::CONFLICT && page.contains("A001"), "called, it is the officer's: {page}");
    step("no-show").await;
    assert!(phone(&server, &ticket, "", None).await.1.contains("Tôi đã có mặt"));
    assert!(phone(&server, &ticket, "/return", Some("")).await.1.contains("Bạn đang chờ đến lượt"));
    call().await;
    step("start").await;
    assert_eq!(phone(&server, &ticket, "/rate", Some("grade=4")).await.0, StatusCode::CONFLICT, "not served yet");
    step("finish").await;
    assert!(phone(&server, &ticket, "/rate", None).await.1.contains("Rất hài lòng"));
    for wrong in ["", "grade=5", "grade=x", "grade=4&reason=khong-co"] {
        let (status, page) = phone(&server, &ticket, "/rate", Some(wrong)).await;
        assert!(status.is_client_error() && page.contains("mức hài lòng"), "{wrong}: {page}");
    }
    let (status, page) = phone(&server, &ticket, "/rate", Some("grade=2&reason=cho-lau")).await;
    assert!(status == StatusCode::OK && !page.contains("/rate"), "{page}");
    let again = json!({ "grade": 4 });
    let path = format!("/v1/tickets/{}/rating", ticket["id"].as_str().unwrap());
    let (_, problem) = server.post(&server.device, &path, again).await;
    assert_eq!(problem["code"], "rated-already");
    let other = server.issue("ho-tich").await;
    assert_eq!(phone(&server, &other, "", None).await.1.matches("href=").count(), 2, "a stylesheet and one link");
}
