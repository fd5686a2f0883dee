//! What the console shows of this machine's checks.

use motcua_domain::readiness::{Check, Light};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::QrPicture;

/// What the page of checks begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadinessView {
    /// What people call the machine.
    pub machine: String,
    /// What is looked at, in the order to be read.
    pub checks: Vec<Check>,
    /// The pixels in a millimetre that are set.
    pub px_per_mm: f64,
    /// The code of the test page, to be held before the reader on a screen.
    pub test_code: QrPicture,
}

/// One part of the machine, in an officer's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CheckView {
    /// The part.
    pub check: Check,
    /// How it is.
    pub light: Light,
    /// What was found.
    pub found: String,
    /// What to do.
    pub todo: Option<String>,
}

/// What came of a test picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CameraTried {
    /// The camera.
    pub view: CheckView,
    /// What it saw, as a data URL; it is kept nowhere.
    pub picture: Option<String>,
}
