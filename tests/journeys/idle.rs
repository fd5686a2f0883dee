//! Scene 5: somebody walks away, and the next person finds nothing.

use fantoccini::Locator;
use serde_json::json;

use crate::drawn::{jpeg, on_a_table, print};
use crate::journey;
use crate::product::Product;

#[test]
fn who_walks_away_leaves_nothing_for_the_next() {
    journey(async {
        let product =
            Product::start(&["--camera", "--idle-ask-ms=10000", "--idle-leave-ms=2000", "--faces=citizen"]).await;
        product.copy_until_authorisation().await;
        product.tap("way-camera").await;
        product.shoot(&jpeg(&on_a_table(&print(), 0.9), 92), 1, "Chữ đọc rõ").await;
        product.authorisation_to_review().await;
        product.see("idle-question").await;
        product.see("tile-ticket").await;

        let nothing_is_left = async || {
            for command in ["guide_view", "guide_submit"] {
                let refused = product.invoke(command, json!({})).await.expect_err("nothing is begun");
                assert_eq!(refused["code"], "nothing-begun");
            }
            assert!(product.invoke("camera_frame", json!({})).await.expect("no picture").is_null());
            let page = product.client.source().await.expect("the page");
            for personal in ["Sen", "Mận", "089", "data:image"] {
                assert!(!page.contains(personal), "{personal} is on the page");
            }
        };
        nothing_is_left().await;
        product.client.back().await.expect("back");
        product.see("tile-ticket").await;
        nothing_is_left().await;
        product.client.refresh().await.expect("reload");
        product.see("tile-ticket").await;
        nothing_is_left().await;
        let printed = std::fs::read_dir(product.data.join("printed")).into_iter().flatten().flatten();
        let papers = printed.filter(|file| file.path().extension().is_some_and(|kind| kind == "pdf")).count();
        assert_eq!(papers, 0, "no paper comes for somebody who left");

        // The next person has another card, and the same thing to do.
        product.begin("2.000635").await;
        let agreed = Locator::Css("[data-testid^='consent-'][aria-checked='true']");
        assert!(product.client.find_all(agreed).await.expect("consents").is_empty(), "nobody agreed for them");
        product.agree().await;
        assert!(!product.sees("card-read").await, "no card was read");
        product.reader.read("089090001234||Trần Văn Khác|01011990|Nam|Mỹ Thới, Long Xuyên, An Giang|01012022");
        product.at_page("applicant").await;
        assert_eq!(product.text("field-applicant_name").await, "Trần Văn Khác");
        product.next("contact").await;
        assert!(product.text("field-address").await.contains("Mỹ Thới"));
        product.next("result").await;
        let chosen = Locator::Css("[aria-checked='true']");
        assert!(product.client.find_all(chosen).await.expect("choices").is_empty(), "nothing is chosen for them");
        product.close().await;
    });
}
