use super::{Block, Check, Document, PaperSize, Row, RuleKind, Share, Style, date_time, marks};
use crate::catalogue::national::Field;
use crate::catalogue::{Evidence, Procedure};
use crate::text::{cut, fold};
use crate::time::Moment;
use crate::words::Words;

/// How much of a record's notes goes on paper: so many of them, so many characters each.
const NOTES: (usize, usize) = (5, 240);
/// The longest name of a paper below a number, in characters.
const SHORT_NAME: usize = 140;
/// The longest words for a case, or for what a deadline or a fee is for, in characters.
const LONGEST_TERM: usize = 240;
/// The longest of those words that stand in a column beside what they name.
const IN_COLUMN: usize = 60;
/// The longest names that stand beside a QR, in characters: what stands there is never parted.
const BESIDE_QR: usize = 240;

/// What to prepare for a procedure, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The procedure's name, as people read it.
    pub name: String,
    /// The name in the national database, where that is another.
    pub official_name: Option<String>,
    /// Its national code.
    pub code: String,
    /// The version of the record it was read from; 0 is the product's own.
    pub version: u32,
    /// What to bring, in plain words.
    pub bring: Vec<String>,
    /// Its papers, by case.
    pub cases: Vec<CaseLines>,
    /// Whether the papers could not all be read for certain.
    pub unsure: bool,
    /// How long it takes, by way of handing it in; one line without a name when all are alike.
    pub deadlines: Vec<(String, String)>,
    /// What each fee is for, and the fee.
    pub fees: Vec<(String, String)>,
}

/// The papers of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLines {
    /// When it applies; none when there is but one case, or the record does not say.
    pub when: Option<String>,
    /// The papers.
    pub papers: Vec<PaperItem>,
    /// What the record says beside them.
    pub notes: Vec<String>,
}

/// A paper to prepare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperItem {
    /// What it is.
    pub name: String,
    /// "1 bản chính, 2 bản sao"; empty when the record names none.
    pub counts: String,
    /// The file of its form.
    pub form: Option<String>,
    /// Only shown to the officer and taken home again.
    pub only_shown: bool,
}

/// The facts on a list of papers to prepare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistPaper {
    /// The centre's name.
    pub centre: String,
    /// What to prepare.
    pub list: Checklist,
    /// What its QR says; empty for none.
    pub qr: String,
    /// Whether a phone can open that QR.
    pub phone: bool,
    /// When it was printed.
    pub made_at: Moment,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

impl Checklist {
    /// Of a procedure and the case of that place among its cases, from 0; of all cases without one.
    pub fn of(procedure: &Procedure, case: Option<usize>, words: &Words) -> Self {
        let locale = words.locale();
        Self {
            name: procedure.name.get(locale).to_owned(),
            official_name: procedure.official_name.clone(),
            code: procedure.code.clone(),
            version: procedure.version,
            bring: procedure.bring.iter().map(|line| line.get(locale).to_owned()).collect(),
            cases: CaseLines::of(procedure, case, words),
            unsure: procedure.unsure.contains(&Field::Papers),
            deadlines: procedure.deadlines_in_words(words),
            fees: procedure.fees_in_words(words),
        }
    }
}

impl CaseLines {
    pub(super) fn of(procedure: &Procedure, case: Option<usize>, words: &Words) -> Vec<Self> {
        let locale = words.locale();
        let item = |paper: &Evidence| PaperItem {
            name: paper.called(words),
            counts: paper.counts_in_words(words),
            form: paper.form.clone(),
            only_shown: paper.only_shown,
        };
        let chosen = case.and_then(|case| procedure.cases.get(case..=case)).unwrap_or(&procedure.cases);
        chosen
            .iter()
            .map(|case| Self {
                when: case.when.as_ref().map(|when| when.get(locale).to_owned()),
                papers: case.papers.iter().map(item).collect(),
                notes: case.notes.clone(),
            })
            .collect()
    }

    /// As it stands below a number: long names cut, without forms.
    pub(super) fn shortened(&self) -> Self {
        let item = |paper: &PaperItem| PaperItem { name: cut(&paper.name, SHORT_NAME), form: None, ..paper.clone() };
        Self { when: self.when.clone(), papers: self.papers.iter().map(item).collect(), notes: self.notes.clone() }
    }
}

