//! The form that fits every procedure.

use std::io::Read;

use super::*;
use crate::catalogue::national::read_line;
use crate::catalogue::{Case, Evidence, LocalText};
use crate::guide::any::read_package;
use crate::guide::lint::{Finding, lint};

fn said(vi: &str) -> LocalText {
    LocalText { vi: vi.to_owned(), en: None }
}

fn paper(name: &str) -> Evidence {
    Evidence { name: said(name), form: None, originals: Some(1), copies: 0, only_shown: false }
}

fn case(when: &str, papers: &[&str]) -> Case {
    let when = (!when.is_empty()).then(|| said(when));
    Case { when, papers: papers.iter().map(|name| paper(name)).collect(), notes: Vec::new() }
}

fn with(cases: Vec<Case>) -> Procedure {
    Procedure { cases, version: 3, ..procedure() }
}

pub(super) fn visitor(cases: Vec<Case>) -> Visitor {
    let procedure = with(cases);
    let form = any_form(&procedure).expect("a form");
    Visitor::with(Arc::new(form), procedure)
}

/// First or renewed, with a paper of the same name in both.
pub(super) fn two_cases() -> Vec<Case> {
    vec![
        case("Cấp lần đầu", &["Tờ khai", "Bản vẽ nhà", "Giấy phép cũ của thửa đất bên cạnh"]),
        case("Cấp lại do bị mất", &["Tờ khai", "Đơn trình báo mất"]),
    ]
}

fn pages(visitor: &mut Visitor) -> Vec<String> {
    let mut seen = Vec::new();
    while visitor.draft.page != "review" {
        let page = visitor.draft.page.clone();
        let answers = match page.as_str() {
            "receive" => json!({ "receive": "counter" }),
            _ => json!({}),
        };
        assert_ne!(visitor.next(answers), page, "{:?}", visitor.problems());
        seen.push(page);
    }
    seen
}

#[test]
fn an_application_asks_for_the_papers_of_its_case_and_sends_no_others() {
    let mut visitor = visitor(two_cases()).known();
    assert_eq!((visitor.form.procedure(), visitor.form.version()), ("0.000000", ANY_FORM_VERSION));
    assert_eq!(visitor.next(json!({})), "case", "nothing is preselected");
    assert!(visitor.problems()[0].message.contains("Tôi không biết"));
    assert_eq!(visitor.next(json!({ "case": "c1" })), "c1_p1");
    visitor.attach("c1_p1");
    assert_eq!(visitor.next(json!({})), "c1_p2");
    assert!(visitor.view().help.expect("help").contains("Không có thì bấm “Tiếp tục”, bạn mang đến quầy sau."));
    assert_eq!(visitor.next(json!({})), "c1_p3", "a paper may be left out");
    assert_eq!(visitor.next(json!({})), "request");
    assert_eq!(visitor.next(json!({ "request": "Xin cấp cho nhà ở" })), "receive");
    assert_eq!(visitor.next(json!({ "receive": "post" })), "post");
    assert_eq!(visitor.next(json!({})), "post", "the post needs an address");
    assert_eq!(visitor.next(json!({ "post_address": "12 Lê Lợi, phường Long Xuyên, An Giang" })), "review");
    let content = visitor.content();
    assert_eq!(content.to_show, ["Tờ khai", "Bản vẽ nhà", "Giấy phép cũ của thửa đất bên cạnh"]);
    assert_eq!(content.papers.iter().map(|d| d.evidence.as_str()).collect::<Vec<_>>(), ["c1_p1"]);

    visitor.open("case");
    assert_eq!(visitor.next(json!({ "case": "c2" })), "review", "nothing of the other case is missing");
    visitor.open("receive");
    assert_eq!(visitor.next(json!({ "receive": "counter" })), "review");
    let content = visitor.content();
    assert!(content.papers.is_empty() && visitor.draft.pages.is_empty());
    assert_eq!(content.to_show, ["Tờ khai", "Đơn trình báo mất"]);
    assert_eq!(content.answers.get("post_address"), None);
    let seen = serde_json::to_string(&visitor.view()).expect("JSON");
    assert!(!seen.contains("Bản vẽ") && !seen.contains("Lê Lợi"));
    assert!(seen.contains("Cấp lại do bị mất") && seen.contains("Xin cấp cho nhà ở"));
    assert_eq!(visitor.form.check_answers(&content.answers), Ok(()));
    assert_eq!(visitor.form.result_in_words(&content.answers, Locale::Vi), "Đến quầy nhận");
    let lines = visitor.form.evidence_in_words(&content.answers, Locale::Vi);
    assert_eq!(lines.iter().map(|line| line.evidence.as_str()).collect::<Vec<_>>(), ["c2_p1", "c2_p2"]);
    let applicant = visitor.form.applicant(&content.answers);
    assert_eq!((applicant.name.as_str(), applicant.phone.as_deref()), ("Nguyễn Thị Lan", Some("0912345678")));
}

