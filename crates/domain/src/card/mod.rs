//! The citizen's card (CCCD, Căn cước) and the number on it.

mod marks;
mod number;
mod read;

pub(crate) use number::is_forgiven;
pub use number::{CitizenNumber, Sex};
pub use read::Card;
