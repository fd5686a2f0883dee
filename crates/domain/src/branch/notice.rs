use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::catalogue::LocalText;

/// What the boards say to everybody: words, a picture, or both.
///
/// A notice of words alone may also be written as the [`LocalText`] itself, as it was before there
/// were pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(from = "Written")]
pub struct Notice {
    /// Its words.
    pub text: Option<LocalText>,
    /// Its picture, among those handed in.
    pub picture: Option<PictureId>,
    /// The first day it is shown; none for at once.
    #[ts(type = "string | null")]
    #[schema(value_type = Option<String>, example = "2026-11-23")]
    pub from: Option<Date>,
    /// The last day it is shown; none for as long as it is set.
    #[ts(type = "string | null")]
    #[schema(value_type = Option<String>, example = "2026-12-31")]
    pub until: Option<Date>,
}

/// A notice as it may be written.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Written {
    Words(LocalText),
    Whole { text: Option<LocalText>, picture: Option<PictureId>, from: Option<Date>, until: Option<Date> },
}

impl From<Written> for Notice {
    fn from(written: Written) -> Self {
        match written {
            Written::Words(text) => Self { text: Some(text), ..Self::default() },
            Written::Whole { text, picture, from, until } => Self { text, picture, from, until },
        }
    }
}

impl Notice {
    /// The most characters of its words in one language: what fits on a board.
    const MOST: usize = 300;

    /// Its words, if there are any.
    pub fn words(&self) -> Option<&LocalText> {
        self.text.as_ref().filter(|text| !text.vi.trim().is_empty())
    }

    /// Whether it is shown on a day.
    pub fn is_on(&self, day: Date) -> bool {
        let begun = self.from.is_none_or(|from| from <= day);
        let over = self.until.is_some_and(|until| until < day);
        begun && !over && (self.picture.is_some() || self.words().is_some())
    }

    /// Whether it says something that fits on a board, and ends no sooner than it begins.
    pub(super) fn is_sound(&self) -> bool {
        let says = self.picture.is_some() || self.words().is_some();
        let fits = |text: &str| text.chars().count() <= Self::MOST;
        let words = self.text.as_ref().is_none_or(|text| fits(&text.vi) && text.en.as_deref().is_none_or(fits));
        says && words && self.from.zip(self.until).is_none_or(|(from, until)| from <= until)
    }
}

/// Which picture: the SHA-256 of its bytes, in 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[ts(export, type = "string")]
#[schema(value_type = String, example = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")]
#[serde(try_from = "String", into = "String")]
pub struct PictureId(String);

/// It is no SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the identity of a picture is 64 digits of 0-9 and a-f")]
pub struct NoPictureId;

impl FromStr for PictureId {
    type Err = NoPictureId;
    fn from_str(text: &str) -> Result<Self, NoPictureId> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for PictureId {
    type Error = NoPictureId;
    fn try_from(text: String) -> Result<Self, NoPictureId> {
        let digit = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        if text.len() == 64 && text.bytes().all(digit) { Ok(Self(text)) } else { Err(NoPictureId) }
    }
}

impl From<PictureId> for String {
    fn from(id: PictureId) -> Self {
        id.0
    }
}

impl AsRef<str> for PictureId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PictureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::{from_value, json};

    use super::*;

    fn words(vi: &str) -> Notice {
        Notice { text: Some(LocalText { vi: vi.to_owned(), en: None }), ..Notice::default() }
    }

    #[test]
    fn words_alone_are_read_as_they_were_written_before_there_were_pictures() {
        let read = |written| from_value::<Notice>(written);
        assert_eq!(read(json!({ "vi": "Nghỉ lễ" })).expect("as before"), words("Nghỉ lễ"));
        let id = "0123456789abcdef".repeat(4);
        let whole = json!({ "text": { "vi": "Nghỉ lễ" }, "picture": id, "from": "2026-11-23", "until": null });
        let notice = read(whole.clone()).expect("a notice");
        assert_eq!((notice.from, notice.until), (Some(date(2026, 11, 23)), None));
        assert_eq!(serde_json::to_value(&notice).expect("written"), whole);
        for wrong in [json!({ "vi": "a", "picture": id }), json!({ "picture": "../x" }), json!({ "image": id })] {
            assert!(read(wrong.clone()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn it_begins_and_ends_by_itself() {
        let notice = Notice { from: Some(date(2026, 11, 23)), until: Some(date(2026, 11, 25)), ..words("Nghỉ lễ") };
        let on: Vec<_> = (22..=26).map(|day| notice.is_on(date(2026, 11, day))).collect();
        assert_eq!(on, [false, true, true, true, false]);
        assert!(words("Nghỉ lễ").is_on(date(2026, 11, 23)));
        assert!(!words(" ").is_on(date(2026, 11, 23)), "what says nothing is not shown");
    }

    #[test]
    fn a_notice_says_something_that_fits_and_ends_after_it_began() {
        let picture = Notice { picture: Some("ab".repeat(32).parse().expect("an id")), ..Notice::default() };
        assert!(picture.is_sound() && words("Nghỉ lễ").is_sound());
        let backwards = Notice { from: Some(date(2026, 11, 2)), until: Some(date(2026, 11, 1)), ..words("a") };
        for wrong in [Notice::default(), words(" "), words(&"a".repeat(301)), backwards] {
            assert!(!wrong.is_sound(), "{wrong:?}");
        }
    }
}
