//! Scene 10: wrong input and hostile hands: clear words, one submission, and a way on that ends at a person.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::json;

use crate::central::Central;
use crate::ippeve::Ippeve;
use crate::journey;
use crate::product::{CARD, Product, text_of};

/// The marks of Vietnamese letters by themselves, as some readers and keyboards send them.
fn decomposed(text: &str) -> String {
    let marks = [('ễ', "e\u{302}\u{303}"), ('ị', "i\u{323}"), ('Ấ', "A\u{302}\u{301}"), ('ò', "o\u{300}")];
    marks.iter().fold(text.to_owned(), |text, (letter, parts)| text.replace(*letter, parts))
}

impl Product {
    /// Presses an element with the pointer, so often and for so long each time.
    async fn press(&self, id: &str, times: usize, held: Duration) {
        let element = self.see(id).await;
        let mut hand = MouseActions::new("hand".to_owned()).then(PointerAction::MoveToElement {
            element,
            duration: None,
            x: 0.0,
            y: 0.0,
        });
        for _ in 0..times {
            hand = hand
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Pause { duration: held })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.client.perform_actions(hand).await.expect("pressed");
    }

    /// Waits until an element can be pressed.
    async fn until_ready(&self, id: &str) {
        while !self.see(id).await.is_enabled().await.expect("a page") {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

#[test]
fn wrong_input_and_hostile_hands_make_one_submission_and_end_at_a_person() {
    journey(async {
        let printer = Ippeve::start().await.expect("script/bootstrap installs ippeveprinter");
        printer.set_trays(0);
        let central = Central::start().await;
        let product = central.product(&["--faces=citizen", &format!("--printer={}", printer.uri())]).await;

        // Without paper, it is said before somebody starts.
        product.on("citizen").await;
        product.until("printer-notice", "no paper", |said| said.contains("hết giấy")).await;
        product.begin("2.000635").await;
        product.agree().await;
        product.reader.read("08919500123||Nguyễn Thị Sen|15061995|Nữ|Ấp Hòa Long, Bình Hòa, An Giang|01012022");
        product.until("problem", "what to do", |said| said.contains("nhập bằng tay")).await;
        product.tap("by-hand").await;
        product.at_page("applicant").await;
        product.type_into("applicant_name", "Nguyễn Thị Sen").await;
        product.tap("field-applicant_number").await;
        for digit in "08919500123".chars() {
            product.tap(&format!("pad-{digit}")).await;
        }
        product.date("applicant_birth_date", ["15", "06", "2036"]).await;
        product.tap("next").await;
        for told in ["đúng 12 chữ số", "Ngày này chưa đến"] {
            product.until("problem", told, |said| said.contains(told)).await;
        }
        product.at_page("applicant").await;
        let number = product.text("field-applicant_number").await;
        assert_eq!(number.split_whitespace().collect::<String>(), "08919500123", "what was typed is kept");
        product.tap("call-help").await;
        product.until("call-help", "somebody is called", |told| told.contains("Đã gọi cán bộ")).await;
        product.tap("end-help").await;

        // A card whose marks stand by themselves.
        product.tap("back").await;
        product.at_page("card").await;
        assert!(decomposed(CARD) != CARD);
        product.reader.read(&decomposed(CARD));
        product.at_page("applicant").await;
        assert_eq!(product.text("field-applicant_name").await, "Nguyễn Thị Sen");
        // A finger that stays for two seconds is one touch.
        product.until_ready("next").await;
        product.press("next", 1, Duration::from_secs(2)).await;
        product.at_page("contact").await;
        // Nobody must have a telephone.
        product.next("result").await;
        product.tap("choice-receive-counter").await;
        product.tap("more-copies").await;
        product.next("event").await;
        product.tap("choice-event-birth").await;
        product.next("whom").await;
        product.tap("choice-for_whom-self").await;
        product.next("registration").await;
        product.tap("field-registered_at").await;
        product.see("field-registered_at").await.send_keys(&decomposed("Chợ Mới, Nguyễn Hòa")).await.expect("typed");
        product.until("field-registered_at", "in whole letters", |shown| shown == "Chợ Mới, Nguyễn Hòa").await;
        product.next("review").await;

        product.until_ready("submit").await;
        product.press("submit", 3, Duration::from_millis(30)).await;
        let code = product.text("code").await;
        let again = product.invoke("guide_submit", json!({})).await.expect("the first answer");
        assert_eq!(again["code"], json!(code));
        let [line] = central.submissions().await.try_into().expect("one submission");
        assert_eq!(line["code"], json!(code));
        let answers = central.submission(&code).await["answers"].clone();
        assert_eq!(answers["applicant_name"], "Nguyễn Thị Sen");
        assert_eq!(answers["address"]["text"], "Ấp Hòa Long, Bình Hòa, Châu Thành, An Giang");
        assert_eq!(answers["registered_at"], "Chợ Mới, Nguyễn Hòa");
        assert_eq!(answers.get("phone"), None);

        // No paper came, and nothing says so; the code is there, and a person can be called.
        let told = product.until("print-state", "not printed", |told| told.contains("hết giấy")).await;
        assert!(told.contains("Không in được") && told.contains("vẫn có giá trị"), "{told}");
        product.tap("call-help").await;
        product.until("call-help", "somebody is called", |told| told.contains("Đã gọi cán bộ")).await;
        printer.set_trays(250);
        product.tap("reprint").await;
        product.until_printed().await;
        let [paper] = printer.printed().try_into().expect("one paper");
        let pdf = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(pdf.path(), paper).expect("written");
        let text = text_of(pdf.path());
        assert!(text.contains("IN LẠI") && text.contains(&code), "{text}");
        product.close().await;
        central.stop().await;
    });
}
