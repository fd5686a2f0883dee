//! A supervisor sees where people stop: somebody gives up on the card's page, and the console counts it.

use std::time::Instant;

use crate::central::Central;
use crate::journey;
use crate::product::PATIENCE;

#[test]
fn where_somebody_stopped_is_in_the_consoles_funnel() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--faces=citizen,staff"]).await;
        product.open_counter(1).await;
        product.begin("2.000635").await;
        product.agree().await;
        product.tap("end").await;
        product.tap("end-yes").await;
        product.see("tile-lookup").await;

        product.on("staff").await;
        product.tap("nav-measures").await;
        // What was counted is sent when the visit ends; the page reads it when a span is chosen.
        let started = Instant::now();
        while !product.sees("measures-page-card").await {
            assert!(started.elapsed() < PATIENCE, "nothing was counted\n{}", product.page_text().await);
            product.tap("measures-span-7").await;
        }
        let consents = product.see("measures-page-consents").await.html(false).await.expect("a row");
        assert!(consents.contains("1 lượt xem: 1 đi tiếp, 0 dừng ở đây"), "{consents}");
        let card = product.see("measures-page-card").await.html(false).await.expect("a row");
        assert!(card.contains("1 lượt xem: 0 đi tiếp, 1 dừng ở đây"), "{card}");
        product.close().await;
        central.stop().await;
    });
}
