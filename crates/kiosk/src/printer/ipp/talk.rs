//! The questions of IPP, and what the answers say.

use std::io::Cursor;
use std::time::Duration;

use ipp::attribute::IppAttributeName;
use ipp::parser::{IppParseError, IppParser};
use ipp::prelude::*;
use ipp::util::canonicalize_uri;
use reqwest::{Client, redirect};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use super::super::{Cause, PaperKind, PrinterStatus, reasons};
use super::ends::Answer;
use super::{AddressError, PACE};

/// The longest answer that is read.
const LONGEST_ANSWER: usize = 1 << 20;
/// A document may take this many times longer to hand over than a question.
const DOCUMENT_TIMES: u32 = 5;

/// Who asks: IPP shows it in the device's job list, and CUPS tells the names of jobs to their owner alone.
const USER: &str = "motcua";

/// A line to a printer.
pub(super) struct Talk {
    http: Client,
    url: reqwest::Url,
    printer: Uri,
    /// Behind every job's name, to find this machine's own among the jobs of a shared printer.
    mark: String,
    answer: Duration,
}

/// No answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Silence {
    /// Nobody is at the address: nothing was handed over.
    Nobody,
    /// Somebody is, and did not answer in time or in IPP.
    Mute,
}

impl From<Silence> for Cause {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::Nobody => Self::Offline,
            Silence::Mute => Self::Mute,
        }
    }
}

/// How the printer is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Condition {
    /// Whether it can print.
    pub(super) status: PrinterStatus,
    /// Whether a page is out that it calls done while it is so.
    pub(super) leaves_a_page_alone: bool,
}

impl From<Silence> for Condition {
    fn from(silence: Silence) -> Self {
        Self { status: PrinterStatus::not_ready(silence.into()), leaves_a_page_alone: false }
    }
}

/// What the printer says to a job handed over.
pub(super) enum Sent {
    /// It took it, under this number.
    Accepted(i32),
    /// It has another to finish first, and did not take it.
    Busy,
    /// It did not take it.
    Refused,
}

impl Talk {
    pub(super) fn new(uri: &str, answer: Duration) -> Result<Self, AddressError> {
        let mut url: reqwest::Url = uri.parse().map_err(|_| AddressError::Scheme)?;
        let given: Uri = uri.parse().map_err(|_| AddressError::Scheme)?;
        if url.scheme() == "ipp" {
            let rest = uri.get(3..).ok_or(AddressError::Scheme)?;
            url = format!("http{rest}").parse().map_err(|_| AddressError::Scheme)?;
            if given.port().is_none() {
                url.set_port(Some(631)).map_err(|()| AddressError::Scheme)?;
            }
        }
        if url.scheme() != "http" || !url.has_host() {
            return Err(AddressError::Scheme);
        }
        // A printer of the lobby is neither behind a proxy nor elsewhere. Each question has a
        // connection of its own, and less time to make it than to have an answer: so a printer that
        // was switched off is known from one that says nothing.
        let http = Client::builder()
            .no_proxy()
            .redirect(redirect::Policy::none())
            .pool_max_idle_per_host(0)
            .connect_timeout(answer * 3 / 4)
            .build();
        let mark = Uuid::now_v7().simple().to_string();
        Ok(Self { http: http.map_err(AddressError::Client)?, url, printer: canonicalize_uri(&given), mark, answer })
    }

    /// Marks jobs otherwise than by a mark that nobody knows when this program has ended.
    pub(super) fn mark(&mut self, mark: &str) {
        mark.clone_into(&mut self.mark);
    }

    /// Where it is, as IPP writes it.
    pub(super) fn address(&self) -> &Uri {
        &self.printer
    }

