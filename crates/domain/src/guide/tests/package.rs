//! What every shipped form holds to.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use unicode_normalization::is_nfc;

use super::super::form::Attach;
use super::super::shipped::{ANY, PACKAGES, shipped};
use super::*;
use crate::payment::Vnd;

fn keys(source: &str) -> BTreeSet<String> {
    let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).expect("valid Fluent");
    let mut keys = BTreeSet::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            assert!(keys.insert(message.id.name.to_owned()), "{} stands twice", message.id.name);
        }
    }
    keys
}

#[test]
fn every_word_stands_once_in_both_languages_and_is_composed() {
    for package in PACKAGES.iter().chain([&ANY]) {
        let [vi, en] = package.words;
        assert_eq!(keys(vi), keys(en));
        assert!(is_nfc(vi) && is_nfc(en));
    }
}

/// The shipped forms, and the one that fits every procedure.
fn all() -> Vec<Arc<Form>> {
    shipped().iter().cloned().chain([super::any::visitor(super::any::two_cases()).form]).collect()
}

/// All words a form can come to say, its own and the common ones.
fn needed(form: &Form) -> BTreeSet<String> {
    let mut needed = BTreeSet::new();
    for page in &form.pages {
        needed.insert(format!("page-{}", page.name));
        for control in &page.controls {
            needed.insert(control.key());
            needed.extend(control.choices.iter().map(|choice| format!("{}-{choice}", control.key())));
        }
        needed.extend(page.notes.iter().map(|note| note.key.clone()));
    }
    needed.extend(form.about.papers.iter().map(|paper| format!("paper-{}", paper.id)));
    needed.extend(form.about.fees.iter().map(|fee| format!("fee-{}", fee.id)));
    needed.insert("receive-counter".to_owned());
    needed
}

#[test]
fn every_title_label_choice_paper_and_fee_has_words_and_no_word_is_idle() {
    for (form, package) in shipped().iter().zip(&PACKAGES) {
        let (needed, written) = (needed(form), keys(package.words[0]));
        assert_eq!(needed.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "{}", form.procedure());
        for key in written.difference(&needed) {
            let told = key.strip_suffix("-help").or_else(|| key.split_once("-error-").map(|(field, _)| field));
            assert!(told.is_some_and(|of| needed.contains(of)), "{} has {key} for nothing", form.procedure());
        }
    }
}

#[test]
fn every_mistake_has_a_sentence_that_says_what_to_do() {
    let causes = [
        "required",
        "short",
        "long",
        "range",
        "choice",
        "not",
        "unknown",
        "refused",
        "missing",
        "person-name",
        "citizen-number",
        "phone",
        "year",
        "date",
        "future",
        "past",
        "appointment",
        "closed",
        "signature",
        "unit",
        "street",
    ];
    for form in all() {
        for locale in Locale::ALL {
            let shown = form.shown_of(&json!({}));
            let texts = form.texts(&shown, locale);
            for control in form.controls() {
                for cause in causes {
                    let said = form.field_problem(&control.path(Some(0)), cause, &texts).message;
                    assert!(!said.starts_with("guide-") && said.ends_with('.'), "{} {cause}: {said}", control.field);
                    assert!(said.matches(". ").count() >= 1, "not only what, but what to do: {said}");
                    assert!(!said.contains("không hợp lệ") && !said.contains('{'), "{said}");
                }
            }
        }
    }
}

#[test]
fn common_words_of_the_guide_exist() {
    use crate::words::Words;
    let codes = [
        "page-out-of-date",
        "unknown-field",
        "document-not-asked",
        "pages-too-many",
        "citizen-number-digits",
        "citizen-number-unknown",
        "card-unreadable",
        "card-misread",
    ];
    for locale in Locale::ALL {
        assert!(codes.iter().all(|code| Words::of(locale).has(&format!("error-{code}"))));
        for (purpose, title, text) in consent_texts(locale) {
            assert!(!purpose.is_empty() && !title.starts_with("guide-") && !text.starts_with("guide-"));
        }
    }
}

/// One pass in page order finds all that is visible only if this holds.
#[test]
fn rules_read_only_answers_of_earlier_pages() {
    for form in all() {
        let mut earlier = BTreeSet::new();
        for page in &form.pages {
            let paper = page.evidence.as_deref().and_then(|evidence| form.paper(evidence));
            let rules = page.controls.iter().filter_map(|control| control.rule.as_ref());
            for rule in rules.chain(&page.rule).chain(paper.and_then(|paper| paper.when.as_ref())) {
                assert!(rule.reads.is_subset(&earlier), "{} {}: {:?}", form.procedure(), page.name, rule.reads);
                assert!(!rule.reads.is_empty());
            }
            earlier.extend(page.controls.iter().map(|control| control.base()));
        }
        assert_eq!(form.controls().count(), earlier.len(), "no field is asked twice");
    }
}

