use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::name::Name;
use super::ticket::{Line, Ticket, Why};
use crate::branch::{BranchConfig, Calling, CounterConfig};
use crate::time::Moment;

/// What a line is ordered by: who was transferred to its front, then arrival; of the same
/// millisecond, the ticket made first (UUIDv7 grows with time).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// False for those transferred to the front.
    pub behind: bool,
    /// When its holder came, or the start of the appointment.
    pub at: Moment,
    /// The ticket.
    pub id: Uuid,
}

/// Those who wait in one line: with priority, and all others.
#[derive(Clone, Debug, Default)]
struct Queue {
    ordinary: BTreeSet<Place>,
    priority: BTreeSet<Place>,
}

/// Everybody who waits, ready to be called.
#[derive(Clone, Debug, Default)]
pub struct Lines(BTreeMap<Line, Queue>);

/// A counter that asks for the next person.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    /// The counter's number and profile.
    pub counter: &'a CounterConfig,
    /// The officer there.
    pub officer: &'a Name,
    /// How many without priority this counter has called since it last called one with.
    pub ordinary_calls: u32,
}

impl Lines {
    /// Adds a waiting ticket.
    pub fn insert(&mut self, ticket: &Ticket) {
        let queue = self.0.entry(ticket.line.clone()).or_default();
        if ticket.priority.is_some() { &mut queue.priority } else { &mut queue.ordinary }.insert(ticket.place);
    }

    /// Takes a ticket out of its line.
    pub fn remove(&mut self, ticket: &Ticket) {
        if let Some(queue) = self.0.get_mut(&ticket.line) {
            queue.ordinary.remove(&ticket.place);
            queue.priority.remove(&ticket.place);
        }
    }

    /// How many wait for a service.
    pub fn waiting_for(&self, service: &Name) -> usize {
        self.0.get(&Line::Service(service.clone())).map_or(0, |queue| queue.ordinary.len() + queue.priority.len())
    }

    /// Whom a counter calls next, and why. Pure: the same lines, caller, policy and moment give the
    /// same answer.
    ///
    /// In this order: who was transferred to the front; who has waited longer than the age cap, by
    /// arrival; somebody with priority when it is their call of the ratio or nobody else waits;
    /// everybody else by arrival. Services of the counter's "and finally" list only when nobody waits
    /// for those it serves. Somebody whose appointment has not begun only when nobody else waits.
    pub fn next(&self, caller: Caller<'_>, calling: &Calling, now: Moment) -> Option<(Uuid, Why)> {
        let own = caller.counter.serves.iter().cloned().map(Line::Service);
        let mine = [Line::Counter(caller.counter.number), Line::Officer(caller.officer.clone())];
        let (id, why) = self.choose(own.chain(mine), caller.ordinary_calls, calling, now).or_else(|| {
            let others = caller.counter.and_finally.iter().cloned().map(Line::Service);
            let (id, _) = self.choose(others, caller.ordinary_calls, calling, now)?;
            Some((id, Why::Finally))
        })?;
        Some((id, why))
    }

    fn choose(
        &self,
        lines: impl Iterator<Item = Line>,
        ordinary_calls: u32,
        calling: &Calling,
        now: Moment,
    ) -> Option<(Uuid, Why)> {
        let (mut ordinary, mut priority): (Option<Place>, Option<Place>) = (None, None);
        for queue in lines.filter_map(|line| self.0.get(&line)) {
            ordinary = earliest(ordinary, queue.ordinary.first());
            priority = earliest(priority, queue.priority.first());
        }
        let first = earliest(ordinary, priority.as_ref())?;
        let is_priority = |place: Place| if Some(place) == priority { Why::Priority } else { Why::Turn };
        if !first.behind {
            return Some((first.id, Why::Front));
        }
        if now.millis() - first.at.millis() > i64::from(calling.age_cap_minutes) * 60_000 {
            return Some((first.id, Why::Age));
        }
        if let Some(place) = priority.filter(|place| place.at <= now) {
            let their_call = ordinary_calls + 1 >= calling.priority_one_in;
            if their_call || ordinary.is_none_or(|other| other.at > now) {
                return Some((place.id, Why::Priority));
            }
        }
        match ordinary {
            Some(place) if place.at <= now => Some((place.id, Why::Turn)),
            // Only appointments that have not begun are left.
            _ => Some((first.id, is_priority(first))),
        }
    }

    /// How many of those who wait would be called before a ticket, if the counters that serve it
    /// went on as they do now.
    pub fn ahead(&self, ticket: &Ticket, config: &BranchConfig, ordinary_calls: u32) -> usize {
        let (mut ordinary, mut priority, mut all_ordinary, mut all_priority) = (0, 0, 0, 0);
        for line in shared(&ticket.line, config) {
            if let Some(queue) = self.0.get(&line) {
                ordinary += before(&queue.ordinary, ticket.place);
                priority += before(&queue.priority, ticket.place);
                all_ordinary += queue.ordinary.len();
                all_priority += queue.priority.len();
            }
        }
        if !ticket.place.behind {
            return ordinary + priority;
        }
        // Calls go: so many without priority, then one with, as long as there are both.
        let (others, since) = (config.calling.priority_one_in as usize - 1, ordinary_calls as usize);
        if ticket.priority.is_some() {
            priority + all_ordinary.min(priority * others + others.saturating_sub(since))
        } else {
            ordinary + (ordinary + since).checked_div(others).map_or(all_priority, |calls| calls.min(all_priority))
        }
    }
}

fn earliest(one: Option<Place>, other: Option<&Place>) -> Option<Place> {
    one.into_iter().chain(other.copied()).min()
}

/// How many stand before a place. Most ask for the end of the line, which needs no counting.
fn before(queue: &BTreeSet<Place>, place: Place) -> usize {
    if queue.last().is_none_or(|last| *last < place) { queue.len() } else { queue.range(..place).count() }
}

/// The lines some counter would call from as well as from this one, itself among them.
pub(super) fn shared(line: &Line, config: &BranchConfig) -> BTreeSet<Line> {
    let counters = config.counters.iter().filter(|counter| match line {
        Line::Service(service) => counter.serves.contains(service),
        Line::Counter(number) => counter.number == *number,
        Line::Officer(_) => false,
    });
    let others = counters.flat_map(|counter| counter.serves.iter().cloned().map(Line::Service));
    others.chain([line.clone()]).collect()
}
