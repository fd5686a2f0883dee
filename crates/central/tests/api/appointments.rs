//! Times that are booked, given back, and come for.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::database::Database;
use crate::events::Stream;
use crate::server::{Server, key};

/// Open every day but holidays, from the first minute to the last; one person every five minutes.
pub async fn open_all_day(server: &Server) {
    let (_, mut config) = server.get(&server.admin, "/v1/branch/config").await;
    config["issuing"]["hours"] =
        json!([{ "weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "00:00:00", "until": "23:59:59" }]);
    config["issuing"]["stop_minutes"] = json!(0);
    config["priorities"] = json!([{ "id": "hen", "name": { "vi": "Người có lịch hẹn" } }]);
    config["appointments"] = json!({ "slot_minutes": 5, "per_slot": 1, "early_minutes": 1440, "late_minutes": 15,
        "days_ahead": 14, "priority": "hen" });
    let request = server.http.put(server.url("/v1/branch/config")).bearer_auth(&server.admin);
    let request = request.header("Idempotency-Key", key()).header("If-Match", "\"1\"").json(&config);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
}

async fn days(server: &Server) -> Vec<Value> {
    let (status, days) = server.get(&server.device, "/v1/appointments/slots?service=ho-tich").await;
    assert_eq!(status, StatusCode::OK, "{days}");
    days.as_array().unwrap().clone()
}

async fn book(server: &Server, start: &Value) -> (StatusCode, Value) {
    server.post(&server.device, "/v1/appointments", json!({ "service": "ho-tich", "start": start })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_is_kept_once_and_free_again_when_given_back() {
    let server = Server::start().await;
    assert_eq!(days(&server).await, Vec::<Value>::new(), "without hours there is nothing to book");
    open_all_day(&server).await;
    let last = days(&server).await.pop().unwrap();
    assert_eq!(last["slots"].as_array().unwrap().len(), 24 * 12 - 1);
    let start = &last["slots"][100]["start"];

    let mut stream = Stream::open(&server, None).await;
    assert_eq!(stream.next().await.0, "ping");
    let body = json!({ "service": "ho-tich", "start": start });
    let send = async || server.send(Method::POST, &server.device, Some("once"), "/v1/appointments", Some(body.clone()));
    let (status, booked) = send().await.await;
    assert_eq!((status, &booked["state"]), (StatusCode::CREATED, &json!("booked")), "{booked}");
    assert_eq!(stream.news().await.1, json!({ "kind": "appointment", "id": booked["id"] }));
    assert_eq!(send().await.await.1["id"], booked["id"], "the same press is one appointment");
    assert_eq!(book(&server, start).await.1["code"], "slot-full");
    assert_eq!(days(&server).await.last().unwrap()["slots"][100]["free"], 0);
    let (status, problem) = book(&server, &json!("2026-01-05T08:00:00+07:00")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("slot-unknown")));

    // By its code as by its identity, at a kiosk as at a console.
    let code = booked["code"].as_str().unwrap().to_lowercase();
    assert_eq!(server.get(&server.device, &format!("/v1/appointments/{code}")).await.1["id"], booked["id"]);
    let lan = server.officer("lan").await;
    let (_, list) = server.get(&lan, &format!("/v1/appointments?date={}", last["date"].as_str().unwrap())).await;
    assert_eq!(list[0]["code"], booked["code"]);
    let path = format!("/v1/appointments?date={}", last["date"].as_str().unwrap());
    assert_eq!(server.get(&server.device, &path).await.0, StatusCode::FORBIDDEN, "the list is for officers");

    let own = format!("/v1/appointments/{}", booked["id"].as_str().unwrap());
    let (status, problem) = server.post(&server.device, &format!("{own}/check-in"), json!({ "language": "vi" })).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("appointment-early")));
    let (_, gone) = server.post(&lan, &format!("{own}/cancel"), Value::Null).await;
    assert_eq!(gone["state"], "cancelled");
    assert_eq!(book(&server, start).await.0, StatusCode::CREATED);
    assert_eq!(server.get(&server.device, "/v1/appointments/khong-co").await.1["code"], "appointment-code-wrong");
    assert_eq!(server.get(&server.device, "/v1/appointments/AAA-AAA").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_on_the_day_gets_a_number_once() {
    let server = Server::start().await;
    open_all_day(&server).await;
    let first = days(&server).await.remove(0);
    let (_, booked) = book(&server, &first["slots"][0]["start"]).await;
    let own = format!("/v1/appointments/{}/check-in", booked["id"].as_str().unwrap());
    let (status, ticket) = server.post(&server.device, &own, json!({ "language": "vi" })).await;
    let (_, now) = server.get(&server.device, "/v1/board").await;
    if now["at"].as_str().unwrap()[..10] != *first["date"].as_str().unwrap() {
        // A holiday, or the last minutes of a day.
        assert_eq!(ticket["code"], "appointment-early");
        return;
    }
    assert_eq!((status, &ticket["priority"]), (StatusCode::CREATED, &Value::Null), "booked today: {ticket}");
    assert_eq!(ticket["since"], booked["start"], "a place as if they had come at the start");
    let (_, again) = server.post(&server.device, &own, json!({ "language": "vi" })).await;
    assert_eq!((&again["code"], &again["args"]["label"]), (&json!("appointment-used"), &ticket["label"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn its_holder_sees_it_on_the_phone_and_gives_it_back() {
    let server = Server::start().await;
    open_all_day(&server).await;
    let last = days(&server).await.pop().unwrap();
    let (_, booked) = book(&server, &last["slots"][108]["start"]).await;
    let url = server.url(&format!("/a/{}", booked["id"].as_str().unwrap()));
    let page = async |url: &str| server.http.get(url).send().await.unwrap().text().await.unwrap();
    let shown = page(&url).await;
    assert!(shown.contains(">09:00<") && shown.contains(booked["code"].as_str().unwrap()), "{shown}");
    assert!(page(&format!("{url}/cancel")).await.contains("method=\"post\""));
    assert!(page(&url).await.contains("/cancel\""), "asking changes nothing");
    let gone = server.http.post(format!("{url}/cancel")).send().await.unwrap();
    assert!(gone.text().await.unwrap().contains("Lịch hẹn này đã hủy"));
    let again = server.http.post(format!("{url}/cancel")).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::CONFLICT);
    let unknown = server.http.get(server.url("/a/0193b2a0-0000-7000-8000-000000000000")).send().await.unwrap();
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_outlives_the_server_and_the_day_it_was_made_on() {
    let mut server = Server::start().await;
    open_all_day(&server).await;
    let last = days(&server).await.pop().unwrap();
    let (_, booked) = book(&server, &last["slots"][3]["start"]).await;
    let mut log = Database::of(&server).await;
    server.running.stop().await;
    // As the log goes on when another business date begins.
    let at = booked["start"].as_str().unwrap().parse::<motcua_domain::time::Moment>().unwrap();
    let (date, millis, fact) = (at.business_date(), at.millis(), json!({ "fact": "day", "at": at }));
    log.run(format!(
        "INSERT INTO event (branch, revision, business_date, at, verb, fact)
         SELECT branch, revision + 1, '{date}', {millis}, 'day', '{fact}' FROM event ORDER BY revision DESC LIMIT 1"
    ))
    .await;
    log.close().await;
    server.running = crate::server::run(&server.folder).await;
    let (_, found) =
        server.get(&server.device, &format!("/v1/appointments/{}", booked["code"].as_str().unwrap())).await;
    assert_eq!(found, booked);
}
