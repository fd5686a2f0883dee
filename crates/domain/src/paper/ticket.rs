use super::checklist::{CaseLines, case_blocks};
use super::{Block, Document, PaperSize, Row, RuleKind, Style, date_time, marks};
use crate::catalogue::Procedure;
use crate::catalogue::national::Field;
use crate::queue::Wait;
use crate::time::Moment;
use crate::words::Words;

/// The facts on a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketPaper {
    /// The centre's name.
    pub centre: String,
    /// The number as it is called: `A012`.
    pub label: String,
    /// The service group's name.
    pub group: String,
    /// Counters that serve it.
    pub counters: Vec<u32>,
    /// How many waited in front of it when it was issued; none when the kiosk was cut off.
    pub ahead: Option<u32>,
    /// How long the wait will probably be, if that can be known.
    pub wait: Option<Wait>,
    /// When it was issued.
    pub issued_at: Moment,
    /// What its QR says.
    pub qr: String,
    /// Whether a phone can follow the queue by that QR.
    pub phone: bool,
    /// The procedure it was taken for, whose papers are printed below it.
    pub for_procedure: Option<TicketProcedure>,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// What a number was taken for: what to have at hand when it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketProcedure {
    /// The procedure's name.
    pub name: String,
    /// Its national code.
    pub code: String,
    /// Its papers, by case.
    pub cases: Vec<CaseLines>,
    /// Whether the papers could not all be read for certain.
    pub unsure: bool,
}

impl TicketProcedure {
    /// Of a procedure and the case of that place among its cases, from 0; of all cases without one.
    pub fn of(procedure: &Procedure, case: Option<usize>, words: &Words) -> Self {
        Self {
            name: procedure.name.get(words.locale()).to_owned(),
            code: procedure.code.clone(),
            cases: CaseLines::of(procedure, case, words),
            unsure: procedure.unsure.contains(&Field::Papers),
        }
    }

    fn blocks(&self, words: &Words) -> Vec<Block> {
        let mut blocks = vec![
            Block::Rule(RuleKind::Full),
            Block::text(Style::Body, words.say("paper-ticket-for")),
            Block::text(Style::Heading, &self.name),
        ];
        let short: Vec<CaseLines> = self.cases.iter().map(CaseLines::shortened).collect();
        blocks.extend(case_blocks(&short, self.unsure, words));
        blocks.push(Block::text(Style::Note, words.say_with("paper-checklist-code", &[("code", &self.code)])));
        blocks
    }
}

/// A **Phiếu số thứ tự**, on a roll of 80 mm; [`Document::on`] puts it on another.
pub fn ticket(paper: &TicketPaper, words: &Words) -> Document {
    let mut rows = Vec::new();
    if !paper.counters.is_empty() {
        let numbers = paper.counters.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        rows.push(Row::new(words.say("paper-ticket-counters"), numbers));
    }
    if let Some(ahead) = paper.ahead {
        let ahead = words.say_with("paper-ticket-ahead-people", &[("count", &ahead.to_string())]);
        rows.push(Row::new(words.say("paper-ticket-ahead"), ahead));
    }
    if let Some(wait) = paper.wait {
        rows.push(Row::new(words.say("paper-ticket-wait"), wait.say(words, "wait-range")));
    }
    rows.push(Row::new(words.say("paper-ticket-issued"), date_time(paper.issued_at, words)));

    let title = words.say("paper-ticket-title");
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend([
        Block::centred(Style::Strong, &paper.centre),
        Block::centred(Style::Note, &title),
        Block::Rule(RuleKind::Full),
        Block::centred(Style::Body, words.say("paper-ticket-yours")),
        Block::centred(Style::Display, &paper.label),
        Block::centred(Style::Heading, &paper.group),
        Block::Rule(RuleKind::Full),
        Block::Rows(rows),
        Block::Rule(RuleKind::Full),
        Block::text(
            Style::Strong,
            words.say(if paper.ahead.is_some() { "paper-ticket-advice" } else { "paper-ticket-cut-off" }),
        ),
        Block::text(Style::Body, words.say("paper-ticket-keep")),
        Block::Qr {
            data: paper.qr.clone(),
            caption: words.say(if paper.phone { "paper-ticket-qr-phone" } else { "paper-ticket-qr-kiosk" }),
        },
    ]);
    if let Some(procedure) = &paper.for_procedure {
        blocks.extend(procedure.blocks(words));
    }
    Document { paper: PaperSize::Roll80, title, footer: String::new(), blocks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    fn paper() -> TicketPaper {
        TicketPaper {
            centre: "Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned(),
            label: "A012".to_owned(),
            group: "Hộ tịch".to_owned(),
            counters: vec![3, 4],
            ahead: Some(7),
            wait: Some(Wait { seconds: 1_230, from_minutes: 15, to_minutes: 25 }),
            issued_at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            qr: "T:A012".to_owned(),
            phone: false,
            for_procedure: None,
            reprint: false,
            trial: false,
        }
    }

    fn caption(document: &Document) -> &str {
        let found = document.blocks.iter().find_map(|b| match b {
            Block::Qr { caption, .. } => Some(caption.as_str()),
            _ => None,
        });
        found.expect("a QR")
    }

    #[test]
    fn the_time_is_that_of_viet_nam_and_the_rows_hold_the_facts() {
        let words = Words::of(Locale::Vi);
        let document = ticket(&paper(), words);
        assert!(document.blocks.contains(&Block::Rows(vec![
            Row::new("Quầy phục vụ", "3, 4"),
            Row::new("Chờ trước bạn", "7 người"),
            Row::new("Thời gian chờ", "khoảng 15 đến 25 phút"),
            Row::new("Lấy số lúc", "08 giờ 05, ngày 23/11/2026"),
        ])));
    }

    #[test]
    fn what_a_kiosk_that_is_cut_off_cannot_know_is_not_on_its_paper() {
        let words = Words::of(Locale::Vi);
        let document = ticket(&TicketPaper { ahead: None, wait: None, ..paper() }, words);
        let rows =
            document.blocks.iter().find_map(|block| if let Block::Rows(rows) = block { Some(rows) } else { None });
        assert_eq!(rows.map(Vec::len), Some(2), "counters and time");
        assert!(document.blocks.contains(&Block::text(Style::Strong, words.say("paper-ticket-cut-off"))));
    }

    #[test]
    fn a_phone_is_promised_only_when_one_can_follow() {
        let words = Words::of(Locale::Vi);
        assert!(!caption(&ticket(&paper(), words)).contains("điện thoại"));
        assert!(caption(&ticket(&TicketPaper { phone: true, ..paper() }, words)).contains("điện thoại"));
    }

    #[test]
    fn a_trial_and_a_second_copy_say_so_first_in_every_language() {
        for locale in Locale::ALL {
            let document = ticket(&TicketPaper { trial: true, reprint: true, ..paper() }, Words::of(locale));
            assert!(matches!(&document.blocks[0], Block::Stamp(s) if s.starts_with("BẢN IN THỬ")));
            assert!(matches!(&document.blocks[1], Block::Stamp(s) if s.starts_with("IN LẠI")));
        }
        assert!(!ticket(&paper(), Words::of(Locale::Vi)).blocks.iter().any(|b| matches!(b, Block::Stamp(_))));
    }
}
