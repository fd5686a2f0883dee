//! Scenes 1 and 2: a birth registration from the card to Mẫu 01, and a wrong turn.

use crate::journey;
use crate::product::{Product, printed, qr_codes, text_of};

#[test]
fn a_birth_is_registered_from_the_card_to_the_acceptance() {
    journey(async {
        let product = Product::start(&[]).await;
        product
            .birth_until_certificate(async |page| {
                if page == "applicant" {
                    let name = product.text("field-applicant_name").await;
                    assert_eq!(name, "Nguyễn Thị Sen", "what the card said can be seen and corrected");
                }
            })
            .await;
        product.certificate_to_review().await;
        let review = product.text("review").await;
        for answer in
            ["Nguyễn Thị Sen", "Nguyễn An", "Bé gái", "02/10/2026", "Bệnh viện Sản - Nhi An Giang", "Trần Văn Lúa"]
        {
            assert!(review.contains(answer), "the review shows {answer}:\n{review}");
        }
        assert!(!review.contains("089195001234"), "numbers are masked on the screen");

        let code = product.submit().await;
        product.until_printed().await;
        let receipt = printed(&product.data, "receipt").await;
        let followed = qr_codes(&receipt);
        assert!(
            matches!(followed.as_slice(), [one] if one.starts_with("motcua:d:")),
            "its QR follows it: {followed:?}"
        );
        let text = text_of(&receipt);
        assert!(text.contains("PHIẾU NỘP HỒ SƠ TRỰC TUYẾN") || text.contains("Phiếu nộp hồ sơ trực tuyến"), "{text}");
        assert!(text.contains(&code) && !text.contains("089195001234"), "{text}");

        product.open_counter(1).await;
        product.tap("nav-submissions").await;
        product.tap(&format!("submission-{code}")).await;
        let answers = product.text("answer-rows").await;
        for answer in ["Nguyễn Thị Sen", "Nguyễn An", "Trần Văn Lúa"] {
            assert!(answers.contains(answer), "what was sent equals the review, {answer}:\n{answers}");
        }
        product.tap("file-1").await;
        product.see("file-picture").await;
        product.tap("file-close").await;
        product.tap("accept").await;
        product.tap("accept-confirm").await;
        let dossier = product.text("dossier-code").await;
        assert!(dossier.starts_with("H01-") && dossier != code, "the central system's code: {dossier}");
        product.until_printed().await;
        let acceptance = printed(&product.data, "acceptance").await;
        let text = text_of(&acceptance);
        assert!(text.contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"), "{text}");
        assert!(text.contains("Liên 1") && text.contains("Liên 2") && text.contains(&dossier), "{text}");
        assert!(qr_codes(&acceptance).contains(&dossier));

        product.on("citizen").await;
        product.tap("home").await;
        // Its receipt under the reader says how it stands.
        product.reader.read(&followed[0]);
        product.until("lookup-result", "accepted", |shown| shown.contains(&dossier)).await;
        product.close().await;
    });
}

#[test]
fn a_wrong_turn_and_back_leaves_nothing_of_it() {
    journey(async {
        let reason = "Bé sinh trên ghe khi nước lên";
        // On a landscape screen, where the keyboard leaves the least room.
        let product = Product::start(&["--windowed=1920x1080"]).await;
        product.birth_until_certificate(async |_| ()).await;
        product.tap("no-certificate").await;
        product.next("witness").await;
        product.tap("no-has_witness").await;
        product.next("undertaking").await;
        product.type_into("undertaking_reason", reason).await;
        product.next("father").await;
        for page in ["undertaking", "witness", "birth"] {
            product.tap("back").await;
            product.at_page(page).await;
        }
        product.certificate_to_review().await;
        let review = product.text("review").await;
        assert!(!review.contains(reason), "the reason is not on the review:\n{review}");
        let code = product.submit().await;

        product.open_counter(1).await;
        product.tap("nav-submissions").await;
        product.tap(&format!("submission-{code}")).await;
        let answers = product.text("answer-rows").await;
        assert!(answers.contains("Nguyễn An"), "{answers}");
        assert!(!answers.contains(reason), "nor was it sent:\n{answers}");
        product.close().await;
    });
}
