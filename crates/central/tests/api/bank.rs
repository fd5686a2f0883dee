//! A bank that tells of credits: late, twice, with wrong amounts, again, out of order, and as somebody
//! who only pretends to be it.

use std::time::{SystemTime, UNIX_EPOCH};

use hmac::{Hmac, Mac};
use motcua_domain::payment::{VietQr, Vnd};
use reqwest::StatusCode;
use serde_json::{Value, json};
use sha2::Sha256;

use crate::server::{BANK, BANK_SECRET, Server};
use crate::submissions::submission;

pub const ID: &str = "018f0000-0000-7000-8000-000000000001";
pub const CODE: &str = "A7KM-3XPT";
/// Two copies of 8,000 đồng.
const ASKED: u64 = 16_000;

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn signature(secret: &str, sent_at: u64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{sent_at}.{body}").as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A credit as the bank tells it.
pub fn money(transaction: &str, amount: u64, bill: &str) -> Value {
    json!({ "transaction": transaction, "account": "101234567890", "bill": bill, "amount": amount,
        "paid_at": "2026-11-23T08:05:00.000+07:00" })
}

async fn post(server: &Server, bank: &str, sent_at: u64, signature: &str, body: String) -> (StatusCode, Value) {
    let request = server.http.post(server.url(&format!("/v1/bank/{bank}/credits")));
    let request = request.header("X-Timestamp", sent_at).header("X-Signature", signature);
    let answer = request.header("content-type", "application/json").body(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

pub async fn tell(server: &Server, credit: &Value) -> (StatusCode, Value) {
    let (sent_at, body) = (now(), credit.to_string());
    post(server, BANK, sent_at, &signature(BANK_SECRET, sent_at, &body), body).await
}

pub async fn hand_in(server: &Server, id: &str, code: &str) {
    let (status, receipt) = server.post(&server.device, "/v1/submissions", submission(id, code, json!([]))).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
}

/// How the payment stands as its holder may know it.
pub async fn standing(server: &Server) -> Value {
    let (_, found) = server.get(&server.device, &format!("/v1/lookup/{CODE}")).await;
    let paid = &found["ladder"].as_array().unwrap()[4];
    assert_eq!((&paid["name"], &paid["at"]), (&json!("paid"), &found["payment"]["received_at"]));
    found["payment"].clone()
}

pub async fn state(server: &Server) -> (String, Option<String>) {
    let payment = standing(server).await;
    (payment["state"].as_str().unwrap().to_owned(), payment["why"].as_str().map(str::to_owned))
}

fn is(state: &str) -> (String, Option<String>) {
    (state.to_owned(), None)
}

fn asks(why: &str) -> (String, Option<String>) {
    ("needs_officer".to_owned(), Some(why.to_owned()))
}

async fn to_see(server: &Server) -> (usize, usize) {
    let (status, found) = server.get(&server.admin, "/v1/payments").await;
    assert_eq!(status, StatusCode::OK);
    (found["payments"].as_array().unwrap().len(), found["credits"].as_array().unwrap().len())
}

/// Money that counts for no submission: its transaction, and why.
async fn strays(server: &Server) -> Vec<(String, String)> {
    let (_, found) = server.get(&server.admin, "/v1/payments").await;
    let word = |credit: &Value, field: &str| credit[field].as_str().unwrap().to_owned();
    found["credits"].as_array().unwrap().iter().map(|one| (word(one, "transaction"), word(one, "why"))).collect()
}

fn words((transaction, why): (&str, &str)) -> (String, String) {
    (transaction.to_owned(), why.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_paid_by_the_printed_code_is_received_once_however_often_and_late_it_is_told() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    assert_eq!(state(&server).await, is("waiting"));
    // The bank reads the code that the kiosk shows.
    let (_, branch) = server.get(&server.device, "/v1/branch").await;
    let bank: motcua_domain::payment::BankAccount = serde_json::from_value(branch["bank"].clone()).unwrap();
    let code = VietQr::parse(&bank.payload(Vnd(ASKED), CODE).unwrap()).unwrap();
    let credit = money("FT26328001", code.amount.unwrap().0, &code.bill.unwrap());

    // "Tôi đã chuyển" is a person's word.
    let path = format!("/v1/lookup/{CODE}/transferred");
    let (status, payment) = server.post(&server.device, &path, Value::Null).await;
    assert_eq!((status, &payment["state"]), (StatusCode::OK, &json!("checking")));
    assert_eq!(state(&server).await, is("checking"));
    // The submission was accepted meanwhile: money that comes late is money all the same.
    let path = format!("/v1/submissions/{ID}/accept");
    assert_eq!(server.post(&server.admin, &path, json!({})).await.0, StatusCode::OK);
    let (status, taken) = tell(&server, &credit).await;
    assert_eq!((status, &taken["known"]), (StatusCode::CREATED, &json!(true)));
    assert_eq!(state(&server).await, is("received"));
    let received = standing(&server).await;
    assert_eq!((&received["way"], &received["expected"]), (&json!("bank"), &json!(ASKED)));

    for _ in 0..3 {
        assert_eq!(tell(&server, &credit).await, (StatusCode::OK, taken.clone()), "the first answer");
    }
    assert_eq!(standing(&server).await, received, "it counts once");
    // A person's word changes nothing any more.
    let path = format!("/v1/lookup/{CODE}/transferred");
    assert_eq!(server.post(&server.device, &path, Value::Null).await.1["state"], "received");
    assert_eq!(to_see(&server).await, (0, 0));
    let (_, detail) = server.get(&server.admin, &format!("/v1/submissions/{ID}")).await;
    let kinds: Vec<_> =
        detail["payment"]["events"].as_array().unwrap().iter().map(|event| &event["deed"]["kind"]).collect();
    assert_eq!(kinds, ["said", "credited", "said"]);
    assert_eq!(detail["payment"]["lines"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_payment_reaches_an_officer_and_is_never_counted() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    tell(&server, &money("FT1", ASKED, CODE)).await;
    let first = standing(&server).await;
    tell(&server, &money("FT2", ASKED, "Nop ho so A7KM3XPT FT2")).await;
    assert_eq!(state(&server).await, asks("paid_twice"));
    assert_eq!(standing(&server).await["received_at"], first["received_at"], "what came first counts");
    assert_eq!(to_see(&server).await, (1, 0));
    let lan = server.officer("lan").await;
    let path = format!("/v1/submissions/{ID}/payment/settled");
    for wrong in ["", "  ", &"x".repeat(501)] {
        let (_, problem) = server.post(&lan, &path, json!({ "outcome": "received", "note": wrong })).await;
        assert_eq!(problem["code"], "note-wrong");
    }
    let settled = json!({ "outcome": "received", "note": "Đã trả lại khoản thứ hai" });
    let (status, detail) = server.post(&lan, &path, settled.clone()).await;
    assert_eq!((status, &detail["payment"]["state"]), (StatusCode::OK, &json!("received")));
    assert_eq!(server.post(&lan, &path, settled).await.1["code"], "payment-in-order");
    assert_eq!(to_see(&server).await, (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn paying_at_the_counter_is_always_possible_and_paying_both_ways_is_seen() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    let lan = server.officer("lan").await;
    let take = format!("/v1/submissions/{ID}/payment/taken");
    assert_eq!(server.post(&lan, &take, json!({ "amount": 0 })).await.1["code"], "payment-amount-wrong");
    let key = crate::server::key();
    for _ in 0..2 {
        // The answer to the first press was lost.
        let body = Some(json!({ "amount": ASKED }));
        let (status, detail) = server.send(reqwest::Method::POST, &lan, Some(&key), &take, body).await;
        assert_eq!((status, &detail["payment"]["state"]), (StatusCode::OK, &json!("received")));
        assert_eq!(detail["events"].as_array().unwrap().len(), 1);
        assert_eq!(detail["events"][0]["deed"]["officer"], "Nguyễn Thị Lan");
    }
    assert_eq!(standing(&server).await["way"], "counter");
    tell(&server, &money("FT1", ASKED, CODE)).await;
    assert_eq!(state(&server).await, asks("paid_twice"));
    let (_, problem) = server
        .post(&lan, "/v1/submissions/018f0000-0000-7000-8000-00000000dead/payment/taken", json!({ "amount": 1 }))
        .await;
    assert_eq!(problem["code"], "unknown-submission");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_amount_is_never_a_payment_until_an_officer_says_so() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    for (place, amount) in [ASKED - 1_000, 1_000, ASKED].into_iter().enumerate() {
        tell(&server, &money(&format!("FT{place}"), amount, CODE)).await;
        assert_eq!(state(&server).await, asks("wrong_amount"), "{amount}");
        assert_eq!(standing(&server).await["received_at"], Value::Null);
    }
    let path = format!("/v1/submissions/{ID}/payment/settled");
    server.post(&server.admin, &path, json!({ "outcome": "waiting", "note": "Đã trả lại cả ba khoản" })).await;
    assert_eq!(state(&server).await, is("waiting"));
    tell(&server, &money("FT9", ASKED, CODE)).await;
    assert_eq!(state(&server).await, is("received"), "it failed, and then it is paid");
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_is_told_before_its_submission_arrives_is_found_again() {
    let server = Server::start().await;
    // The kiosk was cut off; its receipt was not.
    let (status, taken) = tell(&server, &money("FT1", ASKED, CODE)).await;
    assert_eq!((status, &taken["known"]), (StatusCode::CREATED, &json!(false)));
    tell(&server, &money("FT2", 50_000, "Chuc mung nam moi")).await;
    let mut elsewhere = money("FT3", ASKED, CODE);
    elsewhere["account"] = json!("999");
    assert_eq!(tell(&server, &elsewhere).await.1["known"], false, "another account than the centre's");
    assert_eq!(to_see(&server).await, (0, 3));
    hand_in(&server, ID, CODE).await;
    assert_eq!(state(&server).await, is("received"), "the money was there");
    assert_eq!(strays(&server).await, [("FT2", "no_submission"), ("FT3", "other_account")].map(words));
    // The bank tells it again: the first answer, and no second count.
    let events = async || {
        let (_, detail) = server.get(&server.admin, &format!("/v1/submissions/{ID}")).await;
        detail["payment"]["events"].as_array().unwrap().len()
    };
    assert_eq!(events().await, 1, "what came to another account is no payment");
    assert_eq!(tell(&server, &money("FT1", ASKED, CODE)).await, (StatusCode::OK, taken));
    assert_eq!(events().await, 1);
    // What is nobody's stays until an officer says what became of it.
    let (_, found) = server.get(&server.admin, "/v1/payments").await;
    let stray = found["credits"].as_array().unwrap().iter().find(|credit| credit["transaction"] == "FT2").unwrap();
    let path = format!("/v1/payments/credits/{}/settled", stray["id"].as_str().unwrap());
    let unknown = json!({ "code": "B7KM-3XPT", "note": "x" });
    assert_eq!(server.post(&server.admin, &path, unknown).await.1["code"], "unknown-code");
    assert_eq!(server.post(&server.admin, &path, json!({ "note": "Đã trả lại" })).await.0, StatusCode::NO_CONTENT);
    assert_eq!(server.post(&server.admin, &path, json!({ "note": "Lần nữa" })).await.1["code"], "credit-settled");
    let nobody = "/v1/payments/credits/018f0000-0000-7000-8000-00000000dead/settled";
    assert_eq!(server.post(&server.admin, nobody, json!({ "note": "x" })).await.1["code"], "unknown-credit");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_known_by_what_it_says_and_another_under_its_transaction_reaches_an_officer() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    let credit = money("FT1", ASKED, CODE);
    let (_, taken) = tell(&server, &credit).await;
    // The bank's program writes the same notice otherwise.
    let in_another_order = format!(
        r#"{{ "paid_at": "2026-11-23T01:05:00Z", "transaction": "FT1",
            "amount": {ASKED}, "bill": "{CODE}", "account": "101234567890" }}"#
    );
    let sent_at = now();
    let signed = signature(BANK_SECRET, sent_at, &in_another_order);
    assert_eq!(post(&server, BANK, sent_at, &signed, in_another_order).await, (StatusCode::OK, taken.clone()));
    assert_eq!(to_see(&server).await, (0, 0));
    let mut other = credit.clone();
    other["amount"] = json!(ASKED + 1);
    for _ in 0..2 {
        let (status, problem) = tell(&server, &other).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("bank-transaction-differs")));
        assert_eq!(strays(&server).await, [words(("FT1", "differs"))], "once, however often it is told");
    }
    assert_eq!(tell(&server, &credit).await, (StatusCode::OK, taken), "the first answer stands");
    assert_eq!(state(&server).await, is("received"));
    // Nor does it count for a submission that comes later.
    other["bill"] = json!("B7KM-3XPT");
    assert_eq!(tell(&server, &other).await.0, StatusCode::CONFLICT);
    hand_in(&server, "018f0000-0000-7000-8000-000000000002", "B7KM-3XPT").await;
    assert_eq!(to_see(&server).await, (0, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_gives_a_stray_credit_to_its_submission() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    tell(&server, &money("FT1", ASKED, "le phi khai sinh")).await;
    // Two codes in one purpose: nobody guesses.
    hand_in(&server, "018f0000-0000-7000-8000-000000000002", "B7KM-3XPT").await;
    tell(&server, &money("FT2", ASKED, "A7KM3XPT B7KM3XPT")).await;
    assert_eq!(to_see(&server).await, (0, 2));
    assert_eq!(state(&server).await, is("waiting"));
    let (_, found) = server.get(&server.admin, "/v1/payments").await;
    let path = format!("/v1/payments/credits/{}/settled", found["credits"][0]["id"].as_str().unwrap());
    let body = json!({ "code": CODE, "note": "Người nộp đưa biên lai" });
    assert_eq!(server.post(&server.admin, &path, body).await.0, StatusCode::NO_CONTENT);
    assert_eq!(state(&server).await, is("received"));
    assert_eq!(to_see(&server).await, (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_can_speak_for_the_bank() {
    let server = Server::start().await;
    hand_in(&server, ID, CODE).await;
    let body = money("FT1", ASKED, CODE).to_string();
    let at = now();
    let right = signature(BANK_SECRET, at, &body);
    let other = signature("another secret of the same length..", at, &body);
    let forged = body.replace("16000", "99000");
    for (bank, sent_at, signature, body, status, code) in [
        (BANK, at, "", &body, 401, "bank-signature-wrong"),
        (BANK, at, "zz", &body, 401, "bank-signature-wrong"),
        (BANK, at, &other, &body, 401, "bank-signature-wrong"),
        (BANK, at, &right, &forged, 401, "bank-signature-wrong"),
        (BANK, at + 1, &right, &body, 401, "bank-signature-wrong"),
        ("agribank", at, &right, &body, 404, "no-such-route"),
    ] {
        let (answered, problem) = post(&server, bank, sent_at, signature, body.clone()).await;
        assert_eq!((answered.as_u16(), problem["code"].as_str().unwrap()), (status, code));
    }
    // Recorded and sent again later, or from a clock that is wrong.
    for sent_at in [at - 301, at + 330, 0] {
        let signature = signature(BANK_SECRET, sent_at, &body);
        let (_, problem) = post(&server, BANK, sent_at, &signature, body.clone()).await;
        assert_eq!(problem["code"], "bank-timestamp-wrong", "{sent_at}");
    }
    assert_eq!(state(&server).await, is("waiting"));
    assert_eq!(to_see(&server).await, (0, 0), "nothing of it was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_credit_is_not_taken() {
    let server = Server::start().await;
    let with = |field: &str, value: Value| {
        let mut credit = money("FT1", ASKED, CODE);
        credit[field] = value;
        credit
    };
    for wrong in [
        json!({}),
        json!("x"),
        with("amount", json!(0)),
        with("amount", json!(-1)),
        with("amount", json!(16000.5)),
        with("amount", json!("16000")),
        with("amount", json!(u64::MAX)),
        with("transaction", json!("")),
        with("transaction", json!("a b")),
        with("transaction", json!("x".repeat(65))),
        with("bill", json!("x".repeat(201))),
        with("bill", json!("a\u{0}b")),
        with("paid_at", json!("hôm qua")),
        with("note", json!("more than was agreed")),
    ] {
        let (status, problem) = tell(&server, &wrong).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("bank-credit-wrong")), "{wrong}");
    }
    assert_eq!(tell(&server, &json!({ "bill": "x".repeat(17_000) })).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(to_see(&server).await, (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_centre_reckons_what_is_to_be_paid_by_itself() {
    let server = Server::start().await;
    let mut by_post = submission(ID, CODE, json!([]));
    by_post["answers"]["receive"] = json!("post");
    let address = by_post["answers"]["address"].clone();
    let postage = if address["province"] == "91" { 26_000 } else { 35_000 };
    by_post["answers"]["post_address"] = address;
    let (status, receipt) = server.post(&server.device, "/v1/submissions", by_post).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let (_, detail) = server.get(&server.admin, &format!("/v1/submissions/{ID}")).await;
    let amounts: Vec<_> =
        detail["payment"]["lines"].as_array().unwrap().iter().map(|line| line["amount"].as_u64().unwrap()).collect();
    assert_eq!(amounts, [ASKED, postage]);
    assert_eq!(standing(&server).await["expected"], ASKED + postage);
}
