//! What kiosks, consoles and boards say to the central API, and what it answers.
//!
//! The routes are under `/v1`; bodies are JSON with the field names of these types.

mod appointment;
mod assisted;
mod audit;
mod board;
mod catalogue;
mod config;
mod device;
mod draft;
mod event;
mod form;
mod measure;
mod paper;
mod payment;
mod problem;
mod queue;
mod report;
mod staff;
mod status;
mod submission;
mod supplement;
mod tablet;
mod units;
mod upload;

pub use appointment::*;
pub use assisted::*;
pub use audit::*;
pub use board::*;
pub use catalogue::*;
pub use config::*;
pub use device::*;
pub use draft::*;
pub use event::*;
pub use form::*;
pub use measure::*;
pub use paper::*;
pub use payment::*;
pub use problem::*;
pub use queue::*;
pub use report::*;
pub use staff::*;
pub use status::*;
pub use submission::*;
pub use supplement::*;
pub use tablet::*;
pub use units::*;
pub use upload::*;
