//! A time is booked at the kiosk, its paper is read back, and its holder comes for it; an officer books
//! for somebody at the counter.

use fantoccini::Locator;
use motcua_domain::branch::BranchConfig;
use serde_json::json;

use crate::journey;
use crate::product::{Product, printed, qr_codes, text_of};

/// A centre that is open all day, where one may check in from midnight on.
pub fn open_all_day() -> BranchConfig {
    let mut branch = BranchConfig::default();
    let hours = json!([{ "weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "00:00:00", "until": "23:59:59" }]);
    branch.issuing.hours = serde_json::from_value(hours).expect("opening hours");
    branch.appointments.slot_minutes = 5;
    branch.appointments.early_minutes = 1_440;
    branch
}

#[test]
fn a_time_is_booked_kept_on_paper_and_come_for() {
    journey(async {
        let folder = tempfile::tempdir().expect("a folder");
        let server = motcua_central::start(motcua_central::Settings {
            listen: ([127, 0, 0, 1], 0).into(),
            database: format!("sqlite://{}", folder.path().join("central.db").display()),
            branch: open_all_day(),
            public_url: None,
            banks: Default::default(),
        })
        .await
        .expect("the central server");
        let code = server.enrolment_code().await.expect("a code");
        let central = format!("--central=http://{}", server.address);
        let product = Product::start(&[&central, &format!("--enrol={code}")]).await;
        let first = server.first_administrator.as_ref().expect("the first administrator");
        first.write_down(&product.data.join("first-administrator.txt")).expect("written down");

        product.on("citizen").await;
        let group = product.group_of_counter_1().await;
        product.tap("tile-appointment").await;
        product.tap("appointment-new").await;
        product.tap(&format!("for-{group}")).await;
        product.tap_first("[data-testid^='day-']:enabled").await;
        product.tap_first("[data-testid^='slot-']:enabled").await;
        let day = product.text("booking").await;
        product.tap("book").await;
        let code = product.text("appointment-code").await;
        product.until_printed().await;
        let paper = printed(&product.data, "appointment").await;
        let said = text_of(&paper);
        assert!(said.contains(&code) && said.contains("Phiếu hẹn làm thủ tục"), "{said}");
        product.tap("home").await;
        product.see("tile-appointment").await;

        // The paper under the reader.
        product.reader.read(&qr_codes(&paper)[0]);
        product.until("appointment-state", "kept", |shown| shown.contains("đang được giữ")).await;
        product.tap("check-in").await;
        let here = Locator::Css("[data-testid='ticket-label'], [data-testid='problem']");
        product.client.wait().for_element(here).await.expect("a number, or why there is none");
        let today = product.sees("ticket-label").await;
        if today {
            product.tap("home").await;
        } else {
            // On a holiday, and in the last minutes of a day, the first time is of another day.
            assert!(product.text("problem").await.contains("ngày khác"), "{day}");
            product.tap("appointment-cancel").await;
            product.tap("cancel-yes").await;
            product.until("appointment-state", "cancelled", |shown| shown.contains("đã hủy")).await;
            product.tap("home").await;
        }
        product.see("tile-appointment").await;
        product.tap("tile-appointment").await;
        product.tap("appointment-have").await;
        product.touch_code(&code).await;
        product.tap("lookup-go").await;
        let state = if today { "đã lấy số" } else { "đã hủy" };
        product.until("appointment-state", state, |shown| shown.contains(state)).await;

        product.open_counter(1).await;
        product.tap("nav-appointments").await;
        product.choose("book-service", &group).await;
        product.tap_first("[data-testid^='book-'][data-testid*=':']:enabled").await;
        let given = product.until("given", "booked", |shown| shown.contains("mã")).await;
        let booked = given.split_whitespace().find(|word| word.contains('-')).expect("a code").trim_matches('.');
        product.tap(&format!("unbook-{booked}")).await;
        product.tap(&format!("unbook-{booked}")).await;
        product.until(&format!("appointment-{booked}"), "cancelled", |shown| shown.contains("Đã hủy")).await;
        product.close().await;
        server.stop().await;
    });
}
