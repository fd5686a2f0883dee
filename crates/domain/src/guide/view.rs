//! What a page of the guide shows. Every text is already in the person's language; the screen only
//! renders what it is given.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// The page a person is on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct GuideView {
    /// The procedure's national code.
    pub procedure: String,
    /// Its name.
    pub procedure_name: String,
    /// The page's stable name.
    pub page: String,
    /// The one question of the page, as its heading.
    pub title: String,
    /// A sentence of explanation under the heading.
    pub help: Option<String>,
    /// What the page holds.
    pub body: PageBody,
    /// "Bước 3/7", only when the count is certain.
    pub step: Option<Step>,
    /// Whether there is a page before this one.
    pub can_go_back: bool,
    /// Whether the person came from the review to change something: "Tiếp tục" goes back there.
    pub changing: bool,
    /// What must be put right before going on, in the order of the page.
    pub problems: Vec<FieldProblem>,
}

/// How far along one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Step {
    /// This page, from 1.
    pub now: u32,
    /// All pages.
    pub of: u32,
}

/// What stands on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PageBody {
    /// Separate consents; none is given beforehand.
    Consents {
        /// One for each purpose.
        purposes: Vec<ConsentView>,
    },
    /// Scan the citizen's card, or go on and type by hand.
    Card {
        /// The card already read, masked: `089•••••1234`, and the name.
        read: Option<CardSeen>,
        /// Whether a serial reader is there now; without one a keyboard-type reader may still type.
        reader: bool,
    },
    /// One question, sometimes two that belong together.
    Questions {
        /// The fields in order.
        fields: Vec<FieldView>,
    },
    /// One paper to attach.
    Document {
        /// The form's name for the paper.
        evidence: String,
        /// Whether one may go on without it.
        required: bool,
        /// What is attached so far.
        attached: Vec<AttachedView>,
        /// Whether a scanner is there now.
        scanner: bool,
    },
    /// Everything, equal to what is sent.
    Review {
        /// Pages with their answers.
        sections: Vec<ReviewSection>,
        /// Originals to bring or show later.
        to_show: Vec<String>,
        /// What it costs, in words.
        fees: Vec<ReviewRow>,
        /// How long it takes, in words.
        deadline: String,
    },
}

/// One consent to one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ConsentView {
    /// The purpose's stable name.
    pub purpose: String,
    /// The purpose in a few words.
    pub title: String,
    /// What is agreed to.
    pub text: String,
    /// Whether the submission is impossible without it.
    pub required: bool,
    /// The answer so far.
    pub given: Option<bool>,
}

/// A card that was read, as much as may stand on a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CardSeen {
    /// The number, masked.
    pub masked_number: String,
    /// The full name.
    pub name: String,
}

/// One field of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FieldView {
    /// Its path in the answers: `child_name`, `father/name`.
    pub field: String,
    /// How it is asked.
    pub widget: Widget,
    /// Its label.
    pub label: String,
    /// A hint below the label.
    pub help: Option<String>,
    /// The answer so far; null when there is none.
    #[ts(type = "string | number | boolean | null")]
    pub value: Value,
    /// Whether the value came from the card ("lấy từ thẻ") and was not changed since.
    pub from_card: bool,
    /// Whether it may be left empty.
    pub optional: bool,
    /// For `choice`: what one may choose.
    pub choices: Vec<ChoiceView>,
    /// For text: the most characters it takes.
    pub max_length: Option<u32>,
    /// For `count`: the smallest and largest number.
    pub range: Option<(i64, i64)>,
    /// What is wrong with it, and what to do.
    pub problem: Option<String>,
}

/// How a field is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Widget {
    /// A person's name, on the Vietnamese keyboard, each word with a capital.
    Name,
    /// One line on the Vietnamese keyboard.
    Text,
    /// Several lines on the Vietnamese keyboard.
    LongText,
    /// A date as day, month and year; the value is `YYYY-MM-DD`.
    Date,
    /// The 12-digit citizen number, on the number pad.
    CitizenNumber,
    /// A telephone number, on the number pad.
    Phone,
    /// A whole number with − and +.
    Count,
    /// One of a few large buttons; the value is a string.
    Choice,
    /// Có or Không; the value is a boolean.
    YesNo,
}

/// One of the things one may choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ChoiceView {
    /// What is stored.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A hint below it.
    pub help: Option<String>,
}

/// A paper that was attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AttachedView {
    /// Its identity in the draft.
    pub id: String,
    /// How many pages it has.
    pub pages: u32,
    /// Its length in bytes.
    pub size: u64,
    /// `application/pdf`, `image/jpeg` or `image/png`.
    pub media_type: String,
}

/// A page on the review, with a button that leads back to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReviewSection {
    /// The page that "Sửa" opens.
    pub page: String,
    /// The page's heading.
    pub title: String,
    /// Its answers.
    pub rows: Vec<ReviewRow>,
}

/// A line of the review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReviewRow {
    /// What was asked.
    pub label: String,
    /// What was answered, in words.
    pub value: String,
}

/// What is wrong with one field, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FieldProblem {
    /// The field's path, or the consent's or paper's name.
    pub field: String,
    /// The sentence to show at the field and at the top.
    pub message: String,
}
