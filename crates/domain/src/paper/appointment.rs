use super::{Block, Document, PaperSize, Row, RuleKind, Style, marks};
use crate::time::Moment;
use crate::words::Words;

/// The facts on the paper of an appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppointmentPaper {
    /// The centre's name.
    pub centre: String,
    /// Where it stands.
    pub address: String,
    /// What it is for.
    pub service: String,
    /// From when.
    pub start: Moment,
    /// Until when, exclusive.
    pub until: Moment,
    /// From when its holder can check in.
    pub opens: Moment,
    /// Until when that is in time.
    pub late_after: Moment,
    /// What is typed where the QR cannot be read.
    pub code: String,
    /// What its QR says.
    pub qr: String,
    /// Whether a phone can open that QR.
    pub phone: bool,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A **Phiếu hẹn làm thủ tục**, on a roll of 80 mm or [another](Document::on). It says that it is no acceptance of a dossier.
pub fn appointment(paper: &AppointmentPaper, words: &Words) -> Document {
    let time = |moment: Moment| moment.local().strftime("%H:%M").to_string();
    let between =
        words.say_with("paper-appointment-time", &[("from", &time(paper.start)), ("until", &time(paper.until))]);
    let title = words.say("paper-appointment-title");
    let mut rows = vec![
        Row::new(words.say("paper-appointment-opens"), time(paper.opens)),
        Row::new(words.say("paper-appointment-late"), time(paper.late_after)),
    ];
    if !paper.address.trim().is_empty() {
        rows.push(Row::new(words.say("paper-appointment-where"), &paper.address));
    }
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend([
        Block::centred(Style::Strong, &paper.centre),
        Block::centred(Style::Note, &title),
        Block::Rule(RuleKind::Full),
        Block::centred(Style::Body, words.say("paper-appointment-yours")),
        Block::centred(Style::Title, words.day(paper.start.business_date())),
        Block::centred(Style::Title, between),
        Block::centred(Style::Heading, &paper.service),
        Block::Rule(RuleKind::Full),
        Block::Rows(rows),
        Block::Rule(RuleKind::Full),
        Block::centred(Style::Body, words.say("paper-appointment-code")),
        Block::centred(Style::Code, &paper.code),
        Block::Qr {
            data: paper.qr.clone(),
            caption: words.say(if paper.phone { "paper-appointment-qr-phone" } else { "paper-appointment-qr-kiosk" }),
        },
        Block::text(Style::Strong, words.say("paper-appointment-advice")),
        Block::text(Style::Body, words.say("paper-appointment-papers")),
        Block::text(Style::Note, words.say("paper-appointment-not-acceptance")),
    ]);
    Document { paper: PaperSize::Roll80, title, footer: String::new(), blocks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn it_says_when_and_that_it_is_no_acceptance() {
        let at = |time: &str| format!("2026-11-25T{time}:00+07:00").parse().expect("a moment");
        let paper = AppointmentPaper {
            centre: "Trung tâm".to_owned(),
            address: " ".to_owned(),
            service: "Hộ tịch".to_owned(),
            start: at("09:00"),
            until: at("09:30"),
            opens: at("08:30"),
            late_after: at("09:15"),
            code: "K7M-3XP".to_owned(),
            qr: "motcua:a:1".to_owned(),
            phone: false,
            reprint: false,
            trial: false,
        };
        let words = Words::of(Locale::Vi);
        let document = appointment(&paper, words);
        assert!(document.blocks.contains(&Block::centred(Style::Title, "Thứ Tư, 25/11/2026")));
        assert!(document.blocks.contains(&Block::centred(Style::Title, "09:00 đến 09:30")));
        assert!(
            document
                .blocks
                .contains(&Block::Rows(vec![Row::new("Lấy số từ", "08:30"), Row::new("Đúng hẹn đến", "09:15"),]))
        );
        assert!(document.blocks.contains(&Block::text(Style::Note, words.say("paper-appointment-not-acceptance"))));
        let again = appointment(&AppointmentPaper { reprint: true, ..paper }, words);
        assert!(matches!(&again.blocks[0], Block::Stamp(stamp) if stamp.starts_with("IN LẠI")));
    }
}
