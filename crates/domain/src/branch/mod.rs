//! A centre as its supervisor sets it up: groups, services, counters, who goes first, and when
//! numbers are given.

mod config;
mod error;
mod hours;
mod starter;

pub use config::{Appointments, BranchConfig, Calling, CounterConfig, EndOfDay, Issuing, PriorityGroup, Service};
pub use error::BranchError;
pub use hours::{OpeningHours, Openness};
