//! Each shipped form from its first page to the review, as the people it is for go through it.

use super::*;
use crate::catalogue::starter;

/// Goes page by page: the answers given on each, or the name of the paper that is attached there.
fn visit(visitor: &mut Visitor, pages: &[(&str, Value)]) {
    for (page, given) in pages {
        assert_eq!(visitor.draft.page, *page, "{:?}", visitor.problems());
        match given {
            Value::String(evidence) => {
                visitor.attach(evidence);
                visitor.next(json!({}));
            }
            answers => {
                visitor.next(answers.clone());
            }
        }
    }
}

/// What the review says of papers to bring and of money, after it was compared with what is sent.
fn ends(visitor: &Visitor) -> (Vec<String>, Vec<String>) {
    assert_eq!(visitor.draft.page, "review", "{:?}", visitor.problems());
    let view = visitor.view();
    let (_, to_show, fees, _) = review(&view);
    let content = visitor.content();
    assert_eq!(visitor.form.check_answers(&content.answers), Ok(()));
    assert_eq!(to_show, content.to_show);
    (to_show.to_vec(), fees.iter().map(|fee| fee.value.clone()).collect())
}

fn home(text: &str) -> Value {
    json!({ "text": text })
}

fn day() -> Value {
    json!({ "visit_time": "2026-11-25T08:00" })
}

#[test]
fn two_who_were_never_married_need_no_paper_but_their_cards() {
    let mut visitor = Visitor::enter("1.000894");
    assert_eq!(visitor.draft.answers["applicant_sex"], "female", "the card says it");
    visit(
        &mut visitor,
        &[
            ("about_you", json!({ "applicant_ethnicity": "khmer" })),
            ("applicant_before", json!({ "applicant_before": "never" })),
            (
                "partner",
                json!({ "partner_name": "Trần Văn Bình", "partner_number": "089088001235", "partner_birth_date": "1/2/1988" }),
            ),
        ],
    );
    assert_eq!(visitor.view().title, "Trần Văn Bình ở đâu, thuộc dân tộc nào?");
    visit(
        &mut visitor,
        &[
            (
                "partner_home",
                json!({ "partner_address": home("12 Lê Lợi, phường Long Xuyên"), "partner_ethnicity": "kinh" }),
            ),
            ("partner_before", json!({ "partner_before": "never" })),
            ("place", json!({ "place": "partner" })),
            ("copies", json!({ "copies": 2 })),
            ("appointment", day()),
        ],
    );
    let (to_show, fees) = ends(&visitor);
    assert_eq!(to_show[..2], ["Thẻ căn cước của bạn", "Thẻ căn cước của Trần Văn Bình"]);
    assert_eq!(to_show.len(), 3);
    assert_eq!(fees, ["Miễn phí", "16.000 đồng", "16.000 đồng"], "each, and together");
    let shown = serde_json::to_string(&visitor.view()).expect("JSON");
    assert!(shown.contains("Xã, phường nơi Trần Văn Bình ở"), "a choice names who is meant");
    assert_eq!(
        visitor.form.result_in_words(&visitor.content().answers, Locale::Vi),
        "Hai bạn cùng đến quầy ký và nhận"
    );
}

#[test]
fn an_earlier_marriage_asks_for_its_end_and_for_nothing_more_when_there_was_none() {
    let mut visitor = Visitor::enter("1.000894");
    visit(
        &mut visitor,
        &[
            ("about_you", json!({ "applicant_ethnicity": "kinh" })),
            ("applicant_before", json!({ "applicant_before": "divorced" })),
            ("applicant_times", json!({ "applicant_times": 2 })),
            ("applicant_divorce", json!({ "applicant_court": "Tòa án nhân dân thành phố Long Xuyên" })),
            ("applicant_divorce_paper", json!("applicant_divorce_paper")),
            (
                "partner",
                json!({ "partner_name": "Trần Văn Bình", "partner_number": "089088001235", "partner_birth_date": "1/2/1988" }),
            ),
            (
                "partner_home",
                json!({ "partner_address": home("12 Lê Lợi, phường Long Xuyên"), "partner_ethnicity": "kinh" }),
            ),
            ("partner_before", json!({ "partner_before": "widowed" })),
            ("partner_times", json!({ "partner_times": 2 })),
            ("partner_widowed", json!({ "partner_late_name": "Lê Thị Hoa" })),
            ("partner_death_paper", json!({})),
            ("place", json!({ "place": "applicant" })),
            ("copies", json!({ "copies": 0 })),
            ("appointment", day()),
        ],
    );
    let (to_show, fees) = ends(&visitor);
    assert!(to_show[3].starts_with("Bản án hoặc quyết định ly hôn của bạn"), "{to_show:?}");
    assert!(to_show[4].starts_with("Giấy khai tử của vợ hoặc chồng trước của Trần Văn Bình"), "{to_show:?}");
    assert_eq!(fees, ["Miễn phí"]);

    visitor.open("applicant_before");
    assert_eq!(visitor.next(json!({ "applicant_before": "never" })), "review");
    let (to_show, _) = ends(&visitor);
    assert!(!to_show.iter().any(|paper| paper.contains("ly hôn")));
    let sent = visitor.content().answers;
    assert_eq!((sent.get("applicant_court"), sent.get("applicant_times")), (None, None));
}

