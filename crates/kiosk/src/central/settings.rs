use motcua_domain::branch::PictureId;
use motcua_domain::wire::{ConfigVersion, NewAccount, Problem, StaffMember, StoredPicture};
use reqwest::Method;
use uuid::Uuid;

use super::CentralClient;

/// What a supervisor or an administrator sets besides the settings themselves.
impl CentralClient {
    /// Who changed the settings, when, and what; the newest first (supervisors).
    ///
    /// # Errors
    /// `supervisor-only`, `central-away`, or what the API refuses with.
    pub async fn config_versions(&self, staff: &str) -> Result<Vec<ConfigVersion>, Problem> {
        Ok(self.read("/v1/branch/config/versions", Some(staff)).await?)
    }

    /// Hands in a picture for notices (supervisors).
    ///
    /// # Errors
    /// `picture-kind-refused`, `picture-unreadable`, `picture-too-large`, `body-too-large`,
    /// `supervisor-only`, `central-away`.
    pub async fn add_picture(&self, staff: &str, bytes: Vec<u8>) -> Result<StoredPicture, Problem> {
        let kind = "application/octet-stream";
        Ok(self.write_bytes("/v1/branch/pictures", Some(staff), Uuid::now_v7(), kind, bytes).await?)
    }

    /// A picture that a notice names: a JPEG.
    ///
    /// # Errors
    /// `unknown-picture`, `central-away`, or what the API refuses with.
    pub async fn picture(&self, id: &PictureId) -> Result<Vec<u8>, Problem> {
        Ok(self.read_bytes(&format!("/v1/public/pictures/{id}"), None).await?.0)
    }

    /// Everybody with an account (supervisors).
    ///
    /// # Errors
    /// `supervisor-only`, `central-away`, or what the API refuses with.
    pub async fn accounts(&self, staff: &str) -> Result<Vec<StaffMember>, Problem> {
        Ok(self.read("/v1/staff/accounts", Some(staff)).await?)
    }

    /// Adds an account (administrators).
    ///
    /// # Errors
    /// `account-taken`, `account-name-wrong`, `staff-name-wrong`, `administrator-only`,
    /// `central-away`.
    pub async fn add_account(&self, staff: &str, new: &NewAccount) -> Result<StaffMember, Problem> {
        Ok(self.write(Method::POST, "/v1/staff/accounts", Some(staff), Uuid::now_v7(), new).await?)
    }
}
