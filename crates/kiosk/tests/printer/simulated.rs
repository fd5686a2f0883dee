//! A printer whose faults `ippeveprinter` cannot play: a stopped queue, a doubtful end, silence.

use std::future::pending;
use std::io::{Cursor, Read};
use std::sync::{Arc, Mutex};

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
    /// Its queue is stopped; with a job taken before, that one waits.
    Paused,
    /// Takes a job, then somebody stops its queue.
    PausesAfterTaking,
    /// Says "completed", and that there were errors.
    CompletesWithErrors,
    /// Takes a job and never says so, nor finishes it.
    TakesInSilence,
    /// Is low on paper, and prints.
    LowOnPaper,
}

/// A job it took.
#[derive(Clone, Debug)]
pub struct Taken {
    pub name: String,
    pub document: Vec<u8>,
    pub cancelled: bool,
    finished: bool,
}

/// The printer, and what it took.
#[derive(Clone)]
pub struct Simulated {
    state: Arc<Mutex<(Manner, Vec<Taken>)>>,
    uri: String,
}

impl Simulated {
    pub async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let uri = format!("ipp://{}/ipp/print", listener.local_addr().expect("its address"));
        let this = Self { state: Arc::new(Mutex::new((manner, Vec::new()))), uri };
        let device = this.clone();
        let answer = any(move |body: Bytes| async move { device.answer(body).await });
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
        this
    }

    pub fn client(&self) -> IppPrinter {
        let ms = std::time::Duration::from_millis;
        let patience = Patience { answer: ms(300), blocked: ms(400), job: ms(30_000) };
        IppPrinter::with_patience(&self.uri, patience).expect("an address")
    }

    pub fn behave(&self, manner: Manner) {
        let mut state = self.state.lock().expect("the lock");
        if state.0 == Manner::IsAtIt {
            state.1.iter_mut().for_each(|job| job.finished = !job.cancelled);
        }
        state.0 = manner;
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.state.lock().expect("the lock").1.clone()
    }

    async fn answer(&self, body: Bytes) -> Vec<u8> {
        let question = IppParser::new(Cursor::new(body)).parse().expect("IPP");
        let header = *question.header();
        let operation = Operation::from_i16(header.operation_or_status).expect("an operation");
        let id = question
            .attributes()
            .first_of(DelimiterTag::OperationAttributes)
            .and_then(|g| g.get("job-id"))
            .and_then(|a| a.value().as_integer().copied())
            .unwrap_or(0);
        let mut answer =
            IppRequestResponse::new_response(IppVersion::v1_1(), StatusCode::SuccessfulOk, header.request_id)
                .expect("an answer");
        if operation == Operation::PrintJob {
            let id = self.take(question);
            if self.manner() == Manner::TakesInSilence {
                pending::<()>().await;
            }
            put(&mut answer, DelimiterTag::JobAttributes, "job-id", IppValue::Integer(id));
        }
        match operation {
            Operation::GetPrinterAttributes => self.say_state(&mut answer),
            Operation::GetJobAttributes => self.say_job(id, &mut answer),
            Operation::CancelJob => self.cancel(id),
            Operation::GetJobs => self.say_jobs(&mut answer),
            _ => {}
        }
        answer.to_bytes().to_vec()
    }

    fn manner(&self) -> Manner {
        self.state.lock().expect("the lock").0
    }

    fn take(&self, question: IppRequestResponse) -> i32 {
        let operation = question.attributes().first_of(DelimiterTag::OperationAttributes).expect("its attributes");
        let name = operation.get("job-name").expect("a name").value().to_string();
        let mut document = Vec::new();
        question.into_payload().read_to_end(&mut document).expect("a document");
        let mut state = self.state.lock().expect("the lock");
        let finished = matches!(state.0, Manner::Prints | Manner::LowOnPaper | Manner::CompletesWithErrors);
        state.1.push(Taken { name, document, cancelled: false, finished });
        if state.0 == Manner::PausesAfterTaking {
            state.0 = Manner::Paused;
        }
        i32::try_from(state.1.len()).expect("few jobs")
    }

    fn cancel(&self, id: i32) {
        let mut state = self.state.lock().expect("the lock");
        state.1[index(id)].cancelled = true;
    }

    fn say_state(&self, answer: &mut IppRequestResponse) {
        let (state, reasons): (i32, &[&str]) = match self.manner() {
            Manner::Paused => (5, &["paused", "media-low-report"]),
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
        let job = self.taken()[index(id)].clone();
        let state = match job {
            Taken { cancelled: true, .. } => JobState::Canceled,
            Taken { finished: true, .. } => JobState::Completed,
            Taken { .. } if self.manner() == Manner::IsAtIt => JobState::Processing,
            Taken { .. } => JobState::ProcessingStopped,
        };
        let reason = match self.manner() {
            Manner::CompletesWithErrors => "job-completed-with-errors",
            _ => "none",
        };
        put(answer, DelimiterTag::JobAttributes, "job-state", IppValue::Enum(state as i32));
        let reason = IppValue::new_keyword(reason).expect("a keyword");
        put(answer, DelimiterTag::JobAttributes, "job-state-reasons", reason);
    }

    fn say_jobs(&self, answer: &mut IppRequestResponse) {
        for (job, id) in self.taken().iter().zip(1..).filter(|(job, _)| !job.finished && !job.cancelled) {
            put(answer, DelimiterTag::JobAttributes, "job-id", IppValue::Integer(id));
            let name = IppValue::NameWithoutLanguage(job.name.clone().try_into().expect("a name"));
            put(answer, DelimiterTag::JobAttributes, "job-name", name);
        }
    }
}

fn index(id: i32) -> usize {
    usize::try_from(id - 1).expect("a job's number")
}

fn put(answer: &mut IppRequestResponse, tag: DelimiterTag, name: &str, value: IppValue) {
    answer.attributes_mut().add(tag, IppAttribute::with_name(name, value).expect("a name"));
}
