use super::fact::Fact;
use super::hall::Hall;
use super::state::TicketState;
use super::ticket::{Deed, Ticket, TicketEvent};
use crate::branch::EndOfDay;
use crate::time::Moment;

impl Hall {
    /// What ends the day when another business date has begun; nothing on the same one.
    ///
    /// Counters close. Whoever is at a counter, or waits, expires; where the centre keeps numbers,
    /// those who wait or are parked stay, in the same order. A clock that was set back ends no day.
    pub fn turn(&self, now: Moment) -> Vec<Fact> {
        if now.business_date() <= self.date {
            return Vec::new();
        }
        let mut left: Vec<_> = self.tickets().filter(|ticket| ticket.state.is_active()).collect();
        left.sort_unstable_by_key(|ticket| ticket.place);
        let keeps = self.config.end_of_day == EndOfDay::Keep;
        let kept = |ticket: &&Ticket| keeps && matches!(ticket.state, TicketState::Waiting | TicketState::Parked);
        let event =
            |ticket: &Ticket, deed| Fact::Ticket(TicketEvent { ticket: ticket.id, at: now, by: "system".into(), deed });
        let expired = left.iter().filter(|ticket| !kept(ticket)).map(|ticket| event(ticket, Deed::Expire));
        let stay = left.iter().filter(|ticket| kept(ticket));
        let stay = stay.map(|ticket| event(ticket, Deed::Keep(Box::new((*ticket).clone()))));
        expired.chain([Fact::Day { at: now }]).chain(stay).collect()
    }
}
