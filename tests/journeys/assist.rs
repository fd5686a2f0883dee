//! Scene 6: an officer opens the same draft with its owner's consent, one of them edits at a time, and its
//! owner confirms the review.

use crate::journey;
use crate::product::Product;

#[test]
fn an_officer_helps_with_the_same_draft_and_its_owner_submits_it() {
    journey(async {
        let product = Product::start(&["--name=Ki-ốt 2"]).await;
        product.birth_until_certificate(async |_| ()).await;
        product.tap("call-help").await;
        product.tap("assist-share").await;
        product.see("assist-shared").await;

        product.open_counter(1).await;
        product.tap("assist-take").await;
        product.until("assist-title", "the page its owner is on", |title| !title.is_empty()).await;
        product.on("citizen").await;
        product.see("assist-officer").await;
        product.see("assist-watching").await;
        let refused = product.invoke("guide_next", serde_json::json!({ "page": "birth", "answers": {} })).await;
        assert_eq!(refused.expect_err("only one edits")["code"], "assist-officer-edits");

        product.on("staff").await;
        product.write("assist-birth_place", "Trạm Y tế phường Mỹ Thới").await;
        product.tap("assist-certificate-true").await;
        product.tap("assist-next").await;
        product.until("assist-changes", "what the officer changed", |log| log.contains("Quản trị")).await;
        product.on("citizen").await;
        product.at_page("birth_certificate").await;
        product.on("staff").await;
        product.tap("assist-give-back").await;
        product.see("assist-given-back").await;

        product.on("citizen").await;
        product.see("assist-shared").await;
        product.scan().await;
        product.next("father").await;
        product.type_into("father_name", "Trần Văn Lúa").await;
        product.type_into("father_birth_year", "1993").await;
        product.next("father_home").await;
        product.tap("offer-0-father_address").await;
        product.next("review").await;
        let review = product.text("review").await;
        assert!(review.contains("Trạm Y tế phường Mỹ Thới"), "its owner sees what the officer wrote:\n{review}");
        let code = product.submit().await;

        product.on("staff").await;
        product.tap("nav-submissions").await;
        product.tap(&format!("submission-{code}")).await;
        let helped = product.text("helped-by").await;
        assert!(helped.contains("Quản trị"), "both are on it: {helped}");
        let answers = product.text("answer-rows").await;
        assert!(answers.contains("Trạm Y tế phường Mỹ Thới"), "{answers}");
        product.close().await;
    });
}
