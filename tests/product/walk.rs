//! A walk over all pages of a form, answering each as somebody might, and what every page must hold in each
//! size of its text.

use std::time::Instant;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

use super::{CARD, PATIENCE, Product};

/// The four sizes of text, by the names of their pictures.
pub const SIZES: [&str; 4] = ["1-small", "2-normal", "3-large", "4-largest"];

/// What a page must hold, as the sentences of what it does not: nothing goes sideways, the ways back and on are
/// in sight, and no key stands over what is typed into.
const FAULTS: &str = "
    const faults = [];
    const sees = (box) => box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
    const main = document.querySelector('main');
    for (const each of [document.documentElement, main, ...main.querySelectorAll('section, .panel, dl, button')])
        if (each.scrollWidth > each.clientWidth + 2 && each.clientWidth > 0)
            faults.push(`${each.tagName}.${each.className} ${each.dataset.testid ?? ''} goes sideways`);
    for (const button of document.querySelectorAll('header button, footer button'))
        if (!sees(button.getBoundingClientRect())) faults.push(`${button.innerText} is out of sight`);
    const dock = document.querySelector('.dock')?.getBoundingClientRect();
    const typed = main.querySelector('[data-active]')?.getBoundingClientRect();
    if (dock && typed) {
        const [top, bottom] = [main.getBoundingClientRect().top, dock.top];
        if (typed.height <= bottom - top && (typed.top < top - 1 || typed.bottom > bottom + 1))
            faults.push(`the keys cover what is typed into: ${typed.top}–${typed.bottom} of ${top}–${bottom}`);
        if (bottom - top < 60) faults.push('the keys leave no room for what is typed into');
    }
    return faults;";

/// Waits until what was just changed is drawn.
const DRAWN: &str = "const done = arguments[0];
    const moving = document.getAnimations().filter(({ effect }) => effect.getTiming().iterations !== Infinity);
    Promise.all(moving.map(({ finished }) => finished)).finally(() =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))));";

impl Product {
    /// From the first screen, over the consents, to the first of a form's own pages.
    pub async fn begin_of(&self, life_event: &str, code: &str) {
        self.on("citizen").await;
        self.tap("tile-submit").await;
        self.tap(&format!("life-{life_event}")).await;
        self.tap(&format!("procedure-{code}")).await;
        self.tap("begin").await;
        self.at_page("consents").await;
        self.agree().await;
        self.reader.read(CARD);
        self.at_page("applicant").await;
    }

    /// From the page before somebody to the review: each page is answered by these choices, by their fields, and
    /// where they say nothing as somebody might. `seen` is called on every page, once it is filled.
    pub async fn walk(&self, choices: &Value, seen: impl AsyncFn(&str)) {
        loop {
            let view = self.invoke("guide_view", json!({})).await.expect("a page");
            let page = view["page"].as_str().expect("its name").to_owned();
            self.at_page(&page).await;
            match view["body"]["kind"].as_str().expect("a kind") {
                "questions" => {
                    for field in view["body"]["fields"].as_array().expect("fields") {
                        self.answer(field, choices).await;
                    }
                }
                "document" if view["body"]["pages"].as_array().is_some_and(Vec::is_empty) => self.scan().await,
                _ => {}
            }
            seen(&page).await;
            if page == "review" {
                return;
            }
            self.tap("next").await;
            self.until_another_page(&page).await;
        }
    }

    async fn until_another_page(&self, page: &str) {
        let started = Instant::now();
        let here = format!("[data-page='{page}']");
        while self.client.find(Locator::Css(&here)).await.is_ok() {
            assert!(started.elapsed() < PATIENCE, "{page} does not go on\n{}", self.page_text().await);
            tokio::time::sleep(std::time::Duration::from_millis(30)).await;
        }
    }

