//! Scene 5: somebody walks away, and the next person finds nothing.

use serde_json::json;

use crate::journey;
use crate::product::{CARD, Product};

#[test]
fn who_walks_away_leaves_nothing_for_the_next() {
    journey(async {
        let product = Product::start(&["--idle-ask-ms=4000", "--idle-leave-ms=2000"]).await;
        product.begin("1.001193").await;
        product.agree().await;
        product.reader.read(CARD);
        product.at_page("applicant").await;
        product.see("idle-question").await;
        product.see("tile-ticket").await;

        let refused = product.invoke("guide_view", json!({})).await.expect_err("nothing is begun");
        assert_eq!(refused["code"], "nothing-begun");
        let page = product.client.source().await.expect("the page");
        assert!(!page.contains("Sen") && !page.contains("089"), "nothing of the person is on the page");
        product.client.back().await.expect("back");
        product.see("tile-ticket").await;
        product.client.refresh().await.expect("reload");
        product.see("tile-ticket").await;
        let refused = product.invoke("guide_view", json!({})).await.expect_err("nothing is begun");
        assert_eq!(refused["code"], "nothing-begun");
        product.close().await;
    });
}
