use uuid::Uuid;

use super::appointment::Appointment;
use super::fact::Fact;
use super::hall::Hall;
use super::label::{KioskNumber, Label, TicketNumber};
use super::name::Name;
use super::ticket::{Deed, Issued, Ticket, TicketEvent};
use crate::branch::{Openness, PriorityGroup, Service};
use crate::calendar::Calendar;
use crate::time::Moment;
use crate::wire::Problem;

/// Languages paper and voice know.
const LANGUAGES: [&str; 3] = ["vi", "km", "en"];

/// Somebody asks for a number.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The identity the ticket will have.
    pub id: Uuid,
    /// The service group.
    pub group: String,
    /// The service; may be left out where the group has one only.
    pub service: Option<String>,
    /// The person's language.
    pub language: String,
    /// The priority group the person belongs to.
    pub priority: Option<String>,
    /// Keyed hash of the person's card number, if a card was shown.
    pub holder: Option<Name>,
    /// The device that asks.
    pub by: Name,
}

impl Hall {
    /// The next number of a group.
    ///
    /// # Errors
    /// `unknown-group`, `unknown-service`, `service-needed`, `unknown-language`, `unknown-priority`
    /// when it makes no sense; `hall-closed`, `hall-break` and `issuing-stopped` with the `day`
    /// (`today`, `25/11`, `unknown`) and `time` when numbers are given again,
    /// `service-full`, `has-number` and `pressed-twice` with the `label` held, `numbers-used-up`.
    pub fn issue(&self, ask: &Ask, now: Moment) -> Result<Fact, Problem> {
        let service = self.service_asked(ask)?;
        self.may_belong(ask)?;
        self.may_issue(ask, service, now)?;
        self.issue_for(ask, service, None, now)
    }

    /// The next number, without asking whether it may be given; with the appointment it keeps, and
    /// whether its holder came in time for that.
    pub(super) fn issue_for(
        &self,
        ask: &Ask,
        service: &Service,
        appointment: Option<(&Appointment, bool)>,
        now: Moment,
    ) -> Result<Fact, Problem> {
        let series = self.config.series(&ask.group).ok_or_else(|| Problem::new("unknown-group"))?;
        let last = self.last.get(&series).copied().max(self.epoch.map(|(above, _)| above));
        let mut number = TicketNumber::after(last);
        while let Some(kept) = number.filter(|number| self.kept.contains(&Label { series, number: *number })) {
            number = TicketNumber::after(Some(kept));
        }
        let number = number.ok_or_else(|| Problem::new("numbers-used-up"))?;
        let mut issued = self.issued(ask, service, Label { series, number }, now)?;
        if let Some((appointment, in_time)) = appointment {
            issued.appointment = Some(appointment.id);
            if in_time {
                issued.arrived = appointment.booked.start;
                // Whoever booked today was in the hall already: a time, and nobody passed by.
                let ahead = appointment.booked_at.business_date() < appointment.booked.start.business_date();
                issued.priority = self.config.appointments.priority.clone().filter(|_| ahead);
            }
        }
        Ok(self.given(ask, issued, now))
    }

    /// A number a kiosk gave by itself while it was cut off. It stands as it was printed, whatever
    /// the rules would say now, without a priority group that is no more; its holder keeps the place of
    /// the arrival. One of a day gone by is told of and expires.
    ///
    /// # Errors
    /// `not-its-number` when the label is not of the kiosk's own series, `number-given` when it was
    /// told of before on this business date, and those of [`Self::issue`] for what makes no sense.
    pub fn issue_printed(
        &self,
        ask: &Ask,
        label: Label,
        kiosk: KioskNumber,
        arrived: Moment,
        now: Moment,
    ) -> Result<Fact, Problem> {
        let service = self.service_asked(ask)?;
        if label.number.kiosk() != Some(kiosk) || self.config.series(&ask.group) != Some(label.series) {
            return Err(Problem::new("not-its-number").with("label", label));
        }
        if arrived.business_date() == self.date && self.printed.contains(&label) {
            return Err(Problem::new("number-given").with("label", label));
        }
        let issued = self.issued(ask, service, label, arrived.min(now))?;
        Ok(self.given(ask, issued, now))
    }

