use std::collections::HashMap;

use uuid::Uuid;

use super::estimate::Wait;
use super::pace::seconds;
use crate::time::Moment;

/// As if this many people who waited twenty minutes had waited just as long as the run said.
const DOUBT: f64 = 15.0 * 1_200.0;
/// The last so many people count most.
const MEMORY: u64 = 60;

/// How much longer people waited today than the run forward said, which knows of no break that is
/// still to come and of nobody with priority who is still to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Drag {
    /// When those who wait took their number, and what the run said then, in seconds.
    said: HashMap<Uuid, (Moment, u32)>,
    /// What it said and what came of it, in thousandths of a second, the newest counting most.
    sum: (u64, u64),
}

impl Drag {
    /// By what the run's seconds are multiplied.
    pub(super) fn factor(&self) -> f64 {
        let [said, came] = [self.sum.0, self.sum.1].map(|sum| sum as f64 / 1_000.0 + DOUBT);
        (came / said).clamp(0.7, 1.6)
    }

    /// Somebody took a number, and was told this.
    pub(super) fn said(&mut self, id: Uuid, at: Moment, wait: Wait) {
        let said = f64::from(wait.seconds) / self.factor();
        self.said.insert(id, (at, said as u32));
    }

    /// Somebody was called, or sent elsewhere.
    pub(super) fn came(&mut self, id: Uuid, called: Option<Moment>) {
        let (Some((at, said)), called) = (self.said.remove(&id), called) else { return };
        let Some(called) = called else { return };
        let fade = |sum: u64, seconds: u32| sum - sum / MEMORY + u64::from(seconds) * 1_000;
        self.sum = (fade(self.sum.0, said), fade(self.sum.1, seconds(at, called)));
    }
}
