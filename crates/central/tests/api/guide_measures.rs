//! Where people stop in guided submissions, over HTTP.

use motcua_domain::time::Moment;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::server::Server;

fn today() -> String {
    Moment::from_millis(jiff::Timestamp::now().as_millisecond()).business_date().to_string()
}

fn page(page: &str, shown: u32, on: u32, errors: Value) -> Value {
    json!({ "page": page, "shown": shown, "left": shown - on, "on": on, "back": 0, "helped": 1, "seconds": 40 * on,
        "within": [0, 0, on, 0, 0, 0], "errors": errors })
}

fn batch(version: u32, date: &str, pages: Value) -> Value {
    json!({ "forms": [{ "procedure": "1.001193", "version": version, "date": date, "begun": 6, "alone": 2,
        "assisted": 1, "pages": pages }] })
}

async fn sends(server: &Server, key: &str, body: &Value) -> (StatusCode, Value) {
    server.send(Method::POST, &server.device, Some(key), "/v1/guide-measures", Some(body.clone())).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_counts_once_and_is_told_as_a_funnel_in_the_words_of_the_form() {
    let server = Server::start().await;
    let today = today();
    let errors = json!([{ "field": "applicant_name", "cause": "required", "count": 3 }]);
    let pages = json!([page("applicant", 4, 3, errors.clone()), page("consents", 6, 4, json!([]))]);
    let first = batch(1, &today, pages);
    for _ in 0..3 {
        // Its answer was lost.
        assert_eq!(sends(&server, "batch-1", &first).await.0, StatusCode::NO_CONTENT);
    }
    let path = format!("/v1/guide-measures?from={today}&to={today}&procedure=1.001193");
    let (status, told) = server.get(&server.admin, &path).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    let form = &told["forms"][0];
    assert_eq!([&form["begun"], &form["alone"], &form["assisted"]], [&json!(6), &json!(2), &json!(1)]);
    let names: Vec<_> = form["pages"].as_array().unwrap().iter().map(|page| page["page"].as_str().unwrap()).collect();
    assert_eq!(names, ["consents", "applicant"], "in the order of the form");
    let applicant = &form["pages"][1];
    assert_eq!((&applicant["shown"], &applicant["left"], &applicant["helped"]), (&json!(4), &json!(1), &json!(1)));
    assert_eq!((&applicant["median"], &applicant["errors"]), (&Value::Null, &json!([])), "of a few nothing is told");

    assert_eq!(sends(&server, "batch-2", &first).await.0, StatusCode::NO_CONTENT);
    let (_, told) = server.get(&server.admin, &path).await;
    let applicant = &told["forms"][0]["pages"][1];
    assert_eq!((&applicant["shown"], &applicant["median"]), (&json!(8), &json!({ "from": 30, "to": 60 })));
    assert_eq!(
        applicant["errors"],
        json!([{ "label": "Họ, chữ đệm và tên của bạn", "cause": "required", "count": 6 }])
    );
    assert!(!applicant["title"].as_str().unwrap().contains("page-"), "{applicant}");
    assert_eq!(server.get(&server.admin, "/v1/guide-measures?procedure=2.000815").await.1["forms"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_are_told_apart_and_what_is_not_known_by_its_name() {
    let server = Server::start().await;
    let today = today();
    for (key, version) in [("a", 1), ("b", 99), ("c", 0)] {
        let body = batch(version, &today, json!([page("somewhere", 6, 6, json!([]))]));
        assert_eq!(sends(&server, key, &body).await.0, StatusCode::NO_CONTENT);
    }
    let (_, told) = server.get(&server.admin, "/v1/guide-measures").await;
    let forms = told["forms"].as_array().unwrap();
    assert_eq!(forms.iter().map(|form| &form["version"]).collect::<Vec<_>>(), [99, 1, 0]);
    assert!(forms.iter().all(|form| form["pages"][0]["title"] == "somewhere"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_count_of_ours_is_refused_and_only_supervisors_read() {
    let server = Server::start().await;
    let today = today();
    let refused = [
        batch(1, "2020-01-01", json!([])),
        batch(1, &today, json!([page("Nguyễn Văn A", 1, 1, json!([]))])),
        batch(
            1,
            &today,
            json!([page("child", 1, 1, json!([{ "field": "089190001234 Lan", "cause": "x", "count": 1 }]))]),
        ),
    ];
    for (place, body) in refused.iter().enumerate() {
        let (status, problem) = sends(&server, &format!("wrong-{place}"), body).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("measures-wrong")), "{body}");
    }
    for query in ["?from=2026-11-02&to=2026-11-01", "?from=20261101", "?from=2020-01-01"] {
        let (status, problem) = server.get(&server.admin, &format!("/v1/guide-measures{query}")).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("measure-dates-wrong")));
    }
    let lan = server.officer("lan").await;
    assert_eq!(server.get(&lan, "/v1/guide-measures").await.1["code"], "supervisor-only");
    assert_eq!(server.get(&server.device, "/v1/guide-measures").await.1["code"], "staff-only");
}
