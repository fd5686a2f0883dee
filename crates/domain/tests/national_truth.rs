//! What a reader finds in real records of the national database, written down by hand: the importer
//! must find the same. The facts are in `national_truth.json`:
//!
//! - a way is `kind; deadline; fees`: the deadline a number and its unit, `unknown` where a careful
//!   reader cannot tell, `none` where the record says nothing; a fee an amount in đồng, `free` or
//!   `unknown`, with `per` and its unit where it has one, several with ` + ` between them;
//! - a paper is `originals/copies`, `?` where the originals cannot be told, with `form` where it has a
//!   form and `form?` where it has one whose name cannot be told from the paper's;
//! - `results` are their codes; what a record of the file leaves out was not looked at.

use std::io::Read;
use std::path::Path;

use motcua_domain::catalogue::national::{Field, NationalRecord, PaperCase, PaperRow, Way, Why, read_line};
use motcua_domain::catalogue::{ChannelKind, Deadline};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Truth {
    code: String,
    /// What makes it worth looking at.
    dirt: String,
    levels: Vec<String>,
    subjects: usize,
    ways: Vec<String>,
    cases: Vec<Case>,
    results: Option<Vec<String>>,
    conditions: Option<bool>,
    legal: Option<Vec<String>>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    named: bool,
    papers: String,
    notes: usize,
}

#[test]
fn records_are_read_as_a_careful_reader_reads_them() {
    let truths: Vec<Truth> = serde_json::from_str(include_str!("national_truth.json")).expect("facts");
    assert!(truths.len() >= 60, "{} records", truths.len());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/procedures.jsonl.gz");
    let Ok(file) = std::fs::File::open(path) else {
        println!("skipped: ../shared/data/procedures.jsonl.gz is not there");
        return;
    };
    let mut lines = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut lines).expect("readable records");
    let named = |line: &&str| truths.iter().any(|truth| line.contains(&truth.code));
    let records: Vec<NationalRecord> = lines.lines().filter(named).filter_map(|line| read_line(line).ok()).collect();
    let mut differences = Vec::new();
    for truth in &truths {
        match records.iter().find(|record| record.code == truth.code) {
            Some(record) => compare(truth, record, &mut differences),
            None => differences.push(format!("{} is not in the file", truth.code)),
        }
    }
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
}

fn compare(truth: &Truth, record: &NationalRecord, differences: &mut Vec<String>) {
    let mut differ = |what: &str, read: String, is: String| {
        if read != is {
            differences.push(format!("{} ({}) {what}: read {read}, is {is}", truth.code, truth.dirt));
        }
    };
    let levels: Vec<_> = record.levels.iter().map(|level| format!("{level:?}").to_lowercase()).collect();
    differ("levels", levels.join(", "), truth.levels.join(", "));
    differ("subjects", record.subjects.len().to_string(), truth.subjects.to_string());
    let ways: Vec<_> = record.ways.iter().map(way).collect();
    differ("ways", format!("{ways:#?}"), format!("{:#?}", truth.ways));
    // What cannot be told is flagged for an officer, and only that is unknown.
    let unknown = truth.ways.iter().any(|way| way.contains("unknown"));
    differ("ways in doubt", (!record.is_certain(Field::Ways)).to_string(), unknown.to_string());
    let cases: Vec<_> = record.cases.iter().map(|case| told(case, record)).collect();
    differ("cases", format!("{cases:#?}"), format!("{:#?}", truth.cases));
    if let Some(is) = &truth.results {
        let codes: Vec<_> = record.results.iter().map(|result| result.code.as_deref().unwrap_or("none")).collect();
        differ("results", codes.join(", "), is.join(", "));
        let glued = record.results.iter().filter(|result| result.name.is_empty() || result.name.contains("Mã:"));
        differ("results whose name is no name", glued.count().to_string(), "0".to_owned());
    }
    if let Some(is) = truth.conditions {
        differ("conditions", record.conditions.is_some().to_string(), is.to_string());
    }
    if let Some(is) = &truth.legal {
        let sorted = |numbers: &[String]| {
            let mut numbers = numbers.to_vec();
            numbers.sort();
            numbers.join(", ")
        };
        differ("legal", sorted(&record.legal), sorted(is));
    }
}

fn way(way: &Way) -> String {
    let kind = match way.kind {
        ChannelKind::InPerson => "in_person",
        ChannelKind::Online => "online",
        ChannelKind::Post => "post",
    };
    let deadline = match &way.deadline {
        None => "none".to_owned(),
        Some(Deadline::SameDay) => "same day".to_owned(),
        Some(Deadline::WorkingHours(hours)) => format!("{hours} hours"),
        Some(Deadline::WorkingDays(days)) => format!("{days} working days"),
        Some(Deadline::CalendarDays(days)) => format!("{days} days"),
        Some(Deadline::Months(months)) => format!("{months} months"),
        Some(Deadline::Unknown(_)) => "unknown".to_owned(),
    };
    let fees: Vec<_> = way
        .fees
        .iter()
        .map(|fee| {
            let amount = match fee.amount.map(|amount| amount.0) {
                None => "unknown".to_owned(),
                Some(0) => "free".to_owned(),
                Some(amount) => amount.to_string(),
            };
            fee.unit.as_ref().map_or(amount.clone(), |unit| format!("{amount} per {unit}"))
        })
        .collect();
    let fees = if fees.is_empty() { "none".to_owned() } else { fees.join(" + ") };
    format!("{kind}; {deadline}; {fees}")
}

fn told(case: &PaperCase, record: &NationalRecord) -> Case {
    let paper = |paper: &PaperRow| {
        let originals = paper.originals.map_or("?".to_owned(), |originals| originals.to_string());
        let glued = |doubt: &motcua_domain::catalogue::national::Doubt| {
            doubt.why == Why::FormGlued && paper.name.starts_with(doubt.original.trim())
        };
        let form = match &paper.form {
            Some(_) => " form",
            None if record.doubts.iter().any(glued) => " form?",
            None => "",
        };
        format!("{originals}/{}{form}", paper.copies)
    };
    let papers: Vec<_> = case.papers.iter().map(paper).collect();
    Case { named: case.when.is_some(), papers: papers.join(", "), notes: case.notes.len() }
}
