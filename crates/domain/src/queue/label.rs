use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::time::Moment;

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

/// A number within a series and a business date, from 1 again every day.
///
/// The central server gives 1 to 999 and then 10000 to 99999. What lies between belongs to kiosks
/// that are cut off: kiosk 2 gives 2001 to 2999. So no label can ever be given twice, whoever gives
/// it, and the first digit of four tells whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketNumber(u32);

impl TicketNumber {
    /// The number with this value.
    ///
    /// # Errors
    /// [`LabelError`] for a value nobody gives.
    pub fn new(value: u32) -> Result<Self, LabelError> {
        match value {
            1..=999 | 10_000..=99_999 => Ok(Self(value)),
            1_001..=9_999 if !value.is_multiple_of(1_000) => Ok(Self(value)),
            _ => Err(LabelError),
        }
    }

    /// Its value.
    pub fn get(self) -> u32 {
        self.0
    }

    /// Above which the central server goes on when it may have forgotten what it gave today: 20000 and fifty for
    /// each minute of the day. Nobody gives fifty numbers of a series in a minute, so what was given before is
    /// below, also when it happens twice a day.
    pub(super) fn of_epoch(at: Moment) -> Self {
        let time = at.local().time();
        let minutes = u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs());
        Self(20_000 + 50 * minutes)
    }

    /// The central server's number after the last one it gave today (none yet: the first); none when
    /// the day has no more.
    pub fn after(last: Option<Self>) -> Option<Self> {
        match last {
            None => Some(Self(1)),
            Some(Self(999)) => Some(Self(10_000)),
            Some(Self(n)) => Self::new(n + 1).ok(),
        }
    }

    /// The kiosk whose own series this is of; none for the central server's numbers.
    pub fn kiosk(self) -> Option<KioskNumber> {
        u8::try_from(self.0 / 1_000).ok().and_then(KioskNumber::new)
    }
}

/// A kiosk's number, 1 to 9: the digit before the numbers it gives while it is cut off. A kiosk that
/// was set up anew gets another, so that it cannot give again what it no longer remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct KioskNumber(u8);

impl KioskNumber {
    /// Every number a kiosk can have.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=9).map(Self)
    }

    /// The kiosk with this number; none outside 1 to 9.
    pub fn new(number: u8) -> Option<Self> {
        (1..=9).contains(&number).then_some(Self(number))
    }

    /// Its value.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The number after the last one this kiosk gave by itself today; none when it has no more.
    pub fn after(self, last: Option<TicketNumber>) -> Option<TicketNumber> {
        let value = last.map_or(u32::from(self.0) * 1_000, TicketNumber::get) + 1;
        TicketNumber::new(value).ok().filter(|number| number.kiosk() == Some(self))
    }
}

impl TryFrom<u8> for KioskNumber {
    type Error = LabelError;
    fn try_from(number: u8) -> Result<Self, LabelError> {
        Self::new(number).ok_or(LabelError)
    }
}

impl From<KioskNumber> for u8 {
    fn from(kiosk: KioskNumber) -> Self {
        kiosk.0
    }
}

/// What is printed, said and shown: `A012`, `A10000` after `A999`, `A2007` of kiosk 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
#[ts(export, type = "string")]
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

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
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

    #[test]
    fn an_epoch_is_above_all_that_was_given_before_it() {
        let at = |time: &str| format!("2026-11-23T{time}+07:00").parse::<Moment>().expect("a moment");
        let first = TicketNumber::of_epoch(at("00:00:00"));
        let (morning, later) = (TicketNumber::of_epoch(at("09:30:59")), TicketNumber::of_epoch(at("09:31:00")));
        assert_eq!((first.get(), morning.get(), later.get()), (20_000, 48_500, 48_550));
        assert!(TicketNumber::new(TicketNumber::of_epoch(at("23:59:59")).get()).is_ok());
        assert!(TicketNumber::after(Some(morning)).is_some_and(|next| next.get() == 48_501 && next.kiosk().is_none()));
    }

    fn label(series: char, number: u32) -> Label {
        Label { series: Series::new(series).expect("a letter"), number: TicketNumber::new(number).expect("a number") }
    }

    #[test]
    fn labels_have_three_digits_then_five_and_kiosks_have_four() {
        let number = |value| TicketNumber::new(value).expect("a number");
        assert_eq!(label('A', 12).to_string(), "A012");
        assert_eq!(TicketNumber::after(Some(number(999))), Some(number(10_000)));
        assert_eq!(TicketNumber::after(Some(number(99_999))), None);
        let kiosk = KioskNumber::new(2).expect("a kiosk");
        assert_eq!(kiosk.after(None), Some(number(2_001)));
        assert_eq!(kiosk.after(Some(number(2_006))), Some(number(2_007)));
        assert_eq!(kiosk.after(Some(number(2_999))), None, "kiosk 3's are not its own");
        assert_eq!((number(2_007).kiosk(), number(7).kiosk(), number(20_007).kiosk()), (Some(kiosk), None, None));
        for wrong in
            ["", "A", "A0", "A12", "A0012", "A000", "a012", "Đ012", "A2000", "A100000", "A-12", "A+12", " A012"]
        {
            assert_eq!(wrong.parse::<Label>(), Err(LabelError), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn every_label_reads_back(letter in prop::char::range('A', 'Z'), number in 0_u32..=120_000) {
            if let Ok(number) = TicketNumber::new(number) {
                let label = Label { series: Series::new(letter).expect("a letter"), number };
                prop_assert_eq!(label.to_string().parse::<Label>(), Ok(label));
            }
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
