//! A thermal printer that speaks ESC/POS (Epson, "ESC/POS Command Reference"), over the network, a USB
//! device file or a serial line.
//!
//! | module | what it does |
//! |---|---|
//! | `address` | what an address says |
//! | `line` | a socket, a device file, a serial line |
//! | `session` | questions and answers |
//! | `turn` | one program at a time |
//! | `commands`, `replies` | the bytes |
//! | `raster` | pages into dots |
//! | `job` | a job from the first question to the device's word |
//!
//! Pages go as pictures, made from the same PDF as everywhere: a thermal head has no letters for
//! Vietnamese. "Printed" is said only when the device answered the process ID behind the page, which it
//! does once everything before it is on paper, and its status after that leaves no doubt.

mod address;
mod commands;
mod job;
mod line;
mod raster;
mod replies;
mod session;
mod turn;

pub use self::raster::{Raster, RasterError};

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{Mutex as Turn, OwnedMutexGuard};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use self::address::Address;
use self::job::Device;
use super::{Cause, Patience, PrintEnd, PrintJob, Printer, PrinterStatus};

/// An ESC/POS printer. One job at a time: the next waits until the last has ended.
///
/// Its address:
///
/// | | |
/// |---|---|
/// | `escpos://HOST[:PORT]` | on the network; port 9100 unless another is named |
/// | `escpos:/dev/usb/lp0` | a device file that takes bytes as they are |
/// | `escpos:/dev/ttyUSB0?baud=115200` | a serial line: it is one because it has a speed |
///
/// and behind a `?`, with `&` between them, what kind it is:
///
/// | option | values | default |
/// |---|---|---|
/// | `dots` | the width of the head: 576 for 80 mm, 384 for 58 mm; whole bytes | 576 |
/// | `process-id` | `yes`, `no`: whether the model answers `GS ( H`; `auto`: it is asked before the first job | `auto` |
/// | `cut` | `partial`, `full`, `none` (it is fed out to be torn off) | `partial` |
/// | `baud` | the speed of a serial line | |
/// | `flow` | `hardware` (RTS/CTS), `software` (XON/XOFF), `none` | `hardware` |
///
/// What a model cannot say is not made up: one without process IDs never has a job that is
/// [`PrintEnd::Printed`], but [`PrintEnd::Unknown`] of [`Cause::NoWord`], and the person is asked.
///
/// What a device holds of a job that did not end well is dropped by `DLE DC4 8`, at once and again
/// before the next job. A model without that command prints the rest of it when it can, and it is cut
/// off before anything else is printed.
pub struct EscPosPrinter {
    device: Arc<Turn<Device>>,
    /// What a job saw last: the answer while one is running.
    known: Arc<Mutex<Option<PrinterStatus>>>,
    described: String,
    dots: u16,
    answer: Duration,
}

/// An address that no ESC/POS printer can have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EscPosAddressError {
    /// Of none of the three shapes.
    #[error("give escpos://host:port, escpos:/dev/usb/lp0 or escpos:/dev/ttyUSB0?baud=115200")]
    Form,
    /// An option that is not known, or cannot have that value.
    #[error(
        "'{0}' is no option: dots=576, process-id=yes|no|auto, cut=partial|full|none, baud=115200, flow=hardware|software|none"
    )]
    Option(String),
}

impl EscPosPrinter {
    /// A printer at an address.
    ///
    /// # Errors
    /// When the address is of none of the shapes above.
    pub fn new(address: &str) -> Result<Self, EscPosAddressError> {
        // A roll is faster than a sheet, and somebody stands before it.
        Self::with_patience(address, Patience { job: Duration::from_secs(30), ..Patience::default() })
    }

    /// The same, waited for otherwise than by default.
    ///
    /// # Errors
    /// As [`EscPosPrinter::new`].
    pub fn with_patience(address: &str, patience: Patience) -> Result<Self, EscPosAddressError> {
        let address: Address = address.parse()?;
        Ok(Self {
            described: format!("ESC/POS, {}", address.place),
            dots: address.dots,
            answer: patience.answer,
            device: Arc::new(Turn::new(Device::new(address, patience))),
            known: Arc::default(),
        })
    }

    /// The same, for a machine where another program may talk with it too: each talk locks a file in this
    /// folder, which both are given. A device in another program's hands is [`Cause::InUse`], and not touched.
    #[must_use]
    pub fn locked_in(self, folder: &Path) -> Self {
        // Nobody else can have it yet: it was not lent to anything.
        if let Ok(mut device) = self.device.try_lock() {
            device.lock = Some(turn::lock_of(folder, &device.address.place));
        }
        self
    }

    /// Prints all copies, on a thread of its own: everything there blocks.
    async fn print_alone(&self, mut device: OwnedMutexGuard<Device>, job: PrintJob) -> PrintEnd {
        let (known, dots) = (self.known.clone(), self.dots);
        let printed = spawn_blocking(move || {
            let pages = match Raster::pages(&job.pdf, dots) {
                Ok(pages) => pages,
                Err(error) => {
                    tracing::error!(paper = job.title.name(), %error, "a page could not be made into dots");
                    return PrintEnd::Failed(None);
                }
            };
            let know = |status| *lock(&known) = Some(status);
            for _ in 0..job.copies.max(1) {
                match device.print(&pages, &job.gone, &job.handed_over, &know) {
                    PrintEnd::Printed => {}
                    end => return end,
                }
            }
            PrintEnd::Printed
        });
        // A thread that ended without a word said nothing of paper.
        printed.await.unwrap_or(PrintEnd::Unknown(Cause::Mute))
    }

    /// Asks the device, once nobody else is at it.
    async fn ask(&self) -> PrinterStatus {
        let mut device = self.device.clone().lock_owned().await;
        let asked = spawn_blocking(move || device.status()).await;
        asked.unwrap_or(PrinterStatus::not_ready(Cause::Mute))
    }
}

#[async_trait]
impl Printer for EscPosPrinter {
    fn trial(&self) -> bool {
        false
    }

    async fn status(&self) -> PrinterStatus {
        let known = *lock(&self.known);
        // What a job sees is newer than any answer could be, and its talk is not disturbed.
        if let (Some(known), Err(_)) = (known, self.device.try_lock()) {
            return known;
        }
        let status = timeout(self.answer, self.ask()).await.unwrap_or(PrinterStatus::not_ready(Cause::Mute));
        *lock(&self.known) = Some(status);
        status
    }

    fn described(&self) -> String {
        self.described.clone()
    }

    async fn take_back(&self) {
        let mut device = self.device.clone().lock_owned().await;
        let emptied = spawn_blocking(move || device.take_back()).await;
        if let Err(error) = emptied {
            tracing::error!(%error, "the printer could not be emptied");
        }
    }

    async fn print(&self, job: PrintJob) -> PrintEnd {
        let device = self.device.clone().lock_owned().await;
        self.print_alone(device, job).await
    }
}

fn lock(known: &Mutex<Option<PrinterStatus>>) -> std::sync::MutexGuard<'_, Option<PrinterStatus>> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}
