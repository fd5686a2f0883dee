//! What was submitted and had its time is deleted for good, and told of.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::database::Database;
use crate::server::{Server, run};
use crate::submissions::submission;

const DAY: i64 = 24 * 60 * 60 * 1000;
const PDF: &[u8] = b"%PDF-1.7 an authorisation";
const ACCEPTED: &str = "018f0000-0000-7000-8000-000000000001";
const OPEN: &str = "018f0000-0000-7000-8000-000000000002";

/// Whatever came and was accepted is so many days older, and the server looks.
async fn aged(server: &mut Server, days: i64) {
    let mut database = Database::of(server).await;
    let late = days * DAY;
    let drop = match &database {
        Database::Sqlite(_) => "DROP TRIGGER IF EXISTS submission_is_kept",
        Database::Postgres(_) => "DROP TRIGGER IF EXISTS submission_is_kept ON submission",
    };
    database
        .run(format!(
            "{drop}; UPDATE submission SET received_at = received_at - {late};
             UPDATE acceptance SET accepted_at = accepted_at - {late};
             INSERT INTO draft_wrong_proof (found_by, count, at) VALUES ('mark-{days}', 1, 0)"
        ))
        .await;
    let running = run(&server.folder).await;
    std::mem::replace(&mut server.running, running).stop().await;
    // Deleted before submissions are: when it is gone, the server looks at these.
    let marked = format!("SELECT COUNT(*) FROM draft_wrong_proof WHERE found_by = 'mark-{days}'");
    while database.one(marked.clone()).await != 0 {
        tokio::task::yield_now().await;
    }
    database.close().await;
}

async fn report(server: &Server, auditor: &str) -> Value {
    let (status, report) = server.get(auditor, "/v1/retention").await;
    assert_eq!(status, StatusCode::OK, "{report}");
    report
}

#[tokio::test(flavor = "multi_thread")]
async fn what_had_its_time_is_gone_for_good_and_its_line_stays_for_figures() {
    let mut server = Server::start().await;
    let (lan, auditor) = (server.officer("lan").await, server.member("kiem", "auditor").await);
    let (_, file) = server.upload(&server.device, PDF).await;
    let documents = json!([{ "evidence": "authorisation_family", "file": file["id"], "sha256": file["sha256"],
        "size": file["size"], "media_type": "application/pdf", "pages": 1 }]);
    let mut sent = submission(ACCEPTED, "A7KM-3XPT", documents);
    let relative = json!({ "for_whom": "other", "relation": "family", "subject_name": "Trần Thị Bình" });
    sent["answers"].as_object_mut().unwrap().extend(relative.as_object().cloned().unwrap());
    for sent in [sent, submission(OPEN, "A7KM-3XPA", json!([]))] {
        let (status, receipt) = server.post(&server.device, "/v1/submissions", sent).await;
        assert_eq!(status, StatusCode::CREATED, "{receipt}");
    }
    let accept = json!({ "papers": { "identity": { "originals": 1, "copies": 0 } } });
    let (status, problem) = server.post(&lan, &format!("/v1/submissions/{ACCEPTED}/accept"), accept).await;
    assert_eq!(status, StatusCode::OK, "{problem}");

    aged(&mut server, 170).await;
    assert_eq!(report(&server, &auditor).await, json!([]));
    aged(&mut server, 20).await;
    let gone = async {
        while report(&server, &auditor).await == json!([]) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), gone).await.expect("deleted");
    let told = report(&server, &auditor).await;
    assert_eq!(
        (&told[0]["accepted"], &told[0]["submissions"], &told[0]["files"]),
        (&json!(false), &json!(1), &json!(0))
    );
    let lan = server.sign_in("lan", crate::server::PASSWORD).await;
    let (_, list) = server.get(&lan, "/v1/submissions").await;
    let ids: Vec<_> = list.as_array().unwrap().iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, [ACCEPTED], "what was accepted is kept longer");
    assert_eq!(server.get(&lan, &format!("/v1/submissions/{OPEN}")).await.1["code"], "unknown-submission");

    aged(&mut server, 200).await;
    let gone = async {
        while report(&server, &auditor).await.as_array().unwrap().len() < 2 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), gone).await.expect("deleted");
    let told = report(&server, &auditor).await;
    assert_eq!((&told[0]["accepted"], &told[0]["files"]), (&json!(true), &json!(1)));
    let lan = server.sign_in("lan", crate::server::PASSWORD).await;
    assert_eq!(
        server.get(&lan, &format!("/v1/files/{}", file["id"].as_str().unwrap())).await.1["code"],
        "unknown-file"
    );
    let mut database = Database::of(&server).await;
    assert_eq!(database.one("SELECT COUNT(*) FROM sealed_key").await, 0);
    assert_eq!(database.one("SELECT COUNT(*) FROM submission WHERE applicant = ''").await, 2, "the lines stay");
    let (_, rows) = server.get(&auditor, "/v1/audit?verb=submission.delete").await;
    let subjects: Vec<_> = rows.as_array().unwrap().iter().map(|row| &row["subject"]).collect();
    assert_eq!(subjects, [ACCEPTED, OPEN]);
    // What was sent and is sent once more by a machine that was cut off is not taken anew.
    let (status, problem) =
        server.post(&server.device, "/v1/submissions", submission(OPEN, "A7KM-3XPA", json!([]))).await;
    assert_eq!(status, StatusCode::OK, "the same receipt: {problem}");
}
