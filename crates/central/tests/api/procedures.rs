//! The catalogue for officers: what is to be looked through, and the plain words.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::catalogue::{Kiosk, import, record};
use crate::events::Stream;
use crate::server::{Server, key};

const CODE: &str = "1.900001";

/// A record whose deadline has no unit.
fn dirty(name: &str) -> Value {
    let ways = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp1Miễn phí";
    record(CODE, name, json!({ "cach_thuc_thuc_hien": ways }))
}

async fn list(server: &Server, token: &str, query: &[(&str, &str)]) -> Value {
    let request = server.http.get(server.url("/v1/procedures")).query(query).bearer_auth(token);
    request.send().await.unwrap().json().await.unwrap()
}

fn codes(part: &Value) -> Vec<&str> {
    part["rows"].as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect()
}

async fn put_words(server: &Server, token: &str, words: Value, from: u32) -> (StatusCode, Value) {
    let path = format!("/v1/procedures/{CODE}/words");
    server.send(Method::PUT, token, Some(&key()), &path, Some(json!({ "words": words, "from": from }))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_list_filter_and_search_also_what_another_process_imported() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    let some: Vec<_> = (0..40).map(|n| record(&format!("1.9100{n:02}"), "Việc khác", json!({}))).collect();
    import(&server, &some).await;
    let before = list(&server, &lan, &[]).await;
    assert_eq!((before["rows"].as_array().unwrap().len(), &before["to_check"]), (50, &json!(0)));
    let all = before["found"].as_u64().unwrap();
    let other = json!({ "linh_vuc": "Nuôi ong thử", "co_quan_thuc_hien": "Chi cục thử", "cap_thuc_hien": "Cấp bộ" });
    import(&server, &[dirty("Đăng ký việc thử"), record("1.900002", "Cấp phép nuôi ong", other)]).await;

    let now = list(&server, &lan, &[]).await;
    assert_eq!((now["found"].as_u64(), &now["to_check"]), (Some(all + 2), &json!(1)));
    let headings = |part: &Value, of: &str, name: &str| {
        let all = part[of].as_array().unwrap();
        all.iter().find(|heading| heading["name"] == name).map(|heading| heading["count"].as_u64().unwrap())
    };
    assert_eq!(headings(&now, "fields", "Nuôi ong thử"), Some(1));
    assert_eq!(headings(&now, "departments", "Chi cục thử"), Some(1));
    assert_eq!(headings(&now, "fields", "Hộ tịch"), headings(&before, "fields", "Hộ tịch").map(|count| count + 1));

    for (filter, found) in [
        (vec![("review", "to_check")], vec![CODE]),
        (vec![("field", "Nuôi ong thử")], vec!["1.900002"]),
        (vec![("department", "Chi cục thử")], vec!["1.900002"]),
        (vec![("query", "nuoi ong"), ("department", "Chi cục thử")], vec!["1.900002"]),
        (vec![("query", CODE)], vec![CODE]),
        (vec![("query", "cap phep nuoi ong"), ("level", "commune"), ("field", "Nuôi ong thử")], vec![]),
        (vec![("plain", "false"), ("level", "ministry"), ("field", "Nuôi ong thử")], vec!["1.900002"]),
        (vec![("plain", "true"), ("field", "Nuôi ong thử")], vec![]),
    ] {
        assert_eq!(codes(&list(&server, &lan, &filter).await), found, "{filter:?}");
    }
    let best = list(&server, &lan, &[("query", "dk tam tru")]).await;
    assert_eq!((codes(&best)[0], best["rows"][0]["plain"].as_bool()), ("1.004194", Some(true)));
    // All of it, part after part, by field and name: nothing twice, nothing left out.
    let mut seen = Vec::new();
    while seen.len() < all as usize + 2 {
        let part = list(&server, &lan, &[("skip", &seen.len().to_string())]).await;
        assert!(!codes(&part).is_empty());
        seen.extend(codes(&part).iter().map(|code| (*code).to_owned()));
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len() as u64, all + 2);
    let wrong = server.get(&lan, "/v1/procedures?review=maybe").await;
    assert_eq!((wrong.0, &wrong.1["code"]), (StatusCode::BAD_REQUEST, &json!("query-not-understood")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_was_looked_through_is_no_longer_in_doubt_until_it_changes() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    import(&server, &[dirty("Đăng ký việc thử")]).await;
    let mut kiosk = Kiosk::default();
    let (_, _, all) = kiosk.ask(&server).await;
    let told = all.iter().find(|procedure| procedure["code"] == CODE).unwrap();
    assert_eq!(told["unsure"], json!(["ways"]));

    let path = format!("/v1/procedures/{CODE}");
    let (_, detail) = server.get(&lan, &path).await;
    assert_eq!((&detail["review"], &detail["checked"]), (&json!("to_check"), &Value::Null));
    assert!(detail["record"]["originals"]["ways"].as_str().unwrap().contains("Trực tiếp1Miễn phí"));
    let mut stream = Stream::open(&server, None).await;
    assert_eq!(stream.next().await.0, "ping", "it listens");
    let check = async |version: u32, key: &str| {
        let body = json!({ "version": version });
        server.send(Method::POST, &lan, Some(key), &format!("{path}/check"), Some(body)).await
    };
    assert_eq!(check(0, &key()).await.1["code"], "procedure-changed");
    let once = key();
    let (status, checked) = check(1, &once).await;
    assert_eq!(status, StatusCode::OK, "{checked}");
    assert_eq!((&checked["review"], &checked["checked"]["officer"]), (&json!("checked"), &json!("Nguyễn Thị Lan")));
    assert_eq!(check(1, &once).await, (status, checked.clone()), "the same key, the same answer");
    assert_eq!(stream.news().await.1["kind"], "catalogue");
    let (_, _, changed) = kiosk.ask(&server).await;
    assert_eq!((changed.len(), &changed[0]["unsure"]), (1, &json!([])));
    // What the officer saw is still told to officers.
    let row = &list(&server, &lan, &[("query", CODE)]).await["rows"][0];
    assert_eq!((&row["review"], &row["flagged"]), (&json!("checked"), &json!(["ways"])));
    assert_eq!(list(&server, &lan, &[]).await["to_check"], 0);

    import(&server, &[dirty("Đăng ký việc thử, sửa")]).await;
    assert_eq!(check(1, &key()).await.1["code"], "procedure-changed");
    let (_, detail) = server.get(&lan, &path).await;
    assert_eq!((&detail["review"], &detail["checked"]), (&json!("to_check"), &Value::Null));
    let versions: Vec<_> = detail["versions"].as_array().unwrap().iter().map(|one| one["version"].as_u64()).collect();
    assert_eq!(versions, [Some(2), Some(1)]);
    let (_, first) = server.get(&lan, &format!("{path}/versions/1")).await;
    let told = ["version", "name", "unsure"].map(|of| first[of].clone());
    assert_eq!(told, [json!(1), json!({ "vi": "Đăng ký việc thử" }), json!(["ways"])], "as those who applied saw it");
    for version in ["0", "3", "x"] {
        assert_eq!(server.get(&lan, &format!("{path}/versions/{version}")).await.1["code"], "unknown-procedure");
    }
    let (status, problem) = server.get(&lan, "/v1/procedures/1.999999").await;
    assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("unknown-procedure")));
}

#[tokio::test(flavor = "multi_thread")]
async fn supervisors_write_plain_words_and_every_version_stays() {
    let server = Server::start().await;
    let lan = server.officer("lan").await;
    import(&server, &[record(CODE, "Đăng ký việc thử", json!({}))]).await;
    let mut kiosk = Kiosk::default();
    kiosk.ask(&server).await;
    let words = json!({
        "name": { "vi": "Việc  thử" }, "summary": { "vi": "Thu\u{31b}\u{309} xem.", "en": "Try it." },
        "bring": [{ "vi": "Giấy A" }, { "vi": " " }], "synonyms": ["thử việc", "thử việc ", ""],
        "life_events": ["co-con"]
    });
    assert_eq!(put_words(&server, &lan, words.clone(), 0).await.1["code"], "supervisor-only");
    let (status, detail) = put_words(&server, &server.admin, words.clone(), 0).await;
    assert_eq!(status, StatusCode::OK, "{detail}");
    let tidied = json!({
        "name": { "vi": "Việc thử" }, "summary": { "vi": "Thử xem.", "en": "Try it." },
        "bring": [{ "vi": "Giấy A" }], "synonyms": ["thử việc"], "life_events": ["co-con"]
    });
    assert_eq!((&detail["words"], &detail["words_version"]), (&tidied, &json!(1)));
    assert_eq!(put_words(&server, &server.admin, words.clone(), 0).await.1["code"], "words-changed");

    let (_, _, changed) = kiosk.ask(&server).await;
    assert_eq!(changed.len(), 1);
    let told = &changed[0];
    assert_eq!((&told["name"]["vi"], &told["official_name"]), (&json!("Việc thử"), &json!("Đăng ký việc thử")));
    assert_eq!((&told["summary"], &told["synonyms"]), (&tidied["summary"], &tidied["synonyms"]));
    assert_eq!(codes(&list(&server, &lan, &[("query", "thu viec")]).await)[0], CODE, "found by its everyday name");

    // They stay over the next record, and the next words are a version behind it.
    import(&server, &[record(CODE, "Đăng ký việc thử, sửa", json!({}))]).await;
    let (_, _, changed) = kiosk.ask(&server).await;
    assert_eq!(changed[0]["name"]["vi"], "Việc thử");
    let (_, detail) = put_words(&server, &server.admin, json!({ "summary": { "vi": "Khác." } }), 1).await;
    let history: Vec<_> = detail["words_versions"].as_array().unwrap().iter().collect();
    let said =
        |at: usize| (history[at]["version"].as_u64().unwrap(), history[at]["words"]["summary"]["vi"].as_str().unwrap());
    assert_eq!((history.len(), said(0), said(1)), (2, (2, "Khác."), (1, "Thử xem.")));
    assert_eq!((&history[0]["officer"], &detail["procedure"]["official_name"]), (&json!("Quản trị"), &Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_are_too_long_or_make_no_sense_are_refused() {
    let server = Server::start().await;
    import(&server, &[record(CODE, "Đăng ký việc thử", json!({}))]).await;
    let long = |count: usize| "ă".repeat(count);
    for (words, code) in [
        (json!({ "name": { "vi": long(201) } }), "words-too-long"),
        (json!({ "summary": { "vi": long(401) } }), "words-too-long"),
        (json!({ "summary": { "vi": "Ngắn.", "en": long(401) } }), "words-too-long"),
        (json!({ "bring": [{ "vi": long(201) }] }), "words-too-long"),
        (json!({ "synonyms": [long(81)] }), "words-too-long"),
        (json!({ "bring": vec![json!({ "vi": "Giấy" }); 13] }), "words-too-many"),
        (json!({ "synonyms": (0..31).map(|n| n.to_string()).collect::<Vec<_>>() }), "words-too-many"),
        (json!({ "summary": { "vi": "", "en": "Only English." } }), "words-not-in-vietnamese"),
        (json!({ "life_events": ["khong-co"] }), "unknown-life-event"),
        (json!({ "fee": 0 }), "body-not-understood"),
    ] {
        let (status, problem) = put_words(&server, &server.admin, words.clone(), 0).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!(code)), "{words}");
    }
    let just = json!({ "summary": { "vi": long(400) }, "bring": vec![json!({ "vi": long(200) }); 12],
        "synonyms": (10..40).map(|n| format!("{n}{}", long(78))).collect::<Vec<_>>() });
    assert_eq!(put_words(&server, &server.admin, just, 0).await.0, StatusCode::OK);
    let path = "/v1/procedures/1.999999/words";
    let body = json!({ "words": {}, "from": 0 });
    let (status, problem) = server.send(Method::PUT, &server.admin, Some(&key()), path, Some(body)).await;
    assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("unknown-procedure")));
}
