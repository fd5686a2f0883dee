//! Print jobs of one printer: one after another, each of one person.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use motcua_domain::paper::Document;
use motcua_domain::wire::Problem;
use tokio::sync::watch;
use tokio::time::Instant;

use crate::paper;
use crate::print_journal::{Entry, PrintJournal};
use crate::printer::{Gone, HandedOver, PaperKind, PrintEnd, PrintJob, Printer, PrinterStatus};
use crate::view::{PrintState, PrintView, PrinterView};

/// Makes the document of a job; `true` marks it "IN LẠI".
pub type Composer = Arc<dyn Fn(bool) -> Document + Send + Sync>;

#[derive(Clone)]
struct Job {
    title: PaperKind,
    compose: Composer,
    end: watch::Receiver<Option<PrintView>>,
    gone: Gone,
    handed_over: HandedOver,
}

/// How a job stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintStage {
    /// It waits for its turn, or for the device to be asked.
    Queued,
    /// The device has it: paper may come out.
    Sent,
    /// It ended.
    Ended(PrintView),
}

/// How long who asks after the printer waits for a device that is slow to answer, as one is while it prints.
const GLANCE: Duration = Duration::from_millis(250);
/// How old what is known of a printer may be that is slow to answer.
const KNOWN: Duration = Duration::from_secs(60);

/// The jobs of one printer.
pub struct PrintDesk {
    printer: Arc<dyn Printer>,
    journal: Option<Arc<PrintJournal>>,
    jobs: Mutex<Jobs>,
    turn: Arc<tokio::sync::Mutex<()>>,
    /// What the device last said of itself, and when.
    known: Arc<watch::Sender<Option<(Instant, PrinterStatus)>>>,
    /// Held while the device is asked.
    asking: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Default)]
struct Jobs {
    last: u64,
    held: HashMap<u64, Job>,
}

impl PrintDesk {
    /// A desk before this printer.
    pub fn new(printer: Arc<dyn Printer>) -> Self {
        let known = Arc::new(watch::Sender::new(None));
        Self { printer, journal: None, jobs: Mutex::default(), turn: Arc::default(), known, asking: Arc::default() }
    }

    /// Writes down in a journal how each job stands.
    #[must_use]
    pub fn with_journal(mut self, journal: Arc<PrintJournal>) -> Self {
        self.journal = Some(journal);
        self
    }

    /// Whether this is the trial printer.
    pub fn trial(&self) -> bool {
        self.printer.trial()
    }

    /// What is known of the printer now. Of a device that is slow to answer it is what it said last, up to a
    /// minute ago: no page and no call waits for it.
    pub async fn printer(&self) -> PrinterView {
        let asked = Instant::now();
        let mut known = self.known.subscribe();
        if let Ok(turn) = self.asking.clone().try_lock_owned() {
            let (printer, told) = (self.printer.clone(), self.known.clone());
            tokio::spawn(async move {
                let status = printer.status().await;
                told.send_replace(Some((Instant::now(), status)));
                drop(turn);
            });
        }
        let fresh = tokio::time::timeout(GLANCE, known.wait_for(|said| said.is_some_and(|(at, _)| at >= asked)));
        let said = fresh.await.ok().and_then(|said| said.ok().and_then(|said| *said)).or_else(|| *self.known.borrow());
        let status = match said.filter(|(at, _)| at.elapsed() < KNOWN) {
            Some((_, status)) => status,
            None => self.printer.status().await,
        };
        status.view(self.printer.trial())
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

    /// How a job stands now.
    ///
    /// # Errors
    /// `print-job-unknown` when the job is of no visit that goes on.
    pub fn stage(&self, job: u64) -> Result<PrintStage, Problem> {
        let job = self.job(job)?;
        let ended = job.end.borrow().clone();
        Ok(match ended {
            Some(view) => PrintStage::Ended(view),
            None if *job.handed_over.watch().borrow() => PrintStage::Sent,
            None => PrintStage::Queued,
        })
    }

    /// The visit is over: what still waits for its turn is not printed, and nothing can be reprinted.
    pub fn forget(&self) {
        for (_, job) in self.jobs().held.drain() {
            job.gone.leave();
        }
    }

    fn begin(&self, title: PaperKind, compose: Composer, again: bool) -> u64 {
        let (ended, end) = watch::channel(None);
        let (gone, handed_over) = (Gone::default(), HandedOver::default());
        let run = Run {
            printer: self.printer.clone(),
            journal: self.journal.clone(),
            title,
            compose: compose.clone(),
            again,
            gone: gone.clone(),
            handed_over: handed_over.clone(),
        };
        let turn = self.turn.clone();
        tokio::spawn(async move {
            let turn = turn.lock_owned().await;
            if run.gone.is_gone() {
                return;
            }
            let trial = run.printer.trial();
            let (end, entry) = run.print().await;
            let _ = ended.send(Some(end.view(trial)));
            drop(turn);
            if let Some(entry) = entry {
                entry.ended(end);
            }
        });
        let mut jobs = self.jobs();
        jobs.last += 1;
        let number = jobs.last;
        jobs.held.insert(number, Job { title, compose, end, gone, handed_over });
        number
    }

    fn job(&self, number: u64) -> Result<Job, Problem> {
        self.jobs().held.get(&number).cloned().ok_or_else(|| Problem::new("print-job-unknown"))
    }

    fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().expect("no thread panics holding this")
    }
}

/// A job that has its turn.
struct Run {
    printer: Arc<dyn Printer>,
    journal: Option<Arc<PrintJournal>>,
    title: PaperKind,
    compose: Composer,
    again: bool,
    gone: Gone,
    handed_over: HandedOver,
}

impl Run {
    /// Makes the page while its row is written down, and prints it: its end, and its place in the journal.
    async fn print(self) -> (PrintEnd, Option<Entry>) {
        let Self { printer, journal, title, compose, again, gone, handed_over } = self;
        let page = tokio::task::spawn_blocking(move || paper::render(&compose(again)));
        let queued = async {
            match &journal {
                Some(journal) => Some(journal.queue(title, again).await),
                None => None,
            }
        };
        let (page, mut entry) = tokio::join!(page, queued);
        let end = match page {
            Ok(Ok(pdf)) => {
                let job = PrintJob { title, pdf, copies: 1, gone, handed_over: handed_over.clone() };
                let end = printer.print(job);
                match &mut entry {
                    Some(entry) => entry.follow(&handed_over, end).await,
                    None => end.await,
                }
            }
            failure => {
                tracing::error!(paper = title.name(), error = ?failure.err(), "a page could not be made");
                PrintEnd::Failed(None)
            }
        };
        (end, entry)
    }
}
