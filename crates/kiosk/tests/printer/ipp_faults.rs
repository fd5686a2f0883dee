//! The fault table's rows over IPP: what the printer says before, how the print ends, and what is on paper once
//! the printer is well again. Nothing that is not on paper is ever called printed, and nothing of the first
//! person comes out for the second.

use ipp::model::StatusCode;
use motcua_kiosk::printer::{Cause, IppPrinter, PrintEnd, Printer, PrinterStatus};

use crate::job;
use crate::simulated::{MARK, Manner, Simulated};

/// A row of the table.
struct Fault {
    name: &'static str,
    manner: Manner,
    /// What the printer says before anything is handed over.
    status: PrinterStatus,
    end: PrintEnd,
    /// Whether the first person's page is on paper in the end.
    out: bool,
}

const READY: PrinterStatus = PrinterStatus::READY;

fn not_ready(cause: Cause) -> PrinterStatus {
    PrinterStatus::not_ready(cause)
}

fn table() -> Vec<Fault> {
    use Cause::{CoverOpen, Doubt, Jam, NoInk, NoPaper, Offline, OutputFull, PaperLow, Paused};
    use Manner::{CompletesUnprinted, CompletesWith, Says, SaysAfterTaking};
    use PrintEnd::{Failed, Printed, Unknown};
    let row = |name, manner, status, end, out| Fault { name, manner, status, end, out };
    let low = PrinterStatus { ready: true, cause: Some(PaperLow) };
    vec![
        row("well", Manner::Prints, READY, Printed, true),
        row("low on paper", Manner::LowOnPaper, low, Printed, true),
        row("no paper", Says("media-empty-warning"), not_ready(NoPaper), Failed(Some(NoPaper)), false),
        row("runs out", SaysAfterTaking("media-empty-error"), READY, Failed(Some(NoPaper)), false),
        row("open cover", Says("cover-open"), not_ready(CoverOpen), Failed(Some(CoverOpen)), false),
        row("opened", SaysAfterTaking("door-open-report"), READY, Failed(Some(CoverOpen)), false),
        row("jam", SaysAfterTaking("media-jam-error"), READY, Failed(Some(Jam)), false),
        row("full tray", Says("output-area-full"), not_ready(OutputFull), Failed(Some(OutputFull)), false),
        row("no toner", SaysAfterTaking("toner-empty-error"), READY, Failed(Some(NoInk)), false),
        row("shut down", Says("shutdown"), not_ready(Offline), Failed(Some(Offline)), false),
        row("mute", Manner::Mute, not_ready(Cause::Mute), Failed(Some(Cause::Mute)), false),
        row("mute with a job", Manner::TakesInSilence, READY, Unknown(Cause::Mute), false),
        row("dies in the middle", Manner::Dies, READY, Unknown(Cause::Mute), false),
        row("gives up", Manner::Aborts, READY, Failed(None), false),
        row("paused", Manner::Paused, not_ready(Paused), Printed, true),
        row("paused by its master", Manner::Stopped, not_ready(Paused), Failed(Some(Paused)), false),
        row("paused with the job", Manner::PausesAfterTaking, READY, Failed(Some(Paused)), false),
        row("holds the job", Manner::Holds, READY, Failed(Some(Paused)), false),
        row("errors", CompletesWith("errors-detected"), READY, Unknown(Doubt), true),
        row("warnings", CompletesWith("warnings-detected"), READY, Unknown(Doubt), true),
        row("cancelled at it", CompletesWith("job-canceled-at-device"), READY, Unknown(Doubt), true),
        row("completed, no paper", CompletesUnprinted(&["media-empty-error"]), READY, Unknown(NoPaper), false),
        row(
            "completed, paused + media-empty",
            CompletesUnprinted(&["paused", "media-empty"]),
            READY,
            Unknown(NoPaper),
            false,
        ),
        row("completed, stopped, none", CompletesUnprinted(&["none"]), READY, Unknown(Paused), false),
        row("completed, no toner", CompletesUnprinted(&["toner-empty-error"]), READY, Unknown(NoInk), false),
        row("completed, off", CompletesUnprinted(&["offline"]), READY, Unknown(Offline), false),
        row("completed, then full", CompletesUnprinted(&["spool-area-full"]), READY, Unknown(Doubt), false),
        row("printed, then paused", Manner::PausesAfterPrinting, READY, Printed, true),
    ]
}

/// How many ends say "printed" of a page that is on no paper.
async fn falsely_printed(printer: &IppPrinter, device: &Simulated, fault: &Fault) -> usize {
    assert_eq!(printer.status().await, fault.status, "{}", fault.name);
    let end = printer.print(job("first person")).await;
    assert_eq!(end, fault.end, "{}", fault.name);
    usize::from(end == PrintEnd::Printed && !device.paper().contains(&job("first person").pdf))
}

#[tokio::test]
async fn no_fault_is_called_printed_and_nothing_of_one_person_comes_out_for_the_next() {
    let mut false_printed = 0;
    for fault in table() {
        let device = Simulated::start(fault.manner).await;
        let printer = device.client();
        false_printed += falsely_printed(&printer, &device, &fault).await;
        device.behave(Manner::Prints);
        assert_eq!(printer.print(job("second person")).await, PrintEnd::Printed, "{}", fault.name);
        let on_paper: Vec<_> = if fault.out { vec!["first person", "second person"] } else { vec!["second person"] };
        let expected: Vec<_> = on_paper.into_iter().map(|person| job(person).pdf).collect();
        assert_eq!(device.paper(), expected, "{}", fault.name);
    }
    assert_eq!(false_printed, 0);
}

