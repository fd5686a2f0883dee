//! The starter catalogue that ships inside the product.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{LifeEvent, Procedure, ServiceGroup};

/// Procedures with the groups and life events they are found under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Service groups in the order of the tiles.
    pub groups: Vec<ServiceGroup>,
    /// Life events in the order people see them.
    pub life_events: Vec<LifeEvent>,
    /// Every procedure.
    pub procedures: Vec<Procedure>,
}

impl Catalogue {
    /// The procedure with this national code.
    pub fn procedure(&self, code: &str) -> Option<&Procedure> {
        self.procedures.iter().find(|p| p.code == code)
    }

    /// The service group with this stable name.
    pub fn group(&self, id: &str) -> Option<&ServiceGroup> {
        self.groups.iter().find(|g| g.id == id)
    }
}

/// The catalogue the product ships with.
pub fn starter() -> &'static Catalogue {
    static STARTER: OnceLock<Catalogue> = OnceLock::new();
    STARTER.get_or_init(|| {
        serde_json::from_str(include_str!("../../catalogue/starter.json"))
            .expect("the shipped catalogue is checked by tests")
    })
}
