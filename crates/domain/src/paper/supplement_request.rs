use super::official::{OfficialPaper, or_open, signature, written};
use super::{Align, Block, Column, Document, PaperSize, Share, Style, marks};
use crate::time::Moment;
use crate::words::Words;

/// The facts on a Mẫu 02.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplementRequestPaper {
    /// Whose dossier it is, and who asks.
    pub of: OfficialPaper,
    /// When an officer asked.
    pub at: Moment,
    /// The papers asked for, by name. Of which kind and how many, the officer marks by hand.
    pub papers: Vec<String>,
    /// What is asked for and why, in the officer's words.
    pub reason: String,
    /// The officer who asks.
    pub officer: Option<String>,
}

/// Rows left open in the table when no paper is named.
const OPEN_ROWS: usize = 3;

/// A **Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ**, Mẫu 02 of TT 03/2025/TT-VPCP, on A4.
///
/// The form is official in Vietnamese only: its words are the same in every language's file.
pub fn supplement_request(paper: &SupplementRequestPaper, words: &Words) -> Document {
    let of = &paper.of;
    let title = words.say("paper-official-supplement-title");
    let line = |key: &str, value: Option<String>| Block::line(words.say(key), value);
    let mut blocks = marks(of.trial, of.reprint, words);
    blocks.extend([
        of.head(Some(paper.at), words),
        Block::Space(3),
        Block::centred(Style::Title, &title),
        Block::Space(2),
        of.code_line(words),
        line("paper-official-applicant", of.applicant_name.clone()),
        line("paper-official-procedure", Some(of.procedure_name.clone())),
    ]);
    blocks.extend(of.reached_at(words));
    blocks.push(Block::text(Style::Body, words.say("paper-official-supplement-asked")));
    blocks.push(papers(&paper.papers, words));
    blocks.extend(written("paper-official-reason", &paper.reason, words));
    let who = or_open(Some(&of.reception), words);
    let phone = words.say("paper-official-open");
    let contact = words.say_with("paper-official-supplement-contact", &[("who", &who), ("phone", &phone)]);
    let guide = signature("paper-official-signs-guide", "paper-official-signs-how", paper.officer.clone(), words);
    blocks.extend([
        Block::text(Style::Body, contact),
        Block::Space(3),
        Block::Columns(vec![
            Share { share: 1, blocks: Vec::new() },
            Share { share: 1, blocks: vec![Block::Signatures(vec![guide])] },
        ]),
    ]);
    Document { paper: PaperSize::A4, footer: of.code.clone(), title, blocks }
}

fn papers(papers: &[String], words: &Words) -> Block {
    let column = |key: &str, share, align| Column { title: words.say(key), share, align };
    let row = |(at, name): (usize, &String)| {
        let cells = [(at + 1).to_string(), name.clone(), String::new(), String::new(), String::new()];
        cells.to_vec()
    };
    let mut rows: Vec<Vec<String>> = papers.iter().enumerate().map(row).collect();
    if rows.is_empty() {
        rows = vec![vec![String::new(); 5]; OPEN_ROWS];
    }
    Block::Table {
        columns: vec![
            column("paper-official-supplement-no", 2, Align::Centre),
            column("paper-official-supplement-name", 15, Align::Start),
            column("paper-official-supplement-original", 4, Align::Centre),
            column("paper-official-supplement-certified", 4, Align::Centre),
            column("paper-official-supplement-copied", 4, Align::Centre),
        ],
        rows,
    }
}

#[cfg(test)]
mod tests {
    use super::super::official::tests::{assert_order, known, said, unknown};
    use super::*;
    use crate::words::Locale;

    fn paper() -> SupplementRequestPaper {
        SupplementRequestPaper {
            of: known(),
            at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            papers: vec!["Tờ khai".to_owned(), "Giấy chứng sinh".to_owned()],
            reason: "Tờ khai chưa ký".to_owned(),
            officer: Some("Trần Văn Hậu".to_owned()),
        }
    }

    #[test]
    fn its_parts_stand_in_the_order_of_the_form() {
        let document = supplement_request(&paper(), Words::of(Locale::Vi));
        let parts = [
            "UBND PHƯỜNG LONG XUYÊN",
            "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            "Số: ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "An Giang, ngày 23 tháng 11 năm 2026",
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
            "Hồ sơ của: Nguyễn Thị Bưởi",
            "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
            "Địa chỉ",
            "Số điện thoại",
            "Email",
            "TT | Thành phần hồ sơ | Bản chính | Bản chứng thực | Bản photo",
            "1 | Tờ khai",
            "2 | Giấy chứng sinh",
            "Lý do: Tờ khai chưa ký",
            "liên hệ với Trung tâm Phục vụ hành chính công phường Long Xuyên",
            "NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Trần Văn Hậu",
        ];
        assert_order(&document, &parts);
        assert_eq!(document, supplement_request(&paper(), Words::of(Locale::En)), "official in Vietnamese only");
    }

    #[test]
    fn what_is_not_known_is_left_to_a_pen() {
        let (of, papers, reason) = (unknown(), Vec::new(), String::new());
        let paper = SupplementRequestPaper { of, papers, reason, officer: None, ..paper() };
        let said = said(&supplement_request(&paper, Words::of(Locale::Vi)));
        for open in ["Hồ sơ của: …", "Địa chỉ: …", "Lý do: …", "liên hệ với …………"] {
            assert!(said.contains(open), "{open} in {said}");
        }
        assert_eq!(said.matches(" |  |  |  | ").count(), 3, "{said}");
    }
}
