use motcua_domain::catalogue::ChannelKind;
use motcua_domain::dossier::{Rung, ladder};
use motcua_domain::guide::Form;
use motcua_domain::paper::{ReceiptPayment, Transfer};
use motcua_domain::payment::{Payment, VietQr, Vnd};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Branch, Problem};
use motcua_domain::words::Locale;
use serde_json::Value;

use super::CitizenDesk;
use crate::view::{PayShown, TransferShown};

/// What a submission costs, and how it can be paid, as far as this machine knows without asking.
pub(crate) struct ToPay {
    /// Each part that is known, with what it is for.
    pub(crate) lines: Vec<(String, Vnd)>,
    /// The sum and the code to pay it by; none when nothing is to be paid, or nobody knows how much.
    pub(crate) receipt: Option<ReceiptPayment>,
    /// The same for the screen.
    pub(crate) shown: Option<PayShown>,
}

impl ToPay {
    /// Reckons what these answers cost, handed in that way, with the account and the postage of the centre.
    pub(crate) fn of(
        form: &Form,
        answers: &Value,
        channel: ChannelKind,
        code: &str,
        branch: Option<&Branch>,
        locale: Locale,
    ) -> Self {
        let postage = branch.and_then(|branch| branch.postage);
        let Some(cost) = form.cost(answers, channel, postage.as_ref(), locale) else {
            return Self { lines: form.fees(answers, channel, locale), receipt: None, shown: None };
        };
        let total = cost.total();
        if total == Vnd(0) {
            return Self { lines: cost.lines, receipt: None, shown: None };
        }
        let transfer = branch.and_then(|branch| branch.bank.as_ref()).and_then(|bank| {
            let qr = bank.payload(total, code).ok()?;
            let purpose = VietQr::parse(&qr).ok()?.purpose?;
            Some((bank, Transfer { to: format!("{} · {}", bank.name, bank.account), purpose, qr }))
        });
        let shown = transfer.as_ref().and_then(|(bank, transfer)| {
            let qr = crate::paper::qr(&transfer.qr).ok()?;
            let (name, account) = (bank.name.clone(), bank.account.clone());
            Some(TransferShown { qr, name, account, purpose: transfer.purpose.clone() })
        });
        Self {
            lines: cost.lines,
            receipt: Some(ReceiptPayment { total, transfer: transfer.map(|(_, transfer)| transfer), received: false }),
            shown: Some(PayShown { total, transfer: shown }),
        }
    }

    /// How far a submission has come that was made just now.
    pub(crate) fn ladder(&self, made_at: Moment, received_at: Option<Moment>) -> Vec<Rung> {
        let payment = self.receipt.as_ref().map(|payment| Payment::opened(payment.total, made_at));
        ladder(made_at, received_at, None, payment.as_ref())
    }
}

impl CitizenDesk {
    /// How the payment of this visit's submission stands, as the central system knows it; none while it
    /// does not have the submission.
    ///
    /// # Errors
    /// `nothing-begun` when nothing was submitted in this visit, `central-away`.
    pub async fn payment(&self) -> Result<Option<Payment>, Problem> {
        let code = self.submitted_code().await?;
        match self.central.lookup(&code).await {
            Ok(found) => Ok(found.payment),
            Err(problem) if problem.code == "unknown-code" => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// "Tôi đã chuyển": the central system looks for the money. A person's word is no payment.
    ///
    /// # Errors
    /// `nothing-begun` when nothing was submitted in this visit, `unknown-code` while the central system
    /// does not have the submission, `central-away`.
    pub async fn say_transferred(&self) -> Result<Payment, Problem> {
        let code = self.submitted_code().await?;
        self.central.say_transferred(&code).await
    }

    async fn submitted_code(&self) -> Result<String, Problem> {
        let visit = self.visit.lock().await;
        let submitted = visit.submitted.as_ref().ok_or_else(super::guide::nothing_begun)?;
        Ok(submitted.code.clone())
    }
}

#[cfg(test)]
mod tests {
    use motcua_domain::dossier::RungName;
    use motcua_domain::guide::Forms;
    use serde_json::json;

    use super::*;

    fn branch(bank: Value) -> Branch {
        serde_json::from_value(json!({
            "id": "thu", "name": "Trung tâm thử", "agency": "UBND", "address": "", "place": "An Giang",
            "public_url": null, "groups": [], "counters": [], "priorities": [], "appointment_priority": null,
            "appointments": false, "keep_drafts_days": 7, "bank": bank,
            "postage": { "province": 91, "within_province": 26000, "elsewhere": 35000 }
        }))
        .expect("a centre")
    }

    fn to_pay(branch: Option<&Branch>, copies: u32) -> ToPay {
        let form = Forms::shipped().newest("2.000635").expect("it ships");
        let answers = json!({
            "applicant_name": "Nguyễn Văn An", "applicant_number": "089195000123",
            "applicant_birth_date": "1995-03-02", "copies": copies, "event": "birth", "for_whom": "self",
            "registered_at": "Ủy ban nhân dân phường Long Xuyên", "receive": "post",
            "post_address": { "text": "12 Trần Hưng Đạo, Tỉnh An Giang", "province": "91" }
        });
        ToPay::of(form, &answers, ChannelKind::Online, "A7KM-3XPT", branch, Locale::Vi)
    }

    #[test]
    fn the_code_says_the_sum_and_the_submission_and_needs_only_what_is_known_here() {
        let bank = json!({ "bin": "970415", "account": "101234567890", "name": "VietinBank" });
        let paid = to_pay(Some(&branch(bank)), 2);
        let receipt = paid.receipt.as_ref().expect("it costs something");
        let code = VietQr::parse(&receipt.transfer.as_ref().expect("a code").qr).expect("reads back");
        assert_eq!((code.amount, code.bill.as_deref()), (Some(Vnd(42_000)), Some("A7KM3XPT")));
        let shown = paid.shown.as_ref().and_then(|shown| shown.transfer.as_ref()).expect("on the screen as well");
        assert_eq!(shown.purpose, "Nop ho so A7KM3XPT");
        let now = Moment::from_millis(1_795_395_900_000);
        let last = paid.ladder(now, None).pop().expect("steps");
        assert_eq!((last.name, last.at), (RungName::Paid, None), "nothing here says that it was paid");
    }

    #[test]
    fn without_an_account_it_is_paid_at_the_counter_and_nothing_is_asked_for_nothing() {
        let at_counter = to_pay(Some(&branch(Value::Null)), 1);
        let receipt = at_counter.receipt.expect("it costs something");
        assert_eq!((receipt.total, receipt.transfer), (Vnd(34_000), None));
        // Nothing of the centre is known: the fees of the form are, the postage is the post's.
        assert_eq!(to_pay(None, 1).receipt.expect("a sum").total, Vnd(8_000));
        let free = to_pay(None, 0);
        assert!(free.receipt.is_none() && free.shown.is_none());
        assert!(free.ladder(Moment::from_millis(0), None).iter().all(|rung| rung.name != RungName::Paid));
    }
}
