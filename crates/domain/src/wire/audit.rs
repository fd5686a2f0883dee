//! What was done and read that concerns somebody, as auditors see it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::{IntoParams, ToSchema};

use crate::time::Moment;

/// A row of the audit. Whom and what it is about stands in it by reference only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct AuditRow {
    /// Counts by one.
    pub number: u64,
    /// When, by the server's clock.
    pub at: Moment,
    /// `staff:…`, `device:…`, `system` or `nobody`.
    pub who: String,
    /// The machine, where it is known.
    pub device: Option<String>,
    /// What was done, such as `submission.read`.
    pub verb: String,
    /// To what, by its identity.
    pub subject: Option<String>,
    /// How it ended, as an HTTP status.
    pub outcome: u16,
    /// How it was before, by reference.
    pub before: Option<String>,
    /// How it is now, by reference.
    pub after: Option<String>,
    /// SHA-256 of the hash before it and this row, in lower-case hex.
    pub sha256: String,
}

/// `GET /v1/audit`: which rows are asked for; what is not given matters not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, IntoParams)]
#[ts(export)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct AuditWanted {
    /// At most so many: 1 to 200, otherwise 50.
    pub limit: Option<u32>,
    /// Only those below this number: the last of the part before.
    pub before: Option<u64>,
    /// Only those of this asker, such as `staff:lan`.
    pub who: Option<String>,
    /// Only those about this, by its identity.
    pub subject: Option<String>,
    /// Only this verb, such as `submission.read`, or this kind, such as `submission`.
    pub verb: Option<String>,
}

/// The newest row of the audit: who keeps it on paper can tell later that nothing before it was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct AuditHead {
    /// How many rows there are.
    pub number: u64,
    /// The hash of the newest.
    pub sha256: String,
}

/// What was deleted at once because it had its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Retained {
    /// When.
    pub at: Moment,
    /// Whether these were accepted, or never were.
    pub accepted: bool,
    /// How many submissions.
    pub submissions: u32,
    /// How many files of theirs.
    pub files: u32,
}
