use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CommuneKind, ProvinceKind, Units};
use crate::text::clean;

/// A province with its communes, as files, the wire and stores have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvinceUnits {
    /// Two digits.
    pub code: String,
    /// `Tỉnh An Giang`.
    pub name: String,
    /// Its communes; empty where they are not known.
    pub communes: Vec<Unit>,
}

/// A commune in a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Five digits.
    pub code: String,
    /// `Phường Rạch Giá`.
    pub name: String,
}

/// Why a table of units was refused. Nothing of it is taken then.
#[derive(Debug, thiserror::Error)]
pub enum UnitsError {
    /// Not the JSON it should be.
    #[error("it is not a list of provinces with code, name and communes: {0}")]
    Shape(#[from] serde_json::Error),
    /// It lists nothing.
    #[error("it lists no province")]
    Empty,
    /// A code that is none.
    #[error("{record}: a code of {digits} digits is expected")]
    Code {
        /// The record: `province 3 ("9", Tỉnh An Giang)`.
        record: String,
        /// How many digits it should have.
        digits: usize,
    },
    /// A name that does not say what the unit is.
    #[error("{record}: the name must begin with {kinds} and go on, in at most 100 characters")]
    Name {
        /// The record.
        record: String,
        /// What it may begin with.
        kinds: &'static str,
    },
    /// A code that stands twice.
    #[error("{0}: the code stood before")]
    Twice(String),
    /// A province without communes.
    #[error("{0}: it has no communes")]
    NoCommunes(String),
}

/// What becomes different when a table is taken over another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitsChange {
    /// How many provinces the new table lists.
    pub provinces: usize,
    /// How many communes it lists.
    pub communes: usize,
    /// Units that were not known.
    pub added: usize,
    /// Units with another name: code, old name, new name.
    pub renamed: Vec<(String, String, String)>,
    /// Communes that are no more: code and name.
    pub gone: Vec<(String, String)>,
}

const PROVINCE_KINDS: [(&str, ProvinceKind); 2] = [("Tỉnh", ProvinceKind::Province), ("Thành phố", ProvinceKind::City)];
const COMMUNE_KINDS: [(&str, CommuneKind); 3] =
    [("Xã", CommuneKind::Commune), ("Phường", CommuneKind::Ward), ("Đặc khu", CommuneKind::SpecialZone)];

/// Reads a table of the shape `[{"code", "name", "communes": [{"code", "name"}]}]`. Names are tidied: NFC,
/// single spaces, a capital in front.
///
/// # Errors
/// [`UnitsError`] names the first record that is wrong; the table is taken whole or not at all.
pub fn read_units(json: &str) -> Result<Vec<ProvinceUnits>, UnitsError> {
    let mut table: Vec<ProvinceUnits> = serde_json::from_str(json.trim_start_matches('\u{feff}'))?;
    check(&mut table)?;
    match table.iter().enumerate().find(|(_, province)| province.communes.is_empty()) {
        Some((place, province)) => {
            Err(UnitsError::NoCommunes(record("province", place, &province.code, &province.name)))
        }
        None => Ok(table),
    }
}

/// Tidies names, and says what is wrong with a table.
fn check(table: &mut [ProvinceUnits]) -> Result<(), UnitsError> {
    if table.is_empty() {
        return Err(UnitsError::Empty);
    }
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    for (place, province) in table.iter_mut().enumerate() {
        let said = record("province", place, &province.code, &province.name);
        province.name = tidy(&province.name);
        if province_kind(&province.name).is_none() {
            return Err(UnitsError::Name { record: said, kinds: "Tỉnh or Thành phố" });
        }
        coded(&said, &province.code, 2, &mut seen)?;
        for (place, commune) in province.communes.iter_mut().enumerate() {
            let said = format!("{}, {}", said, record("commune", place, &commune.code, &commune.name));
            commune.name = tidy(&commune.name);
            if commune_kind(&commune.name).is_none() {
                return Err(UnitsError::Name { record: said, kinds: "Xã, Phường or Đặc khu" });
            }
            coded(&said, &commune.code, 5, &mut seen)?;
        }
    }
    Ok(())
}

