//! What the fuzz targets try, with the stable compiler: over their corpus, and over made-up input.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};

#[path = "../fuzz/targets.rs"]
mod targets;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files =
        fs::read_dir(folder).expect("a corpus").map(|file| fs::read(file.expect("a file").path()).expect("read"));
    let files: Vec<Vec<u8>> = files.collect();
    assert!(files.len() >= 3);
    files
}

#[test]
fn the_corpus_passes() {
    corpus("card").iter().for_each(|bytes| targets::card(bytes));
    corpus("answers").iter().for_each(|bytes| targets::answers(bytes));
}

fn any_json() -> impl Strategy<Value = Value> {
    let likely = prop::sample::select(vec![
        json!("Nguyễn Thị Lan"),
        json!("089190001234"),
        json!("1990-05-01"),
        json!("0912345678"),
        json!({ "text": "Ấp Bình Hòa, xã Mỹ Khánh" }),
        json!({ "province": "91", "commune": "30742", "street": "12" }),
        json!("counter"),
        json!("back"),
        json!("page"),
        json!(2),
    ]);
    let leaf = prop_oneof![
        4 => likely,
        1 => Just(Value::Null),
        2 => any::<bool>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        2 => ".{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z/0-9]{0,8}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A card's text with some of its characters replaced, dropped or added.
fn garbled() -> impl Strategy<Value = String> {
    let whole = "089190001234|350123456|Nguyễn Thị Lan|01051990|Nữ|Ấp Bình Hòa, xã Mỹ Khánh, An Giang|15082021";
    prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(any::<char>()), any::<bool>()), 0..6)
        .prop_map(move |changes| {
            let mut text: Vec<char> = whole.chars().collect();
            for (place, with, keep) in changes {
                let place = place.index(text.len());
                text.splice(place..place + usize::from(!keep), with);
                if text.is_empty() {
                    text.push('|');
                }
            }
            text.into_iter().collect()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_of_a_card_breaks_the_reader(text in garbled()) {
        targets::card(text.as_bytes());
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        targets::card(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_answers_break_the_guide(
        form in any::<u8>(),
        steps in prop::collection::vec(prop::collection::vec(any_json(), 0..5), 0..16),
    ) {
        // Otherwise hardly any visit would get beyond the consents.
        let steps: Vec<Vec<Value>> = [vec![json!(true), json!(true)], Vec::new()].into_iter().chain(steps).collect();
        let mut bytes = vec![form];
        bytes.extend(serde_json::to_vec(&steps).expect("JSON"));
        targets::answers(&bytes);
    }
}
