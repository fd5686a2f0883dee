//! The desk before a printer that is slow to say how it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use motcua_kiosk::print_desk::PrintDesk;
use motcua_kiosk::printer::{PrintEnd, PrintJob, Printer, PrinterStatus};

/// Says once that it is well, and then nothing any more.
#[derive(Default)]
struct Busy(AtomicBool);

#[async_trait]
impl Printer for Busy {
    fn trial(&self) -> bool {
        false
    }

    async fn status(&self) -> PrinterStatus {
        if self.0.swap(true, Ordering::SeqCst) {
            std::future::pending::<()>().await;
        }
        PrinterStatus::READY
    }

    fn described(&self) -> String {
        String::new()
    }

    async fn print(&self, _: PrintJob) -> PrintEnd {
        std::future::pending().await
    }

    async fn take_back(&self) {}
}

#[tokio::test]
async fn no_page_waits_for_a_printer_that_is_slow_to_say_how_it_is() {
    let desk = PrintDesk::new(Arc::new(Busy::default()));
    for _ in 0..3 {
        assert_eq!(desk.printer().await, PrinterStatus::READY.view(false), "what it said last");
    }
}
