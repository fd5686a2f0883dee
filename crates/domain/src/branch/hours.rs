use jiff::ToSpan;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::calendar::{Calendar, DayKind};
use crate::time::Moment;

/// A part of a week in which the centre is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// Days of the week, 1 (Monday) to 7 (Sunday). A make-up working day counts as a Friday.
    pub weekdays: Vec<u8>,
    /// From when, in local time: `07:00:00`.
    #[ts(type = "string")]
    #[schema(value_type = String, example = "07:00:00")]
    pub from: Time,
    /// Until when, exclusive: `11:00:00`.
    #[ts(type = "string")]
    #[schema(value_type = String, example = "11:00:00")]
    pub until: Time,
}

/// Whether numbers are given at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Openness {
    /// They are.
    Open,
    /// Open, but so near to the end of the day that no new number could be served.
    Stopped {
        /// When numbers are given again.
        again: Option<Moment>,
    },
    /// Between two parts of the same day.
    Break {
        /// When the next part begins.
        again: Moment,
    },
    /// Before the first part of the day, after the last, or on a day off.
    Closed {
        /// When the centre opens again; none when not within two weeks.
        again: Option<Moment>,
    },
}

/// The parts of a day in which a centre with these hours is open, in order; none on a public holiday.
pub fn open_parts(hours: &[OpeningHours], date: Date, calendar: &Calendar) -> Vec<(Moment, Moment)> {
    let weekday = match calendar.rule(date).map(|rule| rule.kind) {
        Some(DayKind::Off) => return Vec::new(),
        Some(DayKind::Work) => 5,
        None => date.weekday().to_monday_one_offset().unsigned_abs(),
    };
    let at = |time: Time| Moment::from_local(date.to_datetime(time));
    let today = hours.iter().filter(|part| part.weekdays.contains(&weekday));
    let mut parts: Vec<_> = today.map(|part| (at(part.from), at(part.until))).collect();
    parts.sort_unstable();
    parts
}

/// Whether numbers are given now. Without any hours the centre is always open.
pub(super) fn openness(hours: &[OpeningHours], stop_minutes: u32, calendar: &Calendar, now: Moment) -> Openness {
    if hours.is_empty() {
        return Openness::Open;
    }
    let today = now.business_date();
    let parts_today = open_parts(hours, today, calendar);
    let next_day = || {
        let days = (1..=14).filter_map(|ahead| today.checked_add(ahead.days()).ok());
        days.filter_map(|date| open_parts(hours, date, calendar).first().map(|part| part.0)).next()
    };
    let last_end = parts_today.last().map(|part| part.1);
    if parts_today.iter().any(|(from, until)| (*from..*until).contains(&now)) {
        let left = last_end.map_or(0, |end| end.millis() - now.millis());
        return if left > i64::from(stop_minutes) * 60_000 {
            Openness::Open
        } else {
            Openness::Stopped { again: next_day() }
        };
    }
    match parts_today.iter().map(|part| part.0).find(|from| *from > now) {
        Some(again) if parts_today.first().is_some_and(|first| first.0 < now) => Openness::Break { again },
        Some(again) => Openness::Closed { again: Some(again) },
        None => Openness::Closed { again: next_day() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> Vec<OpeningHours> {
        let part = |from, until| OpeningHours {
            weekdays: vec![1, 2, 3, 4, 5],
            from: Time::constant(from, 0, 0, 0),
            until: Time::constant(until, 0, 0, 0),
        };
        vec![part(13, 17), part(7, 11)]
    }

    fn at(text: &str) -> Moment {
        format!("{text}+07:00").parse().expect("a moment")
    }

    #[test]
    fn a_day_from_before_opening_to_after_closing() {
        let now = |text| openness(&office(), 30, Calendar::shipped(), at(text));
        // 23 November 2026 is a Monday; the 24th is a public holiday.
        let wednesday = Some(at("2026-11-25T07:00:00"));
        assert_eq!(now("2026-11-23T06:59:59"), Openness::Closed { again: Some(at("2026-11-23T07:00:00")) });
        assert_eq!(now("2026-11-23T07:00:00"), Openness::Open);
        assert_eq!(now("2026-11-23T10:59:00"), Openness::Open, "the stop is before the end of the day only");
        assert_eq!(now("2026-11-23T11:00:00"), Openness::Break { again: at("2026-11-23T13:00:00") });
        assert_eq!(now("2026-11-23T16:29:59"), Openness::Open);
        assert_eq!(now("2026-11-23T16:30:00"), Openness::Stopped { again: wednesday });
        assert_eq!(now("2026-11-23T17:00:00"), Openness::Closed { again: wednesday });
        assert_eq!(now("2026-11-24T09:00:00"), Openness::Closed { again: wednesday });
    }

    #[test]
    fn a_make_up_saturday_is_worked_and_no_hours_means_always() {
        assert_eq!(openness(&office(), 0, Calendar::shipped(), at("2026-01-10T09:00:00")), Openness::Open);
        assert_ne!(openness(&office(), 0, Calendar::shipped(), at("2026-11-21T09:00:00")), Openness::Open);
        assert_eq!(openness(&[], 30, Calendar::shipped(), at("2026-11-22T03:00:00")), Openness::Open);
    }
}
