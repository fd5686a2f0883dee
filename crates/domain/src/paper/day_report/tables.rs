use std::collections::BTreeMap;

use super::{ServiceNames, grouped, minutes};
use crate::paper::{Align, Block, Column, Row, Style};
use crate::queue::{Durations, Figures};
use crate::wire::DayReport;
use crate::words::Words;

/// Nothing to count, or nothing to measure.
const NONE: &str = "–";

/// A table whose first column names its rows: the keys of its heads with their widths.
fn table(heads: &[(&str, u8)], rows: Vec<Vec<String>>, words: &Words) -> Block {
    let columns = heads.iter().enumerate().map(|(place, (key, share))| Column {
        title: words.say(key),
        share: *share,
        align: if place == 0 { Align::Start } else { Align::End },
    });
    Block::Table { columns: columns.collect(), rows }
}

fn many(count: u32) -> String {
    if count == 0 { NONE.to_owned() } else { grouped(count) }
}

/// A duration that so many people had.
fn of_so_many(count: u32, millis: i64) -> String {
    if count == 0 { NONE.to_owned() } else { minutes(millis) }
}

/// How long everything took in the whole hall.
pub(super) fn durations(hall: &Figures, words: &Words) -> Block {
    let row = |key: &str, count: u32, took: &Durations| {
        let shares = [took.mean, took.median, took.most, took.longest];
        std::iter::once(words.say(key)).chain(shares.map(|share| of_so_many(count, share))).collect()
    };
    let rows = vec![
        row("report-waiting", hall.called, &hall.waiting),
        row("report-way", hall.finished, &hall.way),
        row("report-serving", hall.finished, &hall.serving),
    ];
    let heads =
        [("paper-day-minutes", 8), ("report-mean", 5), ("report-median", 5), ("report-most", 5), ("report-longest", 5)];
    table(&heads, rows, words)
}

/// The sums of a group of services.
#[derive(Default)]
struct Sums {
    issued: u32,
    called: u32,
    finished: u32,
    no_show: u32,
    other: u32,
    waited: i64,
    served: i64,
}

impl Sums {
    fn add(&mut self, figures: &Figures) {
        self.issued += figures.issued;
        self.called += figures.called;
        self.finished += figures.finished;
        self.no_show += figures.no_show;
        self.other += figures.cancelled + figures.expired + figures.open;
        // A mean of all is weighed by how many each is the mean of.
        self.waited += figures.waiting.mean * i64::from(figures.called);
        self.served += figures.serving.mean * i64::from(figures.finished);
    }

    fn row(&self, name: String) -> Vec<String> {
        let mean = |sum: i64, count: u32| of_so_many(count, sum / i64::from(count.max(1)));
        vec![
            name,
            many(self.issued),
            many(self.finished),
            many(self.no_show),
            many(self.other),
            mean(self.waited, self.called),
            mean(self.served, self.finished),
        ]
    }
}

/// The heads of what is counted of groups and services alike.
const COUNTED: [(&str, u8); 7] = [
    ("report-service", 14),
    ("report-issued", 5),
    ("report-finished", 5),
    ("report-no-show", 5),
    ("paper-day-other", 5),
    ("paper-day-waiting", 5),
    ("paper-day-serving", 5),
];

/// Each group of services, in the centre's order, and the whole hall.
pub(super) fn by_group(report: &DayReport, names: &ServiceNames, words: &Words) -> Block {
    let mut groups: BTreeMap<(usize, String), Sums> = BTreeMap::new();
    let mut hall = Sums::default();
    for line in &report.services {
        groups.entry(names.group(&line.service)).or_default().add(&line.figures);
    }
    hall.add(&report.hall);
    let rows = groups.into_iter().map(|((_, name), sums)| sums.row(name));
    let rows = rows.chain([hall.row(words.say("report-hall"))]).collect();
    let mut heads = COUNTED;
    heads[0].0 = "paper-day-group";
    table(&heads, rows, words)
}

