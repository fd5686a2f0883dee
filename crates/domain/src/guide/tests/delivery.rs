//! What a submission costs, and how its result comes.

use serde_json::{Value, json};

use super::{Visitor, procedure};
use crate::catalogue::{ChannelKind, Deadline, Fee, LocalText, Procedure, starter};
use crate::guide::{Form, Forms, ReviewRow, Surroundings, any_form};
use crate::payment::{Postage, Vnd};
use crate::words::{Locale, Words};

const POSTAGE: Postage = Postage { province: 91, within_province: Vnd(26_000), elsewhere: Vnd(35_000) };

fn form() -> &'static Form {
    Forms::shipped().newest("2.000635").expect("it ships")
}

fn answers(receive: &str, address: Option<Value>) -> Value {
    let mut answers = json!({
        "applicant_name": "Nguyễn Văn An", "applicant_number": "089195000123",
        "applicant_birth_date": "1995-03-02", "address": { "text": "12 Trần Hưng Đạo, An Giang" },
        "receive": receive, "copies": 2, "event": "birth", "for_whom": "self",
        "registered_at": "Ủy ban nhân dân phường Long Xuyên"
    });
    if let Some(address) = address {
        answers["post_address"] = address;
    }
    answers
}

fn amounts(answers: &Value, postage: Option<&Postage>) -> Vec<u64> {
    let cost = form().cost(answers, ChannelKind::Online, postage, Locale::Vi).expect("it reckons");
    let parts: Vec<u64> = cost.lines.iter().map(|(_, amount)| amount.0).collect();
    assert_eq!(cost.total().0, parts.iter().sum::<u64>());
    parts
}

#[test]
fn postage_is_added_only_when_the_post_brings_the_result() {
    let home = json!({ "text": "12 Trần Hưng Đạo, Tỉnh An Giang", "province": "91" });
    let far = json!({ "text": "1 Lê Lợi, Thành phố Huế", "province": "46" });
    assert_eq!(amounts(&answers("counter", None), Some(&POSTAGE)), [16_000]);
    assert_eq!(amounts(&answers("electronic", None), Some(&POSTAGE)), [16_000]);
    assert_eq!(amounts(&answers("post", Some(home.clone())), Some(&POSTAGE)), [16_000, 26_000]);
    assert_eq!(amounts(&answers("post", Some(far)), Some(&POSTAGE)), [16_000, 35_000]);
    // Not set up here: the post takes it, and the sum does not pretend to have it.
    let by_post = answers("post", Some(home));
    assert_eq!(amounts(&by_post, None), [16_000]);
    let cost = form().cost(&by_post, ChannelKind::Online, None, Locale::Vi).expect("it reckons");
    assert!(cost.post_takes);
    let rows = cost.rows(Words::of(Locale::Vi));
    assert_eq!(rows.last().map(|row| row.value.as_str()), Some("Bưu điện thu khi giao kết quả"));
}

fn rows(form: &Form, answers: &Value) -> Vec<ReviewRow> {
    let visitor = Visitor::at("2.000635");
    form.cost_rows(answers, &Surroundings { postage: Some(POSTAGE), ..visitor.around() })
}

#[test]
fn the_review_shows_the_parts_and_the_sum() {
    let home = json!({ "text": "12 Trần Hưng Đạo, Tỉnh An Giang", "province": "91" });
    let shown = rows(form(), &answers("post", Some(home)));
    let values: Vec<&str> = shown.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(values, ["16.000 đồng", "26.000 đồng", "42.000 đồng"]);
    assert_eq!(shown[2].label, "Tổng cộng");
    let one = rows(form(), &answers("counter", None));
    assert_eq!(one.len(), 1, "one part is its own sum");
}

#[test]
fn the_way_of_the_result_names_the_address_of_the_post_only() {
    let home = json!({ "text": "12 Trần Hưng Đạo, Tỉnh An Giang", "province": "91" });
    let said = form().delivery_in_words(&answers("post", Some(home)), Locale::Vi);
    assert!(said.ends_with(": 12 Trần Hưng Đạo, Tỉnh An Giang"), "{said}");
    assert!(!form().delivery_in_words(&answers("counter", None), Locale::Vi).contains(':'));
}

