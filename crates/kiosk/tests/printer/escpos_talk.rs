//! The talk with a device: what it is asked, what its words are worth, and that it never holds anybody up.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use motcua_domain::paper::{Document, PaperSize};
use motcua_kiosk::printer::{
    Cause, EscPosAddressError, EscPosPrinter, Patience, PrintEnd, PrintJob, Printer, PrinterStatus,
};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::escpos_simulator::{EscPosSimulator, Manner};
use crate::{came_out, dots, driver, job, simulated};

#[tokio::test]
async fn a_model_without_process_ids_is_never_said_to_have_printed() {
    let (device, printer) = simulated(Manner::NoProcessId);
    printer.take_back().await;
    assert_eq!(printer.status().await, PrinterStatus::READY);
    assert_eq!(printer.print(job("A001")).await, PrintEnd::Unknown(Cause::NoWord));
    assert_eq!(came_out(&device), [dots("A001")], "it has printed, though nobody can know");
    // Told so by its address, it is not even asked.
    let told = driver(&device, "process-id=no");
    assert_eq!(told.print(job("A002")).await, PrintEnd::Unknown(Cause::NoWord));
    assert_eq!(came_out(&device), [dots("A001"), dots("A002")]);
    assert!(device.complaints().is_empty(), "{:?}", device.complaints());
}

#[tokio::test]
async fn automatic_status_is_no_answer() {
    let (device, printer) = simulated(Manner::SendsAsb);
    assert_eq!(printer.status().await, PrinterStatus::READY);
    assert_eq!(printer.print(job("A001")).await, PrintEnd::Printed);
    assert_eq!(came_out(&device), [dots("A001")]);
}

#[tokio::test]
async fn a_device_that_babbles_says_nothing() {
    let (device, printer) = simulated(Manner::Babbles);
    assert!(!printer.status().await.ready);
    assert!(matches!(printer.print(job("A001")).await, PrintEnd::Failed(_)));
    assert!(came_out(&device).is_empty());
}

#[tokio::test]
async fn an_answer_that_comes_late_is_none_and_is_not_taken_for_the_next_ones() {
    for device in [EscPosSimulator::tcp(Manner::AnswersLate), EscPosSimulator::serial(Manner::AnswersLate)] {
        let printer = driver(&device, "process-id=yes");
        assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Mute));
        assert_eq!(printer.print(job("A001")).await, PrintEnd::Failed(Some(Cause::Mute)));
        device.behave(Manner::NoPaper);
        // On a serial line what is still to come of its answers comes first.
        while printer.status().await != PrinterStatus::not_ready(Cause::NoPaper) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(printer.print(job("A002")).await, PrintEnd::Failed(Some(Cause::NoPaper)));
        device.behave(Manner::Prints);
        assert_eq!(printer.print(job("A003")).await, PrintEnd::Printed);
        assert_eq!(came_out(&device), [dots("A003")]);
    }
}

#[tokio::test]
async fn what_a_cheap_model_cannot_drop_is_cut_off_before_the_next_page() {
    let (device, printer) = simulated(Manner::CheapAndPaperEndsMidway);
    assert_eq!(printer.print(job("A001")).await, PrintEnd::Unknown(Cause::NoPaper));
    device.behave(Manner::Prints);
    assert_eq!(printer.print(job("A002")).await, PrintEnd::Unknown(Cause::NoWord));
    let papers = came_out(&device);
    assert_eq!(papers.last(), Some(&dots("A002")), "the next person's page has nothing of the first one's on it");
    assert!(papers.len() == 2 && papers[0].len() < dots("A001").len(), "what had arrived, and no more");
}

#[tokio::test]
async fn a_torn_page_is_cut_off_once_there_is_paper_and_not_when_the_next_person_prints() {
    let (device, printer) = simulated(Manner::PaperEndsMidway);
    assert_eq!(printer.print(job("A001")).await, PrintEnd::Failed(Some(Cause::NoPaper)));
    assert!(!device.hanging().dots.is_empty() && !device.holds());
    device.behave(Manner::Prints);
    assert_eq!(printer.status().await, PrinterStatus::READY);
    while !device.hanging().dots.is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(device.papers().len(), 1);
}

