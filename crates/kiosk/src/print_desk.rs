//! Print jobs of one printer: one after another, each of one person.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use motcua_domain::paper::Document;
use motcua_domain::wire::Problem;
use tokio::sync::watch;
use tokio::time::Instant;
use uuid::Uuid;

use crate::paper;
use crate::paper_events::{Paper, PaperEvents};
use crate::print_journal::{Entry, PrintJournal};
use crate::printer::{Gone, HandedOver, PaperKind, PrintEnd, PrintJob, Printer, PrinterStatus};
use crate::view::{PrintState, PrintView, PrinterView};

/// Makes the document of a job; `true` marks it "IN LẠI".
pub type Composer = Arc<dyn Fn(bool) -> Document + Send + Sync>;

#[derive(Clone)]
struct Job {
    title: PaperKind,
    /// The ticket, appointment or submission it is of.
    of: Option<Uuid>,
    /// The job its paper was printed by first.
    first: u64,
    /// Which copy after the first it is; 0 is the first.
    copy: u32,
    /// Whether its person says that it came out.
    said_printed: bool,
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
    events: Option<Arc<PaperEvents>>,
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
        let (turn, asking) = (Arc::default(), Arc::default());
        Self { printer, journal: None, events: None, jobs: Mutex::default(), turn, known, asking }
    }

    /// Writes down in a journal how each job stands.
    #[must_use]
    pub fn with_journal(self, journal: Arc<PrintJournal>) -> Self {
        Self { journal: Some(journal), ..self }
    }

    /// Tells what becomes of its papers.
    #[must_use]
    pub fn telling(self, events: Arc<PaperEvents>) -> Self {
        Self { events: Some(events), ..self }
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
        self.begin((title, None, compose), None, None)
    }

    /// As [`PrintDesk::start`], for the paper of a ticket, an appointment or a submission: its reprints are
    /// counted with it.
    pub fn start_of(&self, of: Uuid, title: PaperKind, compose: Composer) -> u64 {
        self.begin((title, Some(of), compose), None, None)
    }

    /// Prints a job of this visit once more, marked "IN LẠI".
    ///
    /// # Errors
    /// Those of [`PrintDesk::reprint_by`].
    pub fn reprint(&self, job: u64) -> Result<u64, Problem> {
        self.reprint_by(job, None)
    }

    /// How many further copies of this visit's papers came out, or may have.
    pub fn reprinted(&self) -> usize {
        let came =
            |job: &&Job| job.copy > 0 && job.end.borrow().as_ref().is_none_or(|end| end.state != PrintState::Failed);
        self.jobs().held.values().filter(came).count()
    }

    /// The device did not say whether this paper came out, and its person says that it did. That is their
    /// word, and never becomes the device's.
    ///
    /// # Errors
    /// `print-job-unknown` when the job is of no visit that goes on, or its device did say.
    pub async fn said_printed(&self, job: u64) -> Result<(), Problem> {
        let unknown = || Problem::new("print-job-unknown");
        let paper = {
            let mut jobs = self.jobs();
            let job = jobs.held.get_mut(&job).ok_or_else(unknown)?;
            if job.end.borrow().as_ref().is_none_or(|end| end.state != PrintState::Unknown) {
                return Err(unknown());
            }
            if std::mem::replace(&mut job.said_printed, true) {
                return Ok(());
            }
            Paper { kind: job.title, of: job.of, copy: job.copy, officer: None }
        };
        if let Some(events) = &self.events {
            events.said_printed(paper).await;
        }
        Ok(())
    }

    /// As [`PrintDesk::reprint`], by the officer of an account.
    ///
    /// # Errors
    /// `print-job-unknown` when the job is of no visit that goes on, `print-job-running` while the
    /// first one has not ended.
    pub fn reprint_by(&self, job: u64, officer: Option<String>) -> Result<u64, Problem> {
        let job = self.job(job)?;
        if job.end.borrow().is_none() {
            return Err(Problem::new("print-job-running"));
        }
        Ok(self.begin((job.title, job.of, job.compose), Some(job.first), officer))
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

    /// Begins a job; with the `first` job of its paper it is the copy after the newest there is of it.
    fn begin(
        &self,
        (title, of, compose): (PaperKind, Option<Uuid>, Composer),
        first: Option<u64>,
        officer: Option<String>,
    ) -> u64 {
        let mut jobs = self.jobs();
        jobs.last += 1;
        let number = jobs.last;
        let first = first.unwrap_or(number);
        let newest = jobs.held.values().filter(|job| job.first == first).map(|job| job.copy).max();
        let copy = newest.map_or(u32::from(first != number), |newest| newest + 1);
        let (ended, end) = watch::channel(None);
        let (gone, handed_over) = (Gone::default(), HandedOver::default());
        let run = Run {
            printer: self.printer.clone(),
            journal: self.journal.clone(),
            title,
            compose: compose.clone(),
            again: copy > 0,
            gone: gone.clone(),
            handed_over: handed_over.clone(),
        };
        let (turn, events) = (self.turn.clone(), self.events.clone());
        tokio::spawn(async move {
            let turn = turn.lock_owned().await;
            if run.gone.is_gone() {
                return;
            }
            let (trial, left) = (run.printer.trial(), run.gone.clone());
            let (end, entry) = run.print().await;
            let _ = ended.send(Some(end.view(trial)));
            drop(turn);
            if let Some(entry) = entry {
                entry.ended(end);
            }
            // Who left before it was printed wanted no paper any more.
            let unwanted = left.is_gone() && end == PrintEnd::Failed(None);
            if let Some(events) = events.filter(|_| !unwanted) {
                events.ended(Paper { kind: title, of, copy, officer }, end).await;
            }
        });
        jobs.held.insert(number, Job { title, of, first, copy, said_printed: false, compose, end, gone, handed_over });
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
