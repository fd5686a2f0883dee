use jiff::ToSpan;
use jiff::civil::{Date, Time};
use uuid::Uuid;

use super::appointment::{Appointment, AppointmentDeed, AppointmentEvent, Booked, CheckIn, Slot};
use super::fact::Fact;
use super::hall::Hall;
use super::issue::{Ask, told_when};
use super::name::Name;
use super::ticket::Ticket;
use crate::branch::{Openness, Service};
use crate::calendar::Calendar;
use crate::dossier::AppointmentCode;
use crate::time::Moment;
use crate::wire::Problem;

impl Hall {
    /// An appointment of today or of a day to come.
    pub fn appointment(&self, id: Uuid) -> Option<&Appointment> {
        self.appointments.values().find(|appointment| appointment.id == id)
    }

    /// The appointment with a code.
    pub fn appointment_with(&self, code: &AppointmentCode) -> Option<&Appointment> {
        self.appointments.values().find(|appointment| appointment.booked.code == *code)
    }

    /// Every appointment of a day, by its time.
    pub fn appointments_on(&self, date: Date) -> impl Iterator<Item = &Appointment> {
        let day = midnight(date);
        let next = day.plus_millis(24 * 60 * 60 * 1_000);
        self.appointments.range((day, Uuid::nil())..(next, Uuid::nil())).map(|(_, appointment)| appointment)
    }

    /// How many of a service on a day still have their place.
    pub(super) fn open_appointments(&self, service: &Name, date: Date) -> u32 {
        let open = |one: &&Appointment| one.is_open() && one.booked.service == *service;
        self.appointments_on(date).filter(open).count().try_into().unwrap_or(u32::MAX)
    }

    /// The times of a day that can still be booked for a service, full ones included.
    ///
    /// The hours of the day are cut into slots; a rest too short for one is none. Once no numbers are
    /// given any more, the day takes no bookings either; a centre without hours, or with slots of 0
    /// minutes, never does.
    ///
    /// # Errors
    /// `unknown-service`.
    pub fn slots(&self, service: &str, date: Date, now: Moment) -> Result<Vec<Slot>, Problem> {
        let service = self.config.service(service).ok_or_else(|| Problem::new("unknown-service"))?;
        let rules = &self.config.appointments;
        let length = i64::from(rules.slot_minutes) * 60_000;
        let last = now.business_date().checked_add(i64::from(rules.days_ahead).days());
        if length == 0 || date < now.business_date() || last.is_ok_and(|last| date > last) {
            return Ok(Vec::new());
        }
        let openness = self.config.openness(Calendar::shipped(), now);
        if date == now.business_date() && matches!(openness, Openness::Stopped { .. }) {
            return Ok(Vec::new());
        }
        let left = self.left_on(service, date);
        let mut slots = Vec::new();
        for (from, until) in self.config.hours_of(Calendar::shipped(), date) {
            let mut start = from;
            while start.plus_millis(length) <= until {
                let end = start.plus_millis(length);
                if start > now {
                    let free = rules.per_slot.saturating_sub(self.taken(service, start, end)).min(left);
                    slots.push(Slot { start, until: end, free });
                }
                start = end;
            }
        }
        Ok(slots)
    }

    /// How many numbers and appointments of a service a day still has.
    pub(super) fn left_on(&self, service: &Service, date: Date) -> u32 {
        let Some(daily) = service.daily else { return u32::MAX };
        let given = if date == self.date { self.issued.get(&service.id).copied().unwrap_or(0) } else { 0 };
        daily.saturating_sub(given).saturating_sub(self.open_appointments(&service.id, date))
    }

    /// How many appointments of a service lie in a time, also in part: the length of slots may have
    /// been changed since. Whoever checked in keeps the place.
    fn taken(&self, service: &Service, start: Moment, until: Moment) -> u32 {
        let lies = |one: &&Appointment| {
            let booked = &one.booked;
            !one.cancelled && booked.service == service.id && booked.start < until && start < booked.until
        };
        self.appointments_on(start.business_date()).filter(lies).count().try_into().unwrap_or(u32::MAX)
    }

    /// Keeps a time for somebody.
    ///
    /// # Errors
    /// `unknown-service`; `slot-unknown` for what is no time that can be booked (any more);
    /// `slot-full`.
    pub fn book(
        &self,
        id: Uuid,
        code: AppointmentCode,
        service: &str,
        start: Moment,
        by: Name,
        now: Moment,
    ) -> Result<Fact, Problem> {
        let slots = self.slots(service, start.business_date(), now)?;
        let slot = slots.into_iter().find(|slot| slot.start == start).ok_or_else(|| Problem::new("slot-unknown"))?;
        if slot.free == 0 {
            return Err(Problem::new("slot-full"));
        }
        let booked = Booked { code, service: service.into(), start, until: slot.until };
        Ok(Fact::Appointment(AppointmentEvent { id, at: now, by, deed: AppointmentDeed::Book(booked) }))
    }

