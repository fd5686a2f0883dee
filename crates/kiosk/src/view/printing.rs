//! What the windows know of the printer and of paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is known of the printer before somebody starts what ends in paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PrinterView {
    /// Whether it can print now.
    pub ready: bool,
    /// Why not: `no_paper`, `paper_low`, `cover_open`, `jam`, `offline`, `paused`, `output_full`, `no_ink`,
    /// `not_set_up`.
    pub cause: Option<String>,
    /// The trial printer, which writes PDF files into a folder, and says so.
    pub trial: bool,
}

/// Where a machine puts its paper out, as seen by who stands before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PaperSlot {
    /// Below the screen.
    #[default]
    Below,
    /// On the left of the screen.
    Left,
    /// On the right of the screen.
    Right,
}

/// How a print ended. Only `printed` may be shown as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PrintView {
    /// Where it ended.
    pub state: PrintState,
    /// Why not, when it is not `printed`: the causes of [`PrinterView`], or `mute`.
    pub cause: Option<String>,
    /// Whether it went to the trial printer.
    pub trial: bool,
}

/// The ends of a print job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PrintState {
    /// The device said that paper came out.
    Printed,
    /// The device said that none will.
    Failed,
    /// The device did not say.
    Unknown,
}

/// A QR code for the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct QrPicture {
    /// Side in modules, the quiet zone of four included: the `viewBox` is `0 0 size size`.
    pub size: u32,
    /// One SVG path of all dark modules.
    pub path: String,
}
