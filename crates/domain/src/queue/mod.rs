//! The hall: ticket numbers, the life of a ticket, who is called next, and all that is happening.
//!
//! [`Hall`] decides and remembers. What it decides is a [`Fact`]; facts are stored, then applied. The
//! same facts in the same order make the same hall, so the log of facts is all that has to be kept.

mod ahead;
mod appointment;
mod booking;
mod configure;
mod counter;
mod cut_off;
mod day;
mod drag;
mod estimate;
mod fact;
mod figures;
mod hall;
mod help;
mod holder;
mod issue;
mod label;
mod name;
mod order;
mod pace;
mod rating;
mod report;
mod serve;
mod state;
mod ticket;

pub use appointment::{Appointment, AppointmentDeed, AppointmentEvent, Booked, CheckIn, Slot};
pub use counter::{CounterDeed, CounterEvent, CounterSession, Officer};
pub use estimate::Wait;
pub use fact::Fact;
pub use figures::{Accuracy, Course, Durations, Figures, courses};
pub use hall::Hall;
pub use help::{HelpAnswer, HelpCall, HelpDeed, HelpEvent};
pub use issue::Ask;
pub use label::{KioskNumber, Label, LabelError, Series, TicketNumber};
pub use name::Name;
pub use order::{Caller, Lines, Place};
pub use rating::RATING_REASONS;
pub use report::DayTally;
pub use serve::Order;
pub use state::{TicketState, Verb};
pub use ticket::{Deed, Issued, Line, Ticket, TicketEvent, Why};

#[cfg(test)]
mod tests;
