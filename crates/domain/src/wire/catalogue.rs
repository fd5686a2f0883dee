//! The catalogue on its way to kiosks and consoles.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::catalogue::national::{Field, NationalRecord};
use crate::catalogue::{Level, PlainWords, Procedure};
use crate::time::Moment;

/// Answer of `GET /v1/catalogue?edition=ID&after=REVISION`: what changed since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CatalogueChanges {
    /// The catalogue: another one begins when the central system was set up anew.
    pub edition: Uuid,
    /// The revision these changes lead to.
    pub revision: u64,
    /// Forget what was known: this is another catalogue, and these are the first of its procedures.
    pub anew: bool,
    /// There are more: ask again from this revision.
    pub more: bool,
    /// Procedures that are new or different, whole.
    pub changed: Vec<Procedure>,
}

/// Which procedures an officer wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema, utoipa::IntoParams)]
#[ts(export)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct ProcedureFilter {
    /// In one's own words, or a code; empty for all.
    pub query: String,
    /// Only of this field.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// Only of this department.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub department: Option<String>,
    /// Only of this level.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub level: Option<Level>,
    /// Only in this state of review.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub review: Option<ReviewState>,
    /// Only with plain words, or only without.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub plain: Option<bool>,
    /// How many to leave out at the beginning.
    pub skip: u32,
}

/// How far officers have looked through what a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    /// Something could not be read for certain, and nobody has looked at it yet.
    ToCheck,
    /// An officer has looked at this version.
    Checked,
    /// All was read for certain.
    Certain,
}

/// Answer of `GET /v1/procedures`: a part of the procedures that fit a filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ProcedurePart {
    /// How many fit.
    pub found: u32,
    /// How many of all are still to check.
    pub to_check: u32,
    /// The procedures: the best first when something was asked for, else by field and name.
    pub rows: Vec<ProcedureRow>,
    /// Every field, with how many procedures it has.
    pub fields: Vec<Heading>,
    /// Every department, with how many procedures it has.
    pub departments: Vec<Heading>,
}

/// A field or a department with how many procedures it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Heading {
    /// Its name.
    pub name: String,
    /// How many procedures.
    pub count: u32,
}

/// A procedure in an officer's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ProcedureRow {
    /// National code.
    pub code: String,
    /// As citizens read it.
    pub name: String,
    /// Its field.
    pub field: String,
    /// Levels of government.
    pub levels: Vec<Level>,
    /// Version of its record; 0 is the product's own.
    pub version: u32,
    /// Fields that could not be read for certain.
    pub flagged: Vec<Field>,
    /// How far officers have looked through it.
    pub review: ReviewState,
    /// Whether it has plain words.
    pub plain: bool,
    /// Whether applications may be handed in online.
    pub online: bool,
}

/// Answer of `GET /v1/procedures/{code}`: everything known of a procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ProcedureDetail {
    /// As citizens see it.
    pub procedure: Procedure,
    /// What was read of the national database, with its own words; none for one the product ships.
    pub record: Option<NationalRecord>,
    /// Versions of the record, the newest first.
    pub versions: Vec<RecordVersion>,
    /// How far officers have looked through the newest version.
    pub review: ReviewState,
    /// Who looked through it.
    pub checked: Option<CheckedBy>,
    /// Its plain words.
    pub words: PlainWords,
    /// Which version of them this is: what a change of them is made from. 0 is the product's own.
    pub words_version: u32,
    /// Earlier and newest plain words, the newest first.
    pub words_versions: Vec<WordsVersion>,
}

/// A version of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct RecordVersion {
    /// Counts up from 1.
    pub version: u32,
    /// When it was imported.
    pub at: Moment,
}

/// Who looked through a record, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct CheckedBy {
    /// The officer's name.
    pub officer: String,
    /// When.
    pub at: Moment,
}

/// Plain words that were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct WordsVersion {
    /// Counts up from 1.
    pub version: u32,
    /// Who wrote them.
    pub officer: String,
    /// When.
    pub at: Moment,
    /// The words.
    pub words: PlainWords,
}

/// Body of `POST /v1/procedures/{code}/check`: this version was looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct CheckProcedure {
    /// The version of the record that was looked at.
    pub version: u32,
}

/// Body of `PUT /v1/procedures/{code}/words` (supervisors).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct SetWords {
    /// The words.
    pub words: PlainWords,
    /// The version they were changed from.
    pub from: u32,
}
