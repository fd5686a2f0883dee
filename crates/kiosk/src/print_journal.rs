//! The journal of prints, in the machine's store: queued → sent → printed, failed or unknown.
//!
//! It is what a restart knows of the papers that were on their way. A journal that cannot be written is
//! reported to the program's log and holds up no paper.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::time::Moment;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::clock::Clock;
use crate::printer::{HandedOver, PaperKind, PrintEnd};
use crate::store::{PrintRow, Store, StoreError};

/// How long a row is kept, in milliseconds: 30 days.
const KEPT: i64 = 30 * DAY;
/// How long staff are told of prints that were cut off, in milliseconds: 4 hours after the start that found
/// them. By then somebody has looked into the tray.
const TOLD: i64 = 4 * 60 * 60 * 1000;
const DAY: i64 = 24 * 60 * 60 * 1000;
/// The longest a paper waits for its row. A commit takes a few milliseconds.
const LONGEST: Duration = Duration::from_millis(250);

/// The journal. Rows are written one after another, each in the order of what happened.
pub struct PrintJournal {
    store: Store,
    clock: Arc<dyn Clock>,
    write: mpsc::UnboundedSender<Write>,
}

/// A row to write, and whom to tell when it is on the disk.
type Write = (PrintRow, Option<oneshot::Sender<()>>);

impl PrintJournal {
    /// Opens the journal of a machine: prints of an earlier run that never ended are unknown, and rows that are
    /// old are deleted, beside what the program does at its start.
    pub fn open(store: Store, clock: Arc<dyn Clock>) -> Arc<Self> {
        let (write, rows) = mpsc::unbounded_channel();
        tokio::spawn(keep(store.clone(), clock.clone(), rows));
        Arc::new(Self { store, clock, write })
    }

    /// How many prints were cut off that staff are to be told of.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cut_off(&self) -> Result<u32, StoreError> {
        self.store.cut_off_prints(self.clock.now().plus_millis(-TOLD)).await
    }

    /// Writes down that a paper waits for its turn. It is on the disk when this returns, or could not be written.
    pub(crate) async fn queue(self: &Arc<Self>, paper: PaperKind, reprint: bool) -> Entry {
        let row =
            PrintRow { id: Uuid::now_v7(), paper, reprint, queued_at: self.clock.now(), sent_at: None, end: None };
        let (written, on_disk) = oneshot::channel();
        let entry = Entry { journal: self.clone(), row };
        entry.write(Some(written));
        if tokio::time::timeout(LONGEST, on_disk).await.is_err() {
            tracing::warn!("the journal of prints is slow, and the paper goes on without it");
        }
        entry
    }
}

/// A paper of the journal.
pub(crate) struct Entry {
    journal: Arc<PrintJournal>,
    row: PrintRow,
}

impl Entry {
    /// Waits for the end of a print, and writes down when it is handed over to the device. The paper waits for
    /// neither.
    pub(crate) async fn follow(&mut self, handed_over: &HandedOver, end: impl Future<Output = PrintEnd>) -> PrintEnd {
        let mut watched = handed_over.watch();
        let handed = async { watched.wait_for(|handed| *handed).await.is_ok() };
        let mut end = std::pin::pin!(end);
        tokio::select! {
            biased;
            end = &mut end => return end,
            true = handed => {
                self.row.sent_at = Some(self.journal.clock.now());
                self.write(None);
            }
        }
        end.await
    }

    /// Writes down how it ended.
    pub(crate) fn ended(mut self, end: PrintEnd) {
        self.row.end = Some((self.journal.clock.now(), end));
        self.write(None);
    }

    fn write(&self, written: Option<oneshot::Sender<()>>) {
        // The writer lives as long as a journal does.
        let _ = self.journal.write.send((self.row.clone(), written));
    }
}

/// Writes what happens, and once a day deletes what is old.
async fn keep(store: Store, clock: Arc<dyn Clock>, mut rows: mpsc::UnboundedReceiver<Write>) {
    match store.end_cut_off_prints(clock.now()).await {
        Ok(0) => {}
        Ok(count) => tracing::warn!(count, "prints were cut off: nobody knows whether they came out"),
        Err(error) => tracing::error!(%error, "the prints of the last run cannot be looked through"),
    }
    let mut swept: Option<Moment> = None;
    let mut waiting = Vec::new();
    loop {
        if swept.is_none_or(|at| clock.now().millis() - at.millis() >= DAY) {
            swept = Some(clock.now());
            if let Err(error) = store.forget_prints(clock.now().plus_millis(-KEPT)).await {
                tracing::error!(%error, "old prints cannot be deleted from the journal");
            }
        }
        if rows.recv_many(&mut waiting, 64).await == 0 {
            return;
        }
        let (written, told): (Vec<_>, Vec<_>) = waiting.drain(..).unzip();
        if let Err(error) = store.write_prints(&written).await {
            tracing::error!(%error, "the journal of prints cannot be written");
        }
        for told in told.into_iter().flatten() {
            // Who waited may have gone on.
            let _ = told.send(());
        }
    }
}
