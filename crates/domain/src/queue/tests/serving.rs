use super::*;

/// Counter 1 with `lan` and a ticket in each state; counter 2 is `minh`'s.
fn busy() -> (World, Uuid) {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    world.opens(2, "minh").expect("free");
    let id = world.comes("sinh");
    world.next(1, "lan").expect("free");
    (world, id)
}

fn transfer() -> Order {
    Order::Transfer { to: Line::Service("tu".into()), first: false }
}

#[test]
fn an_officers_whole_row() {
    let (mut world, id) = busy();
    world.order(id, Order::Recall, "lan").expect("called");
    world.wait(20);
    world.order(id, Order::Start, "lan").expect("they came");
    world.wait(300);
    world.order(id, Order::Park, "lan").expect("a copy is missing");
    assert_eq!(world.hall.session(1).expect("open").ticket, None);
    world.order(id, Order::Resume(2), "minh").expect("back at another counter");
    assert_eq!(world.hall.ticket(id).expect("called").counter, Some(2));
    world.order(id, Order::Start, "minh").expect("they came");
    world.order(id, Order::Finish, "minh").expect("served");
    assert_eq!(world.state(id), Some(TicketState::Finished));
    world.order(id, Order::Reopen, "minh").expect("by mistake");
    assert_eq!(world.hall.session(2).expect("open").ticket, Some(id));
    world.order(id, Order::Finish, "minh").expect("served");
}

#[test]
fn a_ticket_at_a_counter_is_its_officers_and_a_supervisor_may_send_it_away() {
    let (world, id) = busy();
    let cancel = || Order::Cancel { reason: "mistake".into() };
    let may = |order: Order, account: &str| world.hall.order(id, order, &officer(account), world.now).map(drop);
    for order in [Order::Recall, Order::Start, Order::Park, Order::NoShow, Order::ReturnToQueue, transfer(), cancel()] {
        assert_eq!(refused(may(order.clone(), "minh")), "counter-not-yours", "{order:?}");
        let supervised = !matches!(order, Order::Recall | Order::Start | Order::Park);
        assert_eq!(may(order.clone(), "chi").is_ok(), supervised, "{order:?}");
        may(order, "lan").expect("their own");
    }
}

#[test]
fn an_order_without_a_place_in_the_state_names_it() {
    let (world, id) = busy();
    let problem = world.hall.order(id, Order::Finish, &officer("lan"), world.now).expect_err("not started");
    assert_eq!(problem.code, "ticket-not-in-state");
    let args = ["label", "state", "verb"].map(|name| problem.args[name].clone());
    assert_eq!(args, ["H001", "called", "finish"]);
    let nobody = world.hall.order(Uuid::max(), Order::Recall, &officer("lan"), world.now);
    assert_eq!(refused(nobody), "unknown-ticket");
}

#[test]
fn calling_and_resuming_need_a_free_counter_of_ones_own() {
    let (mut world, _) = busy();
    let id = world.comes("sao");
    let may = |world: &World, order: Order, account: &str| world.hall.order(id, order, &officer(account), world.now);
    assert_eq!(refused(may(&world, Order::Call(1), "lan")), "counter-busy");
    assert_eq!(refused(may(&world, Order::Call(1), "minh")), "counter-not-yours");
    assert_eq!(refused(may(&world, Order::Call(3), "minh")), "counter-not-yours");
    assert_eq!(refused(may(&world, Order::Call(9), "minh")), "unknown-counter");
    world.take(world.hall.start_break(2, &officer("minh"), world.now).expect("free"));
    assert_eq!(refused(may(&world, Order::Call(2), "minh")), "counter-on-break");
    world.take(world.hall.end_break(2, &officer("minh"), world.now).expect("on a break").expect("a fact"));
    let fact = may(&world, Order::Call(2), "minh").expect("free");
    assert!(matches!(&fact, Fact::Ticket(TicketEvent { deed: Deed::Call { why: Why::Chosen, .. }, .. })));
    world.take(fact);
    world.order(id, Order::Park, "minh").expect("called");
    assert_eq!(refused(may(&world, Order::Resume(1), "lan")), "counter-busy");
    may(&world, Order::Resume(2), "minh").expect("free");
}

#[test]
fn a_transfer_needs_somewhere_to_go() {
    let (world, id) = busy();
    let to = |line| world.hall.order(id, Order::Transfer { to: line, first: false }, &officer("lan"), world.now);
    assert_eq!(refused(to(Line::Service("khac".into()))), "unknown-service");
    assert_eq!(refused(to(Line::Counter(9))), "unknown-counter");
    to(Line::Counter(3)).expect("also one that is closed");
}

