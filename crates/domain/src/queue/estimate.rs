use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::hall::Hall;
use super::name::Name;
use super::order::{Caller, Lines};
use super::pace::{Took, seconds};
use super::state::TicketState;
use super::ticket::{Line, Ticket};
use crate::branch::{CounterConfig, Openness};
use crate::calendar::Calendar;
use crate::time::Moment;
use crate::words::Words;

/// How many people the counters that call somebody must have seen today before a wait is told.
const FEWEST: usize = 3;
/// Longer waits than so many seconds are not told: too much happens meanwhile.
const LONGEST: f64 = 3.0 * 3_600.0;
/// With more people than this in the hall, nobody is told: whoever comes then waits too long anyway.
const MOST: usize = 1_000;
/// The range is so many standard deviations to either side.
const WIDTH: f64 = 1.3;
/// What is in no duration, as a share of the wait: breaks and people with priority still to come.
const UNKNOWN: f64 = 0.15;

/// How long somebody will probably wait until they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Wait {
    /// The expected wait in seconds: what the error is measured by. People are shown the range.
    pub seconds: u32,
    /// The beginning of the range, in minutes, in steps of five.
    pub from_minutes: u32,
    /// The end of the range, in minutes, in steps of five; at least one step after its beginning.
    pub to_minutes: u32,
}

impl Wait {
    /// Its range as arguments of the words `wait-range`.
    pub fn say(self, words: &Words, key: &str) -> String {
        words.say_with(key, &[("from", &self.from_minutes.to_string()), ("to", &self.to_minutes.to_string())])
    }
}

impl Hall {
    /// How long a waiting ticket will probably wait from now on; none when that cannot be known: it
    /// does not wait, its appointment has not begun, no counter that calls it is open and at work, too
    /// little is known of today, or it is too long or past the end of this part of the day.
    pub fn estimate(&self, ticket: Uuid, now: Moment) -> Option<Wait> {
        let ticket = self.ticket(ticket).filter(|ticket| ticket.state == TicketState::Waiting)?;
        Forward::new(self, None, now).find(|(id, _)| *id == ticket.id)?.1
    }

    /// As [`Self::estimate`] for everybody who waits, in one run; who is not in it cannot be told.
    pub fn estimates(&self, now: Moment) -> HashMap<Uuid, Wait> {
        Forward::new(self, None, now).filter_map(|(id, wait)| Some((id, wait?))).collect()
    }

    /// As [`Self::estimate`] for a ticket that is about to be issued.
    pub(super) fn estimate_new(&self, ticket: &Ticket, now: Moment) -> Option<Wait> {
        Forward::new(self, Some(ticket), now).find(|(id, _)| *id == ticket.id)?.1
    }
}

/// The hall run forward: the open counters go on calling by [`Lines::next`] whoever waits now, and
/// each person takes as long as people of their service usually do. Gives the tickets in the order in
/// which they will be called.
struct Forward<'a> {
    hall: &'a Hall,
    new: Option<&'a Ticket>,
    now: Moment,
    open: bool,
    lines: Lines,
    desks: Vec<Desk<'a>>,
    took: HashMap<Name, (f64, f64)>,
    drag: f64,
}

/// A counter as it will be.
struct Desk<'a> {
    counter: &'a CounterConfig,
    officer: &'a Name,
    ordinary_calls: u32,
    /// In how many seconds it calls the next.
    free: f64,
    /// How uncertain that is, in seconds².
    variance: f64,
    /// Whether enough is known of today's people at it.
    known: bool,
}

