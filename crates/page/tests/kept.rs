//! What is kept of a page: small, upright, legible, and nothing but what is on it.

mod drawn;

use std::io::Cursor;
use std::process::{Command, Stdio};

use drawn::{jpeg, print, stamped};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use motcua_domain::guide::Crop;
use motcua_page::{Incoming, MAX_PAGE_BYTES, Page, darkness, is_dark, of_yuyv, page_picture, pdf, small};

fn page(bytes: Vec<u8>) -> Page {
    Page::of(Incoming::open(bytes).expect("opened").picture(0).expect("a picture")).expect("a page")
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png).expect("encoded");
    out.into_inner()
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// Red on the left, blue on the right.
fn two_colours() -> DynamicImage {
    RgbImage::from_fn(400, 200, |x, _| if x < 200 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) }).into()
}

/// As a phone writes it: lying on its side, with the place where it was taken (EXIF 2.32, 4.6.6).
fn from_a_phone() -> Vec<u8> {
    let exif = [
        b"Exif\0\0II*\0\x08\0\0\0\x03\0".as_slice(),
        b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
        b"\x0e\x01\x02\0\x0b\0\0\0\x32\0\0\0",
        b"\x25\x88\x04\0\x01\0\0\0\x3d\0\0\0",
        b"\0\0\0\0Long Xuyen\0",
        b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0",
    ]
    .concat();
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    let plain = jpeg(&two_colours(), 90);
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

#[test]
fn a_phones_picture_is_upright_and_says_nothing_of_where_it_was_taken() {
    let photo = from_a_phone();
    assert!(contains(&photo, b"Long Xuyen"));
    let kept = page(photo);
    assert_eq!((kept.width, kept.height), (200, 400));
    for trace in [b"Exif".as_slice(), b"Long Xuyen", b"\x25\x88"] {
        assert!(!contains(&kept.jpeg, trace));
    }
    let pixels = kept.picture().expect("a picture").to_rgb8();
    assert!(pixels.get_pixel(100, 50)[0] > 200 && pixels.get_pixel(100, 350)[2] > 200, "red is on top");
}

#[test]
fn a_film_behind_a_picture_is_left_away_and_a_picture_cut_short_is_refused() {
    let plain = jpeg(&two_colours(), 90);
    // In front of the picture stands a small one, whole, as cameras write it (EXIF 2.32, 4.5.5).
    let small = jpeg(&two_colours().thumbnail(40, 20), 60);
    let length = u16::try_from(small.len() + 2).expect("short").to_be_bytes();
    let photo = [&plain[..2], &[0xff, 0xe1], &length, &small, &plain[2..]].concat();
    let film = [&photo, b"\0\0\0\x18ftypmp42".as_slice(), &[7; 5_000]].concat();
    assert_eq!(page(film).width, 400);
    for end in [photo.len() - 1, photo.len() - 500, small.len() + 100] {
        let refused = Incoming::open(photo[..end].to_vec()).and_then(|opened| opened.picture(0)).expect_err("cut");
        assert_eq!(refused.code, "scan-unreadable", "{end} of {}", photo.len());
    }
}

#[test]
fn every_page_is_small_enough_and_stays_as_sharp_as_it_can() {
    let mut seed = 7u32;
    let noise = RgbImage::from_fn(3264, 2448, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(seed >> 24) as u8, (seed >> 16) as u8, (seed >> 8) as u8])
    });
    let noise = page(jpeg(&noise.into(), 60));
    assert!(noise.jpeg.len() <= MAX_PAGE_BYTES, "{}", noise.jpeg.len());
    assert!(noise.width.max(noise.height) <= 2339);

    let print = print();
    let kept = page(jpeg(&print.resize(2480, 3508, image::imageops::FilterType::Triangle), 90));
    assert!(kept.jpeg.len() <= MAX_PAGE_BYTES, "{}", kept.jpeg.len());
    assert_eq!((kept.width, kept.height), (1654, 2339), "A4 at 200 pixels an inch");
    assert!(!kept.picture().expect("a picture").color().has_color(), "print is grey");
    assert_eq!(motcua_page::judge(&kept.picture().expect("a picture"), motcua_page::Through::Glass), []);
}

