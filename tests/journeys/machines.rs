//! An administrator lets a machine in and sends it away again, and the audit tells of both.

use serde_json::{Value, json};

use crate::central::Central;
use crate::journey;
use crate::readiness::picture;

#[test]
fn an_administrator_lets_a_machine_in_and_sends_it_away_and_the_audit_tells_of_it() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--faces=staff"]).await;
        product.open_counter(1).await;
        product.tap("nav-settings").await;
        product.tap("part-devices").await;
        product.tap("make-code").await;
        let code = product.text("enrolment-code").await;
        picture(&product, "devices-code").await;
        let id = enrol(&central, &code).await;
        product.tap("code-used").await;
        product.tap(&format!("revoke-{id}")).await;
        picture(&product, "devices-sure").await;
        product.tap("revoke-sure").await;
        assert!(product.text(&format!("device-{id}")).await.contains("Ki-ốt ở cổng phụ"));
        product.until(&format!("device-{id}"), "that it may no more", |row| row.contains("Đã thu hồi")).await;

        product.tap("part-accounts").await;
        product.see("account-quantri").await;
        picture(&product, "accounts").await;
        product.tap("nav-audit").await;
        let verbs = ["Thu hồi quyền của thiết bị", "Tạo mã ghi danh thiết bị", "Đăng nhập"];
        product.until("audit", "what was done", |rows| verbs.iter().all(|verb| rows.contains(verb))).await;
        let head = product.text("audit-head").await;
        assert!(head.split_once(':').is_some_and(|(_, hash)| hash.len() == 64), "{head}");
        picture(&product, "audit").await;
        product.close().await;
        central.stop().await;
    });
}

/// A machine enrols with a code; its identity.
async fn enrol(central: &Central, code: &str) -> String {
    let body = json!({ "code": code, "name": "Ki-ốt ở cổng phụ" });
    let url = format!("http://{}/v1/devices/enrol", central.address());
    let answer = reqwest::Client::new().post(url).json(&body).send().await.expect("an answer");
    let device: Value = answer.json().await.expect("JSON");
    device["device_id"].as_str().unwrap_or_else(|| panic!("not enrolled: {device}")).to_owned()
}
