//! What was submitted here, as far as is known what became of it: what its screen shows, and what its slip says
//! whenever it is printed.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use motcua_domain::dossier::{Rung, RungName, ladder};
use motcua_domain::paper::{self, Document, PaperSize, ReceiptPaper, ReceiptPayment, SupplementPaper};
use motcua_domain::payment::{Payment, PaymentState, Vnd};
use motcua_domain::time::Moment;
use motcua_domain::wire::Lookup;
use motcua_domain::words::Words;
use uuid::Uuid;

use crate::print_desk::Composer;
use crate::store::Came;
use crate::view::SubmissionShown;

/// Something that was submitted at this machine.
pub(crate) struct Submitted {
    /// Its identity.
    pub(crate) id: Uuid,
    /// What the screen shows of it.
    pub(crate) shown: SubmissionShown,
    slip: Arc<Mutex<Slip>>,
    came: Came,
    accepted_at: Option<Moment>,
    /// Its payment; none where nothing is to be paid, or nobody knows how much.
    payment: Option<Payment>,
}

/// The paper of what was submitted.
pub(crate) enum Slip {
    /// A submission's.
    Receipt(Box<ReceiptPaper>),
    /// Of an answer to what an officer asked for.
    Answer(Box<SupplementPaper>),
}

impl Submitted {
    /// Of which nothing is known but that it is saved.
    pub(crate) fn new(id: Uuid, slip: Slip, shown: SubmissionShown) -> Self {
        let payment = slip.to_pay();
        Self { id, shown, slip: Arc::new(Mutex::new(slip)), came: Came::default(), accepted_at: None, payment }
    }

    /// Makes its slip, as it is true when it is printed.
    pub(crate) fn composer(&self, size: PaperSize, words: &'static Words) -> Composer {
        let slip = self.slip.clone();
        Arc::new(move |reprint| held(&slip).document(reprint, size, words))
    }

    /// It came so far, by this machine's own store. Answers whether that is further than was known.
    pub(crate) fn came(&mut self, came: Came) -> bool {
        let further = self.came != came;
        self.came = came;
        self.refresh();
        further
    }

    /// What is to be paid for it, and what that is made up of, as its slip says it now; none where nothing is, or
    /// it is not taken.
    pub(crate) fn to_pay(&self) -> Option<(ReceiptPayment, Vec<(String, Vnd)>)> {
        match &*held(&self.slip) {
            Slip::Receipt(paper) if !paper.refused => Some((paper.payment.clone()?, paper.fees.clone())),
            _ => None,
        }
    }

    /// The central system says how it stands.
    pub(crate) fn told(&mut self, found: &Lookup) {
        (self.accepted_at, self.payment) = (found.accepted_at, found.payment.clone());
        if found.time.is_some() {
            self.shown.time.clone_from(&found.time);
            if let Slip::Receipt(paper) = &mut *held(&self.slip) {
                paper.time.clone_from(&found.time);
            }
        }
        self.refresh();
    }

    fn refresh(&mut self) {
        let Came { received_at, refused, transfer_said } = self.came;
        let state = self.payment.as_ref().map(|payment| match payment.state {
            PaymentState::Waiting if transfer_said => PaymentState::Checking,
            state => state,
        });
        let mut slip = held(&self.slip);
        let ladder = slip.ladder(received_at, self.accepted_at, self.payment.as_ref());
        let shown = &mut self.shown;
        (shown.sent, shown.refused, shown.received_at) = (received_at.is_some(), refused, received_at);
        shown.ladder.clone_from(&ladder);
        // What will not be taken is not paid for.
        shown.pay = shown.pay.take().filter(|_| !refused);
        match &mut *slip {
            Slip::Receipt(paper) => {
                (paper.sent, paper.refused, paper.received_at) = (received_at.is_some(), refused, received_at);
                paper.ladder = ladder;
                if let (Some(payment), Some(state)) = (&mut paper.payment, state) {
                    payment.state = state;
                }
            }
            Slip::Answer(paper) => {
                (paper.refused, paper.received_at, paper.ladder) = (refused, received_at, ladder);
            }
        }
    }
}

impl Slip {
    pub(super) fn procedure_name(&self) -> &str {
        match self {
            Self::Receipt(paper) => &paper.procedure_name,
            Self::Answer(paper) => &paper.procedure_name,
        }
    }

    /// The payment as this machine reckons it, which nobody has made yet.
    fn to_pay(&self) -> Option<Payment> {
        match self {
            Self::Receipt(paper) => paper.payment.as_ref().map(|pay| Payment::opened(pay.total, paper.made_at)),
            Self::Answer(_) => None,
        }
    }

