use jiff::civil::Time;

use super::*;
use crate::branch::OpeningHours;
use crate::dossier::AppointmentCode;

/// Open from seven to eleven and from one to five, Monday to Friday; slots of half an hour for two.
fn office(config: &mut BranchConfig) {
    let part = |from, until| OpeningHours {
        weekdays: vec![1, 2, 3, 4, 5],
        from: Time::constant(from, 0, 0, 0),
        until: Time::constant(until, 0, 0, 0),
    };
    config.issuing.hours = vec![part(7, 11), part(13, 17)];
}

fn at(text: &str) -> Moment {
    format!("2026-11-{text}:00+07:00").parse().expect("a moment")
}

impl World {
    pub(super) fn books(&mut self, service: &str, start: Moment) -> Result<Uuid, Problem> {
        let id = Uuid::from_u128(0xA000 + self.log.len() as u128);
        let characters = b"ABCDEFGHJKLMNPRSTUVWXY23456789";
        let letter = |place: usize| char::from(characters[self.log.len() / 30_usize.pow(place as u32) % 30]);
        let code: String = (0..6).map(letter).collect();
        let code = AppointmentCode::parse(&code).expect("a code");
        let fact = self.hall.book(id, code, service, start, "device:1".into(), self.now)?;
        self.take(fact);
        Ok(id)
    }

    pub(super) fn checks_in(&mut self, appointment: Uuid) -> Result<Uuid, Problem> {
        let ticket = Uuid::from_u128(self.ids.len() as u128 + 1);
        let by = "device:1".into();
        let wanted = CheckIn { appointment, ticket, language: "vi".to_owned(), holder: None, by };
        let fact = self.hall.check_in(&wanted, self.now)?;
        self.take(fact);
        self.ids.push(ticket);
        Ok(ticket)
    }

    fn free(&self, service: &str, date: &str) -> Vec<(String, u32)> {
        let date = date.parse().expect("a date");
        let slots = self.hall.slots(service, date, self.now).expect("a service");
        slots.iter().map(|slot| (slot.start.local().strftime("%H:%M").to_string(), slot.free)).collect()
    }
}

#[test]
fn a_day_is_cut_into_slots_and_what_is_over_or_a_holiday_is_none() {
    let world = World::new(office);
    let today = world.free("sinh", "2026-11-23");
    assert_eq!(today.first(), Some(&("08:30".to_owned(), 2)), "eight has begun");
    assert_eq!(today.len(), 5 + 8);
    assert_eq!(world.free("sinh", "2026-11-25").len(), 16);
    assert!(world.free("sinh", "2026-11-24").is_empty(), "a public holiday");
    assert!(world.free("sinh", "2026-11-28").is_empty(), "Saturday");
    assert!(world.free("sinh", "2026-11-22").is_empty(), "yesterday");
    assert!(world.free("sinh", "2026-12-08").is_empty(), "more than 14 days ahead");
    assert_eq!(world.hall.slots("khong-co", world.hall.date(), world.now).expect_err("none").code, "unknown-service");
    let odd = World::new(|config| {
        office(config);
        config.appointments.slot_minutes = 90;
    });
    let times: Vec<_> = odd.free("sinh", "2026-11-25").into_iter().map(|(time, _)| time).collect();
    assert_eq!(times, ["07:00", "08:30", "13:00", "14:30"], "an hour is left over");
    assert!(World::new(|_| ()).free("sinh", "2026-11-25").is_empty(), "a centre without hours");
    let none = World::new(|config| {
        office(config);
        config.appointments.slot_minutes = 0;
    });
    assert!(none.free("sinh", "2026-11-25").is_empty());
}

