use super::official::{OfficialPaper, signature, written};
use super::{Block, Document, PaperSize, Style, marks};
use crate::time::Moment;
use crate::words::Words;

/// The facts on a Mẫu 03.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalPaper {
    /// Whose dossier it is, and who does not take it.
    pub of: OfficialPaper,
    /// When it is signed.
    pub at: Moment,
    /// Why, in the officer's words.
    pub reason: String,
    /// The officer who signs it.
    pub officer: Option<String>,
}

/// A **Phiếu từ chối tiếp nhận giải quyết hồ sơ**, Mẫu 03 of TT 03/2025/TT-VPCP, on A4.
///
/// The form is official in Vietnamese only: its words are the same in every language's file.
pub fn refusal(paper: &RefusalPaper, words: &Words) -> Document {
    let of = &paper.of;
    let title = words.say("paper-official-refusal-title");
    let line = |key: &str, value: Option<String>| Block::line(words.say(key), value);
    let mut blocks = marks(of.trial, of.reprint, words);
    blocks.extend([
        of.head(Some(paper.at), words),
        Block::Space(3),
        Block::centred(Style::Title, &title),
        Block::Space(2),
        line("paper-official-refusal-desk", Some(of.reception.clone())),
        line("paper-official-refusal-applicant", of.applicant_name.clone()),
    ]);
    blocks.extend(of.reached_at(words));
    blocks.extend([line("paper-official-procedure", Some(of.procedure_name.clone())), of.code_line(words)]);
    blocks.extend(written("paper-official-refusal-says", &paper.reason, words));
    blocks.extend([
        Block::text(Style::Body, words.say("paper-official-refusal-known")),
        Block::Space(3),
        Block::Signatures(vec![
            signature("paper-official-signs-applicant", "paper-official-signs-how", of.applicant_name.clone(), words),
            signature("paper-official-signs-taker", "paper-official-signs-how", paper.officer.clone(), words),
        ]),
    ]);
    Document { paper: PaperSize::A4, footer: of.code.clone(), title, blocks }
}

#[cfg(test)]
mod tests {
    use super::super::official::tests::{assert_order, known, said, unknown};
    use super::*;
    use crate::words::Locale;

    fn paper() -> RefusalPaper {
        RefusalPaper {
            of: known(),
            at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            reason: "Không thuộc thẩm quyền giải quyết".to_owned(),
            officer: Some("Trần Văn Hậu".to_owned()),
        }
    }

    #[test]
    fn its_parts_stand_in_the_order_of_the_form() {
        let document = refusal(&paper(), Words::of(Locale::Vi));
        let parts = [
            "Số: ",
            "An Giang, ngày 23 tháng 11 năm 2026",
            "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
            "Bộ phận tiếp nhận và trả kết quả: Trung tâm",
            "Tiếp nhận hồ sơ của: Nguyễn Thị Bưởi",
            "Địa chỉ",
            "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
            "không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau: Không thuộc thẩm quyền",
            "Xin thông báo cho Ông/Bà",
            "NGƯỜI NỘP HỒ SƠ",
            "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Trần Văn Hậu",
        ];
        assert_order(&document, &parts);
        assert_eq!(document, refusal(&paper(), Words::of(Locale::En)), "official in Vietnamese only");
    }

    #[test]
    fn it_is_no_acceptance_and_invents_nothing() {
        let paper = RefusalPaper { of: unknown(), reason: String::new(), officer: None, ..paper() };
        let said = said(&refusal(&paper, Words::of(Locale::Vi)));
        assert!(!said.to_lowercase().contains("hẹn trả kết quả"), "{said}");
        assert!(said.contains("Tiếp nhận hồ sơ của: …") && said.contains("như sau: …\n …\n …"), "{said}");
    }
}
