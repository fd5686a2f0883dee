//! The audit: what is in it, who reads it, and that it shows when it was changed.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::database::Database;
use crate::events::Stream;
use crate::server::{Server, run};
use crate::submissions::submission;

const ID: &str = "018f0000-0000-7000-8000-000000000001";

/// The rows as an auditor sees them, the oldest first.
async fn rows(server: &Server, auditor: &str, query: &str) -> Vec<Value> {
    let (status, rows) = server.get(auditor, &format!("/v1/audit?limit=200{query}")).await;
    assert_eq!(status, StatusCode::OK, "{rows}");
    let mut rows = rows.as_array().unwrap().clone();
    rows.reverse();
    rows
}

fn verbs(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["verb"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_did_and_read_what_is_kept_by_reference_and_once() {
    let server = Server::start().await;
    let (status, receipt) =
        server.post(&server.device, "/v1/submissions", submission(ID, "A7KM-3XPT", json!([]))).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let (lan, auditor) = (server.officer("lan").await, server.member("kiem", "auditor").await);
    for _ in 0..3 {
        server.get(&lan, "/v1/submissions").await;
        server.get(&lan, &format!("/v1/submissions/{ID}")).await;
    }
    let accept = json!({ "papers": { "identity": { "originals": 1, "copies": 0 } } });
    let path = format!("/v1/submissions/{ID}/accept");
    let (status, accepted) = server.post(&lan, &path, accept.clone()).await;
    assert_eq!(status, StatusCode::OK, "{accepted}");
    server.post(&lan, &path, accept).await;
    let (status, _) = server.get(&auditor, &format!("/v1/submissions/{ID}")).await;
    assert_eq!(status, StatusCode::FORBIDDEN);

    let about = rows(&server, &auditor, &format!("&subject={ID}")).await;
    assert_eq!(
        verbs(&about),
        ["submission.send", "submission.read", "submission.accept", "submission.accept", "submission.read"]
    );
    let outcomes: Vec<_> = about.iter().map(|row| row["outcome"].as_u64().unwrap()).collect();
    assert_eq!(outcomes, [201, 200, 200, 409, 403], "what was refused is there as well");
    assert!(about[0]["who"].as_str().unwrap().starts_with("device:"));
    assert_eq!(about[0]["after"], "received");
    assert_eq!((&about[1]["who"], &about[4]["who"]), (&json!("staff:lan"), &json!("staff:kiem")));
    let dossier = format!("dossier:{}", accepted["dossier_code"].as_str().unwrap());
    assert_eq!((&about[2]["before"], &about[2]["after"]), (&json!("received"), &json!(dossier)));

    let of_lan = rows(&server, &auditor, "&who=staff:lan").await;
    let expected = ["staff.sign-in", "staff.change-password", "submission.list", "submission.read"];
    assert_eq!(verbs(&of_lan)[..4], expected);
    assert_eq!(verbs(&rows(&server, &auditor, "&verb=staff").await)[..2], ["staff.sign-in", "staff.change-password"]);
    let all = rows(&server, &auditor, "").await;
    let text = Value::from(all.clone()).to_string();
    assert!(!text.contains("Nguyễn") && !text.contains("089195000123") && !text.contains("A7KM"), "{text}");
    let numbers: Vec<_> = all.iter().map(|row| row["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=all.len() as u64).collect::<Vec<_>>());
    let (_, part) = server.get(&auditor, "/v1/audit?limit=2&before=4").await;
    let numbers: Vec<_> = part.as_array().unwrap().iter().map(|row| &row["number"]).collect();
    assert_eq!(numbers, [3, 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_names_only_an_account_that_is_there() {
    let server = Server::start().await;
    server.officer("lan").await;
    let auditor = server.member("kiem", "auditor").await;
    for account in ["lan", "mật khẩu gõ nhầm chỗ"] {
        let body = json!({ "account": account, "password": "không phải mật khẩu" });
        let (status, _) = server.send(reqwest::Method::POST, "", None, "/v1/staff/sign-in", Some(body)).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
    }
    let refused: Vec<_> = rows(&server, &auditor, "&verb=staff.sign-in").await;
    let refused: Vec<_> = refused.iter().filter(|row| row["outcome"] == 401).map(|row| &row["who"]).collect();
    assert_eq!(refused, ["staff:lan", "nobody"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_was_changed_taken_out_or_cut_off_is_found() {
    let mut server = Server::start().await;
    server.officer("lan").await;
    let auditor = server.member("kiem", "auditor").await;
    let (_, head) = server.get(&auditor, "/v1/audit/head").await;
    let written_down = || serde_json::from_value(head.clone()).unwrap();
    let database = server.database().await;
    let verify = async |expected| motcua_central::verify_audit(&database, expected).await.unwrap();
    assert_eq!(verify(None).await.unwrap(), written_down());
    server.member("sau", "officer").await;
    assert!(verify(Some(written_down())).await.is_ok(), "what was written down stays in it");
    server.running.stop().await;

    let mut file = Database::at(&database).await;
    let newest = file.one("SELECT MAX(number) FROM audit").await.as_u64().unwrap();
    for forbidden in ["UPDATE audit SET who = 'x'", "DELETE FROM audit"] {
        assert!(file.try_run(forbidden).await.is_err(), "{forbidden}");
    }
    file.run(match &file {
        Database::Sqlite(_) => "DROP TRIGGER audit_is_kept; DROP TRIGGER audit_stays",
        Database::Postgres(_) => "DROP TRIGGER audit_is_kept ON audit; DROP TRIGGER audit_stays ON audit",
    })
    .await;
    let fault = async |file: &mut Database, change: &str, back: &str| {
        file.run(change).await;
        let found = verify(Some(written_down())).await.err().map(|fault| fault.to_string());
        file.run(back).await;
        assert!(verify(Some(written_down())).await.is_ok(), "{back}");
        found.unwrap_or_default()
    };
    let changed = fault(
        &mut file,
        "UPDATE audit SET outcome = 999 WHERE number = 2",
        "UPDATE audit SET outcome = 204 WHERE number = 2",
    )
    .await;
    assert!(changed.contains("row 2 was changed"), "{changed}");
    let swapped = "UPDATE audit SET number = -number WHERE number IN (2, 3);
        UPDATE audit SET number = number + 5 WHERE number IN (-2, -3)";
    assert!(
        fault(
            &mut file,
            swapped,
            "UPDATE audit SET number = -number WHERE number IN (2, 3);
        UPDATE audit SET number = number + 5 WHERE number IN (-2, -3)"
        )
        .await
        .contains("row 2 was changed")
    );
    let kept = format!(
        "CREATE TABLE aside AS SELECT * FROM audit WHERE number >= {newest}; DELETE FROM audit WHERE number >= {newest}"
    );
    let back = "INSERT INTO audit SELECT * FROM aside; DROP TABLE aside";
    assert_eq!(fault(&mut file, &kept, back).await, "", "the tail alone cannot be missed without a newer head");
    let kept = "CREATE TABLE aside AS SELECT * FROM audit WHERE number = 3; DELETE FROM audit WHERE number = 3";
    assert!(fault(&mut file, kept, back).await.contains("missing before row 4"));
    let from = head["number"].as_u64().unwrap();
    let kept = format!(
        "CREATE TABLE aside AS SELECT * FROM audit WHERE number >= {from}; DELETE FROM audit WHERE number >= {from}"
    );
    assert!(fault(&mut file, &kept, back).await.contains("written down"));
    server.running = run(&server.folder).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_whose_right_is_taken_away_is_out_at_once() {
    let server = Server::start().await;
    let (status, code) = server.post(&server.admin, "/v1/devices/codes", Value::Null).await;
    assert_eq!(status, StatusCode::CREATED, "{code}");
    let enrol = json!({ "code": code["code"], "name": "Ki-ốt 2" });
    let (status, enrolled) = server.send(reqwest::Method::POST, "", None, "/v1/devices/enrol", Some(enrol)).await;
    assert_eq!(status, StatusCode::CREATED);
    let other = enrolled["token"].as_str().unwrap();
    let mut stream = Stream::open_at(&server, other, None).await;
    assert_eq!(server.get(other, "/v1/branch").await.0, StatusCode::OK);
    let (_, known) = server.get(&server.admin, "/v1/devices/enrolled").await;
    assert_eq!((&known[1]["name"], &known[1]["revoked_at"]), (&json!("Ki-ốt 2"), &Value::Null));

    let path = format!("/v1/devices/{}/revoke", enrolled["device_id"].as_str().unwrap());
    assert_eq!(server.post(&server.admin, &path, Value::Null).await.0, StatusCode::NO_CONTENT);
    let (status, problem) = server.get(other, "/v1/branch").await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("token-unknown")));
    tokio::time::timeout(std::time::Duration::from_secs(10), stream.ended()).await.expect("its stream ends");
    assert_eq!(server.get(&server.device, "/v1/branch").await.0, StatusCode::OK, "no other is touched");
    let (_, known) = server.get(&server.admin, "/v1/devices/enrolled").await;
    assert!(known[1]["revoked_at"].is_string());
    let nobody = "/v1/devices/018f0000-0000-7000-8000-00000000dead/revoke";
    assert_eq!(server.post(&server.admin, nobody, Value::Null).await.1["code"], "unknown-device");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_reset_and_closed_and_its_sessions_end() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    let reset = json!({ "password": "mật khẩu mới tinh" });
    let (status, problem) = server.post(&server.admin, "/v1/staff/accounts/lan/password", reset).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{problem}");
    assert_eq!(server.get(&lan, "/v1/staff/me").await.0, StatusCode::UNAUTHORIZED);
    let lan = server.sign_in("lan", "mật khẩu mới tinh").await;
    assert_eq!(server.get(&lan, "/v1/payments").await.1["code"], "password-change-required");
    assert_eq!(server.post(&server.admin, "/v1/staff/accounts/lan/close", Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(server.get(&lan, "/v1/staff/me").await.0, StatusCode::UNAUTHORIZED);
    let body = json!({ "account": "lan", "password": "mật khẩu mới tinh" });
    let (status, problem) = server.send(reqwest::Method::POST, "", None, "/v1/staff/sign-in", Some(body)).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("sign-in-wrong")));
    let own = server.post(&server.admin, "/v1/staff/accounts/quantri/close", Value::Null).await;
    assert_eq!((own.0, &own.1["code"]), (StatusCode::CONFLICT, &json!("account-own")));
    let unknown = server.post(&server.admin, "/v1/staff/accounts/khong-co/close", Value::Null).await;
    assert_eq!(unknown.1["code"], "unknown-account");
    let again = json!({ "account": "lan", "name": "Lan", "role": "officer", "password": "mật khẩu đầu tiên" });
    assert_eq!(
        server.post(&server.admin, "/v1/staff/accounts", again).await.1["code"],
        "account-taken",
        "a name is never another's"
    );
}