    fn ladder(&self, received: Option<Moment>, accepted: Option<Moment>, payment: Option<&Payment>) -> Vec<Rung> {
        match self {
            Self::Receipt(paper) => ladder(paper.made_at, received, accepted, payment),
            // It is accepted and paid with its submission.
            Self::Answer(paper) => {
                let mut rungs = ladder(paper.made_at, received, None, None);
                rungs.retain(|rung| rung.name != RungName::Accepted);
                rungs
            }
        }
    }

    fn document(&self, reprint: bool, size: PaperSize, words: &Words) -> Document {
        match self {
            Self::Receipt(paper) => {
                paper::receipt(&ReceiptPaper { reprint, ..ReceiptPaper::clone(paper) }, size, words)
            }
            Self::Answer(paper) => {
                paper::supplement(&SupplementPaper { reprint, ..SupplementPaper::clone(paper) }, size, words)
            }
        }
    }
}

fn held(slip: &Mutex<Slip>) -> MutexGuard<'_, Slip> {
    slip.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use motcua_domain::paper::Transfer;
    use motcua_domain::payment::PaymentWay;
    use motcua_domain::wire::SubmissionState;
    use motcua_domain::words::Locale;

    use super::*;
    use crate::view::QrPicture;

    const CODE: &str = "A7KM-3XPT";
    const TO_PAY: &str = "0002010102";

    fn at(second: i64) -> Moment {
        Moment::from_millis(1_795_395_900_000 + second * 1_000)
    }

    /// Saved and not sent, with 8.000 đồng to pay.
    fn saved() -> Submitted {
        let transfer = Transfer { qr: TO_PAY.to_owned(), to: "VietinBank".to_owned(), purpose: String::new() };
        let payment = ReceiptPayment { total: Vnd(8_000), transfer: Some(transfer), state: PaymentState::Waiting };
        let receipt = ReceiptPaper {
            centre: String::new(),
            code: CODE.to_owned(),
            procedure_name: String::new(),
            procedure_code: String::new(),
            applicant_name: String::new(),
            masked_number: String::new(),
            made_at: at(0),
            received_at: None,
            sent: false,
            refused: false,
            papers_sent: Vec::new(),
            to_show: Vec::new(),
            fees: Vec::new(),
            deadline_words: String::new(),
            time: None,
            delivery: String::new(),
            ladder: Vec::new(),
            payment: Some(payment),
            qr: String::new(),
            phone: false,
            reprint: false,
            trial: false,
        };
        let shown = SubmissionShown {
            code: CODE.to_owned(),
            procedure_name: String::new(),
            sent: false,
            refused: false,
            received_at: None,
            qr: QrPicture { size: 0, path: String::new() },
            to_show: Vec::new(),
            ladder: Vec::new(),
            pay: None,
            time: None,
            supplement: false,
            print: 0,
        };
        Submitted::new(Uuid::nil(), Slip::Receipt(Box::new(receipt)), shown)
    }

    fn found(payment: Payment) -> Lookup {
        Lookup {
            code: CODE.to_owned(),
            procedure: String::new(),
            state: SubmissionState::Received,
            received_at: at(2),
            dossier_code: None,
            accepted_at: None,
            due_at: None,
            ladder: Vec::new(),
            payment: Some(payment),
            supplements: Vec::new(),
            time: None,
        }
    }

    #[test]
    fn a_slip_says_what_is_true_when_it_is_printed_again() {
        let mut submitted = saved();
        let compose = submitted.composer(PaperSize::A5, Words::of(Locale::Vi));
        let text = |reprint| format!("{:?}", compose(reprint).blocks);
        assert!(!submitted.came(Came::default()), "nothing came further");
        let first = text(false);
        assert!(first.contains("CHƯA nộp") && first.contains(TO_PAY), "{first}");

        // Its person says to have paid: it is not asked for a second time.
        assert!(submitted.came(Came { transfer_said: true, ..Came::default() }));
        assert!(!text(true).contains(TO_PAY));

        assert!(submitted.came(Came { received_at: Some(at(2)), ..Came::default() }));
        let sent = text(true);
        assert!(sent.contains("IN LẠI") && !sent.contains("CHƯA nộp") && sent.contains(TO_PAY), "{sent}");

        let received = Payment {
            state: PaymentState::Received,
            received_at: Some(at(9)),
            way: Some(PaymentWay::Bank),
            ..Payment::opened(Vnd(8_000), at(2))
        };
        submitted.told(&found(received));
        let paid = text(true);
        assert!(paid.contains("đã nhận tiền") && !paid.contains(TO_PAY), "{paid}");
        assert!(submitted.shown.ladder.iter().any(|rung| rung.name == RungName::Paid && rung.at == Some(at(9))));
    }
}
