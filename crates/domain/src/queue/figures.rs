use std::collections::{BTreeMap, HashMap};

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
    /// What its holder was told of the wait when it was issued.
    pub told: Option<Wait>,
    /// From the arrival to the first call, which a later recall does not change; none when never called.
    pub waiting: Option<i64>,
    /// From calls to the holder's arrival at the counter, all visits together.
    pub way: i64,
    /// At counters, all visits together.
    pub serving: i64,
    /// How the holder found it, 1 to 4.
    pub grade: Option<u8>,
    /// Since when it is called or served.
    since: Moment,
    /// From the issue to the first call.
    after_issue: Option<i64>,
}

impl Course {
    fn new(ticket: Ticket, told: Option<Wait>) -> Self {
        let (service, since) = (ticket.service.clone(), ticket.issued_at);
        Self { ticket, service, told, waiting: None, way: 0, serving: 0, grade: None, since, after_issue: None }
    }

    fn take(&mut self, event: &TicketEvent, arrived: Moment) {
        let before = self.ticket.state;
        let Ok(after) = before.after(event.deed.verb()) else { return };
        let spent = between(self.since, event.at);
        if before == TicketState::Serving && after != TicketState::Serving {
            self.serving += spent;
        }
        match &event.deed {
            Deed::Call { .. } | Deed::Resume { .. } => {
                self.waiting.get_or_insert(between(arrived, event.at));
                self.after_issue.get_or_insert(between(self.ticket.issued_at, event.at));
                self.since = event.at;
            }
            Deed::Start => {
                self.way += spent;
                self.since = event.at;
            }
            Deed::Reopen => self.since = event.at,
            Deed::Rate { grade, .. } => self.grade = Some(*grade),
            _ => {}
        }
        self.ticket.apply(event);
    }
}

/// A clock that was set back takes no time.
fn between(from: Moment, until: Moment) -> i64 {
    (until.millis() - from.millis()).max(0)
}

/// What became of every ticket that was issued, or kept from an earlier day, in the order of the facts.
pub fn courses<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Vec<Course> {
    let mut courses: Vec<(Course, Moment)> = Vec::new();
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    for fact in facts {
        let Fact::Ticket(event) = fact else { continue };
        if let Some((course, arrived)) = places.get(&event.ticket).and_then(|place| courses.get_mut(*place)) {
            course.take(event, *arrived);
            continue;
        }
        let begun = match &event.deed {
            Deed::Issue(issued) => {
                let ticket = Ticket::issued(event.ticket, event.at, issued);
                // An appointment's place is its slot, but its holder waits since the number.
                (Course::new(ticket, issued.wait), issued.arrived.min(event.at))
            }
            Deed::Keep(kept) => (Course::new((**kept).clone(), None), kept.issued_at),
            _ => continue,
        };
        places.insert(event.ticket, courses.len());
        courses.push(begun);
    }
    courses.into_iter().map(|(course, _)| course).collect()
}

/// Figures of many tickets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many there were.
    pub issued: u32,
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
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
