//! Every document as a picture beside the one that was looked at and found right, in `docs/paper/`, and read
//! back with a scanner's and another program's eyes.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use image::GrayImage;
use motcua_kiosk::paper::render;

use crate::reading::Paper;
use crate::{assert_subset, assert_tidy, drawn, reading, registry};

/// Pixels in an inch of the pictures.
const DPI: f32 = 100.0;
/// How far two greys of sixteen may lie apart: a rounding.
const NEAR: u8 = 3;
/// So many pixels of a page may lie further apart. A changed letter changes more.
const FAR_PIXELS: usize = 6;
/// What all pictures may take together, in bytes.
const MOST: u64 = 3_000_000;

/// The pictures that were looked at.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/paper")
}

/// In sixteen greys: enough for the eye, and half the bytes.
fn sixteen(picture: &GrayImage) -> Vec<u8> {
    picture.as_raw().iter().map(|grey| (u16::from(*grey) * 15 + 127).div_euclid(255) as u8).collect()
}

fn write(to: &Path, width: u32, height: u32, greys: &[u8]) {
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(to).expect("a file")), width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let rows = greys.chunks(width as usize);
    let packed: Vec<u8> =
        rows.flat_map(|row| row.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or(0))).collect();
    encoder.write_header().expect("a header").write_image_data(&packed).expect("pixels");
}

/// A picture as [`write`] wrote it, in sixteen greys.
fn read(from: &Path) -> Option<(u32, u32, Vec<u8>)> {
    let picture = image::open(from).ok()?.into_luma8();
    Some((picture.width(), picture.height(), sixteen(&picture)))
}

/// Why a page is not the picture that was accepted.
fn difference(accepted: Option<(u32, u32, Vec<u8>)>, width: u32, height: u32, greys: &[u8]) -> Option<String> {
    let Some((was_wide, was_high, was)) = accepted else { return Some("there is no picture of it".to_owned()) };
    if (was_wide, was_high) != (width, height) {
        return Some(format!("it is {width} × {height} and was {was_wide} × {was_high}"));
    }
    let far = was.iter().zip(greys).filter(|(a, b)| a.abs_diff(**b) > NEAR).count();
    (far > FAR_PIXELS).then(|| format!("{far} pixels differ"))
}

#[test]
fn every_document_looks_as_it_was_accepted() {
    let accept = std::env::var_os("PAPER_ACCEPT").is_some();
    let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    std::fs::create_dir_all(&beside).expect("a folder");
    std::fs::create_dir_all(folder()).expect("a folder");
    let (mut wrong, mut names) = (Vec::new(), Vec::new());
    for sample in registry::samples() {
        let pages = drawn::pages(render(&sample.document).expect("a PDF"), DPI);
        for (n, page) in (1..).zip(pages.iter().take(sample.shown)) {
            let name =
                if pages.len() > 1 { format!("{}-{n}.png", sample.name) } else { format!("{}.png", sample.name) };
            let (width, height) = page.dimensions();
            let greys = sixteen(page);
            let file = folder().join(&name);
            names.push(name.clone());
            let Some(why) = difference(read(&file), width, height, &greys) else { continue };
            let to = if accept { file } else { beside.join(&name) };
            write(&to, width, height, &greys);
            if !accept {
                wrong.push(format!("{name}: {why}; as it is now: {}", to.display()));
            }
        }
    }
    for entry in std::fs::read_dir(folder()).expect("the folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !names.contains(&name) {
            if accept {
                std::fs::remove_file(entry.path()).expect("a picture of nothing any more");
            } else {
                wrong.push(format!("{name}: no document is printed like this any more"));
            }
        }
    }
    let how = "Look at each. If they are right, run this test once with PAPER_ACCEPT=1: it puts them into docs/paper/.";
    assert!(wrong.is_empty(), "{}\n{how}", wrong.join("\n"));
    let bytes: u64 =
        std::fs::read_dir(folder()).expect("the folder").flatten().map(|f| f.metadata().expect("a size").len()).sum();
    assert!(bytes <= MOST, "the pictures take {bytes} bytes");
}

#[test]
fn a_changed_letter_is_a_difference_and_a_rounding_is_none() {
    let of = |text: &str| {
        let document = motcua_domain::paper::Document {
            paper: motcua_domain::paper::PaperSize::Roll80,
            title: "Phiếu".to_owned(),
            footer: String::new(),
            blocks: vec![motcua_domain::paper::Block::text(motcua_domain::paper::Style::Note, text)],
        };
        let page = drawn::pages(render(&document).expect("a PDF"), DPI).remove(0);
        (page.width(), page.height(), sixteen(&page))
    };
    let (wide, high, right) = of("Hạn nộp 25/11/2026");
    let (.., other) = of("Hạn nộp 26/11/2026");
    assert!(difference(Some((wide, high, right.clone())), wide, high, &other).is_some());
    let rounded: Vec<u8> = right.iter().map(|grey| grey.saturating_sub(1)).collect();
    assert_eq!(difference(Some((wide, high, right.clone())), wide, high, &rounded), None);
    assert!(difference(None, wide, high, &right).is_some());
    assert!(difference(Some((wide, high + 1, right.clone())), wide, high, &right).is_some());
}

