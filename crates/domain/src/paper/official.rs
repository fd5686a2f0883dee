use super::{Block, RuleKind, Share, Signature, Style, said_of};
use crate::dossier::SubmissionCode;
use crate::time::Moment;
use crate::words::Words;

/// What the official forms of TT 03/2025/TT-VPCP say of the dossier they are about. What is not known stays
/// none, and becomes dots for a pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialPaper {
    /// The agency the reception belongs to, as its head names it.
    pub agency: String,
    /// The reception: Bộ phận tiếp nhận và trả kết quả.
    pub reception: String,
    /// Where it is signed: `An Giang`.
    pub place: Option<String>,
    /// The dossier's code, or the submission's (mã nộp tạm) while no officer has accepted it.
    pub code: String,
    /// Whose dossier it is.
    pub applicant_name: Option<String>,
    /// The applicant's address.
    pub address: Option<String>,
    /// The applicant's telephone number.
    pub phone: Option<String>,
    /// The applicant's e-mail address.
    pub email: Option<String>,
    /// The procedure's official name.
    pub procedure_name: String,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// What stands at the top of an official paper.
pub(super) struct Head<'a> {
    /// The agency, in capitals; empty leaves dots.
    pub(super) agency: &'a str,
    /// The unit below it.
    pub(super) unit: &'a str,
    /// Whether there is a line for the number of the document.
    pub(super) numbered: bool,
    /// A code to be read by machines, or nothing.
    pub(super) code: &'a str,
    /// Where it is signed.
    pub(super) place: Option<&'a str>,
    /// When; none leaves dots: what the head of an agency signs is dated by hand.
    pub(super) date: Option<Moment>,
}

impl Head<'_> {
    /// The left head with the agency, the right head with the country's name and motto
    /// (NĐ 30/2020/NĐ-CP, Phụ lục I).
    pub(super) fn block(&self, words: &Words) -> Block {
        let place = self.place.filter(|place| !place.trim().is_empty()).map(str::to_owned);
        let place = place.unwrap_or_else(|| words.say("paper-official-place-open"));
        let date = match self.date {
            Some(date) => said_of(date, "paper-official-date", words),
            None => words.say("paper-official-date-open"),
        };
        let mut left = vec![match self.agency.trim() {
            "" => Block::line("", None),
            agency => Block::centred(Style::Body, agency.to_uppercase()),
        }];
        left.push(Block::centred(Style::Strong, self.unit));
        if self.numbered {
            left.push(Block::Rule(RuleKind::Short));
            left.push(Block::centred(Style::Body, words.say("paper-official-number")));
        }
        if !self.code.is_empty() {
            // The code stands below its bars, or below the QR where bars cannot say it.
            let barcode = Block::barcode(self.code);
            let caption = if barcode.is_some() { String::new() } else { self.code.to_owned() };
            left.push(Block::Qr { data: self.code.to_owned(), caption });
            left.extend(barcode);
        }
        Block::Columns(vec![
            Share { share: 11, blocks: left },
            Share {
                share: 12,
                blocks: vec![
                    Block::centred(Style::Strong, words.say("paper-official-country")),
                    Block::centred(Style::Strong, words.say("paper-official-motto")),
                    Block::Rule(RuleKind::Short),
                    Block::centred(Style::Aside, format!("{place}, {date}")),
                ],
            },
        ])
    }
}

impl OfficialPaper {
    /// Its head, above the title of a form that has a number of its own.
    pub(super) fn head(&self, date: Option<Moment>, words: &Words) -> Block {
        let unit = words.say("paper-official-desk");
        let place = self.place.as_deref();
        Head { agency: &self.agency, unit: &unit, numbered: true, code: &self.code, place, date }.block(words)
    }

