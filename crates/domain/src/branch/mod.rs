//! A centre as its supervisor sets it up: groups, services, counters, who goes first, and when
//! numbers are given.

mod change;
mod config;
mod error;
mod hours;
mod notice;
mod starter;

pub use change::ConfigPart;
pub use config::{
    Appointments, BranchConfig, Calling, CounterConfig, EndOfDay, Issuing, MOST_DAYS_AHEAD, PriorityGroup, Service,
};
pub use error::BranchError;
pub use hours::{OpeningHours, Openness, open_parts};
pub use notice::{NoPictureId, Notice, PictureId};
