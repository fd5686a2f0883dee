//! Payments that officers see to: amounts that nobody could reckon, transfers that do not arrive, and what is
//! reckoned when a kiosk was cut off meanwhile.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::bank::{CODE, ID, hand_in, money, standing, state, tell};
use crate::catalogue::{import, record};
use crate::pictures::set;
use crate::server::{Server, key};
use crate::submissions::submission;

/// A procedure whose record names a fee, and not for how many.
const NOT_RECKONED: &str = "1.900001";

async fn import_not_reckoned(server: &Server) {
    let ways =
        "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việc8,000 Việt Nam Đồng(8.000 đồng/bản)Qua cổng";
    import(server, &[record(NOT_RECKONED, "Đăng ký việc thử", json!({ "cach_thuc_thuc_hien": ways }))]).await;
}

/// A submission on the form that fits every procedure; the post brings its result for 35,000 đồng.
fn by_post(id: &str, code: &str) -> Value {
    let mut body = submission(id, code, json!([]));
    body["procedure"] = json!(NOT_RECKONED);
    body["form_version"] = json!(motcua_domain::guide::ANY_FORM_VERSION);
    body["record_version"] = json!(1);
    body["answers"] = json!({
        "applicant_name": "Nguyễn Văn An", "applicant_number": "089195000123", "applicant_birth_date": "1995-03-02",
        "address": { "text": "12 Trần Hưng Đạo, phường Long Xuyên, An Giang" }, "receive": "post",
        "post_address": { "text": "12 Trần Hưng Đạo, phường Long Xuyên, An Giang" }
    });
    body
}

async fn send(server: &Server, body: Value) {
    let (status, receipt) = server.post(&server.device, "/v1/submissions", body).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
}

/// Why payments wait for an officer.
async fn to_see(server: &Server) -> Vec<Value> {
    let (_, found) = server.get(&server.admin, "/v1/payments").await;
    found["payments"].as_array().unwrap().iter().map(|line| line["why"].clone()).collect()
}

