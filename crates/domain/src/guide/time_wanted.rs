//! When somebody wants to come with what they submit.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::branch::{OpeningHours, open_parts};
use crate::calendar::Calendar;
use crate::time::Moment;
use crate::words::Words;

/// Within how many days a wish may lie.
const WISHED_WITHIN: i64 = 14;
/// When the afternoon begins, in hours.
const NOON: i8 = 12;

/// The answer to when somebody comes. It holds no time: the central system does, once it has the submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWanted {
    /// From a moment that could be booked when it was chosen: `2026-12-03T08:00`.
    At(Moment),
    /// A wish, where no time could be chosen: `2026-12-03/morning`.
    Wish(Date, DayPart),
    /// None could be chosen: `later`.
    Later,
}

/// A half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// From noon on.
    Afternoon,
}

/// A day that may be wished for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WishDay {
    /// The business date: `2026-12-03`.
    #[ts(type = "string")]
    pub date: Date,
    /// When the centre is open on it.
    pub parts: Vec<DayPart>,
}

/// The days that may be wished for at a centre with these hours; one that has set none is open whenever
/// offices work.
pub fn wish_days(hours: &[OpeningHours], today: Date) -> Vec<WishDay> {
    let calendar = Calendar::shipped();
    let days = (1..=WISHED_WITHIN).filter_map(|ahead| today.checked_add(ahead.days()).ok());
    let open = |date: Date| match hours {
        [] if calendar.is_working(date) => vec![DayPart::Morning, DayPart::Afternoon],
        [] => Vec::new(),
        _ => {
            let noon = Moment::from_local(date.at(NOON, 0, 0, 0));
            let parts = open_parts(hours, date, calendar);
            let morning = parts.iter().any(|(from, _)| *from < noon).then_some(DayPart::Morning);
            let afternoon = parts.iter().any(|(_, until)| *until > noon).then_some(DayPart::Afternoon);
            morning.into_iter().chain(afternoon).collect()
        }
    };
    days.map(|date| WishDay { date, parts: open(date) }).filter(|day| !day.parts.is_empty()).collect()
}

impl DayPart {
    const ALL: [Self; 2] = [Self::Morning, Self::Afternoon];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
        }
    }

    /// In a sentence: "buổi sáng".
    pub fn in_words(self, words: &Words) -> String {
        words.say(&format!("time-{}", self.name()))
    }
}

impl TimeWanted {
    /// Reads an answer; none for what is no such answer.
    pub fn parse(text: &str) -> Option<Self> {
        let wanted = match text.split_once('/') {
            _ if text == "later" => Self::Later,
            Some((date, part)) => {
                Self::Wish(date.parse().ok()?, DayPart::ALL.into_iter().find(|known| known.name() == part)?)
            }
            None => Self::At(Moment::from_local(text.parse::<DateTime>().ok()?)),
        };
        // There is one way to write each.
        (wanted.to_string() == text).then_some(wanted)
    }

    /// What is wrong with it now, by the name of the cause. Whether a time is still free the central system
    /// alone knows.
    pub(super) fn fault(self, hours: &[OpeningHours], now: Moment) -> Option<&'static str> {
        match self {
            Self::At(start) => (start <= now).then_some("past"),
            Self::Wish(date, part) => {
                let may_be = |day: &WishDay| day.date == date && day.parts.contains(&part);
                (!wish_days(hours, now.business_date()).iter().any(may_be)).then_some("closed")
            }
            Self::Later => None,
        }
    }

    /// As it is read. A wish is called one.
    pub fn in_words(self, words: &Words) -> String {
        match self {
            Self::At(start) => {
                let time = start.local().strftime("%H:%M").to_string();
                words.say_with("time-at", &[("day", &words.day(start.business_date())), ("time", &time)])
            }
            Self::Wish(date, part) => {
                words.say_with("time-wish", &[("day", &words.day(date)), ("part", &part.in_words(words))])
            }
            Self::Later => words.say("time-none-chosen"),
        }
    }
}

