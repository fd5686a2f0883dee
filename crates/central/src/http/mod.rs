//! The routes. Each handler is a few lines around a use case of [`crate::store`].

mod appointments;
mod audit;
pub(crate) mod bank;
pub(crate) mod board;
mod caller;
mod catalogue;
mod counters;
mod devices;
mod draft_help;
pub(crate) mod drafts;
mod events;
mod files;
pub(crate) mod forms;
mod guide_measures;
mod hall;
mod health;
mod help;
mod input;
mod observe;
mod once;
mod openapi;
mod papers;
mod payments;
mod phone;
mod pictures;
mod probes;
pub(crate) mod procedures;
mod report_csv;
mod reports;
mod rights;
mod staff;
pub(crate) mod status;
mod submissions;
mod supplements;
mod tablet;
mod tickets;
mod units;
pub(crate) mod uploads;
mod view;

use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, head, post};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::refusal::Refusal;

pub(crate) use phone::{Paces, escape};

/// Every documented route with its description.
fn documented() -> (Router<App>, utoipa::openapi::OpenApi) {
    let (router, mut document) = OpenApiRouter::with_openapi(openapi::head())
        .routes(routes!(health::ready))
        .routes(routes!(openapi::document))
        .routes(routes!(devices::enrol))
        .routes(routes!(devices::make_code))
        .routes(routes!(devices::enrolled))
        .routes(routes!(devices::revoke))
        .routes(routes!(devices::series))
        .routes(routes!(devices::day_key))
        .routes(routes!(status::tell))
        .routes(routes!(status::list))
        .routes(routes!(help::read, help::ask, help::end))
        .routes(routes!(help::answer))
        .routes(routes!(hall::branch))
        .routes(routes!(hall::config, hall::set_config))
        .routes(routes!(hall::versions))
        .routes(routes!(pictures::add))
        .routes(routes!(pictures::read))
        .routes(routes!(hall::queue))
        .routes(routes!(board::board))
        .routes(routes!(board::snapshot))
        .routes(routes!(board::follow))
        .routes(routes!(events::follow))
        .routes(routes!(tickets::issue))
        .routes(routes!(tickets::printed))
        .routes(routes!(tickets::read))
        .routes(routes!(tickets::rate))
        .routes(routes!(tickets::call))
        .routes(routes!(tickets::recall))
        .routes(routes!(tickets::start))
        .routes(routes!(tickets::finish))
        .routes(routes!(tickets::no_show))
        .routes(routes!(tickets::transfer))
        .routes(routes!(tickets::park))
        .routes(routes!(tickets::resume))
        .routes(routes!(tickets::return_to_queue))
        .routes(routes!(tickets::cancel))
        .routes(routes!(tickets::reopen))
        .routes(routes!(appointments::slots))
        .routes(routes!(appointments::book, appointments::list))
        .routes(routes!(appointments::read))
        .routes(routes!(appointments::check_in))
        .routes(routes!(appointments::cancel))
        .routes(routes!(counters::open))
        .routes(routes!(counters::close))
        .routes(routes!(counters::start_break))
        .routes(routes!(counters::end_break))
        .routes(routes!(counters::call_next))
        .routes(routes!(tablet::finished))
        .routes(routes!(reports::day))
        .routes(routes!(reports::day_csv))
        .routes(routes!(guide_measures::add, guide_measures::funnels))
        .routes(routes!(staff::sign_in))
        .routes(routes!(staff::sign_out))
        .routes(routes!(staff::change_password))
        .routes(routes!(staff::me))
        .routes(routes!(staff::add_account, staff::accounts))
        .routes(routes!(staff::reset_password))
        .routes(routes!(staff::close))
        .routes(routes!(audit::list))
        .routes(routes!(audit::head))
        .routes(routes!(audit::retained))
        .routes(routes!(files::add))
        .routes(routes!(files::read))
        .routes(routes!(uploads::begin))
        .routes(routes!(uploads::read, uploads::end))
        .routes(routes!(uploads::file))
        .routes(routes!(uploads::judge))
        .routes(routes!(submissions::add, submissions::list))
        .routes(routes!(submissions::read))
        .routes(routes!(submissions::accept))
        .routes(routes!(submissions::look_up))
        .routes(routes!(supplements::ask))
        .routes(routes!(supplements::done))
        .routes(routes!(supplements::prove))
        .routes(routes!(papers::add))
        .routes(routes!(payments::to_see))
        .routes(routes!(payments::said))
        .routes(routes!(payments::take))
        .routes(routes!(payments::set))
        .routes(routes!(payments::settle))
        .routes(routes!(payments::settle_credit))
        .routes(routes!(bank::credit))
        .routes(routes!(drafts::open))
        .routes(routes!(drafts::locked))
        .routes(routes!(drafts::read, drafts::save))
        .routes(routes!(drafts::file, drafts::add_file))
        .routes(routes!(drafts::unlock))
        .routes(routes!(draft_help::shared))
        .routes(routes!(draft_help::share, draft_help::take_back))
        .routes(routes!(draft_help::take))
        .routes(routes!(draft_help::give_back))
        .routes(routes!(draft_help::changes))
        .routes(routes!(draft_help::review))
        .routes(routes!(catalogue::changes))
        .routes(routes!(units::imported))
        .routes(routes!(forms::list))
        .routes(routes!(forms::read))
        .routes(routes!(procedures::list))
        .routes(routes!(procedures::read))
        .routes(routes!(procedures::read_version))
        .routes(routes!(procedures::check))
        .routes(routes!(procedures::set_words))
        .split_for_parts();
    openapi::complete(&mut document);
    (router, document)
}

/// The OpenAPI 3.1 document of this server.
pub fn openapi() -> utoipa::openapi::OpenApi {
    documented().1
}

/// Everything the server answers.
pub(crate) fn router(app: App) -> Router {
    documented()
        .0
        .route("/board", get(board::some_page))
        .route("/board/{branch}", get(board::page))
        .route("/tablet/{branch}/{counter}", get(tablet::page))
        .route("/assets/{name}", get(board::asset))
        .route("/t/{id}", get(phone::page))
        .route("/t/{id}/{act}", get(phone::ask).post(phone::act))
        .route("/a/{id}", get(phone::appointment::page))
        .route("/a/{id}/cancel", get(phone::appointment::ask).post(phone::appointment::cancel))
        .route("/d/{token}", get(phone::follow::page).post(phone::follow::details))
        .route("/p/{code}", get(phone::checklist::page))
        .route("/u/{token}", get(phone::upload_page::page).post(phone::upload::send))
        .route("/u/{token}/state", get(phone::upload_page::state))
        .route("/u/{token}/done", post(phone::upload::done))
        .route("/u/{token}/files", post(phone::upload::add))
        .route("/u/{token}/files/{number}", head(phone::upload::offset).patch(phone::upload::piece))
        .route("/u/{token}/files/{number}/remove", post(phone::upload::remove))
        .route("/upload.js", get(phone::upload_page::script))
        .route("/phone.css", get(phone::style))
        .route("/healthz", get(probes::healthz))
        .route("/readyz", get(probes::readyz))
        .route("/metrics", get(probes::metrics))
        .fallback(async || Refusal::not_found("no-such-route"))
        .method_not_allowed_fallback(async || Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"))
        .layer(from_fn_with_state(app.clone(), rights::guard))
        .layer(map_response(guarded))
        .layer(from_fn_with_state(app.clone(), observe::request))
        .with_state(app)
}

/// Headers every answer has. What may be kept by a browser says so itself.
async fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
