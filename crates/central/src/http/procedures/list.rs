//! Every procedure as officers list it, kept in memory ready to be searched. What changed in the
//! database, also by an import beside the server, is taken in when somebody asks next.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use motcua_domain::catalogue::finder::{Finder, Searchable};
use motcua_domain::text::fold;
use motcua_domain::wire::{Heading, ProcedureFilter, ProcedurePart, ProcedureRow, ReviewState};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::app::App;
use crate::refusal::Refusal;
use crate::store::catalogue::{self, Entry};

/// How many procedures an answer has.
const PART: usize = 50;
/// How many are read from the database at once.
const AT_ONCE: usize = 400;
/// The most characters of a query that are looked at.
const QUERY: usize = 200;

/// The newest list.
#[derive(Default)]
pub(crate) struct Procedures(Mutex<Arc<List>>);

/// All procedures of a revision of the catalogue.
pub(super) struct List {
    edition: Uuid,
    revision: u64,
    /// By field and name.
    lines: Vec<Arc<Line>>,
    /// Over the same, in the same order.
    finder: Finder,
    fields: Vec<Heading>,
    departments: Vec<Heading>,
    to_check: u32,
}

/// A procedure with what it is found by.
struct Line {
    row: ProcedureRow,
    departments: Vec<String>,
    searchable: Searchable,
    order: (String, String),
}

impl Line {
    fn new(entry: &Entry) -> Self {
        let procedure = &entry.procedure;
        let plain =
            procedure.official_name.is_some() || !procedure.summary.vi.is_empty() || !procedure.bring.is_empty();
        let row = ProcedureRow {
            code: procedure.code.clone(),
            name: procedure.name.vi.clone(),
            field: procedure.field.clone(),
            levels: procedure.levels.clone(),
            version: procedure.version,
            flagged: entry.flagged.clone(),
            review: entry.review(),
            plain,
            online: procedure.takes_online(),
        };
        Self {
            order: (fold(&row.field), fold(&row.name)),
            departments: procedure.departments.clone(),
            searchable: Searchable::of(procedure),
            row,
        }
    }

    fn fits(&self, filter: &ProcedureFilter) -> bool {
        filter.field.as_ref().is_none_or(|field| self.row.field == *field)
            && filter.department.as_ref().is_none_or(|department| self.departments.contains(department))
            && filter.level.is_none_or(|level| self.row.levels.contains(&level))
            && filter.review.is_none_or(|review| self.row.review == review)
            && filter.plain.is_none_or(|plain| self.row.plain == plain)
    }
}

impl Procedures {
    /// The list as the database has it now.
    pub(super) async fn newest(&self, app: &App) -> Result<Arc<List>, Refusal> {
        let mut known = self.0.lock().await;
        let mut conn = app.read().await?;
        let (edition, revision) = catalogue::newest(&mut conn).await?;
        if (known.edition, known.revision) == (edition, revision) {
            return Ok(Arc::clone(&known));
        }
        let before = if known.edition == edition { Arc::clone(&known) } else { Arc::default() };
        let (mut lines, mut last) = (Vec::new(), before.revision);
        loop {
            let part = catalogue::after(&mut conn, last, AT_ONCE).await?;
            let Some((revision, _)) = part.last() else { break };
            last = *revision;
            lines.extend(part.iter().map(|(_, entry)| Line::new(entry)));
        }
        drop(conn);
        let made = tokio::task::spawn_blocking(move || Arc::new(before.with(lines, edition, last))).await;
        *known = made.expect("making a list does not panic");
        Ok(Arc::clone(&known))
    }
}

impl Default for List {
    fn default() -> Self {
        Self::new(Vec::new(), Uuid::nil(), 0)
    }
}

impl List {
    /// The same with these procedures in place of what they were.
    fn with(&self, changed: Vec<Line>, edition: Uuid, revision: u64) -> Self {
        let mut lines: HashMap<_, _> =
            self.lines.iter().map(|line| (line.row.code.as_str(), Arc::clone(line))).collect();
        let changed: Vec<_> = changed.into_iter().map(Arc::new).collect();
        lines.extend(changed.iter().map(|line| (line.row.code.as_str(), Arc::clone(line))));
        Self::new(lines.into_values().collect(), edition, revision)
    }

    fn new(mut lines: Vec<Arc<Line>>, edition: Uuid, revision: u64) -> Self {
        lines.sort_by(|a, b| (&a.order, &a.row.code).cmp(&(&b.order, &b.row.code)));
        let to_check = lines.iter().filter(|line| line.row.review == ReviewState::ToCheck).count();
        Self {
            edition,
            revision,
            finder: Finder::new(lines.iter().map(|line| line.searchable.clone())),
            fields: headings(lines.iter().map(|line| line.row.field.as_str())),
            departments: headings(lines.iter().flat_map(|line| line.departments.iter().map(String::as_str))),
            to_check: count(to_check),
            lines,
        }
    }

    /// The part of it that a filter asks for.
    pub(super) fn part(&self, filter: &ProcedureFilter) -> ProcedurePart {
        let query: String = filter.query.trim().chars().take(QUERY).collect();
        let found: Vec<&Line> = if query.is_empty() {
            self.lines.iter().map(Arc::as_ref).collect()
        } else {
            let hits = self.finder.find(&query, self.lines.len());
            hits.into_iter().filter_map(|hit| self.lines.get(hit.place).map(Arc::as_ref)).collect()
        };
        let fitting: Vec<_> = found.into_iter().filter(|line| line.fits(filter)).collect();
        let part = fitting.iter().skip(filter.skip as usize).take(PART);
        ProcedurePart {
            found: count(fitting.len()),
            to_check: self.to_check,
            rows: part.map(|line| line.row.clone()).collect(),
            fields: self.fields.clone(),
            departments: self.departments.clone(),
        }
    }
}

/// Each name with how often it stands there, in the order of the alphabet without marks.
fn headings<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Heading> {
    let mut counted = BTreeMap::new();
    for name in names.filter(|name| !name.is_empty()) {
        *counted.entry(name).or_insert(0) += 1;
    }
    let mut headings: Vec<_> =
        counted.into_iter().map(|(name, count)| Heading { name: name.to_owned(), count }).collect();
    headings.sort_by_cached_key(|heading| fold(&heading.name));
    headings
}

fn count(number: usize) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
