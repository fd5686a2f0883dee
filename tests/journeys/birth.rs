//! Scenes 1 and 2: a birth registration from the card to Mẫu 01, and a wrong turn.

use fantoccini::Locator;
use serde_json::json;

use crate::central::Central;
use crate::drawn::{jpeg, on_a_table, print};
use crate::journey;
use crate::product::{Product, pages_of, printed, qr_codes, text_of};

/// The card's address with what its owner added.
const HOME: &str = "Ấp Hòa Long, Bình Hòa, Châu Thành, An Giang, tổ 5";

impl Product {
    /// The labels of the fields that say they were filled from the card.
    async fn marked_as_the_cards(&self) -> Vec<String> {
        let mut labels = Vec::new();
        for field in self.client.find_all(Locator::Css("section.field")).await.expect("fields") {
            if field.text().await.expect("its text").contains("lấy từ thẻ") {
                labels.push(field.attr("aria-label").await.expect("a page").expect("its label"));
            }
        }
        labels
    }

    /// What the card filled is seen, marked and corrected.
    async fn correct_the_card(&self, page: &str) {
        if page == "applicant" {
            let own = ["Họ, chữ đệm và tên của bạn", "Số căn cước của bạn", "Ngày sinh của bạn"];
            assert_eq!(self.marked_as_the_cards().await, own);
            assert_eq!(self.text("field-applicant_name").await, "Nguyễn Thị Sen");
            let number = self.text("field-applicant_number").await;
            assert_eq!(number.split_whitespace().collect::<String>(), "089195001234", "its owner sees all of it");
            for (part, number) in [("day", "15"), ("month", "6"), ("year", "1995")] {
                assert!(self.text(&format!("{part}-applicant_birth_date")).await.ends_with(number), "born {number}");
            }
            self.type_into("applicant_name", " Út").await;
            assert_eq!(self.marked_as_the_cards().await, own[1..], "what was corrected is not the card's any more");
        } else if page == "contact" {
            assert_eq!(self.marked_as_the_cards().await, ["Nơi ở hiện nay của bạn"]);
            assert!(self.text("field-address").await.contains("Ấp Hòa Long, Bình Hòa, Châu Thành, An Giang"));
            self.tap("correct-address").await;
            self.see("text-address").await.send_keys(", tổ 5").await.expect("typed");
            self.until("text-address", "corrected", |shown| shown.ends_with("tổ 5")).await;
            assert!(self.marked_as_the_cards().await.is_empty());
        }
    }
}

#[test]
fn a_birth_is_registered_from_the_card_to_the_acceptance() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--camera"]).await;
        product.birth_until_certificate(async |page| product.correct_the_card(page).await).await;
        product.tap("yes-certificate").await;
        product.next("birth_certificate").await;
        product.tap("way-camera").await;
        product.shoot(&jpeg(&on_a_table(&print(), 0.9), 92), 1, "Chữ đọc rõ").await;
        product.father_to_review().await;

        let mut seen = product.rows("[data-testid='review'] section:not(.after) dl > div").await;
        let text = product.text("review").await;
        assert!(!text.contains("089195001234"), "numbers are masked on the screen");
        let code = product.submit().await;
        product.until_printed().await;
        let receipt = printed(&product.data, "receipt").await;
        let codes = qr_codes(&receipt);
        let followed = codes.iter().find(|code| code.contains("/d/")).expect("its QR follows it");
        let text = text_of(&receipt);
        assert!(text.contains("PHIẾU NỘP HỒ SƠ TRỰC TUYẾN") || text.contains("Phiếu nộp hồ sơ trực tuyến"), "{text}");
        assert!(text.contains(&code) && !text.contains("089195001234"), "{text}");
        product.tap("home").await;
        product.see("tile-ticket").await;

        product.open_counter(1).await;
        let submission = central.submission(&code).await;
        let sent = json!({
            "applicant_name": "Nguyễn Thị Sen Út", "applicant_number": "089195001234",
            "applicant_birth_date": "1995-06-15", "address": { "text": HOME }, "receive": "counter", "copies": 2,
            "relation": "mother", "parents": "married", "child_name": "Nguyễn An", "child_sex": "female",
            "child_birth_date": "2026-10-02", "ethnicity": "kinh", "nationality": "viet_nam",
            "home_town": "Long Xuyên, An Giang", "birth_place": "Bệnh viện Sản - Nhi An Giang",
            "certificate": true, "father_name": "Trần Văn Lúa", "father_birth_year": "1993",
            "father_address": { "text": HOME },
        });
        assert_eq!(submission["answers"], sent);
        let paper = &submission["documents"][0];
        assert_eq!((&paper["evidence"], &paper["pages"]), (&json!("birth_certificate"), &json!(1)));
        let pdf = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(pdf.path(), central.file(&paper["file"]).await).expect("written");
        assert_eq!(pages_of(pdf.path()), 1);

        // Row by row, what its owner saw on the review is what an officer sees of what was sent.
        product.tap("nav-submissions").await;
        product.tap(&format!("submission-{code}")).await;
        product.see("answer-rows").await;
        let read = product.rows("[data-testid='answer-rows'] section dl > div").await;
        let masked = ("Số căn cước của bạn".to_owned(), "089•••••1234".to_owned());
        let place = seen.iter().position(|row| *row == masked).expect("the number, masked");
        seen[place].1 = "089195001234".to_owned();
        let [consents, certificate]: [Vec<_>; 2] =
            ["Đồng ý", "Đã đính kèm 1 trang"].map(|value| seen.extract_if(.., |row| row.1 == value).collect());
        assert_eq!(certificate, [("Giấy chứng sinh".to_owned(), "Đã đính kèm 1 trang".to_owned())]);
        let (answers, agreed) = read.split_at(read.len() - consents.len());
        assert_eq!(answers, seen);
        let purposes = |rows: &[(String, String)]| rows.iter().map(|row| row.0.clone()).collect::<Vec<_>>();
        assert_eq!(purposes(agreed), purposes(&consents));

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

        // Its receipt under the reader says how it stands.
        product.on("citizen").await;
        product.reader.read(followed);
        product.until("lookup-result", "accepted", |shown| shown.contains(&dossier)).await;
        product.close().await;
        central.stop().await;
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
