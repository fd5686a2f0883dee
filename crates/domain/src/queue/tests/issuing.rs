use jiff::civil::Time;

use super::*;
use crate::branch::OpeningHours;

/// Seven to eleven and one to five on working days.
fn office(config: &mut BranchConfig) {
    let part = |from, until| OpeningHours {
        weekdays: vec![1, 2, 3, 4, 5],
        from: Time::constant(from, 0, 0, 0),
        until: Time::constant(until, 0, 0, 0),
    };
    config.issuing.hours = vec![part(7, 11), part(13, 17)];
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut world = World::new(|_| ());
    let with = |change: fn(&mut Ask)| {
        let mut ask = world.ask("sinh");
        change(&mut ask);
        refused(world.hall.issue(&ask, world.now))
    };
    assert_eq!(with(|ask| ask.group = "khac".to_owned()), "unknown-service");
    assert_eq!(with(|ask| (ask.group, ask.service) = ("khac".to_owned(), None)), "unknown-group");
    assert_eq!(with(|ask| ask.service = Some("sao".to_owned())), "unknown-service", "it is of another group");
    assert_eq!(with(|ask| ask.service = None), "service-needed");
    assert_eq!(with(|ask| ask.language = "fr".to_owned()), "unknown-language");
    assert_eq!(with(|ask| ask.priority = Some("vip".to_owned())), "unknown-priority");
    let only = Ask { service: None, ..world.ask("sao") };
    let id = world.issue(&only).expect("the group has one service");
    assert_eq!(world.hall.ticket(id).expect("it waits").service, *"sao");
}

#[test]
fn outside_the_hours_the_refusal_says_when_to_come() {
    let world = World::new(office);
    let at = |text: &str| {
        let now = format!("{text}+07:00").parse().expect("a moment");
        let problem = world.hall.issue(&world.ask("sinh"), now).expect_err("refused");
        let arg = |name: &str| problem.args.get(name).cloned().unwrap_or_default();
        (problem.code.clone(), arg("day"), arg("time"))
    };
    let said = |code: &str, day: &str, time: &str| (code.to_owned(), day.to_owned(), time.to_owned());
    // Tuesday, 24 November 2026 is a public holiday.
    assert_eq!(at("2026-11-23T06:30:00"), said("hall-closed", "today", "07:00"));
    assert_eq!(at("2026-11-23T11:30:00"), said("hall-break", "today", "13:00"));
    assert_eq!(at("2026-11-23T16:30:00"), said("issuing-stopped", "25/11", "07:00"));
    assert_eq!(at("2026-11-23T18:00:00"), said("hall-closed", "25/11", "07:00"));
    assert!(world.hall.issue(&world.ask("sinh"), world.now).is_ok());
}

#[test]
fn a_person_holds_one_number_of_a_group_at_a_time() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    let holder = |world: &World, service| Ask { holder: Some("5f".into()), ..world.ask(service) };
    let first = world.issue(&holder(&world, "sinh")).expect("the first");
    let problem = world.hall.issue(&holder(&world, "tu"), world.now).expect_err("the same group");
    assert_eq!((problem.code.as_str(), problem.args["label"].as_str()), ("has-number", "H001"));
    world.issue(&holder(&world, "sao")).expect("another group");
    world.comes("sinh");
    world.serves(1, "lan");
    assert_eq!(world.state(first), Some(TicketState::Finished));
    world.issue(&holder(&world, "sinh")).expect("the first was served");

    let mut world = World::new(|config| config.issuing.one_per_person = false);
    world.issue(&holder(&world, "sinh")).expect("the first");
    world.issue(&holder(&world, "sinh")).expect("the centre allows it");
}

#[test]
fn a_second_press_at_the_same_kiosk_gives_no_second_number() {
    let mut world = World::new(|config| config.issuing.press_guard_seconds = 5);
    let first = world.comes("sinh");
    world.now = world.now.plus_millis(4_999);
    let problem = world.hall.issue(&world.ask("sinh"), world.now).expect_err("pressed twice");
    assert_eq!((problem.code.as_str(), problem.args["label"].as_str()), ("pressed-twice", "H001"));
    world.comes("tu");
    let other = Ask { by: "device:2".into(), ..world.ask("sinh") };
    world.issue(&other).expect("another kiosk");
    world.now = world.now.plus_millis(1);
    let second = world.comes("sinh");
    world.hall.holder_says(second, Deed::Cancel { reason: "mistake".into() }, world.now).expect("it waits");
    // A clock that was set back by an hour stops no kiosk.
    world.wait(-3_600);
    world.comes("sinh");
    assert_eq!(world.state(first), Some(TicketState::Waiting));
}

