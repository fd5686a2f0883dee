//! The central API as its callers meet it: over HTTP, on a database file.
#![allow(clippy::unwrap_used)]

mod appointments;
mod audit;
mod auth;
mod bank;
mod board;
mod catalogue;
mod checklist;
mod cut_off;
mod database;
mod devices;
mod drafts;
mod events;
mod follow;
mod forms;
mod guide_measures;
mod hall;
mod idempotency;
mod import;
mod papers;
mod payments;
mod phone;
mod pictures;
mod problems;
mod procedures;
mod processes;
mod queue;
mod reports;
mod sealed;
mod server;
mod signed_reviews;
mod submission_times;
mod submissions;
mod supplements;
mod units;
mod uploads;
