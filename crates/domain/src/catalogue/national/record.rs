use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::doubt::{Doubt, Field};
use crate::catalogue::{ChannelKind, Deadline, Level};
use crate::payment::Vnd;

/// A procedure of the national database, read field by field, with its own words beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct NationalRecord {
    /// The national code, the only key: `1.001193`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The decision it was published by.
    pub decision: Option<String>,
    /// Levels of government that carry it out.
    pub levels: Vec<Level>,
    /// The field (lĩnh vực).
    pub field: Option<String>,
    /// Who may apply.
    pub subjects: Vec<String>,
    /// Who carries it out.
    pub departments: Vec<String>,
    /// Who decides.
    pub decides: Vec<String>,
    /// Where it is handed in.
    pub address: Option<String>,
    /// Ways to hand it in, in the record's order; one way may have several rows.
    pub ways: Vec<Way>,
    /// The papers, by case; of several cases one applies.
    pub cases: Vec<PaperCase>,
    /// What one receives.
    pub results: Vec<RecordResult>,
    /// The numbers of its legal bases: `54/2024/QH15`.
    pub legal: Vec<String>,
    /// Conditions; none when the record names none.
    pub conditions: Option<String>,
    /// Steps.
    pub steps: Vec<String>,
    /// The text each field was read from, in NFC and otherwise as it was.
    pub originals: BTreeMap<Field, String>,
    /// What could not be read for certain.
    pub doubts: Vec<Doubt>,
}

impl NationalRecord {
    /// Whether all of a field was read for certain.
    pub fn is_certain(&self, field: Field) -> bool {
        self.doubts.iter().all(|doubt| doubt.field != field)
    }
}

/// A row of the table of ways to hand an application in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Way {
    /// Which way.
    pub kind: ChannelKind,
    /// How long the office has; none when the record says nothing.
    pub deadline: Option<Deadline>,
    /// What it costs; empty when the record says nothing, which is not the same as free.
    pub fees: Vec<ReadFee>,
    /// The description of the row.
    pub note: String,
}

/// A fee of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct ReadFee {
    /// How much; 0 is free. None when it cannot be read for certain: show the original instead.
    pub amount: Option<Vnd>,
    /// What it is counted by: `giấy`, `lần`, `hồ sơ`.
    pub unit: Option<String>,
    /// The words beside it: when it applies, and what for.
    pub condition: String,
    /// The record's own words.
    pub original: String,
}

/// Papers of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct PaperCase {
    /// When it applies; none when there is but one case without a name.
    pub when: Option<String>,
    /// What to hand in or show.
    pub papers: Vec<PaperRow>,
    /// Rows of no paper: "0 bản chính" and no copy.
    pub notes: Vec<String>,
}

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct PaperRow {
    /// What it is.
    pub name: String,
    /// The file of its form, or several.
    pub form: Option<String>,
    /// How many originals; none when it cannot be read for certain.
    pub originals: Option<u32>,
    /// How many copies.
    pub copies: u32,
}

/// What one receives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct RecordResult {
    /// What it is.
    pub name: String,
    /// Its code as the record writes it, most often the national one: `KQ.G15.000226`.
    pub code: Option<String>,
}
