//! What a printer's state reasons mean (RFC 8011, 5.4.12 and 5.3.8).

use super::{Cause, PrinterStatus};

/// Reasons by prefix, the worst first. Devices put `-report`, `-warning` or `-error` behind them,
/// and words of their own such as `media-empty-tray-1`.
const REASONS: &[(&str, Cause)] = &[
    ("shutdown", Cause::Offline),
    ("timed-out", Cause::Offline),
    ("connecting-to-device", Cause::Offline),
    ("offline", Cause::Offline),
    ("paused", Cause::Paused),
    ("moving-to-paused", Cause::Paused),
    ("media-jam", Cause::Jam),
    ("cover-open", Cause::CoverOpen),
    ("door-open", Cause::CoverOpen),
    ("interlock-open", Cause::CoverOpen),
    ("media-empty", Cause::NoPaper),
    ("media-needed", Cause::NoPaper),
    ("input-tray-missing", Cause::NoPaper),
    ("media-low", Cause::PaperLow),
];

/// The worst of the reasons, when any of them is about paper coming.
pub(super) fn worst<'a>(reasons: impl Iterator<Item = &'a str> + Clone) -> Option<Cause> {
    let known = |prefix: &str| reasons.clone().any(|r| r.starts_with(prefix));
    REASONS.iter().find(|(prefix, _)| known(prefix)).map(|(_, cause)| *cause)
}

/// What a printer's state and reasons say together.
pub(super) fn status<'a>(
    stopped: bool,
    accepting: bool,
    reasons: impl Iterator<Item = &'a str> + Clone,
) -> PrinterStatus {
    match worst(reasons) {
        None if stopped || !accepting => PrinterStatus::not_ready(Cause::Paused),
        None => PrinterStatus::READY,
        Some(Cause::PaperLow) if !stopped && accepting => PrinterStatus { ready: true, cause: Some(Cause::PaperLow) },
        Some(Cause::PaperLow) => PrinterStatus::not_ready(Cause::Paused),
        Some(cause) => PrinterStatus::not_ready(cause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(reasons: &[&str]) -> PrinterStatus {
        status(false, true, reasons.iter().copied())
    }

    #[test]
    fn suffixes_do_not_hide_a_reason() {
        for reason in ["media-empty", "media-empty-report", "media-empty-warning", "media-empty-error"] {
            assert_eq!(of(&[reason]), PrinterStatus::not_ready(Cause::NoPaper), "{reason}");
        }
        assert_eq!(of(&["cover-open-warning"]), PrinterStatus::not_ready(Cause::CoverOpen));
        assert_eq!(of(&["none"]), PrinterStatus::READY);
    }

    #[test]
    fn the_worst_reason_is_the_one_named() {
        assert_eq!(of(&["media-low-warning", "media-jam"]), PrinterStatus::not_ready(Cause::Jam));
        assert_eq!(of(&["media-low-report"]), PrinterStatus { ready: true, cause: Some(Cause::PaperLow) });
    }

    #[test]
    fn a_stopped_queue_prints_nothing_whatever_its_reasons() {
        let nothing: [&str; 0] = [];
        assert_eq!(status(true, true, nothing.into_iter()), PrinterStatus::not_ready(Cause::Paused));
        assert_eq!(status(false, false, nothing.into_iter()), PrinterStatus::not_ready(Cause::Paused));
        assert_eq!(status(true, true, ["media-low"].into_iter()), PrinterStatus::not_ready(Cause::Paused));
    }
}
