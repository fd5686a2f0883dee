use uuid::Uuid;

use super::counter::Officer;
use super::fact::Fact;
use super::hall::Hall;
use super::name::Name;
use super::state::{TicketState, Verb};
use super::ticket::{Deed, Line, Ticket, TicketEvent, Why};
use crate::time::Moment;
use crate::wire::Problem;

/// What an officer wants of a ticket.
#[derive(Clone, Debug)]
pub enum Order {
    /// Call it to this counter, out of turn.
    Call(u32),
    /// Call its number once more.
    Recall,
    /// Its holder is here.
    Start,
    /// Its holder was served.
    Finish,
    /// Nobody came.
    NoShow,
    /// Send it on.
    Transfer {
        /// Where to.
        to: Line,
        /// Before everybody who waits there.
        first: bool,
    },
    /// Send its holder away for a while.
    Park,
    /// Its holder is back at this counter.
    Resume(u32),
    /// Let it wait again.
    ReturnToQueue,
    /// Take it back.
    Cancel {
        /// Why.
        reason: Name,
    },
    /// It was finished by mistake.
    Reopen,
}

impl Hall {
    /// Calls the next in line to a counter that this officer has open and nobody is at; none when
    /// nobody waits for it.
    ///
    /// # Errors
    /// `unknown-counter`, `counter-not-yours`, `counter-busy`, `counter-on-break`.
    pub fn call_next(&self, counter: u32, officer: &Officer, now: Moment) -> Result<Option<Fact>, Problem> {
        self.ready_counter(counter, officer)?;
        let config = self.counter_config(counter)?;
        let next = self.lines.next(self.caller(config, &officer.account), &self.config.calling, now);
        let call = |(id, why)| ticket_fact(id, officer, Deed::Call { counter, why }, now);
        Ok(next.map(call))
    }

    /// Carries out what an officer wants of a ticket.
    ///
    /// A ticket at a counter is its officer's; a supervisor may also send it back, on or away. Calling
    /// and resuming need a free counter of one's own. All else any officer may do.
    ///
    /// # Errors
    /// `unknown-ticket`, `ticket-not-in-state` with `label`, `state` and `verb`, `counter-not-yours`,
    /// `counter-busy`, `counter-on-break`, `no-second-chance`, `has-number` with the `label`,
    /// `unknown-service`, `unknown-counter`.
    pub fn order(&self, id: Uuid, order: Order, officer: &Officer, now: Moment) -> Result<Fact, Problem> {
        let ticket = self.find(id).ok_or_else(|| Problem::new("unknown-ticket"))?;
        let deed = match order {
            Order::Call(counter) => Deed::Call { counter, why: Why::Chosen },
            Order::Recall => Deed::Recall,
            Order::Start => Deed::Start,
            Order::Finish => Deed::Finish,
            Order::NoShow => Deed::NoShow,
            Order::Transfer { to, first } => Deed::Transfer { to, first },
            Order::Park => Deed::Park,
            Order::Resume(counter) => Deed::Resume { counter },
            Order::ReturnToQueue => Deed::ReturnToQueue,
            Order::Cancel { reason } => Deed::Cancel { reason },
            Order::Reopen => Deed::Reopen,
        };
        ticket.state.after(deed.verb()).map_err(|problem| problem.with("label", ticket.label))?;
        if ticket.state.is_at_counter()
            && let Some(counter) = ticket.counter
        {
            let may_act_for_others = officer.supervisor
                && matches!(deed, Deed::ReturnToQueue | Deed::Transfer { .. } | Deed::Cancel { .. } | Deed::NoShow);
            if !may_act_for_others {
                self.own_counter(counter, officer)?;
            }
        }
        match &deed {
            Deed::Call { counter, .. } | Deed::Resume { counter } => {
                self.ready_counter(*counter, officer)?;
            }
            Deed::Reopen => {
                self.own_free_counter(ticket.counter.unwrap_or_default(), officer)?;
            }
            Deed::Transfer { to: Line::Service(service), .. } if self.config.service(service).is_none() => {
                return Err(Problem::new("unknown-service"));
            }
            Deed::Transfer { to: Line::Counter(counter), .. } => {
                self.counter_config(*counter)?;
            }
            Deed::ReturnToQueue => self.may_return(ticket)?,
            _ => {}
        }
        Ok(ticket_fact(id, officer, deed, now))
    }

    /// The paper of a ticket was printed once more. None when it is not held by anybody who waits: then it
    /// says nothing of the hall.
    pub fn reprinted(&self, id: Uuid, by: Name, now: Moment) -> Option<Fact> {
        let ticket = self.ticket(id)?;
        ticket.state.after(Verb::Reprint).ok()?;
        Some(Fact::Ticket(TicketEvent { ticket: id, at: now, by, deed: Deed::Reprint }))
    }

    /// A ticket of today, also the one last finished at a counter.
    pub fn find(&self, id: Uuid) -> Option<&Ticket> {
        let finished = || self.counters.values().filter_map(|session| session.finished.as_ref());
        self.ticket(id).or_else(|| finished().find(|ticket| ticket.id == id))
    }

    /// The holder of a ticket gives it back, or is there after all.
    ///
    /// # Errors
    /// `unknown-ticket`, `ticket-not-in-state`, `no-second-chance`, `has-number` with the `label`.
    pub fn holder_says(&self, id: Uuid, deed: Deed, now: Moment) -> Result<Fact, Problem> {
        let ticket = self.ticket(id).ok_or_else(|| Problem::new("unknown-ticket"))?;
        // Only those who wait or were missed decide by themselves: at a counter the officer does.
        let theirs = matches!(
            (ticket.state, &deed),
            (TicketState::Waiting, Deed::Cancel { .. }) | (TicketState::NoShow, Deed::ReturnToQueue)
        );
        if !theirs {
            let problem = Problem::new("ticket-not-in-state").with("label", ticket.label);
            return Err(problem.with("state", ticket.state.as_str()).with("verb", deed.verb().as_str()));
        }
        if deed == Deed::ReturnToQueue {
            self.may_return(ticket)?;
        }
        Ok(Fact::Ticket(TicketEvent { ticket: id, at: now, by: "holder".into(), deed }))
    }

    /// Whoever was not there when called may wait again once, where the centre allows it, but not
    /// beside another number they took instead.
    fn may_return(&self, ticket: &Ticket) -> Result<(), Problem> {
        let missed = ticket.state == TicketState::NoShow;
        if missed && (!self.config.calling.second_chance || ticket.no_shows > 1) {
            return Err(Problem::new("no-second-chance").with("label", ticket.label));
        }
        if missed
            && self.config.issuing.one_per_person
            && let Some(label) = self.held_instead_of(ticket)
        {
            return Err(Problem::new("has-number").with("label", label));
        }
        Ok(())
    }
}

fn ticket_fact(ticket: Uuid, officer: &Officer, deed: Deed, at: Moment) -> Fact {
    Fact::Ticket(TicketEvent { ticket, at, by: format!("staff:{}", officer.account).as_str().into(), deed })
}
