use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::central::Central;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_says_that_it_lives_and_that_it_can_work() {
    let central = Central::start(&[]);
    let text = central.http.get(format!("{}/healthz", central.url)).send().await.unwrap();
    assert_eq!((text.status(), text.text().await.unwrap().as_str()), (StatusCode::OK, "ok\n"));
    let (status, ready) = central.send(Method::GET, "", "/readyz", None).await;
    assert_eq!(status, StatusCode::OK, "{ready}");
    assert_eq!(ready, json!({ "ready": true, "reads": true, "writes": true, "disk": true }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_whose_database_another_process_holds_is_not_ready() {
    use sqlx::{Connection, Executor};
    let central = Central::start(&[]);
    let mut holder = sqlx::SqliteConnection::connect(&central.database()).await.unwrap();
    holder.execute("BEGIN IMMEDIATE").await.unwrap();
    let (status, ready) = central.send(Method::GET, "", "/readyz", None).await;
    assert_eq!((status, &ready["writes"]), (StatusCode::SERVICE_UNAVAILABLE, &json!(false)), "{ready}");
    holder.execute("ROLLBACK").await.unwrap();
    // What waited is committed now, and the next question finds it so.
    let ready = async {
        while central.send(Method::GET, "", "/readyz", None).await.0 != StatusCode::OK {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), ready).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_count_what_was_done_and_name_nobody() {
    let central = Central::start(&[]);
    let device = central.device("Ki-ốt của bà Mai").await;
    let body = json!({ "group": "chung-thuc", "language": "vi" });
    let (_, branch) = central.send(Method::GET, &device, "/v1/branch", None).await;
    let group = branch["groups"][0]["id"].as_str().unwrap().to_owned();
    let body = json!({ "group": group, "language": body["language"] });
    let (status, ticket) = central.send(Method::POST, &device, "/v1/tickets", Some(body)).await;
    assert_eq!(status, StatusCode::CREATED, "{ticket}");
    let id = ticket["id"].as_str().unwrap();
    central.http.get(format!("{}/t/{id}", central.url)).send().await.unwrap();
    central.http.get(format!("{}/089300123456", central.url)).send().await.unwrap();
    let stream = central.http.get(format!("{}/v1/events", central.url)).bearer_auth(&device).send().await.unwrap();
    let says =
        json!({ "faces": ["citizen"], "printer": null, "mute": false, "unsent": 3, "untold": 2, "version": "1" });
    let (status, said) = central.send(Method::POST, &device, "/v1/devices/status", Some(says)).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{said}");

    let answer = central.http.get(format!("{}/metrics", central.url)).send().await.unwrap();
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("application/openmetrics-text"));
    let text = answer.text().await.unwrap();
    for line in [
        "motcua_requests_total{method=\"POST\",route=\"/v1/tickets\",status=\"201\"} 1",
        "motcua_requests_total{method=\"GET\",route=\"/t/{id}\",status=\"200\"} 1",
        "motcua_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1",
        "motcua_request_seconds_count{method=\"POST\",route=\"/v1/tickets\"} 1",
        "motcua_tickets{state=\"waiting\"} 1",
        "motcua_streams_open 1",
        "motcua_machines_heard 1",
        "motcua_submissions_unsent 3",
        "motcua_tickets_untold 2",
        "motcua_commits_failed_total 0",
    ] {
        assert!(text.lines().any(|one| one == line), "no {line} in {text}");
    }
    for name in
        ["motcua_commit_changes_count", "motcua_commit_seconds_count", "motcua_database_bytes", "motcua_memory_bytes"]
    {
        let value = text.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<f64>().ok());
        assert!(value.is_some_and(|value| value > 0.0), "{name}: {text}");
    }
    let label = ticket["label"].as_str().unwrap();
    for mark in [id, label, device.as_str(), "Mai", "089300123456", "Ki-ốt"] {
        assert!(!text.contains(mark), "{mark} is in {text}");
    }
    drop(stream);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_token_in_the_settings_figures_are_for_who_has_it() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = crate::central::file(folder.path(), "metrics.token", "0123456789abcdef0123\n");
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let central = Central::start_in(folder, &["--metrics-token-file", "metrics.token"]);
    assert_eq!(central.send(Method::GET, "", "/metrics", None).await.0, StatusCode::NOT_FOUND);
    assert_eq!(central.send(Method::GET, "0123456789abcdef0123", "/metrics", None).await.0, StatusCode::OK);
}
