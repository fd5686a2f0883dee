//! Bar codes read back by a scanner's eye.

use motcua_domain::paper::{Block, Document, PaperSize};
use motcua_kiosk::paper::{PaperError, render};
use proptest::prelude::*;

use crate::reading::Paper;

fn bars(codes: &[String], paper: PaperSize) -> Result<Vec<u8>, PaperError> {
    let bar = |code: &String| Block::Barcode { data: code.clone(), caption: code.clone() };
    let blocks = codes.iter().flat_map(|code| [bar(code), Block::Space(8)]).collect();
    render(&Document { paper, title: "Phiếu".to_owned(), footer: String::new(), blocks })
}

/// As codes of dossiers are made: letters, digits, dots and dashes, with long and short runs of digits.
fn code() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z0-9.-]{4,28}",
        "H[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}-[0-9]{6,8}-[0-9]{4,7}",
        "[ -~]{1,20}",
        "[0-9]{1,24}"
    ]
    // A scanner's program trims white space at the ends of what it prints.
    .prop_filter("nothing that is trimmed", |code| code.trim() == code && !code.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_bar_code_reads_back(codes in prop::collection::hash_set(code(), 4..7)) {
        let codes: Vec<String> = codes.into_iter().collect();
        for (paper, dpi) in [(PaperSize::A4, 150), (PaperSize::A4, 203), (PaperSize::Roll80, 203), (PaperSize::Roll58, 203)] {
            let read = Paper::of(&bars(&codes, paper).expect("a PDF")).codes(dpi);
            for code in &codes {
                prop_assert!(read.contains(code), "{code:?} on {paper:?} at {dpi} dpi is not among {read:?}");
            }
            prop_assert_eq!(read.len(), codes.len(), "{:?}", read);
        }
    }
}

#[test]
fn what_has_no_bar_code_is_an_error() {
    for data in ["", "Hồ sơ"] {
        assert!(matches!(bars(&[data.to_owned()], PaperSize::A4), Err(PaperError::Barcode)), "{data:?}");
    }
}
