//! Table `audit`: who did or read what that concerns somebody, each row chained to the one before.
//!
//! The hash of a row is SHA-256 over the hash before it, a line feed, and the row as canonical JSON (RFC 8785:
//! keys sorted, no white space, whole numbers and strings only). Before the first row stands the hash of
//! [`GENESIS`]. Whoever holds a hash that was printed earlier can tell that nothing before it was changed.

use motcua_domain::time::Moment;
use motcua_domain::wire::{AuditHead, AuditRow, AuditWanted};
use serde_json::{Value, json};
use tokio_stream::StreamExt;

use super::sql::{self, Builder, Conn};
use crate::refusal::Refusal;
use crate::secret;

/// What the chain begins with.
const GENESIS: &str = "motcua audit 1";

/// Something that was done or read, before it has its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deed {
    /// `staff:…`, `device:…`, `system`, or `nobody` who could be known.
    pub(crate) who: String,
    /// The machine, where it is known.
    pub(crate) device: Option<String>,
    /// What was done, as `kind.verb`.
    pub(crate) verb: &'static str,
    /// To what, by its identity.
    pub(crate) subject: Option<String>,
    /// How it ended, as an HTTP status.
    pub(crate) outcome: u16,
    /// How it was before, by reference.
    pub(crate) before: Option<String>,
    /// How it is now, by reference.
    pub(crate) after: Option<String>,
}

/// A row as canonical JSON, without its hash.
fn canonical(row: &AuditRow) -> String {
    // The map of serde_json keeps its keys sorted, and writes strings as RFC 8785 does.
    let written = json!({
        "number": row.number, "at": row.at.millis(), "who": row.who, "device": row.device, "verb": row.verb,
        "subject": row.subject, "outcome": row.outcome, "before": row.before, "after": row.after,
    });
    debug_assert!(matches!(&written, Value::Object(map) if map.keys().is_sorted()));
    written.to_string()
}

/// The hash of a row that comes after one with the hash `before`.
fn chained(before: &str, row: &AuditRow) -> String {
    secret::sha256(format!("{before}\n{}", canonical(row)).as_bytes())
}

/// The newest row's number and hash; of none the genesis.
pub(crate) async fn head(conn: &mut Conn) -> sqlx::Result<AuditHead> {
    let row: Option<(i64, String)> =
        sql::query_as("SELECT number, sha256 FROM audit ORDER BY number DESC LIMIT 1").fetch_optional(conn).await?;
    Ok(row.map_or_else(
        || AuditHead { number: 0, sha256: secret::sha256(GENESIS.as_bytes()) },
        |(number, sha256)| AuditHead { number: number.unsigned_abs(), sha256 },
    ))
}

/// Adds rows to the chain, in the transaction under way, which nobody else writes beside.
pub(super) async fn add(conn: &mut Conn, deeds: &[Deed], at: Moment) -> Result<(), Refusal> {
    if deeds.is_empty() {
        return Ok(());
    }
    let AuditHead { number, mut sha256 } = head(conn).await?;
    let mut rows = Vec::with_capacity(deeds.len());
    for (deed, number) in deeds.iter().zip(number + 1..) {
        let Deed { who, device, verb, subject, outcome, before, after } = deed.clone();
        let verb = verb.to_owned();
        let mut row =
            AuditRow { number, at, who, device, verb, subject, outcome, before, after, sha256: String::new() };
        sha256 = chained(&sha256, &row);
        row.sha256.clone_from(&sha256);
        rows.push(row);
    }
    let mut insert =
        Builder::new("INSERT INTO audit (number, at, who, device, verb, subject, outcome, before, after, sha256) ");
    insert.push_values(&rows, |mut values, row| {
        values
            .push_bind(row.number.cast_signed())
            .push_bind(row.at.millis())
            .push_bind(&row.who)
            .push_bind(&row.device)
            .push_bind(&row.verb)
            .push_bind(&row.subject)
            .push_bind(row.outcome)
            .push_bind(&row.before)
            .push_bind(&row.after)
            .push_bind(&row.sha256);
    });
    insert.build().execute(conn).await?;
    Ok(())
}

type Row = (i64, i64, String, Option<String>, String, Option<String>, u16, Option<String>, Option<String>, String);

const COLUMNS: &str = "SELECT number, at, who, device, verb, subject, outcome, before, after, sha256 FROM audit";

fn read((number, at, who, device, verb, subject, outcome, before, after, sha256): Row) -> AuditRow {
    let (number, at) = (number.unsigned_abs(), Moment::from_millis(at));
    AuditRow { number, at, who, device, verb, subject, outcome, before, after, sha256 }
}

/// Rows, the newest first.
pub(crate) async fn list(conn: &mut Conn, wanted: &AuditWanted, most: u32) -> sqlx::Result<Vec<AuditRow>> {
    let rows: Vec<Row> = sql::query_as(sqlx::AssertSqlSafe(format!(
        "{COLUMNS} WHERE number < $1 AND ($2 IS NULL OR who = $2) AND ($3 IS NULL OR subject = $3)
         AND ($4 IS NULL OR verb = $4 OR verb LIKE $5) ORDER BY number DESC LIMIT $6"
    )))
    .bind(wanted.before.map_or(i64::MAX, |before| i64::try_from(before).unwrap_or(i64::MAX)))
    .bind(&wanted.who)
    .bind(&wanted.subject)
    .bind(&wanted.verb)
    .bind(wanted.verb.as_ref().map(|verb| format!("{}.%", verb.replace(['%', '_'], ""))))
    .bind(most)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// What is wrong with a chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuditFault {
    /// A row is not what its hash says.
    #[error("row {0} was changed, or stands where another stood")]
    Changed(u64),
    /// Rows are missing before this one.
    #[error("rows are missing before row {0}")]
    Missing(u64),
    /// A head that was written down is not in it.
    #[error("row {0} does not have the hash that was written down: what came before it was changed or cut off")]
    NotTheHead(u64),
}

/// Walks the whole chain, and looks for a head that was written down earlier. Answers with the newest row.
pub(crate) async fn verify(
    conn: &mut Conn,
    expected: Option<&AuditHead>,
) -> sqlx::Result<Result<AuditHead, AuditFault>> {
    let mut head = AuditHead { number: 0, sha256: secret::sha256(GENESIS.as_bytes()) };
    let mut found = expected.is_none_or(|expected| expected == &head);
    let in_order = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY number"));
    let mut rows = sql::query_as::<Row>(in_order).fetch(conn);
    while let Some(row) = rows.next().await {
        let row = read(row?);
        if row.number != head.number + 1 {
            return Ok(Err(AuditFault::Missing(row.number)));
        }
        let sha256 = chained(&head.sha256, &row);
        if sha256 != row.sha256 {
            return Ok(Err(AuditFault::Changed(row.number)));
        }
        head = AuditHead { number: row.number, sha256 };
        found |= expected == Some(&head);
    }
    Ok(match expected {
        Some(expected) if !found => Err(AuditFault::NotTheHead(expected.number)),
        _ => Ok(head),
    })
}