    /// The line of its code, by what it is: a submission that nobody accepted has no dossier's code.
    pub(super) fn code_line(&self, words: &Words) -> Block {
        let temporary = SubmissionCode::parse(&self.code).is_ok();
        let key = if temporary { "paper-official-code-temporary" } else { "paper-official-code" };
        Block::line(words.say(key), Some(self.code.clone()))
    }

    /// The agency for a sentence, or dots.
    pub(super) fn agency_said(&self, words: &Words) -> String {
        or_open(Some(&self.agency), words)
    }

    /// The applicant for a sentence, or dots.
    pub(super) fn applicant_said(&self, words: &Words) -> String {
        or_open(self.applicant_name.as_deref(), words)
    }

    /// The lines of address, telephone and e-mail.
    pub(super) fn reached_at(&self, words: &Words) -> Vec<Block> {
        let line = |key: &str, value: &Option<String>| Block::line(words.say(key), value.clone());
        vec![
            line("paper-official-address", &self.address),
            Block::Columns(vec![
                Share { share: 1, blocks: vec![line("paper-official-phone", &self.phone)] },
                Share { share: 1, blocks: vec![line("paper-official-email", &self.email)] },
            ]),
        ]
    }
}

/// What is known, or dots within a sentence.
pub(super) fn or_open(known: Option<&str>, words: &Words) -> String {
    match known.map(str::trim).filter(|known| !known.is_empty()) {
        Some(known) => known.to_owned(),
        None => words.say("paper-official-open"),
    }
}

/// Lines for a pen where nothing was written.
const OPEN_LINES: usize = 3;

/// What an officer wrote, a paragraph a line; with nothing, dotted lines.
pub(super) fn written(label: &str, text: &str, words: &Words) -> Vec<Block> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().map(str::to_owned);
    let open = if first.is_none() { OPEN_LINES - 1 } else { 0 };
    let mut blocks = vec![Block::line(words.say(label), first)];
    blocks.extend(lines.map(|line| Block::text(Style::Body, line)));
    blocks.extend(std::iter::repeat_with(|| Block::line("", None)).take(open));
    blocks
}

/// A place to sign; `how` is the key of the words below the title.
pub(super) fn signature(title: &str, how: &str, name: Option<String>, words: &Words) -> Signature {
    Signature { title: words.say(title), note: words.say(how), name }
}

/// The foot of a document of the agency: who gets it at the left, the head of the agency at the right.
pub(super) fn signed_by_the_head(words: &Words) -> Block {
    let received = ["paper-official-received-by", "paper-official-received-above", "paper-official-received-kept"];
    let [title, above, kept] = received.map(|key| words.say(key));
    Block::Columns(vec![
        Share {
            share: 1,
            blocks: vec![
                Block::text(Style::Aside, title),
                Block::text(Style::Note, above),
                Block::text(Style::Note, kept),
            ],
        },
        Share {
            share: 1,
            blocks: vec![Block::Signatures(vec![signature(
                "paper-official-signs-head",
                "paper-official-signs-sealed",
                None,
                words,
            )])],
        },
    ])
}

#[cfg(test)]
pub(super) mod tests {
    use fluent_bundle::FluentResource;
    use fluent_syntax::ast::Entry;

    use super::super::Document;
    use super::*;

    /// Nothing but a code and a procedure is known.
    pub(in crate::paper) fn unknown() -> OfficialPaper {
        OfficialPaper {
            agency: String::new(),
            reception: String::new(),
            place: None,
            code: "H01.50.05.13-261123-0975".to_owned(),
            applicant_name: None,
            address: Some(" ".to_owned()),
            phone: None,
            email: None,
            procedure_name: "Đăng ký khai sinh".to_owned(),
            reprint: false,
            trial: false,
        }
    }

