use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::label::Label;
use super::name::Name;
use crate::dossier::AppointmentCode;
use crate::time::Moment;

/// A time kept for somebody. Nobody knows for whom: whoever has its paper is its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Its identity (UUIDv7).
    pub id: Uuid,
    /// What it was booked with.
    pub booked: Booked,
    /// When it was booked.
    pub booked_at: Moment,
    /// The ticket its holder checked in for.
    pub ticket: Option<Uuid>,
    /// The label of that ticket, which may have ended since.
    pub label: Option<Label>,
    /// Whether it was given back.
    pub cancelled: bool,
}

/// What an appointment was booked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booked {
    /// What stands on its paper.
    pub code: AppointmentCode,
    /// Its service.
    pub service: Name,
    /// From when.
    pub start: Moment,
    /// Until when, exclusive.
    pub until: Moment,
}

/// Something that happened to an appointment. That its holder came is told by the ticket's issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentEvent {
    /// Which.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// Who did it: `device:…`, `staff:…`, or `holder` for the person with the paper.
    pub by: Name,
    /// What.
    #[serde(flatten)]
    pub deed: AppointmentDeed,
}

/// What happened to an appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum AppointmentDeed {
    /// It was booked.
    Book(Booked),
    /// It was given back.
    Unbook,
}

/// A time of a day that can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// From when.
    pub start: Moment,
    /// Until when, exclusive.
    pub until: Moment,
    /// How many more people it takes.
    pub free: u32,
}

/// Somebody who holds an appointment is here.
#[derive(Clone, Debug)]
pub struct CheckIn {
    /// The appointment.
    pub appointment: Uuid,
    /// The identity the ticket will have.
    pub ticket: Uuid,
    /// The person's language.
    pub language: String,
    /// Keyed hash of the person's card number, if a card was shown.
    pub holder: Option<Name>,
    /// The device or officer that asks.
    pub by: Name,
}

impl Appointment {
    /// Whether its place is still kept.
    pub fn is_open(&self) -> bool {
        self.ticket.is_none() && !self.cancelled
    }
}
