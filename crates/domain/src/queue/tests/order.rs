use proptest::prelude::*;

use super::*;

#[test]
fn one_call_in_three_is_of_somebody_with_priority() {
    let mut world = World::new(|config| config.calling.priority_one_in = 3);
    world.opens(1, "lan").expect("free");
    let ordinary: Vec<_> = (0..5).map(|_| world.comes("sinh")).collect();
    let first: Vec<_> = (0..3).map(|_| world.comes_first("sinh")).collect();
    let calls: Vec<_> = std::iter::from_fn(|| world.serves(1, "lan")).collect();
    let turn = |place: usize| (ordinary[place], Why::Turn);
    let priority = |place: usize| (first[place], Why::Priority);
    let expected = [
        priority(0), // a counter begins with those who have priority
        turn(0),
        turn(1),
        priority(1),
        turn(2),
        turn(3),
        priority(2),
        turn(4),
    ];
    assert_eq!(calls, expected);
}

#[test]
fn without_ratio_priority_goes_first_until_somebody_is_too_old() {
    let mut world = World::new(|config| config.calling.priority_one_in = 1);
    world.opens(1, "lan").expect("free");
    let old = world.comes("sinh");
    world.wait(1_800);
    let young = world.comes("sinh");
    world.wait(1_801);
    let (first, second) = (world.comes_first("sinh"), world.comes_first("sinh"));
    assert_eq!(world.serves(1, "lan"), Some((old, Why::Age)));
    assert_eq!(world.serves(1, "lan"), Some((first, Why::Priority)));
    assert_eq!(world.serves(1, "lan"), Some((second, Why::Priority)));
    assert_eq!(world.serves(1, "lan"), Some((young, Why::Turn)));
    assert_eq!(world.serves(1, "lan"), None);
}

#[test]
fn sixty_minutes_are_not_yet_too_long() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    world.comes("sinh");
    world.wait(3_600);
    let first = world.comes_first("sinh");
    assert_eq!(world.serves(1, "lan"), Some((first, Why::Priority)));
}

#[test]
fn a_counter_helps_only_when_nobody_waits_for_it_or_somebody_is_too_old() {
    let mut world = World::new(|_| ());
    world.opens(2, "lan").expect("free");
    let copy = world.comes("sao");
    let (birth, death) = (world.comes("sinh"), world.comes("tu"));
    assert_eq!(world.serves(2, "lan"), Some((birth, Why::Turn)));
    assert_eq!(world.serves(2, "lan"), Some((death, Why::Turn)));
    assert_eq!(world.serves(2, "lan"), Some((copy, Why::Finally)));
    // Counter 3 never opens: without the age cap this person would wait as long as others come.
    let forgotten = world.comes("sao");
    world.wait(3_601);
    let fresh = world.comes("sao");
    let birth = world.comes("sinh");
    assert_eq!(world.serves(2, "lan"), Some((forgotten, Why::Age)));
    assert_eq!(world.serves(2, "lan"), Some((birth, Why::Turn)));
    assert_eq!(world.serves(2, "lan"), Some((fresh, Why::Finally)));
}

#[test]
fn a_transfer_goes_first_or_last_and_to_one_counter_or_officer() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    world.opens(2, "minh").expect("free");
    let [one, two, three, four] = std::array::from_fn(|_| world.comes("sinh"));
    world.wait(60);
    let to = |line: Line, first| Order::Transfer { to: line, first };
    world.order(four, to(Line::Service("sinh".into()), true), "lan").expect("it waits");
    world.order(one, to(Line::Service("tu".into()), false), "lan").expect("it waits");
    world.order(two, to(Line::Officer("minh".into()), false), "lan").expect("it waits");
    world.order(three, to(Line::Counter(1), false), "lan").expect("it waits");
    assert_eq!(world.label(one), "H001", "the number stays");
    assert_eq!(world.hall.ticket(one).expect("it waits").service, *"tu");
    assert_eq!(world.serves(1, "lan"), Some((four, Why::Front)));
    assert_eq!(world.serves(1, "lan"), Some((three, Why::Turn)));
    assert_eq!(world.serves(1, "lan"), None);
    assert_eq!(world.serves(2, "minh"), Some((one, Why::Turn)));
    assert_eq!(world.serves(2, "minh"), Some((two, Why::Turn)));
}

#[test]
fn an_appointment_is_called_when_it_begins_and_early_only_when_nobody_else_waits() {
    let mut world = World::new(|_| ());
    world.opens(2, "lan").expect("free");
    let slot = world.now.plus_millis(30 * 60_000);
    let booked = world.comes_for("sinh", slot, true);
    world.wait(60);
    let (birth, copy) = (world.comes("tu"), world.comes("sao"));
    assert_eq!(world.serves(2, "lan"), Some((birth, Why::Turn)));
    assert_eq!(world.serves(2, "lan"), Some((copy, Why::Finally)), "also before those it only helps with");
    assert_eq!(world.serves(2, "lan"), Some((booked, Why::Priority)), "better early than nobody");
    let booked = world.comes_for("sinh", slot, false);
    world.wait(30 * 60);
    let after = world.comes("sinh");
    assert_eq!(world.serves(2, "lan"), Some((booked, Why::Turn)));
    assert_eq!(world.serves(2, "lan"), Some((after, Why::Turn)));
}

proptest! {
    #[test]
    fn without_priority_and_transfers_it_is_first_come_first_served(
        people in prop::collection::vec((0_usize..2, 0_i64..120), 1..40),
        calls in prop::collection::vec(any::<bool>(), 0..80),
    ) {
        let mut world = World::new(|_| ());
        world.opens(2, "lan").expect("free");
        let (mut people, mut come, mut called) = (people.into_iter(), Vec::new(), Vec::new());
        for call in calls.into_iter().chain(std::iter::repeat_n(true, 40)) {
            if call {
                called.extend(world.serves(2, "lan").map(|(id, _)| id));
            } else if let Some((service, pause)) = people.next() {
                world.wait(pause);
                come.push(world.comes(["sinh", "tu"][service]));
            }
        }
        prop_assert_eq!(called, come);
    }

    #[test]
    fn who_has_an_appointment_later_never_goes_before_somebody_who_waits(
        people in prop::collection::vec((0_usize..3, any::<bool>(), prop::option::of(1_i64..120)), 1..30),
        one_in in 1_u32..5,
    ) {
        let mut world = World::new(|config| config.calling.priority_one_in = one_in);
        world.opens(2, "lan").expect("free");
        for (service, priority, later) in people {
            let service = ["sinh", "tu", "sao"][service];
            match later {
                Some(minutes) => drop(world.comes_for(service, world.now.plus_millis(minutes * 60_000), priority)),
                None if priority => drop(world.comes_first(service)),
                None => drop(world.comes(service)),
            }
        }
        let waits = |world: &World| world.hall.waiting().iter().any(|ticket| ticket.place.at <= world.now);
        while waits(&world) {
            let (id, _) = world.next(2, "lan").expect("free").expect("somebody waits");
            prop_assert!(world.hall.ticket(id).expect("called").place.at <= world.now);
            world.order(id, Order::NoShow, "lan").expect("nobody came");
        }
    }
}
