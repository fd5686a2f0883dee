//! What is read aloud of a page of the guide.

use motcua_domain::guide::{ConsentView, FieldView, GuideView, PageBody, TimeWanted, Widget};
use motcua_domain::words::Words;
use serde_json::Value;

/// The lines of a page in the order in which they are read: what must be put right, the question and its
/// explanation, then what it holds, each field with what may be chosen and what is answered so far.
pub(super) fn lines(view: &GuideView, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    if !view.problems.is_empty() {
        lines.push(words.say("aloud-wrong"));
        for problem in &view.problems {
            if !lines.contains(&problem.message) {
                lines.push(problem.message.clone());
            }
        }
    }
    lines.push(view.title.clone());
    lines.extend(view.help.clone());
    match &view.body {
        PageBody::Consents { purposes } => lines.extend(purposes.iter().flat_map(|one| consent(one, words))),
        PageBody::Card { read: Some(card), .. } => {
            lines.push(words.say_with("aloud-card", &[("name", &card.name)]));
            lines.push(words.say("card-check"));
        }
        PageBody::Card { read: None, .. } => lines.extend([words.say("card-put"), words.say("card-by-hand")]),
        PageBody::Questions { fields, notes } => {
            lines.extend(notes.iter().cloned());
            let bare = |field: &FieldView| fields.len() == 1 && field.label == view.title;
            lines.extend(fields.iter().flat_map(|own| field(own, bare(own), words)));
        }
        PageBody::Document { pages, .. } => {
            let count = pages.len().to_string();
            lines.push(match pages.len() {
                0 => words.say("guide-nothing-attached"),
                _ => words.say_with("guide-attached-pages", &[("count", &count)]),
            });
            let advice = pages.iter().flat_map(|page| &page.faults).map(|fault| fault.advice.clone());
            lines.extend(advice);
        }
        PageBody::Review { sections, to_show, fees, deadline } => {
            for section in sections {
                lines.push(section.title.clone());
                lines.extend(section.rows.iter().map(|row| row_line(&row.label, &row.value, words)));
            }
            if !to_show.is_empty() {
                lines.push(words.say("review-to-show"));
                lines.extend(to_show.iter().cloned());
            }
            lines.extend(fees.iter().map(|fee| row_line(&fee.label, &fee.value, words)));
            if !deadline.is_empty() {
                lines.push(format!("{}: {deadline}", words.say("review-deadline")));
            }
        }
    }
    lines
}

fn consent(purpose: &ConsentView, words: &Words) -> Vec<String> {
    let needed = if purpose.required { "consent-required" } else { "consent-optional" };
    let given = purpose.given.map(|given| words.say(if given { "guide-agreed" } else { "guide-not-agreed" }));
    vec![purpose.title.clone(), purpose.text.clone(), words.say(needed), answer(given, words)]
}

/// `bare`: the page's heading says its label already.
fn field(field: &FieldView, bare: bool, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    if !bare {
        lines.push(field.label.clone());
    }
    if field.optional {
        lines.push(words.say("field-optional"));
    }
    lines.extend(field.help.clone());
    for (number, choice) in (1_u32..).zip(&field.choices) {
        let number = number.to_string();
        lines.push(words.say_with("aloud-choice", &[("number", &number), ("label", &choice.label)]));
        lines.extend(choice.help.clone());
    }
    for offer in &field.offers {
        lines.push(words.say_with("aloud-offer", &[("label", &offer.label), ("shown", &offer.shown)]));
    }
    lines.push(answer(value(field, words), words));
    lines
}

fn answer(value: Option<String>, words: &Words) -> String {
    match value {
        Some(value) => words.say_with("aloud-answer", &[("value", &value)]),
        None => words.say("aloud-empty"),
    }
}

/// What is answered so far, as it is read.
fn value(field: &FieldView, words: &Words) -> Option<String> {
    match (&field.widget, &field.value) {
        (_, Value::Null) => None,
        (Widget::Signature, _) => Some(words.say("aloud-signed")),
        (_, Value::Bool(yes)) => Some(words.say(if *yes { "guide-yes" } else { "guide-no" })),
        (Widget::Amount, Value::Number(sum)) => Some(words.say_with("guide-amount", &[("amount", &sum.to_string())])),
        (_, Value::Number(number)) => Some(number.to_string()),
        (Widget::Choice, Value::String(chosen)) => {
            field.choices.iter().find(|choice| choice.value == *chosen).map(|choice| choice.label.clone())
        }
        (Widget::Date, Value::String(date)) => Some(day_first(date)),
        (Widget::Appointment, Value::String(text)) => TimeWanted::parse(text).map(|wanted| wanted.in_words(words)),
        (_, Value::String(text)) => Some(text.clone()),
        (_, Value::Object(parts)) => parts.get("text").and_then(Value::as_str).map(str::to_owned),
        (_, Value::Array(_)) => None,
    }
}

/// `1952-11-05` as `05/11/1952`; half a date as it is.
fn day_first(date: &str) -> String {
    let mut parts: Vec<&str> = date.split('-').collect();
    parts.reverse();
    parts.join("/")
}

fn row_line(label: &str, value: &str, words: &Words) -> String {
    let value = if value.is_empty() {
        words.say("review-empty")
    } else if is_signature(value) {
        words.say("aloud-signed")
    } else {
        value.to_owned()
    };
    format!("{label}: {value}")
}

