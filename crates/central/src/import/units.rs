//! Reading a file of provinces and communes.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use motcua_domain::units::{ProvinceUnits, Units, UnitsChange, UnitsError, read_units};

use crate::server::{StartError, StoreError, change};
use crate::store::administrative_unit;

/// The largest file that is read, in bytes: the published one has 166 KB.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Why no units were imported.
#[derive(Debug, thiserror::Error)]
pub enum UnitsImportError {
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// The file is too large to be one of units.
    #[error("the file is larger than 4 MiB")]
    TooLarge,
    /// The file is not UTF-8.
    #[error("the file is not UTF-8 text")]
    NotText,
    /// Something in it is wrong; nothing of it was taken.
    #[error(transparent)]
    Units(#[from] UnitsError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] StartError),
    /// The database did not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An import of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitsImport {
    /// What becomes different: against what is known at the database, or, when it is only tried, against
    /// what the product ships.
    pub change: UnitsChange,
    /// Whether the database holds something else now; none when it was only tried.
    pub stored: Option<bool>,
}

/// Reads a JSON file `[{"code", "name", "communes": [{"code", "name"}]}]` and lays it over the units that
/// are known. Without a database it is only tried. Either all of it is stored, or nothing.
///
/// # Errors
/// [`UnitsImportError`] names the first record that is wrong.
pub async fn import_units(file: &Path, database: Option<&str>) -> Result<UnitsImport, UnitsImportError> {
    let units = read(File::open(file)?)?;
    let Some(database) = database else {
        return Ok(UnitsImport { change: Units::shipped().change(&units), stored: None });
    };
    let (change, stored) =
        change(database, true, move |unit| Box::pin(async move { administrative_unit::import(unit, &units).await }))
            .await?;
    Ok(UnitsImport { change, stored: Some(stored) })
}

fn read(file: impl Read) -> Result<Vec<ProvinceUnits>, UnitsImportError> {
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(UnitsImportError::TooLarge);
    }
    Ok(read_units(std::str::from_utf8(&bytes).map_err(|_| UnitsImportError::NotText)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_of_units_is_refused_before_it_is_understood() {
        assert!(matches!(read(std::io::repeat(b' ')), Err(UnitsImportError::TooLarge)));
        assert!(matches!(read(&b"\xff\xfe"[..]), Err(UnitsImportError::NotText)));
        assert!(matches!(read(&b"[]"[..]), Err(UnitsImportError::Units(UnitsError::Empty))));
    }
}