fn path(id: &str, what: &str) -> String {
    format!("/v1/submissions/{id}/payment/{what}")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_could_reckon_is_said_by_an_officer_and_then_paid_like_anything_else() {
    let server = Server::start().await;
    import_not_reckoned(&server).await;
    send(&server, by_post(ID, CODE)).await;
    let told = standing(&server).await;
    assert_eq!((&told["expected"], &told["state"]), (&Value::Null, &json!("waiting")));
    let lan = server.officer("lan").await;
    // Money that comes now is not lost, and nobody calls it right.
    assert_eq!(tell(&server, &money("FT1", 51_000, CODE)).await.1["known"], true);
    assert_eq!(state(&server).await, ("needs_officer".to_owned(), Some("amount_unset".to_owned())));
    assert_eq!(to_see(&server).await, ["amount_unset"]);
    let received = json!({ "outcome": "received", "note": "Đã xem" });
    assert_eq!(server.post(&lan, &path(ID, "settled"), received).await.1["code"], "payment-amount-unset");

    let amount = path(ID, "amount");
    for (fee, why, code) in [(16_000, " ", "note-wrong"), (1_000_000_001_u64, "2 bản", "payment-amount-wrong")] {
        assert_eq!(server.post(&lan, &amount, json!({ "fee": fee, "why": why })).await.1["code"], code);
    }
    let set = json!({ "fee": 16_000, "why": "2 bản" });
    let key = key();
    for _ in 0..2 {
        // The answer to the first press was lost.
        let (status, detail) = server.send(Method::POST, &lan, Some(&key), &amount, Some(set.clone())).await;
        assert_eq!((status, &detail["payment"]["expected"]), (StatusCode::OK, &json!(51_000)), "{detail}");
        let lines: Vec<_> = detail["lines"].as_array().unwrap().iter().map(|line| &line["amount"]).collect();
        assert_eq!(lines, [&Value::Null, &json!(35_000)], "the postage is known");
        assert!(detail["lines"][0]["what"].as_str().unwrap().contains("8.000 đồng"), "in the record's words: {detail}");
        let deeds: Vec<_> = detail["events"].as_array().unwrap().iter().map(|event| &event["deed"]).collect();
        assert_eq!((deeds.len(), &deeds[0]["kind"], &deeds[1]["kind"]), (2, &json!("credited"), &json!("set")));
        let who = (&deeds[1]["officer"], &deeds[1]["why"], &deeds[1]["fee"]);
        assert_eq!(who, (&json!("Nguyễn Thị Lan"), &json!("2 bản"), &json!(16_000)));
    }
    assert_eq!(state(&server).await.0, "received", "what came before is what was to be paid");
    assert_eq!(to_see(&server).await, Vec::<Value>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn cash_is_taken_for_every_submission_that_may_cost_something_and_a_fee_can_be_waived() {
    let server = Server::start().await;
    import_not_reckoned(&server).await;
    let lan = server.officer("lan").await;
    send(&server, by_post(ID, CODE)).await;
    let (_, detail) = server.post(&lan, &path(ID, "amount"), json!({ "fee": 0, "why": "Hộ nghèo" })).await;
    assert_eq!((&detail["payment"]["expected"], &detail["payment"]["state"]), (&json!(35_000), &json!("waiting")));
    let (_, detail) = server.post(&lan, &path(ID, "taken"), json!({ "amount": 35_000 })).await;
    assert_eq!((&detail["payment"]["state"], &detail["payment"]["way"]), (&json!("received"), &json!("counter")));

    // Without the post nothing is left to be paid, and its holder is told nothing of paying.
    let (id, code) = ("018f0000-0000-7000-8000-000000000002", "B7KM-3XPT");
    let mut at_counter = by_post(id, code);
    at_counter["answers"]["receive"] = json!("counter");
    at_counter["answers"].as_object_mut().unwrap().remove("post_address");
    send(&server, at_counter).await;
    let (_, detail) = server.post(&lan, &path(id, "amount"), json!({ "fee": 0, "why": "Hộ nghèo" })).await;
    assert_eq!((&detail["payment"]["expected"], &detail["payment"]["state"]), (&json!(0), &json!("received")));
    let (_, found) = server.get(&server.device, &format!("/v1/lookup/{code}")).await;
    assert_eq!((&found["payment"], found["ladder"].as_array().unwrap().len()), (&Value::Null, 4));

    // What is reckoned is not an officer's to say, and what is free stays without a payment.
    let (id, code) = ("018f0000-0000-7000-8000-000000000003", "C7KM-3XPT");
    hand_in(&server, id, code).await;
    let set = json!({ "fee": 0, "why": "x" });
    assert_eq!(server.post(&lan, &path(id, "amount"), set.clone()).await.1["code"], "payment-reckoned");
    import(&server, &[record("1.900002", "Việc không mất tiền", json!({}))]).await;
    let (id, code) = ("018f0000-0000-7000-8000-000000000004", "D7KM-3XPT");
    let mut free = by_post(id, code);
    free["procedure"] = json!("1.900002");
    free["answers"]["receive"] = json!("counter");
    free["answers"].as_object_mut().unwrap().remove("post_address");
    send(&server, free).await;
    assert_eq!(server.post(&lan, &path(id, "amount"), set).await.1["code"], "nothing-to-pay");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_that_does_not_arrive_reaches_an_officer_and_is_being_checked_for_its_holder() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    server.post(&server.device, &format!("/v1/lookup/{CODE}/transferred"), Value::Null).await;
    assert_eq!(to_see(&server).await, Vec::<Value>::new(), "within two hours it may still come");
    let (status, answer) = set(&server, |config| config["transfer_late_minutes"] = json!(0)).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert_eq!(to_see(&server).await, ["not_arrived"]);
    assert_eq!(state(&server).await, ("checking".to_owned(), None));
    let settled = json!({ "outcome": "waiting", "note": "Sao kê không có" });
    assert_eq!(server.post(&server.admin, &path(ID, "settled"), settled).await.0, StatusCode::OK);
    assert_eq!((to_see(&server).await.len(), state(&server).await.0.as_str()), (0, "waiting"));
}

#[tokio::test(flavor = "multi_thread")]
async fn postage_is_what_it_was_when_it_was_submitted_and_never_of_a_time_to_come() {
    let server = Server::start().await;
    let (status, answer) = set(&server, |config| config["postage"]["elsewhere"] = json!(37_000)).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let by_post = |id: &str, code: &str, made_at: &str| {
        let mut body = submission(id, code, json!([]));
        body["made_at"] = json!(made_at);
        body["answers"]["receive"] = json!("post");
        body["answers"]["post_address"] = body["answers"]["address"].clone();
        body
    };
    let mut expected = Vec::new();
    for (n, made_at) in [(1, "2026-11-23T08:00:00.000+07:00"), (2, "2999-01-01T00:00:00.000+07:00")] {
        let id = format!("018f0000-0000-7000-8000-00000000000{n}");
        send(&server, by_post(&id, &format!("A7KM-3XP{}", ["A", "B"][n - 1]), made_at)).await;
        let (_, detail) = server.get(&server.admin, &format!("/v1/submissions/{id}")).await;
        expected.push(detail["payment"]["payment"]["expected"].clone());
    }
    assert_eq!(expected, [json!(16_000 + 35_000), json!(16_000 + 37_000)]);
}
