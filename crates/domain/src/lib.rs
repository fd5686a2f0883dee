//! The rules of a one-stop centre's lobby, pure: no clock, disk, network or window.
//!
//! | module | what it holds |
//! |---|---|
//! | [`time`] | moments, and the business date of Việt Nam |
//! | [`text`] | NFC, and folding for search |
//! | [`words`] | the Fluent catalogue of words for screen, paper and voice |
//! | [`branch`] | a centre as its supervisor sets it up |
//! | [`queue`] | the hall: ticket numbers, states, and who is called next |
//! | [`calendar`] | working days, holidays, and when a result is due |
//! | [`catalogue`] | procedures, service groups, and finding them |
//! | [`card`] | the citizen's card and number |
//! | [`guide`] | the step-by-step flow through a procedure's form |
//! | [`dossier`] | submission codes, dossier codes and states |
//! | [`payment`] | amounts of money, VietQR, and how a payment stands |
//! | [`units`] | provinces and communes |
//! | [`paper`] | what a printed document says |
//! | [`readiness`] | whether a machine is ready for work |
//! | [`voice`] | what is said aloud in the hall |
//! | [`wire`] | what kiosks and the central API say to each other |
#![deny(missing_docs)]

pub mod branch;
pub mod calendar;
pub mod card;
pub mod catalogue;
pub mod dossier;
pub mod guide;
pub mod paper;
pub mod payment;
pub mod queue;
pub mod readiness;
pub mod text;
pub mod time;
pub mod units;
pub mod voice;
pub mod wire;
pub mod words;
