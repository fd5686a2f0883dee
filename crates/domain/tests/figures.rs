//! A synthetic day of 1,200 people: the figures derived from its facts equal the simulator's own
//! account of every person.

mod simulator;

use std::collections::HashMap;

use motcua_domain::queue::{Accuracy, Deed, Durations, Fact, Figures, Hall, TicketState, courses};
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
