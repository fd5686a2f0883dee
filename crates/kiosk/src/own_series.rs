//! Numbers while the central system is away: the kiosk gives them from a series of its own, writes
//! each down before it is printed, never changes one, and tells of all when it is back.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::queue::{Line, Series, TicketState};
use motcua_domain::wire::{IssueTicket, Problem, Ticket};
use uuid::Uuid;

use crate::central::{CentralClient, Refusal};
use crate::clock::Clock;
use crate::link::{Known, Link};
use crate::store::{Store, StoreError};

/// How often the series is asked for again, and what is known is written down.
const RENEW: Duration = Duration::from_secs(30 * 60);
/// How long it waits after a number could not be told of.
const PAUSE: Duration = Duration::from_secs(2);
/// How long numbers that were told of are kept, in milliseconds: 40 days, longer than the central
/// system keeps the answers they are compared with.
const KEPT: i64 = 40 * 24 * 60 * 60 * 1000;

/// The kiosk's own series.
pub struct OwnNumbers {
    store: Store,
    central: Arc<CentralClient>,
    link: Arc<Link>,
    clock: Arc<dyn Clock>,
}

impl OwnNumbers {
    /// Own numbers over a store; [`OwnNumbers::run`] keeps them going.
    pub fn new(store: Store, central: Arc<CentralClient>, link: Arc<Link>, clock: Arc<dyn Clock>) -> Self {
        Self { store, central, link, clock }
    }

    /// Whether a number can be given without the central system.
    pub async fn are_there(&self) -> bool {
        self.store.own_series(self.clock.now()).await.is_ok_and(|series| series.is_some())
    }

    /// Gives the next number of the kiosk's own series, written down before it is answered.
    /// `instead_of` is the key of a request whose answer did not come.
    ///
    /// # Errors
    /// `central-away` when there is no series to give it from, `unknown-group`, `numbers-used-up`,
    /// `store`.
    pub async fn issue(&self, asked: &IssueTicket, instead_of: Option<Uuid>) -> Result<Ticket, Problem> {
        let now = self.clock.now();
        let broken = |error: StoreError| {
            tracing::error!(%error, "no number of the kiosk's own could be written down");
            Problem::new("store")
        };
        let kiosk = self.store.own_series(now).await.map_err(broken)?;
        let kiosk = kiosk.ok_or_else(|| Problem::new("central-away"))?;
        let branch = self.link.known().branch.ok_or_else(|| Problem::new("central-away"))?;
        let group = branch.groups.iter().find(|group| group.id == asked.group);
        let group = group.ok_or_else(|| Problem::new("unknown-group"))?;
        let series = group.prefix.chars().next().and_then(|letter| Series::new(letter).ok());
        let series = series.ok_or_else(|| Problem::new("unknown-group"))?;
        let service = match (&asked.service, group.services.as_slice()) {
            (Some(service), _) => service.clone(),
            (None, [only]) => only.id.clone(),
            (None, _) => return Err(Problem::new("service-needed")),
        };
        let printed = self.store.issue_own(kiosk, series, asked, instead_of, now).await.map_err(broken)?;
        let printed = printed.ok_or_else(|| Problem::new("numbers-used-up"))?;
        Ok(Ticket {
            id: printed.id,
            label: printed.label.to_string(),
            group: asked.group.clone(),
            line: Line::Service(service.as_str().into()),
            service,
            priority: asked.priority.clone(),
            state: TicketState::Waiting,
            issued_at: now,
            counter: None,
            called_at: None,
            started_at: None,
            why: None,
            since: now,
            no_shows: 0,
            reprints: 0,
            rated: false,
            ahead: 0,
            wait: None,
        })
    }

    /// Keeps the series and tells of what was printed, for as long as the program runs.
    pub async fn run(&self) {
        match self.store.known_centre().await {
            Ok(branch) => self.link.begin_with(branch),
            Err(error) => tracing::warn!(%error, "the centre as it was last known could not be read"),
        }
        let mut known = self.link.watch();
        loop {
            // An error here means that the link is gone, and the program with it.
            let Ok(Known { branch, .. }) = known.wait_for(|known| known.live).await.map(|known| known.clone()) else {
                return;
            };
            if let Err(error) = self.keep(branch).await {
                tracing::warn!(%error, "the kiosk's own series could not be kept");
            }
            if self.tell_all().await {
                // Numbers are only printed while the link is away: look again when it was.
                let away = known.wait_for(|known| !known.live);
                let _ = tokio::time::timeout(RENEW, away).await;
            } else {
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    /// Writes down what is needed to give numbers without the network.
    async fn keep(&self, branch: Option<motcua_domain::wire::Branch>) -> Result<(), StoreError> {
        if let Some(branch) = branch {
            self.store.keep_centre(&branch).await?;
        }
        match self.central.own_series().await {
            Ok(series) => self.store.keep_own_series(series).await?,
            Err(problem) => tracing::warn!(code = problem.code, "no series of the kiosk's own was given"),
        }
        self.store.forget_told_tickets(self.clock.now().plus_millis(-KEPT)).await
    }

    /// Tells of every number the central system does not know yet; whether all were told.
    async fn tell_all(&self) -> bool {
        loop {
            let untold = match self.store.untold_tickets().await {
                Ok(untold) => untold,
                Err(error) => {
                    tracing::error!(%error, "numbers of the kiosk's own could not be read");
                    return false;
                }
            };
            if untold.is_empty() {
                return true;
            }
            for ticket in untold {
                let problem = match self.central.tell_printed(&ticket).await {
                    Ok(_) => None,
                    Err(Refusal::Never(problem)) if problem.code != "central-not-understood" => {
                        tracing::error!(id = %ticket.id, code = problem.code, "a printed number was refused");
                        Some(problem.code)
                    }
                    Err(_) => return false,
                };
                if let Err(error) = self.store.ticket_told(ticket.id, problem.as_deref(), self.clock.now()).await {
                    tracing::error!(%error, "that a number was told of could not be written down");
                    return false;
                }
            }
        }
    }
}
