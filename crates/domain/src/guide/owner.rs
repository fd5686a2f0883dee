use jiff::civil::Date;
use serde_json::Value;

use super::draft::Draft;
use super::form::Form;
use crate::card::CitizenNumber;

/// Who comes back to a draft: what its owner proves with, as far as it is known.
#[derive(Clone, PartialEq, Eq)]
pub struct Owner {
    /// The citizen's number.
    pub number: Option<CitizenNumber>,
    /// The date of birth.
    pub birth_date: Option<Date>,
}

impl Form {
    /// The owner of a draft: who applies, as answered; else as the card said.
    pub fn owner(&self, draft: &Draft) -> Owner {
        let answer = |field: &str| draft.answers.get(field).and_then(Value::as_str);
        let number = answer(&self.about.applicant.number).and_then(|number| CitizenNumber::parse(number).ok());
        let birth_date = answer(&self.about.applicant.birth_date).and_then(|date| date.parse().ok());
        let card = draft.card_facts.as_ref();
        Owner {
            number: number.or_else(|| card.map(|card| card.number.clone())),
            birth_date: birth_date.or_else(|| card.map(|card| card.birth_date)),
        }
    }
}
