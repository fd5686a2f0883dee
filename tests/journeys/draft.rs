//! Scene 3: the power goes in the middle of a form, and only its owner brings it back.

use crate::journey;
use crate::product::{CARD, Product};

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
        product.close().await;
    });
}
