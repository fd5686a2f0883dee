//! How fast 2,642 records of the national database are read, made ready and searched, and what that
//! takes of memory. The published records where they are there, over and over; otherwise records made of
//! the product's own catalogue. Prints `name value unit` lines.

use std::hint::black_box;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::{Duration, Instant};

use flate2::read::GzDecoder;
use motcua_domain::catalogue::finder::{Finder, Searchable};
use motcua_domain::catalogue::national::read_line;
use motcua_domain::catalogue::starter;
use serde_json::json;

/// How many procedures the national database had in 2026.
const RECORDS: usize = 2_642;
/// How many finders are made to see what one takes of memory.
const MORE: u32 = 20;
/// How often every query is asked.
const ROUNDS: usize = 20;

fn main() {
    let lines: Vec<String> = published().unwrap_or_else(made).into_iter().cycle().take(RECORDS).collect();
    let begun = Instant::now();
    let all: Vec<Searchable> =
        lines.iter().map(|line| Searchable::of_record(&read_line(line).expect("a record"))).collect();
    println!("import_ms {:.0} ms", ms(begun.elapsed()));

    let begun = Instant::now();
    let finder = Finder::new(all.iter().cloned());
    println!("search_index_ms {:.1} ms", ms(begun.elapsed()));
    // Of many, so that memory that was used before tells nothing.
    let before = memory();
    let more: Vec<Finder> = (0..MORE).map(|_| Finder::new(all.iter().cloned())).collect();
    let held = memory().saturating_sub(before) as f64 / f64::from(MORE);
    println!("search_memory_mb {:.1} MB", held / 1_048_576.0);
    drop(more);

    let queries: Vec<&str> = include_str!("../tests/search_queries.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| Some(line.split_once('\t')?.0))
        .collect();
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        for query in &queries {
            // As while typing: every beginning of it is asked.
            let ends = query.char_indices().map(|(place, _)| place).skip(1).chain([query.len()]);
            for end in ends {
                let begun = Instant::now();
                black_box(finder.find(black_box(&query[..end]), 20));
                times.push(begun.elapsed());
            }
        }
    }
    times.sort_unstable();
    println!("search_p50_ms {:.3} ms", ms(times[times.len() / 2]));
    println!("search_p99_ms {:.3} ms", ms(times[times.len() * 99 / 100]));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The lines of the published records.
fn published() -> Option<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/procedures.jsonl.gz");
    let file = std::fs::File::open(path).ok()?;
    Some(BufReader::new(GzDecoder::new(file)).lines().map(|line| line.expect("a line")).collect())
}

/// Lines of records made of the product's own catalogue, as long as published ones.
fn made() -> Vec<String> {
    let text = |parts: usize| starter().procedures.iter().cycle().take(parts).map(|one| one.summary.vi.as_str());
    let record = |(nth, one): (usize, &motcua_domain::catalogue::Procedure)| {
        json!({
            "ma_thu_tuc": format!("1.{nth:06}"),
            "ten_thu_tuc": one.name.vi,
            "linh_vuc": one.field,
            "trinh_tu_thuc_hien": text(30).collect::<Vec<_>>().join("\n"),
            "cach_thuc_thuc_hien":
                "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việcMiễn phíTrực tiếp7 Ngày làm việcMiễn phí",
            "thanh_phan_ho_so": format!(
                "--Tên giấy tờMẫu đơn, tờ khaiSố lượng{}",
                text(8).map(|words| format!("{words}1 bản chính")).collect::<String>()
            ),
        })
        .to_string()
    };
    starter().procedures.iter().enumerate().map(record).collect()
}

/// What this process has in memory, in bytes.
fn memory() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let resident = pages.and_then(|pages| pages.split(' ').nth(1)?.parse::<u64>().ok());
    resident.unwrap_or(0) * 4096
}
