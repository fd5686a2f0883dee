//! What the windows show: the answers of the use cases, in types the pages are generated from.

mod board;
mod citizen;
mod printing;
mod payment;
mod staff;
mod units;

pub use board::*;
pub use citizen::*;
pub use printing::*;
pub use staff::*;
pub use units::*;
pub use payment::*;
