//! Drafts at the central API: sealed before they come here, opened after they leave.

use motcua_domain::wire::{
    DraftContent, LockedDraft, LoggedChange, OpenDraft, OpenedDraft, PrintedReview, Problem, SaveDraft, SavedDraft,
    ShareDraft, SharedDraft,
};
use reqwest::Method;
use uuid::Uuid;

use super::{CentralClient, Refusal};

impl CentralClient {
    /// Saves a draft as it stands.
    ///
    /// # Errors
    /// [`Refusal`]: away, or `draft-elsewhere`, `draft-gone`, `draft-files-missing`.
    pub async fn save_draft(&self, id: Uuid, draft: &SaveDraft) -> Result<SavedDraft, Refusal> {
        self.write(Method::PUT, &format!("/v1/drafts/{id}"), None, Uuid::now_v7(), draft).await
    }

    /// Hands in a sealed page of a draft.
    ///
    /// # Errors
    /// [`Refusal`]: away, or refused for good.
    pub async fn send_draft_file(&self, draft: Uuid, file: Uuid, sealed: Vec<u8>) -> Result<(), Refusal> {
        let path = format!("/v1/drafts/{draft}/files/{file}");
        self.write_bytes(&path, None, Uuid::now_v7(), "application/octet-stream", sealed).await
    }

    /// Opens a draft with a proof; it takes over from where it was open.
    ///
    /// # Errors
    /// `draft-proof-wrong` (argument `left`), `draft-locked`, `central-away`.
    pub async fn open_draft(&self, proof: &OpenDraft) -> Result<OpenedDraft, Problem> {
        Ok(self.write(Method::POST, "/v1/drafts/open", None, Uuid::now_v7(), proof).await?)
    }

    /// A draft that is open here, or shared from here.
    ///
    /// # Errors
    /// [`Refusal`]: away, or `draft-elsewhere`, `unknown-draft`.
    pub async fn draft(&self, id: Uuid) -> Result<DraftContent, Refusal> {
        self.read(&format!("/v1/drafts/{id}"), None).await
    }

    /// A sealed page of such a draft.
    ///
    /// # Errors
    /// [`Refusal`]: away, or `unknown-file`.
    pub async fn draft_file(&self, draft: Uuid, file: Uuid) -> Result<Vec<u8>, Refusal> {
        Ok(self.read_bytes(&format!("/v1/drafts/{draft}/files/{file}"), None).await?.0)
    }

    /// Lets officers help with a draft that is open here.
    ///
    /// # Errors
    /// `draft-elsewhere`, `central-away`.
    pub async fn share_draft(&self, id: Uuid, share: &ShareDraft) -> Result<(), Problem> {
        Ok(self.write(Method::POST, &format!("/v1/drafts/{id}/share"), None, Uuid::now_v7(), share).await?)
    }

    /// Takes a shared draft back.
    ///
    /// # Errors
    /// `draft-not-shared`, `central-away`.
    pub async fn take_draft_back(&self, id: Uuid) -> Result<OpenedDraft, Problem> {
        Ok(self.write(Method::DELETE, &format!("/v1/drafts/{id}/share"), None, Uuid::now_v7(), &()).await?)
    }

    /// Drafts that are locked, and those unlocked in the last day (officers).
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn locked_drafts(&self, staff: &str) -> Result<Vec<LockedDraft>, Problem> {
        Ok(self.read("/v1/drafts/locked", Some(staff)).await?)
    }

    /// Unlocks a draft whose owner the officer saw.
    ///
    /// # Errors
    /// `unknown-draft`, `central-away`.
    pub async fn unlock_draft(&self, staff: &str, id: Uuid) -> Result<(), Problem> {
        Ok(self.write_nothing(&format!("/v1/drafts/{id}/unlock"), staff).await?)
    }

    /// Drafts whose owners let officers help now.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn shared_drafts(&self, staff: &str) -> Result<Vec<SharedDraft>, Problem> {
        Ok(self.read("/v1/drafts/shared", Some(staff)).await?)
    }

    /// An officer takes a shared draft in hand.
    ///
    /// # Errors
    /// `draft-not-shared`, `central-away`.
    pub async fn take_draft(&self, staff: &str, id: Uuid) -> Result<OpenedDraft, Problem> {
        let path = format!("/v1/drafts/{id}/open");
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), &()).await?)
    }

    /// An officer gives a draft back to its owner's kiosk.
    ///
    /// # Errors
    /// `draft-elsewhere`, `draft-not-shared`, `central-away`.
    pub async fn give_draft_back(&self, staff: &str, id: Uuid) -> Result<OpenedDraft, Problem> {
        let path = format!("/v1/drafts/{id}/give-back");
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), &()).await?)
    }

    /// A draft that an officer has in hand, with its key.
    ///
    /// # Errors
    /// `draft-elsewhere`, `unknown-draft`, `central-away`.
    pub async fn draft_as(&self, staff: &str, id: Uuid) -> Result<DraftContent, Problem> {
        Ok(self.read(&format!("/v1/drafts/{id}"), Some(staff)).await?)
    }

    /// A sealed page of such a draft.
    ///
    /// # Errors
    /// `unknown-file`, `central-away`.
    pub async fn draft_file_as(&self, staff: &str, draft: Uuid, file: Uuid) -> Result<Vec<u8>, Problem> {
        Ok(self.read_bytes(&format!("/v1/drafts/{draft}/files/{file}"), Some(staff)).await?.0)
    }

    /// Saves such a draft.
    ///
    /// # Errors
    /// `draft-elsewhere` when its owner took it back, `draft-gone`, `central-away`.
    pub async fn save_draft_as(&self, staff: &str, id: Uuid, draft: &SaveDraft) -> Result<SavedDraft, Problem> {
        Ok(self.write(Method::PUT, &format!("/v1/drafts/{id}"), Some(staff), Uuid::now_v7(), draft).await?)
    }

    /// Who changed what of a draft.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn draft_changes(&self, staff: &str, id: Uuid) -> Result<Vec<LoggedChange>, Problem> {
        Ok(self.read(&format!("/v1/drafts/{id}/changes"), Some(staff)).await?)
    }

    /// An officer prints a draft they have in hand, to be signed.
    ///
    /// # Errors
    /// `draft-elsewhere` when its owner took it back, `draft-gone`, `central-away`.
    pub async fn review_printed(&self, staff: &str, draft: Uuid, review: &PrintedReview) -> Result<(), Problem> {
        let path = format!("/v1/drafts/{draft}/review");
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), review).await?)
    }
}
