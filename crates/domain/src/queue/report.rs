use std::collections::BTreeMap;

use jiff::civil::Date;

use super::counter::{CounterDeed, CounterEvent};
use super::fact::Fact;
use super::figures::{Accuracy, Course, Courses, Durations, Figures};
use super::name::Name;
use super::ticket::{Deed, TicketEvent, Why};
use crate::time::Moment;
use crate::wire::{CallsReport, CounterReport, DayReport, HourReport, RatingsReport, ServiceReport};

/// A service's accuracy is told when so many people of it had been told a wait.
const ENOUGH: u32 = 20;

impl DayReport {
    /// How a business date went, by its facts in their order. Ratings given on a later date belong to
    /// the tickets of this one; what is told of any other ticket changes nothing.
    pub fn of<'a>(date: Date, facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut tally = DayTally::new(date);
        facts.into_iter().for_each(|fact| tally.take(fact));
        tally.report()
    }
}

/// A [`DayReport`] in the making, so that a long log need not be in memory at once.
pub struct DayTally {
    date: Date,
    until: Option<Moment>,
    courses: Courses,
    counters: BTreeMap<u32, AtCounter>,
    calls: CallsReport,
}

impl DayTally {
    /// Of a business date before its first fact.
    pub fn new(date: Date) -> Self {
        Self {
            date,
            until: None,
            courses: Courses::default(),
            counters: BTreeMap::new(),
            calls: CallsReport::default(),
        }
    }

    /// Takes in the next fact.
    pub fn take(&mut self, fact: &Fact) {
        if fact.at().business_date() == self.date {
            self.until = Some(fact.at());
        }
        match fact {
            Fact::Ticket(event) => self.take_ticket(event),
            Fact::Counter(event) => self.counters.entry(event.counter).or_default().take(event),
            _ => {}
        }
    }

    fn take_ticket(&mut self, event: &TicketEvent) {
        let Some(course) = self.courses.take(event) else { return };
        if let Deed::Call { why, .. } = event.deed {
            *match why {
                Why::Turn => &mut self.calls.turn,
                Why::Priority => &mut self.calls.priority,
                Why::Age => &mut self.calls.age,
                Why::Front => &mut self.calls.front,
                Why::Finally => &mut self.calls.finally,
                Why::Chosen => &mut self.calls.chosen,
            } += 1;
        }
        // What only happens at a counter.
        let there =
            matches!(event.deed, Deed::Call { .. } | Deed::Resume { .. } | Deed::Start | Deed::Finish | Deed::NoShow);
        if let Some(counter) = course.ticket.counter.filter(|_| there) {
            self.counters.entry(counter).or_default().last = Some(event.at);
        }
    }

    /// All that was taken in.
    pub fn report(self) -> DayReport {
        let courses = self.courses.all();
        DayReport {
            date: self.date,
            until: self.until,
            hall: Figures::of(&courses),
            services: services(&courses),
            counters: counters(self.counters, &courses),
            hours: hours(&courses),
            calls: self.calls,
            accuracy: Accuracy::of(&courses),
            ratings: ratings(&courses),
        }
    }
}

/// What happened at a counter.
#[derive(Default)]
struct AtCounter {
    opened_at: Option<Moment>,
    open_since: Option<Moment>,
    open: i64,
    break_since: Option<Moment>,
    breaks: u32,
    on_break: i64,
    /// When somebody was last called to it or served at it.
    last: Option<Moment>,
}

impl AtCounter {
    fn take(&mut self, event: &CounterEvent) {
        match event.deed {
            CounterDeed::Open { .. } => {
                // It may be taken over from an officer who is away.
                self.ends(event.at);
                self.opened_at.get_or_insert(event.at);
                self.open_since = Some(event.at);
            }
            CounterDeed::Close => self.ends(event.at),
            CounterDeed::Break => {
                self.breaks += 1;
                self.break_since = Some(event.at);
            }
            CounterDeed::Back => self.ends_break(event.at),
        }
        self.last = Some(event.at);
    }

    fn ends(&mut self, at: Moment) {
        self.ends_break(at);
        self.open += self.open_since.take().map_or(0, |since| (at.millis() - since.millis()).max(0));
    }

    fn ends_break(&mut self, at: Moment) {
        self.on_break += self.break_since.take().map_or(0, |since| (at.millis() - since.millis()).max(0));
    }
}

fn services(courses: &[Course]) -> Vec<ServiceReport> {
    let line = |(service, figures): (Name, Figures)| {
        let accuracy = Accuracy::of(courses.iter().filter(|course| course.service == service));
        ServiceReport { service, figures, accuracy: (accuracy.told >= ENOUGH).then_some(accuracy) }
    };
    Figures::by_service(courses).into_iter().map(line).collect()
}

fn counters(counters: BTreeMap<u32, AtCounter>, courses: &[Course]) -> Vec<CounterReport> {
    let mut visits: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
    for (counter, took) in courses.iter().flat_map(|course| &course.visits) {
        visits.entry(*counter).or_default().push(*took);
    }
    let line = |(number, mut at): (u32, AtCounter)| {
        if let Some(last) = at.last {
            at.ends(last);
        }
        let visits = visits.remove(&number).unwrap_or_default();
        CounterReport {
            number,
            opened_at: at.opened_at,
            open: at.open,
            breaks: at.breaks,
            on_break: at.on_break,
            served: visits.len() as u32,
            busy: visits.iter().sum(),
            serving: Durations::of(visits),
        }
    };
    counters.into_iter().map(line).collect()
}

/// By the hour in which people came; those kept from an earlier day came then.
fn hours(courses: &[Course]) -> Vec<HourReport> {
    let mut hours: BTreeMap<u8, Vec<Option<i64>>> = BTreeMap::new();
    for course in courses.iter().filter(|course| !course.kept) {
        hours.entry(course.arrived.local().hour().unsigned_abs()).or_default().push(course.waiting);
    }
    let (Some((first, _)), Some((last, _))) = (hours.first_key_value(), hours.last_key_value()) else {
        return Vec::new();
    };
    let line = |hour| {
        let waits = hours.get(&hour).map(Vec::as_slice).unwrap_or_default();
        let called: Vec<_> = waits.iter().copied().flatten().collect();
        let waiting = (!called.is_empty()).then(|| Durations::of(called).mean);
        HourReport { hour, issued: waits.len() as u32, waiting }
    };
    (*first..=*last).map(line).collect()
}

fn ratings(courses: &[Course]) -> RatingsReport {
    let mut ratings = RatingsReport::default();
    for course in courses {
        let grade = course.grade.and_then(|grade| ratings.grades.get_mut(usize::from(grade).wrapping_sub(1)));
        if let Some(count) = grade {
            *count += 1;
        }
        for reason in &course.reasons {
            *ratings.reasons.entry(reason.clone()).or_default() += 1;
        }
    }
    ratings
}
