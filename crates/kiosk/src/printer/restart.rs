//! The start of the program: what an earlier run left in a printer is taken back before anything is printed.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::{Cause, PrintEnd, PrintJob, Printer, PrinterStatus};

/// The longest a print waits for what lies before it to be taken back. Longer than a printer needs that
/// answers; one that does not answer prints nothing either.
const LONGEST: Duration = Duration::from_secs(10);

/// A printer that prints nothing before what an earlier run left in it was taken back. One that is away at the
/// start is asked again as soon as it answers, and before its first print at the latest.
pub struct AfterRestart {
    printer: Arc<dyn Printer>,
    /// Whether it was taken back; held while it is.
    taken_back: Arc<Mutex<bool>>,
}

impl AfterRestart {
    /// Begins to take back beside what the program does at its start.
    pub fn begin(printer: Arc<dyn Printer>) -> Arc<Self> {
        let this = Arc::new(Self { printer, taken_back: Arc::default() });
        let first = this.clone();
        tokio::spawn(async move { first.be_taken_back().await });
        this
    }

    async fn be_taken_back(&self) {
        take_back(&*self.printer, self.taken_back.clone().lock_owned().await).await;
    }
}

/// Takes back what an earlier run left, unless that is done.
async fn take_back(printer: &dyn Printer, mut done: OwnedMutexGuard<bool>) {
    if *done {
        return;
    }
    let taken = async {
        let before = is_there(printer.status().await);
        printer.take_back().await;
        before && is_there(printer.status().await)
    };
    *done = tokio::time::timeout(LONGEST, taken).await.unwrap_or(false);
}

/// Whether it answers.
fn is_there(status: PrinterStatus) -> bool {
    !matches!(status.cause, Some(Cause::Offline | Cause::Mute | Cause::InUse))
}

#[async_trait]
impl Printer for AfterRestart {
    fn trial(&self) -> bool {
        self.printer.trial()
    }

    async fn status(&self) -> PrinterStatus {
        let status = self.printer.status().await;
        // One that comes back with an old job in it would put it out for whoever stands there.
        if is_there(status)
            && let Ok(done) = self.taken_back.clone().try_lock_owned()
            && !*done
        {
            let printer = self.printer.clone();
            tokio::spawn(async move { take_back(&*printer, done).await });
        }
        status
    }

    fn described(&self) -> String {
        self.printer.described()
    }

    async fn print(&self, job: PrintJob) -> PrintEnd {
        self.be_taken_back().await;
        self.printer.print(job).await
    }

    async fn take_back(&self) {
        self.printer.take_back().await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex as Held;

    use tokio::sync::Semaphore;

    use super::super::{Gone, HandedOver, PaperKind};
    use super::*;

    /// Says what was asked of it, and takes back when it may.
    struct Told {
        asked: Held<Vec<&'static str>>,
        away: Held<bool>,
        may: Semaphore,
    }

    #[async_trait]
    impl Printer for Told {
        fn trial(&self) -> bool {
            false
        }

        async fn status(&self) -> PrinterStatus {
            match *self.away.lock().expect("the lock") {
                true => PrinterStatus::not_ready(Cause::Offline),
                false => PrinterStatus::READY,
            }
        }

        fn described(&self) -> String {
            String::new()
        }

        async fn print(&self, _: PrintJob) -> PrintEnd {
            self.asked.lock().expect("the lock").push("print");
            PrintEnd::Printed
        }

        async fn take_back(&self) {
            self.may.acquire().await.expect("it is never closed").forget();
            self.asked.lock().expect("the lock").push("take back");
        }
    }

    fn job() -> PrintJob {
        let (gone, handed_over) = (Gone::default(), HandedOver::default());
        PrintJob { title: PaperKind::Ticket, pdf: Vec::new(), copies: 1, gone, handed_over }
    }

    async fn asked(away: bool) -> (Arc<Told>, Arc<AfterRestart>) {
        let told = Arc::new(Told { asked: Held::default(), away: Held::new(away), may: Semaphore::new(0) });
        let printer = AfterRestart::begin(told.clone());
        (told, printer)
    }

    #[tokio::test]
    async fn nothing_is_printed_before_what_was_left_is_taken_back_and_that_happens_once() {
        let (told, printer) = asked(false).await;
        let print = tokio::spawn(async move { (printer.print(job()).await, printer.print(job()).await) });
        tokio::task::yield_now().await;
        assert!(told.asked.lock().expect("the lock").is_empty(), "the print waits");
        told.may.add_permits(9);
        assert_eq!(print.await.expect("a print"), (PrintEnd::Printed, PrintEnd::Printed));
        assert_eq!(*told.asked.lock().expect("the lock"), ["take back", "print", "print"]);
    }

    #[tokio::test]
    async fn a_printer_that_was_away_at_the_start_is_asked_again_before_its_first_print() {
        let (told, printer) = asked(true).await;
        told.may.add_permits(9);
        while told.asked.lock().expect("the lock").is_empty() {
            tokio::task::yield_now().await;
        }
        *told.away.lock().expect("the lock") = false;
        printer.print(job()).await;
        printer.print(job()).await;
        assert_eq!(*told.asked.lock().expect("the lock"), ["take back", "take back", "print", "print"]);
    }

    #[tokio::test]
    async fn a_printer_that_was_away_at_the_start_is_emptied_as_soon_as_it_answers() {
        let (told, printer) = asked(true).await;
        told.may.add_permits(9);
        while told.asked.lock().expect("the lock").is_empty() {
            tokio::task::yield_now().await;
        }
        assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Offline));
        tokio::task::yield_now().await;
        assert_eq!(told.asked.lock().expect("the lock").len(), 1, "it is still away");
        *told.away.lock().expect("the lock") = false;
        while told.asked.lock().expect("the lock").len() < 2 {
            assert_eq!(printer.status().await, PrinterStatus::READY);
            tokio::task::yield_now().await;
        }
        printer.print(job()).await;
        printer.status().await;
        tokio::task::yield_now().await;
        assert_eq!(*told.asked.lock().expect("the lock"), ["take back", "take back", "print"]);
    }
}
