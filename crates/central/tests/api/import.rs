//! Records of the national database: read from a file, kept in every version.

use std::io::Write;

use motcua_central::{ImportError, Imported, import_procedures};
use serde_json::{Value, json};
use tempfile::NamedTempFile;

use crate::database::Database;
use crate::server::Server;

fn file(records: &[(&str, &str)]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    for (code, name) in records {
        writeln!(file, "{}", json!({ "ma_thu_tuc": code, "ten_thu_tuc": name })).unwrap();
    }
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_is_another_version_and_the_one_before_stays() {
    let server = Server::start().await;
    let database = server.database().await;
    let import = async |records: &[(&str, &str)]| {
        // Beside a server that runs.
        import_procedures(file(records).path(), Some(&database)).await.unwrap().imported.unwrap()
    };
    let first = import(&[("1.000001", "Một"), ("1.000002", "Hai")]).await;
    assert_eq!(first, Imported { added: 2, changed: 0, unchanged: 0 });
    let second = import(&[("1.000001", "Một"), ("1.000002", "Hai, sửa"), ("1.000003", "Ba")]).await;
    assert_eq!(second, Imported { added: 1, changed: 1, unchanged: 1 });
    // One that went back to what it was is another version again.
    assert_eq!(import(&[("1.000002", "Hai")]).await, Imported { added: 0, changed: 1, unchanged: 0 });
    let rows = "SELECT code, version, record FROM procedure_record ORDER BY code, version";
    let rows = Database::of(&server).await.rows(rows).await;
    let versions: Vec<_> = rows
        .iter()
        .map(|row| {
            let record: Value = serde_json::from_str(row[2].as_str().unwrap()).unwrap();
            (row[0].as_str().unwrap(), row[1].as_i64().unwrap(), record["name"].as_str().unwrap().to_owned())
        })
        .collect();
    let versions: Vec<_> = versions.iter().map(|(code, version, name)| (*code, *version, name.as_str())).collect();
    assert_eq!(
        versions,
        [
            ("1.000001", 1, "Một"),
            ("1.000002", 1, "Hai"),
            ("1.000002", 2, "Hai, sửa"),
            ("1.000002", 3, "Hai"),
            ("1.000003", 1, "Ba"),
        ]
    );
}

#[tokio::test]
async fn a_try_needs_no_database_and_another_kind_of_file_is_refused() {
    let tried = import_procedures(file(&[("1.000001", "Một")]).path(), None).await.unwrap();
    assert_eq!((tried.report.records, tried.imported), (1, None));
    let mut other = NamedTempFile::new().unwrap();
    other.write_all(b"code;name\n1.000001;x\n").unwrap();
    let refused = import_procedures(other.path(), None).await.unwrap_err();
    assert!(matches!(refused, ImportError::NoRecords(_)), "{refused}");
    let missing = import_procedures(std::path::Path::new("no-such-file.jsonl"), None).await.unwrap_err();
    assert!(matches!(missing, ImportError::File(_)), "{missing}");
}

/// The counts of the records as they were published in July 2026. They change when the reading does:
/// look at the difference before putting other numbers here.
#[tokio::test(flavor = "multi_thread")]
async fn the_published_records_are_read_with_these_counts() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/procedures.jsonl.gz");
    if !path.exists() {
        println!("skipped: ../shared/data/procedures.jsonl.gz is not there");
        return;
    }
    let server = Server::start().await;
    let database = server.database().await;
    let import = import_procedures(&path, Some(&database)).await.unwrap();
    assert_eq!(import.imported, Some(Imported { added: 1_848, changed: 0, unchanged: 0 }));
    let report = import.report;
    assert_eq!((report.records, report.broken.len()), (1_848, 0));
    for (field, count) in &report.fields {
        assert_eq!(count.read + count.flagged + count.absent, 1_848, "{field:?}");
    }
    let told = serde_json::to_value(&report.fields).unwrap();
    let flagged =
        ["ways", "papers", "results", "levels", "subjects"].map(|field| told[field]["flagged"].as_u64().unwrap());
    assert_eq!(flagged, [578, 250, 11, 0, 0]);
    let again = import_procedures(&path, Some(&database)).await.unwrap();
    assert_eq!(again.imported, Some(Imported { added: 0, changed: 0, unchanged: 1_848 }));
}
