//! The central API as a kiosk sees it: HTTP, and nothing else.

mod appointments;
mod catalogue;
mod devices;
mod drafts;
mod forms;
mod health;
mod http;
mod measures;
mod papers;
mod payments;
mod settings;
mod stream;
mod units;
mod uploads;

use std::collections::BTreeMap;

use jiff::civil::Date;
use motcua_domain::branch::BranchConfig;
use motcua_domain::wire::{
    AcceptSubmission, Acceptance, BoardView, Branch, Called, ChangePassword, DayKey, DayReport, DeviceToken,
    EnrolDevice, IssueTicket, Lookup, OwnSeries, PaperTaken, PrintedTicket, Problem, QueueView, RateTicket, Receipt,
    SignIn, StaffMember, StaffSession, StoredFile, Submission, SubmissionDetail, SubmissionLine, SubmissionState,
    Ticket,
};
use reqwest::Method;
use serde::Serialize;
use uuid::Uuid;

pub use health::Health;
pub use http::{CentralClient, Refusal};
pub use stream::{EventStream, Heard};

/// How many submissions are read at once.
const PART: usize = 200;

/// What a device may ask.
impl CentralClient {
    /// Trades a one-time code for this device's token.
    ///
    /// # Errors
    /// `enrolment-code-wrong` when the code is unknown, used or too old, `central-not-trusted` when the server shows a
    /// certificate that this machine does not trust.
    pub async fn enrol(&self, code: &str, name: &str) -> Result<DeviceToken, Problem> {
        let body = EnrolDevice { code: code.to_owned(), name: name.to_owned() };
        match self.write(Method::POST, "/v1/devices/enrol", None, Uuid::now_v7(), &body).await {
            Err(Refusal::Away) => Err(self.why_away().await),
            answer => Ok(answer?),
        }
    }

    /// The centre.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn branch(&self) -> Result<Branch, Problem> {
        Ok(self.read("/v1/branch", None).await?)
    }

    /// Issues a number. The same `key` never issues a second one.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn issue_ticket(&self, request: &IssueTicket, key: Uuid) -> Result<Ticket, Problem> {
        Ok(self.write(Method::POST, "/v1/tickets", None, key, request).await?)
    }

    /// What card numbers are hashed with today.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn day_key(&self) -> Result<DayKey, Problem> {
        Ok(self.read("/v1/devices/day-key", None).await?)
    }

    /// The series this kiosk gives numbers from while it is cut off.
    ///
    /// # Errors
    /// `no-series-left`, `central-away`, or what the API refuses with.
    pub async fn own_series(&self) -> Result<OwnSeries, Problem> {
        Ok(self.write(Method::POST, "/v1/devices/series", None, Uuid::now_v7(), &()).await?)
    }

    /// Tells of a number this kiosk printed by itself. The same number is never taken in twice.
    ///
    /// # Errors
    /// [`Refusal`]: away, or refused for good.
    pub async fn tell_printed(&self, ticket: &PrintedTicket) -> Result<Ticket, Refusal> {
        self.write(Method::POST, "/v1/tickets/printed", None, ticket.id, ticket).await
    }

    /// A ticket as it stands.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn ticket(&self, id: Uuid) -> Result<Ticket, Problem> {
        Ok(self.read(&format!("/v1/tickets/{id}"), None).await?)
    }

    /// Says how somebody was served. The same `key` never says it twice.
    ///
    /// # Errors
    /// `rated-already`, `central-away`, or what the API refuses with.
    pub async fn rate(&self, id: Uuid, rating: &RateTicket, key: Uuid) -> Result<(), Problem> {
        Ok(self.write(Method::POST, &format!("/v1/tickets/{id}/rating"), None, key, rating).await?)
    }

    /// The hall for a console.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn queue(&self) -> Result<QueueView, Problem> {
        Ok(self.read("/v1/queue", None).await?)
    }

    /// The hall for a board.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn board(&self) -> Result<BoardView, Problem> {
        Ok(self.read("/v1/board", None).await?)
    }

    /// What the holder of a code may know.
    ///
    /// # Errors
    /// `unknown-code`, `central-away`, or what the API refuses with.
    pub async fn lookup(&self, code: &str) -> Result<Lookup, Problem> {
        Ok(self.read(&format!("/v1/lookup/{code}"), None).await?)
    }

    /// Hands over a file that a submission will name.
    ///
    /// # Errors
    /// [`Refusal`]: away, or refused for good.
    pub async fn send_file(&self, bytes: Vec<u8>, media_type: &str, key: Uuid) -> Result<StoredFile, Refusal> {
        self.write_bytes("/v1/files", None, key, media_type, bytes).await
    }

    /// Hands over a submission. The same `key` never makes a second one.
    ///
    /// # Errors
    /// [`Refusal`]: away, or refused for good.
    pub async fn send_submission(&self, submission: &Submission, key: Uuid) -> Result<Receipt, Refusal> {
        self.write(Method::POST, "/v1/submissions", None, key, submission).await
    }
}

/// What an officer may ask, with the token of their session.
impl CentralClient {
    /// Signs an officer in.
    ///
    /// # Errors
    /// `sign-in-wrong`, `sign-in-wait`, `central-away`.
    pub async fn sign_in(&self, request: &SignIn) -> Result<StaffSession, Problem> {
        Ok(self.write(Method::POST, "/v1/staff/sign-in", None, Uuid::now_v7(), request).await?)
    }

