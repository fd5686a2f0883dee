//! Print jobs of one printer: one after another, each of one person.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use motcua_domain::paper::Document;
use motcua_domain::wire::Problem;
use tokio::sync::watch;

use crate::paper;
use crate::printer::{Gone, HandedOver, PaperKind, PrintEnd, PrintJob, Printer};
use crate::view::{PrintState, PrintView, PrinterView};

/// Makes the document of a job; `true` marks it "IN LẠI".
pub type Composer = Arc<dyn Fn(bool) -> Document + Send + Sync>;

#[derive(Clone)]
struct Job {
    title: PaperKind,
    compose: Composer,
    end: watch::Receiver<Option<PrintView>>,
    gone: Gone,
}

/// The jobs of one printer.
pub struct PrintDesk {
    printer: Arc<dyn Printer>,
    jobs: Mutex<Jobs>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Default)]
struct Jobs {
    last: u64,
    held: HashMap<u64, Job>,
}

impl PrintDesk {
    /// A desk before this printer.
    pub fn new(printer: Arc<dyn Printer>) -> Self {
        Self { printer, jobs: Mutex::default(), turn: Arc::default() }
    }

    /// Whether this is the trial printer.
    pub fn trial(&self) -> bool {
        self.printer.trial()
    }

    /// What is known of the printer now.
    pub async fn printer(&self) -> PrinterView {
        self.printer.status().await.view(self.printer.trial())
    }

    /// Starts a job and returns its number at once; [`PrintDesk::result`] waits for its end.
    pub fn start(&self, title: PaperKind, compose: Composer) -> u64 {
        self.begin(title, compose, false)
    }

    /// Prints a job of this visit once more, marked "IN LẠI".
    ///
    /// # Errors
    /// `print-job-unknown` when the job is of no visit that goes on, `print-job-running` while the
    /// first one has not ended.
    pub fn reprint(&self, job: u64) -> Result<u64, Problem> {
        let job = self.job(job)?;
        if job.end.borrow().is_none() {
            return Err(Problem::new("print-job-running"));
        }
        Ok(self.begin(job.title, job.compose, true))
    }

    /// Waits for the end of a job.
    ///
    /// # Errors
    /// `print-job-unknown` when the job is of no visit that goes on.
    pub async fn result(&self, job: u64) -> Result<PrintView, Problem> {
        let mut end = self.job(job)?.end;
        let seen = end.wait_for(Option::is_some).await;
        match seen.as_deref() {
            Ok(Some(view)) => Ok(view.clone()),
            // The job was dropped: nobody knows what the printer did with it.
            _ => Ok(PrintView { state: PrintState::Unknown, cause: None, trial: self.printer.trial() }),
        }
    }

    /// The visit is over: what still waits for its turn is not printed, and nothing can be reprinted.
    pub fn forget(&self) {
        for (_, job) in self.jobs().held.drain() {
            job.gone.leave();
        }
    }

    fn begin(&self, title: PaperKind, compose: Composer, again: bool) -> u64 {
        let (ended, end) = watch::channel(None);
        let gone = Gone::default();
        let left = gone.clone();
        let (printer, turn, composer) = (self.printer.clone(), self.turn.clone(), compose.clone());
        tokio::spawn(async move {
            let _turn = turn.lock_owned().await;
            if left.is_gone() {
                return;
            }
            let trial = printer.trial();
            let end = match tokio::task::spawn_blocking(move || paper::render(&composer(again))).await {
                Ok(Ok(pdf)) => {
                    let handed_over = HandedOver::default();
                    printer.print(PrintJob { title, pdf, copies: 1, gone: left, handed_over }).await
                }
                failure => {
                    tracing::error!(paper = title.name(), error = ?failure.err(), "a page could not be made");
                    PrintEnd::Failed(None)
                }
            };
            let _ = ended.send(Some(end.view(trial)));
        });
        let mut jobs = self.jobs();
        jobs.last += 1;
        let number = jobs.last;
        jobs.held.insert(number, Job { title, compose, end, gone });
        number
    }

    fn job(&self, number: u64) -> Result<Job, Problem> {
        self.jobs().held.get(&number).cloned().ok_or_else(|| Problem::new("print-job-unknown"))
    }

    fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().expect("no thread panics holding this")
    }
}
