//! Ticket numbers, the life of a ticket, and who is called next.

mod label;
mod order;
mod state;

pub use label::{Label, LabelError, Series, TicketNumber};
pub use order::{Hall, Waiting};
pub use state::{TicketState, Verb};
