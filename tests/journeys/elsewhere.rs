//! Scene 6, the end of it: what was opened at another screen since cannot be submitted from the first.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::central::Central;
use crate::journey;
use crate::product::{CARD, PATIENCE};

#[test]
fn an_out_of_date_draft_cannot_be_submitted() {
    journey(async {
        let central = Central::start().await;
        let first = central.product(&["--faces=citizen", "--name=Ki-ốt 1"]).await;
        first.copy_until_result().await;
        first.tap("choice-receive-counter").await;
        first.tap("more-copies").await;
        first.next("event").await;
        first.copy_to_review().await;
        let code = first.text("draft-code").await;
        let started = Instant::now();
        while first.see("draft-saved").await.attr("data-place").await.ok().flatten().as_deref() != Some("central") {
            assert!(started.elapsed() < PATIENCE, "it never was kept by the central system");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }

        let second = central.product(&["--faces=citizen", "--name=Ki-ốt 2"]).await;
        second.on("citizen").await;
        second.tap("tile-submit").await;
        second.tap("to-resume").await;
        second.touch_code(&code).await;
        second.tap("resume-go").await;
        second.see("resume-birth").await;
        second.reader.read(CARD);
        second.at_page("review").await;

        first.tap("submit").await;
        first.see("draft-elsewhere").await;
        let refused = first.invoke("guide_submit", json!({})).await.expect_err("it is not there any more");
        assert_eq!(refused["code"], "nothing-begun");
        assert!(!first.page_text().await.contains("Nguyễn Thị Sen"), "nothing of it stays there");
        assert!(central.submissions().await.is_empty());
        assert_eq!(second.submit().await, code);
        assert_eq!(central.submissions().await.len(), 1);
        first.close().await;
        second.close().await;
        central.stop().await;
    });
}
