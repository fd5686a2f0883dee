//! The app is killed while the printer has somebody's number: it never comes out for the next person, and staff
//! hear of it.

use std::time::{Duration, Instant};

use fantoccini::Locator;

use crate::journey;
use crate::product::{PATIENCE, Product, text_of};
use crate::simulated_printer::{Manner, Simulated};

/// Waits for what the printer does.
async fn until(what: &str, is: impl Fn() -> bool) {
    let started = Instant::now();
    while !is() {
        assert!(started.elapsed() < PATIENCE, "{what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[test]
fn a_number_that_was_on_its_way_when_the_app_was_killed_never_comes_out_and_staff_hear_of_it() {
    journey(async {
        let printer = Simulated::start(Manner::IsAtIt).await;
        printer.leave("report.docx", "a letter of the office");
        let product = Product::start(&[&format!("--printer={}", printer.uri)]).await;
        let group = product.group_of_counter_1().await;
        let first = product.take_number(&group).await;
        until("the printer never got the number", || printer.taken().len() == 2).await;

        let product = product.power_cut().await;
        until("the number was left in the printer", || printer.taken()[1].cancelled).await;
        assert!(!printer.taken()[0].cancelled, "what others print is theirs");
        printer.behave(Manner::Prints);

        let second = product.take_number(&group).await;
        assert_ne!(first, second);
        product.until_printed().await;
        let paper = printer.paper();
        assert_eq!(paper.len(), 2, "the letter, and one number");
        let folder = tempfile::tempdir().expect("a folder");
        let page = folder.path().join("page.pdf");
        std::fs::write(&page, &paper[1]).expect("a file");
        let said = text_of(&page);
        assert!(said.contains(&second) && !said.contains(&first), "{said}");

        product.open_counter(1).await;
        product.tap("nav-overview").await;
        let alert = Locator::Css("[data-testid^='alert-prints-']");
        let alert = product.client.wait().at_most(PATIENCE).for_element(alert).await.expect("staff are told");
        let told = alert.text().await.expect("its words");
        assert!(told.contains("bị ngắt khi đang in 1 giấy"), "{told}");
        product.close().await;
    });
}
