use super::{
    Align, Block, Column, Document, PaperSize, RuleKind, Share, Signature, Style, marks, money, said_of, total,
};
use crate::payment::Vnd;
use crate::time::Moment;
use crate::words::Words;

/// The facts on a Mẫu 01. What is not known stays none, and becomes dots for a pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptancePaper {
    /// The agency the reception belongs to, as its head names it.
    pub agency: String,
    /// The reception: Bộ phận tiếp nhận và trả kết quả.
    pub reception: String,
    /// Where it is signed: `An Giang`.
    pub place: Option<String>,
    /// The dossier's code, made by the central system.
    pub dossier_code: String,
    /// Whose dossier it is.
    pub applicant_name: Option<String>,
    /// Number of the citizen's card, masked, or tax number.
    pub masked_number: Option<String>,
    /// The applicant's address.
    pub address: Option<String>,
    /// The applicant's telephone number.
    pub phone: Option<String>,
    /// The applicant's e-mail address.
    pub email: Option<String>,
    /// The procedure's name.
    pub procedure_name: String,
    /// What the officer took.
    pub papers: Vec<AcceptedPaper>,
    /// How many sets (bộ).
    pub sets: Option<u32>,
    /// How long the procedure takes by its rules, in words.
    pub deadline_words: Option<String>,
    /// When the dossier was accepted.
    pub accepted_at: Moment,
    /// When the result is due.
    pub due_at: Option<Moment>,
    /// Where the result is to be had.
    pub result_at: Option<String>,
    /// Fees by name; empty when they are not known.
    pub fees: Vec<(String, Vnd)>,
    /// The book it was entered in.
    pub book: Option<u32>,
    /// Its line in that book.
    pub line: Option<u32>,
    /// The officer who accepted it.
    pub officer: Option<String>,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A paper of the dossier, by how many of each kind were taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptedPaper {
    /// Its name.
    pub name: String,
    /// Originals.
    pub originals: u32,
    /// Copies.
    pub copies: u32,
    /// Electronic files.
    pub files: u32,
}

/// A **Giấy tiếp nhận hồ sơ và hẹn trả kết quả**, Mẫu 01 of TT 03/2025/TT-VPCP, on A4: Liên 1 to
/// keep and Liên 2 for the applicant, the items in the form's order.
///
/// The form is official in Vietnamese only: its words are the same in every language's file.
pub fn acceptance(paper: &AcceptancePaper, words: &Words) -> Document {
    let mut blocks = copy(paper, "paper-acceptance-copy-kept", words);
    blocks.push(Block::PageBreak);
    blocks.extend(copy(paper, "paper-acceptance-copy-given", words));
    Document {
        paper: PaperSize::A4,
        title: words.say("paper-acceptance-title"),
        footer: paper.dossier_code.clone(),
        blocks,
    }
}

fn copy(paper: &AcceptancePaper, which: &str, words: &Words) -> Vec<Block> {
    let line = |key: &str, value: Option<String>| Block::line(words.say(key), value);
    let written = |moment: Moment| said_of(moment, "paper-acceptance-moment", words);
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend([
        head(paper, words),
        Block::Space(2),
        Block::centred(Style::Title, words.say("paper-acceptance-title")),
        Block::centred(Style::Aside, words.say(which)),
        line("paper-acceptance-code", Some(paper.dossier_code.clone())),
        line("paper-acceptance-reception", Some(paper.reception.clone())),
        line("paper-acceptance-applicant", paper.applicant_name.clone()),
        line("paper-acceptance-number", paper.masked_number.clone()),
        line("paper-acceptance-address", paper.address.clone()),
        Block::Columns(vec![
            Share { share: 1, blocks: vec![line("paper-acceptance-phone", paper.phone.clone())] },
            Share { share: 1, blocks: vec![line("paper-acceptance-email", paper.email.clone())] },
        ]),
        line("paper-acceptance-procedure", Some(paper.procedure_name.clone())),
        Block::text(Style::Body, words.say("paper-acceptance-papers")),
        papers(&paper.papers, words),
        line("paper-acceptance-sets", Some(sets(paper.sets, words))),
        line("paper-acceptance-deadline", paper.deadline_words.clone()),
        line("paper-acceptance-accepted", Some(written(paper.accepted_at))),
        line(
            "paper-acceptance-due",
            Some(paper.due_at.map_or_else(|| words.say("paper-acceptance-moment-open"), written)),
        ),
        line("paper-acceptance-result", paper.result_at.clone()),
        line("paper-acceptance-fees", fees(&paper.fees, words)),
        Block::Columns(vec![
            Share { share: 3, blocks: vec![line("paper-acceptance-book", paper.book.map(|n| n.to_string()))] },
            Share { share: 2, blocks: vec![line("paper-acceptance-line", paper.line.map(|n| n.to_string()))] },
        ]),
        Block::Space(3),
        Block::Signatures(vec![
            signature("paper-acceptance-signs-applicant", paper.applicant_name.clone(), words),
            signature("paper-acceptance-signs-officer", paper.officer.clone(), words),
        ]),
    ]);
    blocks
}

