//! What a board shows: for enrolled machines, and for any television's browser in the hall, which has
//! no token: read-only, with nothing in it that does not hang on the wall anyway.

mod page;
mod public;

use axum::Json;
use axum::extract::State;
use motcua_domain::queue::{Hall, Line, Ticket, TicketState};
use motcua_domain::wire::{BoardCall, BoardCounter, BoardGroup, BoardNotice, BoardTicket, BoardView};

use super::caller::Caller;
use super::view;
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::Lobby;

pub(super) use page::{asset, html, page, some_page};
pub(crate) use public::Publisher;
pub(super) use public::{__path_follow, __path_snapshot, follow, known, snapshot};

/// The whole truth for a board.
#[utoipa::path(get, path = "/v1/board", tag = "hall", responses((status = 200, body = BoardView)),
    security(("device" = []), ("staff" = [])))]
pub(super) async fn board(State(app): State<App>, _: Caller) -> Result<Json<BoardView>, Refusal> {
    Ok(Json(shown(&*app.lobby().await?)))
}

/// The hall as it hangs on the wall.
fn shown(lobby: &Lobby) -> BoardView {
    let hall = &lobby.hall;
    let config = hall.config();
    let group = |group: &motcua_domain::catalogue::ServiceGroup| BoardGroup {
        id: group.id.clone(),
        name: group.name.clone(),
        counters: config.counters_for(&group.id),
    };
    let counter = |number| {
        let session = hall.session(number);
        BoardCounter { number, open: session.is_some(), on_break: session.is_some_and(|s| s.on_break.is_some()) }
    };
    let now = clock::now();
    let today = config.notices.iter().filter(|notice| notice.is_on(now.business_date()));
    BoardView {
        revision: lobby.revision,
        at: now,
        centre: config.name.clone(),
        called: view::at_counters(hall).into_iter().filter_map(call).collect(),
        waiting: hall.waiting().into_iter().map(|ticket| waiting(hall, ticket)).collect(),
        groups: config.groups.iter().map(group).collect(),
        counters: config.counters.iter().map(|profile| counter(profile.number)).collect(),
        notices: today
            .map(|notice| BoardNotice { text: notice.words().cloned(), picture: notice.picture.clone() })
            .collect(),
    }
}

fn call(ticket: &Ticket) -> Option<BoardCall> {
    Some(BoardCall {
        label: ticket.label.to_string(),
        counter: ticket.counter?,
        called_at: ticket.called_at?,
        serving: ticket.state == TicketState::Serving,
        language: ticket.language.to_string(),
    })
}

/// A transferred ticket waits in the group of the service it was sent to, under its old number.
fn waiting(hall: &Hall, ticket: &Ticket) -> BoardTicket {
    let service = hall.config().service(&ticket.service);
    BoardTicket {
        label: ticket.label.to_string(),
        group: service.map_or(&ticket.group, |service| &service.group).to_string(),
        counter: match ticket.line {
            Line::Counter(number) => Some(number),
            Line::Service(_) | Line::Officer(_) => None,
        },
    }
}
