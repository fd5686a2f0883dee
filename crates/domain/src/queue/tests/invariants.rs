use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::branch::EndOfDay;

const OFFICERS: [&str; 4] = ["lan", "minh", "hoa", "chi"];

/// Something somebody tries to do, sensible or not.
#[derive(Clone, Debug)]
enum Command {
    Wait(i64),
    Issue { service: usize, priority: bool, device: usize, holder: usize },
    IssuePrinted { service: usize },
    CheckIn { service: usize, minutes: i64 },
    Book { service: usize, slots: i64 },
    Comes { appointment: usize },
    Open { counter: u32, officer: usize, away: bool },
    Close { counter: u32, officer: usize },
    Break { counter: u32, officer: usize },
    Back { counter: u32, officer: usize },
    Next { counter: u32, officer: usize },
    Order { ticket: usize, order: Order, officer: usize },
    HolderSays { ticket: usize, deed: Deed },
    NextDay,
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        3 => prop::sample::select(vec!["sinh", "tu", "sao"]).prop_map(|id| Line::Service(id.into())),
        1 => (1_u32..=4).prop_map(Line::Counter),
        1 => prop::sample::select(OFFICERS.to_vec()).prop_map(|account| Line::Officer(account.into())),
    ]
}

fn order() -> impl Strategy<Value = Order> {
    prop_oneof![
        1 => (1_u32..=3).prop_map(Order::Call),
        1 => Just(Order::Recall),
        3 => Just(Order::Start),
        3 => Just(Order::Finish),
        2 => Just(Order::NoShow),
        2 => (line(), any::<bool>()).prop_map(|(to, first)| Order::Transfer { to, first }),
        1 => Just(Order::Park),
        2 => (1_u32..=3).prop_map(Order::Resume),
        2 => Just(Order::ReturnToQueue),
        1 => Just(Order::Cancel { reason: "mistake".into() }),
        1 => Just(Order::Reopen),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let counter = || 1_u32..=3;
    let by = || 0..OFFICERS.len();
    prop_oneof![
        4 => (0_i64..900).prop_map(Command::Wait),
        8 => (0_usize..3, any::<bool>(), 0_usize..2, 0_usize..12)
            .prop_map(|(service, priority, device, holder)| Command::Issue { service, priority, device, holder }),
        1 => (0_usize..3).prop_map(|service| Command::IssuePrinted { service }),
        1 => (0_usize..3, 0_i64..60).prop_map(|(service, minutes)| Command::CheckIn { service, minutes }),
        2 => (0_usize..3, 0_i64..80).prop_map(|(service, slots)| Command::Book { service, slots }),
        2 => any::<usize>().prop_map(|appointment| Command::Comes { appointment }),
        3 => (counter(), by(), any::<bool>())
            .prop_map(|(counter, officer, away)| Command::Open { counter, officer, away }),
        1 => (counter(), by()).prop_map(|(counter, officer)| Command::Close { counter, officer }),
        1 => (counter(), by()).prop_map(|(counter, officer)| Command::Break { counter, officer }),
        1 => (counter(), by()).prop_map(|(counter, officer)| Command::Back { counter, officer }),
        8 => (counter(), by()).prop_map(|(counter, officer)| Command::Next { counter, officer }),
        16 => (any::<usize>(), order(), by())
            .prop_map(|(ticket, order, officer)| Command::Order { ticket, order, officer }),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(ticket, back)| Command::HolderSays {
            ticket,
            deed: if back { Deed::ReturnToQueue } else { Deed::Cancel { reason: "given-back".into() } },
        }),
        1 => Just(Command::NextDay),
    ]
}

impl World {
    /// Of the latest tickets, so that most orders are about somebody who is still there.
    fn some(&self, ticket: usize) -> Uuid {
        let recent = &self.ids[self.ids.len().saturating_sub(12)..];
        recent.get(ticket % recent.len().max(1)).copied().unwrap_or_default()
    }

    /// Who would do it: mostly the officer whose counter it is, so that most things can be done.
    fn at(&self, counter: u32, other: usize) -> Officer {
        let holder = self.hall.session(counter).map(|session| session.officer.clone());
        officer(&holder.filter(|_| other > 0).unwrap_or_else(|| OFFICERS[other].into()))
    }

