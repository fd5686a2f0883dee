use super::{Align, Block, Check, Document, PaperSize, Row, RuleKind, Share, Style, date_time, marks, money, total};
use crate::dossier::Rung;
use crate::payment::{PaymentState, Vnd};
use crate::time::Moment;
use crate::wire::SubmissionTime;
use crate::words::Words;

/// The facts on a submission receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptPaper {
    /// The centre's name.
    pub centre: String,
    /// The submission code (mã nộp tạm), `XXXX-XXXX`.
    pub code: String,
    /// The procedure's name.
    pub procedure_name: String,
    /// The procedure's national code.
    pub procedure_code: String,
    /// Who applies.
    pub applicant_name: String,
    /// The applicant's number, masked: `089•••••1234`.
    pub masked_number: String,
    /// When the person pressed "Nộp".
    pub made_at: Moment,
    /// When the central system said it has the submission.
    pub received_at: Option<Moment>,
    /// Whether the central system said so.
    pub sent: bool,
    /// Whether the central system said that it will not take it.
    pub refused: bool,
    /// Papers attached.
    pub papers_sent: Vec<String>,
    /// Originals to show later.
    pub to_show: Vec<String>,
    /// Fees by name.
    pub fees: Vec<(String, Vnd)>,
    /// How long the procedure takes, in words; empty when it is not known for certain.
    pub deadline_words: String,
    /// What became of the time to come at.
    pub time: Option<SubmissionTime>,
    /// How and where the result is received, in words.
    pub delivery: String,
    /// How far it has come, at the moment of printing.
    pub ladder: Vec<Rung>,
    /// How it is paid; none when nothing is to be paid.
    pub payment: Option<ReceiptPayment>,
    /// What its QR says.
    pub qr: String,
    /// Whether a phone can open what its QR says.
    pub phone: bool,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// How a submission is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptPayment {
    /// What is to be paid.
    pub total: Vnd,
    /// The code to pay by; without one it is paid at the counter.
    pub transfer: Option<Transfer>,
    /// How it stands: who paid, or says so, is not asked for money again.
    pub state: PaymentState,
}

/// A transfer by VietQR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// What the code says.
    pub qr: String,
    /// The account, for people: its name and number.
    pub to: String,
    /// The purpose, as the code has it.
    pub purpose: String,
}

/// A **Phiếu nộp hồ sơ trực tuyến**, on a roll or on A5.
///
/// It tells the truth of the moment it is printed at: while the central system has not answered,
/// the submission is saved and **not** handed in. It is never a Giấy tiếp nhận, and says so.
pub fn receipt(paper: &ReceiptPaper, size: PaperSize, words: &Words) -> Document {
    let title = words.say("paper-receipt-title");
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend(head(&paper.centre, &title, &paper.code, &paper.qr, size, words));
    let on_roll = size.is_roll();
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.extend(state(paper, words));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.push(Block::Rows(facts(paper, words)));
    blocks.extend(reached(&paper.ladder, words));
    blocks.extend(section("paper-receipt-to-show", &paper.to_show, words));
    let papers = if paper.sent { "paper-receipt-papers-sent" } else { "paper-receipt-papers-saved" };
    blocks.extend(section(papers, &paper.papers_sent, words));
    blocks.extend(fees(paper, words));
    blocks.extend(payment(paper, on_roll, words));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.push(Block::text(Style::Strong, words.say("paper-receipt-not-acceptance")));
    blocks.push(Block::text(Style::Body, words.say("paper-receipt-keep")));
    if on_roll {
        let caption = if paper.phone { "paper-receipt-follow-phone" } else { "paper-receipt-qr" };
        blocks.push(Block::Qr { data: paper.qr.clone(), caption: words.say(caption) });
    }
    Document { paper: size, footer: format!("{title} · {}", paper.code), title, blocks }
}

