use motcua_domain::branch::{BranchConfig, CounterConfig, Service};
use motcua_domain::queue::{Name, Officer};

use super::Desk;
use super::chance::Chance;

/// What the simulator knows of a service and the centre does not.
pub struct Truth {
    pub id: Name,
    /// How long people really take on this day, in seconds.
    pub mean: f64,
    /// Of how many in a thousand people it is.
    pub share: f64,
}

/// Minutes and share of the ten services, the way demand differs in real centres.
const SERVICES: [(f64, f64); 10] = [
    (5.0, 180.0),
    (3.5, 250.0),
    (6.0, 110.0),
    (9.0, 90.0),
    (8.0, 60.0),
    (6.0, 80.0),
    (4.5, 65.0),
    (5.5, 70.0),
    (7.0, 45.0),
    (4.0, 50.0),
];

/// How many counters serve each of them mainly, and which other service those help with.
const PROFILES: [(usize, usize); 10] = [(3, 1), (3, 0), (2, 8), (3, 4), (2, 3), (2, 7), (1, 9), (2, 5), (1, 2), (1, 6)];

/// A centre of 20 counters. What it expects of its services is what somebody wrote down once: on the
/// minute, and off by up to two fifths.
pub fn centre(chance: &mut Chance) -> (BranchConfig, Vec<Truth>) {
    let mut config = BranchConfig::default();
    config.groups.truncate(SERVICES.len());
    let (mut services, mut truths) = (Vec::new(), Vec::new());
    for (group, (minutes, share)) in config.groups.iter().zip(SERVICES) {
        let written = (minutes * chance.between(0.6, 1.4)).round().max(1.0);
        let id: Name = group.id.as_str().into();
        services.push(Service {
            id: id.clone(),
            group: id.clone(),
            name: group.name.clone(),
            minutes: written as u32,
            daily: None,
        });
        truths.push(Truth { id, mean: chance.about(minutes * 60.0, 0.1), share });
    }
    let mut counters = Vec::new();
    for (service, (many, other)) in PROFILES.into_iter().enumerate() {
        for place in 0..many {
            // The last counter of a service serves a second one as well; the others help with it.
            let own = if place + 1 == many { vec![service, other] } else { vec![service] };
            let finally = if place + 1 == many { Vec::new() } else { vec![other] };
            let names = |places: Vec<usize>| places.into_iter().map(|place| services[place].id.clone()).collect();
            let number = counters.len() as u32 + 1;
            counters.push(CounterConfig { number, serves: names(own), and_finally: names(finally) });
        }
    }
    config.services = services;
    // Nobody has an appointment on this day: people may say every priority themselves.
    config.appointments.priority = None;
    config.counters = counters;
    config.check().expect("a sound centre");
    (config, truths)
}

/// Hours in milliseconds.
fn hours(hours: f64) -> i64 {
    (hours * 3_600_000.0) as i64
}

/// An officer: how quick, when they rest, and when they open the counter.
pub fn desk(chance: &mut Chance, counter: u32) -> (Desk, i64) {
    let account = format!("quay-{counter}");
    let officer = Officer { account: account.as_str().into(), name: account.as_str().into(), supervisor: false };
    // The hall stays open at noon: one half eats first, the other after.
    let noon = if counter.is_multiple_of(2) { 11.0 } else { 12.0 };
    let rest = |at: f64, minutes: f64| (hours(at), hours(minutes / 60.0));
    let rests = vec![
        rest(chance.between(8.5, 10.5), chance.between(8.0, 15.0)),
        rest(noon + chance.between(0.0, 0.2), chance.between(50.0, 60.0)),
        rest(chance.between(14.0, 16.0), chance.between(8.0, 15.0)),
    ];
    let pace = chance.about(1.0, 0.15);
    let opens = hours(chance.between(6.95, 7.15));
    (Desk { officer, pace, rests, idle: false, there: None }, opens)
}
