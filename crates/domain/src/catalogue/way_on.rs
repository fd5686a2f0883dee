use serde::{Deserialize, Serialize};

/// How somebody goes on from a procedure: there is always a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum WayOn {
    /// Through a form of its own.
    Form,
    /// Through the form that fits every procedure: who, how to reach them, papers, delivery.
    AnyForm,
    /// To a counter, with a number and the list of papers.
    Number,
}