    /// Tries it; what is refused leaves no fact.
    fn does(&mut self, command: &Command) {
        const SERVICES: [&str; 3] = ["sinh", "tu", "sao"];
        let now = self.now;
        let decided = match command {
            Command::Wait(seconds) => return self.wait(*seconds),
            Command::Issue { service, priority, device, holder } => {
                let ask = Ask {
                    priority: priority.then(|| "thai-san".to_owned()),
                    by: format!("device:{device}").as_str().into(),
                    holder: Some(format!("{holder:04x}").as_str().into()).filter(|_| *holder < 8),
                    ..self.ask(SERVICES[*service])
                };
                drop(self.issue(&ask));
                return;
            }
            Command::IssuePrinted { service } => {
                let ask = self.ask(SERVICES[*service]);
                let kiosk = KioskNumber::new(2).expect("a kiosk");
                // A kiosk goes on with its series over the days.
                let number = TicketNumber::new(2_001 + self.ids.len() as u32).expect("a number");
                let label = Label { series: self.hall.config().series(&ask.group).expect("a group"), number };
                let told = self.hall.issue_printed(&ask, label, kiosk, now.plus_millis(-300_000), now);
                self.ids.push(ask.id);
                told.map(Some)
            }
            Command::CheckIn { service, minutes } => {
                self.comes_for(SERVICES[*service], now.plus_millis(minutes * 60_000), minutes % 2 == 0);
                return;
            }
            Command::Book { service, slots } => {
                // Halves of an hour of today and tomorrow.
                let day = Moment::from_local(now.business_date().to_datetime(jiff::civil::Time::midnight()));
                drop(self.books(SERVICES[*service], day.plus_millis(slots * 30 * 60_000)));
                return;
            }
            Command::Comes { appointment } => {
                let open: Vec<_> = self.hall.appointments_on(now.business_date()).map(|one| one.id).collect();
                if let Some(id) = open.get(appointment % open.len().max(1)) {
                    drop(self.checks_in(*id));
                }
                return;
            }
            Command::Open { counter, officer, away } => {
                self.hall.open_counter(*counter, &super::officer(OFFICERS[*officer]), *away, now)
            }
            Command::Close { counter, officer } => {
                self.hall.close_counter(*counter, &self.at(*counter, *officer), now).map(Some)
            }
            Command::Break { counter, officer } => {
                self.hall.start_break(*counter, &self.at(*counter, *officer), now).map(Some)
            }
            Command::Back { counter, officer } => self.hall.end_break(*counter, &self.at(*counter, *officer), now),
            Command::Next { counter, officer } => {
                let officer = self.at(*counter, *officer);
                let decided = self.hall.call_next(*counter, &officer, now);
                if let Ok(called) = &decided {
                    self.checks_call(*counter, &officer, called.as_ref());
                }
                decided
            }
            Command::Order { ticket, order, officer } => {
                let id = self.some(*ticket);
                let counter = self.hall.find(id).and_then(|ticket| ticket.counter);
                let counter = match order {
                    Order::Call(counter) | Order::Resume(counter) => *counter,
                    _ => counter.unwrap_or(1),
                };
                self.hall.order(id, order.clone(), &self.at(counter, *officer), now).map(Some)
            }
            Command::HolderSays { ticket, deed } => {
                self.hall.holder_says(self.some(*ticket), deed.clone(), now).map(Some)
            }
            Command::NextDay => {
                self.now = now.plus_millis(24 * 3_600_000);
                for fact in self.hall.turn(self.now) {
                    self.take(fact);
                }
                return;
            }
        };
        if let Ok(Some(fact)) = decided {
            self.take(fact);
        }
    }

    /// Somebody is called exactly when somebody waits whom the counter calls, and only such a person.
    fn checks_call(&self, counter: u32, officer: &Officer, called: Option<&Fact>) {
        let profile = self.hall.config().counter(counter).expect("a counter");
        let calls = |line: &Line| match line {
            Line::Service(service) => profile.serves.contains(service) || profile.and_finally.contains(service),
            Line::Counter(number) => *number == counter,
            Line::Officer(account) => *account == officer.account,
        };
        let waiting: BTreeSet<_> =
            self.hall.waiting().iter().filter(|ticket| calls(&ticket.line)).map(|ticket| ticket.id).collect();
        match called {
            None => assert!(waiting.is_empty(), "left out: {waiting:?}"),
            Some(Fact::Ticket(event)) => assert!(waiting.contains(&event.ticket), "{event:?}"),
            Some(other) => panic!("{other:?}"),
        }
    }

