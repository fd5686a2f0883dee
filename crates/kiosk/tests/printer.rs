//! Printers: what they say is what is shown, and nothing of one person prints for another.

#[path = "printer/desk.rs"]
mod desk;
#[path = "printer/ipp_faults.rs"]
mod ipp_faults;
#[path = "printer/ippeve.rs"]
mod ippeve;
#[path = "printer/restarted.rs"]
mod restarted;
#[path = "printer/simulated.rs"]
mod simulated;

use std::sync::Arc;
use std::time::Duration;

use ippeve::Ippeve;
use motcua_domain::paper::{Document, PaperSize};
use motcua_kiosk::print_desk::{Composer, PrintDesk};
use motcua_kiosk::printer::{
    Cause, Gone, HandedOver, IppPrinter, PaperKind, Patience, PrintEnd, PrintJob, Printer, PrinterStatus, TrialPrinter,
};
use motcua_kiosk::view::PrintState;
use simulated::{Manner, Simulated};
use tokio::sync::mpsc;

/// A job that can be told from others.
fn job(text: &str) -> PrintJob {
    PrintJob {
        title: PaperKind::Ticket,
        pdf: format!("%PDF-1.4 {text}").into_bytes(),
        copies: 1,
        gone: Gone::default(),
        handed_over: HandedOver::default(),
    }
}

#[tokio::test]
async fn a_page_that_came_out_is_printed() {
    let Some(device) = Ippeve::start().await else { return };
    let printer = device.client();
    assert_eq!(printer.status().await, PrinterStatus::READY);
    assert_eq!(printer.print(job("one")).await, PrintEnd::Printed);
    assert_eq!(printer.print(PrintJob { copies: 2, ..job("two") }).await, PrintEnd::Printed);
    assert_eq!(device.printed(), [job("one").pdf, job("two").pdf, job("two").pdf]);
}

#[tokio::test]
async fn an_empty_tray_is_said_before_anything_is_handed_over() {
    let Some(device) = Ippeve::start().await else { return };
    let printer = device.client();
    device.set_trays(0);
    assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::NoPaper));
    assert_eq!(printer.print(job("first person")).await, PrintEnd::Failed(Some(Cause::NoPaper)));
    device.set_trays(20);
    assert_eq!(printer.print(job("second person")).await, PrintEnd::Printed);
    assert_eq!(device.printed(), [job("second person").pdf]);
}

#[tokio::test]
async fn a_job_that_met_a_fault_is_cancelled_and_never_prints_for_the_next_person() {
    let Some(device) = Ippeve::start().await else { return };
    let printer = device.client();
    let faults = [
        ("media-empty", Cause::NoPaper),
        ("media-empty-warning", Cause::NoPaper),
        ("cover-open", Cause::CoverOpen),
        ("media-jam", Cause::Jam),
        ("media-needed", Cause::NoPaper),
        ("input-tray-missing", Cause::NoPaper),
    ];
    let mut expected = Vec::new();
    for (reason, cause) in faults {
        device.set_state(&[reason]);
        let end = printer.print(job("first person")).await;
        // A device that is at a job may be slow to be done with what it was told to cancel.
        assert!([PrintEnd::Failed(Some(cause)), PrintEnd::Unknown(cause)].contains(&end), "{reason}: {end:?}");
        device.set_state(&[]);
        while !printer.status().await.ready {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(printer.print(job("second person")).await, PrintEnd::Printed, "{reason}");
        expected.push(job("second person").pdf);
        assert_eq!(device.printed(), expected, "{reason}");
    }
}

#[tokio::test]
async fn a_job_the_device_gave_up_is_failed() {
    let Some(device) = Ippeve::start().await else { return };
    device.set_state(&["broken"]);
    let end = device.client().print(job("one")).await;
    assert!(matches!(end, PrintEnd::Failed(_)), "{end:?}");
    assert!(device.printed().is_empty());
    device.set_state(&[]);
    assert_eq!(device.client().print(job("two")).await, PrintEnd::Printed);
    assert_eq!(device.printed(), [job("two").pdf]);
}

#[tokio::test]
async fn a_slow_page_is_waited_for_and_one_whose_printer_dies_at_it_is_unknown() {
    let Some(mut device) = Ippeve::start().await else { return };
    device.set_state(&["slow"]);
    let begin = |text: &'static str| {
        let (printer, page) = (device.client(), job(text));
        let handed_over = page.handed_over.watch();
        (handed_over, tokio::spawn(async move { printer.print(page).await }))
    };
    let (mut handed_over, slow) = begin("slow");
    handed_over.wait_for(|handed| *handed).await.expect("the job is there");
    assert_eq!(device.client().status().await, PrinterStatus::READY, "it is at it");
    assert!(!slow.is_finished());
    device.set_state(&[]);
    assert_eq!(slow.await.expect("its end"), PrintEnd::Printed);
    device.set_state(&["slow"]);
    let before = device.spooled();
    let (_, dies) = begin("dies");
    // It has the job before its plug is pulled.
    while device.spooled() <= before {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    device.stop();
    let end = dies.await.expect("its end");
    assert!(matches!(end, PrintEnd::Unknown(Cause::Offline | Cause::Mute)), "{end:?}");
    assert_eq!(device.printed(), [job("slow").pdf]);
}

#[tokio::test]
async fn a_printer_that_is_off_is_offline() {
    let Some(mut device) = Ippeve::start().await else { return };
    let printer = device.client();
    device.stop();
    assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Offline));
    let end = printer.print(job("one")).await;
    assert_eq!(end, PrintEnd::Failed(Some(Cause::Offline)));
    let shown = end.view(false);
    assert_eq!((shown.state, shown.cause.as_deref()), (PrintState::Failed, Some("offline")));
}

