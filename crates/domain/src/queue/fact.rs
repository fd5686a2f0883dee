use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::appointment::AppointmentEvent;
use super::counter::CounterEvent;
use super::help::HelpEvent;
use super::ticket::TicketEvent;
use crate::time::Moment;

/// Something that happened in the hall, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// Something happened to a ticket.
    Ticket(TicketEvent),
    /// Something happened at a counter.
    Counter(CounterEvent),
    /// Something happened to an appointment.
    Appointment(AppointmentEvent),
    /// Something happened to a call for help.
    Help(HelpEvent),
    /// The centre was set up anew; the settings of this version are in force.
    Config {
        /// When.
        at: Moment,
        /// Which version.
        version: u32,
    },
    /// A submission arrived or was accepted.
    Submission {
        /// When.
        at: Moment,
        /// Which.
        id: Uuid,
    },
    /// What is known begins anew: the data were damaged or restored, and something may be forgotten.
    Epoch {
        /// When.
        at: Moment,
    },
    /// A business date began.
    Day {
        /// When it was noticed.
        at: Moment,
    },
}

impl Fact {
    /// When it happened.
    pub fn at(&self) -> Moment {
        match self {
            Self::Ticket(event) => event.at,
            Self::Counter(event) => event.at,
            Self::Help(event) => event.at,
            Self::Appointment(event) => event.at,
            Self::Config { at, .. } | Self::Submission { at, .. } | Self::Epoch { at } | Self::Day { at } => *at,
        }
    }
}
