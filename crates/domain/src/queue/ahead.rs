use std::collections::BTreeSet;

use uuid::Uuid;

use super::hall::Hall;
use super::order::{Place, Queue, oldest};
use super::state::TicketState;
use super::ticket::{Line, Ticket};
use crate::branch::{Calling, CounterConfig};
use crate::time::Moment;

impl Hall {
    /// How many of those who wait would be called before this ticket, as things stood at the newest
    /// fact, if nobody came any more and the counters that call it went on: those that are open and
    /// serve it; without any, those that help with it; without any, those that would serve it.
    ///
    /// Exact for one counter. Several counters are taken for one that calls from all their lines.
    pub fn ahead(&self, ticket: &Ticket) -> usize {
        if ticket.state != TicketState::Waiting {
            return 0;
        }
        let counters = self.counters_for(&ticket.line);
        let mut own: BTreeSet<Line> = counters.iter().flat_map(|counter| self.own_lines(counter)).collect();
        let then: BTreeSet<Line> = counters.iter().flat_map(|counter| helped(counter)).collect();
        if !then.contains(&ticket.line) {
            own.insert(ticket.line.clone());
        }
        let since = counters.iter().map(|counter| self.calls_since_priority(counter.number)).max();
        let since = since.unwrap_or(u32::MAX) as usize;

        let (calling, now) = (&self.config.calling, self.newest);
        let then: Vec<_> = then.difference(&own).filter_map(|line| self.lines.get(line)).collect();
        let own = own.iter().filter_map(|line| self.lines.get(line)).map(Part::whole);
        // Whoever is too old in a line that is only helped with is called as if it were an own one.
        let split = then.into_iter().map(|queue| Part::whole(queue).split(queue.urgent(oldest(calling, now))));
        let (urgent, rest): (Vec<_>, Vec<_>) = split.unzip();
        let own = Crowd::new(own.chain(urgent).collect(), calling, now);
        let then = Crowd::new(rest, calling, now);
        let later = ticket.place >= own.later;
        if own.holds(ticket.place) {
            own.before(ticket, since) + if later { then.begun() } else { 0 }
        } else {
            let before = own.begun() + then.before(ticket, own.calls_since_priority(since));
            before + if later { own.later() } else { 0 }
        }
    }

    /// The counters that would call from a line.
    fn counters_for(&self, line: &Line) -> Vec<&CounterConfig> {
        let open = |calls: &dyn Fn(&CounterConfig) -> bool| {
            let profiles = self.counters.keys().filter_map(|number| self.config.counter(*number));
            profiles.filter(|counter| calls(counter)).collect::<Vec<_>>()
        };
        let serving = open(&|counter| self.own_lines(counter).any(|own| own == *line));
        if !serving.is_empty() {
            return serving;
        }
        let helping = open(&|counter| helped(counter).any(|then| then == *line));
        if !helping.is_empty() {
            return helping;
        }
        let all = self.config.counters.iter();
        all.filter(|counter| self.own_lines(counter).any(|own| own == *line)).collect()
    }

    /// The lines a counter calls from first.
    fn own_lines<'a>(&'a self, counter: &'a CounterConfig) -> impl Iterator<Item = Line> + 'a {
        let services = counter.serves.iter().cloned().map(Line::Service);
        let officer = self.counters.get(&counter.number).map(|session| Line::Officer(session.officer.clone()));
        services.chain([Line::Counter(counter.number)]).chain(officer)
    }
}

/// The lines a counter helps with.
fn helped(counter: &CounterConfig) -> impl Iterator<Item = Line> + '_ {
    counter.and_finally.iter().cloned().map(Line::Service)
}

/// Those of a queue from one place to before another.
#[derive(Clone, Copy)]
struct Part<'a> {
    queue: &'a Queue,
    from: Place,
    to: Place,
}

impl<'a> Part<'a> {
    fn whole(queue: &'a Queue) -> Self {
        let place = |behind, millis, id| Place { behind, at: Moment::from_millis(millis), id };
        Self { queue, from: place(false, i64::MIN, Uuid::nil()), to: place(true, i64::MAX, Uuid::max()) }
    }

    fn split(self, at: Place) -> (Self, Self) {
        (Self { to: at, ..self }, Self { from: at, ..self })
    }

    /// Those from this place on.
    fn since(self, place: Place) -> Self {
        Self { from: place.clamp(self.from, self.to), ..self }
    }

    /// How many of them there are, counted from the front.
    fn count(self) -> Count {
        let count = |places: &BTreeSet<Place>| places.range(self.from..self.to).count();
        (count(&self.queue.ordinary), count(&self.queue.priority))
    }

