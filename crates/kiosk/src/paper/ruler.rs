use motcua_domain::paper::Style;

use super::fonts::Fonts;
use super::piece::{Mark, Piece};
use super::sheet::{Letters, MM, Sheet};

/// How long the lines of whole centimetres, of their halves, and of millimetres are, in points.
const LINES: [f32; 3] = [5.0 * MM, 3.6 * MM, 2.2 * MM];

/// A ruler as long as the width holds whole centimetres, from its left edge.
pub(super) fn ruler(width: f32, sheet: Sheet, fonts: &Fonts) -> Piece {
    let Letters { face, size, .. } = sheet.letters(Style::Note);
    // A tenth of a millimetre is left for the thickness of the last line.
    let centimetres = ((width / MM + 0.1) / 10.0).floor().max(0.0) as u16;
    let length = f32::from(centimetres) * 10.0 * MM;
    let line = |from, to| Mark::Line { from, to, thick: 0.5, dotted: false };
    let mut marks = vec![line((0.0, 0.0), (length, 0.0))];
    for millimetre in 0..=centimetres * 10 {
        let x = f32::from(millimetre) * MM;
        let down = match millimetre {
            whole if whole % 10 == 0 => LINES[0],
            half if half % 5 == 0 => LINES[1],
            _ => LINES[2],
        };
        marks.push(line((x, 0.0), (x, down)));
        if millimetre % 10 == 0 {
            let text = millimetre.to_string();
            let wide = fonts.width(&text, face, size);
            // The numbers at the ends stay within the width.
            let left = (x - wide / 2.0).clamp(0.0, (width - wide).max(0.0));
            marks.push(Mark::Text { x: left, y: LINES[0] + size, face, size, text });
        }
    }
    Piece::new(LINES[0] + size * 1.6, marks)
}
