use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_domain::branch::{BranchConfig, PictureId};
use motcua_domain::wire::{ConfigVersion, Problem, StoredPicture};

use super::StaffDesk;
use crate::pictures::data_url;
use crate::view::ConfigView;

impl StaffDesk {
    /// How the centre is set up.
    ///
    /// # Errors
    /// `supervisor-only`, `token-missing`, `central-away`.
    pub async fn config(&self) -> Result<ConfigView, Problem> {
        let token = self.token()?;
        let (config, version) = self.ended_when_refused(self.central.config(&token).await)?;
        Ok(ConfigView { config, version })
    }

    /// Sets the centre up anew, from the version that was changed.
    ///
    /// # Errors
    /// `branch-changed` when somebody else did meanwhile, what is wrong with it, `supervisor-only`,
    /// `central-away`.
    pub async fn set_config(&self, config: BranchConfig, version: u32) -> Result<ConfigView, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.set_config(&token, &config, version).await)?;
        self.link.refresh().await;
        self.config().await
    }

    /// Who changed the settings, when, and what; the newest first.
    ///
    /// # Errors
    /// `supervisor-only`, `token-missing`, `central-away`.
    pub async fn config_versions(&self) -> Result<Vec<ConfigVersion>, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.config_versions(&token).await)
    }

    /// Hands in a picture for notices, given in base64 (RFC 4648, 4).
    ///
    /// # Errors
    /// `picture-kind-refused`, `picture-unreadable`, `picture-too-large`, `body-too-large`,
    /// `supervisor-only`, `token-missing`, `central-away`.
    pub async fn add_picture(&self, file: &str) -> Result<StoredPicture, Problem> {
        let token = self.token()?;
        let bytes = STANDARD.decode(file).map_err(|_| Problem::new("picture-unreadable"))?;
        self.ended_when_refused(self.central.add_picture(&token, bytes).await)
    }

    /// A picture that the settings in force name, as a `data:` URL.
    ///
    /// # Errors
    /// `unknown-picture`, `central-away`.
    pub async fn picture(&self, id: &PictureId) -> Result<String, Problem> {
        Ok(data_url(&self.central.picture(id).await?))
    }
}
