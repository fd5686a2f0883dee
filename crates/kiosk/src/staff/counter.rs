use motcua_domain::wire::Problem;
use uuid::Uuid;

use super::StaffDesk;
use crate::view::ConsoleView;

impl StaffDesk {
    /// Opens a counter for the officer signed in.
    ///
    /// # Errors
    /// `counter-taken`, `unknown-counter`, `token-missing`, `central-away`.
    pub async fn open_counter(&self, number: u32) -> Result<ConsoleView, Problem> {
        self.set_counter(number, true).await
    }

    /// Closes the officer's counter.
    ///
    /// # Errors
    /// `no-counter-open`, `counter-busy` while somebody is being served, `central-away`.
    pub async fn close_counter(&self) -> Result<ConsoleView, Problem> {
        self.set_counter(self.counter()?, false).await
    }

    /// Calls the next ticket to the officer's counter.
    ///
    /// # Errors
    /// `queue-empty` when nobody waits for it, `counter-busy`, `no-counter-open`, `central-away`.
    pub async fn call_next(&self) -> Result<ConsoleView, Problem> {
        let (token, counter) = (self.token()?, self.counter()?);
        let called = self.ended_when_refused(self.central.call_next(&token, counter).await)?;
        self.link.refresh().await;
        match called.ticket {
            Some(_) => Ok(self.console().await),
            None => Err(Problem::new("queue-empty")),
        }
    }

    /// Carries out a verb on a ticket: `recall`, `start`, `finish` or `no-show`.
    ///
    /// # Errors
    /// Why the ticket's state does not allow it, `token-missing`, `central-away`.
    pub async fn ticket(&self, id: Uuid, verb: &str) -> Result<ConsoleView, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.ticket_verb(&token, id, verb).await)?;
        self.link.refresh().await;
        Ok(self.console().await)
    }

    async fn set_counter(&self, number: u32, open: bool) -> Result<ConsoleView, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.set_counter(&token, number, open).await)?;
        self.know_myself(&token).await?;
        self.link.refresh().await;
        Ok(self.console().await)
    }

    fn counter(&self) -> Result<u32, Problem> {
        self.session().as_ref().and_then(|session| session.who.counter).ok_or_else(|| Problem::new("no-counter-open"))
    }
}