impl<'a> Forward<'a> {
    fn new(hall: &'a Hall, new: Option<&'a Ticket>, now: Moment) -> Self {
        let open = hall.config.openness(Calendar::shipped(), now) == Openness::Open;
        let (lines, desks, took) = (Lines::default(), Vec::new(), HashMap::new());
        let mut run = Self { hall, new, now, open, lines, desks, took, drag: hall.drag.factor() };
        if hall.tickets.len() > MOST {
            return run;
        }
        run.lines = hall.lines.clone();
        if let Some(ticket) = new {
            run.lines.insert(ticket);
        }
        for (number, session) in hall.sessions().filter(|(_, session)| session.on_break.is_none()) {
            let Some(counter) = hall.config.counter(number) else { continue };
            let there = session.ticket.and_then(|id| hall.ticket(id));
            let (free, variance) = there.map_or((0.0, 0.0), |ticket| {
                let since = session.taken.or(ticket.called_at).unwrap_or(now);
                let left = run.usual(&ticket.service).left_after(f64::from(seconds(since, now)));
                (left.mean(), left.variance())
            });
            let known = counter.serves.iter().map(|service| hall.pace.count(service)).sum::<usize>() >= FEWEST;
            let ordinary_calls = hall.calls_since_priority(number);
            run.desks.push(Desk { counter, officer: &session.officer, ordinary_calls, free, variance, known });
        }
        run
    }

    fn usual(&self, service: &Name) -> Took {
        let minutes = self.hall.config.service(service).map_or(10, |service| service.minutes);
        self.hall.pace.of(service, minutes)
    }

    /// What is said of a call at a desk.
    fn told(&self, desk: &Desk<'a>, line: &Line) -> Option<Wait> {
        let at = self.now.plus_millis((desk.free * 1_000.0) as i64);
        let over = || {
            self.open
                && matches!(
                    self.hall.config.openness(Calendar::shipped(), at),
                    Openness::Break { .. } | Openness::Closed { .. }
                )
        };
        let seconds = desk.free * self.drag;
        if !desk.known || seconds > LONGEST || over() {
            return None;
        }
        // Where several counters call from a line, one that takes long is made up for by the others.
        let together = self.desks.iter().filter(|desk| desk.calls(line)).count().max(1);
        let off = WIDTH * (desk.variance / together as f64 + (UNKNOWN * seconds).powi(2)).sqrt();
        let from_minutes = ((seconds - off).max(0.0) / 300.0).floor() as u32 * 5;
        let to_minutes = ((seconds + off) / 300.0).ceil() as u32 * 5;
        Some(Wait { seconds: seconds as u32, from_minutes, to_minutes: to_minutes.max(from_minutes + 5) })
    }
}

impl Iterator for Forward<'_> {
    type Item = (Uuid, Option<Wait>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let first = self.desks.iter().enumerate().min_by(|one, other| one.1.free.total_cmp(&other.1.free))?.0;
            let desk = &self.desks[first];
            let at = self.now.plus_millis((desk.free * 1_000.0) as i64);
            let caller = Caller { counter: desk.counter, officer: desk.officer, ordinary_calls: desk.ordinary_calls };
            let called = self
                .lines
                .next(caller, &self.hall.config.calling, at)
                .and_then(|(id, _)| self.hall.ticket(id).or(self.new.filter(|ticket| ticket.id == id)));
            let Some(ticket) = called else {
                self.desks.swap_remove(first);
                continue;
            };
            // Whoever comes before an appointment begins is called before it: nobody knows how many.
            let told = if ticket.place.at > self.now { None } else { self.told(desk, &ticket.line) };
            self.lines.remove(ticket);
            let (mean, variance) = match self.took.get(&ticket.service) {
                Some(known) => *known,
                None => {
                    let usual = self.usual(&ticket.service);
                    *self.took.entry(ticket.service.clone()).or_insert((usual.mean(), usual.variance()))
                }
            };
            let desk = &mut self.desks[first];
            desk.free += mean;
            desk.variance += variance;
            desk.ordinary_calls = if ticket.priority.is_some() { 0 } else { desk.ordinary_calls.saturating_add(1) };
            return Some((ticket.id, told));
        }
    }
}

impl Desk<'_> {
    fn calls(&self, line: &Line) -> bool {
        match line {
            Line::Service(service) => self.counter.serves.contains(service),
            Line::Counter(number) => self.counter.number == *number,
            Line::Officer(officer) => self.officer == officer,
        }
    }
}
