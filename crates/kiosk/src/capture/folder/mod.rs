//! The folder a document scanner writes into, watched.
//!
//! The folder belongs to the kiosk alone, and nothing may lie in it between two people. **Every file
//! in it that nobody asked for is deleted**: those that lie there when a paper is asked for belong to
//! somebody who has left, and those that come while none is asked for are nobody's. Keeping them
//! aside would keep personal data without a purpose (Luật 91/2025/QH15). Folders in it are left alone.

mod files;

use std::path::PathBuf;
use std::sync::mpsc::{self as std_mpsc, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use motcua_domain::wire::Problem;
use tokio::sync::mpsc;

use super::Wanted;
use files::Folder;

/// How often the folder is looked at.
const POLL: Duration = Duration::from_millis(500);

/// Files kept for a listener that is busy.
const KEPT: usize = 4;

/// A file that came, and what it was wanted for. It is gone from the folder.
pub struct Arrival {
    /// What was wanted when it came.
    pub wanted: Wanted,
    /// The file, or why it was refused: `scan-wrong-type`, `scan-too-large`, `scan-unreadable`.
    pub file: Result<Vec<u8>, Problem>,
}

/// A scanner's folder that is being watched. Dropping it empties the folder and stops the watch.
#[derive(Debug)]
pub struct WatchedFolder {
    shared: Arc<Mutex<Shared>>,
    /// Never sent on: the watch ends when it is dropped.
    _stop: std_mpsc::Sender<()>,
}

#[derive(Debug)]
struct Shared {
    folder: Folder,
    listener: Option<mpsc::Sender<Arrival>>,
    /// What is wanted now.
    wanted: Option<Wanted>,
}

/// Watches `folder`, which must exist and be the kiosk's alone: **see the module's words on what is
/// deleted**. Until [`WatchedFolder::arm`] it takes nothing.
pub fn watch(folder: PathBuf) -> WatchedFolder {
    let folder = Folder::new(folder);
    let shared = Arc::new(Mutex::new(Shared { folder, listener: None, wanted: None }));
    let (stop, stopped) = std_mpsc::channel();
    let watched = shared.clone();
    // A thread and not a task: reading a folder on the network takes its time.
    let started = std::thread::Builder::new().name("scanner".into()).spawn(move || {
        while stopped.recv_timeout(POLL) == Err(RecvTimeoutError::Timeout) {
            poll(&mut lock(&watched));
        }
        lock(&watched).folder.empty();
    });
    if let Err(error) = started {
        tracing::error!(%error, "the scanner's folder cannot be watched");
    }
    WatchedFolder { shared, _stop: stop }
}

impl WatchedFolder {
    /// What comes from now on. One listener hears the folder: a new one takes the place of the one
    /// before, which ends.
    pub fn arrivals(&self) -> mpsc::Receiver<Arrival> {
        let (sender, arrivals) = mpsc::channel(KEPT);
        lock(&self.shared).listener = Some(sender);
        arrivals
    }

    /// Whether the folder can be read now.
    pub fn present(&self) -> bool {
        lock(&self.shared).folder.present()
    }

    /// Asks for a paper: every file that comes from now on is delivered for it. What lay in the folder
    /// is deleted. Asking again for the same changes nothing.
    pub async fn arm(&self, wanted: Wanted) {
        self.want(Some(wanted)).await;
    }

    /// Asks for no paper any more and deletes what lies in the folder.
    pub async fn disarm(&self) {
        self.want(None).await;
    }

    async fn want(&self, wanted: Option<Wanted>) {
        let shared = self.shared.clone();
        let emptied = tokio::task::spawn_blocking(move || {
            let mut shared = lock(&shared);
            if wanted.is_none() || shared.wanted != wanted {
                shared.wanted = wanted;
                shared.folder.empty();
            }
        });
        if emptied.await.is_err() {
            tracing::error!("the scanner's folder could not be emptied");
        }
    }
}

/// One look at the folder.
fn poll(now: &mut Shared) {
    let Some(wanted) = now.wanted.clone() else { return now.folder.empty() };
    // With nobody to take it, a file waits in the folder until it is asked for or deleted.
    let Some(listener) = now.listener.as_ref().filter(|listener| listener.capacity() > 0) else { return };
    if let Some(file) = now.folder.take()
        && listener.try_send(Arrival { wanted, file }).is_err()
    {
        tracing::warn!("nobody took what was scanned");
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
