use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::fact::Fact;
use super::hall::Hall;
use super::name::Name;
use super::ticket::Ticket;
use crate::time::Moment;
use crate::wire::Problem;

/// A member of staff who acts in the hall.
#[derive(Clone, Debug)]
pub struct Officer {
    /// The account's name.
    pub account: Name,
    /// As people read it.
    pub name: Name,
    /// Whether they may act for others: supervisors and administrators.
    pub supervisor: bool,
}

/// Something that happened at a counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterEvent {
    /// Its number.
    pub counter: u32,
    /// When.
    pub at: Moment,
    /// The account of whoever did it.
    pub by: Name,
    /// What.
    #[serde(flatten)]
    pub deed: CounterDeed,
}

/// What happened at a counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum CounterDeed {
    /// An officer sat down.
    Open {
        /// The officer's name, for colleagues.
        name: Name,
    },
    /// The officer left.
    Close,
    /// The officer went on a break; the counter stays theirs.
    Break,
    /// The officer came back from the break.
    Back,
}

/// A counter that an officer has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterSession {
    /// The officer's account.
    pub officer: Name,
    /// The officer's name.
    pub name: Name,
    /// Since when.
    pub since: Moment,
    /// Since when the officer is on a break.
    pub on_break: Option<Moment>,
    /// The ticket called to or served at it.
    pub ticket: Option<Uuid>,
    /// The ticket last finished at it, for as long as nobody was called after: that can be undone.
    pub finished: Option<Ticket>,
    /// Since when whoever is at it takes its time.
    pub(super) taken: Option<Moment>,
    /// Since when it could have called somebody.
    pub(super) free: Option<Moment>,
}

impl Hall {
    /// An officer opens a counter. Their own open counter again changes nothing. A counter somebody
    /// else has is taken over only when that officer is not signed in any more (`holder_is_away`).
    ///
    /// # Errors
    /// `unknown-counter`, `other-counter-open`, `counter-taken`.
    pub fn open_counter(
        &self,
        number: u32,
        officer: &Officer,
        holder_is_away: bool,
        now: Moment,
    ) -> Result<Option<Fact>, Problem> {
        self.counter_config(number)?;
        if let Some((mine, _)) = self.counter_of(&officer.account) {
            return if mine == number {
                Ok(None)
            } else {
                Err(Problem::new("other-counter-open").with("counter", mine))
            };
        }
        if self.session(number).is_some() && !holder_is_away {
            return Err(Problem::new("counter-taken").with("counter", number));
        }
        let deed = CounterDeed::Open { name: officer.name.clone() };
        Ok(Some(counter_fact(number, officer, deed, now)))
    }

    /// An officer closes the counter they have open, when nobody is at it.
    ///
    /// # Errors
    /// `counter-not-yours`, `counter-busy`.
    pub fn close_counter(&self, number: u32, officer: &Officer, now: Moment) -> Result<Fact, Problem> {
        self.own_free_counter(number, officer)?;
        Ok(counter_fact(number, officer, CounterDeed::Close, now))
    }

    /// An officer goes on a break, when nobody is at the counter.
    ///
    /// # Errors
    /// `counter-not-yours`, `counter-busy`, `counter-on-break`.
    pub fn start_break(&self, number: u32, officer: &Officer, now: Moment) -> Result<Fact, Problem> {
        self.ready_counter(number, officer)?;
        Ok(counter_fact(number, officer, CounterDeed::Break, now))
    }

    /// An officer comes back from a break; without one nothing changes.
    ///
    /// # Errors
    /// `counter-not-yours`.
    pub fn end_break(&self, number: u32, officer: &Officer, now: Moment) -> Result<Option<Fact>, Problem> {
        let session = self.own_counter(number, officer)?;
        Ok(session.on_break.map(|_| counter_fact(number, officer, CounterDeed::Back, now)))
    }

    /// The session of a counter this officer has open.
    pub(super) fn own_counter(&self, number: u32, officer: &Officer) -> Result<&CounterSession, Problem> {
        self.counter_config(number)?;
        let mine = self.session(number).filter(|session| session.officer == officer.account);
        mine.ok_or_else(|| Problem::new("counter-not-yours").with("counter", number))
    }

    /// As [`Self::own_counter`], and nobody is called to it.
    pub(super) fn own_free_counter(&self, number: u32, officer: &Officer) -> Result<&CounterSession, Problem> {
        let session = self.own_counter(number, officer)?;
        match session.ticket.and_then(|id| self.ticket(id)) {
            Some(ticket) => Err(Problem::new("counter-busy").with("label", ticket.label)),
            None => Ok(session),
        }
    }

    /// As [`Self::own_free_counter`], and the officer is not on a break.
    pub(super) fn ready_counter(&self, number: u32, officer: &Officer) -> Result<&CounterSession, Problem> {
        let session = self.own_free_counter(number, officer)?;
        if session.on_break.is_some() {
            return Err(Problem::new("counter-on-break").with("counter", number));
        }
        Ok(session)
    }
}

fn counter_fact(counter: u32, officer: &Officer, deed: CounterDeed, at: Moment) -> Fact {
    Fact::Counter(CounterEvent { counter, at, by: officer.account.clone(), deed })
}
