use serde_json::Value;

use super::check::Fault;
use super::consent;
use super::draft::{Draft, Surroundings};
use super::form::{Attach, Form};
use super::papers::{self, MOST_PAGES};
use super::shown::{CARD, CONSENTS, Field, REVIEW, Shown, ShownPage};
use super::texts::Texts;
use super::view::{ChoiceView, FieldProblem, FieldView, GuideView, PageBody};
use crate::catalogue::{ChannelKind, Deadline};
use crate::words::Words;

impl Form {
    /// The page the draft is on, in words.
    pub fn view(&self, draft: &Draft, around: &Surroundings) -> GuideView {
        let shown = self.shown(draft);
        let locale = around.locale;
        let page = draft.page.as_str();
        let faults: Vec<Fault> = match page {
            REVIEW => self.faults(draft, &shown, around),
            _ if !draft.checked => Vec::new(),
            _ => self.faults(draft, &shown, around).into_iter().filter(|fault| fault.page == page).collect(),
        };
        let problems = self.field_problems(&faults, &shown, locale);
        let texts = self.texts(&shown, locale);
        let texts = shown.page(page).map_or_else(|| texts.clone(), |own| texts.on(own));
        let body = match (page, shown.page(page)) {
            (CONSENTS, _) => PageBody::Consents { purposes: consent::views(self.purposes(), &draft.consents, locale) },
            (CARD, _) => PageBody::Card { read: draft.card.clone(), reader: around.reader },
            (_, Some(own)) => self.own_body(own, draft, &shown, &texts, &problems, around),
            _ => self.review(draft, &shown, around),
        };
        let name = shown.page(page).map_or(page, |own| own.page.name.as_str());
        GuideView {
            procedure: draft.procedure.clone(),
            procedure_name: around.procedure.name.get(locale).to_owned(),
            page: page.to_owned(),
            title: texts.title(name),
            help: texts.if_said(&format!("{}-help", page_key(name))),
            body,
            step: if draft.changing { None } else { self.step(&shown, page) },
            can_go_back: shown.order().first() != Some(&page) || draft.changing,
            changing: draft.changing,
            supplement: None,
            problems,
        }
    }

    fn own_body(
        &self,
        own: &ShownPage,
        draft: &Draft,
        shown: &Shown,
        texts: &Texts,
        problems: &[FieldProblem],
        around: &Surroundings,
    ) -> PageBody {
        match &own.paper {
            Some(one) => PageBody::Document {
                evidence: one.id.clone(),
                required: one.paper.attach == Attach::Required,
                pages: papers::seen(draft, &one.id, Words::of(around.locale)),
                most: MOST_PAGES,
                sources: around.sources,
            },
            None => {
                let view = |field| FieldView {
                    offers: self.offers(own, field, draft, shown, texts),
                    ..field_view(field, draft, texts, problems)
                };
                let lost = own.fields.iter().any(|field| field.control.lacks_its_marks(draft));
                let lost = lost.then(|| texts.say("guide-card-marks-lost"));
                PageBody::Questions {
                    fields: own.fields.iter().map(view).collect(),
                    notes: lost.into_iter().chain(own.notes.iter().map(|note| texts.say(&note.key))).collect(),
                }
            }
        }
    }

    fn review(&self, draft: &Draft, shown: &Shown, around: &Surroundings) -> PageBody {
        let locale = around.locale;
        let words = Words::of(locale);
        if self.about.supplement {
            return PageBody::Review {
                sections: self.review_sections(draft, shown, locale),
                to_show: self.to_show(draft, shown, locale),
                fees: Vec::new(),
                deadline: String::new(),
            };
        }
        let rows = around.procedure.rows_for(ChannelKind::Online);
        let fees = self.cost_rows(&Value::Object(shown.answers.clone()), around);
        let mut deadlines = rows.iter().map(|row| row.deadline.as_ref());
        let deadline = deadlines.next().flatten().filter(|first| deadlines.all(|other| other == Some(*first)));
        PageBody::Review {
            sections: self.review_sections(draft, shown, locale),
            to_show: self.to_show(draft, shown, locale),
            fees,
            deadline: match deadline {
                None | Some(Deadline::Unknown(_)) => words.say("guide-deadline-unknown"),
                Some(deadline) => deadline.in_words(words),
            },
        }
    }
}

impl Texts<'_> {
    /// The heading of a page, by its name without an item's number.
    pub(super) fn title(&self, page: &str) -> String {
        self.say(&page_key(page))
    }
}

/// A field without what it is offered.
fn field_view(field: &Field, draft: &Draft, texts: &Texts, problems: &[FieldProblem]) -> FieldView {
    let Field { control, path } = field;
    let key = control.key();
    let choice = |value: &String| ChoiceView {
        value: value.clone(),
        label: texts.say(&format!("{key}-{value}")),
        help: texts.if_said(&format!("{key}-{value}-help")),
    };
    FieldView {
        field: path.clone(),
        widget: control.options.widget,
        label: texts.say(&key),
        help: texts.if_said(&format!("{key}-help")),
        value: draft.answers.get(path).cloned().unwrap_or(Value::Null),
        from_card: draft.from_card.contains(path),
        optional: control.optional,
        choices: control.choices.iter().map(choice).collect(),
        max_length: control.max_length,
        range: control.range,
        offers: Vec::new(),
        problem: problems.iter().find(|problem| problem.field == *path).map(|problem| problem.message.clone()),
    }
}

/// The key of a page's heading: the form's own, or the one common to all forms.
fn page_key(page: &str) -> String {
    match page {
        CONSENTS | CARD | REVIEW => format!("guide-page-{page}"),
        own => format!("page-{own}"),
    }
}
