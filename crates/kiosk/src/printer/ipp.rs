//! A printer on the local network that speaks IPP (RFC 8011), or a queue of CUPS, over plain HTTP.
//!
//! Somebody may pause a queue, and what lies in it then comes out when it goes on, for whoever stands there.
//! So a paused queue is let go on by this machine only when nothing of this machine lies in it any more, a
//! bounded number of times; what others have in it is theirs. A job that is caught in a pause is cancelled.

mod ends;
mod talk;
mod tries;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep, timeout_at};

use self::ends::{Answer, Ended};
use self::talk::{Condition, Sent, Silence, Talk};
use self::tries::Tries;
use super::{Cause, Gone, PrintEnd, PrintJob, Printer, PrinterStatus};

/// An IPP printer. One job at a time: the next waits until the last has ended.
pub struct IppPrinter {
    talk: Talk,
    patience: Patience,
    /// Whose turn it is, and how often the queue was let go on.
    turn: Mutex<Tries>,
    /// Whether a job may lie in the device whose end nobody knows.
    left: AtomicBool,
}

/// How long a printer is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For an answer to a question.
    pub answer: Duration,
    /// For somebody to put paper in, close the cover and the like, once a job waits for that; and
    /// for a device that fell silent in the middle of a job.
    pub blocked: Duration,
    /// For the whole job; over ESC/POS, above what its line and its head need for it.
    pub job: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { answer: Duration::from_secs(2), blocked: Duration::from_secs(8), job: Duration::from_secs(90) }
    }
}

/// An address that no printer can have.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Not of the shape `ipp://host:port/path`.
    #[error("a printer's address begins with ipp:// or http://")]
    Scheme,
    /// The HTTP client could not be made.
    #[error("the HTTP client could not be made")]
    Client(#[source] reqwest::Error),
}

/// How often a job is asked after.
const PACE: Duration = Duration::from_millis(200);

impl IppPrinter {
    /// A printer at `ipp://host:port/path` or `http://host:port/path`, such as a CUPS queue at
    /// `ipp://localhost/printers/NAME`.
    ///
    /// # Errors
    /// When the address is neither.
    pub fn new(uri: &str) -> Result<Self, AddressError> {
        Self::with_patience(uri, Patience::default())
    }

    /// The same, waited for otherwise than by default.
    ///
    /// # Errors
    /// As [`IppPrinter::new`].
    pub fn with_patience(uri: &str, patience: Patience) -> Result<Self, AddressError> {
        Ok(Self {
            talk: Talk::new(uri, patience.answer)?,
            patience,
            turn: Mutex::default(),
            left: AtomicBool::default(),
        })
    }

    /// Knows its jobs by this mark, which is the same in every run of this machine: what an earlier run left
    /// in the device is found and taken back. Without it only this run's jobs are known.
    #[must_use]
    pub fn marked(mut self, mark: &str) -> Self {
        self.talk.mark(mark);
        self
    }

    /// Sends one job and follows it to its end.
    async fn print_once(&self, tries: &mut Tries, job: &PrintJob) -> PrintEnd {
        let mut status = self.condition().await.status;
        if is_paused(status) {
            status = self.let_go_on(tries).await;
        }
        if !status.ready {
            return PrintEnd::Failed(status.cause);
        }
        // What an earlier job left behind, because the device was silent then, prints for nobody.
        if let Err(silence) = self.clear().await {
            return PrintEnd::Failed(self.trouble().await.or(Some(silence.into())));
        }
        // Also when nobody waits for the end any more.
        self.left.store(true, Ordering::SeqCst);
        match self.send(job).await {
            Ok(id) => self.follow(id, &job.gone).await,
            Err(end) => end,
        }
    }

    /// Cancels what this machine left in the device. An error when some of it may lie there still.
    async fn clear(&self) -> Result<(), Silence> {
        let cleared = self.talk.cancel_leftovers().await;
        self.left.store(cleared.is_err(), Ordering::SeqCst);
        cleared
    }

    /// Lets a paused queue go on, once nothing of this machine lies in it. How the printer is then.
    async fn let_go_on(&self, tries: &mut Tries) -> PrinterStatus {
        if let Err(silence) = self.clear().await {
            tracing::warn!(?silence, "the paused printer may hold old jobs, so it stays paused");
            return PrinterStatus::not_ready(Cause::Paused);
        }
        if !tries.take(Instant::now()) {
            tracing::warn!("the printer is paused again and again, so it is left to staff");
            return PrinterStatus::not_ready(Cause::Paused);
        }
        match self.talk.resume().await {
            Ok(true) => tracing::info!("the printer was paused and goes on"),
            Ok(false) => tracing::warn!("the printer does not let this machine end its pause"),
            Err(silence) => tracing::warn!(?silence, "the paused printer does not go on"),
        }
        let give_up = Instant::now() + self.patience.answer;
        loop {
            let status = self.condition().await.status;
            if !is_paused(status) || Instant::now() >= give_up {
                return status;
            }
            sleep(PACE).await;
        }
    }

    /// Hands the job over, once the device is no longer busy with another.
    async fn send(&self, job: &PrintJob) -> Result<i32, PrintEnd> {
        let give_up = Instant::now() + self.patience.blocked;
        loop {
            if job.gone.is_gone() {
                self.left.store(false, Ordering::SeqCst);
                return Err(PrintEnd::Failed(None));
            }
            job.handed_over.mark();
            match self.talk.print(job.title, &job.pdf).await {
                Ok(Sent::Accepted(id)) => return Ok(id),
                Ok(Sent::Busy) if Instant::now() < give_up => sleep(PACE).await,
                Ok(Sent::Busy | Sent::Refused) => {
                    self.left.store(false, Ordering::SeqCst);
                    return Err(PrintEnd::Failed(self.trouble().await));
                }
                Err(Silence::Nobody) => {
                    self.left.store(false, Ordering::SeqCst);
                    return Err(PrintEnd::Failed(Some(Cause::Offline)));
                }
                // It may have taken the job: nobody knows.
                Err(Silence::Mute) => {
                    if self.clear().await.is_err() {
                        tracing::warn!("the printer may have taken a job in silence and keep it");
                    }
                    return Err(PrintEnd::Unknown(Cause::Mute));
                }
            }
        }
    }

