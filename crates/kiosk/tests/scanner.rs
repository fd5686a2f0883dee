//! A scanner's folder with real papers in it, made here.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use motcua_domain::wire::Problem;
use motcua_kiosk::scanner::{self, Scan, page_picture};
use tokio::sync::mpsc::Receiver;
use tokio::time::timeout;

/// A PDF of so many pages, each 200 × 100 points with a black left half, and what the trailer says.
fn pdf(pages: usize, trailer: &str) -> Vec<u8> {
    let kids: String = (0..pages).map(|n| format!("{} 0 R ", 4 + n)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>"),
        "<< /Length 20 >>\nstream\n0 g 0 0 100 100 re f\nendstream".to_owned(),
    ];
    objects.extend((0..pages).map(|_| {
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 3 0 R /Resources << >> >>".to_owned()
    }));
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let xref = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    out.extend(offsets.iter().flat_map(|offset| format!("{offset:010} 00000 n \n").into_bytes()));
    let size = objects.len() + 1;
    out.extend(format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n").bytes());
    out
}

/// A picture 40 × 20, red on the left and blue on the right.
fn picture(format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(40, 20, |x, _| if x < 20 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) });
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut out, format).expect("encoded");
    out.into_inner()
}

/// A JPEG that says it must be turned clockwise, and where it was taken.
fn turned_jpeg() -> Vec<u8> {
    let exif = [
        b"Exif\0\0II*\0\x08\0\0\0\x02\0".as_slice(),
        b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
        b"\x0e\x01\x02\0\x0b\0\0\0\x26\0\0\0",
        b"\0\0\0\0Long Xuyen\0",
    ]
    .concat();
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    let jpeg = picture(ImageFormat::Jpeg);
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).expect("a folder").count()
}

async fn next(scans: &mut Receiver<Result<Scan, Problem>>) -> Result<Scan, Problem> {
    timeout(Duration::from_secs(60), scans.recv()).await.expect("a scan in time").expect("a watch")
}

#[tokio::test]
async fn papers_are_delivered_and_leave_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let watched = scanner::watch(folder.path().to_owned());
    let mut scans = watched.scans();
    watched.arm("giay-chung-sinh").await;

    let paper = pdf(2, "");
    fs::write(folder.path().join("Scan 001.PDF"), &paper).expect("written");
    let scan = next(&mut scans).await.expect("a paper");
    assert_eq!((scan.media_type.as_str(), scan.pages), ("application/pdf", 2));
    assert_eq!(scan.evidence, "giay-chung-sinh");
    assert_eq!(scan.bytes, paper);
    assert_eq!(scan.sha256.len(), 64);
    assert_eq!(files(folder.path()), 0);
    assert_eq!(format!("{scan:?}"), format!("Scan {{ size: {}, pages: 2, .. }}", paper.len()));

    let photo = turned_jpeg();
    assert!(contains(&photo, b"Long Xuyen"));
    fs::write(folder.path().join("photo.png"), &photo).expect("written, under a name that lies");
    let scan = next(&mut scans).await.expect("a photo");
    assert_eq!((scan.media_type.as_str(), scan.pages), ("image/jpeg", 1));
    assert!(!contains(&scan.bytes, b"Exif") && !contains(&scan.bytes, b"Long Xuyen"));
    let upright = image::load_from_memory(&scan.bytes).expect("a picture").to_rgb8();
    assert_eq!(upright.dimensions(), (20, 40));
    assert!(upright.get_pixel(10, 5)[0] > 200 && upright.get_pixel(10, 35)[2] > 200, "red is on top");

    fs::write(folder.path().join("drawing"), picture(ImageFormat::Png)).expect("written");
    assert_eq!(next(&mut scans).await.expect("a drawing").media_type, "image/png");
    assert_eq!(files(folder.path()), 0);
}

