use crate::words::Words;

/// Digits in a row that are no quantity but a number to be spelled: the shortest of them is a code of an
/// administrative unit.
const SPELLED: usize = 5;
/// What may stand around a number in a sentence.
const AROUND: &[char] = &['(', ')', '“', '”', '"', ',', '.', ';', ':', '?', '!'];

/// A text of the screen as it is read aloud: dates with the names of their parts, sums without the dots
/// between thousands, and long numbers digit by digit. What is masked is passed over.
pub fn readable(text: &str, words: &Words) -> String {
    let read: Vec<String> = text.split_whitespace().map(|word| read(word, words)).filter(|w| !w.is_empty()).collect();
    read.join(" ")
}

fn read(word: &str, words: &Words) -> String {
    let core = word.trim_matches(AROUND);
    let Some(start) = word.find(core).filter(|_| !core.is_empty()) else { return word.to_owned() };
    let (before, after) = (&word[..start], &word[start + core.len()..]);
    let said = date(core, words).or_else(|| sum(core)).unwrap_or_else(|| spelled(core));
    format!("{before}{said}{after}")
}

/// `05/11/1952`.
fn date(word: &str, words: &Words) -> Option<String> {
    let parts: Vec<&str> = word.split('/').collect();
    let [day, month, year] = parts[..] else { return None };
    if day.len() > 2 || month.len() > 2 || year.len() != 4 {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok().map(|number| number.to_string());
    let (day, month, year) = (number(day)?, number(month)?, number(year)?);
    Some(words.say_with("aloud-date", &[("day", &day), ("month", &month), ("year", &year)]))
}

/// `1.250.000` as `1250000`.
fn sum(word: &str) -> Option<String> {
    let mut groups = word.split('.');
    let digits = |group: &str| group.chars().all(|c| c.is_ascii_digit());
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let thousands = !rest.is_empty() && rest.iter().all(|group| group.len() == 3 && digits(group));
    thousands.then(|| format!("{first}{}", rest.concat()))
}

/// Long numbers digit by digit, and what is left of a masked one: `089•••••1234` as `0 8 9, 1 2 3 4`.
fn spelled(word: &str) -> String {
    if word.contains('•') {
        let left: Vec<String> = word.split('•').filter(|part| !part.is_empty()).map(apart).collect();
        return left.join(", ");
    }
    let mut said = String::new();
    for run in word.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        said.push_str(&if digits.len() >= SPELLED { apart(digits) } else { digits.to_owned() });
        said.push_str(&run[digits.len()..]);
    }
    said
}

fn apart(digits: &str) -> String {
    digits.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn numbers_are_read_by_what_they_are() {
        let words = Words::of(Locale::Vi);
        for (shown, read) in [
            ("Sinh ngày 05/11/1952.", "Sinh ngày 5 tháng 11 năm 1952."),
            ("Lệ phí: 1.250.000 đồng", "Lệ phí: 1250000 đồng"),
            ("Số căn cước 089190001234.", "Số căn cước 0 8 9 1 9 0 0 0 1 2 3 4."),
            ("089•••••1234", "0 8 9, 1 2 3 4"),
            ("Năm 1975, 12 chữ số (mã 30337)", "Năm 1975, 12 chữ số (mã 3 0 3 3 7)"),
            ("Mẫu 1.001193 và 12/3 Lê Lợi", "Mẫu 1.0 0 1 1 9 3 và 12/3 Lê Lợi"),
            ("  A …  ", "A …"),
        ] {
            assert_eq!(readable(shown, words), read);
        }
        assert_eq!(readable("05/11/1952", Words::of(Locale::En)), "5 November 1952");
    }
}
