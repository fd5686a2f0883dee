//! A form laid out for the officer who wrote it: every page as a person would see it, with its condition in
//! words.

use serde_json::Value;

use super::age::Age;
use super::form::{Attach, Control, Form, Page};
use super::rule::{Rule, Scope};
use super::shown::Shown;
use super::texts::Texts;
use super::view::{ChoiceView, Widget};
use crate::words::{Locale, Words};

/// A form laid out. Answers that texts name stand in ‹ ›, by the labels of their fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormPreview {
    /// The national code of its procedure.
    pub procedure: String,
    /// Its version.
    pub version: u32,
    /// Its own pages, in order.
    pub pages: Vec<PagePreview>,
    /// Its papers: the name, and what is to be known of it.
    pub papers: Vec<(String, Vec<String>)>,
    /// Its fees: what each is for, and when it applies.
    pub fees: Vec<(String, Vec<String>)>,
}

/// A page of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePreview {
    /// Its stable name.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What stands below the heading.
    pub help: Option<String>,
    /// When it is there, and how often; nothing for a page that always is.
    pub remarks: Vec<String>,
    /// Sentences on it, each with when it is there.
    pub notes: Vec<(String, Option<String>)>,
    /// Its fields.
    pub fields: Vec<FieldPreview>,
    /// The paper it asks for.
    pub paper: Option<String>,
}

/// A field of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPreview {
    /// Its label.
    pub label: String,
    /// The hint below it.
    pub help: Option<String>,
    /// What one may choose.
    pub choices: Vec<ChoiceView>,
    /// How it is asked, whether it may be left empty, and when it is there.
    pub remarks: Vec<String>,
}

impl Form {
    /// Lays the form out.
    pub fn preview(&self, locale: Locale) -> FormPreview {
        let shown = Shown::default();
        let texts = self.texts(&shown, locale).with_labels();
        let words = Words::of(locale);
        let when = |rule: &Option<Rule>| rule.as_ref().map(|rule| self.when(rule, &texts, words));
        let each = |group: &Option<String>| {
            group.as_ref().map(|group| words.say_with("preview-each", &[("group", &texts.say(group))]))
        };
        let papers = self.about.papers.iter().map(|paper| {
            let attached = match paper.attach {
                Attach::Required => "preview-attach-required",
                Attach::Optional => "preview-attach-optional",
                Attach::Never => "preview-attach-never",
            };
            let counts = [("originals", paper.originals.to_string()), ("copies", paper.copies.to_string())];
            let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
            let told = [words.say_with("preview-paper", &counts), words.say(attached)];
            let told = told.into_iter().chain(each(&paper.each)).chain(when(&paper.when));
            (texts.say(&format!("paper-{}", paper.id)), told.collect())
        });
        let fees = self.about.fees.iter().map(|fee| {
            let channel =
                fee.channel.map(|channel| words.say_with("preview-channel", &[("channel", &channel.in_words(words))]));
            let told = channel.into_iter().chain(each(&fee.of)).chain(when(&fee.when));
            (texts.say(&format!("fee-{}", fee.id)), told.collect())
        });
        let page = |page: &Page| PagePreview {
            name: page.name.clone(),
            title: texts.title(&page.name),
            help: texts.if_said(&format!("page-{}-help", page.name)),
            remarks: each(&page.repeat).into_iter().chain(when(&page.rule)).collect(),
            notes: page.notes.iter().map(|note| (texts.say(&note.key), when(&note.rule))).collect(),
            fields: page.controls.iter().map(|control| self.field_preview(control, &texts, words)).collect(),
            paper: page.evidence.as_ref().map(|evidence| texts.say(&format!("paper-{evidence}"))),
        };
        FormPreview {
            procedure: self.procedure().to_owned(),
            version: self.version(),
            pages: self.pages.iter().map(page).collect(),
            papers: papers.collect(),
            fees: fees.collect(),
        }
    }

    fn field_preview(&self, control: &Control, texts: &Texts, words: &Words) -> FieldPreview {
        let key = control.key();
        let range = control.range.map(|(least, most)| {
            words.say_with("preview-range", &[("least", &least.to_string()), ("most", &most.to_string())])
        });
        let options = &control.options;
        let said = |condition: bool, key: &str| condition.then(|| words.say(key));
        let remarks = [Some(words.say(&format!("preview-widget-{}", widget(options.widget)))), range]
            .into_iter()
            .chain([said(control.optional, "preview-optional"), said(options.prefill.is_some(), "preview-prefill")])
            .chain([said(options.consent.is_some(), "preview-consent")])
            .chain(options.age.iter().map(|age| Some(self.age(age, texts, words))))
            .chain([control.rule.as_ref().map(|rule| self.when(rule, texts, words))]);
        FieldPreview {
            label: texts.say(&key),
            help: texts.if_said(&format!("{key}-help")),
            choices: control
                .choices
                .iter()
                .map(|choice| ChoiceView {
                    value: choice.clone(),
                    label: texts.say(&format!("{key}-{choice}")),
                    help: texts.if_said(&format!("{key}-{choice}-help")),
                })
                .collect(),
            remarks: remarks.flatten().collect(),
        }
    }

    /// “Từ đủ 18 tuổi. Chỉ khi …”
    fn age(&self, age: &Age, texts: &Texts, words: &Words) -> String {
        let told = words.say_with("preview-age", &[("age", &age.at_least.to_string())]);
        [told]
            .into_iter()
            .chain(age.when.as_ref().map(|rule| self.when(rule, texts, words)))
            .collect::<Vec<_>>()
            .join(". ")
    }

