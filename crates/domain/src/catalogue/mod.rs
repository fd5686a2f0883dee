//! Procedures, the service groups people take numbers for, and finding what one needs.

mod procedure;
mod starter;

pub use procedure::*;
pub use starter::{Catalogue, starter};