    async fn answer(&self, field: &Value, choices: &Value) {
        let name = field["field"].as_str().expect("a name");
        let wanted = &choices[name.rsplit('/').next().unwrap_or(name)];
        let text = |usual: &str| wanted.as_str().unwrap_or(usual).to_owned();
        let widget = field["widget"].as_str().expect("a widget");
        match widget {
            "choice" => {
                let first = field["choices"][0]["value"].as_str().expect("a choice");
                self.tap(&format!("choice-{name}-{}", text(first))).await;
            }
            "yes_no" => {
                let yes = wanted.as_bool().unwrap_or(true);
                self.tap(&format!("{}-{name}", if yes { "yes" } else { "no" })).await;
            }
            _ if !field["value"].is_null() => {}
            "count" => {
                for _ in 0..wanted.as_u64().unwrap_or(1) {
                    self.tap(&format!("more-{name}")).await;
                }
            }
            "date" => {
                let date = text("02/10/2000");
                let [day, month, year] = date.split('/').collect::<Vec<_>>().try_into().expect("a date");
                self.date(name, [day, month, year]).await;
            }
            "address" => self.pick_address(name).await,
            "year" => self.touch_digits(name, &text("1993")).await,
            "citizen_number" => self.touch_digits(name, &text("089193004321")).await,
            "phone" => self.touch_digits(name, &text("0912345678")).await,
            "amount" => self.touch_digits(name, &text("50000000")).await,
            "signature" => self.sign(name).await,
            "name" => self.type_into(name, &text("Trần Thị Mận")).await,
            "text" | "long_text" => self.type_into(name, &text("Tổ 5, ấp Hòa Long")).await,
            unknown => panic!("{name} is asked by {unknown}"),
        }
    }

    async fn touch_digits(&self, name: &str, digits: &str) {
        self.tap(&format!("field-{name}")).await;
        for digit in digits.chars() {
            self.tap(&format!("pad-{digit}")).await;
        }
    }

    /// Province and commune by their lists, and what stands before them by the keys.
    async fn pick_address(&self, name: &str) {
        if self.sees(&format!("open-{name}")).await {
            self.tap(&format!("open-{name}")).await;
        }
        self.tap("unit-91").await;
        self.tap("unit-30307").await;
        let street = format!("street-{name}");
        self.see(&street).await.send_keys("12 Trần Hưng Đạo").await.expect("typed");
        self.until(&street, "what was typed", |shown| shown.ends_with("Đạo")).await;
    }

    /// Signs with a finger: two strokes.
    async fn sign(&self, name: &str) {
        let element = self.see(&format!("sign-{name}")).await;
        self.client
            .execute(
                "arguments[0].scrollIntoView({ block: 'center' });",
                vec![serde_json::to_value(&element).expect("an element")],
            )
            .await
            .expect("scrolled");
        let mut finger = MouseActions::new("finger".to_owned());
        for (from, to) in [((-90.0, 20.0), (-20.0, -30.0)), ((-10.0, 20.0), (80.0, -10.0))] {
            let at = |(x, y)| PointerAction::MoveToElement {
                element: element.clone(),
                duration: Some(std::time::Duration::from_millis(120)),
                x,
                y,
            };
            finger = finger
                .then(at(from))
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(at(to))
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.client.perform_actions(finger).await.expect("signed");
    }

    /// Holds the page to what it must be in each size of its text, and goes back to the usual one. `seen` is
    /// called in each.
    pub async fn in_four_sizes(&self, page: &str, seen: impl AsyncFn(&str)) {
        for _ in 1..SIZES.len() {
            self.press_size("text-smaller").await;
        }
        for (at, size) in SIZES.iter().enumerate() {
            if at > 0 {
                self.press_size("text-larger").await;
            }
            self.client.execute_async(DRAWN, Vec::new()).await.expect("a drawn page");
            let faults = self.client.execute(FAULTS, Vec::new()).await.expect("a page");
            assert_eq!(faults, json!([]), "{page} in {size}");
            seen(size).await;
        }
        self.press_size("text-normal").await;
    }

    async fn press_size(&self, button: &str) {
        let script = "document.querySelector(`[data-testid='${arguments[0]}']`).click();";
        self.client.execute(script, vec![json!(button)]).await.expect("a button");
    }
}
