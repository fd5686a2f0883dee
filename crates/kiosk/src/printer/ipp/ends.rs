//! What a job's state and reasons mean (RFC 8011, 5.3.7 and 5.3.8; PWG 5100.7 and what CUPS says).

use ipp::model::JobState;

/// How a job stands.
#[derive(Clone, Debug)]
pub(in super::super) struct Answer {
    /// Its state.
    pub(super) state: JobState,
    /// Its `job-state-reasons`.
    pub(super) reasons: Vec<String>,
    /// Its `job-impressions-completed`: sides of paper that came out, where the device counts them.
    pub(super) out: i32,
}

/// The end of a job, by the device's word on the job alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// Paper came out.
    Printed,
    /// Paper may have come out, whole or in part.
    Doubtful,
    /// No paper came out, and none will.
    NotPrinted,
}

/// Reasons by prefix that leave a doubt when a job is "completed": errors and warnings on the way, a job
/// that lies in a device which says no more of it, and what belongs to a job that did not end well. A
/// warning may be that part of the page is not on the paper: the person is asked.
const DOUBTS: &[&str] = &[
    "job-completed-with-errors",
    "job-completed-with-warnings",
    "errors-detected",
    "warnings-detected",
    "queued-in-device",
    "abort",
    "job-aborted",
    "job-canceled",
    "job-data-insufficient",
    "job-incoming",
    "job-held",
    "job-hold-until-specified",
    "job-stopped",
    "job-suspended",
    "printer-stopped",
    "processing-to-stop-point",
    "document-access-error",
    "document-format-error",
    "document-unprintable",
    "conflicting-attributes",
    "unsupported-",
    "resources-are-not-ready",
    "service-off-line",
];

/// Reasons by prefix of a job that waits until somebody lets it go on.
const HOLDS: &[&str] = &[
    "job-held",
    "job-hold-until-specified",
    "job-stopped",
    "job-suspended",
    "printer-stopped",
    "resources-are-not-ready",
    "service-off-line",
    "account-",
    "job-password-wait",
];

impl Answer {
    /// The end it has come to, or none.
    pub(super) fn ended(&self) -> Option<Ended> {
        match self.state {
            JobState::Completed if self.has(DOUBTS) => Some(Ended::Doubtful),
            JobState::Completed => Some(Ended::Printed),
            JobState::Canceled | JobState::Aborted if self.out > 0 => Some(Ended::Doubtful),
            JobState::Canceled | JobState::Aborted => Some(Ended::NotPrinted),
            JobState::Pending | JobState::PendingHeld | JobState::Processing | JobState::ProcessingStopped => None,
        }
    }

    /// Whether it waits for somebody to let it go on: it would come out for whoever stands there then.
    pub(super) fn is_held(&self) -> bool {
        match self.state {
            JobState::PendingHeld | JobState::ProcessingStopped => true,
            JobState::Pending | JobState::Processing => {
                // A part of a device that stopped leaves the rest of it printing.
                self.reasons.iter().any(|r| r != "printer-stopped-partly" && HOLDS.iter().any(|h| r.starts_with(h)))
            }
            JobState::Completed | JobState::Canceled | JobState::Aborted => false,
        }
    }

    /// Whether nothing of it has come out yet, and others may come before it.
    pub(super) fn waits(&self) -> bool {
        matches!(self.state, JobState::Pending | JobState::PendingHeld)
    }

    fn has(&self, prefixes: &[&str]) -> bool {
        self.reasons.iter().any(|reason| prefixes.iter().any(|prefix| reason.starts_with(prefix)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(state: JobState, reasons: &[&str], out: i32) -> Answer {
        Answer { state, reasons: reasons.iter().map(|&r| r.to_owned()).collect(), out }
    }

    #[test]
    fn completed_is_printed_only_without_a_reason_to_doubt_it() {
        for sure in [&[][..], &["none"], &["job-completed-successfully"], &["job-printing"], &["job-fetchable"]] {
            assert_eq!(answer(JobState::Completed, sure, 1).ended(), Some(Ended::Printed), "{sure:?}");
        }
        let doubts = [
            "job-completed-with-errors",
            "job-completed-with-warnings",
            "errors-detected",
            "warnings-detected",
            "queued-in-device",
            "aborted-by-system",
            "job-canceled-at-device",
            "job-canceled-by-operator",
            "job-canceled-by-user",
            "job-data-insufficient",
            "printer-stopped",
            "printer-stopped-partly",
            "processing-to-stop-point",
            "document-format-error",
            "unsupported-document-format",
            "job-held-on-create",
        ];
        for doubt in doubts {
            let end = answer(JobState::Completed, &["job-completed-successfully", doubt], 1).ended();
            assert_eq!(end, Some(Ended::Doubtful), "{doubt}");
        }
    }

    #[test]
    fn a_job_that_was_ended_printed_nothing_unless_the_device_counted_paper() {
        let reasons = ["job-canceled-at-device", "aborted-by-system", "job-canceled-by-user", "none"];
        for (state, reason) in [JobState::Canceled, JobState::Aborted].iter().flat_map(|s| reasons.map(|r| (*s, r))) {
            assert_eq!(answer(state, &[reason], 0).ended(), Some(Ended::NotPrinted), "{state:?} {reason}");
            assert_eq!(answer(state, &[reason], 1).ended(), Some(Ended::Doubtful), "{state:?} {reason}: half of it");
        }
    }

    #[test]
    fn what_has_not_ended_has_no_end_whatever_its_reasons() {
        let states = [JobState::Pending, JobState::PendingHeld, JobState::Processing, JobState::ProcessingStopped];
        for state in states {
            for reason in ["none", "job-completed-successfully", "job-canceled-by-user", "printer-stopped"] {
                assert_eq!(answer(state, &[reason], 1).ended(), None, "{state:?} {reason}");
            }
        }
    }

    #[test]
    fn a_job_that_waits_for_somebody_is_held() {
        let table = [
            (JobState::PendingHeld, "none", true),
            (JobState::PendingHeld, "job-hold-until-specified", true),
            (JobState::ProcessingStopped, "none", true),
            (JobState::Pending, "printer-stopped", true),
            (JobState::Pending, "job-held-for-authentication", true),
            (JobState::Pending, "job-password-wait", true),
            (JobState::Processing, "printer-stopped", true),
            (JobState::Processing, "printer-stopped-partly", false),
            (JobState::Processing, "job-printing", false),
            (JobState::Pending, "none", false),
            (JobState::Pending, "job-queued", false),
            (JobState::Completed, "printer-stopped", false),
        ];
        for (state, reason, held) in table {
            assert_eq!(answer(state, &[reason], 0).is_held(), held, "{state:?} {reason}");
        }
    }
}
