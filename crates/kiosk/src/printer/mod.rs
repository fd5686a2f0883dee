//! Printers behind one port: [`Printer`]. Only the device's own word makes "printed".
//!
//! | adapter | what it is |
//! |---|---|
//! | [`EscPosPrinter`] | a thermal printer on the network, at USB or on a serial line |
//! | [`IppPrinter`] | a printer on the local network that speaks IPP (RFC 8011), or a queue of CUPS |
//! | [`TrialPrinter`] | writes PDF files into a folder, and says that it is a trial |
//! | [`NoPrinter`] | none is set up |
//!
//! A job goes queued → sent → printed, failed or unknown; [`Printer::print`] returns at one of the
//! last three. Nothing of a job stays behind in a device: one that did not print is cancelled, so
//! that it never prints for the next person; what a run that was cut off left there is taken back
//! before anything else is printed ([`AfterRestart`]).

mod escpos;
mod ipp;
mod reasons;
mod restart;
mod trial;

pub use self::escpos::{EscPosAddressError, EscPosPrinter, Raster, RasterError};
pub use self::ipp::{AddressError, IppPrinter, Patience};
pub use restart::AfterRestart;
pub use trial::TrialPrinter;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use motcua_domain::wire::PaperEnd;
use tokio::sync::watch;

use crate::view::{PrintState, PrintView, PrinterView};

/// A printer.
#[async_trait]
pub trait Printer: Send + Sync {
    /// Whether it only writes files: what it prints is marked "BẢN IN THỬ".
    fn trial(&self) -> bool;

    /// Whether paper will come. Answers within two seconds, the device silent or not.
    async fn status(&self) -> PrinterStatus;

    /// What it is and where, for staff: `IPP, ipp://10.0.0.5/ipp/print`.
    fn described(&self) -> String;

    /// Prints, and waits for the device's word on it.
    async fn print(&self, job: PrintJob) -> PrintEnd;

    /// Takes back whatever this machine ever gave the device and did not come out: what a run that was
    /// cut off left there prints for nobody.
    async fn take_back(&self);
}

/// Whether who wanted a paper has left: then what is not on its way out of the device yet is not
/// printed for the next person.
#[derive(Clone, Debug, Default)]
pub struct Gone(Arc<AtomicBool>);

impl Gone {
    /// They have left.
    pub fn leave(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether they have left.
    pub fn is_gone(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// Whether a job was handed to the device: from then on paper may come out.
#[derive(Clone, Debug, Default)]
pub struct HandedOver(Arc<watch::Sender<bool>>);

impl HandedOver {
    /// Its first bytes are on their way.
    pub fn mark(&self) {
        self.0.send_replace(true);
    }

    /// Tells when it is.
    pub fn watch(&self) -> watch::Receiver<bool> {
        self.0.subscribe()
    }
}

/// What is to be printed.
#[derive(Clone, Debug)]
pub struct PrintJob {
    /// The kind of paper, as the device's job list and a trial file's name show it: `ticket`.
    pub title: PaperKind,
    /// The document.
    pub pdf: Vec<u8>,
    /// How many times; at least once.
    pub copies: u32,
    /// Whether its person has left.
    pub gone: Gone,
    /// Whether it was handed to the device.
    pub handed_over: HandedOver,
}

/// The kinds of paper: all that a printer ever learns of what it prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// Phiếu số thứ tự.
    Ticket,
    /// Phiếu hẹn làm thủ tục.
    Appointment,
    /// Phiếu nộp hồ sơ trực tuyến.
    Receipt,
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Acceptance,
    /// Giấy tờ cần chuẩn bị.
    Checklist,
    /// Phiếu làm tiếp hồ sơ.
    Draft,
    /// Bản xem lại để ký.
    Review,
    /// Trang in thử.
    TestPage,
    /// Biên bản kiểm tra máy.
    Readiness,
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02).
    SupplementRequest,
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03).
    Refusal,
    /// Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết (Mẫu 04).
    Extension,
    /// Thông báo dừng giải quyết hồ sơ (Mẫu 05).
    Discontinuation,
    /// Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 06).
    Control,
    /// Phiếu báo nộp tiền.
    PaymentSlip,
    /// Báo cáo ngày.
    DayReport,
}

