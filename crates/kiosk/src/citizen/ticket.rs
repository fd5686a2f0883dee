use std::time::Duration;

use motcua_domain::paper::TicketProcedure;
use motcua_domain::wire::{IssueTicket, Problem, Ticket};
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::CitizenDesk;
use crate::view::{NumberWanted, ProcedureCase, TicketHeld, TicketShown};

/// A second press in the same group within so many milliseconds gives the same number.
const DOUBLE_PRESS_MS: i64 = 8_000;
/// How long the central system may take to give a number before the kiosk gives one of its own.
const PATIENCE: Duration = Duration::from_millis(2_500);

impl CitizenDesk {
    /// Issues a number and starts printing it. While the central system is away it is one of the
    /// kiosk's own series.
    ///
    /// # Errors
    /// `unknown-group`, `central-away`, or what the central system refuses with.
    pub async fn take_ticket(&self, wanted: NumberWanted) -> Result<TicketShown, Problem> {
        let mut visit = self.visit.lock().await;
        if let Some(shown) = &visit.ticket
            && shown.ticket.group == wanted.group
            && self.clock.now().millis() - shown.ticket.issued_at.millis() < DOUBLE_PRESS_MS
        {
            return Ok(shown.clone());
        }
        let language = visit.locale.tag().to_owned();
        let NumberWanted { group, service, priority, procedure } = wanted.clone();
        // Without the list of its papers a number is a number all the same.
        let procedure = procedure.and_then(|wanted| self.for_procedure(&wanted, visit.locale));
        let request = IssueTicket { group, service, priority, holder: visit.holder.clone(), language };
        let earlier = visit.asked.take().filter(|(asked, _)| *asked == wanted).map(|(_, key)| key);
        let (ticket, cut_off) = match self.ask_for_number(&request, earlier).await {
            Ok(given) => given,
            Err((problem, key)) => {
                visit.asked = key.map(|key| (wanted, key));
                return Err(problem);
            }
        };
        let shown = self.slips(visit.locale).ticket(ticket, cut_off, procedure)?;
        visit.ticket = Some(shown.clone());
        Ok(shown)
    }

    /// What a number's paper says of the procedure it was taken for.
    fn for_procedure(&self, wanted: &ProcedureCase, locale: Locale) -> Option<TicketProcedure> {
        let procedure = self.catalogue.procedure(&wanted.code).ok()?;
        Some(TicketProcedure::of(&procedure, wanted.case_of(&procedure), Words::of(locale)))
    }

    /// A number from the central system, or, when it does not answer within moments, one of the
    /// kiosk's own series (`true`). With a problem comes the key to ask under again: a number may have
    /// been given for it.
    async fn ask_for_number(
        &self,
        request: &IssueTicket,
        earlier: Option<Uuid>,
    ) -> Result<(Ticket, bool), (Problem, Option<Uuid>)> {
        let mut asked_under = earlier;
        if self.link.known().live || earlier.is_some() || !self.own.are_there().await {
            let key = earlier.unwrap_or_else(Uuid::now_v7);
            asked_under = Some(key);
            let answer = tokio::time::timeout(PATIENCE, self.central.issue_ticket(request, key)).await;
            match answer.unwrap_or_else(|_| Err(Problem::new("central-away"))) {
                Ok(ticket) => return Ok((ticket, false)),
                Err(problem) if problem.code != "central-away" => return Err((problem, None)),
                Err(_) => {}
            }
        }
        match self.own.issue(request, asked_under).await {
            Ok(ticket) => Ok((ticket, true)),
            Err(problem) => Err((problem, asked_under)),
        }
    }

    /// A number somebody holds already, as it stands now.
    ///
    /// # Errors
    /// `unknown-ticket`, `central-away`.
    pub async fn held(&self, id: Uuid) -> Result<TicketHeld, Problem> {
        let ticket = self.central.ticket(id).await?;
        let locale = self.visit.lock().await.locale;
        Ok(self.slips(locale).named(ticket))
    }
}
