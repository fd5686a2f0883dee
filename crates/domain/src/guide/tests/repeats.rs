//! What is answered several times: witnesses, papers to be copied.

use super::*;
use crate::guide::Package;

pub(super) const REPEATS: Package = Package {
    schema: include_str!("repeats/schema.json"),
    ui: include_str!("repeats/ui.json"),
    about: include_str!("repeats/form.json"),
    words: [include_str!("repeats/vi.ftl"), include_str!("repeats/en.ftl")],
};

pub(super) fn visitor() -> Visitor {
    let form = Form::load(&REPEATS).expect("a form");
    Visitor::with(Arc::new(form), procedure()).known()
}

fn witness(n: usize, relation: &str) -> Value {
    let name = ["Lê Thị Hoa", "Trần Văn Bình", "Đặng Thu Hà"][n];
    json!({ format!("witnesses/{n}/name"): name, format!("witnesses/{n}/relation"): relation })
}

fn original(n: usize, title: &str, pages: u32, copies: u32) -> Value {
    let path = |field: &str| format!("originals/{n}/{field}");
    json!({ path("title"): title, path("pages"): pages, path("copies"): copies })
}

/// To the review with these witnesses, and one paper of two pages.
fn to_review(witnesses: &[&str]) -> Visitor {
    let mut visitor = visitor();
    assert_eq!(visitor.draft.page, "value");
    visitor.next(json!({ "value": 1_500_000, "has_witnesses": !witnesses.is_empty() }));
    if !witnesses.is_empty() {
        assert_eq!(visitor.next(json!({ "witnesses": witnesses.len() })), "witness_person.1");
    }
    for (n, relation) in witnesses.iter().enumerate() {
        if visitor.next(witness(n, relation)) == format!("witness_how.{}", n + 1) {
            visitor.next(json!({ format!("witnesses/{n}/how"): "Cùng làm một nơi" }));
        }
    }
    assert_eq!(visitor.draft.page, "originals");
    assert_eq!(visitor.next(json!({ "originals": 1 })), "original.1");
    assert_eq!(visitor.next(original(0, "Bằng tốt nghiệp", 2, 3)), "original_scan.1");
    visitor.attach("original.1");
    assert_eq!(visitor.next(json!({})), "review");
    visitor
}

fn title(visitor: &Visitor) -> String {
    visitor.view().title
}

#[test]
fn each_item_has_its_pages_one_behind_the_other() {
    let mut visitor = visitor();
    visitor.next(json!({ "value": 0, "has_witnesses": true }));
    assert_eq!(visitor.next(json!({ "witnesses": 2 })), "witness_person.1");
    assert_eq!(title(&visitor), "Người làm chứng thứ 1 là ai?");
    assert_eq!(visitor.next(witness(0, "other")), "witness_how.1", "what belongs to the first comes before the second");
    assert_eq!(title(&visitor), "Lê Thị Hoa biết việc này thế nào?");
    assert_eq!(visitor.next(json!({ "witnesses/0/how": "Cùng làm một nơi" })), "witness_person.2");
    assert_eq!(visitor.next(json!({})), "witness_person.2");
    let problems = visitor.problems();
    assert_eq!(problems[0].field, "witnesses/1/name");
    assert_eq!(problems[0].message, "Chưa có tên người thứ 2. Xin bạn nhập họ và tên.");
    assert_eq!(problems[1].field, "witnesses/1/relation");
    assert_eq!(visitor.next(witness(1, "family")), "originals");
    assert_eq!(visitor.back(json!({})), "witness_person.2");
    assert_eq!(visitor.back(json!({})), "witness_how.1");
}

#[test]
fn answers_of_another_item_are_for_no_field_of_the_page() {
    let mut visitor = visitor();
    visitor.next(json!({ "value": 0, "has_witnesses": true }));
    visitor.next(json!({ "witnesses": 2 }));
    let mut draft = visitor.draft.clone();
    let stray = map(witness(1, "family"));
    let refused = visitor.form.next(&mut draft, "witness_person.1", &stray, &visitor.around()).expect_err("stray");
    assert_eq!(refused.code, "unknown-field");
    assert_eq!(draft, visitor.draft);
}

