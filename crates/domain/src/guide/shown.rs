use serde_json::{Map, Value, json};

use super::address;
use super::consent;
use super::draft::{ConsentAnswer, Draft};
use super::form::{Attach, Control, Form, Note, Page, Paper};
use super::rule::Known;
use super::view::{Step, Widget};

/// The page of the consents.
pub(super) const CONSENTS: &str = "consents";
/// The page that reads the card.
pub(super) const CARD: &str = "card";
/// The last page.
pub(super) const REVIEW: &str = "review";

/// What of a form is visible, and the answers without the hidden ones.
#[derive(Default)]
pub(super) struct Shown<'a> {
    pub(super) pages: Vec<ShownPage<'a>>,
    /// By path, as a draft keeps them: `witnesses` is their count, `witnesses/0/name` a name.
    pub(super) flat: Map<String, Value>,
    /// As they are sent: `witnesses` is a list of objects.
    pub(super) answers: Map<String, Value>,
    /// Whether it answers what an officer asked for.
    supplement: bool,
}

/// A visible page with its visible fields.
pub(super) struct ShownPage<'a> {
    pub(super) page: &'a Page,
    /// Its name; the second item's is `witness_person.2`.
    pub(super) name: String,
    /// The item it stands for, from 0.
    pub(super) item: Option<usize>,
    pub(super) fields: Vec<Field<'a>>,
    pub(super) notes: Vec<&'a Note>,
    /// The paper, on a page that attaches one.
    pub(super) paper: Option<ShownPaper<'a>>,
}

/// A visible field.
pub(super) struct Field<'a> {
    pub(super) control: &'a Control,
    /// Where its answer is in [`Shown::flat`].
    pub(super) path: String,
}

/// A paper that belongs to an application, for one item where each has its own.
pub(super) struct ShownPaper<'a> {
    pub(super) paper: &'a Paper,
    /// What it is attached as; the second item's is `original.2`.
    pub(super) id: String,
    pub(super) item: Option<usize>,
}

impl Form {
    /// What a draft's owner sees. A field that needs a consent is hidden without it.
    pub(super) fn shown(&self, draft: &Draft) -> Shown<'_> {
        self.shown_with(&draft.answers, Some(&draft.consents))
    }

    /// What is visible of answers that were sent.
    pub(super) fn shown_of(&self, sent: &Value) -> Shown<'_> {
        self.shown_with(&self.flatten(sent), None)
    }

    /// What is visible for these answers by path. Without `consents`, fields that need one are visible.
    pub(super) fn shown_with(&self, all: &Map<String, Value>, consents: Option<&[ConsentAnswer]>) -> Shown<'_> {
        let mut shown = Shown { supplement: self.about.supplement, ..Shown::default() };
        // Neighbouring pages of one group go item by item.
        for run in self.pages.chunk_by(|page, next| page.repeat.is_some() && page.repeat == next.repeat) {
            let items = match run.first().and_then(|page| page.repeat.as_deref()) {
                Some(group) => (0..shown.items(group)).map(Some).collect(),
                None => vec![None],
            };
            for (item, page) in items.into_iter().flat_map(|item| run.iter().map(move |page| (item, page))) {
                if let Some(page) = self.show(page, item, &shown, consents) {
                    for field in &page.fields {
                        if let Some(answer) = all.get(&field.path) {
                            self.keep(&mut shown, field, page.item, answer);
                        }
                    }
                    shown.pages.push(page);
                }
            }
        }
        shown
    }

    fn show<'a>(
        &'a self,
        page: &'a Page,
        item: Option<usize>,
        shown: &Shown,
        consents: Option<&[ConsentAnswer]>,
    ) -> Option<ShownPage<'a>> {
        let known = shown.known(page.repeat.as_deref(), item);
        if page.rule.as_ref().is_some_and(|rule| !rule.holds(known)) {
            return None;
        }
        let agreed = |control: &Control| match (&control.options.consent, consents) {
            (Some(purpose), Some(answers)) => consent::given(answers, purpose),
            _ => true,
        };
        let controls =
            page.controls.iter().filter(|control| control.rule.as_ref().is_none_or(|rule| rule.holds(known)));
        let fields: Vec<Field> = controls
            .filter(|control| agreed(control))
            .map(|control| Field { control, path: control.path(item) })
            .collect();
        let notes: Vec<&Note> =
            page.notes.iter().filter(|note| note.rule.as_ref().is_none_or(|rule| rule.holds(known))).collect();
        let paper = page.evidence.as_deref().and_then(|evidence| self.paper(evidence));
        let visible = match paper {
            Some(paper) => paper.attach != Attach::Never && paper.applies(known),
            None => !fields.is_empty() || (page.controls.is_empty() && !notes.is_empty()),
        };
        visible.then(|| ShownPage {
            page,
            name: numbered(&page.name, item),
            item,
            fields,
            notes,
            paper: paper.map(|paper| ShownPaper::of(paper, item)),
        })
    }

    fn keep(&self, shown: &mut Shown, field: &Field, item: Option<usize>, answer: &Value) {
        shown.flat.insert(field.path.clone(), answer.clone());
        let name = &field.control.field;
        let sent = match self.group(name).filter(|_| item.is_none()) {
            // A count that cannot be stays as it is, for the check to refuse.
            Some(group) => match answer.as_u64().filter(|count| *count <= u64::from(group.range.1)) {
                Some(count) => (0..count).map(|_| json!({})).collect(),
                None => answer.clone(),
            },
            None if field.control.options.widget == Widget::Address => address::sent(answer),
            None => answer.clone(),
        };
        let into = match (&field.control.group, item) {
            (Some(group), Some(item)) => shown.answers.get_mut(group).and_then(|items| items.get_mut(item)),
            _ => {
                shown.answers.insert(name.clone(), sent);
                return;
            }
        };
        if let Some(Value::Object(into)) = into {
            into.insert(name.clone(), sent);
        }
    }

    /// Answers as they are sent, by path as a draft keeps them.
    pub(super) fn flatten(&self, sent: &Value) -> Map<String, Value> {
        let mut flat = Map::new();
        for (name, answer) in sent.as_object().into_iter().flatten().filter(|(name, _)| !name.contains('/')) {
            let Some(items) = answer.as_array().filter(|_| self.group(name).is_some()) else {
                flat.insert(name.clone(), answer.clone());
                continue;
            };
            flat.insert(name.clone(), json!(items.len()));
            for (n, item) in items.iter().enumerate() {
                let fields = item.as_object().into_iter().flatten();
                flat.extend(fields.map(|(field, answer)| (format!("{name}/{n}/{field}"), answer.clone())));
            }
        }
        flat
    }

    /// The papers that belong to an application with these answers.
    pub(super) fn papers<'a>(&'a self, shown: &Shown) -> Vec<ShownPaper<'a>> {
        let of = |paper: &'a Paper| match paper.each.as_deref() {
            Some(group) => (0..shown.items(group)).map(|item| ShownPaper::of(paper, Some(item))).collect(),
            None => vec![ShownPaper::of(paper, None)],
        };
        let all = self.about.papers.iter().flat_map(of);
        all.filter(|one| one.paper.applies(shown.known(one.paper.each.as_deref(), one.item))).collect()
    }

    /// The page a draft begins on.
    pub(super) fn first_page(&self) -> &str {
        let asked = self.pages.first().filter(|_| self.about.supplement);
        asked.map_or(CONSENTS, |page| page.name.as_str())
    }

    /// "Bước 3/7". The count is certain when neither this page nor a later one asks something that
    /// another page's being there depends on.
    pub(super) fn step(&self, shown: &Shown, page: &str) -> Option<Step> {
        let order = shown.order();
        let now = order.iter().position(|name| *name == page)?;
        let own_before = order.iter().take(now).filter(|name| ![CONSENTS, CARD].contains(name)).count();
        let ahead = shown.pages.iter().skip(own_before);
        let branches = ahead.flat_map(|own| &own.fields).any(|field| self.branching.contains(&field.control.base()));
        let (now, of) = (u32::try_from(now + 1).ok()?, u32::try_from(order.len()).ok()?);
        (!branches).then_some(Step { now, of })
    }
}