    /// Everything is known.
    pub(in crate::paper) fn known() -> OfficialPaper {
        OfficialPaper {
            agency: "UBND phường Long Xuyên".to_owned(),
            reception: "Trung tâm Phục vụ hành chính công phường Long Xuyên".to_owned(),
            place: Some("An Giang".to_owned()),
            applicant_name: Some("Nguyễn Thị Bưởi".to_owned()),
            address: Some("Số 12, đường Trần Hưng Đạo".to_owned()),
            phone: Some("0912 345 678".to_owned()),
            ..unknown()
        }
    }

    /// Everything a document says, in order, without what only the layout knows.
    pub(in crate::paper) fn said(document: &Document) -> String {
        fn walk(blocks: &[Block], said: &mut Vec<String>) {
            for block in blocks {
                match block {
                    Block::Text { text, .. } | Block::Stamp(text) => said.push(text.clone()),
                    Block::Line { label, value } => {
                        said.push(format!("{label} {}", value.as_deref().unwrap_or("…")));
                    }
                    Block::Rows(rows) => said.extend(rows.iter().map(|row| format!("{}: {}", row.label, row.value))),
                    Block::List(items) => said.extend(items.iter().cloned()),
                    Block::Table { columns, rows } => {
                        let head: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
                        said.push(head.join(" | "));
                        said.extend(rows.iter().map(|row| row.join(" | ")));
                    }
                    Block::Columns(shares) => shares.iter().for_each(|share| walk(&share.blocks, said)),
                    Block::Qr { caption, .. } | Block::Barcode { caption, .. } => said.push(caption.clone()),
                    Block::Signatures(places) => {
                        for place in places {
                            let name = place.name.as_deref().unwrap_or_default();
                            said.push(format!("{} {} {name}", place.title, place.note));
                        }
                    }
                    _ => {}
                }
            }
        }
        let mut lines = Vec::new();
        walk(&document.blocks, &mut lines);
        lines.join("\n")
    }

    /// The parts of a form stand on it in this order.
    pub(in crate::paper) fn assert_order(document: &Document, parts: &[&str]) {
        let said = said(document);
        let mut rest = said.as_str();
        for part in parts {
            let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is missing or out of order in {said}"));
            rest = &rest[at + part.len()..];
        }
    }

    /// Official words by key.
    fn official(source: &str) -> Vec<(String, String)> {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).expect("valid Fluent");
        let messages = resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name.to_owned(), format!("{:?}", message.value))),
            _ => None,
        });
        messages.filter(|(key, _)| key.starts_with("paper-official-")).collect()
    }

    #[test]
    fn official_words_are_the_same_in_every_language() {
        let [vi, en] = [
            include_str!("../../../../ui/locales/vi/official.ftl"),
            include_str!("../../../../ui/locales/en/official.ftl"),
        ]
        .map(official);
        assert!(vi.len() > 60, "{}", vi.len());
        assert_eq!(vi, en);
    }

    #[test]
    fn a_submission_code_is_not_called_a_dossiers() {
        let words = Words::of(crate::words::Locale::Vi);
        let line = |code: &str| match (OfficialPaper { code: code.to_owned(), ..unknown() }).code_line(words) {
            Block::Line { label, .. } => label,
            other => panic!("a line, not {other:?}"),
        };
        assert_eq!([line("A7KM-3XPT"), line("H01.50.05.13-261123-0975")], ["Mã nộp tạm:", "Mã hồ sơ:"]);
    }

    #[test]
    fn what_was_written_keeps_its_paragraphs_and_nothing_leaves_lines_for_a_pen() {
        let words = Words::of(crate::words::Locale::Vi);
        let blocks = written("paper-official-reason", " Thiếu tờ khai \n\n Ảnh mờ ", words);
        let reason = words.say("paper-official-reason");
        assert_eq!(
            blocks,
            [Block::line(&reason, Some("Thiếu tờ khai".to_owned())), Block::text(Style::Body, "Ảnh mờ")]
        );
        let open = written("paper-official-reason", " \n ", words);
        assert_eq!(open, [Block::line(reason, None), Block::line("", None), Block::line("", None)]);
    }
}
