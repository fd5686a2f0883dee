//! Submissions that an officer makes for somebody who confirms them on paper.
//!
//! The officer prints what will be sent as a review and tells the central system so, under their own
//! sign-in ([`PrintedReview`]). The person signs it. The submission then says that it is the one that was
//! signed ([`Assisted`]), and is taken only if it is exactly what that officer printed: a device alone can
//! claim neither an officer nor a signature.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Submission;
use super::submission::canonical;
use crate::catalogue::ChannelKind;
use crate::time::Moment;

/// How somebody confirmed what an officer submits for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confirmed {
    /// They signed the printed review.
    SignedReview,
}

/// What a submission says of its confirmation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assisted {
    /// How it was confirmed.
    pub confirmed: Confirmed,
    /// SHA-256 of what was printed ([`Submission::signed_json`]), in lower-case hex.
    pub content_sha256: String,
}

/// `POST /v1/drafts/{id}/review` (staff): the officer who has the draft in hand prints it for its owner to
/// sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedReview {
    /// The submission it becomes when it is signed.
    pub submission: Uuid,
    /// Which opening of the draft it was printed from.
    pub opening: u32,
    /// SHA-256 of what is printed, in lower-case hex.
    pub content_sha256: String,
}

/// Who submitted for somebody else, as the central system knows by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SubmittedBy {
    /// The officer's name.
    pub officer: String,
    /// How its owner confirmed it.
    pub confirmed: Confirmed,
    /// SHA-256 of what was signed; the paper bears its beginning.
    pub content_sha256: String,
    /// When the paper was printed.
    pub printed_at: Moment,
}

impl Submission {
    /// The way it was handed in, by which fees go. What somebody confirms on a screen is handed in online,
    /// also with an officer beside them. What they sign on paper for an officer to submit is handed in
    /// directly at the counter, one of the three ways of NĐ 118/2025/NĐ-CP (trực tiếp, trực tuyến, qua bưu
    /// chính): it is the officer who takes the paper and puts it into the system.
    pub fn channel(&self) -> ChannelKind {
        if self.assisted.is_some() { ChannelKind::InPerson } else { ChannelKind::Online }
    }

    /// What somebody signs for: canonical JSON of the code, the procedure, the answers, the consents and the
    /// papers attached. Times, and what only machines know it by, are no part of it.
    pub fn signed_json(&self) -> String {
        let consents: Vec<_> =
            self.consents.iter().map(|consent| json!([consent.purpose, consent.text_version])).collect();
        let document = |file: &super::AttachedFile| json!([file.evidence, file.sha256, file.pages]);
        canonical(&json!({
            "code": self.code,
            "procedure": self.procedure,
            "form_version": self.form_version,
            "record_version": self.record_version,
            "answers": self.answers,
            "consents": consents,
            "documents": self.documents.iter().map(document).collect::<Vec<_>>(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AttachedFile, Consent};
    use super::*;

    fn submission() -> Submission {
        serde_json::from_value(json!({
            "id": "018f0000-0000-7000-8000-000000000001", "code": "A7KM-3XPT", "procedure": "2.000635",
            "form_version": 1, "made_at": "2026-11-23T08:00:00.000+07:00", "language": "vi",
            "answers": { "b": 1, "a": "Nguyễn" }, "consents": [], "documents": []
        }))
        .expect("a submission")
    }

    #[test]
    fn what_is_signed_changes_with_all_that_is_read_and_with_nothing_else() {
        let signed = submission();
        let mut same = Submission { id: Uuid::nil(), language: "en".to_owned(), ..signed.clone() };
        same.made_at = same.made_at.plus_millis(60_000);
        assert_eq!(same.signed_json(), signed.signed_json());
        let consent = Consent {
            purpose: "process".to_owned(),
            text_version: 1,
            at: signed.made_at,
            method: "signed_review".to_owned(),
        };
        let file = AttachedFile {
            evidence: "original".to_owned(),
            file: Uuid::nil(),
            sha256: "00".to_owned(),
            size: 1,
            media_type: "application/pdf".to_owned(),
            pages: 1,
        };
        let others = [
            Submission { code: "A7KM-3XPA".to_owned(), ..signed.clone() },
            Submission { answers: json!({ "b": 2, "a": "Nguyễn" }), ..signed.clone() },
            Submission { consents: vec![consent], ..signed.clone() },
            Submission { documents: vec![file], ..signed.clone() },
        ];
        for other in others {
            assert_ne!(other.signed_json(), signed.signed_json());
        }
    }
}