#[test]
fn a_stamp_keeps_its_colour() {
    let kept = page(jpeg(&stamped(), 90));
    assert!(kept.jpeg.len() <= MAX_PAGE_BYTES, "{}", kept.jpeg.len());
    let at = |along: u32| along * kept.width / 1654;
    let pixel = *kept.picture().expect("a picture").to_rgb8().get_pixel(at(1150), at(1700));
    assert!(pixel[0] > 150 && pixel[1] < 100, "{pixel:?}");
}

#[test]
fn what_can_be_seen_through_lies_on_white() {
    let kept = page(png(&RgbaImage::from_pixel(300, 300, Rgba([0, 0, 0, 0])).into()));
    assert!(kept.picture().expect("a picture").to_luma8().pixels().all(|pixel| pixel.0[0] > 250));
}

#[test]
fn a_page_is_turned_and_cut() {
    let kept = page(png(&two_colours()));
    let turned = kept.turned(1).expect("turned");
    assert_eq!((turned.width, turned.height), (200, 400));
    assert!(turned.picture().expect("a picture").to_rgb8().get_pixel(100, 50)[0] > 200, "red went to the top");
    assert_eq!(kept.turned(4).expect("all the way round"), kept);
    let right = Crop { left: 500, top: 0, right: 1000, bottom: 500 };
    let part = kept.cropped(&right).expect("cut");
    assert_eq!((part.width, part.height), (200, 100));
    assert!(part.picture().expect("a picture").to_rgb8().get_pixel(100, 50)[2] > 200);
    let nothing = Crop { left: 1000, top: 1000, right: 0, bottom: 0 };
    let point = kept.cropped(&nothing).expect("never less than a pixel");
    assert_eq!((point.width, point.height), (1, 1));
}

#[test]
fn pages_become_one_pdf_that_everybody_opens() {
    let pages = [page(jpeg(&print(), 90)), page(jpeg(&stamped(), 90)).turned(1).expect("turned")];
    let paper = pdf(&pages);
    let most: usize = pages.iter().map(|page| page.jpeg.len()).sum();
    assert!(paper.len() <= most + 2_000, "{} of {most}", paper.len());
    for page in &pages {
        assert!(contains(&paper, &page.jpeg), "the picture goes in as it is");
    }
    for trace in [b"Producer".as_slice(), b"CreationDate", b"lopdf", b"/Info", b"Metadata"] {
        assert!(!contains(&paper, trace), "{}", String::from_utf8_lossy(trace));
    }
    let opened = Incoming::open(paper.clone()).expect("opened");
    assert_eq!(opened.pages(), 2);
    let second = opened.picture(1).expect("drawn").to_rgb8();
    let (width, height) = (pages[1].width, pages[1].height);
    assert!(second.width().abs_diff(width) <= 1 && second.height().abs_diff(height) <= 1);
    assert!(width.max(height) >= 1800, "as good as 154 pixels an inch: {width} × {height}");
    let stamp = second.get_pixel((2339 - 1700) * width / 2339, 1150 * height / 1654);
    assert!(stamp[0] > 150 && stamp[1] < 110, "{stamp:?}");

    let mut drawn = Command::new("pdftoppm")
        .args(["-r", "50", "-png", "-f", "2", "-l", "2", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("poppler-utils are installed");
    let mut stdin = drawn.stdin.take().expect("its input");
    let writing = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, &paper));
    let drawn = drawn.wait_with_output().expect("drawn");
    writing.join().expect("a thread").expect("written");
    assert_eq!(String::from_utf8_lossy(&drawn.stderr), "");
    let drawn = image::load_from_memory(&drawn.stdout).expect("a picture");
    assert!(drawn.width().abs_diff(width / 4) <= 1 && drawn.height().abs_diff(height / 4) <= 1);
}

