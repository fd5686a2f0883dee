use std::rc::Rc;

use super::fonts::Face;

/// Something drawn. Places are in points from the left of the text and the top of the piece.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// A line of text.
    Text {
        /// Where it begins.
        x: f32,
        /// Where its letters stand.
        y: f32,
        /// Its face.
        face: Face,
        /// Its size.
        size: f32,
        /// What it says.
        text: String,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f32, f32),
        /// Where it ends.
        to: (f32, f32),
        /// How thick it is.
        thick: f32,
        /// Whether it is a row of dots for a pen to write on.
        dotted: bool,
    },
    /// Rectangles of one black shape, as `(x, y, width, height)`: filled together, so that none of
    /// the seams between them shows.
    Shape(Vec<(f32, f32, f32, f32)>),
}

impl Mark {
    /// The same, so far to the right and down.
    pub(super) fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Text { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Line { from, to, .. } => {
                *from = (from.0 + dx, from.1 + dy);
                *to = (to.0 + dx, to.1 + dy);
            }
            Self::Shape(rectangles) => {
                for rectangle in rectangles {
                    rectangle.0 += dx;
                    rectangle.1 += dy;
                }
            }
        }
        self
    }
}

/// What is never parted by the end of a sheet: a line of text, a picture, a line of a table's row.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Its height.
    pub(super) height: f32,
    /// What is drawn.
    pub(super) marks: Vec<Mark>,
    /// It stands on the same sheet as the next, if a sheet can hold them.
    pub(super) keep: bool,
    /// A table's head, to repeat before it when it begins a sheet.
    pub(super) head: Option<Rc<[Piece]>>,
    /// It begins a new sheet, and a new count of sheets.
    pub(super) begins: bool,
}

impl Piece {
    /// A height with marks.
    pub(super) fn new(height: f32, marks: Vec<Mark>) -> Self {
        Self { height, marks, ..Self::default() }
    }

    /// With white before it.
    pub(super) fn after(mut self, white: f32) -> Self {
        self.height += white;
        self.marks = self.marks.into_iter().map(|m| m.moved(0.0, white)).collect();
        self
    }
}

/// Keeps pieces together on one sheet, if a sheet can hold them.
pub(super) fn together(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    pieces.iter_mut().take(last).for_each(|p| p.keep = true);
    pieces
}

/// Pieces one below the other as one.
pub(super) fn stacked(pieces: Vec<Piece>) -> Piece {
    let mut whole = Piece::default();
    for piece in pieces {
        let y = whole.height;
        whole.marks.extend(piece.marks.into_iter().map(|m| m.moved(0.0, y)));
        whole.height += piece.height;
    }
    whole
}