/// Each service.
pub(super) fn by_service(report: &DayReport, names: &ServiceNames, words: &Words) -> Block {
    let row = |line: &crate::wire::ServiceReport| {
        let mut sums = Sums::default();
        sums.add(&line.figures);
        sums.row(names.service(&line.service))
    };
    table(&COUNTED, report.services.iter().map(row).collect(), words)
}

/// Each counter, whoever sat at it.
pub(super) fn by_counter(report: &DayReport, words: &Words) -> Block {
    let row = |counter: &crate::wire::CounterReport| {
        let opened = counter.opened_at.map(|at| at.local().strftime("%H:%M").to_string());
        vec![
            counter.number.to_string(),
            opened.unwrap_or_else(|| NONE.to_owned()),
            minutes(counter.open),
            many(counter.breaks),
            of_so_many(counter.breaks, counter.on_break),
            many(counter.served),
            of_so_many(counter.served, counter.busy),
            of_so_many(counter.served, counter.serving.mean),
            of_so_many(counter.served, counter.serving.longest),
        ]
    };
    let heads = [
        ("report-counter", 4),
        ("report-opened-at", 5),
        ("report-open-time", 5),
        ("report-breaks", 5),
        ("report-break-time", 5),
        ("report-visits", 5),
        ("paper-day-busy", 5),
        ("report-mean", 5),
        ("report-longest", 5),
    ];
    table(&heads, report.counters.iter().map(row).collect(), words)
}

/// Each hour of arrival.
pub(super) fn by_hour(report: &DayReport, words: &Words) -> Block {
    let row = |hour: &crate::wire::HourReport| {
        let waited = hour.waiting.map_or_else(|| NONE.to_owned(), minutes);
        vec![format!("{}:00 – {}:00", hour.hour, hour.hour + 1), many(hour.issued), waited]
    };
    let heads = [("report-hour", 2), ("report-issued", 2), ("paper-day-waiting", 3)];
    table(&heads, report.hours.iter().map(row).collect(), words)
}

/// Why people were called.
pub(super) fn calls(report: &DayReport, words: &Words) -> Block {
    let calls = &report.calls;
    let each = [
        ("report-why-turn", calls.turn),
        ("report-why-priority", calls.priority),
        ("report-why-age", calls.age),
        ("report-why-front", calls.front),
        ("report-why-finally", calls.finally),
        ("report-why-chosen", calls.chosen),
    ];
    let rows = each.map(|(key, count)| vec![words.say(key), many(count)]);
    table(&[("report-why", 5), ("report-calls", 2)], rows.to_vec(), words)
}

/// What people said of how they were served: the best grade first.
pub(super) fn ratings(report: &DayReport, words: &Words) -> Vec<Block> {
    let grades = report.ratings.grades;
    let all: u32 = grades.iter().sum();
    if all == 0 {
        return vec![Block::text(Style::Body, words.say("report-ratings-none"))];
    }
    let row = |(grade, count): (u8, u32)| {
        let percent = (f64::from(count) * 100.0 / f64::from(all)).round();
        vec![words.say(&format!("rating-{grade}")), many(count), format!("{percent:.0} %")]
    };
    let rows = (1_u8..=4).zip(grades).rev().map(row).collect();
    let heads = [("report-grade", 4), ("report-people", 2), ("paper-day-share", 2)];
    let mut blocks = vec![table(&heads, rows, words)];
    let mut reasons: Vec<_> = report.ratings.reasons.iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let reasons = reasons.into_iter().map(|(reason, count)| {
        let key = format!("rating-reason-{reason}");
        let said = if words.has(&key) { words.say(&key) } else { reason.to_string() };
        Row::new(said, grouped(*count))
    });
    let reasons: Vec<Row> = reasons.collect();
    if !reasons.is_empty() {
        blocks.extend([Block::text(Style::Strong, words.say("paper-day-reasons")), Block::Rows(reasons)]);
    }
    blocks
}
