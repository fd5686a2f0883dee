//! What happens on the pages of guided submissions: counts of a day, and nothing of any one person.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Up to how many seconds somebody was on a page, for each count of [`PageMeasures::within`] but the last,
/// which counts those who took longer.
pub const WITHIN: [u32; 5] = [10, 30, 60, 120, 300];
/// How many days old a measure may be when it is taken in: within these a batch that comes twice is known
/// by its `Idempotency-Key`.
pub const MEASURE_DAYS: i32 = 28;
/// Of a page that fewer people went through, nothing is told but how many.
pub const FEW: u32 = 5;

/// The longest name of a page, a field or a cause.
const LONGEST: usize = 100;
/// The most of each list in a batch.
const MOST: usize = 300;

/// Body of `POST /v1/guide-measures`: what a kiosk counted since its last batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideMeasures {
    /// One for each form, version and day.
    pub forms: Vec<FormMeasures>,
}

/// What was counted of a form on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormMeasures {
    /// National code of the procedure.
    pub procedure: String,
    /// Version of the form; 0 for the one that fits every procedure.
    pub version: u32,
    /// The business date.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// How often it was begun.
    pub begun: u32,
    /// How often somebody submitted it alone.
    pub alone: u32,
    /// How often it was submitted with an officer's help.
    pub assisted: u32,
    /// Its pages that somebody saw.
    pub pages: Vec<PageMeasures>,
}

/// What was counted of a page on a day. Pages of a repeated part are counted as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PageMeasures {
    /// Its stable name, without an item's number.
    pub page: String,
    /// How often it was shown.
    pub shown: u32,
    /// How often a visit ended on it.
    pub left: u32,
    /// How often somebody went on from it.
    pub on: u32,
    /// How often somebody went back from it.
    pub back: u32,
    /// How often an officer was called on it.
    pub helped: u32,
    /// How many seconds it was on the screen together, for those who went on or back.
    pub seconds: u64,
    /// How many of them took up to each of [`WITHIN`], and how many longer.
    #[schema(value_type = Vec<u32>)]
    pub within: [u32; WITHIN.len() + 1],
    /// What kept people from going on.
    pub errors: Vec<ErrorMeasure>,
}

/// How often a field kept somebody from going on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorMeasure {
    /// The field, paper or consent, without an item's number.
    pub field: String,
    /// What was wrong with it, by the name of the cause.
    pub cause: String,
    /// How often.
    pub count: u32,
}

/// Answer of `GET /v1/guide-measures?from=DAY&to=DAY&procedure=CODE`: the sums of these days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct GuideFunnels {
    /// The first business date.
    #[ts(type = "string")]
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// The last one.
    #[ts(type = "string")]
    #[schema(value_type = String, format = Date)]
    pub to: Date,
    /// Each form and version somebody began or went on with, the most used first.
    pub forms: Vec<FormFunnel>,
}

/// How far people came in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct FormFunnel {
    /// National code of the procedure.
    pub procedure: String,
    /// The procedure's name; its code when it is not known any more.
    pub name: String,
    /// Version of the form; 0 for the one that fits every procedure.
    pub version: u32,
    /// How often it was begun.
    pub begun: u32,
    /// How often somebody submitted it alone.
    pub alone: u32,
    /// How often it was submitted with an officer's help.
    pub assisted: u32,
    /// Its pages that somebody saw, in the form's order.
    pub pages: Vec<PageFunnel>,
}

/// What became of those who saw a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct PageFunnel {
    /// Its stable name.
    pub page: String,
    /// Its heading; the name when the form is not known any more.
    pub title: String,
    /// How often it was shown.
    pub shown: u32,
    /// How often somebody went on.
    pub on: u32,
    /// How often somebody went back.
    pub back: u32,
    /// How often a visit ended here.
    pub left: u32,
    /// How often an officer was called.
    pub helped: u32,
    /// How long it took half of them; none of a few people.
    pub median: Option<Span>,
    /// What kept people from going on, the most frequent first; empty of a few people.
    pub errors: Vec<ErrorFunnel>,
}

/// A span of seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Span {
    /// More than so many seconds.
    pub from: u32,
    /// Up to so many; none for longer.
    pub to: Option<u32>,
}

/// How often a field kept somebody from going on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ErrorFunnel {
    /// The field as it is labelled; its name when the form is not known any more.
    pub label: String,
    /// The name of the cause.
    pub cause: String,
    /// How often.
    pub count: u32,
}

