//! What is true wherever a visit stands, and what of its review.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::card::CitizenNumber;
use crate::guide::form::Control;
use crate::guide::texts::Texts;
use crate::guide::time_wanted::TimeWanted;
use crate::guide::view::Widget;
use crate::payment::Vnd;
use crate::words::Words;

/// The name of a page or paper without the number of its item, and the item from 0.
fn parts(name: &str) -> (&str, Option<usize>) {
    match name.split_once('.') {
        Some((base, item)) => (base, item.parse::<usize>().ok().map(|item| item - 1)),
        None => (name, None),
    }
}

/// What must be true after every step.
pub(super) fn holds(visitor: &Visitor) -> Result<(), TestCaseError> {
    let (form, draft, view) = (&visitor.form, &visitor.draft, visitor.view());
    prop_assert!(!view.title.starts_with("page-") && !view.title.starts_with("guide-"));
    prop_assert!(view.step.is_none_or(|step| step.now <= step.of));
    let kept: Draft = serde_json::from_value(json!(draft)).expect("a draft");
    prop_assert!(kept == *draft, "it is kept whole");
    for path in &draft.from_card {
        let (control, card) = (form.control(path).expect("a field"), draft.card_facts.as_ref().expect("a card"));
        prop_assert!(control.is_of_card(&draft.answers[path], card), "{} is not of the card", path);
    }
    if let PageBody::Questions { fields, .. } = &view.body {
        for field in fields {
            prop_assert_eq!(&field.value, draft.answers.get(&field.field).unwrap_or(&Value::Null));
            prop_assert_eq!(field.from_card, draft.from_card.contains(&field.field));
        }
    }
    match form.content(draft, &visitor.around()) {
        Ok(content) => {
            prop_assert!(view.problems.is_empty());
            prop_assert_eq!(form.check_answers(&content.answers), Ok(()));
            if draft.page == "review" { holds_on_the_review(visitor) } else { Ok(()) }
        }
        Err(problems) if draft.page == "review" => {
            // A paper taken away or taken again on the review itself is the one thing that can be wrong there.
            prop_assert!(problems.iter().all(|problem| form.paper(parts(&problem.field).0).is_some()));
            prop_assert_eq!(&view.problems, &problems);
            Ok(())
        }
        Err(problems) => {
            prop_assert!(view.problems.iter().all(|problem| problems.contains(problem)));
            Ok(())
        }
    }
}

