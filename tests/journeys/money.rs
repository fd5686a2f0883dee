//! Scenes 8 and 9: the result by post, with what it costs before it is paid; paid by QR late, twice, and
//! with a wrong amount.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use motcua_domain::payment::VietQr;
use reqwest::StatusCode;
use serde_json::json;

use crate::central::{ACCOUNT, Central};
use crate::journey;
use crate::product::{PATIENCE, Product, printed, qr_codes, text_of};

const HOME: &str = "12 Trần Hưng Đạo, khóm 2, Phường Long Xuyên, Tỉnh An Giang";

impl Product {
    /// Waits until the payment that the page shows stands as told; it is never said to have failed.
    async fn until_paid(&self, state: &str) {
        let started = Instant::now();
        while self.see("payment-state").await.attr("data-state").await.ok().flatten().as_deref() != Some(state) {
            let page = self.page_text().await;
            assert!(!page.to_lowercase().contains("thất bại"), "it is never said to have failed:\n{page}");
            assert!(started.elapsed() < PATIENCE, "the payment never was {state}:\n{page}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Looks up a code from the first screen, and goes back there.
    async fn looked_up(&self, code: &str) -> String {
        self.on("citizen").await;
        self.tap("tile-lookup").await;
        self.touch_code(code).await;
        self.tap("lookup-go").await;
        self.see("lookup-result").await;
        let state = self.see("payment-state").await.attr("data-state").await.expect("a page").expect("a state");
        self.tap("end").await;
        self.tap("end-yes").await;
        self.see("tile-lookup").await;
        state
    }

    /// What the officers' money page says of a submission, and the submission opened from there.
    async fn money_of(&self, code: &str) -> String {
        self.on("staff").await;
        self.tap("nav-submissions").await;
        self.until("money-to-see", "one to see", |said| said.ends_with(": 1")).await;
        self.tap("money-to-see").await;
        let why = self.text(&format!("money-{code}")).await;
        self.tap_within(&format!("[data-testid='money-{code}'] button")).await;
        self.see("pay-note").await;
        why
    }
}

/// The submission's code and the transfer code that its receipt has.
async fn submitted(product: &Product) -> (String, VietQr) {
    let code = product.submit().await;
    product.until_printed().await;
    let codes = qr_codes(&printed(&product.data, "receipt").await);
    let transfer = codes.iter().find_map(|code| VietQr::parse(code).ok()).expect("a code to pay by");
    (code, transfer)
}

#[test]
fn the_result_comes_by_post_and_is_paid_late_twice_and_with_a_wrong_amount() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--faces=citizen,staff"]).await;

        // Nothing of an address is asked before the post is chosen.
        product.copy_until_result().await;
        product.tap("choice-receive-counter").await;
        product.tap("more-copies").await;
        product.tap("more-copies").await;
        product.next("event").await;
        product.tap("back").await;
        product.at_page("result").await;
        product.tap("choice-receive-post").await;
        product.next("post").await;
        product.tap("unit-91").await;
        assert!(!product.sees("street-post_address").await, "a street is asked when the commune is known");
        product.tap("unit-30307").await;
        product.see("street-post_address").await.send_keys("12 Trần Hưng Đạo, khóm 2").await.expect("typed");
        product.next("event").await;
        product.copy_to_review().await;
        let costs = product.rows("[data-testid='review'] .after dl > div").await;
        let costs: Vec<_> = costs.iter().map(|(what, sum)| (what.as_str(), sum.as_str())).collect();
        let expected = [
            ("Bản sao trích lục hộ tịch", "16.000 đồng"),
            ("Tiền gửi bưu điện", "26.000 đồng"),
            ("Tổng cộng", "42.000 đồng"),
        ];
        assert_eq!(costs, expected, "before anything is submitted or paid");
        let (code, transfer) = submitted(&product).await;
        assert_eq!(transfer.amount.map(|amount| amount.0), Some(42_000));
        assert_eq!((transfer.account.as_str(), transfer.bill.clone()), (ACCOUNT, Some(code.replace('-', ""))));
        let receipt = text_of(&printed(&product.data, "receipt").await);
        let receipt = receipt.split_whitespace().collect::<Vec<_>>().join(" ");
        for line in [&format!("Gửi qua bưu điện về nhà: {HOME}"), "Tiền gửi bưu điện", "42.000 đồng"]
        {
            assert!(receipt.contains(line), "{line}:\n{receipt}");
        }

        // Paid late.
        assert!(product.text("pay").await.contains("42.000 đồng"), "what is paid is said first");
        product.tap("pay-by-qr").await;
        product.tap("pay-said").await;
        product.until_paid("checking").await;
        assert!(product.text("payment-state").await.contains("Đang kiểm tra"));
        let bill = transfer.bill.expect("a bill");
        let (status, taken) = central.credit("FT1", 42_000, &bill).await;
        assert_eq!((status, &taken["known"]), (StatusCode::CREATED, &json!(true)));
        product.until_paid("received").await;
        let paid = Locator::Css("[data-testid='ladder'] [data-step='paid'][data-done='true']");
        assert_eq!(product.client.find_all(paid).await.expect("steps").len(), 1, "the step is done");
        product.tap("home").await;
        product.see("tile-lookup").await;
        // The bank tells it again, and then of a second payment.
        assert_eq!(central.credit("FT1", 42_000, &bill).await, (StatusCode::OK, taken));
        assert_eq!(product.looked_up(&code).await, "received");
        central.credit("FT2", 42_000, &transfer.purpose.expect("a purpose")).await;
        assert_eq!(product.looked_up(&code).await, "needs_officer");

        product.open_counter(1).await;
        let sent = central.submission(&code).await["answers"]["post_address"].clone();
        assert_eq!(sent, json!({ "text": HOME, "province": "91", "commune": "30307" }));
        let why = product.money_of(&code).await;
        assert!(why.contains("Khoản đến trước được tính"), "{why}");
        product.tap_within("[data-testid='payment'] summary").await;
        let told = product.text("pay-events").await;
        assert_eq!((told.matches("FT1").count(), told.matches("FT2").count()), (1, 1), "each counts once:\n{told}");
        product.write("pay-note", "Đã trả lại khoản thứ hai").await;
        product.tap("pay-settle-received").await;
        product.until("payment", "in order", |said| said.contains("Đã nhận")).await;
        product.tap("back-to-list").await;
        product.tap("money-back").await;

        // A wrong amount, and then the right one.
        product.copy_until_result().await;
        product.tap("choice-receive-counter").await;
        product.tap("more-copies").await;
        product.next("event").await;
        product.copy_to_review().await;
        let (wrong, transfer) = submitted(&product).await;
        assert_eq!(transfer.amount.map(|amount| amount.0), Some(8_000));
        let bill = transfer.bill.expect("a bill");
        product.tap("pay-by-qr").await;
        central.credit("FT3", 7_000, &bill).await;
        product.until_paid("needs_officer").await;
        let said = product.text("payment-state").await;
        assert!(said.contains("Cần cán bộ xem") && said.contains("Hồ sơ của bạn vẫn được"), "{said}");
        product.tap("home").await;
        product.see("tile-lookup").await;
        let why = product.money_of(&wrong).await;
        assert!(why.contains("không đúng số phải thu"), "{why}");
        product.write("pay-note", "Đã trả lại 7.000 đồng").await;
        product.tap("pay-settle-waiting").await;
        product.until("payment", "to be paid", |said| said.contains("Chờ thanh toán")).await;
        central.credit("FT4", 8_000, &bill).await;
        assert_eq!(product.looked_up(&wrong).await, "received");
        let mut codes: Vec<_> = central.submissions().await.iter().map(|line| line["code"].clone()).collect();
        codes.sort_by_key(ToString::to_string);
        let mut known = [json!(code), json!(wrong)];
        known.sort_by_key(ToString::to_string);
        assert_eq!(codes, known, "no submission was lost over money");
        product.close().await;
        central.stop().await;
    });
}