#[tokio::test]
async fn a_printer_that_says_nothing_is_mute() {
    // It takes connections and never answers: the listener's backlog holds them.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let uri = format!("ipp://{}/ipp/print", listener.local_addr().expect("its address"));
    let patience = Patience { answer: Duration::from_millis(300), ..Patience::default() };
    let printer = IppPrinter::with_patience(&uri, patience).expect("an address");
    assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Mute));
}

#[tokio::test]
async fn a_stopped_queue_is_given_nothing() {
    let device = Simulated::start(Manner::Stopped).await;
    let printer = device.client();
    assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Paused));
    assert_eq!(printer.print(job("one")).await, PrintEnd::Failed(Some(Cause::Paused)));
    assert!(device.taken().is_empty());
}

#[tokio::test]
async fn a_job_caught_in_a_stopped_queue_is_cancelled() {
    let device = Simulated::start(Manner::PausesAfterTaking).await;
    assert_eq!(device.client().print(job("one")).await, PrintEnd::Failed(Some(Cause::Paused)));
    let taken = device.taken();
    assert!(taken.len() == 1 && taken[0].cancelled, "{taken:?}");
    assert!(taken[0].name.starts_with("ticket-"), "the device learns no more than the kind of paper: {taken:?}");
}

#[tokio::test]
async fn completed_with_errors_is_not_called_printed() {
    let device = Simulated::start(Manner::CompletesWith("job-completed-with-errors")).await;
    assert_eq!(device.client().print(job("one")).await, PrintEnd::Unknown(Cause::Doubt));
}

#[tokio::test]
async fn a_job_taken_in_silence_is_unknown_and_is_cancelled() {
    let device = Simulated::start(Manner::TakesInSilence).await;
    let printer = device.client();
    assert_eq!(printer.print(job("first person")).await, PrintEnd::Unknown(Cause::Mute));
    assert!(device.taken()[0].cancelled);
    device.behave(Manner::Prints);
    assert_eq!(printer.print(job("second person")).await, PrintEnd::Printed);
    assert_eq!(device.taken()[1].document, job("second person").pdf);
}

#[tokio::test]
async fn low_on_paper_is_a_warning_and_prints() {
    let device = Simulated::start(Manner::LowOnPaper).await;
    let status = device.client().status().await;
    assert_eq!(status, PrinterStatus { ready: true, cause: Some(Cause::PaperLow) });
    assert_eq!(device.client().print(job("one")).await, PrintEnd::Printed);
}

