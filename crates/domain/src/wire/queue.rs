use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::queue::{Label, Line, TicketState, Wait, Why};
use crate::time::Moment;

/// `POST /v1/tickets`: issue a number in a service group.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueTicket {
    /// The service group's stable name.
    #[schema(example = "ho-tich")]
    pub group: String,
    /// The service; may be left out where the group has one only.
    #[serde(default)]
    pub service: Option<String>,
    /// The priority group the person belongs to.
    #[serde(default)]
    pub priority: Option<String>,
    /// Hash of the person's card number under the key of the day ([`crate::wire::DayKey`]), in
    /// lower-case hex, if a card was shown: the number itself never leaves the kiosk.
    #[serde(default)]
    pub holder: Option<String>,
    /// The language of the person, so that paper and voice can use it: `vi`, `km`, `en`.
    #[schema(example = "vi")]
    pub language: String,
}

/// `POST /v1/tickets/printed`: a number a kiosk gave by itself while it was cut off.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedTicket {
    /// The identity the kiosk gave it (UUIDv7); it is in the QR on the paper.
    pub id: Uuid,
    /// As printed. It never changes.
    #[schema(value_type = String, example = "A2007")]
    pub label: Label,
    /// When it was printed, by the kiosk's clock as corrected by the server's.
    pub printed_at: Moment,
    /// What was asked for.
    pub asked: IssueTicket,
    /// The `Idempotency-Key` of the request whose answer was lost, if one was sent: a number given
    /// for it is taken back, and it gets none any more.
    #[serde(default)]
    pub instead_of: Option<String>,
}

/// `POST /v1/tickets/{id}/rating`: what its holder says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct RateTicket {
    /// 4 Rất hài lòng, 3 Hài lòng, 2 Bình thường, 1 Không hài lòng.
    #[schema(minimum = 1, maximum = 4)]
    pub grade: u8,
    /// Stable names of reasons: `cho-lau`, …
    #[serde(default)]
    pub reasons: Vec<String>,
}

/// A number somebody holds, as everyone may see it: no personal data is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Ticket {
    /// Its identity (UUIDv7).
    pub id: Uuid,
    /// As printed, said and shown: `A012`.
    #[schema(example = "A012")]
    pub label: String,
    /// The service group's stable name.
    pub group: String,
    /// The service it was issued or last transferred for.
    pub service: String,
    /// What it waits for, or was called for.
    pub line: Line,
    /// The priority group of its holder.
    pub priority: Option<String>,
    /// Where it is in its life.
    pub state: TicketState,
    /// When it was issued; never rewritten.
    pub issued_at: Moment,
    /// Since when it stands in its line: when its holder came, was sent on, or was put back.
    pub since: Moment,
    /// The counter it was called to, once called.
    pub counter: Option<u32>,
    /// When it was last called.
    pub called_at: Option<Moment>,
    /// Why it was last called and no other.
    pub why: Option<Why>,
    /// When its holder was last seen at a counter.
    pub started_at: Option<Moment>,
    /// How often nobody came.
    pub no_shows: u32,
    /// How often its paper was printed again.
    #[serde(default)]
    pub reprints: u32,
    /// Whether its holder has said how it was.
    pub rated: bool,
    /// How many waited in front of it when this answer was made.
    pub ahead: u32,
    /// How long it will probably wait from then on; none when that cannot be known.
    pub wait: Option<Wait>,
}

/// `GET /v1/queue`: what a console shows of the hall. Lists are in the order of call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct QueueView {
    /// The stream revision this view is true at.
    pub revision: u64,
    /// Tickets that wait.
    pub waiting: Vec<Ticket>,
    /// Tickets called or being served.
    pub at_counters: Vec<Ticket>,
    /// Tickets whose holders were sent away for a while.
    pub parked: Vec<Ticket>,
    /// Tickets that were called and nobody came.
    pub missed: Vec<Ticket>,
    /// Since when what is known of today began anew, because the data were damaged or restored: who had a number
    /// before may not be in the lists.
    #[serde(default)]
    pub began_anew: Option<Moment>,
}

/// `POST /v1/tickets/{id}/call` and `…/resume`: to which counter.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AtCounter {
    /// The counter's number.
    pub counter: u32,
}

/// `POST /v1/tickets/{id}/transfer`.
#[derive(Clone, Debug, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct TransferTicket {
    /// Where to.
    pub to: Line,
    /// Before everybody who waits there, instead of after them.
    pub first: bool,
}

/// `POST /v1/tickets/{id}/cancel`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelTicket {
    /// Why, by a stable name: `given-back`, `mistake`, `double`.
    pub reason: String,
}

/// `POST /v1/counters/{number}/call-next` answers with the ticket called, or null when none waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Called {
    /// The ticket, now in state `called`; none when nobody waits for this counter.
    pub ticket: Option<Ticket>,
}
