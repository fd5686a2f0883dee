use super::dots;
use super::fonts::{Face, Fonts};
use super::piece::{Mark, Piece};
use super::sheet::Sheet;

/// A page with everything at its place, in points from the left and the top of the paper.
pub(super) struct Page {
    /// Its width.
    pub(super) width: f32,
    /// Its height.
    pub(super) height: f32,
    /// What is drawn.
    pub(super) marks: Vec<Mark>,
}

/// The size of the foot's text, in points.
const FOOT: f32 = 8.0;

/// Puts pieces onto as many sheets as they need, or onto a roll as long as they are.
pub(super) fn fill(pieces: Vec<Piece>, sheet: Sheet, footer: &str, fonts: &Fonts) -> Vec<Page> {
    let Some(height) = sheet.height else {
        let mut roll = Filling::new(sheet, f32::INFINITY);
        pieces.into_iter().for_each(|p| roll.put(p));
        let height = dots::up(roll.y + sheet.bottom);
        return roll
            .done
            .into_iter()
            .chain([roll.marks])
            .map(|marks| Page { width: sheet.width, height, marks: marks.into_iter().map(dots::snapped).collect() })
            .collect();
    };
    let page = |marks| Page { width: sheet.width, height, marks };
    let mut pages = Vec::new();
    for part in parts(pieces) {
        let mut filling = Filling::new(sheet, height - sheet.bottom);
        for chain in chains(part) {
            filling.put_chain(chain);
        }
        let mut sheets: Vec<Vec<Mark>> = filling.done;
        sheets.push(filling.marks);
        let count = sheets.len();
        if count > 1 {
            for (i, marks) in sheets.iter_mut().enumerate() {
                marks.extend(foot(sheet, height, footer, &format!("{}/{count}", i + 1), fonts));
            }
        }
        pages.extend(sheets.into_iter().map(page));
    }
    pages
}

/// Sheets while they are filled.
struct Filling {
    sheet: Sheet,
    end: f32,
    y: f32,
    marks: Vec<Mark>,
    done: Vec<Vec<Mark>>,
}

impl Filling {
    fn new(sheet: Sheet, end: f32) -> Self {
        Self { sheet, end, y: sheet.top, marks: Vec::new(), done: Vec::new() }
    }

    /// Pieces that belong together: on this sheet, else on the next, else on as many as they need.
    fn put_chain(&mut self, chain: Vec<Piece>) {
        let height: f32 = chain.iter().map(|p| p.height).sum();
        let fits_a_sheet = height <= self.end - self.sheet.top;
        if self.y + height > self.end && fits_a_sheet {
            self.turn(chain.first());
        }
        for piece in chain {
            if self.y + piece.height > self.end {
                self.turn(Some(&piece));
            }
            self.put(piece);
        }
    }

    /// Begins the next sheet, unless this one is still empty.
    fn turn(&mut self, first: Option<&Piece>) {
        if self.marks.is_empty() {
            return;
        }
        self.done.push(std::mem::take(&mut self.marks));
        self.y = self.sheet.top;
        let head = first.and_then(|p| p.head.clone());
        head.iter().flat_map(|head| head.iter()).for_each(|p| self.put(p.clone()));
    }

    fn put(&mut self, piece: Piece) {
        let (x, y) = (self.sheet.side, self.y);
        self.marks.extend(piece.marks.into_iter().map(|m| m.moved(x, y)));
        self.y += piece.height;
    }
}

/// What lies between page breaks.
fn parts(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut parts = vec![Vec::new()];
    for piece in pieces {
        if piece.begins {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(piece);
        }
    }
    parts
}

/// What belongs together.
fn chains(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut chains: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match chains.last_mut() {
            Some(chain) if chain.last().is_some_and(|p| p.keep) => chain.push(piece),
            _ => chains.push(vec![piece]),
        }
    }
    chains
}

/// What tells the sheets of one document and their order.
fn foot(sheet: Sheet, height: f32, footer: &str, count: &str, fonts: &Fonts) -> [Mark; 2] {
    let y = height - sheet.bottom / 2.0;
    let text = |x, size, text: &str| Mark::Text { x, y, face: Face::Regular, size, text: text.to_owned() };
    let end = sheet.width - sheet.side - fonts.width(count, Face::Regular, FOOT);
    let footer = motcua_domain::text::clean(footer);
    let room = (end - sheet.side) * 0.97 / fonts.width(&footer, Face::Regular, FOOT).max(1.0);
    [text(sheet.side, FOOT * room.min(1.0), &footer), text(end, FOOT, count)]
}
