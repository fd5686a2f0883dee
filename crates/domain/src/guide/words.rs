use serde_json::Value;

use super::check::Fault;
use super::consent;
use super::draft::{Applicant, Draft, EvidenceLine};
use super::form::{Attach, Form};
use super::shown::{CONSENTS, Shown, ShownPage, ShownPaper};
use super::texts::Texts;
use super::view::{FieldProblem, ReviewRow, ReviewSection, Widget};
use crate::card::CitizenNumber;
use crate::payment::Vnd;
use crate::words::{Locale, Words};

/// Who reads the answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Whose answers they are, on a screen that others may see: numbers are masked, the signature is drawn.
    Owner,
    /// An officer at the console: numbers are whole, the signature is drawn.
    Officer,
    /// Paper, and voice: of a signature only that there is one.
    Words,
}

impl Form {
    /// Answers page by page in words, for paper. Citizen numbers are whole: whoever prints them masks them.
    pub fn answers_in_words(&self, answers: &Value, locale: Locale) -> Vec<ReviewSection> {
        let shown = self.shown_of(answers);
        self.question_sections(&shown, &self.texts(&shown, locale), Reader::Words)
    }

    /// The same for an officer's console, which draws a signature from its path.
    pub fn answers_at_console(&self, answers: &Value, locale: Locale) -> Vec<ReviewSection> {
        let shown = self.shown_of(answers);
        self.question_sections(&shown, &self.texts(&shown, locale), Reader::Officer)
    }

    /// The papers that belong to an application with these answers, for an officer to tick.
    pub fn evidence_in_words(&self, answers: &Value, locale: Locale) -> Vec<EvidenceLine> {
        let shown = self.shown_of(answers);
        let texts = self.texts(&shown, locale);
        let papers = self.papers(&shown).into_iter().filter(|one| one.paper.originals + one.paper.copies > 0);
        papers
            .map(|one| EvidenceLine {
                name: texts.paper(&one),
                originals: one.paper.originals,
                copies: one.paper.copies,
                evidence: one.id,
            })
            .collect()
    }

    /// The name of a paper an attached file is for.
    pub fn evidence_name(&self, evidence: &str, answers: &Value, locale: Locale) -> String {
        let shown = self.shown_of(answers);
        let texts = self.texts(&shown, locale);
        match self.papers(&shown).iter().find(|one| one.id == evidence) {
            Some(one) => texts.paper(one),
            None => texts.say(&format!("paper-{evidence}")),
        }
    }

