//! The trial printer: PDF files in a folder.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;

use super::{Cause, PaperKind, PrintEnd, PrintJob, Printer, PrinterStatus};

/// Writes `000001-ticket.pdf` and so on into a folder. A number is never used twice, and no name
/// tells of a person. A file is whole and on the disk before the job counts as printed.
pub struct TrialPrinter {
    folder: PathBuf,
    /// Held while a file is named and written.
    turn: std::sync::Arc<Mutex<()>>,
}

impl TrialPrinter {
    /// A trial printer of a folder, which is made at the first print when it is missing.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), turn: std::sync::Arc::default() }
    }
}

#[async_trait]
impl Printer for TrialPrinter {
    fn trial(&self) -> bool {
        true
    }

    async fn status(&self) -> PrinterStatus {
        let folder = self.folder.clone();
        // Asking makes no folder: who only asks may be another account than who prints.
        let usable = tokio::task::spawn_blocking(move || nearest(&folder).is_some_and(writable)).await;
        if usable.unwrap_or(false) { PrinterStatus::READY } else { PrinterStatus::not_ready(Cause::Offline) }
    }

    fn described(&self) -> String {
        format!("PDF, {}", self.folder.display())
    }

    /// A file is whole or is not there.
    async fn take_back(&self) {}

    async fn print(&self, job: PrintJob) -> PrintEnd {
        if job.gone.is_gone() {
            return PrintEnd::Failed(None);
        }
        job.handed_over.mark();
        let (folder, turn) = (self.folder.clone(), self.turn.clone());
        let written = tokio::task::spawn_blocking(move || {
            let _turn = turn.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            (0..job.copies.max(1)).try_for_each(|_| write(&folder, job.title, &job.pdf))
        });
        match written.await {
            Ok(Ok(())) => PrintEnd::Printed,
            Ok(Err(error)) => {
                tracing::warn!(kind = %error.kind(), "the trial printer's folder cannot be written");
                PrintEnd::Failed(Some(Cause::Offline))
            }
            Err(_) => PrintEnd::Failed(None),
        }
    }
}

/// The folder, or of its parents the nearest that is there.
fn nearest(folder: &Path) -> Option<&Path> {
    let there = folder.ancestors().find(|path| path.as_os_str().is_empty() || path.exists())?;
    Some(if there.as_os_str().is_empty() { Path::new(".") } else { there })
}

/// Whether something can be made in the folder. Several may ask at once, each with a file of its own.
fn writable(folder: &Path) -> bool {
    static ASKED: AtomicU64 = AtomicU64::new(0);
    let count = ASKED.fetch_add(1, Ordering::Relaxed);
    let probe = folder.join(format!(".probe-{}-{count}", std::process::id()));
    let made = File::create_new(&probe).is_ok();
    made && fs::remove_file(&probe).is_ok()
}

/// One file: written beside its name, put on the disk, then given its name.
fn write(folder: &Path, kind: PaperKind, pdf: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let name = format!("{:06}-{}.pdf", last_number(folder)? + 1, kind.name());
    let unfinished = folder.join(".unfinished");
    let mut file = File::create(&unfinished)?;
    file.write_all(pdf)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(name))?;
    File::open(folder)?.sync_all()
}

/// The highest number any file of the folder begins with.
fn last_number(folder: &Path) -> io::Result<u64> {
    let mut last = 0;
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let number = name.to_str().and_then(|n| n.split_once('-')).and_then(|(n, _)| n.parse().ok());
        last = last.max(number.unwrap_or(0));
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn several_who_ask_at_once_all_hear_that_it_is_ready() {
        let folder = tempfile::tempdir().expect("a folder");
        let printer = std::sync::Arc::new(TrialPrinter::new(folder.path()));
        let ask = |_| {
            let printer = printer.clone();
            tokio::spawn(async move { printer.status().await })
        };
        let asked: Vec<_> = (0..200).map(ask).collect();
        for status in asked {
            assert_eq!(status.await.expect("no panic"), PrinterStatus::READY);
        }
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing of it stays");
    }

    #[tokio::test]
    async fn asking_makes_no_folder_and_finds_one_that_cannot_be_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let printer = TrialPrinter::new(folder.path().join("data/papers"));
        assert_eq!(printer.status().await, PrinterStatus::READY);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);

        fs::write(folder.path().join("data"), "a file in its way").expect("written");
        assert_eq!(printer.status().await, PrinterStatus::not_ready(Cause::Offline));
    }
}
