use std::fmt;
use std::str::FromStr;

/// A number series: the letter before a service group's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Series(char);

impl Series {
    /// The series of a letter `A` to `Z`.
    ///
    /// # Errors
    /// [`LabelError`] for anything else.
    pub fn new(letter: char) -> Result<Self, LabelError> {
        if letter.is_ascii_uppercase() { Ok(Self(letter)) } else { Err(LabelError) }
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A number within a series and a business date: 1 to 9999, without gaps, from 1 again every day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketNumber(u16);

impl TicketNumber {
    /// The first number of a day.
    pub const FIRST: Self = Self(1);
    /// The last number a day can have.
    pub const LAST: Self = Self(9999);

    /// The number with this value.
    ///
    /// # Errors
    /// [`LabelError`] outside 1 to 9999.
    pub fn new(value: u32) -> Result<Self, LabelError> {
        match u16::try_from(value) {
            Ok(value @ 1..=9999) => Ok(Self(value)),
            _ => Err(LabelError),
        }
    }

    /// Its value.
    pub fn get(self) -> u32 {
        u32::from(self.0)
    }

    /// The number after the last one given out today (none yet: the first); none when the day has
    /// no more.
    pub fn after(last: Option<Self>) -> Option<Self> {
        match last {
            None => Some(Self::FIRST),
            Some(Self::LAST) => None,
            Some(Self(n)) => Some(Self(n + 1)),
        }
    }
}

/// What is printed, said and shown: `A012`, and `A1000` after `A999`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The series.
    pub series: Series,
    /// The number in it.
    pub number: TicketNumber,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:03}", self.series, self.number.0)
    }
}

impl FromStr for Label {
    type Err = LabelError;

    /// Strict: only what [`Display`](fmt::Display) writes.
    fn from_str(text: &str) -> Result<Self, LabelError> {
        let mut letters = text.chars();
        let series = Series::new(letters.next().ok_or(LabelError)?)?;
        let number = TicketNumber::new(letters.as_str().parse().map_err(|_| LabelError)?)?;
        let label = Self { series, number };
        if label.to_string() == text { Ok(label) } else { Err(LabelError) }
    }
}

/// Not a series letter, a ticket number or a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a ticket label")]
pub struct LabelError;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use jiff::civil::Date;
    use proptest::prelude::*;

    use super::*;
    use crate::time::Moment;

    fn label(series: char, number: u32) -> Label {
        Label { series: Series::new(series).expect("a letter"), number: TicketNumber::new(number).expect("a number") }
    }

    #[test]
    fn labels_have_three_digits_and_then_four() {
        assert_eq!(label('A', 12).to_string(), "A012");
        assert_eq!(label('B', 999).to_string(), "B999");
        assert_eq!(label('B', 1000).to_string(), "B1000");
        assert_eq!(TicketNumber::after(Some(TicketNumber::LAST)), None);
        for wrong in ["", "A", "A0", "A12", "A0012", "A000", "a012", "Đ012", "A10000", "A-12", "A+12", " A012"] {
            assert_eq!(wrong.parse::<Label>(), Err(LabelError), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn every_label_reads_back(letter in prop::char::range('A', 'Z'), number in 1_u32..=9999) {
            let label = label(letter, number);
            prop_assert_eq!(label.to_string().parse::<Label>(), Ok(label));
        }

        /// Numbers handed out at any moments of three days, in several series.
        #[test]
        fn a_series_is_unique_gapless_and_starts_again_with_the_business_date(
            issues in prop::collection::vec((0_i64..3 * 86_400_000, prop::char::range('A', 'C')), 0..400),
        ) {
            let mut issues = issues;
            issues.sort_unstable();
            let start = "2026-11-22T17:00:00Z".parse::<Moment>().expect("midnight in Viet Nam");
            let mut last: BTreeMap<(Date, char), TicketNumber> = BTreeMap::new();
            let mut given: BTreeMap<(Date, char), BTreeSet<u32>> = BTreeMap::new();
            for (offset, letter) in issues {
                let day = start.plus_millis(offset).business_date();
                prop_assert_eq!(i64::from(day.day()), 23 + offset / 86_400_000);
                let number = TicketNumber::after(last.get(&(day, letter)).copied()).expect("a number is left");
                prop_assert!(given.entry((day, letter)).or_default().insert(number.get()), "given twice");
                last.insert((day, letter), number);
            }
            for numbers in given.values() {
                prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as u32), "a gap");
            }
        }
    }
}