/// Up to the page that asks how somebody died, as a child who knows the last residence and the day.
fn to_the_case() -> Visitor {
    let mut visitor = Visitor::enter("1.000656");
    visit(
        &mut visitor,
        &[
            ("relation", json!({ "relation": "child" })),
            ("deceased", json!({ "deceased_name": "Nguyễn Văn Tám", "deceased_sex": "male" })),
            ("deceased_birth", json!({ "deceased_birth_year": "1940" })),
            ("deceased_identity", json!({ "deceased_ethnicity": "unknown" })),
            ("residence_known", json!({ "residence_known": true })),
            ("residence", json!({ "residence": home("xã Mỹ Khánh, An Giang") })),
            ("date_known", json!({ "date_known": true })),
            ("death_date", json!({ "death_date": "2026-11-20" })),
        ],
    );
    visitor
}

#[test]
fn each_place_of_death_has_its_own_notice() {
    for (kind, notice, note) in [
        ("hospital", "Giấy báo tử của bệnh viện, trạm y tế", "Bệnh viện hoặc trạm y tế"),
        ("home", "Giấy báo tử của Ủy ban nhân dân xã, phường", "Ủy ban nhân dân xã, phường"),
        ("accident", "Giấy xác nhận của công an hoặc kết quả giám định pháp y", "công an"),
        ("court", "Bản án hoặc quyết định của tòa án", "tòa án"),
    ] {
        let mut visitor = to_the_case();
        visit(&mut visitor, &[("place_kind", json!({ "place_kind": kind }))]);
        match kind {
            "hospital" => visit(&mut visitor, &[("hospital", json!({ "hospital": "Bệnh viện Đa khoa An Giang" }))]),
            "court" => {}
            _ => visit(&mut visitor, &[("death_place", json!({}))]),
        }
        if kind != "court" {
            visit(&mut visitor, &[("cause", json!({ "cause": "illness" }))]);
        }
        match visitor.view().body {
            PageBody::Questions { notes, .. } => assert!(notes.len() == 1 && notes[0].contains(note), "{notes:?}"),
            other => panic!("questions, not {other:?}"),
        }
        let evidence = match kind {
            "hospital" => "notice_hospital",
            "home" => "notice_commune",
            "accident" => "notice_police",
            _ => "notice_court",
        };
        visit(
            &mut visitor,
            &[
                ("notice", json!({ "notice": "paper" })),
                (evidence, json!(evidence)),
                ("fee_case", json!({ "fee_case": "in_time" })),
                ("result", json!({ "receive": "post", "copies": 1 })),
                ("post", json!({ "post_address": home("12 Lê Lợi, phường Long Xuyên, An Giang") })),
            ],
        );
        let (to_show, fees) = ends(&visitor);
        assert!(to_show.contains(&notice.to_owned()), "{to_show:?}");
        assert_eq!(fees[..2], ["Miễn phí", "8.000 đồng"]);
    }
}

