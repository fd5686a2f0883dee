//! Working days, holidays, and when a result is due.
//!
//! Days off and make-up working days are data, year by year (`calendar/days.json`): a rule for one
//! year is no rule for the next. A year that is not in the table still has its weekends.

mod due;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

/// Whether a day of the table is off or worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday or its compensation (nghỉ lễ, nghỉ bù, nghỉ hoán đổi).
    Off,
    /// A make-up working day (làm bù), though it falls on a weekend.
    Work,
}

/// A day that is not what its weekday says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayRule {
    /// Which day.
    pub date: Date,
    /// Off or worked.
    pub kind: DayKind,
    /// Its Vietnamese name: "Quốc khánh".
    pub name: String,
    /// Whether an official notice was seen; false when one source only says so.
    pub confirmed: bool,
}

/// When the office works on a working day. The two halves make the eight hours of a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    /// Start and end of the morning.
    pub morning: (Time, Time),
    /// Start and end of the afternoon; its end is when results are due.
    pub afternoon: (Time, Time),
    /// A same-day procedure received after this is returned the next working day.
    pub same_day_until: Time,
}

impl Default for OfficeHours {
    fn default() -> Self {
        let at = |hour| Time::constant(hour, 0, 0, 0);
        Self { morning: (at(7), at(11)), afternoon: (at(13), at(17)), same_day_until: at(15) }
    }
}

/// Why a table of days was refused.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// Not JSON of the expected shape.
    #[error("the table of days cannot be read: {0}")]
    Shape(#[from] serde_json::Error),
    /// A day stands under another year than its own.
    #[error("{0} stands under another year")]
    WrongYear(Date),
    /// A day stands twice.
    #[error("{0} stands twice")]
    Twice(Date),
}

/// The days and hours an office works.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    days: BTreeMap<Date, DayRule>,
    years: BTreeSet<i16>,
    hours: OfficeHours,
}

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    years: BTreeMap<i16, Vec<DayRule>>,
}

impl Calendar {
    /// The calendar that ships with the product.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Calendar> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Self::from_json(include_str!("../../calendar/days.json")).expect("the shipped table is tested")
        })
    }

    /// From a table `{"years": {"2026": [{"date", "kind", "name", "confirmed"}]}}`, with the usual
    /// office hours.
    ///
    /// # Errors
    /// Refused whole when a line cannot be read, stands under another year, or stands twice.
    pub fn from_json(table: &str) -> Result<Self, CalendarError> {
        let table: Table = serde_json::from_str(table)?;
        let mut calendar = Self::default();
        for (year, rules) in table.years {
            calendar.years.insert(year);
            for rule in rules {
                let date = rule.date;
                if date.year() != year {
                    return Err(CalendarError::WrongYear(date));
                }
                if calendar.days.insert(date, rule).is_some() {
                    return Err(CalendarError::Twice(date));
                }
            }
        }
        Ok(calendar)
    }

    /// The same days with other office hours.
    pub fn with_hours(mut self, hours: OfficeHours) -> Self {
        self.hours = hours;
        self
    }

    /// The office hours of a working day.
    pub fn hours(&self) -> OfficeHours {
        self.hours
    }

    /// Whether the holidays of a year are known. When they are not, only weekends are left out, and
    /// a date computed in that year needs an officer's eye.
    pub fn knows(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    /// What the table says of a day, if anything.
    pub fn rule(&self, date: Date) -> Option<&DayRule> {
        self.days.get(&date)
    }

    /// Whether the office works on a day: Monday to Friday, less days off, plus make-up days.
    pub fn is_working(&self, date: Date) -> bool {
        match self.rule(date) {
            Some(rule) => rule.kind == DayKind::Work,
            None => !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_shipped_table_tells_holidays_make_up_days_and_weekends() {
        let calendar = Calendar::shipped();
        assert!(!calendar.is_working(date(2026, 11, 24)), "Ngày Văn hóa Việt Nam");
        assert!(calendar.is_working(date(2026, 11, 23)), "a Monday");
        assert!(!calendar.is_working(date(2026, 11, 22)), "a Sunday");
        assert!(calendar.is_working(date(2026, 1, 10)), "a Saturday worked for 2 January");
        assert!(calendar.knows(2026) && calendar.knows(2027) && !calendar.knows(2028));
        assert!(!calendar.is_working(date(2028, 1, 1)), "a Saturday of a year without a table");
        assert_eq!(calendar.rule(date(2026, 8, 31)).map(|rule| rule.confirmed), Some(false));
    }

    #[test]
    fn days_off_fall_on_weekdays_and_make_up_days_on_weekends() {
        for rule in Calendar::shipped().days.values() {
            let weekend = matches!(rule.date.weekday(), Weekday::Saturday | Weekday::Sunday);
            assert_eq!(weekend, rule.kind == DayKind::Work, "{}", rule.date);
        }
    }

    #[test]
    fn a_table_with_a_mistake_is_refused_whole() {
        let line = r#"{"date":"2026-01-01","kind":"off","name":"Tết","confirmed":true}"#;
        assert!(matches!(
            Calendar::from_json(&format!(r#"{{"years":{{"2026":[{line},{line}]}}}}"#)),
            Err(CalendarError::Twice(_))
        ));
        assert!(matches!(
            Calendar::from_json(&format!(r#"{{"years":{{"2027":[{line}]}}}}"#)),
            Err(CalendarError::WrongYear(_))
        ));
        assert!(matches!(Calendar::from_json("{}"), Err(CalendarError::Shape(_))));
    }
}
