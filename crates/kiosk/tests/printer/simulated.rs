//! A printer, or a queue of CUPS, whose faults `ippeveprinter` cannot play: a paused queue with old jobs, a held
//! job, a doubtful end, silence, a plug that is pulled. What came out of it is [`Simulated::paper`].

use std::future::pending;
use std::io::{Cursor, Read};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::routing::any;
use ipp::parser::IppParser;
use ipp::prelude::*;
use motcua_kiosk::printer::{IppPrinter, Patience};
use tokio::net::TcpListener;

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Prints at once.
    Prints,
    /// Is at a job it took until it [`Manner::Prints`] again.
    IsAtIt,
    /// Its queue is paused, keeps what it takes, and goes on when it is told to.
    Paused,
    /// As [`Manner::Paused`], and goes on for nobody but its administrator.
    Stopped,
    /// Takes a job, then somebody pauses its queue.
    PausesAfterTaking,
    /// Holds every job until somebody releases it, and says that nothing is the matter.
    Holds,
    /// Says this of itself, and prints nothing.
    Says(&'static str),
    /// Takes a job, then says this of itself, and does not print it.
    SaysAfterTaking(&'static str),
    /// Puts the paper out, calls the job completed, and says this of the job.
    CompletesWith(&'static str),
    /// Calls a job completed that is on no paper, and is stopped then, for these reasons.
    CompletesUnprinted(&'static [&'static str]),
    /// Puts the paper out, then somebody pauses its queue.
    PausesAfterPrinting,
    /// Gives up on each job it takes.
    Aborts,
    /// Takes a job and never says so, nor finishes it.
    TakesInSilence,
    /// Takes a job, says so or not, then answers nothing and keeps the job.
    MuteAfterTaking { says: bool },
    /// Keeps what it takes behind what others print, until it [`Manner::Prints`].
    Queues,
    /// Prints, and refuses to say which jobs it holds.
    TellsNoJobs(StatusCode),
    /// Keeps its queue paused and refuses to say which jobs it holds.
    PausedTellsNoJobs(StatusCode),
    /// Answers nothing.
    Mute,
    /// Takes a job, then its plug is pulled: it answers nothing, and forgets the job.
    Dies,
    /// Is low on paper, and prints.
    LowOnPaper,
}

/// A job it took.
#[derive(Clone, Debug)]
pub struct Taken {
    pub name: String,
    pub document: Vec<u8>,
    pub cancelled: bool,
    aborted: bool,
    finished: bool,
}

#[derive(Default)]
struct State {
    jobs: Vec<Taken>,
    /// What came out, in order.
    paper: Vec<Vec<u8>>,
    /// How often it was told to go on.
    resumed: usize,
}

/// The printer, and what it took.
#[derive(Clone)]
pub struct Simulated {
    manner: Arc<Mutex<Manner>>,
    state: Arc<Mutex<State>>,
    pub uri: String,
}

impl Simulated {
    pub async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let uri = format!("ipp://{}/printers/thu", listener.local_addr().expect("its address"));
        let this = Self { manner: Arc::new(Mutex::new(manner)), state: Arc::default(), uri };
        let device = this.clone();
        let answer = any(move |body: Bytes| async move { device.answer(body).await });
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
        this
    }

    /// A client that soon gives up, and knows its jobs in every run.
    pub fn client(&self) -> IppPrinter {
        let ms = std::time::Duration::from_millis;
        let patience = Patience { answer: ms(800), blocked: ms(400), job: ms(30_000) };
        IppPrinter::with_patience(&self.uri, patience).expect("an address").marked(MARK)
    }

    /// Behaves otherwise from now on. What it still has comes out as soon as it prints.
    pub fn behave(&self, manner: Manner) {
        *self.manner.lock().expect("the lock") = manner;
        let mut state = self.state();
        if manner == Manner::Dies {
            state.forget();
        }
        state.put_out_where(manner);
    }

    /// A job lies in its queue that never came out: of this kiosk, when its name ends in [`MARK`].
    pub fn leave(&self, name: &str, document: &str) {
        self.state().jobs.push(Taken::new(name.to_owned(), document.as_bytes().to_vec()));
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.state().jobs.clone()
    }

    /// The pages that came out, in order.
    pub fn paper(&self) -> Vec<Vec<u8>> {
        self.state().paper.clone()
    }

    /// How often it was told to go on.
    pub fn resumed(&self) -> usize {
        self.state().resumed
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("the lock")
    }

    async fn answer(&self, body: Bytes) -> Vec<u8> {
        let manner = self.manner();
        if matches!(manner, Manner::Mute | Manner::Dies if self.state().dead(manner)) {
            pending::<()>().await;
        }
        let question = IppParser::new(Cursor::new(body)).parse().expect("IPP");
        let header = *question.header();
        let operation = Operation::from_i16(header.operation_or_status).expect("an operation");
        let id = question
            .attributes()
            .first_of(DelimiterTag::OperationAttributes)
            .and_then(|g| g.get("job-id"))
            .and_then(|a| a.value().as_integer().copied())
            .unwrap_or(0);
        let refused = operation == Operation::ResumePrinter && manner == Manner::Stopped;
        let status = match manner {
            _ if refused => StatusCode::ClientErrorNotAuthorized,
            Manner::TellsNoJobs(status) | Manner::PausedTellsNoJobs(status) if operation == Operation::GetJobs => {
                status
            }
            _ => StatusCode::SuccessfulOk,
        };
        let mut answer =
            IppRequestResponse::new_response(IppVersion::v1_1(), status, header.request_id).expect("an answer");
        match operation {
            Operation::PrintJob => {
                let id = self.take(question);
                if matches!(manner, Manner::TakesInSilence | Manner::MuteAfterTaking { says: false }) {
                    pending::<()>().await;
                }
                put(&mut answer, DelimiterTag::JobAttributes, "job-id", IppValue::Integer(id));
            }
            Operation::GetPrinterAttributes => self.say_state(&mut answer),
            Operation::GetJobAttributes => self.say_job(id, &mut answer),
            Operation::CancelJob => self.cancel(id),
            Operation::GetJobs if status.is_success() => self.say_jobs(&mut answer),
            Operation::ResumePrinter => self.resume(),
            _ => {}
        }
        answer.to_bytes().to_vec()
    }

    fn manner(&self) -> Manner {
        *self.manner.lock().expect("the lock")
    }

    fn resume(&self) {
        self.state().resumed += 1;
        if matches!(self.manner(), Manner::Paused | Manner::PausedTellsNoJobs(_)) {
            self.behave(Manner::Prints);
        }
    }

    fn take(&self, question: IppRequestResponse) -> i32 {
        let operation = question.attributes().first_of(DelimiterTag::OperationAttributes).expect("its attributes");
        let name = operation.get("job-name").expect("a name").value().to_string();
        let mut document = Vec::new();
        question.into_payload().read_to_end(&mut document).expect("a document");
        let mut state = self.state();
        state.jobs.push(Taken::new(name, document));
        let id = i32::try_from(state.jobs.len()).expect("few jobs");
        let mut manner = self.manner.lock().expect("the lock");
        match *manner {
            Manner::PausesAfterTaking => *manner = Manner::Paused,
            Manner::PausesAfterPrinting => {
                state.put_out_where(Manner::Prints);
                *manner = Manner::Paused;
            }
            Manner::MuteAfterTaking { .. } => *manner = Manner::Mute,
            Manner::SaysAfterTaking(reason) => *manner = Manner::Says(reason),
            Manner::Dies => state.forget(),
            other => state.put_out_where(other),
        }
        id
    }

    fn cancel(&self, id: i32) {
        if let Some(job) = self.state().jobs.get_mut(index(id)).filter(|job| job.waits()) {
            job.cancelled = true;
        }
    }

    fn say_state(&self, answer: &mut IppRequestResponse) {
        let (state, reasons): (i32, &[&str]) = match self.manner() {
            Manner::Paused | Manner::Stopped | Manner::PausedTellsNoJobs(_) => (5, &["paused", "media-low-report"]),
            Manner::Says(reason) => (5, &[reason]),
            Manner::CompletesUnprinted(reasons) if !self.taken().is_empty() => (5, reasons),
            Manner::LowOnPaper => (3, &["media-low-warning"]),
            _ => (3, &["none"]),
        };
        let reasons = reasons.iter().map(|r| IppValue::new_keyword(*r).expect("a keyword")).collect::<Vec<_>>();
        let reasons = if let [one] = reasons.as_slice() { one.clone() } else { IppValue::Array(reasons) };
        put(answer, DelimiterTag::PrinterAttributes, "printer-state", IppValue::Enum(state));
        put(answer, DelimiterTag::PrinterAttributes, "printer-state-reasons", reasons);
        put(answer, DelimiterTag::PrinterAttributes, "printer-is-accepting-jobs", IppValue::Boolean(true));
    }

    fn say_job(&self, id: i32, answer: &mut IppRequestResponse) {
        let manner = self.manner();
        let job = self.state().jobs.get(index(id)).cloned();
        let Some(job) = job else { return };
        let state = match job {
            Taken { cancelled: true, .. } => JobState::Canceled,
            Taken { aborted: true, .. } => JobState::Aborted,
            Taken { finished: true, .. } => JobState::Completed,
            Taken { .. } if manner == Manner::IsAtIt => JobState::Processing,
            Taken { .. } if manner == Manner::Queues => JobState::Pending,
            Taken { .. } if manner == Manner::Holds => JobState::PendingHeld,
            Taken { .. } => JobState::ProcessingStopped,
        };
        let reason = match manner {
            Manner::CompletesWith(reason) => reason,
            Manner::Aborts => "aborted-by-system",
            Manner::Holds => "job-hold-until-specified",
            _ => "none",
        };
        put(answer, DelimiterTag::JobAttributes, "job-state", IppValue::Enum(state as i32));
        let reason = IppValue::new_keyword(reason).expect("a keyword");
        put(answer, DelimiterTag::JobAttributes, "job-state-reasons", reason);
        let out = IppValue::Integer(i32::from(job.finished));
        put(answer, DelimiterTag::JobAttributes, "job-impressions-completed", out);
    }

    fn say_jobs(&self, answer: &mut IppRequestResponse) {
        for (job, id) in self.taken().iter().zip(1..).filter(|(job, _)| job.waits()) {
            let mut group = IppAttributeGroup::new(DelimiterTag::JobAttributes);
            let name = IppValue::NameWithoutLanguage(job.name.clone().try_into().expect("a name"));
            for (attribute, value) in [("job-id", IppValue::Integer(id)), ("job-name", name)] {
                let attribute = IppAttribute::with_name(attribute, value).expect("a name");
                group.attributes_mut().push(attribute);
            }
            answer.attributes_mut().groups_mut().push(group);
        }
    }
}

