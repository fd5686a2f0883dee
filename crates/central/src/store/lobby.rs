//! The hall in memory: made of the log at the start, and again after a commit that failed.

use std::sync::Arc;

use motcua_domain::branch::BranchConfig;
use motcua_domain::queue::{Fact, Hall};
use motcua_domain::time::Moment;
use sqlx::SqliteConnection;

use super::{config, event};

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// The hall as the log has it up to a revision.
pub(crate) struct Lobby {
    /// All that is happening.
    pub(crate) hall: Hall,
    /// The revision of the newest fact in it.
    pub(crate) revision: u64,
}

impl Lobby {
    /// Reads the hall from the log: the day that began last, fact by fact. None before the centre is
    /// set up.
    pub(crate) async fn load(conn: &mut SqliteConnection, now: Moment) -> sqlx::Result<Option<Self>> {
        let Some(config) = config::newest(conn).await?.map(Arc::new) else { return Ok(None) };
        let facts = event::of_the_day(conn, &config.id).await?;
        // A log begins with the beginning of a day, so before it was the day before.
        let date = facts.first().map_or(now.plus_millis(-DAY), |(_, fact)| fact.at()).business_date();
        let mut lobby = Self { hall: Hall::new(config, date), revision: 0 };
        for (revision, fact) in &facts {
            lobby.hall.apply(fact);
            lobby.revision = *revision;
        }
        Ok(Some(lobby))
    }

    /// How the centre is set up.
    pub(crate) fn config(&self) -> &BranchConfig {
        self.hall.config()
    }

    /// Takes in a fact; answers with its revision.
    pub(super) fn take(&mut self, fact: &Fact) -> u64 {
        self.hall.apply(fact);
        self.revision += 1;
        self.revision
    }
}