/// The left head with the agency and its code, the right head with the country's name and motto.
fn head(paper: &AcceptancePaper, words: &Words) -> Block {
    let place = paper.place.clone().filter(|p| !p.trim().is_empty());
    let place = place.unwrap_or_else(|| words.say("paper-acceptance-place-open"));
    let date = said_of(paper.accepted_at, "paper-acceptance-date", words);
    Block::Columns(vec![
        Share {
            share: 11,
            blocks: vec![
                match paper.agency.trim() {
                    "" => Block::line("", None),
                    agency => Block::centred(Style::Body, agency.to_uppercase()),
                },
                Block::centred(Style::Strong, words.say("paper-acceptance-desk")),
                Block::Qr { data: paper.dossier_code.clone(), caption: paper.dossier_code.clone() },
            ],
        },
        Share {
            share: 12,
            blocks: vec![
                Block::centred(Style::Strong, words.say("paper-acceptance-country")),
                Block::centred(Style::Strong, words.say("paper-acceptance-motto")),
                Block::Rule(RuleKind::Short),
                Block::centred(Style::Aside, format!("{place}, {date}")),
            ],
        },
    ])
}

/// Rows left open in the table when no paper is known.
const OPEN_ROWS: usize = 3;

/// The table of item 1. A paper taken as an original and as copies has a row for each.
fn papers(papers: &[AcceptedPaper], words: &Words) -> Block {
    let column = |key: &str, share, align| Column { title: words.say(key), share, align };
    let kinds = |paper: &AcceptedPaper| {
        [
            ("paper-acceptance-original", paper.originals),
            ("paper-acceptance-copied", paper.copies),
            ("paper-acceptance-electronic", paper.files),
        ]
    };
    let taken = papers.iter().flat_map(|p| kinds(p).map(|(kind, count)| (p, kind, count))).filter(|(.., n)| *n > 0);
    let mut rows: Vec<Vec<String>> = taken
        .enumerate()
        .map(|(i, (p, kind, count))| vec![(i + 1).to_string(), p.name.clone(), words.say(kind), count.to_string()])
        .collect();
    if rows.is_empty() {
        rows = vec![vec![String::new(); 4]; OPEN_ROWS];
    }
    Block::Table {
        columns: vec![
            column("paper-acceptance-table-no", 2, Align::Centre),
            column("paper-acceptance-table-name", 18, Align::Start),
            column("paper-acceptance-table-kind", 6, Align::Start),
            column("paper-acceptance-table-count", 4, Align::Centre),
        ],
        rows,
    }
}

fn sets(sets: Option<u32>, words: &Words) -> String {
    match sets {
        Some(count) => words.say_with("paper-acceptance-sets-count", &[("count", &count.to_string())]),
        None => words.say("paper-acceptance-sets-open"),
    }
}

fn fees(fees: &[(String, Vnd)], words: &Words) -> Option<String> {
    let each: Vec<String> =
        fees.iter().map(|(name, fee)| format!("{name}: {}", money(*fee, "paper-acceptance-money", words))).collect();
    match each.len() {
        0 => None,
        1 => Some(each.concat()),
        _ => Some(format!(
            "{}. {}: {}",
            each.join("; "),
            words.say("paper-acceptance-total"),
            money(total(fees), "paper-acceptance-money", words)
        )),
    }
}

