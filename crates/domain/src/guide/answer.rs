use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Number, Value, json};

use super::address;
use super::view::Widget;
use crate::card::CitizenNumber;
use crate::text::clean;
use crate::units::Units;

/// No answer is longer, in characters, whatever its schema says.
pub(super) const LONGEST: usize = 4000;
/// No signature is longer; one more, so that its schema refuses what was cut.
const LONGEST_SIGNATURE: usize = 20_001;

/// Which days a date may be, beyond what a schema can say.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Day {
    /// Today or before; of a bare year, this one or before.
    Past,
}

impl Day {
    /// What is wrong with a date or a bare year, as it was answered, by the name of the cause.
    pub(super) fn fault_of(self, answer: &str, today: Date) -> Option<&'static str> {
        match answer.parse::<Date>() {
            Ok(date) => self.fault(date, today),
            Err(_) => {
                let future = self == Self::Past && answer.parse::<i16>().is_ok_and(|year| year > today.year());
                future.then_some("future")
            }
        }
    }

    fn fault(self, date: Date, today: Date) -> Option<&'static str> {
        match self {
            Self::Past => (date > today).then_some("future"),
        }
    }
}

/// An answer as it is stored: NFC, white space tidied, what people put between digits dropped.
/// Nothing (null, an empty text) is no answer. What cannot be understood is kept as typed, for the
/// check to refuse.
pub(super) fn tidy(widget: Widget, answer: &Value, units: &Units) -> Option<Value> {
    let longest = if widget == Widget::Signature { LONGEST_SIGNATURE } else { LONGEST };
    let text = match answer {
        _ if widget == Widget::Address => return address::tidy(answer, units),
        Value::String(text) => clean(&text.chars().take(longest).collect::<String>()),
        Value::Number(number) => return Some(whole(number)),
        Value::Bool(_) => return Some(answer.clone()),
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
        Widget::Amount => amount(&text).map_or(json!(text), |number| json!(number)),
        _ => json!(text),
    })
}

/// A number as it is counted: `3.0`, which pages may send, is `3`.
fn whole(number: &Number) -> Value {
    match number.as_f64() {
        // Larger ones have no place for a fraction, and no amount is that large.
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => json!(float as i64),
        _ => json!(number),
    }
}

/// `1.500.000 đ`, `1 500 000 đồng`.
fn amount(text: &str) -> Option<u64> {
    let bare = text.trim_end_matches("đồng").trim_end_matches(['đ', '₫']);
    bare.chars().filter(|c| !crate::card::is_forgiven(*c)).collect::<String>().parse().ok()
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

    fn given(widget: Widget, answer: Value) -> Option<Value> {
        tidy(widget, &answer, Units::shipped())
    }

    fn text(widget: Widget, typed: &str) -> Value {
        given(widget, json!(typed)).expect("an answer")
    }

    #[test]
    fn numbers_and_dates_are_forgiven_their_separators() {
        assert_eq!(text(Widget::CitizenNumber, "089 190-001.234"), "089190001234");
        assert_eq!(text(Widget::Phone, "0912.345 678"), "0912345678");
        assert_eq!(text(Widget::Phone, "+84 (0)912 345 678"), "0912345678");
        assert_eq!(text(Widget::Date, "2026-1-5"), "2026-01-05");
        assert_eq!(text(Widget::Date, "5/1/2026"), "2026-01-05");
        assert_eq!(text(Widget::Count, " 3 "), 3);
        assert_eq!(given(Widget::Count, json!(3.0)), Some(json!(3)));
        assert_eq!(text(Widget::Amount, "1.500.000 đ"), 1_500_000);
        assert_eq!(text(Widget::Amount, "2 000 đồng"), 2_000);
    }

    #[test]
    fn text_is_composed_and_nothing_is_no_answer() {
        assert_eq!(text(Widget::Name, "  Nguye\u{302}\u{303}n   Lan "), "Nguyễn Lan");
        assert_eq!(given(Widget::Text, json!("  ")), None);
        assert_eq!(given(Widget::Text, Value::Null), None);
        assert_eq!(given(Widget::Text, json!(["a"])), None);
        assert_eq!(given(Widget::YesNo, json!(false)), Some(json!(false)));
    }

    #[test]
    fn what_is_not_understood_is_kept_for_its_owner_to_correct() {
        assert_eq!(text(Widget::CitizenNumber, "089 19"), "089 19");
        assert_eq!(text(Widget::Date, "2026-02-30"), "2026-02-30");
        assert_eq!(text(Widget::Count, "ba"), "ba");
        assert_eq!(text(Widget::Amount, "-5"), 5, "a hyphen stands between digits");
        assert_eq!(text(Widget::Amount, "nhiều"), "nhiều");
        assert_eq!(given(Widget::Count, json!(2.5)), Some(json!(2.5)));
        assert_eq!(text(Widget::LongText, &"a".repeat(9000)).as_str().map(str::len), Some(LONGEST));
    }

    #[test]
    fn days_that_cannot_be_are_named() {
        let monday = date(2026, 11, 23);
        assert_eq!(Day::Past.fault(monday, monday), None);
        assert_eq!(Day::Past.fault(date(2026, 11, 24), monday), Some("future"));
        assert_eq!(Day::Past.fault_of("2026-11-24", monday), Some("future"));
        assert_eq!(Day::Past.fault_of("2026", monday), None);
        assert_eq!(Day::Past.fault_of("2027", monday), Some("future"));
    }
}
