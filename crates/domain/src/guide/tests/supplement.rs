//! The form on which somebody answers what an officer asked for.

use super::*;
use crate::guide::view::PageBody;
use crate::wire::SupplementRequest;

const LONG: &str = "Văn bản ủy quyền được chứng thực của tất cả những người cùng đứng tên trên giấy chứng nhận quyền sử dụng đất đã cấp năm 1998";

fn request(papers: &[&str]) -> SupplementRequest {
    SupplementRequest {
        id: "018f0000-0000-7000-8000-000000000009".parse().expect("an id"),
        at: NOW.parse().expect("a moment"),
        text: "Ảnh chụp \"mờ\" {quá}, xin gửi lại trang 2.".to_owned(),
        papers: papers.iter().map(|name| (*name).to_owned()).collect(),
        done_at: None,
        answered_at: None,
    }
}

pub(super) fn visitor(papers: &[&str]) -> Visitor {
    Visitor::with(Arc::new(supplement_form(&request(papers)).expect("a form")), procedure())
}

/// Reads what was asked and agrees.
fn agreed(papers: &[&str]) -> Visitor {
    let mut visitor = visitor(papers);
    assert_eq!(visitor.next(json!({})), "consents");
    let PageBody::Consents { purposes } = visitor.view().body else { panic!("the consents") };
    assert_eq!(purposes.iter().map(|one| one.purpose.as_str()).collect::<Vec<_>>(), ["process"], "and no telephone");
    visitor.next(json!({ "process": true }));
    visitor
}

fn notes(visitor: &Visitor) -> Vec<String> {
    match visitor.view().body {
        PageBody::Questions { notes, .. } => notes,
        other => panic!("questions, not {other:?}"),
    }
}

#[test]
fn the_first_page_says_what_the_officer_asked_in_the_officers_words() {
    for locale in Locale::ALL {
        let mut visitor = visitor(&["Tờ khai", LONG]);
        visitor.locale = locale;
        let view = visitor.view();
        assert_eq!((view.page.as_str(), view.can_go_back, view.procedure.as_str()), ("asked", false, "supplement"));
        let said = notes(&visitor);
        assert_eq!(said[0], "Ảnh chụp \"mờ\" {quá}, xin gửi lại trang 2.");
        assert!(said[1].ends_with(&format!("Tờ khai; {LONG}")), "{said:?}");
    }
}

#[test]
fn each_paper_is_sent_or_said_not_to_be_here() {
    let mut visitor = agreed(&["Tờ khai", LONG]);
    assert_eq!(visitor.draft.page, "have_1");
    assert_eq!(visitor.view().title, "Tờ khai");
    assert_eq!(visitor.next(json!({})), "have_1", "nothing is preselected");
    assert!(visitor.problems()[0].message.contains("có giấy này ở đây hay không"));
    assert_eq!(visitor.next(json!({ "have_1": "here" })), "p1");
    assert_eq!(visitor.next(json!({})), "p1");
    assert!(visitor.problems()[0].message.contains("Tôi chưa có giấy này"), "the way on is named");
    visitor.attach("p1");
    assert_eq!(visitor.next(json!({})), "have_2");
    let view = visitor.view();
    assert!(view.title.ends_with('…') && view.help.as_deref() == Some(LONG), "a long name is said whole");
    assert_eq!(visitor.next(json!({ "have_2": "none" })), "message");
    assert!(notes(&visitor)[0].contains("để trống"), "some paper is sent");
    assert_eq!(visitor.next(json!({})), "review");
    let view = visitor.view();
    let (sections, to_show, fees, deadline) = review(&view);
    assert_eq!((to_show, fees.len(), deadline), (&[LONG.to_owned()][..], 0, ""), "it is brought to the counter");
    assert_eq!(sections.len(), 5);
    let content = visitor.content();
    assert_eq!(content.papers.iter().map(|paper| paper.evidence.as_str()).collect::<Vec<_>>(), ["p1"]);
    assert_eq!(content.consents.iter().map(|one| one.purpose.as_str()).collect::<Vec<_>>(), ["process"]);
    let form = &visitor.form;
    assert_eq!(form.check_answers(&content.answers), Ok(()));
    assert!(form.check_papers(&content.answers, &["p1"]));
    for wrong in [&[][..], &["p2"], &["p1", "p2"], &["b2", "p1"], &["p1", "identity"]] {
        assert!(!form.check_papers(&content.answers, wrong), "{wrong:?}");
    }
    assert_eq!(form.evidence_name("p1", &content.answers, Locale::Vi), "Tờ khai");
}

#[test]
fn who_has_none_of_the_papers_answers_with_words() {
    let mut visitor = agreed(&["Tờ khai"]);
    assert_eq!(visitor.next(json!({ "have_1": "here" })), "p1");
    visitor.attach("p1");
    assert_eq!(visitor.back(json!({})), "have_1");
    assert_eq!(visitor.next(json!({ "have_1": "none" })), "message");
    assert!(notes(&visitor)[0].contains("chưa gửi giấy nào"));
    assert_eq!(visitor.next(json!({})), "message");
    assert!(visitor.problems()[0].message.contains("đến quầy"), "and those who cannot write know where to go");
    assert_eq!(visitor.next(json!({ "message": "  Ngày mai  tôi mang đến " })), "review");
    let content = visitor.content();
    assert_eq!(content.answers, json!({ "have_1": "none", "message": "Ngày mai tôi mang đến" }));
    assert!(content.papers.is_empty() && visitor.draft.pages.is_empty(), "the page is taken away again");
    assert!(visitor.form.check_answers(&json!({ "have_1": "none" })).is_err());
}

#[test]
fn a_request_without_papers_is_answered_with_words_alone() {
    let mut visitor = agreed(&[]);
    assert_eq!(visitor.draft.page, "message");
    assert_eq!(visitor.next(json!({})), "message");
    assert_eq!(visitor.next(json!({ "message": "Tôi ở ấp Bình Hòa." })), "review");
    assert!(visitor.form.check_papers(&visitor.content().answers, &[]));
    assert!(visitor.form.check_answers(&json!({})).is_err());
    assert!(visitor.form.check_answers(&json!({ "message": "a".repeat(1_001) })).is_err());
    assert!(visitor.form.check_answers(&json!({ "message": "Có", "have_1": "none" })).is_err());
}

#[test]
fn nobody_is_asked_who_they_are_and_the_count_of_steps_is_said_when_it_is_certain() {
    let mut visitor = agreed(&["Tờ khai"]);
    let owner = visitor.form.owner(&visitor.draft);
    assert!(owner.number.is_none() && owner.birth_date.is_none());
    assert_eq!(visitor.view().step, None, "whether a page follows is not known yet");
    visitor.next(json!({ "have_1": "here" }));
    assert_eq!(visitor.view().step, Some(Step { now: 4, of: 6 }));
}
