//! What a printer's state reasons mean (RFC 8011, 5.4.12; PWG 5100.9; the words CUPS adds).
//!
//! A device may put how bad it is behind a reason: `-report` (nothing changes), `-warning` (paper still
//! comes, perhaps a worse one), `-error` (somebody has to come); none is an error. Devices get this wrong:
//! a tray that is empty as a "warning" is empty all the same. So a suffix counts only where
//! [`Weight::AsSaid`] says so.

use super::{Cause, PrinterStatus};

/// How bad a reason is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// No paper comes, whatever is said behind it.
    Stops,
    /// No paper comes; with `-warning` it comes, with `-report` nothing is the matter.
    AsSaid,
    /// Paper comes.
    Warns,
}

/// Reasons by prefix, the worst first. What is the matter with its paper comes before a pause: somebody may pause
/// a printer to put paper in, and what it was at is not out. Devices put words of their own behind them, such as
/// `media-empty-tray-1`. A reason that no row begins says nothing about paper coming:
/// `toner-low`, `marker-supply-low`, `output-area-almost-full`, `fuser-under-temp` (it warms up),
/// `cups-waiting-for-job-completed`, `cups-ipp-conformance-failure`, `other`.
const REASONS: &[(&str, Weight, Option<Cause>)] = &[
    ("media-jam", Weight::Stops, Some(Cause::Jam)),
    ("cover-open", Weight::Stops, Some(Cause::CoverOpen)),
    ("door-open", Weight::Stops, Some(Cause::CoverOpen)),
    ("interlock", Weight::Stops, Some(Cause::CoverOpen)),
    ("media-empty", Weight::Stops, Some(Cause::NoPaper)),
    ("media-needed", Weight::Stops, Some(Cause::NoPaper)),
    ("input-tray-missing", Weight::Stops, Some(Cause::NoPaper)),
    ("output-area-full", Weight::AsSaid, Some(Cause::OutputFull)),
    ("output-tray-missing", Weight::AsSaid, Some(Cause::OutputFull)),
    // A counter that calls a cartridge empty long before it is says so as a warning.
    ("toner-empty", Weight::AsSaid, Some(Cause::NoInk)),
    ("marker-supply-empty", Weight::AsSaid, Some(Cause::NoInk)),
    ("developer-empty", Weight::AsSaid, Some(Cause::NoInk)),
    ("shutdown", Weight::Stops, Some(Cause::Offline)),
    ("power-down", Weight::Stops, Some(Cause::Offline)),
    ("timed-out", Weight::Stops, Some(Cause::Offline)),
    ("connecting-to-device", Weight::Stops, Some(Cause::Offline)),
    ("offline", Weight::Stops, Some(Cause::Offline)),
    ("paused", Weight::Stops, Some(Cause::Paused)),
    ("moving-to-paused", Weight::Stops, Some(Cause::Paused)),
    ("stopping", Weight::Stops, Some(Cause::Paused)),
    ("deactivated", Weight::Stops, Some(Cause::Paused)),
    ("hold-new-jobs", Weight::Stops, Some(Cause::Paused)),
    ("marker-waste-full", Weight::AsSaid, None),
    ("fuser-over-temp", Weight::AsSaid, None),
    ("opc-life-over", Weight::AsSaid, None),
    ("interpreter-resource-unavailable", Weight::AsSaid, None),
    ("spool-area-full", Weight::AsSaid, None),
    ("media-low", Weight::Warns, Some(Cause::PaperLow)),
];

/// What a reason says of a printer that is not stopped.
fn said(reason: &str, prefix: &str, weight: Weight, cause: Option<Cause>) -> Option<PrinterStatus> {
    let suffix = reason.strip_prefix(prefix)?;
    let (warning, report) = (suffix.ends_with("-warning"), suffix.ends_with("-report"));
    match weight {
        Weight::AsSaid if report => None,
        Weight::AsSaid if warning => cause.map(|cause| PrinterStatus { ready: true, cause: Some(cause) }),
        Weight::Stops | Weight::AsSaid => Some(PrinterStatus { ready: false, cause }),
        Weight::Warns => Some(PrinterStatus { ready: true, cause }),
    }
}

/// What a printer's state and reasons say together: the worst that stops it, else the worst that does not.
pub(super) fn status<'a>(
    stopped: bool,
    accepting: bool,
    reasons: impl Iterator<Item = &'a str> + Clone,
) -> PrinterStatus {
    let all = REASONS.iter().flat_map(|(prefix, weight, cause)| {
        reasons.clone().filter_map(move |reason| said(reason, prefix, *weight, *cause))
    });
    let worst = all.clone().find(|status| !status.ready).or_else(|| all.clone().next());
    match worst {
        Some(status) if !status.ready => status,
        _ if stopped || !accepting => PrinterStatus::not_ready(Cause::Paused),
        Some(warning) => warning,
        None => PrinterStatus::READY,
    }
}

/// Reasons by prefix that stop a printer and leave a page alone that it called done: somebody's hand, and what
/// lies where paper comes out.
const AFTER_THE_PAGE: &[&str] = &["paused", "moving-to-paused", "output-area-full", "output-tray-missing"];

