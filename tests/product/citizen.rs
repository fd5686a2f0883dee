//! A citizen at the screen: what a finger does on the pages.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use serde_json::{Value, json};

use super::{PATIENCE, Product, a_scan};

/// A citizen's card as its QR says it; the person does not exist.
pub const CARD: &str = "089195001234||Nguyễn Thị Sen|15061995|Nữ|Ấp Hòa Long, Bình Hòa, Châu Thành, An Giang|01012022";

impl Product {
    /// A service group that counter 1 serves.
    pub async fn group_of_counter_1(&self) -> String {
        let branch = self.branch().await;
        branch["counters"][0]["groups"][0].as_str().expect("a group").to_owned()
    }

    /// The centre as the first screen knows it.
    pub async fn branch(&self) -> Value {
        self.on("citizen").await;
        self.invoke("home", json!({})).await.expect("the first screen")["branch"].clone()
    }

    /// Takes a number and returns it, in three touches.
    pub async fn take_number(&self, group: &str) -> String {
        self.on("citizen").await;
        self.tap("tile-ticket").await;
        self.tap(&format!("group-{group}")).await;
        self.text("ticket-label").await
    }

    /// From the first screen to the consents of a procedure that is found under having a child.
    pub async fn begin(&self, code: &str) {
        self.on("citizen").await;
        self.tap("tile-submit").await;
        self.tap("life-co-con").await;
        self.tap(&format!("procedure-{code}")).await;
        self.tap("begin").await;
        self.at_page("consents").await;
    }

    /// Agrees to everything that is asked, and goes on.
    pub async fn agree(&self) {
        let yes = Locator::Css("[data-testid^='consent-'][data-testid$='-yes']");
        for button in self.client.find_all(yes).await.expect("consents") {
            self.touch(&button).await.expect("a touch");
        }
        self.tap("next").await;
        self.at_page("card").await;
    }

    /// Types into the page's own field with an ordinary keyboard.
    pub async fn type_into(&self, field: &str, text: &str) {
        let id = format!("field-{field}");
        self.tap(&id).await;
        self.see(&id).await.send_keys(text).await.expect("typed");
        let end: String = text.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
        self.until(&id, &format!("what ends in {end}"), |shown| shown.ends_with(&end)).await;
    }

    /// Touches the keys of the screen's keyboard, one after another.
    pub async fn touch_keys(&self, keys: &[&str]) {
        for key in keys {
            self.tap(key).await;
        }
    }

    /// Answers a date with its three pickers.
    pub async fn date(&self, field: &str, [day, month, year]: [&str; 3]) {
        for (part, number) in [("day", day), ("month", month)] {
            let pick = format!("pick-{part}-{}", number.trim_start_matches('0'));
            // The page may still be moving under the finger, which then touches something else.
            let started = Instant::now();
            while !self.sees(&pick).await && started.elapsed() < PATIENCE {
                self.tap(&format!("{part}-{field}")).await;
            }
            self.tap(&pick).await;
        }
        self.tap(&format!("year-{field}")).await;
        for digit in year.chars() {
            self.tap(&format!("pad-{digit}")).await;
        }
    }

    /// "Tiếp tục", to the page of this name.
    pub async fn next(&self, page: &str) {
        self.tap("next").await;
        self.at_page(page).await;
    }

    /// Puts a page on the scanner and waits until it is attached.
    pub async fn scan(&self) {
        let new = self.scanner.join("scan.part");
        std::fs::write(&new, a_scan()).expect("the scanner writes");
        std::fs::rename(new, self.scanner.join("scan0001.png")).expect("the scanner finishes");
        self.see("page-1").await;
    }

    /// Lays a paper under the camera.
    pub fn lay(&self, jpeg: &[u8]) {
        let new = self.camera.join(".new");
        std::fs::write(&new, jpeg).expect("the paper is laid");
        std::fs::rename(new, self.camera.join("paper.jpg")).expect("the paper lies");
    }

    /// Lays a paper under the camera and takes its picture: what the machine says of that page.
    pub async fn shoot(&self, jpeg: &[u8], page: usize, said: &str) {
        self.lay(jpeg);
        self.tap("shoot").await;
        self.until(&format!("page-{page}"), said, |told| told.contains(said)).await;
    }

