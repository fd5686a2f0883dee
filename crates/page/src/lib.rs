//! Pages of paper as pixels: what comes from a camera, a scanner, a folder or a phone is opened,
//! judged, and kept as pages that are small, upright and say nothing but what is on them.
//!
//! | module | what it does |
//! |---|---|
//! | `incoming` | opens what came, within bounds: JPEG, PNG or PDF |
//! | `judge` | says at once what is the matter with a page |
//! | `kept` | a page as it is kept: a JPEG of at most 300 KB; turned, cut to a part, made small |
//! | `pdf` | pages into one PDF |
//!
//! Nothing here reads a file or knows a device. It is a crate of its own because pixels need an
//! optimising compiler, also in a debug build of everything else.
#![deny(missing_docs)]

mod incoming;
mod judge;
mod kept;
mod pdf;

pub use incoming::{Incoming, Kind, MAX_BYTES, MAX_PAGES, page_picture};
pub use judge::{Through, judge};
pub use kept::{MAX_PAGE_BYTES, Page, darkness, is_dark, of_yuyv, small};
pub use pdf::pdf;
