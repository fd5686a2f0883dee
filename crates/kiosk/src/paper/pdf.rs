use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, TextItem, TextMatrix,
    WindingOrder,
};

use super::fonts::{Face, Fonts};
use super::pages::Page;
use super::piece::Mark;
use super::sheet::MM;

/// What wrote the file: all that its metadata says beside the kind of document.
const MAKER: &str = "Một Cửa";

/// Writes pages as a PDF, with the fonts they use embedded as far as they use them.
pub(super) fn write(pages: &[Page], title: &str, fonts: &Fonts) -> Vec<u8> {
    let mut pdf = PdfDocument::new(title);
    pdf.metadata.info.creator = MAKER.to_owned();
    pdf.metadata.info.producer = MAKER.to_owned();
    let used = |face: Face| pages.iter().flat_map(|p| &p.marks).any(|m| shows(m, face, fonts));
    for face in Face::ALL.into_iter().filter(|face| used(*face)) {
        pdf.resources.fonts.map.insert(name(face), PdfFont::new(fonts.font(face).clone()));
    }
    let page = |page: &Page| {
        let black = Color::Greyscale(Greyscale::new(0.0, None));
        let mut ops = vec![Op::SetFillColor { col: black.clone() }, Op::SetOutlineColor { col: black }];
        page.marks.iter().for_each(|mark| draw(mark, page.height, fonts, &mut ops));
        PdfPage::new(Mm(page.width / MM), Mm(page.height / MM), ops)
    };
    pdf.pages = pages.iter().map(page).collect();
    pdf.save(&PdfSaveOptions::default(), &mut Vec::new())
}

/// A face's name within the file: six capitals, which PDF puts before the name of a subset font.
fn name(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "MCREGU",
        Face::Bold => "MCBOLD",
        Face::Italic => "MCITAL",
        Face::Other => "MCOTHR",
        Face::Khmer => "MCKHMR",
        Face::KhmerBold => "MCKHMB",
    };
    FontId(name.to_owned())
}

fn shows(mark: &Mark, wanted: Face, fonts: &Fonts) -> bool {
    match mark {
        Mark::Text { face, text, .. } => fonts.runs(text, *face).iter().any(|(face, _)| *face == wanted),
        Mark::Line { .. } | Mark::Shape(_) => false,
    }
}

/// What the glyphs up to the end of the mark say (`ActualText`, ISO 32000-2, 14.9.4): their order and their
/// number are not those of the letters.
fn reads_as(text: &str) -> Op {
    let data = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let text = DictItem::String { data, literal: false };
    Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: DictItem::Dict { map: [("ActualText".to_owned(), text)].into() },
    }
}

/// A mark as PDF says it; its places count from the bottom of the page.
fn draw(mark: &Mark, height: f32, fonts: &Fonts, ops: &mut Vec<Op>) {
    let point = |x: f32, y: f32| LinePoint { p: Point { x: Pt(x), y: Pt(height - y) }, bezier: false };
    match mark {
        Mark::Text { x, y, face, size, text } => {
            ops.push(Op::StartTextSection);
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(*x), Pt(height - y)) });
            let mut pen = *x;
            let mut moved = false;
            for (face, run) in fonts.runs(text, *face) {
                ops.push(Op::SetFont { font: PdfFontHandle::External(name(face)), size: Pt(*size) });
                if let Some(shaped) = fonts.shaped(&run, face) {
                    ops.push(reads_as(&run));
                    for glyph in shaped.glyphs {
                        let place = TextMatrix::Translate(Pt(pen + glyph.x * size), Pt(height - y + glyph.y * size));
                        let glyph = Codepoint { gid: glyph.id, offset: 0.0, cid: None };
                        ops.push(Op::SetTextMatrix { matrix: place });
                        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(vec![glyph])] });
                    }
                    ops.push(Op::EndMarkedContent);
                    pen += shaped.width * size;
                    moved = true;
                    continue;
                }
                if moved {
                    ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(pen), Pt(height - y)) });
                }
                pen += fonts.run_width(&run, face) * size;
                ops.push(Op::ShowText { items: vec![TextItem::Text(run)] });
            }
            ops.push(Op::EndTextSection);
        }
        Mark::Line { from, to, thick, dotted } => {
            let dash: &[f32] = if *dotted { &[1.0, 2.0] } else { &[] };
            ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, dash) });
            ops.push(Op::SetOutlineThickness { pt: Pt(*thick) });
            ops.push(Op::DrawLine {
                line: Line { points: vec![point(from.0, from.1), point(to.0, to.1)], is_closed: false },
            });
        }
        Mark::Shape(rectangles) => {
            let ring = |(x, y, w, h): &(f32, f32, f32, f32)| PolygonRing {
                points: vec![point(*x, *y), point(x + w, *y), point(x + w, y + h), point(*x, y + h)],
            };
            ops.push(Op::DrawPolygon {
                polygon: Polygon {
                    rings: rectangles.iter().map(ring).collect(),
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                },
            });
        }
    }
}