fn record(what: &str, place: usize, code: &str, name: &str) -> String {
    format!("{what} {} ({code:?}, {})", place + 1, crate::text::cut(&clean(name), 60))
}

fn coded(record: &str, code: &str, digits: usize, seen: &mut BTreeMap<String, ()>) -> Result<(), UnitsError> {
    if code.len() != digits || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(UnitsError::Code { record: record.to_owned(), digits });
    }
    match seen.insert(code.to_owned(), ()) {
        Some(()) => Err(UnitsError::Twice(record.to_owned())),
        None => Ok(()),
    }
}

/// A name with a capital in front of what the unit is; the rest is left as it is written.
fn tidy(name: &str) -> String {
    let name = clean(name);
    match kind_of(&name) {
        Some((kind, bare)) => format!("{kind} {bare}"),
        None => name,
    }
}

/// What a name says the unit is, and the rest of it.
pub(super) fn kind_of(name: &str) -> Option<(&'static str, &str)> {
    let kinds = PROVINCE_KINDS.map(|(kind, _)| kind).into_iter().chain(COMMUNE_KINDS.map(|(kind, _)| kind));
    kinds.into_iter().find_map(|kind| {
        let (head, rest) = name.split_at_checked(kind.len())?;
        let bare = rest.strip_prefix(' ')?;
        let says = head.to_lowercase() == kind.to_lowercase() && !bare.is_empty() && name.chars().count() <= 100;
        says.then_some((kind, bare))
    })
}

pub(super) fn province_kind(name: &str) -> Option<ProvinceKind> {
    let (said, _) = kind_of(name)?;
    PROVINCE_KINDS.into_iter().find_map(|(kind, is)| (kind == said).then_some(is))
}

pub(super) fn commune_kind(name: &str) -> Option<CommuneKind> {
    let (said, _) = kind_of(name)?;
    COMMUNE_KINDS.into_iter().find_map(|(kind, is)| (kind == said).then_some(is))
}

/// Reads the product's own table: a line `kind | code | name` a unit, communes below their province, and
/// lines that begin with `#` for the reader.
pub(super) fn shipped(text: &str) -> Result<Vec<ProvinceUnits>, UnitsError> {
    let mut table: Vec<ProvinceUnits> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut cells = line.split(" | ");
        let mut cell = || cells.next().unwrap_or_default();
        let (kind, code, name) = (cell(), cell().to_owned(), cell());
        let name = tidy(&format!("{kind} {name}"));
        match table.last_mut() {
            Some(province) if code.len() > 2 => province.communes.push(Unit { code, name }),
            _ => table.push(ProvinceUnits { code, name, communes: Vec::new() }),
        }
    }
    check(&mut table)?;
    Ok(table)
}

impl Units {
    /// What becomes different when imported units are laid over these.
    pub fn change(&self, imported: &[ProvinceUnits]) -> UnitsChange {
        let mut change = UnitsChange { provinces: imported.len(), ..UnitsChange::default() };
        let mut told = |code: &str, old: Option<&str>, new: &str| match old {
            None => change.added += 1,
            Some(old) if old != new => change.renamed.push((code.to_owned(), old.to_owned(), new.to_owned())),
            Some(_) => (),
        };
        let mut new_communes: HashMap<&str, &str> = HashMap::new();
        for province in imported {
            told(&province.code, self.province(&province.code).map(|known| known.name.as_str()), &province.name);
            for commune in &province.communes {
                told(&commune.code, self.commune(&commune.code).map(|known| known.name.as_str()), &commune.name);
                new_communes.insert(&commune.code, &province.code);
            }
        }
        change.communes = new_communes.len();
        let had = imported.iter().flat_map(|province| self.communes_of(&province.code));
        let gone = had.filter(|commune| !new_communes.contains_key(commune.code.as_str()));
        change.gone = gone.map(|commune| (commune.code.clone(), commune.name.clone())).collect();
        change
    }
}
