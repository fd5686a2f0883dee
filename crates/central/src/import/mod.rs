//! Reading a file of the national database into the catalogue.

pub(crate) mod html;
mod search;
mod units;

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;

use flate2::read::MultiGzDecoder;
use motcua_domain::catalogue::national::{self, ImportReport, NationalRecord};
use serde::Serialize;

use crate::server::{StartError, StoreError, change};
use crate::store::procedure;

pub use html::import_html;
pub use search::{Found, search};
pub use units::{UnitsImport, UnitsImportError, import_units};

/// The longest line that is read, in bytes: the longest published record has 120 KB.
const LONGEST: u64 = 4 * 1024 * 1024;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read, or its compression is broken.
    #[error("the file cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// No line of it is a record: it is another kind of file.
    #[error("no line of the file is a record of the national shape; the first says: {0}")]
    NoRecords(String),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] StartError),
    /// The database did not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What became of the records of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Procedures that were not known.
    pub added: u32,
    /// Procedures that have another version now.
    pub changed: u32,
    /// Procedures that are as they were.
    pub unchanged: u32,
}

/// An import: what was read, and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct Import {
    /// What was read, flagged and absent.
    pub report: ImportReport,
    /// What was stored; none when it was only tried.
    pub imported: Option<Imported>,
}

/// Reads JSON lines of the national shape, plain or compressed with gzip, and adds to the catalogue
/// what is new in them. Without a database it is only tried. Either all of it is stored, or nothing.
///
/// # Errors
/// [`ImportError`]. A line that is no record is reported with its number and stops nothing.
pub async fn import_procedures(file: &Path, database: Option<&str>) -> Result<Import, ImportError> {
    let (records, report) = read(File::open(file)?)?;
    if let (0, Some((_, first))) = (report.records, report.broken.first()) {
        return Err(ImportError::NoRecords(first.clone()));
    }
    let imported = match database {
        None => None,
        Some(database) => {
            let records = Arc::new(records);
            let stored =
                change(database, true, move |unit| Box::pin(async move { procedure::import(unit, &records).await }));
            Some(stored.await?)
        }
    };
    Ok(Import { report, imported })
}

/// Reads every line. Of two lines with one code nobody knows which is right: the first counts, and the
/// second is reported.
fn read(file: impl Read) -> Result<(Vec<NationalRecord>, ImportReport), ImportError> {
    let mut file = BufReader::new(file);
    let compressed = file.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    let mut lines: Box<dyn BufRead> =
        if compressed { Box::new(BufReader::new(MultiGzDecoder::new(file))) } else { Box::new(file) };
    let (mut records, mut report, mut seen) = (Vec::new(), ImportReport::default(), HashMap::new());
    let (mut number, mut line) = (0_u32, Vec::new());
    loop {
        line.clear();
        if lines.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok((records, report));
        }
        number += 1;
        if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
            report.add_broken(number, &"the line is longer than 4 MiB");
            lines.skip_until(b'\n')?;
            continue;
        }
        let Ok(text) = std::str::from_utf8(&line) else {
            report.add_broken(number, &"the line is not UTF-8");
            continue;
        };
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            continue;
        }
        match national::read_line(text) {
            Err(why) => report.add_broken(number, &why),
            Ok(record) => match seen.get(&record.code) {
                Some(first) => report.add_broken(number, &format!("{} stood on line {first} already", record.code)),
                None => {
                    seen.insert(record.code.clone(), number);
                    report.add(&record);
                    records.push(record);
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const LINES: &str = "{\"ma_thu_tuc\":\"1.000001\",\"ten_thu_tuc\":\"Một\"}\n\n{\"ma_thu_tuc\":\"1.000001\",\
                         \"ten_thu_tuc\":\"Hai\"}\n{broken\n{\"ma_thu_tuc\":\"1.000002\",\"ten_thu_tuc\":\"Ba\"}";

    #[test]
    fn a_broken_line_is_named_and_stops_nothing() {
        let (records, report) = read(LINES.as_bytes()).expect("readable");
        assert_eq!(records.iter().map(|record| record.name.as_str()).collect::<Vec<_>>(), ["Một", "Ba"]);
        assert_eq!(report.broken.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 4]);
        assert!(report.broken[0].1.contains("line 1"), "{:?}", report.broken);
        let bytes = b"\xff\n{\"ma_thu_tuc\":\"1.000001\",\"ten_thu_tuc\":\"M\"}";
        let (records, report) = read(&bytes[..]).expect("readable");
        assert_eq!((records.len(), report.broken[0].0), (1, 1));
    }

    #[test]
    fn a_line_without_end_is_not_held_in_memory() {
        let endless = std::io::repeat(b'x').take(3 * LONGEST).chain(&b"\n"[..]).chain(LINES.as_bytes());
        let (records, report) = read(endless).expect("readable");
        assert_eq!((records.len(), report.broken[0].0), (2, 1));
    }

    #[test]
    fn a_compressed_file_is_the_same_and_a_cut_one_is_refused() {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(LINES.as_bytes()).expect("packed");
        let packed = packed.finish().expect("packed");
        assert_eq!(read(&packed[..]).expect("readable"), read(LINES.as_bytes()).expect("readable"));
        assert!(matches!(read(&packed[..packed.len() - 12]), Err(ImportError::File(_))));
    }
}
