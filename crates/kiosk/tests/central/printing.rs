//! What becomes of papers: told to staff when they did not come, counted when they are printed again.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use motcua_domain::paper::{Document, PaperSize};
use motcua_domain::wire::{PaperDeed, PaperEnd, PaperEvent};
use motcua_kiosk::citizen::{CitizenDesk, CitizenParts};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::paper_events::PaperEvents;
use motcua_kiosk::print_desk::PrintDesk;
use motcua_kiosk::printer::{Cause, PaperKind, PrintEnd, PrintJob, Printer, PrinterStatus};
use motcua_kiosk::view::PrintState;
use uuid::Uuid;

use crate::Kiosk;
use crate::simulated::SimulatedCentral;

/// A printer that ends every job as it is set to.
struct Set(Mutex<PrintEnd>);

impl Set {
    fn to(&self, end: PrintEnd) {
        *self.0.lock().expect("the lock") = end;
    }
}

#[async_trait]
impl Printer for Set {
    fn trial(&self) -> bool {
        false
    }

    async fn status(&self) -> PrinterStatus {
        PrinterStatus::READY
    }

    fn described(&self) -> String {
        "set".to_owned()
    }

    async fn print(&self, _: PrintJob) -> PrintEnd {
        *self.0.lock().expect("the lock")
    }

    async fn take_back(&self) {}
}

/// A desk before such a printer, and what it tells.
fn desk(kiosk: &Kiosk, end: PrintEnd) -> (Arc<Set>, Arc<PrintDesk>, Arc<PaperEvents>) {
    let printer = Arc::new(Set(Mutex::new(end)));
    let link = Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()));
    let events = PaperEvents::new(kiosk.store.clone(), kiosk.client.clone(), link, kiosk.clock.clone());
    let desk = PrintDesk::new(printer.clone()).telling(events.clone());
    (printer, Arc::new(desk), events)
}

fn page(_: bool) -> Document {
    Document { paper: PaperSize::Roll80, title: String::new(), footer: String::new(), blocks: Vec::new() }
}

/// What is kept to be told, once there is so much of it.
async fn kept(kiosk: &Kiosk, count: usize) -> Vec<PaperEvent> {
    loop {
        let events = kiosk.store.untold_paper_events().await.expect("a store");
        if events.len() >= count {
            return events;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_print_that_did_not_come_is_known_at_once_also_where_the_printer_says_it_is_ready() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let (printer, prints, events) = desk(&kiosk, PrintEnd::Unknown(Cause::Mute));
    let mut failed = events.failed();
    prints.start(PaperKind::Ticket, Arc::new(page));
    failed.changed().await.expect("told");
    let told = failed.borrow_and_update().clone().expect("a failure");
    assert_eq!((told.unknown, told.cause.as_deref()), (true, Some("mute")));
    printer.to(PrintEnd::Printed);
    prints.start(PaperKind::Ticket, Arc::new(page));
    failed.changed().await.expect("told");
    assert_eq!(*failed.borrow_and_update(), None, "the next paper came");
}

#[tokio::test]
async fn a_printer_that_never_says_whether_it_is_done_alarms_nobody_and_hides_no_alarm() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let (printer, prints, events) = desk(&kiosk, PrintEnd::Unknown(Cause::NoWord));
    let job = prints.start(PaperKind::Ticket, Arc::new(page));
    let end = prints.result(job).await.expect("its end");
    assert_eq!((end.state, end.cause.as_deref()), (PrintState::Unknown, Some("no_word")), "the person is asked");
    assert_eq!(*events.failed().borrow(), None);

    printer.to(PrintEnd::Failed(Some(Cause::Jam)));
    let job = prints.start(PaperKind::Ticket, Arc::new(page));
    prints.result(job).await.expect("its end");
    printer.to(PrintEnd::Unknown(Cause::NoWord));
    let job = prints.start(PaperKind::Ticket, Arc::new(page));
    prints.result(job).await.expect("its end");
    let told = events.failed().borrow().clone().expect("nobody said that it is well again");
    assert_eq!(told.cause.as_deref(), Some("jam"));
    prints.said_printed(job).await.expect("they say so");
    assert_eq!(*events.failed().borrow(), None);
}

#[tokio::test]
async fn each_copy_after_the_first_is_kept_to_be_told_with_how_it_ended() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let (printer, prints, _) = desk(&kiosk, PrintEnd::Failed(Some(Cause::NoPaper)));
    let ticket = Uuid::now_v7();
    let first = prints.start_of(ticket, PaperKind::Ticket, Arc::new(page));
    prints.result(first).await.expect("its end");
    let second = prints.reprint(first).expect("the first one ended");
    prints.result(second).await.expect("its end");
    printer.to(PrintEnd::Printed);
    let third = prints.reprint_by(second, Some("lan".to_owned())).expect("the second one ended");
    prints.result(third).await.expect("its end");
    let told: Vec<_> = kept(&kiosk, 2).await.into_iter().map(|event| (event.of, event.deed, event.officer)).collect();
    let copy = |copy, end| PaperDeed::Reprinted { copy, end };
    assert_eq!(
        told,
        [
            (Some(ticket), copy(1, PaperEnd::Failed), None),
            (Some(ticket), copy(2, PaperEnd::Printed), Some("lan".to_owned()))
        ]
    );
    let fourth = prints.reprint(first).expect("the first one once more");
    prints.result(fourth).await.expect("its end");
    let told = kept(&kiosk, 3).await;
    assert_eq!(told[2].deed, copy(3, PaperEnd::Printed), "counted by the paper, whichever copy is printed again");
    assert_eq!(prints.reprinted(), 2, "no paper came the first time");
}