fn signature(key: &str, name: Option<String>, words: &Words) -> Signature {
    Signature { title: words.say(key), note: words.say("paper-acceptance-signs-how"), name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    fn unknown() -> AcceptancePaper {
        AcceptancePaper {
            agency: "UBND tỉnh An Giang".to_owned(),
            reception: "Trung tâm Phục vụ hành chính công".to_owned(),
            place: None,
            dossier_code: "H01.50.05.13-261123-0975".to_owned(),
            applicant_name: None,
            masked_number: None,
            address: Some(" ".to_owned()),
            phone: None,
            email: None,
            procedure_name: "Đăng ký khai sinh".to_owned(),
            papers: vec![AcceptedPaper { name: "Tờ khai".to_owned(), originals: 1, copies: 2, files: 0 }],
            sets: None,
            deadline_words: None,
            accepted_at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            due_at: None,
            result_at: None,
            fees: Vec::new(),
            book: None,
            line: None,
            officer: None,
            reprint: false,
            trial: false,
        }
    }

    fn labels(document: &Document) -> Vec<String> {
        fn walk(blocks: &[Block], found: &mut Vec<String>) {
            for block in blocks {
                match block {
                    Block::Line { label, .. } => found.push(label.clone()),
                    Block::Text { text, .. } => found.push(text.clone()),
                    Block::Columns(shares) => shares.iter().for_each(|s| walk(&s.blocks, found)),
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        walk(&document.blocks, &mut found);
        found
    }

    /// The order of TT 03/2025/TT-VPCP, Mẫu 01.
    const ORDER: [&str; 17] = [
        "Mã hồ sơ",
        "Bộ phận tiếp nhận và trả kết quả",
        "Tiếp nhận hồ sơ của",
        "CCCD/MST",
        "Địa chỉ",
        "Số điện thoại",
        "Email",
        "Thủ tục hành chính cần giải quyết",
        "1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ",
        "2. Số lượng hồ sơ",
        "3. Thời gian giải quyết hồ sơ theo quy định",
        "4. Thời gian nhận hồ sơ",
        "5. Thời gian trả kết quả giải quyết hồ sơ",
        "6. Đăng ký nhận kết quả tại",
        "7. Phí, lệ phí (nếu có)",
        "Vào Sổ theo dõi hồ sơ, Quyển số",
        "Số thứ tự",
    ];

    #[test]
    fn the_items_stand_in_the_order_of_the_form_on_both_copies() {
        let document = acceptance(&unknown(), Words::of(Locale::Vi));
        let labels = labels(&document);
        let halves: Vec<&[String]> = labels.split(|l| l.starts_with("UBND")).filter(|half| !half.is_empty()).collect();
        assert_eq!(halves.len(), 2);
        for half in halves {
            let mut rest = half.iter();
            for item in ORDER {
                assert!(rest.any(|l| l.starts_with(item)), "{item} is missing or out of order in {half:?}");
            }
        }
        assert!(
            labels.contains(&"(Liên 1: Lưu)".to_owned()) && labels.contains(&"(Liên 2: Giao khách hàng)".to_owned())
        );
    }

    #[test]
    fn the_form_is_vietnamese_in_every_language() {
        assert_eq!(acceptance(&unknown(), Words::of(Locale::En)), acceptance(&unknown(), Words::of(Locale::Vi)));
    }

    #[test]
    fn what_is_unknown_is_left_open_and_never_invented() {
        let document = acceptance(&unknown(), Words::of(Locale::Vi));
        let value = |starts: &str| {
            document.blocks.iter().find_map(|b| match b {
                Block::Line { label, value } if label.starts_with(starts) => Some(value.clone()),
                _ => None,
            })
        };
        assert_eq!(value("Địa chỉ"), Some(None));
        assert_eq!(value("7. Phí"), Some(None));
        assert_eq!(value("5. Thời"), Some(Some("… giờ … phút, ngày … tháng … năm …".to_owned())));
        assert_eq!(value("4. Thời"), Some(Some("08 giờ 05 phút, ngày 23 tháng 11 năm 2026".to_owned())));
    }

    #[test]
    fn originals_and_copies_have_rows_of_their_own() {
        let document = acceptance(&unknown(), Words::of(Locale::Vi));
        let rows = document.blocks.iter().find_map(|b| match b {
            Block::Table { rows, .. } => Some(rows.clone()),
            _ => None,
        });
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let expected = vec![row(["1", "Tờ khai", "Bản chính", "1"]), row(["2", "Tờ khai", "Bản sao", "2"])];
        assert_eq!(rows, Some(expected));
    }
}
