//! The starter catalogue that ships inside the product.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;
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

    /// The procedures people look for under a life event, in the catalogue's order.
    pub fn of_life_event(&self, id: &str) -> impl Iterator<Item = &Procedure> {
        self.procedures.iter().filter(move |p| p.life_events.iter().any(|event| event == id))
    }
}

/// The shipped procedures, one file a service group, in the order of the groups.
const PROCEDURES: &[&str] = &[
    include_str!("../../catalogue/procedures/ho-tich.json"),
    include_str!("../../catalogue/procedures/chung-thuc.json"),
    include_str!("../../catalogue/procedures/cu-tru.json"),
    include_str!("../../catalogue/procedures/dat-dai.json"),
    include_str!("../../catalogue/procedures/xay-dung.json"),
    include_str!("../../catalogue/procedures/kinh-doanh.json"),
    include_str!("../../catalogue/procedures/bao-hiem.json"),
    include_str!("../../catalogue/procedures/dang-ky-xe.json"),
    include_str!("../../catalogue/procedures/ho-chieu.json"),
    include_str!("../../catalogue/procedures/nong-nghiep.json"),
    include_str!("../../catalogue/procedures/phap-ly.json"),
];

/// The catalogue the product ships with: facts of the national database, restated in plain words.
pub fn starter() -> &'static Catalogue {
    static STARTER: OnceLock<Catalogue> = OnceLock::new();
    STARTER.get_or_init(|| Catalogue {
        groups: shipped(include_str!("../../catalogue/groups.json")),
        life_events: shipped(include_str!("../../catalogue/life-events.json")),
        procedures: PROCEDURES.iter().flat_map(|file| shipped::<Vec<Procedure>>(file)).collect(),
    })
}

fn shipped<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).expect("the shipped catalogue is checked by tests")
}
