//! A program that was cut off while papers were on their way, and starts again.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use motcua_domain::paper::{Document, PaperSize};
use motcua_domain::time::Moment;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::print_desk::{Composer, PrintDesk, PrintStage};
use motcua_kiosk::print_journal::PrintJournal;
use motcua_kiosk::printer::{AfterRestart, PaperKind, PrintEnd, Printer};
use motcua_kiosk::store::{Identity, Store};
use motcua_kiosk::view::PrintState;
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;
use tokio::time::{Duration, sleep};

use crate::job;
use crate::simulated::{MARK, Manner, Simulated};

const HOUR: i64 = 60 * 60 * 1000;

struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// A machine's disk and clock, which outlive its program.
struct Machine {
    folder: TempDir,
    clock: Arc<SetClock>,
}

/// A run of its program.
struct Run {
    store: Store,
    journal: Arc<PrintJournal>,
    desk: PrintDesk,
}

impl Machine {
    fn new() -> Self {
        let clock = Arc::new(SetClock(AtomicI64::new(1_795_395_800_000)));
        Self { folder: tempfile::tempdir().expect("a folder"), clock }
    }

    async fn run(&self, printer: Arc<dyn Printer>) -> Run {
        let seal = Identity::load(self.folder.path()).expect("an identity").seal().expect("a seal");
        let store = Store::open(self.folder.path(), seal).await.expect("a store");
        let journal = PrintJournal::open(store.clone(), self.clock.clone());
        Run { store, journal: journal.clone(), desk: PrintDesk::new(printer).with_journal(journal) }
    }

    fn later(&self, millis: i64) {
        self.clock.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Run {
    /// Waits until the journal tells this of its prints.
    async fn until(&self, told: &[(&str, &str, Option<&str>)]) {
        loop {
            let rows = self.store.prints().await.expect("the journal");
            let rows: Vec<_> =
                rows.iter().map(|(paper, state, cause)| (&**paper, &**state, cause.as_deref())).collect();
            if rows == told {
                return;
            }
            sleep(Duration::from_millis(10)).await;
        }
    }
}

fn page() -> Composer {
    Arc::new(|_| {
        let (title, footer) = ("a page".to_owned(), String::new());
        Document { paper: PaperSize::Roll80, title, footer, blocks: Vec::new() }
    })
}

#[tokio::test]
async fn the_journal_knows_each_print_from_its_turn_to_its_end() {
    let (machine, device) = (Machine::new(), Simulated::start(Manner::IsAtIt).await);
    let run = machine.run(Arc::new(device.client())).await;
    let first = run.desk.start(PaperKind::Ticket, page());
    run.until(&[("ticket", "sent", None)]).await;
    assert_eq!(run.desk.stage(first), Ok(PrintStage::Sent));
    let second = run.desk.start(PaperKind::Receipt, page());
    assert_eq!(run.desk.stage(second), Ok(PrintStage::Queued), "it waits for its turn");
    device.behave(Manner::Prints);
    let end = run.desk.result(first).await.expect("its end");
    assert_eq!((end.state, run.desk.stage(first)), (PrintState::Printed, Ok(PrintStage::Ended(end.clone()))));
    run.desk.result(second).await.expect("its end");
    device.behave(Manner::Says("media-jam"));
    let again = run.desk.reprint(first).expect("a reprint");
    assert_eq!(run.desk.result(again).await.expect("its end").state, PrintState::Failed);
    run.until(&[("ticket", "printed", None), ("receipt", "printed", None), ("ticket", "failed", Some("jam"))]).await;
    assert_eq!(run.journal.cut_off().await.expect("a count"), 0);
}

#[tokio::test]
async fn what_was_on_its_way_when_the_program_was_cut_off_is_unknown_and_never_printed() {
    let (machine, device) = (Machine::new(), Simulated::start(Manner::Holds).await);
    let cut_off = machine.run(Arc::new(device.client())).await;
    cut_off.desk.start(PaperKind::Ticket, page());
    cut_off.until(&[("ticket", "sent", None)]).await;

    // The program is gone, and its job lies in the printer, where one of another kiosk lies as well.
    device.behave(Manner::Stopped);
    device.leave("ticket-fedcba9876543210", "another kiosk's ticket");
    let printer = AfterRestart::begin(Arc::new(device.client()));
    let run = machine.run(printer.clone()).await;
    run.until(&[("ticket", "unknown", Some("interrupted"))]).await;
    assert_eq!(run.journal.cut_off().await.expect("a count"), 1, "staff are told");
    while !device.taken()[0].cancelled {
        sleep(Duration::from_millis(10)).await;
    }
    device.behave(Manner::Prints);
    assert_eq!(printer.print(job("next person")).await, PrintEnd::Printed);
    assert_eq!(device.paper(), [b"another kiosk's ticket".to_vec(), job("next person").pdf]);

    machine.later(4 * HOUR + 1);
    assert_eq!(run.journal.cut_off().await.expect("a count"), 0, "somebody has looked into the tray by then");
    machine.later(30 * 24 * HOUR);
    let run = machine.run(printer).await;
    run.until(&[]).await;
}

#[tokio::test]
async fn an_old_job_is_gone_before_the_first_print_also_when_the_printer_was_away_at_the_start() {
    let device = Simulated::start(Manner::Mute).await;
    device.leave(&format!("receipt-{MARK}"), "an old receipt");
    let printer = AfterRestart::begin(Arc::new(device.client()));
    sleep(Duration::from_millis(1)).await;
    device.behave(Manner::Paused);
    assert_eq!(printer.print(job("next person")).await, PrintEnd::Printed);
    assert_eq!(device.paper(), [job("next person").pdf]);
}

#[tokio::test]
async fn an_old_job_is_cancelled_as_soon_as_a_printer_answers_that_was_away_at_the_start() {
    let device = Simulated::start(Manner::Mute).await;
    device.leave(&format!("receipt-{MARK}"), "an old receipt");
    let printer = AfterRestart::begin(Arc::new(device.client()));
    printer.status().await;
    assert!(!device.taken()[0].cancelled, "it hears nothing");
    device.behave(Manner::IsAtIt);
    // Nobody prints: the machine only asks how the printer is, as it does all day.
    while !device.taken()[0].cancelled {
        printer.status().await;
        sleep(Duration::from_millis(10)).await;
    }
    device.behave(Manner::Prints);
    assert!(device.paper().is_empty());
}

#[tokio::test]
async fn a_journal_that_cannot_be_written_holds_up_no_paper() {
    let (machine, device) = (Machine::new(), Simulated::start(Manner::Prints).await);
    let run = machine.run(Arc::new(device.client())).await;
    run.until(&[]).await;
    let file = machine.folder.path().join("kiosk.sqlite");
    let address = format!("sqlite://{}", file.display());
    let mut other = SqliteConnection::connect(&address).await.expect("the file");
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.expect("the lock");
    let print = run.desk.start(PaperKind::Ticket, page());
    assert_eq!(run.desk.result(print).await.expect("its end").state, PrintState::Printed);
    assert!(run.store.prints().await.expect("the journal").is_empty(), "nothing could be written");
    sqlx::query("ROLLBACK").execute(&mut other).await.expect("the lock is given back");
    run.until(&[("ticket", "printed", None)]).await;
}