/// Whose slip it is, what it is, and the code; on A5 with its QR beside it.
pub(super) fn head(centre: &str, title: &str, code: &str, qr: &str, size: PaperSize, words: &Words) -> Vec<Block> {
    let head = vec![
        Block::centred(Style::Strong, centre),
        Block::centred(Style::Title, title),
        Block::centred(Style::Note, words.say("paper-receipt-code")),
        Block::centred(Style::Code, code),
    ];
    if size.is_roll() {
        return head;
    }
    let picture = vec![Block::Qr { data: qr.to_owned(), caption: String::new() }];
    vec![Block::Columns(vec![Share { share: 7, blocks: head }, Share { share: 3, blocks: picture }])]
}

/// What became of it, and what happens next.
fn state(paper: &ReceiptPaper, words: &Words) -> [Block; 2] {
    let (state, next) = match paper.sent {
        true => ("paper-receipt-sent", "paper-receipt-sent-next"),
        false if paper.refused => ("paper-receipt-saved", "paper-receipt-refused-next"),
        false => ("paper-receipt-saved", "paper-receipt-saved-next"),
    };
    [
        Block::Text { text: words.say(state), style: Style::Heading, align: Align::Start },
        Block::text(Style::Body, words.say(next)),
    ]
}

/// The steps, each ticked with its time when it is true now, the others as empty boxes.
pub(super) fn reached(ladder: &[Rung], words: &Words) -> Vec<Block> {
    if ladder.is_empty() {
        return Vec::new();
    }
    let check = |rung: &Rung| {
        let name = words.say(rung.name.key());
        let text = rung.at.map_or_else(|| name.clone(), |at| format!("{name}: {}", date_time(at, words)));
        Check { text, note: String::new(), done: rung.at.is_some() }
    };
    vec![
        Block::Space(1),
        Block::text(Style::Strong, words.say("paper-receipt-ladder")),
        Block::Checks(ladder.iter().map(check).collect()),
    ]
}

/// How it is paid. What the central system will not take is not paid for.
fn payment(paper: &ReceiptPaper, on_roll: bool, words: &Words) -> Vec<Block> {
    let Some(payment) = paper.payment.as_ref().filter(|_| !paper.refused) else { return Vec::new() };
    let say = |key: &str| Block::text(Style::Body, words.say(key));
    let heading = Block::text(Style::Strong, words.say("paper-receipt-pay"));
    let transfer = match (payment.state, &payment.transfer) {
        (PaymentState::Waiting, Some(transfer)) => transfer,
        (state, _) => {
            let key = match state {
                PaymentState::Waiting => "paper-receipt-pay-counter",
                PaymentState::Checking => "paper-receipt-pay-checking",
                PaymentState::Received => "paper-receipt-pay-received",
                PaymentState::NeedsOfficer => "paper-receipt-pay-officer",
            };
            return vec![Block::Space(1), heading, say(key)];
        }
    };
    let rows = vec![
        Row::new(words.say("paper-receipt-pay-to"), &transfer.to),
        Row::new(words.say("paper-receipt-pay-purpose"), &transfer.purpose),
    ];
    let mut blocks = vec![heading, say("paper-receipt-pay-ways"), Block::Rows(rows)];
    let caption = words.say_with("paper-receipt-pay-qr", &[("amount", &payment.total.to_string())]);
    let qr = Block::Qr { data: transfer.qr.clone(), caption };
    if on_roll {
        blocks.push(qr);
        blocks.insert(0, Block::Space(1));
        return blocks;
    }
    let shares = vec![Share { share: 6, blocks }, Share { share: 4, blocks: vec![qr] }];
    vec![Block::Space(1), Block::Columns(shares)]
}

