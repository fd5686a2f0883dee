//! The one event stream of this machine, held outside the pages so that it survives their reload.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::time::Moment;
use motcua_domain::wire::{BoardView, Branch, Change, DeviceInfo, QueueView};
use tokio::sync::watch;
use tokio::time::Instant;

use crate::central::{CentralClient, Heard};
use crate::clock::Clock;

/// The least time between two snapshots: the first change is shown at once, those right behind it
/// together.
const REST: Duration = Duration::from_millis(150);

/// What is known of the central system, and since when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Whether the stream is alive now.
    pub live: bool,
    /// When it was last heard: what is known was true then.
    pub heard_at: Option<Moment>,
    /// The centre.
    pub branch: Option<Branch>,
    /// The hall for a board.
    pub board: Option<BoardView>,
    /// The hall for a console.
    pub queue: Option<QueueView>,
    /// Counts up when something about submissions changed.
    pub submissions: u64,
    /// Counts up when something about calls for help changed, or may have.
    pub help: u64,
    /// Counts up when the catalogue changed, or may have.
    pub catalogue: u64,
    /// The machines of the centre, as far as an officer signed in here knows them.
    pub devices: Vec<DeviceInfo>,
}

/// The link to the central system.
pub struct Link {
    central: Arc<CentralClient>,
    clock: Arc<dyn Clock>,
    known: watch::Sender<Known>,
}

impl Link {
    /// A link; [`Link::run`] keeps it.
    pub fn new(central: Arc<CentralClient>, clock: Arc<dyn Clock>) -> Self {
        Self { central, clock, known: watch::Sender::new(Known::default()) }
    }

    /// Begins with the centre as it was known before the program started.
    pub fn begin_with(&self, branch: Option<Branch>) {
        self.known.send_if_modified(|known| {
            let empty = known.branch.is_none();
            if empty {
                known.branch = branch;
            }
            empty
        });
    }

    /// Remembers the machines as an officer's console was told of them.
    pub fn know_devices(&self, devices: Vec<DeviceInfo>) {
        self.known.send_if_modified(|known| {
            let other = known.devices != devices;
            known.devices = devices;
            other
        });
    }

    /// What is known now.
    pub fn known(&self) -> Known {
        self.known.borrow().clone()
    }

    /// A watch on what is known.
    pub fn watch(&self) -> watch::Receiver<Known> {
        self.known.subscribe()
    }

    /// Follows the stream for as long as the program runs: a snapshot, then every change; after a
    /// gap, a snapshot again.
    pub async fn run(&self) {
        let mut failures = 0u32;
        loop {
            if self.follow().await {
                failures = 0;
            }
            self.known.send_if_modified(|known| std::mem::replace(&mut known.live, false));
            let ceiling = 250u64 << failures.min(4);
            tokio::time::sleep(Duration::from_millis(ceiling / 2 + crate::store::random_u64() % ceiling)).await;
            failures += 1;
        }
    }

    /// Reads a snapshot now, so that the officer who acted sees what came of it at once.
    pub async fn refresh(&self) -> bool {
        let Ok((board, queue)) = tokio::try_join!(self.central.board(), self.central.queue()) else {
            return false;
        };
        // Read last, the centre is at least as new as the revision of the others.
        let Ok(branch) = self.central.branch().await else { return false };
        let now = self.clock.now();
        self.known.send_modify(|known| {
            known.heard_at = Some(now);
            // A snapshot that was overtaken on its way must not undo a newer one.
            if known.board.as_ref().is_none_or(|b| b.revision <= board.revision || !known.live) {
                known.branch = Some(branch);
            }
            if known.board.as_ref().is_none_or(|b| b.revision <= board.revision || !known.live) {
                known.board = Some(board);
            }
            if known.queue.as_ref().is_none_or(|q| q.revision <= queue.revision || !known.live) {
                known.queue = Some(queue);
            }
        });
        true
    }

    /// One life of the stream; whether it ever lived.
    async fn follow(&self) -> bool {
        if !self.refresh().await {
            return false;
        }
        let after = self.revision();
        let Some(mut stream) = self.central.events(after).await else { return false };
        self.known.send_modify(|known| {
            known.live = true;
            known.help += 1;
            known.catalogue += 1;
        });
        let mut rested = Instant::now();
        while let Some(heard) = stream.next().await {
            let Heard::Event(event) = heard else {
                self.still_true();
                continue;
            };
            if matches!(event.change, Change::Submission { .. } | Change::Reset) {
                self.known.send_modify(|known| known.submissions += 1);
            }
            // A new day ends every call for help.
            if matches!(event.change, Change::Help { .. } | Change::Centre | Change::Reset) {
                self.known.send_modify(|known| known.help += 1);
            }
            if matches!(event.change, Change::Catalogue | Change::Reset) {
                self.known.send_modify(|known| known.catalogue += 1);
            }
            let known_already = event.revision <= self.revision() && event.change != Change::Reset;
            if known_already {
                self.still_true();
                continue;
            }
            // One snapshot answers for all that happens in a moment of many events.
            tokio::time::sleep_until(rested).await;
            if !self.refresh().await {
                break;
            }
            rested = Instant::now() + REST;
        }
        true
    }

    /// What is known was heard to be true still.
    fn still_true(&self) {
        let now = self.clock.now();
        self.known.send_modify(|known| known.heard_at = Some(now));
    }

    fn revision(&self) -> u64 {
        let known = self.known.borrow();
        let board = known.board.as_ref().map_or(0, |b| b.revision);
        known.queue.as_ref().map_or(0, |q| q.revision).min(board)
    }
}
