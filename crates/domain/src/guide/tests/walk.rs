//! Random visits: whatever people press, the review equals what is sent.

use proptest::prelude::*;

use super::super::shipped::shipped;
use super::*;
use crate::guide::view::Widget;

/// What a visitor does next; `pick` and `other` choose among what there is to choose.
#[derive(Clone, Debug)]
enum Step {
    Next { right: bool, pick: u32 },
    Back { pick: u32 },
    Change { pick: u32 },
    Remove,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        12 => any::<u32>().prop_map(|pick| Step::Next { right: true, pick }),
        2 => any::<u32>().prop_map(|pick| Step::Next { right: false, pick }),
        2 => any::<u32>().prop_map(|pick| Step::Back { pick }),
        3 => any::<u32>().prop_map(|pick| Step::Change { pick }),
        1 => Just(Step::Remove),
    ];
    prop::collection::vec(step, 20..90)
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
        Widget::Text if field.field.ends_with("_year") => json!(["1975", "1990"][pick as usize % 2]),
        Widget::Text | Widget::LongText => json!(format!("Ấp Bình Hòa số {}, xã Mỹ Khánh", pick % 90)),
        Widget::Date => json!(["2026-11-01", "1/5/1990"][pick as usize % 2]),
        Widget::CitizenNumber => json!("089 190.001-234"),
        Widget::Phone => json!("+84 912 345 678"),
        Widget::Count => json!(field.range.map_or(1, |(least, most)| least + i64::from(pick) % (most - least + 1))),
        Widget::Choice => json!(field.choices[pick as usize % field.choices.len()].value),
        Widget::YesNo => json!(pick.is_multiple_of(2)),
        Widget::Address => json!({ "text": format!("Số {}, Phường Long Xuyên, Tỉnh An Giang", pick % 90) }),
        Widget::Amount => json!(field.range.map_or(1_000, |(least, _)| least) + i64::from(pick % 90)),
        Widget::Signature => json!("M100 100L200 200L300 120"),
        Widget::Appointment => json!(["2026-11-25T08:00", "2026-12-02/afternoon", "later"][pick as usize % 3]),
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

fn go(visitor: &mut Visitor, step: &Step) {
    let view = visitor.view();
    match (step, &view.body) {
        (Step::Next { .. } | Step::Change { .. }, PageBody::Review { sections, .. }) => {
            let pick = match step {
                Step::Next { pick, .. } | Step::Change { pick } => *pick as usize,
                _ => 0,
            };
            let page = sections[pick % sections.len()].page.clone();
            visitor.open(&page);
        }
        (Step::Next { right, pick }, body) => {
            if let PageBody::Document { evidence, .. } = body
                && *right
            {
                let evidence = evidence.clone();
                if visitor.draft.pages.len() < 30 {
                    visitor.attach(&evidence);
                }
            }
            visitor.next(answers(&view, *right, *pick));
        }
        (Step::Back { pick } | Step::Change { pick }, _) => {
            visitor.back(answers(&view, pick.is_multiple_of(2), *pick));
        }
        (Step::Remove, _) => {
            if let Some(id) = visitor.draft.pages.first().map(|page| page.id.clone()) {
                visitor.draft.remove_page(&id);
            }
        }
    }
}

