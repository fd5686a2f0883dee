use std::fs::File;
use std::path::Path;

use motcua_domain::catalogue::finder::{Finder, Searchable};
use motcua_domain::catalogue::starter;
use serde::Serialize;

use super::{ImportError, read};

/// A procedure that was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// National code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How well it fits: more is better.
    pub score: f32,
}

/// Finds procedures in one's own words: among the records of a file of the national database, or in the
/// product's own catalogue.
///
/// # Errors
/// When the file cannot be read.
pub fn search(query: &str, catalogue: Option<&Path>, limit: usize) -> Result<Vec<Found>, ImportError> {
    let all: Vec<Searchable> = match catalogue {
        Some(file) => read(File::open(file)?)?.0.iter().map(Searchable::of_record).collect(),
        None => starter().procedures.iter().map(Searchable::of).collect(),
    };
    let finder = Finder::new(all.iter().cloned());
    let found = finder.find(query, limit).into_iter().filter_map(|hit| {
        let one = all.get(hit.place)?;
        Some(Found { code: one.code.clone(), name: one.name.clone(), score: hit.score })
    });
    Ok(found.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_products_own_catalogue_is_searched_without_a_file() {
        let found = search("dk tam tru", None, 3).expect("no file is read");
        assert_eq!(found[0].code, "1.004194");
        assert!(found.len() <= 3 && found.is_sorted_by(|a, b| a.score >= b.score));
        assert!(search("x", Some(Path::new("no-such-file")), 3).is_err());
    }
}
