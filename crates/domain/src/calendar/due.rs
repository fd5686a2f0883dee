use jiff::Span;
use jiff::civil::{Date, Time};

use super::Calendar;
use crate::catalogue::Deadline;
use crate::time::Moment;

/// A working day in minutes: one day is eight hours.
const DAY_MINUTES: u64 = 8 * 60;

impl Calendar {
    /// When the result of a dossier received at `received` is due: the closing time of a working day.
    ///
    /// - Same day: today when received on a working day by 15:00, otherwise the next working day.
    /// - Hours run from the moment of receipt (Bộ luật Dân sự 2015, Điều 147 khoản 1) through office
    ///   hours, eight to a day; the result is due when the office closes on the day they run out.
    /// - Working days are counted from the next day.
    /// - Calendar days and months are counted from the next day (Điều 147 khoản 2); a month ends on
    ///   the same day of its month, or its last day (Điều 148 khoản 3). When they end on a day off,
    ///   they end with the next working day (Điều 148 khoản 5).
    ///
    /// None when the deadline is unknown, is zero, or lies beyond the calendar.
    pub fn due_at(&self, received: Moment, deadline: &Deadline) -> Option<Moment> {
        let local = received.local();
        let today = local.date();
        let due = match *deadline {
            Deadline::Unknown(_)
            | Deadline::WorkingHours(0)
            | Deadline::WorkingDays(0)
            | Deadline::CalendarDays(0)
            | Deadline::Months(0) => return None,
            Deadline::SameDay if self.is_working(today) && local.time() <= self.hours.same_day_until => today,
            Deadline::SameDay => self.working_days_after(today, 1)?,
            Deadline::WorkingHours(hours) => {
                let beyond_today = (u64::from(hours) * 60).saturating_sub(self.minutes_left(today, local.time()));
                self.working_days_after(today, beyond_today.div_ceil(DAY_MINUTES))?
            }
            Deadline::WorkingDays(days) => self.working_days_after(today, days.into())?,
            Deadline::CalendarDays(days) => self.working_from(later(today, Span::new().try_days(days))?)?,
            Deadline::Months(months) => self.working_from(later(today, Span::new().try_months(months))?)?,
        };
        Some(Moment::from_local(due.to_datetime(self.hours.afternoon.1)))
    }

    /// The nth working day after a day; the day itself when n is 0.
    fn working_days_after(&self, mut date: Date, n: u64) -> Option<Date> {
        let mut counted = 0;
        while counted < n {
            date = date.tomorrow().ok()?;
            counted += u64::from(self.is_working(date));
        }
        Some(date)
    }

    /// The day itself when it is worked, otherwise the next that is.
    fn working_from(&self, date: Date) -> Option<Date> {
        if self.is_working(date) { Some(date) } else { self.working_days_after(date, 1) }
    }

    /// Minutes of office hours left on a day, whole ones.
    fn minutes_left(&self, date: Date, now: Time) -> u64 {
        if !self.is_working(date) {
            return 0;
        }
        let half = |(start, end): (Time, Time)| {
            let left = end.duration_since(now.max(start));
            u64::try_from(left.as_mins()).unwrap_or(0)
        };
        half(self.hours.morning) + half(self.hours.afternoon)
    }
}

