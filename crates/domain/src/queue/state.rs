use serde::{Deserialize, Serialize};

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
