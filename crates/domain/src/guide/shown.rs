use serde_json::{Map, Value};

use super::consent;
use super::draft::{ConsentAnswer, Draft};
use super::form::{Attach, Control, Form, Page, Paper};
use super::view::Step;

/// The page of the consents.
pub(super) const CONSENTS: &str = "consents";
/// The page that reads the card.
pub(super) const CARD: &str = "card";
/// The last page.
pub(super) const REVIEW: &str = "review";

/// What of a form is visible, and the answers without the hidden ones.
pub(super) struct Shown<'a> {
    pub(super) pages: Vec<ShownPage<'a>>,
    pub(super) answers: Map<String, Value>,
}

/// A visible page with its visible fields.
pub(super) struct ShownPage<'a> {
    pub(super) page: &'a Page,
    pub(super) controls: Vec<&'a Control>,
    /// The paper, on a page that attaches one.
    pub(super) paper: Option<&'a Paper>,
}

impl Form {
    /// What a draft's owner sees. A field that needs a consent is hidden without it.
    pub(super) fn shown(&self, draft: &Draft) -> Shown<'_> {
        self.shown_with(&draft.answers, Some(&draft.consents))
    }

    /// What is visible for these answers. Without `consents`, fields that need one are visible.
    pub(super) fn shown_with(&self, all: &Map<String, Value>, consents: Option<&[ConsentAnswer]>) -> Shown<'_> {
        let mut shown = Shown { pages: Vec::new(), answers: Map::new() };
        for page in &self.pages {
            if page.rule.as_ref().is_some_and(|rule| !rule.holds(&shown.answers)) {
                continue;
            }
            let paper = page.evidence.as_deref().and_then(|evidence| self.paper(evidence));
            let controls: Vec<&Control> = page
                .controls
                .iter()
                .filter(|control| control.rule.as_ref().is_none_or(|rule| rule.holds(&shown.answers)))
                .filter(|control| match (&control.options.consent, consents) {
                    (Some(purpose), Some(answers)) => consent::given(answers, purpose),
                    _ => true,
                })
                .collect();
            let visible = match paper {
                Some(paper) => paper.attach != Attach::Never && paper.applies(&shown.answers),
                None => !controls.is_empty(),
            };
            if visible {
                for control in &controls {
                    if let Some(answer) = all.get(&control.field) {
                        shown.answers.insert(control.field.clone(), answer.clone());
                    }
                }
                shown.pages.push(ShownPage { page, controls, paper });
            }
        }
        shown
    }

    /// "Bước 3/7". The count is certain when neither this page nor a later one asks something that
    /// another page's being there depends on.
    pub(super) fn step(&self, shown: &Shown, page: &str) -> Option<Step> {
        let order = shown.order();
        let now = order.iter().position(|name| *name == page)?;
        // The consents and the card stand before the form's own pages.
        let ahead = shown.pages.iter().skip(now.saturating_sub(2));
        let branches = ahead.flat_map(|p| &p.controls).any(|c| self.branching.contains(&c.field));
        let (now, of) = (u32::try_from(now + 1).ok()?, u32::try_from(order.len()).ok()?);
        (!branches).then_some(Step { now, of })
    }
}

impl Shown<'_> {
    /// The names of all pages in order.
    pub(super) fn order(&self) -> Vec<&str> {
        let own = self.pages.iter().map(|shown| shown.page.name.as_str());
        [CONSENTS, CARD].into_iter().chain(own).chain([REVIEW]).collect()
    }

    /// The form's own page of that name.
    pub(super) fn page(&self, name: &str) -> Option<&ShownPage<'_>> {
        self.pages.iter().find(|shown| shown.page.name == name)
    }

    /// Whether a document for that paper belongs to what is visible.
    pub(super) fn asks_for(&self, evidence: &str) -> bool {
        self.pages.iter().any(|shown| shown.paper.is_some_and(|paper| paper.id == evidence))
    }
}

impl ShownPage<'_> {
    /// The paper that is attached here, by the form's name for it.
    pub(super) fn evidence(&self) -> Option<&str> {
        self.paper.filter(|paper| paper.attach != Attach::Never).map(|paper| paper.id.as_str())
    }
}

impl Paper {
    /// Whether it belongs to an application with these answers.
    pub(super) fn applies(&self, answers: &Map<String, Value>) -> bool {
        self.when.as_ref().is_none_or(|rule| rule.holds(answers))
    }
}
