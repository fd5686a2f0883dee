//! Faults are named where there are some, and only there.

mod drawn;

use drawn::*;
use image::DynamicImage;
use motcua_domain::guide::PageFault::{self, *};
use motcua_page::{Through, judge};

fn lens(page: &DynamicImage) -> Vec<PageFault> {
    judge(page, Through::Lens)
}

fn glass(page: &DynamicImage) -> Vec<PageFault> {
    judge(page, Through::Glass)
}

#[test]
fn good_pages_are_left_alone() {
    let pages = [
        ("print", print()),
        ("thin print", thin_print()),
        ("a sparse form", sparse_form()),
        ("a stamp", stamped()),
        ("a card with a portrait", photo_card()),
        ("nothing", DynamicImage::from(image::RgbImage::from_pixel(1654, 2339, image::Rgb([250; 3])))),
    ];
    for (name, page) in pages {
        assert_eq!(glass(&page), [], "{name}, scanned");
        assert_eq!(lens(&page), [], "{name}, filling the picture");
        assert_eq!(lens(&on_a_table(&page, 1.0)), [], "{name}, on a table");
        assert_eq!(lens(&on_a_table(&page, 0.6)), [], "{name}, in a dim hall");
        assert_eq!(glass(&at_dpi(&page, 150)), [], "{name}, at 150 pixels an inch");
    }
    assert_eq!(glass(&at_dpi(&print(), 300)), [], "print, with more pixels than needed");
}

#[test]
fn smeared_print_is_blurred() {
    for (name, page) in [("print", print()), ("thin print", thin_print()), ("a stamp", stamped())] {
        // 2.5 pixels at 150 an inch.
        let smeared = page.blur(2.5 * 200.0 / 150.0);
        assert!(glass(&smeared).contains(&Blurred), "{name}, scanned");
        assert!(lens(&out_of_focus(&page, 0.8, 3.4)).contains(&Blurred), "{name}, out of focus");
        assert!(lens(&out_of_focus(&page, 0.8, 7.0)).contains(&Blurred), "{name}, far out of focus");
        assert_eq!(glass(&page.blur(1.2)), [], "{name}, as soft as lenses are");
    }
}

#[test]
fn print_that_a_hand_moved_is_blurred() {
    for (name, page) in [("print", print()), ("thin print", thin_print()), ("a stamp", stamped())] {
        for (way, to) in [("across", (1, 0)), ("along", (0, 1))] {
            assert!(lens(&moved(&page, to, 12)).contains(&Blurred), "{name}, far {way}");
            assert_eq!(lens(&moved(&page, to, 2)), [], "{name}, hardly {way}");
        }
    }
}

#[test]
fn too_little_light_is_said() {
    assert_eq!(lens(&on_a_table(&print(), 0.3)), [Dark]);
    assert!(lens(&on_a_table(&sparse_form(), 0.25)).contains(&Dark));
}

#[test]
fn a_mirrored_lamp_is_said() {
    assert_eq!(lens(&with_lamp(&on_a_table(&print(), 0.85))), [Glare]);
    assert_eq!(lens(&with_lamp(&on_a_table(&photo_card(), 0.85))), [Glare]);
    // A scanner's white is as bright as a lamp and is none.
    assert_eq!(glass(&with_lamp(&print())), []);
}

#[test]
fn a_sheet_that_runs_out_of_the_picture_is_cut() {
    let page = print();
    for (side, corner) in [("left", (-200, 120)), ("right", (450, 120)), ("top", (150, -200)), ("bottom", (150, 400))] {
        assert_eq!(lens(&photographed(&page, 0.9, corner)), [Cut], "{side}");
    }
    // Scans show no table: there it is the letters that say it.
    assert_eq!(glass(&page.crop_imm(230, 0, 1400, 2339)), [Cut]);
    assert_eq!(glass(&page.crop_imm(180, 100, 1474, 2000)), []);
}

#[test]
fn print_on_its_head_is_said() {
    for (name, page) in [("print", print()), ("thin print", thin_print()), ("a stamp", stamped())] {
        assert_eq!(glass(&page.rotate180()), [UpsideDown], "{name}, scanned");
        assert_eq!(lens(&on_a_table(&page.rotate180(), 0.8)), [UpsideDown], "{name}, on a table");
    }
    // Too few words to be sure.
    assert_eq!(glass(&photo_card().rotate180()), []);
    // On its side is not on its head.
    assert!(!glass(&print().rotate90()).contains(&UpsideDown));
    assert!(!glass(&print().rotate270()).contains(&UpsideDown));
}

#[test]
fn too_few_pixels_are_said() {
    assert!(glass(&at_dpi(&print(), 60)).contains(&Small));
    assert!(glass(&at_dpi(&photo_card(), 30)).contains(&Small));
}
