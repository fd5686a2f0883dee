use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Assisted, DraftRef, PaperReprints, PaymentDetail, SubmissionTime, SubmittedBy, SupplementAnswer, SupplementRef,
    SupplementRequest,
};
use crate::dossier::Rung;
use crate::payment::Payment;
use crate::time::Moment;

/// `POST /v1/files` answers with this: a file the server holds until a submission names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoredFile {
    /// The file's identity.
    pub id: Uuid,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// Its length in bytes.
    pub size: u64,
}

/// `POST /v1/submissions`: what a citizen sends. Never edited afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Its identity, made by the kiosk (UUIDv7).
    pub id: Uuid,
    /// The submission code (mã nộp tạm) the kiosk printed: `XXXX-XXXX`.
    #[schema(example = "A7KM-3XPT")]
    pub code: String,
    /// The procedure's national code.
    #[schema(example = "1.001193")]
    pub procedure: String,
    /// The version of the form it was answered on.
    pub form_version: u32,
    /// The version of the procedure's record, for the form that fits every procedure; none for a form
    /// of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record_version: Option<u32>,
    /// When the person pressed "Nộp".
    pub made_at: Moment,
    /// The language it was answered in.
    pub language: String,
    /// The answers, valid against the form's schema, hidden ones pruned.
    pub answers: Value,
    /// What the person agreed to, each on its own.
    pub consents: Vec<Consent>,
    /// The papers attached.
    pub documents: Vec<AttachedFile>,
    /// The draft it was made of, which ends with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<DraftRef>,
    /// SHA-256 of the token in the address its holder follows it at (`/d/{token}`), in lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_sha256: Option<String>,
    /// The request it answers: then it is no submission of its own, but a part of the one with its code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplement: Option<SupplementRef>,
    /// How it was confirmed by who it is for, where an officer submits it for them. Who the officer is, the
    /// central system knows by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assisted: Option<Assisted>,
}

/// One consent to one purpose (Luật 91/2025/QH15: never by silence, never bundled).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Consent {
    /// The purpose's stable name.
    pub purpose: String,
    /// Which wording was agreed to.
    pub text_version: u32,
    /// When.
    pub at: Moment,
    /// How: `touch` on the kiosk's screen, `signed_review` on paper that an officer printed.
    pub method: String,
}

/// A file attached for one paper of the procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct AttachedFile {
    /// Which paper it is, by the form's name for it.
    pub evidence: String,
    /// The file on the server.
    pub file: Uuid,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its length in bytes.
    pub size: u64,
    /// `application/pdf`, `image/jpeg` or `image/png`.
    pub media_type: String,
    /// How many pages it has.
    pub pages: u32,
}

/// The central system's word that it has a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Receipt {
    /// The submission.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// When the central system had stored it.
    pub received_at: Moment,
    /// SHA-256 over what was received (canonical JSON), to compare before anything local goes.
    pub content_sha256: String,
    /// What became of the time that was chosen, where the form asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub time: Option<SubmissionTime>,
}

/// A line of `GET /v1/submissions` (staff).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct SubmissionLine {
    /// Its identity.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// The procedure's national code.
    pub procedure: String,
    /// When it arrived.
    pub received_at: Moment,
    /// The applicant's name as answered.
    pub applicant: String,
    /// Where it is.
    pub state: SubmissionState,
    /// The dossier's code, once accepted.
    pub dossier_code: Option<String>,
    /// How many files it has.
    pub files: u32,
    /// Whether its applicant sent in something that an officer asked for and has not seen to.
    #[serde(default)]
    pub answered: bool,
}

/// Where a submission is, as an officer and its owner may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum SubmissionState {
    /// The central system has it; no officer has checked it.
    Received,
    /// An officer accepted it: it is a dossier now.
    Accepted,
}