    /// The birth registration of a mother, up to the question whether there is a birth certificate.
    /// `seen` is called on every page, once it is filled.
    pub async fn birth_until_certificate(&self, seen: impl AsyncFn(&str)) {
        self.begin("1.001193").await;
        seen("consents").await;
        self.agree().await;
        seen("card").await;
        self.reader.read(CARD);
        self.at_page("applicant").await;
        seen("applicant").await;
        self.next("contact").await;
        seen("contact").await;
        self.next("result").await;
        self.tap("choice-receive-counter").await;
        self.tap("more-copies").await;
        self.tap("more-copies").await;
        seen("result").await;
        self.next("family").await;
        self.tap("choice-relation-mother").await;
        self.tap("choice-parents-married").await;
        seen("family").await;
        self.next("child").await;
        // "Nguyễn An" by the screen's keys, with the tone on the letter before.
        self.tap("field-child_name").await;
        self.touch_keys(&[
            "key-n",
            "key-g",
            "key-u",
            "key-y",
            "key-ê",
            "tone-nga",
            "key-n",
            "key-space",
            "key-a",
            "key-n",
        ])
        .await;
        self.tap("choice-child_sex-female").await;
        self.date("child_birth_date", ["02", "10", "2026"]).await;
        seen("child").await;
        self.next("origin").await;
        self.tap("choice-ethnicity-kinh").await;
        self.tap("choice-nationality-viet_nam").await;
        self.type_into("home_town", "Long Xuyên, An Giang").await;
        seen("origin").await;
        self.next("birth").await;
        self.type_into("birth_place", "Bệnh viện Sản - Nhi An Giang").await;
    }

    /// The birth certificate and the father's page, up to the review.
    pub async fn certificate_to_review(&self) {
        self.tap("yes-certificate").await;
        self.next("birth_certificate").await;
        self.scan().await;
        self.father_to_review().await;
    }

    /// From the birth certificate, which is there, over the father's pages to the review.
    pub async fn father_to_review(&self) {
        self.next("father").await;
        self.type_into("father_name", "Trần Văn Lúa").await;
        self.type_into("father_birth_year", "1993").await;
        self.next("father_home").await;
        // The same as the mother's, by one touch.
        self.tap("offer-0-father_address").await;
        self.next("review").await;
    }

    /// "Nộp": the submission's code.
    pub async fn submit(&self) -> String {
        self.tap("submit").await;
        self.text("code").await
    }

    /// A copy of a birth's registration for the card's owner, up to how it is received.
    pub async fn copy_until_result(&self) {
        self.begin("2.000635").await;
        self.agree().await;
        self.reader.read(CARD);
        self.at_page("applicant").await;
        self.next("contact").await;
        self.next("result").await;
    }

    /// The rest of it, from the question what was registered to the review.
    pub async fn copy_to_review(&self) {
        self.tap("choice-event-birth").await;
        self.next("whom").await;
        self.tap("choice-for_whom-self").await;
        self.next("registration").await;
        self.registered_to_review().await;
    }

    /// A copy for somebody who gave a certified authorisation, up to that paper.
    pub async fn copy_until_authorisation(&self) {
        self.copy_until_result().await;
        self.tap("choice-receive-counter").await;
        self.tap("more-copies").await;
        self.next("event").await;
        self.tap("choice-event-birth").await;
        self.next("whom").await;
        self.tap("choice-for_whom-other").await;
        self.next("relation").await;
        self.tap("choice-relation-other").await;
        self.next("authorisation_certified").await;
    }

    /// From that paper to the review.
    pub async fn authorisation_to_review(&self) {
        self.next("subject").await;
        self.type_into("subject_name", "Trần Thị Mận").await;
        self.next("registration").await;
        self.registered_to_review().await;
    }

    async fn registered_to_review(&self) {
        self.type_into("registered_at", "Ủy ban nhân dân phường Long Xuyên").await;
        self.next("review").await;
    }

    /// Types a code on the screen's keys.
    pub async fn touch_code(&self, code: &str) {
        for character in code.to_lowercase().chars() {
            self.tap(&format!("key-{character}")).await;
        }
    }

    /// Waits until the page says that paper came out.
    pub async fn until_printed(&self) {
        let started = Instant::now();
        while self.see("print-state").await.attr("data-state").await.ok().flatten().as_deref() != Some("printed") {
            assert!(started.elapsed() < Duration::from_secs(30), "it never said printed");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
