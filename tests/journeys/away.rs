//! Scene 4: the network goes at "Nộp". The kiosk's central server is another program here, which
//! stops and comes back; or it is there, and its answer is lost.

use crate::central::Central;
use crate::journey;
use crate::product::{Product, printed, qr_codes, text_of};
use crate::proxy::{Proxy, Way};

/// Longer than a submission takes to be tried again once the server is there.
const ARRIVES: std::time::Duration = std::time::Duration::from_secs(60);

impl Product {
    /// Asks again what became of a submission, until the central system has it.
    async fn until_looked_up(&self) {
        let started = std::time::Instant::now();
        while !self.sees("lookup-result").await {
            assert!(started.elapsed() < ARRIVES, "it was never submitted");
            self.tap("lookup-go").await;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
    }

    /// Waits until the screen turns to "Đã nộp" by itself.
    async fn until_sent(&self) {
        let started = std::time::Instant::now();
        while self.see("submitted").await.attr("data-sent").await.ok().flatten().as_deref() != Some("true") {
            assert!(started.elapsed() < ARRIVES, "the screen never said that it was submitted");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    }
}

#[test]
fn what_is_saved_while_the_server_is_away_is_submitted_when_it_is_back() {
    journey(async {
        let central = Central::start().await;
        // Its person stays before the screen.
        let product = central.product(&["--faces=citizen", "--idle-ask-ms=600000"]).await;
        product.birth_until_certificate(async |_| ()).await;
        product.certificate_to_review().await;

        let away = central.away().await;
        let code = product.submit().await;
        let sent = product.see("submitted").await.attr("data-sent").await.expect("the state");
        assert_eq!(sent.as_deref(), Some("false"), "the screen does not claim what it does not know");
        let said = product.page_text().await;
        assert!(said.contains("Đã lưu, CHƯA nộp") && said.contains("Máy sẽ tự gửi"), "{said}");
        product.until_printed().await;
        let first = printed(&product.data, "receipt").await;
        let paper = text_of(&first);
        assert!(paper.contains("CHƯA"), "nor does the paper:\n{paper}");

        let central = away.back().await;
        product.until_sent().await;
        let said = product.page_text().await;
        assert!(said.contains("Đã nộp") && !said.contains("CHƯA nộp"), "{said}");
        // The paper that says so now, and the one that could not: its QR tells the later truth.
        product.tap("reprint").await;
        product.until_gone("print-anew").await;
        product.until_printed().await;
        let paper = text_of(&printed(&product.data, "receipt").await);
        assert!(paper.contains("IN LẠI") && !paper.contains("CHƯA"), "{paper}");
        let phone = central.phone(&qr_codes(&first)).await;
        assert_eq!(phone.matches(r#"<li class="done">"#).count(), 3, "saved, sent and received:\n{phone}");

        product.tap("home").await;
        product.tap("tile-lookup").await;
        product.touch_code(&code).await;
        product.until_looked_up().await;
        product.until("lookup-result", "received", |told| told.contains(&code)).await;
        let [line] = central.submissions().await.try_into().expect("one submission in the end");
        assert_eq!(line["code"], code);
        product.close().await;
        central.stop().await;
    });
}

#[test]
fn an_answer_that_is_lost_makes_no_second_submission() {
    journey(async {
        let central = Central::start().await;
        let proxy = Proxy::start(central.address()).await;
        let product = central.product_at(proxy.address, &["--faces=citizen,staff"]).await;
        product.open_counter(1).await;
        product.copy_until_result().await;
        product.tap("choice-receive-counter").await;
        product.tap("more-copies").await;
        product.next("event").await;
        product.copy_to_review().await;

        proxy.set(Way::Swallow);
        let code = product.submit().await;
        let sent = product.see("submitted").await.attr("data-sent").await.expect("the state");
        assert_eq!(sent.as_deref(), Some("false"), "nobody told this machine that it arrived");
        assert_eq!(central.submissions().await.len(), 1, "it did arrive");
        product.until_printed().await;
        let paper = text_of(&printed(&product.data, "receipt").await);
        assert!(paper.contains("CHƯA"), "{paper}");
        product.on("staff").await;
        product.see("unsent").await;
        product.on("citizen").await;
        product.tap("home").await;
        product.tap("tile-lookup").await;
        product.touch_code(&code).await;
        product.tap("lookup-go").await;
        product.until("problem", "the truth", |told| told.contains("CHƯA nộp")).await;
        product.on("staff").await;

        proxy.set(Way::Open);
        product.until_gone("unsent").await;
        let [line] = central.submissions().await.try_into().expect("one submission in the end");
        assert_eq!(line["code"], code);
        product.on("citizen").await;
        product.until_looked_up().await;
        product.until("lookup-result", "received", |told| told.contains(&code)).await;
        product.close().await;
        central.stop().await;
    });
}