/// The name of a page or paper without the item's number.
fn base(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// What must be true after every step.
fn holds(visitor: &Visitor) -> Result<(), TestCaseError> {
    let view = visitor.view();
    prop_assert!(!view.title.starts_with("page-") && !view.title.starts_with("guide-"));
    let content = visitor.form.content(&visitor.draft, &visitor.around());
    let PageBody::Review { sections, to_show, .. } = &view.body else { return Ok(()) };
    // A paper taken away on the review itself is the one thing that can be missing there.
    let content = match content {
        Ok(content) => content,
        Err(problems) => {
            prop_assert_eq!(&view.problems, &problems);
            prop_assert!(problems.iter().all(|problem| visitor.form.paper(base(&problem.field)).is_some()));
            return Ok(());
        }
    };
    prop_assert!(view.problems.is_empty());
    prop_assert_eq!(visitor.form.check_answers(&content.answers), Ok(()));
    prop_assert_eq!(to_show, &content.to_show);
    prop_assert_eq!(&visitor.draft.answers, &visitor.form.flatten(&content.answers), "nothing hidden is left");
    let sent: usize = content.papers.iter().map(|paper| paper.pages.len()).sum();
    prop_assert_eq!(visitor.draft.pages.len(), sent, "every page that is left is sent");

    // The review shows every answer that is sent, every document and every consent, and no other.
    let words = crate::words::Words::of(visitor.locale);
    let empty = words.say("guide-left-empty");
    let shown = sections.iter().flat_map(|s| &s.rows).filter(|row| row.value != empty).count();
    let sent = visitor.form.flatten(&content.answers).len();
    let papers =
        sections.iter().filter(|s| visitor.form.pages.iter().any(|p| p.name == base(&s.page) && p.evidence.is_some()));
    prop_assert_eq!(shown, sent + papers.count() + visitor.form.purposes().len());
    let in_words = visitor.form.answers_in_words(&content.answers, visitor.locale);
    for section in in_words {
        let seen = sections.iter().find(|s| s.page == section.page).expect("every page that is sent is on the review");
        for (row, seen) in section.rows.iter().zip(&seen.rows) {
            prop_assert_eq!(&row.label, &seen.label);
            let masked = crate::card::CitizenNumber::parse(&row.value).map(|number| number.masked());
            let signed = row.value == words.say("guide-signed") && seen.value.starts_with('M');
            prop_assert!(row.value == seen.value || masked.as_ref() == Ok(&seen.value) || signed);
        }
    }

    // The schema by itself refuses an answer whose page is hidden.
    let shown = visitor.form.shown(&visitor.draft);
    let visible: Vec<&str> = shown.pages.iter().flat_map(|own| &own.fields).map(|field| field.path.as_str()).collect();
    for control in visitor.form.controls().filter(|control| control.options.consent.is_none()) {
        let items = control.group.as_ref().map_or(1, |group| shown.items(group));
        for item in 0..items {
            let path = control.path(Some(item));
            if visible.contains(&path.as_str()) {
                continue;
            }
            let mut smuggled = content.answers.clone();
            match &control.group {
                Some(group) => smuggled[group][item][&control.field] = json!("Nguyễn Thị Lan"),
                None => smuggled[&path] = json!("Nguyễn Thị Lan"),
            }
            let problems = visitor.form.check_answers(&smuggled).expect_err("hidden answers are refused");
            prop_assert!(problems.iter().any(|problem| problem.field == path), "{}: {:?}", path, problems);
        }
    }
    Ok(())
}

/// Every form there is: the shipped ones, the one that fits every procedure, one that repeats, and those that
/// answer an officer's request.
fn visitors() -> Vec<Visitor> {
    let shipped = shipped().iter().map(|form| Visitor::with(form.clone(), procedure()));
    let repeats = Form::load(&super::repeats::REPEATS).expect("a form");
    let more = [
        super::any::visitor(super::any::two_cases()),
        Visitor::with(Arc::new(repeats), procedure()),
        super::supplement::visitor(&["Tờ khai", "Giấy chứng sinh"]),
        super::supplement::visitor(&[]),
    ];
    shipped.chain(more).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_review_is_what_is_sent(which: prop::sample::Index, english: bool, steps in steps()) {
        let mut visitors = visitors();
        let mut visitor = visitors.swap_remove(which.index(visitors.len()));
        if english {
            visitor.locale = Locale::En;
        }
        for step in &steps {
            go(&mut visitor, step);
            holds(&visitor)?;
        }
    }
}

/// The property above would say nothing if no walk ever got to the review.
#[test]
fn right_answers_lead_to_the_review_whatever_is_chosen() {
    for n in 0..visitors().len() {
        for pick in 0..60u32 {
            let mut visitor = visitors().swap_remove(n);
            let pick = pick.wrapping_mul(2_654_435_761);
            for turn in 0..80 {
                if visitor.draft.page == "review" {
                    break;
                }
                let mut pick = pick.rotate_left(turn * 7);
                if visitor.draft.checked {
                    pick = 0;
                }
                go(&mut visitor, &Step::Next { right: true, pick });
            }
            let form = &visitor.form;
            assert_eq!(visitor.draft.page, "review", "{}: {:?}", form.procedure(), visitor.problems());
            assert!(form.content(&visitor.draft, &visitor.around()).is_ok());
        }
    }
}
