use super::{Align, Block, Column, Document, PaperSize, Row, RuleKind, Share, Signature, Style, date_time, marks};
use crate::guide::{ReviewRow, ReviewSection};
use crate::time::Moment;
use crate::words::Words;

/// How much of a hash stands on paper: 48 bits, in hex.
const MARK: usize = 12;

/// The facts on a review that somebody signs before an officer submits for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewPaper {
    /// The centre's name.
    pub centre: String,
    /// The procedure's name.
    pub procedure_name: String,
    /// The procedure's national code.
    pub procedure_code: String,
    /// The submission code (mã nộp tạm), `XXXX-XXXX`; before it is submitted, what its owner comes back with.
    pub code: String,
    /// Every answer that will be sent, page by page; nothing is masked.
    pub sections: Vec<ReviewSection>,
    /// Papers attached, with how many pages each has.
    pub attached: Vec<(String, u32)>,
    /// Originals to show.
    pub to_show: Vec<String>,
    /// What it costs, in words.
    pub fees: Vec<ReviewRow>,
    /// How long it takes, in words; empty when it is not known for certain.
    pub deadline: String,
    /// Each consent with its full words, and whether it is given.
    pub consents: Vec<ReviewConsent>,
    /// Whose application it is.
    pub person: String,
    /// The officer who types it.
    pub officer: String,
    /// When it was printed.
    pub printed_at: Moment,
    /// Until when what was answered is kept for its owner if it is not submitted.
    pub keep_until: Moment,
    /// SHA-256 of what will be sent, in hex.
    pub content_sha256: String,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A consent on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewConsent {
    /// The purpose in a few words.
    pub title: String,
    /// What is agreed to, in full.
    pub text: String,
    /// Whether it is.
    pub given: bool,
}

/// The part of a hash that stands on paper.
pub fn content_mark(content_sha256: &str) -> &str {
    content_sha256.get(..MARK).unwrap_or(content_sha256)
}

/// A **Bản xem lại để ký**, on A4: everything that will be sent, to be read and signed by who it is for. It
/// says that nothing was submitted, and bears the beginning of the hash of exactly this content.
pub fn review(paper: &ReviewPaper, words: &Words) -> Document {
    let title = words.say("paper-review-title");
    let mark = content_mark(&paper.content_sha256);
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend([
        head(paper, &title, mark, words),
        Block::text(Style::Strong, words.say("paper-review-not-submitted")),
        Block::text(Style::Body, words.say("paper-review-read")),
        Block::Rule(RuleKind::Full),
    ]);
    blocks.extend(paper.sections.iter().flat_map(|section| {
        let row = |row: &ReviewRow| Row::new(&row.label, &row.value);
        [Block::text(Style::Strong, &section.title), Block::Rows(section.rows.iter().map(row).collect())]
    }));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.extend(attached(paper, words));
    if !paper.to_show.is_empty() {
        blocks.push(Block::text(Style::Strong, words.say("paper-review-to-show")));
        blocks.push(Block::List(paper.to_show.clone()));
    }
    let mut costs: Vec<Row> = paper.fees.iter().map(|row| Row::new(&row.label, &row.value)).collect();
    if !paper.deadline.is_empty() {
        costs.push(Row::new(words.say("paper-review-deadline"), &paper.deadline));
    }
    blocks.push(Block::text(Style::Strong, words.say("paper-review-fees")));
    blocks.push(Block::Rows(costs));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.push(Block::text(Style::Strong, words.say("paper-review-consents")));
    for consent in &paper.consents {
        let key = if consent.given { "paper-review-agreed" } else { "paper-review-not-agreed" };
        blocks.push(Block::text(Style::Strong, words.say_with(key, &[("title", &consent.title)])));
        blocks.push(Block::text(Style::Body, &consent.text));
    }
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.push(Block::text(Style::Body, words.say("paper-review-declaration")));
    let how = words.say("paper-review-signs-how");
    let sign = |key: &str, name: &String| Signature {
        title: words.say(key),
        note: how.clone(),
        name: Some(name.clone()).filter(|name| !name.trim().is_empty()),
    };
    blocks.push(Block::Signatures(vec![
        sign("paper-review-signs-person", &paper.person),
        sign("paper-review-signs-officer", &paper.officer),
    ]));
    blocks.push(Block::Space(3));
    let until = words.day(paper.keep_until.business_date());
    blocks.push(Block::text(Style::Note, words.say_with("paper-review-resume", &[("day", &until)])));
    let footer = format!("{title} · {} · {mark}", paper.code);
    Document { paper: PaperSize::A4, footer, title, blocks }
}

