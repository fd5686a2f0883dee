//! What a day's report is made of: the log of one business date, read fact by fact.

use jiff::civil::{Date, Time};
use motcua_domain::queue::DayTally;
use motcua_domain::time::Moment;
use motcua_domain::wire::DayReport;
use sqlx::AssertSqlSafe;
use tokio_stream::StreamExt;

use super::event;
use super::sql::{self, Conn, Engine};

/// What happened on a business date.
const DAY: &str = "SELECT fact FROM event {by_day}
    WHERE branch = $1 AND business_date = $2 ORDER BY revision";
/// What came later of its tickets: ratings, and that a number expired which a kiosk told of when its
/// day was over. Of a ticket it is one thing only.
const LATER: &str = "SELECT later.fact
    FROM event AS own {by_day} {first} JOIN event AS later ON later.subject = own.subject
    WHERE own.branch = $1 AND own.business_date = $2 AND own.verb IN ('issue', 'keep')
    AND later.branch = $1 AND later.business_date > $2
    AND (later.verb = 'rate' OR (later.verb = 'expire' AND own.verb = 'issue' AND own.at >= $3))";

/// A statement for an engine. SQLite would read the whole log of the branch: it is told not to.
fn hinted(engine: Engine, statement: &str) -> AssertSqlSafe<String> {
    let (by_day, first) = match engine {
        Engine::Sqlite => ("INDEXED BY event_business_date", "CROSS"),
        Engine::Postgres => ("", ""),
    };
    AssertSqlSafe(statement.replace("{by_day}", by_day).replace("{first}", first))
}

/// How a business date went; empty for one without a log. One fact at a time is in memory, and what
/// became of each ticket.
pub(crate) async fn of_day(conn: &mut Conn, branch: &str, date: Date) -> sqlx::Result<DayReport> {
    let over = Moment::from_local(date.to_datetime(Time::midnight())).plus_millis(24 * 60 * 60 * 1000);
    let mut tally = DayTally::new(date);
    let engine = conn.engine();
    let day = sql::query_as::<(String,)>(hinted(engine, DAY)).bind(branch.to_owned()).bind(date.to_string());
    let later = sql::query_as::<(String,)>(hinted(engine, LATER)).bind(branch.to_owned()).bind(date.to_string());
    for statement in [day, later.bind(over.millis())] {
        let mut rows = statement.fetch(conn);
        while let Some(row) = rows.next().await {
            let (written,) = row?;
            tally.take(&event::fact(&written)?);
        }
    }
    Ok(tally.report())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::open::open;
    use super::*;

    const FIRST: &str = "018f0000-0000-7000-8000-000000000001";
    const LATE: &str = "018f0000-0000-7000-8000-000000000002";
    const KEPT: &str = "018f0000-0000-7000-8000-000000000003";

    /// Adds a ticket's event to the log: its date, its moment and what it is.
    async fn adds(conn: &mut Conn, date: &str, at: &str, id: &str, what: Value) {
        let mut fact = json!({ "fact": "ticket", "ticket": id, "at": format!("{at}+07:00"), "by": "device:1" });
        fact.as_object_mut().expect("an object").extend(what.as_object().expect("an object").clone());
        let label = fact["label"].as_str().map(str::to_owned);
        sql::query(
            "INSERT INTO event (branch, revision, business_date, at, verb, subject, label, fact)
             SELECT 'thu', COALESCE(MAX(revision), 0) + 1, $1, $2, $3, $4, $5, $6 FROM event",
        )
        .bind(date)
        .bind(format!("{at}+07:00").parse::<Moment>().expect("a moment").millis())
        .bind(fact["verb"].as_str())
        .bind(id)
        .bind(label)
        .bind(fact.to_string())
        .execute(conn)
        .await
        .expect("added");
    }

    fn issued(label: &str, arrived: &str) -> Value {
        json!({ "verb": "issue", "label": label, "group": "ho-tich", "service": "ho-tich", "language": "vi",
            "arrived": format!("{arrived}+07:00") })
    }

    #[tokio::test]
    async fn what_comes_later_belongs_to_the_tickets_own_day() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("central.db").display());
        let mut conn = open(&url, None, true).await.expect("a database").writes.acquire().await.expect("a connection");
        let (monday, tuesday) = ("2026-11-23", "2026-11-24");
        let deed = |verb: &str| json!({ "verb": verb });
        adds(&mut conn, monday, "2026-11-23T08:00:00", FIRST, issued("A001", "2026-11-23T08:00:00")).await;
        let call = json!({ "verb": "call", "counter": 1, "why": "turn" });
        adds(&mut conn, monday, "2026-11-23T08:10:00", FIRST, call).await;
        adds(&mut conn, monday, "2026-11-23T08:10:00", FIRST, deed("start")).await;
        adds(&mut conn, monday, "2026-11-23T08:20:00", FIRST, deed("finish")).await;
        adds(&mut conn, monday, "2026-11-23T09:00:00", KEPT, issued("A002", "2026-11-23T09:00:00")).await;
        // A kiosk that was cut off tells of it on the day after, and the kept one is not served either.
        adds(&mut conn, monday, "2026-11-24T07:00:00", LATE, issued("A1001", "2026-11-23T16:00:00")).await;
        adds(&mut conn, tuesday, "2026-11-24T07:00:00", LATE, deed("expire")).await;
        let rate = json!({ "verb": "rate", "grade": 4, "reasons": [] });
        adds(&mut conn, tuesday, "2026-11-24T09:00:00", FIRST, rate).await;
        adds(&mut conn, tuesday, "2026-11-25T00:00:00", KEPT, deed("expire")).await;

        let date = |text: &str| text.parse().expect("a date");
        let report = of_day(&mut conn, "thu", date(monday)).await.expect("a report");
        let hall = &report.hall;
        assert_eq!([hall.issued, hall.finished, hall.expired, hall.open], [3, 1, 1, 1]);
        assert_eq!(report.ratings.grades, [0, 0, 0, 1]);
        let next = of_day(&mut conn, "thu", date(tuesday)).await.expect("a report");
        assert_eq!((next.hall.issued, next.ratings.grades), (0, [0; 4]));
        assert_eq!(of_day(&mut conn, "khac", date(monday)).await.expect("a report").hall.issued, 0);

        // Neither reads more of the log than it needs, nor sorts it.
        for statement in [DAY, LATER] {
            let explained = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", hinted(Engine::Sqlite, statement).0));
            let plan: Vec<(i64, i64, i64, String)> =
                sql::query_as(explained).bind("thu").bind(monday).bind(0).fetch_all(&mut conn).await.expect("a plan");
            let plan: Vec<_> = plan.iter().map(|(.., step)| step.as_str()).collect();
            assert!(plan[0].contains("event_business_date (branch=? AND business_date=?)"), "{plan:?}");
            assert!(plan[1..].iter().all(|step| step.contains("event_subject")), "{plan:?}");
        }
    }
}
