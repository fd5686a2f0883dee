//! One rule at a time.

use super::*;

#[test]
fn no_consent_is_given_beforehand_and_a_required_one_cannot_be_left_out() {
    let mut visitor = Visitor::at("1.001193");
    match visitor.view().body {
        PageBody::Consents { purposes } => assert!(purposes.iter().all(|p| p.given.is_none()) && purposes.len() > 1),
        other => panic!("consents, not {other:?}"),
    }
    assert_eq!(visitor.next(json!({})), "consents");
    assert_eq!(visitor.next(json!({ "process": false, "contact": true })), "consents");
    assert_eq!(visitor.problems()[0].field, "process");
    assert!(visitor.problems()[0].message.contains("quầy"), "there is a way on that ends at a person");
    assert_eq!(visitor.next(json!({ "process": true, "contact": null })), "card");
    assert_eq!(visitor.draft.consents.len(), 1, "silence is no consent");
}

#[test]
fn without_the_consent_to_be_called_no_number_is_asked_or_sent() {
    let mut visitor = Visitor::enter("2.000635");
    visitor.next(json!({ "receive": "counter", "copies": 1 }));
    visitor.next(json!({ "event": "birth" }));
    visitor.next(json!({ "for_whom": "self" }));
    visitor.next(json!({ "registered_at": "xã Mỹ Khánh" }));
    assert_eq!(visitor.content().answers["phone"], "0912345678");
    visitor.open("consents");
    assert_eq!(visitor.next(json!({ "contact": false })), "review");
    assert_eq!(visitor.content().answers.get("phone"), None);
    assert_eq!(visitor.content().consents.len(), 1);
    assert!(!serde_json::to_string(&visitor.draft).expect("JSON").contains("0912345678"));
}

#[test]
fn a_consent_keeps_the_time_it_was_given() {
    let mut visitor = Visitor::at("1.001193");
    visitor.next(json!({ "process": true, "contact": false }));
    visitor.back(json!({}));
    visitor.now = visitor.now.plus_millis(60_000);
    visitor.next(json!({ "process": true, "contact": true }));
    let at = |purpose: &str| visitor.draft.consents.iter().find(|c| c.purpose == purpose).map(|c| c.at);
    assert_eq!(at("process").map(|at| at.plus_millis(60_000)), at("contact"));
}

#[test]
fn a_double_tap_changes_nothing() {
    let mut visitor = Visitor::enter("1.001193");
    let before = visitor.draft.clone();
    let mut draft = visitor.draft.clone();
    for stale in ["contact", "consents", "review", "nowhere"] {
        let refused = visitor.form.next(&mut draft, stale, &map(json!({})), &visitor.around()).expect_err("stale");
        assert_eq!(refused.code, "page-out-of-date");
        let refused = visitor.form.back(&mut draft, stale, &map(json!({})), &visitor.around()).expect_err("stale");
        assert_eq!(refused.code, "page-out-of-date");
        assert!(visitor.form.open(&mut draft, stale, &visitor.around()).is_err());
    }
    let unknown = map(json!({ "receive": "post", "father_name": "x" }));
    let refused = visitor.form.next(&mut draft, "result", &unknown, &visitor.around()).expect_err("not of this page");
    assert_eq!(refused.code, "unknown-field");
    assert_eq!(draft, before);
    visitor.next(json!({ "receive": "counter", "copies": 0 }));
}

#[test]
fn a_problem_is_said_once_at_its_field_with_what_to_do_and_the_input_is_kept() {
    let mut visitor = Visitor::at("1.001193");
    visitor.next(json!({ "process": true, "contact": true }));
    visitor.next(json!({}));
    let typed =
        json!({ "applicant_name": "Lan 3", "applicant_number": "0891900012", "applicant_birth_date": "2027-01-01" });
    assert_eq!(visitor.next(typed), "applicant");
    let view = visitor.view();
    assert_eq!(
        view.problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(),
        ["applicant_name", "applicant_number", "applicant_birth_date"]
    );
    assert!(view.problems[1].message.contains("12 chữ số"));
    let PageBody::Questions { fields, .. } = &view.body else { panic!("questions") };
    assert_eq!(fields[1].value, "0891900012");
    assert_eq!(fields[1].problem.as_deref(), Some(view.problems[1].message.as_str()));
    visitor.locale = Locale::En;
    assert!(visitor.problems()[1].message.contains("12 digits"), "said in the language of the moment");
    visitor.back(json!({}));
    visitor.next(json!({}));
    assert!(visitor.problems().is_empty(), "not said again before it is checked again");
}

#[test]
fn decomposed_text_is_stored_composed() {
    let mut visitor = Visitor::enter("1.001193");
    visitor.back(json!({}));
    visitor.next(json!({ "address": "A\u{302}\u{301}p Bi\u{300}nh Ho\u{300}a,  xã Mỹ Khánh" }));
    assert_eq!(visitor.draft.answers["address"]["text"], "Ấp Bình Hòa, xã Mỹ Khánh");
}

