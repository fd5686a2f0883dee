//! The printers' rows of the fault table: what each fault must look like, over whichever driver.

use std::time::Duration;

use async_trait::async_trait;
use motcua_kiosk::printer::{Cause, Gone, HandedOver, PaperKind, PrintEnd, PrintJob, Printer, PrinterStatus};

/// What happens to a printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoPaper,
    PaperEndsMidway,
    PaperLow,
    CoverOpen,
    CoverOpensMidway,
    Jam,
    JamsMidway,
    Mute,
    GoesMuteMidway,
    DiesMidway,
    /// It stands still, and holds what an earlier run of the program gave it.
    PausedWithOldJobs,
    Offline,
    RefusesReading,
}

/// A fault, and what a person and the next one must see of it.
pub struct Row {
    pub fault: Fault,
    /// What is said before anybody prints.
    pub status: PrinterStatus,
    /// How a print may end.
    pub ends: &'static [PrintEnd],
}

const fn not_ready(cause: Cause) -> PrinterStatus {
    PrinterStatus { ready: false, cause: Some(cause) }
}

const fn failed(cause: Cause) -> PrintEnd {
    PrintEnd::Failed(Some(cause))
}

const MIDWAY: PrinterStatus = PrinterStatus::READY;

/// The table.
pub const TABLE: &[Row] = &[
    Row { fault: Fault::NoPaper, status: not_ready(Cause::NoPaper), ends: &[failed(Cause::NoPaper)] },
    Row {
        fault: Fault::PaperEndsMidway,
        status: MIDWAY,
        ends: &[failed(Cause::NoPaper), PrintEnd::Unknown(Cause::NoPaper)],
    },
    Row {
        fault: Fault::PaperLow,
        status: PrinterStatus { ready: true, cause: Some(Cause::PaperLow) },
        ends: &[PrintEnd::Printed],
    },
    Row { fault: Fault::CoverOpen, status: not_ready(Cause::CoverOpen), ends: &[failed(Cause::CoverOpen)] },
    Row {
        fault: Fault::CoverOpensMidway,
        status: MIDWAY,
        ends: &[failed(Cause::CoverOpen), PrintEnd::Unknown(Cause::CoverOpen)],
    },
    Row { fault: Fault::Jam, status: not_ready(Cause::Jam), ends: &[failed(Cause::Jam)] },
    Row { fault: Fault::JamsMidway, status: MIDWAY, ends: &[failed(Cause::Jam), PrintEnd::Unknown(Cause::Jam)] },
    Row { fault: Fault::Mute, status: not_ready(Cause::Mute), ends: &[failed(Cause::Mute)] },
    Row { fault: Fault::GoesMuteMidway, status: MIDWAY, ends: &[PrintEnd::Unknown(Cause::Mute)] },
    Row { fault: Fault::DiesMidway, status: MIDWAY, ends: &[PrintEnd::Unknown(Cause::Offline)] },
    Row { fault: Fault::PausedWithOldJobs, status: not_ready(Cause::NoPaper), ends: &[failed(Cause::NoPaper)] },
    Row { fault: Fault::Offline, status: not_ready(Cause::Offline), ends: &[failed(Cause::Offline)] },
    Row { fault: Fault::RefusesReading, status: not_ready(Cause::Mute), ends: &[failed(Cause::Mute)] },
];

/// A printer that faults can be played on, and whose paper can be looked at.
#[async_trait]
pub trait Played: Sync {
    /// The driver.
    fn printer(&self) -> &dyn Printer;
    /// Makes it happen.
    async fn suffer(&self, fault: Fault);
    /// Somebody puts paper in, closes the cover, pulls out what was stuck.
    async fn recover(&self);
    /// The pages that came out whole, in order.
    fn papers(&self) -> Vec<Vec<u8>>;
    /// How much was ever printed, whole or not.
    fn printed(&self) -> usize;
    /// A document's page as it must come out, and how much printing that is.
    fn expected(&self, pdf: &[u8]) -> (Vec<u8>, usize);
}

fn job(pdf: &[u8]) -> PrintJob {
    let (gone, handed_over) = (Gone::default(), HandedOver::default());
    PrintJob { title: PaperKind::Ticket, pdf: pdf.to_vec(), copies: 1, gone, handed_over }
}

/// How much was printed once the mechanism does nothing more: it works on by itself for a moment after a talk.
async fn at_rest(device: &dyn Played) -> usize {
    loop {
        let printed = device.printed();
        tokio::time::sleep(Duration::from_millis(200)).await;
        if device.printed() == printed {
            return printed;
        }
    }
}

/// Plays one row: one person prints into the fault, it is put right, and the next person prints.
pub async fn play(row: &Row, device: &dyn Played, first: &[u8], second: &[u8]) {
    let name = row.fault;
    let ((first_page, _), (page, amount)) = (device.expected(first), device.expected(second));
    device.suffer(name).await;
    // The program starts, and takes back whatever an earlier run left.
    device.printer().take_back().await;
    assert_eq!(device.printer().status().await, row.status, "{name:?}: the status before");

    let end = device.printer().print(job(first)).await;
    assert!(row.ends.contains(&end), "{name:?} ended as {end:?}");
    let came_out = device.papers().contains(&first_page);
    assert!(end != PrintEnd::Printed || came_out, "{name:?}: said to be printed, and no paper came");

    let before = at_rest(device).await;
    device.recover().await;
    let mut waited = Duration::ZERO;
    while !device.printer().status().await.ready {
        assert!(waited < Duration::from_secs(30), "{name:?}: it is not ready again");
        tokio::time::sleep(Duration::from_millis(20)).await;
        waited += Duration::from_millis(20);
    }
    let end = device.printer().print(job(second)).await;
    assert_eq!(end, PrintEnd::Printed, "{name:?}: the next person's page");
    let papers = device.papers();
    assert!(papers.last() == Some(&page), "{name:?}: the next person got another page than their own");
    assert_eq!(
        device.printed(),
        before + amount,
        "{name:?}: something of the first person printed after it was put right"
    );
}
