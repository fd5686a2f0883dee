//! A day of a centre with 1,200 people and 20 counters, made up from a seed: who comes when and for
//! what, how long each takes, who does not come when called, and when officers rest. The hall decides
//! as it would; the simulator keeps its own account of every person beside the facts.

mod centre;
mod chance;
mod people;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

use motcua_domain::queue::{Deed, Fact, Hall, Line, Officer, Order, TicketEvent, TicketState};
use motcua_domain::time::Moment;
use uuid::Uuid;

use chance::Chance;
pub use people::Life;
use people::{Person, Twist};

/// A simulated day.
pub struct Day {
    /// All that happened, from the first counter that opened to the turn of the day.
    pub facts: Vec<Fact>,
    /// What became of everybody, by the simulator's own account.
    pub lives: Vec<Life>,
    /// The hall in the end.
    pub hall: Hall,
}

/// What will happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    Arrive(usize),
    /// Gives the number back, if they still wait.
    GoHome(usize),
    /// Comes back after having been missed or sent away.
    ComeBack(usize),
    Open(u32),
    Call(u32),
    Recall(u32),
    Start(u32),
    Leave(u32),
    GiveUp(u32),
    Rest(u32),
    Back(u32),
}

struct Desk {
    officer: Officer,
    /// Below 1 is quick.
    pace: f64,
    /// Begin and length of the breaks still to come, in milliseconds of the day.
    rests: Vec<(i64, i64)>,
    /// Nobody was there to call, and nothing else is planned.
    idle: bool,
    /// Who is at it, and since when.
    there: Option<(usize, i64)>,
}

struct Lobby<'a> {
    hall: Hall,
    chance: Chance,
    dawn: Moment,
    /// Milliseconds since midnight.
    now: i64,
    agenda: BinaryHeap<Reverse<(i64, u64, Next)>>,
    planned: u64,
    people: Vec<Person>,
    by_id: HashMap<Uuid, usize>,
    desks: HashMap<u32, Desk>,
    facts: Vec<Fact>,
    /// Sees every fact and the hall just before it becomes true.
    watch: &'a mut dyn FnMut(&Hall, &Fact),
}

/// Lives through a day. `watch` sees every fact and the hall just before it becomes true.
pub fn simulate(seed: u64, watch: &mut dyn FnMut(&Hall, &Fact)) -> Day {
    let mut chance = Chance::new(seed);
    let (config, services) = centre::centre(&mut chance);
    let dawn: Moment = "2026-11-25T00:00:00+07:00".parse().expect("a moment");
    let people = people::people(&mut chance, &config, &services);
    let mut lobby = Lobby {
        hall: Hall::new(Arc::new(config), dawn.business_date()),
        chance,
        dawn,
        now: 0,
        agenda: BinaryHeap::new(),
        planned: 0,
        people,
        by_id: HashMap::new(),
        desks: HashMap::new(),
        facts: Vec::new(),
        watch,
    };
    for counter in 1..=lobby.hall.config().counters.len() as u32 {
        let (desk, opens) = centre::desk(&mut lobby.chance, counter);
        for (begin, _) in &desk.rests {
            lobby.plan(*begin, Next::Rest(counter));
        }
        lobby.desks.insert(counter, desk);
        lobby.plan(opens, Next::Open(counter));
    }
    for person in 0..lobby.people.len() {
        lobby.plan(lobby.people[person].comes, Next::Arrive(person));
    }
    while let Some(Reverse((at, _, next))) = lobby.agenda.pop() {
        lobby.now = at;
        lobby.happens(next);
    }
    lobby.now = 24 * 3_600_000 + 1;
    for fact in lobby.hall.turn(lobby.moment()) {
        lobby.take(fact);
    }
    let lives = lobby.people.into_iter().filter_map(|person| person.life).map(|mut life| {
        if life.ended.is_active() {
            life.ended = TicketState::Expired;
        }
        life
    });
    Day { lives: lives.collect(), facts: lobby.facts, hall: lobby.hall }
}

