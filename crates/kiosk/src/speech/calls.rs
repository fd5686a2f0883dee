use std::collections::{BTreeSet, VecDeque};

use motcua_domain::time::Moment;
use motcua_domain::wire::BoardCall;

/// The calls that are still to be said, in the order in which they were made.
#[derive(Debug, Default)]
pub struct Calls {
    /// Every call of the last view; none before the first.
    heard: Option<BTreeSet<(Moment, String)>>,
    queue: VecDeque<BoardCall>,
}

impl Calls {
    /// Takes in what a board shows: new calls queue up, and calls that are over leave. A recall is a new
    /// call in place of the one before. What was called before the first view was said by somebody else.
    pub fn hear(&mut self, called: &[BoardCall]) {
        let key = |call: &BoardCall| (call.called_at, call.label.clone());
        let open: Vec<_> = called.iter().filter(|call| !call.serving).collect();
        let now: BTreeSet<_> = open.iter().map(|call| key(call)).collect();
        self.queue.retain(|call| now.contains(&key(call)));
        if let Some(heard) = &self.heard {
            let mut new: Vec<_> = open.into_iter().filter(|call| !heard.contains(&key(call))).cloned().collect();
            new.sort_by_key(key);
            self.queue.extend(new);
        }
        self.heard = Some(now);
    }

    /// The next call to say.
    pub fn next(&mut self) -> Option<BoardCall> {
        self.queue.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(label: &str, second: i64) -> BoardCall {
        BoardCall {
            label: label.to_owned(),
            counter: 1,
            called_at: Moment::from_millis(1_795_395_900_000 + second * 1_000),
            serving: false,
            language: "vi".to_owned(),
        }
    }

    fn said(calls: &mut Calls) -> Vec<String> {
        std::iter::from_fn(|| calls.next()).map(|call| call.label).collect()
    }

    #[test]
    fn calls_are_said_once_in_the_order_they_were_made() {
        let mut calls = Calls::default();
        calls.hear(&[]);
        // The newest call stands first on a board.
        calls.hear(&[call("A002", 2), call("A001", 1)]);
        calls.hear(&[call("A003", 3), call("A002", 2), call("A001", 1)]);
        assert_eq!(said(&mut calls), ["A001", "A002", "A003"]);
        calls.hear(&[call("A003", 3), call("A002", 2), call("A001", 1)]);
        assert_eq!(said(&mut calls), [] as [&str; 0]);
    }

    #[test]
    fn a_call_that_is_over_is_not_said() {
        let mut calls = Calls::default();
        calls.hear(&[]);
        calls.hear(&[call("A002", 2), call("A001", 1), call("A003", 3)]);
        let came = BoardCall { serving: true, ..call("A001", 1) };
        calls.hear(&[came, call("A003", 3)]);
        assert_eq!(said(&mut calls), ["A003"]);
    }

    #[test]
    fn a_recall_is_said_again_and_two_recalls_in_a_row_once() {
        let mut calls = Calls::default();
        calls.hear(&[]);
        calls.hear(&[call("A001", 1)]);
        assert_eq!(said(&mut calls), ["A001"]);
        calls.hear(&[call("A001", 5)]);
        calls.hear(&[call("A001", 9)]);
        assert_eq!(said(&mut calls), ["A001"]);
    }

    #[test]
    fn what_was_called_before_the_start_is_not_said() {
        let mut calls = Calls::default();
        calls.hear(&[call("A001", 1)]);
        assert_eq!(said(&mut calls), [] as [&str; 0]);
        calls.hear(&[call("A001", 7)]);
        assert_eq!(said(&mut calls), ["A001"]);
    }
}
