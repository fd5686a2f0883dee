//! Whether the central system answers, how fast, and what its clock says.

use std::time::Duration;

use jiff::fmt::rfc2822;
use motcua_domain::time::Moment;
use reqwest::Method;
use serde::Deserialize;
use tokio::time::Instant;

use super::CentralClient;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// What one question of the central system's health came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Health {
    /// Nobody answered.
    Away,
    /// It answered.
    Answered {
        /// How long that took.
        took: Duration,
        /// Its version; none when it said that it cannot do its work.
        version: Option<String>,
        /// Its clock when it answered, to the second; none when it did not say.
        clock: Option<Moment>,
    },
}

#[derive(Deserialize)]
struct Said {
    version: String,
}

impl CentralClient {
    /// Asks the central system how it is.
    pub async fn health(&self) -> Health {
        let started = Instant::now();
        let Ok(answer) = self.request(Method::GET, "/v1/health", None).timeout(PATIENCE).send().await else {
            return Health::Away;
        };
        let took = started.elapsed();
        let date = answer.headers().get("date").and_then(|date| date.to_str().ok());
        // HTTP's dates (RFC 9110, 5.6.7) are written as mail's are.
        let clock = date.and_then(|date| rfc2822::parse(date).ok());
        let clock = clock.map(|clock| Moment::from_millis(clock.timestamp().as_millisecond()));
        let version = match answer.status().is_success() {
            true => answer.json::<Said>().await.ok().map(|said| said.version),
            false => None,
        };
        Health::Answered { took, version, clock }
    }
}
