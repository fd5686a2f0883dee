//! Whether people find what they mean among all published records: what they type stands in
//! `search_queries.tsv`. Half of it was looked at while the rules were made, the other half judges them.

use std::io::{BufRead, BufReader};
use std::path::Path;

use flate2::read::GzDecoder;
use motcua_domain::catalogue::finder::{Finder, Searchable};
use motcua_domain::catalogue::national::{NationalRecord, read_line};

fn published() -> Option<Vec<NationalRecord>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/procedures.jsonl.gz");
    let file = std::fs::File::open(path).ok()?;
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    Some(lines.map(|line| read_line(&line.expect("a line")).expect("a record")).collect())
}

#[test]
fn people_find_what_they_mean_among_all_published_records() {
    let Some(records) = published() else {
        println!("skipped: ../shared/data/procedures.jsonl.gz is not there");
        return;
    };
    let finder = Finder::new(records.iter().map(Searchable::of_record));
    let queries: Vec<(&str, Vec<&str>)> = include_str!("search_queries.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a query and its codes"))
        .map(|(query, codes)| (query, codes.split('|').collect()))
        .collect();
    assert!(queries.len() >= 120, "{} queries", queries.len());
    let missing: Vec<_> = queries
        .iter()
        .flat_map(|(_, codes)| codes)
        .filter(|code| !records.iter().any(|record| record.code == **code))
        .collect();
    assert!(missing.is_empty(), "not published: {missing:?}");
    for (name, half) in [("looked at", 0), ("judging", 1)] {
        let half: Vec<_> = queries.iter().skip(half).step_by(2).collect();
        let missed: Vec<_> = half
            .iter()
            .map(|(query, codes)| (query, codes, finder.find(query, 3)))
            .filter(|(_, codes, hits)| !hits.iter().any(|hit| codes.contains(&records[hit.place].code.as_str())))
            .map(|(query, codes, hits)| {
                let found: Vec<_> = hits
                    .iter()
                    .map(|hit| format!("{} {} {:.1}", records[hit.place].code, records[hit.place].name, hit.score))
                    .collect();
                format!("{query} ({codes:?}): {found:#?}")
            })
            .collect();
        let share = 100 * (half.len() - missed.len()) / half.len();
        println!("{name}: {share} % of {}", half.len());
        println!("{}", missed.join("\n"));
        assert!(share >= 95, "{name}: {share} %");
    }
}
