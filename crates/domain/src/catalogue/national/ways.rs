//! The table "Hình thức nộp | Thời gian | Phí, lệ phí | Mô tả", whose cells are glued together:
//! `Trực tuyến7 Ngày làm việc10,000 Việt Nam Đồng(…)`.

use super::cells::{NOTHING, amounts, pattern, whole};
use super::doubt::{Doubts, Field, Why};
use super::record::{ReadFee, Way};
use crate::catalogue::{ChannelKind, Deadline};
use crate::payment::Vnd;
use crate::text::squeeze;

const HEAD: &str = "Hình thức nộpThời gianPhí, lệ phíMô tả";
/// No fee of the state is smaller, in đồng.
const LEAST: u64 = 1_000;
/// Hours of a working day.
const DAY: u32 = 8;

pattern!(
    ROW,
    r"(?x) (Trực\ tuyến|Trực\ tiếp|Dịch\ vụ\ bưu\ chính)
    (?: (?<count>\d[\d.,]*)\ (?<unit>Ngày\ làm\ việc|Ngày|Giờ|Tháng|Năm|Tuần|Phút)
      | (?<nothing>Không\ có\ thông\ tin)
      | (?<words>Không\ phải\ trả\ kết\ quả[^.]{0,40}?|Không\ quy\ định|Không\ ?|Hệ\ thống\ giải\ quyết[^.]{0,120}?\.?)
      | (?<bare>\d[\d.,]*?) )
    (?<fee>Miễn\ phí|Không\ có\ thông\ tin|\d[\d,.]*\ (?:Việt\ Nam\ Đồng|VNĐ|USD))"
);
pattern!(PRICE, r"^(Miễn phí|\d[\d,.]*) ?(Việt Nam Đồng|VNĐ|USD)?");
pattern!(UNIT, r"(?i)(?:đồng|đ|vnđ|usd|\.\d{3}|^)\s?/\s?(?:0?1\s)?(\p{L}[\p{L} ]*(?:[/-]\p{L}[\p{L} ]*)*)");
pattern!(UNIT_ENDS, r"(?i)\s(?:kể từ|đối với|về|đồng|theo|áp dụng|miễn)(?:\s|$)");
pattern!(DAYS, r"(?i)(?:^|[^\d.,/])(\d{1,3})\s(?:\([^)]{1,20}\)\s)?ngày(\slàm\sviệc)?(?:\W|$)");
pattern!(FREE_FOR_A_TIME, r"(?i)miễn[^.;)]{0,30}từ ngày");

/// Reads the table, or says why it cannot.
pub(super) fn read(text: &str, doubts: &mut Doubts) -> Vec<Way> {
    let table = text.trim().strip_prefix(HEAD).unwrap_or(text.trim());
    if table.is_empty() || table == NOTHING {
        return Vec::new();
    }
    let rows: Vec<_> = ROW.captures_iter(table).collect();
    let starts: Vec<usize> = rows.iter().filter_map(|row| row.get(0).map(|found| found.start())).collect();
    match starts.first() {
        None => {
            doubts.add(Field::Ways, Why::NoRows, table);
            return Vec::new();
        }
        Some(0) => {}
        Some(first) => doubts.add(Field::Ways, Why::BeforeFirstRow, &table[..*first]),
    }
    let ends = starts.iter().skip(1).copied().chain([table.len()]);
    rows.iter()
        .zip(ends)
        .map(|(row, end)| {
            let begun = row.name("fee").map_or(end, |fee| fee.start());
            let (mut fees, note) = fees(&table[begun..end], row, doubts);
            // A description that names other amounts, or none for a time, says that the fee is not the
            // whole truth.
            let others = amounts(note);
            for fee in &mut fees {
                if let Some(Vnd(amount)) = fee.amount
                    && (others.iter().any(|other| *other != amount) || amount > 0 && FREE_FOR_A_TIME.is_match(note))
                {
                    doubts.add(Field::Ways, Why::AmountUnlikeWords, &format!("{} {}", fee.original, squeeze(note)));
                    fee.amount = None;
                }
            }
            Way { kind: kind(&row[1]), deadline: deadline(row, &table[begun..end], doubts), fees, note: squeeze(note) }
        })
        .collect()
}

fn kind(word: &str) -> ChannelKind {
    match word {
        "Trực tuyến" => ChannelKind::Online,
        "Trực tiếp" => ChannelKind::InPerson,
        _ => ChannelKind::Post,
    }
}

/// The deadline of a row, where the words that follow it do not say otherwise.
fn deadline(row: &regex::Captures<'_>, words_after: &str, doubts: &mut Doubts) -> Option<Deadline> {
    let (count, unit) = match (row.name("count"), row.name("unit"), row.name("bare"), row.name("words")) {
        (Some(count), Some(unit), ..) => (count.as_str(), unit.as_str()),
        (_, _, Some(bare), _) => {
            doubts.add(Field::Ways, Why::DeadlineWithoutUnit, &row[0]);
            return Some(Deadline::Unknown(bare.as_str().to_owned()));
        }
        (.., Some(words)) => {
            let words = words.as_str().trim();
            if words == "Không" {
                return None;
            }
            doubts.add(Field::Ways, Why::DeadlineInWords, words);
            return Some(Deadline::Unknown(words.to_owned()));
        }
        _ => return None,
    };
    let read = match (count.parse::<u32>().ok(), unit) {
        (Some(days), "Ngày làm việc") => Some(Deadline::WorkingDays(days)),
        (Some(days), "Ngày") => Some(Deadline::CalendarDays(days)),
        (Some(hours), "Giờ") => Some(Deadline::WorkingHours(hours)),
        (Some(months), "Tháng") => Some(Deadline::Months(months)),
        (None, "Ngày làm việc") => working_hours(count).map(Deadline::WorkingHours),
        _ => None,
    };
    // No deadline of nothing: a 0 was written where nothing was known.
    let read = read.filter(|_| count.parse::<u32>() != Ok(0));
    let original = format!("{count} {unit}");
    let why = match read {
        None => Why::DeadlineNotWhole,
        Some(Deadline::WorkingHours(hours)) if unit == "Giờ" && hours > DAY => Why::DeadlineHoursUnclear,
        Some(Deadline::WorkingDays(days)) if counted_otherwise(days, true, words_after) => Why::DeadlineUnlikeWords,
        Some(Deadline::CalendarDays(days)) if counted_otherwise(days, false, words_after) => Why::DeadlineUnlikeWords,
        certain => return certain,
    };
    let told = if why == Why::DeadlineUnlikeWords { format!("{original} {words_after}") } else { original.clone() };
    doubts.add(Field::Ways, why, &told);
    Some(Deadline::Unknown(original))
}

