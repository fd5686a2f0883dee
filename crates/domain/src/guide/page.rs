use serde_json::Value;

use super::check::Fault;
use super::consent;
use super::draft::{Draft, Surroundings};
use super::form::{Attach, Control, Form};
use super::papers::{self, MOST_PAGES};
use super::shown::{CARD, CONSENTS, REVIEW, Shown, ShownPage};
use super::view::{ChoiceView, FieldProblem, FieldView, GuideView, PageBody, ReviewRow};
use crate::catalogue::{Channel, ChannelKind, Deadline, Procedure};
use crate::text::cut;
use crate::words::{Locale, Words};

/// The most characters of what a fee of a record is for.
const LONGEST_FEE: usize = 200;

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
        let problems = self.field_problems(&faults, locale);
        let body = match (page, shown.page(page)) {
            (CONSENTS, _) => PageBody::Consents { purposes: consent::views(&draft.consents, locale) },
            (CARD, _) => PageBody::Card { read: draft.card.clone(), reader: around.reader },
            (_, Some(own)) => self.own_body(own, draft, &problems, around),
            _ => self.review(draft, &shown, around),
        };
        GuideView {
            procedure: draft.procedure.clone(),
            procedure_name: around.procedure.name.get(locale).to_owned(),
            page: page.to_owned(),
            title: self.page_title(page, locale),
            help: self.if_said(&format!("{}-help", page_key(page)), locale),
            body,
            step: if draft.changing { None } else { self.step(&shown, page) },
            can_go_back: page != CONSENTS || draft.changing,
            changing: draft.changing,
            problems,
        }
    }

    /// The heading of a page.
    pub(super) fn page_title(&self, page: &str, locale: Locale) -> String {
        self.words(locale).say(&page_key(page))
    }

    fn if_said(&self, key: &str, locale: Locale) -> Option<String> {
        let words = self.words(locale);
        words.has(key).then(|| words.say(key))
    }

    fn own_body(&self, own: &ShownPage, draft: &Draft, problems: &[FieldProblem], around: &Surroundings) -> PageBody {
        match own.paper {
            Some(paper) => PageBody::Document {
                evidence: paper.id.clone(),
                required: paper.attach == Attach::Required,
                pages: papers::seen(draft, &paper.id, Words::of(around.locale)),
                most: MOST_PAGES,
                sources: around.sources,
            },
            None => PageBody::Questions {
                fields: own
                    .controls
                    .iter()
                    .map(|control| self.field(control, draft, problems, around.locale))
                    .collect(),
                notes: Vec::new(),
            },
        }
    }

    fn field(&self, control: &Control, draft: &Draft, problems: &[FieldProblem], locale: Locale) -> FieldView {
        let name = &control.field;
        let choice = |value: &String| ChoiceView {
            value: value.clone(),
            label: self.words(locale).say(&format!("{name}-{value}")),
            help: self.if_said(&format!("{name}-{value}-help"), locale),
        };
        FieldView {
            field: name.clone(),
            widget: control.options.widget,
            label: self.words(locale).say(name),
            help: self.if_said(&format!("{name}-help"), locale),
            value: draft.answers.get(name).cloned().unwrap_or(Value::Null),
            from_card: draft.from_card.contains(name),
            optional: control.optional,
            choices: control.choices.iter().map(choice).collect(),
            max_length: control.max_length,
            range: control.range,
            offers: Vec::new(),
            problem: problems.iter().find(|problem| problem.field == *name).map(|problem| problem.message.clone()),
        }
    }

    fn review(&self, draft: &Draft, shown: &Shown, around: &Surroundings) -> PageBody {
        let locale = around.locale;
        let words = Words::of(locale);
        let rows = online_rows(around.procedure);
        let mut fees: Vec<ReviewRow> = self
            .fees(&Value::Object(shown.answers.clone()), locale)
            .into_iter()
            .map(|(label, amount)| ReviewRow { label, value: amount.in_words(words) })
            .collect();
        if !self.reckons_fees() {
            fees = recorded_fees(&rows, words);
        }
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

/// The rows of a procedure for what is handed in online, else those of its first way. Several rows are
/// told apart by nothing the form knows.
fn online_rows(procedure: &Procedure) -> Vec<&Channel> {
    let of = |kind| procedure.channels.iter().filter(|row| row.kind == kind).collect::<Vec<_>>();
    match procedure.channels.first() {
        Some(_) if procedure.takes_online() => of(ChannelKind::Online),
        Some(first) => of(first.kind),
        None => Vec::new(),
    }
}

/// What a record says of fees, for a form that does not reckon them: each once, in its words.
fn recorded_fees(rows: &[&Channel], words: &Words) -> Vec<ReviewRow> {
    let mut fees: Vec<ReviewRow> = Vec::new();
    for (row, fee) in rows.iter().flat_map(|row| row.fees.iter().map(move |fee| (row, fee))) {
        let what = [row.note.as_str(), fee.what.get(words.locale())].into_iter().filter(|what| !what.is_empty());
        let what = cut(&what.collect::<Vec<_>>().join(": "), LONGEST_FEE);
        let label = if what.is_empty() { words.say("guide-fee") } else { what };
        let fee = ReviewRow { label, value: fee.in_words(words) };
        if !fees.contains(&fee) {
            fees.push(fee);
        }
    }
    if fees.is_empty() {
        fees.push(ReviewRow { label: words.say("guide-fee"), value: words.say("guide-fee-unknown") });
    }
    fees
}

/// The key of a page's heading: the form's own, or the one common to all forms.
fn page_key(page: &str) -> String {
    match page {
        CONSENTS | CARD | REVIEW => format!("guide-page-{page}"),
        own => format!("page-{own}"),
    }
}
