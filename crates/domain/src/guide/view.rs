//! What a page of the guide shows. Every text is already in the person's language; the screen only
//! renders what it is given.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::papers::{PageFault, PageSource};

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
    /// The code of the submission that this answers an officer's request for; none for an application.
    pub supplement: Option<String>,
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
        /// Sentences made of earlier answers, above the fields.
        notes: Vec<String>,
    },
    /// One paper to attach.
    Document {
        /// The form's name for the paper.
        evidence: String,
        /// Whether one may go on without it.
        required: bool,
        /// Its pages so far, in order.
        pages: Vec<PageSeen>,
        /// The most pages it may have.
        most: usize,
        /// What takes pictures of papers now.
        sources: Sources,
    },
    /// Everything, equal to what is sent.
    Review {
        /// Pages with their answers.
        sections: Vec<ReviewSection>,
        /// Originals to bring or show later.
        to_show: Vec<String>,
        /// What it costs, in words; none for a supplement.
        fees: Vec<ReviewRow>,
        /// How long it takes, in words; empty for a supplement.
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
    /// The full name; none when the reader lost its marks.
    pub name: Option<String>,
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
    /// The answer so far; null when there is none. That of an `address` is an [`AddressAnswer`].
    #[ts(type = "string | number | boolean | import(\"./AddressAnswer\").AddressAnswer | null")]
    pub value: Value,
    /// Whether the value came from the card ("lấy từ thẻ") and was not changed since.
    pub from_card: bool,
    /// Whether it may be left empty.
    pub optional: bool,
    /// For `choice`: what one may choose.
    pub choices: Vec<ChoiceView>,
    /// For text: the most characters it takes.
    pub max_length: Option<u32>,
    /// For `count` and `amount`: the smallest and largest number.
    pub range: Option<(i64, i64)>,
    /// What else is known that may fill it, by one touch.
    pub offers: Vec<OfferView>,
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
    /// A year of four digits, on the number pad.
    Year,
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
    /// A place: province and commune from lists and the rest typed, or all of it typed; the value is an
    /// [`AddressAnswer`].
    Address,
    /// A sum in whole đồng, on the number pad.
    Amount,
    /// A signature by finger; the value is the path of its strokes in a box of 1000 × 400, `M` and `L`
    /// with whole numbers.
    Signature,
    /// When one comes: a time of those that can be booked, a wish, or neither; the value is a
    /// [`super::TimeWanted`] as text.
    Appointment,
}

/// A place, as answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AddressAnswer {
    /// All of it as it is read.
    pub text: String,
    /// The province's code, when it was chosen from the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub province: Option<String>,
    /// The commune's code, when it was chosen from the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub commune: Option<String>,
    /// What stands before the commune, or before the province whose communes are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub street: Option<String>,
}

/// Something known that may fill a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OfferView {
    /// Where it comes from: "Lấy từ thẻ", "Giống địa chỉ của bạn".
    pub label: String,
    /// How it reads.
    pub shown: String,
    /// What the field's answer would be.
    #[ts(type = "string | number | boolean | import(\"./AddressAnswer\").AddressAnswer")]
    pub value: Value,
}

/// What takes pictures of papers now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Sources {
    /// A document camera.
    pub camera: bool,
    /// Whether that camera only plays pictures, to try the program.
    pub trial: bool,
    /// A scanner that the kiosk drives.
    pub scanner: bool,
    /// A scanner that works by itself and writes into a folder.
    pub folder: bool,
    /// The person's own phone.
    pub phone: bool,
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

/// A page of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PageSeen {
    /// Its identity in the draft.
    pub id: String,
    /// Its place in the paper, from 1.
    pub number: u32,
    /// How it came.
    pub source: PageSource,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What makes it hard to read.
    pub faults: Vec<FaultSeen>,
    /// Whether it is used all the same.
    pub kept: bool,
}

/// Something that makes a page hard to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FaultSeen {
    /// Which.
    pub fault: PageFault,
    /// What is wrong and what to do, in plain words.
    pub advice: String,
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
