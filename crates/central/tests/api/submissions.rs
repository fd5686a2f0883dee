use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::catalogue::{import, record};
use crate::server::Server;

const PDF: &[u8] = b"%PDF-1.7 an authorisation";
const ID: &str = "018f0000-0000-7000-8000-000000000001";

/// A certificate copy asked for by the person whose certificate it is.
pub fn submission(id: &str, code: &str, documents: Value) -> Value {
    json!({
        "id": id, "code": code, "procedure": "2.000635", "form_version": 1,
        "made_at": "2026-11-23T08:00:00.000+07:00", "language": "vi",
        "answers": {
            "applicant_name": "Nguyễn Văn An", "applicant_number": "089195000123",
            "applicant_birth_date": "1995-03-02", "address": { "text": "12 Trần Hưng Đạo, phường Long Xuyên, An Giang" },
            "receive": "counter", "copies": 2, "event": "birth", "for_whom": "self",
            "registered_at": "Ủy ban nhân dân phường Long Xuyên"
        },
        "consents": [{ "purpose": "process", "text_version": 1, "at": "2026-11-23T07:58:00.000+07:00", "method": "touch" }],
        "documents": documents
    })
}

/// The same for a relative, who authorised them on paper.
fn for_family(mut submission: Value) -> Value {
    let relative = json!({ "for_whom": "other", "relation": "family", "subject_name": "Trần Thị Bình" });
    submission["answers"].as_object_mut().unwrap().extend(relative.as_object().cloned().unwrap());
    submission
}

