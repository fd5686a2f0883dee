//! Tables `guide_measure_form`, `guide_measure_page` and `guide_measure_error`: what happened on the pages
//! of guided submissions, summed up by day.

use jiff::civil::Date;
use motcua_domain::wire::{ErrorMeasure, FormMeasures, GuideMeasures, PageMeasures};

use super::Unit;
use super::sql::{self, Conn};
use crate::refusal::Refusal;

/// Adds what a kiosk counted. That a batch counts once is the matter of its `Idempotency-Key`.
pub(crate) async fn add(unit: &mut Unit, measures: &GuideMeasures) -> Result<(), Refusal> {
    for form in &measures.forms {
        let date = form.date.to_string();
        sql::query(
            "INSERT INTO guide_measure_form AS sum (procedure, version, date, begun, alone, assisted)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (date, procedure, version) DO UPDATE SET
             begun = sum.begun + excluded.begun, alone = sum.alone + excluded.alone, assisted = sum.assisted + excluded.assisted",
        )
        .bind(&form.procedure)
        .bind(form.version)
        .bind(&date)
        .bind(form.begun)
        .bind(form.alone)
        .bind(form.assisted)
        .execute(&mut unit.conn)
        .await?;
        for page in &form.pages {
            add_page(unit, form, &date, page).await?;
        }
    }
    Ok(())
}

async fn add_page(unit: &mut Unit, form: &FormMeasures, date: &str, page: &PageMeasures) -> Result<(), Refusal> {
    let mut insert = sql::query(
        "INSERT INTO guide_measure_page AS sum (procedure, version, date, page, shown, left_here, went_on, went_back, helped,
             seconds, within_10, within_30, within_60, within_120, within_300, longer)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         ON CONFLICT (date, procedure, version, page) DO UPDATE SET
         shown = sum.shown + excluded.shown, left_here = sum.left_here + excluded.left_here,
         went_on = sum.went_on + excluded.went_on, went_back = sum.went_back + excluded.went_back,
         helped = sum.helped + excluded.helped, seconds = sum.seconds + excluded.seconds,
         within_10 = sum.within_10 + excluded.within_10, within_30 = sum.within_30 + excluded.within_30,
         within_60 = sum.within_60 + excluded.within_60, within_120 = sum.within_120 + excluded.within_120,
         within_300 = sum.within_300 + excluded.within_300, longer = sum.longer + excluded.longer",
    )
    .bind(&form.procedure)
    .bind(form.version)
    .bind(date)
    .bind(&page.page);
    for count in [page.shown, page.left, page.on, page.back, page.helped] {
        insert = insert.bind(count);
    }
    insert = insert.bind(i64::try_from(page.seconds).unwrap_or(i64::MAX));
    for count in page.within {
        insert = insert.bind(count);
    }
    insert.execute(&mut unit.conn).await?;
    for error in &page.errors {
        sql::query(
            "INSERT INTO guide_measure_error AS sum (procedure, version, date, page, field, cause, times)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (date, procedure, version, page, field, cause) DO UPDATE SET times = sum.times + excluded.times",
        )
        .bind(&form.procedure)
        .bind(form.version)
        .bind(date)
        .bind(&page.page)
        .bind(&error.field)
        .bind(&error.cause)
        .bind(error.count)
        .execute(&mut unit.conn)
        .await?;
    }
    Ok(())
}

/// The sums of some days, of one procedure or all, each form and version under the first day; the most used
/// form first.
pub(crate) async fn sums(
    conn: &mut Conn,
    (from, to): (Date, Date),
    procedure: Option<&str>,
) -> sqlx::Result<Vec<FormMeasures>> {
    let within = (from.to_string(), to.to_string());
    let rows: Vec<(String, u32, u32, u32, u32)> = sql::query_as(
        "SELECT procedure, version, CAST(SUM(begun) AS BIGINT), CAST(SUM(alone) AS BIGINT), CAST(SUM(assisted) AS BIGINT) FROM guide_measure_form
         WHERE date BETWEEN $1 AND $2 AND ($3 IS NULL OR procedure = $3)
         GROUP BY procedure, version ORDER BY SUM(begun) DESC, procedure, version DESC",
    )
    .bind(&within.0)
    .bind(&within.1)
    .bind(procedure)
    .fetch_all(&mut *conn)
    .await?;
    let mut forms = Vec::with_capacity(rows.len());
    for (procedure, version, begun, alone, assisted) in rows {
        let pages = pages(conn, &within, &procedure, version).await?;
        forms.push(FormMeasures { procedure, version, date: from, begun, alone, assisted, pages });
    }
    Ok(forms)
}

async fn pages(
    conn: &mut Conn,
    (from, to): &(String, String),
    procedure: &str,
    version: u32,
) -> sqlx::Result<Vec<PageMeasures>> {
    type Row = (String, u32, u32, u32, u32, u32, i64, u32, u32, u32, u32, u32, u32);
    let rows: Vec<Row> = sql::query_as(
        "SELECT page, CAST(SUM(shown) AS BIGINT), CAST(SUM(left_here) AS BIGINT), CAST(SUM(went_on) AS BIGINT), CAST(SUM(went_back) AS BIGINT), CAST(SUM(helped) AS BIGINT), CAST(SUM(seconds) AS BIGINT),
             CAST(SUM(within_10) AS BIGINT), CAST(SUM(within_30) AS BIGINT), CAST(SUM(within_60) AS BIGINT), CAST(SUM(within_120) AS BIGINT), CAST(SUM(within_300) AS BIGINT), CAST(SUM(longer) AS BIGINT)
         FROM guide_measure_page WHERE date BETWEEN $1 AND $2 AND procedure = $3 AND version = $4
         GROUP BY page ORDER BY page",
    )
    .bind(from)
    .bind(to)
    .bind(procedure)
    .bind(version)
    .fetch_all(&mut *conn)
    .await?;
    let errors: Vec<(String, String, String, u32)> = sql::query_as(
        "SELECT page, field, cause, CAST(SUM(times) AS BIGINT) FROM guide_measure_error
         WHERE date BETWEEN $1 AND $2 AND procedure = $3 AND version = $4
         GROUP BY page, field, cause ORDER BY SUM(times) DESC, field, cause",
    )
    .bind(from)
    .bind(to)
    .bind(procedure)
    .bind(version)
    .fetch_all(conn)
    .await?;
    let of_page = |name: &str| {
        let own = errors.iter().filter(|(page, ..)| page == name);
        own.map(|(_, field, cause, count)| ErrorMeasure { field: field.clone(), cause: cause.clone(), count: *count })
            .collect()
    };
    let page = |(page, shown, left, on, back, helped, seconds, a, b, c, d, e, f): Row| PageMeasures {
        errors: of_page(&page),
        page,
        shown,
        left,
        on,
        back,
        helped,
        seconds: seconds.unsigned_abs(),
        within: [a, b, c, d, e, f],
    };
    Ok(rows.into_iter().map(page).collect())
}
