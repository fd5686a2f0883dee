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
    /// Money came before anybody said how much is to be paid.
    AmountUnset,
    /// Its holder says that it was transferred, and for long nothing came. Only officers are told: for its
    /// holder it is being checked.
    NotArrived,
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
    /// An officer said what the fees cost that are not reckoned.
    Set {
        /// What those fees cost together.
        fee: Vnd,
        /// What is to be paid with it: the reckoned parts as well.
        expected: Vnd,
        /// Why, in the officer's words.
        why: String,
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
    /// What is to be paid; none until an officer says it, where it is not reckoned.
    pub expected: Option<Vnd>,
    /// How it stands.
    pub state: PaymentState,
    /// Why an officer must look.
    pub why: Option<PaymentTrouble>,
    /// Since when it stands so.
    pub since: Moment,
    /// When the amount was here; where an officer said that nothing is to be paid, since then.
    pub received_at: Option<Moment>,
    /// How it was paid.
    pub way: Option<PaymentWay>,
}

impl Payment {
    /// A payment nobody has made yet.
    pub fn opened(expected: impl Into<Option<Vnd>>, at: Moment) -> Self {
        let expected = expected.into();
        Self { expected, state: PaymentState::Waiting, why: None, since: at, received_at: None, way: None }
    }

    /// A payment with all that happened to it, in order. `reckoned`: what is to be paid before an officer
    /// says it.
    pub fn of<'a>(
        reckoned: impl Into<Option<Vnd>>,
        opened: Moment,
        events: impl IntoIterator<Item = &'a PaymentEvent>,
    ) -> Self {
        let mut fold = Fold { payment: Self::opened(reckoned, opened), came: Vec::new() };
        events.into_iter().for_each(|event| fold.apply(event));
        fold.payment
    }

    /// Whether it is there for its holder: nothing is said of paying where nothing is to be paid.
    pub fn concerns_holder(&self) -> bool {
        self.expected != Some(Vnd(0)) || self.state == PaymentState::NeedsOfficer
    }

    /// What is still to be paid, where that is known and no money came yet.
    pub fn still_to_pay(&self) -> Option<Vnd> {
        self.expected.filter(|_| [PaymentState::Waiting, PaymentState::Checking].contains(&self.state))
    }

    /// The key of how it stands, in the words of who pays it.
    pub fn key(&self) -> &'static str {
        match (self.state, self.expected) {
            (PaymentState::Waiting, None) => "pay-unset",
            (PaymentState::Waiting, Some(_)) => "pay-waiting",
            (PaymentState::Checking, _) => "pay-checking",
            (PaymentState::Received, _) => "pay-received",
            (PaymentState::NeedsOfficer, _) => "pay-needs_officer",
        }
    }

    /// Why an officer must look, if one must: it does not fit, or it is being checked for longer than so
    /// many minutes.
    pub fn to_see(&self, now: Moment, late_minutes: u32) -> Option<PaymentTrouble> {
        let late = self.since.plus_millis(i64::from(late_minutes) * 60_000) <= now;
        match self.state {
            PaymentState::Checking if late => Some(PaymentTrouble::NotArrived),
            _ => self.why,
        }
    }

    fn become_at(&mut self, state: PaymentState, why: Option<PaymentTrouble>, at: Moment) {
        if (self.state, self.why) != (state, why) {
            (self.state, self.why, self.since) = (state, why, at);
        }
    }

    fn received(&mut self, since: Moment, way: Option<PaymentWay>, at: Moment) {
        self.become_at(PaymentState::Received, None, at);
        (self.received_at, self.way) = (Some(since), way);
    }

    fn needs_officer(&mut self, why: PaymentTrouble, at: Moment) {
        self.become_at(PaymentState::NeedsOfficer, Some(why), at);
    }
}

/// Money that came and was not given back.
#[derive(Clone, Copy)]
struct Came {
    amount: Vnd,
    way: PaymentWay,
    at: Moment,
}

struct Fold {
    payment: Payment,
    came: Vec<Came>,
}