#[test]
fn an_old_death_can_be_told_by_what_is_remembered_and_its_fee_is_not_guessed() {
    let mut visitor = to_the_case();
    for _ in 0..4 {
        visitor.back(json!({}));
    }
    visit(
        &mut visitor,
        &[
            ("residence_known", json!({ "residence_known": false })),
            ("date_known", json!({ "date_known": false })),
            ("death_about", json!({ "death_year": "1975", "death_about": "Giỗ rằm tháng bảy" })),
            ("place_kind", json!({ "place_kind": "home" })),
            ("death_place", json!({})),
            ("cause", json!({ "cause": "unknown" })),
            ("notice", json!({ "notice": "none" })),
            ("proof", json!({})),
            ("fee_case", json!({ "fee_case": "other" })),
        ],
    );
    match visitor.view().body {
        PageBody::Questions { notes, .. } => assert!(notes[0].contains("Cán bộ báo số tiền"), "{notes:?}"),
        other => panic!("questions, not {other:?}"),
    }
    visit(&mut visitor, &[("result", json!({ "receive": "counter", "copies": 1 }))]);
    let (to_show, fees) = ends(&visitor);
    assert!(to_show.iter().any(|paper| paper.contains("nơi tìm thấy thi thể")), "{to_show:?}");
    assert!(!to_show.iter().any(|paper| paper.contains("Giấy báo tử")), "{to_show:?}");
    assert_eq!(fees, ["Cán bộ sẽ báo cho bạn", "8.000 đồng"], "the province sets the first");
    assert_eq!(
        visitor.form.cost(&visitor.content().answers, ChannelKind::Online, None, Locale::Vi),
        None,
        "nobody can pay a part"
    );
    let sent = visitor.content().answers;
    assert_eq!((sent.get("death_date"), sent.get("residence")), (None, None));
}

#[test]
fn who_rents_a_room_shows_the_contract_and_each_minor_has_a_consent() {
    let mut visitor = Visitor::enter("1.004194");
    visit(
        &mut visitor,
        &[
            ("adult", json!({ "adult": true })),
            ("stay", json!({ "stay_address": home("Nhà trọ Hoa Mai, phòng 3, phường Long Xuyên, An Giang") })),
            ("span", json!({ "stay_from": "2026-12-01", "stay_months": 12 })),
            ("place", json!({ "place": "rent" })),
            ("owner", json!({ "owner_name": "Lê Thị Mai" })),
        ],
    );
    assert_eq!(visitor.view().title, "Lê Thị Mai có đồng ý cho bạn đăng ký không?");
    visit(
        &mut visitor,
        &[
            ("owner_consent", json!({ "owner_consent": "paper" })),
            ("lodging", json!("lodging")),
            ("household", json!({ "household": "own" })),
            ("members", json!({ "members": 2 })),
            (
                "member.1",
                json!({ "members/0/name": "Trần Văn Bình", "members/0/birth_date": "1988-02-01", "members/0/sex": "male" }),
            ),
            ("member_more.1", json!({ "members/0/relation": "chồng", "members/0/minor": false })),
            (
                "member.2",
                json!({ "members/1/name": "Trần Minh An", "members/1/birth_date": "2015-02-01", "members/1/sex": "male" }),
            ),
            ("member_more.2", json!({ "members/1/relation": "cháu", "members/1/minor": true })),
        ],
    );
    assert_eq!(visitor.view().title, "Ai đồng ý cho Trần Minh An đăng ký?");
    visit(
        &mut visitor,
        &[
            ("member_consent.2", json!({ "members/1/consent": "paper" })),
            ("member_paper.2", json!("member_paper.2")),
            ("result", json!({ "receive": "counter" })),
            ("signature", json!({ "signature": "M10 10L200 300" })),
        ],
    );
    let (to_show, fees) = ends(&visitor);
    assert_eq!(
        to_show,
        ["Giấy thuê, mượn hoặc cho ở nhờ nhà", "Giấy đồng ý của cha, mẹ hoặc người giám hộ cho Trần Minh An"]
    );
    assert_eq!(fees, ["7.000 đồng"]);
    assert_eq!(visitor.content().answers["members"][1]["consent"], "paper");

    visitor.open("signature");
    assert_eq!(visitor.next(json!({ "signature": null })), "review");
    let (to_show, _) = ends(&visitor);
    assert!(to_show.iter().any(|paper| paper.contains("bạn ký tại quầy")), "{to_show:?}");
}

