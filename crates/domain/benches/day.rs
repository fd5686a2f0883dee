//! How well the estimate of waiting told 1,200 people a day what would become of them, next to what
//! other queues tell: a moving average of waits, and position × average ÷ counters. All three judged
//! by the same people, over days of several seeds. Prints `name value unit` lines.

#[allow(dead_code, reason = "the tests look at more of a day")]
#[path = "../tests/simulator/mod.rs"]
mod simulator;

use std::collections::{HashMap, VecDeque};

use motcua_domain::queue::{Deed, Fact, Hall, Line, Name, Ticket, TicketEvent, Wait};
use motcua_domain::time::Moment;
use uuid::Uuid;

/// The days.
const SEEDS: std::ops::Range<u64> = 1..11;

/// What somebody was told when they took their number, in minutes.
struct Told {
    at: Moment,
    service: Name,
    estimate: Wait,
    moving_average: f64,
    position: f64,
}

/// What the two others know.
#[derive(Default)]
struct Others {
    /// The last waits of each service, in minutes.
    waits: HashMap<Name, VecDeque<f64>>,
    /// How long people of each service took a counter, in minutes: how many, and all together.
    took: HashMap<Name, (u32, f64)>,
    called: HashMap<Uuid, Moment>,
}

/// Errors of one way to tell, in minutes.
#[derive(Default)]
struct Errors {
    sum: f64,
    bias: f64,
    count: u32,
}

impl Errors {
    fn add(&mut self, told: f64, truth: f64) {
        self.sum += (told - truth).abs();
        self.bias += told - truth;
        self.count += 1;
    }

    fn mean(&self) -> f64 {
        self.sum / f64::from(self.count.max(1))
    }
}

fn main() {
    let (mut estimate, mut average, mut position) = (Errors::default(), Errors::default(), Errors::default());
    let (mut covered, mut width, mut issued, mut longest, mut waited) = (0_u32, 0.0, 0_u32, 0.0_f64, 0.0);
    let mut worst: f64 = 0.0;
    for seed in SEEDS {
        let (mut told, mut others, mut arrived) = (HashMap::new(), Others::default(), HashMap::new());
        let mut day = (Errors::default(), Errors::default(), Errors::default());
        simulator::simulate(seed, &mut |hall, fact| {
            let Fact::Ticket(event) = fact else { return };
            match &event.deed {
                Deed::Issue(new) => {
                    issued += 1;
                    arrived.insert(event.ticket, event.at);
                    let ticket = Ticket::issued(event.ticket, event.at, new);
                    if let (Some(wait), Some(moving_average), Some(position)) =
                        (new.wait, others.moving_average(&ticket), others.position(hall, &ticket))
                    {
                        let service = ticket.service.clone();
                        told.insert(
                            event.ticket,
                            Told { at: event.at, service, estimate: wait, moving_average, position },
                        );
                    }
                }
                Deed::Call { .. } => {
                    if let Some(told) = told.remove(&event.ticket) {
                        let truth = minutes(told.at, event.at);
                        longest = longest.max(truth);
                        waited += truth;
                        for (errors, said) in [
                            (&mut day.0, f64::from(told.estimate.seconds) / 60.0),
                            (&mut day.1, told.moving_average),
                            (&mut day.2, told.position),
                        ] {
                            errors.add(said, truth);
                        }
                        let (from, to) = (told.estimate.from_minutes, told.estimate.to_minutes);
                        width += f64::from(to - from);
                        covered += u32::from((f64::from(from)..=f64::from(to)).contains(&truth));
                    }
                    if let (Some(arrived), Some(ticket)) = (arrived.remove(&event.ticket), hall.ticket(event.ticket)) {
                        others.waited(&ticket.service, minutes(arrived, event.at));
                    }
                }
                _ => {}
            }
            others.see(hall, event);
        });
        worst = worst.max(day.0.mean() / day.1.mean().min(day.2.mean()));
        for (all, day) in [(&mut estimate, day.0), (&mut average, day.1), (&mut position, day.2)] {
            all.sum += day.sum;
            all.bias += day.bias;
            all.count += day.count;
        }
    }
    let count = f64::from(estimate.count);
    println!("estimate_mae_minutes {:.2} min", estimate.mean());
    println!("moving_average_mae_minutes {:.2} min", average.mean());
    println!("position_mae_minutes {:.2} min", position.mean());
    println!("estimate_bias_minutes {:.2} min", estimate.bias / count);
    println!("estimate_coverage {:.1} %", 100.0 * f64::from(covered) / count);
    println!("estimate_range_minutes {:.1} min", width / count);
    println!("estimate_told {:.1} %", 100.0 * count / f64::from(issued));
    println!("estimate_worst_day {:.2} ratio", worst);
    println!("simulated_wait_minutes {:.1} min", waited / count);
    println!("simulated_longest_wait_minutes {longest:.1} min");
}

fn minutes(from: Moment, until: Moment) -> f64 {
    (until.millis() - from.millis()) as f64 / 60_000.0
}

impl Others {
    /// The mean of the last ten waits of the service.
    fn moving_average(&self, ticket: &Ticket) -> Option<f64> {
        let waits = self.waits.get(&ticket.service)?;
        Some(waits.iter().sum::<f64>() / waits.len() as f64)
    }

    /// People ahead × mean time at a counter ÷ open counters that serve it.
    fn position(&self, hall: &Hall, ticket: &Ticket) -> Option<f64> {
        let open = hall.sessions().filter(|(_, session)| session.on_break.is_none());
        let serves = |number| hall.config().counter(number).is_some_and(|known| known.serves.contains(&ticket.service));
        let counters = open.filter(|(number, _)| serves(*number)).count();
        let (count, sum) = self.took.get(&ticket.service)?;
        let ahead = hall.waiting().iter().filter(|other| other.line == Line::Service(ticket.service.clone())).count();
        (counters > 0).then(|| (ahead as f64 + 1.0) * sum / f64::from(*count) / counters as f64)
    }

    fn waited(&mut self, service: &Name, minutes: f64) {
        let waits = self.waits.entry(service.clone()).or_default();
        waits.push_back(minutes);
        if waits.len() > 10 {
            waits.pop_front();
        }
    }

    fn see(&mut self, hall: &Hall, event: &TicketEvent) {
        match event.deed {
            Deed::Call { .. } => drop(self.called.insert(event.ticket, event.at)),
            Deed::Finish | Deed::NoShow | Deed::Park | Deed::Transfer { .. } => {
                if let (Some(called), Some(ticket)) = (self.called.remove(&event.ticket), hall.ticket(event.ticket)) {
                    let (count, sum) = self.took.entry(ticket.service.clone()).or_default();
                    *count += 1;
                    *sum += minutes(called, event.at);
                }
            }
            _ => {}
        }
    }
}
