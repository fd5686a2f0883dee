//! Which reads were put into the audit lately: a console asks again and again, and one read is one row.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use motcua_domain::time::Moment;

use crate::store::audit::Deed;

/// For how long the same read is one read, in milliseconds: 10 minutes.
const SAME: i64 = 10 * 60 * 1000;
/// How many are remembered.
const MOST: usize = 10_000;

/// See the module.
#[derive(Default)]
pub(crate) struct ReadsKept(Mutex<HashMap<Read, Moment>>);

/// Who read what, and how it ended.
type Read = (String, &'static str, Option<String>, u16);

impl ReadsKept {
    /// Whether it was noted within the last minutes.
    pub(crate) fn is_known(&self, deed: &Deed, now: Moment) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&key(deed)).is_some_and(|at| is_same(*at, now))
    }

    /// Notes that it is in the audit.
    pub(crate) fn note(&self, deed: Deed, now: Moment) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.retain(|_, at| is_same(*at, now));
        }
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key(&deed), now);
    }
}

fn is_same(at: Moment, now: Moment) -> bool {
    (0..SAME).contains(&(now.millis() - at.millis()))
}

fn key(deed: &Deed) -> Read {
    (deed.who.clone(), deed.verb, deed.subject.clone(), deed.outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_read_is_one_row_for_ten_minutes() {
        let deed = |subject: &str| Deed {
            who: "staff:lan".to_owned(),
            device: None,
            verb: "submission.read",
            subject: Some(subject.to_owned()),
            outcome: 200,
            before: None,
            after: None,
        };
        let (kept, start) = (ReadsKept::default(), Moment::from_millis(0));
        kept.note(deed("a"), start);
        assert!(kept.is_known(&deed("a"), start.plus_millis(SAME - 1)));
        assert!(!kept.is_known(&deed("a"), start.plus_millis(SAME)));
        assert!(!kept.is_known(&deed("a"), start.plus_millis(-1)), "a clock that was set back keeps nothing from it");
        assert!(!kept.is_known(&deed("b"), start));
        for number in 0..MOST * 2 {
            kept.note(deed(&number.to_string()), start);
        }
        assert!(kept.0.lock().expect("a map").len() <= MOST);
    }
}