#[test]
fn who_joins_the_family_needs_no_paper_of_the_house() {
    let mut visitor = Visitor::enter("1.004194");
    visit(
        &mut visitor,
        &[
            ("adult", json!({ "adult": true })),
            ("stay", json!({ "stay_address": home("Ấp Bình Hòa, xã Mỹ Khánh, An Giang") })),
            ("span", json!({ "stay_from": "2026-12-01", "stay_months": 24 })),
            ("place", json!({ "place": "family" })),
            ("owner", json!({ "owner_name": "Nguyễn Văn Tám" })),
            ("owner_consent", json!({ "owner_consent": "counter" })),
            ("household", json!({ "household": "join" })),
            ("head", json!({ "head_name": "Nguyễn Văn Tám", "head_relation": "con" })),
            ("members", json!({ "members": 0 })),
            ("result", json!({ "receive": "counter" })),
            ("signature", json!({ "signature": "M10 10L200 300" })),
        ],
    );
    assert_eq!(ends(&visitor).0, Vec::<String>::new());
    assert_eq!(visitor.content().answers["members"], json!([]));
}

#[test]
fn a_household_business_of_one_person_needs_only_the_request() {
    let mut visitor = Visitor::enter("1.001612");
    visit(
        &mut visitor,
        &[
            ("acting", json!({ "acting": "self" })),
            ("founder", json!({ "founder": "one" })),
            ("name", json!({ "business_name": "Quán cơm Cô Ba" })),
            ("place", json!({ "business_address": home("Chợ Mỹ Bình, phường Long Xuyên, An Giang") })),
            ("trades", json!({ "main_trade": "Quán ăn" })),
            ("capital", json!({ "capital": 50_000_000 })),
            ("start", json!({ "workers": 2 })),
            ("tax", json!({ "tax_address": home("Chợ Mỹ Bình, phường Long Xuyên, An Giang") })),
            ("result", json!({ "receive": "counter" })),
            ("signature", json!({})),
        ],
    );
    let (to_show, fees) = ends(&visitor);
    assert_eq!(to_show, ["Giấy đề nghị đăng ký hộ kinh doanh (bạn ký tại quầy)"]);
    assert_eq!(fees, ["Cán bộ sẽ báo cho bạn"], "the province sets it");
    let shown = serde_json::to_string(&visitor.view()).expect("JSON");
    assert!(shown.contains("50.000.000 đồng"), "{shown}");
}

#[test]
fn a_family_business_for_somebody_else_needs_both_mandates() {
    let mut visitor = Visitor::enter("1.001612");
    visit(
        &mut visitor,
        &[
            ("acting", json!({ "acting": "other" })),
            (
                "owner",
                json!({ "owner_name": "Lê Thị Ba", "owner_number": "089190001236", "owner_birth_date": "1990-01-01" }),
            ),
            ("owner_home", json!({ "owner_address": home("Ấp Bình Hòa, xã Mỹ Khánh") })),
            ("owner_account", json!({ "owner_account": "no" })),
            ("mandate", json!("mandate")),
            ("owner_card", json!({})),
            ("founder", json!({ "founder": "family" })),
            ("members", json!({ "members": 1 })),
            (
                "member.1",
                json!({ "members/0/name": "Lê Văn Tư", "members/0/number": "089088001235", "members/0/birth_date": "1988-01-01" }),
            ),
            ("member_home.1", json!({ "members/0/home": home("Ấp Bình Hòa, xã Mỹ Khánh") })),
            ("members_mandate", json!("members_mandate")),
            ("name", json!({ "business_name": "Tạp hóa Ba Tư" })),
            ("place", json!({ "business_address": home("Ấp Bình Hòa, xã Mỹ Khánh") })),
            ("trades", json!({ "main_trade": "Bán tạp hóa" })),
            ("capital", json!({ "capital": 20_000_000 })),
            ("start", json!({ "start_date": "2026-12-01", "workers": 2 })),
            ("tax", json!({ "tax_address": home("Ấp Bình Hòa, xã Mỹ Khánh") })),
            ("result", json!({ "receive": "counter" })),
            ("signature", json!({ "signature": "M10 10L200 300" })),
        ],
    );
    let (to_show, _) = ends(&visitor);
    assert_eq!(
        to_show,
        ["Bản sao thẻ căn cước của chủ hộ Lê Thị Ba (khi chưa có tài khoản VNeID)"],
        "what was not attached"
    );
}

