//! Fields made for touch: addresses, amounts, signatures, and what fills them.

use super::*;
use crate::guide::Package;

/// A form of one page behind who applies, with these fields; each may be left empty.
fn form(properties: &Value, controls: &[Value]) -> Form {
    let mut schema = json!({
        "type": "object",
        "properties": {
            "name": { "type": "string" }, "number": { "type": "string" }, "phone": { "type": "string" },
            "home": { "type": "string" }, "born": { "type": "string", "format": "date" }
        },
        "unevaluatedProperties": false
    });
    let known = schema["properties"].as_object_mut().expect("an object");
    known.extend(properties.as_object().cloned().expect("an object"));
    let who = json!([
        control("name", json!({ "widget": "name", "prefill": "name" })),
        control("home", json!({ "widget": "text", "prefill": "address" })),
        control("born", json!({ "widget": "date" })),
    ]);
    let ui = json!({ "type": "Categorization", "elements": [
        { "type": "Category", "label": "who", "elements": who },
        { "type": "Category", "label": "asked", "elements": controls },
    ] });
    let about = json!({
        "procedure": "0.000000", "version": 1, "appointment": false, "papers": [], "fees": [],
        "applicant": { "name": "name", "number": "number", "phone": "phone", "address": "home", "birth_date": "born" }
    });
    let words = "home = Nhà của bạn\nsex-male = Nam\nsex-female = Nữ\nplace = Chỗ ở\nworth = Giá\n";
    let (schema, ui, about) = (schema.to_string(), ui.to_string(), about.to_string());
    Form::load(&Package { schema: &schema, ui: &ui, about: &about, words: [words, words] }).expect("a form")
}

fn control(field: &str, options: Value) -> Value {
    json!({ "type": "Control", "scope": format!("#/properties/{field}"), "options": options })
}

/// On the page with the fields, with a card read.
fn visitor(properties: Value, controls: &[Value]) -> Visitor {
    let mut visitor = Visitor::with(Arc::new(form(&properties, controls)), procedure());
    visitor.next(json!({ "process": true, "contact": true }));
    let text = "089190001234||Nguyễn Thị Lan|01051990|Nữ|Ấp Bình Hòa, xã Mỹ Khánh, An Giang|15082021";
    let card = Card::read(text, visitor.now.business_date()).expect("a card");
    visitor.form.apply_card(&mut visitor.draft, &card);
    assert_eq!(visitor.next(json!({})), "asked");
    visitor
}

fn address() -> Value {
    json!({
        "type": "object",
        "properties": {
            "text": { "type": "string", "minLength": 5, "maxLength": 300 },
            "province": { "type": "string" },
            "commune": { "type": "string" }
        },
        "required": ["text"],
        "unevaluatedProperties": false
    })
}

fn field(visitor: &Visitor, n: usize) -> FieldView {
    match visitor.view().body {
        PageBody::Questions { fields, .. } => fields[n].clone(),
        other => panic!("questions, not {other:?}"),
    }
}

#[test]
fn an_address_is_chosen_from_the_lists_and_sent_as_it_reads() {
    let mut visitor = visitor(json!({ "place": address() }), &[control("place", json!({ "widget": "address" }))]);
    for (given, said) in [
        (json!({ "province": "91" }), "chọn tỉnh"),
        (json!({ "province": "91", "commune": "00000", "street": "12" }), "chọn tỉnh"),
        (json!({ "text": "An" }), "quá ngắn"),
    ] {
        assert_eq!(visitor.next(json!({ "place": given })), "asked");
        let problems = visitor.problems();
        assert!(problems[0].field == "place" && problems[0].message.contains(said), "{given}: {problems:?}");
    }
    let commune = Units::shipped().communes_of("91")[0].clone();
    visitor.next(json!({ "place": { "province": "91", "commune": commune.code } }));
    assert!(visitor.problems()[0].message.contains("số nhà"), "{:?}", visitor.problems());
    assert_eq!(
        visitor.next(json!({ "place": { "province": "91", "commune": commune.code, "street": "12 Lê Lợi" } })),
        "review"
    );
    let text = format!("12 Lê Lợi, {}, Tỉnh An Giang", commune.name);
    assert_eq!(visitor.content().answers["place"], json!({ "text": text, "province": "91", "commune": commune.code }));
    let view = visitor.view();
    let (sections, ..) = review(&view);
    assert_eq!(sections[2].rows[0].value, text);
    visitor.open("asked");
    assert_eq!(field(&visitor, 0).value["street"], "12 Lê Lợi", "it can be corrected part by part");
}

