#[cfg(test)]
mod tests;

use super::official::{Head, signature};
use super::{Align, Block, Column, Document, PaperSize, Share, Style, marks, money, said_of, total};
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
    let written = |moment: Moment| said_of(moment, "paper-official-moment", words);
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
        line("paper-official-address", paper.address.clone()),
        Block::Columns(vec![
            Share { share: 1, blocks: vec![line("paper-official-phone", paper.phone.clone())] },
            Share { share: 1, blocks: vec![line("paper-official-email", paper.email.clone())] },
        ]),
        line("paper-acceptance-procedure", Some(paper.procedure_name.clone())),
        Block::text(Style::Body, words.say("paper-acceptance-papers")),
        papers(&paper.papers, words),
        line("paper-acceptance-sets", Some(sets(paper.sets, words))),
        line("paper-acceptance-deadline", paper.deadline_words.clone()),
        line("paper-acceptance-accepted", Some(written(paper.accepted_at))),
        line(
            "paper-acceptance-due",
            Some(paper.due_at.map_or_else(|| words.say("paper-official-moment-open"), written)),
        ),
        line("paper-acceptance-result", paper.result_at.clone()),
        line("paper-acceptance-fees", fees(&paper.fees, words)),
        Block::Columns(vec![
            Share { share: 3, blocks: vec![line("paper-acceptance-book", paper.book.map(|n| n.to_string()))] },
            Share { share: 2, blocks: vec![line("paper-acceptance-line", paper.line.map(|n| n.to_string()))] },
        ]),
        Block::Space(3),
        Block::Signatures(vec![
            signature(
                "paper-acceptance-signs-applicant",
                "paper-official-signs-how",
                paper.applicant_name.clone(),
                words,
            ),
            signature("paper-acceptance-signs-officer", "paper-official-signs-how", paper.officer.clone(), words),
        ]),
    ]);
    blocks
}

/// The left head with the agency and its code, the right head with the country's name and motto.
fn head(paper: &AcceptancePaper, words: &Words) -> Block {
    let unit = words.say("paper-official-desk");
    let (code, place) = (paper.dossier_code.as_str(), paper.place.as_deref());
    let date = Some(paper.accepted_at);
    Head { agency: &paper.agency, unit: &unit, numbered: false, code, place, date }.block(words)
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