#[test]
fn a_signature_is_certified_for_each_paper_at_an_appointment() {
    let mut visitor = Visitor::enter("2.000884");
    assert!(visitor.form.appointment());
    visit(
        &mut visitor,
        &[
            ("way", json!({ "way": "fingerprint" })),
            ("vietnamese", json!({ "vietnamese": false })),
            ("interpreter", json!({ "interpreter": "own", "language": "tiếng Khmer" })),
            ("papers", json!({ "papers": 2 })),
            (
                "paper.1",
                json!({ "papers/0/name": "Giấy ủy quyền", "papers/0/kind": "authorisation", "papers/0/written_in": "vietnamese" }),
            ),
            ("purpose.1", json!({ "papers/0/purpose": "pension" })),
            (
                "paper.2",
                json!({ "papers/1/name": "Affidavit", "papers/1/kind": "statement", "papers/1/written_in": "foreign" }),
            ),
        ],
    );
    assert_eq!(visitor.view().title, "Bạn có bản dịch tiếng Việt của Affidavit không?");
    visit(&mut visitor, &[("translation.2", json!({})), ("appointment", day())]);
    let (to_show, fees) = ends(&visitor);
    assert_eq!(
        to_show,
        [
            "Thẻ căn cước hoặc hộ chiếu của bạn, còn hạn",
            "Giấy thứ 1 bạn sẽ ký: Giấy ủy quyền",
            "Giấy thứ 2 bạn sẽ ký: Affidavit",
            "Bản dịch tiếng Việt của giấy thứ 2: Affidavit"
        ]
    );
    assert_eq!(fees, ["10.000 đồng", "10.000 đồng", "20.000 đồng"]);
}

#[test]
fn nobody_too_young_to_marry_gets_beyond_the_page_that_shows_it() {
    let mut visitor = Visitor::enter("1.000894");
    let partner = |born: &str| json!({ "partner_name": "Trần Văn Bình", "partner_number": "089088001235", "partner_birth_date": born });
    visitor.next(json!({ "applicant_ethnicity": "kinh" }));
    visitor.next(json!({ "applicant_before": "never" }));
    assert_eq!(visitor.next(partner("2016-02-01")), "partner", "a child of ten");
    assert!(visitor.problems()[0].message.contains("nam từ đủ 20 tuổi"), "{:?}", visitor.problems());
    assert_eq!(visitor.next(partner("24/11/2006")), "partner", "a man a day before he is 20");
    assert_eq!(visitor.next(partner("23/11/2006")), "partner_home");

    let mut visitor = Visitor::at("1.000894");
    visitor.next(json!({ "process": true }));
    visitor.next(json!({}));
    visitor.next(json!({ "applicant_name": "Lê Thị Ba", "applicant_number": "089190001234", "applicant_birth_date": "2016-02-01" }));
    visitor.next(json!({ "address": home("Ấp Bình Hòa, xã Mỹ Khánh, An Giang") }));
    assert_eq!(visitor.next(json!({ "applicant_sex": "female", "applicant_ethnicity": "kinh" })), "about_you");
    assert!(visitor.problems()[0].message.contains("nữ từ đủ 18 tuổi"), "{:?}", visitor.problems());
}

#[test]
fn a_minor_who_moves_in_cannot_be_declared_of_age() {
    let mut visitor = Visitor::at("1.004194");
    visitor.next(json!({ "process": true }));
    visitor.next(json!({}));
    visitor.next(json!({ "applicant_name": "Lê Thị Ba", "applicant_number": "089190001234", "applicant_birth_date": "2009-02-01" }));
    visitor.next(json!({ "address": home("Ấp Bình Hòa, xã Mỹ Khánh, An Giang") }));
    assert_eq!(visitor.next(json!({ "adult": true })), "adult");
    assert!(visitor.problems()[0].message.contains("chưa đủ 18 tuổi"), "{:?}", visitor.problems());
    assert_eq!(visitor.next(json!({ "adult": false })), "guardian");
}

#[test]
fn a_case_that_a_form_does_not_ask_for_is_left_to_the_counter() {
    for form in super::super::shipped::shipped() {
        let procedure = starter().procedure(form.procedure()).expect("it is in the catalogue");
        let left = procedure.cases.iter().filter(|case| form.leaves_to_the_counter(case)).count();
        assert_eq!(left, form.about.at_counter.len(), "{}: the record has each of them", form.procedure());
    }
    let birth = starter().procedure("1.001193").expect("it is in the catalogue");
    let form = Forms::shipped().newest("1.001193").expect("it ships");
    let left: Vec<bool> = birth.cases.iter().map(|case| form.leaves_to_the_counter(case)).collect();
    assert_eq!(left, [false, false, false, true, true]);
}
