use super::Searchable;
use crate::catalogue::national::NationalRecord;
use crate::catalogue::{Procedure, shipped_words};

/// What centres are asked for most, the most first.
const MOST_ASKED: [&str; 10] = [
    "1.001193", "2.000815", "1.000894", "1.004194", "1.000656", "2.000635", "1.004222", "2.000884", "1.001612",
    "1.010038",
];

impl Searchable {
    /// A procedure by its official name, its everyday names, its field and who carries it out.
    pub fn of(procedure: &Procedure) -> Self {
        let everyday = procedure.official_name.as_ref().map(|_| procedure.name.vi.clone());
        let names = procedure.synonyms.iter().cloned().chain(everyday).chain(procedure.name.en.clone());
        Self {
            code: procedure.code.clone(),
            name: procedure.official().to_owned(),
            synonyms: names.collect(),
            field: procedure.field.clone(),
            departments: procedure.departments.clone(),
            asked: asked(&procedure.code),
        }
    }

    /// A record of the national database, with the plain words the product ships for it.
    pub fn of_record(record: &NationalRecord) -> Self {
        let procedure = Procedure::of_record(record, 1);
        match shipped_words(&record.code) {
            Some(words) => Self::of(&procedure.in_plain_words(words)),
            None => Self::of(&procedure),
        }
    }
}

/// How often a procedure is asked for: those the product has plain words for more than others, and the
/// ten most asked for most of all.
fn asked(code: &str) -> f32 {
    match MOST_ASKED.iter().position(|most| *most == code) {
        Some(place) => 1.0 - 0.03 * place as f32,
        None if shipped_words(code).is_some() => 0.5,
        None => 0.0,
    }
}
