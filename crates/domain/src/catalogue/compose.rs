//! From a record of the national database to what people see of it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::national::{Doubt, Field, NationalRecord, PaperCase, PaperRow, ReadFee, Way};
use super::parts::{bare, put_together};
use super::{Case, Channel, Evidence, Fee, LocalText, Procedure};
use crate::text::{fold, nfc, squeeze};

/// Fields whose doubts citizens are told of.
const TOLD: [Field; 4] = [Field::Subjects, Field::Ways, Field::Papers, Field::Results];

impl Procedure {
    /// What people see of a record in a version, in its own words; plain words are laid over it by
    /// [`Procedure::in_plain_words`].
    pub fn of_record(record: &NationalRecord, version: u32) -> Self {
        let field = record.field.clone().unwrap_or_default();
        let mut unsure: Vec<Field> = record.doubts.iter().map(|Doubt { field, .. }| *field).collect();
        unsure.retain(|field| TOLD.contains(field));
        unsure.sort_unstable();
        unsure.dedup();
        Self {
            code: record.code.clone(),
            version,
            name: said(&record.name),
            official_name: None,
            summary: LocalText::default(),
            bring: Vec::new(),
            who: said(&record.subjects.join("; ")),
            group: group_of_field(&field).map(str::to_owned),
            field,
            departments: record.departments.clone(),
            levels: record.levels.clone(),
            online: None,
            channels: record.ways.iter().map(|way| channel(way, &record.ways)).collect(),
            cases: put_together(record.cases.iter().map(case).collect()),
            conditions: record.conditions.clone(),
            outcomes: record.results.iter().map(|result| said(&result.name)).collect(),
            life_events: Vec::new(),
            synonyms: Vec::new(),
            unsure,
        }
    }
}

/// The service group of the shipped catalogue that people of a field of the national database take a
/// number for; none when no group does.
pub fn group_of_field(field: &str) -> Option<&'static str> {
    static GROUPS: OnceLock<HashMap<String, Option<String>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        serde_json::from_str(include_str!("../../catalogue/fields.json"))
            .expect("the shipped fields are checked by tests")
    });
    groups.get(&squeeze(&nfc(field)))?.as_deref()
}

fn said(text: &str) -> LocalText {
    LocalText { vi: text.to_owned(), en: None }
}

fn channel(way: &Way, all: &[Way]) -> Channel {
    let alone = all.iter().filter(|other| other.kind == way.kind).count() == 1;
    Channel {
        kind: way.kind,
        deadline: way.deadline.clone(),
        fees: way.fees.iter().map(fee).collect(),
        note: if alone { String::new() } else { way.note.clone() },
    }
}

fn fee(fee: &ReadFee) -> Fee {
    Fee {
        amount: fee.amount,
        unit: fee.unit.clone(),
        what: said(&fee.condition),
        original: fee.amount.is_none().then(|| fee.original.clone()),
    }
}

fn case(case: &PaperCase) -> Case {
    // Some notes stand among the papers, with a number of originals like theirs.
    let (notes, papers): (Vec<_>, Vec<_>) = case.papers.iter().partition(|paper| {
        let name = fold(bare(&paper.name));
        ["luu y", "ghi chu"].iter().any(|note| name.starts_with(note))
    });
    let notes = notes.into_iter().map(|paper| &paper.name).chain(&case.notes);
    Case {
        when: case.when.as_deref().map(bare).filter(|when| !when.is_empty()).map(said),
        papers: papers.into_iter().map(paper).collect(),
        notes: notes.map(|note| bare(note).to_owned()).collect(),
    }
}

fn paper(paper: &PaperRow) -> Evidence {
    Evidence {
        name: said(bare(&paper.name)),
        form: paper.form.clone(),
        originals: paper.originals,
        copies: paper.copies,
        only_shown: false,
    }
}