#[test]
fn what_is_sent_is_nested_and_equals_the_review() {
    let visitor = to_review(&["neighbour", "other"]);
    let content = visitor.content();
    assert_eq!(
        content.answers["witnesses"],
        json!([
            { "name": "Lê Thị Hoa", "relation": "neighbour" },
            { "name": "Trần Văn Bình", "relation": "other", "how": "Cùng làm một nơi" }
        ])
    );
    assert_eq!(content.answers["originals"], json!([{ "title": "Bằng tốt nghiệp", "pages": 2, "copies": 3 }]));
    assert_eq!(visitor.form.check_answers(&content.answers), Ok(()));
    let view = visitor.view();
    let (sections, to_show, fees, _) = review(&view);
    let pages: Vec<&str> = sections.iter().map(|section| section.page.as_str()).collect();
    assert_eq!(
        pages[4..],
        [
            "witnesses",
            "witness_person.1",
            "witness_person.2",
            "witness_how.2",
            "originals",
            "original.1",
            "original_scan.1"
        ]
    );
    assert_eq!(
        to_show,
        [
            "Bản chính: Bằng tốt nghiệp",
            "Lời chứng của Lê Thị Hoa (Hàng xóm)",
            "Lời chứng của Trần Văn Bình (Người khác)"
        ]
    );
    let fees: Vec<_> = fees.iter().map(|fee| (fee.label.as_str(), fee.value.as_str())).collect();
    assert_eq!(
        fees,
        [("Bản sao số 1: Bằng tốt nghiệp", "12.000 đồng"), ("Lời chứng", "20.000 đồng"), ("Tổng cộng", "32.000 đồng")]
    );

    // The console and the central system have only what was sent.
    let told = visitor.form.answers_in_words(&content.answers, Locale::Vi);
    assert_eq!(told.iter().map(|section| section.page.as_str()).collect::<Vec<_>>(), pages[1..10]);
    assert_eq!(visitor.form.fees(&content.answers, ChannelKind::Online, Locale::Vi).len(), 2);
    let papers = visitor.form.evidence_in_words(&content.answers, Locale::Vi);
    assert_eq!(
        papers.iter().map(|paper| paper.evidence.as_str()).collect::<Vec<_>>(),
        ["original.1", "statement.1", "statement.2"]
    );
    assert_eq!(visitor.form.evidence_name("original.1", &content.answers, Locale::Vi), "Bản chính: Bằng tốt nghiệp");
    assert_eq!(content.papers[0].evidence, "original.1");
}

#[test]
fn fewer_items_keep_what_was_typed_until_the_review_and_then_forget_it() {
    let mut visitor = to_review(&["family", "other"]);
    visitor.open("witnesses");
    assert_eq!(visitor.next(json!({ "witnesses": 1 })), "review");
    assert!(!serde_json::to_string(&visitor.draft).expect("JSON").contains("Văn Bình"), "the draft forgets it too");
    assert_eq!(visitor.content().answers["witnesses"].as_array().map(Vec::len), Some(1));
    assert!(!serde_json::to_string(&visitor.view()).expect("JSON").contains("Văn Bình"));

    visitor.open("witnesses");
    assert_eq!(visitor.next(json!({ "witnesses": 3 })), "witness_person.2", "the next one is asked for");
    assert_eq!(visitor.back(json!({})), "witness_person.1");

    let mut visitor = self::visitor();
    visitor.next(json!({ "value": 0, "has_witnesses": true }));
    visitor.next(json!({ "witnesses": 2 }));
    visitor.next(witness(0, "family"));
    visitor.next(witness(1, "family"));
    while visitor.draft.page != "witnesses" {
        visitor.back(json!({}));
    }
    visitor.next(json!({ "witnesses": 1 }));
    visitor.back(json!({}));
    visitor.next(json!({ "witnesses": 2 }));
    visitor.next(json!({}));
    assert_eq!(visitor.next(json!({})), "originals", "nothing is typed twice");
}

#[test]
fn a_group_that_is_hidden_is_not_sent_and_neither_are_its_papers() {
    let mut visitor = to_review(&["family", "neighbour"]);
    visitor.open("value");
    assert_eq!(visitor.next(json!({ "has_witnesses": false })), "review");
    let content = visitor.content();
    assert_eq!(content.answers.get("witnesses"), None);
    assert_eq!(content.to_show, ["Bản chính: Bằng tốt nghiệp"]);
    assert_eq!(visitor.form.check_answers(&content.answers), Ok(()));
    assert!(visitor.draft.answers.keys().all(|path| !path.starts_with("witnesses")));
}

#[test]
fn papers_of_an_item_are_pruned_with_it() {
    let mut visitor = to_review(&[]);
    visitor.open("originals");
    assert_eq!(visitor.next(json!({ "originals": 2 })), "original.2");
    assert_eq!(visitor.next(original(1, "Sổ đất", 10, 1)), "original_scan.2");
    assert_eq!(visitor.next(json!({})), "original_scan.2");
    assert_eq!(visitor.problems()[0].field, "original.2", "the second paper is missing");
    visitor.attach("original.2");
    assert_eq!(visitor.next(json!({})), "review");
    visitor.open("original.2");
    assert_eq!(visitor.next(json!({ "originals/1/pages": 11 })), "review", "a long one is not scanned");
    assert_eq!(
        visitor.content().papers.iter().map(|paper| paper.evidence.as_str()).collect::<Vec<_>>(),
        ["original.1"]
    );
    assert_eq!(visitor.content().to_show, ["Bản chính: Bằng tốt nghiệp"]);
}

