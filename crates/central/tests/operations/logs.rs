use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::central::Central;

/// The name of a request, as who asks may give it.
const NAME: &str = "0192f0c1-7b5a-7c3e-9d21-3f6f2a9b4c5d";

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_scene_leaves_a_log_of_json_in_which_nobody_is_named() {
    let central = Central::start(&["--log-format", "json", "--log-level", "debug"]);
    let first = central.first_password();
    let device = central.device("Ki-ốt của bà Mai").await;
    let (status, signed_in) = central.sign_in("quantri", &first).await;
    assert_eq!(status, StatusCode::OK, "{signed_in}");
    let token = signed_in["token"].as_str().unwrap().to_owned();
    let secret = "một mật khẩu đủ dài của bà Mai";
    let change = json!({ "current": first, "new": secret });
    let (status, _) = central.send(Method::POST, &token, "/v1/staff/password", Some(change)).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let new =
        json!({ "account": "lan.nt", "name": "Nguyễn Thị Lan", "role": "officer", "password": "mật khẩu đầu tiên" });
    let (status, added) = central.send(Method::POST, &token, "/v1/staff/accounts", Some(new)).await;
    assert_eq!(status, StatusCode::CREATED, "{added}");
    assert_eq!(central.sign_in("lan.nt", "sai mật khẩu rồi").await.0, StatusCode::UNAUTHORIZED);
    let (_, branch) = central.send(Method::GET, &device, "/v1/branch", None).await;
    let group = &branch["groups"][0]["id"];
    let (status, ticket) =
        central.send(Method::POST, &device, "/v1/tickets", Some(json!({ "group": group, "language": "vi" }))).await;
    assert_eq!(status, StatusCode::CREATED, "{ticket}");
    let id = ticket["id"].as_str().unwrap().to_owned();
    // Codes and tokens in addresses, and a body that cannot be read.
    for path in [
        &format!("/t/{id}") as &str,
        "/d/0123456789abcdefABCDEF",
        "/p/MOTCUA-1.000656",
        "/u/follow-me-secretly",
        "/v1/procedures?q=089300123456",
        "/089300123456?token=abcdefgh",
    ] {
        central.send(Method::GET, &device, path, None).await;
    }
    let body = json!({ "applicant": "Trần Văn Marker", "citizen_number": "089300123456" });
    let refused = central.send(Method::POST, &device, "/v1/submissions", Some(body)).await;
    assert!(refused.0.is_client_error(), "{refused:?}");

    let asked = central.http.get(format!("{}/v1/nothing", central.url)).header("x-request-id", NAME);
    let answer = asked.send().await.unwrap();
    assert_eq!(answer.headers()["x-request-id"], NAME);
    assert_eq!(answer.json::<Value>().await.unwrap()["request_id"], NAME);
    let asked = central.http.get(format!("{}/v1/health", central.url)).header("x-request-id", "089300123456");
    assert_ne!(asked.send().await.unwrap().headers()["x-request-id"], "089300123456");

    let log = central.log();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |route: &str| lines.iter().filter(|line| line["span"]["route"] == route).count();
    assert!(of("/v1/tickets") > 0 && of("/t/{id}") > 0 && of("/d/{token}") > 0, "{log}");
    assert!(lines.iter().any(|line| line["span"]["id"] == NAME && line["fields"]["status"] == 404), "{log}");
    for mark in [
        device.as_str(),
        token.as_str(),
        first.as_str(),
        secret,
        id.as_str(),
        ticket["label"].as_str().unwrap(),
        "Mai",
        "Lan",
        "lan.nt",
        "mật khẩu",
        "0123456789abcdefABCDEF",
        "follow-me-secretly",
        "1.000656",
        "089300123456",
        "abcdefgh",
        "Marker",
    ] {
        assert!(!log.contains(mark), "{mark} is in the log: {:?}", log.lines().find(|line| line.contains(mark)));
    }
}
