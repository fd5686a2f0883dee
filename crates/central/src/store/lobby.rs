//! The hall in memory: made of the log at the start, and again after a commit that failed.

use std::sync::Arc;

use motcua_domain::branch::{BranchConfig, MOST_DAYS_AHEAD};
use motcua_domain::queue::{Fact, Hall};
use motcua_domain::time::Moment;

use super::sql::Conn;
use super::{config, event};

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// How long before its day an appointment can be made, in days, and one more.
const BOOKED_WITHIN: i64 = MOST_DAYS_AHEAD as i64 + 1;

/// The hall as the log has it up to a revision.
pub(crate) struct Lobby {
    /// All that is happening.
    pub(crate) hall: Hall,
    /// The revision of the newest fact in it.
    pub(crate) revision: u64,
}

impl Lobby {
    /// Reads the hall from the log: the day that began last, fact by fact,
    /// and the appointments made before it. None before the centre is
    /// set up.
    pub(crate) async fn load(conn: &mut Conn, now: Moment) -> sqlx::Result<Option<Self>> {
        let Some(config) = config::newest(conn).await?.map(Arc::new) else { return Ok(None) };
        let facts = event::of_the_day(conn, &config.id).await?;
        // A log begins with the beginning of a day, so before it was the day before.
        let date = facts.first().map_or(now.plus_millis(-DAY), |(_, fact)| fact.at()).business_date();
        let mut lobby = Self { hall: Hall::new(config, date), revision: 0 };
        for fact in event::booked_before(conn, &lobby.config().id, now.plus_millis(-DAY * BOOKED_WITHIN)).await? {
            lobby.hall.apply(&fact);
        }
        for (revision, fact) in &facts {
            lobby.hall.apply(fact);
            lobby.revision = *revision;
        }
        Ok(Some(lobby))
    }

    /// Takes in what other processes wrote into the log.
    pub(super) async fn catch_up(&mut self, conn: &mut Conn) -> sqlx::Result<()> {
        let branch = self.config().id.clone();
        for (revision, fact) in event::facts_after(conn, &branch, self.revision).await? {
            if matches!(fact, Fact::Config { .. })
                && let Some(config) = config::newest(conn).await?
            {
                self.hall.set_config(Arc::new(config));
            }
            self.hall.apply(&fact);
            self.revision = revision;
        }
        Ok(())
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
