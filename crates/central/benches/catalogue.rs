//! How long it takes to import 2,642 records of the national database into a catalogue on disk: read,
//! stored in a version of their own, composed as people see them; and to import them again unchanged. The
//! published records where they are there, over and over under other codes; otherwise records made of the
//! product's own catalogue. Prints `name value unit` lines.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Instant;

use flate2::read::GzDecoder;
use motcua_central::import_procedures;
use motcua_domain::catalogue::starter;
use serde_json::{Value, json};

/// How many procedures the national database had in 2026.
const RECORDS: usize = 2_642;

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("records.jsonl");
    let lines =
        published().unwrap_or_else(made).into_iter().cycle().take(RECORDS).enumerate().map(|(nth, mut record)| {
            record["ma_thu_tuc"] = json!(format!("9.{nth:06}"));
            format!("{record}\n")
        });
    std::fs::write(&file, lines.collect::<String>()).expect("the records");
    let database = format!("sqlite://{}?mode=rwc", folder.path().join("central.db").display());
    for (name, added) in [("import_stored_ms", RECORDS), ("import_again_ms", 0)] {
        let begun = Instant::now();
        let import = runtime.block_on(import_procedures(&file, Some(&database))).expect("imported");
        println!("{name} {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
        assert_eq!(import.imported.expect("stored").added as usize, added);
    }
}

/// The published records.
fn published() -> Option<Vec<Value>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/procedures.jsonl.gz");
    let file = std::fs::File::open(path).ok()?;
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    Some(lines.map(|line| serde_json::from_str(&line.expect("a line")).expect("a record")).collect())
}

/// Records made of the product's own catalogue, as long as published ones.
fn made() -> Vec<Value> {
    let text = |parts: usize| starter().procedures.iter().cycle().take(parts).map(|one| one.summary.vi.as_str());
    let record = |one: &motcua_domain::catalogue::Procedure| {
        json!({
            "ten_thu_tuc": one.name.vi,
            "linh_vuc": one.field,
            "trinh_tu_thuc_hien": text(30).collect::<Vec<_>>().join("\n"),
            "thanh_phan_ho_so": format!(
                "--Tên giấy tờMẫu đơn, tờ khaiSố lượng{}",
                text(8).map(|words| format!("{words}1 bản chính")).collect::<String>()
            ),
        })
    };
    starter().procedures.iter().map(record).collect()
}
