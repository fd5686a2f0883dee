use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::time::Moment;

/// `POST /v1/papers/events` (device): what happened to a paper beside its first print. It is kept for good,
/// and never changed; nothing of the person is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperEvent {
    /// Its identity: the same is never taken in twice.
    pub id: Uuid,
    /// The kind of paper: `ticket`, `receipt`, `acceptance` and the like.
    #[schema(example = "ticket")]
    pub paper: String,
    /// The ticket, appointment or submission it is of; none for papers of nothing that is kept.
    pub of: Option<Uuid>,
    /// What happened.
    pub deed: PaperDeed,
    /// The account of the officer who did it, as the console says; none at a kiosk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
    /// When, by the machine's clock.
    pub at: Moment,
}

/// What happened to a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum PaperDeed {
    /// It was printed once more, marked "IN LẠI".
    Reprinted {
        /// Which copy after the first it is: 1 for the first reprint.
        copy: u32,
        /// How that ended, by the device's word.
        end: PaperEnd,
    },
    /// The device did not say whether it came out, and its person says that it did.
    SaidPrinted,
}

/// How a print ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperEnd {
    /// The device said that paper came out.
    Printed,
    /// The device said that none will.
    Failed,
    /// The device did not say.
    Unknown,
}

/// How often a kind of paper was printed again of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct PaperReprints {
    /// The kind of paper: `receipt`, `acceptance`.
    pub paper: String,
    /// How often; what surely did not come out is not counted.
    pub times: u32,
    /// When it was last, by the machine's clock.
    pub last_at: Moment,
}

impl PaperEvent {
    /// Whether it is of a reasonable size, and names a kind of paper.
    pub fn is_sound(&self) -> bool {
        let name = |text: &str| {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
            (1..=40).contains(&text.len()) && text.bytes().all(plain)
        };
        name(&self.paper) && self.officer.as_ref().is_none_or(|account| account.chars().count() <= 64)
    }

    /// Whether a further copy came out, or may have.
    pub fn is_another_copy(&self) -> bool {
        matches!(self.deed, PaperDeed::Reprinted { end: PaperEnd::Printed | PaperEnd::Unknown, .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(paper: &str, deed: PaperDeed) -> PaperEvent {
        let at = Moment::from_millis(1_795_395_900_000);
        PaperEvent { id: Uuid::nil(), paper: paper.to_owned(), of: None, deed, officer: None, at }
    }

    #[test]
    fn only_a_copy_that_may_have_come_out_is_another_copy() {
        let again = |end| event("ticket", PaperDeed::Reprinted { copy: 1, end });
        assert!(again(PaperEnd::Printed).is_another_copy());
        assert!(again(PaperEnd::Unknown).is_another_copy());
        assert!(!again(PaperEnd::Failed).is_another_copy());
        assert!(!event("ticket", PaperDeed::SaidPrinted).is_another_copy());
    }

    #[test]
    fn a_kind_of_paper_is_a_short_plain_name() {
        for right in ["ticket", "payment-slip", "mau-02"] {
            assert!(event(right, PaperDeed::SaidPrinted).is_sound(), "{right}");
        }
        for wrong in ["", "Ticket", "a b", "mẫu-02", &"x".repeat(41)] {
            assert!(!event(wrong, PaperDeed::SaidPrinted).is_sound(), "{wrong}");
        }
    }
}
