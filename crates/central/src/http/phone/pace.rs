//! How fast phones may ask: an address that tries tokens gets slow, and so does a page that asks
//! without end; nobody else waits for either.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use axum::http::StatusCode;
use motcua_domain::time::Moment;

use crate::refusal::Refusal;

/// How many askers are remembered.
const MOST: usize = 10_000;

/// What phones are held to.
pub(crate) struct Paces {
    /// Tokens that nothing is known of, by address: 20, then one in three seconds.
    pub(super) wrong: Pace<IpAddr>,
    /// Requests of one upload: 200, then 20 a second.
    pub(super) asks: Pace<String>,
}

impl Default for Paces {
    fn default() -> Self {
        Self { wrong: Pace::new(20, 3_000), asks: Pace::new(200, 50) }
    }
}

/// So many requests at once, and then one in so many milliseconds (a leaky bucket, told by when it
/// would be empty).
pub(super) struct Pace<K> {
    most_ahead: i64,
    each: i64,
    empty_at: Mutex<HashMap<K, i64>>,
}

impl<K: Eq + Hash> Pace<K> {
    fn new(at_once: i64, each: i64) -> Self {
        Self { most_ahead: at_once * each, each, empty_at: Mutex::default() }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// 429 `slow-down` with `seconds`.
    pub(super) fn ask(&self, who: K, now: Moment) -> Result<(), Refusal> {
        let now = now.millis();
        let mut all = self.empty_at.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.retain(|_, empty_at| *empty_at > now);
        }
        let full = all.len() >= MOST && !all.contains_key(&who);
        let empty_at = all.get(&who).map_or(now, |empty_at| (*empty_at).max(now));
        let ahead = empty_at + self.each - now;
        if full || ahead > self.most_ahead {
            let wait = (ahead - self.most_ahead).max(1);
            return Err(Refusal::new(StatusCode::TOO_MANY_REQUESTS, "slow-down").with("seconds", wait / 1000 + 1));
        }
        all.insert(who, empty_at + self.each);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_too_fast_waits_and_nobody_else() {
        let pace = Pace::new(3, 1_000);
        let at = |millis: i64| Moment::from_millis(1_000_000 + millis);
        for _ in 0..3 {
            pace.ask("a", at(0)).expect("at once");
        }
        assert!(pace.ask("a", at(0)).is_err());
        assert!(pace.ask("a", at(999)).is_err());
        pace.ask("b", at(999)).expect("somebody else");
        pace.ask("a", at(1_000)).expect("a second later");
        assert!(pace.ask("a", at(1_000)).is_err());
        for _ in 0..3 {
            pace.ask("a", at(10_000)).expect("after a rest");
        }
    }
}
