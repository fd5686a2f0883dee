//! A PDF's pages as the dots of a thermal head.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use super::commands;
use crate::paper::HEAD_DOTS;

/// Dots of a thermal head in a point: rolls are laid out on whole dots of it.
const SCALE: f32 = HEAD_DOTS as f32 * 25.4 / 72.0;
/// A page that falls short of a whole dot by less than this is as wide as that: points are no whole dots.
const SHORT: f32 = 0.02;
/// A dot is black where more than this of it (of 255) is covered: less than half, because thin
/// strokes that fall between two dots would break otherwise.
const COVERED: u8 = 110;
/// A page is no longer than this many dots: four metres.
const LONGEST: f32 = 32_000.0;

/// A page in dots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Bytes in a row, eight dots each.
    row: u16,
    /// Row by row; a bit that is set is black, the highest of a byte is its left-most dot.
    rows: Vec<u8>,
}

/// Why a PDF could not be made into dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RasterError {
    /// It is no PDF that can be read.
    #[error("the document cannot be read")]
    Unreadable,
    /// A page has no size, or one that no printer has.
    #[error("a page of the document has a size that cannot be printed")]
    Size,
}

impl Raster {
    /// The pages of a PDF at [`HEAD_DOTS`] for a head of so many dots (whole bytes), each as long as what is on
    /// it. White at the sides is cut off as far as the head is narrower than the page; a page whose
    /// content is wider than the head is made smaller, and nothing is cut off.
    ///
    /// Slow: not for an async thread.
    ///
    /// # Errors
    /// When the PDF cannot be read.
    pub fn pages(pdf: &[u8], dots: u16) -> Result<Vec<Self>, RasterError> {
        let pdf = Pdf::new(pdf.to_vec()).map_err(|_| RasterError::Unreadable)?;
        let cache = RenderCache::new();
        pdf.pages().iter().map(|page| Self::page(page, &cache, dots)).collect()
    }

    fn page<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, dots: u16) -> Result<Self, RasterError> {
        let drawn = draw(page, cache, SCALE)?;
        let Some((left, right)) = ink(&drawn) else {
            return Ok(Self { row: dots / 8, rows: Vec::new() });
        };
        let wide = right - left;
        if wide <= usize::from(dots) {
            return Ok(Self::of(&drawn, left, right, dots));
        }
        let smaller = draw(page, cache, SCALE * (f32::from(dots) - 1.0) / wide as f32)?;
        let (left, right) = ink(&smaller).ok_or(RasterError::Size)?;
        Ok(Self::of(&smaller, left, right, dots))
    }

    /// The dots of a picture whose ink is between two columns, which are not further apart than the head is wide.
    fn of(drawn: &Pixmap, left: usize, right: usize, dots: u16) -> Self {
        let (width, head) = (usize::from(drawn.width()), usize::from(dots));
        // The page's middle on the head's, unless something would be cut off.
        let middle = (width / 2).saturating_sub(head / 2);
        let from = middle.min(left).max(right.saturating_sub(head));
        let white = if width < head { (head - width) / 2 } else { 0 };
        let row = dots / 8;
        let mut rows = Vec::with_capacity(usize::from(row) * usize::from(drawn.height()));
        for (y, pixels) in drawn.data_as_u8_slice().chunks_exact(width * 4).enumerate() {
            let begins = rows.len();
            rows.resize(begins + usize::from(row), 0);
            let tones = &TONES[y % 8];
            for (x, pixel) in (white..head).zip(pixels[from * 4..].chunks_exact(4)) {
                if light(pixel) < tones[x % 8] {
                    rows[begins + x / 8] |= 0x80 >> (x % 8);
                }
            }
        }
        // The device feeds as far as its cutter by itself.
        let inked = rows.iter().rposition(|byte| *byte != 0).map_or(0, |last| last / usize::from(row) + 1);
        rows.truncate(inked * usize::from(row));
        Self { row, rows }
    }

    /// Its width in dots.
    pub fn width(&self) -> u32 {
        u32::from(self.row) * 8
    }

    /// Its height in dots.
    pub fn height(&self) -> u32 {
        u32::try_from(self.rows.len() / usize::from(self.row)).unwrap_or(u32::MAX)
    }

    /// Its dots, row by row, eight in a byte from the left; a bit that is set is black.
    pub fn dots(&self) -> &[u8] {
        &self.rows
    }

    /// The commands that print it, each no longer than so many bytes unless one row is.
    pub(super) fn bands(&self, longest: usize) -> impl Iterator<Item = Vec<u8>> {
        let row = usize::from(self.row);
        let rows = (longest.saturating_sub(8) / row).max(1);
        self.rows.chunks(rows * row).map(|rows| commands::band(self.row, rows))
    }
}

