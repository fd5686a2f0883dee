use super::receipt::{head, reached, section};
use super::{Align, Block, Document, PaperSize, Row, RuleKind, Style, date_time, marks};
use crate::dossier::Rung;
use crate::time::Moment;
use crate::words::Words;

/// The facts on the slip of what was sent in later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplementPaper {
    /// The centre's name.
    pub centre: String,
    /// The submission's code, `XXXX-XXXX`.
    pub code: String,
    /// The procedure's name.
    pub procedure_name: String,
    /// When the person pressed "Gửi bổ sung".
    pub made_at: Moment,
    /// When the central system said it has it.
    pub received_at: Option<Moment>,
    /// Whether the central system said that it will not take it.
    pub refused: bool,
    /// Papers attached.
    pub papers_sent: Vec<String>,
    /// Papers that are brought to the counter later.
    pub to_show: Vec<String>,
    /// Whether a message goes with it.
    pub message: bool,
    /// How far it has come, at the moment of printing.
    pub ladder: Vec<Rung>,
    /// What its QR says.
    pub qr: String,
    /// Whether a phone can open what its QR says.
    pub phone: bool,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A **Phiếu bổ sung hồ sơ**, on a roll or on A5: what was sent for a submission that an officer
/// found incomplete. It tells the truth of the moment it is printed at, and names nobody.
pub fn supplement(paper: &SupplementPaper, size: PaperSize, words: &Words) -> Document {
    let title = words.say("paper-supplement-title");
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend(head(&paper.centre, &title, &paper.code, &paper.qr, size, words));
    let state = match (paper.received_at, paper.refused) {
        (Some(_), _) => "sent",
        (None, true) => "refused",
        (None, false) => "saved",
    };
    let say = |part: &str| words.say(&format!("paper-supplement-{state}{part}"));
    let received = paper.received_at.map(|at| date_time(at, words)).unwrap_or_default();
    let rows = [
        ("paper-receipt-procedure", paper.procedure_name.clone()),
        ("paper-supplement-made", date_time(paper.made_at, words)),
        ("paper-receipt-received", received),
    ];
    let rows = rows.into_iter().filter(|(_, said)| !said.is_empty()).map(|(key, said)| Row::new(words.say(key), said));
    blocks.extend([
        Block::Rule(RuleKind::Full),
        Block::Text { text: say(""), style: Style::Heading, align: Align::Start },
        Block::text(Style::Body, say("-next")),
        Block::Rule(RuleKind::Full),
        Block::Rows(rows.collect()),
    ]);
    blocks.extend(reached(&paper.ladder, words));
    let mut with = paper.papers_sent.clone();
    with.extend(paper.message.then(|| words.say("paper-supplement-message")));
    blocks.extend(section("paper-supplement-with", &with, words));
    blocks.extend(section("paper-supplement-to-bring", &paper.to_show, words));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.push(Block::text(Style::Body, words.say("paper-receipt-keep")));
    if size.is_roll() {
        let caption = if paper.phone { "paper-receipt-follow-phone" } else { "paper-receipt-qr" };
        blocks.push(Block::Qr { data: paper.qr.clone(), caption: words.say(caption) });
    }
    Document { paper: size, footer: format!("{title} · {}", paper.code), title, blocks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::ladder;
    use crate::words::Locale;

    fn text(received: bool, refused: bool, size: PaperSize) -> String {
        let made_at: Moment = "2026-11-23T01:05:00Z".parse().expect("a moment");
        let received_at = received.then(|| made_at.plus_millis(2_000));
        let paper = SupplementPaper {
            centre: "Trung tâm".to_owned(),
            code: "A7KM-3XPT".to_owned(),
            procedure_name: "Đăng ký khai sinh".to_owned(),
            made_at,
            received_at,
            refused,
            papers_sent: vec!["Giấy chứng sinh".to_owned()],
            to_show: vec!["Giấy kết hôn".to_owned()],
            message: true,
            ladder: ladder(made_at, received_at, None, None),
            qr: "motcua:d:0".to_owned(),
            phone: false,
            reprint: false,
            trial: false,
        };
        format!("{:?}", supplement(&paper, size, Words::of(Locale::Vi)).blocks)
    }

    #[test]
    fn it_says_what_was_sent_and_what_is_still_to_bring() {
        for size in [PaperSize::Roll80, PaperSize::A5] {
            let sent = text(true, false, size);
            for said in ["A7KM-3XPT", "Giấy chứng sinh", "Giấy kết hôn", "lời nhắn", "motcua:d:0", "đã gửi"]
            {
                assert!(sent.contains(said), "{said}: {sent}");
            }
            assert!(!sent.contains("CHƯA"));
        }
    }

    #[test]
    fn what_did_not_arrive_is_not_called_sent() {
        let saved = text(false, false, PaperSize::Roll80);
        assert!(saved.contains("CHƯA gửi") && saved.contains("tự gửi"), "{saved}");
        let refused = text(false, true, PaperSize::Roll80);
        assert!(
            refused.contains("CHƯA nhận") && refused.contains("đến quầy") && !refused.contains("tự gửi"),
            "{refused}"
        );
        assert!(!saved.contains("Đã nhận lúc") && !refused.contains("Đã nhận lúc"));
    }
}
