use motcua_domain::paper::{PaperSize, Style};

use super::fonts::Face;
use super::khmer;

/// A millimetre in points.
pub(super) const MM: f32 = 72.0 / 25.4;
/// A dot of a thermal head, in points: heads called "203 dpi" have 8 dots in a millimetre.
pub(super) const DOT: f32 = MM / 8.0;

/// From line to line of what has more than capitals and digits, in parts of the size: room for tails and marks.
const TAILED: f32 = 1.25;
/// From line to line of Khmer, in parts of the size.
const STACKED: f32 = 1.8;

/// The measures of a kind of paper, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// Its width.
    pub(super) width: f32,
    /// Its height; none is as high as its content.
    pub(super) height: Option<f32>,
    /// White at each side.
    pub(super) side: f32,
    /// White at the top.
    pub(super) top: f32,
    /// White at the bottom: room for the foot of a sheet, or for the cutter of a roll.
    pub(super) bottom: f32,
    /// The size of ordinary text.
    pub(super) body: f32,
    /// The side that a QR code comes near to.
    pub(super) qr: f32,
    /// How high the bars of a bar code are.
    pub(super) bars: f32,
}

impl Sheet {
    /// Of a kind of paper.
    pub(super) fn of(paper: PaperSize) -> Self {
        let mm = |width: f32, height: Option<f32>, [side, top, bottom]: [f32; 3], body, [qr, bars]: [f32; 2]| Self {
            width: width * MM,
            height: height.map(|h| h * MM),
            side: side * MM,
            top: top * MM,
            bottom: bottom * MM,
            body,
            qr: qr * MM,
            bars: bars * MM,
        };
        match paper {
            PaperSize::Roll58 => mm(58.0, None, [5.0, 4.0, 9.0], 9.5, [30.0, 12.0]),
            PaperSize::Roll80 => mm(80.0, None, [4.0, 4.0, 9.0], 10.5, [32.0, 12.0]),
            PaperSize::A5 => mm(148.0, Some(210.0), [12.0, 11.0, 14.0], 9.5, [32.0, 10.0]),
            PaperSize::A4 => mm(210.0, Some(297.0), [20.0, 15.0, 17.0], 11.0, [22.0, 9.0]),
        }
    }

    /// The width of its text.
    pub(super) fn inner(self) -> f32 {
        self.width - 2.0 * self.side
    }

    /// The letters of a role.
    pub(super) fn letters(self, style: Style) -> Letters {
        let of = |face, times: f32, leading, before| Letters {
            face,
            size: self.body * times,
            leading,
            before: before * self.body,
        };
        match style {
            Style::Display => of(Face::Bold, 7.0, 1.0, 0.0),
            Style::Code => of(Face::Bold, 2.1, 1.25, 0.0),
            Style::Title => of(Face::Bold, 1.35, 1.35, 0.3),
            Style::Heading => of(Face::Bold, 1.3, 1.35, 0.2),
            Style::Strong => of(Face::Bold, 1.0, 1.4, 0.2),
            Style::Body => of(Face::Regular, 1.0, 1.4, 0.2),
            Style::Note => of(Face::Regular, 0.9, 1.4, 0.1),
            Style::Aside => of(Face::Italic, 1.0, 1.4, 0.1),
        }
    }
}

/// How text of a role is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// The face.
    pub(super) face: Face,
    /// The size in points.
    pub(super) size: f32,
    /// From line to line, in parts of the size: room for marks above marks.
    pub(super) leading: f32,
    /// White before it, in points.
    pub(super) before: f32,
}

impl Letters {
    /// With room for what a text has below and above its letters: Khmer stacks them.
    pub(super) fn of(self, text: &str) -> Self {
        let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        let leading = if text.chars().any(khmer::is_khmer) {
            self.leading.max(STACKED)
        } else if text.chars().all(plain) {
            self.leading
        } else {
            self.leading.max(TAILED)
        };
        Self { leading, ..self }
    }

    /// From line to line, in points.
    pub(super) fn line(self) -> f32 {
        self.size * self.leading
    }

    /// From the top of a line to where its letters stand, in points. Be Vietnam Pro's capitals with
    /// two marks reach 1.0 above it and its tails 0.25 below.
    pub(super) fn baseline(self) -> f32 {
        self.line() / 2.0 + self.size * 0.36
    }
}