    fn issued(&self, ask: &Ask, service: &Service, label: Label, arrived: Moment) -> Result<Issued, Problem> {
        if !LANGUAGES.contains(&ask.language.as_str()) {
            return Err(Problem::new("unknown-language"));
        }
        let belongs = |group: &&PriorityGroup| ask.priority.as_deref() == Some(&*group.id);
        let priority = self.config.priorities.iter().find(belongs).map(|group| group.id.clone());
        Ok(Issued {
            label,
            group: service.group.clone(),
            service: service.id.clone(),
            language: ask.language.as_str().into(),
            priority,
            arrived,
            appointment: None,
            holder: ask.holder.clone(),
            wait: None,
        })
    }

    /// The fact, with the wait its holder is told.
    fn given(&self, ask: &Ask, mut issued: Issued, now: Moment) -> Fact {
        issued.wait = self.estimate_new(&Ticket::issued(ask.id, now, &issued), now);
        let deed = Deed::Issue(Box::new(issued));
        Fact::Ticket(TicketEvent { ticket: ask.id, at: now, by: ask.by.clone(), deed })
    }

    fn service_asked(&self, ask: &Ask) -> Result<&Service, Problem> {
        let mut services = self.config.services_of(&ask.group);
        match &ask.service {
            Some(id) => services.find(|service| *service.id == **id).ok_or_else(|| Problem::new("unknown-service")),
            None => match (services.next(), services.next()) {
                (None, _) => Err(Problem::new("unknown-group")),
                (Some(only), None) => Ok(only),
                (Some(_), Some(_)) => Err(Problem::new("service-needed")),
            },
        }
    }

    /// Whether people can say of themselves that they belong to the priority group.
    fn may_belong(&self, ask: &Ask) -> Result<(), Problem> {
        // Who has an appointment shows its paper.
        let shown = self.config.appointments.priority.as_deref();
        let said = |id: &str| self.config.priorities.iter().any(|group| *group.id == *id) && shown != Some(id);
        if ask.priority.as_deref().is_none_or(said) { Ok(()) } else { Err(Problem::new("unknown-priority")) }
    }

    /// The centre's own rules.
    fn may_issue(&self, ask: &Ask, service: &Service, now: Moment) -> Result<(), Problem> {
        self.is_open(now)?;
        self.holds_none(ask, service)?;
        let guard = i64::from(self.config.issuing.press_guard_seconds) * 1_000;
        if guard > 0
            && let Some((at, id)) = self.presses.get(&(ask.by.clone(), service.id.clone()))
            && (0..guard).contains(&(now.millis() - at.millis()))
            && let Some(label) = self.active(*id)
        {
            return Err(Problem::new("pressed-twice").with("label", label));
        }
        if self.left_on(service, self.date) == 0 {
            return Err(Problem::new("service-full"));
        }
        Ok(())
    }

    /// Whether numbers are given now.
    pub(super) fn is_open(&self, now: Moment) -> Result<(), Problem> {
        let when = |code: &str, again: Option<Moment>| {
            let problem = Problem::new(code);
            Err(match again {
                None => problem.with("day", "unknown"),
                Some(again) => told_when(problem, again, now),
            })
        };
        match self.config.openness(Calendar::shipped(), now) {
            Openness::Open => Ok(()),
            Openness::Stopped { again } => when("issuing-stopped", again),
            Openness::Break { again } => when("hall-break", Some(again)),
            Openness::Closed { again } => when("hall-closed", again),
        }
    }

    /// Whether the person, where known, holds no number of the group yet.
    pub(super) fn holds_none(&self, ask: &Ask, service: &Service) -> Result<(), Problem> {
        if self.config.issuing.one_per_person
            && let Some(holder) = &ask.holder
            && let Some(label) = self.held_by(&service.group, holder)
        {
            return Err(Problem::new("has-number").with("label", label));
        }
        Ok(())
    }
}

/// A problem with the `day` (`today`, `25/11`) and `time` at which it is none any more.
pub(super) fn told_when(problem: Problem, again: Moment, now: Moment) -> Problem {
    let local = again.local();
    let day =
        if local.date() == now.business_date() { "today".to_owned() } else { local.strftime("%d/%m").to_string() };
    problem.with("day", day).with("time", local.strftime("%H:%M"))
}
