use proptest::prelude::*;

use super::*;

impl World {
    /// Somebody who shows a card takes a number.
    fn shows_card(&mut self, holder: &str, service: &str) -> Result<Uuid, Problem> {
        self.issue(&Ask { holder: Some(holder.into()), ..self.ask(service) })
    }

    /// Calls the next at counter 1, and nobody comes.
    fn misses(&mut self) -> Uuid {
        let (id, _) = self.next(1, "lan").expect("free").expect("somebody waits");
        self.order(id, Order::NoShow, "lan").expect("nobody came");
        id
    }

    fn comes_back(&mut self, id: Uuid) -> Result<(), Problem> {
        let fact = self.hall.holder_says(id, Deed::ReturnToQueue, self.now)?;
        self.take(fact);
        Ok(())
    }
}

#[test]
fn whoever_took_another_number_is_not_put_back_with_the_missed_one() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    let first = world.shows_card("5f", "sinh").expect("the first");
    world.misses();
    let second = world.shows_card("5f", "sinh").expect("the first was missed");
    world.shows_card("5f", "sao").expect("another group");
    let problem = world.comes_back(first).expect_err("they hold another");
    assert_eq!((problem.code.as_str(), problem.args["label"].as_str()), ("has-number", "H002"));
    assert_eq!(refused(world.order(first, Order::ReturnToQueue, "lan")), "has-number", "an officer neither");

    // Missed as well: either may be put back, but not both, and no third is given beside it.
    assert_eq!(world.misses(), second);
    world.comes_back(first).expect("they hold no other");
    assert_eq!(world.comes_back(second).expect_err("they hold the first").args["label"], "H001");
    assert_eq!(refused(world.shows_card("5f", "sinh")), "has-number");
    assert_eq!(world.misses(), first);
    world.comes_back(second).expect("the first is gone");

    let mut world = World::new(|config| config.issuing.one_per_person = false);
    world.opens(1, "lan").expect("free");
    let first = world.shows_card("5f", "sinh").expect("the first");
    world.misses();
    world.shows_card("5f", "sinh").expect("the second");
    world.comes_back(first).expect("the centre allows it");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nobody_holds_two_numbers_of_a_group_at_once(steps in prop::collection::vec((0_usize..5, 0_usize..8), 1..120)) {
        let mut world = World::new(|config| config.calling.second_chance = true);
        world.opens(1, "lan").expect("free");
        let mut taken: Vec<(usize, Uuid)> = Vec::new();
        for (what, which) in steps {
            world.wait(1);
            match (what, taken.get(which).map(|(_, id)| *id)) {
                (0, _) => {
                    let holder = which % 3;
                    if let Ok(id) = world.shows_card(&holder.to_string(), "sinh") {
                        taken.push((holder, id));
                    }
                }
                (1, _) if world.hall.waiting_in("ho-tich") > 0 => drop(world.misses()),
                (2, _) => drop(world.serves(1, "lan")),
                (3, Some(id)) => drop(world.comes_back(id)),
                (4, Some(id)) => drop(world.order(id, Order::Cancel { reason: "mistake".into() }, "lan")),
                _ => {}
            }
            for holder in 0..3 {
                let theirs = taken.iter().filter(|(who, _)| *who == holder);
                let active = theirs.filter(|(_, id)| world.state(*id).is_some_and(TicketState::is_active)).count();
                prop_assert!(active <= 1, "{holder} holds {active}");
            }
        }
    }
}
