//! Tables `line`, `ticket` and `ticket_event`: who waits, who was called, and all that happened.

use motcua_domain::queue::{Label, TicketNumber, TicketState, Verb, Waiting};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Change, IssueTicket, StaffMember, Ticket};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{Unit, counter, event};
use crate::branch::Branch;
use crate::refusal::Refusal;

/// Languages paper and voice know.
const LANGUAGES: [&str; 3] = ["vi", "km", "en"];

/// Issues the next number of a group's line.
pub(crate) async fn issue(
    unit: &mut Unit,
    branch: &Branch,
    wanted: &IssueTicket,
    actor: &str,
) -> Result<Ticket, Refusal> {
    let Some(series) = branch.series(&wanted.group) else {
        return Err(Refusal::wrong("unknown-group"));
    };
    if !LANGUAGES.contains(&wanted.language.as_str()) {
        return Err(Refusal::wrong("unknown-language"));
    }
    let date = unit.now.business_date().to_string();
    let last: u32 = sqlx::query_scalar(
        "INSERT INTO line (branch, business_date, service_group, last_number, waiting) VALUES ($1, $2, $3, 1, 1)
         ON CONFLICT (branch, business_date, service_group)
         DO UPDATE SET last_number = line.last_number + 1, waiting = line.waiting + 1
         RETURNING last_number",
    )
    .bind(&branch.id)
    .bind(&date)
    .bind(&wanted.group)
    .fetch_one(&mut unit.conn)
    .await?;
    let number = TicketNumber::new(last).map_err(|_| Refusal::conflict("numbers-used-up"))?;
    let in_line: u32 = sqlx::query_scalar(
        "SELECT COALESCE(SUM(waiting), 0) FROM line WHERE branch = $1 AND business_date = $2
         AND (service_group = $3 OR service_group IN
            (SELECT other.service_group FROM counter_group mine JOIN counter_group other
             ON other.branch = mine.branch AND other.counter = mine.counter
             WHERE mine.branch = $1 AND mine.service_group = $3))",
    )
    .bind(&branch.id)
    .bind(&date)
    .bind(&wanted.group)
    .fetch_one(&mut unit.conn)
    .await?;
    let ticket = Ticket {
        id: Uuid::now_v7(),
        label: Label { series, number }.to_string(),
        group: wanted.group.clone(),
        state: TicketState::Waiting,
        issued_at: unit.now,
        counter: None,
        called_at: None,
        ahead: in_line.saturating_sub(1),
    };
    sqlx::query(
        "INSERT INTO ticket (id, branch, business_date, series, number, service_group, language, issued_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting')",
    )
    .bind(ticket.id.to_string())
    .bind(&branch.id)
    .bind(&date)
    .bind(series.to_string())
    .bind(last)
    .bind(&wanted.group)
    .bind(&wanted.language)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    record(unit, &ticket, Verb::Issue, actor).await?;
    Ok(ticket)
}

/// Calls the next in line to a counter that this officer has open and nobody is at.
pub(crate) async fn call_next(
    unit: &mut Unit,
    branch: &Branch,
    number: u32,
    who: &StaffMember,
) -> Result<Option<Ticket>, Refusal> {
    counter::must_have(unit, branch, number, &who.account).await?;
    must_be_free(unit, branch, number).await?;
    let waiting: Vec<_> = waiting(&mut unit.conn, branch, unit.now).await?.into_iter().map(as_waiting).collect();
    match branch.hall.call_next(number, &waiting) {
        Some(next) => step(unit, branch, next.id, Verb::Call, Some(number), who).await.map(Some),
        None => Ok(None),
    }
}

/// Recall, start, finish or no-show of a ticket at the counter this officer has open.
pub(crate) async fn advance(
    unit: &mut Unit,
    branch: &Branch,
    id: Uuid,
    verb: Verb,
    who: &StaffMember,
) -> Result<Ticket, Refusal> {
    step(unit, branch, id, verb, None, who).await
}

