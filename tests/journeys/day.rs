//! Scene 12: an officer's whole day, by keys, and the board that follows.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};

use crate::journey;
use crate::product::Product;

const F2: char = '\u{e032}';
const F3: char = '\u{e033}';
const F6: char = '\u{e036}';
const F7: char = '\u{e037}';
const F8: char = '\u{e038}';
const F9: char = '\u{e039}';
const F10: char = '\u{e03a}';
const F11: char = '\u{e03b}';
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';

/// The officer at the console.
struct Officer<'a>(&'a Product);

impl Officer<'_> {
    /// Presses keys together, as fingers do, when the console is not at something.
    async fn press(&self, keys: &[char]) {
        self.0.until("counter-status", "ready", |told| told == "Số tại quầy").await;
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.0.client.perform_actions(actions).await.expect("keys");
    }

    /// Calls the next number, and the board shows it at this counter.
    async fn call(&self, label: &str, counter: &str) {
        self.press(&[F8]).await;
        self.has(label).await;
        self.0.on("board").await;
        self.0.until("now-label", label, |shown| shown == label).await;
        self.0.until("now-counter", counter, |shown| shown.contains(counter)).await;
        self.0.on("staff").await;
    }

    /// Waits until the number is at the counter.
    async fn has(&self, label: &str) {
        self.0.until("current-label", label, |shown| shown == label).await;
    }

    /// Waits until the console says what was done with a number, as the central system accepted it.
    async fn did(&self, what: &str, label: &str) {
        self.0.until("done", what, |told| told.contains(label) && told.contains(what)).await;
    }

    /// Waits until the board no longer calls the number.
    async fn is_off_the_board(&self, label: &str) {
        self.0.on("board").await;
        let started = Instant::now();
        while self.0.sees(&format!("called-{label}")).await {
            assert!(started.elapsed() < Duration::from_secs(30), "{label} stays on the board");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.0.on("staff").await;
    }
}

#[test]
fn an_officer_has_a_whole_day_by_keys() {
    journey(async {
        let product = Product::start(&[]).await;
        let branch = product.branch().await;
        let group = branch["counters"][2]["groups"][0].as_str().expect("a group").to_owned();
        let mut labels = Vec::new();
        for _ in 0..4 {
            labels.push(product.take_number(&group).await);
            product.tap("home").await;
        }
        let [first, second, third, fourth] = labels.as_slice() else { unreachable!("four numbers") };

        product.open_counter(3).await;
        let officer = Officer(&product);
        officer.call(first, "3").await;
        officer.press(&[F7]).await;
        officer.press(&[F6]).await;
        officer.did("vắng mặt", first).await;
        officer.is_off_the_board(first).await;
        product.see(&format!("missed-{first}")).await;

        // Sent to counter 5 under the same number: it is found, chosen and sent by keys.
        officer.call(second, "3").await;
        officer.press(&[F9]).await;
        product.until("current-state", "served", |told| told.contains("Đang phục vụ")).await;
        officer.press(&[F3]).await;
        product.see("transfer-find").await;
        officer.press(&['5']).await;
        product.until("transfer-send", "to counter 5", |told| told.contains("Quầy 5")).await;
        officer.press(&[ENTER]).await;
        officer.did("Quầy 5", second).await;
        product.on("board").await;
        product.see(&format!("waiting-{second}")).await;
        product.on("staff").await;
        assert!(!product.sees(&format!("waiting-{second}")).await, "it waits for counter 3 no longer");

        // Parked, and back.
        officer.call(third, "3").await;
        officer.press(&[F9]).await;
        product.see("finish").await;
        officer.press(&[F2]).await;
        officer.did("giữ lại", third).await;
        officer.is_off_the_board(third).await;
        product.tap(&format!("open-{third}")).await;
        product.tap("ticket-resume").await;
        officer.has(third).await;
        officer.press(&[F9]).await;
        product.see("finish").await;
        officer.press(&[F10]).await;
        officer.did("kết thúc", third).await;

        // Finished by mistake: it goes on where it was, and nobody else was called.
        officer.press(&[CONTROL, 'z']).await;
        officer.has(third).await;
        officer.press(&[F10]).await;
        officer.did("kết thúc", third).await;
        officer.is_off_the_board(third).await;

        // On a break nobody is called.
        officer.press(&[F11]).await;
        product.see("on-break").await;
        assert!(!product.sees("call-next").await);
        officer.press(&[F8]).await;
        officer.press(&[F11]).await;
        officer.call(fourth, "3").await;
        officer.press(&[F9]).await;
        product.see("finish").await;
        product.tap("sign-out").await;
        product.until("problem", "somebody is there", |told| told.contains(fourth)).await;
        officer.press(&[F10]).await;
        officer.did("kết thúc", fourth).await;

        // Counter 5 gets who was sent to it.
        product.tap("close-counter").await;
        product.tap("counter-5").await;
        product.see("call-next").await;
        officer.call(second, "5").await;
        officer.press(&[F9]).await;
        product.see("finish").await;
        officer.press(&[F10]).await;
        officer.did("kết thúc", second).await;
        product.tap("sign-out").await;
        product.see("sign-in").await;
        product.on("board").await;
        for label in [first, second, third, fourth] {
            assert!(
                !product.sees(&format!("called-{label}")).await && !product.sees(&format!("waiting-{label}")).await
            );
        }
        product.close().await;
    });
}

