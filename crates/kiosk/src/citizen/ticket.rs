use std::sync::Arc;
use std::time::Duration;

use motcua_domain::paper::{self, TicketPaper};
use motcua_domain::wire::{IssueTicket, Problem, Ticket};
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::CitizenDesk;
use crate::printer::PaperKind;
use crate::view::{NumberWanted, TicketHeld, TicketShown};

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
        let (mut visit, words) = self.words().await;
        if let Some(shown) = &visit.ticket
            && shown.ticket.group == wanted.group
            && self.clock.now().millis() - shown.ticket.issued_at.millis() < DOUBLE_PRESS_MS
        {
            return Ok(shown.clone());
        }
        let language = visit.locale.tag().to_owned();
        let NumberWanted { group, service, priority } = wanted.clone();
        let request = IssueTicket { group, service, priority, holder: visit.holder.clone(), language };
        let earlier = visit.asked.take().filter(|(asked, _)| *asked == wanted).map(|(_, key)| key);
        let (ticket, cut_off) = match self.ask_for_number(&request, earlier).await {
            Ok(given) => given,
            Err((problem, key)) => {
                visit.asked = key.map(|key| (wanted, key));
                return Err(problem);
            }
        };
        let TicketHeld { ticket, group_name, counters } = self.named(ticket, visit.locale);
        let branch = self.link.known().branch;
        let public_url = branch.as_ref().and_then(|b| b.public_url.as_deref());
        let qr = ticket_qr(&ticket, public_url);
        let paper = TicketPaper {
            centre: branch.as_ref().map(|b| b.name.clone()).unwrap_or_default(),
            label: ticket.label.clone(),
            group: group_name.clone(),
            counters: counters.clone(),
            ahead: (!cut_off).then_some(ticket.ahead),
            wait: ticket.wait,
            issued_at: ticket.issued_at,
            qr: qr.clone(),
            phone: public_url.is_some(),
            reprint: false,
            trial: self.prints.trial(),
        };
        let print = self.print_ticket(paper, words);
        let qr = crate::paper::qr(&qr).map_err(|_| Problem::new("internal"))?;
        let shown = TicketShown { ticket, group_name, counters, qr, phone: public_url.is_some(), cut_off, print };
        visit.ticket = Some(shown.clone());
        Ok(shown)
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
        Ok(self.named(ticket, locale))
    }

    /// A ticket with what it is for and who serves it.
    fn named(&self, ticket: Ticket, locale: Locale) -> TicketHeld {
        let branch = self.link.known().branch;
        let group = branch.and_then(|branch| branch.groups.into_iter().find(|group| group.id == ticket.group));
        let counters = group.as_ref().map(|group| group.counters.clone()).unwrap_or_default();
        let group_name = match group {
            Some(group) if locale == Locale::En => group.name_en,
            Some(group) => group.name,
            None => ticket.group.clone(),
        };
        TicketHeld { ticket, group_name, counters }
    }

    fn print_ticket(&self, paper: TicketPaper, words: &'static Words) -> u64 {
        self.prints.start(
            PaperKind::Ticket,
            Arc::new(move |reprint| paper::ticket(&TicketPaper { reprint, ..paper.clone() }, words)),
        )
    }
}

/// What a ticket's QR says: the page a phone can follow it on, or its identity for kiosks and consoles.
fn ticket_qr(ticket: &Ticket, public_url: Option<&str>) -> String {
    match public_url {
        Some(url) => format!("{}/t/{}", url.trim_end_matches('/'), ticket.id),
        None => format!("motcua:t:{}", ticket.id),
    }
}
