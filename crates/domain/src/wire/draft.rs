//! Drafts: what a citizen has answered so far, sealed, until it is submitted or its days are over.
//!
//! The central system can open none of it. It finds a draft by [`SaveDraft::found_by`], which is made of
//! the code on the citizen's slip slowly enough that the code cannot be found from it, and hands it only
//! to who proves to be its owner.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::time::Moment;

/// So many wrong proofs lock a draft until an officer unlocks it.
pub const MOST_WRONG_PROOFS: u32 = 5;

/// The draft a submission was made of. Storing the submission ends the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftRef {
    /// Its identity.
    pub id: Uuid,
    /// Which opening of it was submitted: another one since then refuses it.
    pub opening: u32,
    /// Which of its revisions was submitted: a newer one refuses it.
    pub revision: u32,
}

/// What somebody proves with, beside the code, that a draft is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// The citizen's number, from the card under a reader.
    Number,
    /// The applicant's birth date.
    Birth,
}

impl ProofKind {
    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Birth => "birth",
        }
    }
}

/// One way to a draft: argon2id over code, kind and secret gives a verifier, and a key the draft's own
/// key is wrapped with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftProof {
    /// What it is made of.
    pub kind: ProofKind,
    /// What an asker must know, in lower-case hex.
    pub verifier: String,
    /// The draft's key, sealed, in base64.
    pub wrapped_key: String,
}

/// Names of what was changed on a page; never what it was changed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftChange {
    /// When.
    pub at: Moment,
    /// The page's stable name.
    pub page: String,
    /// The fields' paths, and papers by the form's names for them.
    pub fields: Vec<String>,
}

/// `PUT /v1/drafts/{id}`: a draft as it stands now. Its files are handed in before it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// What it is found by, in lower-case hex.
    pub found_by: String,
    /// Which opening of it this is: 0 where it was begun, counted up by the central system whenever it
    /// is opened elsewhere.
    pub opening: u32,
    /// Counts up with every answer. An older one than the stored changes nothing.
    pub revision: u32,
    /// The procedure's national code.
    pub procedure: String,
    /// The version of the form it was begun on.
    pub form_version: u32,
    /// The ways to it.
    pub proofs: Vec<DraftProof>,
    /// The sealed answers, in base64.
    pub content: String,
    /// The sealed pages that belong to it; others it had are deleted.
    pub files: Vec<Uuid>,
    /// How many wrong proofs were tried where it lay before.
    #[serde(default)]
    pub wrong_proofs: u32,
    /// What was changed since the last save that arrived.
    #[serde(default)]
    pub changes: Vec<DraftChange>,
}

/// The answer to [`SaveDraft`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SavedDraft {
    /// The newest revision the central system has.
    pub revision: u32,
    /// Until when it is kept.
    pub keep_until: Moment,
}

/// `POST /v1/drafts/open`: somebody proves that a draft is theirs. The newer opening takes over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenDraft {
    /// What it is found by.
    pub found_by: String,
    /// What the proof is made of.
    pub kind: ProofKind,
    /// The proof.
    pub verifier: String,
}

/// The answer to [`OpenDraft`]: the asker edits it from now on, and may read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenedDraft {
    /// Its identity.
    pub id: Uuid,
    /// Which opening this is, for [`SaveDraft::opening`].
    pub opening: u32,
}

/// Who edits a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DraftEditor {
    /// Its owner, at a kiosk.
    Kiosk {
        /// What people call the kiosk.
        name: String,
    },
    /// An officer who helps.
    Officer {
        /// The officer's name.
        name: String,
    },
}

/// `GET /v1/drafts/{id}`: a draft, for who edits it and for the kiosk that shared it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DraftContent {
    /// Its identity.
    pub id: Uuid,
    /// Which opening of it is in force.
    pub opening: u32,
    /// Its newest revision.
    pub revision: u32,
    /// The procedure's national code.
    pub procedure: String,
    /// The version of its form.
    pub form_version: u32,
    /// What it is found by.
    pub found_by: String,
    /// The ways to it.
    pub proofs: Vec<DraftProof>,
    /// The sealed answers, in base64.
    pub content: String,
    /// Its sealed pages.
    pub files: Vec<Uuid>,
    /// Who edits it.
    pub editor: DraftEditor,
    /// Whether officers may open it now.
    pub shared: bool,
    /// Its key in base64, only for the officer to whom its owner gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// `POST /v1/drafts/{id}/share`: its owner lets an officer see it and help, for this call only.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareDraft {
    /// Its key in base64. It is kept in memory only, and gone when the help ends.
    pub key: String,
    /// Which opening it is shared from.
    pub opening: u32,
    /// Which wording was agreed to.
    pub text_version: u32,
    /// When it was agreed to.
    pub at: Moment,
}

/// A line of `GET /v1/drafts/shared` (staff): a draft whose owner asked for help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct SharedDraft {
    /// Its identity.
    pub id: Uuid,
    /// The procedure's national code.
    pub procedure: String,
    /// The kiosk it is open at.
    pub device: Uuid,
    /// What people call that kiosk.
    pub device_name: String,
    /// When its owner agreed.
    pub shared_at: Moment,
    /// Who edits it.
    pub editor: DraftEditor,
}

/// A line of `GET /v1/drafts/{id}/changes`: who changed what; never what to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct LoggedChange {
    /// When.
    pub at: Moment,
    /// Who.
    pub who: DraftEditor,
    /// The page's stable name.
    pub page: String,
    /// The fields' paths, and papers by the form's names for them.
    pub fields: Vec<String>,
}

/// A line of `GET /v1/drafts/locked` (staff): a draft that is locked after wrong proofs, or was unlocked
/// in the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct LockedDraft {
    /// Its identity.
    pub id: Uuid,
    /// What it is found by, made of the code on its owner's slip.
    pub found_by: String,
    /// The procedure's national code.
    pub procedure: String,
    /// When it was last saved.
    pub saved_at: Moment,
    /// When the last wrong proof came.
    pub locked_at: Moment,
    /// Who unlocked it, if anybody has.
    pub unlocked: Option<Unlocked>,
}

/// Who unlocked a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Unlocked {
    /// When.
    pub at: Moment,
    /// The officer's name.
    pub officer: String,
}

/// `Debug` without the key.
impl std::fmt::Debug for ShareDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShareDraft").field("text_version", &self.text_version).finish_non_exhaustive()
    }
}