/// The day a span later, when the calendar reaches that far.
fn later(date: Date, span: Result<Span, jiff::Error>) -> Option<Date> {
    date.checked_add(span.ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use proptest::prelude::*;

    use super::*;

    fn due(received: &str, deadline: Deadline) -> String {
        let received: jiff::civil::DateTime = received.parse().expect("a wall-clock time");
        let due = Calendar::shipped().due_at(Moment::from_local(received), &deadline).expect("a due time");
        due.local().strftime("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn the_same_day_ends_at_fifteen_hours() {
        assert_eq!(due("2026-11-23T15:00", Deadline::SameDay), "2026-11-23 17:00");
        // The 24th is a public holiday.
        assert_eq!(due("2026-11-23T15:01", Deadline::SameDay), "2026-11-25 17:00");
        assert_eq!(due("2026-11-21T09:00", Deadline::SameDay), "2026-11-23 17:00");
    }

    #[test]
    fn working_days_leave_out_the_first_day_weekends_and_holidays() {
        assert_eq!(due("2026-11-20T08:00", Deadline::WorkingDays(1)), "2026-11-23 17:00");
        assert_eq!(due("2026-11-20T08:00", Deadline::WorkingDays(3)), "2026-11-26 17:00");
        // Over Tết, 16 to 20 February.
        assert_eq!(due("2026-02-13T08:00", Deadline::WorkingDays(2)), "2026-02-24 17:00");
        // Saturday 22 August is worked.
        assert_eq!(due("2026-08-21T08:00", Deadline::WorkingDays(1)), "2026-08-22 17:00");
    }

    #[test]
    fn hours_run_from_the_receipt_through_office_hours() {
        assert_eq!(due("2026-11-18T08:00", Deadline::WorkingHours(4)), "2026-11-18 17:00");
        assert_eq!(due("2026-11-18T14:00", Deadline::WorkingHours(4)), "2026-11-19 17:00");
        assert_eq!(due("2026-11-18T17:00", Deadline::WorkingHours(8)), "2026-11-19 17:00");
        assert_eq!(due("2026-11-21T10:00", Deadline::WorkingHours(16)), "2026-11-25 17:00");
    }

    #[test]
    fn calendar_days_and_months_move_off_a_day_off() {
        assert_eq!(due("2026-11-18T16:00", Deadline::CalendarDays(2)), "2026-11-20 17:00");
        assert_eq!(due("2026-11-17T16:00", Deadline::CalendarDays(7)), "2026-11-25 17:00");
        assert_eq!(due("2026-12-31T08:00", Deadline::Months(2)), "2027-03-01 17:00");
        assert_eq!(due("2026-11-30T08:00", Deadline::Months(1)), "2026-12-30 17:00");
    }

    #[test]
    fn what_is_not_known_has_no_due_time() {
        let now = Moment::from_local(datetime(2026, 11, 23, 8, 0, 0, 0));
        for deadline in [
            Deadline::Unknown("Không có thông tin".into()),
            Deadline::WorkingDays(0),
            Deadline::CalendarDays(u32::MAX),
            Deadline::Months(u32::MAX),
            Deadline::WorkingDays(u32::MAX),
        ] {
            assert_eq!(Calendar::shipped().due_at(now, &deadline), None, "{deadline:?}");
        }
    }

    /// Moments of 2025 to 2029: years with and without a table.
    fn moments() -> impl Strategy<Value = Moment> {
        (1_735_664_400_000_i64..1_893_430_800_000).prop_map(Moment::from_millis)
    }

    fn deadlines() -> impl Strategy<Value = fn(u32) -> Deadline> {
        prop::sample::select(vec![
            Deadline::WorkingHours as fn(u32) -> Deadline,
            Deadline::WorkingDays,
            Deadline::CalendarDays,
            Deadline::Months,
        ])
    }

    proptest! {
        #[test]
        fn a_result_is_due_at_closing_time_of_a_working_day(received in moments(), kind in deadlines(), n in 1_u32..60) {
            let calendar = Calendar::shipped();
            let due = calendar.due_at(received, &kind(n)).expect("a due time").local();
            prop_assert!(calendar.is_working(due.date()));
            prop_assert_eq!(due.time(), calendar.hours().afternoon.1);
            prop_assert!(due.date() >= received.business_date());
        }

        #[test]
        fn more_time_or_a_later_receipt_is_never_due_earlier(
            received in moments(), later_by in 0_i64..400_000_000, kind in deadlines(), n in 1_u32..60, more in 0_u32..20,
        ) {
            let calendar = Calendar::shipped();
            let due = calendar.due_at(received, &kind(n));
            prop_assert!(calendar.due_at(received, &kind(n + more)) >= due);
            prop_assert!(calendar.due_at(received.plus_millis(later_by), &kind(n)) >= due);
            let same_day = calendar.due_at(received, &Deadline::SameDay);
            prop_assert!(calendar.due_at(received.plus_millis(later_by), &Deadline::SameDay) >= same_day);
        }

        #[test]
        fn working_days_equal_a_count_of_the_days_between(received in moments(), n in 1_u32..200) {
            let calendar = Calendar::shipped();
            let first = received.business_date();
            let due = calendar.due_at(received, &Deadline::WorkingDays(n)).expect("a due time").business_date();
            let length = first.until((jiff::Unit::Day, due)).expect("days").get_days();
            let worked = (1..=length)
                .filter(|day| calendar.is_working(first.checked_add(Span::new().days(*day)).expect("a day")))
                .count();
            prop_assert_eq!(worked, n as usize);
        }
    }
}
