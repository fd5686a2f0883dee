//! The slips this machine prints, at the entrance and at a counter alike: a number's, an appointment's,
//! and a list of papers to prepare.

use std::sync::Arc;

use motcua_domain::catalogue::Procedure;
use motcua_domain::paper::{
    self, AppointmentPaper, Checklist, ChecklistPaper, PaperSize, TicketPaper, TicketProcedure,
};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Appointment, Branch, Problem, Ticket};
use motcua_domain::words::{Locale, Words};

use crate::print_desk::PrintDesk;
use crate::printer::PaperKind;
use crate::view::{AppointmentHeld, AppointmentShown, ChecklistShown, TicketHeld, TicketShown};

/// Whom a paper is for: the centre it says, and the language it says it in.
pub(crate) struct Slips<'a> {
    /// The centre, where it is known.
    pub(crate) branch: Option<Branch>,
    /// The person's language.
    pub(crate) locale: Locale,
    /// The printer.
    pub(crate) prints: &'a PrintDesk,
    /// What receipts are printed on; numbers and appointments on a roll of its width.
    pub(crate) size: PaperSize,
}

impl Slips<'_> {
    /// A ticket with what it is for and who serves it.
    pub(crate) fn named(&self, ticket: Ticket) -> TicketHeld {
        let group = self.branch.iter().flat_map(|branch| &branch.groups).find(|group| group.id == ticket.group);
        TicketHeld {
            group_name: group.map_or_else(|| ticket.group.clone(), |group| group.said(self.locale).to_owned()),
            counters: group.map(|group| group.counters.clone()).unwrap_or_default(),
            ticket,
        }
    }

    /// Starts printing a number that was just given.
    ///
    /// # Errors
    /// `internal` when no QR can be made.
    pub(crate) fn ticket(
        &self,
        ticket: Ticket,
        cut_off: bool,
        for_procedure: Option<TicketProcedure>,
    ) -> Result<TicketShown, Problem> {
        let TicketHeld { ticket, group_name, counters } = self.named(ticket);
        let said = self.address("t", ticket.id);
        let paper = TicketPaper {
            centre: self.centre(),
            label: ticket.label.clone(),
            group: group_name.clone(),
            counters: counters.clone(),
            ahead: (!cut_off).then_some(ticket.ahead),
            wait: ticket.wait,
            issued_at: ticket.issued_at,
            qr: said.clone(),
            phone: self.phone(),
            for_procedure,
            reprint: false,
            trial: self.prints.trial(),
        };
        let (words, roll) = (Words::of(self.locale), self.size.roll());
        let print = self.prints.start_of(
            ticket.id,
            PaperKind::Ticket,
            Arc::new(move |reprint| paper::ticket(&TicketPaper { reprint, ..paper.clone() }, words).on(roll)),
        );
        let qr = qr(&said)?;
        Ok(TicketShown { ticket, group_name, counters, qr, phone: self.phone(), cut_off, print })
    }

    /// An appointment with what it is for.
    pub(crate) fn appointment_held(&self, appointment: Appointment) -> AppointmentHeld {
        let services = self.branch.iter().flat_map(|branch| &branch.groups).flat_map(|group| &group.services);
        let service = services.into_iter().find(|service| service.id == appointment.service);
        let service_name = service.map_or_else(|| appointment.service.clone(), |s| s.name.get(self.locale).to_owned());
        AppointmentHeld { appointment, service_name }
    }

    /// Starts printing an appointment that was just made.
    ///
    /// # Errors
    /// `internal` when no QR can be made.
    pub(crate) fn appointment(&self, appointment: Appointment) -> Result<AppointmentShown, Problem> {
        let held = self.appointment_held(appointment);
        let said = self.address("a", held.appointment.id);
        let paper = AppointmentPaper {
            centre: self.centre(),
            address: self.branch.as_ref().map(|branch| branch.address.clone()).unwrap_or_default(),
            service: held.service_name.clone(),
            start: held.appointment.start,
            until: held.appointment.until,
            opens: held.appointment.opens,
            late_after: held.appointment.late_after,
            code: held.appointment.code.to_string(),
            qr: said.clone(),
            phone: self.phone(),
            reprint: false,
            trial: self.prints.trial(),
        };
        let (words, roll) = (Words::of(self.locale), self.size.roll());
        let print = self.prints.start_of(
            held.appointment.id,
            PaperKind::Appointment,
            Arc::new(move |reprint| paper::appointment(&AppointmentPaper { reprint, ..paper.clone() }, words).on(roll)),
        );
        Ok(AppointmentShown { held, qr: qr(&said)?, phone: self.phone(), print })
    }

    /// Starts printing the papers of a procedure and a case as a list to tick.
    ///
    /// # Errors
    /// `internal` when no QR can be made.
    pub(crate) fn checklist(
        &self,
        procedure: &Procedure,
        case: Option<usize>,
        made_at: Moment,
        size: PaperSize,
    ) -> Result<ChecklistShown, Problem> {
        let words = Words::of(self.locale);
        let list = Checklist::of(procedure, case, words);
        let mut said = self.address("p", &procedure.code);
        if let Some(case) = case {
            said = format!("{said}?case={}&v={}", case + 1, procedure.version);
        }
        let paper = ChecklistPaper {
            centre: self.centre(),
            list,
            qr: said.clone(),
            phone: self.phone(),
            made_at,
            reprint: false,
            trial: self.prints.trial(),
        };
        let print = self.prints.start(
            PaperKind::Checklist,
            Arc::new(move |reprint| paper::checklist(&ChecklistPaper { reprint, ..paper.clone() }, size, words)),
        );
        Ok(ChecklistShown { qr: qr(&said)?, phone: self.phone(), print })
    }

    fn centre(&self) -> String {
        self.branch.as_ref().map(|branch| branch.name.clone()).unwrap_or_default()
    }

    fn public_url(&self) -> Option<&str> {
        self.branch.as_ref()?.public_url.as_deref()
    }

    /// Whether a phone can open what the QR says.
    pub(crate) fn phone(&self) -> bool {
        self.public_url().is_some()
    }

    /// What a QR says: the page a phone can open, or the identity for kiosks and consoles.
    pub(crate) fn address(&self, kind: &str, id: impl std::fmt::Display) -> String {
        match self.public_url() {
            Some(url) => format!("{}/{kind}/{id}", url.trim_end_matches('/')),
            None => format!("motcua:{kind}:{id}"),
        }
    }
}

fn qr(said: &str) -> Result<crate::view::QrPicture, Problem> {
    crate::paper::qr(said).map_err(|_| Problem::new("internal"))
}