#[test]
fn nobody_gets_round_the_stop_time_by_an_appointment() {
    let mut world = World::new(|config| {
        office(config);
        config.issuing.stop_minutes = 60;
    });
    world.now = at("23T15:59");
    assert_eq!(world.free("sinh", "2026-11-23"), [("16:00".to_owned(), 2), ("16:30".to_owned(), 2)]);
    world.now = at("23T16:05");
    assert_eq!(world.issue(&world.ask("sinh")).expect_err("too late").code, "issuing-stopped");
    assert!(world.free("sinh", "2026-11-23").is_empty());
    assert_eq!(world.books("sinh", at("23T16:30")).expect_err("too late").code, "slot-unknown");
    assert_eq!(world.free("sinh", "2026-11-25").len(), 16);
}

#[test]
fn a_slot_takes_so_many_and_what_is_given_back_is_free_again() {
    let mut world = World::new(office);
    let nine = at("25T09:00");
    let first = world.books("sinh", nine).expect("free");
    world.books("sinh", nine).expect("free");
    assert_eq!(world.books("sinh", nine).expect_err("full").code, "slot-full");
    world.books("tu", nine).expect("another service");
    let on = |date| world.hall.appointments_on(date).count();
    assert_eq!((on(nine.business_date()), on(jiff::civil::Date::MAX)), (3, 0));
    assert_eq!(world.books("sinh", at("25T09:10")).expect_err("no slot").code, "slot-unknown");
    let fact = world.hall.unbook(first, "holder".into(), world.now).expect("it is open");
    world.take(fact);
    assert_eq!(world.hall.unbook(first, "holder".into(), world.now).expect_err("gone").code, "appointment-cancelled");
    world.books("sinh", nine).expect("free again");
    // Slots of another length do not take in more people than the time has room for.
    let mut config = world.hall.config().clone();
    config.appointments.slot_minutes = 60;
    world.hall.set_config(Arc::new(config));
    assert!(world.free("sinh", "2026-11-25").contains(&("09:00".to_owned(), 0)));
}

#[test]
fn who_comes_in_time_has_the_place_of_the_slot_and_priority() {
    let mut world = World::new(|config| {
        office(config);
        config.priorities.push(config.priorities[0].clone());
        config.priorities[4].id = "hen".into();
        config.appointments.priority = Some("hen".into());
    });
    let booked = world.books("sinh", at("25T09:00")).expect("free");
    world.now = at("25T08:00");
    world.hall.turn(world.now).into_iter().for_each(|fact| world.take(fact));
    let today = world.books("sinh", at("25T09:30")).expect("free");
    assert_eq!(world.checks_in(booked).expect_err("too early").args["time"], "08:30");
    world.now = at("25T08:30");
    let walk_in = world.comes("sinh");
    let ticket = world.checks_in(booked).expect("in time");
    let known = world.hall.ticket(ticket).expect("it waits");
    assert_eq!((known.place.at, known.priority.as_deref()), (at("25T09:00"), Some("hen")));
    assert_eq!(world.checks_in(booked).expect_err("twice").args["label"], "H002");
    assert_eq!(world.hall.unbook(booked, "holder".into(), world.now).expect_err("used").code, "appointment-used");
    world.opens(1, "lan").expect("free");
    assert_eq!(world.serves(1, "lan"), Some((walk_in, Why::Turn)), "nine has not begun");
    world.now = at("25T09:00");
    world.comes("sinh");
    assert_eq!(world.serves(1, "lan"), Some((ticket, Why::Priority)));
    let today = world.checks_in(today).expect("in time");
    let known = world.hall.ticket(today).expect("it waits");
    assert_eq!((known.place.at, &known.priority), (at("25T09:30"), &None), "booked in the hall: a time, no priority");
    world.serves(1, "lan").expect("somebody else");
    assert_eq!(world.checks_in(booked).expect_err("twice").args["label"], "H002", "also when it was served");
    let pretends = Ask { priority: Some("hen".to_owned()), ..world.ask("sinh") };
    assert_eq!(world.issue(&pretends).expect_err("without paper").code, "unknown-priority");
}