/// What an answer costs by one way, in đồng; none where only an officer can say it.
fn parts(form: &Form, answers: &Value, channel: ChannelKind, procedure: Option<&Procedure>) -> Vec<Option<u64>> {
    let parts = form.cost_parts(answers, channel, Some(&POSTAGE), procedure, Locale::Vi);
    parts.into_iter().map(|(_, amount)| amount.map(|amount| amount.0)).collect()
}

#[test]
fn a_fee_goes_by_the_way_of_handing_in_and_by_the_case() {
    use ChannelKind::{InPerson, Online};
    let by_post = |answers: Value| {
        let mut answers = answers;
        answers["receive"] = json!("post");
        answers["post_address"] = json!({ "text": "12 Trần Hưng Đạo, Tỉnh An Giang", "province": "91" });
        answers
    };
    let death = |case: &str| json!({ "receive": "counter", "copies": 1, "fee_case": case });
    for (code, answers, online, in_person) in [
        ("1.004194", json!({ "receive": "counter" }), vec![Some(7_000)], vec![None]),
        (
            "1.001193",
            json!({ "receive": "counter", "copies": 2 }),
            vec![Some(0), Some(16_000)],
            vec![Some(0), Some(16_000)],
        ),
        ("1.000656", death("in_time"), vec![Some(0), Some(8_000)], vec![Some(0), Some(8_000)]),
        ("1.000656", death("other"), vec![None, Some(8_000)], vec![None, Some(8_000)]),
        ("1.001612", json!({ "receive": "counter" }), vec![None], vec![None]),
        // The postage is known whatever else is not.
        ("1.001612", by_post(json!({})), vec![None, Some(26_000)], vec![None, Some(26_000)]),
        ("1.004194", by_post(json!({})), vec![Some(7_000), Some(26_000)], vec![None, Some(26_000)]),
    ] {
        let form = Forms::shipped().newest(code).expect("it ships");
        let procedure = starter().procedure(code);
        assert_eq!(parts(form, &answers, Online, procedure), online, "{code} online: {answers}");
        assert_eq!(parts(form, &answers, InPerson, procedure), in_person, "{code} in person: {answers}");
        let reckoned = form.cost(&answers, Online, Some(&POSTAGE), Locale::Vi);
        assert_eq!(reckoned.is_some(), online.iter().all(Option::is_some), "{code}: nobody can pay a part");
    }
}

#[test]
fn a_record_says_what_only_an_officer_can_reckon_and_is_free_only_where_it_says_so() {
    let fee = |amount: Option<u64>, original: &str| Fee {
        amount: amount.map(Vnd),
        unit: None,
        what: LocalText { vi: "Lệ phí".to_owned(), en: None },
        original: Some(original.to_owned()),
    };
    let with = |fees: Vec<Fee>| {
        let mut procedure = procedure();
        procedure.channels.iter_mut().for_each(|channel| {
            channel.fees = fees.clone();
            channel.deadline = Some(Deadline::SameDay);
        });
        procedure
    };
    let answers = json!({ "receive": "counter" });
    for (fees, said) in [
        (vec![fee(Some(0), "")], Vec::new()),
        (vec![], vec!["Phí, lệ phí: Cán bộ sẽ báo cho bạn"]),
        (vec![fee(Some(8_000), "")], vec!["Lệ phí: 8.000 đồng"]),
        (
            vec![fee(None, "8 hoặc 9")],
            vec!["Lệ phí: Chưa rõ: cơ sở dữ liệu quốc gia ghi “8 hoặc 9”. Xin bạn hỏi cán bộ."],
        ),
    ] {
        let procedure = with(fees);
        let form = any_form(&procedure).expect("a form");
        let found = form.cost_parts(&answers, ChannelKind::Online, None, Some(&procedure), Locale::Vi);
        assert!(found.iter().all(|(_, amount)| amount.is_none()), "{found:?}");
        assert_eq!(found.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), said);
    }
}
