use std::net::{IpAddr, Ipv4Addr};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::server::{PASSWORD, Server, run};

/// More names than a place may try, and many times more tries.
const TRIES: usize = 1_000;

async fn sign_in(server: &Server, http: &Client, account: &str, password: &str) -> (StatusCode, Value) {
    let body = json!({ "account": account, "password": password });
    let answer = http.post(server.url("/v1/staff/sign-in")).json(&body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn many_wrong_passwords_delay_only_where_they_are_tried_and_a_restart_forgets_none() {
    let server = Server::start().await;
    let mut waits = 0;
    for number in 0..TRIES {
        let (status, problem) = sign_in(&server, &server.http, &format!("ten{number}"), "đoán mò").await;
        match problem["code"].as_str().unwrap() {
            "sign-in-wrong" => assert_eq!(status, StatusCode::UNAUTHORIZED),
            "sign-in-wait" => waits += 1,
            other => panic!("{other}"),
        }
    }
    assert_eq!(waits, TRIES - 50, "a place has fifty names");

    let Server { running, folder, http, device, admin, first_password } = server;
    running.stop().await;
    let server = Server { running: run(&folder).await, folder, http, device, admin, first_password };
    let (status, problem) = sign_in(&server, &server.http, "ten-moi", "đoán mò").await;
    assert_eq!((status, &problem["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!("sign-in-wait")));

    let elsewhere = Client::builder().local_address(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2))).build().unwrap();
    assert_eq!(sign_in(&server, &elsewhere, "quantri", PASSWORD).await.0, StatusCode::OK);
}
