use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::name::Name;
use super::ticket::{Line, Ticket, Why};
use crate::branch::{Calling, CounterConfig};
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Queue {
    pub(super) ordinary: BTreeSet<Place>,
    pub(super) priority: BTreeSet<Place>,
}

impl Queue {
    /// Before which place those stand whom a counter calls that only helps with this line, as if it
    /// were one of its own: everybody up to the last who came before a moment.
    pub(super) fn urgent(&self, eldest: Moment) -> Place {
        let from = |behind, at| Place { behind, at, id: Uuid::nil() };
        let behind = from(true, Moment::from_millis(i64::MIN))..from(true, eldest);
        let waits_behind =
            [&self.ordinary, &self.priority].iter().any(|all| all.range(behind.clone()).next().is_some());
        from(waits_behind, eldest)
    }

    /// Whether there is such a person.
    fn is_urgent(&self, eldest: Moment) -> bool {
        let end = self.urgent(eldest);
        [&self.ordinary, &self.priority].iter().any(|all| all.first().is_some_and(|place| *place < end))
    }
}

/// Everybody who waits, ready to be called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
            if queue.ordinary.is_empty() && queue.priority.is_empty() {
                self.0.remove(&ticket.line);
            }
        }
    }

    /// Those who wait in a line, if anybody does.
    pub(super) fn get(&self, line: &Line) -> Option<&Queue> {
        self.0.get(line)
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
    /// for those it serves, or while somebody there has waited longer than the age cap. Somebody whose
    /// appointment has not begun only when nobody else waits.
    ///
    /// Nobody waits for ever, whoever comes after them. With one call in N of somebody with priority
    /// (N > 1), at k counters that call from the same lines, and as long as nobody is chosen out of
    /// turn or put to the front, a person is called after at most
    /// - r + k + ⌊r ∕ (N − 1)⌋ others, without priority and with r such people before them;
    /// - p + (p + k) · (N − 1) others, with priority and with p such people before them;
    /// - those who came earlier, once they have waited longer than the age cap, which alone bounds the
    ///   wait of people without priority where N is 1, and of those a counter only helps with.
    ///
    /// Whoever has an appointment came at its start in all of this. So they are before whoever came
    /// after that start, though they check in later: at most those whose appointments began within
    /// `late_minutes` before that person came.
    pub fn next(&self, caller: Caller<'_>, calling: &Calling, now: Moment) -> Option<(Uuid, Why)> {
        let own = caller.counter.serves.iter().cloned().map(Line::Service);
        let mine = [Line::Counter(caller.counter.number), Line::Officer(caller.officer.clone())];
        let helped = || caller.counter.and_finally.iter().cloned().map(Line::Service);
        let eldest = oldest(calling, now);
        let urgent = helped().filter(|line| self.get(line).is_some_and(|queue| queue.is_urgent(eldest)));
        let first = self.choose(own.chain(mine).chain(urgent), caller.ordinary_calls, calling, now);
        let chosen = first.filter(|(place, _)| place.at <= now).or_else(|| {
            let then = self.choose(helped(), caller.ordinary_calls, calling, now);
            let then = then.map(|(place, _)| (place, Why::Finally));
            then.filter(|(place, _)| place.at <= now).or(first).or(then)
        });
        chosen.map(|(place, why)| (place.id, why))
    }

    fn choose(
        &self,
        lines: impl Iterator<Item = Line>,
        ordinary_calls: u32,
        calling: &Calling,
        now: Moment,
    ) -> Option<(Place, Why)> {
        let (mut ordinary, mut priority): (Option<Place>, Option<Place>) = (None, None);
        for queue in lines.filter_map(|line| self.0.get(&line)) {
            ordinary = earliest(ordinary, queue.ordinary.first());
            priority = earliest(priority, queue.priority.first());
        }
        let first = earliest(ordinary, priority.as_ref())?;
        let is_priority = |place: Place| if Some(place) == priority { Why::Priority } else { Why::Turn };
        if !first.behind {
            return Some((first, Why::Front));
        }
        if first.at < oldest(calling, now) {
            return Some((first, Why::Age));
        }
        if let Some(place) = priority.filter(|place| place.at <= now) {
            let their_call = ordinary_calls.saturating_add(1) >= calling.priority_one_in;
            if their_call || ordinary.is_none_or(|other| other.at > now) {
                return Some((place, Why::Priority));
            }
        }
        match ordinary {
            Some(place) if place.at <= now => Some((place, Why::Turn)),
            // Only appointments that have not begun are left.
            _ => Some((first, is_priority(first))),
        }
    }
}

/// Whoever came before this moment has waited longer than the age cap.
pub(super) fn oldest(calling: &Calling, now: Moment) -> Moment {
    now.plus_millis(-i64::from(calling.age_cap_minutes) * 60_000)
}

fn earliest(one: Option<Place>, other: Option<&Place>) -> Option<Place> {
    one.into_iter().chain(other.copied()).min()
}
