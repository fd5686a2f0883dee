mod any;
mod delivery;
mod fields;
mod forms;
mod holds;
mod lint;
mod mutated;
mod package;
mod pinned;
mod repeats;
mod rules;
mod scenes;
mod supplement;
mod walk;

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::*;
use crate::card::Card;
use crate::catalogue::{ChannelKind, Procedure};
use crate::payment::Postage;
use crate::time::Moment;
use crate::units::Units;
use crate::words::Locale;

/// Monday, 23 November 2026; the Tuesday after is a holiday.
const NOW: &str = "2026-11-23T09:00:00+07:00";

/// A procedure with nothing in it but a deadline: what the guide says of it stands in the form.
fn procedure() -> Procedure {
    serde_json::from_value(json!({
        "code": "0.000000", "name": { "vi": "Thủ tục thử", "en": "A procedure" }, "summary": { "vi": "" },
        "who": { "vi": "" }, "field": "Hộ tịch", "group": "ho-tich", "departments": [], "levels": ["commune"],
        "online": "full",
        "channels": [
            { "kind": "in_person", "deadline": "same_day", "fees": [] },
            { "kind": "online", "deadline": { "working_days": 2 }, "fees": [] }
        ],
        "cases": [], "outcomes": [], "life_events": [], "synonyms": []
    }))
    .expect("a procedure")
}

/// A person at the kiosk with a form open.
struct Visitor {
    form: Arc<Form>,
    draft: Draft,
    procedure: Procedure,
    locale: Locale,
    now: Moment,
    postage: Option<Postage>,
}

impl Visitor {
    fn at(code: &str) -> Self {
        Self::with(Forms::shipped().newest(code).expect("a shipped form").clone(), procedure())
    }

    fn with(form: Arc<Form>, procedure: Procedure) -> Self {
        let now = NOW.parse().expect("a moment");
        Self { draft: Draft::begin(&form), form, procedure, locale: Locale::Vi, now, postage: None }
    }

    fn around(&self) -> Surroundings<'_> {
        Surroundings {
            locale: self.locale,
            now: self.now,
            reader: true,
            sources: Sources::default(),
            procedure: &self.procedure,
            units: Arc::new(Units::shipped().clone()),
            postage: self.postage,
            channel: ChannelKind::Online,
            hours: Vec::new(),
        }
    }

    fn view(&self) -> GuideView {
        self.form.view(&self.draft, &self.around())
    }

    /// Presses "Tiếp tục" on the page one is on; the page one is on then.
    fn next(&mut self, answers: Value) -> String {
        let (mut draft, page) = (self.draft.clone(), self.draft.page.clone());
        self.form.next(&mut draft, &page, &map(answers), &self.around()).expect("the page is current");
        self.draft = draft;
        self.draft.page.clone()
    }

    fn back(&mut self, answers: Value) -> String {
        let (mut draft, page) = (self.draft.clone(), self.draft.page.clone());
        self.form.back(&mut draft, &page, &map(answers), &self.around()).expect("the page is current");
        self.draft = draft;
        self.draft.page.clone()
    }

    fn open(&mut self, page: &str) {
        let mut draft = self.draft.clone();
        self.form.open(&mut draft, page, &self.around()).expect("a page of the review");
        self.draft = draft;
    }

    fn attach(&mut self, evidence: &str) {
        let id = format!("d{}", self.draft.pages.len());
        self.form.attach(&mut self.draft, page(&id, evidence)).expect("the page asks for it");
    }

    fn enter(code: &str) -> Self {
        Self::at(code).known()
    }

    /// Agrees to what must be agreed to, scans a card, and says how to be reached.
    fn known(mut self) -> Self {
        assert_eq!(self.next(json!({ "process": true, "contact": true })), "card");
        let text = "089190001234||Nguyễn Thị Lan|01051990|Nữ|Ấp Bình Hòa, xã Mỹ Khánh, An Giang|15082021";
        let card = Card::read(text, self.now.business_date()).expect("a card");
        self.form.apply_card(&mut self.draft, &card);
        assert_eq!(self.draft.page, "applicant");
        self.next(json!({}));
        self.next(json!({ "phone": "0912 345 678" }));
        self
    }

    fn content(&self) -> Content {
        let found = self.form.content(&self.draft, &self.around());
        found.unwrap_or_else(|problems| panic!("nothing is missing: {problems:?}"))
    }

    fn problems(&self) -> Vec<FieldProblem> {
        self.view().problems
    }
}

/// A page that can be read well.
fn page(id: &str, evidence: &str) -> DraftPage {
    DraftPage {
        id: id.to_owned(),
        evidence: evidence.to_owned(),
        source: PageSource::Folder,
        sha256: "0".repeat(64),
        size: 1000,
        width: 1654,
        height: 2339,
        faults: Vec::new(),
        kept: false,
    }
}

fn map(value: Value) -> Map<String, Value> {
    value.as_object().cloned().expect("an object")
}

/// The titles and lines of a review.
fn review(view: &GuideView) -> (&[ReviewSection], &[String], &[ReviewRow], &str) {
    match &view.body {
        PageBody::Review { sections, to_show, fees, deadline } => (sections, to_show, fees, deadline),
        other => panic!("the review, not {other:?}"),
    }
}