/// The path of a signature ([`Widget::Signature`]): nothing but strokes.
fn is_signature(value: &str) -> bool {
    value.starts_with("M ") && value.contains(" L ") && value.chars().all(|c| matches!(c, 'M' | 'L' | ' ' | '0'..='9'))
}

#[cfg(test)]
mod tests {
    use motcua_domain::guide::{ChoiceView, FieldProblem, OfferView, ReviewRow, ReviewSection};
    use motcua_domain::words::Locale;
    use serde_json::json;

    use super::*;

    fn page(title: &str, body: PageBody) -> GuideView {
        GuideView {
            procedure: "1.001193".to_owned(),
            procedure_name: "Đăng ký khai sinh".to_owned(),
            page: "page".to_owned(),
            title: title.to_owned(),
            help: Some("Viết như trên giấy.".to_owned()),
            body,
            step: None,
            can_go_back: true,
            changing: false,
            problems: Vec::new(),
            supplement: None,
        }
    }

    fn asked(label: &str, widget: Widget, value: Value) -> FieldView {
        FieldView {
            field: "field".to_owned(),
            widget,
            label: label.to_owned(),
            help: None,
            value,
            from_card: false,
            optional: false,
            choices: Vec::new(),
            max_length: None,
            range: None,
            offers: Vec::new(),
            problem: None,
        }
    }

    fn read(view: &GuideView) -> Vec<String> {
        lines(view, Words::of(Locale::Vi))
    }

    #[test]
    fn choices_are_read_with_their_numbers_and_the_answer_in_words() {
        let mut sex = asked("Giới tính", Widget::Choice, json!("female"));
        sex.choices = [("male", "Nam"), ("female", "Nữ")]
            .map(|(value, label)| ChoiceView { value: value.to_owned(), label: label.to_owned(), help: None })
            .to_vec();
        let view = page("Trẻ", PageBody::Questions { fields: vec![sex], notes: vec!["Bé An.".to_owned()] });
        let said = ["Trẻ", "Viết như trên giấy.", "Bé An.", "Giới tính", "1: Nam.", "2: Nữ."];
        assert_eq!(read(&view)[..6], said);
        assert_eq!(read(&view)[6..], ["Câu trả lời bây giờ: Nữ."]);
    }

    #[test]
    fn what_must_be_put_right_is_read_first_and_once() {
        let fields = vec![asked("Họ tên", Widget::Name, Value::Null)];
        let mut view = page("Họ tên", PageBody::Questions { fields, notes: Vec::new() });
        let problem =
            |field: &str| FieldProblem { field: field.to_owned(), message: "Xin bạn điền vào.".to_owned() };
        view.problems = vec![problem("a"), problem("b")];
        let said = ["Cần sửa:", "Xin bạn điền vào.", "Họ tên", "Viết như trên giấy.", "Chưa trả lời."];
        assert_eq!(read(&view), said, "the label that is the heading is not read twice");
    }

    #[test]
    fn answers_are_read_as_people_say_them() {
        for (widget, value, said) in [
            (Widget::Date, json!("1952-11-05"), "05/11/1952"),
            (Widget::YesNo, json!(true), "Có"),
            (Widget::Count, json!(3), "3"),
            (Widget::Amount, json!(1_250_000), "1250000 đồng"),
            (Widget::Address, json!({ "text": "Ấp 3", "province": "91" }), "Ấp 3"),
            (Widget::Signature, json!("M 1 2 L 3 4"), "Đã ký."),
        ] {
            assert_eq!(super::value(&asked("", widget, value), Words::of(Locale::Vi)).as_deref(), Some(said));
        }
    }

    #[test]
    fn offers_are_read_and_the_review_is_read_whole() {
        let mut name = asked("Họ tên", Widget::Name, Value::Null);
        name.offers =
            vec![OfferView {
                label: "Lấy từ thẻ".to_owned(), shown: "Trần An".to_owned(), value: json!("Trần An")
            }];
        let view = page("Bạn", PageBody::Questions { fields: vec![name], notes: Vec::new() });
        assert!(read(&view).iter().any(|line| line.ends_with("Lấy từ thẻ: Trần An.")));
        let row = |label: &str, value: &str| ReviewRow { label: label.to_owned(), value: value.to_owned() };
        let review = PageBody::Review {
            sections: vec![ReviewSection {
                page: "you".to_owned(),
                title: "Bạn".to_owned(),
                rows: vec![row("Họ tên", "Trần An"), row("Chữ ký", "M 1 2 L 3 4"), row("Ghi chú", "")],
            }],
            to_show: vec!["Giấy chứng sinh".to_owned()],
            fees: vec![row("Tổng cộng", "38.500 đồng")],
            deadline: "Trong ngày.".to_owned(),
        };
        assert_eq!(
            read(&page("Xem lại", review))[2..],
            [
                "Bạn",
                "Họ tên: Trần An",
                "Chữ ký: Đã ký.",
                "Ghi chú: (để trống)",
                "Bản chính cần mang đến",
                "Giấy chứng sinh",
                "Tổng cộng: 38.500 đồng",
                "Thời gian giải quyết: Trong ngày.",
            ]
        );
    }
}
