//! What the windows show: the answers of the use cases, in types the pages are generated from.

mod assist;
mod board;
mod citizen;
mod payment;
mod printing;
mod readiness;
mod reading;
mod staff;
mod units;

pub use assist::*;
pub use board::*;
pub use citizen::*;
pub use payment::*;
pub use printing::*;
pub use readiness::*;
pub use reading::*;
pub use staff::*;
pub use units::*;
