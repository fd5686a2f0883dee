//! Lines of print: how tall their letters are, and whether they stand on their feet.
//!
//! The page is looked at in narrow columns, so that a sheet laid a little askew still has level lines.
//! In each, rows with ink that hang together are a line. Its middle, between the tops of small letters
//! and the line they stand on, has the most ink. In Latin script more ink stands above that middle
//! (b d f h k l t, capitals) than below (g p q y), and in Vietnamese far more: most marks and tones are
//! above. Upside down it is the other way round. Script that is not sure of itself is left alone.

use super::look::Look;

/// The width of a column in pixels of the look: 15 mm of an A4 sheet. Three degrees askew make 5 pixels.
const COLUMN: usize = 90;

/// Lines lower or taller than that, in pixels of the look, are dust, rules or pictures.
const HEIGHTS: std::ops::RangeInclusive<usize> = 7..=70;

/// Rows with at least this part of the ink of the fullest belong to the middle of a line.
const MIDDLE: f32 = 0.5;

/// A line must lean so far to one side to count.
const LEANS: f32 = 0.2;

/// So many lines that lean make it sure, where so great a part of them leans downwards.
const SURE: usize = 30;
const SURE_PART: f32 = 0.7;

/// Letters without ascender of fewer pixels than that cannot be read for certain: x-heights of 7 and
/// less are where readers of print begin to fail, and people soon after.
const READABLE: f32 = 5.5;

/// What the lines of a page look like.
pub(super) struct Lines {
    leaning_up: usize,
    leaning_down: usize,
    /// Heights of the middles of lines.
    middles: Vec<usize>,
}

impl Lines {
    pub(super) fn of(look: &Look, ink: &[bool]) -> Self {
        let mut lines = Self { leaning_up: 0, leaning_down: 0, middles: Vec::new() };
        for left in (0..look.width.saturating_sub(COLUMN / 2)).step_by(COLUMN) {
            let right = (left + COLUMN).min(look.width);
            let rows: Vec<u32> = (0..look.height)
                .map(|y| ink[y * look.width + left..y * look.width + right].iter().filter(|ink| **ink).count() as u32)
                .collect();
            let found: Vec<&[u32]> = rows.split(|ink| *ink == 0).filter(|line| HEIGHTS.contains(&line.len())).collect();
            let mut heights: Vec<usize> = found.iter().map(|line| line.len()).collect();
            heights.sort_unstable();
            let usual = heights.get(heights.len() / 2).copied().unwrap_or_default();
            // Two lines that touch each other are none.
            for line in found.into_iter().filter(|line| line.len() * 2 <= usual * 3) {
                lines.read(line);
            }
        }
        lines
    }

    fn read(&mut self, line: &[u32]) {
        let fullest = line.iter().copied().max().unwrap_or_default();
        let full = |ink: &&u32| **ink as f32 >= fullest as f32 * MIDDLE;
        let (Some(top), Some(bottom)) =
            (line.iter().position(|ink| full(&ink)), line.iter().rposition(|ink| full(&ink)))
        else {
            return;
        };
        if bottom - top < 2 {
            return;
        }
        self.middles.push(bottom - top + 1);
        // The row beside the middle is the soft edge of its letters.
        let above: u32 = line[..top.saturating_sub(1)].iter().sum();
        let below: u32 = line[(bottom + 2).min(line.len())..].iter().sum();
        if above + below < fullest / 2 + 4 {
            return;
        }
        let leaning = (above as f32 - below as f32) / (above + below) as f32;
        self.leaning_up += usize::from(leaning > LEANS);
        self.leaning_down += usize::from(leaning < -LEANS);
    }

    /// Whether the print certainly stands on its head.
    pub(super) fn upside_down(&self) -> bool {
        let all = self.leaning_up + self.leaning_down;
        all >= SURE && self.leaning_down as f32 >= SURE_PART * all as f32
    }

    /// Whether its letters have too few pixels, each of which is `scale` pixels of the look.
    pub(super) fn too_small(&self, scale: f32) -> bool {
        let mut middles = self.middles.clone();
        middles.sort_unstable();
        let usual = middles.get(middles.len() / 2).copied().unwrap_or_default();
        middles.len() >= SURE && usual as f32 / scale < READABLE
    }
}
