//! Whole visits, as people make them.

use super::*;

/// Up to the question about the hospital's paper, as the mother, married.
fn to_birth() -> Visitor {
    let mut visitor = Visitor::enter("1.001193");
    assert_eq!(visitor.next(json!({ "receive": "counter", "copies": 2 })), "family");
    assert_eq!(visitor.next(json!({ "relation": "mother", "parents": "married" })), "child");
    let child = json!({ "child_name": "Trần Minh An", "child_sex": "male", "child_birth_date": "2026-11-01" });
    assert_eq!(visitor.next(child), "origin");
    let origin = json!({ "ethnicity": "kinh", "nationality": "viet_nam", "home_town": "Mỹ Khánh, An Giang" });
    assert_eq!(visitor.next(origin), "birth");
    visitor
}

fn father() -> Value {
    json!({ "father_name": "Trần Văn Bình", "father_birth_year": "1988", "father_number": "089.088.001.235" })
}

/// From the page about him to the review; where he lives is not known.
fn past_the_father(visitor: &mut Visitor) {
    assert_eq!(visitor.next(father()), "father_home");
    assert_eq!(visitor.next(json!({})), "review");
}

#[test]
fn a_birth_is_registered_in_ten_pages_between_the_card_and_the_review() {
    let mut visitor = to_birth();
    visitor.next(json!({ "birth_place": "Bệnh viện Đa khoa An Giang", "certificate": true }));
    assert_eq!(visitor.draft.page, "birth_certificate");
    visitor.attach("birth_certificate");
    assert_eq!(visitor.next(json!({})), "father");
    assert_eq!(visitor.view().step, Some(Step { now: 11, of: 13 }));
    assert_eq!(visitor.next(father()), "father_home");
    match visitor.view().body {
        PageBody::Questions { fields, .. } => {
            assert_eq!(fields[0].offers[0].shown, "Ấp Bình Hòa, xã Mỹ Khánh, An Giang", "the applicant's own");
            visitor.next(json!({ "father_address": fields[0].offers[0].value }));
        }
        other => panic!("questions, not {other:?}"),
    }
    assert_eq!(visitor.draft.page, "review");

    let view = visitor.view();
    assert_eq!(view.problems, []);
    let (sections, to_show, fees, deadline) = review(&view);
    let value = |label: &str| {
        let rows = sections.iter().flat_map(|section| &section.rows);
        rows.clone().find(|row| row.label == label).map(|row| row.value.clone())
    };
    assert_eq!(value("Họ, chữ đệm và tên của bạn").as_deref(), Some("Nguyễn Thị Lan"));
    assert_eq!(value("Số căn cước của bạn").as_deref(), Some("089•••••1234"));
    assert_eq!(value("Ngày sinh của bé").as_deref(), Some("01/11/2026"));
    assert_eq!(value("Bé là").as_deref(), Some("Bé trai"));
    assert_eq!(value("Giấy chứng sinh").as_deref(), Some("Đã đính kèm 1 trang"));
    assert!(to_show.contains(&"Giấy chứng sinh".to_owned()));
    assert_eq!(fees.iter().map(|f| f.value.as_str()).collect::<Vec<_>>(), ["Miễn phí", "16.000 đồng", "16.000 đồng"]);
    assert_eq!(deadline, "2 ngày làm việc");

    let content = visitor.content();
    assert_eq!(content.answers["father_number"], "089088001235");
    assert_eq!(content.answers["phone"], "0912345678");
    assert_eq!(content.papers.len(), 1);
    assert_eq!(&content.to_show, to_show);
    assert_eq!(content.consents.iter().map(|c| c.purpose.as_str()).collect::<Vec<_>>(), ["process", "contact"]);
    assert_eq!(visitor.form.check_answers(&content.answers), Ok(()));
    let applicant = visitor.form.applicant(&content.answers);
    assert_eq!((applicant.name.as_str(), applicant.phone.as_deref()), ("Nguyễn Thị Lan", Some("0912345678")));
}