#[test]
fn whoever_was_missed_waits_again_once_behind_the_others() {
    let (mut world, id) = busy();
    world.wait(60);
    let other = world.comes("sinh");
    world.wait(60);
    world.order(id, Order::NoShow, "lan").expect("nobody came");
    let back = world.hall.holder_says(id, Deed::ReturnToQueue, world.now).expect("a second chance");
    world.take(back);
    assert_eq!(world.next(1, "lan").expect("free"), Some((other, Why::Turn)));
    world.order(other, Order::NoShow, "lan").expect("nobody came");
    assert_eq!(world.next(1, "lan").expect("free"), Some((id, Why::Turn)));
    world.order(id, Order::NoShow, "lan").expect("nobody came");
    assert_eq!(refused(world.hall.holder_says(id, Deed::ReturnToQueue, world.now)), "no-second-chance");
    assert_eq!(refused(world.order(id, Order::ReturnToQueue, "lan")), "no-second-chance");
    world.order(id, Order::Resume(1), "lan").expect("an officer who sees them may still call them");

    let mut world = World::new(|config| config.calling.second_chance = false);
    world.opens(1, "lan").expect("free");
    let id = world.comes("sinh");
    world.next(1, "lan").expect("free");
    world.order(id, Order::NoShow, "lan").expect("nobody came");
    assert_eq!(refused(world.order(id, Order::ReturnToQueue, "lan")), "no-second-chance");
}

#[test]
fn whoever_was_missed_at_the_front_goes_behind_as_well() {
    let (mut world, id) = busy();
    let to = Order::Transfer { to: Line::Service("sinh".into()), first: true };
    world.order(id, to, "lan").expect("called");
    assert_eq!(world.next(1, "lan").expect("free"), Some((id, Why::Front)));
    let other = world.comes("sinh");
    world.wait(60);
    world.order(id, Order::NoShow, "lan").expect("nobody came");
    world.order(id, Order::ReturnToQueue, "lan").expect("a second chance");
    assert_eq!(world.next(1, "lan").expect("free"), Some((other, Why::Turn)));
}

#[test]
fn whoever_is_sent_back_without_fault_keeps_the_place() {
    let (mut world, id) = busy();
    world.wait(60);
    world.comes("sinh");
    world.order(id, Order::ReturnToQueue, "lan").expect("called by mistake");
    assert_eq!(world.next(1, "lan").expect("free"), Some((id, Why::Turn)));
}

#[test]
fn only_the_last_one_finished_is_reopened_while_nobody_was_called_after() {
    let (mut world, first) = busy();
    world.order(first, Order::Start, "lan").expect("they came");
    world.order(first, Order::Finish, "lan").expect("served");
    assert_eq!(refused(world.order(first, Order::Reopen, "minh")), "counter-not-yours");
    let second = world.comes("sinh");
    world.next(1, "lan").expect("free");
    assert_eq!(refused(world.order(first, Order::Reopen, "lan")), "unknown-ticket");
    world.order(second, Order::Start, "lan").expect("they came");
    world.order(second, Order::Finish, "lan").expect("served");
    assert_eq!(refused(world.order(first, Order::Reopen, "lan")), "unknown-ticket");
    world.order(second, Order::Reopen, "lan").expect("the last one");
}

#[test]
fn what_happens_to_somebody_who_left_does_not_free_the_counter() {
    let (mut world, first) = busy();
    world.order(first, Order::Park, "lan").expect("called");
    let second = world.comes("sinh");
    world.next(1, "lan").expect("free");
    world.order(first, Order::ReturnToQueue, "lan").expect("parked");
    assert_eq!(world.hall.session(1).expect("open").ticket, Some(second));
    assert_eq!(refused(world.next(1, "lan")), "counter-busy");
}

#[test]
fn the_holder_of_a_number_decides_only_while_waiting_or_missed() {
    let (mut world, id) = busy();
    let gives_back = || Deed::Cancel { reason: "given-back".into() };
    assert_eq!(refused(world.hall.holder_says(id, gives_back(), world.now)), "ticket-not-in-state");
    assert_eq!(refused(world.hall.holder_says(id, Deed::Finish, world.now)), "ticket-not-in-state");
    assert_eq!(refused(world.hall.holder_says(Uuid::max(), gives_back(), world.now)), "unknown-ticket");
    let waits = world.comes("sinh");
    assert_eq!(refused(world.hall.holder_says(waits, Deed::ReturnToQueue, world.now)), "ticket-not-in-state");
    let fact = world.hall.holder_says(waits, gives_back(), world.now).expect("it waits");
    assert!(matches!(&fact, Fact::Ticket(event) if event.by == *"holder"));
    world.take(fact);
    assert_eq!(world.state(waits), None);
}