/// Whether all that stops a printer leaves a page alone that it called done. A printer that is stopped and does
/// not say why may be stopped by anything.
pub(super) fn leave_a_page_alone<'a>(reasons: impl Iterator<Item = &'a str> + Clone) -> bool {
    let stops = REASONS.iter().filter(|(prefix, weight, cause)| {
        reasons.clone().filter_map(|reason| said(reason, prefix, *weight, *cause)).any(|status| !status.ready)
    });
    let mut stops = stops.peekable();
    stops.peek().is_some() && stops.all(|(prefix, ..)| AFTER_THE_PAGE.contains(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(reasons: &[&str]) -> PrinterStatus {
        status(false, true, reasons.iter().copied())
    }

    fn warned(cause: Cause) -> PrinterStatus {
        PrinterStatus { ready: true, cause: Some(cause) }
    }

    #[test]
    fn each_reason_has_its_cause_and_no_suffix_hides_that_paper_will_not_come() {
        let table = [
            (Cause::NoPaper, &["media-empty", "media-needed", "input-tray-missing", "media-empty-tray-1"][..]),
            (Cause::CoverOpen, &["cover-open", "door-open", "interlock-open"][..]),
            (Cause::Jam, &["media-jam", "media-jam-fuser"][..]),
            (Cause::Paused, &["paused", "moving-to-paused", "stopping", "deactivated", "hold-new-jobs"][..]),
            (Cause::Offline, &["shutdown", "power-down", "timed-out", "connecting-to-device", "offline"][..]),
        ];
        for (cause, reasons) in table {
            for (reason, suffix) in reasons.iter().flat_map(|r| ["", "-report", "-warning", "-error"].map(|s| (r, s))) {
                let reason = format!("{reason}{suffix}");
                assert_eq!(of(&[&reason]), PrinterStatus::not_ready(cause), "{reason}");
            }
        }
    }

    #[test]
    fn where_a_suffix_counts_a_warning_prints_and_a_report_is_nothing() {
        for (reason, cause) in [
            ("toner-empty", Cause::NoInk),
            ("marker-supply-empty", Cause::NoInk),
            ("output-area-full", Cause::OutputFull),
        ] {
            for (suffix, told) in [
                ("", PrinterStatus::not_ready(cause)),
                ("-error", PrinterStatus::not_ready(cause)),
                ("-warning", warned(cause)),
                ("-report", PrinterStatus::READY),
            ] {
                assert_eq!(of(&[&format!("{reason}{suffix}")]), told, "{reason}{suffix}");
            }
        }
        assert_eq!(of(&["spool-area-full"]), PrinterStatus { ready: false, cause: None });
        assert_eq!(of(&["spool-area-full-warning"]), PrinterStatus::READY);
        for suffix in ["", "-report", "-warning", "-error"] {
            assert_eq!(of(&[&format!("media-low{suffix}")]), warned(Cause::PaperLow), "it still prints");
        }
    }

    #[test]
    fn what_says_nothing_about_paper_coming_is_nothing() {
        let nothing = [
            "none",
            "other",
            "other-warning",
            "toner-low-warning",
            "marker-supply-low-report",
            "output-area-almost-full-warning",
            "stopped-partly",
            "fuser-under-temp",
            "cups-waiting-for-job-completed",
            "cups-ipp-conformance-failure-report",
            "com.example-media-empty",
        ];
        for reason in nothing {
            assert_eq!(of(&[reason]), PrinterStatus::READY, "{reason}");
        }
    }

    #[test]
    fn the_worst_reason_is_the_one_named() {
        assert_eq!(of(&["media-low-warning", "media-jam"]), PrinterStatus::not_ready(Cause::Jam));
        assert_eq!(of(&["paused", "media-empty"]), PrinterStatus::not_ready(Cause::NoPaper));
        assert_eq!(of(&["moving-to-paused", "cover-open"]), PrinterStatus::not_ready(Cause::CoverOpen));
        assert_eq!(of(&["offline-report", "media-jam"]), PrinterStatus::not_ready(Cause::Jam));
        assert_eq!(of(&["toner-empty", "paused"]), PrinterStatus::not_ready(Cause::NoInk));
        assert_eq!(of(&["toner-empty-warning", "media-empty-report"]), PrinterStatus::not_ready(Cause::NoPaper));
        assert_eq!(of(&["media-low-report", "toner-empty-warning"]), warned(Cause::NoInk));
    }

    #[test]
    fn a_stopped_queue_prints_nothing_whatever_its_reasons() {
        for reasons in [&[][..], &["media-low"], &["none"], &["toner-empty-warning"]] {
            assert_eq!(status(true, true, reasons.iter().copied()), PrinterStatus::not_ready(Cause::Paused));
            assert_eq!(status(false, false, reasons.iter().copied()), PrinterStatus::not_ready(Cause::Paused));
        }
        assert_eq!(status(true, true, ["media-jam"].into_iter()), PrinterStatus::not_ready(Cause::Jam));
    }

    #[test]
    fn only_a_hand_and_a_full_tray_leave_a_page_alone_that_is_done() {
        let alone = |reasons: &[&str]| leave_a_page_alone(reasons.iter().copied());
        for reasons in [
            &["paused"][..],
            &["moving-to-paused"],
            &["paused", "media-low-warning"],
            &["none", "paused", "toner-empty-warning"],
            &["output-area-full-error"],
        ] {
            assert!(alone(reasons), "{reasons:?}");
        }
        for reasons in [
            &[][..],
            &["none"],
            &["com.example-fault"],
            &["paused", "media-empty"],
            &["paused", "offline-report"],
            &["toner-empty-error"],
            &["stopping"],
            &["deactivated"],
            &["shutdown"],
            &["spool-area-full"],
        ] {
            assert!(!alone(reasons), "{reasons:?}");
        }
    }
}
