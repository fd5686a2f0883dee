use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use super::form::Prefill;
use super::view::Widget;
use crate::calendar::Calendar;
use crate::card::{Card, CitizenNumber, Sex};
use crate::text::clean;

/// No answer is longer, in characters, whatever its schema says.
const LONGEST: usize = 4000;

/// Which days a date may be, beyond what a schema can say.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Day {
    /// Today or before.
    Past,
    /// From tomorrow on, within 30 days, when the office works.
    Appointment,
}

impl Day {
    /// What is wrong with a date, by the name of the cause.
    pub(super) fn fault(self, date: Date, today: Date) -> Option<&'static str> {
        match self {
            Self::Past => (date > today).then_some("future"),
            Self::Appointment if date <= today => Some("too-soon"),
            Self::Appointment if (date - today).get_days() > 30 => Some("too-late"),
            Self::Appointment => (!Calendar::shipped().is_working(date)).then_some("closed"),
        }
    }
}

impl Prefill {
    /// What the card says, as an answer.
    pub(super) fn of(self, card: &Card, widget: Widget) -> Value {
        match self {
            Self::Name => json!(card.name),
            Self::Number => json!(card.number.as_str()),
            Self::BirthDate => json!(card.birth_date.to_string()),
            Self::Address if widget == Widget::Address => json!({ "text": card.address }),
            Self::Address => json!(card.address),
            Self::Sex => json!(match card.sex {
                Sex::Male => "male",
                Sex::Female => "female",
            }),
        }
    }
}

/// An answer as it is stored: NFC, white space tidied, what people put between digits dropped.
/// Nothing (null, an empty text) is no answer. What cannot be understood is kept as typed, for the
/// check to refuse.
pub(super) fn tidy(widget: Widget, answer: &Value) -> Option<Value> {
    let text = match answer {
        Value::String(text) => clean(&text.chars().take(LONGEST).collect::<String>()),
        Value::Number(_) | Value::Bool(_) => return Some(answer.clone()),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    if text.is_empty() {
        return None;
    }
    Some(match widget {
        Widget::CitizenNumber => CitizenNumber::parse(&text).map_or(json!(text), |number| json!(number.as_str())),
        Widget::Phone => json!(phone(&text)),
        Widget::Date => written_date(&text).map_or(json!(text), |date| json!(date.to_string())),
        Widget::Count => text.parse::<i64>().map_or(json!(text), |number| json!(number)),
        _ => json!(text),
    })
}

/// A Vietnamese telephone number without what people put between digits: `+84 912 345 678` is
/// `0912345678`.
fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(|c| !crate::card::is_forgiven(*c) && !matches!(c, '(' | ')')).collect();
    match digits.strip_prefix("+84").or_else(|| digits.strip_prefix("0084")) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => digits,
    }
}

/// `2026-11-05`, `2026-11-5`, or the way it is written by hand: `5/11/2026`.
fn written_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn text(widget: Widget, typed: &str) -> Value {
        tidy(widget, &json!(typed)).expect("an answer")
    }

    #[test]
    fn numbers_and_dates_are_forgiven_their_separators() {
        assert_eq!(text(Widget::CitizenNumber, "089 190-001.234"), "089190001234");
        assert_eq!(text(Widget::Phone, "0912.345 678"), "0912345678");
        assert_eq!(text(Widget::Phone, "+84 (0)912 345 678"), "0912345678");
        assert_eq!(text(Widget::Date, "2026-1-5"), "2026-01-05");
        assert_eq!(text(Widget::Date, "5/1/2026"), "2026-01-05");
        assert_eq!(text(Widget::Count, " 3 "), 3);
    }

    #[test]
    fn text_is_composed_and_nothing_is_no_answer() {
        assert_eq!(text(Widget::Name, "  Nguye\u{302}\u{303}n   Lan "), "Nguyễn Lan");
        assert_eq!(tidy(Widget::Text, &json!("  ")), None);
        assert_eq!(tidy(Widget::Text, &Value::Null), None);
        assert_eq!(tidy(Widget::Text, &json!(["a"])), None);
        assert_eq!(tidy(Widget::YesNo, &json!(false)), Some(json!(false)));
    }

    #[test]
    fn what_is_not_understood_is_kept_for_its_owner_to_correct() {
        assert_eq!(text(Widget::CitizenNumber, "089 19"), "089 19");
        assert_eq!(text(Widget::Date, "2026-02-30"), "2026-02-30");
        assert_eq!(text(Widget::Count, "ba"), "ba");
        assert_eq!(text(Widget::LongText, &"a".repeat(9000)).as_str().map(str::len), Some(LONGEST));
    }

    #[test]
    fn days_that_cannot_be_are_named() {
        let monday = date(2026, 11, 23);
        assert_eq!(Day::Past.fault(monday, monday), None);
        assert_eq!(Day::Past.fault(date(2026, 11, 24), monday), Some("future"));
        assert_eq!(Day::Appointment.fault(monday, monday), Some("too-soon"));
        assert_eq!(Day::Appointment.fault(date(2026, 11, 24), monday), Some("closed"), "a holiday");
        assert_eq!(Day::Appointment.fault(date(2026, 11, 25), monday), None);
        assert_eq!(Day::Appointment.fault(date(2026, 11, 28), monday), Some("closed"));
        assert_eq!(Day::Appointment.fault(date(2026, 12, 24), monday), Some("too-late"));
    }
}
