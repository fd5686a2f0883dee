use super::official::{Head, OfficialPaper, or_open};
use super::{Align, Block, Column, Document, PaperSize, Style, marks};
use crate::time::Moment;
use crate::words::Words;

/// The facts on a Mẫu 06.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlPaper {
    /// The dossier, and the reception that hands it over first.
    pub of: OfficialPaper,
    /// When it is begun.
    pub at: Moment,
    /// Who decides on the dossier.
    pub solves: Option<String>,
}

/// How many times the dossier can be handed over on one form.
const HANDOVERS: usize = 4;

/// A **Phiếu kiểm soát quá trình giải quyết hồ sơ**, Mẫu 06 of TT 03/2025/TT-VPCP, on A4. It goes with the
/// dossier: who hands it over and who takes it fill it in by hand.
///
/// The form is official in Vietnamese only: its words are the same in every language's file.
pub fn control(paper: &ControlPaper, words: &Words) -> Document {
    let of = &paper.of;
    let title = words.say("paper-official-control-title");
    let unit = words.say("paper-official-desk");
    let (place, date) = (of.place.as_deref(), Some(paper.at));
    let head = Head { agency: &of.agency, unit: &unit, numbered: false, code: &of.code, place, date };
    let mut blocks = marks(of.trial, of.reprint, words);
    blocks.extend([
        head.block(words),
        Block::Space(3),
        Block::centred(Style::Title, &title),
        Block::Space(2),
        Block::line(words.say("paper-official-code"), Some(of.code.clone())),
        Block::line(words.say("paper-official-control-solves"), paper.solves.clone()),
        Block::line(words.say("paper-official-control-with"), None),
        Block::Space(1),
        handovers(&of.reception, words),
    ]);
    Document { paper: PaperSize::A4, footer: of.code.clone(), title, blocks }
}

/// Two rows for each time it is handed over: who gives, who takes.
fn handovers(reception: &str, words: &Words) -> Block {
    let column = |key: &str, share| Column { title: words.say(key), share, align: Align::Start };
    let row = |step: usize| {
        let first = step == 1;
        let (who, when) = match step % 2 {
            1 => ("paper-official-control-gives", "paper-official-control-given"),
            _ => ("paper-official-control-takes", "paper-official-control-taken"),
        };
        let name = or_open(Some(reception).filter(|_| first), words);
        let who = words.say_with(who, &[("step", &step.to_string()), ("who", &name)]);
        vec![who, words.say(when), String::new(), String::new()]
    };
    Block::Table {
        columns: vec![
            column("paper-official-control-agency", 9),
            column("paper-official-control-time", 12),
            column("paper-official-control-result", 8),
            column("paper-official-control-note", 4),
        ],
        rows: (1..=2 * HANDOVERS).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::official::tests::{assert_order, known, said, unknown};
    use super::*;
    use crate::words::Locale;

    fn paper() -> ControlPaper {
        let at = "2026-11-23T01:05:00Z".parse().expect("a moment");
        ControlPaper { of: known(), at, solves: Some("Phòng Tư pháp".to_owned()) }
    }

    #[test]
    fn its_parts_stand_in_the_order_of_the_form() {
        let document = control(&paper(), Words::of(Locale::Vi));
        let parts = [
            "H01.50.05.13-261123-0975",
            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
            "Mã hồ sơ: H01.50.05.13-261123-0975",
            "giải quyết hồ sơ: Phòng Tư pháp",
            "Cơ quan phối hợp giải quyết hồ sơ: …",
            "Tên cơ quan | Thời gian giao nhận | Kết quả (trước hạn, đúng hạn, quá hạn) | Ghi chú",
            "1. Giao: Trung tâm Phục vụ hành chính công phường Long Xuyên | … giờ",
            "2. Nhận: ……",
            "8. Nhận: ……",
        ];
        assert_order(&document, &parts);
        assert_eq!(document, control(&paper(), Words::of(Locale::En)), "official in Vietnamese only");
    }

    #[test]
    fn nobody_is_said_to_have_taken_it_and_no_result_is_claimed() {
        let paper = ControlPaper { of: unknown(), solves: None, ..paper() };
        let said = said(&control(&paper, Words::of(Locale::Vi)));
        assert_eq!(said.matches("… giờ … phút").count(), 2 * HANDOVERS, "every time is left to a pen: {said}");
        assert_eq!(said.matches(" |  | ").count(), 2 * HANDOVERS, "every result as well: {said}");
        assert!(!said.contains("Nguyễn"), "it names no applicant");
    }
}
