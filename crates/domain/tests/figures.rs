//! A synthetic day of 1,200 people: the figures derived from its facts equal the simulator's own
//! account of every person.

mod simulator;

use std::collections::{BTreeMap, HashMap};

use motcua_domain::queue::{
    Accuracy, CounterDeed, Deed, Durations, Fact, Figures, Hall, TicketEvent, TicketState, courses,
};
use motcua_domain::wire::{CounterReport, DayReport};
use simulator::Life;

#[test]
fn derived_figures_equal_an_independent_account_of_the_day() {
    let mut empty: Option<Hall> = None;
    let mut told = HashMap::new();
    let (mut errors, mut covered) = (Vec::new(), 0.0);
    let day = simulator::simulate(7, &mut |hall, fact| {
        empty.get_or_insert_with(|| hall.clone());
        let Fact::Ticket(event) = fact else { return };
        match &event.deed {
            Deed::Issue(issued) => drop(issued.wait.map(|wait| told.insert(event.ticket, (event.at, wait)))),
            Deed::Call { .. } => {
                if let Some((at, wait)) = told.remove(&event.ticket) {
                    let waited = (event.at.millis() - at.millis()) as f64 / 1_000.0;
                    errors.push((waited - f64::from(wait.seconds)).abs());
                    let range = f64::from(wait.from_minutes) * 60.0..=f64::from(wait.to_minutes) * 60.0;
                    covered += f64::from(u8::from(range.contains(&waited)));
                }
            }
            _ => {}
        }
    });
    // The log, written and read again.
    let written: Vec<_> = day.facts.iter().map(|fact| serde_json::to_string(fact).expect("written")).collect();
    let facts: Vec<Fact> = written.iter().map(|fact| serde_json::from_str(fact).expect("read")).collect();
    let courses = courses(&facts);
    assert_eq!(courses.len(), 1_200);
    assert_eq!(courses.len(), day.lives.len());

    let lives: HashMap<_, _> = day.lives.iter().map(|life| (life.id, life)).collect();
    for course in &courses {
        let life = lives[&course.ticket.id];
        let derived = (course.waiting, course.way, course.serving, course.ticket.state);
        assert_eq!(derived, (life.waiting, life.way, life.serving, life.ended), "{}", course.ticket.label);
        assert_eq!(course.service, life.service);
    }

    let services = Figures::by_service(&courses);
    assert_eq!(services.len(), 10);
    for (service, figures) in services {
        check(&figures, &day.lives.iter().filter(|life| life.service == service).collect::<Vec<_>>());
    }
    check(&Figures::of(&courses), &day.lives.iter().collect::<Vec<_>>());
    let ended = |state| day.lives.iter().filter(|life| life.ended == state).count();
    let rare = [TicketState::NoShow, TicketState::Cancelled, TicketState::Expired].map(ended);
    assert!(rare.iter().all(|count| *count > 5), "a day without {rare:?} proves little");

    let accuracy = Accuracy::of(&courses);
    assert_eq!(accuracy.told as usize, errors.len());
    assert!((accuracy.error - errors.iter().sum::<f64>() / errors.len() as f64).abs() < 1e-6);
    assert!((accuracy.covered - covered / errors.len() as f64).abs() < 1e-9);
    assert!(accuracy.covered > 0.7, "the range is right for {}", accuracy.covered);

    let mut replayed = empty.expect("the hall before the first fact");
    facts.iter().for_each(|fact| replayed.apply(fact));
    assert_eq!(replayed, day.hall);
}

/// Counted and averaged once more, from the simulator's account.
fn check(figures: &Figures, lives: &[&Life]) {
    let ended = |state| lives.iter().filter(|life| life.ended == state).count() as u32;
    let served = || lives.iter().filter(|life| life.ended == TicketState::Finished);
    let waiting: Vec<_> = lives.iter().filter_map(|life| life.waiting).collect();
    assert_eq!((figures.issued, figures.called), (lives.len() as u32, waiting.len() as u32));
    assert_eq!(figures.finished, ended(TicketState::Finished));
    assert_eq!(figures.no_show, ended(TicketState::NoShow));
    assert_eq!(figures.cancelled, ended(TicketState::Cancelled));
    assert_eq!(figures.expired, ended(TicketState::Expired));
    same(&figures.waiting, waiting);
    same(&figures.way, served().map(|life| life.way).collect());
    same(&figures.serving, served().map(|life| life.serving).collect());
}

fn same(durations: &Durations, all: Vec<i64>) {
    let count = all.len() as i64;
    assert_eq!(durations.mean, all.iter().sum::<i64>() / count);
    assert_eq!(durations.longest, *all.iter().max().expect("some"));
    for (share, value) in [(5, durations.median), (9, durations.most)] {
        let no_longer = all.iter().filter(|one| **one <= value).count() as i64;
        let shorter = all.iter().filter(|one| **one < value).count() as i64;
        assert!(no_longer * 10 >= count * share && shorter * 10 < count * share, "{value} at {share} tenths");
    }
}

