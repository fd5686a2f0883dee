//! Nobody waits beyond the bounds that the comment of `Lines::next` states, whoever comes after them.

use proptest::prelude::*;

use super::*;

/// What an adversary does between two calls: who comes, and which counter calls.
fn moves() -> impl Strategy<Value = Vec<(u8, u8, usize)>> {
    prop::collection::vec((0_u8..4, 0_u8..4, 0_usize..2), 400)
}

/// Two counters that call from the same line, and how many each called before all this began.
fn lobby(one_in: u32, counters: usize, before: &[u8]) -> World {
    let mut world = World::new(|config| {
        config.calling.priority_one_in = one_in;
        config.calling.age_cap_minutes = 100_000;
        config.counters[1].serves = config.counters[0].serves.clone();
        config.counters[2].serves.push("tu".into());
    });
    for (counter, account) in [(1, "lan"), (2, "minh")].into_iter().take(counters) {
        world.opens(counter, account).expect("free");
        for _ in 0..before[counter as usize - 1] {
            world.comes("sinh");
            world.serves(counter, account);
        }
    }
    world
}

/// How many are called before somebody, while the adversary adds whom it likes.
fn called_before(world: &mut World, target: Uuid, counters: usize, moves: &[(u8, u8, usize)]) -> usize {
    for (calls, (ordinary, priority, counter)) in moves.iter().enumerate() {
        world.wait(1);
        for _ in 0..*ordinary {
            world.comes("sinh");
        }
        for _ in 0..*priority {
            world.comes_first("sinh");
        }
        let (counter, account) = [(1, "lan"), (2, "minh")][counter % counters];
        if world.serves(counter, account).is_some_and(|(id, _)| id == target) {
            return calls;
        }
    }
    panic!("never called")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nobody_without_priority_waits_beyond_the_bound(
        r in 0_usize..40, one_in in 2_u32..6, k in 1_usize..3, before in prop::array::uniform2(0_u8..8), moves in moves(),
    ) {
        let mut world = lobby(one_in, k, &before);
        for _ in 0..30 {
            world.comes_first("sinh");
        }
        for _ in 0..r {
            world.comes("sinh");
        }
        let target = world.comes("sinh");
        let bound = r + k + r / (one_in as usize - 1);
        let called = called_before(&mut world, target, k, &moves);
        prop_assert!(called <= bound, "{called} called before, not {bound}");
    }

    #[test]
    fn nobody_with_priority_waits_beyond_the_bound(
        p in 0_usize..25, one_in in 1_u32..6, k in 1_usize..3, before in prop::array::uniform2(0_u8..8), moves in moves(),
    ) {
        let mut world = lobby(one_in, k, &before);
        for _ in 0..30 {
            world.comes("sinh");
        }
        for _ in 0..p {
            world.comes_first("sinh");
        }
        let target = world.comes_first("sinh");
        let bound = p + (p + k) * (one_in as usize - 1);
        let called = called_before(&mut world, target, k, &moves);
        prop_assert!(called <= bound, "{called} called before, not {bound}");
    }

    /// They came at its start, and not before.
    #[test]
    fn whoever_has_an_appointment_stands_at_its_start(
        p in 0_usize..15, late in 0_usize..10, one_in in 1_u32..6, k in 1_usize..3, moves in moves(),
    ) {
        let mut world = lobby(one_in, k, &[0, 0]);
        for _ in 0..30 {
            world.comes("sinh");
        }
        for _ in 0..p {
            world.comes_first("sinh");
        }
        let target = world.comes_first("sinh");
        let (begun, later) = (world.now.plus_millis(-1), world.now.plus_millis(3_600_000));
        world.wait(1);
        for _ in 0..late {
            world.comes_for("sinh", begun, true);
            world.comes_for("sinh", later, true);
        }
        let before = p + late;
        let bound = before + (before + k) * (one_in as usize - 1);
        let called = called_before(&mut world, target, k, &moves);
        prop_assert!(called <= bound, "{called} called before, not {bound}");
    }

    /// Also where priority always goes first, and at a counter that only helps.
    #[test]
    fn once_somebody_is_too_old_only_older_ones_go_before(
        r in 0_usize..20, one_in in 1_u32..6, helped in any::<bool>(), moves in moves(),
    ) {
        let mut world = World::new(|config| config.calling.priority_one_in = one_in);
        world.opens(2, "lan").expect("free");
        let service = if helped { "sao" } else { "sinh" };
        for _ in 0..r {
            world.comes(service);
        }
        let target = world.comes(service);
        let arrived = world.now;
        world.wait(3_601);
        for (ordinary, priority, _) in moves {
            world.wait(1);
            for _ in 0..ordinary {
                world.comes("tu");
            }
            for _ in 0..priority {
                world.comes_first("sinh");
            }
            let (id, why) = world.next(2, "lan").expect("free").expect("somebody waits");
            prop_assert_eq!(why, Why::Age);
            prop_assert!(world.hall.ticket(id).expect("called").place.at <= arrived);
            world.order(id, Order::NoShow, "lan").expect("nobody came");
            if id == target {
                return Ok(());
            }
        }
        prop_assert!(false, "never called");
    }
}