    /// Who applies, as answered.
    pub fn applicant(&self, answers: &Value) -> Applicant {
        let fields = &self.about.applicant;
        let text = |field: &str| {
            let answer = answers.get(field)?;
            answer.get("text").unwrap_or(answer).as_str().map(str::to_owned)
        };
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

    /// Papers to bring: originals, and copies of what might have been attached and was not.
    pub(super) fn to_show(&self, draft: &Draft, shown: &Shown, locale: Locale) -> Vec<String> {
        let left_out = |one: &ShownPaper| {
            one.paper.copies > 0 && one.paper.attach == Attach::Optional && draft.pages_of(&one.id).next().is_none()
        };
        let texts = self.texts(shown, locale);
        let mut names: Vec<String> = Vec::new();
        for one in self.papers(shown).iter().filter(|one| one.paper.originals > 0 || left_out(one)) {
            let name = texts.paper(one);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Everything that is sent, page by page in words; citizen numbers are masked.
    pub(super) fn review_sections(&self, draft: &Draft, shown: &Shown, locale: Locale) -> Vec<ReviewSection> {
        let words = Words::of(locale);
        let texts = self.texts(shown, locale);
        let consents = consent::views(self.purposes(), &draft.consents, locale).into_iter().map(|view| ReviewRow {
            label: view.title,
            value: words.say(if view.given == Some(true) { "guide-agreed" } else { "guide-not-agreed" }),
        });
        let consents =
            ReviewSection { page: CONSENTS.to_owned(), title: texts.title(CONSENTS), rows: consents.collect() };
        let mut sections = vec![consents];
        for own in &shown.pages {
            let Some(paper) = &own.paper else {
                sections.extend(section(own, shown, &texts, Reader::Owner));
                continue;
            };
            let pages = draft.pages_of(&paper.id).count();
            let value = match pages {
                0 => words.say("guide-nothing-attached"),
                _ => words.say_with("guide-attached-pages", &[("count", &pages.to_string())]),
            };
            sections.push(ReviewSection {
                page: own.name.clone(),
                title: texts.on(own).title(&own.page.name),
                rows: vec![ReviewRow { label: texts.paper(paper), value }],
            });
        }
        sections
    }

    fn question_sections(&self, shown: &Shown, texts: &Texts, reader: Reader) -> Vec<ReviewSection> {
        let questions = shown.pages.iter().filter(|own| own.paper.is_none());
        questions.filter_map(|own| section(own, shown, texts, reader)).collect()
    }

    pub(super) fn field_problems(&self, faults: &[Fault], shown: &Shown, locale: Locale) -> Vec<FieldProblem> {
        let texts = self.texts(shown, locale);
        let on = |fault: &Fault| shown.page(&fault.page).map_or_else(|| texts.clone(), |own| texts.on(own));
        faults.iter().map(|fault| self.field_problem(&fault.field, &fault.cause, &on(fault))).collect()
    }

    /// What to say of a fault: the form's words for this field and cause, else those common to the
    /// cause and the way the field is asked, else those common to the cause.
    pub(super) fn field_problem(&self, field: &str, cause: &str, texts: &Texts) -> FieldProblem {
        let control = self.control(field);
        let key = self.error_key(field, cause).unwrap_or_else(|| "guide-error-not".to_owned());
        let label = texts.say(&control.map_or_else(|| "guide-this".to_owned(), |control| control.key()));
        let number = |number: i64| match control.map(|control| control.options.widget) {
            Some(Widget::Amount) => Vnd(number.unsigned_abs()).to_string(),
            _ => number.to_string(),
        };
        let most = control.and_then(|c| c.max_length.map(i64::from).or(c.range.map(|range| range.1)));
        let least = control.and_then(|c| c.range.map(|range| range.0));
        let (least, most) = (number(least.unwrap_or(0)), number(most.unwrap_or(0)));
        let args = [("label", label.as_str()), ("least", &least), ("most", &most)];
        FieldProblem { field: field.to_owned(), message: texts.say_with(&key, &args) }
    }

    /// The words for what is wrong with a field; none when nobody wrote any.
    pub(super) fn error_key(&self, field: &str, cause: &str) -> Option<String> {
        let control = self.control(field);
        let kind = match control.map(|control| control.options.widget) {
            Some(Widget::Choice | Widget::YesNo) => "-choice",
            Some(Widget::Date) => "-date",
            Some(Widget::Year) => "-year",
            Some(Widget::Amount) => "-amount",
            Some(Widget::Signature) => "-signature",
            Some(Widget::Address) => "-address",
            Some(Widget::Appointment) => "-appointment",
            _ => "",
        };
        let own = control.map_or_else(|| field.to_owned(), |control| control.key());
        let keys =
            [format!("{own}-error-{cause}"), format!("guide-error-{cause}{kind}"), format!("guide-error-{cause}")];
        keys.into_iter().find(|key| self.words(Locale::Vi).has(key))
    }
}

impl Texts<'_> {
    /// The name of a paper.
    pub(super) fn paper(&self, one: &ShownPaper) -> String {
        self.about(one.paper.each.as_deref(), one.item).say(&format!("paper-{}", one.paper.id))
    }
}

/// A page of questions on the review; none when it asks nothing.
fn section(own: &ShownPage, shown: &Shown, texts: &Texts, reader: Reader) -> Option<ReviewSection> {
    let texts = texts.on(own);
    let drawn = reader != Reader::Words;
    let rows = own.fields.iter().map(|field| ReviewRow {
        label: texts.say(&field.control.key()),
        value: match shown.flat.get(&field.path) {
            Some(Value::String(path)) if drawn && field.control.options.widget == Widget::Signature => path.clone(),
            Some(answer) => texts.value(field.control, answer, reader == Reader::Owner),
            None => texts.say("guide-left-empty"),
        },
    });
    let rows: Vec<ReviewRow> = rows.collect();
    (!rows.is_empty()).then(|| ReviewSection { page: own.name.clone(), title: texts.title(&own.page.name), rows })
}
