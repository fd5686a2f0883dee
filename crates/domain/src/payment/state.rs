use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use super::Vnd;
use crate::time::Moment;

/// How the payment of a submission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// Chờ thanh toán: nobody has said or seen anything.
    Waiting,
    /// Đang kiểm tra: its holder says that it was transferred. That is a person's word, no money.
    Checking,
    /// Đã nhận: the whole amount is here, once.
    Received,
    /// Cần cán bộ xem: money came that does not fit.
    NeedsOfficer,
}

impl PaymentState {
    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Checking => "checking",
            Self::Received => "received",
            Self::NeedsOfficer => "needs_officer",
        }
    }
}

/// Why an officer must look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PaymentTrouble {
    /// Another amount came than was asked for.
    WrongAmount,
    /// Money came although it was paid already. What was paid first counts, once.
    PaidTwice,
}

/// How it was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PaymentWay {
    /// By a transfer that the bank confirmed.
    Bank,
    /// At the counter, to an officer.
    Counter,
}

/// How an officer ended a trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// The amount is paid; what was too much was given back.
    Received,
    /// What came was given back: it is still to be paid.
    Waiting,
}

/// Something that happened to a payment. It is only ever added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct PaymentEvent {
    /// When the central system knew it.
    pub at: Moment,
    /// What happened.
    pub deed: PaymentDeed,
}

/// What happens to a payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PaymentDeed {
    /// Its holder says that it was transferred.
    Said,
    /// The bank says that money came.
    Credited {
        /// The bank's stable name.
        bank: String,
        /// The bank's own name of the transaction.
        transaction: String,
        /// How much came.
        amount: Vnd,
        /// When, by the bank's clock.
        paid_at: Moment,
    },
    /// An officer took money.
    Taken {
        /// How much.
        amount: Vnd,
        /// The officer's name.
        officer: String,
    },
    /// An officer put right what did not fit.
    Settled {
        /// How.
        outcome: Settlement,
        /// What was done, in the officer's words.
        note: String,
        /// The officer's name.
        officer: String,
    },
}

/// The payment of a submission: what happened to it, put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Payment {
    /// What is to be paid.
    pub expected: Vnd,
    /// How it stands.
    pub state: PaymentState,
    /// Why an officer must look.
    pub why: Option<PaymentTrouble>,
    /// Since when it stands so.
    pub since: Moment,
    /// When the amount was here.
    pub received_at: Option<Moment>,
    /// How it was paid.
    pub way: Option<PaymentWay>,
}

impl Payment {
    /// A payment nobody has made yet.
    pub fn opened(expected: Vnd, at: Moment) -> Self {
        Self { expected, state: PaymentState::Waiting, why: None, since: at, received_at: None, way: None }
    }

