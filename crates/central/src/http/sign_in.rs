//! Growing delays after wrong passwords, by account and address: guessing gets slow, and nobody can
//! lock somebody else out from another place.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use axum::http::StatusCode;
use motcua_domain::time::Moment;

use crate::refusal::Refusal;

/// Wrong passwords before the first delay.
const FREE: u32 = 3;
/// The longest delay, in milliseconds: 5 minutes.
const LONGEST: i64 = 5 * 60 * 1000;
/// Failures older than this are forgotten, in milliseconds: 15 minutes.
const FORGOTTEN: i64 = 15 * 60 * 1000;
/// How many accounts are remembered for one address.
const PER_ADDRESS: usize = 50;
/// How many accounts and addresses are remembered.
const MOST: usize = 10_000;

/// Who failed how often.
#[derive(Default)]
pub(crate) struct Delays(Mutex<HashMap<(String, IpAddr), Failures>>);

#[derive(Clone, Copy)]
struct Failures {
    count: u32,
    last: Moment,
}

impl Failures {
    /// 1 s after the third, then twice as long each time.
    fn delay(self) -> i64 {
        match self.count.checked_sub(FREE) {
            None => 0,
            Some(over) => (1000_i64 << over.min(20)).min(LONGEST),
        }
    }
}

impl Delays {
    /// Lets an attempt through, counting it as failed until [`Self::succeeded`]: attempts made at
    /// the same time each count.
    ///
    /// # Errors
    /// 429 `sign-in-wait` with `seconds`.
    pub(crate) fn attempt(&self, account: &str, from: IpAddr, now: Moment) -> Result<(), Refusal> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, failures| now.millis() - failures.last.millis() < FORGOTTEN);
        let key = (account.to_owned(), from);
        if !all.contains_key(&key) {
            if all.keys().filter(|(_, address)| *address == from).count() >= PER_ADDRESS {
                return Err(wait(60_000));
            }
            if all.len() >= MOST
                && let Some(oldest) = all.iter().min_by_key(|(_, failures)| failures.last).map(|(key, _)| key.clone())
            {
                all.remove(&oldest);
            }
        }
        let failures = all.entry(key).or_insert(Failures { count: 0, last: now });
        let left = failures.last.millis() + failures.delay() - now.millis();
        if failures.count >= FREE && left > 0 {
            return Err(wait(left));
        }
        *failures = Failures { count: failures.count.saturating_add(1), last: now };
        Ok(())
    }

    /// Forgets the failures of somebody who knew the password.
    pub(crate) fn succeeded(&self, account: &str, from: IpAddr) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&(account.to_owned(), from));
    }
}

fn wait(millis: i64) -> Refusal {
    Refusal::new(StatusCode::TOO_MANY_REQUESTS, "sign-in-wait").with("seconds", millis / 1000 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));
    const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 2));

    #[test]
    fn delays_grow_and_reach_nobody_else() {
        let delays = Delays::default();
        let mut now = Moment::from_millis(1_000_000);
        for _ in 0..3 {
            delays.attempt("lan", HERE, now).expect("three are free");
        }
        let mut waited = Vec::new();
        for _ in 0..12 {
            let start = now;
            while delays.attempt("lan", HERE, now).is_err() {
                delays.attempt("lan", THERE, now).expect("from another place");
                delays.succeeded("lan", THERE);
                now = now.plus_millis(500);
            }
            waited.push((now.millis() - start.millis()) / 1000);
        }
        assert_eq!(waited, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        delays.succeeded("lan", HERE);
        delays.attempt("lan", HERE, now).expect("the right password clears the delay");
    }

    #[test]
    fn invented_names_stop_only_who_invents_them() {
        let delays = Delays::default();
        let now = Moment::from_millis(1_000_000);
        for name in 0..PER_ADDRESS {
            delays.attempt(&format!("name{name}"), HERE, now).expect("still few");
        }
        assert!(delays.attempt("lan", HERE, now).is_err());
        delays.attempt("lan", THERE, now).expect("from another place");
    }
}
