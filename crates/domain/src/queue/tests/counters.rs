use super::*;

#[test]
fn a_counter_is_one_officers_and_an_officer_has_one_counter() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    let facts = world.log.len();
    world.opens(1, "lan").expect("their own once more");
    assert_eq!(world.log.len(), facts, "which changes nothing");
    assert_eq!(refused(world.opens(2, "lan")), "other-counter-open");
    assert_eq!(refused(world.opens(1, "minh")), "counter-taken");
    assert_eq!(refused(world.opens(9, "minh")), "unknown-counter");
    let may = |counter, account| world.hall.close_counter(counter, &officer(account), world.now);
    assert_eq!(refused(may(1, "minh")), "counter-not-yours");
    assert_eq!(refused(may(2, "lan")), "counter-not-yours");
    assert_eq!(refused(may(9, "lan")), "unknown-counter");
    world.take(may(1, "lan").expect("nobody is at it"));
    world.opens(1, "minh").expect("free again");
}

#[test]
fn with_somebody_at_it_a_counter_neither_closes_nor_rests_nor_calls() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    world.comes("sinh");
    world.next(1, "lan").expect("free");
    let lan = officer("lan");
    let problem = world.hall.close_counter(1, &lan, world.now).expect_err("somebody is there");
    assert_eq!((problem.code.as_str(), problem.args["label"].as_str()), ("counter-busy", "H001"));
    assert_eq!(refused(world.hall.start_break(1, &lan, world.now)), "counter-busy");
    assert_eq!(refused(world.hall.call_next(1, &lan, world.now)), "counter-busy");
    assert_eq!(refused(world.hall.call_next(2, &lan, world.now)), "counter-not-yours");
    assert_eq!(refused(world.hall.call_next(9, &lan, world.now)), "unknown-counter");
}

#[test]
fn a_break_keeps_the_counter_and_calls_nobody() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    world.comes("sinh");
    let lan = officer("lan");
    assert_eq!(world.hall.end_break(1, &lan, world.now).expect("theirs"), None, "there was none");
    world.take(world.hall.start_break(1, &lan, world.now).expect("nobody is there"));
    assert_eq!(refused(world.hall.start_break(1, &lan, world.now)), "counter-on-break");
    assert_eq!(refused(world.next(1, "lan")), "counter-on-break");
    assert_eq!(refused(world.opens(1, "minh")), "counter-taken");
    assert_eq!(refused(world.hall.end_break(1, &officer("minh"), world.now)), "counter-not-yours");
    world.take(world.hall.end_break(1, &lan, world.now).expect("theirs").expect("a fact"));
    assert!(world.next(1, "lan").expect("free").is_some());
}

#[test]
fn whoever_takes_over_from_somebody_who_left_has_the_person_at_the_counter() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    let id = world.comes("sinh");
    world.next(1, "lan").expect("free");
    let fact = world.hall.open_counter(1, &officer("minh"), true, world.now).expect("lan signed out");
    world.take(fact.expect("a fact"));
    assert_eq!(world.hall.session(1).expect("open").ticket, Some(id));
    assert_eq!(refused(world.order(id, Order::Start, "lan")), "counter-not-yours");
    world.order(id, Order::Start, "minh").expect("theirs now");
}
