//! Scene 11 and the start of scene 12: a number, its call, the hall, and how its holder found it.

use crate::journey;
use crate::product::{Product, printed, qr_codes, text_of};

#[test]
fn a_number_is_printed_called_shown_and_rated() {
    journey(async {
        let product = Product::start(&[]).await;
        let group = product.group_of_counter_1().await;
        let label = product.take_number(&group).await;
        product.until_printed().await;

        let paper = printed(&product.data, "ticket").await;
        let text = text_of(&paper);
        assert!(text.contains(&label), "the paper bears the number:\n{text}");
        let in_one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(in_one_line.contains("Trung tâm Phục vụ hành chính công tỉnh An Giang"), "{text}");
        assert_eq!(qr_codes(&paper).len(), 1);

        product.tap("home").await;
        product.see("tile-ticket").await;
        product.reader.read(&qr_codes(&paper)[0]);
        product.until("held-label", &label, |shown| shown == label).await;

        product.on("board").await;
        product.see(&format!("waiting-{label}")).await;

        product.open_counter(1).await;
        product.tap("call-next").await;
        product.until("current-label", &label, |shown| shown == label).await;
        product.on("board").await;
        product.until("now-label", &label, |shown| shown == label).await;
        product.until("now-counter", "counter 1", |shown| shown.contains('1')).await;
        assert!(!product.sees(&format!("waiting-{label}")).await, "it waits no longer");

        product.on("staff").await;
        product.tap("start").await;
        product.tap("finish").await;
        product.until("call-next", "ready for the next", |_| true).await;
        product.on("board").await;
        let gone = format!("called-{label}");
        let started = std::time::Instant::now();
        while product.sees(&gone).await {
            assert!(started.elapsed().as_secs() < 30, "a finished number leaves the board");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }

        // Its holder says how it was, which is in the day's report at once.
        product.on("citizen").await;
        product.reader.read(&qr_codes(&paper)[0]);
        for id in ["grade-4", "reason-nhanh", "rate"] {
            product.tap(id).await;
        }
        product.until("thanks", "thanks", |_| true).await;
        product.on("staff").await;
        product.tap("nav-report").await;
        product.until("report-figures", "the day", |shown| shown.contains("Phục vụ xong")).await;
        product.until("report-ratings", "the grade", |shown| shown.contains("Rất hài lòng")).await;
        product.until("report-service-hall", "one served", |shown| shown.starts_with("Cả sảnh11")).await;
        product.tap("report-print").await;
        product.until("report-paper", "on paper", |said| said.contains("thành tệp PDF")).await;
        let report = text_of(&printed(&product.data, "day-report").await);
        for part in ["BÁO CÁO NGÀY", "chưa kết thúc", "Rất hài lòng", "NGƯỜI LẬP BÁO CÁO"] {
            assert!(report.contains(part), "{part}:\n{report}");
        }
        product.close().await;
    });
}

#[test]
fn a_number_takes_two_touches_and_a_second_press_is_no_second_number() {
    journey(async {
        let product = Product::start(&[]).await;
        let group = product.group_of_counter_1().await;
        product.tap("tile-ticket").await;
        let tile = product.see(&format!("group-{group}")).await;
        // As a trembling finger does, once the page takes touches.
        let twice = "const [tile, done] = arguments;
            const press = () => tile.disabled ? setTimeout(press, 20) : (tile.click(), tile.click(), done());
            press();";
        let tile = serde_json::to_value(&tile).expect("an element");
        product.client.execute_async(twice, vec![tile]).await.expect("two presses");
        let label = product.text("ticket-label").await;
        product.until_printed().await;
        product.on("board").await;
        product.see(&format!("waiting-{label}")).await;
        let board = product.invoke("board", serde_json::json!({})).await.expect("the board");
        assert_eq!(board["board"]["waiting"].as_array().map(Vec::len), Some(1), "{board}");
        product.close().await;
    });
}

#[test]
fn a_number_is_shown_though_the_printer_is_off() {
    journey(async {
        let product = Product::start(&["--faces=citizen", "--printer=ipp://127.0.0.1:9/ipp/print"]).await;
        product.on("citizen").await;
        product.see("printer-notice").await;
        let group = product.group_of_counter_1().await;
        let label = product.take_number(&group).await;
        assert!(!label.is_empty());
        let css = fantoccini::Locator::Css("[data-testid='print-state'][data-state='failed']");
        product.client.wait().at_most(std::time::Duration::from_secs(30)).for_element(css).await.expect("it says so");
        product.see("reprint").await;
        product.close().await;
    });
}
