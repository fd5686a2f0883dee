use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::dossier::AppointmentCode;
use crate::guide::{DayPart, TimeWanted};
use crate::time::Moment;
use crate::words::Words;

/// `GET /v1/appointments/slots?service=ho-tich`: a day with times that can be booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct SlotDay {
    /// The business date: `2026-11-25`.
    #[ts(type = "string")]
    #[schema(value_type = String, example = "2026-11-25")]
    pub date: Date,
    /// Its times, the earliest first, full ones included.
    pub slots: Vec<SlotInfo>,
}

/// A time of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct SlotInfo {
    /// From when.
    pub start: Moment,
    /// Until when, exclusive.
    pub until: Moment,
    /// How many more people it takes.
    pub free: u32,
}

/// `POST /v1/appointments`: keep a time for somebody. Nothing about the person is asked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BookAppointment {
    /// The service.
    #[schema(example = "ho-tich")]
    pub service: String,
    /// The start of a slot.
    pub start: Moment,
}

/// A time kept for whoever holds its paper. No personal data is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Appointment {
    /// Its identity (UUIDv7); it is in the QR on the paper.
    pub id: Uuid,
    /// What is typed where the QR cannot be read.
    pub code: AppointmentCode,
    /// The service group.
    pub group: String,
    /// The service.
    pub service: String,
    /// From when.
    pub start: Moment,
    /// Until when, exclusive.
    pub until: Moment,
    /// From when its holder can check in.
    pub opens: Moment,
    /// Until when its holder is in time; later it is an ordinary place.
    pub late_after: Moment,
    /// Where it is in its life.
    pub state: AppointmentState,
    /// The ticket its holder checked in for.
    pub ticket: Option<Uuid>,
    /// That ticket's number, while it can still be served or was just served.
    pub label: Option<String>,
}

/// Where an appointment is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentState {
    /// Its time is kept.
    Booked,
    /// Its time is past being in time, and nobody came.
    Late,
    /// Its holder came.
    CheckedIn,
    /// It was given back.
    Cancelled,
}

impl AppointmentState {
    /// What its holder does now.
    fn now_key(self) -> &'static str {
        match self {
            Self::Booked => "hold-held-come",
            Self::Late => "phone-appointment-late",
            Self::CheckedIn => "phone-appointment-checked_in",
            Self::Cancelled => "phone-appointment-cancelled",
        }
    }
}

/// `POST /v1/appointments/{id}/check-in`: its holder is here and gets a number.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckInAppointment {
    /// The person's language, so that paper and voice can use it: `vi`, `km`, `en`.
    #[schema(example = "vi")]
    pub language: String,
    /// Hash of the person's card number, as in [`crate::wire::IssueTicket`].
    #[serde(default)]
    pub holder: Option<String>,
}

/// What became of the time that somebody chose with a submission. Only `held` is an appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SubmissionTime {
    /// It is asked for when the submission is handed in; until then nobody holds it.
    Pending {
        /// From when.
        start: Moment,
    },
    /// The central system holds it.
    Held {
        /// By this appointment, as it stands.
        appointment: Appointment,
    },
    /// It was held, and its day is over.
    Over {
        /// From when.
        start: Moment,
    },
    /// It could not be held: somebody was faster, or it could not be booked any more.
    Taken {
        /// From when.
        start: Moment,
    },
    /// A wish, where no time could be chosen.
    Wish {
        /// The business date: `2026-12-03`.
        #[ts(type = "string")]
        #[schema(value_type = String, example = "2026-12-03")]
        date: Date,
        /// The half of that day.
        part: DayPart,
    },
    /// None could be chosen.
    Later,
}

impl SubmissionTime {
    /// Of a submission that the central system does not have.
    pub fn unsent(wanted: TimeWanted) -> Self {
        match wanted {
            TimeWanted::At(start) => Self::Pending { start },
            TimeWanted::Wish(date, part) => Self::Wish { date, part },
            TimeWanted::Later => Self::Later,
        }
    }

    /// What its words are called by.
    fn name(&self) -> &'static str {
        match self {
            Self::Pending { .. } => "pending",
            Self::Held { .. } => "held",
            Self::Over { .. } => "over",
            Self::Taken { .. } => "taken",
            Self::Wish { .. } => "wish",
            Self::Later => "later",
        }
    }

    /// What it is: "Lịch hẹn", "Giờ bạn mong muốn".
    pub fn title(&self, words: &Words) -> String {
        words.say(&format!("hold-title-{}", self.name()))
    }

    /// When it is, whether it is held, and what to do where it is not.
    pub fn in_words(&self, words: &Words) -> String {
        let time = |moment: Moment| moment.local().strftime("%H:%M").to_string();
        let [mut day, mut from, mut until, mut code, mut half] = [const { String::new() }; 5];
        match self {
            Self::Pending { start } | Self::Over { start } | Self::Taken { start } => {
                (day, from) = (words.day(start.business_date()), time(*start));
            }
            Self::Held { appointment: Appointment { start, until: end, code: own, .. } } => {
                (day, from, until) = (words.day(start.business_date()), time(*start), time(*end));
                code = own.to_string();
            }
            Self::Wish { date, part } => (day, half) = (words.day(*date), part.in_words(words)),
            Self::Later => {}
        }
        let args = [("day", &*day), ("from", &from), ("until", &until), ("code", &code), ("part", &half)];
        let said = words.say_with(&format!("hold-{}", self.name()), &args);
        match self {
            Self::Held { appointment } => format!("{said} {}", words.say(appointment.state.now_key())),
            _ => said,
        }
    }
}
