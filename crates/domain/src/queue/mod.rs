//! Ticket numbers, the life of a ticket, and who is called next.

mod state;

pub use state::TicketState;
