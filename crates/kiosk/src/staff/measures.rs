use motcua_domain::wire::{GuideFunnels, Problem};

use super::StaffDesk;

impl StaffDesk {
    /// Where people stop in guided submissions, in the sums from a day to another, `2026-11-23` (supervisors).
    ///
    /// # Errors
    /// `measure-dates-wrong`, `supervisor-only`, `token-missing`, `central-away`.
    pub async fn guide_measures(&self, from: &str, to: &str, procedure: Option<&str>) -> Result<GuideFunnels, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.guide_measures(&token, from, to, procedure).await)
    }
}
