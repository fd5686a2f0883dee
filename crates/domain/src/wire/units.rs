use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::units::ProvinceUnits;

/// Answer of `GET /v1/units?known=REVISION`: the administrative units that were imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportedUnits {
    /// What they are known by; empty when nothing was imported.
    pub revision: String,
    /// All of them; none when this is the revision the asker knows.
    pub provinces: Option<Vec<ProvinceUnits>>,
}
