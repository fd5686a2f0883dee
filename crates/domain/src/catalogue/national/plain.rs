//! Fields that are lists or paragraphs.

use super::cells::{NOTHING, pattern};
use super::doubt::{Doubts, Field, Why};
use super::record::{RecordLevel, RecordResult};
use crate::text::squeeze;

/// Who may apply, as the database names them. One of them has commas of its own.
const SUBJECTS: [&str; 13] = [
    "Cán bộ, công chức, viên chức",
    "Tổ chức (không bao gồm doanh nghiệp, HTX)",
    "Doanh nghiệp có vốn đầu tư nước ngoài",
    "Doanh nghiệp Việt Nam",
    "Doanh nghiệp",
    "Công dân Việt Nam",
    "Hợp tác xã",
    "Tổ chức nước ngoài",
    "Tổ chức Đảng",
    "Người nước ngoài cư trú tại Việt Nam",
    "Người nước ngoài",
    "Người Việt Nam định cư ở nước ngoài",
    "Đảng viên",
];

/// A text, unless it says that there is none.
pub(super) fn said(text: &str) -> Option<String> {
    Some(squeeze(text)).filter(|text| !text.is_empty() && text != NOTHING)
}

/// Conditions, unless it says in whatever way that there are none.
pub(super) fn conditions(text: &str) -> Option<String> {
    let plain = squeeze(text).to_lowercase();
    let none = ["không", "không có", "không quy định", "không có thông tin", "không yêu cầu"];
    if none.contains(&plain.trim_end_matches(['.', ' ', ';'])) { None } else { paragraphs(text) }
}

/// A text whose lines are kept.
fn paragraphs(text: &str) -> Option<String> {
    let lines: Vec<_> = text.lines().map(squeeze).filter(|line| !line.is_empty()).collect();
    Some(lines.join("\n")).filter(|text| !text.is_empty())
}

pub(super) fn levels(text: &str, doubts: &mut Doubts) -> Vec<RecordLevel> {
    let words = squeeze(text);
    let mut levels = Vec::new();
    for word in words.split(", ").filter(|word| !word.is_empty()) {
        match word {
            "Cấp bộ" => levels.push(RecordLevel::Ministry),
            "Cấp tỉnh" => levels.push(RecordLevel::Province),
            "Cấp xã" => levels.push(RecordLevel::Commune),
            "Cơ quan khác" => levels.push(RecordLevel::Other),
            other => doubts.add(Field::Levels, Why::UnknownWord, other),
        }
    }
    levels
}

pub(super) fn subjects(text: &str, doubts: &mut Doubts) -> Vec<String> {
    let words = squeeze(text);
    let (mut rest, mut found) = (words.as_str(), Vec::new());
    if rest == NOTHING {
        return found;
    }
    while !rest.is_empty() {
        let known = SUBJECTS
            .iter()
            .find(|known| rest.strip_prefix(**known).is_some_and(|after| after.is_empty() || after.starts_with(", ")));
        let item = known.map_or_else(|| rest.split(", ").next().unwrap_or(rest), |known| known);
        if known.is_none() {
            doubts.add(Field::Subjects, Why::UnknownWord, item);
        }
        found.push(item.to_owned());
        rest = rest[item.len()..].trim_start_matches(", ");
    }
    found
}

/// Offices; a comma parts two where a capital letter follows it ("Thuế tỉnh, thành phố" is one).
pub(super) fn departments(text: &str) -> Vec<String> {
    let Some(words) = said(text) else { return Vec::new() };
    let mut offices: Vec<String> = Vec::new();
    for part in words.split(", ") {
        let begins = part.chars().next().is_some_and(char::is_uppercase);
        match offices.last_mut() {
            Some(last) if !begins => {
                last.push_str(", ");
                last.push_str(part);
            }
            _ => offices.push(part.to_owned()),
        }
    }
    offices
}

pub(super) fn results(text: &str, doubts: &mut Doubts) -> Vec<RecordResult> {
    pattern!(ROW, r"(?s)(.*?)Mã: (KQ\.[A-Z0-9.]*\d)Từ khóa(.*?)Mô tả");
    pattern!(OFFICE, r"(?s)Chọn cơ quan thực hiện.*$");
    let text = OFFICE.replace(&text, "");
    let Some(words) = said(&text) else { return Vec::new() };
    let mut found: Vec<RecordResult> = Vec::new();
    for row in ROW.captures_iter(&text) {
        // What stands before is the description of the result before, then this one's name.
        let name = row[1].trim_start();
        let undescribed = name.strip_prefix(NOTHING);
        if undescribed.is_none() && !found.is_empty() {
            doubts.add(Field::Results, Why::ResultGlued, name);
        }
        found.push(RecordResult { name: squeeze(undescribed.unwrap_or(name)), code: Some(row[2].to_owned()) });
    }
    if found.is_empty() {
        // Without a code it is one result in plain words.
        found.push(RecordResult { name: words, code: None });
    }
    found
}

/// The numbers of legal bases, `54/2024/QH15`, each once. The year a name ends with may stand right
/// before a number: no number has more than four digits of its own.
pub(super) fn legal(text: &str) -> Vec<String> {
    pattern!(NUMBER, r"(?:(?:19|20)\d\d)??(\d{1,4}(?:\.\d+)?/(?:\d{4}/)?(?:QH\d{2}|[A-ZĐƯ]{2,}(?:-[A-ZĐƯ]+)*))");
    let mut found: Vec<String> = Vec::new();
    for number in NUMBER.captures_iter(&text).filter_map(|found| found.get(1)) {
        // "…TT-BTCVề": the capital letter is the first of the next name.
        let next = text[number.end()..].chars().next();
        let mut number = number.as_str().to_owned();
        if next.is_some_and(char::is_lowercase) {
            number.pop();
        }
        let number = number.trim_end_matches('-');
        if !found.iter().any(|known| known == number) {
            found.push(number.to_owned());
        }
    }
    found
}

/// Steps: from one "Bước" to the next where there are such, otherwise paragraph by paragraph.
pub(super) fn steps(text: &str) -> Vec<String> {
    pattern!(STEP, r"(?m)^\s*(?:[a-zđ]\)\s*|[-+*]\s*|\d+[.)]\s*)?Bước\s*\d+");
    let Some(text) = paragraphs(text).filter(|text| text != NOTHING) else { return Vec::new() };
    let starts: Vec<_> = STEP.find_iter(&text).map(|found| found.start()).collect();
    if starts.is_empty() {
        return text.lines().map(str::to_owned).collect();
    }
    let first = (starts[0] > 0).then_some(0);
    let starts: Vec<_> = first.into_iter().chain(starts).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(from, to)| text[*from..to].trim().to_owned())
        .filter(|step| !step.is_empty())
        .collect()
}
