use serde::{Deserialize, Serialize};

use crate::wire::Problem;

/// Where a ticket is in its life: `waiting → called → serving → finished`, beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// Its holder sits in the hall.
    Waiting,
    /// Its number was called to a counter.
    Called,
    /// Its holder is at the counter.
    Serving,
    /// Its holder was sent to do something first (a copy, a payment) and will come back.
    Parked,
    /// Served.
    Finished,
    /// Called, and nobody came.
    NoShow,
    /// Its holder gave it back, or it was given by mistake.
    Cancelled,
    /// The day ended before it was called.
    Expired,
}

impl TicketState {
    /// Every state, in the order of a life.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Called,
        Self::Serving,
        Self::Parked,
        Self::Finished,
        Self::NoShow,
        Self::Cancelled,
        Self::Expired,
    ];

    /// Its stable name: `no_show`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Called => "called",
            Self::Serving => "serving",
            Self::Parked => "parked",
            Self::Finished => "finished",
            Self::NoShow => "no_show",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }

    /// Whether somebody with this ticket is at a counter, or on the way to one.
    pub fn is_at_counter(self) -> bool {
        matches!(self, Self::Called | Self::Serving)
    }

    /// Whether its holder may still be served today without anything being undone.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Waiting | Self::Called | Self::Serving | Self::Parked)
    }

    /// The state a verb leads to from here: the whole table of what can happen.
    ///
    /// # Errors
    /// `ticket-not-in-state` with `state` (the one it is in) and `verb` when the verb has no place here.
    pub fn after(self, verb: Verb) -> Result<Self, Problem> {
        use TicketState::*;
        match (self, verb) {
            (Waiting, Verb::Call) | (Called, Verb::Recall) => Ok(Called),
            (Parked | NoShow, Verb::Resume) => Ok(Called),
            (Called, Verb::Start) | (Finished, Verb::Reopen) => Ok(Serving),
            (Serving, Verb::Finish) => Ok(Finished),
            (Called, Verb::NoShow) => Ok(NoShow),
            (Waiting | Called | Serving | Parked, Verb::Transfer) => Ok(Waiting),
            (Called | Serving | Parked | NoShow, Verb::ReturnToQueue) => Ok(Waiting),
            (Waiting | Called | Serving, Verb::Park) => Ok(Parked),
            (Waiting | Called | Parked, Verb::Cancel) => Ok(Cancelled),
            (Waiting | Called | Serving | Parked, Verb::Expire) => Ok(Expired),
            (Waiting | Parked, Verb::Keep | Verb::Reprint) => Ok(self),
            (Finished, Verb::Rate) => Ok(Finished),
            _ => Err(Problem::new("ticket-not-in-state").with("state", self.as_str()).with("verb", verb.as_str())),
        }
    }
}

/// What can happen to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// It was given out; its life begins as [`TicketState::Waiting`].
    Issue,
    /// It was called to a counter, as the next in line or by its number.
    Call,
    /// Its number was called once more.
    Recall,
    /// Its holder came to the counter.
    Start,
    /// Its holder was served.
    Finish,
    /// Nobody came.
    NoShow,
    /// It was sent to another service, counter or officer, under the same number.
    Transfer,
    /// Its holder was sent away for a while.
    Park,
    /// Its holder came back, and goes straight to the counter.
    Resume,
    /// It waits again.
    ReturnToQueue,
    /// It was given back.
    Cancel,
    /// The day ended.
    Expire,
    /// The day ended, and it is kept for the next.
    Keep,
    /// It was finished by mistake.
    Reopen,
    /// It was printed again.
    Reprint,
    /// Its holder said how it was.
    Rate,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Self; 16] = [
        Self::Issue,
        Self::Call,
        Self::Recall,
        Self::Start,
        Self::Finish,
        Self::NoShow,
        Self::Transfer,
        Self::Park,
        Self::Resume,
        Self::ReturnToQueue,
        Self::Cancel,
        Self::Expire,
        Self::Keep,
        Self::Reopen,
        Self::Reprint,
        Self::Rate,
    ];

    /// Its stable name, as the event stream and the ticket's history have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Call => "call",
            Self::Recall => "recall",
            Self::Start => "start",
            Self::Finish => "finish",
            Self::NoShow => "no_show",
            Self::Transfer => "transfer",
            Self::Park => "park",
            Self::Resume => "resume",
            Self::ReturnToQueue => "return_to_queue",
            Self::Cancel => "cancel",
            Self::Expire => "expire",
            Self::Keep => "keep",
            Self::Reopen => "reopen",
            Self::Reprint => "reprint",
            Self::Rate => "rate",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written out once more, state by state, so that a change of the table is seen.
    #[test]
    fn exactly_these_steps_exist() {
        use TicketState::*;
        use Verb::*;
        let rows: [(TicketState, &[(Verb, TicketState)]); 8] = [
            (
                Waiting,
                &[
                    (Call, Called),
                    (Transfer, Waiting),
                    (Park, Parked),
                    (Cancel, Cancelled),
                    (Expire, Expired),
                    (Keep, Waiting),
                    (Reprint, Waiting),
                ],
            ),
            (
                Called,
                &[
                    (Recall, Called),
                    (Start, Serving),
                    (Verb::NoShow, TicketState::NoShow),
                    (Transfer, Waiting),
                    (Park, Parked),
                    (ReturnToQueue, Waiting),
                    (Cancel, Cancelled),
                    (Expire, Expired),
                ],
            ),
            (
                Serving,
                &[(Finish, Finished), (Transfer, Waiting), (Park, Parked), (ReturnToQueue, Waiting), (Expire, Expired)],
            ),
            (
                Parked,
                &[
                    (Transfer, Waiting),
                    (Resume, Called),
                    (ReturnToQueue, Waiting),
                    (Cancel, Cancelled),
                    (Expire, Expired),
                    (Keep, Parked),
                    (Reprint, Parked),
                ],
            ),
            (Finished, &[(Reopen, Serving), (Rate, Finished)]),
            (TicketState::NoShow, &[(Resume, Called), (ReturnToQueue, Waiting)]),
            (Cancelled, &[]),
            (Expired, &[]),
        ];
        assert_eq!(rows.map(|row| row.0), TicketState::ALL);
        for (state, steps) in rows {
            for verb in Verb::ALL {
                let listed = steps.iter().find(|step| step.0 == verb).map(|step| step.1);
                match (state.after(verb), listed) {
                    (Ok(next), Some(listed)) => assert_eq!(next, listed, "{state:?} {verb:?}"),
                    (Err(problem), None) => assert_eq!(problem.code, "ticket-not-in-state"),
                    (got, listed) => panic!("{state:?} {verb:?}: {got:?}, listed {listed:?}"),
                }
            }
        }
    }

    #[test]
    fn names_are_those_of_the_wire() {
        for state in TicketState::ALL {
            assert_eq!(serde_json::to_value(state).expect("a name"), state.as_str());
        }
    }
}