    /// Whether the printer can print.
    pub(super) async fn printer(&self) -> Result<Condition, Silence> {
        let asked = ["printer-state", "printer-state-reasons", "printer-is-accepting-jobs"];
        let question = IppOperationBuilder::get_printer_attributes(self.printer.clone()).attributes(asked);
        let answer = self.ask(question.build().map_err(unsaid)?, self.answer).await?;
        let group = answer.attributes().first_of(DelimiterTag::PrinterAttributes).ok_or(Silence::Mute)?;
        let stopped = number(group, IppAttribute::PRINTER_STATE) == Some(PrinterState::Stopped as i32);
        let accepting = group.get("printer-is-accepting-jobs").and_then(|a| a.value().as_boolean().copied());
        let reasons = keywords(group, IppAttribute::PRINTER_STATE_REASONS);
        let reasons = reasons.iter().map(String::as_str);
        let status = reasons::status(stopped, accepting.unwrap_or(true), reasons.clone());
        Ok(Condition { status, leaves_a_page_alone: status.ready || reasons::leave_a_page_alone(reasons) })
    }

    /// Hands over a job of one document.
    pub(super) async fn print(&self, kind: PaperKind, pdf: &[u8]) -> Result<Sent, Silence> {
        let question = IppOperationBuilder::print_job(self.printer.clone(), IppPayload::new(Cursor::new(pdf.to_vec())))
            .user_name(USER)
            .job_title(format!("{}-{}", kind.name(), self.mark))
            .document_format("application/pdf");
        let answer = self.ask(question.build().map_err(unsaid)?, self.answer * DOCUMENT_TIMES).await?;
        let id =
            answer.attributes().first_of(DelimiterTag::JobAttributes).and_then(|g| number(g, IppAttribute::JOB_ID));
        Ok(match (answer.header().status_code(), id) {
            (status, Some(id)) if status.is_success() => Sent::Accepted(id),
            (status, None) if status.is_success() => return Err(Silence::Mute),
            (StatusCode::ServerErrorBusy | StatusCode::ServerErrorTemporaryError, _) => Sent::Busy,
            (status, _) => {
                tracing::warn!(?status, "the printer refused a job");
                Sent::Refused
            }
        })
    }

    /// How a job stands.
    pub(super) async fn job(&self, id: i32) -> Result<Answer, Silence> {
        let question = IppOperationBuilder::get_job_attributes(self.printer.clone(), id).build().map_err(unsaid)?;
        let answer = self.ask(question, self.answer).await?;
        let group = answer.attributes().first_of(DelimiterTag::JobAttributes).ok_or(Silence::Mute)?;
        let state = number(group, IppAttribute::JOB_STATE).and_then(JobState::from_i32).ok_or(Silence::Mute)?;
        let out = number(group, "job-impressions-completed").unwrap_or(0);
        Ok(Answer { state, reasons: keywords(group, IppAttribute::JOB_STATE_REASONS), out })
    }

    /// Cancels a job. That one ended before is no error.
    pub(super) async fn cancel(&self, id: i32) -> Result<(), Silence> {
        let question = IppOperationBuilder::cancel_job(self.printer.clone(), id).user_name(USER);
        self.ask(question.build().map_err(unsaid)?, self.answer).await.map(|_| ())
    }

    /// Cancels every unfinished job of this machine, of this run or an earlier one; those of others are left
    /// alone. An error when it is not certain that none is left,
    /// as when the device refuses to say.
    pub(super) async fn cancel_leftovers(&self) -> Result<(), Silence> {
        let give_up = Instant::now() + self.answer;
        let mut told = false;
        loop {
            let left = self.leftovers().await?;
            if left.is_empty() {
                return Ok(());
            }
            if Instant::now() >= give_up {
                tracing::warn!(jobs = left.len(), "the printer keeps jobs that were cancelled");
                return Err(Silence::Mute);
            }
            if told {
                // A device may take a moment to be done with what it was told to cancel.
                sleep(PACE).await;
            }
            for id in left {
                self.cancel(id).await?;
            }
            told = true;
        }
    }

