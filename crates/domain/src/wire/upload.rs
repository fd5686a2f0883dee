//! Papers that a person photographs with their own phone: the kiosk opens a page on the central system
//! for one paper, shows its address as a QR code, and takes what the phone sent.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Problem;
use crate::guide::PageFault;
use crate::time::Moment;

/// `POST /v1/uploads`: opens a page for one paper. What the device opened before ends.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginUpload {
    /// Its identity, made by the kiosk.
    pub id: Uuid,
    /// SHA-256 of the token in the page's address (`/u/{token}`), in lower-case hex. The token is 128
    /// random bits as 32 lower-case hex digits; only the kiosk and the phone know it.
    pub token_sha256: String,
    /// The paper's name, in the person's language.
    pub paper: String,
    /// The person's language: `vi`.
    pub language: String,
    /// How many pages may come, 1 to 30.
    pub most_pages: u32,
}

/// `Debug` without what may name a person.
impl std::fmt::Debug for BeginUpload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BeginUpload").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The answer to [`BeginUpload`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UploadBegun {
    /// What stands before `/u/{token}` in the page's address: `http://192.168.1.10:8700`.
    pub public_url: String,
    /// Until when the page can be used; later while pages come.
    pub until: Moment,
}

/// `GET /v1/uploads/{id}`: what came so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UploadState {
    /// Until when the page can be used.
    pub until: Moment,
    /// Whether a phone opened the page.
    pub opened: bool,
    /// Whether "Xong" was pressed on the phone after the last page.
    pub done: bool,
    /// How many files are on their way.
    pub sending: u32,
    /// Files that came whole and that the kiosk has said nothing of yet, in order.
    pub files: Vec<UploadedFile>,
}

/// A file that a phone sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UploadedFile {
    /// Its number within the upload, from 1.
    pub number: u32,
    /// Its length in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// The file that it is instead of, which was hard to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<u32>,
}

/// `POST /v1/uploads/{id}/files/{number}/verdict`: what the kiosk made of a file. The file is deleted;
/// the phone shows the verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PageVerdict {
    /// What makes it hard to read; empty when it can be read well, or was refused.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub faults: Vec<PageFault>,
    /// Why the kiosk did not take it; none when it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Problem>,
}
