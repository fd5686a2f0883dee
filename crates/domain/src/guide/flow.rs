use serde_json::{Map, Value};

use super::answer::tidy;
use super::consent::{CONSENT_TEXT_VERSION, Purpose};
use super::draft::{CardFacts, ConsentAnswer, Draft, Surroundings};
use super::form::Form;
use super::shown::{CARD, CONSENTS, REVIEW, Shown};
use super::view::CardSeen;
use crate::card::Card;
use crate::wire::Problem;

impl Form {
    /// "Tiếp tục": stores the page's answers and goes on when they are right; stays on the page,
    /// with its problems in the view, when they are not.
    ///
    /// Coming from the review it goes back there, or to the first page that now lacks something. An
    /// answer that is not among `answers` stays as it is; null or an empty text takes it away.
    ///
    /// # Errors
    /// `page-out-of-date` when the draft is not on that page (a double tap), `unknown-field` when an
    /// answer is for no field of it, `form-version-gone` when the draft was begun on another version of
    /// the form. Then nothing is changed.
    pub fn next(
        &self,
        draft: &mut Draft,
        page: &str,
        answers: &Map<String, Value>,
        around: &Surroundings,
    ) -> Result<(), Problem> {
        self.is_of(draft)?;
        if page == REVIEW {
            return Err(out_of_date());
        }
        self.store(draft, page, answers, around)?;
        let shown = self.shown(draft);
        let faults = self.faults(draft, &shown, around);
        if faults.iter().any(|fault| fault.page == page) {
            draft.checked = true;
            return Ok(());
        }
        let after = neighbour(&shown, page, 1);
        let to = match faults.first() {
            Some(fault) if draft.changing || after == REVIEW => fault.page.clone(),
            None if draft.changing => REVIEW.to_owned(),
            _ => after.to_owned(),
        };
        self.enter(draft, to);
        Ok(())
    }

    /// "Quay lại": keeps what was typed, unchecked, and goes to the page before.
    ///
    /// On a page opened from the review it goes back there and leaves everything as it was; only if
    /// the change has made another page wrong does it go to the page before instead.
    ///
    /// # Errors
    /// As for [`Form::next`].
    pub fn back(
        &self,
        draft: &mut Draft,
        page: &str,
        answers: &Map<String, Value>,
        around: &Surroundings,
    ) -> Result<(), Problem> {
        self.is_of(draft)?;
        if draft.page != page {
            return Err(out_of_date());
        }
        if draft.changing && self.faults(draft, &self.shown(draft), around).is_empty() {
            self.enter(draft, REVIEW.to_owned());
            return Ok(());
        }
        self.store(draft, page, answers, around)?;
        let before = neighbour(&self.shown(draft), page, -1).to_owned();
        self.enter(draft, before);
        Ok(())
    }

    /// "Sửa" on the review: opens one of its pages, saying at once what is wrong with it, such as an
    /// appointment that has passed.
    ///
    /// # Errors
    /// `page-out-of-date` when the draft is not on the review or has no such page, `form-version-gone`.
    pub fn open(&self, draft: &mut Draft, page: &str, around: &Surroundings) -> Result<(), Problem> {
        self.is_of(draft)?;
        let shown = self.shown(draft);
        if draft.page != REVIEW || page == REVIEW || !shown.order().contains(&page) {
            return Err(out_of_date());
        }
        draft.changing = true;
        self.enter(draft, page.to_owned());
        draft.checked = self.faults(draft, &shown, around).iter().any(|fault| fault.page == page);
        Ok(())
    }

    /// Fills in what the card says and goes on, as "Tiếp tục" would. What it filled is marked until
    /// it is changed. Where the reader lost the marks, what another card filled is taken away, and what its
    /// owner typed stays. On any page but the card's it does nothing.
    pub fn apply_card(&self, draft: &mut Draft, card: &Card) {
        if draft.page != CARD {
            return;
        }
        let facts = CardFacts::from(card);
        for control in self.controls() {
            let Some(prefill) = control.options.prefill else { continue };
            if let Some(value) = prefill.of(&facts, control.options.widget) {
                draft.answers.insert(control.field.clone(), value);
                draft.from_card.insert(control.field.clone());
            } else if draft.from_card.remove(&control.field) {
                draft.answers.remove(&control.field);
            }
        }
        draft.card_facts = Some(facts);
        draft.card = Some(CardSeen { masked_number: card.number.masked(), name: card.name.clone() });
        let after = neighbour(&self.shown(draft), CARD, 1).to_owned();
        self.enter(draft, after);
    }

