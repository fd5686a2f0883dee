use super::extension::accepted;
use super::official::{OfficialPaper, or_open, signed_by_the_head, written};
use super::{Block, Document, PaperSize, Style, marks};
use crate::time::Moment;
use crate::words::Words;

/// The facts on a Mẫu 05.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscontinuationPaper {
    /// Whose dossier it is, and who stops.
    pub of: OfficialPaper,
    /// When the dossier was accepted.
    pub accepted_at: Moment,
    /// Why, in the officer's words.
    pub reason: String,
}

/// A **Thông báo dừng giải quyết hồ sơ**, Mẫu 05 of TT 03/2025/TT-VPCP, on A4. It is the agency's: its
/// head signs, numbers and dates it, so number and date are left to a pen.
///
/// The form is official in Vietnamese only: its words are the same in every language's file.
pub fn discontinuation(paper: &DiscontinuationPaper, words: &Words) -> Document {
    let of = &paper.of;
    let title = words.say("paper-official-discontinuation-title");
    let agency = of.agency_said(words);
    let mut blocks = marks(of.trial, of.reprint, words);
    blocks.extend([
        of.head(None, words),
        Block::Space(3),
        Block::centred(Style::Title, &title),
        Block::Space(2),
        Block::line(words.say("paper-official-to"), of.applicant_name.clone()),
    ]);
    blocks.extend(of.reached_at(words));
    blocks.extend([
        accepted("paper-official-discontinuation-taken", of, paper.accepted_at, words),
        Block::line(words.say("paper-official-procedure"), Some(of.procedure_name.clone())),
        Block::text(Style::Body, words.say_with("paper-official-discontinuation-says", &[("agency", agency.as_str())])),
    ]);
    blocks.extend(written("paper-official-reason", &paper.reason, words));
    let (who, phone) = (or_open(Some(&of.reception), words), words.say("paper-official-open"));
    let contact = words.say_with("paper-official-discontinuation-contact", &[("who", &who), ("phone", &phone)]);
    blocks.extend([Block::text(Style::Body, contact), Block::Space(4), signed_by_the_head(words)]);
    Document { paper: PaperSize::A4, footer: of.code.clone(), title, blocks }
}

#[cfg(test)]
mod tests {
    use super::super::official::tests::{assert_order, known, said, unknown};
    use super::*;
    use crate::words::Locale;

    fn paper() -> DiscontinuationPaper {
        DiscontinuationPaper {
            of: known(),
            accepted_at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            reason: "Quá thời hạn bổ sung hồ sơ".to_owned(),
        }
    }

    #[test]
    fn its_parts_stand_in_the_order_of_the_form() {
        let document = discontinuation(&paper(), Words::of(Locale::Vi));
        let parts = [
            "Số: ",
            "ngày …… tháng …… năm ………",
            "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
            "Kính gửi: Nguyễn Thị Bưởi",
            "Địa chỉ",
            "Ngày 23 tháng 11 năm 2026, UBND phường Long Xuyên tiếp nhận hồ sơ",
            "Đăng ký khai sinh",
            "thông báo dừng giải quyết hồ sơ nêu trên",
            "Lý do: Quá thời hạn",
            "nhận lại giấy tờ đã nộp (nếu có)",
            "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        ];
        assert_order(&document, &parts);
        assert_eq!(document, discontinuation(&paper(), Words::of(Locale::En)), "official in Vietnamese only");
    }

    #[test]
    fn what_is_not_known_is_left_to_a_pen() {
        let paper = DiscontinuationPaper { of: unknown(), reason: String::new(), ..paper() };
        let said = said(&discontinuation(&paper, Words::of(Locale::Vi)));
        assert!(said.contains("Kính gửi: …") && said.contains("Lý do: …\n …\n …"), "{said}");
        assert!(said.contains("…………………………… thông báo dừng"), "{said}");
    }
}
