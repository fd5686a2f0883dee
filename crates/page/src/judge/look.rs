use image::DynamicImage;

/// The longer side of what is looked at: an A4 sheet at 150 pixels an inch.
const LOOK_SIDE: u32 = 1754;

/// The side of a tile: 5 mm of an A4 sheet, so that a tile of print holds a few letters.
pub(super) const TILE: usize = 32;

/// Ink is darker than this part of the paper around it: pencil and faded stamps are.
const INK: f32 = 0.72;

/// Paper darker than that is no paper in the light: nothing on it is taken for ink.
const NO_PAPER: u8 = 24;

/// A grey copy of a page, small enough to be looked at in no time.
pub(super) struct Look {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) grey: Vec<u8>,
    /// How many of its pixels are one pixel of the page.
    pub(super) scale: f32,
    pub(super) tiles: Vec<Tile>,
    pub(super) columns: usize,
}

/// A square of a page.
#[derive(Clone, Copy)]
pub(super) struct Tile {
    /// The brightness that one in a hundred pixels is below.
    pub(super) dark: u8,
    /// The brightness that one in a hundred is above.
    pub(super) light: u8,
    /// The brightness of the paper here or beside: that nine in ten pixels are not above.
    pub(super) paper: u8,
}

impl Look {
    pub(super) fn of(picture: &DynamicImage) -> Self {
        let grey = DynamicImage::from(picture.to_luma8());
        let large = grey.width().max(grey.height()) > LOOK_SIDE;
        let grey = if large { grey.thumbnail(LOOK_SIDE, LOOK_SIDE) } else { grey }.into_luma8();
        let (width, height) = (grey.width() as usize, grey.height() as usize);
        let scale = width as f32 / picture.width() as f32;
        let mut look = Self { width, height, grey: grey.into_raw(), scale, tiles: Vec::new(), columns: 0 };
        look.columns = width.div_ceil(TILE);
        look.tiles = look.tiled();
        look
    }

    pub(super) fn row(&self, y: usize) -> &[u8] {
        &self.grey[y * self.width..(y + 1) * self.width]
    }

    fn tiled(&self) -> Vec<Tile> {
        let (columns, rows) = (self.columns, self.height.div_ceil(TILE));
        let mut own = Vec::with_capacity(columns * rows);
        for (top, left) in (0..rows).flat_map(|y| (0..columns).map(move |x| (y * TILE, x * TILE))) {
            let mut counts = [0; 256];
            for y in top..(top + TILE).min(self.height) {
                for grey in &self.row(y)[left..(left + TILE).min(self.width)] {
                    counts[usize::from(*grey)] += 1;
                }
            }
            let [dark, paper, light] = [0.01, 0.9, 0.99].map(|part| level(&counts, part));
            own.push(Tile { dark, light, paper });
        }
        // A tile inside a stamp or a picture shows no paper: then the paper beside it counts.
        let paper = |at: usize| {
            let (row, column) = (at / columns, at % columns);
            let near = (row.saturating_sub(1)..(row + 2).min(rows))
                .flat_map(|y| (column.saturating_sub(1)..(column + 2).min(columns)).map(move |x| y * columns + x));
            near.map(|near| own[near].paper).max().unwrap_or_default()
        };
        (0..own.len()).map(|at| Tile { paper: paper(at), ..own[at] }).collect()
    }

    /// Where there is ink, row by row.
    pub(super) fn ink(&self) -> Vec<bool> {
        let limits: Vec<u8> = self.tiles.iter().map(|tile| ink_below(tile.paper)).collect();
        let mut ink = Vec::with_capacity(self.grey.len());
        for y in 0..self.height {
            let limits = &limits[y / TILE * self.columns..];
            ink.extend(self.row(y).iter().enumerate().map(|(x, grey)| *grey < limits[x / TILE]));
        }
        ink
    }

    /// The brightness that a part of all pixels is not above.
    pub(super) fn level(&self, part: f32) -> u8 {
        let mut counts = [0; 256];
        for grey in &self.grey {
            counts[usize::from(*grey)] += 1;
        }
        level(&counts, part)
    }
}

fn ink_below(paper: u8) -> u8 {
    if paper < NO_PAPER { 0 } else { (f32::from(paper) * INK) as u8 }
}

fn level(counts: &[u32; 256], part: f32) -> u8 {
    let all: u32 = counts.iter().sum();
    let wanted = (all as f32 * part) as u32;
    let mut seen = 0;
    let found = counts.iter().position(|count| {
        seen += count;
        seen > wanted
    });
    found.map_or(255, |found| found as u8)
}