/// What it is, of what, who types it, and which content it belongs to.
fn head(paper: &ReviewPaper, title: &str, mark: &str, words: &Words) -> Block {
    let names = vec![
        Block::text(Style::Body, &paper.centre),
        Block::text(Style::Title, title),
        Block::text(Style::Heading, &paper.procedure_name),
        Block::text(Style::Body, words.say_with("paper-review-procedure-code", &[("code", &paper.procedure_code)])),
    ];
    let end = |style, text: String| Block::Text { text, style, align: Align::End };
    let facts = vec![
        end(Style::Note, words.say("paper-review-code")),
        end(Style::Heading, paper.code.clone()),
        end(Style::Note, words.say("paper-review-mark")),
        end(Style::Strong, mark.to_owned()),
        end(Style::Note, words.say_with("paper-review-officer", &[("name", &paper.officer)])),
        end(Style::Note, date_time(paper.printed_at, words)),
    ];
    Block::Columns(vec![Share { share: 3, blocks: names }, Share { share: 2, blocks: facts }])
}

fn attached(paper: &ReviewPaper, words: &Words) -> Vec<Block> {
    let heading = Block::text(Style::Strong, words.say("paper-review-attached"));
    if paper.attached.is_empty() {
        return vec![heading, Block::text(Style::Body, words.say("paper-review-attached-none"))];
    }
    let column = |key: &str, share, align| Column { title: words.say(key), share, align };
    let rows = paper.attached.iter().map(|(name, pages)| vec![name.clone(), pages.to_string()]);
    let table = Block::Table {
        columns: vec![
            column("paper-review-attached-name", 5, Align::Start),
            column("paper-review-attached-pages", 1, Align::Centre),
        ],
        rows: rows.collect(),
    };
    vec![heading, table]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    fn paper() -> ReviewPaper {
        ReviewPaper {
            centre: "Trung tâm".to_owned(),
            procedure_name: "Cấp bản sao trích lục hộ tịch".to_owned(),
            procedure_code: "2.000635".to_owned(),
            code: "A7KM-3XPT".to_owned(),
            sections: vec![ReviewSection {
                page: "applicant".to_owned(),
                title: "Người yêu cầu".to_owned(),
                rows: vec![ReviewRow { label: "Số định danh".to_owned(), value: "089195000123".to_owned() }],
            }],
            attached: Vec::new(),
            to_show: Vec::new(),
            fees: vec![ReviewRow { label: "Lệ phí".to_owned(), value: "8.000 đồng".to_owned() }],
            deadline: String::new(),
            consents: vec![
                ReviewConsent { title: "Xử lý".to_owned(), text: "Đọc và lưu.".to_owned(), given: true },
                ReviewConsent { title: "Gọi điện".to_owned(), text: "Dùng số.".to_owned(), given: false },
            ],
            person: "Nguyễn Văn An".to_owned(),
            officer: "Nguyễn Thị Lan".to_owned(),
            printed_at: "2026-11-23T08:05:00+07:00".parse().expect("a moment"),
            keep_until: "2026-11-30T08:05:00+07:00".parse().expect("a moment"),
            content_sha256: "0123456789abcdef".repeat(4),
            reprint: false,
            trial: false,
        }
    }

    #[test]
    fn it_says_what_will_be_sent_who_typed_it_and_that_nothing_was_submitted() {
        let document = review(&paper(), Words::of(Locale::Vi));
        let text = format!("{:?}", document.blocks);
        for said in ["089195000123", "cán bộ Nguyễn Thị Lan", "chưa nộp", "Đọc và lưu.", "Không đồng ý: Gọi điện"]
        {
            assert!(text.contains(said), "{said} is missing from {text}");
        }
        assert!(text.contains("Đồng ý: Xử lý") && text.contains("30/11/2026"));
        assert_eq!(document.footer, "Bản xem lại để ký · A7KM-3XPT · 0123456789ab");
        assert!(text.contains("0123456789ab") && !text.contains("0123456789abc"));
        let signed = document.blocks.iter().find_map(|block| match block {
            Block::Signatures(signatures) => Some(signatures),
            _ => None,
        });
        let names: Vec<_> = signed.expect("places to sign").iter().map(|place| place.name.as_deref()).collect();
        assert_eq!(names, [Some("Nguyễn Văn An"), Some("Nguyễn Thị Lan")]);
    }
}
