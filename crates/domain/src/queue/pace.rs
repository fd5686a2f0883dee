use std::collections::BTreeMap;

use super::hall::Hall;
use super::name::Name;
use super::ticket::{Deed, Ticket, TicketEvent};
use crate::time::Moment;

/// How much of the pause before a call belongs to the person called: so long an officer may take to
/// write something down. Whoever pauses longer did something else.
const PAUSE: i64 = 2 * 60_000;

/// How many people what the centre expects of a service weighs as.
pub(super) const EXPECTED: f64 = 5.0;

/// How people differ from what is usual of a service, as shares of it: few are quick, some are very
/// slow. Their mean is 1.
const SPREAD: [f64; 5] = [0.40, 0.65, 0.90, 1.20, 1.85];

/// How long people of each service took a counter today, in seconds, the shortest first: from the
/// call (or, if they waited by then, from when the one before left) until they left it, served or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pace(BTreeMap<Name, Vec<u32>>);

impl Pace {
    fn add(&mut self, service: &Name, seconds: u32) {
        let all = self.0.entry(service.clone()).or_default();
        all.insert(all.partition_point(|known| *known <= seconds), seconds);
    }

    /// Of how many people of a service it is known.
    pub(super) fn count(&self, service: &Name) -> usize {
        self.0.get(service).map_or(0, Vec::len)
    }

    /// How long somebody of a service takes, as a service of so many usual minutes.
    pub(super) fn of(&self, service: &Name, minutes: u32) -> Took {
        let known = self.0.get(service).map_or(&[][..], Vec::as_slice);
        let usual = f64::from(minutes) * 60.0;
        let expected = SPREAD.iter().map(|share| (share * usual, EXPECTED / SPREAD.len() as f64));
        // Somebody was forgotten at the counter, or the officer forgot the button: no more than four
        // times what is in the middle.
        let most = known.get(known.len() / 2).map_or(f64::MAX, |middle| f64::from(*middle).max(usual / 2.0) * 4.0);
        let known = known.iter().map(|seconds| (f64::from(*seconds).min(most), 1.0));
        Took(known.chain(expected).collect())
    }
}

/// Durations in seconds, each with its weight; never none.
pub(super) struct Took(Vec<(f64, f64)>);

impl Took {
    /// Mean in seconds.
    pub(super) fn mean(&self) -> f64 {
        let weight: f64 = self.0.iter().map(|(_, weight)| weight).sum();
        self.0.iter().map(|(seconds, weight)| seconds * weight).sum::<f64>() / weight
    }

    /// Variance in seconds².
    pub(super) fn variance(&self) -> f64 {
        let mean = self.mean();
        let squares = Self(self.0.iter().map(|(seconds, weight)| ((seconds - mean).powi(2), *weight)).collect());
        squares.mean()
    }

    /// What is left of it for somebody who took so many seconds already: how long those took who took
    /// longer than that. Nobody did: half as long again as usual.
    pub(super) fn left_after(&self, elapsed: f64) -> Self {
        let longer = self.0.iter().filter(|(seconds, _)| *seconds > elapsed);
        let left: Vec<_> = longer.map(|(seconds, weight)| (seconds - elapsed, *weight)).collect();
        if left.is_empty() { Self(vec![(self.mean() / 2.0, 1.0)]) } else { Self(left) }
    }
}

impl Hall {
    /// Keeps how long people take, when somebody is called to a counter or leaves it.
    pub(super) fn remember_time(&mut self, before: &Ticket, ticket: &Ticket, event: &TicketEvent) {
        let Some(session) = ticket.counter.and_then(|number| self.counters.get_mut(&number)) else { return };
        match &event.deed {
            Deed::Call { .. } => {
                let since = session.free.map(|free| free.max(before.place.at));
                let since = since.filter(|since| (0..=PAUSE).contains(&(event.at.millis() - since.millis())));
                session.taken = since.or(Some(event.at));
            }
            Deed::Resume { .. } => session.taken = Some(event.at),
            // Counted when it was finished too early.
            Deed::Reopen => session.taken = None,
            _ if before.state.is_at_counter() && !ticket.state.is_at_counter() => {
                session.free = Some(event.at);
                if let Some(taken) = session.taken.take().filter(|_| event.deed != Deed::Expire) {
                    self.pace.add(&before.service, seconds(taken, event.at));
                }
            }
            _ => {}
        }
    }
}

/// From one moment to another, in whole seconds.
pub(super) fn seconds(from: Moment, until: Moment) -> u32 {
    u32::try_from((until.millis() - from.millis()) / 1_000).unwrap_or(0)
}
