//! What is the matter with a page, said at once: advice and no verdict, so it stays silent in doubt.
//! Looking takes some 20 ms for 8 megapixels. The numbers below and in the modules were set by pages of
//! print drawn and spoiled on purpose, which the tests hold them to.

mod edges;
mod light;
mod lines;
mod look;
mod sharp;

use image::DynamicImage;
use motcua_domain::guide::PageFault;

use lines::Lines;
use look::Look;

/// A page has more pixels than that along its longer and its shorter side: a citizen's card at 200
/// pixels an inch has 670 × 425.
const LEAST: (u32, u32) = (500, 300);

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
    let (width, height) = (picture.width(), picture.height());
    let small = width.max(height) < LEAST.0 || width.min(height) < LEAST.1;
    if width == 0 || height == 0 {
        return vec![PageFault::Small];
    }
    let look = Look::of(picture);
    let ink = look.ink();
    let lines = Lines::of(&look, &ink);
    let faults = [
        (PageFault::Dark, light::is_dark(&look)),
        (PageFault::Glare, through == Through::Lens && light::has_glare(&look)),
        (PageFault::Blurred, sharp::is_blurred(&look)),
        (PageFault::Cut, edges::is_cut(&look, &ink, through)),
        (PageFault::UpsideDown, lines.upside_down()),
        (PageFault::Small, small || lines.too_small(look.scale)),
    ];
    faults.into_iter().filter(|(_, found)| *found).map(|(fault, _)| fault).collect()
}
