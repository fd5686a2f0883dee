use serde::{Deserialize, Serialize};

use crate::words::Words;

/// A whole number of đồng. Fees are never fractions and never floats.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ts_rs::TS,
    utoipa::ToSchema,
)]
#[ts(export)]
#[serde(transparent)]
pub struct Vnd(pub u64);

impl Vnd {
    /// "8.000 đồng", or "Miễn phí".
    pub fn in_words(self, words: &Words) -> String {
        match self {
            Self(0) => words.say("guide-free"),
            // With its dots it is text: Fluent must not write the number its own way.
            some => words.say_with("guide-amount", &[("amount", &format!("{some}"))]),
        }
    }
}

impl std::fmt::Display for Vnd {
    /// With dots between thousands: `8.000`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = self.0.to_string();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Vnd;
    use crate::words::{Locale, Words};

    #[test]
    fn thousands_are_parted_by_dots() {
        assert_eq!(Vnd(0).to_string(), "0");
        assert_eq!(Vnd(8_000).to_string(), "8.000");
        assert_eq!(Vnd(1_250_000).to_string(), "1.250.000");
        assert_eq!(Vnd(999).to_string(), "999");
    }
    #[test]
    fn amounts_are_said_in_dong() {
        let (vi, en) = (Words::of(Locale::Vi), Words::of(Locale::En));
        assert_eq!(Vnd(50_000).in_words(vi), "50.000 đồng");
        assert_eq!(Vnd(999).in_words(vi), "999 đồng");
        assert_eq!(Vnd(0).in_words(vi), "Miễn phí");
        assert_eq!(Vnd(0).in_words(en), "Free of charge");
    }
}
