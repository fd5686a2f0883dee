use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::text::{nfc, squeeze};
use crate::time::Moment;
use crate::wire::{Acceptance, Problem};

/// A form that an officer wants on paper, to sign it or have it signed: Mẫu 03 to 06 of TT 03/2025/TT-VPCP.
/// Printing it is no act of the central system: nothing of the dossier changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(tag = "form", rename_all = "snake_case", deny_unknown_fields)]
pub enum FormWanted {
    /// Mẫu 03, of a submission that no officer has accepted.
    Refusal {
        /// Why.
        reason: String,
    },
    /// Mẫu 04, of a dossier.
    Extension {
        /// Why it is late.
        reason: String,
        /// The new day, as an officer writes it: `25/12/2026`.
        day: String,
    },
    /// Mẫu 05, of a dossier.
    Discontinuation {
        /// Why.
        reason: String,
    },
    /// Mẫu 06, of a dossier.
    Control,
}

/// A form whose content was found right.
#[derive(Clone, Debug, PartialEq)]
pub enum FormReady {
    /// Mẫu 03.
    Refusal {
        /// Why, a paragraph a line.
        reason: String,
    },
    /// Mẫu 04.
    Extension {
        /// The dossier.
        of: Acceptance,
        /// Why, a paragraph a line.
        reason: String,
        /// When the result will be given: when the office closes on the new day.
        new_due_at: Moment,
    },
    /// Mẫu 05.
    Discontinuation {
        /// The dossier.
        of: Acceptance,
        /// Why, a paragraph a line.
        reason: String,
    },
    /// Mẫu 06.
    Control,
}

/// The longest reason, in characters.
const LONGEST: usize = 1_000;
/// A result is promised for no later than so many days from today: a later day is a slip of the pen.
const FARTHEST: i64 = 366;

impl FormWanted {
    /// Checks what an officer wrote, for a submission that is a dossier or not.
    ///
    /// # Errors
    /// `form-not-now` when the form is not for it as it stands; `form-reason-wrong` when there is no reason, or a
    /// longer one than 1,000 characters; `form-day-wrong` for what is no day, `form-day-early` (`after`) for one
    /// that is not after today and the day promised first, `form-day-off` (`day`, `next`) when the office does not
    /// work on it, `form-day-far` when it is over a year away.
    pub fn checked(
        &self,
        acceptance: Option<&Acceptance>,
        now: Moment,
        calendar: &Calendar,
    ) -> Result<FormReady, Problem> {
        let not_now = || Problem::new("form-not-now");
        let dossier = || acceptance.cloned().ok_or_else(not_now);
        Ok(match self {
            Self::Refusal { .. } if acceptance.is_some() => return Err(not_now()),
            Self::Refusal { reason } => FormReady::Refusal { reason: reason_of(reason)? },
            Self::Extension { reason, day } => {
                let of = dossier()?;
                let reason = reason_of(reason)?;
                let day = new_day(day, of.due_at, now, calendar)?;
                let new_due_at = Moment::from_local(day.to_datetime(calendar.hours().afternoon.1));
                FormReady::Extension { of, reason, new_due_at }
            }
            Self::Discontinuation { reason } => {
                FormReady::Discontinuation { of: dossier()?, reason: reason_of(reason)? }
            }
            Self::Control => dossier().map(|_| FormReady::Control)?,
        })
    }
}

fn reason_of(text: &str) -> Result<String, Problem> {
    let lines = nfc(text).lines().map(squeeze).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    let reason = lines.join("\n");
    let length = reason.chars().count();
    if length == 0 || length > LONGEST { Err(Problem::new("form-reason-wrong")) } else { Ok(reason) }
}

fn new_day(text: &str, due_at: Option<Moment>, now: Moment, calendar: &Calendar) -> Result<Date, Problem> {
    let day = read(text).ok_or_else(|| Problem::new("form-day-wrong"))?;
    let today = now.business_date();
    let after = due_at.map_or(today, |due| due.business_date().max(today));
    if day <= after {
        return Err(Problem::new("form-day-early").with("after", said(after)));
    }
    if i64::from(day.since(today).map_or(i32::MAX, |span| span.get_days())) > FARTHEST {
        return Err(Problem::new("form-day-far").with("day", said(day)));
    }
    if !calendar.is_working(day) {
        let next = std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok());
        let next = next.take(60).find(|day| calendar.is_working(*day)).unwrap_or(day);
        return Err(Problem::new("form-day-off").with("day", said(day)).with("next", said(next)));
    }
    Ok(day)
}