    /// A draft stays with the version of the form that it was begun on: another one is never guessed over
    /// its answers.
    fn is_of(&self, draft: &Draft) -> Result<(), Problem> {
        let same = draft.procedure == self.procedure() && draft.form_version == self.version();
        if same { Ok(()) } else { Err(Problem::new("form-version-gone")) }
    }

    /// Goes to a page. On the review what vanished on the way is forgotten.
    fn enter(&self, draft: &mut Draft, page: String) {
        draft.checked = false;
        if page == REVIEW {
            let shown = self.shown(draft);
            draft.pages.retain(|page| shown.asks_for(&page.evidence));
            draft.from_card.retain(|field| shown.flat.contains_key(field));
            draft.answers = shown.flat;
            draft.changing = false;
        }
        draft.page = page;
    }

    fn store(
        &self,
        draft: &mut Draft,
        page: &str,
        answers: &Map<String, Value>,
        around: &Surroundings,
    ) -> Result<(), Problem> {
        if draft.page != page {
            return Err(out_of_date());
        }
        if page == CONSENTS {
            return store_consents(self.purposes(), draft, answers, around);
        }
        let shown = self.shown(draft);
        let fields = shown.page(page).map_or(&[][..], |own| &own.fields);
        if answers.keys().any(|path| !fields.iter().any(|field| field.path == *path)) {
            return Err(Problem::new("unknown-field"));
        }
        for field in fields {
            let Some(answer) = answers.get(&field.path) else { continue };
            let tidied = tidy(field.control.options.widget, answer, &around.units);
            if draft.answers.get(&field.path) != tidied.as_ref() {
                draft.from_card.remove(&field.path);
            }
            let of_card = |card| tidied.as_ref().is_some_and(|answer| field.control.is_of_card(answer, card));
            if draft.card_facts.as_ref().is_some_and(of_card) {
                draft.from_card.insert(field.path.clone());
            }
            match tidied {
                Some(value) => draft.answers.insert(field.path.clone(), value),
                None => draft.answers.remove(&field.path),
            };
        }
        Ok(())
    }
}

fn out_of_date() -> Problem {
    Problem::new("page-out-of-date")
}

/// The page before or after one; the ends are their own neighbours.
fn neighbour<'a>(shown: &'a Shown, page: &str, step: isize) -> &'a str {
    let order = shown.order();
    let here = order.iter().position(|name| *name == page).unwrap_or(0);
    order[here.saturating_add_signed(step).min(order.len() - 1)]
}

/// Stores the answers to the consents with their time. What was answered the same way before keeps
/// the time it was answered first.
fn store_consents(
    purposes: &[Purpose],
    draft: &mut Draft,
    answers: &Map<String, Value>,
    around: &Surroundings,
) -> Result<(), Problem> {
    if answers.keys().any(|name| !purposes.iter().any(|purpose| purpose.name == name)) {
        return Err(Problem::new("unknown-field"));
    }
    for (purpose, answer) in answers {
        let given = answer.as_bool();
        let same = |a: &ConsentAnswer| Some(a.given) == given && a.text_version == CONSENT_TEXT_VERSION;
        if draft.consents.iter().any(|a| a.purpose == *purpose && same(a)) {
            continue;
        }
        draft.consents.retain(|a| a.purpose != *purpose);
        if let Some(given) = given {
            let (purpose, text_version) = (purpose.clone(), CONSENT_TEXT_VERSION);
            draft.consents.push(ConsentAnswer { purpose, given, text_version, at: around.now });
        }
    }
    Ok(())
}