#[test]
fn who_comes_late_gets_an_ordinary_place_and_on_another_day_none() {
    let mut world = World::new(|config| {
        office(config);
        config.services[0].daily = Some(1);
    });
    let late = world.books("sinh", at("23T09:00")).expect("free");
    assert_eq!(world.issue(&world.ask("sinh")).expect_err("kept").code, "service-full");
    let tomorrow = world.books("sinh", at("25T07:00")).expect("free");
    world.now = at("23T09:16");
    let early = world.checks_in(tomorrow).expect_err("tomorrow");
    assert_eq!((early.args["day"].as_str(), early.args["time"].as_str()), ("25/11", "06:30"));
    let ticket = world.checks_in(late).expect("late, and still kept");
    let known = world.hall.ticket(ticket).expect("it waits");
    assert_eq!((known.place.at, &known.priority), (world.now, &None));

    world.now = at("25T06:30");
    world.hall.turn(world.now).into_iter().for_each(|fact| world.take(fact));
    assert_eq!(world.checks_in(late).expect_err("over").code, "unknown-appointment");
    world.checks_in(tomorrow).expect("before the hall opens, and in time");
    let afternoon = world.books("tu", at("25T16:30")).expect("free");
    world.now = at("25T16:50");
    assert_eq!(world.checks_in(afternoon).expect_err("late, and no numbers any more").code, "issuing-stopped");
    world.now = at("26T08:00");
    world.hall.turn(world.now).into_iter().for_each(|fact| world.take(fact));
    assert_eq!(world.checks_in(afternoon).expect_err("over").code, "unknown-appointment");
    assert!(world.hall.unbook(afternoon, "holder".into(), world.now).is_err());
}

#[test]
fn a_service_with_appointments_is_not_dropped() {
    let mut world = World::new(office);
    world.books("tu", at("25T09:00")).expect("free");
    let mut wanted = world.hall.config().clone();
    wanted.services.retain(|service| *service.id != *"tu");
    wanted.counters.iter_mut().for_each(|counter| {
        counter.serves.retain(|service| **service != *"tu");
        counter.and_finally.retain(|service| **service != *"tu");
    });
    assert_eq!(world.hall.may_configure(&wanted).expect_err("booked").code, "service-booked");
}

proptest::proptest! {
    #[test]
    fn no_time_is_given_to_more_people_than_it_takes(
        people in proptest::collection::vec((0_usize..3, 0_usize..20, proptest::bool::ANY), 0..120),
        per_slot in 1_u32..4,
        daily in proptest::option::of(0_u32..12),
    ) {
        let mut world = World::new(|config| {
            office(config);
            config.appointments.per_slot = per_slot;
            config.services[0].daily = daily;
        });
        let mut booked = Vec::new();
        for (service, slot, gives_back) in people {
            let service = ["sinh", "tu", "sao"][service];
            let start = at("25T07:00").plus_millis(slot as i64 * 30 * 60_000);
            if let Ok(id) = world.books(service, start) {
                booked.push(id);
            }
            if gives_back && let Some(id) = booked.pop() {
                let fact = world.hall.unbook(id, "holder".into(), world.now).expect("open");
                world.take(fact);
            }
        }
        let mut count = std::collections::BTreeMap::new();
        for id in &booked {
            let one = &world.hall.appointment(*id).expect("booked").booked;
            *count.entry((one.service.clone(), one.start)).or_insert(0_u32) += 1;
        }
        proptest::prop_assert!(count.values().all(|held| *held <= per_slot));
        let of_the_day = count.iter().filter(|((service, _), _)| **service == *"sinh").map(|(_, held)| held).sum::<u32>();
        proptest::prop_assert!(daily.is_none_or(|daily| of_the_day <= daily));
        let hall = world.log.iter().fold(Hall::new(Arc::new(world.hall.config().clone()), world.hall.date()), |mut hall, fact| {
            hall.apply(fact);
            hall
        });
        proptest::prop_assert!(hall == world.hall, "the log makes the same hall");
    }
}
