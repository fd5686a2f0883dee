use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use super::estimate::Wait;
use super::fact::Fact;
use super::name::Name;
use super::state::TicketState;
use super::ticket::{Deed, Ticket, TicketEvent};
use crate::time::Moment;

/// What became of a ticket, by its facts. Durations are in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The ticket as it is in the end.
    pub ticket: Ticket,
    /// The service it was issued for.
    pub service: Name,
    /// When its holder came.
    pub arrived: Moment,
    /// Whether it was kept from an earlier day.
    pub kept: bool,
    /// What its holder was told of the wait when it was issued.
    pub told: Option<Wait>,
    /// From the arrival to the first call, which a later recall does not change; none when never called.
    pub waiting: Option<i64>,
    /// From calls to the holder's arrival at the counter, all visits together.
    pub way: i64,
    /// At counters, all visits together.
    pub serving: i64,
    /// Each visit to a counter that an officer ended: which counter, and how long.
    pub visits: Vec<(u32, i64)>,
    /// How the holder found it, 1 to 4.
    pub grade: Option<u8>,
    /// The reasons given with the grade.
    pub reasons: Vec<Name>,
    /// Since when it is called or served.
    since: Moment,
    /// The last visit goes on: it was ended by mistake.
    again: bool,
    /// From the issue to the first call.
    after_issue: Option<i64>,
}

impl Course {
    fn new(ticket: Ticket, arrived: Moment, told: Option<Wait>, kept: bool) -> Self {
        Self {
            service: ticket.service.clone(),
            arrived,
            kept,
            told,
            waiting: None,
            way: 0,
            serving: 0,
            visits: Vec::new(),
            grade: None,
            reasons: Vec::new(),
            since: ticket.issued_at,
            again: false,
            after_issue: None,
            ticket,
        }
    }

    fn take(&mut self, event: &TicketEvent) {
        let before = self.ticket.state;
        let Ok(after) = before.after(event.deed.verb()) else { return };
        let spent = between(self.since, event.at);
        if before == TicketState::Serving && after != TicketState::Serving {
            self.serving += spent;
            // Whom the end of the day found at a counter was not there until midnight.
            if event.deed != Deed::Expire {
                self.ends_visit(spent);
            }
        }
        match &event.deed {
            Deed::Call { .. } | Deed::Resume { .. } => {
                self.waiting.get_or_insert(between(self.arrived, event.at));
                self.after_issue.get_or_insert(between(self.ticket.issued_at, event.at));
                self.since = event.at;
            }
            Deed::Start => {
                self.way += spent;
                self.since = event.at;
            }
            Deed::Reopen => (self.since, self.again) = (event.at, true),
            Deed::Rate { grade, reasons } => {
                self.grade = Some(*grade);
                self.reasons.clone_from(reasons);
            }
            _ => {}
        }
        self.ticket.apply(event);
    }

    fn ends_visit(&mut self, spent: i64) {
        match (std::mem::take(&mut self.again), self.visits.last_mut(), self.ticket.counter) {
            (true, Some((_, visit)), _) => *visit += spent,
            (_, _, Some(counter)) => self.visits.push((counter, spent)),
            _ => {}
        }
    }
}

/// A clock that was set back takes no time.
fn between(from: Moment, until: Moment) -> i64 {
    (until.millis() - from.millis()).max(0)
}

/// What becomes of tickets, fact by fact.
#[derive(Default)]
pub(super) struct Courses {
    all: Vec<Course>,
    places: HashMap<Uuid, usize>,
}

impl Courses {
    /// Takes in a fact of a ticket; answers with its course then. None for one whose beginning was not told.
    pub(super) fn take(&mut self, event: &TicketEvent) -> Option<&Course> {
        if let Some(place) = self.places.get(&event.ticket) {
            let course = self.all.get_mut(*place)?;
            course.take(event);
            return Some(course);
        }
        let begun = match &event.deed {
            Deed::Issue(issued) => {
                let ticket = Ticket::issued(event.ticket, event.at, issued);
                // An appointment's place is its slot, but its holder waits since the number.
                let arrived = if issued.appointment.is_some() { event.at } else { issued.arrived.min(event.at) };
                Course::new(ticket, arrived, issued.wait, false)
            }
            Deed::Keep(kept) => Course::new((**kept).clone(), kept.issued_at, None, true),
            _ => return None,
        };
        self.places.insert(event.ticket, self.all.len());
        self.all.push(begun);
        self.all.last()
    }

    /// All of them, in the order of their beginning.
    pub(super) fn all(self) -> Vec<Course> {
        self.all
    }
}

