use crate::words::Locale;

const VIETNAMESE: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number as it is read aloud, up to 999; a larger one digit by digit.
pub fn number(value: u32, locale: Locale) -> String {
    let (hundreds, rest) = (value / 100, value % 100);
    match locale {
        _ if value > 999 => {
            let digits = value.to_string();
            let read: Vec<_> =
                digits.chars().filter_map(|digit| digit.to_digit(10)).map(|d| number(d, locale)).collect();
            read.join(" ")
        }
        Locale::Vi => match (hundreds, rest) {
            (0, _) => vietnamese(rest),
            (_, 0) => format!("{} trăm", digit(hundreds)),
            // "Lẻ", as the South says it.
            (_, 1..=9) => format!("{} trăm lẻ {}", digit(hundreds), digit(rest)),
            _ => format!("{} trăm {}", digit(hundreds), vietnamese(rest)),
        },
        Locale::En => match (hundreds, rest) {
            (0, _) => english(rest),
            (_, 0) => format!("{} hundred", english(hundreds)),
            _ => format!("{} hundred and {}", english(hundreds), english(rest)),
        },
    }
}

fn digit(value: u32) -> &'static str {
    VIETNAMESE[(value % 10) as usize]
}

/// 0 to 99. After a ten, năm becomes lăm; after mươi, một becomes mốt.
fn vietnamese(value: u32) -> String {
    let (tens, ones) = (value / 10, value % 10);
    let tail = match (tens, ones) {
        (0, _) => return digit(ones).to_owned(),
        (_, 0) => "",
        (_, 5) => " lăm",
        (2.., 1) => " mốt",
        _ => return format!("{} {}", ten(tens), digit(ones)),
    };
    format!("{}{tail}", ten(tens))
}

fn ten(tens: u32) -> String {
    if tens == 1 { "mười".to_owned() } else { format!("{} mươi", digit(tens)) }
}

/// 0 to 99.
fn english(value: u32) -> String {
    match (value / 10, value % 10) {
        (0 | 1, _) => ENGLISH[value as usize].to_owned(),
        (tens, 0) => ENGLISH_TENS[tens as usize].to_owned(),
        (tens, ones) => format!("{}-{}", ENGLISH_TENS[tens as usize], ENGLISH[ones as usize]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_numbers_as_people_say_them() {
        for (value, said) in [
            (0, "không"),
            (1, "một"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (19, "mười chín"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi bốn"),
            (25, "hai mươi lăm"),
            (31, "ba mươi mốt"),
            (40, "bốn mươi"),
            (55, "năm mươi lăm"),
            (99, "chín mươi chín"),
            (100, "một trăm"),
            (101, "một trăm lẻ một"),
            (105, "một trăm lẻ năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (121, "một trăm hai mươi mốt"),
            (999, "chín trăm chín mươi chín"),
            (1000, "một không không không"),
            (2007, "hai không không bảy"),
        ] {
            assert_eq!(number(value, Locale::Vi), said, "{value}");
        }
    }

    #[test]
    fn english_numbers() {
        for (value, said) in [
            (0, "zero"),
            (12, "twelve"),
            (20, "twenty"),
            (21, "twenty-one"),
            (100, "one hundred"),
            (115, "one hundred and fifteen"),
            (1000, "one zero zero zero"),
        ] {
            assert_eq!(number(value, Locale::En), said, "{value}");
        }
    }

    #[test]
    fn no_two_counters_sound_alike() {
        for locale in Locale::ALL {
            let said: std::collections::BTreeSet<_> = (0..=1_000).map(|value| number(value, locale)).collect();
            assert_eq!(said.len(), 1_001);
        }
    }
}
