//! Scene 6: an officer opens the same draft with its owner's consent, one of them edits at a time, and its
//! owner confirms the review, on the screen or with a signature.

use crate::central::Central;
use crate::journey;
use crate::product::{Product, printed, text_of};

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

#[test]
fn an_officer_submits_for_somebody_who_signs_the_printed_review() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--name=Ki-ốt 2"]).await;
        product.copy_until_result().await;
        product.tap("choice-receive-counter").await;
        product.tap("more-copies").await;
        product.next("event").await;
        product.copy_to_review().await;
        let answers = product.rows("[data-testid='review'] dl > div").await;
        assert!(answers.len() > 8, "{answers:?}");
        product.tap("call-help").await;
        product.tap("assist-share").await;
        product.see("assist-shared").await;

        product.open_counter(1).await;
        product.tap("assist-take").await;
        product.tap("assist-print-review").await;
        product.until("assist-sign-print", "printed", |told| told.contains("PDF")).await;
        // What was printed is void once something is changed.
        product.tap("assist-edit-registration").await;
        product.see("assist-registered_at").await;
        product.write("assist-registered_at", "Ủy ban nhân dân phường Mỹ Thới").await;
        product.tap("assist-next").await;
        product.see("assist-void").await;
        assert!(!product.sees("assist-submit").await, "the paper is of another draft");
        product.tap("assist-print-review").await;
        product.see("assist-submit").await;
        product.until_gone("assist-void").await;

        // Long labels and answers stand beside each other on several lines.
        let paper = text_of(&printed(&product.data, "review").await);
        let says = |text: &str| text.split_whitespace().all(|word| paper.contains(word));
        let own_words =
            ["Bản xem lại để ký", "Hồ sơ chưa nộp", "Người nộp hồ sơ", "Cán bộ nhập hồ sơ", "(Ký và ghi rõ họ tên)"];
        let names = ["Nguyễn Thị Sen", "089195001234", "Ủy ban nhân dân phường Mỹ Thới", "Quản trị"];
        for said in own_words.into_iter().chain(names) {
            assert!(says(said), "{said} is not on the paper:\n{paper}");
        }
        // Numbers are masked on a screen that others can see; the place was changed since.
        for (label, answer) in answers.iter().filter(|(_, answer)| !answer.contains(['•', '*'])) {
            let changed = answer.contains("Long Xuyên") && answer.contains("Ủy ban");
            assert!(says(label) && (changed || says(answer)), "{label}: {answer} is not on the paper:\n{paper}");
        }
        assert!(!paper.contains("phường Long Xuyên"), "it is what will be sent:\n{paper}");

        for seen in ["card", "consent-process", "consent-contact", "signed"] {
            product.tap(&format!("assist-sign-{seen}")).await;
        }
        product.tap("assist-submit").await;
        let done = product.text("assist-submitted").await;
        assert!(done.contains("Đã nộp hồ sơ"), "{done}");
        let code = product.text("assist-code").await;
        assert!(paper.contains(&code), "the code it was signed under:\n{paper}");
        product.until("assist-receipt", "written", |told| told.contains("PDF")).await;
        let receipt = text_of(&printed(&product.data, "receipt").await);
        assert!(receipt.contains(&code) && receipt.contains("Nguyễn Thị Sen"), "{receipt}");
        product.tap("assist-handed-over").await;

        let submission = central.submission(&code).await;
        assert_eq!(submission["answers"]["registered_at"], "Ủy ban nhân dân phường Mỹ Thới");
        assert_eq!(submission["assisted"]["confirmed"], "signed_review");
        let consents = submission["consents"].as_array().expect("consents");
        assert!(consents.len() == 2 && consents.iter().all(|consent| consent["method"] == "signed_review"));
        assert_eq!(central.submissions().await.len(), 1);
        product.tap("nav-submissions").await;
        product.tap(&format!("submission-{code}")).await;
        let by = product.text("submitted-by").await;
        assert!(by.contains("Quản trị") && by.contains("đã ký trên giấy"), "{by}");
        let changes = product.text("assist-changes").await;
        assert!(changes.contains("Nơi đã đăng ký"), "which fields were changed: {changes}");

        product.on("citizen").await;
        product.until("assist-submitted", "submitted for them", |told| told.contains(&code)).await;
        product.tap("home").await;
        product.see("tile-ticket").await;
        product.close().await;
        central.stop().await;
    });
}