#[test]
fn a_pdf_that_came_is_drawn_page_by_page() {
    let paper = pdf(&[page(jpeg(&print(), 90)), page(png(&two_colours()))]);
    let opened = Incoming::open(paper).expect("opened");
    let second = Page::of(opened.picture(1).expect("drawn")).expect("a page");
    assert!(second.width.abs_diff(400) <= 1 && second.height.abs_diff(200) <= 1, "{second:?}");
    assert_eq!(opened.picture(2).expect_err("no third").code, "scan-no-page");
}

#[test]
fn hostile_files_are_refused_with_a_reason() {
    let wide = png(&RgbImage::new(20_001, 1).into());
    let many = pdf(&vec![page(png(&two_colours())); 31]);
    let mut half = jpeg(&print(), 90);
    half.truncate(half.len() / 2);
    let whole = pdf(&[page(png(&two_colours()))]);
    let mut huge = whole.clone();
    huge.splice(9..9, vec![b'%'; 16 * 1024 * 1024]);
    let cases: [(&[u8], &str); 9] = [
        (b"", "scan-wrong-type"),
        (b"#!/bin/sh\nrm -rf /\n", "scan-wrong-type"),
        (b"GIF89a\x01\0\x01\0", "scan-wrong-type"),
        (b"%PDF-1.7\nnothing in here\n%%EOF", "scan-unreadable"),
        (b"\xff\xd8\xff\xe0 not a picture \xff\xd9", "scan-unreadable"),
        (&half, "scan-unreadable"),
        (&wide, "scan-too-large"),
        (&many, "scan-too-large"),
        (&huge, "scan-too-large"),
    ];
    for (bytes, code) in cases {
        let refused = Incoming::open(bytes.to_vec()).and_then(|opened| opened.picture(0)).expect_err("refused");
        assert_eq!(refused.code, code, "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(30)]));
    }
    // Every way a file can break off is refused, and none of them ends the program.
    for end in (0..whole.len()).step_by(97) {
        let _ = Incoming::open(whole[..end].to_vec()).and_then(|opened| opened.picture(0));
    }
}

#[test]
fn what_a_screen_shows_is_small() {
    let shown = small(&png(&two_colours()), 100).expect("shown");
    let shown = image::load_from_memory_with_format(&shown, ImageFormat::Jpeg).expect("a JPEG");
    assert_eq!((shown.width(), shown.height()), (100, 50));
    let paper = pdf(&[page(png(&two_colours()))]);
    let drawn = page_picture(&paper, "application/pdf", 1, 300).expect("a page");
    let drawn = image::load_from_memory_with_format(&drawn, ImageFormat::Png).expect("a PNG").to_rgb8();
    assert_eq!(drawn.dimensions(), (300, 150));
    let code = |bytes: &[u8], media_type: &str, page| page_picture(bytes, media_type, page, 100).expect_err("no").code;
    assert_eq!(code(&paper, "application/pdf", 2), "scan-no-page");
    assert_eq!(code(&paper, "application/pdf", 0), "scan-no-page");
    assert_eq!(code(&paper, "text/html", 1), "scan-wrong-type");
    assert_eq!(code(b"%PDF-", "application/pdf", 1), "scan-unreadable");
}

#[test]
fn a_cameras_plain_pixels_become_a_picture() {
    // A red pair: Y 81, U 90, V 240 (BT.601).
    let red: Vec<u8> = [81, 90, 81, 240].repeat(64 * 64 / 2);
    let picture = of_yuyv(&red, 64, 64).expect("a picture");
    let pixel = *image::load_from_memory(&picture).expect("a JPEG").to_rgb8().get_pixel(32, 32);
    assert!(pixel[0] > 240 && pixel[1] < 20 && pixel[2] < 20, "{pixel:?}");
    assert_eq!(of_yuyv(&red[1..], 64, 64).expect_err("too few").code, "scan-unreadable");
}

#[test]
fn darkness_is_told_from_a_dim_page() {
    assert!(is_dark(&image::load_from_memory(&darkness()).expect("a JPEG")));
    assert!(!is_dark(&drawn::on_a_table(&print(), 0.2)));
}
