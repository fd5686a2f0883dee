use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::server::Server;

/// Every documented route with who may use it.
const ROUTES: &[(&str, &str, &str)] = &[
    ("GET", "/v1/health", "all"),
    ("GET", "/v1/openapi.json", "all"),
    ("POST", "/v1/devices/enrol", "all"),
    ("POST", "/v1/staff/sign-in", "all"),
    ("GET", "/v1/public/board/{branch}", "all"),
    ("GET", "/v1/public/board/{branch}/events", "all"),
    ("GET", "/v1/public/pictures/{id}", "all"),
    ("GET", "/v1/branch", "hall"),
    ("GET", "/v1/queue", "hall"),
    ("GET", "/v1/board", "hall"),
    ("GET", "/v1/events", "hall"),
    ("POST", "/v1/bank/{bank}/credits", "all"),
    ("GET", "/v1/payments", "staff"),
    ("POST", "/v1/submissions/{id}/supplement", "staff"),
    ("POST", "/v1/supplements/{id}/done", "staff"),
    ("POST", "/v1/supplements/{id}/prove", "device"),
    ("POST", "/v1/payments/credits/{id}/settled", "staff"),
    ("POST", "/v1/submissions/{id}/payment/taken", "staff"),
    ("POST", "/v1/submissions/{id}/payment/amount", "staff"),
    ("POST", "/v1/submissions/{id}/payment/settled", "staff"),
    ("POST", "/v1/lookup/{code}/transferred", "device"),
    ("GET", "/v1/tickets/{id}", "both"),
    ("GET", "/v1/lookup/{code}", "both"),
    ("GET", "/v1/appointments/slots", "both"),
    ("POST", "/v1/appointments", "both"),
    ("GET", "/v1/appointments/{id}", "both"),
    ("POST", "/v1/appointments/{id}/check-in", "both"),
    ("POST", "/v1/appointments/{id}/cancel", "both"),
    ("GET", "/v1/appointments", "staff"),
    ("GET", "/v1/branch/config", "reader"),
    ("PUT", "/v1/branch/config", "supervisor"),
    ("GET", "/v1/branch/config/versions", "reader"),
    ("POST", "/v1/branch/pictures", "supervisor"),
    ("GET", "/v1/staff/accounts", "reader"),
    ("POST", "/v1/tickets", "device"),
    ("POST", "/v1/tickets/printed", "device"),
    ("POST", "/v1/tickets/{id}/rating", "device"),
    ("POST", "/v1/devices/series", "device"),
    ("GET", "/v1/devices/day-key", "device"),
    ("POST", "/v1/devices/status", "device"),
    ("POST", "/v1/papers/events", "device"),
    ("GET", "/v1/devices/help", "device"),
    ("POST", "/v1/devices/help", "device"),
    ("DELETE", "/v1/devices/help", "device"),
    ("POST", "/v1/files", "device"),
    ("POST", "/v1/submissions", "device"),
    ("POST", "/v1/uploads", "device"),
    ("GET", "/v1/uploads/{id}", "device"),
    ("DELETE", "/v1/uploads/{id}", "device"),
    ("GET", "/v1/uploads/{id}/files/{number}", "device"),
    ("POST", "/v1/uploads/{id}/files/{number}/verdict", "device"),
    ("POST", "/v1/drafts/open", "device"),
    ("GET", "/v1/drafts/locked", "staff"),
    ("GET", "/v1/drafts/shared", "staff"),
    ("GET", "/v1/drafts/{id}", "both"),
    ("PUT", "/v1/drafts/{id}", "both"),
    ("GET", "/v1/drafts/{id}/files/{file}", "both"),
    ("POST", "/v1/drafts/{id}/files/{file}", "both"),
    ("POST", "/v1/drafts/{id}/unlock", "staff"),
    ("POST", "/v1/drafts/{id}/share", "device"),
    ("DELETE", "/v1/drafts/{id}/share", "device"),
    ("POST", "/v1/drafts/{id}/open", "staff"),
    ("POST", "/v1/drafts/{id}/give-back", "staff"),
    ("GET", "/v1/drafts/{id}/changes", "staff"),
    ("POST", "/v1/drafts/{id}/review", "staff"),
    ("POST", "/v1/tickets/{id}/call", "staff"),
    ("POST", "/v1/tickets/{id}/recall", "staff"),
    ("POST", "/v1/tickets/{id}/start", "staff"),
    ("POST", "/v1/tickets/{id}/finish", "staff"),
    ("POST", "/v1/tickets/{id}/no-show", "staff"),
    ("POST", "/v1/tickets/{id}/transfer", "staff"),
    ("POST", "/v1/tickets/{id}/park", "staff"),
    ("POST", "/v1/tickets/{id}/resume", "staff"),
    ("POST", "/v1/tickets/{id}/return", "staff"),
    ("POST", "/v1/tickets/{id}/cancel", "staff"),
    ("POST", "/v1/tickets/{id}/reopen", "staff"),
    ("POST", "/v1/counters/{number}/open", "staff"),
    ("POST", "/v1/counters/{number}/close", "staff"),
    ("POST", "/v1/counters/{number}/break", "staff"),
    ("POST", "/v1/counters/{number}/back", "staff"),
    ("POST", "/v1/counters/{number}/call-next", "staff"),
    ("GET", "/v1/counters/{number}/finished", "device"),
    ("GET", "/v1/reports/day", "reader"),
    ("GET", "/v1/reports/day.csv", "reader"),
    ("GET", "/v1/devices", "staff"),
    ("POST", "/v1/devices/{id}/help/answered", "staff"),
    ("GET", "/v1/catalogue", "device"),
    ("GET", "/v1/units", "device"),
    ("GET", "/v1/forms", "device"),
    ("GET", "/v1/forms/{code}/{version}", "device"),
    ("POST", "/v1/guide-measures", "device"),
    ("GET", "/v1/guide-measures", "reader"),
    ("GET", "/v1/procedures", "staff"),
    ("GET", "/v1/procedures/{code}", "staff"),
    ("GET", "/v1/procedures/{code}/versions/{version}", "staff"),
    ("POST", "/v1/procedures/{code}/check", "staff"),
    ("PUT", "/v1/procedures/{code}/words", "supervisor"),
    ("GET", "/v1/files/{id}", "staff"),
    ("GET", "/v1/submissions", "staff"),
    ("GET", "/v1/submissions/{id}", "staff"),
    ("POST", "/v1/submissions/{id}/accept", "staff"),
    ("POST", "/v1/staff/accounts", "administrator"),
    ("POST", "/v1/staff/accounts/{account}/password", "administrator"),
    ("POST", "/v1/staff/accounts/{account}/close", "administrator"),
    ("POST", "/v1/devices/codes", "administrator"),
    ("GET", "/v1/devices/enrolled", "administrator"),
    ("POST", "/v1/devices/{id}/revoke", "administrator"),
    ("GET", "/v1/audit", "auditor"),
    ("GET", "/v1/audit/head", "auditor"),
    ("GET", "/v1/retention", "reader"),
    ("GET", "/v1/staff/me", "signed-in"),
    ("POST", "/v1/staff/password", "signed-in"),
    ("POST", "/v1/staff/sign-out", "signed-in"),
];

