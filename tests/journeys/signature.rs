//! A signature is to be certified: the time that is chosen with the submission is held, and come for with its
//! receipt.

use fantoccini::Locator;

use crate::appointment::open_all_day;
use crate::journey;
use crate::product::{CARD, Product, printed, qr_codes, text_of};

#[test]
fn a_time_is_chosen_with_a_submission_held_and_come_for() {
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

        product.on("citizen").await;
        for id in ["tile-submit", "life-can-giay-to", "procedure-2.000884", "begin"] {
            product.tap(id).await;
        }
        product.at_page("consents").await;
        product.agree().await;
        product.reader.read(CARD);
        product.at_page("applicant").await;
        product.next("contact").await;
        product.next("way").await;
        product.tap("choice-way-sign").await;
        product.next("vietnamese").await;
        product.tap("yes-vietnamese").await;
        product.next("papers").await;
        product.tap("more-papers").await;
        product.next("paper.1").await;
        product.type_into("papers/0/name", "Sơ yếu lý lịch").await;
        product.tap("choice-papers/0/kind-statement").await;
        product.tap("choice-papers/0/written_in-vietnamese").await;
        product.next("appointment").await;
        product.tap_first("[data-testid^='day-']:enabled").await;
        product.tap_first("[data-testid^='slot-']:enabled").await;
        let chosen = product.text("time-chosen").await;
        assert!(chosen.contains("khi bạn nộp xong"), "nobody holds it yet: {chosen}");
        product.next("review").await;
        product.submit().await;

        let held = product.until("hold", "held", |shown| shown.contains("Mã hẹn")).await;
        let code = held.split_whitespace().find(|word| word.len() == 8 && word.contains('-')).expect("a code");
        let code = code.trim_matches('.').to_owned();
        product.until_printed().await;
        let receipt = printed(&product.data, "receipt").await;
        let said = text_of(&receipt);
        assert!(said.contains("Lịch hẹn") && said.contains(&code), "{said}");
        product.tap("home").await;
        product.see("tile-appointment").await;

        // Its receipt under the reader leads to the appointment, and to a number.
        product.reader.read(&qr_codes(&receipt)[0]);
        product.tap("to-appointment").await;
        product.until("appointment-code", "the same", |shown| shown == code).await;
        product.tap("check-in").await;
        let here = Locator::Css("[data-testid='ticket-label'], [data-testid='problem']");
        product.client.wait().for_element(here).await.expect("a number, or why there is none");
        if !product.sees("ticket-label").await {
            // On a holiday, and in the last minutes of a day, the first time is of another day.
            assert!(product.text("problem").await.contains("ngày khác"), "{chosen}");
        }
        product.close().await;
        server.stop().await;
    });
}