impl std::fmt::Display for TimeWanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::At(start) => write!(f, "{}", start.local().strftime("%Y-%m-%dT%H:%M")),
            Self::Wish(date, part) => write!(f, "{date}/{}", part.name()),
            Self::Later => f.write_str("later"),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Time, date};

    use super::*;
    use crate::words::Locale;

    fn at(text: &str) -> Moment {
        format!("{text}:00+07:00").parse().expect("a moment")
    }

    fn open(weekdays: &[u8], from: i8, until: i8) -> OpeningHours {
        let time = |hour| Time::constant(hour, 0, 0, 0);
        OpeningHours { weekdays: weekdays.to_vec(), from: time(from), until: time(until) }
    }

    #[test]
    fn an_answer_is_written_in_one_way() {
        for text in ["2026-12-03T08:00", "2026-12-03/morning", "2026-12-03/afternoon", "later"] {
            assert_eq!(TimeWanted::parse(text).expect(text).to_string(), text);
        }
        assert_eq!(TimeWanted::parse("2026-12-03T08:00"), Some(TimeWanted::At(at("2026-12-03T08:00"))));
        for wrong in [
            "",
            "2026-12-03",
            "2026-12-03T08:00:00",
            "2026-12-03T25:00",
            "2026-12-03/",
            "2026-12-03/evening",
            "2026-02-30/morning",
            "2026-12-03 08:00",
            "Later",
            "?",
        ] {
            assert_eq!(TimeWanted::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_days_on_which_the_centre_is_open_are_wished_for() {
        // 23 November 2026 is a Monday; the 24th is a public holiday.
        let monday = date(2026, 11, 23);
        let days = |hours: &[OpeningHours]| wish_days(hours, monday);
        assert_eq!(days(&[]).len(), 9, "ten working days but for the holiday");
        assert_eq!(days(&[])[0], WishDay { date: date(2026, 11, 25), parts: DayPart::ALL.to_vec() });
        let saturdays = [open(&[6], 7, 11)];
        assert_eq!(days(&saturdays)[0], WishDay { date: date(2026, 11, 28), parts: vec![DayPart::Morning] });
        assert_eq!(days(&[open(&[3], 13, 17)])[0].parts, [DayPart::Afternoon]);

        let fault = |text: &str, hours: &[OpeningHours]| {
            TimeWanted::parse(text).expect(text).fault(hours, at("2026-11-23T09:00"))
        };
        assert_eq!(fault("2026-11-28/morning", &saturdays), None, "its own hours count");
        assert_eq!(fault("2026-11-28/afternoon", &saturdays), Some("closed"));
        for wrong in ["2026-11-28/morning", "2026-11-24/morning", "2026-11-23/afternoon", "2026-12-24/morning"] {
            assert_eq!(fault(wrong, &[]), Some("closed"), "{wrong}");
        }
        assert_eq!(fault("2026-11-23T09:00", &[]), Some("past"));
        assert_eq!(fault("2026-11-23T09:05", &[]), None);
        assert_eq!(fault("later", &saturdays), None);
    }

    #[test]
    fn a_wish_is_never_called_an_appointment() {
        let said = |text: &str, locale| TimeWanted::parse(text).expect(text).in_words(Words::of(locale));
        assert_eq!(said("2026-11-25T08:00", Locale::Vi), "Thứ Tư, 25/11/2026, 08:00");
        let wish = said("2026-11-25/morning", Locale::Vi);
        assert!(wish.starts_with("Thứ Tư, 25/11/2026, buổi sáng") && wish.contains("chưa giữ giờ này"), "{wish}");
        assert!(said("2026-11-25/afternoon", Locale::En).contains("wish"));
        assert_eq!(said("later", Locale::Vi), "Chưa chọn được giờ");
    }
}
