use super::Searchable;
use crate::catalogue::national::NationalRecord;
use crate::catalogue::{Catalogue, starter};

/// What centres are asked for most, the most first.
const MOST_ASKED: [&str; 10] = [
    "1.001193", "2.000815", "1.000894", "1.004194", "1.000656", "2.000635", "1.004222", "2.000884", "1.001612",
    "1.010038",
];

impl Searchable {
    /// A record of the national database, with the everyday names the product knows for it.
    pub fn of(record: &NationalRecord) -> Self {
        let plain = starter().procedure(&record.code);
        Self {
            code: record.code.clone(),
            name: record.name.clone(),
            synonyms: plain.map(|plain| plain.synonyms.clone()).unwrap_or_default(),
            field: record.field.clone().unwrap_or_default(),
            departments: record.departments.clone(),
            asked: asked(&record.code),
        }
    }
}

/// Every procedure of a catalogue, as it can be found, in its order.
pub fn of_catalogue(catalogue: &Catalogue) -> impl Iterator<Item = Searchable> + '_ {
    catalogue.procedures.iter().map(|procedure| {
        let english = procedure.name.en.iter().cloned();
        Searchable {
            code: procedure.code.clone(),
            name: procedure.name.vi.clone(),
            synonyms: procedure.synonyms.iter().cloned().chain(english).collect(),
            field: procedure.field.clone(),
            departments: procedure.departments.clone(),
            asked: asked(&procedure.code),
        }
    })
}

/// How often a procedure is asked for: those of the product's own catalogue more than others, and the
/// ten most asked for most of all.
fn asked(code: &str) -> f32 {
    match MOST_ASKED.iter().position(|most| *most == code) {
        Some(place) => 1.0 - 0.03 * place as f32,
        None if starter().procedure(code).is_some() => 0.5,
        None => 0.0,
    }
}
