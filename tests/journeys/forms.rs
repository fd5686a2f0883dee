//! What an officer prints beside an acceptance: Mẫu 02 when something is missing, Mẫu 04 when it takes
//! longer; and what a citizen prints to pay by.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use motcua_domain::calendar::Calendar;
use motcua_domain::payment::VietQr;
use motcua_domain::time::Moment;

use crate::central::Central;
use crate::journey;
use crate::product::{PATIENCE, Product, printed, qr_codes, text_of};

impl Product {
    /// Waits until the console says of a paper that the printer has it.
    async fn until_paper(&self, id: &str) {
        self.until(id, "on paper", |said| said.contains("thành tệp PDF")).await;
    }

    /// Waits until the newest paper of a kind says something.
    async fn until_paper_says(&self, kind: &str, wanted: &str) {
        let started = Instant::now();
        loop {
            let said = self.paper_of(kind).await;
            if said.contains(wanted) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "no {kind} says {wanted}: {said}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// The text of the newest paper of a kind, without line ends.
    async fn paper_of(&self, kind: &str) -> String {
        text_of(&printed(&self.data, kind).await).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The first working day, and the first day off after it, from ten days on, as an officer writes them.
fn days() -> (String, String) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
    let now = Moment::from_millis(i64::try_from(now).expect("a moment"));
    let calendar = Calendar::shipped();
    let first = now.plus_millis(10 * 86_400_000).business_date();
    let days = || std::iter::successors(Some(first), |day| day.tomorrow().ok());
    let written = |works| {
        let day = days().find(|day| calendar.is_working(*day) == works).expect("within weeks");
        day.strftime("%d/%m/%Y").to_string()
    };
    (written(true), written(false))
}

#[test]
fn an_officer_prints_what_is_missing_and_an_apology_and_a_citizen_what_to_pay() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--faces=citizen,staff"]).await;
        product.copy_until_result().await;
        product.tap("choice-receive-counter").await;
        product.tap("more-copies").await;
        product.next("event").await;
        product.copy_to_review().await;
        let code = product.submit().await;
        product.until_printed().await;
        product.tap("pay-by-qr").await;
        product.tap("pay-print").await;
        let slip = printed(&product.data, "payment-slip").await;
        let paid = qr_codes(&slip).iter().find_map(|read| VietQr::parse(read).ok()).expect("a code to pay by");
        assert_eq!((paid.amount.map(|sum| sum.0), paid.bill), (Some(8_000), Some(code.replace('-', ""))));
        let slip = product.paper_of("payment-slip").await;
        assert!(slip.contains("không phải là biên lai") && slip.contains("8.000 đồng"), "{slip}");
        product.tap("home").await;
        product.see("tile-ticket").await;

        product.open_counter(1).await;
        product.tap("nav-submissions").await;
        product.tap(&format!("submission-{code}")).await;
        product.tap("supplement-ask").await;
        product.write("supplement-text", "Xin bổ sung giấy ủy quyền").await;
        product.tap("supplement-send").await;
        product.until_paper("mau-02").await;
        let asked = product.paper_of("mau-02").await;
        let title = "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ";
        assert!(asked.contains(title) && asked.contains("Xin bổ sung giấy ủy quyền"), "{asked}");
        assert!(asked.contains(&format!("Mã nộp tạm: {code}")), "it is no dossier yet: {asked}");

        product.tap("accept").await;
        product.tap("accept-confirm").await;
        let dossier = product.text("dossier-code").await;
        product.until_printed().await;
        let (works, off) = days();
        product.tap("form-extension").await;
        product.tap("form-day").await;
        product.write("form-day", &off).await;
        product.tap("form-reason").await;
        product.write("form-reason", "Chờ ý kiến của cơ quan phối hợp").await;
        product.tap("form-print-go").await;
        product.until("forms", "the day is refused in words", |said| said.contains("không làm việc")).await;
        product.tap("form-day").await;
        product.write("form-day", &works).await;
        product.tap("form-print-go").await;
        product.until_paper("form-print").await;
        let sorry = product.paper_of("mau-04").await;
        let title = "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT";
        assert!(sorry.contains(title) && sorry.contains(&dossier), "{sorry}");
        assert!(sorry.contains("Chờ ý kiến của cơ quan phối hợp") && !sorry.contains("IN LẠI"), "{sorry}");
        product.tap("form-print-again").await;
        product.until_paper_says("mau-04", "IN LẠI").await;
        product.close().await;
        central.stop().await;
    });
}
