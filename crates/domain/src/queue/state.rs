use serde::{Deserialize, Serialize};

use crate::wire::Problem;

/// Where a ticket is in its life: `waiting → called → serving → finished`, beside the ends.
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
    /// Served.
    Finished,
    /// Called, and nobody came.
    NoShow,
}

impl TicketState {
    /// Every state, in the order of a life.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Called, Self::Serving, Self::Finished, Self::NoShow];

    /// Its stable name: `no_show`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Called => "called",
            Self::Serving => "serving",
            Self::Finished => "finished",
            Self::NoShow => "no_show",
        }
    }

    /// From its stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// The state a verb leads to from here.
    ///
    /// # Errors
    /// `ticket-not-in-state` with `state` (the one it is in) and `verb` when the verb has no place here.
    pub fn after(self, verb: Verb) -> Result<Self, Problem> {
        match (self, verb) {
            (Self::Waiting, Verb::Call) => Ok(Self::Called),
            (Self::Called, Verb::Recall) => Ok(Self::Called),
            (Self::Called, Verb::Start) => Ok(Self::Serving),
            (Self::Called, Verb::NoShow) => Ok(Self::NoShow),
            (Self::Serving, Verb::Finish) => Ok(Self::Finished),
            _ => Err(Problem::new("ticket-not-in-state").with("state", self.as_str()).with("verb", verb.as_str())),
        }
    }
}

/// What can happen to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// It was given out; its life begins as [`TicketState::Waiting`].
    Issue,
    /// A counter called the next in line, and this was it.
    Call,
    /// Its number was called once more.
    Recall,
    /// Its holder came to the counter.
    Start,
    /// Its holder was served.
    Finish,
    /// Nobody came.
    NoShow,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Self; 6] = [Self::Issue, Self::Call, Self::Recall, Self::Start, Self::Finish, Self::NoShow];

    /// Its stable name, as the event stream and the ticket's history have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Call => "call",
            Self::Recall => "recall",
            Self::Start => "start",
            Self::Finish => "finish",
            Self::NoShow => "no_show",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_these_steps_exist() {
        use TicketState::*;
        let mut allowed = Vec::new();
        for state in TicketState::ALL {
            for verb in Verb::ALL {
                match state.after(verb) {
                    Ok(next) => allowed.push((state, verb, next)),
                    Err(problem) => assert_eq!(problem.code, "ticket-not-in-state"),
                }
            }
        }
        assert_eq!(
            allowed,
            [
                (Waiting, Verb::Call, Called),
                (Called, Verb::Recall, Called),
                (Called, Verb::Start, Serving),
                (Called, Verb::NoShow, NoShow),
                (Serving, Verb::Finish, Finished),
            ]
        );
    }

    #[test]
    fn names_are_those_of_the_wire() {
        for state in TicketState::ALL {
            assert_eq!(serde_json::to_value(state).expect("a name"), state.as_str());
            assert_eq!(TicketState::from_name(state.as_str()), Some(state));
        }
        assert_eq!(TicketState::from_name("gone"), None);
    }
}
