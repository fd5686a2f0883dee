//! A printer on the local network that speaks IPP (RFC 8011), over plain HTTP.

mod talk;

use std::time::Duration;

use async_trait::async_trait;
use ipp::model::JobState;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

use self::talk::{Answer, Sent, Silence, Talk};
use super::{Cause, Gone, PrintEnd, PrintJob, Printer, PrinterStatus};

/// An IPP printer. One job at a time: the next waits until the last has ended.
pub struct IppPrinter {
    talk: Talk,
    patience: Patience,
    turn: Mutex<()>,
}

/// How long a printer is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For an answer to a question.
    pub answer: Duration,
    /// For somebody to put paper in, close the cover and the like, once a job waits for that; and
    /// for a device that fell silent in the middle of a job.
    pub blocked: Duration,
    /// For the whole job.
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
    /// A printer at `ipp://host:port/path` or `http://host:port/path`.
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
        Ok(Self { talk: Talk::new(uri, patience.answer)?, patience, turn: Mutex::default() })
    }

    /// Sends one job and follows it to its end.
    async fn print_once(&self, job: &PrintJob) -> PrintEnd {
        let status = self.status().await;
        if !status.ready {
            return PrintEnd::Failed(status.cause);
        }
        // What an earlier job left behind, because the device was silent then, prints for nobody.
        self.talk.cancel_leftovers().await;
        match self.send(job).await {
            Ok(id) => self.follow(id, &job.gone).await,
            Err(end) => end,
        }
    }

    /// Hands the job over, once the device is no longer busy with another.
    async fn send(&self, job: &PrintJob) -> Result<i32, PrintEnd> {
        let give_up = Instant::now() + self.patience.blocked;
        loop {
            if job.gone.is_gone() {
                return Err(PrintEnd::Failed(None));
            }
            job.handed_over.mark();
            match self.talk.print(job.title, &job.pdf).await {
                Ok(Sent::Accepted(id)) => return Ok(id),
                Ok(Sent::Busy) if Instant::now() < give_up => sleep(PACE).await,
                Ok(Sent::Busy | Sent::Refused) => return Err(PrintEnd::Failed(self.trouble().await)),
                Err(Silence::Nobody) => return Err(PrintEnd::Failed(Some(Cause::Offline))),
                // It may have taken the job: nobody knows.
                Err(Silence::Mute) => {
                    self.talk.cancel_leftovers().await;
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
                    if let Some(end) = self.end(answer).await {
                        return end;
                    }
                    let status = self.status().await;
                    if status.ready { None } else { Some(status.cause) }
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
            match self.talk.job(id).await {
                // It may have come out in the last moment: then it has.
                Ok(answer) if answer.state == JobState::Completed => return self.end(answer).await.unwrap_or(unknown),
                // A device forgets a cancelled job sooner or later.
                Ok(Answer { state: JobState::Canceled | JobState::Aborted, .. }) => return PrintEnd::Failed(cause),
                _ if Instant::now() >= give_up => return unknown,
                _ => sleep(PACE).await,
            }
        }
    }

    /// The end a job has come to, or none.
    async fn end(&self, answer: Answer) -> Option<PrintEnd> {
        match answer.state {
            JobState::Completed if answer.doubtful() => Some(PrintEnd::Unknown(Cause::Mute)),
            JobState::Completed => Some(PrintEnd::Printed),
            JobState::Canceled | JobState::Aborted => Some(PrintEnd::Failed(self.trouble().await)),
            _ => None,
        }
    }

    /// What is the matter with the device, if it says.
    async fn trouble(&self) -> Option<Cause> {
        let status = self.status().await;
        status.cause.filter(|_| !status.ready)
    }
}

#[async_trait]
impl Printer for IppPrinter {
    fn trial(&self) -> bool {
        false
    }

    async fn status(&self) -> PrinterStatus {
        self.talk.printer().await.unwrap_or_else(|silence| PrinterStatus::not_ready(silence.into()))
    }

    fn described(&self) -> String {
        format!("IPP, {}", self.talk.address())
    }

    async fn take_back(&self) {
        let _turn = self.turn.lock().await;
        self.talk.cancel_leftovers().await;
    }

    async fn print(&self, job: PrintJob) -> PrintEnd {
        let _turn = self.turn.lock().await;
        for _ in 0..job.copies.max(1) {
            match self.print_once(&job).await {
                PrintEnd::Printed => {}
                end => return end,
            }
        }
        PrintEnd::Printed
    }
}
