use super::receipt::{Transfer, head};
use super::{Block, Document, PaperSize, Row, RuleKind, Share, Style, date_time, marks, money};
use crate::payment::{PaymentState, Vnd};
use crate::time::Moment;
use crate::words::Words;

/// The facts on a payment slip: what is to be paid for a submission, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentSlipPaper {
    /// The centre's name.
    pub centre: String,
    /// The submission code (mã nộp tạm), `XXXX-XXXX`.
    pub code: String,
    /// The procedure's name.
    pub procedure_name: String,
    /// What the sum is made up of, where that is known.
    pub lines: Vec<(String, Vnd)>,
    /// What is to be paid.
    pub total: Vnd,
    /// How the payment stands.
    pub state: PaymentState,
    /// The transfer that pays it; without one it is paid at the counter.
    pub transfer: Option<Transfer>,
    /// When the payment was looked at: it stood so then.
    pub at: Moment,
    /// What its head's QR says, for the reader of a kiosk or a phone.
    pub qr: String,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A **Phiếu báo nộp tiền**, on a roll or on A5: what to pay and how, before it is paid.
///
/// It is no receipt of money (biên lai) and says so first. A person's word that it was transferred is being
/// checked, never paid; and who paid, or says so, is not asked to pay again: then it bears no code to pay by.
pub fn payment_slip(paper: &PaymentSlipPaper, size: PaperSize, words: &Words) -> Document {
    let title = words.say("paper-payslip-title");
    let on_sheet = matches!(size, PaperSize::A5 | PaperSize::A4);
    let say = |key: &str| Block::text(Style::Body, words.say(key));
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend(head(&paper.centre, &title, &paper.code, &paper.qr, size, words));
    blocks.extend([
        Block::Rule(RuleKind::Full),
        Block::text(Style::Strong, words.say("paper-payslip-no-receipt")),
        Block::Rule(RuleKind::Full),
        Block::Rows(vec![Row::new(words.say("paper-receipt-procedure"), &paper.procedure_name)]),
    ]);
    blocks.extend(costs(paper, words));
    blocks.push(Block::Rule(RuleKind::Full));
    let state = words.say(&format!("paper-payslip-state-{}", paper.state.name()));
    let stands = words.say_with("paper-payslip-state", &[("when", &date_time(paper.at, words)), ("state", &state)]);
    blocks.push(Block::text(Style::Strong, stands));
    match (paper.state, &paper.transfer) {
        (PaymentState::Waiting, Some(transfer)) => blocks.extend(by_transfer(paper, transfer, on_sheet, words)),
        (PaymentState::Waiting, None) => blocks.push(say("paper-payslip-counter")),
        (PaymentState::Checking, _) => blocks.push(say("paper-payslip-checking")),
        (PaymentState::Received, _) => blocks.push(say("paper-payslip-received")),
        (PaymentState::NeedsOfficer, _) => blocks.push(say("paper-payslip-officer")),
    }
    Document { paper: size, footer: format!("{title} · {}", paper.code), title, blocks }
}

/// What it is for, and the sum.
fn costs(paper: &PaymentSlipPaper, words: &Words) -> Vec<Block> {
    let amount = |amount: Vnd| money(amount, "paper-money", words);
    let each = paper.lines.iter().map(|(what, cost)| Row::new(what, amount(*cost)));
    let total = words.say_with("paper-payslip-total", &[("amount", &amount(paper.total))]);
    let mut blocks = vec![Block::Space(1), Block::text(Style::Strong, words.say("paper-payslip-for"))];
    if paper.lines.is_empty() {
        blocks.pop();
    } else {
        blocks.push(Block::Rows(each.collect()));
    }
    blocks.push(Block::text(Style::Heading, total));
    blocks
}

