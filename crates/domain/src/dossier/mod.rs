//! Submission codes, dossier codes, and the states of a dossier.
//!
//! A kiosk writes a [`SubmissionCode`] (mã nộp tạm) on what a citizen sends; the central system
//! answers with a [`DossierCode`] (mã hồ sơ) once an officer accepts it. The two look different, and
//! [`Code`] tells which one a text is.

mod appointment_code;
mod dossier_code;
mod ladder;
mod state;
mod submission_code;

pub use appointment_code::AppointmentCode;
pub use dossier_code::DossierCode;
pub use ladder::{Rung, RungName, ladder};
pub use state::DossierState;
pub use submission_code::SubmissionCode;

use crate::wire::Problem;

/// Either code, as somebody typed or scanned it at Tra cứu.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Mã nộp tạm.
    Submission(SubmissionCode),
    /// Mã hồ sơ.
    Dossier(DossierCode),
}

impl Code {
    /// Tells which code a text is. None is ever both: a dossier code has eleven characters or more.
    ///
    /// # Errors
    /// The problem of the code it looks like: `dossier-code-wrong` when it has two hyphens or
    /// dots like one, otherwise `submission-code-wrong`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match (DossierCode::parse(text), SubmissionCode::parse(text)) {
            (Ok(code), _) => Ok(Self::Dossier(code)),
            (_, Ok(code)) => Ok(Self::Submission(code)),
            (Err(problem), _) if tidy(text).filter(|c| matches!(c, '.' | '-')).count() >= 2 => Err(problem),
            (_, Err(problem)) => Err(problem),
        }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Submission(code) => code.fmt(f),
            Self::Dossier(code) => code.fmt(f),
        }
    }
}

/// A hyphen as keyboards, phones and word processors write it.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A code as typed: upper case, one kind of hyphen, no white space.
fn tidy(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).map(|c| if is_hyphen(c) { '-' } else { c })
}

/// Serde, `FromStr` and `Display` of a code that is a string inside.
macro_rules! string_code {
    ($code:ty) => {
        impl std::fmt::Display for $code {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::str::FromStr for $code {
            type Err = $crate::wire::Problem;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl serde::Serialize for $code {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $code {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}
use string_code;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_is_both_codes(text in "[A-Z0-9 .-]{0,24}") {
            prop_assert!(SubmissionCode::parse(&text).is_err() || DossierCode::parse(&text).is_err());
        }

        #[test]
        fn each_code_is_told_for_what_it_is(random in prop::array::uniform32(any::<u8>()), days in 0_i32..30_000, n in 0_u32..10_000_000) {
            if let Some(code) = SubmissionCode::from_random(&random) {
                prop_assert!(DossierCode::parse(&code.to_string()).is_err());
                prop_assert_eq!(Code::parse(&code.to_string()), Ok(Code::Submission(code)));
            }
            let date = jiff::civil::date(2000, 1, 1).checked_add(jiff::Span::new().days(days)).expect("a day");
            let code = DossierCode::mint("H01", date, n);
            prop_assert!(SubmissionCode::parse(&code.to_string()).is_err());
            prop_assert_eq!(Code::parse(&code.to_string()), Ok(Code::Dossier(code)));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC*") {
            let _ = Code::parse(&text);
        }
    }

    #[test]
    fn a_wrong_code_is_refused_as_the_one_it_resembles() {
        let code = |text: &str| Code::parse(text).expect_err("wrong").code;
        assert_eq!(code("H01-261323-0001"), "dossier-code-wrong");
        assert_eq!(code("A7KM-3XP"), "submission-code-wrong");
        assert_eq!(code(""), "submission-code-wrong");
    }
}
