//! Answers to what officers asked for: who may give them, once, and where they are seen.

use reqwest::StatusCode;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::server::Server;
use crate::submissions::submission;

pub const ID: &str = "018f0000-0000-7000-8000-000000000001";
const CODE: &str = "A7KM-3XPT";
const PDF: &[u8] = b"%PDF-1.7 a card, photographed on both sides";
const NUMBER: &str = "089195000123";

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A submission for which an officer asked for something: the officer's token, and the request.
pub async fn asked(server: &Server, papers: Value) -> (String, String) {
    let (status, receipt) = server.post(&server.device, "/v1/submissions", submission(ID, CODE, json!([]))).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let lan = server.officer("lan").await;
    let request = ask(server, &lan, papers).await;
    (lan, request)
}

pub async fn ask(server: &Server, officer: &str, papers: Value) -> String {
    let body = json!({ "text": "Ảnh thẻ bị mờ, xin gửi lại", "papers": papers });
    let (status, request) = server.post(officer, &format!("/v1/submissions/{ID}/supplement"), body).await;
    assert_eq!(status, StatusCode::CREATED, "{request}");
    request["id"].as_str().expect("an id").to_owned()
}

pub async fn prove(server: &Server, device: &str, request: &str, digits: &str, proof: &str) -> (StatusCode, Value) {
    let body = json!({ "digits": digits, "proof_sha256": sha256(proof) });
    server.post(device, &format!("/v1/supplements/{request}/prove"), body).await
}

/// The answer `n` to a request, with the paper it asks for.
pub fn answer(n: u32, request: &str, proof: &str, file: &Value) -> Value {
    json!({
        "id": format!("018f0000-0000-7000-8000-0000000001{n:02}"), "code": CODE, "procedure": "2.000635",
        "form_version": motcua_domain::guide::SUPPLEMENT_FORM_VERSION,
        "made_at": "2026-11-23T09:00:00.000+07:00", "language": "vi",
        "answers": { "have_1": "here", "message": "Tôi gửi lại ảnh mới." },
        "consents": [{ "purpose": "process", "text_version": 1, "at": "2026-11-23T08:58:00.000+07:00", "method": "touch" }],
        "documents": [{ "evidence": "p1", "file": file["id"], "sha256": file["sha256"],
            "size": file["size"], "media_type": "application/pdf", "pages": 2 }],
        "follow_sha256": sha256(&format!("{n:032x}")),
        "supplement": { "request": request, "proof": proof }
    })
}

