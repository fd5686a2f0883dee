//! How machines are, and calls for help.

use motcua_domain::queue::HelpCall;
use motcua_domain::wire::{DeviceInfo, DeviceStatus, Problem};
use reqwest::Method;
use uuid::Uuid;

use super::CentralClient;

impl CentralClient {
    /// Says how this machine is.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn tell_status(&self, status: &DeviceStatus) -> Result<(), Problem> {
        Ok(self.write(Method::POST, "/v1/devices/status", None, Uuid::now_v7(), status).await?)
    }

    /// The open call for help of this machine.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn own_help(&self) -> Result<Option<HelpCall>, Problem> {
        Ok(self.read("/v1/devices/help", None).await?)
    }

    /// Calls an officer to this machine. A call that is open stays the one.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn ask_help(&self) -> Result<HelpCall, Problem> {
        Ok(self.write(Method::POST, "/v1/devices/help", None, Uuid::now_v7(), &()).await?)
    }

    /// Nobody has to come to this machine any more.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn end_help(&self) -> Result<(), Problem> {
        Ok(self.write(Method::DELETE, "/v1/devices/help", None, Uuid::now_v7(), &()).await?)
    }

    /// The machines of the centre, with an officer's token.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn devices(&self, staff: &str) -> Result<Vec<DeviceInfo>, Problem> {
        Ok(self.read("/v1/devices", Some(staff)).await?)
    }

    /// The officer goes to a machine whose call is open.
    ///
    /// # Errors
    /// `no-help-call`, `help-answered`, `central-away`, or what the API refuses with.
    pub async fn answer_help(&self, staff: &str, device: Uuid) -> Result<HelpCall, Problem> {
        let path = format!("/v1/devices/{device}/help/answered");
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), &()).await?)
    }
}
