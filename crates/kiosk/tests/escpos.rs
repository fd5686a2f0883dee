//! ESC/POS printers: every fault, over the network and over a serial line, with the paper looked at.

#[path = "printer/escpos_faults.rs"]
mod escpos_faults;
#[path = "printer/escpos_paper.rs"]
mod escpos_paper;
#[path = "printer/escpos_simulator.rs"]
mod escpos_simulator;
#[path = "printer/escpos_talk.rs"]
mod escpos_talk;
#[path = "printer/faults.rs"]
mod faults;

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use escpos_simulator::{EscPosSimulator, Manner};
use motcua_domain::paper::{TicketPaper, ticket};
use motcua_domain::time::Moment;
use motcua_domain::words::{Locale, Words};
use motcua_kiosk::printer::{EscPosPrinter, Gone, HandedOver, PaperKind, Patience, PrintJob, Raster};

/// A ticket's PDF.
fn pdf(label: &str) -> Vec<u8> {
    let facts = TicketPaper {
        centre: "Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned(),
        label: label.to_owned(),
        group: "Hộ tịch, quốc tịch, chứng thực".to_owned(),
        counters: vec![3, 4, 5],
        ahead: Some(7),
        wait: None,
        issued_at: Moment::from_millis(1_795_395_900_000),
        qr: format!("https://motcua.angiang.example/t/{label}"),
        phone: true,
        for_procedure: None,
        reprint: false,
        trial: false,
    };
    motcua_kiosk::paper::render(&ticket(&facts, Words::of(Locale::Vi))).expect("a PDF")
}

fn job(label: &str) -> PrintJob {
    PrintJob {
        title: PaperKind::Ticket,
        pdf: pdf(label),
        copies: 1,
        gone: Gone::default(),
        handed_over: HandedOver::default(),
    }
}

/// A ticket's dots as they must come out.
fn dots(label: &str) -> Vec<u8> {
    dots_of(&pdf(label), 576)
}

/// The dots of a document, for a head.
type Made = HashMap<(Vec<u8>, u16), Vec<u8>>;

/// A document's dots as they must come out of a head, page after page.
fn dots_of(pdf: &[u8], head: u16) -> Vec<u8> {
    // Slow without optimisation, and asked for often.
    static MADE: LazyLock<Mutex<Made>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().expect("no test panics holding this");
    let page = made.entry((pdf.to_vec(), head)).or_insert_with(|| {
        let pages = Raster::pages(pdf, head).expect("pages");
        pages.iter().flat_map(|page| page.dots().to_vec()).collect()
    });
    page.clone()
}

/// The dots of the pages that came out.
fn came_out(device: &EscPosSimulator) -> Vec<Vec<u8>> {
    device.papers().into_iter().map(|paper| paper.dots).collect()
}

/// A driver for a simulated printer, which is soon taken for mute.
fn driver(device: &EscPosSimulator, options: &str) -> EscPosPrinter {
    let address = device.address();
    let join = if options.is_empty() {
        ""
    } else if address.contains('?') {
        "&"
    } else {
        "?"
    };
    let answer = Duration::from_millis(1_500);
    let patience = Patience { answer, blocked: Duration::from_millis(800), job: Duration::from_secs(20) };
    EscPosPrinter::with_patience(&format!("{address}{join}{options}"), patience).expect("an address")
}

fn simulated(manner: Manner) -> (EscPosSimulator, EscPosPrinter) {
    let device = EscPosSimulator::tcp(manner);
    let printer = driver(&device, "");
    (device, printer)
}
