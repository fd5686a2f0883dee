use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::server::{Server, key};

/// The order at a ticket, and what it answered.
async fn order(server: &Server, token: &str, ticket: &Value, verb: &str, body: Value) -> (StatusCode, Value) {
    server.post(token, &format!("/v1/tickets/{}/{verb}", ticket["id"].as_str().unwrap()), body).await
}

async fn call_next(server: &Server, token: &str, counter: u32) -> Value {
    let (status, called) = server.post(token, &format!("/v1/counters/{counter}/call-next"), Value::Null).await;
    assert_eq!(status, StatusCode::OK, "{called}");
    called["ticket"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_parked_resumed_transferred_and_taken_up_elsewhere() {
    let server = Server::start().await;
    let (lan, minh) = (server.officer("lan").await, server.officer("minh").await);
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    server.post(&minh, "/v1/counters/2/open", Value::Null).await;
    let ticket = server.issue("ho-tich").await;
    let land = server.issue("dat-dai").await;
    assert_eq!(call_next(&server, &lan, 1).await["id"], ticket["id"]);
    order(&server, &lan, &ticket, "start", Value::Null).await;

    assert_eq!(order(&server, &lan, &ticket, "park", Value::Null).await.1["state"], "parked");
    let (_, queue) = server.get(&lan, "/v1/queue").await;
    assert_eq!(queue["parked"][0]["label"], "A001");
    assert_eq!(call_next(&server, &lan, 1).await, Value::Null, "the counter is free");
    let (_, resumed) = order(&server, &lan, &ticket, "resume", json!({ "counter": 1 })).await;
    assert_eq!((&resumed["state"], &resumed["counter"]), (&json!("called"), &json!(1)));

    // Sent on to the land service, before those who wait there, under the same number.
    let to = json!({ "to": { "service": "dat-dai" }, "first": true });
    let (_, sent) = order(&server, &lan, &ticket, "transfer", to).await;
    assert_eq!((&sent["state"], &sent["label"], &sent["ahead"]), (&json!("waiting"), &json!("A001"), &json!(0)));
    assert_eq!(sent["issued_at"], ticket["issued_at"]);
    assert_eq!(call_next(&server, &minh, 2).await["label"], "A001");
    let (status, problem) = order(&server, &lan, &ticket, "start", Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("counter-not-yours")));
    order(&server, &minh, &ticket, "start", Value::Null).await;
    assert_eq!(order(&server, &minh, &ticket, "finish", Value::Null).await.1["state"], "finished");

    // Finished by mistake, and taken up again; after another call that is over.
    assert_eq!(order(&server, &minh, &ticket, "reopen", Value::Null).await.1["state"], "serving");
    order(&server, &minh, &ticket, "finish", Value::Null).await;
    assert_eq!(call_next(&server, &minh, 2).await["id"], land["id"]);
    let (status, problem) = order(&server, &minh, &ticket, "reopen", Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("unknown-ticket")));

    let (_, known) = server.get(&server.device, &format!("/v1/tickets/{}", ticket["id"].as_str().unwrap())).await;
    assert_eq!((&known["state"], &known["counter"]), (&json!("finished"), &json!(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_not_there_gets_one_more_chance_and_a_number_can_be_given_back() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    let (first, second) = (server.issue("ho-tich").await, server.issue("ho-tich").await);
    for _ in 0..2 {
        let called = call_next(&server, &lan, 1).await;
        order(&server, &lan, &called, "no-show", Value::Null).await;
    }
    // The second came back first: the first waits behind it, and once more is not called twice.
    assert_eq!(order(&server, &lan, &second, "return", Value::Null).await.1["state"], "waiting");
    assert_eq!(order(&server, &lan, &first, "return", Value::Null).await.1["ahead"], 1);
    let called = call_next(&server, &lan, 1).await;
    assert_eq!(called["id"], second["id"]);
    order(&server, &lan, &second, "no-show", Value::Null).await;
    let (status, problem) = order(&server, &lan, &second, "return", Value::Null).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("no-second-chance")));
    let (_, gone) = order(&server, &lan, &first, "cancel", json!({ "reason": "given-back" })).await;
    assert_eq!(gone["state"], "cancelled");
    assert_eq!(call_next(&server, &lan, 1).await, Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_keeps_the_counter_and_calls_nobody() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    let ticket = server.issue("ho-tich").await;
    let (_, counter) = server.post(&lan, "/v1/counters/1/break", Value::Null).await;
    assert!(counter["on_break"].is_string() && counter["open"] == true, "{counter}");
    let (_, problem) = server.post(&lan, "/v1/counters/1/call-next", Value::Null).await;
    assert_eq!(problem["code"], "counter-on-break");
    let (_, problem) = order(&server, &lan, &ticket, "call", json!({ "counter": 1 })).await;
    assert_eq!(problem["code"], "counter-on-break");
    let (_, counter) = server.post(&lan, "/v1/counters/1/back", Value::Null).await;
    assert_eq!(counter["on_break"], Value::Null);
    assert_eq!(order(&server, &lan, &ticket, "call", json!({ "counter": 1 })).await.1["state"], "called");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisor_sets_the_centre_up_anew_and_nobodys_change_is_lost() {
    let server = Server::start().await;
    let answer = server.http.get(server.url("/v1/branch/config")).bearer_auth(&server.admin).send().await.unwrap();
    assert_eq!(answer.headers()["etag"], "\"1\"");
    let mut config: Value = answer.json().await.unwrap();
    let put = async |version: &str, config: &Value| {
        let request = server.http.request(Method::PUT, server.url("/v1/branch/config")).bearer_auth(&server.admin);
        let request = request.header("Idempotency-Key", key()).header("If-Match", version).json(config);
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json::<Value>().await.unwrap())
    };
    config["services"][0]["daily"] = json!(1);
    config["issuing"]["press_guard_seconds"] = json!(60);
    assert_eq!(put("\"1\"", &config).await.0, StatusCode::OK);
    let (status, problem) = put("\"1\"", &config).await;
    assert_eq!((status, &problem["code"]), (StatusCode::PRECONDITION_FAILED, &json!("branch-changed")));

    server.issue("ho-tich").await;
    let ask = json!({ "group": "ho-tich", "language": "vi" });
    let (status, problem) = server.post(&server.device, "/v1/tickets", ask.clone()).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("pressed-twice")));
    assert_eq!(problem["args"]["label"], "A001");
    let other = server.enrol("Ki-ốt 2").await;
    assert_eq!(server.post(&other, "/v1/tickets", ask).await.1["code"], "service-full");

    config["services"].as_array_mut().unwrap().remove(0);
    for counter in config["counters"].as_array_mut().unwrap() {
        counter["serves"].as_array_mut().unwrap().retain(|service| service != "ho-tich");
    }
    config["groups"].as_array_mut().unwrap().remove(0);
    let (status, problem) = put("\"2\"", &config).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("service-waited-for")));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_in_three_calls_is_of_somebody_with_priority() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    server.post(&lan, "/v1/counters/1/open", Value::Null).await;
    let answer = server.http.get(server.url("/v1/branch/config")).bearer_auth(&server.admin).send().await.unwrap();
    let mut config: Value = answer.json().await.unwrap();
    config["priorities"] = json!([{ "id": "cao-tuoi", "name": { "vi": "Người từ đủ 75 tuổi" } }]);
    let request = server.http.put(server.url("/v1/branch/config")).bearer_auth(&server.admin);
    let request = request.header("Idempotency-Key", key()).header("If-Match", "1").json(&config);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
    for priority in [Value::Null, Value::Null, Value::Null, json!("cao-tuoi"), json!("cao-tuoi")] {
        let ask = json!({ "group": "ho-tich", "language": "vi", "priority": priority });
        assert_eq!(server.post(&server.device, "/v1/tickets", ask).await.0, StatusCode::CREATED);
    }
    let mut called = Vec::new();
    for _ in 0..5 {
        let ticket = call_next(&server, &lan, 1).await;
        order(&server, &lan, &ticket, "no-show", Value::Null).await;
        called.push(ticket["label"].as_str().unwrap().to_owned());
    }
    assert_eq!(called, ["A004", "A001", "A002", "A005", "A003"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_holds_one_number_of_a_field_while_it_is_of_use() {
    let server = Server::start().await;
    let (_, key) = server.get(&server.device, "/v1/devices/day-key").await;
    assert_eq!(server.get(&server.device, "/v1/devices/day-key").await.1, key, "one key a day, for all kiosks");
    assert_eq!(key["key"].as_str().unwrap().len(), 64);
    let ask = |group: &str, holder: &str| json!({ "group": group, "language": "vi", "holder": holder });
    let (lan, minh) = ("a".repeat(64), "b".repeat(64));
    let (_, first) = server.post(&server.device, "/v1/tickets", ask("ho-tich", &lan)).await;
    let (status, problem) = server.post(&server.device, "/v1/tickets", ask("ho-tich", &lan)).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("has-number")));
    assert_eq!(problem["args"]["label"], first["label"]);
    for (group, holder) in [("dat-dai", &lan), ("ho-tich", &minh)] {
        let (status, _) = server.post(&server.device, "/v1/tickets", ask(group, holder)).await;
        assert_eq!(status, StatusCode::CREATED, "{group}");
    }
    let (_, problem) = server.post(&server.device, "/v1/tickets", ask("ho-tich", "001099000001")).await;
    assert_eq!(problem["code"], "holder-wrong", "a card's number is not taken");
    order(&server, &server.admin, &first, "cancel", json!({ "reason": "given-back" })).await;
    let (status, _) = server.post(&server.device, "/v1/tickets", ask("ho-tich", &lan)).await;
    assert_eq!(status, StatusCode::CREATED, "given back, another may be taken");
}
