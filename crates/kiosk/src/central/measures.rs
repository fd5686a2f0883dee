use motcua_domain::wire::{GuideFunnels, GuideMeasures, Problem};
use reqwest::Method;
use serde::Serialize;
use uuid::Uuid;

use super::{CentralClient, Refusal};

/// Which days, and of which procedure.
#[derive(Serialize)]
struct Days<'a> {
    from: &'a str,
    to: &'a str,
    procedure: Option<&'a str>,
}

impl CentralClient {
    /// Hands over counts of the guide's pages. A batch counts once, however often it is sent.
    ///
    /// # Errors
    /// [`Refusal`]: away, or refused for good.
    pub async fn send_measures(&self, batch: Uuid, measures: &GuideMeasures) -> Result<(), Refusal> {
        self.write(Method::POST, "/v1/guide-measures", None, batch, measures).await
    }

    /// Where people stop in guided submissions, from a day to another, `2026-11-23` (supervisors).
    ///
    /// # Errors
    /// `measure-dates-wrong`, `supervisor-only`, `central-away`.
    pub async fn guide_measures(
        &self,
        staff: &str,
        from: &str,
        to: &str,
        procedure: Option<&str>,
    ) -> Result<GuideFunnels, Problem> {
        Ok(self.ask("/v1/guide-measures", staff, &Days { from, to, procedure }).await?)
    }
}