#[test]
fn pages_papers_and_applicants_fit_together() {
    for form in all() {
        let about = &form.about;
        let names: BTreeSet<&str> = form.pages.iter().map(|page| page.name.as_str()).collect();
        assert_eq!(names.len(), form.pages.len());
        for page in &form.pages {
            assert_eq!(page.evidence.is_some(), page.controls.is_empty(), "{}: questions or a paper", page.name);
            assert!(page.controls.len() <= 3, "{}: one question a page", page.name);
        }
        for paper in &about.papers {
            let asked = form.pages.iter().any(|page| page.evidence.as_deref() == Some(paper.id.as_str()));
            assert_eq!(asked, paper.attach != Attach::Never, "{}: a page where it is attached", paper.id);
        }
        let who = &about.applicant;
        let fields = [&who.name, &who.number, &who.phone, &who.address, &who.birth_date];
        for field in fields.into_iter().chain(&about.result) {
            assert!(form.control(field).is_some(), "{field}");
        }
    }
}

/// Of each way that the catalogue has, and of no other. Copies of a birth certificate are charged as
/// 2.000635 says: it is the procedure for them.
#[test]
fn every_amount_is_a_fact_of_the_catalogue() {
    let known = |code: &str, channel: ChannelKind, amount: u64| {
        let procedure = crate::catalogue::starter().procedure(code).expect("a form is for a procedure that is known");
        procedure.rows_for(channel).iter().flat_map(|row| &row.fees).any(|fee| fee.amount == Some(Vnd(amount)))
    };
    for form in shipped() {
        for (fee, channel) in
            form.about.fees.iter().flat_map(|fee| [ChannelKind::Online, ChannelKind::InPerson].map(|way| (fee, way)))
        {
            for amount in fee.amounts().into_iter().filter(|_| fee.is_for(channel)) {
                let code = form.procedure();
                assert!(known(code, channel, amount) || known("2.000635", channel, amount), "{code}: {amount}");
            }
        }
    }
}

#[test]
fn what_a_copy_costs_is_said_where_it_is_asked() {
    for code in ["1.001193", "2.000635"] {
        let form = Forms::shipped().newest(code).expect("a form");
        let answers = json!({ "receive": "counter", "copies": 1 });
        let fee = form
            .fees(&answers, ChannelKind::Online, Locale::Vi)
            .into_iter()
            .map(|(_, amount)| amount)
            .max()
            .expect("a fee");
        assert!(form.words(Locale::Vi).say("copies-help").contains(&format!("{fee} đồng")));
    }
}

#[test]
fn a_package_whose_files_do_not_fit_is_refused() {
    let about = r#"{"procedure":"1","version":1,"appointment":false,"papers":[],"fees":[],
        "applicant":{"name":"a","number":"a","phone":"a","address":"a","birth_date":"a"}}"#;
    let schema = r#"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"#;
    let ui = |control: &str| {
        format!(r#"{{"type":"Categorization","elements":[{{"type":"Category","label":"p","elements":[{control}]}}]}}"#)
    };
    let good = r##"{"type":"Control","scope":"#/properties/a","options":{"widget":"text"}}"##;
    let parse = |schema: &str, ui: &str| Form::load(&Package { schema, ui, about, words: ["", ""] });
    assert!(parse(schema, &ui(good)).is_ok());
    assert!(matches!(parse(schema, &ui(&good.replace("/a", "/b"))), Err(FormError::Package(_))));
    assert!(matches!(parse("{", &ui(good)), Err(FormError::Json(_))));
    assert!(matches!(parse(r#"{"properties":{"a":{"type":"thing"}}}"#, &ui(good)), Err(FormError::Schema(_))));
    assert!(matches!(
        parse(schema, &ui(good).replace(r#""label""#, r#""script":"alert()","label""#)),
        Err(FormError::Json(_))
    ));
    let rule = r##""rule":{"effect":"SHOW","condition":{"scope":"#/properties/a","schema":{"const":"x"}}},"options""##;
    let undefined_left_open = good.replace(r#""options""#, rule);
    let closed = undefined_left_open.replace(r#""schema""#, r#""failWhenUndefined":true,"schema""#);
    assert!(parse(schema, &ui(&closed)).is_ok());
    assert!(matches!(parse(schema, &ui(&undefined_left_open)), Err(FormError::Json(_))));
    let asks = ui(&good.replace("text", "appointment"));
    assert!(matches!(parse(schema, &asks), Err(FormError::Package(_))), "form.json says that there is none");
}