impl PaperKind {
    /// A name without a person in it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Receipt => "receipt",
            Self::Appointment => "appointment",
            Self::Acceptance => "acceptance",
            Self::Checklist => "checklist",
            Self::Draft => "draft",
            Self::Review => "review",
            Self::TestPage => "test-page",
            Self::Readiness => "readiness",
            Self::SupplementRequest => "mau-02",
            Self::Refusal => "mau-03",
            Self::Extension => "mau-04",
            Self::Discontinuation => "mau-05",
            Self::Control => "mau-06",
            Self::PaymentSlip => "payment-slip",
            Self::DayReport => "day-report",
        }
    }
}

/// What keeps paper from coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The tray or the roll is empty.
    NoPaper,
    /// It is nearly empty: it still prints.
    PaperLow,
    /// A cover or a door is open.
    CoverOpen,
    /// Paper is stuck.
    Jam,
    /// It says that it is done, and that not all went well.
    Doubt,
    /// Nobody answers at its address, or it says it is shut down.
    Offline,
    /// Somebody stopped its queue.
    Paused,
    /// It took the question and said nothing.
    Mute,
    /// The tray that paper comes out into is full or missing.
    OutputFull,
    /// No toner or ink is left.
    NoInk,
    /// This machine has no printer.
    NotSetUp,
    /// The machine was cut off before the device said how a print ended.
    Interrupted,
    /// It took everything, and is of a kind that never says whether it is done.
    NoWord,
    /// Another program of this machine talks with it.
    InUse,
}

impl Cause {
    /// The name the pages have words for.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoPaper => "no_paper",
            Self::PaperLow => "paper_low",
            Self::CoverOpen => "cover_open",
            Self::Jam => "jam",
            Self::Doubt => "doubt",
            Self::Offline => "offline",
            Self::Paused => "paused",
            Self::Mute => "mute",
            Self::OutputFull => "output_full",
            Self::NoInk => "no_ink",
            Self::NotSetUp => "not_set_up",
            Self::Interrupted => "interrupted",
            Self::NoWord => "no_word",
            Self::InUse => "in_use",
        }
    }
}

/// Whether paper will come, and what is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrinterStatus {
    /// Whether it can print now.
    pub ready: bool,
    /// What is the matter; with `ready` it is a warning.
    pub cause: Option<Cause>,
}

impl PrinterStatus {
    /// Nothing is the matter.
    pub const READY: Self = Self { ready: true, cause: None };

    /// It cannot print.
    pub fn not_ready(cause: Cause) -> Self {
        Self { ready: false, cause: Some(cause) }
    }

    /// As the pages show it.
    pub fn view(self, trial: bool) -> PrinterView {
        PrinterView { ready: self.ready, cause: self.cause.map(|c| c.name().to_owned()), trial }
    }
}

/// How a print ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintEnd {
    /// The device said that paper came out.
    Printed,
    /// The device said that none will, or was told so.
    Failed(Option<Cause>),
    /// The device did not say: ask the person, and mark a second copy "IN LẠI".
    Unknown(Cause),
}

impl PrintEnd {
    /// As the central system is told of it.
    pub fn told(self) -> PaperEnd {
        match self {
            Self::Printed => PaperEnd::Printed,
            Self::Failed(_) => PaperEnd::Failed,
            Self::Unknown(_) => PaperEnd::Unknown,
        }
    }

    /// As the pages show it.
    pub fn view(self, trial: bool) -> PrintView {
        let (state, cause) = match self {
            Self::Printed => (PrintState::Printed, None),
            Self::Failed(cause) => (PrintState::Failed, cause),
            Self::Unknown(cause) => (PrintState::Unknown, Some(cause)),
        };
        PrintView { state, cause: cause.map(|c| c.name().to_owned()), trial }
    }
}

/// No printer is set up: says so, and prints nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPrinter;

#[async_trait]
impl Printer for NoPrinter {
    fn trial(&self) -> bool {
        false
    }

    async fn status(&self) -> PrinterStatus {
        PrinterStatus::not_ready(Cause::NotSetUp)
    }

    fn described(&self) -> String {
        "—".to_owned()
    }

    async fn print(&self, _: PrintJob) -> PrintEnd {
        PrintEnd::Failed(Some(Cause::NotSetUp))
    }

    async fn take_back(&self) {}
}