#[test]
fn it_is_paid_at_the_counter_and_by_a_transfer_that_comes_when_its_person_is_gone() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--faces=citizen,staff"]).await;
        product.open_counter(1).await;
        for at_counter in [true, false] {
            product.copy_until_result().await;
            product.tap("choice-receive-counter").await;
            product.tap("more-copies").await;
            product.next("event").await;
            product.copy_to_review().await;
            let (code, transfer) = submitted(&product).await;
            let papers = qr_codes(&printed(&product.data, "receipt").await);
            if at_counter {
                product.tap("pay-at-counter").await;
                assert!(product.text("pay-counter").await.contains("8.000 đồng"), "what will be taken");
            }
            product.tap("home").await;
            product.see("tile-lookup").await;
            let page = central.phone(&papers).await;
            assert!(page.contains("Chờ thanh toán") && page.contains("<svg"), "it can be paid from a phone:\n{page}");

            if at_counter {
                product.on("staff").await;
                product.tap("nav-submissions").await;
                product.tap(&format!("submission-{code}")).await;
                product.tap("pay-take").await;
                product.tap("pay-take-yes").await;
                product.until("payment", "paid", |said| said.contains("Đã nhận")).await;
            } else {
                let (status, _) = central.credit("FT9", 8_000, &transfer.bill.expect("a bill")).await;
                assert_eq!(status, StatusCode::CREATED);
            }
            let page = central.phone(&papers).await;
            assert!(page.contains("Đã nhận tiền") && !page.contains("<svg"), "paid, and asked for no more:\n{page}");
            assert_eq!(product.looked_up(&code).await, "received");
        }
        product.close().await;
        central.stop().await;
    });
}
