use serde::{Deserialize, Serialize};

use super::{Level, Procedure};
use crate::guide;

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

impl Procedure {
    /// How somebody goes on from it. The form that fits every procedure serves those that may be handed
    /// in online to an office of the province or a commune, and whose field a service group takes: the
    /// centre has nobody to hand the others to.
    pub fn way_on(&self) -> WayOn {
        let near = self.levels.iter().any(|level| matches!(level, Level::Province | Level::Commune));
        if guide::newest_form(&self.code).is_some() {
            WayOn::Form
        } else if near && self.group.is_some() && self.takes_online() {
            WayOn::AnyForm
        } else {
            WayOn::Number
        }
    }
}
