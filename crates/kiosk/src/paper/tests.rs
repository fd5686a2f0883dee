//! Documents of any length and any words: nothing is lost, nothing leaves its paper, nothing stands on another.

use std::collections::HashMap;

use motcua_domain::paper::{Align, Block, Check, Column, Document, PaperSize, Row, RuleKind, Share, Signature, Style};
use proptest::prelude::*;

use super::fonts::Fonts;
use super::pages::{Page, fill};
use super::piece::Mark;
use super::sheet::{MM, Sheet};
use super::{block, render};

const PAPERS: [PaperSize; 4] = [PaperSize::Roll58, PaperSize::Roll80, PaperSize::A5, PaperSize::A4];

/// Words as they stand on papers, among them the narrowest and the tallest, and some that no line holds.
fn word() -> impl Strategy<Value = String> {
    let vietnamese = prop::sample::select(vec![
        "Nguyễn",
        "thủ",
        "tục",
        "ĐĂNG",
        "KÝ",
        "Ấ",
        "ỵ",
        "nghiêng",
        "1.001193",
        "đồng,",
        "(được",
        "chứng",
        "thực)",
        "i",
        "khai\u{0302}",
        "Ngu\u{0079}e\u{0302}\u{0303}n",
    ]);
    let khmer = prop::sample::select(vec!["មជ្ឈមណ្ឌល", "ស្ត្រី", "សេវា\u{200b}រដ្ឋបាល", "កោះ"]);
    prop_oneof![
        20 => vietnamese.prop_map(str::to_owned),
        2 => khmer.prop_map(str::to_owned),
        1 => "[a-z@.-]{30,200}",
        1 => "[ក-អ]{20,60}",
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::collection::vec(word(), 0..12),
        1 => prop::collection::vec(word(), 0..most),
    ]
    .prop_map(|words| words.join(" "))
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![
        Style::Display,
        Style::Code,
        Style::Title,
        Style::Heading,
        Style::Strong,
        Style::Body,
        Style::Note,
        Style::Aside,
    ])
}

fn align() -> impl Strategy<Value = Align> {
    prop::sample::select(vec![Align::Start, Align::Centre, Align::End])
}

fn simple() -> impl Strategy<Value = Block> {
    prop_oneof![
        6 => (text(230), style(), align()).prop_map(|(text, style, align)| Block::Text { text, style, align }),
        1 => "[A-ZĐẤ ]{0,60}".prop_map(Block::Stamp),
        3 => prop::collection::vec((text(20), text(80)), 0..8)
            .prop_map(|rows| Block::Rows(rows.into_iter().map(|(label, value)| Row::new(label, value)).collect())),
        3 => (text(20), prop::option::of(text(80))).prop_map(|(label, value)| Block::Line { label, value }),
        1 => prop::collection::vec(text(60), 0..40).prop_map(Block::List),
        1 => prop::collection::vec((text(60), text(9), any::<bool>()), 0..40).prop_map(|checks| {
            Block::Checks(checks.into_iter().map(|(text, note, done)| Check { text, note, done }).collect())
        }),
        1 => (".{0,200}", text(12)).prop_map(|(data, caption)| Block::Qr { data, caption }),
        1 => ("[ -~]{1,40}", text(6)).prop_map(|(data, caption)| Block::Barcode { data, caption }),
        1 => prop::sample::select(vec![RuleKind::Full, RuleKind::Short]).prop_map(Block::Rule),
        1 => (0_u8..30).prop_map(Block::Space),
        1 => Just(Block::Ruler),
    ]
}

fn table() -> impl Strategy<Value = Block> {
    (1_usize..4).prop_flat_map(|columns| {
        let head = prop::collection::vec((text(4), 10_u8..16, align()), columns);
        let rows = prop::collection::vec(prop::collection::vec(text(60), columns), 0..40);
        (head, rows).prop_map(|(head, rows)| Block::Table {
            columns: head.into_iter().map(|(title, share, align)| Column { title, share, align }).collect(),
            rows,
        })
    })
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let columns = prop::collection::vec((1_u8..3, prop::collection::vec(simple(), 0..3)), 1..3)
        .prop_map(|shares| Block::Columns(shares.into_iter().map(|(share, blocks)| Share { share, blocks }).collect()));
    let signatures = prop::collection::vec((text(6), text(6), prop::option::of(text(9))), 1..3).prop_map(|all| {
        Block::Signatures(all.into_iter().map(|(title, note, name)| Signature { title, note, name }).collect())
    });
    let any = prop_oneof![10 => simple(), 1 => table(), 1 => columns, 1 => signatures, 1 => Just(Block::PageBreak)];
    prop::collection::vec(any, 0..12)
}

/// Where ink is: from the left, from the top, to the right, to the bottom.
#[derive(Clone, Copy, Debug)]
struct Ink([f32; 4]);

