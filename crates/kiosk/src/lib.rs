//! What a kiosk does: use cases, and behind [`ports`] the adapters.
#![deny(missing_docs)]

pub mod reader;
pub mod scanner;
pub mod view;
