//! The page at which a holder follows a submission.

use reqwest::StatusCode;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::server::Server;
use crate::submissions::submission;

const ID: &str = "018f0000-0000-7000-8000-000000000001";
const TOKEN: &str = "0123456789abcdef0123456789abcdef";

async fn page(server: &Server, token: &str, digits: Option<&str>) -> (StatusCode, String) {
    let url = server.url(&format!("/d/{token}"));
    let request = match digits {
        Some(digits) => server.http.post(url).body(format!("digits={digits}")),
        None => server.http.get(url),
    };
    let answer = request.send().await.unwrap();
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    (answer.status(), answer.text().await.unwrap())
}

async fn hand_in(server: &Server) {
    let mut body = submission(ID, "A7KM-3XPT", json!([]));
    let hash: String = Sha256::digest(TOKEN).iter().map(|byte| format!("{byte:02x}")).collect();
    body["follow_sha256"] = json!(hash);
    let (status, receipt) = server.post(&server.device, "/v1/submissions", body).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
}

/// How many steps are ticked on the page.
fn done(page: &str) -> usize {
    page.matches(r#"<li class="done">"#).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_how_far_it_has_come_and_nothing_of_whose_it_is() {
    let server = Server::start().await;
    let (status, unknown) = page(&server, TOKEN, None).await;
    assert!(status == StatusCode::NOT_FOUND && unknown.contains("Không tìm thấy hồ sơ này"), "{unknown}");
    hand_in(&server).await;
    let (status, received) = page(&server, TOKEN, None).await;
    assert_eq!((status, done(&received)), (StatusCode::OK, 3), "{received}");
    assert!(received.contains("Chờ thanh toán") && received.contains("16.000 đồng"), "{received}");
    // The code stands only in what a bank is told, without what makes it one of ours.
    for personal in ["Nguyễn", "089195000123", "0123\"", "Trần Hưng Đạo", "A7KM-3XPT"] {
        assert!(!received.contains(personal), "{personal}");
    }
    // Whoever has no kiosk at hand pays from here.
    for line in ["<svg", "16.000 đồng", "VietinBank – Trung tâm thử", "101234567890", "Nop ho so A7KM3XPT"] {
        assert!(received.contains(line), "{line}: {received}");
    }
    let (status, _) = server.post(&server.device, "/v1/lookup/A7KM-3XPT/transferred", json!(null)).await;
    assert_eq!(status, StatusCode::OK);
    let (_, checking) = page(&server, TOKEN, None).await;
    assert!(checking.contains("<svg") && checking.contains("đừng chuyển lần nữa"), "{checking}");
    for (path, body) in [("accept", json!({})), ("payment/taken", json!({ "amount": 16_000 }))] {
        let (status, answer) = server.post(&server.admin, &format!("/v1/submissions/{ID}/{path}"), body).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
    }
    let (_, paid) = page(&server, TOKEN, None).await;
    assert!(done(&paid) == 5 && paid.contains("Đã nhận tiền"), "{paid}");
    assert!(!paid.contains("<svg") && !paid.contains("101234567890"), "nobody pays twice by it: {paid}");
    for wrong in ["0123456789abcdef0123456789abcdee", "0123456789ABCDEF0123456789ABCDEF", "A7KM-3XPT"] {
        assert_eq!(page(&server, wrong, None).await.0, StatusCode::NOT_FOUND, "{wrong}");
    }
    // The reader of a kiosk takes it back to Tra cứu.
    let (_, found) = server.get(&server.device, &format!("/v1/lookup/{TOKEN}")).await;
    assert_eq!(found["code"], "A7KM-3XPT");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_details_need_the_last_four_digits_and_five_wrong_ones_lock_them() {
    let server = Server::start().await;
    hand_in(&server).await;
    for (tried, left) in ["9999", "123", "", "00123"].into_iter().zip([4, 3, 2, 1]) {
        let (_, wrong) = page(&server, TOKEN, Some(tried)).await;
        assert!(wrong.contains(&format!("Bạn còn {left} lần thử")) && !wrong.contains("Nguyễn"), "{tried}: {wrong}");
    }
    let (_, right) = page(&server, TOKEN, Some("0123")).await;
    assert!(right.contains("Người nộp: Nguyễn Văn An") && right.contains("A7KM-3XPT"), "{right}");
    assert!(!right.contains("089195000123"), "never the whole number");
    // Right digits begin the count anew.
    for tried in 1..=5 {
        let (_, wrong) = page(&server, TOKEN, Some("9999")).await;
        assert_eq!(wrong.contains("được khóa trong một giờ"), tried == 5, "{wrong}");
    }
    let (_, locked) = page(&server, TOKEN, Some("0123")).await;
    assert!(locked.contains("được khóa đến") && !locked.contains("Nguyễn"), "{locked}");
    assert_eq!(done(&locked), 3, "the steps are still told");
    let (_, locked) = page(&server, TOKEN, None).await;
    assert!(!locked.contains("<form"), "{locked}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_hash_is_not_kept() {
    let server = Server::start().await;
    for wrong in ["", "00", &"G".repeat(64), &"A".repeat(64)] {
        let mut body = submission(ID, "A7KM-3XPT", json!([]));
        body["follow_sha256"] = json!(wrong);
        let (status, problem): (_, Value) = server.post(&server.device, "/v1/submissions", body).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("body-not-understood")), "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_told_until_an_officer_has_it() {
    let server = Server::start().await;
    hand_in(&server).await;
    let lan = server.officer("lan").await;
    let path = format!("/v1/submissions/{ID}/supplement");
    for wrong in [
        json!({ "text": " " }),
        json!({ "text": "x".repeat(1_001) }),
        json!({ "text": "Thiếu giấy", "papers": ["no_such_paper"] }),
    ] {
        let (status, problem) = server.post(&lan, &path, wrong).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("supplement-wrong")));
    }
    let asked = json!({ "text": "Xin mang giấy tờ tùy thân còn hạn", "papers": ["identity"] });
    let (status, request) = server.post(&lan, &path, asked).await;
    assert_eq!(status, StatusCode::CREATED, "{request}");
    assert_eq!(request["papers"].as_array().unwrap().len(), 1);

    let missing = async || server.get(&server.device, "/v1/lookup/A7KM-3XPT").await.1["supplements"].clone();
    let told = missing().await;
    assert_eq!((&told[0]["text"], &told[0]["papers"]), (&request["text"], &json!([])), "papers may name people");
    let (_, seen) = page(&server, TOKEN, None).await;
    assert!(seen.contains("yêu cầu bổ sung") && !seen.contains("còn hạn"), "{seen}");
    let (_, opened) = page(&server, TOKEN, Some("0123")).await;
    assert!(opened.contains("còn hạn") && opened.contains(request["papers"][0].as_str().unwrap()), "{opened}");

    let done = format!("/v1/supplements/{}/done", request["id"].as_str().unwrap());
    for _ in 0..2 {
        assert_eq!(server.post(&lan, &done, Value::Null).await.0, StatusCode::NO_CONTENT);
    }
    assert_eq!(missing().await, json!([]));
    let (_, detail) = server.get(&lan, &format!("/v1/submissions/{ID}")).await;
    assert!(detail["supplements"][0]["done_at"].is_string());
    let unknown = "/v1/supplements/018f0000-0000-7000-8000-00000000dead/done";
    assert_eq!(server.post(&lan, unknown, Value::Null).await.1["code"], "unknown-supplement");
    let unknown = "/v1/submissions/018f0000-0000-7000-8000-00000000dead/supplement";
    assert_eq!(server.post(&lan, unknown, json!({ "text": "x" })).await.1["code"], "unknown-submission");
}