impl Fold {
    /// Takes in what happened. Money is never turned away, only looked at; and it never counts twice.
    fn apply(&mut self, event: &PaymentEvent) {
        let at = event.at;
        match &event.deed {
            PaymentDeed::Said if self.payment.state == PaymentState::Waiting => {
                self.payment.become_at(PaymentState::Checking, None, at)
            }
            PaymentDeed::Said => {}
            PaymentDeed::Credited { amount, .. } => self.money(Came { amount: *amount, way: PaymentWay::Bank, at }),
            PaymentDeed::Taken { amount, .. } => self.money(Came { amount: *amount, way: PaymentWay::Counter, at }),
            PaymentDeed::Set { expected, .. } => self.set(*expected, at),
            PaymentDeed::Settled { outcome: Settlement::Received, .. } => {
                // Nothing came here where it was being checked: the officer saw it at the bank.
                let way = if self.came.is_empty() { PaymentWay::Bank } else { PaymentWay::Counter };
                let way = self.payment.way.unwrap_or(way);
                let since = self.payment.received_at.unwrap_or(at);
                self.payment.received(since, Some(way), at);
                self.came = vec![Came { amount: self.payment.expected.unwrap_or_default(), way, at: since }];
            }
            PaymentDeed::Settled { outcome: Settlement::Waiting, .. } => {
                self.came.clear();
                self.open_again(PaymentState::Waiting, at);
            }
        }
    }

    fn money(&mut self, came: Came) {
        self.came.push(came);
        let payment = &mut self.payment;
        if payment.received_at.is_some() {
            payment.needs_officer(PaymentTrouble::PaidTwice, came.at);
        } else if payment.expected.is_none() {
            payment.needs_officer(PaymentTrouble::AmountUnset, came.at);
        } else if payment.state == PaymentState::NeedsOfficer || payment.expected != Some(came.amount) {
            // Sums are an officer's matter: two wrong amounts never make a right one by themselves.
            payment.needs_officer(PaymentTrouble::WrongAmount, came.at);
        } else {
            payment.received(came.at, Some(came.way), came.at);
        }
    }

    /// Another amount is to be paid from now on; what came is held against it.
    fn set(&mut self, expected: Vnd, at: Moment) {
        self.payment.expected = Some(expected);
        match self.came.as_slice() {
            [] if self.payment.state == PaymentState::Checking => self.open_again(PaymentState::Checking, at),
            [] => self.open_again(PaymentState::Waiting, at),
            [came] if came.amount == expected => self.payment.received(came.at, Some(came.way), at),
            _ => {
                (self.payment.received_at, self.payment.way) = (None, None);
                self.payment.needs_officer(PaymentTrouble::WrongAmount, at);
            }
        }
    }

