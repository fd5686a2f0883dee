use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::queue::HelpCall;
use crate::time::Moment;

/// How long a machine may say nothing before staff are told, in milliseconds: three times as long as
/// it leaves between two words.
const SILENT: i64 = 45_000;
/// How long a machine that says nothing is spoken of, in milliseconds: 7 days. After that it was taken
/// away.
const REMEMBERED: i64 = 7 * 24 * 60 * 60 * 1000;

/// `POST /v1/devices/status`: how a machine is. It says so every 15 s, and at once when it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct DeviceStatus {
    /// The faces it shows.
    pub faces: Vec<DeviceFace>,
    /// Its printer; none where it prints nothing.
    pub printer: Option<DevicePrinter>,
    /// Whether it is to call numbers aloud and cannot.
    pub mute: bool,
    /// Submissions that it saved and has not handed over.
    pub unsent: u32,
    /// Numbers it gave by itself and has not told of.
    pub untold: u32,
    /// Papers that were on their way when it was cut off, found in the last hours: nobody knows whether they came
    /// out.
    #[serde(default)]
    pub prints_cut_off: u32,
    /// Forms that officers added and that this version of the program cannot use.
    #[serde(default)]
    pub forms_left_out: u32,
    /// The program's version.
    #[schema(example = "0.1.0")]
    pub version: String,
}

/// A face of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum DeviceFace {
    /// The touchscreen in the lobby.
    Citizen,
    /// The console at a counter.
    Staff,
    /// The big screen of the hall.
    Board,
}

/// What a machine knows of its printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct DevicePrinter {
    /// Whether it can print now.
    pub ready: bool,
    /// What is the matter: `no_paper`, `paper_low`, `cover_open`, `jam`, `offline`, `paused`, `mute`,
    /// `not_set_up`. With `ready` it is a warning.
    pub cause: Option<String>,
    /// The last paper, when it did not surely come out: true also where the printer says that it is ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub failed: Option<PrintFailed>,
}

/// A print that did not surely come out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct PrintFailed {
    /// When it ended, by the machine's clock.
    pub at: Moment,
    /// What was the matter, as in [`DevicePrinter`]; none when the device did not say.
    pub cause: Option<String>,
    /// Whether paper may have come out: the device did not say.
    pub unknown: bool,
}

/// A line of `GET /v1/devices` (staff): a machine of the centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct DeviceInfo {
    /// Its identity.
    pub id: Uuid,
    /// What people call it: "Ki-ốt 1".
    pub name: String,
    /// What it last said of itself; none when the server has started since and has not heard it.
    pub status: Option<DeviceStatus>,
    /// When it was last heard, by the server's clock.
    pub heard_at: Moment,
    /// Whether it has been silent for too long: it is off, stuck, or cut off.
    pub stale: bool,
    /// Whether somebody at it wants an officer.
    pub help: Option<HelpCall>,
}

impl DeviceStatus {
    /// Whether it is of a reasonable size: what a machine says is kept in memory.
    pub fn is_sound(&self) -> bool {
        let short = |text: &str| text.chars().count() <= 40;
        self.faces.len() <= 3 && short(&self.version) && self.printer.iter().flat_map(DevicePrinter::causes).all(short)
    }
}

impl DevicePrinter {
    /// Every cause it names.
    fn causes(&self) -> impl Iterator<Item = &str> {
        let failed = self.failed.as_ref().and_then(|failed| failed.cause.as_deref());
        self.cause.as_deref().into_iter().chain(failed)
    }
}

impl DeviceInfo {
    /// Whether a machine last heard at a moment has been silent for too long, to a server that has
    /// listened `since` another.
    pub fn is_silent(heard_at: Moment, since: Moment, now: Moment) -> bool {
        now.millis() - heard_at.max(since).millis() > SILENT
    }

    /// Whether a machine last heard at a moment is spoken of any more.
    pub fn is_remembered(heard_at: Moment, now: Moment) -> bool {
        now.millis() - heard_at.millis() <= REMEMBERED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_silent_after_three_words_missed_and_forgotten_after_a_week() {
        let heard = Moment::from_millis(1_795_395_900_000);
        let started = heard.plus_millis(-60_000);
        let silent = |after: i64| DeviceInfo::is_silent(heard, started, heard.plus_millis(after));
        assert!(!silent(45_000));
        assert!(silent(45_001));
        assert!(!silent(-5_000), "a clock that was set back silences nobody");
        // A server that starts has to listen first.
        let restarted = heard.plus_millis(600_000);
        assert!(!DeviceInfo::is_silent(heard, restarted, restarted.plus_millis(45_000)));
        assert!(DeviceInfo::is_silent(heard, restarted, restarted.plus_millis(45_001)));
        let remembered = |days: i64| DeviceInfo::is_remembered(heard, heard.plus_millis(days * 24 * 60 * 60 * 1000));
        assert!(remembered(7) && !remembered(8));
    }
}
