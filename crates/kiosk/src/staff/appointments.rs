use jiff::civil::Date;
use motcua_domain::time::Moment;
use motcua_domain::wire::{CheckInAppointment, Problem, SlotDay};
use motcua_domain::words::Locale;
use uuid::Uuid;

use super::StaffDesk;
use crate::slip::Slips;
use crate::view::{AppointmentHeld, AppointmentShown, TicketShown};

impl StaffDesk {
    /// The appointments of a day, by their time.
    ///
    /// # Errors
    /// `token-missing`, `central-away`.
    pub async fn appointments(&self, date: Date) -> Result<Vec<AppointmentHeld>, Problem> {
        let token = self.token()?;
        let found = self.ended_when_refused(self.central.appointments(&token, date).await)?;
        let slips = self.slips();
        Ok(found.into_iter().map(|one| slips.appointment_held(one)).collect())
    }

    /// The days and times that can be booked for a service.
    ///
    /// # Errors
    /// `unknown-service`, `token-missing`, `central-away`.
    pub async fn slots(&self, service: &str) -> Result<Vec<SlotDay>, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.slots(Some(&token), service).await)
    }

    /// Keeps a time for the person at the counter, and starts printing its paper there.
    ///
    /// # Errors
    /// `slot-full`, `slot-unknown`, `token-missing`, `central-away`.
    pub async fn book(&self, service: &str, start: Moment) -> Result<AppointmentShown, Problem> {
        let token = self.token()?;
        let book = |key| self.central.book(Some(&token), service, start, key);
        let booked = self.once(format!("book {service} {start}"), book).await?;
        let _session = self.still(&token)?;
        self.slips().appointment(booked)
    }

    /// Gives the number of somebody who comes for an appointment, and starts printing it at the counter.
    ///
    /// # Errors
    /// `appointment-early`, `appointment-used` and the like, `token-missing`, `central-away`.
    pub async fn check_in(&self, id: Uuid) -> Result<TicketShown, Problem> {
        let token = self.token()?;
        let body = CheckInAppointment { language: Locale::Vi.tag().to_owned(), holder: None };
        let check_in = |key| self.central.check_in(Some(&token), id, &body, key);
        let ticket = self.once(format!("check in {id}"), check_in).await?;
        let _session = self.still(&token)?;
        self.slips().ticket(ticket, false, None)
    }

    /// Gives a time back.
    ///
    /// # Errors
    /// `appointment-used`, `appointment-cancelled`, `token-missing`, `central-away`.
    pub async fn cancel_appointment(&self, id: Uuid) -> Result<AppointmentHeld, Problem> {
        let token = self.token()?;
        let gone = self.ended_when_refused(self.central.cancel_appointment(Some(&token), id).await)?;
        Ok(self.slips().appointment_held(gone))
    }

    pub(super) fn slips(&self) -> Slips<'_> {
        Slips { branch: self.link.known().branch, locale: Locale::Vi, prints: &self.prints, size: self.slips }
    }
}