#[tokio::test]
async fn a_cheap_model_that_died_within_a_picture_takes_nothing_of_the_next_page_for_the_rest_of_it() {
    let (device, printer) = simulated(Manner::CheapAndDiesMidway);
    assert_eq!(printer.print(job("A001")).await, PrintEnd::Unknown(Cause::Offline));
    assert!(device.holds());
    device.behave(Manner::Prints);
    while !printer.status().await.ready {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(printer.print(job("A002")).await, PrintEnd::Unknown(Cause::NoWord));
    assert_eq!(came_out(&device).last(), Some(&dots("A002")));
    assert!(device.complaints().is_empty(), "{:?}", device.complaints());
}

#[tokio::test]
async fn copies_come_out_one_after_the_other() {
    let (device, printer) = simulated(Manner::Prints);
    assert_eq!(printer.print(PrintJob { copies: 3, ..job("A001") }).await, PrintEnd::Printed);
    assert_eq!(came_out(&device), [dots("A001"), dots("A001"), dots("A001")]);
}

#[tokio::test]
async fn who_left_before_anything_was_handed_over_gets_no_paper() {
    let (device, printer) = simulated(Manner::Prints);
    let left = job("A001");
    left.gone.leave();
    let handed_over = left.handed_over.watch();
    assert_eq!(printer.print(left).await, PrintEnd::Failed(None));
    assert!(!*handed_over.borrow());
    let stays = job("A002");
    let handed_over = stays.handed_over.watch();
    assert_eq!(printer.print(stays).await, PrintEnd::Printed);
    assert!(*handed_over.borrow());
    assert_eq!(came_out(&device), [dots("A002")]);
}

#[tokio::test]
async fn who_leaves_while_the_printer_is_still_asked_what_it_can_gets_no_paper() {
    let (device, printer) = simulated(Manner::NoProcessId);
    let (left, gone) = {
        let job = job("A001");
        (job.clone(), job.gone)
    };
    let handed_over = left.handed_over.watch();
    let printing = tokio::spawn(async move { printer.print(left).await });
    // Asked for a process ID, it says nothing; it is waited for.
    while device.unanswered() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    gone.leave();
    assert_eq!(printing.await.expect("its end"), PrintEnd::Failed(None));
    assert!(!*handed_over.borrow() && !device.holds() && device.rows_printed() == 0);
}

#[tokio::test]
async fn who_leaves_while_a_page_comes_out_does_not_leave_half_of_it_in_the_slot() {
    let (device, printer) = simulated(Manner::TakesItsTime);
    let (stays, gone) = {
        let job = job("A001");
        (job.clone(), job.gone)
    };
    let printing = tokio::spawn(async move { printer.print(stays).await });
    while device.rows_printed() == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    gone.leave();
    assert_eq!(printing.await.expect("its end"), PrintEnd::Printed);
    assert_eq!(came_out(&device), [dots("A001")]);
}

#[cfg(unix)]
#[tokio::test]
async fn a_line_that_needs_longer_than_a_job_is_waited_for_prints_all_the_same() {
    let device = EscPosSimulator::serial_at(9_600, Manner::TakesItsTime);
    // Each of its bands of a quarter of a second takes the simulator several hundredths: all of them need
    // many times the patience for a job.
    let patience =
        Patience { answer: Duration::from_secs(4), blocked: Duration::from_secs(1), job: Duration::from_millis(200) };
    let printer = EscPosPrinter::with_patience(device.address(), patience).expect("an address");
    assert_eq!(printer.print(job("A001")).await, PrintEnd::Printed);
    assert_eq!(came_out(&device), [dots("A001")]);
    assert!(device.complaints().is_empty(), "{:?}", device.complaints());
}

#[tokio::test]
async fn while_a_job_runs_its_status_is_known_and_the_next_job_waits() {
    let (device, printer) = simulated(Manner::Slow);
    let printer = Arc::new(printer);
    let first = job("A001");
    let mut handed_over = first.handed_over.watch();
    let running = tokio::spawn({
        let printer = printer.clone();
        async move { printer.print(first).await }
    });
    handed_over.wait_for(|handed| *handed).await.expect("a job");
    let next = tokio::spawn({
        let printer = printer.clone();
        async move { printer.print(job("A002")).await }
    });
    while device.hanging().dots != dots("A001") {
        assert_eq!(printer.status().await, PrinterStatus::READY);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(!running.is_finished(), "it takes its ten seconds");
    device.behave(Manner::Prints);
    assert_eq!(running.await.expect("its end"), PrintEnd::Printed);
    assert_eq!(next.await.expect("its end"), PrintEnd::Printed);
    assert_eq!(came_out(&device), [dots("A001"), dots("A002")]);
}

#[tokio::test]
async fn a_device_that_another_program_talks_with_is_in_use_and_not_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let device = EscPosSimulator::tcp(Manner::Slow);
    let (program, beside) = [(); 2].map(|()| driver(&device, "").locked_in(folder.path())).into();
    let first = job("A001");
    let mut handed_over = first.handed_over.watch();
    let running = tokio::spawn(async move { program.print(first).await });
    handed_over.wait_for(|handed| *handed).await.expect("a job");
    assert_eq!(beside.status().await, PrinterStatus::not_ready(Cause::InUse));
    device.behave(Manner::Prints);
    assert_eq!(running.await.expect("its end"), PrintEnd::Printed);
    assert_eq!(beside.status().await, PrinterStatus::READY, "it is let go of with the job's end");
    assert_eq!(came_out(&device), [dots("A001")]);
}

#[tokio::test]
async fn a_document_that_cannot_be_read_prints_nothing() {
    let (device, printer) = simulated(Manner::Prints);
    let broken = PrintJob { pdf: b"%PDF-1.4 broken".to_vec(), ..job("A001") };
    assert_eq!(printer.print(broken).await, PrintEnd::Failed(None));
    assert!(device.papers().is_empty());
}

#[tokio::test]
async fn a_device_file_that_is_not_there_is_offline() {
    for address in ["escpos:/nonexistent/lp0", "escpos:/nonexistent/ttyUSB0?baud=9600"] {
        let printer = EscPosPrinter::new(address).expect("an address");
        assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Offline));
        assert_eq!(printer.print(job("A001")).await, PrintEnd::Failed(Some(Cause::Offline)));
    }
}