    /// Asks after the job until it ended, or until it has waited too long.
    async fn follow(&self, id: i32, gone: &Gone) -> PrintEnd {
        let give_up = Instant::now() + self.patience.job;
        let mut blocked: Option<(Instant, Option<Cause>)> = None;
        loop {
            let trouble = match self.talk.job(id).await {
                Ok(answer) => {
                    let held = answer.is_held();
                    if let Some(end) = self.end(&answer).await {
                        return end;
                    }
                    // Behind what others print: it would come out for the next person.
                    if gone.is_gone() && answer.waits() {
                        return self.withdraw(id, None).await;
                    }
                    let status = self.condition().await.status;
                    match status.ready {
                        false => Some(status.cause),
                        true => held.then_some(Some(Cause::Paused)),
                    }
                }
                Err(silence) => Some(Some(silence.into())),
            };
            blocked = trouble.map(|cause| (blocked.map_or_else(Instant::now, |(since, _)| since), cause));
            let too_long = blocked.is_some_and(|(since, _)| since.elapsed() >= self.patience.blocked);
            // What comes out well may finish; what is stuck would come out for the next person.
            let abandoned = gone.is_gone() && blocked.is_some();
            if too_long || abandoned || Instant::now() >= give_up {
                return self.withdraw(id, blocked.and_then(|(_, cause)| cause)).await;
            }
            sleep(PACE).await;
        }
    }

    /// Cancels a job, so that it never prints for the next person, and says what became of it.
    async fn withdraw(&self, id: i32, cause: Option<Cause>) -> PrintEnd {
        let unknown = PrintEnd::Unknown(cause.unwrap_or(Cause::Mute));
        if self.talk.cancel(id).await.is_err() {
            return unknown;
        }
        let give_up = Instant::now() + self.patience.answer;
        loop {
            let ended = match self.talk.job(id).await {
                Ok(answer) => answer.ended().map(|ended| (ended, answer)),
                Err(_) => None,
            };
            match ended {
                Some((Ended::NotPrinted, _)) => {
                    self.left.store(false, Ordering::SeqCst);
                    return PrintEnd::Failed(cause);
                }
                // It may have come out in the last moment: then it has.
                Some((_, answer)) => return self.end(&answer).await.unwrap_or(unknown),
                // A device forgets a cancelled job sooner or later.
                None if Instant::now() >= give_up => return unknown,
                None => sleep(PACE).await,
            }
        }
    }

    /// The end a job has come to, or none.
    async fn end(&self, answer: &Answer) -> Option<PrintEnd> {
        let ended = answer.ended()?;
        self.left.store(false, Ordering::SeqCst);
        let Condition { status, leaves_a_page_alone } = self.condition().await;
        let cause = status.cause.filter(|_| !status.ready);
        Some(match ended {
            Ended::Printed if leaves_a_page_alone => PrintEnd::Printed,
            // A queue calls a job completed when the device has its last byte; what the device has no paper
            // for, cannot move, or says nothing more of, may not be out.
            Ended::Printed | Ended::Doubtful => PrintEnd::Unknown(cause.unwrap_or(Cause::Doubt)),
            Ended::NotPrinted => PrintEnd::Failed(cause),
        })
    }

    /// How the device is, by its own word or its silence.
    async fn condition(&self) -> Condition {
        self.talk.printer().await.unwrap_or_else(Condition::from)
    }

    /// What is the matter with the device, if it says.
    async fn trouble(&self) -> Option<Cause> {
        let status = self.condition().await.status;
        status.cause.filter(|_| !status.ready)
    }
}

/// Whether it would print if its queue were let go on.
fn is_paused(status: PrinterStatus) -> bool {
    !status.ready && status.cause == Some(Cause::Paused)
}

#[async_trait]
impl Printer for IppPrinter {
    fn trial(&self) -> bool {
        false
    }

    async fn status(&self) -> PrinterStatus {
        let give_up = Instant::now() + self.patience.answer;
        let status = match self.talk.printer().await {
            Ok(condition) => condition.status,
            Err(silence) => return PrinterStatus::not_ready(silence.into()),
        };
        // It is back: what it kept is cancelled before it comes out for whoever stands there.
        if self.left.load(Ordering::SeqCst)
            && let Ok(_turn) = self.turn.try_lock()
            && !matches!(timeout_at(give_up, self.clear()).await, Ok(Ok(())))
        {
            tracing::warn!("the printer may keep a job of somebody who has left");
        }
        status
    }

    fn described(&self) -> String {
        format!("IPP, {}", self.talk.address())
    }

    async fn take_back(&self) {
        let mut tries = self.turn.lock().await;
        if self.clear().await.is_ok() && is_paused(self.condition().await.status) {
            self.let_go_on(&mut tries).await;
        }
    }

    async fn print(&self, job: PrintJob) -> PrintEnd {
        let mut tries = self.turn.lock().await;
        for _ in 0..job.copies.max(1) {
            match self.print_once(&mut tries, &job).await {
                PrintEnd::Printed => {}
                end => return end,
            }
        }
        PrintEnd::Printed
    }
}
