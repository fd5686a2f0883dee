use super::*;
use crate::branch::EndOfDay;

fn keeps(config: &mut BranchConfig) {
    config.end_of_day = EndOfDay::Keep;
}

/// Sleeps until the same time of the next day.
fn night(world: &mut World) {
    world.wait(24 * 3_600);
    for fact in world.hall.turn(world.now) {
        world.take(fact);
    }
}

#[test]
fn whoever_was_not_served_expires_and_the_counters_close() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    let [called, parked, missed, waiting] = std::array::from_fn(|_| world.comes("sinh"));
    world.order(parked, Order::Park, "lan").expect("it waits");
    world.order(missed, Order::Call(1), "lan").expect("it waits");
    world.order(missed, Order::NoShow, "lan").expect("nobody came");
    world.next(1, "lan").expect("free");
    night(&mut world);
    assert_eq!([called, parked, missed, waiting].map(|id| world.state(id)), [None; 4]);
    assert_eq!(world.hall.sessions().count(), 0);
    let expired = world.log.iter().filter(|fact| matches!(fact, Fact::Ticket(event) if event.deed == Deed::Expire));
    assert_eq!(expired.count(), 3, "who was missed stays missed");
    let first = world.comes("sinh");
    assert_eq!(world.label(first), "H001");
}

#[test]
fn kept_numbers_stay_in_their_order_and_are_not_given_again() {
    let mut world = World::new(keeps);
    world.opens(1, "lan").expect("free");
    let [one, two, three, four] = std::array::from_fn(|_| world.comes("sinh"));
    world.order(two, Order::Park, "lan").expect("it waits");
    world.order(three, Order::Call(1), "lan").expect("it waits");
    night(&mut world);
    assert_eq!(world.state(three), None, "who was at a counter is not kept");
    let kept = [(one, TicketState::Waiting), (two, TicketState::Parked), (four, TicketState::Waiting)];
    for (id, state) in kept {
        assert_eq!(world.state(id), Some(state));
    }
    let new: Vec<_> = (0..3).map(|_| world.comes("sinh")).collect();
    assert_eq!(new.iter().map(|id| world.label(*id)).collect::<Vec<_>>(), ["H003", "H005", "H006"]);
    world.opens(1, "minh").expect("free again");
    let calls: Vec<_> = std::iter::from_fn(|| world.serves(1, "minh")).map(|(id, _)| id).collect();
    assert_eq!(calls, [one, four, new[0], new[1], new[2]]);
    night(&mut world);
    let next = world.comes("sinh");
    assert_eq!(world.label(next), "H001", "nobody holds it any more");
    let next = world.comes("sinh");
    assert_eq!(world.label(next), "H003", "2 is parked for a second night");
}

#[test]
fn a_clock_set_back_ends_no_day_and_one_of_the_same_day_neither() {
    let mut world = World::new(|_| ());
    let id = world.comes("sinh");
    let later = "2026-11-23T23:59:59.999+07:00".parse().expect("a moment");
    assert!(world.hall.turn(later).is_empty());
    assert!(world.hall.turn(world.now.plus_millis(-86_400_000)).is_empty());
    assert_eq!(world.state(id), Some(TicketState::Waiting));
    let midnight = "2026-11-24T00:00:00+07:00".parse().expect("a moment");
    assert_eq!(world.hall.turn(midnight).len(), 2);
}

#[test]
fn limits_of_a_day_begin_anew() {
    let mut world = World::new(|config| config.services[0].daily = Some(1));
    world.comes("sinh");
    assert_eq!(refused(world.issue(&world.ask("sinh"))), "service-full");
    night(&mut world);
    world.comes("sinh");
}