#[test]
fn what_is_wrong_inside_an_address_that_was_sent_is_the_addresss() {
    let form = form(&json!({ "place": address() }), &[control("place", json!({ "widget": "address" }))]);
    for wrong in [
        json!({}),
        json!({ "text": 7 }),
        json!({ "text": "a" }),
        json!("Ấp Bình Hòa"),
        json!({ "text": "Ấp Bình Hòa", "zip": "1" }),
    ] {
        let problems = form.check_answers(&json!({ "place": wrong })).expect_err("refused");
        assert_eq!(problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["place"], "{wrong}");
    }
    assert_eq!(form.check_answers(&json!({ "place": { "text": "Ấp Bình Hòa" } })), Ok(()));
}

#[test]
fn an_amount_is_read_with_its_dots_and_shown_with_them() {
    let worth = json!({ "worth": { "type": "integer", "minimum": 1000, "maximum": 2_000_000 } });
    let mut visitor = visitor(worth, &[control("worth", json!({ "widget": "amount" }))]);
    assert_eq!(visitor.next(json!({ "worth": "999" })), "asked");
    assert!(visitor.problems()[0].message.contains("từ 1.000 đến 2.000.000 đồng"), "{:?}", visitor.problems());
    assert_eq!(visitor.next(json!({ "worth": "nhiều" })), "asked");
    assert_eq!(visitor.next(json!({ "worth": "1.500.000 đ" })), "review");
    assert_eq!(visitor.content().answers["worth"], 1_500_000);
    let view = visitor.view();
    assert_eq!(review(&view).0[2].rows[0].value, "1.500.000 đồng");
}

#[test]
fn a_signature_is_strokes_and_nothing_else() {
    let sign = json!({ "sign": { "type": "string", "format": "signature", "maxLength": 20000 } });
    let mut visitor = visitor(sign, &[control("sign", json!({ "widget": "signature" }))]);
    let long = format!("M0 0{}", "L100 100".repeat(3_000));
    for wrong in [
        "Nguyễn Lan",
        "M10 10",
        "L1 1L2 2",
        "M10 10L20 20Z",
        "M10 10C20 20 30 30 40 40",
        "M1.5 2L3 4",
        "M1001 1L3 4",
        "M1 401L3 4",
        "M1 1L3 4\"/><script>",
        long.as_str(),
    ] {
        assert_eq!(visitor.next(json!({ "sign": wrong })), "asked", "{}", &wrong[..10.min(wrong.len())]);
        assert!(visitor.problems()[0].message.contains("Ký lại"), "{:?}", visitor.problems());
    }
    assert_eq!(visitor.next(json!({ "sign": "M10 10L20 20 L1000 400M5,5 L6,6" })), "review");
    let view = visitor.view();
    assert_eq!(review(&view).0[2].rows[0].value, "M10 10L20 20 L1000 400M5,5 L6,6");
    let answers = json!({ "sign": "M10 10L20 20" });
    assert_eq!(visitor.form.answers_in_words(&answers, Locale::Vi)[1].rows[0].value, "Đã ký");
    let drawn = visitor.form.answers_at_console(&answers, Locale::Vi);
    assert!(drawn[1].rows[0].value.starts_with('M'), "an officer sees it");
}

#[test]
fn what_the_card_and_earlier_answers_say_can_be_taken_over() {
    let place = json!({ "widget": "address", "offers": [{ "card": "address" }, { "answer": "home" }] });
    let sex = json!({ "widget": "choice", "prefill": "sex" });
    let asked = json!({ "place": address(), "sex": { "type": "string", "enum": ["male", "female"] } });
    let mut visitor = visitor(asked, &[control("place", place), control("sex", sex)]);
    let offered = field(&visitor, 0).offers;
    assert_eq!(offered.len(), 1, "both are the same: {offered:?}");
    assert_eq!(
        (offered[0].label.as_str(), &offered[0].value),
        ("Lấy từ thẻ", &json!({ "text": "Ấp Bình Hòa, xã Mỹ Khánh, An Giang" }))
    );
    assert_eq!(field(&visitor, 1).value, "female");
    assert!(field(&visitor, 1).from_card);

    visitor.back(json!({}));
    visitor.next(json!({ "home": "Ấp Tây Khánh" }));
    let offered = field(&visitor, 0).offers;
    assert_eq!(offered.iter().map(|o| o.label.as_str()).collect::<Vec<_>>(), ["Lấy từ thẻ", "Giống mục “Nhà của bạn”"]);
    assert_eq!(offered[1].shown, "Ấp Tây Khánh");
    visitor.next(json!({ "place": offered[0].value }));
    visitor.open("asked");
    assert!(field(&visitor, 0).from_card, "taken from the card, and marked");
    assert_eq!(field(&visitor, 0).offers.len(), 1, "what is there is not offered");
    visitor.next(json!({ "place": offered[1].value }));
    visitor.open("asked");
    assert!(!field(&visitor, 0).from_card);
    assert_eq!(visitor.content().answers["place"], json!({ "text": "Ấp Tây Khánh" }));
}

