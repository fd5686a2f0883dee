use jiff::civil::Time;
use proptest::prelude::*;

use super::*;
use crate::branch::OpeningHours;

impl World {
    /// Somebody is called, takes so many seconds from the call on, and leaves.
    fn takes(&mut self, counter: u32, account: &str, seconds: i64) -> Uuid {
        let (id, _) = self.next(counter, account).expect("free").expect("somebody waits");
        self.order(id, Order::Start, account).expect("they came");
        self.wait(seconds);
        self.order(id, Order::Finish, account).expect("served");
        id
    }

    /// Counter 1, where so many people took so many seconds each.
    fn experienced(people: usize, seconds: i64) -> Self {
        let mut world = Self::new(|_| ());
        world.opens(1, "lan").expect("free");
        for _ in 0..people {
            world.comes("sinh");
            world.takes(1, "lan", seconds);
        }
        world
    }

    fn seconds(&self, id: Uuid) -> Option<u32> {
        self.hall.estimate(id, self.now).map(|wait| wait.seconds)
    }
}

#[test]
fn nothing_is_said_that_cannot_be_known() {
    let mut world = World::experienced(2, 300);
    let early = world.comes("sinh");
    assert_eq!(world.seconds(early), None, "two people are too few");
    world.takes(1, "lan", 300);
    let id = world.comes("sinh");
    assert_eq!(world.seconds(id), Some(0), "the counter is free");
    let other = world.comes("sao");
    assert_eq!(world.seconds(other), None, "no counter that serves it is open");
    world.opens(3, "minh").expect("free");
    assert_eq!(world.seconds(other), None, "it has seen nobody of its services");
    assert_eq!(world.seconds(early), None, "it was served");
    world.take(world.hall.close_counter(3, &officer("minh"), world.now).expect("free"));
    world.take(world.hall.start_break(1, &officer("lan"), world.now).expect("free"));
    assert_eq!(world.seconds(id), None, "the officer is on a break");
}

#[test]
fn each_person_ahead_adds_what_people_took_today_leaning_on_what_is_usual() {
    let mut world = World::experienced(45, 300);
    let ids: Vec<_> = (0..4).map(|_| world.comes("sinh")).collect();
    let waits: Vec<_> = ids.iter().map(|id| world.seconds(*id).expect("known")).collect();
    // 45 people of 300 s, and as much as 5 people of the usual 480 s.
    assert_eq!(waits, [0, 318, 636, 954]);
    let wait = world.hall.estimate(ids[3], world.now).expect("known");
    assert!(wait.from_minutes < 15 && wait.to_minutes > 16, "{wait:?}");
    assert_eq!((wait.from_minutes % 5, wait.to_minutes % 5), (0, 0));
    let first = world.hall.estimate(ids[0], world.now).expect("known");
    assert_eq!((first.from_minutes, first.to_minutes), (0, 5));

    world.opens(2, "minh").expect("free");
    let waits: Vec<_> = ids.iter().map(|id| world.seconds(*id).expect("known")).collect();
    assert_eq!(waits, [0, 0, 318, 318], "a second counter halves it");
}

#[test]
fn whoever_is_at_the_counter_counts_with_what_is_left() {
    let mut world = World::experienced(45, 300);
    world.comes("sinh");
    let id = world.comes("sinh");
    world.next(1, "lan").expect("free");
    assert_eq!(world.seconds(id), Some(318));
    world.wait(200);
    let left = world.seconds(id).expect("known");
    assert!((100..180).contains(&left), "{left}");
    world.wait(2_000);
    assert!(world.seconds(id).is_some_and(|left| left < 200), "who takes very long is not expected to begin anew");
}

#[test]
fn a_forgotten_button_does_not_spoil_the_day() {
    let mut world = World::experienced(20, 300);
    world.comes("sinh");
    world.takes(1, "lan", 3 * 3_600);
    world.comes("sinh");
    let id = world.comes("sinh");
    let wait = world.seconds(id).expect("known");
    assert!((300..450).contains(&wait), "{wait}");
}