impl Ink {
    fn of(mark: &Mark, fonts: &Fonts) -> Self {
        match mark {
            // From the top of capitals to the tails.
            Mark::Text { x, y, face, size, text } => {
                Self([*x, y - 0.72 * size, x + fonts.width(text, *face, *size), y + 0.2 * size])
            }
            Mark::Line { from, to, thick, .. } => {
                let half = thick / 2.0;
                Self([from.0.min(to.0), from.1.min(to.1) - half, from.0.max(to.0), from.1.max(to.1) + half])
            }
            Mark::Shape(all) => all.iter().fold(
                Self([f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY]),
                |Self([left, top, right, bottom]), (x, y, w, h)| {
                    Self([left.min(*x), top.min(*y), right.max(x + w), bottom.max(y + h)])
                },
            ),
        }
    }

    fn meets(self, other: Self) -> bool {
        let Self([left, top, right, bottom]) = self;
        let Self([l, t, r, b]) = other;
        right.min(r) - left.max(l) > 0.2 && bottom.min(b) - top.max(t) > 0.2
    }
}

/// Ink within the paper's margins, and no text or code on another, or crossed by a line.
fn assert_tidy(page: &Page, sheet: Sheet, fonts: &Fonts) -> Result<(), TestCaseError> {
    let inked = |mark: &Mark| !matches!(mark, Mark::Text { text, .. } if text.trim().is_empty());
    let ink: Vec<(Ink, &Mark)> = page.marks.iter().filter(|m| inked(m)).map(|m| (Ink::of(m, fonts), m)).collect();
    for (Ink([left, top, right, bottom]), mark) in &ink {
        let inside = *left >= sheet.side - 1.0 && *right <= page.width - sheet.side + 1.0;
        prop_assert!(inside && *top >= sheet.top - 1.0 && *bottom <= page.height - 3.0 * MM, "{mark:?} runs off");
    }
    let (lines, rest): (Vec<_>, Vec<_>) = ink.iter().partition(|(_, mark)| matches!(mark, Mark::Line { .. }));
    for (i, (one, mark)) in rest.iter().enumerate() {
        for (other, of) in rest[i + 1..].iter().chain(&lines) {
            prop_assert!(!one.meets(*other), "{mark:?} and {of:?} meet");
        }
    }
    Ok(())
}

/// How often each letter is there.
fn letters<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for text in texts {
        let text = motcua_domain::text::clean(text);
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}') {
            *counts.entry(c).or_default() += 1;
        }
    }
    counts
}

fn texts(blocks: &[Block]) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for block in blocks {
        match block {
            Block::Text { text, .. } | Block::Stamp(text) => all.push(text),
            Block::Rows(rows) => all.extend(rows.iter().flat_map(|row| [row.label.as_str(), &row.value])),
            Block::Line { label, value } => all.extend([label.as_str()].into_iter().chain(value.as_deref())),
            Block::List(items) => all.extend(items.iter().map(String::as_str)),
            Block::Checks(checks) => all.extend(checks.iter().flat_map(|check| [check.text.as_str(), &check.note])),
            Block::Table { columns, rows } => {
                all.extend(columns.iter().map(|column| column.title.as_str()));
                all.extend(rows.iter().flatten().map(String::as_str));
            }
            Block::Columns(shares) => all.extend(shares.iter().flat_map(|share| texts(&share.blocks))),
            Block::Qr { caption, .. } | Block::Barcode { caption, .. } => all.push(caption),
            Block::Signatures(all_of) => all.extend(
                all_of.iter().flat_map(|one| [one.title.as_str(), &one.note].into_iter().chain(one.name.as_deref())),
            ),
            Block::Rule(_) | Block::Space(_) | Block::Ruler | Block::PageBreak => {}
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_or_cut_or_stands_on_another(blocks in blocks(), paper in prop::sample::select(PAPERS.to_vec())) {
        let fonts = Fonts::load().expect("fonts");
        let sheet = Sheet::of(paper);
        let pages = fill(block::layout(&blocks, sheet, fonts).expect("pieces"), sheet, "Phiếu · 1", fonts);
        for page in &pages {
            assert_tidy(page, sheet, fonts)?;
        }
        let drawn = letters(pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        }));
        for (letter, count) in letters(texts(&blocks).into_iter()) {
            prop_assert!(drawn.get(&letter).is_some_and(|n| *n >= count), "{letter:?} is lost");
        }
    }
}

#[test]
fn every_paper_has_a_file_of_nothing() {
    for paper in PAPERS {
        let empty = Document { paper, title: String::new(), footer: String::new(), blocks: Vec::new() };
        assert!(render(&empty).expect("a PDF").starts_with(b"%PDF"), "{paper:?}");
    }
}

#[test]
fn a_number_stands_on_one_line() {
    let fonts = Fonts::load().expect("fonts");
    for paper in [PaperSize::Roll58, PaperSize::Roll80] {
        for number in ('A'..='Z').flat_map(|series| (1..1_000).step_by(37).map(move |n| format!("{series}{n:03}"))) {
            let block = Block::centred(Style::Display, &number);
            let pieces = block::layout(&[block], Sheet::of(paper), fonts).expect("pieces");
            let texts: Vec<_> =
                pieces.iter().flat_map(|piece| &piece.marks).filter(|mark| matches!(mark, Mark::Text { .. })).collect();
            assert_eq!(texts.len(), 1, "{number} on {paper:?}");
        }
    }
}