/// The code with which a route turns somebody away at the door, if it does.
fn turned_away(route: &str, asker: &str) -> Option<&'static str> {
    match (route, asker) {
        ("all", _) => None,
        (_, "nobody") => Some("token-missing"),
        (_, "stranger") => Some("token-unknown"),
        ("both" | "device" | "hall", "device") => None,
        (_, "device") => Some("staff-only"),
        ("signed-in", _) => None,
        (_, "newcomer") => Some("password-change-required"),
        ("device", _) => Some("device-only"),
        ("auditor", "officer" | "supervisor") => Some("auditor-only"),
        ("auditor" | "reader" | "hall", "auditor") => None,
        (_, "auditor") => Some("auditor-reads-only"),
        ("administrator", "officer" | "supervisor") => Some("administrator-only"),
        ("supervisor" | "reader", "officer") => Some("supervisor-only"),
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_knows_who_may_use_it() {
    let server = Server::start().await;
    let officer = server.officer("lan").await;
    let new = json!({ "account": "moi", "name": "Mới", "role": "administrator", "password": "mật khẩu đầu tiên" });
    server.post(&server.admin, "/v1/staff/accounts", new).await;
    let newcomer = server.sign_in("moi", "mật khẩu đầu tiên").await;
    let auditor = server.member("kiem", "auditor").await;
    let supervisor = server.member("giam", "supervisor").await;
    let askers = [
        ("nobody", ""),
        ("stranger", "device_0000"),
        ("stranger", "staff_0000"),
        ("device", &server.device),
        ("newcomer", &newcomer),
        ("officer", &officer),
        ("supervisor", &supervisor),
        ("auditor", &auditor),
        ("administrator", &server.admin),
    ];
    let doors = [
        "token-missing",
        "token-unknown",
        "staff-only",
        "device-only",
        "password-change-required",
        "administrator-only",
        "supervisor-only",
        "auditor-only",
        "auditor-reads-only",
    ];
    for (method, route, who) in ROUTES {
        let path = route.replace("{id}", "018f0000-0000-7000-8000-000000000000").replace("{code}", "ABCD-EFGH");
        let path = path.replace("{number}", "77");
        for (asker, token) in askers {
            if *route == "/v1/staff/sign-out" && asker != "nobody" && asker != "stranger" && asker != "device" {
                continue; // It would end the asker's session; the queue's tests sign out.
            }
            let mut request = server.http.request(method.parse::<Method>().unwrap(), server.url(&path));
            if !token.is_empty() {
                request = request.bearer_auth(token);
            }
            // No key and no body: a write that is let in fails behind the door.
            let answer = request.send().await.unwrap();
            let status = answer.status();
            let code = match status.is_success() {
                true => String::new(),
                false => answer.json::<Value>().await.unwrap()["code"].as_str().unwrap().to_owned(),
            };
            match turned_away(who, asker) {
                Some(expected) => assert_eq!(code, expected, "{method} {route} by {asker}"),
                None => assert!(!doors.contains(&code.as_str()), "{method} {route} by {asker}: {code}"),
            }
            assert!(*method == "GET" || !status.is_success(), "{method} {route} by {asker} without a key: {status}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_lists_exactly_these_routes() {
    let server = Server::start().await;
    let (_, document) = server.get("", "/v1/openapi.json").await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut documented = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let who: Vec<_> = operation["security"].as_array().into_iter().flatten().collect();
            let route = ROUTES.iter().find(|(m, p, _)| m.eq_ignore_ascii_case(method) && p == path);
            let (_, _, expected) = route.unwrap_or_else(|| panic!("{method} {path} is not in the table"));
            let expected = match *expected {
                "all" => 0,
                "both" | "hall" => 2,
                _ => 1,
            };
            assert_eq!(who.len(), expected, "{method} {path}");
            let keyed =
                operation["parameters"].as_array().into_iter().flatten().any(|p| p["name"] == "Idempotency-Key");
            let says_the_same = path == "/v1/devices/status";
            assert_eq!(keyed, method != "get" && expected > 0 && !says_the_same, "{method} {path}");
            documented.push((method.to_uppercase(), path.clone()));
        }
    }
    assert_eq!(documented.len(), ROUTES.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn passwords_are_checked_changed_and_slowed_down() {
    let server = Server::start().await;
    let new = json!({ "account": "lan", "name": "Lan", "role": "officer", "password": "mật khẩu đầu tiên" });
    server.post(&server.admin, "/v1/staff/accounts", new.clone()).await;
    assert_eq!(server.post(&server.admin, "/v1/staff/accounts", new).await.1["code"], "account-taken");
    let token = server.sign_in("lan", "mật khẩu đầu tiên").await;
    let other = server.sign_in("LAN", "mật khẩu đầu tiên").await;
    assert_eq!(server.get(&token, "/v1/staff/me").await.1["must_change_password"], true);
    for (current, new, code) in [
        ("mật khẩu đầu tiên", "ngắn", "password-short"),
        ("mật khẩu đầu tiên", "mật khẩu đầu tiên", "password-same"),
        ("không phải thế này", "một mật khẩu khác", "password-wrong"),
    ] {
        let (_, problem) = server.post(&token, "/v1/staff/password", json!({ "current": current, "new": new })).await;
        assert_eq!(problem["code"], code);
    }
    let change = json!({ "current": "mật khẩu đầu tiên", "new": "một mật khẩu khác" });
    for _ in 0..2 {
        // The second time its answer was lost: the same key gives it again.
        let (status, _) =
            server.send(Method::POST, &token, Some("k"), "/v1/staff/password", Some(change.clone())).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
    }
    assert_eq!(server.get(&other, "/v1/staff/me").await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(server.get(&token, "/v1/queue").await.0, StatusCode::OK);

    for account in ["lan", "khong-co-ai"] {
        let mut answers = Vec::new();
        for _ in 0..4 {
            let body = json!({ "account": account, "password": "đoán mò" });
            let (status, problem) = server.send(Method::POST, "", None, "/v1/staff/sign-in", Some(body)).await;
            answers.push((status.as_u16(), problem["code"].as_str().unwrap().to_owned()));
        }
        let wrong = (401, "sign-in-wrong".to_owned());
        assert_eq!(answers, [wrong.clone(), wrong.clone(), wrong, (429, "sign-in-wait".to_owned())], "{account}");
    }
    // Nobody else has to wait.
    server.sign_in("quantri", crate::server::PASSWORD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_enrolment_code_is_good_once() {
    let server = Server::start().await;
    let code = server.running.enrolment_code().await.unwrap();
    let enrol = async |code: &str| {
        let body = json!({ "code": code, "name": "Bảng 1" });
        server.send(Method::POST, "", None, "/v1/devices/enrol", Some(body)).await
    };
    assert_eq!(enrol(&code.to_lowercase().replace('-', " ")).await.0, StatusCode::CREATED);
    let (status, problem) = enrol(&code).await;
    assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("enrolment-code-wrong")));
    // Who goes on guessing waits, also with the right one.
    assert_eq!(enrol("AAAA-AAAA").await.0, StatusCode::FORBIDDEN);
    assert_eq!(enrol("AAAA-AAAB").await.0, StatusCode::FORBIDDEN);
    let code = server.running.enrolment_code().await.unwrap();
    let (status, problem) = enrol(&code).await;
    assert_eq!((status, &problem["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!("sign-in-wait")));
}
