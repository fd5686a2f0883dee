use super::*;
use crate::wire::{CallsReport, CounterReport, DayReport, HourReport};

/// Minutes in milliseconds.
fn minutes(minutes: i64) -> i64 {
    minutes * 60_000
}

impl World {
    fn rates(&mut self, id: Uuid, grade: u8, reasons: &[&str]) {
        let deed = Deed::Rate { grade, reasons: reasons.iter().map(|reason| (*reason).into()).collect() };
        self.take(Fact::Ticket(TicketEvent { ticket: id, at: self.now, by: "device:1".into(), deed }));
    }

    fn report(&self) -> DayReport {
        DayReport::of(morning().business_date(), &self.log)
    }

    /// The day is over.
    fn turns(&mut self) {
        for fact in self.hall.turn(self.now) {
            self.take(fact);
        }
    }
}

#[test]
fn a_day_made_by_hand() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    world.opens(3, "hoa").expect("free");
    let served = world.comes("sinh");
    let old = world.comes_first("sinh");
    let missed = world.comes("sinh");
    world.wait(600);
    // 8:10: who has priority is called, takes 4 minutes, is sent on to the front of another service.
    assert_eq!(world.next(1, "lan").expect("free"), Some((old, Why::Priority)));
    world.wait(60);
    world.order(old, Order::Start, "lan").expect("they came");
    world.wait(240);
    let on = Order::Transfer { to: Line::Service("sao".into()), first: true };
    world.order(old, on, "lan").expect("served");
    // 8:15: at counter 3, for 6 minutes. One in the middle of it was a mistake.
    assert_eq!(world.next(3, "hoa").expect("free"), Some((old, Why::Front)));
    world.order(old, Order::Start, "hoa").expect("they came");
    world.wait(240);
    world.order(old, Order::Finish, "hoa").expect("served");
    world.wait(60);
    world.order(old, Order::Reopen, "hoa").expect("by mistake");
    world.wait(120);
    world.order(old, Order::Finish, "hoa").expect("served");
    // 8:22: the first one, for 8 minutes; then a break of 20 minutes.
    assert_eq!(world.next(1, "lan").expect("free"), Some((served, Why::Turn)));
    world.order(served, Order::Start, "lan").expect("they came");
    world.wait(480);
    world.order(served, Order::Finish, "lan").expect("served");
    let fact = world.hall.start_break(1, &officer("lan"), world.now).expect("nobody is there");
    world.take(fact);
    world.wait(1_200);
    let fact = world.hall.end_break(1, &officer("lan"), world.now).expect("theirs").expect("a break");
    world.take(fact);
    // 8:50: the third is missed; 10:00: somebody comes whom nobody calls any more.
    assert_eq!(world.next(1, "lan").expect("free"), Some((missed, Why::Turn)));
    world.wait(300);
    world.order(missed, Order::NoShow, "lan").expect("nobody came");
    world.wait(3_900);
    let fact = world.hall.close_counter(1, &officer("lan"), world.now).expect("theirs");
    world.take(fact);
    let late = world.comes("tu");
    world.rates(served, 4, &["nhanh", "than-thien"]);
    let until = world.now;

    let so_far = world.report();
    assert_eq!((so_far.hall.issued, so_far.hall.open, so_far.until), (4, 1, Some(until)));
    world.wait(16 * 3_600);
    world.turns();
    world.rates(old, 1, &["nhanh"]);
    world.rates(late, 1, &["cho-lau"]);
    let report = world.report();

    let hall = &report.hall;
    assert_eq!([hall.issued, hall.called, hall.finished, hall.open, hall.kept], [4, 3, 2, 0, 0]);
    assert_eq!([hall.no_show, hall.cancelled, hall.expired], [1, 0, 1]);
    // They waited 10, 22 and 50 minutes; the way was 1 minute and none; served for 10 and 8.
    assert_eq!((hall.waiting.mean, hall.waiting.median), (minutes(82) / 3, minutes(22)));
    assert_eq!((hall.waiting.most, hall.waiting.longest), (minutes(50), minutes(50)));
    assert_eq!((hall.way.mean, hall.way.longest), (30_000, minutes(1)));
    assert_eq!((hall.serving.mean, hall.serving.longest), (minutes(9), minutes(10)));
    assert_eq!(report.calls, CallsReport { turn: 2, priority: 1, front: 1, ..CallsReport::default() });

    let services: Vec<_> = report.services.iter().map(|line| (&*line.service, line.figures.issued)).collect();
    assert_eq!(services, [("sinh", 3), ("tu", 1)], "by what the numbers were given for");
    assert!(report.services.iter().all(|line| line.accuracy.is_none()), "a mean of three says nothing");
    assert_eq!((report.accuracy.told, report.accuracy.silent), (0, 3));

    let [first, third] = &report.counters[..] else { panic!("two counters: {:?}", report.counters) };
    let expected = CounterReport {
        number: 1,
        opened_at: Some(morning()),
        open: minutes(120),
        breaks: 1,
        on_break: minutes(20),
        served: 2,
        busy: minutes(12),
        serving: Durations { mean: minutes(6), median: minutes(4), most: minutes(8), longest: minutes(8) },
    };
    assert_eq!(first, &expected);
    // Nobody closed it: it was open until somebody was last served at it, at 8:22.
    assert_eq!((third.number, third.open, third.served, third.busy), (3, minutes(22), 1, minutes(6)));

    let hour = |hour, issued, waiting| HourReport { hour, issued, waiting };
    let waited = Some(minutes(82) / 3);
    assert_eq!(report.hours, [hour(8, 3, waited), hour(9, 0, None), hour(10, 1, None)]);
    assert_eq!(report.ratings.grades, [1, 0, 0, 1], "who was not served has nothing to say");
    let reasons: Vec<_> = report.ratings.reasons.iter().map(|(name, count)| (&**name, *count)).collect();
    assert_eq!(reasons, [("nhanh", 2), ("than-thien", 1)]);
    assert_eq!(report.until.map(Moment::business_date), Some(morning().business_date()));
}

