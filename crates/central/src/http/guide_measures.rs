//! Where people stop in guided submissions: sums from the kiosks, and funnels for the console.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use motcua_domain::guide::{self, Form, Forms};
use motcua_domain::wire::{ErrorFunnel, FEW, FormFunnel, FormMeasures, GuideFunnels, GuideMeasures, PageFunnel};
use motcua_domain::words::Locale;
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::{Device, SignedIn};
use super::input::{Asked, Body};
use super::once::{Answer, Once};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::sql::Conn;
use crate::store::{catalogue, guide_measure};

/// The most days of one answer.
const MOST_DAYS: i32 = 400;
/// How many of the errors of a page are told.
const MOST_ERRORS: usize = 5;

/// Adds what a kiosk counted since its last batch. The key is the batch's: it counts once, however often it
/// comes.
#[utoipa::path(post, path = "/v1/guide-measures", tag = "reports", request_body = GuideMeasures,
    responses((status = 204)), security(("device" = [])))]
pub(crate) async fn add(
    device: Device,
    once: Once,
    Body { value, bytes }: Body<GuideMeasures>,
) -> Result<Response, Refusal> {
    if !value.is_sound(clock::now().business_date()) {
        return Err(Refusal::wrong("measures-wrong"));
    }
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move {
            guide_measure::add(unit, &value).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Which days, and of which procedure.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Days {
    /// The first business date, `2026-11-01`; as the last when left out.
    from: Option<String>,
    /// The last one; today when left out.
    to: Option<String>,
    /// Only of this procedure, by its national code.
    procedure: Option<String>,
}

impl Days {
    fn dates(&self) -> Result<(Date, Date), Refusal> {
        let wrong = || Refusal::wrong("measure-dates-wrong");
        // A moment or a basic `20261123` would be read as a date as well.
        let read = |text: &String| text.parse().ok().filter(|date: &Date| date.to_string() == *text).ok_or_else(wrong);
        let to = self.to.as_ref().map(read).transpose()?.unwrap_or_else(|| clock::now().business_date());
        let from = self.from.as_ref().map(read).transpose()?.unwrap_or(to);
        if (0..MOST_DAYS).contains(&(to - from).get_days()) { Ok((from, to)) } else { Err(wrong()) }
    }
}

/// What became of those who saw each page of each form, in the sums of at most 400 days, with the words
/// of the form (supervisors). Of pages few people went through neither times nor errors are told.
#[utoipa::path(get, path = "/v1/guide-measures", tag = "reports", params(Days),
    responses((status = 200, body = GuideFunnels)), security(("staff" = [])))]
pub(crate) async fn funnels(
    State(app): State<App>,
    _: SignedIn,
    Asked(days): Asked<Days>,
) -> Result<Json<GuideFunnels>, Refusal> {
    let (from, to) = days.dates()?;
    let known = app.forms.newest(&app).await?;
    let mut conn = app.read().await?;
    let mut forms = Vec::new();
    for sums in guide_measure::sums(&mut conn, (from, to), days.procedure.as_deref()).await? {
        forms.push(funnel(&mut conn, &known, sums).await?);
    }
    Ok(Json(GuideFunnels { from, to, forms }))
}

async fn funnel(conn: &mut Conn, forms: &Forms, sums: FormMeasures) -> Result<FormFunnel, Refusal> {
    let entry = catalogue::entry(conn, &sums.procedure).await?;
    let procedure = entry.as_ref().map(|entry| &entry.procedure);
    let made;
    let form: Option<&Form> = match sums.version {
        // Made from the record of today: a page that only an older record had is told by its name.
        0 => {
            made = procedure.and_then(|procedure| guide::any_form(procedure).ok());
            made.as_ref()
        }
        version => forms.form(&sums.procedure, version).map(|form| &**form),
    };
    let order = form.map(Form::page_kinds).unwrap_or_default();
    let mut pages = sums.pages;
    pages.sort_by_key(|page| order.iter().position(|kind| *kind == page.page).unwrap_or(usize::MAX));
    let title = |page: &str| form.map_or_else(|| page.to_owned(), |form| form.page_heading(page, Locale::Vi));
    let label = |field: &str| form.map_or_else(|| field.to_owned(), |form| form.field_label(field, Locale::Vi));
    let pages = pages.into_iter().map(|page| PageFunnel {
        title: title(&page.page),
        shown: page.shown,
        on: page.on,
        back: page.back,
        left: page.left,
        helped: page.helped,
        median: page.median(),
        errors: page
            .errors
            .iter()
            .filter(|_| page.shown >= FEW)
            .take(MOST_ERRORS)
            .map(|error| ErrorFunnel { label: label(&error.field), cause: error.cause.clone(), count: error.count })
            .collect(),
        page: page.page,
    });
    Ok(FormFunnel {
        name: procedure.map_or_else(|| sums.procedure.clone(), |procedure| procedure.name.vi.clone()),
        version: sums.version,
        begun: sums.begun,
        alone: sums.alone,
        assisted: sums.assisted,
        pages: pages.collect(),
        procedure: sums.procedure,
    })
}