/// Whether a word that is longer than its line was read in the parts it was broken into. A hyphen that ends a
/// line is no letter to the program that reads.
fn in_parts(word: &str, read: &[&str]) -> bool {
    fn rest(word: &str, read: &[String]) -> bool {
        let begins = |part: &&String| part.chars().count() > 1 && word.starts_with(part.as_str());
        word.is_empty() || read.iter().filter(begins).any(|part| rest(&word[part.len()..], read))
    }
    let plain = |word: &str| word.replace('-', "");
    rest(&plain(word), &read.iter().map(|word| plain(word)).collect::<Vec<_>>())
}

#[test]
fn every_document_reads_back() {
    for sample in registry::samples() {
        let name = &sample.name;
        let paper = Paper::of(&render(&sample.document).expect("a PDF"));
        assert_tidy(&paper);
        assert_subset(&paper);
        let said = reading::said(&sample.document.blocks);
        let text = paper.text();
        let read: Vec<&str> = text.split_whitespace().collect();
        for word in said.texts.iter().flat_map(|text| text.split_whitespace()) {
            // Where a line may end in Khmer is nothing to read.
            let word = word.replace('\u{200b}', "");
            let word = word.as_str();
            // Letters with a space after each are read as one word.
            let letter = word.chars().count() == 1 && text.contains(word);
            assert!(letter || read.contains(&word) || in_parts(word, &read), "{name}: {word:?} is missing from {text}");
        }
        let sheet = matches!(sample.document.paper, motcua_domain::paper::PaperSize::A4);
        // What an office printer is fed at least, and what a thermal head has.
        let codes = paper.codes(if sheet { 150 } else { 203 });
        for code in &said.codes {
            assert!(codes.contains(code), "{name}: {code} is not among {codes:?}");
        }
    }
}

#[test]
fn codes_on_rolls_lie_on_the_dots_of_a_thermal_head() {
    use motcua_domain::paper::{Block, Document, PaperSize, RuleKind, Style};
    for paper in [PaperSize::Roll58, PaperSize::Roll80] {
        for lines in 0..4 {
            let mut blocks = vec![Block::centred(Style::Body, "Một dòng"); lines];
            blocks.push(Block::Space(3));
            blocks.push(Block::Qr { data: format!("motcua:t:{}", "x".repeat(20 * lines)), caption: String::new() });
            blocks.push(Block::Barcode { data: "H01.50-261123".to_owned(), caption: String::new() });
            blocks.push(Block::Rule(RuleKind::Full));
            let text = 32 + lines * 50;
            let document = Document { paper, title: "Phiếu".to_owned(), footer: String::new(), blocks };
            let page = drawn::pages(render(&document).expect("a PDF"), drawn::HEAD_DPI).remove(0);
            let grey = page.rows().skip(text).flatten().filter(|pixel| !matches!(pixel.0[0], 0 | 255)).count();
            assert_eq!(grey, 0, "{paper:?}, {lines} lines: pixels that are neither black nor white");
        }
    }
}

#[test]
fn no_seam_shows_within_a_code_at_any_size() {
    use motcua_domain::paper::{Block, Document, PaperSize};
    let document = Document {
        paper: PaperSize::A4,
        title: "Phiếu".to_owned(),
        footer: String::new(),
        blocks: vec![Block::Qr { data: "H01.50.05.13-261123-0975".to_owned(), caption: String::new() }],
    };
    let pdf = render(&document).expect("a PDF");
    for dpi in [97.0, 150.0, 203.0, 300.0, 333.0] {
        let page = drawn::pages(pdf.clone(), dpi).remove(0);
        let dark = || page.enumerate_pixels().filter(|(.., pixel)| pixel.0[0] < 128);
        let (left, top) = (dark().map(|p| p.0).min().expect("dark"), dark().map(|p| p.1).min().expect("dark"));
        let right = dark().map(|p| p.0).max().expect("dark");
        // A finder is 7 of the code's modules wide, and its middle, 3 by 3, is dark all over.
        let module = (right - left + 1) as f32 / 25.0;
        let at = |modules: f32| (modules * module) as u32;
        for y in top + at(2.3)..top + at(4.7) {
            for x in left + at(2.3)..left + at(4.7) {
                assert!(page.get_pixel(x, y).0[0] < 8, "a seam at {x}, {y} at {dpi} dpi");
            }
        }
    }
}
