//! What is said aloud: the words of a call, the recorded pieces they can be put together from, and how
//! loud at what hour; and what is read of a page.

mod number;
mod readable;
mod volume;

pub use number::number;
pub use readable::readable;
pub use volume::{Volumes, VolumesError};

use crate::words::{Locale, Words};

/// A language the hall is spoken to in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// A language of the product, which can also be said by a synthesiser.
    In(Locale),
    /// Khmer, which only recorded pieces say.
    Khmer,
}

impl Spoken {
    /// Its BCP 47 tag: also the folder of its recorded pieces, and the language of a ticket.
    pub fn tag(self) -> &'static str {
        match self {
            Self::In(locale) => locale.tag(),
            Self::Khmer => "km",
        }
    }
}

/// How fast something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// As a hall is spoken to.
    #[default]
    Usual,
    /// For who wants more time to follow.
    Slow,
}

/// One announcement in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The language.
    pub language: Spoken,
    /// How fast it is said, where a synthesiser says it.
    pub pace: Pace,
    /// What is said: "Mời công dân có số A không không một, đến quầy số ba".
    pub text: String,
    /// The names of the recorded pieces that say it, in order: `invite`, the label's letters and
    /// digits one by one, `to-counter`, and the counter's number: `invite A 0 0 1 to-counter 3`.
    pub clips: Vec<String>,
}

impl Announcement {
    /// The call of a label to a counter. The label is read sign by sign, never as "một nghìn"; the
    /// counter is read as a number.
    pub fn call(label: &str, counter: u32, locale: Locale) -> Self {
        let args = [("label", readable::signs(label, locale)), ("counter", number(counter, locale))];
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let text = Words::of(locale).say_with("voice-call", &args);
        Self { language: Spoken::In(locale), pace: Pace::Usual, text, clips: pieces(label, counter) }
    }

    /// A sentence of a page, which only a synthesiser says.
    pub fn read(text: String, locale: Locale, pace: Pace) -> Self {
        Self { language: Spoken::In(locale), pace, text, clips: Vec::new() }
    }

    /// A call in Khmer. Its words are in the recordings; as text only their names can be told.
    pub fn call_in_khmer(label: &str, counter: u32) -> Self {
        let clips = pieces(label, counter);
        Self { language: Spoken::Khmer, pace: Pace::Usual, text: format!("km: {}", clips.join(" ")), clips }
    }
}

/// The recorded pieces of a call.
fn pieces(label: &str, counter: u32) -> Vec<String> {
    let signs = label.chars().map(String::from);
    let clips = std::iter::once("invite".to_owned()).chain(signs);
    clips.chain(["to-counter".to_owned(), counter.to_string()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_read_sign_by_sign_and_its_counter_as_a_number() {
        for (label, counter, vietnamese, english) in [
            (
                "A001",
                3,
                "Mời công dân có số A không không một, đến quầy số ba",
                "Number A zero zero one, please go to counter three",
            ),
            (
                "H999",
                15,
                "Mời công dân có số H chín chín chín, đến quầy số mười lăm",
                "Number H nine nine nine, please go to counter fifteen",
            ),
            (
                "A2007",
                21,
                "Mời công dân có số A hai không không bảy, đến quầy số hai mươi mốt",
                "Number A two zero zero seven, please go to counter twenty-one",
            ),
            (
                "C10000",
                10,
                "Mời công dân có số C một không không không không, đến quầy số mười",
                "Number C one zero zero zero zero, please go to counter ten",
            ),
        ] {
            assert_eq!(Announcement::call(label, counter, Locale::Vi).text, vietnamese);
            assert_eq!(Announcement::call(label, counter, Locale::En).text, english);
        }
    }

    #[test]
    fn its_pieces_are_those_to_be_recorded() {
        let said = Announcement::call("A012", 12, Locale::Vi);
        assert_eq!(said.clips, ["invite", "A", "0", "1", "2", "to-counter", "12"]);
        let khmer = Announcement::call_in_khmer("A012", 12);
        assert_eq!((khmer.clips, khmer.language.tag()), (said.clips, "km"));
    }
}
