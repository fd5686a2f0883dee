//! Scene 3: the power goes in the middle of a form, and only its owner brings it back.

use crate::journey;
use crate::product::{CARD, Product, a_scan};

#[test]
fn after_a_power_cut_card_and_code_bring_back_the_page_and_nothing_else_does() {
    journey(async {
        let product = Product::start(&[]).await;
        product.birth_until_certificate(async |_| ()).await;
        let code = product.text("draft-code").await;
        let product = product.power_cut().await;

        product.on("citizen").await;
        product.see("tile-ticket").await;
        for personal in ["Nguyễn", code.as_str(), "089195001234"] {
            assert!(!product.page_text().await.contains(personal), "{personal} stands on the first screen");
        }
        product.tap("tile-submit").await;
        product.tap("to-resume").await;
        product.touch_code(&code).await;
        product.tap("resume-go").await;
        product.see("resume-birth").await;
        // Somebody else's card opens nothing, and says nothing.
        product.reader.read("089090001234||Trần Văn Khác|01011990|Nam|Mỹ Thới, Long Xuyên, An Giang|01012022");
        product.until("problem", "that it is not theirs", |said| !said.is_empty()).await;
        product.reader.read(CARD);
        product.at_page("birth").await;
        product.tap("back").await;
        product.at_page("origin").await;
        let town = product.text("field-home_town").await;
        assert!(town.contains("Long Xuyên"), "what was answered is there: {town}");
        product.next("birth").await;
        let place = product.text("field-birth_place").await;
        assert!(!place.contains("Bệnh viện"), "one answer was lost, and is asked again: {place}");

        // The power goes once more while the scanner writes a page.
        product.type_into("birth_place", "Bệnh viện Sản - Nhi An Giang").await;
        product.tap("yes-certificate").await;
        product.next("birth_certificate").await;
        let scan = a_scan();
        std::fs::write(product.scanner.join("scan0001.png"), &scan[..scan.len() / 2]).expect("half a page");
        let product = product.power_cut().await;
        product.on("citizen").await;
        product.tap("tile-submit").await;
        product.tap("to-resume").await;
        product.touch_code(&code).await;
        product.tap("resume-go").await;
        product.tap("resume-birth").await;
        product.date("birth", ["15", "06", "1995"]).await;
        product.tap("resume-birth-go").await;
        product.at_page("birth_certificate").await;
        assert!(!product.sees("page-1").await, "half a page is no page");
        product.tap("next").await;
        product.until("problem", "that it is asked for", |said| said.contains("Chưa có giấy này")).await;
        product.scan().await;
        product.father_to_review().await;
        let review = product.text("review").await;
        assert!(review.contains("Long Xuyên, An Giang") && review.contains("Đã đính kèm 1 trang"), "{review}");
        product.close().await;
    });
}
