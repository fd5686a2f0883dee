use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Provinces, or communes of one, that were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct UnitList {
    /// The units: at most 60 of a query, all of them without one.
    pub units: Vec<UnitView>,
    /// Whether they are known at all: where not, the commune is free text.
    pub known: bool,
}

/// A province or a commune.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct UnitView {
    /// Its code: two digits for a province, five for a commune.
    pub code: String,
    /// With what it is: "Phường Rạch Giá".
    pub name: String,
}