/// A page that says when it is made.
fn page(made: &mpsc::UnboundedSender<()>) -> Composer {
    let made = made.clone();
    Arc::new(move |_| {
        made.send(()).expect("somebody listens");
        let (title, footer) = ("a page".to_owned(), String::new());
        Document { paper: PaperSize::Roll80, title, footer, blocks: Vec::new() }
    })
}

#[tokio::test]
async fn what_waits_behind_another_paper_is_not_printed_once_its_person_has_left() {
    let device = Simulated::start(Manner::IsAtIt).await;
    let printer: Arc<dyn Printer> = Arc::new(device.client());
    let (officer, citizen) = (PrintDesk::new(printer.clone()), PrintDesk::new(printer));
    let (send, mut made) = mpsc::unbounded_channel();
    let first = officer.start(PaperKind::Acceptance, page(&send));
    while device.taken().is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    made.recv().await.expect("the officer's page");

    citizen.start(PaperKind::Receipt, page(&send));
    made.recv().await.expect("the receipt, which now waits for the printer");
    citizen.start(PaperKind::Receipt, page(&send));
    citizen.forget();
    device.behave(Manner::Prints);
    assert_eq!(officer.result(first).await.expect("its end").state, PrintState::Printed);

    let next = citizen.start(PaperKind::Ticket, page(&send));
    assert_eq!(citizen.result(next).await.expect("its end").state, PrintState::Printed);
    let kinds: Vec<String> = device.taken().iter().filter_map(|job| Some(job.name.split_once('-')?.0.into())).collect();
    assert_eq!(kinds, ["acceptance", "ticket"]);
    made.recv().await.expect("the ticket");
    assert!(made.is_empty(), "what waited for its turn before the printer was not even made");
}

#[tokio::test]
async fn a_stopped_printer_is_known_by_its_reason() {
    let device = Simulated::start(Manner::Says("media-empty-error")).await;
    assert_eq!(device.client().status().await, PrinterStatus::not_ready(Cause::NoPaper));
    device.behave(Manner::Says("cover-open-report"));
    assert_eq!(device.client().status().await, PrinterStatus::not_ready(Cause::CoverOpen));
}

#[test]
fn an_address_is_ipp_or_http() {
    for good in ["ipp://printer.local/ipp/print", "ipp://10.0.0.7:8631/ipp/print", "http://10.0.0.7:631/ipp/print"] {
        assert!(IppPrinter::new(good).is_ok(), "{good}");
    }
    for bad in ["", "printer", "ftp://10.0.0.7/", "ipps://10.0.0.7/", "ipp://", "file:///dev/lp0"] {
        assert!(IppPrinter::new(bad).is_err(), "{bad}");
    }
}

#[tokio::test]
async fn the_trial_printer_writes_whole_files_with_names_that_tell_of_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let printer = TrialPrinter::new(folder.path().join("in"));
    assert!(printer.trial());
    assert_eq!(printer.status().await, PrinterStatus::READY);
    assert_eq!(printer.print(job("one")).await, PrintEnd::Printed);
    let receipt = PrintJob { title: PaperKind::Receipt, ..job("two") };
    assert_eq!(TrialPrinter::new(folder.path().join("in")).print(receipt).await, PrintEnd::Printed);
    let left = job("three");
    left.gone.leave();
    assert_eq!(printer.print(left).await, PrintEnd::Failed(None));
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path().join("in")).expect("it").flatten().map(|e| e.file_name()).collect();
    names.sort();
    assert_eq!(names, ["000001-ticket.pdf", "000002-receipt.pdf"]);
    let written = std::fs::read(folder.path().join("in/000001-ticket.pdf")).expect("a file");
    assert_eq!(written, job("one").pdf);
}

#[tokio::test]
async fn a_trial_folder_that_cannot_be_written_prints_nothing_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a-file");
    std::fs::write(&file, "in the way").expect("a file");
    let printer = TrialPrinter::new(file.join("in"));
    assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Offline));
    assert_eq!(printer.print(job("one")).await, PrintEnd::Failed(Some(Cause::Offline)));
    assert_eq!(std::fs::read_to_string(file).expect("a file"), "in the way");
}
