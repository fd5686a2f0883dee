//! What is the matter with a page, said at once: advice and no verdict, so it stays silent in doubt.

mod look;

use image::DynamicImage;
use motcua_domain::guide::PageFault;

use look::Look;

/// What a page was seen through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// A camera over the sheet, or a phone: there is a table around the sheet, and there are lamps.
    Lens,
    /// The glass of a scanner, or no device at all.
    Glass,
}

/// What makes a page hard to read, in the order it is best put right. Slow: not for an async thread.
pub fn judge(picture: &DynamicImage, through: Through) -> Vec<PageFault> {
    let _ = (Look::of(picture), through);
    Vec::new()
}