fn facts(paper: &ReceiptPaper, words: &Words) -> Vec<Row> {
    let received = paper.received_at.filter(|_| paper.sent).map(|at| date_time(at, words));
    let facts = [
        ("paper-receipt-procedure", paper.procedure_name.clone()),
        ("paper-receipt-procedure-code", paper.procedure_code.clone()),
        ("paper-receipt-applicant", paper.applicant_name.clone()),
        ("paper-receipt-number", paper.masked_number.clone()),
        ("paper-receipt-made", date_time(paper.made_at, words)),
        ("paper-receipt-received", received.unwrap_or_default()),
        ("paper-receipt-deadline", paper.deadline_words.clone()),
        ("paper-receipt-delivery", paper.delivery.clone()),
    ];
    let known = facts.into_iter().filter(|(_, v)| !v.trim().is_empty()).map(|(k, v)| Row::new(words.say(k), v));
    known.chain(paper.time.iter().map(|time| Row::new(time.title(words), time.in_words(words)))).collect()
}

pub(super) fn section(heading: &str, items: &[String], words: &Words) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Space(1), Block::text(Style::Strong, words.say(heading)), Block::List(items.to_vec())]
}

fn fees(paper: &ReceiptPaper, words: &Words) -> Vec<Block> {
    if paper.fees.is_empty() {
        return Vec::new();
    }
    let mut rows: Vec<Row> =
        paper.fees.iter().map(|(name, fee)| Row::new(name, money(*fee, "paper-money", words))).collect();
    if rows.len() > 1 {
        rows.push(Row::new(words.say("paper-total"), money(total(&paper.fees), "paper-money", words)));
    }
    vec![Block::Space(1), Block::text(Style::Strong, words.say("paper-receipt-fees")), Block::Rows(rows)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::ladder;
    use crate::guide::TimeWanted;
    use crate::payment::Payment;
    use crate::words::Locale;

    fn paper() -> ReceiptPaper {
        ReceiptPaper {
            centre: "Trung tâm Phục vụ hành chính công".to_owned(),
            code: "A7KM-3XPT".to_owned(),
            procedure_name: "Đăng ký khai sinh".to_owned(),
            procedure_code: "1.001193".to_owned(),
            applicant_name: "Nguyễn Thị Bưởi".to_owned(),
            masked_number: "089•••••1234".to_owned(),
            made_at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            received_at: Some("2026-11-23T01:05:02Z".parse().expect("a moment")),
            sent: true,
            refused: false,
            papers_sent: vec!["Giấy chứng sinh".to_owned()],
            to_show: Vec::new(),
            fees: vec![("Lệ phí".to_owned(), Vnd(8_000)), ("Bản sao".to_owned(), Vnd(0))],
            deadline_words: String::new(),
            time: None,
            delivery: "Đến quầy nhận".to_owned(),
            ladder: Vec::new(),
            payment: None,
            qr: "A7KM-3XPT".to_owned(),
            phone: false,
            reprint: false,
            trial: false,
        }
    }

    fn all_text(document: &Document) -> String {
        format!("{:?}", document.blocks)
    }

    #[test]
    fn what_is_not_sent_is_not_called_sent() {
        let saved = ReceiptPaper { sent: false, received_at: None, ..paper() };
        for size in [PaperSize::Roll80, PaperSize::A5] {
            let text = all_text(&receipt(&saved, size, Words::of(Locale::Vi)));
            assert!(text.contains("đã lưu, CHƯA nộp"));
            assert!(text.contains("tự gửi"), "it says what happens next");
            assert!(!text.contains("đã nộp.") && !text.contains("đã nhận"), "{text}");
            assert!(!text.contains("Giấy tờ đã gửi"));
        }
        assert!(!all_text(&receipt(&paper(), PaperSize::A5, Words::of(Locale::Vi))).contains("CHƯA"));
    }

    #[test]
    fn it_says_that_it_is_no_acceptance() {
        let text = all_text(&receipt(&paper(), PaperSize::Roll80, Words::of(Locale::Vi)));
        assert!(text.contains("không phải là Giấy tiếp nhận hồ sơ và hẹn trả kết quả"));
    }

    #[test]
    fn the_steps_are_ticked_as_far_as_they_are_true() {
        let saved: Moment = "2026-11-23T01:05:00Z".parse().expect("a moment");
        let ladder = ladder(saved, None, None, Some(&Payment::opened(Vnd(8_000), saved)));
        let document = receipt(&ReceiptPaper { ladder, sent: false, ..paper() }, PaperSize::A5, Words::of(Locale::Vi));
        let checks = document.blocks.iter().find_map(|block| match block {
            Block::Checks(checks) => Some(checks),
            _ => None,
        });
        let checks = checks.expect("the steps");
        let done: Vec<_> = checks.iter().map(|check| (check.text.as_str(), check.done)).collect();
        let open = ["Đã gửi", "Cổng đã nhận", "Cán bộ đã tiếp nhận", "Đã thanh toán"].map(|step| (step, false));
        assert_eq!(done[0], ("Đã lưu: 08 giờ 05, ngày 23/11/2026", true));
        assert_eq!(done[1..], open);
    }

    #[test]
    fn it_is_paid_by_code_or_at_the_counter_and_never_when_it_was_refused() {
        let transfer = Transfer {
            qr: "0002010102".to_owned(),
            to: "VietinBank · 101234567890".to_owned(),
            purpose: "Nop ho so A7KM3XPT".to_owned(),
        };
        let text = |transfer: Option<&Transfer>, state: PaymentState, refused: bool| {
            let payment = Some(ReceiptPayment { total: Vnd(8_000), transfer: transfer.cloned(), state });
            all_text(&receipt(&ReceiptPaper { payment, refused, ..paper() }, PaperSize::A5, Words::of(Locale::Vi)))
        };
        let by_code = text(Some(&transfer), PaymentState::Waiting, false);
        assert!(by_code.contains("0002010102") && by_code.contains("101234567890") && by_code.contains("trả tại quầy"));
        let at_counter = text(None, PaymentState::Waiting, false);
        assert!(!at_counter.contains("0002010102") && at_counter.contains("Bạn trả tại quầy"));
        for (state, said) in [
            (PaymentState::Received, "đã nhận tiền"),
            (PaymentState::Checking, "đang kiểm tra"),
            (PaymentState::NeedsOfficer, "Cán bộ sẽ xem"),
        ] {
            let told = text(Some(&transfer), state, false);
            assert!(!told.contains("0002010102") && told.contains(said), "nobody pays twice by it: {told}");
        }
        assert!(!text(Some(&transfer), PaymentState::Waiting, true).contains("0002010102"));
    }

    #[test]
    fn a_time_that_nobody_holds_is_not_called_an_appointment() {
        let said = |wanted: &str, sent| {
            let time = SubmissionTime::unsent(TimeWanted::parse(wanted).expect(wanted));
            all_text(&receipt(
                &ReceiptPaper { time: Some(time), sent, ..paper() },
                PaperSize::A5,
                Words::of(Locale::Vi),
            ))
        };
        let pending = said("2026-11-25T08:00", false);
        assert!(pending.contains("Thứ Tư, 25/11/2026, 08:00") && pending.contains("chỉ được giữ khi"), "{pending}");
        let wish = said("2026-11-25/morning", true);
        assert!(wish.contains("Giờ bạn mong muốn") && wish.contains("Trung tâm chưa giữ giờ này"), "{wish}");
        assert!(!pending.contains("Lịch hẹn") && !wish.contains("Lịch hẹn"));
    }

    #[test]
    fn fees_are_summed_and_nothing_is_said_of_what_is_unknown() {
        let document = receipt(&paper(), PaperSize::Roll80, Words::of(Locale::Vi));
        let text = all_text(&document);
        assert!(text.contains("8.000 đồng") && text.contains("không thu"), "{text}");
        assert!(text.contains("Tổng cộng"));
        assert!(!text.contains("Thời hạn") && !text.contains("Lịch hẹn"));
    }
}