    /// This machine's own unfinished jobs. A device that keeps no list of jobs keeps no jobs.
    async fn leftovers(&self) -> Result<Vec<i32>, Silence> {
        let mut question = self.operation(Operation::GetJobs)?;
        let names = [IppAttribute::JOB_ID, IppAttribute::JOB_NAME].map(IppValue::new_keyword);
        let asked = IppValue::Array(names.into_iter().flatten().collect());
        let attribute = IppAttribute::new(IppAttributeName::REQUESTED_ATTRIBUTES, asked);
        question.attributes_mut().add(DelimiterTag::OperationAttributes, attribute);
        let answer = self.ask(question, self.answer).await?;
        match answer.header().status_code() {
            status if status.is_success() => {}
            StatusCode::ServerErrorOperationNotSupported => return Ok(Vec::new()),
            status => {
                tracing::warn!(?status, "the printer does not say which jobs it holds");
                return Err(Silence::Mute);
            }
        }
        let jobs = answer.attributes().groups_of(DelimiterTag::JobAttributes);
        let own = jobs.filter(|group| {
            group.get(IppAttribute::JOB_NAME).is_some_and(|name| name.value().to_string().ends_with(&self.mark))
        });
        Ok(own.filter_map(|group| number(group, IppAttribute::JOB_ID)).collect())
    }

    /// Lets a paused queue go on, and take jobs again: Resume-Printer (RFC 8011, 4.2.8) and, for a CUPS
    /// queue that rejects them, CUPS-Accept-Jobs. Whether the device did; CUPS does so for users that its
    /// policy names (`cupsd.conf`, `<Limit Resume-Printer CUPS-Accept-Jobs>`).
    pub(super) async fn resume(&self) -> Result<bool, Silence> {
        let answer = self.ask(self.operation(Operation::ResumePrinter)?, self.answer).await?;
        let accepted = self.ask(self.operation(Operation::CupsAcceptJobs)?, self.answer).await;
        if accepted.is_err() {
            tracing::debug!("the printer knows no CUPS-Accept-Jobs");
        }
        Ok(answer.header().status_code().is_success())
    }

    /// A question about the printer, in the name of this program.
    fn operation(&self, operation: Operation) -> Result<IppRequestResponse, Silence> {
        let mut question =
            IppRequestResponse::new(IppVersion::v1_1(), operation, Some(self.printer.clone())).map_err(unsaid)?;
        let user = USER.try_into().map_err(|_| Silence::Nobody)?;
        let name = IppAttribute::with_name("requesting-user-name", IppValue::NameWithoutLanguage(user));
        question.attributes_mut().add(DelimiterTag::OperationAttributes, name.map_err(|_| Silence::Nobody)?);
        Ok(question)
    }

    async fn ask(
        &self,
        question: impl Into<IppRequestResponse>,
        patience: Duration,
    ) -> Result<IppRequestResponse, Silence> {
        let question: IppRequestResponse = question.into();
        let mut body = question.to_bytes().to_vec();
        std::io::Read::read_to_end(&mut question.into_payload(), &mut body).map_err(|_| Silence::Nobody)?;
        let request = self.http.post(self.url.clone()).header("content-type", "application/ipp").timeout(patience);
        let silence = |e: reqwest::Error| if e.is_connect() { Silence::Nobody } else { Silence::Mute };
        let mut response = request.body(body).send().await.map_err(silence)?;
        if !response.status().is_success() {
            return Err(Silence::Mute);
        }
        let mut answer = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(silence)? {
            if answer.len() + piece.len() > LONGEST_ANSWER {
                return Err(Silence::Mute);
            }
            answer.extend_from_slice(&piece);
        }
        IppParser::new(Cursor::new(answer)).parse().map_err(|_| Silence::Mute)
    }
}

/// A question that cannot be put in IPP reaches nobody.
fn unsaid(_: IppParseError) -> Silence {
    Silence::Nobody
}

fn number(group: &IppAttributeGroup, name: &str) -> Option<i32> {
    let value = group.get(name)?.value();
    value.as_enum().or_else(|| value.as_integer()).copied()
}

/// The values of an attribute, which may be one or an array.
fn keywords(group: &IppAttributeGroup, name: &str) -> Vec<String> {
    let Some(attribute) = group.get(name) else { return Vec::new() };
    attribute.value().into_iter().map(ToString::to_string).collect()
}
