mod tables;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use self::tables::{by_counter, by_group, by_hour, by_service, calls, durations, ratings};
use super::official::{Head, signature};
use super::{Block, Document, PaperSize, Row, Style, marks};
use crate::queue::Name;
use crate::time::Moment;
use crate::wire::{Branch, DayReport};
use crate::words::{Locale, Words};

/// The facts of a day's report on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct DayReportPaper {
    /// The agency above the centre.
    pub agency: String,
    /// The centre's name.
    pub centre: String,
    /// Where it is signed: `An Giang`.
    pub place: Option<String>,
    /// The names of services and of their groups. One that is not set up any more keeps its stable name.
    pub names: ServiceNames,
    /// The figures.
    pub report: DayReport,
    /// When it is printed.
    pub at: Moment,
    /// Who printed it.
    pub by: Option<String>,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// What services are called, and which groups they belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceNames(BTreeMap<Name, InGroup>);

/// A service in its group.
#[derive(Clone, Debug, PartialEq, Eq)]
struct InGroup {
    /// The group's place among the centre's groups, and its name.
    group: (usize, String),
    service: String,
}

impl ServiceNames {
    /// As a centre has them set up.
    pub fn of(branch: &Branch) -> Self {
        let services = branch.groups.iter().enumerate().flat_map(|(place, group)| {
            group.services.iter().map(move |service| {
                let group = (place, group.said(Locale::Vi).to_owned());
                let name = InGroup { group, service: service.name.get(Locale::Vi).to_owned() };
                (Name::from(service.id.as_str()), name)
            })
        });
        Self(services.collect())
    }

    /// A service's name.
    fn service(&self, service: &Name) -> String {
        self.0.get(service).map_or_else(|| service.to_string(), |known| known.service.clone())
    }

    /// Its group's place and name; what is not set up any more is a group of its own, behind the others.
    fn group(&self, service: &Name) -> (usize, String) {
        self.0.get(service).map_or_else(|| (usize::MAX, service.to_string()), |known| known.group.clone())
    }
}

/// A **Báo cáo ngày** on A4: how a business date of the hall went, by its log alone, to be signed. Nobody who
/// came and no officer is named in its figures.
pub fn day_report(paper: &DayReportPaper, words: &Words) -> Document {
    let report = &paper.report;
    let title = words.say("paper-day-title");
    let unit = paper.centre.to_uppercase();
    let (place, date) = (paper.place.as_deref(), Some(paper.at));
    let head = Head { agency: &paper.agency, unit: &unit, numbered: true, code: "", place, date };
    let day = words.day(report.date);
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend([
        head.block(words),
        Block::Space(3),
        Block::centred(Style::Title, &title),
        Block::centred(Style::Aside, words.say_with("paper-day-of", &[("day", &day)])),
    ]);
    match report.until {
        None => blocks.push(Block::text(Style::Body, words.say_with("report-empty", &[("day", &day)]))),
        Some(until) => {
            if paper.at.business_date() == report.date {
                let time = until.local().strftime("%H:%M").to_string();
                blocks.push(Block::text(Style::Strong, words.say_with("report-until", &[("time", &time)])));
            }
            blocks.extend(parts(paper, words));
        }
    }
    let signs = "paper-official-signs-how";
    blocks.extend([
        Block::Space(4),
        Block::Signatures(vec![
            signature("paper-day-signs-made", signs, paper.by.clone(), words),
            signature("paper-day-signs-head", signs, None, words),
        ]),
    ]);
    Document { paper: PaperSize::A4, footer: format!("{title} · {day}"), title, blocks }
}

/// The figures of a day on which something happened.
fn parts(paper: &DayReportPaper, words: &Words) -> Vec<Block> {
    let report = &paper.report;
    let heading = |key: &str| [Block::Space(2), Block::text(Style::Heading, words.say(key))];
    let mut blocks = vec![Block::Space(1), Block::Rows(hall(report, words))];
    blocks.push(Block::text(Style::Note, words.say("paper-day-unit")));
    let tables = [
        ("report-durations", durations(&report.hall, words)),
        ("paper-day-groups", by_group(report, &paper.names, words)),
        ("report-services", by_service(report, &paper.names, words)),
        ("report-counters", by_counter(report, words)),
        ("report-hours", by_hour(report, words)),
        ("report-why", calls(report, words)),
    ];
    // Where each group has one service, they are the same lines.
    let groups = report.services.iter().map(|line| paper.names.group(&line.service)).collect::<BTreeSet<_>>();
    let same = groups.len() == report.services.len();
    for (title, table) in tables.into_iter().filter(|(title, _)| !same || *title != "report-services") {
        blocks.extend(heading(title));
        blocks.push(table);
    }
    blocks.extend(heading("report-accuracy"));
    blocks.extend(told(report, words).into_iter().map(|sentence| Block::text(Style::Body, sentence)));
    blocks.extend(heading("report-ratings"));
    blocks.extend(ratings(report, words));
    blocks
}

/// The whole hall in numbers.
fn hall(report: &DayReport, words: &Words) -> Vec<Row> {
    let hall = &report.hall;
    let counts = [
        ("report-issued", hall.issued),
        ("report-called", hall.called),
        ("report-finished", hall.finished),
        ("report-no-show", hall.no_show),
        ("report-cancelled", hall.cancelled),
        ("report-expired", hall.expired),
    ];
    // Counts that are none on most days are told only where they are.
    let rare = [("report-open", hall.open), ("report-kept", hall.kept)].into_iter().filter(|(_, count)| *count > 0);
    counts.into_iter().chain(rare).map(|(key, count)| Row::new(words.say(key), grouped(count))).collect()
}

/// How true was what people were told of their wait, in sentences.
fn told(report: &DayReport, words: &Words) -> Vec<String> {
    let accuracy = &report.accuracy;
    let minutes = |seconds: f64| minutes((seconds * 1_000.0) as i64);
    let mut sentences = Vec::new();
    if accuracy.told == 0 {
        sentences.push(words.say("report-none-told"));
    } else {
        let (told, covered) = (grouped(accuracy.told), format!("{:.0}", (accuracy.covered * 100.0).round()));
        let args = [("told", told.as_str()), ("error", &minutes(accuracy.error)), ("covered", &covered)];
        sentences.push(words.say_with("report-told-words", &args));
        // Less than half a minute is nothing to speak of.
        if accuracy.late.abs() >= 30.0 {
            let key = if accuracy.late > 0.0 { "report-late-words" } else { "report-early-words" };
            sentences.push(words.say_with(key, &[("minutes", &minutes(accuracy.late.abs()))]));
        }
    }
    if accuracy.silent > 0 {
        sentences.push(words.say_with("report-silent-words", &[("count", &accuracy.silent.to_string())]));
    }
    sentences
}

/// Milliseconds as minutes with a decimal comma: one decimal below ten, as the console shows them.
fn minutes(millis: i64) -> String {
    let exact = millis as f64 / 60_000.0;
    let text = if exact.abs() < 9.95 { format!("{exact:.1}") } else { format!("{exact:.0}") };
    text.strip_suffix(".0").map_or_else(|| text.replace('.', ","), str::to_owned)
}

/// A count with a dot between thousands.
fn grouped(count: u32) -> String {
    crate::payment::Vnd(count.into()).to_string()
}