/// One step of a ticket's life; `to` is the counter of a call.
async fn step(
    unit: &mut Unit,
    branch: &Branch,
    id: Uuid,
    verb: Verb,
    to: Option<u32>,
    who: &StaffMember,
) -> Result<Ticket, Refusal> {
    let Some(before) = read(&mut unit.conn, branch, id).await? else {
        return Err(Refusal::not_found("unknown-ticket"));
    };
    let state = before.state.after(verb).map_err(|problem| {
        let problem = problem.with("label", &before.label);
        Refusal::Problem(axum::http::StatusCode::CONFLICT, problem)
    })?;
    let counter = to.or(before.counter);
    if to.is_none()
        && let Some(number) = before.counter
    {
        counter::must_have(unit, branch, number, &who.account).await?;
    }
    let called_at = if matches!(verb, Verb::Call | Verb::Recall) { Some(unit.now) } else { before.called_at };
    sqlx::query("UPDATE ticket SET state = $2, counter = $3, called_at = $4 WHERE id = $1")
        .bind(id.to_string())
        .bind(state.as_str())
        .bind(counter)
        .bind(called_at.map(Moment::millis))
        .execute(&mut unit.conn)
        .await?;
    if before.state == TicketState::Waiting {
        sqlx::query(
            "UPDATE line SET waiting = waiting - 1 WHERE branch = $1 AND business_date = $2 AND service_group = $3",
        )
        .bind(&branch.id)
        .bind(before.issued_at.business_date().to_string())
        .bind(&before.group)
        .execute(&mut unit.conn)
        .await?;
    }
    let ticket = Ticket { state, counter, called_at, ahead: 0, ..before };
    record(unit, &ticket, verb, &who.account).await?;
    Ok(ticket)
}

/// Adds to the ticket's history and tells the stream.
async fn record(unit: &mut Unit, ticket: &Ticket, verb: Verb, actor: &str) -> Result<(), Refusal> {
    let change = Change::Ticket {
        id: ticket.id,
        label: ticket.label.clone(),
        verb: verb.as_str().to_owned(),
        counter: ticket.counter,
    };
    let revision = event::announce(unit, change).await?;
    sqlx::query(
        "INSERT INTO ticket_event (ticket, revision, at, verb, counter, actor) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(ticket.id.to_string())
    .bind(i64::try_from(revision).unwrap_or(i64::MAX))
    .bind(unit.now.millis())
    .bind(verb.as_str())
    .bind(ticket.counter)
    .bind(actor)
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// Refuses while somebody is called to or served at a counter.
pub(crate) async fn must_be_free(unit: &mut Unit, branch: &Branch, number: u32) -> Result<(), Refusal> {
    let there: Option<(String, u32)> = sqlx::query_as(
        "SELECT series, number FROM ticket WHERE branch = $1 AND business_date = $2 AND counter = $3
         AND state IN ('called', 'serving')",
    )
    .bind(&branch.id)
    .bind(unit.now.business_date().to_string())
    .bind(number)
    .fetch_optional(&mut unit.conn)
    .await?;
    match there {
        None => Ok(()),
        Some((series, number)) => Err(Refusal::conflict("counter-busy").with("label", label(&series, number)?)),
    }
}

type Row = (String, String, u32, String, String, i64, Option<u32>, Option<i64>);

fn ticket((id, series, number, group, state, issued_at, counter, called_at): Row) -> sqlx::Result<Ticket> {
    let unreadable = |what: &str| sqlx::Error::Decode(format!("ticket {id}: {what}").into());
    Ok(Ticket {
        id: id.parse().map_err(|_| unreadable("id"))?,
        label: label(&series, number)?,
        group,
        state: TicketState::from_name(&state).ok_or_else(|| unreadable("state"))?,
        issued_at: Moment::from_millis(issued_at),
        counter,
        called_at: called_at.map(Moment::from_millis),
        ahead: 0,
    })
}

fn label(series: &str, number: u32) -> sqlx::Result<String> {
    let unreadable = || sqlx::Error::Decode(format!("ticket number {series} {number}").into());
    let mut letters = series.chars();
    let series = letters.next().and_then(|letter| motcua_domain::queue::Series::new(letter).ok());
    let number = TicketNumber::new(number).map_err(|_| unreadable())?;
    Ok(Label { series: series.ok_or_else(unreadable)?, number }.to_string())
}

fn as_waiting(ticket: Ticket) -> Waiting {
    Waiting { id: ticket.id, group: ticket.group, arrived: ticket.issued_at }
}

/// A ticket, without the people ahead of it.
async fn read(conn: &mut SqliteConnection, branch: &Branch, id: Uuid) -> sqlx::Result<Option<Ticket>> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, series, number, service_group, state, issued_at, counter, called_at FROM ticket
         WHERE id = $1 AND branch = $2",
    )
    .bind(id.to_string())
    .bind(&branch.id)
    .fetch_optional(conn)
    .await?;
    row.map(ticket).transpose()
}

