//! How often a paused queue is let go on before it is left to staff.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// At most this many times...
const TIMES: usize = 3;
/// ... within this time.
const WITHIN: Duration = Duration::from_secs(10 * 60);

/// When a queue was let go on. Somebody who pauses it again and again means it.
#[derive(Debug, Default)]
pub(super) struct Tries(VecDeque<Instant>);

impl Tries {
    /// Whether one more is left now; it is counted.
    pub(super) fn take(&mut self, now: Instant) -> bool {
        self.0.retain(|at| now.duration_since(*at) < WITHIN);
        let left = self.0.len() < TIMES;
        if left {
            self.0.push_back(now);
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_times_in_ten_minutes_and_then_no_more() {
        let (mut tries, start) = (Tries::default(), Instant::now());
        let mut at = |seconds: u64| tries.take(start + Duration::from_secs(seconds));
        assert_eq!([0, 1, 300, 301, 599].map(&mut at), [true, true, true, false, false]);
        assert_eq!([600, 601, 602, 899, 900, 901].map(&mut at), [true, true, false, false, true, false]);
    }
}
