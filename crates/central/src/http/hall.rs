//! The hall at a glance: the centre itself, the queue for consoles, the board.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use motcua_domain::wire::{BoardView, Branch, CounterInfo, QueueView, ServiceGroupInfo};
use sqlx::Connection;

use super::caller::Caller;
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::{counter, event, ticket};

/// The centre this server runs.
#[utoipa::path(get, path = "/v1/branch", tag = "hall", responses((status = 200, body = Branch)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn branch(State(app): State<App>, _: Caller) -> Result<Json<Branch>, Refusal> {
    let mut conn = app.read().await?;
    let waiting = ticket::waiting_counts(&mut conn, &app.branch, clock::now()).await?;
    let waiting: BTreeMap<_, _> = waiting.into_iter().collect();
    let open = counter::open_numbers(&mut conn, &app.branch.id).await?;
    let group = |group: &crate::branch::Group| ServiceGroupInfo {
        id: group.id.clone(),
        prefix: group.series.to_string(),
        name: group.name.clone(),
        name_en: group.name_en.clone(),
        icon: group.icon.clone(),
        counters: app.branch.hall.counters_for(&group.id),
        waiting: waiting.get(&group.id).copied().unwrap_or(0),
    };
    let counters = app.branch.counters.iter().map(|(number, groups)| CounterInfo {
        number: *number,
        groups: groups.iter().cloned().collect(),
        open: open.contains(number),
    });
    Ok(Json(Branch {
        id: app.branch.id.clone(),
        name: app.branch.name.clone(),
        agency: app.branch.agency.clone(),
        address: app.branch.address.clone(),
        place: app.branch.place.clone(),
        public_url: app.public_url.clone(),
        groups: app.branch.groups.iter().map(group).collect(),
        counters: counters.collect(),
    }))
}

/// Today's queue, in the order of call.
#[utoipa::path(get, path = "/v1/queue", tag = "hall", responses((status = 200, body = QueueView)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn queue(State(app): State<App>, _: Caller) -> Result<Json<QueueView>, Refusal> {
    let mut conn = app.read().await?;
    // One snapshot, so that the revision is true of the lists.
    let mut snapshot = conn.begin().await?;
    let now = clock::now();
    Ok(Json(QueueView {
        revision: event::newest(&mut snapshot).await?,
        waiting: ticket::waiting(&mut snapshot, &app.branch, now).await?,
        at_counters: ticket::at_counters(&mut snapshot, &app.branch, now).await?,
    }))
}

/// The whole truth for a board.
#[utoipa::path(get, path = "/v1/board", tag = "hall", responses((status = 200, body = BoardView)),
    security(("device" = []), ("staff" = [])))]
pub(crate) async fn board(State(app): State<App>, _: Caller) -> Result<Json<BoardView>, Refusal> {
    let mut conn = app.read().await?;
    let mut snapshot = conn.begin().await?;
    let at = clock::now();
    Ok(Json(BoardView {
        revision: event::newest(&mut snapshot).await?,
        at,
        centre: app.branch.name.clone(),
        called: ticket::at_counters(&mut snapshot, &app.branch, at).await?,
        waiting: ticket::waiting(&mut snapshot, &app.branch, at).await?,
    }))
}
