use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::estimate::Wait;
use super::label::Label;
use super::name::Name;
use super::order::Place;
use super::state::{TicketState, Verb};
use crate::time::Moment;

/// A ticket as its history has made it. No personal data is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Its identity (UUIDv7).
    pub id: Uuid,
    /// As printed, said and shown. It never changes.
    pub label: Label,
    /// The group whose number it is. It never changes.
    pub group: Name,
    /// What its holder waits for, comes back for, or was called for.
    pub line: Line,
    /// The service it was issued or last transferred for.
    pub service: Name,
    /// The language of its holder: `vi`, `km`, `en`.
    pub language: Name,
    /// The priority group its holder belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Name>,
    /// Where it is in its life.
    pub state: TicketState,
    /// When it was issued; never rewritten.
    pub issued_at: Moment,
    /// Its place in line.
    pub place: Place,
    /// The counter it was last called to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<u32>,
    /// When it was last called or recalled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_at: Option<Moment>,
    /// Why it was last called; none when its holder came back to a counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// When its holder was last seen at a counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Moment>,
    /// How often nobody came.
    pub no_shows: u32,
    /// How often it was printed again.
    pub reprints: u32,
    /// What its holder said of it: 1 to 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rated: Option<u8>,
}

/// What a ticket waits for: a service at any counter, or one counter, or one officer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Any counter that serves the service.
    #[schema(value_type = String)]
    Service(Name),
    /// This counter only.
    Counter(u32),
    /// This officer only, at whatever counter.
    #[schema(value_type = String)]
    Officer(Name),
}

/// Something that happened to a ticket. Events are only ever added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketEvent {
    /// Whose.
    pub ticket: Uuid,
    /// When.
    pub at: Moment,
    /// Who did it: `device:…`, `staff:…`, `system`, or `holder` for the person with the paper.
    pub by: Name,
    /// What.
    #[serde(flatten)]
    pub deed: Deed,
}

/// What happened to a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum Deed {
    /// It was given out.
    Issue(Box<Issued>),
    /// It was called to a counter.
    Call {
        /// Which.
        counter: u32,
        /// Why it and no other.
        why: Why,
    },
    /// Its number was called once more.
    Recall,
    /// Its holder came.
    Start,
    /// Its holder was served.
    Finish,
    /// Nobody came.
    NoShow,
    /// It was sent on.
    Transfer {
        /// Where to.
        to: Line,
        /// Before everybody who waits there, instead of after them.
        first: bool,
    },
    /// Its holder was sent away for a while.
    Park,
    /// Its holder came back to a counter.
    Resume {
        /// Which.
        counter: u32,
    },
    /// It waits again, at the place it had; after a no-show, behind those who wait now.
    ReturnToQueue,
    /// It was given back.
    Cancel {
        /// Why: `given-back`, `mistake`, `double`.
        reason: Name,
    },
    /// The day ended before it was served.
    Expire,
    /// The day ended, and it is kept: the whole of it, so that the new day begins with it.
    Keep(Box<Ticket>),
    /// It had been finished by mistake.
    Reopen,
    /// It was printed again.
    Reprint,
    /// Its holder said how it was.
    Rate {
        /// 1 (Không hài lòng) to 4 (Rất hài lòng).
        grade: u8,
        /// Stable names of reasons.
        reasons: Vec<Name>,
    },
}

/// What a ticket began with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Its label.
    pub label: Label,
    /// Its group.
    pub group: Name,
    /// Its service.
    pub service: Name,
    /// Its holder's language.
    pub language: Name,
    /// Its holder's priority group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Name>,
    /// When its holder came, for those an offline kiosk tells of later; otherwise when it was issued.
    pub arrived: Moment,
    /// The appointment it keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Uuid>,
    /// Keyed hash of the holder's card number; the key is thrown away when the day ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Name>,
    /// How long its holder was told to wait, if that could be said: what became of it is in the log
    /// as well, so that the error can be reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<Wait>,
}

/// Why a ticket was called and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It was its turn.
    Turn,
    /// Its holder has priority.
    Priority,
    /// It had waited too long.
    Age,
    /// It was transferred to the front.
    Front,
    /// Nobody waited for what the counter mainly serves.
    Finally,
    /// An officer chose it.
    Chosen,
}

impl Deed {
    /// Its verb.
    pub fn verb(&self) -> Verb {
        match self {
            Self::Issue(_) => Verb::Issue,
            Self::Call { .. } => Verb::Call,
            Self::Recall => Verb::Recall,
            Self::Start => Verb::Start,
            Self::Finish => Verb::Finish,
            Self::NoShow => Verb::NoShow,
            Self::Transfer { .. } => Verb::Transfer,
            Self::Park => Verb::Park,
            Self::Resume { .. } => Verb::Resume,
            Self::ReturnToQueue => Verb::ReturnToQueue,
            Self::Cancel { .. } => Verb::Cancel,
            Self::Expire => Verb::Expire,
            Self::Keep(_) => Verb::Keep,
            Self::Reopen => Verb::Reopen,
            Self::Reprint => Verb::Reprint,
            Self::Rate { .. } => Verb::Rate,
        }
    }
}

impl Ticket {
    /// A ticket at its beginning.
    pub fn issued(id: Uuid, at: Moment, issued: &Issued) -> Self {
        Self {
            id,
            label: issued.label,
            group: issued.group.clone(),
            line: Line::Service(issued.service.clone()),
            service: issued.service.clone(),
            language: issued.language.clone(),
            priority: issued.priority.clone(),
            state: TicketState::Waiting,
            issued_at: at,
            place: Place { behind: true, at: issued.arrived, id },
            counter: None,
            called_at: None,
            why: None,
            started_at: None,
            no_shows: 0,
            reprints: 0,
            rated: None,
        }
    }

    /// The ticket after an event of its history. What was checked when the event was made is not
    /// checked again; an event that has no place in the ticket's state changes nothing.
    pub fn apply(&mut self, event: &TicketEvent) {
        let Ok(state) = self.state.after(event.deed.verb()) else { return };
        let after_no_show = self.state == TicketState::NoShow;
        self.state = state;
        match &event.deed {
            Deed::Call { counter, .. } | Deed::Resume { counter } => {
                self.counter = Some(*counter);
                self.called_at = Some(event.at);
                self.why = if let Deed::Call { why, .. } = event.deed { Some(why) } else { None };
            }
            Deed::Recall => self.called_at = Some(event.at),
            Deed::Start | Deed::Reopen => self.started_at = Some(event.at),
            Deed::NoShow => self.no_shows += 1,
            Deed::Transfer { to, first } => {
                if let Line::Service(service) = to {
                    self.service = service.clone();
                }
                self.line = to.clone();
                self.place = Place { behind: !first, at: event.at, id: self.id };
            }
            Deed::ReturnToQueue if after_no_show => {
                self.place = Place { behind: true, at: event.at, id: self.id };
            }
            Deed::Reprint => self.reprints += 1,
            Deed::Rate { grade, .. } => self.rated = Some(*grade),
            Deed::Keep(kept) => *self = (**kept).clone(),
            _ => {}
        }
    }
}
