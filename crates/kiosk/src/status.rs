//! Tells the central system how this machine is, so that staff hear of a printer without paper, a mute
//! loudspeaker, or a machine that says nothing any more.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::wire::{DeviceFace, DevicePrinter, DeviceStatus, PrintFailed};
use tokio::sync::watch;
use tokio::time::Instant;

use crate::catalogue::Catalogue;
use crate::central::CentralClient;
use crate::link::Link;
use crate::paper_events::PaperEvents;
use crate::print_journal::PrintJournal;
use crate::printer::Printer;
use crate::store::{Store, StoreError};

/// When it looks, and when it speaks.
#[derive(Clone, Copy, Debug)]
pub struct Rhythm {
    /// How often it looks whether something is another way.
    pub look: Duration,
    /// How often it speaks though nothing is.
    pub speak: Duration,
}

impl Default for Rhythm {
    fn default() -> Self {
        Self { look: Duration::from_secs(3), speak: Duration::from_secs(15) }
    }
}

/// What tells how a machine is.
pub struct StatusReporter {
    /// The central API.
    pub central: Arc<CentralClient>,
    /// The link to it.
    pub link: Arc<Link>,
    /// The machine's store.
    pub store: Store,
    /// The procedures it knows, with their forms.
    pub catalogue: Arc<Catalogue>,
    /// The faces it shows.
    pub faces: Vec<DeviceFace>,
    /// Its printer; none where it prints nothing.
    pub printer: Option<Arc<dyn Printer>>,
    /// The journal of its prints; none where it prints nothing.
    pub journal: Option<Arc<PrintJournal>>,
    /// What became of its papers; none where nobody is told of them.
    pub papers: Option<Arc<PaperEvents>>,
    /// Whether calls are to be heard here and are not; none where this machine does not speak.
    pub mute: Option<watch::Receiver<bool>>,
    /// When it looks, and when it speaks.
    pub rhythm: Rhythm,
}

impl StatusReporter {
    /// Tells at once what has changed, and again and again what has not, for as long as the program
    /// runs. While the central system is away nothing is kept to be told later: it would be old.
    pub async fn run(mut self) {
        let mut link = self.link.watch();
        let mut failed = self.papers.as_ref().map(|papers| papers.failed());
        let mut out = false;
        let mut told: Option<(DeviceStatus, Instant)> = None;
        loop {
            // An error here means that the link is gone, and the program with it.
            if link.wait_for(|known| known.live).await.is_err() {
                return;
            }
            match self.status(&mut out).await {
                Ok(status) => {
                    let known =
                        told.as_ref().is_some_and(|(last, at)| *last == status && at.elapsed() < self.rhythm.speak);
                    if !known {
                        let heard = self.central.tell_status(&status).await.is_ok();
                        told = heard.then(|| (status, Instant::now()));
                    }
                }
                Err(error) => tracing::error!(%error, "how this machine is cannot be read"),
            }
            tokio::select! {
                () = tokio::time::sleep(self.rhythm.look) => {}
                () = changed(&mut self.mute) => {}
                () = changed(&mut failed) => {}
            }
        }
    }

    /// How the machine is now. `out` holds whether its printer could not print when it was last asked.
    async fn status(&self, out: &mut bool) -> Result<DeviceStatus, StoreError> {
        let printer = match &self.printer {
            Some(printer) => Some(printer.status().await),
            None => None,
        };
        let prints_cut_off = match &self.journal {
            Some(journal) => journal.cut_off().await?,
            None => 0,
        };
        if let Some(status) = printer {
            // It could not print and can again: somebody was there.
            if std::mem::replace(out, !status.ready) && status.ready {
                self.papers.iter().for_each(|papers| papers.seen_to());
            }
        }
        let failed: Option<PrintFailed> = self.papers.as_ref().and_then(|papers| papers.failed().borrow().clone());
        Ok(DeviceStatus {
            faces: self.faces.clone(),
            printer: printer.map(|status| DevicePrinter {
                ready: status.ready,
                cause: status.cause.map(|cause| cause.name().to_owned()),
                failed: failed.clone(),
            }),
            mute: self.mute.as_ref().is_some_and(|mute| *mute.borrow()),
            unsent: self.store.unsent().await?,
            untold: self.store.untold().await?,
            prints_cut_off,
            forms_left_out: self.catalogue.forms_left_out(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }
}

/// Waits until something that is watched is another way; for ever where there is none.
async fn changed<T>(watched: &mut Option<watch::Receiver<T>>) {
    let gone = match watched {
        Some(watched) => watched.changed().await.is_err(),
        None => true,
    };
    if gone {
        std::future::pending::<()>().await;
    }
}
