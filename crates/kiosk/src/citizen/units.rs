use motcua_domain::units::Units;

use super::CitizenDesk;
use crate::view::{UnitList, UnitView};

/// The most units of one answer to a query.
const MOST: usize = 60;

impl CitizenDesk {
    /// Provinces a query means, or, of a province, its communes, the best first; all of them without a
    /// query, in the order of the alphabet with the centre's own province first.
    pub fn find_units(&self, province: Option<&str>, query: &str) -> UnitList {
        let units = self.units.units();
        let (known, found) = match province {
            Some(province) => {
                let found = units.find_communes(province, query).into_iter();
                (units.knows_communes_of(province), found.map(|one| view(&one.code, &one.name)).collect())
            }
            None => {
                let own = self.own_province(&units);
                let found = units.find_provinces(query, own.as_deref()).into_iter();
                (true, found.map(|one| view(&one.code, &one.name)).collect())
            }
        };
        let mut found: Vec<UnitView> = found;
        if !query.trim().is_empty() {
            found.truncate(MOST);
        }
        UnitList { units: found, known }
    }

    /// The code of the province the centre is in, as its address, its agency or its name says.
    fn own_province(&self, units: &Units) -> Option<String> {
        let branch = self.link.known().branch?;
        let said = [&branch.address, &branch.agency, &branch.name];
        said.into_iter().find_map(|text| units.named_in(text)).map(|province| province.code.clone())
    }
}

fn view(code: &str, name: &str) -> UnitView {
    UnitView { code: code.to_owned(), name: name.to_owned() }
}
