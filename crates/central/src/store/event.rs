//! Table `event`: the log of all that happened in the hall, in the order of its revisions, which
//! count by one. The stream that boards and consoles follow is read from it, and so are figures.

use jiff::civil::Date;
use motcua_domain::queue::{AppointmentDeed, CounterDeed, Deed, Fact, Hall, HelpDeed, Label, Ticket, TicketEvent};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Change, StreamEvent};
use uuid::Uuid;

use super::sql::{self, Builder, Conn};

/// How far behind a listener may be. Who missed more fetches the snapshot.
const BEHIND: u64 = 10_000;

/// A fact as it goes into the log.
pub(crate) struct Entry {
    /// Its revision.
    pub(crate) revision: u64,
    /// The business date of the hall it happened in.
    date: String,
    verb: &'static str,
    ticket: Option<Uuid>,
    label: Option<String>,
    counter: Option<u32>,
    fact: Fact,
}

impl Entry {
    /// A fact that the hall has just taken in.
    pub(super) fn new(revision: u64, fact: Fact, ticket: Option<&Ticket>, hall: &Hall) -> Self {
        let (verb, counter) = match &fact {
            Fact::Ticket(event) => (event.deed.verb().as_str(), ticket.and_then(|ticket| ticket.counter)),
            Fact::Counter(event) => {
                let verb = match event.deed {
                    CounterDeed::Open { .. } => "open",
                    CounterDeed::Close => "close",
                    CounterDeed::Break => "break",
                    CounterDeed::Back => "back",
                };
                (verb, Some(event.counter))
            }
            Fact::Help(event) => {
                let verb = match event.deed {
                    HelpDeed::Ask => "help_ask",
                    HelpDeed::Answer { .. } => "help_answer",
                    HelpDeed::End => "help_end",
                };
                (verb, None)
            }
            Fact::Appointment(event) => match event.deed {
                AppointmentDeed::Book(_) => ("book", None),
                AppointmentDeed::Unbook => ("unbook", None),
            },
            Fact::Config { .. } => ("config", None),
            Fact::Submission { .. } => ("submission", None),
            Fact::Epoch { .. } => ("epoch", None),
            Fact::Day { .. } => ("day", None),
        };
        let subject = match &fact {
            Fact::Ticket(event) => Some(event.ticket),
            Fact::Submission { id, .. } => Some(*id),
            Fact::Help(event) => Some(event.device),
            Fact::Appointment(event) => Some(event.id),
            _ => None,
        };
        let label = ticket.map(|ticket| ticket.label.to_string());
        let date = match &fact {
            // A kiosk that was cut off over night tells of a number of the day before.
            Fact::Ticket(TicketEvent { deed: Deed::Issue(issued), .. }) if issued.label.number.kiosk().is_some() => {
                issued.arrived.business_date()
            }
            _ => hall.date(),
        };
        Self { revision, date: date.to_string(), verb, ticket: subject, label, counter, fact }
    }

    /// As the stream tells it.
    pub(super) fn told(&self) -> StreamEvent {
        let change = change(self.verb, self.ticket, self.label.clone(), self.counter);
        StreamEvent { revision: self.revision, at: self.fact.at(), change }
    }
}

/// What listeners are told of an entry.
fn change(verb: &str, subject: Option<Uuid>, label: Option<String>, counter: Option<u32>) -> Change {
    match (subject, label, counter) {
        (Some(id), Some(label), counter) => Change::Ticket { id, label, verb: verb.to_owned(), counter },
        (Some(device), None, _) if verb.starts_with("help") => Change::Help { device },
        (Some(id), None, _) if verb.ends_with("book") => Change::Appointment { id },
        (Some(id), None, _) => Change::Submission { id },
        (None, _, Some(number)) => Change::Counter { number, open: verb != "close" },
        _ => Change::Centre,
    }
}

/// Adds entries to the log.
pub(super) async fn add(conn: &mut Conn, branch: &str, entries: &[Entry]) -> sqlx::Result<()> {
    // SQLite takes 32,766 values in a statement.
    for part in entries.chunks(2_000) {
        let mut insert: Builder = Builder::new(
            "INSERT INTO event (branch, revision, business_date, at, verb, subject, label, counter, fact) ",
        );
        let mut unreadable = None;
        insert.push_values(part, |mut row, entry| {
            let fact = serde_json::to_string(&entry.fact).unwrap_or_else(|error| {
                unreadable = Some(error);
                String::new()
            });
            row.push_bind(branch)
                .push_bind(number(entry.revision))
                .push_bind(&entry.date)
                .push_bind(entry.fact.at().millis())
                .push_bind(entry.verb)
                .push_bind(entry.ticket.map(|id| id.to_string()))
                .push_bind(&entry.label)
                .push_bind(entry.counter)
                .push_bind(fact);
        });
        if let Some(error) = unreadable {
            return Err(sqlx::Error::Encode(error.into()));
        }
        insert.build().execute(&mut *conn).await?;
    }
    Ok(())
}