/// A ticket with the people ahead of it now. One of a day gone by that was never served is none any
/// more: nothing that could be said of it would be true.
pub(crate) async fn find(
    conn: &mut SqliteConnection,
    branch: &Branch,
    id: Uuid,
    now: Moment,
) -> sqlx::Result<Option<Ticket>> {
    let Some(mut found) = read(conn, branch, id).await? else { return Ok(None) };
    let open = matches!(found.state, TicketState::Waiting | TicketState::Called | TicketState::Serving);
    if open && found.issued_at.business_date() != now.business_date() {
        return Ok(None);
    }
    if found.state == TicketState::Waiting {
        let line = waiting(conn, branch, now).await?;
        found.ahead = line.iter().find(|other| other.id == id).map_or(0, |ticket| ticket.ahead);
    }
    Ok(Some(found))
}

/// Today's waiting tickets in the order of arrival, each with the people ahead of it.
pub(crate) async fn waiting(conn: &mut SqliteConnection, branch: &Branch, now: Moment) -> sqlx::Result<Vec<Ticket>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, series, number, service_group, state, issued_at, counter, called_at FROM ticket
         WHERE branch = $1 AND business_date = $2 AND state = 'waiting' ORDER BY issued_at, id",
    )
    .bind(&branch.id)
    .bind(now.business_date().to_string())
    .fetch_all(conn)
    .await?;
    let mut tickets = rows.into_iter().map(ticket).collect::<sqlx::Result<Vec<_>>>()?;
    let line: Vec<_> = tickets.iter().cloned().map(as_waiting).collect();
    for (ticket, ahead) in tickets.iter_mut().zip(branch.hall.people_ahead(&line)) {
        ticket.ahead = ahead;
    }
    Ok(tickets)
}

/// Today's tickets that were called or are being served, the newest call first.
pub(crate) async fn at_counters(
    conn: &mut SqliteConnection,
    branch: &Branch,
    now: Moment,
) -> sqlx::Result<Vec<Ticket>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, series, number, service_group, state, issued_at, counter, called_at FROM ticket
         WHERE branch = $1 AND business_date = $2 AND state IN ('called', 'serving') ORDER BY called_at DESC, id DESC",
    )
    .bind(&branch.id)
    .bind(now.business_date().to_string())
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(ticket).collect()
}

/// How many wait today, by service group.
pub(crate) async fn waiting_counts(
    conn: &mut SqliteConnection,
    branch: &Branch,
    now: Moment,
) -> sqlx::Result<Vec<(String, u32)>> {
    sqlx::query_as("SELECT service_group, waiting FROM line WHERE branch = $1 AND business_date = $2")
        .bind(&branch.id)
        .bind(now.business_date().to_string())
        .fetch_all(conn)
        .await
}
