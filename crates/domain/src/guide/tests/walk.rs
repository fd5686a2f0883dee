//! Random visits to every form: whatever people press, the review equals what is sent.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::super::shipped::shipped;
use super::holds::{holds, holds_on_the_review};
use super::*;
use crate::guide::view::Widget;
use crate::payment::{Postage, Vnd};

/// What a visitor does next; `pick` chooses among what there is to choose.
#[derive(Clone, Debug)]
enum Step {
    Next { right: bool, pick: u32 },
    Back { pick: u32 },
    Change { pick: u32 },
    Page { pick: u32 },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        12 => any::<u32>().prop_map(|pick| Step::Next { right: true, pick }),
        2 => any::<u32>().prop_map(|pick| Step::Next { right: false, pick }),
        2 => any::<u32>().prop_map(|pick| Step::Back { pick }),
        3 => any::<u32>().prop_map(|pick| Step::Change { pick }),
        2 => any::<u32>().prop_map(|pick| Step::Page { pick }),
    ];
    prop::collection::vec(step, 10..50)
}

/// An answer to a field as somebody may give it, right or wrong.
fn answer(field: &FieldView, right: bool, pick: u32) -> Value {
    if !right {
        let wrong = [json!(""), Value::Null, json!("?"), json!(-7), json!("2099-01-01"), json!({ "a": 1 }), json!("7")];
        return wrong[pick as usize % wrong.len()].clone();
    }
    if field.optional && pick.is_multiple_of(3) {
        return Value::Null;
    }
    match field.widget {
        Widget::Name => json!(["Nguyễn Thị Lan", "Trần Văn Bình", "  Đặng   Thu Hà "][pick as usize % 3]),
        Widget::Year => json!(["1975", "1895"][pick as usize % 2]),
        Widget::Text | Widget::LongText => json!(format!("Ấp Bình Hòa số {}, xã Mỹ Khánh", pick % 90)),
        Widget::Date => json!(["1/5/1990", "1996-02-29"][pick as usize % 2]),
        Widget::CitizenNumber => json!("089 190.001-234"),
        Widget::Phone => json!("+84 912 345 678"),
        Widget::Count => json!(field.range.map_or(1, |(least, most)| least + i64::from(pick) % (most - least + 1))),
        Widget::Choice => json!(field.choices[pick as usize % field.choices.len()].value),
        Widget::YesNo => json!(pick.is_multiple_of(2)),
        Widget::Address => address(pick),
        Widget::Amount => json!(field.range.map_or(1_000, |(least, _)| least) + i64::from(pick % 90)),
        Widget::Signature => json!("M100 100L200 200L300 120"),
        Widget::Appointment => json!(["2026-11-25T08:00", "2026-12-02/afternoon", "later"][pick as usize % 3]),
    }
}

/// Typed, chosen from the lists, or in a province whose communes are not known.
fn address(pick: u32) -> Value {
    let street = format!("Số {}, đường Lê Lợi", pick % 90);
    let communes = Units::shipped().communes_of("91");
    match pick % 3 {
        0 => json!({ "text": format!("{street}, Phường Long Xuyên, Tỉnh An Giang") }),
        1 => json!({ "province": "91", "commune": communes[pick as usize % communes.len()].code, "street": street }),
        _ => json!({ "province": "92", "street": street }),
    }
}

fn answers(view: &GuideView, right: bool, pick: u32) -> Value {
    let mut given = Map::new();
    match &view.body {
        PageBody::Consents { purposes } => {
            for (n, purpose) in (0..).zip(purposes) {
                given.insert(purpose.purpose.clone(), json!(right && (purpose.required || (pick >> n) & 1 == 1)));
            }
        }
        PageBody::Questions { fields, .. } => {
            for (n, field) in (0..).zip(fields) {
                given.insert(field.field.clone(), answer(field, right, pick.rotate_left(n * 5)));
            }
        }
        _ => {}
    }
    Value::Object(given)
}

/// A picture that was taken, sometimes one that is hard to read.
fn picture(id: &str, evidence: &str, pick: u32) -> DraftPage {
    let faults = if pick % 4 == 1 { vec![PageFault::Blurred, PageFault::Dark] } else { Vec::new() };
    DraftPage { faults, ..page(id, evidence) }
}

fn go(visitor: &mut Visitor, step: &Step, turn: usize) {
    let view = visitor.view();
    match (step, &view.body) {
        (Step::Next { pick, .. } | Step::Change { pick }, PageBody::Review { sections, .. }) => {
            let page = sections[*pick as usize % sections.len()].page.clone();
            visitor.open(&page);
        }
        (Step::Next { right: true, pick }, PageBody::Card { .. }) if pick % 2 == 1 => scan(visitor, *pick),
        (Step::Next { right, pick }, body) => {
            if let PageBody::Document { evidence, pages, .. } = body
                && *right
                && pages.len() < 4
            {
                let page = picture(&format!("t{turn}"), evidence, *pick);
                visitor.form.attach(&mut visitor.draft, page).expect("the page asks for it");
            }
            visitor.next(answers(&view, *right, *pick));
        }
        (Step::Back { pick } | Step::Change { pick }, _) => {
            visitor.back(answers(&view, pick.is_multiple_of(2), *pick));
        }
        (Step::Page { pick }, _) => handle(visitor, *pick, turn),
    }
}

