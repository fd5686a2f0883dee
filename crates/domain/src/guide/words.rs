use jiff::civil::Date;
use serde_json::{Map, Value};

use super::check::Fault;
use super::consent;
use super::draft::{Applicant, Draft, EvidenceLine};
use super::form::{Attach, Control, Form, Paper};
use super::shown::{CONSENTS, Shown};
use super::view::{FieldProblem, ReviewRow, ReviewSection, Widget};
use crate::card::CitizenNumber;
use crate::words::{Locale, Words};

impl Form {
    /// Answers page by page in words, for an officer's console and for paper. Citizen numbers are
    /// whole: whoever prints them masks them.
    pub fn answers_in_words(&self, answers: &Value, locale: Locale) -> Vec<ReviewSection> {
        let shown = self.shown_with(answers.as_object().unwrap_or(&Map::new()), None);
        self.question_sections(&shown, locale, false)
    }

    /// The papers that belong to an application with these answers, for an officer to tick.
    pub fn evidence_in_words(&self, answers: &Value, locale: Locale) -> Vec<EvidenceLine> {
        let shown = self.shown_with(answers.as_object().unwrap_or(&Map::new()), None);
        let papers = self.about.papers.iter().filter(|paper| paper.applies(&shown.answers));
        papers
            .filter(|paper| paper.originals + paper.copies > 0)
            .map(|paper| EvidenceLine {
                evidence: paper.id.clone(),
                name: self.say(&format!("paper-{}", paper.id), &shown, locale),
                originals: paper.originals,
                copies: paper.copies,
            })
            .collect()
    }

    /// The name of a paper an attached file is for.
    pub fn evidence_name(&self, evidence: &str, answers: &Value, locale: Locale) -> String {
        let shown = self.shown_with(answers.as_object().unwrap_or(&Map::new()), None);
        self.say(&format!("paper-{evidence}"), &shown, locale)
    }

    /// Who applies, as answered.
    pub fn applicant(&self, answers: &Value) -> Applicant {
        let fields = &self.about.applicant;
        let text = |field: &str| answers.get(field).and_then(Value::as_str).map(str::to_owned);
        Applicant {
            name: text(&fields.name).unwrap_or_default(),
            number: text(&fields.number).and_then(|number| CitizenNumber::parse(&number).ok()),
            phone: text(&fields.phone),
            address: text(&fields.address),
        }
    }

    /// Where and how the result is received, in words.
    pub fn result_in_words(&self, answers: &Value, locale: Locale) -> String {
        let chosen = self.about.result.as_ref().and_then(|field| answers.get(field)?.as_str());
        self.words(locale).say(&format!("receive-{}", chosen.unwrap_or("counter")))
    }

    /// Words of the form in which answers may be named: `paper-original_first = … { $first_name }`.
    pub(super) fn say(&self, key: &str, shown: &Shown, locale: Locale) -> String {
        let texts = shown.answers.iter().filter_map(|(field, answer)| Some((field.as_str(), answer.as_str()?)));
        self.words(locale).say_with(key, &texts.collect::<Vec<_>>())
    }