impl Lobby<'_> {
    fn plan(&mut self, at: i64, next: Next) {
        self.planned += 1;
        self.agenda.push(Reverse((at, self.planned, next)));
    }

    fn after(&mut self, seconds: f64, next: Next) {
        self.plan(self.now + (seconds * 1_000.0) as i64, next);
    }

    fn moment(&self) -> Moment {
        self.dawn.plus_millis(self.now)
    }

    fn take(&mut self, fact: Fact) {
        (self.watch)(&self.hall, &fact);
        self.hall.apply(&fact);
        self.facts.push(fact);
    }

    fn order(&mut self, counter: u32, person: usize, order: Order) {
        let fact = self.hall.order(self.people[person].id(), order, &self.desks[&counter].officer, self.moment());
        self.take(fact.expect("an officer may"));
    }

    fn happens(&mut self, next: Next) {
        match next {
            Next::Arrive(person) => self.arrive(person),
            Next::GoHome(person) => {
                let cancel = Deed::Cancel { reason: "given-back".into() };
                if let Ok(fact) = self.hall.holder_says(self.people[person].id(), cancel, self.moment()) {
                    self.take(fact);
                    self.people[person].life().ended = TicketState::Cancelled;
                }
            }
            Next::ComeBack(person) => self.come_back(person),
            Next::Open(counter) => {
                let fact = self.hall.open_counter(counter, &self.desks[&counter].officer, false, self.moment());
                self.take(fact.expect("it is closed").expect("a fact"));
                self.call(counter);
            }
            Next::Call(counter) => self.call(counter),
            Next::Recall(counter) => {
                let (person, _) = self.at(counter).there.expect("somebody was called");
                self.order(counter, person, Order::Recall);
            }
            Next::Start(counter) => self.start(counter),
            Next::Leave(counter) => self.leave(counter),
            Next::GiveUp(counter) => {
                let (person, _) = self.at(counter).there.take().expect("somebody was called");
                self.order(counter, person, Order::NoShow);
                self.people[person].life().ended = TicketState::NoShow;
                if self.chance.one_in(3) {
                    let away = self.chance.between(180.0, 900.0);
                    self.after(away, Next::ComeBack(person));
                }
                self.free(counter);
            }
            Next::Rest(counter) => {
                if std::mem::take(&mut self.at(counter).idle) {
                    self.call(counter);
                }
            }
            Next::Back(counter) => {
                let fact = self.hall.end_break(counter, &self.desks[&counter].officer, self.moment());
                self.take(fact.expect("their counter").expect("on a break"));
                self.call(counter);
            }
        }
    }

    fn at(&mut self, counter: u32) -> &mut Desk {
        self.desks.get_mut(&counter).expect("a counter")
    }

    fn arrive(&mut self, person: usize) {
        let id = Uuid::from_u128(person as u128 + 1);
        let ask = self.people[person].ask(id);
        let fact = self.hall.issue(&ask, self.moment()).expect("the centre is open");
        self.take(fact);
        self.by_id.insert(id, person);
        self.people[person].life = Some(Life::new(id, self.people[person].service.clone(), self.now));
        if let Some(patience) = self.people[person].patience {
            self.after(patience, Next::GoHome(person));
        }
        self.wake();
    }

    fn come_back(&mut self, person: usize) {
        let id = self.people[person].id();
        self.people[person].absent = false;
        let missed = self.people[person].life().ended == TicketState::NoShow;
        let fact = if missed {
            self.hall.holder_says(id, Deed::ReturnToQueue, self.moment())
        } else {
            self.hall.order(id, Order::ReturnToQueue, &self.desks[&1].officer, self.moment())
        };
        self.take(fact.expect("a second chance"));
        self.people[person].life().ended = TicketState::Waiting;
        self.wake();
    }

    /// Officers who have nobody see that somebody came.
    fn wake(&mut self) {
        let mut idle: Vec<_> = self.desks.iter().filter(|(_, desk)| desk.idle).map(|(counter, _)| *counter).collect();
        idle.sort_unstable();
        for counter in idle {
            self.at(counter).idle = false;
            let looks = self.chance.between(2.0, 12.0);
            self.after(looks, Next::Call(counter));
        }
    }

    fn call(&mut self, counter: u32) {
        let (now, moment) = (self.now, self.moment());
        let desk = self.at(counter);
        if let Some(due) = desk.rests.iter().position(|(begin, _)| *begin <= now) {
            let (_, length) = desk.rests.remove(due);
            let fact = self.hall.start_break(counter, &self.desks[&counter].officer, moment);
            self.take(fact.expect("nobody is there"));
            return self.plan(now + length, Next::Back(counter));
        }
        let called = self.hall.call_next(counter, &self.desks[&counter].officer, moment);
        let Some(fact) = called.expect("a free counter") else {
            self.at(counter).idle = true;
            return;
        };
        let Fact::Ticket(TicketEvent { ticket, .. }) = &fact else { panic!("{fact:?} is no call") };
        let person = self.by_id[ticket];
        self.take(fact);
        self.at(counter).there = Some((person, now));
        self.people[person].life().called(now);
        if self.people[person].absent {
            self.after(40.0, Next::Recall(counter));
            let patience = self.chance.between(70.0, 140.0);
            self.after(patience, Next::GiveUp(counter));
        } else {
            let walks = self.chance.about(25.0, 0.5);
            self.after(walks, Next::Start(counter));
        }
    }

    fn start(&mut self, counter: u32) {
        let now = self.now;
        let (person, called) = self.at(counter).there.expect("somebody was called");
        self.at(counter).there = Some((person, now));
        self.people[person].life().way += now - called;
        self.order(counter, person, Order::Start);
        let takes = self.people[person].takes * self.desks[&counter].pace;
        let takes = if self.people[person].twist.is_some() { takes / 2.0 } else { takes };
        self.after(takes.max(15.0), Next::Leave(counter));
    }

    fn leave(&mut self, counter: u32) {
        let now = self.now;
        let (person, since) = self.at(counter).there.take().expect("somebody is served");
        let life = self.people[person].life();
        life.serving += now - since;
        let (order, ended) = match self.people[person].twist.take() {
            None => (Order::Finish, TicketState::Finished),
            Some(Twist::Transfer(service)) => {
                (Order::Transfer { to: Line::Service(service), first: true }, TicketState::Waiting)
            }
            Some(Twist::Park(back)) => {
                if let Some(back) = back {
                    self.after(back, Next::ComeBack(person));
                }
                (Order::Park, TicketState::Parked)
            }
        };
        self.order(counter, person, order);
        self.people[person].life().ended = ended;
        if ended == TicketState::Waiting {
            self.wake();
        }
        self.free(counter);
    }

    /// The officer writes something down and calls the next.
    fn free(&mut self, counter: u32) {
        let pause = self.chance.about(18.0, 0.6);
        self.after(pause, Next::Call(counter));
    }
}
