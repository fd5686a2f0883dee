//! The tables "Tên giấy tờ | Mẫu đơn, tờ khai | Số lượng", one a case, whose cells are glued together:
//! `Giấy chứng sinh1 bản chínhTờ khaiMau01.docx1 bản chính,1 bản sao`.

use super::cells::{NOTHING, pattern};
use super::doubt::{Doubts, Field, Why};
use super::record::{PaperCase, PaperRow};
use crate::text::squeeze;

const HEAD: &str = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";

pattern!(COUNT, r"(\d+) bản chính(?:,(\d+) bản sao)?");
pattern!(FILE, r"(?i:\.(?:docx?|pdf|xlsx?|rtf|odt|zip|rar|jpg|png))(?:[^\p{Ll}]|$)");
// Where a count stands within a name, right behind a word, two rows have run into one.
pattern!(RUN_TOGETHER, r"[^\s(\d]\d bản chính");
pattern!(YEAR, r"^(?:19|20)\d\d$");

/// Reads the tables, or says why they cannot be.
pub(super) fn read(text: &str, doubts: &mut Doubts) -> Vec<PaperCase> {
    let text = text.trim();
    let mut tables = text.split(HEAD);
    let mut title = tables.next().unwrap_or_default();
    let tables: Vec<_> = tables.collect();
    if tables.is_empty() {
        if !matches!(text, "" | "--") && text != NOTHING {
            doubts.add(Field::Papers, Why::NoRows, text);
        }
        return Vec::new();
    }
    let last = tables.len() - 1;
    let mut cases = Vec::new();
    for (place, table) in tables.into_iter().enumerate() {
        let (mut case, rest) = rows(table, doubts);
        case.when = named(title);
        if RUN_TOGETHER.is_match(title) {
            doubts.add(Field::Papers, Why::CountGlued, title);
        }
        cases.push(case);
        title = rest;
        if place == last && !rest.trim().is_empty() {
            doubts.add(Field::Papers, Why::PaperWithoutCount, rest);
        }
    }
    cases
}

/// The name of a case; `--` stands for none.
fn named(title: &str) -> Option<String> {
    let title = squeeze(title.trim().trim_matches('-'));
    Some(title.trim_end_matches(':').trim().to_owned()).filter(|title| !title.is_empty())
}

/// The rows of a table, and what follows the last one: the name of the next case.
fn rows<'a>(table: &'a str, doubts: &mut Doubts) -> (PaperCase, &'a str) {
    let mut case = PaperCase { when: None, papers: Vec::new(), notes: Vec::new() };
    let mut begun = 0;
    for found in COUNT.captures_iter(table) {
        let (Some(whole), Some(digits)) = (found.get(0), found.get(1)) else { continue };
        let before = &table[begun..digits.start()];
        let after = &table[whole.end()..];
        let Some((kept, count, certain)) = quantity(before, digits.as_str(), after) else { continue };
        let row = format!("{before}{kept}");
        begun = whole.end();
        let copies = found.get(2).map_or(Some(0), |copies| copies.as_str().parse().ok());
        let (Some(count), Some(copies)) = (count, copies) else {
            doubts.add(Field::Papers, Why::CountGlued, &format!("{row}{}", whole.as_str()));
            continue;
        };
        let run_together = RUN_TOGETHER.is_match(&row);
        let certain = certain && !run_together;
        let (name, form) = if run_together { (squeeze(&row), None) } else { form(&row, doubts) };
        if name.is_empty() && form.is_none() {
            doubts.add(Field::Papers, Why::UnknownWord, whole.as_str());
        } else if count == 0 && copies == 0 && certain {
            case.notes.push(name);
        } else {
            if !certain {
                let end = whole.as_str().trim_start_matches(|c: char| c.is_ascii_digit());
                doubts.add(Field::Papers, Why::CountGlued, &format!("{row}{count}{end}"));
            }
            case.papers.push(PaperRow { name, form, originals: certain.then_some(count), copies });
        }
    }
    (case, &table[begun..])
}

/// Whether digits before "bản chính" are the count of a row. Then: which of them belong to the name
/// before, the count, and whether that is certain. `20261` is the year 2026 and the count 1.
fn quantity<'a>(before: &str, digits: &'a str, after: &str) -> Option<(&'a str, Option<u32>, bool)> {
    let glued = before.chars().last().is_some_and(|c| c == '\t' || !c.is_whitespace() && c != '(');
    let ends = after.chars().next().is_none_or(|c| c == '\t' || !c.is_whitespace() && !c.is_ascii_digit() && c != ')');
    let in_words = digits.len() == 2 && digits.starts_with('0');
    // "nộp 02 bản chính tờ khai" is part of a name, "…TT-BTC0 bản chính+ Tờ khai" the end of a row; so is
    // "0 bản chính1. Đơn", whose next row begins with a number.
    let numbered = after.chars().next().is_some_and(|c| c.is_ascii_digit())
        && COUNT.find(after).is_none_or(|next| next.start() != 0);
    if in_words && !glued || !(ends || numbered) || before.trim().is_empty() {
        return None;
    }
    if digits.len() == 1 {
        return glued.then(|| (digits.get(..0).unwrap_or_default(), digits.parse().ok(), true));
    }
    let (kept, count) = digits.split_at(digits.len() - 1);
    Some((kept, count.parse().ok(), YEAR.is_match(kept)))
}

/// A row's name, and the file of its form where it has one.
fn form(row: &str, doubts: &mut Doubts) -> (String, Option<String>) {
    let Some(file) = FILE.find(row) else { return (squeeze(row), None) };
    // A form begins where a capital letter stands right behind the end of a word, "đề nghị;MẪU ĐƠN.docx",
    // or a number behind the end of a sentence, "(mẫu NA17)101-Mau A17.doc".
    let head = &row[..file.start()];
    let mut begins: Vec<usize> = Vec::new();
    let (mut first, mut earlier, mut before) = (' ', ' ', ' ');
    for (place, c) in head.char_indices() {
        // "Mẫu I.1" is no sentence that ends with "I".
        let letter = before == '.' && earlier.is_uppercase() && !first.is_alphanumeric();
        let sentence = matches!(before, ';' | '.' | ':' | ')' | '”' | '"') && !earlier.is_ascii_digit() && !letter;
        if (before.is_lowercase() || before == ',' || sentence) && c.is_uppercase() || sentence && c.is_ascii_digit() {
            begins.push(place);
        }
        (first, earlier, before) = (earlier, before, c);
    }
    // One word may have several ("MucDon.docx"): it begins at the first. Two in different words tell nothing.
    let begin = begins
        .first()
        .copied()
        .filter(|first| begins.last().is_none_or(|last| !head[*first..*last].contains(char::is_whitespace)));
    match begin {
        Some(begin) => (squeeze(&row[..begin]), Some(squeeze(&row[begin..]))),
        None => {
            doubts.add(Field::Papers, Why::FormGlued, row);
            (squeeze(row), None)
        }
    }
}
