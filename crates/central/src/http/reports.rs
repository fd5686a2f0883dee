//! How a day went: for the console, and as a table for a spreadsheet.

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use motcua_domain::wire::DayReport;
use serde::Deserialize;

use super::caller::SignedIn;
use super::input::Asked;
use super::report_csv::table;
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::report;

/// Which day.
#[derive(Deserialize)]
pub(crate) struct OfDay {
    date: Option<String>,
}

impl OfDay {
    /// The business date asked for; today when none was.
    fn date(&self) -> Result<Date, Refusal> {
        let Some(text) = &self.date else { return Ok(clock::now().business_date()) };
        // A moment or a basic `20261123` would be read as a date as well.
        let date = text.parse().ok().filter(|date: &Date| date.to_string() == *text);
        date.ok_or_else(|| Refusal::wrong("report-date-wrong"))
    }
}

/// How a business date went (supervisors). A date nothing happened on is empty.
#[utoipa::path(get, path = "/v1/reports/day", tag = "reports",
    params(("date" = Option<String>, Query, description = "The business date, `2026-11-23`; today when left out.")),
    responses((status = 200, body = DayReport)), security(("staff" = [])))]
pub(crate) async fn day(
    State(app): State<App>,
    _: SignedIn,
    Asked(of): Asked<OfDay>,
) -> Result<Json<DayReport>, Refusal> {
    of_day(&app, of.date()?).await.map(Json)
}

/// The same as a table in Vietnamese for a spreadsheet: UTF-8 with a byte order mark, separated by
/// semicolons (supervisors).
#[utoipa::path(get, path = "/v1/reports/day.csv", tag = "reports",
    params(("date" = Option<String>, Query, description = "The business date, `2026-11-23`; today when left out.")),
    responses((status = 200, content_type = "text/csv", body = String)), security(("staff" = [])))]
pub(crate) async fn day_csv(State(app): State<App>, _: SignedIn, Asked(of): Asked<OfDay>) -> Result<Response, Refusal> {
    let report = of_day(&app, of.date()?).await?;
    let csv = table(&report, app.lobby().await?.config());
    let name = format!("attachment; filename=\"bao-cao-{}.csv\"", report.date);
    let kind = "text/csv; charset=utf-8".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], csv).into_response())
}

async fn of_day(app: &App, date: Date) -> Result<DayReport, Refusal> {
    let branch = app.lobby().await?.config().id.clone();
    Ok(report::of_day(&mut app.read().await?, &branch, date).await?)
}
