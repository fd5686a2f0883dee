//! The folder a document scanner writes into, watched.
//!
//! The folder belongs to the kiosk alone, and nothing may lie in it between two people. **Every file
//! in it that nobody asked for is deleted**: those that lie there when a paper is asked for belong to
//! somebody who has left, and those that come while none is asked for are nobody's. Keeping them
//! aside would keep personal data without a purpose (Luật 91/2025/QH15). Folders in it are left alone.

mod folder;
mod paper;

use std::path::PathBuf;
use std::sync::mpsc::{self as std_mpsc, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use motcua_domain::wire::Problem;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use folder::Folder;
pub use paper::page_picture;

/// How often the folder is looked at.
const POLL: Duration = Duration::from_millis(500);

/// Scans kept for a listener that is busy.
const KEPT: usize = 4;

/// The largest file taken, in bytes.
pub const MAX_BYTES: u64 = 15 * 1024 * 1024;

/// A paper that came from the scanner: it opens, and its file is gone from the folder.
#[derive(Clone, PartialEq, Eq)]
pub struct Scan {
    /// The paper it was asked for as, in the form's word for it.
    pub evidence: String,
    /// The file. Pictures were written anew, upright and without metadata.
    pub bytes: Vec<u8>,
    /// `application/pdf`, `image/jpeg` or `image/png`.
    pub media_type: String,
    /// How many pages, at least one.
    pub pages: u32,
    /// SHA-256 of `bytes`, in lower-case hex.
    pub sha256: String,
}

impl std::fmt::Debug for Scan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scan").field("size", &self.bytes.len()).field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// A scanner's folder that is being watched. Dropping it empties the folder and stops the watch.
#[derive(Debug)]
pub struct ScannerFolder {
    shared: Arc<Mutex<Shared>>,
    /// Never sent on: the watch ends when it is dropped.
    _stop: std_mpsc::Sender<()>,
}

#[derive(Debug)]
struct Shared {
    folder: Folder,
    listener: Option<mpsc::Sender<Result<Scan, Problem>>>,
    /// The paper asked for now.
    evidence: Option<String>,
    /// Counts the times a paper was asked for, or no longer.
    turn: u64,
}

/// Watches `folder`, which must exist and be the kiosk's alone: **see the module's words on what is
/// deleted**. Until [`ScannerFolder::arm`] it takes nothing.
pub fn watch(folder: PathBuf) -> ScannerFolder {
    let folder = Folder::new(folder);
    let shared = Arc::new(Mutex::new(Shared { folder, listener: None, evidence: None, turn: 0 }));
    let (stop, stopped) = std_mpsc::channel();
    let watched = shared.clone();
    // A thread and not a task: reading and decoding a paper takes its time.
    let started = std::thread::Builder::new().name("scanner".into()).spawn(move || {
        while stopped.recv_timeout(POLL) == Err(RecvTimeoutError::Timeout) {
            poll(&watched);
        }
        lock(&watched).folder.empty();
    });
    if let Err(error) = started {
        tracing::error!(%error, "the scanner's folder cannot be watched");
    }
    ScannerFolder { shared, _stop: stop }
}

impl ScannerFolder {
    /// What is scanned from now on, or why it was refused: `scan-wrong-type`, `scan-too-large`,
    /// `scan-unreadable`, `scan-locked`. One listener hears the scanner: a new one takes the place of
    /// the one before, which ends.
    pub fn scans(&self) -> mpsc::Receiver<Result<Scan, Problem>> {
        let (sender, scans) = mpsc::channel(KEPT);
        lock(&self.shared).listener = Some(sender);
        scans
    }

    /// Whether the folder can be read now.
    pub fn present(&self) -> bool {
        lock(&self.shared).folder.present()
    }

    /// Asks for a paper: every file that comes from now on is delivered as `evidence`, the form's word
    /// for it. What lay in the folder is deleted. Asking again for the same paper changes nothing.
    pub async fn arm(&self, evidence: &str) {
        self.turn(Some(evidence.to_owned())).await;
    }

    /// Asks for no paper any more and deletes what lies in the folder. A paper that was still being
    /// read is not delivered.
    pub async fn disarm(&self) {
        self.turn(None).await;
    }

    async fn turn(&self, evidence: Option<String>) {
        let shared = self.shared.clone();
        let turned = tokio::task::spawn_blocking(move || {
            let mut shared = lock(&shared);
            if evidence.is_none() || shared.evidence != evidence {
                shared.evidence = evidence;
                shared.turn += 1;
                shared.folder.empty();
            }
        });
        if turned.await.is_err() {
            tracing::error!("the scanner's folder could not be emptied");
        }
    }
}

/// One look at the folder.
fn poll(shared: &Mutex<Shared>) {
    let mut now = lock(shared);
    let Some(evidence) = now.evidence.clone() else { return now.folder.empty() };
    // With nobody to take it, a paper waits in the folder until it is asked for or deleted.
    if now.listener.as_ref().is_none_or(|listener| listener.capacity() == 0) {
        return;
    }
    let turn = now.turn;
    let Some(taken) = now.folder.take() else { return };
    drop(now);

    // Decoding takes its time, so nobody waits for it; the turn may have changed meanwhile.
    let scan = taken.and_then(paper::open).map(|opened| Scan {
        evidence,
        media_type: opened.kind.media_type().to_owned(),
        pages: opened.pages,
        sha256: Sha256::digest(&opened.bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: opened.bytes,
    });
    let now = lock(shared);
    if now.turn == turn
        && let Some(listener) = &now.listener
        && listener.try_send(scan).is_err()
    {
        tracing::warn!("nobody took what was scanned");
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