/// A list of papers to prepare (**Giấy tờ cần chuẩn bị**), on a roll or on A5, with a box to
/// tick before each. It says that nothing was handed in.
pub fn checklist(paper: &ChecklistPaper, size: PaperSize, words: &Words) -> Document {
    let title = words.say("paper-checklist-title");
    let list = &paper.list;
    let mut head = vec![Block::centred(Style::Strong, &paper.centre), Block::centred(Style::Title, &title)];
    let mut names = vec![Block::centred(Style::Heading, &list.name)];
    names.extend(list.official_name.iter().map(|name| Block::centred(Style::Note, name)));
    let long = list.name.chars().chain(list.official_name.iter().flat_map(|name| name.chars())).count();
    if long <= BESIDE_QR {
        head.append(&mut names);
    }
    head.push(Block::centred(Style::Body, words.say("paper-checklist-not-submitted")));
    let caption = words.say(if paper.phone { "paper-checklist-qr-phone" } else { "paper-checklist-qr-kiosk" });
    let qr = (!paper.qr.is_empty()).then(|| Block::Qr { data: paper.qr.clone(), caption });
    let on_roll = size.is_roll();
    let mut blocks = marks(paper.trial, paper.reprint, words);
    match &qr {
        Some(qr) if !on_roll => blocks
            .push(Block::Columns(vec![Share { share: 7, blocks: head }, Share { share: 3, blocks: vec![qr.clone()] }])),
        _ => blocks.extend(head),
    }
    blocks.append(&mut names);
    blocks.push(Block::Rule(RuleKind::Full));
    if !list.bring.is_empty() {
        blocks.push(Block::text(Style::Strong, words.say("paper-checklist-bring")));
        blocks.push(Block::List(list.bring.clone()));
        blocks.push(Block::Space(1));
    }
    if list.cases.iter().any(|case| !case.papers.is_empty()) {
        blocks.push(Block::text(Style::Body, words.say("paper-checklist-advice")));
    }
    blocks.extend(case_blocks(&list.cases, list.unsure, words));
    blocks.push(Block::Rule(RuleKind::Full));
    blocks.extend(terms("paper-checklist-deadline", &list.deadlines, words));
    blocks.extend(terms("paper-checklist-fees", &list.fees, words));
    if on_roll {
        blocks.extend(qr);
    }
    blocks.push(Block::text(Style::Note, source(paper, words)));
    blocks.extend(notes(&list.cases, words));
    Document { paper: size, footer: format!("{title} · {}", list.code), title, blocks }
}

/// Papers with a box before each, by case.
pub(super) fn case_blocks(cases: &[CaseLines], unsure: bool, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (n, case) in (1..).zip(cases) {
        let when = match &case.when {
            // Most cases of the national database begin with the word themselves.
            Some(when) if fold(when).starts_with("truong hop") => Some(cut(when, LONGEST_TERM)),
            Some(when) => Some(words.say_with("paper-checklist-case", &[("when", &cut(when, LONGEST_TERM))])),
            None if cases.len() > 1 => {
                Some(words.say_with("paper-checklist-case-number", &[("number", &n.to_string())]))
            }
            None => None,
        };
        blocks.extend(when.map(|when| Block::text(Style::Strong, when)));
        let check = |paper: &PaperItem| {
            let form = paper.form.as_ref().filter(|form| **form != paper.name);
            let form = form.map(|form| words.say_with("paper-checklist-form", &[("form", form)]));
            let shown = paper.only_shown.then(|| words.say("catalogue-only-shown"));
            let counts = Some(paper.counts.clone()).filter(|counts| !counts.is_empty());
            let note = [counts, shown, form].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            Check { text: paper.name.clone(), note, done: false }
        };
        if case.papers.is_empty() {
            blocks.push(Block::text(Style::Body, words.say("paper-checklist-nothing")));
        } else {
            blocks.push(Block::Checks(case.papers.iter().map(check).collect()));
        }
    }
    if cases.is_empty() {
        blocks.push(Block::text(Style::Strong, words.say("paper-checklist-nothing")));
    } else if unsure {
        blocks.push(Block::text(Style::Strong, words.say("paper-checklist-unsure")));
    }
    blocks
}

/// The record's notes, each once, as far as a paper has room for them.
fn notes(cases: &[CaseLines], words: &Words) -> Vec<Block> {
    let mut notes: Vec<&String> = Vec::new();
    for note in cases.iter().flat_map(|case| &case.notes) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    if notes.is_empty() {
        return Vec::new();
    }
    let (most, long) = NOTES;
    let mut lines: Vec<String> = notes.iter().take(most).map(|note| cut(note, long)).collect();
    let left = notes.len().saturating_sub(most);
    if left > 0 {
        lines.push(words.say_with("paper-checklist-more-notes", &[("count", &left.to_string())]));
    }
    vec![Block::Space(1), Block::text(Style::Strong, words.say("paper-checklist-notes")), Block::List(lines)]
}

/// Deadlines or fees below their heading; a line without a name stands by itself.
fn terms(heading: &str, lines: &[(String, String)], words: &Words) -> Vec<Block> {
    let heading = words.say(heading);
    match lines {
        [] => vec![Block::Rows(vec![Row::new(heading, words.say("paper-checklist-ask"))])],
        [(name, value)] if name.is_empty() => vec![Block::Rows(vec![Row::new(heading, value)])],
        lines => {
            let other = words.say("paper-checklist-each");
            let named = |name: &String| if name.is_empty() { other.clone() } else { cut(name, LONGEST_TERM) };
            let rows = lines.iter().map(|(name, value)| Row::new(named(name), value));
            let mut blocks = vec![Block::text(Style::Strong, heading)];
            if lines.iter().all(|(name, _)| name.chars().count() <= IN_COLUMN) {
                blocks.push(Block::Rows(rows.collect()));
            } else {
                let below = |Row { label, value }| [Block::text(Style::Body, label), Block::text(Style::Strong, value)];
                blocks.extend(rows.flat_map(below));
            }
            blocks.push(Block::Space(1));
            blocks
        }
    }
}

