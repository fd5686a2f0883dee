use motcua_domain::time::Moment;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::events::Stream;
use crate::server::{Server, key, run};

pub fn status(printer: Value) -> Value {
    json!({ "faces": ["citizen"], "printer": printer, "mute": false, "unsent": 2, "untold": 0, "prints_cut_off": 0,
        "forms_left_out": 0, "version": "0.1.0" })
}

async fn ask(server: &Server, token: &str) -> (StatusCode, Value) {
    server.post(token, "/v1/devices/help", Value::Null).await
}

async fn answer(server: &Server, token: &str, device: &str) -> (StatusCode, Value) {
    server.post(token, &format!("/v1/devices/{device}/help/answered"), Value::Null).await
}

/// The machines as staff see them.
async fn devices(server: &Server) -> Value {
    let (status, devices) = server.get(&server.admin, "/v1/devices").await;
    assert_eq!(status, StatusCode::OK, "{devices}");
    devices
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_what_each_machine_said_of_itself_last() {
    let server = Server::start().await;
    let other = server.enrol("Ki-ốt 2").await;
    server.enrol("Bảng 1").await;
    assert_eq!(devices(&server).await, json!([]), "a machine that never spoke is not missed");
    let tell = async |token: &str, status: Value| server.post(token, "/v1/devices/status", status).await;
    let ready = json!({ "ready": true, "cause": null });
    let empty = json!({ "ready": false, "cause": "no_paper" });
    assert_eq!(tell(&server.device, status(ready)).await.0, StatusCode::NO_CONTENT);
    assert_eq!(tell(&other, status(Value::Null)).await.0, StatusCode::NO_CONTENT);
    let heard: Moment = devices(&server).await[0]["heard_at"].as_str().unwrap().parse().unwrap();
    tell(&server.device, status(empty.clone())).await;
    let known = devices(&server).await;
    assert_eq!(known[0]["name"], "Ki-ốt 1");
    assert_eq!(known[0]["status"], status(empty));
    assert!(known[0]["heard_at"].as_str().unwrap().parse::<Moment>().unwrap() >= heard);
    assert_eq!((&known[0]["stale"], &known[0]["help"]), (&json!(false), &Value::Null));
    assert_eq!((&known[1]["name"], &known[1]["status"]["unsent"]), (&json!("Ki-ốt 2"), &json!(2)));
    assert_eq!(known.as_array().unwrap().len(), 2);

    let revision = server.get(&server.device, "/v1/queue").await.1["revision"].clone();
    assert_eq!(revision, 1, "nothing of it is in the log");
    let mut long = status(Value::Null);
    long["version"] = json!("1".repeat(41));
    assert_eq!(tell(&server.device, long).await.1["code"], "status-wrong");
    let mut more = status(Value::Null);
    more["camera"] = json!(true);
    assert_eq!(tell(&server.device, more).await.1["code"], "body-not-understood");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_fell_silent_is_not_forgotten_by_a_restart() {
    let server = Server::start().await;
    server.post(&server.device, "/v1/devices/status", status(Value::Null)).await;
    let before = devices(&server).await;
    let Server { running, folder, http, device, admin, first_password } = server;
    running.stop().await;
    let server = Server { running: run(&folder).await, folder, http, device, admin, first_password };
    let known = devices(&server).await;
    assert_eq!((&known[0]["id"], &known[0]["name"]), (&before[0]["id"], &json!("Ki-ốt 1")));
    assert_eq!(known[0]["status"], Value::Null, "what it said may be true no more");
    let heard = |devices: &Value| devices[0]["heard_at"].as_str().unwrap().parse::<Moment>().unwrap().millis();
    assert!((heard(&known) - heard(&before)).abs() < 60_000, "it is kept to the minute");
    assert_eq!(known[0]["stale"], false, "the server has only begun to listen");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_for_help_reaches_those_who_listen_and_is_answered_by_one() {
    let server = Server::start().await;
    let (lan, minh) = (server.officer("lan").await, server.officer("minh").await);
    server.post(&server.device, "/v1/devices/status", status(Value::Null)).await;
    let id = devices(&server).await[0]["id"].as_str().unwrap().to_owned();
    let told = json!({ "kind": "help", "device": id });
    let own = async || server.get(&server.device, "/v1/devices/help").await.1;
    let end = async || {
        let key = key();
        server.send(Method::DELETE, &server.device, Some(&key), "/v1/devices/help", None).await
    };
    assert_eq!(own().await, Value::Null);
    assert_eq!(answer(&server, &lan, &id).await.1["code"], "no-help-call");
    let mut stream = Stream::open(&server, Some(1)).await;

    let (status, call) = ask(&server, &server.device).await;
    assert_eq!((status, &call["answer"]), (StatusCode::OK, &Value::Null));
    assert_eq!(stream.news().await, (2, told.clone()));
    assert_eq!(ask(&server, &server.device).await.1, call, "a second call while one is open is the same");
    assert_eq!(devices(&server).await[0]["help"], call);

    let (_, answered) = answer(&server, &lan, &id).await;
    assert_eq!((&answered["answer"]["account"], &answered["since"]), (&json!("lan"), &call["since"]));
    assert_eq!(stream.news().await, (3, told.clone()));
    assert_eq!(answer(&server, &lan, &id).await.1, answered, "said twice");
    assert_eq!(answer(&server, &minh, &id).await.1["code"], "help-answered");
    assert_eq!(own().await, answered);

    assert_eq!(end().await, (StatusCode::OK, Value::Null));
    assert_eq!(stream.news().await, (4, told.clone()));
    end().await;
    ask(&server, &server.device).await;
    assert_eq!(stream.news().await, (5, told.clone()), "what changes nothing is no news");
    // Who comes later is told the same.
    let mut late = Stream::open(&server, Some(3)).await;
    assert_eq!(late.news().await, (4, told));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_call_survives_a_restart() {
    let server = Server::start().await;
    server.post(&server.device, "/v1/devices/status", status(Value::Null)).await;
    let (_, call) = ask(&server, &server.device).await;
    let Server { running, folder, http, device, admin, first_password } = server;
    running.stop().await;
    let server = Server { running: run(&folder).await, folder, http, device, admin, first_password };
    assert_eq!(devices(&server).await[0]["help"], call);
}
