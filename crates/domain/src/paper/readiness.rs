use super::{Align, Share};
use super::{Block, Column, Document, PaperSize, Row, RuleKind, Signature, Style, date_time, marks};
use crate::readiness::{Light, Verdict, worst};
use crate::time::Moment;
use crate::words::Words;

/// What the QR of a test page says: a reader that reads it works, and nobody's data was read.
pub const TEST_CODE: &str = "motcua:test";

/// Every vowel of Vietnamese with every mark, and đ: 67 letters that a printer may get wrong.
const MARKED: [&str; 6] = [
    "a à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ",
    "e è é ẻ ẽ ẹ ê ề ế ể ễ ệ i ì í ỉ ĩ ị",
    "o ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ",
    "u ù ú ủ ũ ụ ư ừ ứ ử ữ ự y ỳ ý ỷ ỹ ỵ đ",
    "Ằ Ắ Ẳ Ẵ Ặ Ầ Ấ Ẩ Ẫ Ậ Ề Ế Ể Ễ Ệ Ỳ Ỵ Đ",
    "Ồ Ố Ổ Ỗ Ộ Ờ Ớ Ở Ỡ Ợ Ừ Ứ Ử Ữ Ự Ủ Ũ Ụ",
];

/// The facts on a test page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestPaper {
    /// What people call the machine.
    pub machine: String,
    /// What the printer is.
    pub printer: String,
    /// When it was made.
    pub made_at: Moment,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A **Trang in thử**: what an officer compares with what should be seen. A frame at the top and one at the
/// bottom reach the edges of what can be printed, the ruler is true, and the last line is above the cut.
pub fn test_page(paper: &TestPaper, size: PaperSize, words: &Words) -> Document {
    let title = words.say("paper-test-title");
    let mut blocks = vec![Block::Stamp(words.say("paper-test-top"))];
    blocks.extend(marks(paper.trial, paper.reprint, words));
    blocks.extend([
        Block::centred(Style::Title, &title),
        Block::Rows(vec![
            Row::new(words.say("paper-test-machine"), &paper.machine),
            Row::new(words.say("paper-test-printer"), &paper.printer),
            Row::new(words.say("paper-test-time"), date_time(paper.made_at, words)),
        ]),
        Block::Rule(RuleKind::Full),
        Block::text(Style::Strong, words.say("paper-test-marks")),
    ]);
    blocks.extend(MARKED.map(|line| Block::centred(Style::Body, line)));
    blocks.extend([
        Block::Rule(RuleKind::Full),
        Block::Qr { data: TEST_CODE.to_owned(), caption: words.say("paper-test-qr") },
        Block::Barcode { data: TEST_CODE.to_owned(), caption: String::new() },
        Block::Rule(RuleKind::Full),
        Block::text(Style::Strong, words.say("paper-test-ruler")),
        Block::Ruler,
        Block::Stamp(words.say("paper-test-bottom")),
        Block::centred(Style::Note, words.say("paper-test-end")),
    ]);
    Document { paper: size, title, footer: String::new(), blocks }
}

/// The facts on the report of a machine's check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadinessPaper {
    /// The centre's name, where it is known.
    pub centre: String,
    /// What people call the machine.
    pub machine: String,
    /// When the report was made.
    pub made_at: Moment,
    /// What was found of each part, in the order to be read.
    pub verdicts: Vec<Verdict>,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A **Biên bản kiểm tra máy**, with places to sign: a table on sheets, one part below the other on a roll.
