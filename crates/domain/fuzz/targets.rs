//! What is tried with whatever bytes come. `tests/fuzz.rs` runs the same over the corpus and over made-up
//! input, with the stable compiler.
#![allow(dead_code, reason = "each fuzz target uses one of them")]

use std::sync::Arc;

use motcua_domain::card::Card;
use motcua_domain::catalogue::{ChannelKind, starter};
use motcua_domain::guide::{
    Draft, DraftPage, Forms, MOST_PAGES, PageBody, PageFault, PageSource, Sources, Surroundings, any_form,
};
use motcua_domain::units::Units;
use motcua_domain::words::Locale;
use serde_json::{Map, Value};

/// The procedures whose forms answers are tried on: those with one of their own, and one that has the form that
/// fits every procedure. New ones are added behind, so that the corpus keeps its meaning.
const FORMS: [&str; 9] =
    ["1.001193", "2.000815", "1.001612", "2.000884", "1.000656", "1.000894", "1.004194", "2.000635", OTHER];
/// A procedure of the starter catalogue without a form of its own.
const OTHER: &str = "1.004873";

/// The text of a card, as a reader may garble it: refused with a reason, or a card that holds together.
pub fn card(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = jiff::civil::date(2026, 11, 24);
    match Card::read(&text, today) {
        Ok(card) => {
            assert!(card.number.fits(card.birth_date, card.sex) && card.issued <= today);
            assert_eq!(card.name.is_some(), card.address.is_some());
            assert!([card.name, card.address].iter().flatten().all(|text| !text.is_empty()));
        }
        Err(problem) => assert!(problem.code.starts_with("card-"), "{}", problem.code),
    }
}

/// Answers of any shape, page after page: `[[first page's values], [second page's], …]`, where a step that
/// begins with `"back"` goes back, and one that begins with `"page"` attaches a page first where a paper is
/// asked for, or takes one away. The form is chosen by the first byte. What the guide calls complete is
/// always what the schema takes.
pub fn answers(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(steps) = serde_json::from_slice::<Vec<Vec<Value>>>(rest) else { return };
    let code = FORMS[usize::from(*first) % FORMS.len()];
    let procedure = starter().procedure(code).expect("it is in the catalogue");
    let form = Forms::shipped().newest(code).cloned();
    let form = form.unwrap_or_else(|| Arc::new(any_form(procedure).expect("a form")));
    let around = Surroundings {
        locale: if first % 2 == 0 { Locale::Vi } else { Locale::En },
        now: "2026-11-24T09:00:00+07:00".parse().expect("a moment"),
        reader: false,
        sources: Sources::default(),
        procedure,
        units: Arc::new(Units::shipped().clone()),
        postage: None,
        channel: ChannelKind::Online,
        hours: Vec::new(),
    };
    let mut draft = Draft::begin(&form);
    for (turn, step) in steps.iter().take(60).enumerate() {
        let begins = |with: &str| step.first().is_some_and(|value| value == with);
        let back = begins("back");
        if begins("page") {
            match form.asks_now(&draft) {
                Some(evidence) if draft.pages.len() < MOST_PAGES => {
                    form.attach(&mut draft, page(turn, evidence)).expect("it is asked for");
                }
                _ => {
                    let first = draft.pages.first().map(|page| page.id.clone());
                    first.into_iter().for_each(|id| draft.remove_page(&id));
                }
            }
        }
        let view = form.view(&draft, &around);
        let names: Vec<String> = match view.body {
            PageBody::Consents { purposes } => purposes.into_iter().map(|purpose| purpose.purpose).collect(),
            PageBody::Questions { fields, .. } => fields.into_iter().map(|field| field.field).collect(),
            _ => Vec::new(),
        };
        let given: Map<String, Value> =
            names.into_iter().zip(step.iter().skip(usize::from(back || begins("page"))).cloned()).collect();
        let page = draft.page.clone();
        let went = match back {
            true => form.back(&mut draft, &page, &given, &around),
            false => form.next(&mut draft, &page, &given, &around),
        };
        assert!(went.is_ok() || page == "review", "{page}: {went:?}");
        if let Ok(content) = form.content(&draft, &around) {
            assert_eq!(form.check_answers(&content.answers), Ok(()));
            let papers: Vec<&str> = content.papers.iter().map(|paper| paper.evidence.as_str()).collect();
            assert!(form.check_papers(&content.answers, &papers));
            assert!(!form.answers_in_words(&content.answers, around.locale).is_empty());
            let _ = form.fees(&content.answers, around.channel, around.locale);
        }
    }
}

/// A page that was taken; every third is hard to read.
fn page(turn: usize, evidence: String) -> DraftPage {
    DraftPage {
        id: turn.to_string(),
        evidence,
        source: PageSource::Camera,
        sha256: "0".repeat(64),
        size: 1_000,
        width: 1_654,
        height: 2_339,
        faults: if turn % 3 == 2 { vec![PageFault::Blurred] } else { Vec::new() },
        kept: turn.is_multiple_of(2),
    }
}