    /// Gives a time back.
    ///
    /// # Errors
    /// `unknown-appointment`, also once its day is over; `appointment-cancelled`; `appointment-used`
    /// with the `label`, once its holder checked in.
    pub fn unbook(&self, id: Uuid, by: Name, now: Moment) -> Result<Fact, Problem> {
        self.open_appointment(id)?;
        Ok(Fact::Appointment(AppointmentEvent { id, at: now, by, deed: AppointmentDeed::Unbook }))
    }

    fn open_appointment(&self, id: Uuid) -> Result<&Appointment, Problem> {
        let appointment = self.appointment(id).ok_or_else(|| Problem::new("unknown-appointment"))?;
        match appointment.label {
            Some(label) => Err(Problem::new("appointment-used").with("label", label)),
            None if appointment.cancelled => Err(Problem::new("appointment-cancelled")),
            None => Ok(appointment),
        }
    }

    /// From when the holder of an appointment can check in, and until when that is in time.
    pub fn check_in_times(&self, appointment: &Appointment) -> (Moment, Moment) {
        let (start, rules) = (appointment.booked.start, &self.config.appointments);
        let early = start.plus_millis(-i64::from(rules.early_minutes) * 60_000);
        (early.max(midnight(start.business_date())), start.plus_millis(i64::from(rules.late_minutes) * 60_000))
    }

    /// The number of somebody who comes for an appointment.
    ///
    /// In time, from `early_minutes` before its start until `late_minutes` after: a place as if they
    /// had come at the start, in the priority group of appointments if it was booked on a day before,
    /// whatever the hours, the stop time or the capacity; all that was weighed when it was booked. Too
    /// late: an ordinary place from now on, by the ordinary rules, save that the day's capacity was
    /// kept. Too early, or on another day: refused.
    ///
    /// # Errors
    /// `unknown-appointment`, also once its day is over; `appointment-used` with the `label`;
    /// `appointment-cancelled`; `appointment-early` with the `day` (`today`, `25/11`) and `time` from when;
    /// `has-number`, `unknown-language`, and those of [`Self::issue`] for whoever is late.
    pub fn check_in(&self, wanted: &CheckIn, now: Moment) -> Result<Fact, Problem> {
        let appointment = self.open_appointment(wanted.appointment)?;
        let (opens, late_after) = self.check_in_times(appointment);
        if now < opens {
            return Err(told_when(Problem::new("appointment-early"), opens, now));
        }
        let service = self.config.service(&appointment.booked.service);
        let service = service.ok_or_else(|| Problem::new("unknown-service"))?;
        let in_time = now <= late_after;
        let ask = Ask {
            id: wanted.ticket,
            group: service.group.to_string(),
            service: Some(service.id.to_string()),
            language: wanted.language.clone(),
            priority: None,
            holder: wanted.holder.clone(),
            by: wanted.by.clone(),
        };
        self.holds_none(&ask, service)?;
        if !in_time {
            self.is_open(now)?;
        }
        self.issue_for(&ask, service, Some((appointment, in_time)), now)
    }

    /// Takes in what happened to an appointment.
    pub(super) fn apply_appointment(&mut self, event: &AppointmentEvent) {
        match &event.deed {
            AppointmentDeed::Book(booked) => {
                let (id, booked) = (event.id, booked.clone());
                let place = (booked.start, id);
                let appointment =
                    Appointment { id, booked, booked_at: event.at, ticket: None, label: None, cancelled: false };
                self.appointments.insert(place, appointment);
            }
            AppointmentDeed::Unbook => {
                if let Some(appointment) = self.appointments.values_mut().find(|one| one.id == event.id) {
                    appointment.cancelled = true;
                }
            }
        }
    }

    /// Its holder checked in.
    pub(super) fn apply_check_in(&mut self, appointment: Uuid, ticket: &Ticket) {
        if let Some(appointment) = self.appointments.values_mut().find(|one| one.id == appointment) {
            appointment.ticket = Some(ticket.id);
            appointment.label = Some(ticket.label);
        }
    }

    /// Forgets those of the days before the one that begins.
    pub(super) fn forget_appointments(&mut self) {
        self.appointments = self.appointments.split_off(&(midnight(self.date), Uuid::nil()));
    }
}

/// When a business date begins.
fn midnight(date: Date) -> Moment {
    Moment::from_local(date.to_datetime(Time::midnight()))
}
