//! What comes out of the head: the paper, looked at.

use std::path::Path;
use std::process::Command;

use motcua_domain::paper::{Align, Block, Document, PaperSize, Style};
use motcua_kiosk::printer::{PrintEnd, PrintJob, Printer, Raster};
use printpdf::{
    Color, Greyscale, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing,
    WindingOrder,
};

use crate::escpos_simulator::{EscPosSimulator, Manner};
use crate::{came_out, dots, driver, job, simulated};

#[tokio::test]
async fn what_comes_out_is_the_page_dot_by_dot_and_its_code_can_be_read() {
    let (device, printer) = simulated(Manner::Prints);
    assert_eq!(printer.print(job("A012")).await, PrintEnd::Printed);
    assert_eq!(came_out(&device), [dots("A012")]);
    assert!(device.hanging().dots.is_empty(), "it is cut off");
    assert!(device.complaints().is_empty(), "{:?}", device.complaints());

    read_back(&device, "escpos-80mm");
}

/// Reads the code of a ticket's paper with another program; `PAPER_OUT` names a folder that keeps its picture.
fn read_back(device: &EscPosSimulator, name: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let picture = folder.path().join("paper.png");
    device.papers()[0].picture().save(&picture).expect("a picture");
    if let Some(kept) = std::env::var_os("PAPER_OUT") {
        std::fs::copy(&picture, Path::new(&kept).join(name).with_extension("png")).expect("a copy");
    }
    let Ok(read) = Command::new("zbarimg").args(["-q", "--raw"]).arg(&picture).output() else {
        println!("skipped: zbarimg is not installed");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), "https://motcua.angiang.example/t/A012");
}

/// A document of these blocks.
fn document(paper: PaperSize, blocks: Vec<Block>) -> Vec<u8> {
    let document = Document { paper, title: "a page".to_owned(), footer: String::new(), blocks };
    motcua_kiosk::paper::render(&document).expect("a PDF")
}

/// Whether a dot is black.
fn black(page: &Raster, x: u32, y: u32) -> bool {
    page.dots()[(y * page.width() / 8 + x / 8) as usize] & (0x80 >> (x % 8)) != 0
}

/// How many black and white dots follow each other in a row or a column.
fn runs(dots: impl Iterator<Item = bool>) -> Vec<u32> {
    let (mut runs, mut last) = (Vec::new(), None);
    for dot in dots {
        match runs.last_mut() {
            Some(run) if last == Some(dot) => *run += 1,
            _ => runs.push(1),
        }
        last = Some(dot);
    }
    runs
}

#[test]
fn every_module_of_a_code_is_as_many_dots_wide_and_high_as_every_other() {
    let qr = Block::Qr { data: "https://motcua.angiang.example/t/01936a7e".to_owned(), caption: String::new() };
    for (paper, head) in [(PaperSize::Roll80, 576), (PaperSize::Roll58, 384)] {
        let page = &Raster::pages(&document(paper, vec![qr.clone()]), head).expect("pages")[0];
        assert_eq!(page.width(), u32::from(head));
        modules_are_whole_dots(page);
    }
}

fn modules_are_whole_dots(page: &Raster) {
    let inked = |x: u32, y: u32| black(page, x, y);
    let (rows, columns) = (0..page.height(), 0..page.width());
    let left = columns.clone().find(|x| rows.clone().any(|y| inked(*x, y))).expect("ink");
    let right = columns.clone().rev().find(|x| rows.clone().any(|y| inked(*x, y))).expect("ink");
    let top = rows.clone().find(|y| inked(left, *y)).expect("ink");
    // The first finder's edge is seven modules.
    let finder = runs((left..=right).map(|x| inked(x, top)))[0];
    assert_eq!(finder % 7, 0);
    let module = finder / 7;
    assert!(module >= 4, "half a millimetre at least");
    for y in top..page.height() {
        let row = runs((left..=right).map(|x| inked(x, y)));
        assert!(row.iter().all(|run| run % module == 0), "row {y}: {row:?}");
    }
    for x in left..=right {
        let column = runs((top..page.height()).map(|y| inked(x, y)));
        assert!(column.iter().all(|run| run % module == 0 || Some(run) == column.last()), "column {x}: {column:?}");
    }
}

