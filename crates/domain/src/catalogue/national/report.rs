use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::doubt::{Field, Why};
use super::record::NationalRecord;

/// How many samples of a doubt are kept.
const SAMPLES: usize = 5;

/// What an import read, flagged and did not find.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// How many records were read.
    pub records: u32,
    /// How many of them have nothing in doubt.
    pub certain: u32,
    /// Lines that are no records: their numbers, from 1, and why.
    pub broken: Vec<(u32, String)>,
    /// Each field.
    pub fields: BTreeMap<Field, FieldCount>,
    /// Records with each doubt, and samples of it.
    pub doubts: BTreeMap<Why, (u32, Vec<Sample>)>,
}

/// What became of a field in all records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldCount {
    /// Records in which it was read for certain.
    pub read: u32,
    /// Records in which something of it is in doubt.
    pub flagged: u32,
    /// Records that say nothing of it.
    pub absent: u32,
}

/// A doubt as it stands in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The record.
    pub code: String,
    /// Its words.
    pub original: String,
}

impl ImportReport {
    /// Counts a record in.
    pub fn add(&mut self, record: &NationalRecord) {
        self.records += 1;
        self.certain += u32::from(record.doubts.is_empty());
        for field in Field::ALL {
            let count = self.fields.entry(field).or_default();
            if !record.is_certain(field) {
                count.flagged += 1;
            } else if record.is_absent(field) {
                count.absent += 1;
            } else {
                count.read += 1;
            }
        }
        let mut counted = Vec::new();
        for doubt in &record.doubts {
            let (count, samples) = self.doubts.entry(doubt.why).or_default();
            if !counted.contains(&doubt.why) {
                counted.push(doubt.why);
                *count += 1;
                if samples.len() < SAMPLES {
                    samples.push(Sample { code: record.code.clone(), original: doubt.original.clone() });
                }
            }
        }
    }

    /// Counts a line that is no record.
    pub fn add_broken(&mut self, line: u32, why: &impl ToString) {
        self.broken.push((line, why.to_string()));
    }
}

impl NationalRecord {
    /// Whether the record says nothing of a field.
    pub fn is_absent(&self, field: Field) -> bool {
        match field {
            Field::Decision => self.decision.is_none(),
            Field::Levels => self.levels.is_empty(),
            Field::Field => self.field.is_none(),
            Field::Subjects => self.subjects.is_empty(),
            Field::Departments => self.departments.is_empty(),
            Field::Decides => self.decides.is_empty(),
            Field::Address => self.address.is_none(),
            Field::Ways => self.ways.is_empty(),
            Field::Papers => self.cases.is_empty(),
            Field::Results => self.results.is_empty(),
            Field::Legal => self.legal.is_empty(),
            Field::Conditions => self.conditions.is_none(),
            Field::Steps => self.steps.is_empty(),
        }
    }
}