async fn send(server: &Server, body: &Value) -> (StatusCode, Value) {
    server.post(&server.device, "/v1/submissions", body.clone()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_submission_is_received_looked_up_and_accepted_once() {
    let server = Server::start().await;
    let (status, file) = server.upload(&server.device, PDF).await;
    assert_eq!((status, &file["size"]), (StatusCode::CREATED, &json!(PDF.len())));
    let document = json!([{ "evidence": "authorisation_family", "file": file["id"], "sha256": file["sha256"],
        "size": file["size"], "media_type": "application/pdf", "pages": 1 }]);
    let sent = for_family(submission(ID, "A7KM-3XPT", document));
    let (status, receipt) = send(&server, &sent).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    assert_eq!((&receipt["id"], &receipt["code"]), (&sent["id"], &sent["code"]));
    // The same under another key: the same receipt. Another content: refused.
    assert_eq!(send(&server, &sent).await, (StatusCode::OK, receipt.clone()));
    let mut edited = sent.clone();
    edited["answers"]["copies"] = json!(3);
    assert_eq!(send(&server, &edited).await.1["code"], "submission-differs");
    let other = submission("018f0000-0000-7000-8000-000000000002", "A7KM-3XPT", json!([]));
    assert_eq!(send(&server, &other).await.1["code"], "submission-code-taken");

    let (_, found) = server.get(&server.device, "/v1/lookup/a7km3xpt").await;
    assert_eq!((&found["state"], &found["received_at"]), (&json!("received"), &receipt["received_at"]));
    assert!(!found.to_string().contains("Nguyễn"), "nothing personal");

    let officer = server.officer("lan").await;
    let (_, list) = server.get(&officer, "/v1/submissions").await;
    assert_eq!((&list[0]["applicant"], &list[0]["files"]), (&json!("Nguyễn Văn An"), &json!(1)));
    let (_, detail) = server.get(&officer, &format!("/v1/submissions/{ID}")).await;
    assert_eq!((&detail["submission"], &detail["acceptance"]), (&sent, &Value::Null));
    let path = format!("/v1/files/{}", file["id"].as_str().unwrap());
    let bytes = server.http.get(server.url(&path)).bearer_auth(&officer).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(&bytes[..], PDF);

    let accept = json!({ "papers": { "identity": { "originals": 1, "copies": 0 } } });
    let path = format!("/v1/submissions/{ID}/accept");
    let (status, acceptance) = server.post(&officer, &path, accept.clone()).await;
    assert_eq!(status, StatusCode::OK, "{acceptance}");
    let code = acceptance["dossier_code"].as_str().unwrap();
    assert!(code.starts_with("H01-") && code.ends_with("-0001"), "{code}");
    assert_eq!((&acceptance["officer"], &acceptance["line"]), (&json!("Nguyễn Thị Lan"), &json!(1)));
    assert_eq!(acceptance["papers"], accept["papers"]);
    let (status, problem) = server.post(&officer, &path, accept).await;
    assert_eq!((status, &problem["args"]["code"]), (StatusCode::CONFLICT, &acceptance["dossier_code"]));
    for known in ["A7KM-3XPT", code, &code.to_lowercase()] {
        let (_, found) = server.get(&server.device, &format!("/v1/lookup/{known}")).await;
        assert_eq!((&found["state"], &found["dossier_code"]), (&json!("accepted"), &json!(code)));
        assert_eq!(found["due_at"], acceptance["due_at"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_right_is_not_taken() {
    let server = Server::start().await;
    let good = for_family(submission(ID, "A7KM-3XPT", json!([])));
    let (_, file) = server.upload(&server.device, PDF).await;
    let attached = json!({ "evidence": "authorisation_family", "file": file["id"], "sha256": file["sha256"],
        "size": file["size"], "media_type": "application/pdf", "pages": 1 });
    let with = |change: &dyn Fn(&mut Value)| {
        let mut body = good.clone();
        body["documents"] = json!([attached]);
        change(&mut body);
        body
    };
    let wrong_hash = || {
        let mut document = attached.clone();
        document["sha256"] = json!("00");
        json!([document])
    };
    for (body, code) in [
        (with(&|b| b["answers"]["copies"] = json!(0)), "answers-wrong"),
        (with(&|b| b["answers"]["no_such_field"] = json!("x")), "answers-wrong"),
        (with(&|b| b["form_version"] = json!(999)), "unknown-form"),
        (with(&|b| b["consents"] = json!([])), "consent-missing"),
        (with(&|b| b["answers"]["phone"] = json!("0912345678")), "consent-missing"),
        (with(&|b| b["documents"] = json!([])), "papers-wrong"),
        (with(&|b| b["documents"][0]["evidence"] = json!("no_such_paper")), "papers-wrong"),
        // One that belongs to another answer: it is asked for on no page that was seen.
        (with(&|b| b["documents"][0]["evidence"] = json!("authorisation_certified")), "papers-wrong"),
        (with(&|b| b["code"] = json!("A7KM-3XP0")), "submission-code-wrong"),
        (with(&|b| b["documents"] = wrong_hash()), "document-unknown"),
    ] {
        let (status, problem) = send(&server, &body).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!(code)));
        assert!(!problem.to_string().contains("Nguyễn"), "nothing personal");
    }
    // A file of another device is not this one's to name.
    let other = server.enrol("Ki-ốt 2").await;
    let mut body = with(&|b| b["answers"]["phone"] = json!("0912345678"));
    let contact =
        json!({ "purpose": "contact", "text_version": 1, "at": "2026-11-23T07:58:00.000+07:00", "method": "touch" });
    body["consents"].as_array_mut().unwrap().push(contact);
    assert_eq!(server.post(&other, "/v1/submissions", body.clone()).await.1["code"], "document-unknown");
    assert_eq!(send(&server, &body).await.0, StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_comes_in_parts() {
    let server = Server::start().await;
    let ids: Vec<_> = (1..=5).map(|n| format!("018f0000-0000-7000-8000-00000000000{n}")).collect();
    for (n, id) in ids.iter().enumerate() {
        let code = format!("A7KM-3XP{}", ["A", "B", "C", "D", "E"][n]);
        assert_eq!(send(&server, &submission(id, &code, json!([]))).await.0, StatusCode::CREATED);
    }
    let mut seen = Vec::new();
    let mut path = "/v1/submissions?limit=2".to_owned();
    loop {
        let (_, part) = server.get(&server.admin, &path).await;
        let part: Vec<_> =
            part.as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
        let Some(last) = part.last() else { break };
        assert!(part.len() <= 2);
        path = format!("/v1/submissions?limit=2&before={last}");
        seen.extend(part);
    }
    seen.reverse();
    assert_eq!(seen, ids);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_without_its_own_form_is_answered_on_the_record_somebody_began_with() {
    let server = Server::start().await;
    let head = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
    let two = format!("Trường hợp một{head}Đơn một1 bản chínhTrường hợp hai{head}Đơn hai1 bản chính");
    let import = async |papers: &str| {
        let changed = json!({ "thanh_phan_ho_so": papers });
        import(&server, &[record("1.900001", "Đăng ký việc thử", changed)]).await;
    };
    import(&two).await;
    let (_, file) = server.upload(&server.device, PDF).await;
    let answers = json!({
        "applicant_name": "Nguyễn Văn An", "applicant_number": "089195000123", "applicant_birth_date": "1995-03-02",
        "address": { "text": "12 Trần Hưng Đạo, phường Long Xuyên, An Giang" }, "receive": "counter", "case": "c2"
    });
    let good = |n: u32, code: &str| {
        let documents = json!([{ "evidence": "c2_p1", "file": file["id"], "sha256": file["sha256"],
            "size": file["size"], "media_type": "application/pdf", "pages": 1 }]);
        let mut body = submission(&format!("018f0000-0000-7000-8000-00000000000{n}"), code, documents);
        body["procedure"] = json!("1.900001");
        body["form_version"] = json!(motcua_domain::guide::ANY_FORM_VERSION);
        body["record_version"] = json!(1);
        body["answers"] = answers.clone();
        body
    };
    type Change = fn(&mut Value);
    let wrong: [(Change, &str); 6] = [
        (|body| body["answers"]["case"] = json!("c3"), "answers-wrong"),
        (|body| body["answers"]["copies"] = json!(1), "answers-wrong"),
        (|body| body["answers"]["phone"] = json!("12"), "answers-wrong"),
        (|body| body["record_version"] = json!(2), "unknown-procedure-version"),
        (|body| body["form_version"] = json!(999), "unknown-form"),
        (|body| body["record_version"] = Value::Null, "unknown-form"),
    ];
    for (change, code) in wrong {
        let mut body = good(1, "A7KM-3XPA");
        change(&mut body);
        let (status, problem) = send(&server, &body).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!(code)), "{problem}");
        assert!(!problem.to_string().contains("Nguyễn"), "nothing personal");
    }
    let (status, receipt) = send(&server, &good(1, "A7KM-3XPA")).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");

    // The next record has one case only: who began with the first goes on with it.
    import(&format!("--{head}Đơn1 bản chính")).await;
    let (status, receipt) = send(&server, &good(2, "A7KM-3XPB")).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let mut later = good(3, "A7KM-3XPC");
    later["record_version"] = json!(2);
    later["documents"][0]["evidence"] = json!("c1_p1");
    assert_eq!(send(&server, &later).await.1["code"], "answers-wrong", "it has no case to choose");
    later["answers"].as_object_mut().unwrap().remove("case");
    assert_eq!(send(&server, &later).await.0, StatusCode::CREATED);

    let lan = server.officer("lan").await;
    let (_, list) = server.get(&lan, "/v1/submissions").await;
    assert_eq!(list[0]["applicant"], "Nguyễn Văn An");
    let path = format!("/v1/submissions/{}/accept", good(2, "")["id"].as_str().unwrap());
    let (status, acceptance) = server.post(&lan, &path, json!({})).await;
    assert_eq!(status, StatusCode::OK);
    assert!(acceptance["due_at"].is_string(), "seven working days, as the record has it: {acceptance}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_result_is_promised_where_the_record_has_several_deadlines() {
    let server = Server::start().await;
    let ways = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việcMiễn phíMộtTrực tuyến9 Ngày làm việc\
                Miễn phíHai";
    import(&server, &[record("2.000635", "Cấp bản sao", json!({ "cach_thuc_thuc_hien": ways }))]).await;
    assert_eq!(send(&server, &submission(ID, "A7KM-3XPT", json!([]))).await.0, StatusCode::CREATED);
    let path = format!("/v1/submissions/{ID}/accept");
    let (status, acceptance) = server.post(&server.admin, &path, json!({})).await;
    assert_eq!((status, &acceptance["due_at"]), (StatusCode::OK, &Value::Null));
}

/// A birth that two witnesses saw, of whom the second has written a statement.
fn birth_with_witnesses(documents: &Value) -> Value {
    let mut birth = submission("018f0000-0000-7000-8000-000000000031", "A7KM-3XPT", documents.clone());
    let home = json!({ "text": "Ấp Hòa Long, xã Bình Hòa, An Giang" });
    birth["procedure"] = json!("1.001193");
    birth["answers"] = json!({
        "applicant_name": "Nguyễn Thị Sen", "applicant_number": "089195001234", "applicant_birth_date": "1995-06-15",
        "address": home, "receive": "counter", "copies": 0, "relation": "mother", "parents": "father_blank",
        "child_name": "Nguyễn An Bình", "child_sex": "female", "child_birth_date": "2026-10-02", "ethnicity": "kinh",
        "nationality": "viet_nam", "home_town": "Long Xuyên, An Giang", "birth_place": "Ấp Hòa Long, xã Bình Hòa",
        "certificate": false, "has_witness": true,
        "witnesses": [{ "name": "Lê Thị Năm", "home": home }, { "name": "Trần Văn Sáu", "home": home }]
    });
    birth
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_answered_for_each_of_several_is_checked_kept_and_read_as_such() {
    let server = Server::start().await;
    let (_, file) = server.upload(&server.device, PDF).await;
    let statement = json!([{ "evidence": "witness_statement.2", "file": file["id"], "sha256": file["sha256"],
            "size": file["size"], "media_type": "application/pdf", "pages": 1 }]);
    let good = birth_with_witnesses(&statement);
    let mut nameless = good.clone();
    nameless["answers"]["witnesses"][1].as_object_mut().unwrap().remove("name");
    let mut more = good.clone();
    more["answers"]["witnesses"][0]["age"] = json!("40");
    let mut none = good.clone();
    none["answers"]["witnesses"] = json!([]);
    for wrong in [nameless, more, none] {
        let (status, problem) = send(&server, &wrong).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("answers-wrong")), "{problem}");
    }
    let (status, receipt) = send(&server, &good).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let officer = server.officer("lan").await;
    let id = good["id"].as_str().unwrap();
    let (_, detail) = server.get(&officer, &format!("/v1/submissions/{id}")).await;
    assert_eq!(detail["submission"], good);
}