#[test]
fn a_number_is_called_out_of_turn_and_given_back() {
    journey(async {
        let product = Product::start(&[]).await;
        let group = product.group_of_counter_1().await;
        let first = product.take_number(&group).await;
        product.tap("home").await;
        let second = product.take_number(&group).await;
        product.tap("home").await;
        product.open_counter(1).await;
        let officer = Officer(&product);
        product.tap(&format!("open-{second}")).await;
        product.tap("ticket-call-specific").await;
        officer.has(&second).await;
        product.until("why", "an officer's choice", |told| told.contains("cán bộ chọn")).await;
        product.tap("cancel").await;
        product.see("cancel-given-back").await;
        officer.has(&second).await;
        product.tap("cancel-given-back").await;
        officer.did("hủy", &second).await;
        officer.is_off_the_board(&second).await;

        // Called by mistake: it goes back to its place, before who came later.
        officer.call(&first, "1").await;
        officer.press(&[CONTROL, 'z']).await;
        officer.did("hàng chờ", &first).await;
        product.see(&format!("waiting-{first}")).await;
        product.tap("nav-overview").await;
        let counter = product.text("at-counter-1").await;
        assert!(counter.contains("Quản trị") && !counter.contains(&first), "{counter}");
        product.close().await;
    });
}

#[test]
fn a_supervisor_sets_the_centre_up_in_the_form() {
    journey(async {
        let product = Product::start(&[]).await;
        let branch = product.branch().await;
        let service = branch["counters"][2]["serves"][0].as_str().expect("a service").to_owned();
        product.open_counter(3).await;
        product.tap("nav-settings").await;
        // Nobody would call for the service any more: refused in words, and nothing is lost.
        product.tap("set-counter-3").await;
        product.tap(&format!("way-{service}-no")).await;
        product.tap("settings-save").await;
        product.until("problem", "a refusal", |told| told.contains("Chưa có quầy nào nhận việc")).await;
        product.tap("add-counter").await;
        product.tap(&format!("way-{service}-serves")).await;
        product.tap("settings-save").await;
        product.see("settings-saved").await;

        // In force at once: a number of the service is called at the new counter.
        let label = product.take_number(branch["counters"][2]["groups"][0].as_str().expect("a group")).await;
        product.on("staff").await;
        product.tap("nav-queue").await;
        product.tap("close-counter").await;
        product.tap("counter-9").await;
        product.see(&format!("waiting-{label}")).await;
        Officer(&product).call(&label, "9").await;
        product.close().await;
    });
}