    /// How many of them stand before a place. Most ask for the end of the line, so it is counted from
    /// there.
    fn until(self, place: Place) -> Count {
        let place = place.clamp(self.from, self.to);
        let count =
            |places: &BTreeSet<Place>| places.len() - places.range(place..).count() - places.range(..self.from).count();
        (count(&self.queue.ordinary), count(&self.queue.priority))
    }
}

/// Those who wait in lines that are called from together: first who was put to the front or waited
/// too long, by place; then by the ratio; at last whose appointment has not begun, by place.
struct Crowd<'a> {
    parts: Vec<Part<'a>>,
    /// The first place that is neither at the front nor too old.
    ratio: Place,
    /// The first place that has not begun.
    later: Place,
    /// How many without priority are called between two with.
    others: usize,
}

/// How many: without priority, and with.
type Count = (usize, usize);

impl<'a> Crowd<'a> {
    fn new(parts: Vec<Part<'a>>, calling: &Calling, now: Moment) -> Self {
        let from = |at| Place { behind: true, at, id: Uuid::nil() };
        Self {
            parts,
            ratio: from(oldest(calling, now)),
            later: from(now.plus_millis(1)),
            others: calling.priority_one_in as usize - 1,
        }
    }

    fn holds(&self, place: Place) -> bool {
        let there = |queue: &Queue| queue.ordinary.contains(&place) || queue.priority.contains(&place);
        self.parts.iter().any(|part| (part.from..part.to).contains(&place) && there(part.queue))
    }

    /// Those who stand before a place.
    fn until(&self, place: Place) -> Count {
        self.parts.iter().map(|part| part.until(place)).fold((0, 0), add)
    }

    /// Those at the front or too old.
    fn urgent(&self) -> impl Iterator<Item = Part<'a>> + '_ {
        self.parts.iter().map(|part| part.split(self.ratio.clamp(part.from, part.to)).0)
    }

    fn count_urgent(&self) -> Count {
        self.urgent().map(Part::count).fold((0, 0), add)
    }

    /// Those the ratio is for.
    fn by_ratio(&self) -> Count {
        let (urgent, begun) = (self.count_urgent(), self.until(self.later));
        (begun.0.saturating_sub(urgent.0), begun.1.saturating_sub(urgent.1))
    }

    fn begun(&self) -> usize {
        sum(self.until(self.later))
    }

    fn later(&self) -> usize {
        sum(self.parts.iter().map(|part| part.since(self.later).count()).fold((0, 0), add))
    }

    /// How many without priority were called since the last one with, when the urgent ones are gone.
    fn since_urgent(&self, since: usize) -> usize {
        let last = |part: Part<'_>| part.queue.priority.range(part.from..part.to).next_back().copied();
        match self.urgent().filter_map(last).max() {
            Some(last) => self.urgent().map(|part| part.since(last).count().0).sum(),
            None => since + self.count_urgent().0,
        }
    }

    /// As [`Self::since_urgent`], when all who have begun are gone.
    fn calls_since_priority(&self, since: usize) -> usize {
        let since = self.since_urgent(since);
        match self.by_ratio() {
            (ordinary, 0) => since + ordinary,
            (ordinary, priority) => ordinary.saturating_sub(self.ordinary_before(priority - 1, since)),
        }
    }

    /// How many without priority are called before somebody with, who has so many of theirs before them.
    fn ordinary_before(&self, priority: usize, since: usize) -> usize {
        self.others.saturating_sub(since) + priority * self.others
    }

    /// How many of these are called before a ticket among them.
    fn before(&self, ticket: &Ticket, since: usize) -> usize {
        let before = self.until(ticket.place);
        if ticket.place < self.ratio || ticket.place >= self.later {
            return sum(before);
        }
        let (urgent, all, since) = (self.count_urgent(), self.by_ratio(), self.since_urgent(since));
        let (ordinary, priority) = (before.0.saturating_sub(urgent.0), before.1.saturating_sub(urgent.1));
        let among = if ticket.priority.is_some() {
            priority + all.0.min(self.ordinary_before(priority, since))
        } else {
            let calls = (ordinary + since.min(self.others)).checked_div(self.others);
            ordinary + calls.map_or(all.1, |calls| calls.min(all.1))
        };
        sum(urgent) + among
    }
}

fn sum(count: Count) -> usize {
    count.0 + count.1
}

fn add(one: Count, other: Count) -> Count {
    (one.0 + other.0, one.1 + other.1)
}
