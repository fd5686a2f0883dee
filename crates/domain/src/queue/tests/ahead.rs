use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// Somebody who comes, and what becomes of their place: when they came, for what, with priority,
/// for an appointment so many minutes ahead, and where they were sent on.
type Person = (i64, usize, bool, Option<i64>, Option<(usize, bool)>);

fn person() -> impl Strategy<Value = Person> {
    let sent = prop::option::weighted(0.2, (0_usize..5, any::<bool>()));
    (0_i64..600, 0_usize..3, prop::bool::weighted(0.3), prop::option::weighted(0.15, 1_i64..200), sent)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Counter 2 serves `sinh` and `tu` and helps with `sao`; nobody else is there.
    #[test]
    fn ahead_is_how_often_the_only_counter_calls_before(
        people in prop::collection::vec(person(), 1..40), before in 0_usize..12, one_in in 1_u32..5,
    ) {
        let mut world = World::new(|config| config.calling.priority_one_in = one_in);
        world.opens(2, "lan").expect("free");
        let half = people.len() / 2;
        for (place, (pause, service, priority, later, sent)) in people.into_iter().enumerate() {
            world.wait(pause);
            let service = ["sinh", "tu", "sao"][service];
            let id = match later {
                Some(minutes) => world.comes_for(service, world.now.plus_millis(minutes * 60_000), priority),
                None if priority => world.comes_first(service),
                None => world.comes(service),
            };
            if let Some((line, first)) = sent {
                let lines = ["sinh", "tu", "sao"].map(|service| Line::Service(service.into()));
                let to = lines.into_iter().chain([Line::Counter(2), Line::Officer("lan".into())]).nth(line);
                world.order(id, Order::Transfer { to: to.expect("a line"), first }, "lan").expect("it waits");
            }
            if place == half {
                for _ in 0..before {
        world.serves(2, "lan");
    }
            }
        }
        let ahead: BTreeMap<_, _> =
            world.hall.waiting().into_iter().map(|ticket| (ticket.id, world.hall.ahead(ticket))).collect();
        let mut called = BTreeMap::new();
        while let Some((id, _)) = world.serves(2, "lan") {
            called.insert(id, called.len());
        }
        prop_assert_eq!(ahead, called);
    }
}

#[test]
fn people_ahead_are_those_of_every_line_the_counters_call_from() {
    let mut world = World::new(|_| ());
    let birth = world.comes("sinh");
    let death = world.comes("tu");
    let copy = world.comes("sao");
    let ahead = |world: &World, id| world.hall.ahead(world.hall.ticket(id).expect("it waits"));
    assert_eq!([birth, death, copy].map(|id| ahead(&world, id)), [0, 1, 0], "as the closed counters would call");
    world.opens(2, "lan").expect("free");
    assert_eq!([birth, death, copy].map(|id| ahead(&world, id)), [0, 1, 2], "only counter 2 helps with copies");
    world.opens(3, "minh").expect("free");
    assert_eq!([birth, death, copy].map(|id| ahead(&world, id)), [0, 1, 0]);
    world.next(2, "lan").expect("free");
    assert_eq!([birth, death, copy].map(|id| ahead(&world, id)), [0, 0, 0]);
}

#[test]
fn a_long_row_without_priority_makes_room_for_one_person_only() {
    let mut world = World::new(|config| config.calling.priority_one_in = 3);
    world.opens(1, "lan").expect("free");
    for _ in 0..10 {
        world.comes("sinh");
        world.serves(1, "lan");
    }
    let ordinary = world.comes("sinh");
    for _ in 0..5 {
        world.comes_first("sinh");
    }
    assert_eq!(world.hall.ahead(world.hall.ticket(ordinary).expect("it waits")), 1);
}