/// A day as people write it: day, month and year in figures, whatever stands between.
fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' '));
    let [day, month, year] = parts[..] else { return None };
    let fits = plain && day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    fits.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())?
}

fn said(date: Date) -> String {
    date.strftime("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(due_at: Option<&str>) -> Acceptance {
        Acceptance {
            dossier_code: "H01.50.05.13-261123-0975".to_owned(),
            accepted_at: "2026-11-20T01:05:00Z".parse().expect("a moment"),
            due_at: due_at.map(|due| due.parse().expect("a moment")),
            officer: "Trần Văn Hậu".to_owned(),
            papers: Default::default(),
            book: 2026,
            line: 1,
        }
    }

    fn checked(wanted: &FormWanted, acceptance: Option<&Acceptance>) -> Result<FormReady, Problem> {
        // A Monday.
        let now = "2026-11-23T02:00:00Z".parse().expect("a moment");
        wanted.checked(acceptance, now, Calendar::shipped())
    }

    fn extension(day: &str) -> Result<FormReady, Problem> {
        let wanted = FormWanted::Extension { reason: "Chờ phối hợp".to_owned(), day: day.to_owned() };
        checked(&wanted, Some(&accepted(Some("2026-11-25T10:00:00Z"))))
    }

    fn code<T>(answer: Result<T, Problem>) -> String {
        answer.err().map(|problem| problem.code).unwrap_or_default()
    }

    #[test]
    fn a_form_is_for_what_it_is_about_only() {
        let reason = || "Không thuộc thẩm quyền".to_owned();
        let dossier = accepted(None);
        let refusal = FormWanted::Refusal { reason: reason() };
        assert!(checked(&refusal, None).is_ok());
        assert_eq!(code(checked(&refusal, Some(&dossier))), "form-not-now", "it was accepted");
        let stop = FormWanted::Discontinuation { reason: reason() };
        assert_eq!(code(checked(&stop, None)), "form-not-now", "nothing is being decided");
        assert_eq!(code(checked(&FormWanted::Control, None)), "form-not-now");
        assert!(checked(&stop, Some(&dossier)).is_ok() && checked(&FormWanted::Control, Some(&dossier)).is_ok());
    }

    #[test]
    fn a_reason_is_needed_and_cleaned_and_not_too_long() {
        let wanted = |reason: &str| checked(&FormWanted::Refusal { reason: reason.to_owned() }, None);
        for wrong in ["", " \n\t ", &"ă".repeat(1_001)] {
            assert_eq!(code(wanted(wrong)), "form-reason-wrong");
        }
        assert!(wanted(&"ă".repeat(1_000)).is_ok());
        // Decomposed, with a control character and an empty line.
        let cleaned = wanted("Thie\u{302}\u{301}u  tờ\u{7} khai\n\n ảnh mờ ");
        assert_eq!(cleaned, Ok(FormReady::Refusal { reason: "Thiếu tờ khai\nảnh mờ".to_owned() }));
    }

    #[test]
    fn a_new_day_is_a_working_day_after_the_old_one() {
        for wrong in ["", "mai", "31/02/2026", "2026-12-01", "1/12/26", "1/12", "1/12/2026x"] {
            assert_eq!(code(extension(wrong)), "form-day-wrong", "{wrong}");
        }
        for early in ["20/11/2026", "23/11/2026", "25/11/2026"] {
            let problem = extension(early).expect_err("early");
            assert_eq!((problem.code.as_str(), problem.args["after"].as_str()), ("form-day-early", "25/11/2026"));
        }
        let off = extension("28/11/2026").expect_err("a Saturday");
        assert_eq!((off.code.as_str(), off.args["next"].as_str()), ("form-day-off", "30/11/2026"));
        assert_eq!(code(extension("01/12/2027")), "form-day-far");
        for right in ["1/12/2026", "01-12-2026", " 01.12.2026 ", "1 12 2026"] {
            let Ok(FormReady::Extension { new_due_at, .. }) = extension(right) else { panic!("{right}") };
            assert_eq!(new_due_at.to_string(), "2026-12-01T17:00:00.000+07:00");
        }
    }

    #[test]
    fn where_no_day_was_promised_the_new_one_is_after_today() {
        let wanted = |day: &str| FormWanted::Extension { reason: "Chờ phối hợp".to_owned(), day: day.to_owned() };
        let dossier = accepted(None);
        assert_eq!(code(checked(&wanted("23/11/2026"), Some(&dossier))), "form-day-early");
        assert!(checked(&wanted("25/11/2026"), Some(&dossier)).is_ok());
    }
}