    /// A payment with all that happened to it, in order.
    pub fn of<'a>(expected: Vnd, opened: Moment, events: impl IntoIterator<Item = &'a PaymentEvent>) -> Self {
        let mut payment = Self::opened(expected, opened);
        events.into_iter().for_each(|event| payment.apply(event));
        payment
    }

    /// Takes in what happened. Money is never turned away, only looked at; and it never counts twice.
    pub fn apply(&mut self, event: &PaymentEvent) {
        let at = event.at;
        match &event.deed {
            PaymentDeed::Said if self.state == PaymentState::Waiting => {
                self.become_at(PaymentState::Checking, None, at)
            }
            PaymentDeed::Said => {}
            PaymentDeed::Credited { amount, .. } => self.money(*amount, PaymentWay::Bank, at),
            PaymentDeed::Taken { amount, .. } => self.money(*amount, PaymentWay::Counter, at),
            PaymentDeed::Settled { outcome: Settlement::Received, .. } => {
                self.become_at(PaymentState::Received, None, at);
                self.received_at.get_or_insert(at);
                self.way.get_or_insert(PaymentWay::Counter);
            }
            PaymentDeed::Settled { outcome: Settlement::Waiting, .. } => {
                self.become_at(PaymentState::Waiting, None, at);
                (self.received_at, self.way) = (None, None);
            }
        }
    }

    fn money(&mut self, amount: Vnd, way: PaymentWay, at: Moment) {
        if self.received_at.is_some() {
            self.become_at(PaymentState::NeedsOfficer, Some(PaymentTrouble::PaidTwice), at);
        } else if self.state == PaymentState::NeedsOfficer || amount != self.expected {
            // Sums are an officer's matter: two wrong amounts never make a right one by themselves.
            self.become_at(PaymentState::NeedsOfficer, Some(PaymentTrouble::WrongAmount), at);
        } else {
            self.become_at(PaymentState::Received, None, at);
            (self.received_at, self.way) = (Some(at), Some(way));
        }
    }

    fn become_at(&mut self, state: PaymentState, why: Option<PaymentTrouble>, at: Moment) {
        if (self.state, self.why) != (state, why) {
            (self.state, self.why, self.since) = (state, why, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::PaymentState::{Checking, NeedsOfficer, Received, Waiting};
    use super::*;

    const ASKED: Vnd = Vnd(34_000);

    fn bank(amount: u64) -> PaymentDeed {
        let transaction = "FT1".to_owned();
        PaymentDeed::Credited {
            bank: "x".to_owned(),
            transaction,
            amount: Vnd(amount),
            paid_at: Moment::from_millis(0),
        }
    }

    fn counter(amount: u64) -> PaymentDeed {
        PaymentDeed::Taken { amount: Vnd(amount), officer: "Lan".to_owned() }
    }

    fn settled(outcome: Settlement) -> PaymentDeed {
        PaymentDeed::Settled { outcome, note: "đã trả lại".to_owned(), officer: "Lan".to_owned() }
    }

    fn after(deeds: &[PaymentDeed]) -> Payment {
        let events: Vec<_> = deeds
            .iter()
            .enumerate()
            .map(|(place, deed)| PaymentEvent { at: Moment::from_millis(place as i64 + 1), deed: deed.clone() })
            .collect();
        Payment::of(ASKED, Moment::from_millis(0), &events)
    }

    #[test]
    fn every_transition() {
        use PaymentDeed::Said;
        use PaymentTrouble::{PaidTwice, WrongAmount};
        let (right, wrong) = (34_000, 30_000);
        let (paid, back) = (settled(Settlement::Received), settled(Settlement::Waiting));
        for (deeds, state, why) in [
            (vec![], Waiting, None),
            (vec![Said], Checking, None),
            (vec![Said, Said], Checking, None),
            (vec![bank(right)], Received, None),
            (vec![Said, bank(right)], Received, None),
            (vec![bank(right), Said], Received, None),
            (vec![counter(right)], Received, None),
            (vec![Said, counter(right)], Received, None),
            (vec![bank(wrong)], NeedsOfficer, Some(WrongAmount)),
            (vec![counter(wrong)], NeedsOfficer, Some(WrongAmount)),
            (vec![bank(wrong), Said], NeedsOfficer, Some(WrongAmount)),
            (vec![bank(wrong), bank(4_000)], NeedsOfficer, Some(WrongAmount)),
            (vec![bank(wrong), bank(right)], NeedsOfficer, Some(WrongAmount)),
            (vec![bank(right), bank(right)], NeedsOfficer, Some(PaidTwice)),
            (vec![bank(right), bank(wrong)], NeedsOfficer, Some(PaidTwice)),
            (vec![bank(right), counter(right)], NeedsOfficer, Some(PaidTwice)),
            (vec![counter(right), bank(right)], NeedsOfficer, Some(PaidTwice)),
            (vec![bank(wrong), paid.clone()], Received, None),
            (vec![bank(wrong), back.clone()], Waiting, None),
            (vec![bank(wrong), back.clone(), bank(right)], Received, None),
            (vec![bank(right), bank(right), paid.clone()], Received, None),
            (vec![bank(right), bank(right), paid, bank(right)], NeedsOfficer, Some(PaidTwice)),
            (vec![bank(right), bank(right), back], Waiting, None),
        ] {
            let payment = after(&deeds);
            assert_eq!((payment.state, payment.why), (state, why), "{deeds:?}");
        }
    }

    #[test]
    fn what_was_paid_first_counts_and_keeps_its_time() {
        let twice = after(&[counter(34_000), bank(34_000), settled(Settlement::Received)]);
        assert_eq!((twice.received_at, twice.way), (Some(Moment::from_millis(1)), Some(PaymentWay::Counter)));
        assert_eq!(twice.since, Moment::from_millis(3));
        let put_right = after(&[bank(30_000), settled(Settlement::Received)]);
        assert_eq!(put_right.received_at, Some(Moment::from_millis(2)));
        let given_back = after(&[bank(34_000), bank(34_000), settled(Settlement::Waiting)]);
        assert_eq!((given_back.received_at, given_back.way), (None, None));
    }

    proptest! {
        #[test]
        fn a_persons_word_is_never_money_and_only_officers_end_a_trouble(kinds in prop::collection::vec(0_u8..4, 0..12)) {
            let mut payment = Payment::opened(ASKED, Moment::from_millis(0));
            for (place, kind) in kinds.into_iter().enumerate() {
                let deed = [PaymentDeed::Said, bank(34_000), bank(1), counter(34_000)][usize::from(kind)].clone();
                let before = payment.clone();
                payment.apply(&PaymentEvent { at: Moment::from_millis(place as i64), deed: deed.clone() });
                prop_assert_eq!(payment.state == Received || payment.why == Some(PaymentTrouble::PaidTwice), payment.received_at.is_some());
                if before.state == NeedsOfficer {
                    prop_assert_eq!(payment.state, NeedsOfficer);
                }
                if deed == PaymentDeed::Said {
                    prop_assert_eq!(payment.received_at, before.received_at);
                }
            }
        }
    }
}
