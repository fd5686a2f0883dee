//! What was done and read that concerns somebody, as auditors see it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

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

/// The newest row of the audit: who keeps it on paper can tell later that nothing before it was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct AuditHead {
    /// How many rows there are.
    pub number: u64,
    /// The hash of the newest.
    pub sha256: String,
}