/// Where the list is from, and when it was printed.
fn source(paper: &ChecklistPaper, words: &Words) -> String {
    let code = words.say_with("paper-checklist-code", &[("code", &paper.list.code)]);
    let version = (paper.list.version > 0)
        .then(|| words.say_with("paper-checklist-version", &[("version", &paper.list.version.to_string())]));
    let made = words.say_with("paper-checklist-made", &[("when", &date_time(paper.made_at, words))]);
    [Some(code), version, Some(made)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Deadline, starter};
    use crate::words::Locale;

    fn paper(procedure: &Procedure, case: Option<usize>, words: &Words) -> ChecklistPaper {
        ChecklistPaper {
            centre: "Trung tâm Phục vụ hành chính công".to_owned(),
            list: Checklist::of(procedure, case, words),
            qr: "motcua:p:1.001193".to_owned(),
            phone: false,
            made_at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
            reprint: false,
            trial: false,
        }
    }

    fn procedure() -> Procedure {
        starter().procedures.iter().find(|one| one.cases.len() > 1).expect("one with cases").clone()
    }

    fn boxes(document: &Document) -> usize {
        document.blocks.iter().map(|block| if let Block::Checks(checks) = block { checks.len() } else { 0 }).sum()
    }

    #[test]
    fn every_paper_of_the_case_has_a_box_and_those_of_other_cases_have_none() {
        let (procedure, words) = (procedure(), Words::of(Locale::Vi));
        for size in [PaperSize::Roll80, PaperSize::A5] {
            let one = checklist(&paper(&procedure, Some(1), words), size, words);
            assert_eq!(boxes(&one), procedure.cases[1].papers.len());
            for all in [None, Some(99)] {
                let all = checklist(&paper(&procedure, all, words), size, words);
                assert_eq!(boxes(&all), procedure.cases.iter().map(|case| case.papers.len()).sum::<usize>());
            }
        }
    }

    #[test]
    fn it_is_no_receipt_and_bears_no_other_papers_title() {
        for locale in Locale::ALL {
            let words = Words::of(locale);
            let document = checklist(&paper(&procedure(), None, words), PaperSize::A5, words);
            assert!(format!("{:?}", document.blocks).contains(&words.say("paper-checklist-not-submitted")));
            for other in
                ["paper-ticket-title", "paper-receipt-title", "paper-appointment-title", "paper-acceptance-title"]
            {
                assert_ne!(document.title, words.say(other));
            }
        }
    }

    #[test]
    fn what_is_not_certain_is_to_be_asked() {
        let words = Words::of(Locale::Vi);
        let mut procedure = procedure();
        let text = |procedure: &Procedure| {
            format!("{:?}", checklist(&paper(procedure, None, words), PaperSize::Roll80, words))
        };
        assert!(!text(&procedure).contains("chưa chắc chắn"));
        procedure.unsure = vec![Field::Papers];
        assert!(text(&procedure).contains("Danh mục này có chỗ chưa chắc chắn. Xin bạn hỏi cán bộ"));
        procedure.cases[0].papers[0].originals = None;
        assert!(text(&procedure).contains("hỏi cán bộ số bản chính"));
        procedure.channels[0].deadline = Some(Deadline::Unknown("7 hoặc 10 ngày".to_owned()));
        assert!(text(&procedure).contains("“7 hoặc 10 ngày”"));
        procedure.channels.clear();
        procedure.cases.clear();
        let nothing = text(&procedure);
        assert_eq!(nothing.matches("\"Hỏi cán bộ\"").count(), 2, "neither a deadline nor a fee is invented");
        assert!(nothing.contains("Chưa biết chắc cần giấy tờ gì"));
    }

    #[test]
    fn notes_take_no_more_than_their_room_and_say_what_is_left_out() {
        let words = Words::of(Locale::Vi);
        let mut procedure = procedure();
        procedure.cases.truncate(1);
        procedure.cases[0].notes = (1..=9).map(|n| format!("ghi chú {n} {}", "rất dài ".repeat(80))).collect();
        let document = checklist(&paper(&procedure, None, words), PaperSize::Roll80, words);
        let mut lists =
            document.blocks.iter().filter_map(|block| if let Block::List(lines) = block { Some(lines) } else { None });
        let notes = lists.next_back().expect("notes");
        assert_eq!(notes.len(), 6);
        assert!(notes[..5].iter().all(|note| note.chars().count() <= 240) && notes[5].contains("4 ghi chú"));
    }
}