#[test]
fn every_form_refuses_what_people_mistype() {
    let form = Forms::shipped().newest("2.000635").expect("a form");
    let good = json!({
        "applicant_name": "Đặng Thị Ba", "applicant_number": "089190001234", "applicant_birth_date": "1990-05-01",
        "address": { "text": "xã Mỹ Khánh, An Giang" }, "phone": "0912345678", "receive": "counter", "copies": 1,
        "event": "birth", "for_whom": "self", "registered_at": "xã Mỹ Khánh", "registered_year": "1990"
    });
    assert_eq!(form.check_answers(&good), Ok(()));
    for (field, wrong, said) in [
        ("applicant_name", json!("Ba?"), "chữ cái"),
        ("applicant_name", json!("B"), "quá ngắn"),
        ("applicant_name", json!("B".repeat(81)), "80"),
        ("applicant_number", json!("089 190 001 234"), "12 chữ số"),
        ("applicant_number", json!("099190001234"), "12 chữ số"),
        ("applicant_birth_date", json!("1990-02-30"), "không có trong lịch"),
        ("phone", json!("12345"), "10 chữ số"),
        ("registered_year", json!("90"), "4 chữ số"),
        ("copies", json!(21), "từ 1 đến 20"),
        ("copies", json!("hai"), "từ 1 đến 20"),
        ("event", json!("divorce"), "danh sách"),
        ("event", json!(3), "danh sách"),
        ("post_address", json!({ "text": "12 Lê Lợi, Long Xuyên" }), "không khớp"),
        ("spouse_name", json!("Ai Đó"), "không khớp"),
        ("colour", json!("red"), "không có trong tờ khai"),
        ("registered_at", Value::Null, "nơi đã đăng ký"),
    ] {
        let mut answers = good.clone();
        answers[field] = wrong.clone();
        if wrong.is_null() {
            answers.as_object_mut().expect("an object").remove(field);
        }
        let problems = form.check_answers(&answers).expect_err("refused");
        assert_eq!(problems.len(), 1, "{field} = {wrong}: {problems:?}");
        assert_eq!(problems[0].field, field);
        assert!(problems[0].message.contains(said), "{field} = {wrong}: {}", problems[0].message);
    }
    assert!(form.check_answers(&json!([])).is_err());
    assert!(form.check_answers(&Value::Null).is_err());
}

#[test]
fn a_father_cannot_say_that_the_father_is_not_determined() {
    let mut visitor = Visitor::enter("1.001193");
    visitor.next(json!({ "receive": "counter", "copies": 0 }));
    assert_eq!(visitor.next(json!({ "relation": "father", "parents": "father_blank" })), "family");
    assert!(visitor.problems()[0].message.contains("Bạn là cha"));
    assert_eq!(visitor.next(json!({ "parents": "father_claims" })), "child");
}

#[test]
fn documents_are_taken_only_where_they_are_asked_for_and_not_without_end() {
    let mut visitor = Visitor::enter("2.000815");
    let scan = |n: usize| page(&format!("d{n}"), "scan");
    assert_eq!(visitor.form.attach(&mut visitor.draft, scan(0)).expect_err("refused").code, "document-not-asked");
    visitor.next(json!({ "papers": 1 }));
    visitor.next(json!({ "papers/0/name": "Bằng lái", "papers/0/pages": 1, "papers/0/copies": 1 }));
    visitor.next(json!({ "visit_time": "2026-11-25T08:00" }));
    assert_eq!(visitor.draft.page, "scan");
    for n in 0..30 {
        visitor.form.attach(&mut visitor.draft, scan(n)).expect("room for it");
    }
    assert_eq!(visitor.form.attach(&mut visitor.draft, scan(30)).expect_err("full").code, "pages-too-many");
    visitor.draft.remove_page("d3");
    visitor.draft.remove_page("nothing");
    visitor.next(json!({}));
    let papers = visitor.content().papers;
    assert_eq!(papers.len(), 1);
    assert_eq!(papers[0].pages.len(), 29);
    assert!(papers[0].pages.iter().all(|kept| kept != "d3"));
}

#[test]
fn the_count_of_pages_is_shown_only_when_it_is_certain() {
    let mut visitor = Visitor::enter("2.000635");
    assert_eq!(visitor.view().step, None, "the post may come in between");
    visitor.next(json!({ "receive": "counter", "copies": 1 }));
    visitor.next(json!({ "event": "birth" }));
    assert_eq!(visitor.view().step, None);
    visitor.next(json!({ "for_whom": "self" }));
    assert_eq!(visitor.view().step, Some(Step { now: 8, of: 9 }));
    visitor.next(json!({ "registered_at": "xã Mỹ Khánh" }));
    assert_eq!(visitor.view().step, Some(Step { now: 9, of: 9 }));
}

#[test]
fn a_draft_of_another_version_is_refused_and_left_as_it_is() {
    let visitor = Visitor::enter("1.001193");
    let mut draft = Draft { form_version: visitor.draft.form_version + 1, ..visitor.draft.clone() };
    let (before, page, none) = (draft.clone(), draft.page.clone(), Map::new());
    let around = visitor.around();
    for refused in [
        visitor.form.next(&mut draft, &page, &none, &around),
        visitor.form.back(&mut draft, &page, &none, &around),
        visitor.form.open(&mut draft, "child", &around),
    ] {
        assert_eq!(refused.expect_err("refused").code, "form-version-gone");
    }
    assert_eq!(draft, before);
}

#[test]
fn a_draft_comes_back_whole_from_where_it_was_stored() {
    let visitor = Visitor::enter("1.001193");
    let stored = serde_json::to_string(&visitor.draft).expect("JSON");
    assert_eq!(serde_json::from_str::<Draft>(&stored).expect("a draft"), visitor.draft);
    let form = Forms::shipped().form("1.001193", visitor.draft.form_version).expect("the same version");
    assert!(Arc::ptr_eq(form, &visitor.form));
    assert!(Forms::shipped().form("1.001193", 99).is_none());
}

#[test]
fn nothing_personal_is_in_what_debugging_shows() {
    let visitor = Visitor::enter("1.001193");
    let shown = format!("{:?}", visitor.draft);
    assert!(!shown.contains("Lan") && !shown.contains("08919") && !shown.contains("0912"));
}