impl<'a> Shown<'a> {
    /// The names of all pages in order. Who answers a request reads it first, and has shown already who
    /// they are.
    pub(super) fn order(&self) -> Vec<&str> {
        let own = self.pages.iter().map(|own| own.name.as_str());
        if self.supplement {
            return own.clone().take(1).chain([CONSENTS]).chain(own.skip(1)).chain([REVIEW]).collect();
        }
        [CONSENTS, CARD].into_iter().chain(own).chain([REVIEW]).collect()
    }

    /// The form's own page of that name.
    pub(super) fn page(&self, name: &str) -> Option<&ShownPage<'a>> {
        self.pages.iter().find(|own| own.name == name)
    }

    /// Whether a document for that paper belongs to what is visible.
    pub(super) fn asks_for(&self, evidence: &str) -> bool {
        self.pages.iter().any(|own| own.paper.as_ref().is_some_and(|paper| paper.id == evidence))
    }

    /// How many items a group has.
    pub(super) fn items(&self, group: &str) -> usize {
        self.answers.get(group).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// What rules about an item, or about none, may read.
    pub(super) fn known(&self, group: Option<&str>, item: Option<usize>) -> Known<'_> {
        let item = group.zip(item).and_then(|(group, item)| self.answers.get(group)?.get(item));
        Known { answers: &self.answers, item }
    }
}

impl<'a> ShownPaper<'a> {
    fn of(paper: &'a Paper, item: Option<usize>) -> Self {
        Self { paper, id: numbered(&paper.id, item), item }
    }
}

impl ShownPage<'_> {
    /// The paper that is attached here, by the form's name for it.
    pub(super) fn evidence(&self) -> Option<&str> {
        self.paper.as_ref().map(|paper| paper.id.as_str())
    }
}

impl Paper {
    /// Whether it belongs to an application with these answers.
    fn applies(&self, known: Known) -> bool {
        self.when.as_ref().is_none_or(|rule| rule.holds(known))
    }
}

/// The name of a page or paper that each item has: people count from 1.
fn numbered(name: &str, item: Option<usize>) -> String {
    match item {
        Some(item) => format!("{name}.{}", item + 1),
        None => name.to_owned(),
    }
}