/// A counter's day, told by whoever watched it.
#[derive(Default)]
struct Watched {
    opened: Option<i64>,
    rests_since: Option<i64>,
    breaks: u32,
    on_break: i64,
    visits: Vec<i64>,
    last: i64,
}

impl Watched {
    /// What somebody beside the counters would have written down, by looking at the hall.
    fn look(counters: &mut BTreeMap<u32, Self>, hall: &Hall, fact: &Fact) {
        let now = fact.at().millis();
        match fact {
            Fact::Counter(event) => {
                let counter = counters.entry(event.counter).or_default();
                counter.last = now;
                match event.deed {
                    CounterDeed::Open { .. } => counter.opened = Some(now),
                    CounterDeed::Break => (counter.breaks, counter.rests_since) = (counter.breaks + 1, Some(now)),
                    CounterDeed::Back => counter.on_break += now - counter.rests_since.take().expect("a break"),
                    CounterDeed::Close => panic!("nobody closes a counter of this day"),
                }
            }
            Fact::Ticket(TicketEvent { deed: Deed::Call { counter, .. }, .. }) => {
                counters.entry(*counter).or_default().last = now;
            }
            Fact::Ticket(event) if event.deed != Deed::Expire => {
                let ticket = hall.ticket(event.ticket).filter(|ticket| ticket.state.is_at_counter());
                let Some(ticket) = ticket else { return };
                let counter = counters.entry(ticket.counter.expect("where it is")).or_default();
                if ticket.state == TicketState::Serving {
                    counter.visits.push(now - ticket.started_at.expect("it is served").millis());
                }
                if matches!(event.deed, Deed::Start | Deed::NoShow | Deed::Finish) {
                    counter.last = now;
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_days_report_equals_an_independent_account_of_the_day() {
    let mut counters = BTreeMap::new();
    let (mut calls, mut came) = (HashMap::new(), HashMap::new());
    let day = simulator::simulate(7, &mut |hall, fact| {
        Watched::look(&mut counters, hall, fact);
        match fact {
            Fact::Ticket(TicketEvent { deed: Deed::Call { why, .. }, .. }) => {
                *calls.entry(format!("{why:?}")).or_insert(0) += 1;
            }
            Fact::Ticket(TicketEvent { deed: Deed::Issue(_), ticket, at, .. }) => drop(came.insert(*ticket, *at)),
            _ => {}
        }
    });
    let report = DayReport::of(day.facts[0].at().business_date(), &day.facts);
    check(&report.hall, &day.lives.iter().collect::<Vec<_>>());
    assert_eq!(report.hall.open + report.hall.kept, 0);
    assert_eq!(report.services.len(), 10);
    let all = courses(&day.facts);
    for line in &report.services {
        check(&line.figures, &day.lives.iter().filter(|life| life.service == line.service).collect::<Vec<_>>());
        let own = Accuracy::of(all.iter().filter(|course| course.service == line.service));
        assert_eq!(line.accuracy, (own.told >= 20).then_some(own));
    }
    assert_eq!(report.accuracy, Accuracy::of(&all));

    let told = report.calls;
    let told = [told.turn, told.priority, told.age, told.front, told.finally, told.chosen]
        .into_iter()
        .zip(["Turn", "Priority", "Age", "Front", "Finally", "Chosen"]);
    for (count, why) in told {
        assert_eq!(count, calls.get(why).copied().unwrap_or(0), "{why}");
    }

    assert_eq!(report.counters.iter().map(|counter| counter.number).collect::<Vec<_>>(), (1..=20).collect::<Vec<_>>());
    for (counter, watched) in report.counters.iter().zip(counters.into_values()) {
        let CounterReport { number, opened_at, open, breaks, on_break, served, busy, serving } = counter;
        let opened = watched.opened.expect("it was opened");
        assert_eq!(opened_at.map(|at| at.millis()), Some(opened), "{number}");
        assert_eq!((*open, *breaks, *on_break), (watched.last - opened, watched.breaks, watched.on_break), "{number}");
        assert_eq!((*served as usize, *busy), (watched.visits.len(), watched.visits.iter().sum::<i64>()), "{number}");
        same(serving, watched.visits);
    }
    // Everybody's time at counters is some counter's time, except of those who never came back.
    let busy: i64 = report.counters.iter().map(|counter| counter.busy).sum();
    assert_eq!(busy, day.lives.iter().map(|life| life.serving).sum::<i64>());

    for line in &report.hours {
        let waits =
            day.lives.iter().filter(|life| came[&life.id].local().hour() == i8::try_from(line.hour).expect("an hour"));
        let waits: Vec<_> = waits.map(|life| life.waiting).collect();
        assert_eq!(line.issued as usize, waits.len());
        let called: Vec<_> = waits.into_iter().flatten().collect();
        assert_eq!(line.waiting, called.iter().sum::<i64>().checked_div(called.len() as i64));
    }
    assert_eq!(report.hours.iter().map(|line| line.issued).sum::<u32>(), 1_200);
}
