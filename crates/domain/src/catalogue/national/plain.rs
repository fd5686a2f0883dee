//! Fields that are lists or paragraphs.

use super::cells::{NOTHING, pattern};
use super::doubt::{Doubts, Field, Why};
use super::record::RecordResult;
use crate::catalogue::Level;
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

pub(super) fn levels(text: &str, doubts: &mut Doubts) -> Vec<Level> {
    let words = squeeze(text);
    let mut levels = Vec::new();
    for word in words.split(", ").filter(|word| !word.is_empty()) {
        match word {
            "Cấp bộ" => levels.push(Level::Ministry),
            "Cấp tỉnh" => levels.push(Level::Province),
            "Cấp xã" => levels.push(Level::Commune),
            "Cơ quan khác" => levels.push(Level::Other),
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
        let item = known.copied().unwrap_or_else(|| rest.split(", ").next().unwrap_or(rest));
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

/// `Giấy khai sinhMã: KQ.G15.000226Bản saoMã: KQ.G15.000227Từ khóa…Mô tả…`: a code after each name, the
/// keywords and the description once for all of them.
pub(super) fn results(text: &str, doubts: &mut Doubts) -> Vec<RecordResult> {
    pattern!(REST, r"(?s)(?:Từ khóa.*?Mô tả|Chọn cơ quan thực hiện).*$");
    pattern!(CODE, r"^(?:KQ\.[A-Z]\d{2}\.\d{6}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-KQ(?:\d{6}|\d{4}))(?:\D|$)");
    let list = REST.replace(text, "");
    let Some(words) = said(&list) else { return Vec::new() };
    let mut parts = words.split("Mã: ");
    let mut name = parts.next().unwrap_or_default().to_owned();
    let mut parts = parts.peekable();
    let mut found = Vec::new();
    while let Some(part) = parts.next() {
        // The last code ends where the list ends, the others where the next name begins.
        let (code, next) = if parts.peek().is_none() {
            (Some(part.trim()).filter(|code| !code.contains(' ')), "")
        } else {
            let end = CODE.find(part).map(|code| code.as_str().trim_end_matches(|c: char| !c.is_ascii_digit()).len());
            end.map_or((None, part), |end| (Some(&part[..end]), &part[end..]))
        };
        if code.is_none() {
            doubts.add(Field::Results, Why::ResultGlued, part);
        }
        found.push(RecordResult { name: squeeze(&name), code: code.map(str::to_owned) });
        next.clone_into(&mut name);
    }
    if found.is_empty() {
        // Without a code it is one result in plain words.
        found.push(RecordResult { name, code: None });
    }
    found
}

/// The numbers of legal bases, `54/2024/QH15`, each once. The year a name ends with may stand right
/// before a number: no number has more than four digits of its own.
pub(super) fn legal(text: &str) -> Vec<String> {
    pattern!(
        NUMBER,
        r"(?x) (?:(?:19|20)\d\d)??
        ( \d{1,4}(?:\.\d+)?/(?:\d{4}/)?
          (?:(?:[A-ZĐ]{2}-)?(?:UBTV)?QH\d{2} | [A-ZĐƯ]{2,}-TTg | [A-ZĐƯ]{2,}(?:-[A-ZĐƯ]+)*) )"
    );
    // Kinds that are known end where they end, whatever is glued to them: "TT-BCAngày", "NĐ-CPQUY ĐỊNH".
    pattern!(
        KNOWN,
        r"(?x) ^[\d./]+(?: (?:NĐ|ND|NQ)-CP | (?:TT|QĐ)-(?:BNNPTNT|BNNMT|BTNMT|BGTVT|BLĐTBXH|BVHTTDL|BKHCN|BKHĐT|BGDĐT
        |BTTTT|BHXH|BXD|BTC|BTP|BCA|BCT|BYT|BQP|BNV|BNG|NHNN|VPCP|UBND) )"
    );
    let mut found: Vec<String> = Vec::new();
    for number in NUMBER.captures_iter(text).filter_map(|found| found.get(1)) {
        // "…5/2026.55/2026/TT-BTC" has the year of a date before it, "66.7/2025/NQ-CP" is one number.
        let whole = number.as_str();
        let whole = whole.split_once('.').filter(|(year, _)| year.len() == 4).map_or(whole, |(_, rest)| rest);
        // Otherwise, in "…TTLT-BTCVề", the capital letter is the first of the next name.
        let glued = text[number.end()..].chars().next().is_some_and(char::is_lowercase);
        let own = if glued { whole.strip_suffix(char::is_uppercase) } else { None };
        let number = KNOWN.find(whole).map_or(own.unwrap_or(whole), |known| known.as_str()).trim_end_matches('-');
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
