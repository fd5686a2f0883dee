//! Finding procedures in one's own words, among thousands, without a server.
//!
//! Words are folded (no marks, đ as d), short forms and everyday phrases are understood, words written
//! together are taken apart, and slips are forgiven. What a query meets in a procedure is told with it,
//! so that a result explains itself.

mod find;
mod index;
mod likeness;
mod query;
mod source;
#[cfg(test)]
mod tests;

pub use index::{Finder, Hit, Met, Searchable, Where};
