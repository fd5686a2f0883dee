//! The fault table over ESC/POS.

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, stream};
use motcua_kiosk::printer::{EscPosPrinter, Patience, Printer};

use crate::escpos_simulator::{EscPosSimulator, Manner};
use crate::faults::{Fault, Played, TABLE, play};
use crate::{dots_of, pdf};

struct Thermal {
    device: EscPosSimulator,
    printer: EscPosPrinter,
}

impl Thermal {
    fn over(device: EscPosSimulator) -> Self {
        // Longer than a busy machine needs for the answers of several devices.
        let (answer, blocked, job) = (Duration::from_secs(4), Duration::from_secs(1), Duration::from_secs(60));
        let patience = Patience { answer, blocked, job };
        let printer = EscPosPrinter::with_patience(device.address(), patience).expect("an address");
        Self { printer, device }
    }
}

#[async_trait]
impl Played for Thermal {
    fn printer(&self) -> &dyn Printer {
        &self.printer
    }

    async fn suffer(&self, fault: Fault) {
        if fault == Fault::PausedWithOldJobs {
            self.device.behave(Manner::NoPaper);
            self.leave_behind();
            return;
        }
        self.device.behave(match fault {
            Fault::NoPaper | Fault::PausedWithOldJobs => Manner::NoPaper,
            Fault::PaperEndsMidway => Manner::PaperEndsMidway,
            Fault::PaperLow => Manner::PaperLow,
            Fault::CoverOpen => Manner::CoverOpen,
            Fault::CoverOpensMidway => Manner::CoverOpensMidway,
            Fault::Jam => Manner::CutterError,
            Fault::JamsMidway => Manner::CutterSticksMidway,
            Fault::Mute => Manner::Mute,
            Fault::GoesMuteMidway => Manner::GoesMuteMidway,
            Fault::DiesMidway => Manner::DiesMidway,
            Fault::Offline => Manner::Offline,
            Fault::RefusesReading => Manner::RefusesReading,
        });
        while fault == Fault::Offline && self.printer.status().await.ready {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn recover(&self) {
        self.device.behave(Manner::Prints);
    }

    fn papers(&self) -> Vec<Vec<u8>> {
        crate::came_out(&self.device)
    }

    fn printed(&self) -> usize {
        self.device.rows_printed()
    }

    fn expected(&self, pdf: &[u8]) -> (Vec<u8>, usize) {
        let dots = dots_of(pdf, 576);
        let rows = dots.len() / 72;
        (dots, rows)
    }
}

impl Thermal {
    /// An earlier run was killed in the middle of a page: two bands of black arrived, and half of a third.
    fn leave_behind(&self) {
        let band = [&[0x1d, b'v', b'0', 0, 72, 0, 40, 0][..], &[0xff; 72 * 40]].concat();
        let job = [b"\x1b@", &band[..], &band, &band[..1_000]].concat();
        let address = self.device.address();
        let ask = |line: &mut dyn ReadWrite| {
            line.write_all(&job).expect("written");
            // Its answer says that all of it has arrived.
            line.write_all(&[0x10, 0x04, 1]).expect("written");
            line.read_exact(&mut [0]).expect("an answer");
        };
        match (address.strip_prefix("escpos://"), address.strip_prefix("escpos:").and_then(|at| at.split_once('?'))) {
            (Some(host), _) => ask(&mut TcpStream::connect(host).expect("a connection")),
            (None, Some((path, _))) => {
                let port = serialport::new(path, 115_200).timeout(Duration::from_secs(5)).open();
                ask(&mut port.expect("a line"));
            }
            (None, None) => {
                let path = address.trim_start_matches("escpos:");
                ask(&mut OpenOptions::new().read(true).write(true).open(path).expect("a device file"));
            }
        }
        assert!(self.device.holds());
    }
}

trait ReadWrite: Read + Write {}

impl<T: Read + Write> ReadWrite for T {}

async fn play_all(device: impl Fn() -> EscPosSimulator, can_be: impl Fn(Fault) -> bool) {
    let (first, second) = (pdf("A001"), pdf("A002"));
    let device = &device;
    let rows = TABLE.iter().filter(|row| can_be(row.fault)).map(|row| {
        let (first, second) = (&first, &second);
        async move {
            let thermal = Thermal::over(device());
            play(row, &thermal, first, second).await;
            let complaints = thermal.device.complaints();
            assert!(complaints.is_empty(), "{:?}: {complaints:?}", row.fault);
            assert!(!thermal.device.holds(), "{:?}: something is left in the device", row.fault);
        }
    });
    // Each has a printer of its own, and most of their time is waiting.
    stream::iter(rows).buffer_unordered(4).collect::<()>().await;
}

#[tokio::test]
async fn no_fault_over_the_network_says_printed_falsely_or_prints_for_the_next_person() {
    play_all(|| EscPosSimulator::tcp(Manner::Prints), |_| true).await;
}

#[cfg(unix)]
#[tokio::test]
async fn no_fault_on_a_serial_line_says_printed_falsely_or_prints_for_the_next_person() {
    // A serial line is always there: what dies on it falls silent.
    play_all(|| EscPosSimulator::serial(Manner::Prints), |fault| !matches!(fault, Fault::Offline | Fault::DiesMidway))
        .await;
}

#[cfg(unix)]
#[tokio::test]
async fn no_fault_of_a_device_file_says_printed_falsely_or_prints_for_the_next_person() {
    play_all(
        || EscPosSimulator::device_file(Manner::Prints),
        |fault| !matches!(fault, Fault::Offline | Fault::DiesMidway),
    )
    .await;
}
