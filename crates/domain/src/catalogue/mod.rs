//! Procedures, the service groups people take numbers for, and finding what one needs.

pub mod finder;
pub mod national;
mod procedure;
mod starter;
#[cfg(test)]
mod tests;
mod words;

pub use procedure::*;
pub use starter::{Catalogue, find, starter};
