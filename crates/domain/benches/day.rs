//! How well the estimate of waiting told 1,200 people a day what would become of them, next to what
//! other queues tell: a moving average of waits, and position × average ÷ counters. Each of these in
//! the variant that does best. All are judged by the same people, over days of several seeds. Prints
//! `name value unit` lines.

#[allow(dead_code, reason = "the tests look at more of a day")]
#[path = "../tests/simulator/mod.rs"]
mod simulator;

use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use motcua_domain::queue::{Deed, Fact, Hall, Name, Ticket, TicketEvent, Wait};
use motcua_domain::time::Moment;
use uuid::Uuid;

/// The days.
const SEEDS: std::ops::Range<u64> = 1..11;

/// Moving averages of so many waits.
const WINDOWS: [usize; 3] = [3, 10, 30];

/// What somebody was told when they took their number, in minutes.
struct Told {
    at: Moment,
    estimate: Wait,
    moving_average: [f64; 3],
    position: [f64; 3],
}

/// What the two others know.
#[derive(Default)]
struct Others {
    /// The waits of each service, in minutes.
    waits: HashMap<Name, Vec<f64>>,
    /// How long people of each service took a counter, in minutes: how many, and all together.
    took: HashMap<Name, (u32, f64)>,
    called: HashMap<Uuid, Moment>,
}

/// Errors of one way to tell, in minutes.
#[derive(Clone, Copy, Default)]
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

fn best(variants: [Errors; 3]) -> f64 {
    variants.iter().map(Errors::mean).fold(f64::MAX, f64::min)
}

fn main() {
    let (mut estimate, mut average, mut position) = (Errors::default(), [Errors::default(); 3], [Errors::default(); 3]);
    let (mut covered, mut width, mut issued, mut waited, mut days_won) = (0_u32, 0.0, 0_u32, 0.0, 0_u32);
    let (mut most, mut run) = (0, Duration::ZERO);
    for seed in SEEDS {
        let (mut told, mut others, mut arrived) = (HashMap::new(), Others::default(), HashMap::new());
        let mut day = (Errors::default(), [Errors::default(); 3], [Errors::default(); 3]);
        simulator::simulate(seed, &mut |hall, fact| {
            let Fact::Ticket(event) = fact else { return };
            match &event.deed {
                Deed::Issue(new) => {
                    issued += 1;
                    let waiting = hall.waiting().len();
                    if waiting > most {
                        let begun = Instant::now();
                        black_box(hall.estimates(event.at));
                        (most, run) = (waiting, begun.elapsed());
                    }
                    arrived.insert(event.ticket, event.at);
                    let ticket = Ticket::issued(event.ticket, event.at, new);
                    let others = (others.moving_average(&ticket), others.position(hall, &ticket));
                    if let (Some(estimate), (Some(moving_average), Some(position))) = (new.wait, others) {
                        told.insert(event.ticket, Told { at: event.at, estimate, moving_average, position });
                    }
                }
                Deed::Call { .. } => {
                    if let Some(told) = told.remove(&event.ticket) {
                        let truth = minutes(told.at, event.at);
                        waited += truth;
                        day.0.add(f64::from(told.estimate.seconds) / 60.0, truth);
                        for variant in 0..3 {
                            day.1[variant].add(told.moving_average[variant], truth);
                            day.2[variant].add(told.position[variant], truth);
                        }
                        let (from, to) = (f64::from(told.estimate.from_minutes), f64::from(told.estimate.to_minutes));
                        width += to - from;
                        covered += u32::from((from..=to).contains(&truth));
                    }
                    if let (Some(arrived), Some(ticket)) = (arrived.remove(&event.ticket), hall.ticket(event.ticket)) {
                        others.waited(&ticket.service, minutes(arrived, event.at));
                    }
                }
                _ => {}
            }
            others.see(hall, event);
        });
        days_won += u32::from(day.0.mean() < best(day.1).min(best(day.2)));
        let sum = |all: &mut Errors, day: Errors| {
            all.sum += day.sum;
            all.bias += day.bias;
            all.count += day.count;
        };
        sum(&mut estimate, day.0);
        for variant in 0..3 {
            sum(&mut average[variant], day.1[variant]);
            sum(&mut position[variant], day.2[variant]);
        }
    }
    let count = f64::from(estimate.count);
    println!("estimate_mae_minutes {:.2} min", estimate.mean());
    println!("moving_average_mae_minutes {:.2} min", best(average));
    println!("position_mae_minutes {:.2} min", best(position));
    println!("estimate_bias_minutes {:.2} min", estimate.bias / count);
    println!("estimate_coverage {:.1} %", 100.0 * f64::from(covered) / count);
    println!("estimate_range_minutes {:.1} min", width / count);
    println!("estimate_told {:.1} %", 100.0 * count / f64::from(issued));
    println!("estimate_days_won {days_won} of_{}", SEEDS.end - SEEDS.start);
    println!("estimate_run_ms {:.3} ms", run.as_secs_f64() * 1_000.0);
    println!("estimate_run_waiting {most} people");
    println!("simulated_wait_minutes {:.1} min", waited / count);
}

fn minutes(from: Moment, until: Moment) -> f64 {
    (until.millis() - from.millis()) as f64 / 60_000.0
}

impl Others {
    /// The mean of the last waits of the service.
    fn moving_average(&self, ticket: &Ticket) -> Option<[f64; 3]> {
        let waits = self.waits.get(&ticket.service)?;
        Some(WINDOWS.map(|window| {
            let last = waits.iter().rev().take(window);
            last.clone().sum::<f64>() / last.len() as f64
        }))
    }

    /// People ahead × mean time at a counter ÷ open counters that serve it. People ahead are those of
    /// the service without and with oneself, or those of all services of these counters.
    fn position(&self, hall: &Hall, ticket: &Ticket) -> Option<[f64; 3]> {
        let open = hall.sessions().filter(|(_, session)| session.on_break.is_none());
        let profiles = open.filter_map(|(number, _)| hall.config().counter(number));
        let profiles: Vec<_> = profiles.filter(|known| known.serves.contains(&ticket.service)).collect();
        let mean = |service: &Name| self.took.get(service).map(|(count, sum)| sum / f64::from(*count));
        let own = mean(&ticket.service)?;
        let (mut ahead, mut together) = (0.0, 0.0);
        for other in hall.waiting() {
            ahead += if other.service == ticket.service { own } else { 0.0 };
            let shared = profiles.iter().any(|profile| profile.serves.contains(&other.service));
            together += if shared { mean(&other.service).unwrap_or(own) } else { 0.0 };
        }
        let counters = profiles.len() as f64;
        (!profiles.is_empty()).then(|| [ahead / counters, (ahead + own) / counters, together / counters])
    }

    fn waited(&mut self, service: &Name, minutes: f64) {
        self.waits.entry(service.clone()).or_default().push(minutes);
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