/// What became of every ticket that was issued, or kept from an earlier day, in the order of the facts.
pub fn courses<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Vec<Course> {
    let mut courses = Courses::default();
    for fact in facts {
        if let Fact::Ticket(event) = fact {
            courses.take(event);
        }
    }
    courses.all()
}

/// Figures of many tickets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Figures {
    /// How many there were.
    pub issued: u32,
    /// How many of them were kept from an earlier day.
    pub kept: u32,
    /// How many of them wait, are parked or are at a counter still.
    pub open: u32,
    /// How many of them were called at least once.
    pub called: u32,
    /// How many were served.
    pub finished: u32,
    /// How many were called and did not come, and did not come back.
    pub no_show: u32,
    /// How many were given back.
    pub cancelled: u32,
    /// How many the day ended for.
    pub expired: u32,
    /// From the arrival to the first call, of those who were called.
    pub waiting: Durations,
    /// From the call to the counter, of those who were served.
    pub way: Durations,
    /// At the counter, of those who were served.
    pub serving: Durations,
}

/// Durations in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Durations {
    /// Their mean.
    pub mean: i64,
    /// Half of them are no longer than this.
    pub median: i64,
    /// Nine in ten of them are no longer than this.
    pub most: i64,
    /// The longest.
    pub longest: i64,
}

impl Durations {
    /// Of durations in any order; all are 0 when there are none.
    pub fn of(mut all: Vec<i64>) -> Self {
        all.sort_unstable();
        let share = |tenths: usize| all.get((all.len() * tenths).div_ceil(10).saturating_sub(1)).copied().unwrap_or(0);
        let mean = i64::try_from(all.len()).ok().filter(|count| *count > 0);
        let mean = mean.map_or(0, |count| all.iter().sum::<i64>() / count);
        Self { mean, median: share(5), most: share(9), longest: share(10) }
    }
}

impl Figures {
    /// Of tickets.
    pub fn of<'a>(courses: impl IntoIterator<Item = &'a Course>) -> Self {
        let courses: Vec<_> = courses.into_iter().collect();
        let count = |state| courses.iter().filter(|course| course.ticket.state == state).count() as u32;
        let served = || courses.iter().filter(|course| course.ticket.state == TicketState::Finished);
        let waiting: Vec<_> = courses.iter().filter_map(|course| course.waiting).collect();
        Self {
            issued: courses.len() as u32,
            kept: courses.iter().filter(|course| course.kept).count() as u32,
            open: courses.iter().filter(|course| course.ticket.state.is_active()).count() as u32,
            called: waiting.len() as u32,
            finished: count(TicketState::Finished),
            no_show: count(TicketState::NoShow),
            cancelled: count(TicketState::Cancelled),
            expired: count(TicketState::Expired),
            waiting: Durations::of(waiting),
            way: Durations::of(served().map(|course| course.way).collect()),
            serving: Durations::of(served().map(|course| course.serving).collect()),
        }
    }

    /// Of the tickets of each service that numbers were given for.
    pub fn by_service(courses: &[Course]) -> BTreeMap<Name, Self> {
        let mut services: BTreeMap<Name, Vec<&Course>> = BTreeMap::new();
        for course in courses {
            services.entry(course.service.clone()).or_default().push(course);
        }
        services.into_iter().map(|(service, courses)| (service, Self::of(courses))).collect()
    }
}

/// How true was what people were told of their wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Accuracy {
    /// How many of those who were called had been told a wait.
    pub told: u32,
    /// How many of those who were called had been told none.
    pub silent: u32,
    /// Mean of how far the expected wait was off, in seconds.
    pub error: f64,
    /// How much longer than told people waited on the whole, in seconds; negative when shorter.
    pub late: f64,
    /// Which share of them waited as long as the range said, 0 to 1.
    pub covered: f64,
}

impl Accuracy {
    /// Of tickets.
    pub fn of<'a>(courses: impl IntoIterator<Item = &'a Course>) -> Self {
        let mut sum = Self::default();
        for (course, waited) in courses.into_iter().filter_map(|course| Some((course, course.after_issue?))) {
            let Some(told) = course.told else {
                sum.silent += 1;
                continue;
            };
            let (waited, off) = (waited as f64 / 1_000.0, waited as f64 / 1_000.0 - f64::from(told.seconds));
            let range = f64::from(told.from_minutes) * 60.0..=f64::from(told.to_minutes) * 60.0;
            sum.told += 1;
            sum.error += off.abs();
            sum.late += off;
            sum.covered += f64::from(u8::from(range.contains(&waited)));
        }
        let told = f64::from(sum.told.max(1));
        Self { error: sum.error / told, late: sum.late / told, covered: sum.covered / told, ..sum }
    }
}
