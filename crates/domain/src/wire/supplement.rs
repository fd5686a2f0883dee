use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

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
}