#[test]
fn an_address_says_what_is_wrong_with_it() {
    assert!(EscPosPrinter::new("escpos://10.0.0.7?dots=384&cut=full").is_ok());
    assert_eq!(EscPosPrinter::new("escpos:printer").err(), Some(EscPosAddressError::Form));
    let wrong = EscPosPrinter::new("escpos://printer?dots=80mm").err().map(|error| error.to_string());
    assert!(wrong.is_some_and(|words| words.starts_with("'dots=80mm' is no option")));
}

/// A device that answers whatever it is asked with these bytes, over and over.
fn answering(bytes: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("escpos://{}?process-id=yes", listener.local_addr().expect("its address"));
    std::thread::spawn(move || {
        // As many talks as one job and one question can open.
        for mut stream in listener.incoming().flatten().take(4) {
            let mut asked = [0; 512];
            while matches!(stream.read(&mut asked), Ok(count) if count > 0) {
                if stream.write_all(&bytes).is_err() {
                    break;
                }
            }
        }
    });
    address
}

#[test]
fn whatever_a_device_answers_nothing_is_said_to_be_printed_without_its_word() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    // A page with nothing on it: all that matters is said behind it.
    let blank = Document { paper: PaperSize::Roll80, title: String::new(), footer: String::new(), blocks: Vec::new() };
    let pdf = PrintJob { pdf: motcua_kiosk::paper::render(&blank).expect("a PDF"), ..job("A001") };
    let mut runner = TestRunner::new(ProptestConfig { cases: 24, ..ProptestConfig::default() });
    let answers = prop::collection::vec(prop_oneof![any::<u8>(), Just(0x12), Just(0x37), Just(0x22), Just(0)], 1..40);
    let held = runner.run(&answers, |bytes| {
        let answer = Duration::from_millis(60);
        let patience = Patience { answer, blocked: answer, job: answer };
        let printer = EscPosPrinter::with_patience(&answering(bytes), patience).expect("an address");
        let end = runtime.block_on(printer.print(pdf.clone()));
        prop_assert_ne!(end, PrintEnd::Printed);
        Ok(())
    });
    held.expect("no garbage is a word");
}
