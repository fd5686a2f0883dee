use motcua_domain::branch::BranchConfig;
use motcua_domain::wire::Problem;

use super::StaffDesk;
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
}