#[test]
fn somebody_who_does_not_know_the_case_can_go_on() {
    let mut visitor = visitor(two_cases()).known();
    assert_eq!(visitor.next(json!({ "case": "unknown" })), "other");
    assert!(visitor.view().help.expect("help").contains("hỏi cán bộ"));
    visitor.attach("other");
    assert_eq!(pages(&mut visitor), ["other", "request", "receive"]);
    assert_eq!(visitor.content().papers.len(), 1);
    assert!(visitor.content().to_show.is_empty());
}

#[test]
fn the_schema_refuses_what_is_not_asked() {
    let form = any_form(&with(two_cases())).expect("a form");
    let good = json!({
        "applicant_name": "Đặng Thị Ba", "applicant_number": "089190001234", "applicant_birth_date": "1990-05-01",
        "address": { "text": "xã Mỹ Khánh, An Giang" }, "case": "c2", "receive": "counter"
    });
    assert_eq!(form.check_answers(&good), Ok(()));
    for (field, wrong, told) in [
        ("case", json!("c3"), "danh sách"),
        ("case", Value::Null, "chưa chọn trường hợp"),
        ("post_address", json!({ "text": "12 Lê Lợi, Long Xuyên" }), "không khớp"),
        ("receive", json!("electronic"), "danh sách"),
        ("request", json!("x".repeat(501)), "500"),
        ("colour", json!("red"), "không có trong tờ khai"),
    ] {
        let mut answers = good.clone();
        answers[field] = wrong.clone();
        if wrong.is_null() {
            answers.as_object_mut().expect("an object").remove(field);
        }
        let problems = form.check_answers(&answers).expect_err("refused");
        assert_eq!(problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), [field]);
        assert!(problems[0].message.contains(told), "{}", problems[0].message);
    }
    let alone = any_form(&with(vec![case("", &["Đơn"])])).expect("a form");
    assert!(alone.check_answers(&good).is_err(), "a case is no answer where there is but one");
}

/// Not every procedure needs all words that are there for its papers.
#[test]
fn the_linter_finds_nothing_but_words_that_this_procedure_does_not_need() {
    let found = read_package(&with(two_cases()), lint).expect("a package");
    let idle = |finding: &Finding| finding.code == "unused-word" && finding.place.starts_with("any-");
    assert!(found.iter().all(idle), "{found:?}");
}

#[test]
fn whatever_a_record_calls_its_papers_and_cases_is_read_as_it_is() {
    let long = "Đơn đề nghị cấp giấy phép, ".repeat(41).chars().take(1_094).collect::<String>();
    let nasty = [
        "{ $count } and { nothing",
        "[quote] \"x\" \\ \\u00e9 \\",
        ".attribute = x",
        "*star\nkey = value\n  more",
        "# comment",
        "-term",
        "😀 Đơn 👨‍👩‍👧",
        long.as_str(),
    ];
    for name in nasty {
        let whole = crate::text::clean(name);
        let mut visitor = visitor(vec![case(name, &[name, "Đơn"]), case("Khác", &[])]).known();
        for locale in Locale::ALL {
            visitor.locale = locale;
            let view = visitor.view();
            let PageBody::Questions { fields, .. } = &view.body else { panic!("the case") };
            let choice = &fields[0].choices[0];
            let all = format!("{} {}", choice.label, choice.help.as_deref().unwrap_or_default());
            assert!(all.contains(&whole) || whole.chars().count() > 900, "{all}");
            assert!(choice.label.chars().count() <= 90);
        }
        visitor.next(json!({ "case": "c1" }));
        let view = visitor.view();
        assert_eq!(view.page, "c1_p1");
        assert!(view.title.chars().count() <= 90 && !view.title.is_empty());
        assert!(whole.starts_with(view.title.trim_end_matches('…')), "{}", view.title);
        pages(&mut visitor);
        let named = &visitor.content().to_show[0];
        assert!(whole.starts_with(named.trim_end_matches('…')) && named.chars().count() <= 240, "{named}");
    }
    let decomposed = visitor(vec![case("", &["To\u{31b}\u{300} khai"])]);
    assert_eq!(decomposed.form.evidence_name("c1_p1", &json!({}), Locale::Vi), "Tờ khai");
    let nameless = Evidence { name: said(" "), form: Some("Mau01.docx".to_owned()), ..paper("") };
    let nameless = visitor(vec![Case { when: None, papers: vec![nameless], notes: Vec::new() }]);
    assert_eq!(nameless.form.evidence_name("c1_p1", &json!({}), Locale::En), "Mau01.docx");
}