fn draw<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, scale: f32) -> Result<Pixmap, RasterError> {
    let (width, height) = page.render_dimensions();
    let sides = [width * scale, height * scale];
    // A page without a size is refused here too: it is in no range.
    if !sides.iter().all(|side| (1.0..LONGEST).contains(side)) {
        return Err(RasterError::Size);
    }
    // Shapes and letters are drawn in their own colours to their last dot, so that what is grey then is
    // meant to be grey, and letters are never dotted.
    let settings = RenderSettings { aliasing_threshold: Some(COVERED), ..RenderSettings::default() };
    let size = PixmapSettings { x_scale: whole(width, scale), y_scale: whole(height, scale), bg_color: WHITE };
    Ok(hayro::render(page, cache, &InterpreterSettings::default(), &settings, &size))
}

/// The scale at which a side that is whole dots but for a rounding is whole dots. The picture's size is cut
/// off to whole dots, and 639.99 would lose one at the edge. Nothing on the page moves by as much as it fell short.
fn whole(side: f32, scale: f32) -> f32 {
    let dots = (side * scale).round();
    if !(0.0..SHORT).contains(&(dots - side * scale)) {
        return scale;
    }
    let exact = dots / side;
    if side * exact < dots { exact.next_up() } else { exact }
}

/// The first column with ink and the one after the last.
fn ink(drawn: &Pixmap) -> Option<(usize, usize)> {
    let width = usize::from(drawn.width());
    let (mut left, mut right) = (width, 0);
    for row in drawn.data_as_u8_slice().chunks_exact(width * 4) {
        // From both sides, as far as anything new could be.
        let inked = |pixel: &[u8]| pixel[..3] != [255; 3];
        left = row[..left * 4].chunks_exact(4).position(inked).unwrap_or(left);
        if let Some(last) = row[right * 4..].chunks_exact(4).rposition(inked) {
            right += last + 1;
        }
    }
    (left < right).then_some((left, right))
}

/// How light a pixel is, 0 to 255 (Rec. 601).
fn light(pixel: &[u8]) -> u8 {
    let weighed = [77_u32, 150, 29].iter().zip(pixel).map(|(weight, part)| weight * u32::from(*part)).sum::<u32>();
    // The weights' sum is 256.
    (weighed >> 8) as u8
}

/// What must be darker than which tone to be black, dot by dot (Bayer's matrix): black is black and
/// white is white everywhere, and grey is so many dots of a square.
const TONES: [[u8; 8]; 8] = tones();

const fn tones() -> [[u8; 8]; 8] {
    let mut tones = [[0; 8]; 8];
    let mut y = 0;
    while y < 8 {
        let mut x = 0;
        while x < 8 {
            let (mut value, mut bit) = (0, 0);
            while bit < 3 {
                let (a, b) = ((x >> bit) & 1, (y >> bit) & 1);
                value |= (((a ^ b) << 1) | b) << (2 * (2 - bit));
                bit += 1;
            }
            // The middle of each 64th; never 0 and never 255.
            tones[y][x] = (value * 4 + 2) as u8;
            x += 1;
        }
        y += 1;
    }
    tones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grey_is_so_many_dots_of_a_square() {
        let mut all: Vec<u8> = TONES.concat();
        all.sort_unstable();
        assert_eq!(all, (0..64).map(|i| i * 4 + 2).collect::<Vec<u8>>());
        assert_eq!(light(&[255; 4]), 255);
        assert_eq!(light(&[0, 0, 0, 255]), 0);
    }

    #[test]
    fn a_side_that_is_whole_dots_but_for_a_rounding_loses_none() {
        let points = |mm: f32| mm / 25.4 * 72.0;
        for mm in (1..4_000).map(|mm| mm as f32 / 8.0) {
            for side in [points(mm), points(mm).next_down(), points(mm) - 0.001] {
                let drawn = (side * whole(side, SCALE)) as u16;
                assert_eq!(f32::from(drawn), mm * 8.0, "{mm} mm");
            }
        }
        assert_eq!(whole(100.0, 1.234), 1.234, "what is no whole dots stays as it is");
    }

    #[test]
    fn bands_hold_every_row_once() {
        let page = Raster { row: 72, rows: (0..72 * 100).map(|i| i as u8).collect() };
        let bands: Vec<Vec<u8>> = page.bands(1_000).collect();
        assert!(bands.iter().all(|band| band.len() <= 1_000));
        assert_eq!(bands.iter().map(|band| band.len() - 8).sum::<usize>(), page.rows.len());
        assert_eq!(page.bands(1).count(), 100);
    }

    #[test]
    fn what_is_no_pdf_is_refused() {
        assert_eq!(Raster::pages(b"%PDF-1.4 not", 576), Err(RasterError::Unreadable));
    }
}