#[tokio::test]
async fn a_narrow_head_gets_the_whole_page_made_smaller() {
    let device = EscPosSimulator::tcp(Manner::Prints);
    let printer = driver(&device, "dots=384");
    assert_eq!(printer.print(job("A012")).await, PrintEnd::Printed);
    let paper = &device.papers()[0];
    assert_eq!(paper.row, 48);
    // Its rules reach from edge to edge, so that nothing can be missing at the sides.
    let rule = paper.dots.chunks(48).map(|row| row.iter().map(|byte| byte.count_ones()).sum::<u32>()).max();
    assert!(rule.is_some_and(|dots| dots > 370), "{rule:?}");
    read_back(&device, "escpos-58mm");
}

#[tokio::test]
async fn the_pages_of_a_document_follow_each_other_on_one_paper() {
    let text = |text: &str| Block::Text { text: text.to_owned(), style: Style::Body, align: Align::Start };
    let blocks = vec![text("Trang một"), Block::PageBreak, text("Trang hai, dài hơn"), text("một dòng")];
    let both = document(PaperSize::A5, blocks);
    let pages = Raster::pages(&both, 576).expect("pages");
    assert_eq!(pages.len(), 2);
    assert!(pages[0].height() > 0 && pages[0].height() < pages[1].height());
    let (device, printer) = simulated(Manner::Prints);
    assert_eq!(printer.print(PrintJob { pdf: both, ..job("A001") }).await, PrintEnd::Printed);
    assert_eq!(came_out(&device), [[pages[0].dots(), pages[1].dots()].concat()]);
}

/// A page of 40 × 20 mm with a square of 10 mm in this grey (0 is black), and a black one beside it.
fn squares(grey: f32) -> Vec<u8> {
    let square = |left: f32, tone: f32| {
        let corner = |x: f32, y: f32| LinePoint { p: Point { x: Mm(x).into(), y: Mm(y).into() }, bezier: false };
        let ring = vec![corner(left, 5.0), corner(left + 10.0, 5.0), corner(left + 10.0, 15.0), corner(left, 15.0)];
        let (mode, winding_order) = (PaintMode::Fill, WindingOrder::NonZero);
        [
            Op::SetFillColor { col: Color::Greyscale(Greyscale::new(tone, None)) },
            Op::DrawPolygon { polygon: Polygon { rings: vec![PolygonRing { points: ring }], mode, winding_order } },
        ]
    };
    let mut pdf = PdfDocument::new("squares");
    pdf.pages = vec![PdfPage::new(Mm(40.0), Mm(20.0), [square(5.0, 0.0), square(25.0, grey)].concat())];
    pdf.save(&PdfSaveOptions::default(), &mut Vec::new())
}

#[test]
fn black_is_black_and_grey_is_as_many_dots_as_it_is_dark() {
    for (grey, share) in [(0.25, 0.75), (0.5, 0.5), (0.75, 0.25), (1.0, 0.0)] {
        let page = &Raster::pages(&squares(grey), 320).expect("pages")[0];
        // Well inside of each square: 64 dots of its 80, a whole number of the pattern's squares.
        let inked = |left: u32| {
            let dots = (48..112).flat_map(|y| (left..left + 64).map(move |x| (x, y)));
            dots.filter(|(x, y)| black(page, *x, *y)).count() as f64 / 4_096.0
        };
        assert_eq!(inked(48), 1.0);
        let grey_dots = inked(208);
        assert!((grey_dots - share).abs() < 0.03, "{grey}: {grey_dots}");
    }
}
