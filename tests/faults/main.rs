//! Faults of server, network, store and process, made with the real program: what was promised is there
//! afterwards, exactly once. `MOTCUA_FAULTS=long` (`script/test --long`) makes many more of each.
#![allow(clippy::unwrap_used)]

mod clock;
mod full_disk;
mod kill;
mod lost_answers;
mod power_cut;
#[path = "../cut_off/proxy.rs"]
#[allow(dead_code, reason = "the journeys count and cut what is asked")]
mod proxy;
mod refusing_disk;
mod server;

/// How often something is done: a few times, or many in the long form.
fn times(short: usize, long: usize) -> usize {
    if std::env::var("MOTCUA_FAULTS").is_ok_and(|form| form == "long") { long } else { short }
}

/// A row of numbers without an order, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}