/// The code that pays it, with the same for people beside or above it.
fn by_transfer(paper: &PaymentSlipPaper, transfer: &Transfer, on_sheet: bool, words: &Words) -> Vec<Block> {
    let rows = vec![
        Row::new(words.say("paper-payslip-to"), &transfer.to),
        Row::new(words.say("paper-payslip-amount"), money(paper.total, "paper-money", words)),
        Row::new(words.say("paper-payslip-purpose"), &transfer.purpose),
    ];
    let how = vec![Block::text(Style::Body, words.say("paper-payslip-how")), Block::Rows(rows)];
    let caption = words.say_with("paper-receipt-pay-qr", &[("amount", &paper.total.to_string())]);
    let qr = Block::Qr { data: transfer.qr.clone(), caption };
    if on_sheet {
        let shares = vec![Share { share: 6, blocks: how }, Share { share: 4, blocks: vec![qr] }];
        return vec![Block::Space(1), Block::Columns(shares)];
    }
    how.into_iter().chain([qr]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::official::tests::said;
    use super::*;
    use crate::words::Locale;

    fn paper() -> PaymentSlipPaper {
        let transfer = Transfer {
            qr: "0002010102".to_owned(),
            to: "VietinBank · 101234567890".to_owned(),
            purpose: "Nop ho so A7KM3XPT".to_owned(),
        };
        PaymentSlipPaper {
            centre: "Trung tâm Phục vụ hành chính công".to_owned(),
            code: "A7KM-3XPT".to_owned(),
            procedure_name: "Cấp bản sao trích lục hộ tịch".to_owned(),
            lines: vec![("Lệ phí".to_owned(), Vnd(16_000)), ("Tiền gửi bưu điện".to_owned(), Vnd(26_000))],
            total: Vnd(42_000),
            state: PaymentState::Waiting,
            transfer: Some(transfer),
            at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            qr: "A7KM-3XPT".to_owned(),
            reprint: false,
            trial: false,
        }
    }

    fn codes(document: &Document) -> usize {
        format!("{:?}", document.blocks).matches("0002010102").count()
    }

    #[test]
    fn it_says_what_is_paid_for_and_how_and_that_it_is_no_receipt() {
        for size in [PaperSize::Roll80, PaperSize::A5] {
            let document = payment_slip(&paper(), size, Words::of(Locale::Vi));
            let said = said(&document);
            for part in [
                "Phiếu báo nộp tiền",
                "A7KM-3XPT",
                "không phải là biên lai",
                "Lệ phí: 16.000 đồng",
                "Tiền gửi bưu điện: 26.000 đồng",
                "Phải nộp: 42.000 đồng",
                "VietinBank · 101234567890",
                "Nop ho so A7KM3XPT",
            ] {
                assert!(said.contains(part), "{part} in {said}");
            }
            assert_eq!(codes(&document), 1);
        }
    }

    #[test]
    fn only_money_that_is_here_is_called_received_and_nobody_is_asked_to_pay_twice() {
        let stands = |state| {
            let document =
                payment_slip(&PaymentSlipPaper { state, ..paper() }, PaperSize::Roll80, Words::of(Locale::Vi));
            (codes(&document), said(&document))
        };
        let (codes, checking) = stands(PaymentState::Checking);
        assert!(checking.contains("08 giờ 05, ngày 23/11/2026: Đang kiểm tra"), "{checking}");
        assert!(!checking.contains("Đã nhận") && !checking.contains("đã thanh toán"), "{checking}");
        assert_eq!(codes, 0);
        let (codes, received) = stands(PaymentState::Received);
        assert!(codes == 0 && received.contains("Đã nhận tiền") && received.contains("không phải là biên lai"));
        assert_eq!(stands(PaymentState::NeedsOfficer).0, 0);
    }

    #[test]
    fn without_an_account_it_is_paid_at_the_counter_and_unknown_parts_are_not_listed() {
        let paper = PaymentSlipPaper { transfer: None, lines: Vec::new(), ..paper() };
        let said = said(&payment_slip(&paper, PaperSize::A5, Words::of(Locale::Vi)));
        assert!(said.contains("trả tại quầy") && said.contains("42.000 đồng"), "{said}");
        assert!(!said.contains("Các khoản"), "{said}");
    }
}
