use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use super::AttachedFile;
use crate::time::Moment;

/// `POST /v1/submissions/{id}/supplement` (staff): an officer asks for what is missing (TT 03/2025/TT-VPCP,
/// Mẫu 02). Answers with [`SupplementRequest`].
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskSupplement {
    /// What is asked for, in words that whoever holds the code may read: 1 to 1,000 characters.
    pub text: String,
    /// The papers asked for, by the form's names for them.
    #[serde(default)]
    pub papers: Vec<String>,
}

/// What an officer asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct SupplementRequest {
    /// Its identity.
    pub id: Uuid,
    /// When it was asked.
    pub at: Moment,
    /// What is asked for.
    pub text: String,
    /// The papers asked for, in words.
    pub papers: Vec<String>,
    /// When an officer had all of it; none while it is still missing.
    pub done_at: Option<Moment>,
    /// When the newest answer of the applicant arrived; none while there is none.
    #[serde(default)]
    pub answered_at: Option<Moment>,
}

/// `POST /v1/supplements/{id}/prove` (device): somebody shows that a request is theirs to answer. Answers
/// with [`SupplementOpened`].
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProveSupplement {
    /// The last four digits of the applicant's citizen number, or all twelve as the card has them.
    pub digits: String,
    /// SHA-256 of a secret that the device made for the one answer that is to come, in lower-case hex.
    pub proof_sha256: String,
}

/// A request that may be answered by this device, once, with the secret it made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SupplementOpened {
    /// The request, with the papers' names.
    pub request: SupplementRequest,
    /// The code of the submission.
    pub code: String,
    /// Its procedure's national code.
    pub procedure: String,
}

/// Which request a submission answers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplementRef {
    /// The request.
    pub request: Uuid,
    /// The secret whose hash was proved with: 64 lower-case hex digits.
    pub proof: String,
}

impl std::fmt::Debug for SupplementRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SupplementRef").field("request", &self.request).finish_non_exhaustive()
    }
}

/// What the applicant sent in answer to a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SupplementAnswer {
    /// Its identity.
    pub id: Uuid,
    /// The request it answers.
    pub request: Uuid,
    /// When it arrived.
    pub received_at: Moment,
    /// The answers.
    pub answers: Value,
    /// The papers attached.
    pub documents: Vec<AttachedFile>,
}
