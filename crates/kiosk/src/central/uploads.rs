//! Papers from a person's phone, at the central API.

use motcua_domain::wire::{BeginUpload, PageVerdict, UploadBegun, UploadState};
use reqwest::Method;
use uuid::Uuid;

use super::{CentralClient, Refusal};

impl CentralClient {
    /// Opens a page for one paper; what this device opened before ends.
    ///
    /// # Errors
    /// [`Refusal`], with `upload-no-address` where phones do not reach the central system.
    pub async fn begin_upload(&self, wanted: &BeginUpload) -> Result<UploadBegun, Refusal> {
        self.write(Method::POST, "/v1/uploads", None, wanted.id, wanted).await
    }

    /// What came so far.
    ///
    /// # Errors
    /// [`Refusal`], with `unknown-upload` when it has ended.
    pub async fn upload(&self, id: Uuid) -> Result<UploadState, Refusal> {
        self.read(&format!("/v1/uploads/{id}"), None).await
    }

    /// The bytes of a file that came whole.
    ///
    /// # Errors
    /// [`Refusal`], with `unknown-file` when it was taken away meanwhile.
    pub async fn uploaded_file(&self, id: Uuid, number: u32) -> Result<Vec<u8>, Refusal> {
        Ok(self.read_bytes(&format!("/v1/uploads/{id}/files/{number}"), None).await?.0)
    }

    /// Says what became of a file, which is deleted there.
    ///
    /// # Errors
    /// [`Refusal`], with `unknown-file` when it was taken away meanwhile.
    pub async fn judge_upload(&self, id: Uuid, number: u32, verdict: &PageVerdict) -> Result<(), Refusal> {
        let path = format!("/v1/uploads/{id}/files/{number}/verdict");
        self.write(Method::POST, &path, None, Uuid::now_v7(), verdict).await
    }

    /// Ends it: what lies there is deleted.
    ///
    /// # Errors
    /// [`Refusal`].
    pub async fn end_upload(&self, id: Uuid) -> Result<(), Refusal> {
        self.write(Method::DELETE, &format!("/v1/uploads/{id}"), None, Uuid::now_v7(), &()).await
    }
}
