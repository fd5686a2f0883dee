//! Scene 11 with each fault of a printer: a number in three touches at most, large on the screen and true to
//! what the printer said, staff who know, and another paper marked "IN LẠI" when it works again.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::central::Central;
use crate::journey;
use crate::product::{PATIENCE, Product, text_of};
use crate::simulated_printer::{Manner, Simulated};

/// What a printer does, and what people are told.
struct Fault {
    manner: Manner,
    /// What is said before somebody starts; nothing where the printer seems well.
    before: Option<&'static str>,
    /// How the print ends: `failed` or `unknown`.
    ends: &'static str,
    /// Why, to its person.
    why: &'static str,
    /// Why, to staff.
    staff: &'static str,
}

const FAULTS: &[Fault] = &[
    Fault {
        manner: Manner::Says("media-empty-error"),
        before: Some("hết giấy"),
        ends: "failed",
        why: "hết giấy",
        staff: "nạp thêm giấy",
    },
    Fault {
        manner: Manner::Says("cover-open-report"),
        before: Some("nắp máy in đang mở"),
        ends: "failed",
        why: "nắp máy in đang mở",
        staff: "đóng nắp",
    },
    Fault {
        manner: Manner::Stopped,
        before: Some("tạm dừng"),
        ends: "failed",
        why: "tạm dừng",
        staff: "cho máy chạy tiếp",
    },
    // Mute: it takes the paper's data and never says what became of it.
    Fault {
        manner: Manner::TakesInSilence,
        before: None,
        ends: "unknown",
        why: "máy in không trả lời",
        staff: "không trả lời",
    },
    // It says that it is done, and that there were errors.
    Fault {
        manner: Manner::CompletesWith("job-completed-with-errors"),
        before: None,
        ends: "unknown",
        why: "máy in báo có lỗi khi in",
        staff: "máy in báo có lỗi khi in",
    },
    // It dies in the middle, and nobody knows how far it came.
    Fault {
        manner: Manner::Dies, before: None, ends: "unknown", why: "máy in không trả lời", staff: "không trả lời"
    },
    // Somebody pauses it in the middle: the job is taken back.
    Fault {
        manner: Manner::PausesAfterTaking,
        before: None,
        ends: "failed",
        why: "tạm dừng",
        staff: "cho máy chạy tiếp",
    },
];

impl Product {
    /// Waits until the page says that a print ended so, and returns what it says.
    async fn until_print_ends(&self, state: &str) -> String {
        let started = Instant::now();
        loop {
            let shown = self.see("print-state").await;
            if shown.attr("data-state").await.ok().flatten().as_deref() == Some(state) {
                return shown.text().await.expect("its text");
            }
            assert!(started.elapsed() < PATIENCE, "it never was {state}: {}", self.page_text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// The text of a paper that a printer was given.
fn read(document: &[u8]) -> String {
    let pdf = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(pdf.path(), document).expect("written");
    text_of(pdf.path())
}

#[test]
fn a_number_is_given_whatever_is_the_matter_with_the_printer() {
    journey(async {
        let printer = Simulated::start(Manner::Prints).await;
        let central = Central::start().await;
        let printer_option = format!("--printer={}", printer.uri);
        let product = central.product(&["--faces=citizen,staff", "--name=Ki-ốt 2", &printer_option]).await;
        product.open_counter(1).await;
        let group = product.group_of_counter_1().await;

        for fault in FAULTS {
            let case = format!("{:?}", fault.manner);
            let before = printer.taken().len();
            printer.behave(fault.manner);
            product.on("citizen").await;
            match fault.before {
                Some(why) => {
                    product.until("printer-notice", why, |said| said.contains(why) && said.contains("quầy")).await;
                }
                None => assert!(!product.sees("printer-notice").await, "{case}"),
            }

            // Two touches to the number, whatever the printer does.
            let label = product.take_number(&group).await;
            let height = product.see("ticket-label").await.rectangle().await.expect("a number").3;
            assert!(height > 120.0, "{case}: the number is {height} pixels high");
            let told = product.until_print_ends(fault.ends).await;
            assert!(told.contains(fault.why), "{case}: {told}");
            assert!(told.contains("vẫn có giá trị"), "{case}: {told}");
            assert!(!told.contains("Đã in"), "{case}: {told}");

            product.on("staff").await;
            product
                .until("printer-trouble", fault.staff, |said| said.contains("Ki-ốt 2") && said.contains(fault.staff))
                .await;

            // Nothing of what failed is left to come out when the printer works again.
            if fault.ends == "failed" {
                assert!(printer.taken()[before..].iter().all(|job| job.cancelled), "{case}");
            }
            printer.behave(Manner::Prints);
            product.on("citizen").await;
            product.tap("reprint").await;
            product.until_printed().await;
            let paper = printer.taken().pop().expect("a paper");
            let text = read(&paper.document);
            assert!(text.contains("IN LẠI") && text.contains(&label), "{case}: {text}");
            assert!(!paper.cancelled, "{case}");

            product.on("staff").await;
            product.until_gone("printer-trouble").await;
            let started = Instant::now();
            loop {
                let view = product.invoke("console", json!({})).await.expect("the console");
                let waiting = view["queue"]["waiting"].as_array().expect("a queue").clone();
                let own = waiting.iter().find(|ticket| ticket["label"] == json!(label)).expect("it waits");
                if own["reprints"].as_u64() > Some(0) {
                    break;
                }
                assert!(started.elapsed() < PATIENCE, "{case}: that it was printed again is never counted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            product.on("citizen").await;
            product.tap("home").await;
            product.see("tile-ticket").await;
        }

        // A printer that says nothing, and a person who holds the paper: their word, and not the printer's.
        printer.behave(Manner::CompletesWith("job-completed-with-errors"));
        product.take_number(&group).await;
        product.until_print_ends("unknown").await;
        product.tap("print-came").await;
        product.see("print-said").await;
        assert!(!product.text("print-state").await.contains("Đã in"));
        product.tap("home").await;
        product.see("tile-ticket").await;

        // Low on paper is for staff to know, in time, and as a warning.
        printer.behave(Manner::LowOnPaper);
        product.on("staff").await;
        product.until("printer-trouble", "low", |said| said.contains("sắp hết giấy")).await;
        assert_eq!(
            product.see("printer-trouble").await.attr("data-soon").await.expect("a page").as_deref(),
            Some("true")
        );
        product.on("citizen").await;
        assert!(!product.sees("printer-notice").await);
        product.close().await;
        central.stop().await;
    });
}