pub async fn send(server: &Server, body: &Value) -> (StatusCode, Value) {
    server.post(&server.device, "/v1/submissions", body.clone()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_applicant_may_answer_and_five_wrong_tries_lock_the_request() {
    let server = Server::start().await;
    let (lan, request) = asked(&server, json!(["identity"])).await;
    let device = &server.device;
    for malformed in ["", "123", "12a4", "00123", "89195000123"] {
        let (status, problem) = prove(&server, device, &request, malformed, "a").await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("supplement-digits-missing")), "{malformed}");
    }
    for (tried, left) in ["9999", "089195000124", "0124", "0000"].into_iter().zip(["4", "3", "2", "1"]) {
        let (status, problem) = prove(&server, device, &request, tried, "a").await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("supplement-digits-wrong")), "{tried}");
        assert_eq!(problem["args"]["left"], left);
    }
    // Right digits begin the count anew, and open what was asked with the papers' names, and no more.
    let (status, opened) = prove(&server, device, &request, "0123", "a").await;
    assert_eq!(status, StatusCode::OK, "{opened}");
    assert_eq!((&opened["code"], &opened["procedure"]), (&json!(CODE), &json!("2.000635")));
    assert_eq!(opened["request"]["papers"].as_array().expect("papers").len(), 1);
    assert!(!opened.to_string().contains("Nguyễn Văn An") && !opened.to_string().contains(NUMBER));
    assert_eq!(prove(&server, device, &request, NUMBER, "b").await.0, StatusCode::OK, "and the whole card");
    for n in 1..=5 {
        let (status, problem) = prove(&server, device, &request, "9999", "c").await;
        assert_eq!(status, if n == 5 { StatusCode::LOCKED } else { StatusCode::UNPROCESSABLE_ENTITY }, "{problem}");
    }
    let (status, problem) = prove(&server, device, &request, "0123", "d").await;
    assert_eq!((status, &problem["code"]), (StatusCode::LOCKED, &json!("supplement-locked")));
    assert_eq!(problem["args"]["time"].as_str().map(str::len), Some(5), "until when is said: {problem}");
    // Another request of the same submission is locked on its own.
    let other = ask(&server, &lan, json!([])).await;
    assert_eq!(prove(&server, device, &other, "0123", "e").await.0, StatusCode::OK);
    let unknown = prove(&server, device, "018f0000-0000-7000-8000-00000000dead", "0123", "f").await;
    assert_eq!(unknown.1["code"], "unknown-supplement");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_a_part_of_its_submission_and_is_taken_once() {
    let server = Server::start().await;
    let (lan, request) = asked(&server, json!(["identity"])).await;
    prove(&server, &server.device, &request, "0123", "the secret").await;
    let (_, file) = server.upload(&server.device, PDF).await;
    let sent = answer(1, &request, "the secret", &file);
    let (status, receipt) = send(&server, &sent).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    assert_eq!((&receipt["id"], &receipt["code"]), (&sent["id"], &json!(CODE)));
    assert_eq!(send(&server, &sent).await, (StatusCode::OK, receipt.clone()), "the same one again");
    let mut edited = sent.clone();
    edited["answers"]["message"] = json!("Khác");
    assert_eq!(send(&server, &edited).await.1["code"], "submission-differs");

    let (_, list) = server.get(&lan, "/v1/submissions").await;
    assert_eq!(list.as_array().map(Vec::len), Some(1), "it is no submission of its own");
    assert_eq!((&list[0]["files"], &list[0]["answered"]), (&json!(0), &json!(true)));
    let path = format!("/v1/submissions/{ID}");
    let (_, detail) = server.get(&lan, &path).await;
    assert_eq!(detail["payment"]["lines"].as_array().map(Vec::len), Some(1));
    assert_eq!(detail["supplements"][0]["answered_at"], receipt["received_at"]);
    let told = &detail["supplement_answers"][0];
    assert_eq!((&told["request"], &told["answers"]), (&json!(request), &sent["answers"]));
    assert_eq!(told["documents"], sent["documents"]);
    let unknown = server.get(&lan, &format!("/v1/submissions/{}", sent["id"].as_str().expect("an id"))).await;
    assert_eq!(unknown.0, StatusCode::NOT_FOUND);

    let (_, found) = server.get(&server.device, &format!("/v1/lookup/{CODE}")).await;
    assert_eq!(found["supplements"][0]["answered_at"], receipt["received_at"]);
    assert!(!found.to_string().contains("ảnh mới"), "what was written is told to nobody else");
    // The address on its slip leads to the same page, which says that it came.
    let page = server.http.get(server.url(&format!("/d/{:032x}", 1))).send().await.expect("an answer");
    let page = page.text().await.expect("a page");
    assert!(page.contains("Đã nhận bổ sung lúc") && !page.contains("yêu cầu bổ sung hồ sơ"), "{page}");

    // While it is open more may be sent, each with a proof of its own, the newest first.
    let again = answer(2, &request, "the secret", &file);
    assert_eq!(send(&server, &again).await.1["code"], "supplement-proof-wrong");
    prove(&server, &server.device, &request, NUMBER, "another").await;
    let again = answer(2, &request, "another", &file);
    assert_eq!(send(&server, &again).await.0, StatusCode::CREATED);
    let (_, detail) = server.get(&lan, &path).await;
    let ids: Vec<&Value> =
        detail["supplement_answers"].as_array().expect("answers").iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, [&again["id"], &sent["id"]]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_the_request_is_refused_and_uses_no_proof_up() {
    let server = Server::start().await;
    let (_, request) = asked(&server, json!(["identity"])).await;
    prove(&server, &server.device, &request, "0123", "p").await;
    let other = server.enrol("Ki-ốt 2").await;
    prove(&server, &other, &request, "0123", "other").await;
    let (_, file) = server.upload(&server.device, PDF).await;
    type Change = fn(&mut Value);
    let wrong: [(Change, &str); 13] = [
        (|body| body["documents"] = json!([]), "papers-wrong"),
        (|body| body["documents"][0]["evidence"] = json!("p2"), "papers-wrong"),
        (|body| body["documents"][0]["evidence"] = json!("identity"), "papers-wrong"),
        (|body| body["answers"]["have_1"] = json!("none"), "papers-wrong"),
        (|body| body["answers"]["have_2"] = json!("here"), "answers-wrong"),
        (|body| body["answers"] = json!({}), "answers-wrong"),
        (|body| body["consents"] = json!([]), "consent-missing"),
        (|body| body["form_version"] = json!(999), "unknown-form"),
        (|body| body["procedure"] = json!("1.001193"), "unknown-form"),
        (|body| body["code"] = json!("A7KM-3XPA"), "submission-code-wrong"),
        (|body| body["documents"][0]["sha256"] = json!("00"), "document-unknown"),
        (|body| body["supplement"]["proof"] = json!("guessed"), "supplement-proof-wrong"),
        // Proved at another device.
        (|body| body["supplement"]["proof"] = json!("other"), "supplement-proof-wrong"),
    ];
    for (change, code) in wrong {
        let mut body = answer(1, &request, "p", &file);
        change(&mut body);
        let (status, problem) = send(&server, &body).await;
        assert_eq!(problem["code"], code, "{problem}");
        assert!([409, 422].contains(&status.as_u16()), "so that a kiosk keeps it for an officer: {status}");
    }
    let (_, found) = server.get(&server.device, &format!("/v1/lookup/{CODE}")).await;
    assert_eq!(found["supplements"][0]["answered_at"], Value::Null);
    assert_eq!(send(&server, &answer(1, &request, "p", &file)).await.0, StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_takes_no_more_answers_and_says_so() {
    let server = Server::start().await;
    let (lan, request) = asked(&server, json!(["identity"])).await;
    let (_, file) = server.upload(&server.device, PDF).await;
    for proof in ["1", "2"] {
        prove(&server, &server.device, &request, "0123", proof).await;
    }
    let (sent, late) = (answer(1, &request, "1", &file), answer(2, &request, "2", &file));
    let (_, receipt) = send(&server, &sent).await;
    server.post(&lan, &format!("/v1/supplements/{request}/done"), Value::Null).await;
    let (status, problem) = send(&server, &late).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("supplement-done")));
    assert!(problem["title"].as_str().is_some_and(|title| title.contains("counter")), "{problem}");
    assert_eq!(send(&server, &sent).await, (StatusCode::OK, receipt), "what was taken stays taken");
    let (_, problem) = prove(&server, &server.device, &request, "0123", "3").await;
    assert_eq!(problem["code"], "supplement-done");
    let (_, detail) = server.get(&lan, &format!("/v1/submissions/{ID}")).await;
    assert_eq!(detail["supplement_answers"].as_array().map(Vec::len), Some(1));
    assert_eq!(server.get(&lan, "/v1/submissions").await.1[0]["answered"], false);

    // What waits for an officer is listed as such, also when it was accepted.
    let accepted = server.post(&lan, &format!("/v1/submissions/{ID}/accept"), json!({})).await;
    assert_eq!(accepted.0, StatusCode::OK);
    let waiting = async || server.get(&lan, "/v1/submissions?open=true").await.1.as_array().map(Vec::len);
    assert_eq!(waiting().await, Some(0));
    let more = ask(&server, &lan, json!(["identity"])).await;
    prove(&server, &server.device, &more, "0123", "4").await;
    assert_eq!(send(&server, &answer(3, &more, "4", &file)).await.0, StatusCode::CREATED);
    assert_eq!(waiting().await, Some(1));
}
