//! The database: how it is opened, how it is written, and a file for each table.
//!
//! All writes go through one [`Writer`], which commits several at once; reads have a pool of their own.

pub(crate) mod answered;
pub(crate) mod branch;
pub(crate) mod count;
pub(crate) mod counter;
pub(crate) mod device;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod open;
pub(crate) mod staff;
pub(crate) mod submission;
pub(crate) mod ticket;
mod writer;

pub(crate) use writer::{Pending, Unit, Writer};