    /// Nothing is here; that is all that is asked for where nothing is to be paid.
    fn open_again(&mut self, state: PaymentState, at: Moment) {
        if self.payment.expected == Some(Vnd(0)) {
            self.payment.received(at, None, at);
        } else {
            self.payment.become_at(state, None, at);
            (self.payment.received_at, self.payment.way) = (None, None);
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

    fn set(expected: u64) -> PaymentDeed {
        let (fee, why) = (Vnd(expected), "mức của tỉnh".to_owned());
        PaymentDeed::Set { fee, expected: Vnd(expected), why, officer: "Lan".to_owned() }
    }

    fn after_from(reckoned: Option<Vnd>, deeds: &[PaymentDeed]) -> Payment {
        let events: Vec<_> = deeds
            .iter()
            .enumerate()
            .map(|(place, deed)| PaymentEvent { at: Moment::from_millis(place as i64 + 1), deed: deed.clone() })
            .collect();
        Payment::of(reckoned, Moment::from_millis(0), &events)
    }

    fn after(deeds: &[PaymentDeed]) -> Payment {
        after_from(Some(ASKED), deeds)
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
    fn what_is_not_reckoned_waits_for_an_officer_and_is_then_a_payment_like_any_other() {
        use PaymentDeed::Said;
        use PaymentTrouble::{AmountUnset, PaidTwice, WrongAmount};
        let (paid, back) = (settled(Settlement::Received), settled(Settlement::Waiting));
        for (deeds, expected, state, why) in [
            (vec![], None, Waiting, None),
            (vec![Said], None, Checking, None),
            (vec![bank(9_000)], None, NeedsOfficer, Some(AmountUnset)),
            (vec![counter(9_000)], None, NeedsOfficer, Some(AmountUnset)),
            (vec![set(9_000)], Some(9_000), Waiting, None),
            (vec![Said, set(9_000)], Some(9_000), Checking, None),
            (vec![set(9_000), counter(9_000)], Some(9_000), Received, None),
            (vec![set(9_000), bank(8_000)], Some(9_000), NeedsOfficer, Some(WrongAmount)),
            // What came before is held against what is set, and once more when that changes.
            (vec![bank(9_000), set(9_000)], Some(9_000), Received, None),
            (vec![bank(9_000), set(8_000)], Some(8_000), NeedsOfficer, Some(WrongAmount)),
            (vec![bank(9_000), set(8_000), set(9_000)], Some(9_000), Received, None),
            (vec![bank(9_000), bank(9_000), set(9_000)], Some(9_000), NeedsOfficer, Some(WrongAmount)),
            (vec![bank(9_000), back.clone(), set(9_000)], Some(9_000), Waiting, None),
            (vec![set(9_000), bank(9_000), set(12_000)], Some(12_000), NeedsOfficer, Some(WrongAmount)),
            (vec![set(9_000), bank(8_000), paid, set(9_000)], Some(9_000), Received, None),
            // Nothing is to be paid after all.
            (vec![set(0)], Some(0), Received, None),
            (vec![set(0), set(9_000)], Some(9_000), Waiting, None),
            (vec![set(0), bank(9_000)], Some(0), NeedsOfficer, Some(PaidTwice)),
            (vec![set(0), bank(9_000), back], Some(0), Received, None),
        ] {
            let payment = after_from(None, &deeds);
            let found = (payment.expected, payment.state, payment.why);
            assert_eq!(found, (expected.map(Vnd), state, why), "{deeds:?}");
            assert_eq!(payment.concerns_holder(), expected != Some(0) || state == NeedsOfficer, "{deeds:?}");
        }
        let came_first = after_from(None, &[bank(9_000), set(9_000)]);
        let told = (came_first.received_at, came_first.way, came_first.since);
        assert_eq!(told, (Some(Moment::from_millis(1)), Some(PaymentWay::Bank), Moment::from_millis(2)));
    }

    #[test]
    fn a_transfer_that_does_not_arrive_is_for_officers_to_see_and_for_its_holder_being_checked() {
        let at = |minutes: i64| Moment::from_millis(1 + minutes * 60_000);
        let said = after(&[PaymentDeed::Said]);
        assert_eq!((said.to_see(at(119), 120), said.to_see(at(120), 120)), (None, Some(PaymentTrouble::NotArrived)));
        assert_eq!((said.state, said.why), (Checking, None));
        assert_eq!(after(&[]).to_see(at(1_000), 120), None, "nobody says that it was paid");
        assert_eq!(after(&[PaymentDeed::Said, bank(34_000)]).to_see(at(1_000), 120), None);
        assert_eq!(after(&[bank(1)]).to_see(at(0), 120), Some(PaymentTrouble::WrongAmount));
    }

    #[test]
    fn what_an_officer_saw_at_the_bank_ends_the_checking() {
        let seen = after(&[PaymentDeed::Said, settled(Settlement::Received)]);
        assert_eq!((seen.state, seen.way), (Received, Some(PaymentWay::Bank)));
        assert_eq!(after(&[PaymentDeed::Said, settled(Settlement::Waiting)]).state, Waiting);
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
            let of = |kind| [PaymentDeed::Said, bank(34_000), bank(1), counter(34_000)][usize::from(kind)].clone();
            let deeds: Vec<PaymentDeed> = kinds.into_iter().map(of).collect();
            for (place, deed) in deeds.iter().enumerate() {
                let (before, payment) = (after(&deeds[..place]), after(&deeds[..=place]));
                prop_assert_eq!(payment.state == Received || payment.why == Some(PaymentTrouble::PaidTwice), payment.received_at.is_some());
                if before.state == NeedsOfficer {
                    prop_assert_eq!(payment.state, NeedsOfficer);
                }
                if *deed == PaymentDeed::Said {
                    prop_assert_eq!(payment.received_at, before.received_at);
                }
            }
        }
    }
}