    /// What must be true at any moment.
    fn checks(&self) {
        let mut labels = BTreeSet::new();
        for ticket in self.hall.tickets() {
            assert!(labels.insert(ticket.label), "{} is held twice", ticket.label);
        }
        let mut there = BTreeMap::new();
        for ticket in self.hall.tickets().filter(|ticket| ticket.state.is_at_counter()) {
            let counter = ticket.counter.expect("a counter");
            assert_eq!(there.insert(counter, ticket.id), None, "two tickets at counter {counter}");
        }
        let mut sessions = BTreeMap::new();
        let mut officers = BTreeSet::new();
        for (counter, session) in self.hall.sessions() {
            assert!(officers.insert(&session.officer), "{} has two counters", session.officer);
            assert!(session.on_break.is_none() || session.ticket.is_none(), "a break with somebody at the counter");
            if let Some(id) = session.ticket {
                sessions.insert(counter, id);
            }
        }
        assert_eq!(there, sessions);
    }

    /// No label is given twice on a business date, and every step of every life is in the table.
    fn checks_log(&self) {
        let mut labels = BTreeSet::new();
        let mut states = BTreeMap::new();
        let mut today = morning().business_date();
        for fact in &self.log {
            match fact {
                Fact::Day { at } => today = at.business_date(),
                Fact::Ticket(TicketEvent { ticket, deed: Deed::Issue(issued), .. }) => {
                    assert!(labels.insert((today, issued.label)), "{} was given twice on {today}", issued.label);
                    assert_eq!(states.insert(*ticket, TicketState::Waiting), None);
                }
                Fact::Ticket(event) => {
                    let state = states.get_mut(&event.ticket).expect("it was issued");
                    *state = state.after(event.deed.verb()).expect("a step of the table");
                }
                _ => {}
            }
        }
        for ticket in self.hall.tickets() {
            assert_eq!(states.get(&ticket.id), Some(&ticket.state));
        }
    }

    /// The log, written and read back, makes the same hall: all of it, and the last day alone with the
    /// appointments made before it.
    fn replays(&self) {
        let written = self.log.iter().map(|fact| serde_json::to_string(fact).expect("a fact is written"));
        let log: Vec<Fact> = written.map(|fact| serde_json::from_str(&fact).expect("a fact is read")).collect();
        assert_eq!(log, self.log);
        let last_day = log.iter().rposition(|fact| matches!(fact, Fact::Day { .. })).unwrap_or(0);
        for (from, date) in [(0, morning()), (last_day, self.now)] {
            let mut hall = Hall::new(Arc::new(self.hall.config().clone()), date.business_date());
            let booked = log[..from].iter().filter(|fact| matches!(fact, Fact::Appointment(_)));
            booked.chain(&log[from..]).for_each(|fact| hall.apply(fact));
            if !log.is_empty() {
                assert_eq!(hall, self.hall);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_try_the_hall_stays_true(
        commands in prop::collection::vec(command(), 1..250),
        keeps in any::<bool>(),
        one_in in 1_u32..5,
    ) {
        let mut world = World::new(|config| {
            config.end_of_day = if keeps { EndOfDay::Keep } else { EndOfDay::Expire };
            config.calling.priority_one_in = one_in;
            config.issuing.press_guard_seconds = 3;
            config.issuing.hours = vec![crate::branch::OpeningHours {
                weekdays: (1..=7).collect(),
                from: jiff::civil::Time::midnight(),
                until: jiff::civil::Time::MAX,
            }];
            config.issuing.stop_minutes = 0;
        });
        // Away from the holidays, on which no number is given.
        [Command::NextDay, Command::NextDay].iter().for_each(|command| world.does(command));
        for command in &commands {
            world.does(command);
            world.checks();
        }
        world.checks_log();
        world.replays();
        // In the end everybody who waits for an open counter is called.
        for (counter, account) in [(1, "lan"), (2, "minh"), (3, "hoa")] {
            world.now = world.now.plus_millis(1);
            let who = Officer { account: format!("{account}-2").as_str().into(), ..officer(account) };
            if let Ok(Some(fact)) = world.hall.open_counter(counter, &who, true, world.now) {
                world.take(fact);
            }
            if let Some(id) = world.hall.session(counter).and_then(|session| session.ticket) {
                world.take(world.hall.order(id, Order::Park, &who, world.now).expect("sent away"));
            }
            while let Some(fact) = world.hall.call_next(counter, &who, world.now).expect("free") {
                world.checks_call(counter, &who, Some(&fact));
                let Fact::Ticket(TicketEvent { ticket, .. }) = fact else { panic!("{fact:?}") };
                world.take(fact);
                world.take(world.hall.order(ticket, Order::NoShow, &who, world.now).expect("nobody came"));
            }
            world.checks();
        }
        let left = world.hall.waiting().into_iter().filter(|ticket| matches!(ticket.line, Line::Service(_))).count();
        prop_assert_eq!(left, 0);
    }
}