#[test]
fn cases_that_cannot_be_told_apart_by_name_are_told_by_their_papers() {
    let mut visitor =
        visitor(vec![case("", &["Đơn A"]), case("Cấp lại", &["Đơn B"]), case("Cấp lại", &["Đơn C"])]).known();
    let choices = |visitor: &Visitor| match visitor.view().body {
        PageBody::Questions { fields, .. } => {
            fields[0].choices.iter().map(|c| (c.label.clone(), c.help.clone().unwrap_or_default())).collect::<Vec<_>>()
        }
        other => panic!("the case, not {other:?}"),
    };
    let vietnamese = choices(&visitor);
    assert_eq!(vietnamese[0], ("Trường hợp 1".to_owned(), "Cần có: Đơn A.".to_owned()));
    assert_eq!(vietnamese[2], ("Cấp lại".to_owned(), "Cần có: Đơn C.".to_owned()));
    assert_eq!(vietnamese.last().expect("a choice").0, "Tôi không biết");
    visitor.locale = Locale::En;
    assert_eq!(choices(&visitor)[0].0, "Case 1");
}

#[test]
fn papers_that_are_not_known_are_asked_for_on_one_page() {
    let mut nothing = visitor(Vec::new()).known();
    assert_eq!(pages(&mut nothing), ["other", "request", "receive"]);
    let noted = Case { notes: vec!["Nộp theo Thông tư".to_owned()], ..case("", &[]) };
    let mut noted = visitor(vec![noted]).known();
    let help = noted.view().help.expect("help");
    assert!(help.contains("Cơ sở dữ liệu quốc gia ghi: Nộp theo Thông tư"), "{help}");
    assert_eq!(pages(&mut noted), ["c1_other", "request", "receive"]);

    let mut unsure = with(vec![case("", &["Đơn"])]);
    unsure.unsure = vec![crate::catalogue::national::Field::Papers];
    let form = Arc::new(any_form(&unsure).expect("a form"));
    let mut unsure = Visitor::with(form, unsure).known();
    assert_eq!(pages(&mut unsure), ["c1_p1", "c1_other", "request", "receive"]);
    unsure.procedure.unsure.clear();
    let checked = any_form(&unsure.procedure).expect("a form");
    assert_eq!(checked.evidence_name("c1_other", &json!({}), Locale::Vi), "Giấy tờ khác");
}

#[test]
fn twenty_papers_make_no_twenty_pages_and_none_is_lost() {
    let names: Vec<String> = (1..=20).map(|n| format!("Giấy số {n}")).collect();
    let mut many = case("", &names.iter().map(String::as_str).collect::<Vec<_>>());
    many.papers[2].only_shown = true;
    many.papers[5] = Evidence { originals: Some(0), copies: 2, ..paper("Bản sao sổ đất") };
    many.papers[6] = Evidence { originals: None, ..paper("Giấy chưa rõ") };
    let mut visitor = visitor(vec![many]).known();
    let mut seen = Vec::new();
    while visitor.draft.page != "request" {
        seen.push(visitor.draft.page.clone());
        if visitor.draft.page == "c1_other" {
            let help = visitor.view().help.expect("help");
            assert!(help.contains("Giấy số 14; ") && help.contains("Giấy số 20."), "{help}");
        }
        if visitor.draft.page == "c1_p6" {
            assert!(visitor.view().help.expect("help").starts_with("Cần 2 bản sao."));
        }
        visitor.next(json!({}));
    }
    assert_eq!(seen.len(), 13, "{seen:?}");
    assert!(!seen.contains(&"c1_p3".to_owned()), "what is only shown is not scanned");
    pages(&mut visitor);
    let to_show = visitor.content().to_show;
    assert_eq!(to_show.len(), 20, "what was not attached is brought: {to_show:?}");
    assert!(to_show.contains(&"Giấy số 3 (chỉ cho xem, rồi mang về)".to_owned()));
    assert!(to_show.contains(&"Giấy chưa rõ (hỏi cán bộ số bản chính)".to_owned()));
    visitor.open("c1_p6");
    visitor.attach("c1_p6");
    visitor.next(json!({}));
    assert!(!visitor.content().to_show.contains(&"Bản sao sổ đất".to_owned()), "a copy that was sent is not asked for");
}

