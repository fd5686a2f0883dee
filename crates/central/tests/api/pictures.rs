//! Pictures of the boards' notices, and the history of the settings that name them.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};
use reqwest::header::{CACHE_CONTROL, CONTENT_TYPE};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::server::{Server, key};

/// A PNG of one colour.
fn poster(width: u32, height: u32) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, image::Rgb([0, 90, 40])));
    picture.write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

async fn hand_in(server: &Server, token: &str, bytes: Vec<u8>) -> (StatusCode, Value) {
    let request = server.http.post(server.url("/v1/branch/pictures")).bearer_auth(token);
    let answer = request.header("idempotency-key", key()).body(bytes).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

async fn public(server: &Server, id: &str) -> Response {
    server.http.get(server.url(&format!("/v1/public/pictures/{id}"))).send().await.unwrap()
}

/// Puts changed settings in force.
pub async fn set(server: &Server, change: impl Fn(&mut Value)) -> (StatusCode, Value) {
    let answer = server.http.get(server.url("/v1/branch/config")).bearer_auth(&server.admin).send().await.unwrap();
    let version = answer.headers()["etag"].to_str().unwrap().to_owned();
    let mut config: Value = answer.json().await.unwrap();
    change(&mut config);
    let put = server.http.put(server.url("/v1/branch/config")).bearer_auth(&server.admin).json(&config);
    let answer = put.header("if-match", version).header("idempotency-key", key()).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_seen_by_everybody_while_the_settings_name_it() {
    let server = Server::start().await;
    let (status, stored) = hand_in(&server, &server.admin, poster(2400, 1200)).await;
    assert_eq!(status, StatusCode::CREATED, "{stored}");
    assert_eq!((&stored["width"], &stored["height"]), (&json!(1920), &json!(960)));
    let id = stored["id"].as_str().unwrap();
    assert_eq!(public(&server, id).await.status(), StatusCode::NOT_FOUND, "nothing names it yet");

    let notice = json!({ "text": { "vi": "Mời khảo sát" }, "picture": id, "from": null, "until": null });
    let (status, told) = set(&server, |config| config["notices"] = json!([notice])).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    let answer = public(&server, id).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()[CONTENT_TYPE], "image/jpeg");
    assert_eq!(answer.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    let bytes = answer.bytes().await.unwrap();
    assert_eq!(image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap().width(), 1920);
    let (_, board) = server.get("", "/v1/public/board/thu").await;
    assert_eq!(board["notices"], json!([{ "text": { "vi": "Mời khảo sát" }, "picture": id }]));

    set(&server, |config| config["notices"] = json!([])).await;
    assert_eq!(public(&server, id).await.status(), StatusCode::NOT_FOUND);
    // It is there still, for settings that name it again.
    assert_eq!(set(&server, |config| config["notices"] = json!([{ "picture": id }])).await.0, StatusCode::OK);
    assert_eq!(public(&server, id).await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_for_a_board_is_refused() {
    let server = Server::start().await;
    let officer = server.officer("lan").await;
    let codes = [
        (&officer, poster(8, 8), StatusCode::FORBIDDEN, "supervisor-only"),
        (&server.device, poster(8, 8), StatusCode::FORBIDDEN, "staff-only"),
        (&server.admin, b"<svg/>".to_vec(), StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-kind-refused"),
        (&server.admin, poster(64, 64)[..50].to_vec(), StatusCode::UNPROCESSABLE_ENTITY, "picture-unreadable"),
        (&server.admin, poster(5001, 5000), StatusCode::UNPROCESSABLE_ENTITY, "picture-too-large"),
        (&server.admin, vec![0xff; 3 * 1024 * 1024 + 1], StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"),
    ];
    for (token, bytes, status, code) in codes {
        let (answered, problem) = hand_in(&server, token, bytes).await;
        assert_eq!((answered, &problem["code"]), (status, &json!(code)));
    }
    let unknown = "ab".repeat(32);
    let (status, problem) = set(&server, |config| config["notices"] = json!([{ "picture": unknown }])).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("unknown-picture")));
    for id in [unknown.as_str(), "x", "..%2F..%2Fcentral.db"] {
        assert_eq!(public(&server, id).await.status(), StatusCode::NOT_FOUND, "{id}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn notices_begin_and_end_by_themselves() {
    let server = Server::start().await;
    let notices = json!([
        { "vi": "Viết như trước đây" },
        { "text": { "vi": "Đã qua" }, "until": "2020-01-01" },
        { "text": { "vi": "Chưa đến" }, "from": "2999-01-01" },
        { "text": { "vi": "Đang có" }, "from": "2020-01-01", "until": "2999-01-01" }
    ]);
    assert_eq!(set(&server, |config| config["notices"] = notices.clone()).await.0, StatusCode::OK);
    let (_, board) = server.get("", "/v1/public/board/thu").await;
    let words: Vec<_> = board["notices"].as_array().unwrap().iter().map(|notice| &notice["text"]["vi"]).collect();
    assert_eq!(words, ["Viết như trước đây", "Đang có"]);
    let (status, problem) = set(&server, |config| config["notices"] = json!([{ "text": { "vi": " " } }])).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("branch-notice")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_have_a_history() {
    let server = Server::start().await;
    set(&server, |config| config["place"] = json!("Rạch Giá")).await;
    set(&server, |config| {
        config["calling"]["priority_one_in"] = json!(2);
        config["notices"] = json!([{ "vi": "Nghỉ lễ" }]);
    })
    .await;
    let (status, versions) = server.get(&server.admin, "/v1/branch/config/versions").await;
    assert_eq!(status, StatusCode::OK);
    let told: Vec<_> = versions
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["version"].as_u64().unwrap(), &one["account"], &one["name"], &one["changed"]))
        .collect();
    let (by, name) = (json!("quantri"), json!("Quản trị"));
    let changes = [json!(["calling", "notices"]), json!(["centre"]), json!([])];
    assert_eq!(
        told,
        [(3, &by, &name, &changes[0]), (2, &by, &name, &changes[1]), (1, &Value::Null, &Value::Null, &changes[2])]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn supervisors_see_who_has_an_account_and_no_secret() {
    let server = Server::start().await;
    server.officer("lan").await;
    server.post(&server.admin, "/v1/counters/2/open", Value::Null).await;
    let (status, accounts) = server.get(&server.admin, "/v1/staff/accounts").await;
    assert_eq!(status, StatusCode::OK);
    let account = |account: &str, name: &str, role: &str, counter: Value| json!({ "account": account, "name": name, "role": role, "must_change_password": false, "counter": counter });
    let expected = json!([
        account("lan", "Nguyễn Thị Lan", "officer", Value::Null),
        account("quantri", "Quản trị", "administrator", json!(2))
    ]);
    assert_eq!(accounts, expected);
}
