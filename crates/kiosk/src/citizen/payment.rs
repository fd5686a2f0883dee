use motcua_domain::catalogue::ChannelKind;
use motcua_domain::guide::Form;
use motcua_domain::paper::{ReceiptPayment, Transfer};
use motcua_domain::payment::{BankAccount, PaymentState, VietQr, Vnd};
use motcua_domain::wire::Branch;
use motcua_domain::words::Locale;
use serde_json::Value;

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
        let bank = branch.and_then(|branch| branch.bank.as_ref());
        let transfer = bank.and_then(|bank| transfer(bank, total, code));
        Self {
            lines: cost.lines,
            receipt: Some(ReceiptPayment { total, transfer, state: PaymentState::Waiting }),
            shown: Some(pay_shown(bank, total, code)),
        }
    }
}

/// A sum that is to be paid for the submission of a code, as the screen shows it.
pub(super) fn pay_shown(bank: Option<&BankAccount>, total: Vnd, code: &str) -> PayShown {
    PayShown { total, transfer: bank.and_then(|bank| TransferShown::of(bank, total, code)) }
}

/// The transfer of a sum for a submission, as a paper says it; none where no code can be made of it.
pub(crate) fn transfer(bank: &BankAccount, total: Vnd, code: &str) -> Option<Transfer> {
    let qr = bank.payload(total, code).ok()?;
    let purpose = VietQr::parse(&qr).ok()?.purpose?;
    Some(Transfer { to: format!("{} · {}", bank.name, bank.account), purpose, qr })
}

#[cfg(test)]
mod tests {
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
        assert_eq!(receipt.state, PaymentState::Waiting, "nothing here says that it was paid");
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
    }
}