#[test]
fn what_is_wrong_with_an_item_is_named_by_its_path() {
    let visitor = to_review(&["family"]);
    let good = visitor.content().answers;
    let one = json!({ "name": "Lê Thị Hoa", "relation": "family" });
    for (path, value, fields) in [
        ("/witnesses/0/name", json!("Hoa 3"), &["witnesses/0/name"][..]),
        ("/witnesses/0/relation", json!("foe"), &["witnesses/0/relation"]),
        ("/witnesses/0", json!({ "relation": "family" }), &["witnesses/0/name"]),
        ("/witnesses/0", json!({ "name": "Lê Hoa", "relation": "other" }), &["witnesses/0/how"]),
        ("/witnesses/0", json!({ "name": "Lê Hoa", "relation": "family", "how": "vì quen" }), &["witnesses/0/how"]),
        ("/witnesses/0", json!({ "name": "Lê Hoa", "relation": "family", "age": 7 }), &["witnesses/0/age"]),
        ("/witnesses", json!([one, { "name": "x" }]), &["witnesses/1/name", "witnesses/1/relation"]),
        ("/witnesses", json!([one, one, one, one]), &["witnesses"]),
        ("/witnesses", json!([]), &["witnesses"]),
        ("/witnesses", json!(2), &["witnesses"]),
        ("/witnesses", json!([[]]), &["witnesses"]),
        ("/has_witnesses", json!(false), &["witnesses"]),
        ("/originals/0/pages", json!("ba"), &["originals/0/pages"]),
    ] {
        let mut answers = good.clone();
        *answers.pointer_mut(path).expect("a place") = value.clone();
        let problems = visitor.form.check_answers(&answers).expect_err("refused");
        let mut named: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        named.sort_unstable();
        assert_eq!(named, fields, "{path} = {value}: {problems:?}");
        assert!(problems.iter().all(|problem| !problem.message.contains("guide-")));
    }
}

#[test]
fn a_count_beyond_the_most_is_refused_and_opens_no_page() {
    let mut visitor = visitor();
    visitor.next(json!({ "value": 0, "has_witnesses": true }));
    for count in [json!(4), json!(0), json!(-1), json!("ba"), json!(1_000_000_000), json!(2.5), json!(true)] {
        assert_eq!(visitor.next(json!({ "witnesses": count })), "witnesses", "{count}");
        assert!(visitor.problems()[0].message.contains("từ 1 đến 3"), "{count}: {:?}", visitor.problems());
        assert!(visitor.form.shown(&visitor.draft).pages.len() < 12);
    }
    assert_eq!(visitor.next(json!({ "witnesses": Value::Null })), "witnesses");
    assert_eq!(visitor.problems()[0].field, "witnesses");
}

#[test]
fn the_count_of_pages_is_certain_once_all_that_decides_on_it_is_answered() {
    let mut visitor = visitor();
    assert_eq!(visitor.view().step, None);
    visitor.next(json!({ "value": 0, "has_witnesses": false }));
    assert_eq!(visitor.view().step, None, "nobody knows how many papers");
    visitor.next(json!({ "originals": 2 }));
    assert_eq!(visitor.view().step, None, "a long paper is not scanned");
    visitor.next(original(0, "Bằng tốt nghiệp", 20, 3));
    visitor.next(original(1, "Sổ đất", 2, 1));
    assert_eq!(visitor.draft.page, "original_scan.2");
    assert_eq!(visitor.view().step, Some(Step { now: 9, of: 10 }));
}

#[test]
fn answers_are_named_in_texts_as_people_say_them() {
    let mut visitor = visitor();
    visitor.next(json!({ "value": 1_500_000, "has_witnesses": true }));
    visitor.next(json!({ "witnesses": 2 }));
    visitor.next(witness(0, "family"));
    visitor.next(witness(1, "family"));
    let notes = match visitor.view().body {
        PageBody::Questions { notes, .. } => notes,
        other => panic!("questions, not {other:?}"),
    };
    assert_eq!(
        notes,
        [
            "Bạn sinh ngày 01/05/1990, số căn cước 089•••••1234, giấy tờ trị giá 1.500.000 đồng.",
            "Có 2 người làm chứng."
        ]
    );
    visitor.next(json!({ "originals": 1 }));
    visitor.next(json!({}));
    visitor.draft.page = "original_scan.1".to_owned();
    visitor.draft.answers.extend(map(json!({ "originals/0/pages": 1 })));
    assert_eq!(title(&visitor), "Mời bạn đưa …", "an answer that is not there leaves no trace of how it is named");
}
