//! Whether letters are sharp.
//!
//! The steepest slope in a tile is set against the tile's contrast. A sharp edge crosses half of the
//! contrast within a pixel to each side (0.5), whatever the ink and the light are; one that was smeared
//! by a Gaussian of sigma s crosses 0.4 / s of it (a stroke: 0.6 / s). Noise is small against the
//! contrast of ink. Pictures printed on a page are soft by nature: so the sharp tenth of each part of
//! the page counts, and most parts must be smeared. A hand that moved smears one way only: letters have
//! strokes both ways, so the slopes across and along the lines count by themselves, too.

use super::look::{Look, TILE};

/// The least contrast of a tile that has ink: noise of a dark room reaches 25.
const CONTRAST: u8 = 40;

/// Slope against contrast below which print is smeared: by that reckoning a sigma of 2.5 at 150 pixels an
/// inch leaves 0.16 to 0.24. The tests hold it to that, and to letting 1.2 pass.
const SHARP: f32 = 0.275;

/// Fewer tiles with ink say nothing.
const FEW: usize = 12;

/// Parts of a page along each side.
const PARTS: usize = 3;

pub(super) fn is_blurred(look: &Look) -> bool {
    let mut parts: [Vec<Slopes>; PARTS * PARTS] = Default::default();
    for (at, tile) in look.tiles.iter().enumerate() {
        let (row, column) = (at / look.columns, at % look.columns);
        let contrast = tile.light.saturating_sub(tile.dark);
        if contrast < CONTRAST {
            continue;
        }
        let part = (row * TILE * PARTS / look.height) * PARTS + column * TILE * PARTS / look.width;
        if let Some(part) = parts.get_mut(part) {
            part.push(slopes(look, column * TILE, row * TILE, f32::from(contrast)));
        }
    }
    let smeared = |part: &[Slopes], of: fn(&Slopes) -> f32| best_tenth(part, of) < SHARP;
    let all: Vec<Slopes> = parts.iter().flatten().copied().collect();
    let judged: Vec<&Vec<Slopes>> = parts.iter().filter(|part| part.len() >= FEW / 2).collect();
    let count = judged.iter().filter(|part| smeared(part, |tile| tile.across.max(tile.along))).count();
    let one_way = smeared(&all, |tile| tile.across) || smeared(&all, |tile| tile.along);
    all.len() >= FEW && (one_way || count * 2 > judged.len())
}

/// The steepest slopes of a tile, as part of its contrast for a pixel.
#[derive(Clone, Copy)]
struct Slopes {
    across: f32,
    along: f32,
}

/// What the best tenth of the tiles reaches.
fn best_tenth(tiles: &[Slopes], of: impl Fn(&Slopes) -> f32) -> f32 {
    let mut slopes: Vec<f32> = tiles.iter().map(of).collect();
    slopes.sort_by(f32::total_cmp);
    slopes.get(slopes.len() * 9 / 10).copied().unwrap_or_default()
}

/// The steepest slopes of a tile by the operator of Sobel, which sees little of noise.
fn slopes(look: &Look, left: usize, top: usize, contrast: f32) -> Slopes {
    let (right, bottom) = ((left + TILE).min(look.width - 1), (top + TILE).min(look.height - 1));
    let (mut across, mut along) = (0, 0);
    for y in top.max(1)..bottom {
        let rows = [look.row(y - 1), look.row(y), look.row(y + 1)];
        for x in left.max(1)..right {
            let at = |row: usize, x: usize| i32::from(rows[row][x]);
            let side = |x: usize| at(0, x) + 2 * at(1, x) + at(2, x);
            let level = |row: usize| at(row, x - 1) + 2 * at(row, x) + at(row, x + 1);
            across = across.max((side(x + 1) - side(x - 1)).abs());
            along = along.max((level(2) - level(0)).abs());
        }
    }
    let part = |steepest: i32| steepest as f32 / 8.0 / contrast;
    Slopes { across: part(across), along: part(along) }
}