#[tokio::test]
async fn hostile_files_are_refused_with_a_reason_and_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let watched = scanner::watch(folder.path().to_owned());
    let mut scans = watched.scans();
    watched.arm("giay-chung-sinh").await;

    // Small as a file, and wider than any page.
    let mut wide = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(20_001, 1)).write_to(&mut wide, ImageFormat::Png).expect("encoded");
    let locked = pdf(1, "/Encrypt << /Filter /Standard /V 9 /R 9 >> /ID [<00> <00>]");
    let hostile = [
        (b"#!/bin/sh\nrm -rf /\n".to_vec(), "scan-wrong-type"),
        (b"%PDF-1.7\nnothing in here\n%%EOF".to_vec(), "scan-unreadable"),
        (pdf(0, ""), "scan-unreadable"),
        (locked, "scan-locked"),
        (wide.into_inner(), "scan-too-large"),
        (b"\xff\xd8\xff\xe0 not a picture \xff\xd9".to_vec(), "scan-unreadable"),
    ];
    for (bytes, code) in hostile {
        fs::write(folder.path().join("scan"), &bytes).expect("written");
        let problem = next(&mut scans).await.expect_err("refused");
        assert_eq!(problem.code, code, "{}", String::from_utf8_lossy(&bytes));
        assert_eq!(files(folder.path()), 0);
    }
}

#[tokio::test]
async fn nothing_of_one_person_is_left_for_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("somebody.pdf"), pdf(1, "")).expect("written");
    let watched = scanner::watch(folder.path().to_owned());
    let mut scans = watched.scans();
    watched.arm("giay-chung-sinh").await;
    assert_eq!(files(folder.path()), 0, "it was there before the paper was asked for");

    fs::write(folder.path().join("mine.pdf"), pdf(3, "")).expect("written");
    watched.arm("giay-chung-sinh").await;
    assert_eq!(files(folder.path()), 1, "asking again takes nothing away");
    assert_eq!(next(&mut scans).await.expect("a paper").pages, 3);

    fs::write(folder.path().join("late.pdf"), pdf(4, "")).expect("written");
    watched.disarm().await;
    assert_eq!(files(folder.path()), 0);
    watched.arm("cccd").await;
    fs::write(folder.path().join("next.pdf"), pdf(5, "")).expect("written");
    let scan = next(&mut scans).await.expect("the next person's paper");
    assert_eq!((scan.pages, scan.evidence.as_str()), (5, "cccd"));

    fs::write(folder.path().join("left.pdf"), pdf(1, "")).expect("written");
    drop(watched);
    assert!(timeout(Duration::from_secs(60), scans.recv()).await.expect("an end in time").is_none());
    assert_eq!(files(folder.path()), 0, "the end of the watch empties it too");
}

#[test]
fn a_page_is_drawn_within_its_bounds() {
    let paper = pdf(2, "");
    let drawn = page_picture(&paper, "application/pdf", 2, 300).expect("a page");
    let drawn = image::load_from_memory_with_format(&drawn, ImageFormat::Png).expect("a PNG").to_rgb8();
    assert_eq!(drawn.dimensions(), (300, 150));
    assert_eq!((drawn.get_pixel(50, 75).0, drawn.get_pixel(250, 75).0), ([0; 3], [255; 3]));

    let photo = page_picture(&turned_jpeg(), "image/jpeg", 1, 10).expect("a photo");
    let photo = image::load_from_memory_with_format(&photo, ImageFormat::Png).expect("a PNG");
    assert_eq!((photo.width(), photo.height()), (5, 10));

    let code = |bytes: &[u8], media_type: &str, page| page_picture(bytes, media_type, page, 100).expect_err("no").code;
    assert_eq!(code(&paper, "application/pdf", 3), "scan-no-page");
    assert_eq!(code(&paper, "application/pdf", 0), "scan-no-page");
    assert_eq!(code(&paper, "text/html", 1), "scan-wrong-type");
    assert_eq!(code(b"%PDF-", "application/pdf", 1), "scan-unreadable");
}