impl GuideMeasures {
    /// Whether it may be taken in on a day: names are short and stable, dates are of the last
    /// [`MEASURE_DAYS`] days or, where clocks differ, of the next.
    pub fn is_sound(&self, today: Date) -> bool {
        let sound = |form: &FormMeasures| {
            is_name(&form.procedure)
                && (-1..=MEASURE_DAYS).contains(&(today - form.date).get_days())
                && form.pages.len() <= MOST
                && form.pages.iter().all(|page| {
                    is_name(&page.page)
                        && page.errors.len() <= MOST
                        && page.errors.iter().all(|error| is_name(&error.field) && is_name(&error.cause))
                })
        };
        self.forms.len() <= MOST && self.forms.iter().all(sound)
    }
}

/// A name of ours: nothing somebody typed can be one by its shape alone, so it is short and plain as well.
fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
    !name.is_empty() && name.len() <= LONGEST && name.chars().all(plain)
}

impl FormMeasures {
    /// Nothing counted yet.
    pub fn new(procedure: &str, version: u32, date: Date) -> Self {
        let procedure = procedure.to_owned();
        Self { procedure, version, date, begun: 0, alone: 0, assisted: 0, pages: Vec::new() }
    }

    /// The counts of a page.
    pub fn page(&mut self, name: &str) -> &mut PageMeasures {
        let place = self.pages.iter().position(|page| page.page == name).unwrap_or_else(|| {
            self.pages.push(PageMeasures::new(name));
            self.pages.len() - 1
        });
        &mut self.pages[place]
    }
}

impl PageMeasures {
    fn new(page: &str) -> Self {
        Self {
            page: page.to_owned(),
            shown: 0,
            left: 0,
            on: 0,
            back: 0,
            helped: 0,
            seconds: 0,
            within: [0; WITHIN.len() + 1],
            errors: Vec::new(),
        }
    }

    /// Somebody went on or back after so many seconds.
    pub fn took(&mut self, seconds: u64) {
        self.seconds += seconds;
        let place = WITHIN.iter().position(|most| seconds <= u64::from(*most)).unwrap_or(WITHIN.len());
        self.within[place] += 1;
    }

    /// A field kept somebody from going on.
    pub fn stopped(&mut self, field: &str, cause: &str) {
        match self.errors.iter_mut().find(|error| error.field == field && error.cause == cause) {
            Some(error) => error.count += 1,
            None => self.errors.push(ErrorMeasure { field: field.to_owned(), cause: cause.to_owned(), count: 1 }),
        }
    }

    /// Where the median of the seconds lies; none of fewer than [`FEW`].
    pub fn median(&self) -> Option<Span> {
        let all: u32 = self.within.iter().sum();
        if all < FEW {
            return None;
        }
        let mut so_far = 0;
        let place = self.within.iter().position(|count| {
            so_far += count;
            so_far * 2 >= all
        })?;
        let from = if place == 0 { 0 } else { WITHIN[place - 1] };
        Some(Span { from, to: WITHIN.get(place).copied() })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_median_is_a_span_and_is_not_told_of_a_few() {
        let mut page = PageMeasures::new("child");
        for seconds in [5, 20, 40, 45] {
            page.took(seconds);
        }
        assert_eq!(page.median(), None);
        page.took(400);
        assert_eq!(page.median(), Some(Span { from: 30, to: Some(60) }));
        assert_eq!((page.seconds, page.within), (510, [1, 1, 2, 0, 0, 1]));
        (0..6).for_each(|_| page.took(301));
        assert_eq!(page.median(), Some(Span { from: 300, to: None }));
    }

    #[test]
    fn what_kept_somebody_is_counted_by_field_and_cause() {
        let mut form = FormMeasures::new("1.001193", 1, date(2026, 11, 24));
        for (field, cause) in [("name", "required"), ("name", "person-name"), ("name", "required")] {
            form.page("child").stopped(field, cause);
        }
        let counts: Vec<_> =
            form.page("child").errors.iter().map(|error| (error.cause.as_str(), error.count)).collect();
        assert_eq!(counts, [("required", 2), ("person-name", 1)]);
        assert_eq!(form.pages.len(), 1);
    }

    #[test]
    fn only_names_of_ours_and_days_of_late_are_taken_in() {
        let today = date(2026, 11, 24);
        let of = |day: Date, page: &str, field: &str| {
            let mut form = FormMeasures::new("1.001193", 1, day);
            form.page(page).stopped(field, "required");
            GuideMeasures { forms: vec![form] }.is_sound(today)
        };
        assert!(of(today, "child", "witnesses/name"));
        assert!(of(date(2026, 11, 25), "child", "name") && of(date(2026, 10, 27), "child", "name"));
        assert!(!of(date(2026, 11, 26), "child", "name") && !of(date(2026, 10, 26), "child", "name"));
        assert!(!of(today, "Nguyễn Văn A", "name") && !of(today, "child", "") && !of(today, "a b", "name"));
        assert!(!of(today, &"a".repeat(101), "name"));
    }
}
