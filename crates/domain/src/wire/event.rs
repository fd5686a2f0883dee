use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::time::Moment;

/// One message of `GET /v1/events?after=REVISION` (server-sent events).
///
/// The SSE id is the revision. A ping comes every 10 s. When the revisions asked for are no longer
/// kept, the first message is `reset`: fetch the snapshot (`/v1/board`, `/v1/queue`) again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StreamEvent {
    /// Counts up by one with every event of the branch.
    pub revision: u64,
    /// When it happened.
    pub at: Moment,
    /// What changed.
    pub change: Change,
}

/// What a [`StreamEvent`] tells. Readers fetch what they show; the stream carries no personal data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// A ticket was issued or changed its state.
    Ticket {
        /// Its identity.
        id: Uuid,
        /// Its printed label.
        label: String,
        /// The verb: `issue`, `call`, `recall`, `start`, … as in [`crate::queue::Verb`].
        verb: String,
        /// The counter concerned.
        counter: Option<u32>,
    },
    /// A counter opened or closed.
    Counter {
        /// Its number.
        number: u32,
        /// Whether it is open now.
        open: bool,
    },
    /// A submission arrived or was accepted.
    Submission {
        /// Its identity.
        id: Uuid,
    },
    /// Somebody at a machine wants an officer, one comes, or nobody has to any more.
    Help {
        /// The machine.
        device: Uuid,
    },
    /// An appointment was booked or given back.
    Appointment {
        /// Its identity.
        id: Uuid,
    },
    /// The catalogue of procedures changed: ask for what changed.
    Catalogue,
    /// The centre was set up anew, or a business date began: fetch everything again.
    Centre,
    /// Revisions were missed: fetch the snapshot.
    Reset,
}
