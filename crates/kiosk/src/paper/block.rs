use motcua_domain::paper::{Align, Block, Check, Row, RuleKind, Share, Signature, Style};
use motcua_domain::text::clean;

use super::PaperError;
use super::barcode::Bars;
use super::fonts::Fonts;
use super::lines::{balanced, wrap};
use super::piece::{Mark, Piece, stacked, together};
use super::qr::Modules;
use super::sheet::{DOT, Letters, MM, Sheet};

/// Lays a document's parts out, one below the other.
pub(super) fn layout(blocks: &[Block], sheet: Sheet, fonts: &Fonts) -> Result<Vec<Piece>, PaperError> {
    Setter { sheet, fonts, width: sheet.inner() }.blocks(blocks)
}

/// White between things beside each other.
const GAP: f32 = 4.0 * MM;
/// The side of a box to tick.
const BOX: f32 = 5.0 * MM;
/// The thickness of ordinary lines.
const THIN: f32 = 0.6;
/// The fewest dots of a thermal head in a module of a QR code, where there is room: 0.375 mm, which the
/// cameras of cheap phones still tell apart.
const FINEST: f32 = 3.0;
/// The fewest and the most dots of a thermal head in a module of a bar code: 0.25 mm to 0.375 mm.
const BAR: [f32; 2] = [2.0, 3.0];
/// White above a name that stands above its fact.
const ABOVE: f32 = 0.6 * MM;
/// Narrower than this there is no room for a column of names.
const NARROW: f32 = 55.0 * MM;
/// A fact of more lines than this stands below its name, in the whole width.
const TALL: usize = 3;

/// Sets parts of a document in a width.
#[derive(Clone, Copy)]
struct Setter<'a> {
    sheet: Sheet,
    fonts: &'a Fonts,
    width: f32,
}

