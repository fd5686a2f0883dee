use super::number;
use crate::words::{Locale, Words};

/// Digits in a row that are no quantity but a number to be spelled: the shortest of them is a code of an
/// administrative unit.
const SPELLED: usize = 5;
/// Digits of a citizen number, and of a phone number: whoever stands near is not to hear them.
const CITIZEN: usize = 12;
const PHONE: usize = 10;
/// How much of such a number is read: enough to know one's own by.
const TAIL: usize = 4;
/// What may stand around a number in a sentence.
const AROUND: &[char] = &['(', ')', '“', '”', '"', ',', '.', ';', ':', '?', '!'];

/// A text of the screen as it is read aloud: dates with the names of their parts, sums without the dots
/// between thousands, codes and ticket numbers sign by sign as the hall calls them, long numbers digit by
/// digit, and of a person's own numbers only the end.
pub fn readable(text: &str, words: &Words) -> String {
    let read: Vec<String> = text.split_whitespace().map(|word| read(word, words)).filter(|w| !w.is_empty()).collect();
    read.join(" ")
}

fn read(word: &str, words: &Words) -> String {
    let core = word.trim_matches(AROUND);
    let Some(start) = word.find(core).filter(|_| !core.is_empty()) else { return word.to_owned() };
    let (before, after) = (&word[..start], &word[start + core.len()..]);
    let locale = words.locale();
    let said = date(core, words)
        .or_else(|| sum(core))
        .or_else(|| private(core, words))
        .or_else(|| code(core, locale))
        .unwrap_or_else(|| spelled(core, locale));
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

/// A citizen number, a phone number, or what is shown of a masked one (`089•••••1234`), by its end.
fn private(word: &str, words: &Words) -> Option<String> {
    let digits = word.chars().all(|c| c.is_ascii_digit());
    let whole = digits && (word.len() == CITIZEN || word.len() == PHONE && word.starts_with('0'));
    let tail = if whole { &word[word.len() - TAIL..] } else { word.rsplit_once('•')?.1 };
    Some(words.say_with("aloud-tail", &[("tail", &signs(tail, words.locale()))]))
}

/// The code of a ticket, a submission or a dossier: `A012`, `ABCD-2345`, `H01-261008-0975`.
fn code(word: &str, locale: Locale) -> Option<String> {
    let of = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let parts: Vec<&str> = word.split(['-', '.']).collect();
    // A submission code may have letters only, and words in capitals are no codes.
    let submission = word.contains('-') && parts.len() == 2 && parts.iter().all(|part| part.len() == 4);
    let mixed = submission || word.contains(|c: char| c.is_ascii_digit());
    let code = mixed && word.contains(|c: char| c.is_ascii_uppercase()) && parts.iter().all(|part| of(part));
    code.then(|| parts.iter().map(|part| signs(part, locale)).collect::<Vec<_>>().join(", "))
}

/// Long numbers digit by digit.
fn spelled(word: &str, locale: Locale) -> String {
    let mut said = String::new();
    for run in word.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        said.push_str(&if digits.len() >= SPELLED { signs(digits, locale) } else { digits.to_owned() });
        said.push_str(&run[digits.len()..]);
    }
    said
}

/// Letters and digits one by one: `A012` as "A không một hai".
pub(super) fn signs(text: &str, locale: Locale) -> String {
    let read = |sign: char| sign.to_digit(10).map_or_else(|| sign.to_string(), |digit| number(digit, locale));
    text.chars().map(read).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_what_they_are() {
        for (shown, vietnamese, english) in [
            ("(05/11/1952).", "(5 tháng 11 năm 1952).", "(5 November 1952)."),
            ("1.250.000 đồng", "1250000 đồng", "1250000 đồng"),
            ("Năm 1975, 12/3 Lê Lợi", "Năm 1975, 12/3 Lê Lợi", "Năm 1975, 12/3 Lê Lợi"),
            ("30337", "ba không ba ba bảy", "three zero three three seven"),
            ("1.001193", "1.không không một một chín ba", "1.zero zero one one nine three"),
            ("  A …  ", "A …", "A …"),
        ] {
            assert_eq!(readable(shown, Words::of(Locale::Vi)), vietnamese);
            assert_eq!(readable(shown, Words::of(Locale::En)), english);
        }
    }

    #[test]
    fn codes_are_read_sign_by_sign() {
        for (shown, vietnamese, english) in [
            ("A012", "A không một hai", "A zero one two"),
            ("A2007.", "A hai không không bảy.", "A two zero zero seven."),
            ("“ABCD-2345”,", "“A B C D, hai ba bốn năm”,", "“A B C D, two three four five”,"),
            ("KMNP-RSTU", "K M N P, R S T U", "K M N P, R S T U"),
            (
                "H01-261008-0975",
                "H không một, hai sáu một không không tám, không chín bảy năm",
                "H zero one, two six one zero zero eight, zero nine seven five",
            ),
            ("CT01", "C T không một", "C T zero one"),
        ] {
            assert_eq!(readable(shown, Words::of(Locale::Vi)), vietnamese);
            assert_eq!(readable(shown, Words::of(Locale::En)), english);
        }
        for word in ["CCCD", "QR", "TRẦN", "AN-GIANG", "2026-2027"] {
            assert_eq!(readable(word, Words::of(Locale::Vi)), word);
        }
    }

    #[test]
    fn of_a_persons_own_numbers_only_the_end_is_read() {
        for (shown, vietnamese, english) in [
            ("089190001234.", "số có đuôi một hai ba bốn.", "a number ending in one two three four."),
            ("0912345678", "số có đuôi năm sáu bảy tám", "a number ending in five six seven eight"),
            ("089•••••1234", "số có đuôi một hai ba bốn", "a number ending in one two three four"),
        ] {
            assert_eq!(readable(shown, Words::of(Locale::Vi)), vietnamese);
            assert_eq!(readable(shown, Words::of(Locale::En)), english);
        }
    }
}
