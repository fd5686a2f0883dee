use std::rc::Rc;

use motcua_domain::paper::{Align, Column, Style};

use super::block::{said, whole};
use super::fonts::Fonts;
use super::lines::wrap;
use super::piece::{Mark, Piece, together};
use super::sheet::{Letters, MM, Sheet};

/// White in a cell at its sides.
const PAD: f32 = 1.5 * MM;
/// White in a cell above and below.
const RISE: f32 = 0.8 * MM;
/// The thickness of its lines.
const THIN: f32 = 0.6;

/// A ruled table, its head repeated on every sheet.
pub(super) fn table(columns: &[Column], rows: &[Vec<String>], sheet: Sheet, width: f32, fonts: &Fonts) -> Vec<Piece> {
    let parts: f32 = columns.iter().map(|c| f32::from(c.share)).sum();
    let mut edges = vec![0.0];
    for column in columns {
        let left = edges.last().copied().unwrap_or(0.0);
        edges.push(left + width * f32::from(column.share) / parts.max(1.0));
    }
    let grid = Grid { edges, fonts };
    let titles: Vec<(&str, Align)> = columns.iter().map(|c| (c.title.as_str(), Align::Centre)).collect();
    let mut head = together(grid.row(&titles, sheet.letters(Style::Strong)));
    if let Some(first) = head.first_mut() {
        first.marks.push(grid.across(0.0));
    }
    let repeated: Rc<[Piece]> = head.clone().into();
    if let Some(last) = head.last_mut() {
        last.keep = !rows.is_empty();
    }
    let body = rows.iter().flat_map(|row| {
        let cells: Vec<(&str, Align)> = row.iter().map(String::as_str).zip(columns.iter().map(|c| c.align)).collect();
        let lines = whole(grid.row(&cells, sheet.letters(Style::Body)));
        lines.into_iter().map(|line| Piece { head: Some(repeated.clone()), ..line }).collect::<Vec<_>>()
    });
    head.into_iter().chain(body).chain([Piece::new(RISE * 2.0, Vec::new())]).collect()
}

/// The columns of a table.
struct Grid<'a> {
    /// Where they begin, and where the last ends.
    edges: Vec<f32>,
    fonts: &'a Fonts,
}

impl Grid<'_> {
    /// A row, a piece for each line of its tallest cell.
    fn row(&self, cells: &[(&str, Align)], letters: Letters) -> Vec<Piece> {
        let letters = cells.iter().fold(letters, |letters, (text, _)| letters.of(text));
        let room = |i: usize| self.edges[i + 1] - self.edges[i] - 2.0 * PAD;
        let wrapped =
            |(i, (text, _)): (usize, &(&str, Align))| wrap(text, letters.face, letters.size, room(i), 0.0, self.fonts);
        let lines: Vec<Vec<String>> = cells.iter().enumerate().map(wrapped).collect();
        let count = lines.iter().map(Vec::len).max().unwrap_or(1);
        let mut pieces = Vec::new();
        for n in 0..count {
            let (above, below) = (if n == 0 { RISE } else { 0.0 }, if n + 1 == count { RISE } else { 0.0 });
            let height = letters.line() + above + below;
            let mut marks: Vec<Mark> = self.edges.iter().map(|x| down(*x, height)).collect();
            for (i, (_, align)) in cells.iter().enumerate() {
                let Some(line) = lines[i].get(n) else { continue };
                let left = room(i) - self.fonts.width(line, letters.face, letters.size);
                let inset = match align {
                    Align::Start => 0.0,
                    Align::Centre => left / 2.0,
                    Align::End => left,
                };
                marks.push(said(line.clone(), self.edges[i] + PAD + inset, letters).moved(0.0, above));
            }
            if n + 1 == count {
                marks.push(self.across(height));
            }
            pieces.push(Piece::new(height, marks));
        }
        pieces
    }

    /// A line from edge to edge.
    fn across(&self, y: f32) -> Mark {
        let end = self.edges.last().copied().unwrap_or(0.0);
        Mark::Line { from: (-THIN / 2.0, y), to: (end + THIN / 2.0, y), thick: THIN, dotted: false }
    }
}

fn down(x: f32, height: f32) -> Mark {
    Mark::Line { from: (x, 0.0), to: (x, height), thick: THIN, dotted: false }
}
