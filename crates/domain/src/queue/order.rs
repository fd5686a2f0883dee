use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::time::Moment;

/// A ticket in line, as far as the order of call needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its identity.
    pub id: Uuid,
    /// Its service group.
    pub group: String,
    /// When its holder arrived.
    pub arrived: Moment,
}

impl Waiting {
    /// What the line is ordered by: arrival; of the same millisecond, the ticket made first (UUIDv7
    /// grows with time).
    fn place(&self) -> (Moment, Uuid) {
        (self.arrived, self.id)
    }
}

/// Which counter serves which service groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hall {
    counters: BTreeMap<u32, BTreeSet<String>>,
}

impl Hall {
    /// From counters with the groups each serves.
    pub fn new(counters: impl IntoIterator<Item = (u32, BTreeSet<String>)>) -> Self {
        Self { counters: counters.into_iter().collect() }
    }

    /// Whether there is such a counter.
    pub fn has(&self, counter: u32) -> bool {
        self.counters.contains_key(&counter)
    }

    /// The groups a counter serves; none for a counter that does not exist.
    pub fn groups_of(&self, counter: u32) -> impl Iterator<Item = &str> {
        self.counters.get(&counter).into_iter().flatten().map(String::as_str)
    }

    /// The numbers of the counters that serve a group.
    pub fn counters_for(&self, group: &str) -> Vec<u32> {
        self.counters.iter().filter(|(_, groups)| groups.contains(group)).map(|(number, _)| *number).collect()
    }

    /// The groups whose tickets stand in one line with this group's: itself, and every group that
    /// shares a counter with it.
    pub fn line_of<'a>(&'a self, group: &'a str) -> BTreeSet<&'a str> {
        let shared = self.counters.values().filter(|groups| groups.contains(group)).flatten();
        shared.map(String::as_str).chain([group]).collect()
    }

    /// Whom a counter calls next: the earliest arrival among those who wait in the groups it serves.
    pub fn call_next<'a>(&self, counter: u32, waiting: &'a [Waiting]) -> Option<&'a Waiting> {
        let groups = self.counters.get(&counter)?;
        waiting.iter().filter(|ticket| groups.contains(&ticket.group)).min_by_key(|ticket| ticket.place())
    }

    /// How many people are ahead of each ticket, in the order given: those who wait and whom some
    /// counter serving the ticket would call before it.
    pub fn people_ahead(&self, waiting: &[Waiting]) -> Vec<u32> {
        let mut line: Vec<usize> = (0..waiting.len()).collect();
        line.sort_unstable_by_key(|&i| waiting[i].place());
        let mut lines: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        let mut ahead = vec![0; waiting.len()];
        for i in line {
            let group = waiting[i].group.as_str();
            let shared = lines.entry(group).or_insert_with(|| self.line_of(group));
            ahead[i] = shared.iter().filter_map(|g| seen.get(g)).sum();
            *seen.entry(group).or_default() += 1;
        }
        ahead
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GROUPS: [&str; 4] = ["ho-tich", "chung-thuc", "dat-dai", "cu-tru"];

    fn hall() -> impl Strategy<Value = Hall> {
        prop::collection::vec(prop::collection::btree_set(prop::sample::select(&GROUPS), 0..=3), 1..=4).prop_map(
            |all| {
                let named = all.into_iter().map(|groups| groups.into_iter().map(str::to_owned).collect());
                Hall::new((1..).zip(named))
            },
        )
    }

    fn tickets() -> impl Strategy<Value = Vec<Waiting>> {
        // Few different moments, so that several tickets share one.
        prop::collection::vec((prop::sample::select(&GROUPS), 0_i64..20), 0..40).prop_map(|all| {
            let each = all.into_iter().zip(1_u128..);
            each.map(|((group, at), id)| Waiting {
                id: Uuid::from_u128(id),
                group: group.to_owned(),
                arrived: Moment::from_millis(at),
            })
            .collect()
        })
    }

    proptest! {
        /// Counters call in any order until nobody can be called any more.
        #[test]
        fn everyone_is_called_once_and_first_come_is_first_served(
            hall in hall(),
            tickets in tickets(),
            calls in prop::collection::vec(1_u32..=5, 0..200),
        ) {
            let mut waiting = tickets.clone();
            let mut called = BTreeSet::new();
            for counter in calls.into_iter().chain((1..=5).flat_map(|c| std::iter::repeat_n(c, 41))) {
                let mine: BTreeSet<String> = hall.groups_of(counter).map(str::to_owned).collect();
                let Some(next) = hall.call_next(counter, &waiting).cloned() else {
                    prop_assert!(!waiting.iter().any(|t| mine.contains(&t.group)), "somebody was left out");
                    continue;
                };
                prop_assert!(mine.contains(&next.group), "a group the counter does not serve");
                prop_assert!(called.insert(next.id), "called twice");
                for other in waiting.iter().filter(|t| mine.contains(&t.group)) {
                    prop_assert!(next.place() <= other.place(), "overtaken");
                }
                waiting.retain(|t| t.id != next.id);
            }
            for left in &waiting {
                prop_assert!(hall.counters_for(&left.group).is_empty(), "nobody called a ticket that is served");
            }
        }

        #[test]
        fn people_ahead_are_those_some_counter_would_call_first(hall in hall(), tickets in tickets()) {
            for (ticket, ahead) in tickets.iter().zip(hall.people_ahead(&tickets)) {
                let counters = hall.counters_for(&ticket.group);
                let before = tickets.iter().filter(|other| {
                    other.place() < ticket.place()
                        && (other.group == ticket.group
                            || counters.iter().any(|c| hall.groups_of(*c).any(|g| g == other.group)))
                });
                prop_assert_eq!(ahead as usize, before.count());
            }
        }
    }

    #[test]
    fn nobody_waits_or_no_such_counter() {
        let hall = Hall::new([(1, BTreeSet::from(["ho-tich".to_owned()]))]);
        assert_eq!(hall.call_next(1, &[]), None);
        let other = Waiting { id: Uuid::nil(), group: "dat-dai".to_owned(), arrived: Moment::from_millis(0) };
        assert_eq!(hall.call_next(1, std::slice::from_ref(&other)), None);
        assert_eq!(hall.call_next(2, &[other]), None);
    }
}