/// Does something with a page of a paper that is there.
fn handle(visitor: &mut Visitor, pick: u32, turn: usize) {
    let pages = &visitor.draft.pages;
    if pages.is_empty() {
        return;
    }
    let id = pages[pick as usize % pages.len()].id.clone();
    let done = match (pick >> 8) % 4 {
        0 => {
            visitor.draft.remove_page(&id);
            Ok(())
        }
        1 => visitor.draft.replace_page(&id, picture(&format!("t{turn}"), "", pick >> 16)),
        2 => visitor.draft.move_page(&id, pick as usize % 3),
        _ => visitor.draft.keep_page(&id),
    };
    done.expect("the page is there");
}

fn scan(visitor: &mut Visitor, pick: u32) {
    let cards = [
        "089190001234||Nguyễn Thị Lan|01051990|Nữ|Ấp Bình Hòa, xã Mỹ Khánh, An Giang|15082021",
        "089088001235||Trần Văn Bình|01021988|Nam|Khóm 1, phường Long Xuyên, An Giang|15082021",
    ];
    let card = Card::read(cards[(pick >> 1) as usize % 2], visitor.now.business_date()).expect("a card");
    visitor.form.apply_card(&mut visitor.draft, &card);
}

/// Goes on with nothing but right answers, and mends what is wrong, until nothing is.
fn to_the_review(visitor: &mut Visitor, pick: u32) -> bool {
    for turn in 0..120 {
        let view = visitor.view();
        match (&view.body, view.problems.first()) {
            (PageBody::Review { .. }, None) => return true,
            (PageBody::Review { .. }, Some(problem)) => {
                let (paper, item) = problem.field.split_once('.').unwrap_or((&problem.field, ""));
                let page = visitor.form.pages.iter().find(|page| page.evidence.as_deref() == Some(paper));
                let page = page.expect("only a paper can be missing here").name.clone();
                visitor.open(&if item.is_empty() { page } else { format!("{page}.{item}") });
            }
            (body, _) => {
                if let PageBody::Document { pages, .. } = body {
                    for page in pages.iter().filter(|page| !page.faults.is_empty()) {
                        visitor.draft.keep_page(&page.id).expect("the page is there");
                    }
                }
                // The first of all choices go together, whatever was chosen before.
                let pick = if visitor.draft.checked { 0 } else { pick.rotate_left(turn * 7) };
                go(visitor, &Step::Next { right: true, pick }, 1_000 + turn as usize);
            }
        }
    }
    false
}

/// Every form there is: the shipped ones, the one that fits every procedure, one that repeats, and those that
/// answer an officer's request.
fn visitors() -> Vec<Visitor> {
    static FORMS: OnceLock<Vec<(Arc<Form>, Procedure)>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let repeats = Form::load(&super::repeats::REPEATS).expect("a form");
        let made = [
            super::any::visitor(super::any::two_cases()),
            super::supplement::visitor(&["Tờ khai", "Giấy chứng sinh"]),
            super::supplement::visitor(&[]),
        ];
        let with_a_package = shipped().iter().cloned().chain([Arc::new(repeats)]).map(|form| (form, procedure()));
        with_a_package.chain(made.map(|visitor| (visitor.form, visitor.procedure))).collect()
    });
    forms.iter().map(|(form, procedure)| Visitor::with(form.clone(), procedure.clone())).collect()
}

/// One visit: whatever comes first, and then on to the review.
fn visit(mut visitor: Visitor, steps: &[Step], pick: u32) -> Result<(), TestCaseError> {
    if pick.is_multiple_of(2) {
        visitor.locale = Locale::En;
    }
    if pick % 4 < 2 {
        visitor.postage = Some(Postage { province: 91, within_province: Vnd(26_000), elsewhere: Vnd(35_000) });
    }
    for (turn, step) in steps.iter().enumerate() {
        go(&mut visitor, step, turn);
        holds(&visitor)?;
    }
    let there = to_the_review(&mut visitor, pick);
    prop_assert!(there, "{} stays on {}: {:?}", visitor.form.procedure(), visitor.draft.page, visitor.problems());
    holds_on_the_review(&visitor)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn the_review_is_what_is_sent(steps in steps(), pick: u32) {
        std::thread::scope(|scope| {
            let visit = |visitor| scope.spawn(|| visit(visitor, &steps, pick));
            let visits: Vec<_> = visitors().into_iter().map(visit).collect();
            visits.into_iter().try_for_each(|visit| visit.join().expect("a visit ends"))
        })?;
    }
}
