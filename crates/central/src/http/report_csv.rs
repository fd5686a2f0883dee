//! A day's report as a table for a spreadsheet.
//!
//! Excel needs the byte order mark to know UTF-8. Under Vietnamese settings the comma is the decimal
//! sign, and Excel separates by semicolons there; minutes have a decimal comma for the same reason.

use motcua_domain::branch::BranchConfig;
use motcua_domain::queue::{Accuracy, Durations, Figures};
use motcua_domain::wire::DayReport;
use motcua_domain::words::{Locale, Words};

/// The whole table: parts with a head each, an empty line between them.
pub(super) fn table(report: &DayReport, config: &BranchConfig) -> String {
    let mut csv = Csv { text: String::from("\u{feff}"), words: Words::of(Locale::Vi) };
    csv.line(&[csv.say("report-title"), report.date.strftime("%d/%m/%Y").to_string(), config.name.clone()]);
    services(&mut csv, report, config);
    csv.part(&["counter", "opened-at", "open-time*", "breaks", "break-time*", "visits", "busy*", "mean*", "longest*"]);
    for counter in &report.counters {
        let opened = counter.opened_at.map(|at| at.local().strftime("%H:%M").to_string()).unwrap_or_default();
        let (open, rest, busy) = (minutes(counter.open), minutes(counter.on_break), minutes(counter.busy));
        let (mean, longest) = (minutes(counter.serving.mean), minutes(counter.serving.longest));
        let (breaks, served) = (counter.breaks.to_string(), counter.served.to_string());
        csv.line(&[counter.number.to_string(), opened, open, breaks, rest, served, busy, mean, longest]);
    }
    csv.part(&["hour", "issued", "waiting-mean*"]);
    for hour in &report.hours {
        let waited = hour.waiting.map(minutes).unwrap_or_default();
        csv.line(&[format!("{}:00", hour.hour), hour.issued.to_string(), waited]);
    }
    csv.part(&["why", "calls"]);
    let calls = &report.calls;
    let each = [
        ("turn", calls.turn),
        ("priority", calls.priority),
        ("age", calls.age),
        ("front", calls.front),
        ("finally", calls.finally),
        ("chosen", calls.chosen),
    ];
    for (why, count) in each {
        csv.line(&[csv.say(&format!("report-why-{why}")), count.to_string()]);
    }
    csv.part(&["grade", "people"]);
    for (grade, count) in (1_u8..=4).zip(report.ratings.grades).rev() {
        csv.line(&[csv.say(&format!("rating-{grade}")), count.to_string()]);
    }
    csv.part(&["reason", "people"]);
    for (reason, count) in &report.ratings.reasons {
        csv.line(&[csv.say(&format!("rating-reason-{reason}")), count.to_string()]);
    }
    csv.text
}

/// The hall and each service, with what became of their numbers, how long it took, and how true the
/// waits told were.
fn services(csv: &mut Csv, report: &DayReport, config: &BranchConfig) {
    let counts = ["service", "issued", "called", "finished", "no-show", "cancelled", "expired", "open", "kept"];
    let durations = ["waiting", "way", "serving"].map(|key| csv.head(key));
    let shares = ["mean", "median", "most", "longest"].map(|key| csv.head(key));
    let mut head: Vec<_> = counts.map(|key| csv.head(key)).into();
    let unit = csv.say("report-unit");
    let each = |what: &String| shares.each_ref().map(|share| format!("{what}: {} ({unit})", share.to_lowercase()));
    head.extend(durations.iter().flat_map(each));
    head.extend(["told", "silent", "error*", "late*", "covered"].map(|key| csv.head(key)));
    csv.line(&[]);
    csv.line(&head);
    let line = |name: String, figures: &Figures, accuracy: Option<&Accuracy>| {
        let Figures { issued, called, finished, no_show, cancelled, expired, open, kept, .. } = figures;
        let counts = [issued, called, finished, no_show, cancelled, expired, open, kept].map(ToString::to_string);
        let durations = [&figures.waiting, &figures.way, &figures.serving].map(spread);
        let told = accuracy.map(told).unwrap_or_default();
        [vec![name], counts.into(), durations.concat(), told.into()].concat()
    };
    csv.line(&line(csv.say("report-hall"), &report.hall, Some(&report.accuracy)));
    for service in &report.services {
        let name = config.service(&service.service).map_or(&*service.service, |known| known.name.get(Locale::Vi));
        csv.line(&line(name.to_owned(), &service.figures, service.accuracy.as_ref()));
    }
}

fn spread(durations: &Durations) -> Vec<String> {
    [durations.mean, durations.median, durations.most, durations.longest].map(minutes).into()
}

fn told(accuracy: &Accuracy) -> [String; 5] {
    let seconds = |seconds: f64| decimal(seconds / 60.0);
    let covered = if accuracy.told == 0 { String::new() } else { decimal(accuracy.covered * 100.0) };
    let [error, late] =
        [accuracy.error, accuracy.late].map(|s| if accuracy.told == 0 { String::new() } else { seconds(s) });
    [accuracy.told.to_string(), accuracy.silent.to_string(), error, late, covered]
}

/// Milliseconds in minutes.
fn minutes(millis: i64) -> String {
    decimal(millis as f64 / 60_000.0)
}

fn decimal(number: f64) -> String {
    format!("{number:.1}").replace('.', ",")
}

struct Csv {
    text: String,
    words: &'static Words,
}

impl Csv {
    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The head of a column; `*` marks one in minutes.
    fn head(&self, key: &str) -> String {
        match key.strip_suffix('*') {
            Some(key) => format!("{} ({})", self.say(&format!("report-{key}")), self.say("report-unit")),
            None => self.say(&format!("report-{key}")),
        }
    }

    /// The head of another part.
    fn part(&mut self, head: &[&str]) {
        let head: Vec<_> = head.iter().map(|key| self.head(key)).collect();
        self.line(&[]);
        self.line(&head);
    }

    fn line(&mut self, cells: &[String]) {
        let cells: Vec<_> = cells.iter().map(|cell| written(cell)).collect();
        self.text.push_str(&cells.join(";"));
        self.text.push_str("\r\n");
    }
}

/// A cell. Text that a spreadsheet would take for a formula is kept text (OWASP, CSV injection).
fn written(cell: &str) -> String {
    let number = cell.strip_prefix('-').unwrap_or(cell).chars().all(|c| c.is_ascii_digit() || c == ',');
    let formula = !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{cell}") } else { cell.to_owned() };
    if text.contains([';', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn what_looks_like_a_formula_stays_text() {
        for (cell, expected) in [
            ("Hộ tịch", "Hộ tịch"),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1+2", "'+1+2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-A1", "'-A1"),
            ("-1,5", "-1,5"),
            ("Sao; chứng thực", "\"Sao; chứng thực\""),
        ] {
            assert_eq!(written(cell), expected);
        }
    }
}