/// A fact as it is written.
pub(super) fn fact(written: &str) -> sqlx::Result<Fact> {
    serde_json::from_str(written).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// The facts after a revision.
pub(super) async fn facts_after(conn: &mut Conn, branch: &str, revision: u64) -> sqlx::Result<Vec<(u64, Fact)>> {
    let rows: Vec<(i64, String)> =
        sql::query_as("SELECT revision, fact FROM event WHERE branch = $1 AND revision > $2 ORDER BY revision")
            .bind(branch)
            .bind(number(revision))
            .fetch_all(conn)
            .await?;
    rows.into_iter().map(|(revision, written)| Ok((revision.unsigned_abs(), fact(&written)?))).collect()
}

/// The log since the last business date began, that beginning included.
pub(crate) async fn of_the_day(conn: &mut Conn, branch: &str) -> sqlx::Result<Vec<(u64, Fact)>> {
    let rows: Vec<(i64, String)> = sql::query_as(
        "SELECT revision, fact FROM event WHERE branch = $1 AND revision >=
         (SELECT COALESCE(MAX(revision), 0) FROM event WHERE branch = $1 AND verb = 'day') ORDER BY revision",
    )
    .bind(branch)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|(revision, written)| Ok((revision.unsigned_abs(), fact(&written)?))).collect()
}

/// The appointments that were made or given back since a moment, and before the last business date
/// began.
pub(crate) async fn booked_before(conn: &mut Conn, branch: &str, since: Moment) -> sqlx::Result<Vec<Fact>> {
    let rows: Vec<String> = sql::query_scalar(
        "SELECT fact FROM event WHERE branch = $1 AND verb IN ('book', 'unbook') AND at >= $2 AND revision <
         (SELECT COALESCE(MAX(revision), 0) FROM event WHERE branch = $1 AND verb = 'day') ORDER BY revision",
    )
    .bind(branch)
    .bind(since.millis())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|written| fact(written)).collect()
}

/// A ticket with all that happened to it, or none.
pub(crate) async fn ticket(conn: &mut Conn, branch: &str, id: Uuid) -> sqlx::Result<Option<Ticket>> {
    let rows: Vec<String> =
        sql::query_scalar("SELECT fact FROM event WHERE branch = $1 AND subject = $2 ORDER BY revision")
            .bind(branch)
            .bind(id.to_string())
            .fetch_all(conn)
            .await?;
    let mut ticket = None;
    for written in rows {
        if let Fact::Ticket(event) = fact(&written)? {
            match (&event.deed, &mut ticket) {
                (Deed::Issue(issued), _) => ticket = Some(Ticket::issued(id, event.at, issued)),
                (_, Some(ticket)) => ticket.apply(&event),
                (_, None) => {}
            }
        }
    }
    Ok(ticket)
}

/// Whether a label was given out on a business date. The database would refuse a second time as
/// well, and with it every other change of the commit.
pub(crate) async fn is_issued(conn: &mut Conn, branch: &str, date: Date, label: Label) -> sqlx::Result<bool> {
    sql::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM event
         WHERE branch = $1 AND business_date = $2 AND label = $3 AND verb = 'issue')",
    )
    .bind(branch)
    .bind(date.to_string())
    .bind(label.to_string())
    .fetch_one(conn)
    .await
}

/// Up to `most` events after a revision, or none when the listener should fetch the snapshot: it is
/// too far behind, or ahead of everything that happened.
pub(crate) async fn after(
    conn: &mut Conn,
    branch: &str,
    newest: u64,
    revision: u64,
    most: u32,
) -> sqlx::Result<Option<Vec<StreamEvent>>> {
    if revision > newest || newest - revision > BEHIND {
        return Ok(None);
    }
    type Row = (i64, i64, String, Option<String>, Option<String>, Option<u32>);
    let rows: Vec<Row> = sql::query_as(
        "SELECT revision, at, verb, subject, label, counter FROM event
         WHERE branch = $1 AND revision > $2 AND revision <= $3 ORDER BY revision LIMIT $4",
    )
    .bind(branch)
    .bind(number(revision))
    .bind(number(newest))
    .bind(most)
    .fetch_all(conn)
    .await?;
    let event = |(revision, at, verb, subject, label, counter): Row| StreamEvent {
        revision: revision.unsigned_abs(),
        at: Moment::from_millis(at),
        change: change(&verb, subject.and_then(|id| id.parse().ok()), label, counter),
    };
    Ok(Some(rows.into_iter().map(event).collect()))
}

/// As the database counts.
fn number(revision: u64) -> i64 {
    i64::try_from(revision).unwrap_or(i64::MAX)
}