    /// Papers to bring: originals, and copies of what might have been attached and was not.
    pub(super) fn to_show(&self, draft: &Draft, shown: &Shown, locale: Locale) -> Vec<String> {
        let left_out = |paper: &Paper| {
            paper.copies > 0 && paper.attach == Attach::Optional && draft.pages_of(&paper.id).next().is_none()
        };
        let papers = self.about.papers.iter().filter(|paper| paper.applies(&shown.answers));
        let mut names: Vec<String> = Vec::new();
        for paper in papers.filter(|paper| paper.originals > 0 || left_out(paper)) {
            let name = self.say(&format!("paper-{}", paper.id), shown, locale);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Everything that is sent, page by page in words; citizen numbers are masked.
    pub(super) fn review_sections(&self, draft: &Draft, shown: &Shown, locale: Locale) -> Vec<ReviewSection> {
        let words = Words::of(locale);
        let consents = consent::views(&draft.consents, locale).into_iter().map(|view| ReviewRow {
            label: view.title,
            value: words.say(if view.given == Some(true) { "guide-agreed" } else { "guide-not-agreed" }),
        });
        let consents = ReviewSection {
            page: CONSENTS.to_owned(),
            title: self.page_title(CONSENTS, locale),
            rows: consents.collect(),
        };
        let mut sections = self.question_sections(shown, locale, true);
        for (place, own) in shown.pages.iter().enumerate() {
            let Some(paper) = own.paper.filter(|paper| paper.attach != Attach::Never) else { continue };
            let pages = draft.pages_of(&paper.id).count();
            let value = match pages {
                0 => words.say("guide-nothing-attached"),
                _ => words.say_with("guide-attached-pages", &[("count", &pages.to_string())]),
            };
            let label = self.say(&format!("paper-{}", paper.id), shown, locale);
            let section = ReviewSection {
                page: own.page.name.clone(),
                title: self.page_title(&own.page.name, locale),
                rows: vec![ReviewRow { label, value }],
            };
            sections.insert(place, section);
        }
        sections.insert(0, consents);
        sections
    }

    fn question_sections(&self, shown: &Shown, locale: Locale, masked: bool) -> Vec<ReviewSection> {
        let questions = shown.pages.iter().filter(|own| own.paper.is_none());
        questions
            .map(|own| ReviewSection {
                page: own.page.name.clone(),
                title: self.page_title(&own.page.name, locale),
                rows: own.controls.iter().map(|control| self.row(control, shown, locale, masked)).collect(),
            })
            .collect()
    }

    fn row(&self, control: &Control, shown: &Shown, locale: Locale, masked: bool) -> ReviewRow {
        let words = self.words(locale);
        let text = |answer: &Value| answer.as_str().map_or_else(|| answer.to_string(), str::to_owned);
        let value = match (shown.answers.get(&control.field), control.options.widget) {
            (None, _) => words.say("guide-left-empty"),
            (Some(answer), Widget::YesNo) => {
                words.say(if answer.as_bool() == Some(true) { "guide-yes" } else { "guide-no" })
            }
            (Some(answer), Widget::Choice) => words.say(&format!("{}-{}", control.field, text(answer))),
            (Some(answer), Widget::Date) => match text(answer).parse::<Date>() {
                Ok(date) => date.strftime("%d/%m/%Y").to_string(),
                Err(_) => text(answer),
            },
            (Some(answer), Widget::CitizenNumber) if masked => {
                CitizenNumber::parse(&text(answer)).map_or_else(|_| text(answer), |number| number.masked())
            }
            (Some(answer), _) => text(answer),
        };
        ReviewRow { label: words.say(&control.field), value }
    }

    pub(super) fn field_problems(&self, faults: &[Fault], locale: Locale) -> Vec<FieldProblem> {
        faults.iter().map(|fault| self.field_problem(&fault.field, &fault.cause, locale)).collect()
    }

    /// What to say of a fault: the form's words for this field and cause, else those common to the
    /// cause and the way the field is asked, else those common to the cause.
    pub(super) fn field_problem(&self, field: &str, cause: &str, locale: Locale) -> FieldProblem {
        let words = self.words(locale);
        let control = self.control(field);
        let kind = match control.map(|control| control.options.widget) {
            Some(Widget::Choice | Widget::YesNo) => "-choice",
            Some(Widget::Date) => "-date",
            _ => "",
        };
        let keys =
            [format!("{field}-error-{cause}"), format!("guide-error-{cause}{kind}"), format!("guide-error-{cause}")];
        let key = keys.iter().find(|key| words.has(key)).map_or("guide-error-not", String::as_str);
        let label = words.say(if control.is_some() { field } else { "guide-this" });
        let most = control.and_then(|c| c.max_length.map(i64::from).or(c.range.map(|r| r.1))).unwrap_or(0);
        let least = control.and_then(|c| c.range.map(|range| range.0)).unwrap_or(0);
        let args = [("label", label.as_str()), ("least", &least.to_string()), ("most", &most.to_string())];
        FieldProblem { field: field.to_owned(), message: words.say_with(key, &args) }
    }
}