impl Setter<'_> {
    fn blocks(self, blocks: &[Block]) -> Result<Vec<Piece>, PaperError> {
        let mut pieces = Vec::new();
        let mut begins = false;
        for (block, next) in blocks.iter().zip(blocks.iter().skip(1).map(Some).chain([None])) {
            let mut of_block = self.block(block)?;
            // Words that lead to a list or a table stand on its sheet.
            let lists =
                |next: &Block| matches!(next, Block::Table { .. } | Block::List(_) | Block::Checks(_) | Block::Rows(_));
            if let (Block::Text { .. }, true, Some(last)) = (block, next.is_some_and(lists), of_block.last_mut()) {
                last.keep = true;
            }
            begins |= *block == Block::PageBreak;
            if let (true, Some(first)) = (begins, of_block.first_mut()) {
                first.begins = true;
                begins = false;
            }
            pieces.append(&mut of_block);
        }
        Ok(pieces)
    }

    fn block(self, block: &Block) -> Result<Vec<Piece>, PaperError> {
        Ok(match block {
            Block::Text { text, style, align } => self.text(text, *style, *align),
            Block::Stamp(text) => vec![self.stamp(text)],
            Block::Rows(rows) => self.rows(rows),
            Block::Line { label, value } => self.line(label, value.as_deref()),
            Block::List(items) => items.iter().flat_map(|item| self.item(item)).collect(),
            Block::Checks(checks) => checks.iter().flat_map(|check| self.check(check)).collect(),
            Block::Table { columns, rows } => super::table::table(columns, rows, self.sheet, self.width, self.fonts),
            Block::Columns(shares) => self.beside(shares)?,
            Block::Qr { data, caption } => self.qr(data, caption)?,
            Block::Barcode { data, caption } => self.barcode(data, caption)?,
            Block::Rule(kind) => vec![self.rule(*kind)],
            Block::Ruler => vec![super::ruler::ruler(self.width, self.sheet, self.fonts)],
            Block::Space(mm) => vec![Piece::new(f32::from(*mm) * MM, Vec::new())],
            Block::Signatures(signatures) => self.signatures(signatures)?,
            Block::PageBreak => Vec::new(),
        })
    }

    /// A paragraph. What must be read whole from afar is made to fit instead of wrapped.
    fn text(self, text: &str, style: Style, align: Align) -> Vec<Piece> {
        let mut letters = self.sheet.letters(style).of(text);
        if matches!(style, Style::Display | Style::Code) {
            let wide = self.fonts.width(text, letters.face, letters.size);
            // A hair of slack, so that what was made to fit does; what would be smaller than ordinary text wraps.
            letters.size = (letters.size * (0.999 * self.width / wide.max(1.0)).min(1.0)).max(self.sheet.body);
        }
        let lines = match align {
            _ if matches!(style, Style::Title | Style::Heading) || align == Align::Centre => {
                balanced(text, letters.face, letters.size, self.width, self.fonts)
            }
            _ => wrap(text, letters.face, letters.size, self.width, 0.0, self.fonts),
        };
        let pieces = lines.into_iter().map(|line| {
            let x = self.place(&line, letters, align);
            Piece::new(letters.line(), vec![said(line, x, letters)])
        });
        let mut pieces = before(letters.before, pieces.collect());
        let leads = matches!(style, Style::Title | Style::Heading | Style::Strong);
        if let (true, Some(last)) = (leads, pieces.last_mut()) {
            last.keep = true;
        }
        pieces
    }

    fn place(self, line: &str, letters: Letters, align: Align) -> f32 {
        let left = self.width - self.fonts.width(line, letters.face, letters.size);
        match align {
            Align::Start => 0.0,
            Align::Centre => left / 2.0,
            Align::End => left,
        }
    }

    /// A boxed word across the width.
    fn stamp(self, text: &str) -> Piece {
        let inside = Self { width: self.width - 2.0 * GAP, ..self };
        let words = stacked(inside.text(text, Style::Heading, Align::Centre));
        let pad = 1.2 * MM;
        let bottom = words.height + 2.0 * pad;
        let mut marks: Vec<Mark> = words.marks.into_iter().map(|m| m.moved(GAP, pad)).collect();
        let corners = [(1.0, 1.0), (self.width - 1.0, 1.0), (self.width - 1.0, bottom), (1.0, bottom), (1.0, 1.0)];
        for side in corners.windows(2) {
            marks.push(Mark::Line { from: side[0], to: side[1], thick: 1.4, dotted: false });
        }
        Piece::new(bottom + 1.5 * MM, marks)
    }

    /// Facts: names in a column, what they name in another; on narrow paper what they name at the right of
    /// the same line. What has no room there stands below its name.
    fn rows(self, rows: &[Row]) -> Vec<Piece> {
        let (name, fact) = (self.sheet.letters(Style::Body), self.sheet.letters(Style::Strong));
        let wide = |text: &str, letters: Letters| self.fonts.width(text, letters.face, letters.size);
        let widest = rows.iter().map(|row| wide(&row.label, name)).fold(0.0, f32::max);
        let names = (widest + 1.0).min(self.width * 0.44);
        let facts = names + 2.5 * MM;
        let narrow = self.width < NARROW;
        let row = |row: &Row| {
            let (name, fact) = (name.of(&row.value).of(&row.label), fact.of(&row.label).of(&row.value));
            let row = Row::new(clean(&row.label), clean(&row.value));
            let one_line = wide(&row.label, name) + 2.5 * MM + wide(&row.value, fact) <= self.width;
            let value = wrap(&row.value, fact.face, fact.size, self.width - facts, 0.0, self.fonts);
            let broken = row.value.split_whitespace().any(|word| wide(word, fact) > self.width - facts);
            if narrow && one_line {
                let marks = [(&row.label, Align::Start, name), (&row.value, Align::End, fact)]
                    .map(|(text, align, letters)| said(text.clone(), self.place(text, letters, align), letters));
                return before(fact.before, vec![Piece::new(fact.line(), marks.into())]);
            }
            if narrow || broken || value.len() > TALL {
                let label = before(ABOVE, self.text(&row.label, Style::Body, Align::Start));
                let value = wrap(&row.value, fact.face, fact.size, self.width, 0.0, self.fonts);
                let value = value.into_iter().map(|line| Piece::new(fact.line(), vec![said(line, 0.0, fact)]));
                return whole(label.into_iter().chain(value).collect());
            }
            let label = wrap(&row.label, name.face, name.size, names, 0.0, self.fonts);
            let lines = (0..label.len().max(value.len())).map(|i| {
                let label = label.get(i).map(|line| said(line.clone(), 0.0, name));
                let value = value.get(i).map(|line| said(line.clone(), facts, fact));
                Piece::new(fact.line(), label.into_iter().chain(value).collect())
            });
            whole(before(fact.before, lines.collect()))
        };
        rows.iter().flat_map(row).collect()
    }

    /// A form's line: its words, then what was filled in, or dots to the end of the width.
    fn line(self, label: &str, value: Option<&str>) -> Vec<Piece> {
        let letters = self.sheet.letters(Style::Body).of(label).of(value.unwrap_or_default());
        let Letters { face, size, .. } = letters;
        let mut lines = wrap(label, face, size, self.width, 0.0, self.fonts);
        let last = lines.pop().unwrap_or_default();
        let after = self.fonts.width(&last, face, size) + self.fonts.width(" ", face, size);
        let mut pieces: Vec<Piece> =
            lines.into_iter().map(|l| Piece::new(letters.line(), vec![said(l, 0.0, letters)])).collect();
        let mut marks = vec![said(last, 0.0, letters)];
        let mut values =
            value.map(|v| wrap(v, face, size, self.width, after, self.fonts)).unwrap_or_default().into_iter();
        match values.next() {
            Some(first) => marks.push(said(first, after, letters)),
            None if after < self.width => marks.push(Mark::Line {
                from: (after, letters.baseline()),
                to: (self.width, letters.baseline()),
                thick: 0.8,
                dotted: true,
            }),
            None => {}
        }
        pieces.push(Piece::new(letters.line(), marks));
        pieces.extend(values.map(|l| Piece::new(letters.line(), vec![said(l, 0.0, letters)])));
        before(letters.before, pieces)
    }

    /// An item with its dot.
    fn item(self, item: &str) -> Vec<Piece> {
        let letters = self.sheet.letters(Style::Body).of(item);
        let indent = 3.5 * MM;
        let lines = wrap(item, letters.face, letters.size, self.width - indent, 0.0, self.fonts);
        let mut dot = Some(said("•".to_owned(), 0.6 * MM, letters));
        let pieces = lines.into_iter().map(|line| {
            let marks = dot.take().into_iter().chain([said(line, indent, letters)]);
            Piece::new(letters.line(), marks.collect())
        });
        before(letters.before / 2.0, pieces.collect())
    }

    /// An item with a box, large enough for a pen and a hand that trembles; a tick in it where it is done.
    fn check(self, check: &Check) -> Vec<Piece> {
        let letters = self.sheet.letters(Style::Body).of(&check.text);
        let (side, indent) = (BOX, BOX + 2.5 * MM);
        let room = self.width - indent;
        let text = |text: &str, style| {
            let letters = self.sheet.letters(style).of(text);
            let lines = wrap(text, letters.face, letters.size, room, 0.0, self.fonts);
            lines.into_iter().map(move |line| Piece::new(letters.line(), vec![said(line, indent, letters)]))
        };
        let mut pieces: Vec<Piece> = text(&check.text, Style::Body).collect();
        if !check.note.is_empty() {
            pieces.extend(text(&check.note, Style::Strong));
        }
        let tall: f32 = pieces.iter().map(|piece| piece.height).sum();
        if let Some(first) = pieces.first_mut() {
            let top = (letters.line() - side).max(0.0) / 2.0;
            let (left, right, bottom) = (0.5, side - 0.5, top + side);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            let tick =
                [(side * 0.22, top + side * 0.5), (side * 0.44, top + side * 0.76), (side * 0.82, top + side * 0.24)];
            let tick = if check.done { &tick[..] } else { &[] };
            first.marks.extend(tick.windows(2).map(|ends| Mark::Line {
                from: ends[0],
                to: ends[1],
                thick: 2.0,
                dotted: false,
            }));
            first.marks.extend(corners.windows(2).map(|ends| Mark::Line {
                from: ends[0],
                to: ends[1],
                thick: 1.0,
                dotted: false,
            }));
        }
        // The box of a single line is taller than the line.
        if let Some(last) = pieces.last_mut() {
            last.height += (side - tall).max(0.0) + 1.5 * MM;
        }
        whole(before(letters.before, pieces))
    }

    /// Blocks beside each other, or below each other where no sheet can hold them so.
    fn beside(self, shares: &[Share]) -> Result<Vec<Piece>, PaperError> {
        let columns = self.columns(shares)?;
        if self.sheet.height.is_none_or(|height| columns.height <= height - self.sheet.top - self.sheet.bottom) {
            return Ok(vec![columns]);
        }
        let below = shares.iter().map(|share| self.blocks(&share.blocks)).collect::<Result<Vec<_>, _>>()?;
        Ok(below.into_iter().flatten().collect())
    }

    /// Blocks beside each other.
    fn columns(self, shares: &[Share]) -> Result<Piece, PaperError> {
        let gaps = GAP * shares.len().saturating_sub(1) as f32;
        let parts: f32 = shares.iter().map(|s| f32::from(s.share)).sum();
        let mut whole = Piece::default();
        let mut x = 0.0;
        for share in shares {
            let width = (self.width - gaps) * f32::from(share.share) / parts.max(1.0);
            let column = stacked(Self { width, ..self }.blocks(&share.blocks)?);
            whole.height = whole.height.max(column.height);
            whole.marks.extend(column.marks.into_iter().map(|m| m.moved(x, 0.0)));
            x += width + GAP;
        }
        Ok(whole)
    }

    /// A QR code with its words. Its modules are whole dots of a thermal head where there is room.
    fn qr(self, data: &str, caption: &str) -> Result<Vec<Piece>, PaperError> {
        let modules = Modules::of(data)?;
        let count = modules.size() as f32;
        let dots = (self.sheet.qr / count / DOT).round().max(FINEST);
        let room = (self.width / count / DOT).floor();
        // A code that is too much for whole dots is still better small than not there.
        let module = if room < 1.0 { self.width / count } else { dots.min(room) * DOT };
        let side = module * count;
        let left = (self.width - side) / 2.0;
        let dark = modules
            .runs()
            .into_iter()
            .map(|(x, y, length)| (left + x as f32 * module, y as f32 * module, length as f32 * module, module));
        let mut pieces = vec![Piece::new(side, vec![Mark::Shape(dark.collect())])];
        if !caption.is_empty() {
            pieces.extend(self.text(caption, Style::Note, Align::Centre));
            pieces.push(Piece::new(1.0 * MM, Vec::new()));
        }
        Ok(whole(pieces))
    }

    /// A bar code with its words. One that is too long for the width is turned, and runs down the paper.
    fn barcode(self, data: &str, caption: &str) -> Result<Vec<Piece>, PaperError> {
        let bars = Bars::of(data)?;
        let (long, high) = (bars.size() as f32, self.sheet.bars);
        let dots = (self.width / long / DOT).floor();
        let turned = dots < BAR[0];
        let module = if turned { BAR[0] } else { dots.min(BAR[1]) } * DOT;
        let (across, height) = if turned { (high, long * module) } else { (long * module, high) };
        let left = (self.width - across) / 2.0;
        let bar = |(x, wide): (u32, u32)| {
            let (from, wide) = (x as f32 * module, wide as f32 * module);
            if turned { (left, from, high, wide) } else { (left + from, 0.0, wide, high) }
        };
        let mut pieces = vec![Piece::new(height, vec![Mark::Shape(bars.runs().map(bar).collect())]).after(1.0 * MM)];
        if !caption.is_empty() {
            pieces.extend(self.text(caption, Style::Note, Align::Centre));
            pieces.push(Piece::new(1.0 * MM, Vec::new()));
        }
        Ok(whole(pieces))
    }

    fn rule(self, kind: RuleKind) -> Piece {
        let (left, right, height) = match kind {
            RuleKind::Full => (0.0, self.width, 3.0 * MM),
            RuleKind::Short => (self.width * 0.28, self.width * 0.72, 1.5 * MM),
        };
        let y = height / 2.0;
        Piece::new(height, vec![Mark::Line { from: (left, y), to: (right, y), thick: THIN, dotted: false }])
    }

    /// Places to sign, with room for a hand and a stamp.
    fn signatures(self, signatures: &[Signature]) -> Result<Vec<Piece>, PaperError> {
        let place = |s: &Signature| Share {
            share: 1,
            blocks: vec![
                Block::centred(Style::Strong, &s.title),
                Block::centred(Style::Aside, &s.note),
                Block::Space(20),
                Block::centred(Style::Strong, s.name.clone().unwrap_or_default()),
            ],
        };
        self.beside(&signatures.iter().map(place).collect::<Vec<_>>())
    }
}

/// Text on the first line of a piece.
pub(super) fn said(text: String, x: f32, letters: Letters) -> Mark {
    Mark::Text { x, y: letters.baseline(), face: letters.face, size: letters.size, text }
}

/// White before the first piece.
fn before(white: f32, mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let Some(first) = pieces.first_mut() {
        *first = std::mem::take(first).after(white);
    }
    pieces
}

/// Kept on one sheet, unless they are as much as a large part of one.
pub(super) fn whole(pieces: Vec<Piece>) -> Vec<Piece> {
    if pieces.len() > 14 { pieces } else { together(pieces) }
}
