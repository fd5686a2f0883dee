use std::sync::Arc;

use motcua_domain::paper::{self, TicketPaper};
use motcua_domain::wire::{IssueTicket, Problem, Ticket};
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::CitizenDesk;
use crate::printer::PaperKind;
use crate::view::{TicketHeld, TicketShown};

/// A second press in the same group within so many milliseconds gives the same number.
const DOUBLE_PRESS_MS: i64 = 8_000;

impl CitizenDesk {
    /// Issues a number and starts printing it.
    ///
    /// # Errors
    /// `unknown-group`, `central-away`, or what the central system refuses with.
    pub async fn take_ticket(&self, group: &str) -> Result<TicketShown, Problem> {
        let (mut visit, words) = self.words().await;
        if let Some(shown) = &visit.ticket
            && shown.ticket.group == group
            && self.clock.now().millis() - shown.ticket.issued_at.millis() < DOUBLE_PRESS_MS
        {
            return Ok(shown.clone());
        }
        let language = visit.locale.tag().to_owned();
        let request = IssueTicket { group: group.to_owned(), service: None, priority: None, language };
        let key = match visit.asked.take() {
            Some((asked, key)) if asked == group => key,
            _ => Uuid::now_v7(),
        };
        let answer = self.central.issue_ticket(&request, key).await;
        if answer.as_ref().is_err_and(|problem| problem.code == "central-away") {
            visit.asked = Some((group.to_owned(), key));
        }
        let ticket = answer?;
        let TicketHeld { ticket, group_name, counters } = self.named(ticket, visit.locale);
        let branch = self.link.known().branch;
        let public_url = branch.as_ref().and_then(|b| b.public_url.as_deref());
        let qr = ticket_qr(&ticket, public_url);
        let paper = TicketPaper {
            centre: branch.as_ref().map(|b| b.name.clone()).unwrap_or_default(),
            label: ticket.label.clone(),
            group: group_name.clone(),
            counters: counters.clone(),
            ahead: ticket.ahead,
            issued_at: ticket.issued_at,
            qr: qr.clone(),
            phone: public_url.is_some(),
            reprint: false,
            trial: self.prints.trial(),
        };
        let print = self.print_ticket(paper, words);
        let qr = crate::paper::qr(&qr).map_err(|_| Problem::new("internal"))?;
        let shown = TicketShown { ticket, group_name, counters, qr, phone: public_url.is_some(), print };
        visit.ticket = Some(shown.clone());
        Ok(shown)
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
