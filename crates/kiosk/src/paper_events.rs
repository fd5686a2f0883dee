//! What becomes of papers after they were asked for: a print that did not come is told to staff, and a paper
//! that is printed again is counted at the central system.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::wire::{PaperDeed, PaperEvent, PrintFailed};
use tokio::sync::{Notify, watch};
use uuid::Uuid;

use crate::central::{CentralClient, Refusal};
use crate::clock::Clock;
use crate::link::Link;
use crate::printer::{Cause, PaperKind, PrintEnd};
use crate::store::Store;

/// How long it waits after something could not be told.
const PAUSE: Duration = Duration::from_secs(2);

/// What became of the papers of one printer. Telling of it never holds up a paper.
pub struct PaperEvents {
    store: Store,
    central: Arc<CentralClient>,
    link: Arc<Link>,
    clock: Arc<dyn Clock>,
    failed: watch::Sender<Option<PrintFailed>>,
    more: Notify,
}

/// A paper that was printed, for the one who counts.
pub(crate) struct Paper {
    /// Its kind.
    pub(crate) kind: PaperKind,
    /// The ticket, appointment or submission it is of.
    pub(crate) of: Option<Uuid>,
    /// Which copy after the first it is; 0 is the first.
    pub(crate) copy: u32,
    /// The account of the officer who asked for it.
    pub(crate) officer: Option<String>,
}

impl PaperEvents {
    /// Over a store; [`PaperEvents::run`] tells the central system.
    pub fn new(store: Store, central: Arc<CentralClient>, link: Arc<Link>, clock: Arc<dyn Clock>) -> Arc<Self> {
        let failed = watch::Sender::new(None);
        Arc::new(Self { store, central, link, clock, failed, more: Notify::new() })
    }

    /// The last print, when it did not surely come out.
    pub fn failed(&self) -> watch::Receiver<Option<PrintFailed>> {
        self.failed.subscribe()
    }

    /// Somebody saw to the printer: what failed before says nothing of it any more.
    pub fn seen_to(&self) {
        self.failed.send_if_modified(|failed| failed.take().is_some());
    }

    /// A print ended.
    pub(crate) async fn ended(&self, paper: Paper, end: PrintEnd) {
        let now = self.clock.now();
        let cause = |cause: Option<Cause>| cause.map(|cause| cause.name().to_owned());
        let failed = match end {
            PrintEnd::Printed => Some(None),
            PrintEnd::Failed(why) => Some(Some(PrintFailed { at: now, cause: cause(why), unknown: false })),
            // Such a printer says so of every paper: the person is asked, and nothing is the matter for staff.
            // What was the matter before is not known to be over either.
            PrintEnd::Unknown(Cause::NoWord) => None,
            PrintEnd::Unknown(why) => Some(Some(PrintFailed { at: now, cause: cause(Some(why)), unknown: true })),
        };
        if let Some(failed) = failed {
            self.failed.send_replace(failed);
        }
        if paper.copy > 0 {
            let deed = PaperDeed::Reprinted { copy: paper.copy, end: end.told() };
            self.keep(paper, deed).await;
        }
    }

    /// The device did not say whether a paper came out, and its person says that it did.
    pub(crate) async fn said_printed(&self, paper: Paper) {
        self.seen_to();
        self.keep(paper, PaperDeed::SaidPrinted).await;
    }

    async fn keep(&self, paper: Paper, deed: PaperDeed) {
        let event = PaperEvent {
            id: Uuid::now_v7(),
            paper: paper.kind.name().to_owned(),
            of: paper.of,
            deed,
            officer: paper.officer,
            at: self.clock.now(),
        };
        if let Err(error) = self.store.keep_paper_event(&event).await {
            tracing::error!(paper = event.paper, %error, "that a paper was printed again could not be kept");
        }
        self.more.notify_one();
    }

    /// Tells the central system of what happened, for as long as the program runs.
    pub async fn run(self: Arc<Self>) {
        let mut link = self.link.watch();
        loop {
            // An error here means that the link is gone, and the program with it.
            if link.wait_for(|known| known.live).await.is_err() {
                return;
            }
            if self.tell_all().await {
                self.more.notified().await;
            } else {
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    /// Tells of all that is kept; whether all was told.
    async fn tell_all(&self) -> bool {
        loop {
            let read = match self.store.untold().await {
                // A number of the kiosk's own is known there before its second paper is.
                Ok(0) => self.store.untold_paper_events().await,
                Ok(_) => return false,
                Err(error) => Err(error),
            };
            let untold = match read {
                Ok(untold) if untold.is_empty() => return true,
                Ok(untold) => untold,
                Err(error) => {
                    tracing::error!(%error, "what happened to papers could not be read");
                    return false;
                }
            };
            for event in untold {
                match self.central.tell_paper_event(&event).await {
                    Ok(()) => {}
                    // A server of an earlier version may be brought up to date.
                    Err(Refusal::Never(problem))
                        if ["no-such-route", "central-not-understood"].contains(&problem.code.as_str()) =>
                    {
                        return false;
                    }
                    Err(Refusal::Never(problem)) => {
                        tracing::error!(id = %event.id, code = problem.code, "what happened to a paper was refused");
                    }
                    Err(_) => return false,
                }
                if let Err(error) = self.store.paper_event_told(event.id).await {
                    tracing::error!(%error, "that something was told could not be written down");
                    return false;
                }
            }
        }
    }
}
