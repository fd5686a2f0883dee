//! What is tried with whatever bytes come. `tests/fuzz.rs` runs the same over the corpus and over made-up
//! input, with the stable compiler.
#![allow(dead_code, reason = "each fuzz target uses one of them")]

use std::sync::Arc;

use motcua_domain::card::Card;
use motcua_domain::catalogue::starter;
use motcua_domain::guide::{Draft, Forms, PageBody, Sources, Surroundings};
use motcua_domain::units::Units;
use motcua_domain::words::Locale;
use serde_json::{Map, Value};

/// The forms that answers are tried on.
const FORMS: [&str; 4] = ["1.001193", "2.000815", "1.001612", "2.000884"];

/// The text of a card, as a reader may garble it: refused with a reason, or a card that holds together.
pub fn card(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = jiff::civil::date(2026, 11, 24);
    match Card::read(&text, today) {
        Ok(card) => {
            assert!(card.number.fits(card.birth_date, card.sex) && card.issued <= today && !card.name.is_empty());
        }
        Err(problem) => assert!(problem.code.starts_with("card-"), "{}", problem.code),
    }
}

/// Answers of any shape, page after page: `[[first page's values], [second page's], …]`, where a step that
/// begins with `"back"` goes back. The form is chosen by the first byte. What the guide calls complete is
/// always what the schema takes.
pub fn answers(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(steps) = serde_json::from_slice::<Vec<Vec<Value>>>(rest) else { return };
    let code = FORMS[usize::from(*first) % FORMS.len()];
    let (Some(form), Some(procedure)) = (Forms::shipped().newest(code), starter().procedure(code)) else {
        panic!("{code} ships with a form");
    };
    let around = Surroundings {
        locale: if first % 2 == 0 { Locale::Vi } else { Locale::En },
        now: "2026-11-24T09:00:00+07:00".parse().expect("a moment"),
        reader: false,
        sources: Sources::default(),
        procedure,
        units: Arc::new(Units::shipped().clone()),
        postage: None,
        hours: Vec::new(),
    };
    let mut draft = Draft::begin(form);
    for step in steps.iter().take(60) {
        let back = step.first().is_some_and(|value| value == "back");
        let view = form.view(&draft, &around);
        let names: Vec<String> = match view.body {
            PageBody::Consents { purposes } => purposes.into_iter().map(|purpose| purpose.purpose).collect(),
            PageBody::Questions { fields, .. } => fields.into_iter().map(|field| field.field).collect(),
            _ => Vec::new(),
        };
        let given: Map<String, Value> = names.into_iter().zip(step.iter().skip(usize::from(back)).cloned()).collect();
        let page = draft.page.clone();
        let went = match back {
            true => form.back(&mut draft, &page, &given, &around),
            false => form.next(&mut draft, &page, &given, &around),
        };
        assert!(went.is_ok() || page == "review", "{page}: {went:?}");
        if let Ok(content) = form.content(&draft, &around) {
            assert_eq!(form.check_answers(&content.answers), Ok(()));
            assert!(!form.answers_in_words(&content.answers, around.locale).is_empty());
            let _ = form.fees(&content.answers, around.locale);
        }
    }
}
