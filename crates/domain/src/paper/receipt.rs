use super::{Align, Block, Document, PaperSize, Row, RuleKind, Share, Style, date_time, marks, money, total};
use crate::payment::Vnd;
use crate::time::Moment;
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
    /// When to come and show originals, in words.
    pub appointment: Option<String>,
    /// What its QR says.
    pub qr: String,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A **Phiếu nộp hồ sơ trực tuyến**, on a roll of 80 mm or on A5.
///
/// It tells the truth of the moment it is printed at: while the central system has not answered,
/// the submission is saved and **not** handed in. It is never a Giấy tiếp nhận, and says so.
pub fn receipt(paper: &ReceiptPaper, size: PaperSize, words: &Words) -> Document {
    let title = words.say("paper-receipt-title");
    let mut blocks = marks(paper.trial, paper.reprint, words);
    let head = vec![
        Block::centred(Style::Strong, &paper.centre),
        Block::centred(Style::Title, &title),
        Block::centred(Style::Note, words.say("paper-receipt-code")),
        Block::centred(Style::Code, &paper.code),
    ];
    let qr = |caption: String| Block::Qr { data: paper.qr.clone(), caption };
    let on_roll = size == PaperSize::Roll80;
    if on_roll {
        blocks.extend(head);
    } else {
        let picture = vec![qr(String::new())];
        blocks.push(Block::Columns(vec![Share { share: 7, blocks: head }, Share { share: 3, blocks: picture }]));
    }
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.extend(state(paper, words));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.push(Block::Rows(facts(paper, words)));
    blocks.extend(section("paper-receipt-to-show", &paper.to_show, words));
    let papers = if paper.sent { "paper-receipt-papers-sent" } else { "paper-receipt-papers-saved" };
    blocks.extend(section(papers, &paper.papers_sent, words));
    blocks.extend(fees(paper, words));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.push(Block::text(Style::Strong, words.say("paper-receipt-not-acceptance")));
    blocks.push(Block::text(Style::Body, words.say("paper-receipt-keep")));
    if on_roll {
        blocks.push(qr(words.say("paper-receipt-qr")));
    }
    Document { paper: size, footer: format!("{title} · {}", paper.code), title, blocks }
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
        ("paper-receipt-appointment", paper.appointment.clone().unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, v)| !v.trim().is_empty()).map(|(k, v)| Row::new(words.say(k), v)).collect()
}

fn section(heading: &str, items: &[String], words: &Words) -> Vec<Block> {
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
            appointment: None,
            qr: "A7KM-3XPT".to_owned(),
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
    fn fees_are_summed_and_nothing_is_said_of_what_is_unknown() {
        let document = receipt(&paper(), PaperSize::Roll80, Words::of(Locale::Vi));
        let text = all_text(&document);
        assert!(text.contains("8.000 đồng") && text.contains("không thu"), "{text}");
        assert!(text.contains("Tổng cộng"));
        assert!(!text.contains("Thời hạn") && !text.contains("Lịch hẹn"));
    }
}