#[tokio::test]
async fn before_a_paused_queue_goes_on_old_jobs_of_this_kiosk_are_cancelled_and_no_others() {
    let device = Simulated::start(Manner::Paused).await;
    device.leave(&format!("receipt-{MARK}"), "an old receipt");
    device.leave("report.docx", "a letter of the office");
    device.leave("ticket-fedcba9876543210", "another kiosk's ticket");
    device.leave(&format!("ticket-{MARK}"), "an old ticket");
    assert_eq!(device.client().print(job("next person")).await, PrintEnd::Printed);
    let letters = ["a letter of the office", "another kiosk's ticket"].map(|text| text.as_bytes().to_vec());
    assert_eq!(device.paper(), [&letters[..], &[job("next person").pdf]].concat());
    assert_eq!(device.resumed(), 1);
}

#[tokio::test]
async fn a_queue_that_is_paused_again_and_again_is_left_to_staff_with_nothing_old_in_it() {
    let device = Simulated::start(Manner::Paused).await;
    let printer = device.client();
    for time in 1..=3 {
        assert_eq!(printer.print(job("a person")).await, PrintEnd::Printed, "time {time}");
        device.behave(Manner::Paused);
    }
    device.leave(&format!("ticket-{MARK}"), "an old ticket");
    assert_eq!(printer.print(job("a person")).await, PrintEnd::Failed(Some(Cause::Paused)));
    assert_eq!(printer.status().await, not_ready(Cause::Paused), "staff are told");
    assert_eq!(device.resumed(), 3);
    device.behave(Manner::Prints);
    assert_eq!(device.paper(), [job("a person").pdf, job("a person").pdf, job("a person").pdf]);
}

#[tokio::test]
async fn a_printer_that_comes_back_with_a_job_is_emptied_before_anybody_prints() {
    for says in [true, false] {
        let device = Simulated::start(Manner::MuteAfterTaking { says }).await;
        let printer = device.client();
        assert_eq!(printer.print(job("first person")).await, PrintEnd::Unknown(Cause::Mute), "says so: {says}");
        assert_eq!(printer.status().await, not_ready(Cause::Mute));
        assert!(!device.taken()[0].cancelled, "it hears nothing");

        // It answers again, and is slow to begin.
        device.leave("ticket-fedcba9876543210", "another kiosk's ticket");
        device.behave(Manner::IsAtIt);
        assert_eq!(printer.status().await, READY);
        assert!(device.taken()[0].cancelled, "says so: {says}");
        device.behave(Manner::Prints);
        assert_eq!(device.paper(), [b"another kiosk's ticket"], "says so: {says}");
    }
}

#[tokio::test]
async fn a_status_that_is_asked_for_takes_nothing_from_who_is_printing() {
    let device = Simulated::start(Manner::IsAtIt).await;
    let printer = std::sync::Arc::new(device.client());
    let at_it = printer.clone();
    let print = tokio::spawn(async move { at_it.print(job("a person")).await });
    while device.taken().is_empty() {
        tokio::task::yield_now().await;
    }
    for _ in 0..3 {
        assert_eq!(printer.status().await, READY);
    }
    device.behave(Manner::Prints);
    assert_eq!(print.await.expect("its end"), PrintEnd::Printed);
}

#[tokio::test]
async fn a_refusal_to_name_its_jobs_is_not_taken_for_none() {
    for refusal in [
        StatusCode::ClientErrorForbidden,
        StatusCode::ClientErrorNotAuthenticated,
        StatusCode::ServerErrorBusy,
        StatusCode::ServerErrorInternalError,
    ] {
        let device = Simulated::start(Manner::PausedTellsNoJobs(refusal)).await;
        device.leave(&format!("ticket-{MARK}"), "an old ticket");
        let end = device.client().print(job("next person")).await;
        assert_eq!(end, PrintEnd::Failed(Some(Cause::Paused)), "{refusal:?}");
        assert_eq!((device.resumed(), device.paper().len()), (0, 0), "{refusal:?}: nothing old comes out");
        device.behave(Manner::TellsNoJobs(refusal));
        assert_eq!(device.client().print(job("next person")).await, PrintEnd::Failed(Some(Cause::Mute)), "{refusal:?}");
    }
    // One that cannot name jobs keeps none.
    let device = Simulated::start(Manner::TellsNoJobs(StatusCode::ServerErrorOperationNotSupported)).await;
    assert_eq!(device.client().print(job("next person")).await, PrintEnd::Printed);
}

#[tokio::test]
async fn what_waits_in_the_queue_of_a_printer_is_cancelled_once_its_person_has_left() {
    for (manner, end, on_paper) in [
        (Manner::Queues, PrintEnd::Failed(None), vec![job("next person").pdf]),
        (Manner::IsAtIt, PrintEnd::Printed, vec![job("first person").pdf, job("next person").pdf]),
    ] {
        let device = Simulated::start(manner).await;
        let printer = std::sync::Arc::new(device.client());
        let page = job("first person");
        let (gone, first) = (page.gone.clone(), printer.clone());
        let print = tokio::spawn(async move { first.print(page).await });
        while device.taken().is_empty() {
            tokio::task::yield_now().await;
        }
        gone.leave();
        // What is on its way out of the device may finish.
        if manner == Manner::IsAtIt {
            device.behave(Manner::Prints);
        }
        assert_eq!(print.await.expect("its end"), end, "{manner:?}");
        device.behave(Manner::Prints);
        assert_eq!(printer.print(job("next person")).await, PrintEnd::Printed, "{manner:?}");
        assert_eq!(device.paper(), on_paper, "{manner:?}");
    }
}
