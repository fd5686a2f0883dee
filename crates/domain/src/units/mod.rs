//! Administrative units: provinces and communes, the two tiers of government since July 2025.
//!
//! The product ships the provinces, and the communes of one of them (`units/units.txt`); those of the
//! others are imported at the central system. Until a province's communes are known, a commune is free
//! text, and so is any old name that stands on a paper.

mod find;
mod order;
mod table;

use std::collections::HashMap;
use std::sync::OnceLock;

use find::Searched;
use order::{Ordered, vietnamese};
pub use table::{ProvinceUnits, Unit, UnitsChange, UnitsError, read_units};

/// What a province is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProvinceKind {
    /// Tỉnh.
    Province,
    /// Thành phố: one the central government governs.
    City,
}

/// What a commune is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommuneKind {
    /// Xã.
    Commune,
    /// Phường.
    Ward,
    /// Đặc khu.
    SpecialZone,
}

/// A unit of the upper tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// Code of the General Statistics Office, two digits: `91`.
    pub code: String,
    /// With what it is: `Tỉnh An Giang`.
    pub name: String,
    /// What it is.
    pub kind: ProvinceKind,
}

/// A unit of the lower tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Code of the General Statistics Office, five digits: `30742`.
    pub code: String,
    /// With what it is: `Phường Rạch Giá`.
    pub name: String,
    /// What it is.
    pub kind: CommuneKind,
    /// The code of its province.
    pub province: String,
}

/// A table of units: the provinces, and the communes of some of them, each list in the order of the
/// Vietnamese alphabet by the name without what the unit is.
#[derive(Clone, Debug)]
pub struct Units {
    provinces: Vec<Province>,
    communes: HashMap<String, Vec<Commune>>,
    /// Where a commune stands: the code of its province, and its place in that list.
    places: HashMap<String, (String, usize)>,
}

impl Units {
    /// What the product ships.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Units> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Self::of(table::shipped(include_str!("../../units/units.txt")).expect("the shipped table is tested"))
        })
    }

    /// These units with imported ones over them: an imported province has its imported name, and the
    /// imported communes instead of those it had.
    #[must_use]
    pub fn with_imported(&self, imported: &[ProvinceUnits]) -> Self {
        let others = self.table().into_iter().filter(|own| imported.iter().all(|new| new.code != own.code));
        Self::of(others.chain(imported.iter().cloned()).collect())
    }

    /// A name without a kind is not expected here: tables are checked when they are read.
    fn of(table: Vec<ProvinceUnits>) -> Self {
        let mut units = Self { provinces: Vec::new(), communes: HashMap::new(), places: HashMap::new() };
        for province in table {
            let ProvinceUnits { code, name, communes } = province;
            let mut communes: Vec<Commune> = communes
                .into_iter()
                .filter_map(|unit| {
                    let kind = table::commune_kind(&unit.name)?;
                    Some(Commune { code: unit.code, name: unit.name, kind, province: code.clone() })
                })
                .collect();
            communes.sort_by_cached_key(|commune| commune.ordered());
            for (place, commune) in communes.iter().enumerate() {
                units.places.insert(commune.code.clone(), (code.clone(), place));
            }
            if !communes.is_empty() {
                units.communes.insert(code.clone(), communes);
            }
            if let Some(kind) = table::province_kind(&name) {
                units.provinces.push(Province { code, name, kind });
            }
        }
        units.provinces.sort_by_cached_key(|province| province.ordered());
        units
    }

    /// The table these units were made of, by code.
    pub fn table(&self) -> Vec<ProvinceUnits> {
        let mut table: Vec<_> = self
            .provinces
            .iter()
            .map(|province| {
                let communes = self.communes_of(&province.code).iter();
                let mut communes: Vec<_> =
                    communes.map(|one| Unit { code: one.code.clone(), name: one.name.clone() }).collect();
                communes.sort_by(|a, b| a.code.cmp(&b.code));
                ProvinceUnits { code: province.code.clone(), name: province.name.clone(), communes }
            })
            .collect();
        table.sort_by(|a, b| a.code.cmp(&b.code));
        table
    }

    /// Every province.
    pub fn provinces(&self) -> &[Province] {
        &self.provinces
    }

    /// The province of a code.
    pub fn province(&self, code: &str) -> Option<&Province> {
        self.provinces.iter().find(|province| province.code == code)
    }

    /// The communes of a province that are known; none where they are not.
    pub fn communes_of(&self, province: &str) -> &[Commune] {
        self.communes.get(province).map_or(&[], Vec::as_slice)
    }

    /// Whether the communes of a province are known: then a commune of it is one of them.
    pub fn knows_communes_of(&self, province: &str) -> bool {
        self.communes.contains_key(province)
    }

    /// The commune of a code, if it is known.
    pub fn commune(&self, code: &str) -> Option<&Commune> {
        let (province, place) = self.places.get(code)?;
        self.communes_of(province).get(*place)
    }

    /// The province an address names: the last one named in it. `12 Tôn Đức Thắng, Rạch Giá, An Giang` is in
    /// An Giang.
    pub fn named_in(&self, address: &str) -> Option<&Province> {
        let address = find::spaced(address);
        let place = |province: &&Province| address.rfind(&find::spaced(bare(&province.name)));
        self.provinces.iter().filter(|province| place(province).is_some()).max_by_key(place)
    }

    /// Provinces a query means, the best first; all of them without a query. `own`, the code of the
    /// centre's own province, stands first among equals.
    pub fn find_provinces(&self, query: &str, own: Option<&str>) -> Vec<&Province> {
        let mut found = find::find(&self.provinces, query);
        found.sort_by_key(|(fit, province)| (*fit, own != Some(province.code.as_str())));
        found.into_iter().map(|(_, province)| province).collect()
    }

    /// Communes of a province a query means, the best first; all of them without a query. What stands
    /// before the name (`xã`, `p.`) may be left out, short or wrong.
    pub fn find_communes(&self, province: &str, query: &str) -> Vec<&Commune> {
        find::find(self.communes_of(province), query).into_iter().map(|(_, commune)| commune).collect()
    }
}

/// An address as it is written: `Số 12, Phường Rạch Giá, Tỉnh An Giang`. Empty parts are left out.
pub fn address_text(street: &str, commune: &str, province: &str) -> String {
    let parts = [street, commune, province].map(str::trim);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A unit's name without what it is.
fn bare(name: &str) -> &str {
    table::kind_of(name).map_or(name, |(_, bare)| bare)
}

impl Searched for Province {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Searched for Commune {
    fn name(&self) -> &str {
        &self.name
    }
}

impl<T: Searched> Ordered for T {
    fn ordered(&self) -> order::Key {
        vietnamese(bare(self.name()))
    }
}

#[cfg(test)]
mod tests;