/// Scene 2 of what people should experience.
#[test]
fn the_reason_of_a_wrong_turn_is_neither_on_the_review_nor_sent() {
    let reason = "Bé sinh ở nhà lúc nửa đêm";
    let mut visitor = to_birth();
    assert_eq!(visitor.next(json!({ "birth_place": "Ấp Bình Hòa, xã Mỹ Khánh", "certificate": false })), "witness");
    assert_eq!(visitor.next(json!({ "has_witness": false })), "undertaking");
    assert_eq!(visitor.next(json!({ "undertaking_reason": reason })), "father");
    assert_eq!(visitor.back(json!({})), "undertaking");
    assert_eq!(visitor.back(json!({ "undertaking_reason": reason })), "witness");
    assert_eq!(visitor.back(json!({})), "birth");
    assert_eq!(visitor.next(json!({ "certificate": true })), "birth_certificate");
    visitor.attach("birth_certificate");
    assert_eq!(visitor.next(json!({})), "father");
    past_the_father(&mut visitor);

    let seen = serde_json::to_string(&visitor.view()).expect("JSON");
    assert!(!seen.contains("nửa đêm") && !seen.contains("làm chứng") && !seen.contains("cam đoan"));
    let sent = visitor.content().answers;
    assert_eq!((sent.get("undertaking_reason"), sent.get("has_witness")), (None, None));
    let kept = serde_json::to_string(&visitor.draft).expect("JSON");
    assert!(!kept.contains("nửa đêm"), "the draft forgets it too");
}

#[test]
fn a_paper_attached_on_a_page_that_vanished_is_not_sent() {
    let mut visitor = to_birth();
    visitor.next(json!({ "birth_place": "Bệnh viện Đa khoa An Giang", "certificate": true }));
    visitor.attach("birth_certificate");
    visitor.back(json!({}));
    assert_eq!(visitor.next(json!({ "certificate": false })), "witness");
    assert_eq!(visitor.next(json!({ "has_witness": true })), "witnesses");
    assert_eq!(visitor.next(json!({ "witnesses": 1 })), "witness_person.1");
    let home = json!({ "text": "Ấp Bình Hòa, xã Mỹ Khánh" });
    let witness = json!({ "witnesses/0/name": "Lê Thị Hoa", "witnesses/0/home": home });
    assert_eq!(visitor.next(witness), "witness_statement.1");
    assert_eq!(visitor.next(json!({})), "father", "the statement may be brought later");
    past_the_father(&mut visitor);
    assert!(visitor.content().papers.is_empty());
    assert!(visitor.draft.pages.is_empty());
    assert!(visitor.content().to_show.iter().any(|paper| paper.contains("người làm chứng Lê Thị Hoa")));
}

#[test]
fn a_child_whose_father_is_not_determined_needs_nothing_about_him() {
    let mut visitor = to_birth();
    while visitor.draft.page != "family" {
        visitor.back(json!({}));
    }
    visitor.next(json!({ "parents": "father_blank" }));
    visitor.next(json!({}));
    visitor.next(json!({}));
    visitor.next(json!({ "birth_place": "Bệnh viện Đa khoa An Giang", "certificate": true }));
    visitor.attach("birth_certificate");
    assert_eq!(visitor.next(json!({})), "review");
    assert!(!visitor.content().to_show.iter().any(|paper| paper.contains("kết hôn")));
}

#[test]
fn a_change_from_the_review_goes_back_there_or_to_what_it_left_open() {
    let mut visitor = to_birth();
    visitor.next(json!({ "birth_place": "Bệnh viện Đa khoa An Giang", "certificate": true }));
    visitor.attach("birth_certificate");
    visitor.next(json!({}));
    past_the_father(&mut visitor);

    visitor.open("child");
    assert!(visitor.view().changing && visitor.view().step.is_none());
    assert_eq!(visitor.next(json!({ "child_name": "Trần Minh Anh" })), "review");
    assert_eq!(visitor.content().answers["child_name"], "Trần Minh Anh");

    visitor.open("child");
    assert_eq!(visitor.back(json!({ "child_name": "" })), "review", "leaves everything as it was");
    assert_eq!(visitor.content().answers["child_name"], "Trần Minh Anh");

    visitor.open("family");
    assert_eq!(visitor.next(json!({ "relation": "grandparent" })), "mother");
    assert!(visitor.view().changing && visitor.view().problems.is_empty(), "nobody was asked about her yet");
    assert_eq!(visitor.next(json!({ "mother_name": "Nguyễn Thị Lan" })), "mother");
    assert_eq!(visitor.problems().len(), 1);
    assert_eq!(visitor.next(json!({ "mother_birth_year": "1990" })), "review", "where she lives may stay unknown");
    assert!(!visitor.view().changing);
    assert_eq!(visitor.content().answers["mother_name"], "Nguyễn Thị Lan");
}

