//! The centre this server runs: its groups, its counters, and which serves what.

use std::collections::{BTreeMap, BTreeSet};

use motcua_domain::catalogue::{ServiceGroup, starter};
use motcua_domain::dossier::DossierCode;
use motcua_domain::queue::{Hall, Series};
use serde::{Deserialize, Serialize};

/// What a centre is set up with at the first start (a JSON file). Later starts keep what is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BranchConfig {
    /// Short stable name: `angiang`.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// The agency above it.
    pub agency: String,
    /// Where it stands.
    pub address: String,
    /// The place named on official papers.
    pub place: String,
    /// The agency part of its dossier codes.
    pub agency_code: String,
    /// Its service groups, in the order people see them.
    pub groups: Vec<ServiceGroup>,
    /// Its counters.
    pub counters: Vec<CounterConfig>,
}

/// A counter at the first start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterConfig {
    /// Its number as it hangs above it.
    pub number: u32,
    /// The service groups it serves, by their stable names.
    pub groups: BTreeSet<String>,
}

/// What is wrong with a [`BranchConfig`].
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    /// A name is missing.
    #[error("the branch needs an id, a name, an agency and a place")]
    Unnamed,
    /// No dossier code could be made of it.
    #[error("{0:?} cannot be the agency part of a dossier code")]
    AgencyCode(String),
    /// Two groups share a name or a letter, or a letter is not A to Z.
    #[error("service group {0:?} needs a name and a letter A to Z of its own")]
    Group(String),
    /// A counter number stands twice, is 0, or names a group that does not exist.
    #[error("counter {0} needs a number of its own and groups that exist")]
    Counter(u32),
    /// Numbers of this group would never be called.
    #[error("no counter serves the service group {0:?}")]
    Unserved(String),
}

impl Default for BranchConfig {
    /// The provincial centre of An Giang with eight counters over the starter catalogue's groups.
    fn default() -> Self {
        let groups = starter().groups.clone();
        let counters = (0..8_usize).map(|counter| CounterConfig {
            number: counter as u32 + 1,
            groups: (0..groups.len().max(8))
                .filter(|place| place % 8 == counter)
                .filter_map(|place| groups.get(place % groups.len().max(1)).map(|group| group.id.clone()))
                .collect(),
        });
        Self {
            id: "angiang".to_owned(),
            name: "Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned(),
            agency: "Ủy ban nhân dân tỉnh An Giang".to_owned(),
            address: "Tỉnh An Giang".to_owned(),
            place: "An Giang".to_owned(),
            agency_code: "H01".to_owned(),
            counters: counters.collect(),
            groups,
        }
    }
}

impl BranchConfig {
    /// Whether it can be worked with.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), BranchError> {
        if [&self.id, &self.name, &self.agency, &self.place].into_iter().any(|text| text.trim().is_empty()) {
            return Err(BranchError::Unnamed);
        }
        if !DossierCode::is_agency(&self.agency_code) {
            return Err(BranchError::AgencyCode(self.agency_code.clone()));
        }
        let (mut ids, mut letters, mut numbers) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for group in &self.groups {
            let own = ids.insert(&group.id) && letters.insert(group.prefix);
            if !own || group.id.is_empty() || Series::new(group.prefix).is_err() {
                return Err(BranchError::Group(group.id.clone()));
            }
        }
        for counter in &self.counters {
            let known = counter.groups.iter().all(|group| ids.contains(group));
            if !known || counter.number == 0 || !numbers.insert(counter.number) {
                return Err(BranchError::Counter(counter.number));
            }
        }
        let served: BTreeSet<_> = self.counters.iter().flat_map(|counter| &counter.groups).collect();
        match ids.into_iter().find(|id| !served.contains(id)) {
            Some(unserved) => Err(BranchError::Unserved(unserved.clone())),
            None => Ok(()),
        }
    }
}

/// The branch as it is stored, for the rules that need it with every request.
pub(crate) struct Branch {
    /// Short stable name.
    pub(crate) id: String,
    /// As people know it.
    pub(crate) name: String,
    /// The agency above it.
    pub(crate) agency: String,
    /// Where it stands.
    pub(crate) address: String,
    /// The place named on official papers.
    pub(crate) place: String,
    /// The agency part of dossier codes.
    pub(crate) agency_code: String,
    /// Its service groups, in the order people see them.
    pub(crate) groups: Vec<Group>,
    /// Which counter serves what.
    pub(crate) hall: Hall,
    /// The counters with their groups.
    pub(crate) counters: BTreeMap<u32, BTreeSet<String>>,
}

/// A stored service group.
pub(crate) struct Group {
    /// Its stable name.
    pub(crate) id: String,
    /// The letter before its numbers.
    pub(crate) series: Series,
    /// Vietnamese name.
    pub(crate) name: String,
    /// English name.
    pub(crate) name_en: String,
    /// A word for its picture.
    pub(crate) icon: String,
}

impl Branch {
    /// The number series of a group.
    pub(crate) fn series(&self, group: &str) -> Option<Series> {
        self.groups.iter().find(|known| known.id == group).map(|known| known.series)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_centre_serves_every_group_at_eight_counters() {
        let branch = BranchConfig::default();
        branch.check().expect("a sound branch");
        assert_eq!(branch.counters.iter().map(|c| c.number).collect::<Vec<_>>(), (1..=8).collect::<Vec<_>>());
        assert!(branch.counters.iter().all(|counter| !counter.groups.is_empty()));
    }

    #[test]
    fn a_branch_that_cannot_work_is_refused() {
        let with = |change: fn(&mut BranchConfig)| {
            let mut branch = BranchConfig::default();
            change(&mut branch);
            branch.check().expect_err("refused")
        };
        assert!(matches!(with(|b| b.agency_code = "h 1".to_owned()), BranchError::AgencyCode(_)));
        assert!(matches!(with(|b| b.groups[0].prefix = b.groups[1].prefix), BranchError::Group(_)));
        assert!(matches!(with(|b| b.counters[0].number = 2), BranchError::Counter(2)));
        assert!(matches!(with(|b| b.counters.clear()), BranchError::Unserved(_)));
        assert!(matches!(with(|b| b.name.clear()), BranchError::Unnamed));
    }
}
