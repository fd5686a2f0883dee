use std::sync::Arc;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::database::Database;
use crate::server::Server;

fn ticket(group: &str) -> Option<Value> {
    Some(json!({ "group": group, "language": "vi" }))
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_key_nothing_is_written() {
    let server = Server::start().await;
    let (status, problem) = server.send(Method::POST, &server.device, None, "/v1/tickets", ticket("ho-tich")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("idempotency-key-missing")));
    assert_eq!(server.issue("ho-tich").await["label"], "A001");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_gives_the_stored_answer_and_has_one_effect() {
    let server = Server::start().await;
    let send = async |token: &str, path: &str, body| server.send(Method::POST, token, Some("k"), path, body).await;
    let first = send(&server.device, "/v1/tickets", ticket("ho-tich")).await;
    assert_eq!(first.0, StatusCode::CREATED);
    assert_eq!(send(&server.device, "/v1/tickets", ticket("ho-tich")).await, first);
    assert_eq!(server.issue("ho-tich").await["label"], "A002");
    // Another payload under the key, and the same payload from another device.
    let (status, problem) = send(&server.device, "/v1/tickets", ticket("dat-dai")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("idempotency-key-reused")));
    let other = server.enrol("Ki-ốt 2").await;
    assert_eq!(send(&other, "/v1/tickets", ticket("ho-tich")).await.1["label"], "A003");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stored_refusal_is_given_again_and_left_no_trace() {
    let server = Server::start().await;
    let revision = server.get(&server.device, "/v1/queue").await.1["revision"].clone();
    let open = async || server.send(Method::POST, &server.admin, Some("k"), "/v1/counters/1/call-next", None).await;
    let refused = open().await;
    assert_eq!(refused.1["code"], "counter-not-yours");
    assert_eq!(server.get(&server.device, "/v1/queue").await.1["revision"], revision);
    server.post(&server.admin, "/v1/counters/1/open", Value::Null).await;
    assert_eq!(open().await, refused);
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_many_times_at_once_it_happens_once() {
    let server = Arc::new(Server::start().await);
    let asks: Vec<_> = (0..24)
        .map(|_| {
            let server = Arc::clone(&server);
            tokio::spawn(async move {
                server.send(Method::POST, &server.device, Some("k"), "/v1/tickets", ticket("ho-tich")).await
            })
        })
        .collect();
    let mut issued = 0;
    for ask in asks {
        let (status, body) = ask.await.unwrap();
        match status {
            StatusCode::CREATED => assert_eq!(body["label"], "A001"),
            StatusCode::CONFLICT => assert_eq!(body["code"], "still-running"),
            other => panic!("{other}: {body}"),
        }
        issued += usize::from(status == StatusCode::CREATED);
    }
    assert!(issued >= 1);
    assert_eq!(server.issue("ho-tich").await["label"], "A002");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_first_is_carried_out_the_second_is_told_so() {
    let server = Server::start().await;
    // A lock on the database holds the first one up.
    let mut lock = Database::of(&server).await;
    lock.run(match &lock {
        Database::Sqlite(_) => "BEGIN IMMEDIATE",
        Database::Postgres(_) => "BEGIN; LOCK TABLE event IN ACCESS EXCLUSIVE MODE",
    })
    .await;
    let one = server.send(Method::POST, &server.device, Some("k"), "/v1/tickets", ticket("ho-tich"));
    let other = server.send(Method::POST, &server.device, Some("k"), "/v1/tickets", ticket("ho-tich"));
    tokio::pin!(one, other);
    // Whichever came second is told so at once; the first is answered when the lock is gone.
    let ((status, problem), one_is_second) = tokio::select! {
        told = &mut one => (told, true),
        told = &mut other => (told, false),
    };
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("still-running")));
    lock.run("ROLLBACK").await;
    let (status, body) = if one_is_second { other.await } else { one.await };
    assert_eq!((status, &body["label"]), (StatusCode::CREATED, &json!("A001")));
}