#[test]
fn what_the_card_filled_is_marked_until_it_is_changed() {
    let mut visitor = Visitor::enter("1.001193");
    visitor.back(json!({}));
    visitor.back(json!({}));
    assert_eq!(visitor.draft.page, "applicant");
    let marked = |visitor: &Visitor| match visitor.view().body {
        PageBody::Questions { fields, .. } => fields.iter().map(|f| f.from_card).collect::<Vec<_>>(),
        other => panic!("questions, not {other:?}"),
    };
    assert_eq!(marked(&visitor), [true, true, true]);
    visitor.next(json!({ "applicant_name": "Nguyễn Thị Lan", "applicant_birth_date": "2/5/1990" }));
    visitor.back(json!({}));
    assert_eq!(marked(&visitor), [true, true, false]);
    assert_eq!(visitor.draft.answers["applicant_birth_date"], "1990-05-02");
}

#[test]
fn certification_asks_when_one_comes_and_goes_on_without_a_time() {
    let mut visitor = Visitor::enter("2.000815");
    assert!(visitor.form.appointment());
    assert_eq!(visitor.next(json!({ "papers": 2 })), "paper.1");
    let paper = json!({ "papers/0/name": "Bằng tốt nghiệp", "papers/0/pages": 5, "papers/0/copies": 3 });
    assert_eq!(visitor.next(paper), "paper.2");
    let paper = json!({ "papers/1/name": "Sổ đất", "papers/1/pages": 500, "papers/1/copies": 1 });
    assert_eq!(visitor.next(paper), "appointment");
    for (wanted, said) in [
        (json!("2026-11-23T08:00"), "đã qua"),
        (json!("2026-11-24/morning"), "Trung tâm không làm việc"),
        (json!("mai"), "chọn lại"),
        (Value::Null, "chưa chọn ngày và giờ"),
    ] {
        assert_eq!(visitor.next(json!({ "visit_time": wanted })), "appointment");
        assert!(visitor.problems()[0].message.contains(said), "{wanted}: {:?}", visitor.problems());
    }
    assert_eq!(visitor.next(json!({ "visit_time": "2026-11-25T08:00" })), "scan");
    assert_eq!(visitor.next(json!({})), "review");
    let view = visitor.view();
    let (_, to_show, fees, _) = review(&view);
    assert_eq!(to_show, ["Bản chính giấy thứ 1: Bằng tốt nghiệp", "Bản chính giấy thứ 2: Sổ đất"]);
    // Two pages at 2,000 and three at 1,000, three times; and the most a copy costs.
    assert_eq!(
        fees.iter().map(|f| f.value.as_str()).collect::<Vec<_>>(),
        ["21.000 đồng", "200.000 đồng", "221.000 đồng"]
    );

    visitor.now = "2026-11-25T09:00:00+07:00".parse().expect("a moment");
    let late = visitor.form.content(&visitor.draft, &visitor.around()).expect_err("the day has come");
    assert_eq!(late.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["visit_time"]);
    assert_eq!(visitor.problems(), late, "the review says what keeps it from being sent");
    visitor.open("appointment");
    assert_eq!(visitor.problems(), late, "and so does the page it opens");
    assert_eq!(visitor.next(json!({ "visit_time": "later" })), "review");
    assert_eq!(visitor.form.time_wanted(&visitor.content().answers), Some(TimeWanted::Later));
}

#[test]
fn an_extract_for_somebody_else_needs_an_authorisation_but_not_for_the_dead() {
    let mut visitor = Visitor::enter("2.000635");
    assert_eq!(visitor.next(json!({ "receive": "post", "copies": 1 })), "post");
    assert_eq!(visitor.next(json!({ "post_address": { "text": "12 Lê Lợi, phường Long Xuyên, An Giang" } })), "event");
    assert_eq!(visitor.next(json!({ "event": "marriage" })), "whom");
    assert_eq!(visitor.next(json!({ "for_whom": "other" })), "relation");
    assert_eq!(visitor.next(json!({ "relation": "family" })), "authorisation_family");
    assert_eq!(visitor.next(json!({})), "authorisation_family");
    assert_eq!(visitor.problems()[0].field, "authorisation_family");
    visitor.attach("authorisation_family");
    assert_eq!(visitor.next(json!({})), "subject");
    while visitor.draft.page != "event" {
        visitor.back(json!({}));
    }
    assert_eq!(visitor.next(json!({ "event": "death" })), "relation");
    assert_eq!(visitor.next(json!({})), "subject");
    assert_eq!(visitor.next(json!({ "subject_name": "Nguyễn Văn Tám" })), "death");
    assert_eq!(visitor.next(json!({})), "registration");
    assert_eq!(visitor.next(json!({ "registered_at": "xã Mỹ Khánh" })), "review");
    let content = visitor.content();
    assert!(content.papers.is_empty());
    assert_eq!((content.answers.get("for_whom"), content.answers.get("spouse_name")), (None, None));
    assert_eq!(visitor.form.result_in_words(&content.answers, Locale::En), "By post to my home");
}