/// The text of each problem on the page one stays on.
fn told(visitor: &mut Visitor, answers: Value) -> Vec<String> {
    visitor.next(answers);
    visitor.problems().into_iter().map(|problem| problem.message).collect()
}

#[test]
fn a_year_that_has_not_come_is_named_and_one_of_an_old_register_is_taken() {
    let year = json!({ "type": "string", "format": "year" });
    let asked = || visitor(json!({ "place": year }), &[control("place", json!({ "widget": "year", "day": "past" }))]);
    for (given, said) in [("2027", "Năm này chưa đến"), ("1799", "từ 1800"), ("95", "4 chữ số")] {
        let told = told(&mut asked(), json!({ "place": given }));
        assert!(told.len() == 1 && told[0].contains(said), "{given}: {told:?}");
    }
    for given in ["2026", "1895", "1800"] {
        assert_eq!(told(&mut asked(), json!({ "place": given })), Vec::<String>::new(), "{given}");
    }
}

#[test]
fn who_is_too_young_is_told_on_the_page_that_asks_for_an_age() {
    let when =
        |sex: &str| json!({ "scope": "#/properties/sex", "schema": { "const": sex }, "failWhenUndefined": true });
    let ages = json!([
        { "of": "born", "at_least": 20, "when": when("male") },
        { "of": "born", "at_least": 18, "when": when("female") }
    ]);
    let sex = json!({ "type": "string", "enum": ["male", "female"] });
    let form = form(&json!({ "sex": sex }), &[control("sex", json!({ "widget": "choice", "age": ages }))]);
    let form = Arc::new(form);
    // The day somebody becomes 18 is the first on which they are.
    for (born, sex, young) in [
        ("2008-11-23", "female", false),
        ("2008-11-24", "female", true),
        ("2008-11-23", "male", true),
        ("2006-11-23", "male", false),
    ] {
        let mut visitor = Visitor::with(form.clone(), procedure());
        visitor.next(json!({ "process": true }));
        visitor.next(json!({}));
        assert_eq!(visitor.next(json!({ "born": born })), "asked");
        let told = told(&mut visitor, json!({ "sex": sex }));
        assert_eq!(told.iter().any(|told| told.contains("chưa đủ tuổi")), young, "{born} {sex}: {told:?}");
        assert_eq!(visitor.draft.page == "review", !young);
    }
}

#[test]
fn a_card_whose_marks_were_lost_fills_the_rest_and_says_what_is_to_be_typed() {
    let properties = json!({ "idno": { "type": "string" } });
    let controls = [control("idno", json!({ "widget": "citizen_number", "prefill": "number" }))];
    let mut visitor = Visitor::with(Arc::new(form(&properties, &controls)), procedure());
    visitor.next(json!({ "process": true, "contact": true }));
    let read = |text: &str| Card::read(text, jiff::civil::date(2026, 11, 24)).expect("a card");
    let other = read("089088001235||Trần Văn Bình|01021988|Nam|Khóm 1, phường Long Xuyên, An Giang|15082021");
    visitor.form.apply_card(&mut visitor.draft, &other);
    visitor.back(json!({}));
    visitor
        .form
        .apply_card(&mut visitor.draft, &read("089190001234||Nguy?n Th? Lan|01051990|N?|?p 1, An Giang|15082021"));

    assert_eq!(visitor.draft.answers.get("name"), None, "not the name on the card before");
    assert_eq!(visitor.draft.answers["idno"], "089190001234");
    let notes = |visitor: &Visitor| match visitor.view().body {
        PageBody::Questions { notes, .. } => notes,
        other => panic!("questions, not {other:?}"),
    };
    assert!(notes(&visitor)[0].contains("mất dấu"), "{:?}", notes(&visitor));
    visitor.next(json!({ "name": "Nguyễn Thị Lan", "home": "Ấp 1, An Giang" }));
    assert_eq!(visitor.draft.page, "asked");
    assert!(notes(&visitor).is_empty(), "nothing is lost there");
}
