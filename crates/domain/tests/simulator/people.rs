use motcua_domain::branch::BranchConfig;
use motcua_domain::queue::{Ask, Name, TicketState};
use uuid::Uuid;

use super::centre::Truth;
use super::chance::Chance;

/// How many people come.
const PEOPLE: usize = 1_200;

/// How many of a thousand come in each half hour from seven on: most of them soon after the opening.
const ARRIVALS: [f64; 19] = [
    95.0, 110.0, 105.0, 90.0, 75.0, 65.0, 55.0, 40.0, 25.0, 15.0, 15.0, 25.0, 45.0, 60.0, 60.0, 50.0, 35.0, 20.0, 15.0,
];

/// Somebody who comes that day.
pub struct Person {
    /// When, in milliseconds since midnight.
    pub comes: i64,
    pub service: Name,
    priority: Option<String>,
    /// How long the officer of usual pace needs, in seconds.
    pub takes: f64,
    /// Is not there when called.
    pub absent: bool,
    /// After so many seconds they go home, if nobody called them.
    pub patience: Option<f64>,
    pub twist: Option<Twist>,
    pub life: Option<Life>,
}

/// What happens at the counter instead of being served at once.
pub enum Twist {
    /// Belongs to another service.
    Transfer(Name),
    /// Has to fetch something, and is back after so many seconds, or never.
    Park(Option<f64>),
}

/// What became of somebody, by the simulator's own account. Times are in milliseconds.
#[derive(Debug)]
pub struct Life {
    pub id: Uuid,
    pub service: Name,
    came: i64,
    /// From the number to the first call.
    pub waiting: Option<i64>,
    /// On the way to a counter, all visits together.
    pub way: i64,
    /// At a counter, all visits together.
    pub serving: i64,
    pub ended: TicketState,
}

impl Life {
    pub fn new(id: Uuid, service: Name, came: i64) -> Self {
        Self { id, service, came, waiting: None, way: 0, serving: 0, ended: TicketState::Waiting }
    }

    pub fn called(&mut self, now: i64) {
        self.waiting.get_or_insert(now - self.came);
    }
}

impl Person {
    pub fn id(&self) -> Uuid {
        self.life.as_ref().expect("they came").id
    }

    pub fn life(&mut self) -> &mut Life {
        self.life.as_mut().expect("they came")
    }

    pub fn ask(&self, id: Uuid) -> Ask {
        Ask {
            id,
            group: self.service.to_string(),
            service: None,
            language: "vi".to_owned(),
            priority: self.priority.clone(),
            holder: None,
            by: "device:1".into(),
        }
    }
}

/// Everybody who comes that day.
pub fn people(chance: &mut Chance, config: &BranchConfig, services: &[Truth]) -> Vec<Person> {
    (0..PEOPLE).map(|_| person(chance, config, services)).collect()
}

fn person(chance: &mut Chance, config: &BranchConfig, services: &[Truth]) -> Person {
    let half_hour = pick(chance, ARRIVALS.iter().copied());
    let service = &services[pick(chance, services.iter().map(|service| service.share))];
    let group = chance.below(config.priorities.len());
    let twist = match chance.below(100) {
        0..2 => Some(Twist::Transfer(services[chance.below(services.len())].id.clone())),
        2..4 => Some(Twist::Park(Some(chance.between(300.0, 1_500.0)))),
        4 => Some(Twist::Park(None)),
        _ => None,
    };
    Person {
        comes: ((7.0 + (half_hour as f64 + chance.share()) / 2.0) * 3_600_000.0) as i64,
        service: service.id.clone(),
        priority: chance.one_in(10).then(|| config.priorities[group].id.to_string()),
        takes: chance.about(service.mean, 0.55),
        absent: chance.one_in(16),
        patience: chance.one_in(30).then(|| chance.between(900.0, 3_600.0)),
        twist,
        life: None,
    }
}

/// Which of these weights.
fn pick(chance: &mut Chance, weights: impl Iterator<Item = f64> + Clone) -> usize {
    let mut left = chance.share() * weights.clone().sum::<f64>();
    let mut place = 0;
    for weight in weights {
        if left < weight {
            return place;
        }
        left -= weight;
        place += 1;
    }
    place - 1
}