#[test]
fn a_counter_that_is_taken_over_stays_open() {
    let mut world = World::new(|_| ());
    world.opens(1, "lan").expect("free");
    world.wait(600);
    let fact = world.hall.start_break(1, &officer("lan"), world.now).expect("nobody is there");
    world.take(fact);
    world.wait(600);
    let fact = world.hall.open_counter(1, &officer("hoa"), true, world.now).expect("lan is away").expect("a fact");
    world.take(fact);
    world.wait(600);
    let fact = world.hall.close_counter(1, &officer("hoa"), world.now).expect("theirs");
    world.take(fact);
    let [counter] = &world.report().counters[..] else { panic!("one counter") };
    assert_eq!((counter.open, counter.breaks, counter.on_break), (minutes(30), 1, minutes(10)));
}

#[test]
fn who_is_kept_over_night_counts_where_they_were_served() {
    let mut world = World::new(|config| config.end_of_day = crate::branch::EndOfDay::Keep);
    let id = world.comes("sinh");
    world.wait(24 * 3_600);
    let first_day = world.log.len();
    world.turns();
    world.opens(1, "lan").expect("free");
    world.serves(1, "lan");
    world.rates(id, 3, &[]);
    // A rating that comes later is among the facts of both days.
    let rating = world.log.last().expect("a rating").clone();
    let first = DayReport::of(morning().business_date(), world.log[..first_day].iter().chain([&rating]));
    let second = DayReport::of(world.now.business_date(), &world.log[first_day..]);
    assert_eq!((first.hall.issued, first.hall.open, first.ratings.grades), (1, 1, [0; 4]));
    assert_eq!((second.hall.kept, second.hall.finished, second.ratings.grades), (1, 1, [0, 0, 1, 0]));
    assert_eq!(second.hours, [], "they came the day before");
}

#[test]
fn a_day_without_a_log_is_empty() {
    let report = DayReport::of(morning().business_date(), []);
    assert_eq!((report.until, report.hall), (None, Figures::default()));
    assert!(report.services.is_empty() && report.counters.is_empty() && report.hours.is_empty());
}
