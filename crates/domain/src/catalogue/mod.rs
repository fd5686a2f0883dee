//! Procedures, the service groups people take numbers for, and finding what one needs.

mod compose;
pub mod finder;
pub mod national;
mod parts;
mod plain_words;
mod procedure;
mod shelf;
mod starter;
#[cfg(test)]
mod tests;
mod way_on;
mod wish;
mod words;

pub use compose::group_of_field;
pub use plain_words::{PlainWords, shipped_words};
pub use procedure::*;
pub use shelf::{Shelf, Under, Wanted};
pub use starter::{Catalogue, starter};
pub use way_on::WayOn;
pub use wish::Wish;
