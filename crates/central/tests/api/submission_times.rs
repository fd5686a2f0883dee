//! Times that are chosen with a submission, and held by the central system.

use reqwest::StatusCode;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::appointments::open_all_day;
use crate::server::Server;

const ID: &str = "018f0000-0000-7000-8000-000000000001";
const CODE: &str = "A7KM-3XPT";
const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// Copies to be certified for somebody who chose when to come.
fn submission(id: &str, code: &str, wanted: &str) -> Value {
    let hash: String = Sha256::digest(TOKEN).iter().map(|byte| format!("{byte:02x}")).collect();
    json!({
        "id": id, "code": code, "procedure": "2.000815", "form_version": 2,
        "made_at": "2026-11-23T08:00:00.000+07:00", "language": "vi",
        "answers": {
            "applicant_name": "Nguyễn Văn An", "applicant_number": "089195000123",
            "applicant_birth_date": "1995-03-02", "address": { "text": "12 Trần Hưng Đạo, phường Long Xuyên, An Giang" },
            "papers": [{ "name": "Bằng tốt nghiệp", "pages": 1, "copies": 1 }], "visit_time": wanted
        },
        "consents": [{ "purpose": "process", "text_version": 1, "at": "2026-11-23T07:58:00.000+07:00", "method": "touch" }],
        "documents": [], "follow_sha256": hash
    })
}

/// A time of the last day that can be booked for certified copies, as the wire has it and as it is answered.
async fn last_day(server: &Server) -> (Value, Value, String) {
    let (_, days) = server.get(&server.device, "/v1/appointments/slots?service=chung-thuc").await;
    let slot = days.as_array().unwrap().last().unwrap()["slots"][100].clone();
    let wanted = slot["start"].as_str().unwrap()[..16].to_owned();
    (slot["start"].clone(), slot, wanted)
}

async fn send(server: &Server, body: &Value) -> (StatusCode, Value) {
    server.post(&server.device, "/v1/submissions", body.clone()).await
}

async fn followed(server: &Server) -> String {
    server.http.get(server.url(&format!("/d/{TOKEN}"))).send().await.unwrap().text().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_is_free_is_held_once_with_its_submission() {
    let server = Server::start().await;
    open_all_day(&server).await;
    let (start, slot, wanted) = last_day(&server).await;
    assert_eq!(slot["free"], 1);
    let sent = submission(ID, CODE, &wanted);
    let (status, receipt) = send(&server, &sent).await;
    assert_eq!((status, &receipt["time"]["state"]), (StatusCode::CREATED, &json!("held")), "{receipt}");
    let appointment = receipt["time"]["appointment"].clone();
    assert_eq!((&appointment["start"], &appointment["state"]), (&start, &json!("booked")));
    // The same once more, under another key: the same appointment, and no other.
    assert_eq!(send(&server, &sent).await, (StatusCode::OK, receipt.clone()));
    let lan = server.officer("lan").await;
    let day = format!("/v1/appointments?date={}", &wanted[..10]);
    let listed = server.get(&lan, &day).await.1;
    assert_eq!((listed.as_array().unwrap().len(), &listed[0]["code"]), (1, &appointment["code"]));

    // It is an appointment like any other, and everybody who asks is told of it.
    let own = format!("/v1/appointments/{}", appointment["code"].as_str().unwrap());
    assert_eq!(server.get(&server.device, &own).await.1, appointment);
    let known = |answer: Value| answer["time"]["appointment"]["id"].clone();
    assert_eq!(known(server.get(&server.device, &format!("/v1/lookup/{CODE}")).await.1), appointment["id"]);
    assert_eq!(known(server.get(&lan, &format!("/v1/submissions/{ID}")).await.1), appointment["id"]);
    let page = followed(&server).await;
    assert!(page.contains(&format!("/a/{}", appointment["id"].as_str().unwrap())), "{page}");

    let cancel = format!("/v1/appointments/{}/cancel", appointment["id"].as_str().unwrap());
    assert_eq!(server.post(&lan, &cancel, Value::Null).await.0, StatusCode::OK);
    assert!(followed(&server).await.contains("Lịch hẹn này đã hủy"));
    let (_, accepted) = server.post(&lan, &format!("/v1/submissions/{ID}/accept"), json!({})).await;
    let dossier = format!("/v1/lookup/{}", accepted["dossier_code"].as_str().unwrap());
    let (_, found) = server.get(&server.device, &dossier).await;
    assert_eq!((&found["state"], &found["time"]), (&json!("accepted"), &Value::Null), "its code can be guessed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_somebody_took_meanwhile_refuses_nothing_and_is_said() {
    let server = Server::start().await;
    open_all_day(&server).await;
    let (start, _, wanted) = last_day(&server).await;
    let faster = json!({ "service": "chung-thuc", "start": start });
    assert_eq!(server.post(&server.device, "/v1/appointments", faster).await.0, StatusCode::CREATED);
    let (status, receipt) = send(&server, &submission(ID, CODE, &wanted)).await;
    let taken = json!({ "state": "taken", "start": start });
    assert_eq!((status, &receipt["time"]), (StatusCode::CREATED, &taken));
    assert_eq!(server.get(&server.device, &format!("/v1/lookup/{CODE}")).await.1["time"], taken);
    let page = followed(&server).await;
    assert!(page.contains("Chưa giữ được giờ này") && !page.contains("/a/"), "{page}");
    // Nor is one held that is over since.
    let late = submission("018f0000-0000-7000-8000-000000000002", "A7KM-3XPA", "2026-11-02T08:00");
    let (status, receipt) = send(&server, &without_token(late)).await;
    assert_eq!((status, &receipt["time"]["state"]), (StatusCode::CREATED, &json!("taken")), "{receipt}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_times_can_be_booked_a_wish_stays_a_wish() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    for (n, (wanted, told)) in [
        ("2026-12-03/morning", json!({ "state": "wish", "date": "2026-12-03", "part": "morning" })),
        ("later", json!({ "state": "later" })),
        ("2026-12-03T08:00", json!({ "state": "taken", "start": "2026-12-03T08:00:00.000+07:00" })),
    ]
    .into_iter()
    .enumerate()
    {
        let id = format!("018f0000-0000-7000-8000-00000000000{n}");
        let body = without_token(submission(&id, &format!("A7KM-3XP{}", ["A", "B", "C"][n]), wanted));
        let (status, receipt) = send(&server, &body).await;
        assert_eq!((status, &receipt["time"]), (StatusCode::CREATED, &told), "{receipt}");
    }
    assert_eq!(server.get(&lan, "/v1/appointments?date=2026-12-03").await.1, json!([]));
    let (status, problem) = send(&server, &submission(ID, CODE, "mai")).await;
    assert_eq!((status.as_u16(), &problem["args"]["fields"]), (422, &json!("visit_time")));
}

/// Two submissions are not followed by one token.
fn without_token(mut body: Value) -> Value {
    body.as_object_mut().unwrap().remove("follow_sha256");
    body
}
