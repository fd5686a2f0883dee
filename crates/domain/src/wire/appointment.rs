use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::dossier::AppointmentCode;
use crate::time::Moment;

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