#[test]
fn too_long_or_past_the_end_of_the_morning_is_not_told() {
    let office = |from, until| OpeningHours {
        weekdays: vec![1, 2, 3, 4, 5],
        from: Time::constant(from, 0, 0, 0),
        until: Time::constant(until, 0, 0, 0),
    };
    let mut world = World::experienced(10, 600);
    let ids: Vec<_> = (0..30).map(|_| world.comes("sinh")).collect();
    assert!(world.seconds(ids[17]).is_some());
    assert_eq!(world.seconds(ids[29]), None, "nearly five hours");
    let mut config = world.hall.config().clone();
    config.issuing.hours = vec![office(7, 11), office(13, 17)];
    world.hall.set_config(Arc::new(config));
    // It is 9:40 by now.
    assert!(world.seconds(ids[6]).is_some());
    assert_eq!(world.seconds(ids[10]), None, "whether the officer stays at noon cannot be known");
}

#[test]
fn whose_appointment_has_not_begun_is_told_nothing() {
    let mut world = World::experienced(5, 300);
    let slot = world.now.plus_millis(20 * 60_000);
    let early = world.comes_for("sinh", slot, false);
    assert_eq!(world.seconds(early), None, "who comes until then is called before");
    let walk_in = world.comes("sinh");
    assert!(world.seconds(walk_in).is_some());
    world.now = slot;
    assert!(world.seconds(early).is_some());
}

#[test]
fn what_was_told_is_in_the_log() {
    let mut world = World::experienced(5, 300);
    let told: Vec<_> = (0..3)
        .map(|_| {
            let id = world.comes("sinh");
            world.seconds(id)
        })
        .collect();
    let issued = world.log.iter().rev().filter_map(|fact| match fact {
        Fact::Ticket(TicketEvent { deed: Deed::Issue(issued), .. }) => Some(issued.wait.map(|wait| wait.seconds)),
        _ => None,
    });
    let mut stored: Vec<_> = issued.take(3).collect();
    stored.reverse();
    assert_eq!(stored, told);
    assert!(told.iter().all(Option::is_some));
}

#[test]
fn what_is_told_learns_from_how_long_people_really_waited() {
    let mut world = World::experienced(45, 300);
    let fresh = |world: &mut World| {
        let ids: Vec<_> = (0..4).map(|_| world.comes("sinh")).collect();
        let told = world.seconds(ids[3]).expect("known");
        for id in ids {
            let back = world.hall.holder_says(id, Deed::Cancel { reason: "given-back".into() }, world.now);
            world.take(back.expect("it waits"));
        }
        told
    };
    assert_eq!(fresh(&mut world), 954);
    // People wait twice as long as foreseen: the officer goes away between two people.
    let ids: Vec<_> = (0..30).map(|_| world.comes("sinh")).collect();
    for id in ids {
        world.wait(300);
        assert_eq!(world.takes(1, "lan", 300), id);
    }
    let told = fresh(&mut world);
    assert!(told > 1_200, "{told}");
}

proptest! {
    /// One run tells all what each would be told alone, in the order of the calls.
    #[test]
    fn one_run_tells_everybody(people in prop::collection::vec((0_usize..3, any::<bool>(), 0_i64..300), 1..40)) {
        let mut world = World::experienced(5, 240);
        world.opens(2, "minh").expect("free");
        for (service, priority, pause) in people {
            world.wait(pause);
            let service = ["sinh", "tu", "sao"][service];
            if priority { world.comes_first(service) } else { world.comes(service) };
        }
        let all = world.hall.estimates(world.now);
        for ticket in world.hall.waiting() {
            prop_assert_eq!(world.hall.estimate(ticket.id, world.now), all.get(&ticket.id).copied());
        }
        for wait in all.values() {
            prop_assert!(wait.from_minutes * 60 <= wait.seconds && wait.seconds <= wait.to_minutes * 60);
            prop_assert!(wait.from_minutes % 5 == 0 && wait.to_minutes % 5 == 0 && wait.from_minutes < wait.to_minutes);
        }
        if let Some((id, _)) = world.next(2, "minh").expect("free") {
            prop_assert!(all.get(&id).is_none_or(|wait| wait.seconds == 0));
        }
    }
}
