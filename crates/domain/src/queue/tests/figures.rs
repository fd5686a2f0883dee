use super::*;

/// Minutes in milliseconds.
fn minutes(minutes: i64) -> i64 {
    minutes * 60_000
}

#[test]
fn a_recall_or_a_second_visit_does_not_rewrite_the_wait() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    let id = world.comes("sinh");
    world.wait(600);
    world.next(1, "lan").expect("free");
    world.wait(60);
    world.order(id, Order::Recall, "lan").expect("called");
    world.wait(60);
    world.order(id, Order::Start, "lan").expect("they came");
    world.wait(300);
    world.order(id, Order::Park, "lan").expect("served");
    world.wait(900);
    world.order(id, Order::Resume(1), "lan").expect("parked");
    world.wait(30);
    world.order(id, Order::Start, "lan").expect("they came");
    world.wait(120);
    world.order(id, Order::Finish, "lan").expect("served");
    world.wait(10);
    world.order(id, Order::Reopen, "lan").expect("by mistake");
    world.wait(60);
    world.order(id, Order::Finish, "lan").expect("served");
    let rated = Fact::Ticket(TicketEvent {
        ticket: id,
        at: world.now,
        by: "holder".into(),
        deed: Deed::Rate { grade: 4, reasons: Vec::new() },
    });
    world.take(rated);
    let [course] = &courses(&world.log)[..] else { panic!("one ticket") };
    assert_eq!(course.waiting, Some(minutes(10)));
    assert_eq!(course.way, minutes(2) + 30_000);
    assert_eq!(course.serving, minutes(8));
    assert_eq!((course.grade, course.ticket.state), (Some(4), TicketState::Finished));
}

#[test]
fn figures_of_a_small_morning() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    let [served, missed, back, _waits] = std::array::from_fn(|_| world.comes("sinh"));
    world.wait(60);
    world.serves(1, "lan");
    world.wait(60);
    world.next(1, "lan").expect("free");
    world.order(missed, Order::NoShow, "lan").expect("nobody came");
    let fact = world.hall.holder_says(back, Deed::Cancel { reason: "given-back".into() }, world.now);
    world.take(fact.expect("it waits"));
    let all = courses(&world.log);
    assert_eq!(all[0].ticket.id, served);
    let figures = Figures::of(&all);
    assert_eq!([figures.issued, figures.called, figures.finished], [4, 2, 1]);
    assert_eq!([figures.no_show, figures.cancelled, figures.expired], [1, 1, 0]);
    let waiting = Durations { mean: 90_000, median: 60_000, most: 120_000, longest: 120_000 };
    assert_eq!(figures.waiting, waiting);
    assert_eq!(Figures::of(&[]), Figures::default());
    assert_eq!(Figures::by_service(&all).into_keys().collect::<Vec<_>>(), [Name::from("sinh")]);
    let accuracy = Accuracy::of(&all);
    assert_eq!((accuracy.told, accuracy.silent), (0, 2), "nothing was known of the day yet");
}

#[test]
fn who_is_kept_over_night_has_waited_since_the_number() {
    let mut world = World::new(|config| config.end_of_day = crate::branch::EndOfDay::Keep);
    world.comes("sinh");
    let first_day = world.log.len();
    world.wait(24 * 3_600);
    for fact in world.hall.turn(world.now) {
        world.take(fact);
    }
    world.opens(1, "lan").expect("free");
    world.serves(1, "lan");
    let [course] = &courses(&world.log[first_day..])[..] else { panic!("one ticket") };
    assert_eq!((course.waiting, course.told), (Some(minutes(24 * 60)), None));
    assert_eq!(courses(&world.log)[0].waiting, course.waiting);
}
