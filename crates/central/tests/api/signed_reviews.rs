//! Officers submit for somebody who signed: exactly what they printed, under their own sign-in.

use motcua_domain::wire::Submission;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::drafts::{ID, draft, saved, submission, with};
use crate::server::{Server, key};

const SUBMISSION: &str = "018f0000-0000-7000-8000-000000000001";

fn signed_sha256(submission: &Value) -> String {
    let submission: Submission = serde_json::from_value(submission.clone()).unwrap();
    Sha256::digest(submission.signed_json().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A submission whose owner signed it, of these opening and revision.
fn signed(opening: u32, revision: u32) -> Value {
    let mut submission = submission(SUBMISSION, opening, revision);
    submission["consents"][0]["method"] = json!("signed_review");
    let content_sha256 = signed_sha256(&submission);
    with(submission, "assisted", json!({ "confirmed": "signed_review", "content_sha256": content_sha256 }))
}

fn path(what: &str) -> String {
    format!("/v1/drafts/{ID}/{what}")
}

/// A centre whose officer Lan has a draft in hand, as opening 1.
async fn in_hand() -> (Server, String) {
    let server = Server::start().await;
    let officer = server.officer("lan").await;
    saved(&server, &server.device, &draft(0, 1)).await;
    let share = json!({ "key": "a2V5", "opening": 0, "text_version": 1, "at": "2026-11-23T08:00:00.000+07:00" });
    assert_eq!(server.post(&server.device, &path("share"), share).await.0, StatusCode::NO_CONTENT);
    assert_eq!(server.post(&officer, &path("open"), Value::Null).await.1["opening"], 1);
    (server, officer)
}

async fn print(server: &Server, officer: &str, opening: u32, content_sha256: &str) -> (StatusCode, Value) {
    let review = json!({ "submission": SUBMISSION, "opening": opening, "content_sha256": content_sha256 });
    server.post(officer, &path("review"), review).await
}

async fn send(server: &Server, submission: &Value) -> (StatusCode, Value) {
    server.post(&server.device, "/v1/submissions", submission.clone()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_signed_is_taken_once_and_says_who_printed_it() {
    let (server, officer) = in_hand().await;
    let sent = signed(1, 1);
    let hash = sent["assisted"]["content_sha256"].as_str().unwrap();
    assert_eq!(print(&server, &officer, 1, hash).await.0, StatusCode::NO_CONTENT);
    // The officer has left since: what was signed goes all the same.
    assert!(server.post(&officer, "/v1/staff/sign-out", Value::Null).await.0.is_success());
    let (status, receipt) = send(&server, &sent).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    assert_eq!(send(&server, &sent).await, (StatusCode::OK, receipt));
    let (_, detail) = server.get(&server.admin, &format!("/v1/submissions/{SUBMISSION}")).await;
    let by = &detail["submitted_by"];
    assert_eq!((&by["officer"], &by["confirmed"]), (&json!("Nguyễn Thị Lan"), &json!("signed_review")));
    assert_eq!((&by["content_sha256"], by["printed_at"].is_string()), (&json!(hash), true));
    assert_eq!(server.get(&server.device, &path("")[..path("").len() - 1]).await.1["code"], "unknown-draft");
    assert_eq!(server.get(&server.admin, "/v1/drafts/shared").await.1, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_alone_claims_no_officer_and_no_signature() {
    let (server, officer) = in_hand().await;
    let sent = signed(1, 1);
    assert_eq!(send(&server, &sent).await.1["code"], "review-unknown", "nobody printed it");
    let hash = sent["assisted"]["content_sha256"].as_str().unwrap();
    assert_eq!(print(&server, &server.device, 1, hash).await.0, StatusCode::FORBIDDEN);
    // What an officer has in hand is not submitted behind their back, and no consent claims to be on paper.
    assert_eq!(send(&server, &submission(SUBMISSION, 1, 1)).await.1["code"], "draft-out-of-date");
    let mut on_paper = submission(SUBMISSION, 1, 1);
    on_paper["consents"][0]["method"] = json!("signed_review");
    assert_eq!(send(&server, &on_paper).await.1["code"], "review-unknown");
    // Printed under another submission's name, it is not this one.
    assert_eq!(print(&server, &officer, 1, hash).await.0, StatusCode::NO_CONTENT);
    let other = with(sent.clone(), "id", json!("018f0000-0000-7000-8000-000000000002"));
    assert_eq!(send(&server, &other).await.1["code"], "review-unknown");
    assert_eq!(send(&server, &sent).await.0, StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_officer_who_has_it_in_hand_prints_it() {
    let (server, _) = in_hand().await;
    let minh = server.officer("minh").await;
    let hash = "0".repeat(64);
    assert_eq!(print(&server, &minh, 1, &hash).await.1["code"], "draft-elsewhere");
    assert_eq!(server.post(&minh, &path("open"), Value::Null).await.1["opening"], 2);
    assert_eq!(print(&server, &minh, 1, &hash).await.1["code"], "draft-elsewhere", "an opening before");
    assert_eq!(print(&server, &minh, 2, "no hash").await.1["code"], "draft-wrong");
    assert_eq!(print(&server, &minh, 2, &hash).await.0, StatusCode::NO_CONTENT);
    assert_eq!(print(&server, &minh, 2, &"1".repeat(64)).await.1["code"], "submission-differs", "printed once");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_exactly_what_was_printed_is_taken() {
    let (server, officer) = in_hand().await;
    let sent = signed(1, 1);
    let hash = sent["assisted"]["content_sha256"].as_str().unwrap();
    print(&server, &officer, 1, hash).await;
    let mut edited = sent.clone();
    edited["answers"]["copies"] = json!(3);
    assert_eq!(send(&server, &edited).await.1["code"], "review-differs");
    // A hash that fits the change is not the one that was printed.
    edited["assisted"]["content_sha256"] = json!(signed_sha256(&edited));
    assert_eq!(send(&server, &edited).await.1["code"], "review-differs");
    let mut touched = sent.clone();
    touched["consents"][0]["method"] = json!("touch");
    assert_eq!(send(&server, &touched).await.1["code"], "review-differs");
    let (status, taken) = send(&server, &with(sent, "draft", Value::Null)).await;
    assert_eq!((status, &taken["code"]), (StatusCode::CONFLICT, &json!("review-differs")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_signed_before_a_change_or_a_take_back_is_out_of_date() {
    let (server, officer) = in_hand().await;
    let sent = signed(1, 1);
    print(&server, &officer, 1, sent["assisted"]["content_sha256"].as_str().unwrap()).await;
    saved(&server, &officer, &draft(1, 2)).await;
    assert_eq!(send(&server, &sent).await.1["code"], "draft-out-of-date", "an answer was changed since");
    let (_, taken) = server.send(Method::DELETE, &server.device, Some(&key()), &path("share"), None).await;
    assert_eq!(taken["opening"], 2);
    assert_eq!(send(&server, &signed(1, 2)).await.1["code"], "draft-out-of-date", "its owner took it back");
    assert_eq!(send(&server, &signed(2, 2)).await.1["code"], "review-differs", "nobody printed it since");
    let own = with(submission(SUBMISSION, 2, 2), "id", json!("018f0000-0000-7000-8000-000000000003"));
    assert_eq!(send(&server, &own).await.0, StatusCode::CREATED, "its owner submits it");
}