#[test]
fn fees_and_deadlines_of_the_record_are_said_only_as_far_as_they_are_certain() {
    let mut procedure = with(vec![case("", &["Đơn"])]);
    let fee = |amount: Option<u64>, original: &str| crate::catalogue::Fee {
        amount: amount.map(crate::payment::Vnd),
        unit: None,
        what: said(""),
        original: Some(original.to_owned()),
    };
    let told = |procedure: &Procedure| {
        let form = Arc::new(any_form(procedure).expect("a form"));
        let mut visitor = Visitor::with(form, procedure.clone()).known();
        pages(&mut visitor);
        let view = visitor.view();
        let (_, _, fees, deadline) = review(&view);
        (fees.iter().map(|fee| fee.value.clone()).collect::<Vec<_>>(), deadline.to_owned())
    };
    let unknown = "Cán bộ sẽ báo cho bạn".to_owned();
    assert_eq!(told(&procedure), (vec![unknown.clone()], "2 ngày làm việc".to_owned()));
    procedure.channels[1].fees = vec![fee(Some(8_000), ""), fee(None, "8 hoặc 9")];
    assert!(told(&procedure).0[1].contains("“8 hoặc 9”") && told(&procedure).0[0] == "8.000 đồng");
    let another = crate::catalogue::Deadline::WorkingDays(5);
    procedure.channels.push(crate::catalogue::Channel { deadline: Some(another), ..procedure.channels[1].clone() });
    assert_eq!(told(&procedure).1, unknown, "the form cannot tell which row is meant");
}

/// Every real record, where they are: what is shown has words, whatever the record holds.
#[test]
fn every_record_of_the_national_database_has_a_form_that_shows_each_page() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/procedures.jsonl.gz");
    let Ok(file) = std::fs::File::open(path) else {
        println!("skipped: ../shared/data/procedures.jsonl.gz is not there");
        return;
    };
    let mut lines = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut lines).expect("readable records");
    let lines: Vec<&str> = lines.lines().collect();
    assert!(lines.len() >= 1_000, "{}", lines.len());
    // A debug build takes half a minute for them on one core.
    std::thread::scope(|scope| {
        for some in lines.chunks(lines.len().div_ceil(4)) {
            scope.spawn(move || some.iter().for_each(|line| shows_each_page(line)));
        }
    });
}

/// Both languages have the same keys, as each is written together with the other: pages take turns.
fn shows_each_page(line: &str) {
    let procedure = Procedure::of_record(&read_line(line).expect("a record"), 1);
    let code = procedure.code.clone();
    let form = any_form(&procedure).unwrap_or_else(|error| panic!("{code}: {error}"));
    let mut visitor = Visitor::with(Arc::new(form), procedure);
    let cases: Vec<Option<String>> = match visitor.form.control("case") {
        Some(control) => control.choices.iter().cloned().map(Some).collect(),
        None => vec![None],
    };
    for case in cases {
        visitor.draft = Draft::begin(&visitor.form);
        visitor.draft.answers = map(json!({
            "applicant_name": "Đặng Thị Ba", "applicant_number": "089190001234",
            "applicant_birth_date": "1990-05-01", "address": "xã Mỹ Khánh, An Giang", "receive": "post",
            "post_address": "12 Lê Lợi, phường Long Xuyên"
        }));
        visitor.draft.answers.extend(case.map(|case| ("case".to_owned(), json!(case))));
        let shown = visitor.form.shown(&visitor.draft);
        assert!(shown.pages.iter().any(|page| page.paper.is_some()), "{code}: no page takes a paper");
        let order: Vec<String> = shown.order().iter().map(|page| (*page).to_owned()).collect();
        for (page, locale) in order.into_iter().zip(Locale::ALL.into_iter().cycle()) {
            (visitor.draft.page, visitor.locale) = (page, locale);
            has_words(&visitor.view(), &code);
        }
    }
}

fn has_words(view: &GuideView, code: &str) {
    let mut texts = vec![view.title.clone()];
    texts.extend(view.help.clone());
    match &view.body {
        PageBody::Questions { fields, .. } => {
            for field in fields {
                texts.push(field.label.clone());
                texts.extend(field.choices.iter().map(|choice| choice.label.clone()));
            }
        }
        PageBody::Review { sections, to_show, fees, deadline } => {
            let rows = sections.iter().flat_map(|section| &section.rows).chain(fees);
            texts.extend(rows.flat_map(|row| [row.label.clone(), row.value.clone()]));
            texts.extend(to_show.iter().cloned());
            texts.push(deadline.clone());
        }
        _ => {}
    }
    for text in texts {
        let of_key = ["page-", "paper-c", "case-c", "any-", "guide-", "catalogue-", "receive-"];
        let missing = text.trim().is_empty() || text.contains("{ ") || of_key.iter().any(|key| text.starts_with(key));
        assert!(!missing, "{code} {}: {text:?}", view.page);
    }
}
