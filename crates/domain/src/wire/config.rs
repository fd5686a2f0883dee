use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::branch::{ConfigPart, PictureId};
use crate::time::Moment;

/// `GET /v1/branch/config/versions`: one change of how the centre is set up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ConfigVersion {
    /// Counts up by one with every change.
    pub version: u32,
    /// When it came in force.
    pub at: Moment,
    /// The account that changed it; none for the first version, which came with the program.
    pub account: Option<String>,
    /// The name of the account's holder.
    pub name: Option<String>,
    /// What is otherwise than in the version before.
    pub changed: Vec<ConfigPart>,
}

/// `POST /v1/branch/pictures`: a picture that notices may name now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct StoredPicture {
    /// What notices name it by.
    #[schema(value_type = String)]
    pub id: PictureId,
    /// Its width in pixels, as it is kept.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}