/// What must be true on a review with nothing wrong: it is what is sent, row by row.
pub(super) fn holds_on_the_review(visitor: &Visitor) -> Result<(), TestCaseError> {
    let (form, draft, view) = (&visitor.form, &visitor.draft, visitor.view());
    let (sections, to_show, fees, _) = review(&view);
    let content = visitor.content();
    let flat = form.flatten(&content.answers);
    prop_assert_eq!(form.check_answers(&content.answers), Ok(()));
    let papers: Vec<&str> = content.papers.iter().map(|paper| paper.evidence.as_str()).collect();
    prop_assert!(form.check_papers(&content.answers, &papers));
    prop_assert_eq!(to_show, &content.to_show);
    prop_assert!(draft.answers.keys().eq(flat.keys()), "nothing hidden is left");
    let sent: usize = content.papers.iter().map(|paper| paper.pages.len()).sum();
    prop_assert_eq!(draft.pages.len(), sent, "every page that is left is sent");
    prop_assert!(!draft.pages.iter().any(DraftPage::doubtful));

    let words = Words::of(visitor.locale);
    let shown = form.shown(draft);
    let texts = form.texts(&shown, visitor.locale);
    let mut answers: BTreeMap<String, Value> = flat.into_iter().collect();
    let mut documents: BTreeMap<&str, usize> =
        content.papers.iter().map(|paper| (paper.evidence.as_str(), paper.pages.len())).collect();
    for section in sections {
        if section.page == "consents" {
            for (row, purpose) in section.rows.iter().zip(form.purposes()) {
                let given = content.consents.iter().any(|consent| consent.purpose == purpose.name);
                prop_assert_eq!(&row.value, &words.say(if given { "guide-agreed" } else { "guide-not-agreed" }));
            }
            prop_assert_eq!(section.rows.len(), form.purposes().len());
            continue;
        }
        let (name, item) = parts(&section.page);
        let page = form.pages.iter().find(|page| page.name == name).expect("a page of the form");
        let texts = texts.about(page.repeat.as_deref(), item);
        if let Some(paper) = &page.evidence {
            let id = item.map_or_else(|| paper.clone(), |item| format!("{paper}.{}", item + 1));
            let told = match documents.remove(id.as_str()) {
                Some(pages) => words.say_with("guide-attached-pages", &[("count", &pages.to_string())]),
                None => words.say("guide-nothing-attached"),
            };
            prop_assert_eq!(section.rows.iter().map(|row| row.value.clone()).collect::<Vec<_>>(), [told]);
            continue;
        }
        let mut controls = page.controls.iter();
        for row in &section.rows {
            let control = controls.find(|control| texts.say(&control.key()) == row.label).expect("a field of the page");
            let told = match answers.remove(&control.path(item)) {
                Some(answer) => said(control, &answer, &texts, words),
                None => words.say("guide-left-empty"),
            };
            prop_assert_eq!(&row.value, &told, "{}", control.base());
        }
    }
    prop_assert!(answers.is_empty() && documents.is_empty(), "sent and not shown: {:?} {:?}", answers, documents);
    let by_post = content.answers.get("post_address").is_some();
    prop_assert_eq!(fees.iter().any(|row| row.label == words.say("cost-postage")), by_post);
    as_an_officer_reads_it(visitor, sections, &content)?;
    nothing_can_be_smuggled_in(visitor, &content)
}

/// An answer that was sent, as its owner reads it.
fn said(control: &Control, answer: &Value, texts: &Texts, words: &Words) -> String {
    let text = answer.get("text").unwrap_or(answer);
    let text = text.as_str().map_or_else(|| text.to_string(), str::to_owned);
    match control.options.widget {
        Widget::YesNo => words.say(if *answer == json!(true) { "guide-yes" } else { "guide-no" }),
        Widget::Choice => texts.say(&format!("{}-{text}", control.key())),
        Widget::Date => text.split('-').rev().collect::<Vec<_>>().join("/"),
        Widget::CitizenNumber => CitizenNumber::parse(&text).expect("a number").masked(),
        Widget::Amount => {
            let amount = Vnd(answer.as_u64().expect("an amount")).to_string();
            words.say_with("guide-amount", &[("amount", &amount)])
        }
        Widget::Appointment => TimeWanted::parse(&text).expect("a time").in_words(words),
        _ => text,
    }
}

/// What officers read of the answers is what their owner saw, with numbers whole and without the signature.
fn as_an_officer_reads_it(
    visitor: &Visitor,
    sections: &[ReviewSection],
    content: &Content,
) -> Result<(), TestCaseError> {
    let signed = Words::of(visitor.locale).say("guide-signed");
    for section in visitor.form.answers_in_words(&content.answers, visitor.locale) {
        let seen = sections.iter().find(|s| s.page == section.page).expect("every page that is sent is on the review");
        for (row, seen) in section.rows.iter().zip(&seen.rows) {
            prop_assert_eq!(&row.label, &seen.label);
            let masked = CitizenNumber::parse(&row.value).map(|number| number.masked());
            let signed = row.value == signed && seen.value.starts_with('M');
            prop_assert!(row.value == seen.value || masked.as_ref() == Ok(&seen.value) || signed);
        }
    }
    Ok(())
}

/// The schema by itself refuses an answer whose page is hidden.
fn nothing_can_be_smuggled_in(visitor: &Visitor, content: &Content) -> Result<(), TestCaseError> {
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
