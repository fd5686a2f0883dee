use super::official::{OfficialPaper, signed_by_the_head, written};
use super::{Block, Document, PaperSize, Style, marks, said_of};
use crate::time::Moment;
use crate::words::Words;

/// The facts on a Mẫu 04.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtensionPaper {
    /// Whose dossier it is, and who is late.
    pub of: OfficialPaper,
    /// When the dossier was accepted.
    pub accepted_at: Moment,
    /// When its result was to be given.
    pub due_at: Option<Moment>,
    /// When it will be given.
    pub new_due_at: Option<Moment>,
    /// Why it is late, in the officer's words.
    pub reason: String,
}

/// A **Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết**, Mẫu 04 of TT 03/2025/TT-VPCP, on A4. It
/// is the agency's: its head signs, numbers and dates it, so number and date are left to a pen.
///
/// The form is official in Vietnamese only: its words are the same in every language's file.
pub fn extension(paper: &ExtensionPaper, words: &Words) -> Document {
    let of = &paper.of;
    let title = words.say("paper-official-extension-title");
    let agency = of.agency_said(words);
    let said = |key: &str, args: &[(&str, &str)]| Block::text(Style::Body, words.say_with(key, args));
    let moment = |at: Option<Moment>| match at {
        Some(at) => said_of(at, "paper-official-moment", words),
        None => words.say("paper-official-moment-open"),
    };
    let mut blocks = marks(of.trial, of.reprint, words);
    blocks.extend([
        of.head(None, words),
        Block::Space(3),
        Block::centred(Style::Title, &title),
        Block::Space(2),
        Block::line(words.say("paper-official-to"), of.applicant_name.clone()),
        accepted("paper-official-extension-taken", of, paper.accepted_at, words),
        Block::line(words.say("paper-official-procedure"), Some(of.procedure_name.clone())),
        Block::line(words.say("paper-official-extension-due"), Some(moment(paper.due_at))),
        said("paper-official-extension-not-yet", &[("agency", &agency)]),
    ]);
    blocks.extend(written("paper-official-reason", &paper.reason, words));
    let args = [("agency", agency.as_str()), ("moment", &moment(paper.new_due_at))];
    blocks.extend([
        said("paper-official-extension-sorry", &args),
        said("paper-official-extension-thanks", &[]),
        Block::Space(4),
        signed_by_the_head(words),
    ]);
    Document { paper: PaperSize::A4, footer: of.code.clone(), title, blocks }
}

/// The sentence that says when whose dossier was taken in.
pub(super) fn accepted(key: &str, of: &OfficialPaper, at: Moment, words: &Words) -> Block {
    let on = said_of(at, "paper-official-date", words);
    // It begins the sentence.
    let mut letters = on.chars();
    let on: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let (agency, applicant) = (of.agency_said(words), of.applicant_said(words));
    let args = [("accepted", on.as_str()), ("agency", &agency), ("applicant", &applicant), ("code", &of.code)];
    Block::text(Style::Body, words.say_with(key, &args))
}

#[cfg(test)]
mod tests {
    use super::super::official::tests::{assert_order, known, said, unknown};
    use super::*;
    use crate::words::Locale;

    fn paper() -> ExtensionPaper {
        let moment = |text: &str| text.parse::<Moment>().expect("a moment");
        ExtensionPaper {
            of: known(),
            accepted_at: moment("2026-11-23T01:05:00Z"),
            due_at: Some(moment("2026-11-26T10:00:00Z")),
            new_due_at: Some(moment("2026-12-01T10:00:00Z")),
            reason: "Chờ ý kiến của cơ quan phối hợp".to_owned(),
        }
    }

    #[test]
    fn its_parts_stand_in_the_order_of_the_form() {
        let document = extension(&paper(), Words::of(Locale::Vi));
        let parts = [
            "Số: ",
            "An Giang, ngày …… tháng …… năm ………",
            "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
            "Kính gửi: Nguyễn Thị Bưởi",
            "Ngày 23 tháng 11 năm 2026, UBND phường Long Xuyên tiếp nhận giải quyết hồ sơ",
            "mã hồ sơ: H01.50.05.13-261123-0975",
            "Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026",
            "chưa thể trả kết quả",
            "Lý do: Chờ ý kiến",
            "xin lỗi Ông/Bà/Tổ chức",
            "17 giờ 00 phút, ngày 01 tháng 12 năm 2026",
            "Mong nhận được sự thông cảm",
            "Nơi nhận:",
            "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký, ghi rõ họ tên và đóng dấu)",
        ];
        assert_order(&document, &parts);
        assert_eq!(document, extension(&paper(), Words::of(Locale::En)), "official in Vietnamese only");
    }

    #[test]
    fn what_is_not_known_is_left_to_a_pen() {
        let paper = ExtensionPaper { of: unknown(), due_at: None, new_due_at: None, reason: String::new(), ..paper() };
        let said = said(&extension(&paper, Words::of(Locale::Vi)));
        assert!(said.contains("Kính gửi: …") && said.contains("Lý do: …"), "{said}");
        assert_eq!(said.matches("… giờ … phút, ngày … tháng … năm …").count(), 2, "{said}");
    }
}