    /// Ends an officer's session.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn sign_out(&self, staff: &str) -> Result<(), Problem> {
        Ok(self.write_nothing("/v1/staff/sign-out", staff).await?)
    }

    /// Changes an officer's password.
    ///
    /// # Errors
    /// `password-wrong`, `password-short` and the like, `central-away`.
    pub async fn change_password(&self, staff: &str, request: &ChangePassword) -> Result<(), Problem> {
        Ok(self.write(Method::POST, "/v1/staff/password", Some(staff), Uuid::now_v7(), request).await?)
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn me(&self, staff: &str) -> Result<StaffMember, Problem> {
        Ok(self.read("/v1/staff/me", Some(staff)).await?)
    }

    /// Opens or closes a counter.
    ///
    /// # Errors
    /// `counter-taken`, `central-away`, or what the API refuses with.
    pub async fn set_counter(&self, staff: &str, number: u32, open: bool) -> Result<(), Problem> {
        let verb = if open { "open" } else { "close" };
        Ok(self.write_nothing(&format!("/v1/counters/{number}/{verb}"), staff).await?)
    }

    /// Calls the next ticket to a counter; none when nobody waits for it.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn call_next(&self, staff: &str, counter: u32) -> Result<Called, Problem> {
        let path = format!("/v1/counters/{counter}/call-next");
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), &()).await?)
    }

    /// The officer goes on a break, or is back from it.
    ///
    /// # Errors
    /// `counter-busy`, `counter-on-break`, `central-away`, or what the API refuses with.
    pub async fn set_break(&self, staff: &str, number: u32, on_break: bool) -> Result<(), Problem> {
        let verb = if on_break { "break" } else { "back" };
        Ok(self.write_nothing(&format!("/v1/counters/{number}/{verb}"), staff).await?)
    }

    /// Carries out a verb on a ticket: `recall`, `start`, `call`, `transfer`, … with what the verb needs
    /// to know ([`AtCounter`](motcua_domain::wire::AtCounter) and the like, or nothing).
    ///
    /// # Errors
    /// `ticket-not-in-state` when its state does not allow it, `central-away`, or what the API
    /// refuses with.
    pub async fn ticket_verb(
        &self,
        staff: &str,
        id: Uuid,
        verb: &str,
        content: &impl Serialize,
    ) -> Result<Ticket, Problem> {
        let path = format!("/v1/tickets/{id}/{verb}");
        Ok(self.write(Method::POST, &path, Some(staff), Uuid::now_v7(), content).await?)
    }

    /// How the centre is set up, with the version (supervisors).
    ///
    /// # Errors
    /// `supervisor-only`, `central-away`, or what the API refuses with.
    pub async fn config(&self, staff: &str) -> Result<(BranchConfig, u32), Problem> {
        Ok(self.read_version("/v1/branch/config", staff).await?)
    }

    /// Sets the centre up anew, from the version that was changed (supervisors).
    ///
    /// # Errors
    /// `branch-changed` when somebody else did meanwhile, what is wrong with it, `supervisor-only`,
    /// `central-away`.
    pub async fn set_config(&self, staff: &str, config: &BranchConfig, version: u32) -> Result<BranchConfig, Problem> {
        Ok(self.write_version("/v1/branch/config", staff, config, version).await?)
    }

    /// How a business date went; today when none is given (supervisors).
    ///
    /// # Errors
    /// `supervisor-only`, `central-away`, or what the API refuses with.
    pub async fn day_report(&self, staff: &str, date: Option<Date>) -> Result<DayReport, Problem> {
        let of = date.map(|date| format!("?date={date}")).unwrap_or_default();
        Ok(self.read(&format!("/v1/reports/day{of}"), Some(staff)).await?)
    }

    /// The same as a table for a spreadsheet.
    ///
    /// # Errors
    /// `supervisor-only`, `central-away`, or what the API refuses with.
    pub async fn day_table(&self, staff: &str, date: Date) -> Result<Vec<u8>, Problem> {
        Ok(self.read_bytes(&format!("/v1/reports/day.csv?date={date}"), Some(staff)).await?.0)
    }

    /// Every submission that waits for an officer, and the newest of the others.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn submissions(&self, staff: &str) -> Result<Vec<SubmissionLine>, Problem> {
        let mut lines: Vec<SubmissionLine> = Vec::new();
        loop {
            let before = lines.last().map(|last| format!("&before={}", last.id)).unwrap_or_default();
            let path = format!("/v1/submissions?open=true&limit={PART}{before}");
            let part: Vec<SubmissionLine> = self.read(&path, Some(staff)).await?;
            let last = part.len() < PART;
            lines.extend(part);
            if last {
                break;
            }
        }
        let newest: Vec<SubmissionLine> = self.read("/v1/submissions?limit=50", Some(staff)).await?;
        lines.extend(newest.into_iter().filter(|line| line.state == SubmissionState::Accepted && !line.answered));
        Ok(lines)
    }

    /// One submission, all of it.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn submission(&self, staff: &str, id: Uuid) -> Result<SubmissionDetail, Problem> {
        Ok(self.read(&format!("/v1/submissions/{id}"), Some(staff)).await?)
    }

    /// The bytes of a file, with their media type.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn file(&self, staff: &str, id: Uuid) -> Result<(Vec<u8>, String), Problem> {
        Ok(self.read_bytes(&format!("/v1/files/{id}"), Some(staff)).await?)
    }

    /// Accepts a submission: it becomes a dossier.
    ///
    /// # Errors
    /// `already-accepted`, `central-away`, or what the API refuses with.
    pub async fn accept(
        &self,
        staff: &str,
        id: Uuid,
        papers: BTreeMap<String, PaperTaken>,
        key: Uuid,
    ) -> Result<Acceptance, Problem> {
        let path = format!("/v1/submissions/{id}/accept");
        Ok(self.write(Method::POST, &path, Some(staff), key, &AcceptSubmission { papers }).await?)
    }
}