/// Whether words name a number of days, but of the other kind only: "7 Ngày" and "07 ngày làm việc".
fn counted_otherwise(days: u32, working: bool, words: &str) -> bool {
    let same = DAYS.captures_iter(words).filter(|found| found[1].parse() == Ok(days));
    let kinds: Vec<bool> = same.map(|found| found.get(2).is_some()).collect();
    kinds.contains(&!working) && !kinds.contains(&working)
}

/// A part of a working day as whole hours, eight to a day: `0,5` is 4.
fn working_hours(days: &str) -> Option<u32> {
    let (whole, part) = days.split_once([',', '.'])?;
    let tenths: u32 = (part.len() == 1).then(|| part.parse().ok())??;
    let hours = whole.parse::<u32>().ok()? * 80 + tenths * 8;
    hours.is_multiple_of(10).then_some(hours / 10)
}

/// The fees at the beginning of what follows a deadline, and the description after them.
fn fees<'a>(cell: &'a str, row: &regex::Captures<'_>, doubts: &mut Doubts) -> (Vec<ReadFee>, &'a str) {
    if let Some(rest) = cell.strip_prefix(NOTHING) {
        return (Vec::new(), rest);
    }
    // `1300,000`: "1" and "300,000", or "1300" badly written. Nobody can tell.
    let glued = row.name("bare").is_some() && cell.starts_with(|c: char| c.is_ascii_digit());
    let (mut fees, mut rest) = (Vec::new(), cell);
    while let Some(found) = PRICE.captures(rest).filter(|found| &found[1] == "Miễn phí" || found.get(2).is_some()) {
        let price = found.get(0).map_or("", |price| price.as_str());
        let (condition, after) = bracketed(&rest[price.len()..]);
        let original = squeeze(&rest[..rest.len() - after.len()]);
        let (amount, why) = amount(&found[1], found.get(2).map_or("", |unit| unit.as_str()), condition);
        let (amount, why) = if glued { (None, Some(Why::DeadlineAndFeeGlued)) } else { (amount, why) };
        if let Some(why) = why {
            doubts.add(Field::Ways, why, if glued { &row[0] } else { &original });
        }
        fees.push(ReadFee { amount, unit: unit(condition), condition: squeeze(condition), original });
        rest = after;
    }
    (fees, rest)
}

/// What is in the brackets a text begins with, nested ones included, and what follows them.
fn bracketed(text: &str) -> (&str, &str) {
    if !text.starts_with('(') {
        return ("", text);
    }
    let mut depth = 0_usize;
    for (place, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return (&text[1..place], &text[place + 1..]),
            ')' => depth -= 1,
            _ => {}
        }
    }
    // Never closed: all of it is the condition.
    (&text[1..], "")
}

/// The amount, where words beside it say the same or nothing.
fn amount(written: &str, currency: &str, condition: &str) -> (Option<Vnd>, Option<Why>) {
    let beside = amounts(condition);
    if written == "Miễn phí" {
        let words = squeeze(condition).to_lowercase();
        let nothing_more = words.is_empty() || words.starts_with("không") && beside.is_empty() || words == "miễn phí";
        return if nothing_more { (Some(Vnd(0)), None) } else { (None, Some(Why::FreeButWords)) };
    }
    if currency == "USD" {
        return (None, Some(Why::NotInDong));
    }
    match whole(written) {
        None => (None, Some(Why::AmountUnclear)),
        Some(amount) if amount < LEAST => (None, Some(Why::AmountTooSmall)),
        Some(_) if condition.contains("Hội đồng nhân dân") => (None, Some(Why::AmountSetElsewhere)),
        // A part of it ("50 %") is another amount as well.
        Some(amount)
            if condition.contains('%')
                || FREE_FOR_A_TIME.is_match(condition)
                || beside.iter().any(|other| *other != amount) =>
        {
            (None, Some(Why::AmountUnlikeWords))
        }
        Some(amount) => (Some(Vnd(amount)), None),
    }
}

/// What a fee is counted by: `/giấy`, `300.000 đồng/chứng chỉ`; none where the words name several.
fn unit(condition: &str) -> Option<String> {
    let mut units: Vec<String> = UNIT
        .captures_iter(condition)
        .map(|found| {
            let end = UNIT_ENDS.find(&found[1]).map_or(found[1].len(), |end| end.start());
            squeeze(&found[1][..end]).to_lowercase()
        })
        .collect();
    units.dedup();
    // More words than a unit has are a sentence.
    units.pop().filter(|unit| units.is_empty() && unit.split(' ').count() <= 5)
}
