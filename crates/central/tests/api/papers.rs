use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::server::Server;

/// A reprint of a ticket's paper, as a kiosk tells of it.
fn reprint(ticket: &Value, copy: u32, end: &str) -> Value {
    json!({
        "id": Uuid::now_v7(), "paper": "ticket", "of": ticket["id"],
        "deed": { "what": "reprinted", "copy": copy, "end": end }, "at": "2026-11-23T08:05:00.000+07:00",
    })
}

/// How often the paper of a ticket was printed again, as officers see it.
async fn reprints(server: &Server, ticket: &Value) -> Value {
    let path = format!("/v1/tickets/{}", ticket["id"].as_str().unwrap());
    server.get(&server.admin, &path).await.1["reprints"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_that_was_printed_again_is_the_same_number_and_says_how_often() {
    let server = Server::start().await;
    let ticket = server.issue("ho-tich").await;
    assert_eq!(reprints(&server, &ticket).await, 0);
    let tell = async |event: Value| server.post(&server.device, "/v1/papers/events", event).await.0;
    let first = reprint(&ticket, 1, "printed");
    assert_eq!(tell(first.clone()).await, StatusCode::NO_CONTENT);
    assert_eq!(tell(first).await, StatusCode::NO_CONTENT, "told again because its answer was lost");
    assert_eq!(reprints(&server, &ticket).await, 1);
    tell(reprint(&ticket, 2, "failed")).await;
    assert_eq!(reprints(&server, &ticket).await, 1, "no paper came");
    tell(reprint(&ticket, 3, "unknown")).await;
    assert_eq!(reprints(&server, &ticket).await, 2, "a paper may have come");
    let queue = server.get(&server.admin, "/v1/queue").await.1;
    assert_eq!(queue["waiting"].as_array().unwrap().len(), 1);
    assert_eq!(queue["waiting"][0]["label"], ticket["label"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_of_a_paper_comes_from_a_machine_and_is_of_a_reasonable_size() {
    let server = Server::start().await;
    let ticket = server.issue("ho-tich").await;
    let tell = async |token: &str, event: Value| server.post(token, "/v1/papers/events", event).await;
    assert_eq!(tell(&server.admin, reprint(&ticket, 1, "printed")).await.1["code"], "device-only");
    let mut wrong = reprint(&ticket, 1, "printed");
    wrong["paper"] = json!("Nguyễn Thị Sen");
    assert_eq!(tell(&server.device, wrong).await.1["code"], "paper-event-wrong");
    let mut more = reprint(&ticket, 1, "printed");
    more["name"] = json!("Nguyễn Thị Sen");
    assert_eq!(tell(&server.device, more).await.1["code"], "body-not-understood");
    // A paper of something that this server does not know is kept all the same.
    let said = json!({ "id": Uuid::now_v7(), "paper": "receipt", "of": Uuid::now_v7(), "deed": { "what": "said_printed" },
        "at": "2026-11-23T08:05:00.000+07:00" });
    assert_eq!(tell(&server.device, said).await.0, StatusCode::NO_CONTENT);
    assert_eq!(reprints(&server, &ticket).await, 0);
}
