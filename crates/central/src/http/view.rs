//! The hall as the wire tells it.

use motcua_domain::queue::{Hall, Ticket as Known, TicketState, Wait};
use motcua_domain::wire::{Branch, CounterInfo, QueueView, ServiceGroupInfo, ServiceInfo, Ticket};
use motcua_domain::words::Locale;
use uuid::Uuid;

use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::{Lobby, event};

/// A ticket with the people ahead of it and the wait to expect.
pub(super) fn ticket(hall: &Hall, known: &Known) -> Ticket {
    told(hall, known, hall.estimate(known.id, clock::now()))
}

fn told(hall: &Hall, known: &Known, wait: Option<Wait>) -> Ticket {
    Ticket {
        id: known.id,
        label: known.label.to_string(),
        group: known.group.to_string(),
        service: known.service.to_string(),
        line: known.line.clone(),
        priority: known.priority.as_ref().map(ToString::to_string),
        state: known.state,
        issued_at: known.issued_at,
        since: known.place.at,
        counter: known.counter,
        called_at: known.called_at,
        why: known.why,
        started_at: known.started_at,
        no_shows: known.no_shows,
        reprints: known.reprints,
        rated: known.rated.is_some(),
        ahead: hall.ahead(known).try_into().unwrap_or(u32::MAX),
        wait,
    }
}

/// A ticket as it is now. One of a day gone by that was never served is none any more: nothing that
/// could be said of it would be true.
pub(super) async fn find(app: &App, id: Uuid) -> Result<Option<Ticket>, Refusal> {
    let lobby = app.lobby().await?;
    if let Some(known) = lobby.hall.ticket(id) {
        return Ok(Some(ticket(&lobby.hall, known)));
    }
    let branch = lobby.config().id.clone();
    drop(lobby);
    let ended = event::ticket(&mut app.read().await?, &branch, id).await?;
    let Some(ended) = ended.filter(|ticket| ticket.state != TicketState::Expired) else { return Ok(None) };
    Ok(Some(ticket(&app.lobby().await?.hall, &ended)))
}

/// A counter.
pub(super) fn counter(hall: &Hall, number: u32) -> Option<CounterInfo> {
    let profile = hall.config().counter(number)?;
    let session = hall.session(number);
    let groups = hall
        .config()
        .groups
        .iter()
        .filter(|group| hall.config().services_of(&group.id).any(|service| profile.serves.contains(&service.id)));
    Some(CounterInfo {
        number,
        groups: groups.map(|group| group.id.clone()).collect(),
        serves: profile.serves.iter().map(ToString::to_string).collect(),
        and_finally: profile.and_finally.iter().map(ToString::to_string).collect(),
        open: session.is_some(),
        officer: session.map(|session| session.name.to_string()),
        account: session.map(|session| session.officer.to_string()),
        on_break: session.and_then(|session| session.on_break),
    })
}

/// The centre.
pub(super) fn branch(hall: &Hall, public_url: Option<String>) -> Branch {
    let config = hall.config();
    let groups = config.groups.iter().map(|group| ServiceGroupInfo {
        id: group.id.clone(),
        prefix: group.prefix.to_string(),
        name: group.name.get(Locale::Vi).to_owned(),
        name_en: group.name.get(Locale::En).to_owned(),
        icon: group.icon.clone(),
        counters: config.counters_for(&group.id),
        waiting: hall.waiting_in(&group.id).try_into().unwrap_or(u32::MAX),
        services: config
            .services_of(&group.id)
            .map(|service| ServiceInfo { id: service.id.to_string(), name: service.name.clone() })
            .collect(),
    });
    Branch {
        id: config.id.clone(),
        name: config.name.clone(),
        agency: config.agency.clone(),
        address: config.address.clone(),
        place: config.place.clone(),
        public_url,
        groups: groups.collect(),
        counters: config.counters.iter().filter_map(|profile| counter(hall, profile.number)).collect(),
        priorities: config.priorities.clone(),
        appointment_priority: config.appointments.priority.as_ref().map(ToString::to_string),
        appointments: config.appointments.slot_minutes > 0 && !config.issuing.hours.is_empty(),
        keep_drafts_days: config.keep_drafts_days,
        bank: config.bank.clone(),
        postage: config.postage,
        hours: config.issuing.hours.clone(),
    }
}

/// Those who do not wait.
fn all<'a>(hall: &'a Hall, tickets: impl IntoIterator<Item = &'a Known>) -> Vec<Ticket> {
    tickets.into_iter().map(|known| told(hall, known, None)).collect()
}

fn waiting(hall: &Hall) -> Vec<Ticket> {
    let waits = hall.estimates(clock::now());
    hall.waiting().into_iter().map(|known| told(hall, known, waits.get(&known.id).copied())).collect()
}

/// Tickets called or being served, the newest call first.
pub(super) fn at_counters(hall: &Hall) -> Vec<&Known> {
    let mut there: Vec<_> = hall.tickets().filter(|ticket| ticket.state.is_at_counter()).collect();
    there.sort_unstable_by_key(|ticket| std::cmp::Reverse((ticket.called_at, ticket.id)));
    there
}

/// The queue for consoles.
pub(super) fn queue(lobby: &Lobby) -> QueueView {
    let hall = &lobby.hall;
    let aside = |state| {
        let mut aside: Vec<_> = hall.tickets().filter(|ticket| ticket.state == state).collect();
        aside.sort_unstable_by_key(|ticket| (ticket.called_at, ticket.id));
        all(hall, aside)
    };
    QueueView {
        revision: lobby.revision,
        waiting: waiting(hall),
        at_counters: all(hall, at_counters(hall)),
        parked: aside(TicketState::Parked),
        missed: aside(TicketState::NoShow),
        began_anew: hall.began_anew(),
    }
}
