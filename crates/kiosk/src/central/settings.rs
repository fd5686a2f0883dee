use motcua_domain::branch::PictureId;
use motcua_domain::wire::{
    AuditHead, AuditRow, AuditWanted, ConfigVersion, EnrolledDevice, EnrolmentCode, NewAccount, Problem, ResetPassword,
    StaffMember, StoredPicture,
};
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

    /// Gives an account another first password (administrators).
    ///
    /// # Errors
    /// `unknown-account`, `administrator-only`, `central-away`.
    pub async fn reset_password(&self, staff: &str, account: &str, new: &ResetPassword) -> Result<(), Problem> {
        Ok(self.write_silently(&format!("/v1/staff/accounts/{account}/password"), staff, new).await?)
    }

    /// Closes an account for good (administrators).
    ///
    /// # Errors
    /// `unknown-account`, `account-own`, `administrator-only`, `central-away`.
    pub async fn close_account(&self, staff: &str, account: &str) -> Result<(), Problem> {
        Ok(self.write_nothing(&format!("/v1/staff/accounts/{account}/close"), staff).await?)
    }

    /// Every device that was enrolled (administrators).
    ///
    /// # Errors
    /// `administrator-only`, `central-away`.
    pub async fn enrolled_devices(&self, staff: &str) -> Result<Vec<EnrolledDevice>, Problem> {
        Ok(self.read("/v1/devices/enrolled", Some(staff)).await?)
    }

    /// A code with which one device enrols (administrators).
    ///
    /// # Errors
    /// `administrator-only`, `central-away`.
    pub async fn make_enrolment_code(&self, staff: &str) -> Result<EnrolmentCode, Problem> {
        Ok(self.write(Method::POST, "/v1/devices/codes", Some(staff), Uuid::now_v7(), &()).await?)
    }

    /// Takes a device's right away for good (administrators).
    ///
    /// # Errors
    /// `unknown-device`, `administrator-only`, `central-away`.
    pub async fn revoke_device(&self, staff: &str, device: Uuid) -> Result<(), Problem> {
        Ok(self.write_nothing(&format!("/v1/devices/{device}/revoke"), staff).await?)
    }

    /// What was done and read that concerns somebody, the newest first (auditors).
    ///
    /// # Errors
    /// `auditor-only`, `central-away`.
    pub async fn audit(&self, staff: &str, wanted: &AuditWanted) -> Result<Vec<AuditRow>, Problem> {
        Ok(self.ask("/v1/audit", staff, wanted).await?)
    }

    /// The newest row of the audit (auditors).
    ///
    /// # Errors
    /// `auditor-only`, `central-away`.
    pub async fn audit_head(&self, staff: &str) -> Result<AuditHead, Problem> {
        Ok(self.read("/v1/audit/head", Some(staff)).await?)
    }
}