    /// A rule in words: "Chỉ khi “Cách nhận kết quả” là “Gửi qua bưu điện”".
    fn when(&self, rule: &Rule, texts: &Texts, words: &Words) -> String {
        let said = match &rule.scope {
            Scope::All => self.said(None, "", &rule.source, texts, words),
            Scope::Item(group) => self.said(None, group, &rule.source, texts, words),
            Scope::Answer(name) => self.said(self.of(&[name]), "", &rule.source, texts, words),
            Scope::ItemAnswer(group, name) => self.said(self.of(&[group, name]), "", &rule.source, texts, words),
        };
        words.say_with("preview-when", &[("condition", &said)])
    }

    fn of(&self, path: &[&str]) -> Option<&Control> {
        let base = path.join("/");
        self.controls().find(|control| control.base() == base)
    }

    /// A schema in words, about a field or about several of them.
    fn said(&self, about: Option<&Control>, group: &str, schema: &Value, texts: &Texts, words: &Words) -> String {
        let label = about.map_or_else(String::new, |control| texts.say(&control.key()));
        let value = |value: &Value| match about {
            Some(control) => format!("“{}”", texts.value(control, value, true)),
            None => value.to_string(),
        };
        let say = |key: &str, value: &str| words.say_with(key, &[("label", &label), ("value", value)]);
        let join = |parts: Vec<String>, with: &str| match parts.len() {
            1 => parts.concat(),
            _ => parts.iter().map(|part| format!("({part})")).collect::<Vec<_>>().join(&words.say(with)),
        };
        let mut parts = Vec::new();
        for (keyword, of) in schema.as_object().into_iter().flatten() {
            let many = || of.as_array().into_iter().flatten();
            let below = |schema: &Value| self.said(about, group, schema, texts, words);
            match keyword.as_str() {
                "const" => parts.push(say("preview-is", &value(of))),
                "enum" => {
                    let or = words.say("preview-or");
                    parts.push(say("preview-is", &many().map(value).collect::<Vec<_>>().join(&or)));
                }
                "minimum" | "minItems" => parts.push(say("preview-least", &of.to_string())),
                "maximum" | "maxItems" => parts.push(say("preview-most", &of.to_string())),
                "not" => parts.push(words.say_with("preview-not", &[("condition", &below(of))])),
                "anyOf" | "oneOf" => parts.push(join(many().map(below).collect(), "preview-or")),
                "allOf" => parts.push(join(many().map(below).collect(), "preview-and")),
                "properties" => {
                    let named = of.as_object().into_iter().flatten().map(|(name, schema)| {
                        let path = if group.is_empty() { vec![name.as_str()] } else { vec![group, name.as_str()] };
                        self.said(self.of(&path), group, schema, texts, words)
                    });
                    parts.push(join(named.collect(), "preview-and"));
                }
                "required" | "type" => {}
                _ => parts.push(format!("{keyword}: {of}")),
            }
        }
        if parts.is_empty() { say("preview-given", "") } else { join(parts, "preview-and") }
    }
}

fn widget(widget: Widget) -> &'static str {
    match widget {
        Widget::Name => "name",
        Widget::Text => "text",
        Widget::LongText => "long-text",
        Widget::Year => "year",
        Widget::Date => "date",
        Widget::CitizenNumber => "citizen-number",
        Widget::Phone => "phone",
        Widget::Count => "count",
        Widget::Choice => "choice",
        Widget::YesNo => "yes-no",
        Widget::Address => "address",
        Widget::Amount => "amount",
        Widget::Signature => "signature",
        Widget::Appointment => "appointment",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Forms, Package};
    use super::*;

    const REPEATS: Package = Package {
        schema: include_str!("tests/repeats/schema.json"),
        ui: include_str!("tests/repeats/ui.json"),
        about: include_str!("tests/repeats/form.json"),
        words: [include_str!("tests/repeats/vi.ftl"), include_str!("tests/repeats/en.ftl")],
    };

    #[test]
    fn every_page_stands_there_with_its_condition_in_words() {
        let preview = Form::load(&REPEATS).expect("a form").preview(Locale::Vi);
        let page = |name: &str| preview.pages.iter().find(|page| page.name == name).expect("a page").clone();
        assert_eq!(page("witnesses").remarks, ["Chỉ khi: “Có người làm chứng” là “Có”"]);
        assert_eq!(page("witness_person").title, "Người làm chứng thứ ‹số thứ tự› là ai?");
        assert_eq!(
            page("witness_how").remarks,
            ["Lặp lại theo “Số người làm chứng”", "Chỉ khi: “Người này là” là “Người khác”"]
        );
        assert_eq!(page("witness_how").title, "‹Họ và tên người làm chứng› biết việc này thế nào?");
        assert_eq!(page("originals").notes[1].1.as_deref(), Some("Chỉ khi: “Số người làm chứng” từ 2 trở lên"));
        assert_eq!(page("original_scan").paper.as_deref(), Some("Bản chính: ‹Tên giấy tờ›"));
        let original = &preview.papers[0].1;
        assert!(original.contains(&"Chỉ khi: “Số trang” không quá 10".to_owned()), "{original:?}");
        let choices = &page("witness_person").fields[1].choices;
        assert_eq!(
            choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>(),
            ["Người nhà", "Hàng xóm", "Người khác"]
        );
    }

    #[test]
    fn the_preview_of_a_shipped_form_has_words_in_both_languages() {
        for locale in Locale::ALL {
            let said = format!("{:?}", Forms::shipped().newest("1.001193").expect("it ships").preview(locale));
            assert!(!said.contains("preview-") && !said.contains("{$") && !said.contains("page-"), "{said}");
        }
    }
}
