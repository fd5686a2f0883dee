//! What happened to papers, as a device tells of it.

use motcua_domain::wire::PaperEvent;
use reqwest::Method;

use super::{CentralClient, Refusal};

impl CentralClient {
    /// Tells what happened to a paper. The same is never taken in twice.
    ///
    /// # Errors
    /// [`Refusal`]: away, or refused for good.
    pub async fn tell_paper_event(&self, event: &PaperEvent) -> Result<(), Refusal> {
        self.write(Method::POST, "/v1/papers/events", None, event.id, event).await
    }
}
