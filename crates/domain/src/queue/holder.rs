use std::collections::HashMap;
use std::collections::hash_map::Entry;

use uuid::Uuid;

use super::hall::Hall;
use super::label::Label;
use super::name::Name;
use super::ticket::Ticket;

/// The numbers of the day by group and by who showed a card for them: one each, or more when the
/// earlier ones were served or missed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Holders(HashMap<(Name, Name), Vec<Uuid>>);

impl Holders {
    pub(super) fn add(&mut self, group: Name, holder: Name, ticket: Uuid) {
        match self.0.entry((group, holder)) {
            Entry::Vacant(first) => drop(first.insert(vec![ticket])),
            Entry::Occupied(mut more) => more.get_mut().push(ticket),
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

impl Hall {
    /// The number of a group that somebody may still be served with.
    pub(super) fn held_by(&self, group: &Name, holder: &Name) -> Option<Label> {
        let all = self.holders.0.get(&(group.clone(), holder.clone()))?;
        all.iter().find_map(|id| self.active(*id))
    }

    /// The number that the holder of a missed one took instead of it. Few are missed, so they are
    /// looked for among all.
    pub(super) fn held_instead_of(&self, missed: &Ticket) -> Option<Label> {
        let all = self.holders.0.values().find(|all| all.contains(&missed.id))?;
        all.iter().find_map(|id| self.active(*id))
    }

    /// The label of a ticket whose holder may still be served.
    pub(super) fn active(&self, id: Uuid) -> Option<Label> {
        self.ticket(id).filter(|ticket| ticket.state.is_active()).map(|ticket| ticket.label)
    }
}