#[tokio::test]
async fn a_persons_word_is_kept_as_theirs_and_only_where_the_printer_said_nothing() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let (printer, prints, events) = desk(&kiosk, PrintEnd::Unknown(Cause::Mute));
    let job = prints.start(PaperKind::Receipt, Arc::new(page));
    prints.result(job).await.expect("its end");
    prints.said_printed(job).await.expect("they say so");
    prints.said_printed(job).await.expect("pressed twice");
    let told: Vec<_> = kept(&kiosk, 1).await.into_iter().map(|event| (event.paper, event.deed)).collect();
    assert_eq!(told, [("receipt".to_owned(), PaperDeed::SaidPrinted)]);
    assert_eq!(prints.result(job).await.expect("its end").state, PrintState::Unknown, "never the printer's word");
    assert_eq!(*events.failed().borrow(), None);

    printer.to(PrintEnd::Failed(Some(Cause::Jam)));
    let job = prints.start(PaperKind::Receipt, Arc::new(page));
    prints.result(job).await.expect("its end");
    assert_eq!(prints.said_printed(job).await.expect_err("it said").code, "print-job-unknown");
}

#[tokio::test]
async fn after_three_further_copies_in_a_visit_people_go_to_a_counter() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let (_, prints, _) = desk(&kiosk, PrintEnd::Printed);
    let link = Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()));
    let measures = Measures::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
    let parts = kiosk.citizen_parts(link, None, measures);
    let citizen = CitizenDesk::new(CitizenParts { prints: prints.clone(), ..parts });
    let mut job = prints.start(PaperKind::Ticket, Arc::new(page));
    for _ in 0..3 {
        prints.result(job).await.expect("its end");
        job = citizen.reprint(job).await.expect("another copy");
    }
    prints.result(job).await.expect("its end");
    assert_eq!(citizen.reprint(job).await.expect_err("too many").code, "reprint-limit");
    citizen.end_visit().await;
    let job = prints.start(PaperKind::Ticket, Arc::new(page));
    prints.result(job).await.expect("its end");
    citizen.reprint(job).await.expect("the next person's");
}

/// The kind after this one; a new kind has no place here before it is named.
fn kind_after(kind: PaperKind) -> Option<PaperKind> {
    Some(match kind {
        PaperKind::Ticket => PaperKind::Appointment,
        PaperKind::Appointment => PaperKind::Receipt,
        PaperKind::Receipt => PaperKind::Acceptance,
        PaperKind::Acceptance => PaperKind::Checklist,
        PaperKind::Checklist => PaperKind::Draft,
        PaperKind::Draft => PaperKind::Review,
        PaperKind::Review => PaperKind::TestPage,
        PaperKind::TestPage => PaperKind::Readiness,
        PaperKind::Readiness => PaperKind::SupplementRequest,
        PaperKind::SupplementRequest => PaperKind::Refusal,
        PaperKind::Refusal => PaperKind::Extension,
        PaperKind::Extension => PaperKind::Discontinuation,
        PaperKind::Discontinuation => PaperKind::Control,
        PaperKind::Control => PaperKind::PaymentSlip,
        PaperKind::PaymentSlip => PaperKind::DayReport,
        PaperKind::DayReport => return None,
    })
}

#[tokio::test]
async fn what_becomes_of_every_kind_of_paper_can_be_told() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let (_, prints, _) = desk(&kiosk, PrintEnd::Printed);
    let kinds: Vec<_> = std::iter::successors(Some(PaperKind::Ticket), |kind| kind_after(*kind)).collect();
    for kind in &kinds {
        let first = prints.start(*kind, Arc::new(page));
        prints.result(first).await.expect("its end");
        prints.reprint(first).expect("the first one ended");
    }
    for event in kept(&kiosk, kinds.len()).await {
        assert!(event.is_sound(), "the central system refuses {:?}", event.paper);
    }
}

#[tokio::test]
async fn an_event_that_cannot_be_read_holds_up_none_after_it() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    for row in 0..150 {
        sqlx::query("INSERT INTO paper_event (id, event) VALUES ($1, 'half a ro')")
            .bind(format!("0000{row:04}"))
            .execute(&mut kiosk.database().await)
            .await
            .expect("a damaged row");
    }
    let (_, prints, _) = desk(&kiosk, PrintEnd::Printed);
    let first = prints.start(PaperKind::Ticket, Arc::new(page));
    prints.result(first).await.expect("its end");
    prints.reprint(first).expect("the first one ended");
    assert_eq!(kept(&kiosk, 1).await[0].paper, "ticket");
}
