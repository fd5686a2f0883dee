//! A centre as its supervisor sets it up: groups, services, counters, who goes first, and when
//! numbers are given.

mod config;
mod hours;

pub use config::{
    Appointments, BranchConfig, BranchError, Calling, CounterConfig, EndOfDay, Issuing, PriorityGroup, Service,
};
pub use hours::{OpeningHours, Openness};
