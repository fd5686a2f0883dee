use motcua_domain::queue::Line;
use motcua_domain::wire::{AtCounter, CancelTicket, Problem, TransferTicket};
use serde::Serialize;
use uuid::Uuid;

use super::{StaffDesk, counter_of};
use crate::view::{ConsoleView, Did, LastDone};

impl StaffDesk {
    /// Opens a counter for the officer signed in.
    ///
    /// # Errors
    /// `counter-taken`, `unknown-counter`, `token-missing`, `central-away`.
    pub async fn open_counter(&self, number: u32) -> Result<ConsoleView, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.set_counter(&token, number, true).await)?;
        self.forget_last();
        Ok(self.refreshed().await)
    }

    /// Closes the officer's counter.
    ///
    /// # Errors
    /// `no-counter-open`, `counter-busy` while somebody is being served, `central-away`.
    pub async fn close_counter(&self) -> Result<ConsoleView, Problem> {
        let (token, counter) = (self.token()?, self.counter()?);
        self.ended_when_refused(self.central.set_counter(&token, counter, false).await)?;
        self.forget_last();
        Ok(self.refreshed().await)
    }

    /// The officer goes on a break, or is back from it; the counter stays theirs.
    ///
    /// # Errors
    /// `no-counter-open`, `counter-busy` while somebody is being served, `counter-on-break`,
    /// `central-away`.
    pub async fn set_break(&self, on_break: bool) -> Result<ConsoleView, Problem> {
        let (token, counter) = (self.token()?, self.counter()?);
        self.ended_when_refused(self.central.set_break(&token, counter, on_break).await)?;
        Ok(self.refreshed().await)
    }

    /// Calls the next ticket to the officer's counter.
    ///
    /// # Errors
    /// `queue-empty` when nobody waits for it, `counter-busy`, `counter-on-break`, `no-counter-open`,
    /// `central-away`.
    pub async fn call_next(&self) -> Result<ConsoleView, Problem> {
        let (token, counter) = (self.token()?, self.counter()?);
        let called = self.ended_when_refused(self.central.call_next(&token, counter).await)?;
        if let Some(ticket) = &called.ticket {
            self.remember(LastDone { did: Did::Call, ticket: ticket.clone() });
        }
        let view = self.refreshed().await;
        called.ticket.map(|_| view).ok_or_else(|| Problem::new("queue-empty"))
    }

    /// Carries out on a ticket what needs nothing more to be known: all but [`Self::call`],
    /// [`Self::resume`], [`Self::transfer`] and [`Self::cancel`].
    ///
    /// # Errors
    /// Why the ticket's state does not allow it, `token-missing`, `central-away`.
    pub async fn ticket(&self, id: Uuid, did: Did) -> Result<ConsoleView, Problem> {
        self.order(id, did, &()).await
    }

    /// Calls a ticket to the officer's counter, out of turn.
    ///
    /// # Errors
    /// As [`Self::ticket`], `counter-busy`, `counter-on-break`, `no-counter-open`.
    pub async fn call(&self, id: Uuid) -> Result<ConsoleView, Problem> {
        self.order(id, Did::Call, &AtCounter { counter: self.counter()? }).await
    }

    /// Calls the holder of a parked or missed ticket to the officer's counter.
    ///
    /// # Errors
    /// As [`Self::ticket`], `counter-busy`, `counter-on-break`, `no-counter-open`.
    pub async fn resume(&self, id: Uuid) -> Result<ConsoleView, Problem> {
        self.order(id, Did::Resume, &AtCounter { counter: self.counter()? }).await
    }

    /// Sends a ticket on under the same number: to the end of a line, or before everybody there.
    ///
    /// # Errors
    /// As [`Self::ticket`], `unknown-service`, `unknown-counter`.
    pub async fn transfer(&self, id: Uuid, to: Line, first: bool) -> Result<ConsoleView, Problem> {
        self.order(id, Did::Transfer, &TransferTicket { to, first }).await
    }

    /// Takes a ticket back: `given-back`, `mistake`, `double`.
    ///
    /// # Errors
    /// As [`Self::ticket`].
    pub async fn cancel(&self, id: Uuid, reason: String) -> Result<ConsoleView, Problem> {
        self.order(id, Did::Cancel, &CancelTicket { reason }).await
    }

    async fn order(&self, id: Uuid, did: Did, content: &impl Serialize) -> Result<ConsoleView, Problem> {
        let token = self.token()?;
        let ticket = self.ended_when_refused(self.central.ticket_verb(&token, id, did.route(), content).await)?;
        self.remember(LastDone { did, ticket });
        Ok(self.refreshed().await)
    }

    /// The console as it is after something was done.
    async fn refreshed(&self) -> ConsoleView {
        self.link.refresh().await;
        self.console().await
    }

    fn remember(&self, done: LastDone) {
        if let Some(session) = self.session().as_mut() {
            session.last = Some(done);
        }
    }

    /// At another counter, or at none, nothing is undone any more.
    fn forget_last(&self) {
        if let Some(session) = self.session().as_mut() {
            session.last = None;
        }
    }

    fn counter(&self) -> Result<u32, Problem> {
        let account = self.session().as_ref().map(|session| session.who.account.clone());
        let branch = self.link.known().branch;
        let counter = account.zip(branch).and_then(|(account, branch)| counter_of(&branch, &account));
        counter.ok_or_else(|| Problem::new("no-counter-open"))
    }
}

impl Did {
    /// The last part of its route.
    fn route(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Recall => "recall",
            Self::Start => "start",
            Self::Finish => "finish",
            Self::NoShow => "no-show",
            Self::Transfer => "transfer",
            Self::Park => "park",
            Self::Resume => "resume",
            Self::ReturnToQueue => "return",
            Self::Cancel => "cancel",
            Self::Reopen => "reopen",
        }
    }
}
