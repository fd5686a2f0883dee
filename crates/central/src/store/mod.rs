//! The database: how it is opened, how it is written, and a file for each table.
//!
//! All writes go through one [`Writer`], which commits several at once; reads have a pool of their own.
//! What happens in the hall is decided in memory and kept as a log of facts (table `event`).

pub(crate) mod admin;
pub(crate) mod administrative_unit;
pub(crate) mod answered;
pub(crate) mod audit;
pub(crate) mod bank_credit;
pub(crate) mod catalogue;
pub(crate) mod check;
pub(crate) mod config;
pub(crate) mod count;
pub(crate) mod day_key;
pub(crate) mod device;
pub(crate) mod draft;
pub(crate) mod draft_help;
pub(crate) mod epoch;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod follow;
pub(crate) mod form;
pub(crate) mod guide_measure;
mod lobby;
pub(crate) mod open;
pub(crate) mod paper_event;
pub(crate) mod payment;
pub(crate) mod picture;
pub(crate) mod procedure;
pub(crate) mod processes;
pub(crate) mod rating;
pub(crate) mod report;
pub(crate) mod retention;
pub(crate) mod room;
mod sealed_key;
pub(crate) mod sealing;
pub(crate) mod sign_in_failure;
pub(crate) mod signed_review;
pub(crate) mod sql;
pub(crate) mod staff;
pub(crate) mod submission;
pub(crate) mod submission_time;
pub(crate) mod supplement;
pub(crate) mod supplement_answer;
mod unit;
pub(crate) mod upload;
pub(crate) mod upload_file;
pub(crate) mod vault;
pub(crate) mod words;
mod writer;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) use lobby::Lobby;
pub(crate) use unit::{Reference, Seen, Unit};
pub(crate) use writer::{Pending, Work, Writer};

/// As JSON for a column.
fn encoded<T: Serialize>(value: &T) -> sqlx::Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// From a column of JSON.
fn decoded<T: DeserializeOwned>(written: &str) -> sqlx::Result<T> {
    serde_json::from_str(written).map_err(|error| sqlx::Error::Decode(error.into()))
}