#[test]
fn a_number_given_back_does_not_guard_the_kiosk() {
    let mut world = World::new(|config| config.issuing.press_guard_seconds = 5);
    let first = world.comes("sinh");
    let fact = world.hall.holder_says(first, Deed::Cancel { reason: "mistake".into() }, world.now);
    world.take(fact.expect("it waits"));
    world.comes("sinh");
}

#[test]
fn a_service_has_so_many_numbers_a_day() {
    let mut world = World::new(|config| config.services[0].daily = Some(2));
    world.comes("sinh");
    world.comes("sinh");
    assert_eq!(refused(world.issue(&world.ask("sinh"))), "service-full");
    world.comes("tu");
}

#[test]
fn a_series_ends() {
    let mut world = World::new(|_| ());
    let mut fact = world.hall.issue(&world.ask("sao"), world.now).expect("a number");
    if let Fact::Ticket(TicketEvent { deed: Deed::Issue(issued), .. }) = &mut fact {
        issued.label.number = TicketNumber::new(99_999).expect("the last");
    }
    world.take(fact);
    assert_eq!(refused(world.issue(&world.ask("sao"))), "numbers-used-up");
    world.comes("sinh");
}

#[test]
fn a_number_of_yesterday_told_today_takes_nothing_of_todays_capacity() {
    let mut world = World::new(|config| config.services[0].daily = Some(1));
    let (kiosk, printed) = (KioskNumber::new(2).expect("a kiosk"), world.now);
    world.now = printed.plus_millis(24 * 60 * 60 * 1_000);
    world.hall.turn(world.now).into_iter().for_each(|fact| world.take(fact));
    let (ask, label) = (world.ask("sinh"), "H2001".parse::<Label>().expect("a label"));
    let told = world.hall.take_in(&ask, label, kiosk, printed, world.now).expect("told of");
    world.ids.push(ask.id);
    told.into_iter().for_each(|fact| world.take(fact));
    world.comes("sinh");
    assert_eq!(refused(world.hall.issue(&world.ask("sinh"), world.now)), "service-full");
}

#[test]
fn what_a_kiosk_printed_alone_stands_once_at_the_place_of_the_arrival() {
    let mut world = World::new(office);
    world.opens(1, "lan").expect("free");
    let present = world.comes("sinh");
    let (kiosk, other) = (KioskNumber::new(2).expect("a kiosk"), KioskNumber::new(3).expect("a kiosk"));
    let label = |text: &str| text.parse::<Label>().expect("a label");
    let arrived = world.now.plus_millis(-600_000);
    world.wait(12 * 3_600);
    let tell = |world: &World, text, kiosk| {
        world.hall.issue_printed(&world.ask("sinh"), label(text), kiosk, arrived, world.now)
    };
    for (text, kiosk) in [("H2001", other), ("C2001", kiosk), ("H001", kiosk)] {
        assert_eq!(refused(tell(&world, text, kiosk)), "not-its-number");
    }
    let fact = tell(&world, "H2001", kiosk).expect("also when the centre is closed by now");
    let id = world.ask("sinh").id;
    world.ids.push(id);
    world.take(fact);
    assert_eq!(world.label(id), "H2001");
    assert_eq!(refused(tell(&world, "H2001", kiosk)), "number-given");
    assert!(world.hall.ticket(id).expect("it waits").place < world.hall.ticket(present).expect("it waits").place);
    world.now = morning();
    let next = world.comes("sinh");
    assert_eq!(world.label(next), "H002", "the central series goes on by itself");
    // The centre gave its priority groups another order meanwhile.
    let mut config = world.hall.config().clone();
    config.appointments.priority = Some("cao-tuoi".into());
    world.hall.set_config(Arc::new(config));
    for (text, priority, stands) in [("H2003", "cao-tuoi", Some("cao-tuoi")), ("H2004", "vip", None)] {
        let ask = Ask { priority: Some(priority.to_owned()), ..world.ask("sinh") };
        let fact = world.hall.issue_printed(&ask, label(text), kiosk, arrived, world.now);
        let Ok(Fact::Ticket(TicketEvent { deed: Deed::Issue(issued), .. })) = fact else { panic!("{fact:?}") };
        assert_eq!(issued.priority.as_deref(), stands);
    }
    let ahead_of_time = world.now.plus_millis(3_600_000);
    let fact = world.hall.issue_printed(&world.ask("sinh"), label("H2002"), kiosk, ahead_of_time, world.now);
    let Ok(Fact::Ticket(TicketEvent { deed: Deed::Issue(issued), .. })) = fact else { panic!("{fact:?}") };
    assert_eq!(issued.arrived, world.now, "nobody arrived in the future");
}
