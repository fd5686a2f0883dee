//! What a kiosk does: the use cases of its three faces, and behind them the adapters.
//!
//! | module | what it holds |
//! |---|---|
//! | [`citizen`] | a visit: a number, a guided submission, looking a code up |
//! | [`staff`] | an officer's desk: the counter, the queue, submissions and their acceptance |
//! | [`board`] | what the hall sees |
//! | [`catalogue`] | every procedure, in step with the central system |
//! | [`units`] | every province and commune, in step with the central system |
//! | [`measures`] | where people stop in guided submissions, in counts |
//! | [`central`] | the central API, over HTTP only |
//! | [`link`] | the one event stream, and whether the central system answers |
//! | [`own_series`] | numbers while the central system is away |
//! | [`outbox`] | sends what was saved until the central system has it |
//! | [`store`] | what survives a power cut: SQLite, sealed |
//! | [`print_desk`] | print jobs, one after another, each of one person |
//! | [`print_journal`] | how each print stands, kept over a restart |
//! | [`paper_events`] | papers that did not come, told to staff; papers printed again, counted |
//! | [`paper`], [`printer`] | documents made into pages; printers behind a port |
//! | [`readiness`] | whether this machine is ready for work, part by part |
//! | [`reader`] | card and code readers |
//! | [`capture`] | where pages of papers come from: camera, scanner, the scanner's folder |
//! | [`pictures`] | what the boards show beside the numbers |
//! | [`speech`] | the voice of the hall |
//! | [`status`] | tells staff how this machine is |
//! | [`view`] | the answers the windows show |
#![deny(missing_docs)]

pub mod board;
pub mod capture;
pub mod catalogue;
pub mod central;
pub mod citizen;
pub mod clock;
mod draft_key;
mod drafts;
mod explain;
pub mod link;
pub mod measures;
pub mod outbox;
pub mod own_series;
pub mod paper;
pub mod paper_events;
pub mod pictures;
pub mod print_desk;
pub mod print_journal;
pub mod printer;
pub mod reader;
pub mod readiness;
mod sealed_draft;
mod slip;
pub mod speech;
pub mod staff;
pub mod status;
pub mod store;
mod submit;
mod times;
pub mod units;
pub mod view;
