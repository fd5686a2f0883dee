use motcua_domain::time::Moment;
use motcua_domain::wire::{CheckInAppointment, Problem, SlotDay};
use uuid::Uuid;

use super::CitizenDesk;
use super::guide::nothing_begun;
use crate::reader::Scanned;
use crate::times::service_of;
use crate::view::{AppointmentHeld, AppointmentShown, TicketShown, TimesOffered};

/// What this visit asked of appointments, so that a press whose answer was lost is the same asking.
#[derive(Default)]
pub(super) struct Asked {
    book: Option<(String, Moment, Uuid)>,
    check_in: Option<(Uuid, Uuid)>,
}

impl CitizenDesk {
    /// The days and times that can be booked for a service.
    ///
    /// # Errors
    /// `unknown-service`, `central-away`.
    pub async fn slots(&self, service: &str) -> Result<Vec<SlotDay>, Problem> {
        self.central.slots(None, service).await
    }

    /// The times that can be chosen with what is being answered. While the central system is away there are
    /// only wishes.
    ///
    /// # Errors
    /// `nothing-begun`, or what the central system refuses with.
    pub async fn guide_times(&self) -> Result<TimesOffered, Problem> {
        let procedure = self.visit.lock().await.guide.as_ref().ok_or_else(nothing_begun)?.procedure.clone();
        let branch = self.link.known().branch;
        let answer = match branch.as_ref().map(|branch| service_of(branch, &procedure)) {
            None => Err(Problem::new("central-away")),
            Some(None) => Ok(Vec::new()),
            Some(Some(service)) => self.central.slots(None, service).await,
        };
        TimesOffered::of(answer, branch.as_ref(), self.clock.now())
    }

    /// Keeps a time and starts printing its paper. The same time asked for again in a visit is the same
    /// appointment.
    ///
    /// # Errors
    /// `slot-full`, `slot-unknown`, `central-away`.
    pub async fn book(&self, service: &str, start: Moment) -> Result<AppointmentShown, Problem> {
        let mut visit = self.visit.lock().await;
        let asked = visit.appointment.book.take().filter(|asked| asked.0 == service && asked.1 == start);
        let key = asked.map_or_else(Uuid::now_v7, |asked| asked.2);
        let booked = self.central.book(None, service, start, key).await;
        // A refusal is of this moment only: asked later, the answer may be another.
        let stands = booked.as_ref().map_or_else(|problem| problem.code == "central-away", |_| true);
        visit.appointment.book = stands.then(|| (service.to_owned(), start, key));
        self.slips(visit.locale).appointment(booked?)
    }

    /// An appointment by its code, or by what its QR says: a reader may be one that types.
    ///
    /// # Errors
    /// `unknown-appointment`, `appointment-code-wrong`, `central-away`.
    pub async fn appointment(&self, text: &str) -> Result<AppointmentHeld, Problem> {
        let Ok(Scanned::Appointment(id_or_code)) = Scanned::classify(text) else {
            return Err(Problem::new("appointment-code-wrong"));
        };
        self.appointment_of(&id_or_code).await
    }

    /// An appointment by its identity or its code.
    ///
    /// # Errors
    /// `unknown-appointment`, `central-away`.
    pub(super) async fn appointment_of(&self, id_or_code: &str) -> Result<AppointmentHeld, Problem> {
        let found = self.central.appointment(None, id_or_code).await?;
        let locale = self.visit.lock().await.locale;
        Ok(self.slips(locale).appointment_held(found))
    }

    /// Its holder is here: gives the number and starts printing it.
    ///
    /// # Errors
    /// `appointment-early`, `appointment-used`, `has-number` and the like, `central-away`.
    pub async fn check_in(&self, id: Uuid) -> Result<TicketShown, Problem> {
        let mut visit = self.visit.lock().await;
        let asked = visit.appointment.check_in.take().filter(|asked| asked.0 == id);
        let key = asked.map_or_else(Uuid::now_v7, |asked| asked.1);
        let body = CheckInAppointment { language: visit.locale.tag().to_owned(), holder: visit.holder.clone() };
        let ticket = self.central.check_in(None, id, &body, key).await;
        let lost = ticket.as_ref().is_err_and(|problem| problem.code == "central-away");
        visit.appointment.check_in = lost.then_some((id, key));
        let shown = self.slips(visit.locale).ticket(ticket?, false, None)?;
        visit.ticket = Some(shown.clone());
        Ok(shown)
    }

    /// Gives a time back.
    ///
    /// # Errors
    /// `appointment-used`, `appointment-cancelled`, `unknown-appointment`, `central-away`.
    pub async fn cancel_appointment(&self, id: Uuid) -> Result<AppointmentHeld, Problem> {
        let gone = self.central.cancel_appointment(None, id).await?;
        let locale = self.visit.lock().await.locale;
        Ok(self.slips(locale).appointment_held(gone))
    }
}