/// The mark of the kiosk whose printer this is.
pub const MARK: &str = "0123456789abcdef";

impl Taken {
    fn new(name: String, document: Vec<u8>) -> Self {
        Self { name, document, cancelled: false, aborted: false, finished: false }
    }

    /// Whether it would still come out.
    fn waits(&self) -> bool {
        !self.finished && !self.cancelled && !self.aborted
    }
}

impl State {
    /// What lies in the queue comes out of a printer that prints, in order.
    fn put_out_where(&mut self, manner: Manner) {
        for job in self.jobs.iter_mut().filter(|job| job.waits()) {
            match manner {
                Manner::Prints | Manner::LowOnPaper | Manner::CompletesWith(_) | Manner::TellsNoJobs(_) => {
                    job.finished = true;
                    self.paper.push(job.document.clone());
                }
                Manner::CompletesUnprinted(_) => job.finished = true,
                Manner::Aborts => job.aborted = true,
                _ => {}
            }
        }
    }

    /// The power went: what it had taken is gone.
    fn forget(&mut self) {
        self.jobs.iter_mut().filter(|job| job.waits()).for_each(|job| job.aborted = true);
    }

    /// Whether it has gone silent: at once, or since it took a job.
    fn dead(&self, manner: Manner) -> bool {
        manner == Manner::Mute || self.jobs.iter().any(|job| job.aborted)
    }
}

fn index(id: i32) -> usize {
    usize::try_from(id - 1).unwrap_or(usize::MAX)
}

fn put(answer: &mut IppRequestResponse, tag: DelimiterTag, name: &str, value: IppValue) {
    answer.attributes_mut().add(tag, IppAttribute::with_name(name, value).expect("a name"));
}