pub fn readiness_report(paper: &ReadinessPaper, size: PaperSize, words: &Words) -> Document {
    let title = words.say("paper-ready-title");
    let light = |light: Light| words.say(light.key());
    let mut facts = vec![
        Row::new(words.say("paper-ready-machine"), &paper.machine),
        Row::new(words.say("paper-ready-time"), date_time(paper.made_at, words)),
        Row::new(words.say("paper-ready-result"), words.say(worst(&paper.verdicts).summary_key())),
    ];
    if !paper.centre.is_empty() {
        facts.insert(0, Row::new(words.say("paper-ready-centre"), &paper.centre));
    }
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend([Block::centred(Style::Title, &title), Block::Rows(facts), Block::Space(2)]);
    let name = |verdict: &Verdict| words.say(&format!("ready-{}", verdict.check.name()));
    let (absent, there): (Vec<_>, Vec<_>) = paper.verdicts.iter().partition(|verdict| verdict.light == Light::Absent);
    let todo =
        |verdict: &Verdict| verdict.advice(words).map(|todo| words.say_with("paper-ready-todo", &[("todo", &todo)]));
    if let PaperSize::A4 | PaperSize::A5 = size {
        let column = |key: &str, share| Column { title: words.say(key), share, align: Align::Start };
        let row = |verdict: &Verdict| {
            let found = [Some(verdict.said(words)), todo(verdict)].into_iter().flatten().collect::<Vec<_>>().join(" ");
            vec![name(verdict), light(verdict.light), found]
        };
        blocks.push(Block::Table {
            columns: vec![
                column("paper-ready-part", 26),
                column("paper-ready-light", 13),
                column("paper-ready-found", 61),
            ],
            rows: there.into_iter().map(row).collect(),
        });
    } else {
        for verdict in there {
            let part = |share, style, align, text| Share { share, blocks: vec![Block::Text { text, style, align }] };
            blocks.extend([
                Block::Rule(RuleKind::Full),
                Block::Columns(vec![
                    part(2, Style::Strong, Align::Start, name(verdict)),
                    part(1, Style::Strong, Align::End, light(verdict.light)),
                ]),
                Block::text(Style::Note, verdict.said(words)),
            ]);
            blocks.extend(todo(verdict).map(|todo| Block::text(Style::Note, todo)));
        }
        blocks.push(Block::Rule(RuleKind::Full));
    }
    if !absent.is_empty() {
        let names: Vec<_> = absent.into_iter().map(name).collect();
        let without = words.say_with("paper-ready-without", &[("names", &names.join("; "))]);
        blocks.extend([Block::Space(2), Block::text(Style::Note, without)]);
    }
    let sign = |key| Signature { title: words.say(key), note: words.say("paper-ready-sign"), name: None };
    let places = [sign("paper-ready-checker"), sign("paper-ready-keeper")];
    // A roll is too narrow for two beside each other.
    let beside = if size.is_roll() { 1 } else { 2 };
    blocks.extend(places.chunks(beside).map(|places| Block::Signatures(places.to_vec())));
    Document { paper: size, footer: title.clone(), title, blocks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::{clock, fonts, reader};
    use crate::words::Locale;

    #[test]
    fn a_test_page_has_every_vietnamese_letter_once_more_than_any_name_needs() {
        use unicode_normalization::is_nfc;
        let text = MARKED.concat();
        assert!(is_nfc(&text));
        let lower: std::collections::BTreeSet<char> = text.chars().filter(|c| c.is_lowercase()).collect();
        // 12 vowels, each plain and with five tones, and đ.
        assert_eq!(lower.len(), 12 * 6 + 1);
    }

    #[test]
    fn a_report_says_what_to_do_on_a_sheet_and_on_a_roll() {
        let words = Words::of(Locale::Vi);
        let paper = ReadinessPaper {
            centre: "Trung tâm".to_owned(),
            machine: "Ki-ốt 2".to_owned(),
            made_at: "2026-12-01T10:30:00+07:00".parse().expect("a moment"),
            verdicts: vec![fonts(true), clock(Some(90_000)), reader(None)],
            reprint: false,
            trial: false,
        };
        for size in [PaperSize::Roll80, PaperSize::A4] {
            let document = format!("{:?}", readiness_report(&paper, size, words));
            for said in [
                "Ki-ốt 2",
                "Nhanh hơn hệ thống trung tâm 90 giây.",
                "Việc cần làm: Báo",
                "Hỏng",
                "Đạt",
                "Máy này không có: Đầu đọc thẻ và mã.",
            ] {
                assert!(document.contains(said), "{said} is not on {size:?}: {document}");
            }
            let result = format!("{:?}", Row::new("Kết luận", words.say("ready-summary-red")));
            assert!(document.contains(&result), "the worst part is the result: {document}");
        }
    }
}
