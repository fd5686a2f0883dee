use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::finder::{Finder, Searchable};
use super::{Procedure, Wish};
use crate::text::fold;

/// All procedures one can find, ready to be searched and browsed without a server.
pub struct Shelf {
    procedures: Vec<Arc<Procedure>>,
    places: HashMap<String, usize>,
    finder: Finder,
}

/// Procedures that were found and that people want alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// What is wanted.
    pub wish: Wish,
    /// The procedures, the best first.
    pub procedures: Vec<Arc<Procedure>>,
}

/// What procedures are put under when somebody leafs through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Under {
    /// Life events.
    LifeEvent,
    /// Fields.
    Field,
    /// Departments.
    Department,
    /// The first letter of the name.
    Letter,
}

impl Shelf {
    /// A shelf of procedures; of two with one code the later counts.
    pub fn new(all: impl IntoIterator<Item = Procedure>) -> Self {
        let mut procedures: Vec<Arc<Procedure>> = Vec::new();
        let mut places = HashMap::new();
        for one in all {
            let one = Arc::new(one);
            match places.get(&one.code) {
                Some(place) => procedures[*place] = one,
                None => {
                    places.insert(one.code.clone(), procedures.len());
                    procedures.push(one);
                }
            }
        }
        let finder = Finder::new(procedures.iter().map(|one| Searchable::of(one)));
        Self { procedures, places, finder }
    }

    /// Every procedure.
    pub fn all(&self) -> &[Arc<Procedure>] {
        &self.procedures
    }

    /// The procedure of a code.
    pub fn procedure(&self, code: &str) -> Option<&Arc<Procedure>> {
        self.procedures.get(*self.places.get(code)?)
    }

    /// The procedures a query means, the best first, at most `limit`.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Arc<Procedure>> {
        let hits = self.finder.find(query, limit).into_iter();
        hits.filter_map(|hit| self.procedures.get(hit.place).cloned()).collect()
    }

    /// The same, put together by what people want: what has the best hit stands first.
    pub fn find_wanted(&self, query: &str, limit: usize) -> Vec<Wanted> {
        let mut wanted: Vec<Wanted> = Vec::new();
        for one in self.find(query, limit) {
            let wish = one.wish();
            match wanted.iter_mut().find(|group| group.wish == wish) {
                Some(group) => group.procedures.push(one),
                None => wanted.push(Wanted { wish, procedures: vec![one] }),
            }
        }
        wanted
    }

    /// What procedures can be leafed through by, with how many stand under each, in the order of the
    /// alphabet without marks. Life events are told by their stable names.
    pub fn headings(&self, under: Under) -> Vec<(String, usize)> {
        let mut counted: BTreeMap<_, (String, usize)> = BTreeMap::new();
        for one in &self.procedures {
            for heading in one.headings(under) {
                counted.entry(same(under, &heading)).or_insert((heading, 0)).1 += 1;
            }
        }
        counted.into_values().collect()
    }

    /// The procedures under a heading, by name.
    pub fn under(&self, under: Under, heading: &str) -> Vec<Arc<Procedure>> {
        let wanted = same(under, heading);
        let stands = |one: &&Arc<Procedure>| one.headings(under).iter().any(|own| same(under, own) == wanted);
        let mut found: Vec<_> = self.procedures.iter().filter(stands).cloned().collect();
        found.sort_by_cached_key(|one| fold(one.sorted_by()));
        found
    }
}

/// What is alike for headings that are one, in the order of the alphabet. Offices are written in several
/// ways; D and Đ are two letters.
fn same(under: Under, heading: &str) -> (String, bool) {
    (fold(heading), under == Under::Letter && heading == "Đ")
}

impl Procedure {
    /// What somebody who looks for it wants.
    pub fn wish(&self) -> Wish {
        Wish::of(self.official())
    }

    /// Its name from the first word on that tells it from others: hundreds begin with "Thủ tục".
    fn sorted_by(&self) -> &str {
        let name = self.name.vi.as_str();
        let rest = ["Thủ tục ", "thủ tục ", "THỦ TỤC "].iter().find_map(|before| name.strip_prefix(before));
        rest.unwrap_or(name)
    }

    /// What it stands under.
    fn headings(&self, under: Under) -> Vec<String> {
        match under {
            Under::LifeEvent => self.life_events.clone(),
            Under::Field => vec![self.field.clone()].into_iter().filter(|field| !field.is_empty()).collect(),
            Under::Department => self.departments.clone(),
            Under::Letter => {
                let name = self.sorted_by();
                let first = fold(name).chars().find(|c| c.is_alphanumeric());
                // Đ is a letter of its own.
                let stroke = name.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| "đĐ".contains(c));
                first.map(|c| if stroke { "Đ".to_owned() } else { c.to_uppercase().to_string() }).into_iter().collect()
            }
        }
    }
}
