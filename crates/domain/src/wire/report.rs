use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::queue::{Accuracy, Durations, Figures, Name};
use crate::time::Moment;

/// `GET /v1/reports/day`: how a business date of the hall went, by its log alone. Nobody is named in it.
/// Durations are in milliseconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct DayReport {
    /// The business date.
    #[ts(type = "string")]
    #[schema(value_type = String, example = "2026-11-23")]
    pub date: Date,
    /// When the newest fact of that date in it happened; none when nothing happened.
    pub until: Option<Moment>,
    /// The whole hall.
    pub hall: Figures,
    /// Each service that numbers were given for.
    pub services: Vec<ServiceReport>,
    /// Each counter that was opened or at which somebody was served, by its number.
    pub counters: Vec<CounterReport>,
    /// Each hour from the first in which somebody came to the last.
    pub hours: Vec<HourReport>,
    /// How many calls were made for each reason.
    pub calls: CallsReport,
    /// How true was what people were told of their wait.
    pub accuracy: Accuracy,
    /// What people said of how they were served, whenever they said it.
    pub ratings: RatingsReport,
}

/// A service in a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ServiceReport {
    /// The service the numbers were issued for.
    #[schema(value_type = String)]
    pub service: Name,
    /// Its figures.
    pub figures: Figures,
    /// How true was what people were told; none when fewer than 20 of those who were called had been
    /// told a wait, since a mean of a few says nothing.
    pub accuracy: Option<Accuracy>,
}

/// A counter in a report, whoever sat at it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct CounterReport {
    /// Its number.
    pub number: u32,
    /// When it was first opened.
    pub opened_at: Option<Moment>,
    /// How long it was open, breaks included. One that nobody closed was open until somebody was last
    /// called to or served at it.
    pub open: i64,
    /// How often an officer took a break.
    pub breaks: u32,
    /// How long the breaks were together.
    pub on_break: i64,
    /// How many visits ended at it: somebody was served, sent on, or sent away for a while.
    pub served: u32,
    /// How long these visits took together.
    pub busy: i64,
    /// How long each of them took.
    pub serving: Durations,
}

/// An hour of arrival in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct HourReport {
    /// 0 to 23.
    pub hour: u8,
    /// How many numbers were given to those who came in it.
    pub issued: u32,
    /// How long those of them who were called waited in the mean; none when nobody was called.
    pub waiting: Option<i64>,
}

/// How many calls were made for each reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct CallsReport {
    /// It was their turn.
    pub turn: u32,
    /// They have priority.
    pub priority: u32,
    /// They had waited too long.
    pub age: u32,
    /// They were transferred to the front.
    pub front: u32,
    /// Nobody waited for what the counter mainly serves.
    pub finally: u32,
    /// An officer chose them.
    pub chosen: u32,
}

/// What people said of how they were served.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct RatingsReport {
    /// How many gave each grade, 1 (Không hài lòng) first, 4 (Rất hài lòng) last.
    #[schema(value_type = Vec<u32>)]
    pub grades: [u32; 4],
    /// How many gave each reason that somebody gave.
    #[ts(type = "Record<string, number>")]
    #[schema(value_type = BTreeMap<String, u32>)]
    pub reasons: BTreeMap<Name, u32>,
}