/// `GET /v1/submissions/{id}` (staff): all of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SubmissionDetail {
    /// What the citizen sent.
    pub submission: Submission,
    /// When it arrived.
    pub received_at: Moment,
    /// The dossier it became, once accepted.
    pub acceptance: Option<Acceptance>,
    /// Its payment; none where it surely costs nothing.
    #[serde(default)]
    pub payment: Option<PaymentDetail>,
    /// What officers asked for because it was missing, the oldest first.
    #[serde(default)]
    pub supplements: Vec<SupplementRequest>,
    /// What the applicant sent in answer, the newest first.
    #[serde(default)]
    pub supplement_answers: Vec<SupplementAnswer>,
    /// Officers who changed something of it before its owner confirmed it, by name.
    #[serde(default)]
    pub helped_by: Vec<String>,
    /// The officer who submitted it for its owner, and how that was confirmed.
    #[serde(default)]
    pub submitted_by: Option<SubmittedBy>,
    /// What became of the time that was chosen, where the form asks for one.
    #[serde(default)]
    pub time: Option<SubmissionTime>,
    /// Which of its papers were printed again, and how often.
    #[serde(default)]
    pub reprints: Vec<PaperReprints>,
}

/// `POST /v1/submissions/{id}/accept` (staff): an officer checked it. Answers with [`Acceptance`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptSubmission {
    /// Originals and copies the officer saw or took, by the form's name of the paper.
    #[serde(default)]
    pub papers: BTreeMap<String, PaperTaken>,
}

/// What an officer took of one paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct PaperTaken {
    /// Originals.
    pub originals: u32,
    /// Copies.
    pub copies: u32,
}

/// The dossier a submission became: what Mẫu 01 states (TT 03/2025/TT-VPCP).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Acceptance {
    /// The dossier's code, made by the central system.
    pub dossier_code: String,
    /// When the officer accepted it.
    pub accepted_at: Moment,
    /// When the result is due; none when the procedure's deadline is not known for certain.
    pub due_at: Option<Moment>,
    /// The officer who accepted it.
    pub officer: String,
    /// What the officer took, by paper.
    pub papers: BTreeMap<String, PaperTaken>,
    /// The book it was entered in and its line: the year, and a count within it.
    pub book: u32,
    /// The line in that book.
    pub line: u32,
}

/// `GET /v1/lookup/{code}`: what the holder of a code may know without showing who they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Lookup {
    /// The code asked for, as printed.
    pub code: String,
    /// The procedure's national code.
    pub procedure: String,
    /// Where it is.
    pub state: SubmissionState,
    /// When the central system received it.
    pub received_at: Moment,
    /// The dossier's code, once accepted.
    pub dossier_code: Option<String>,
    /// When it was accepted.
    pub accepted_at: Option<Moment>,
    /// When the result is due.
    pub due_at: Option<Moment>,
    /// How far it has come.
    pub ladder: Vec<Rung>,
    /// Its payment; none where nothing is to be paid.
    pub payment: Option<Payment>,
    /// What is asked for and still missing, without the names of papers, which may name people.
    pub supplements: Vec<SupplementRequest>,
    /// What became of the time that was chosen, where the form asks for one; not told for a dossier's code,
    /// which can be guessed, while an appointment is used by whoever knows its own.
    #[serde(default)]
    pub time: Option<SubmissionTime>,
}

impl Submission {
    /// What both sides hash to agree on what was received: JSON with the keys of every object sorted
    /// and no white space.
    pub fn canonical_json(&self) -> String {
        canonical(&serde_json::to_value(self).unwrap_or_default())
    }
}

/// JSON with the keys of every object sorted and no white space.
pub(super) fn canonical(value: &Value) -> String {
    fn write(value: &Value, out: &mut String) {
        match value {
            Value::Object(map) => {
                let sorted: BTreeMap<&String, &Value> = map.iter().collect();
                out.push('{');
                for (i, (key, value)) in sorted.into_iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    out.push_str(&Value::from(key.as_str()).to_string());
                    out.push(':');
                    write(value, out);
                }
                out.push('}');
            }
            Value::Array(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    write(item, out);
                }
                out.push(']');
            }
            plain => out.push_str(&plain.to_string()),
        }
    }
    let mut out = String::new();
    write(value, &mut out);
    out
}
