//! Whether a part of the sheet is outside the picture.

use super::Through;
use super::look::Look;

/// Paper is at least so bright, against the brightest of the page.
const PAPER: f32 = 0.82;

/// A side that paper touches along more of its length has the sheet running out of it; a finger that
/// holds the sheet does not.
const TOUCHED: f32 = 0.15;

/// A side that paper touches along less has table there.
const TABLE: f32 = 0.05;

/// How far from the frame it is looked, in pixels of the look: 0.5 mm of an A4 sheet.
const MARGIN: usize = 3;

/// Letters cut by the frame: so many on one side are a text that runs out of it. Fewer are dust.
const LETTERS: usize = 8;

/// The longest that a letter is along the frame; more is the dark edge that scanners make.
const LONGEST: usize = 40;

/// How far into the page a cut letter reaches, in pixels of the look.
const DEPTH: usize = 3;

pub(super) fn is_cut(look: &Look, ink: &[bool], through: Through) -> bool {
    if look.width <= 8 * MARGIN || look.height <= 8 * MARGIN {
        return false;
    }
    let sides = [Side::Top, Side::Right, Side::Bottom, Side::Left];
    if through == Through::Lens {
        let paper = (f32::from(look.level(0.95)) * PAPER) as u8;
        let touched = sides.map(|side| touched(look, side, paper));
        // Where there is table on some side, the sheet's edges are meant to be seen on every side.
        if touched.iter().any(|part| *part < TABLE) {
            return touched.iter().any(|part| *part > TOUCHED);
        }
    }
    sides.iter().any(|side| letters(look, ink, *side) >= LETTERS)
}

#[derive(Clone, Copy)]
enum Side {
    Top,
    Right,
    Bottom,
    Left,
}

impl Side {
    fn length(self, look: &Look) -> usize {
        if matches!(self, Self::Top | Self::Bottom) { look.width } else { look.height }
    }

    /// The pixel so far along a side and so far in from it.
    fn at(self, look: &Look, along: usize, depth: usize) -> usize {
        let (x, y) = match self {
            Self::Top => (along, depth),
            Self::Bottom => (along, look.height - 1 - depth),
            Self::Left => (depth, along),
            Self::Right => (look.width - 1 - depth, along),
        };
        y * look.width + x
    }
}

/// The part of a side that paper touches.
fn touched(look: &Look, side: Side, paper: u8) -> f32 {
    let length = side.length(look);
    let bright = (0..length).filter(|along| look.grey[side.at(look, *along, MARGIN)] >= paper).count();
    bright as f32 / length as f32
}

/// How many letters a side cuts through: short runs of ink along it that reach into the page.
fn letters(look: &Look, ink: &[bool], side: Side) -> usize {
    let inked = |along: usize| (0..DEPTH).all(|depth| ink[side.at(look, along, MARGIN / 2 + depth)]);
    let (mut count, mut run) = (0, 0);
    for along in 0..side.length(look) {
        if inked(along) {
            run += 1;
            continue;
        }
        count += usize::from((2..=LONGEST).contains(&run));
        run = 0;
    }
    count + usize::from((2..=LONGEST).contains(&run))
}
