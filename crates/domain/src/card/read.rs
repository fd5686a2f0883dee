use jiff::civil::Date;

use super::marks;
use super::number::{CitizenNumber, Sex};
use crate::text::clean;
use crate::wire::Problem;

/// The longest text a card's QR is taken to hold, in bytes.
const LONGEST: usize = 2048;

/// What is kept of a citizen's card. The text it was read from is not kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    /// The number.
    pub number: CitizenNumber,
    /// The full name, NFC; none when the reader lost its marks: a name is never guessed.
    pub name: Option<String>,
    /// The date of birth.
    pub birth_date: Date,
    /// The sex.
    pub sex: Sex,
    /// The address as the card has it, which may name units that exist no more; none when the reader lost
    /// its marks.
    pub address: Option<String>,
    /// When the card was issued.
    pub issued: Date,
}

impl Card {
    /// Reads the text of a card's QR: number | old number | name | birth ddmmyyyy | Nam or Nữ |
    /// address | issue date ddmmyyyy.
    ///
    /// Seven fields, the eleven of 2024's card, and a legacy form of six without the old number
    /// are accepted. The old number, and all after the seventh field, are dropped unread. When the reader
    /// lost the Vietnamese marks, what has none (number, sex and dates) is read, and the name and the address
    /// are left for their owner to type. `today` is the business date.
    ///
    /// # Errors
    /// `card-unreadable` when the text is not a card's; `card-misread` when it is, but its number,
    /// sex and dates contradict one another (scan again or type).
    pub fn read(text: &str, today: Date) -> Result<Self, Problem> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.len() > LONGEST || text.chars().any(char::is_control) {
            return Err(unreadable());
        }
        let text = without_symbology(text);
        let parts: Vec<&str> = match text.split('|').count() {
            7 | 11 => text.split('|').take(7).collect(),
            6 => {
                let mut parts: Vec<&str> = text.split('|').collect();
                parts.insert(1, "");
                parts
            }
            _ => return Err(unreadable()),
        };
        let number = parts[0].trim();
        if number.len() != 12 {
            return Err(unreadable());
        }
        let number = CitizenNumber::parse(number).map_err(|_| unreadable())?;
        let (birth_date, issued) = (compact_date(parts[3])?, compact_date(parts[6])?);
        let (name, address) = (clean(parts[2]), clean(parts[5]));
        if [&name, &address].into_iter().any(|t| t.is_empty() || t.chars().count() > 300) {
            return Err(unreadable());
        }
        let (sex, sex_is_whole) = match clean(parts[4]).as_str() {
            "Nam" => (Sex::Male, true),
            "Nữ" => (Sex::Female, true),
            // Only "Nữ" has a mark to lose, and the number says the same.
            other if other.starts_with('N') && number.sex() == Sex::Female => (Sex::Female, false),
            _ => return Err(unreadable()),
        };
        if !number.fits(birth_date, sex) || birth_date > issued || issued > today {
            return Err(Problem::new("card-misread"));
        }
        let whole = sex_is_whole && !marks::are_lost(&name, &address);
        let (name, address) = (whole.then_some(name), whole.then_some(address));
        Ok(Self { number, name, birth_date, sex, address, issued })
    }
}

impl std::fmt::Debug for Card {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Card").field("number", &self.number).finish_non_exhaustive()
    }
}

fn unreadable() -> Problem {
    Problem::new("card-unreadable")
}

/// Some readers say first which kind of code it was (`]Q3`, ISO/IEC 15424).
fn without_symbology(text: &str) -> &str {
    match text.as_bytes() {
        [b']', b'Q', digit, ..] if digit.is_ascii_digit() => &text[3..],
        _ => text,
    }
}

/// `01051990`.
fn compact_date(text: &str) -> Result<Date, Problem> {
    let text = text.trim();
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(unreadable());
    }
    let (day, month, year) = (text[..2].parse(), text[2..4].parse(), text[4..].parse());
    match (year, month, day) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).map_err(|_| unreadable()),
        _ => Err(unreadable()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);
    const SEVEN: &str =
        "089190001234|350123456|Nguyễn Thị Lan|01051990|Nữ|Ấp Bình Hòa, xã Mỹ Khánh, Long Xuyên, An Giang|15082021";

    fn refused(text: &str) -> String {
        Card::read(text, TODAY).expect_err("refused").code
    }

    #[test]
    fn the_seven_fields_are_read() {
        let card = Card::read(SEVEN, TODAY).expect("a card");
        assert_eq!(card.number.as_str(), "089190001234");
        assert_eq!(card.name.as_deref(), Some("Nguyễn Thị Lan"));
        assert_eq!((card.birth_date, card.sex), (date(1990, 5, 1), Sex::Female));
        assert_eq!(card.address.as_deref(), Some("Ấp Bình Hòa, xã Mỹ Khánh, Long Xuyên, An Giang"));
        assert_eq!(card.issued, date(2021, 8, 15));
    }

    #[test]
    fn an_empty_old_number_eleven_fields_and_the_legacy_six_are_the_same_card() {
        let card = Card::read(SEVEN, TODAY).expect("a card");
        assert_eq!(Card::read(&SEVEN.replace("350123456", ""), TODAY).expect("no old number"), card);
        let eleven = format!("{SEVEN}|Nguyễn Văn Cha|Trần Thị Mẹ|089080009999|");
        assert_eq!(Card::read(&eleven, TODAY).expect("eleven fields"), card);
        assert_eq!(Card::read(&SEVEN.replace("350123456|", ""), TODAY).expect("six fields"), card);
    }

    #[test]
    fn what_follows_the_seventh_field_is_never_kept_nor_looked_at() {
        let eleven = format!("{SEVEN}|??\u{fffd}|Trần Thị Mẹ|089080009999|x");
        let card = Card::read(&eleven, TODAY).expect("a card");
        assert!([&card.name, &card.address].into_iter().flatten().all(|kept| !kept.contains("Mẹ")));
        assert!(!format!("{card:?}").contains("Lan"));
    }

    #[test]
    fn other_counts_of_fields_are_refused() {
        for extra in ["|a", "|a|b", "|a|b|c", "|a|b|c|d|e"] {
            assert_eq!(refused(&format!("{SEVEN}{extra}")), "card-unreadable");
        }
        assert_eq!(refused("089190001234|Nguyễn Thị Lan|01051990|Nữ|An Giang"), "card-unreadable");
        assert_eq!(refused(""), "card-unreadable");
        assert_eq!(refused("https://example.vn/?a|b"), "card-unreadable");
    }

    #[test]
    fn decomposed_text_line_ends_and_the_readers_own_prefix_are_forgiven() {
        use unicode_normalization::UnicodeNormalization;
        let card = Card::read(SEVEN, TODAY).expect("a card");
        let decomposed: String = SEVEN.nfd().collect();
        for prefix in ["", "]Q1", "\u{feff}]Q3"] {
            assert_eq!(Card::read(&format!("{prefix}{decomposed}\r\n"), TODAY).expect("forgiven"), card);
        }
    }

    #[test]
    fn an_address_of_units_that_are_no_more_is_kept() {
        let text = SEVEN.replace("An Giang", "huyện Châu Thành, tỉnh Hà Sơn Bình");
        assert!(Card::read(&text, TODAY).expect("a card").address.expect("whole").ends_with("Hà Sơn Bình"));
    }

    #[test]
    fn a_card_that_contradicts_itself_was_misread() {
        assert_eq!(refused(&SEVEN.replace("01051990", "01051991")), "card-misread");
        assert_eq!(refused(&SEVEN.replace("Nữ", "Nam")), "card-misread");
        assert_eq!(refused(&SEVEN.replace("15082021", "15082031")), "card-misread");
        assert_eq!(refused(&SEVEN.replace("15082021", "15081989")), "card-misread");
    }

    #[test]
    fn what_is_not_a_date_or_a_number_is_unreadable() {
        assert_eq!(refused(&SEVEN.replace("01051990", "31021990")), "card-unreadable");
        assert_eq!(refused(&SEVEN.replace("01051990", "1990")), "card-unreadable");
        assert_eq!(refused(&SEVEN.replace("089190001234", "350123456")), "card-unreadable");
        assert_eq!(refused(&SEVEN.replace("089190001234", "097190001234")), "card-unreadable");
        assert_eq!(refused(&SEVEN.replace("Nguyễn Thị Lan", " ")), "card-unreadable");
        assert_eq!(refused(&SEVEN.replace("Nữ", "Khác")), "card-unreadable");
    }

    #[test]
    fn lost_marks_leave_name_and_address_to_their_owner_and_keep_the_rest() {
        let whole = Card::read(SEVEN, TODAY).expect("a card");
        let without = Card { name: None, address: None, ..whole };
        for (from, to) in [
            ("Nguyễn Thị Lan", "Nguy?n Th? Lan"),
            ("Nguyễn Thị Lan", "NguyÔn ThÞ Lan"),
            ("Ấp Bình", "?p B?nh"),
            ("Nữ", "N?"),
        ] {
            assert_eq!(Card::read(&SEVEN.replace(from, to), TODAY).expect("a card"), without, "{to}");
        }
        let stripped = "089190001234||Nguyen Thi Lan|01051990|Nu|Long Xuyen, An Giang|15082021";
        assert_eq!(Card::read(stripped, TODAY).expect("a card"), without);
        // A man's sex has no mark to lose.
        assert_eq!(refused(&SEVEN.replace("089190", "089090").replace("Nữ", "N?")), "card-unreadable");
        assert_eq!(refused(&stripped.replace("1990", "1991")), "card-misread");
    }

    #[test]
    fn a_name_without_marks_is_no_fault_where_the_address_has_some() {
        let text = "091090001234||Danh Sophiep|01051990|Nam|Gò Quao, Kiên Giang|15082021";
        assert_eq!(Card::read(text, TODAY).expect("a card").name.as_deref(), Some("Danh Sophiep"));
    }

    #[test]
    fn long_texts_and_control_characters_are_refused() {
        assert_eq!(refused(&SEVEN.replace("Lan", &"Lan ".repeat(600))), "card-unreadable");
        for control in ["\u{0}", "\u{1b}[2J", "\u{7f}", "\n"] {
            assert_eq!(refused(&SEVEN.replace("Thị", control)), "card-unreadable");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,300}") {
            let _ = Card::read(&text, TODAY);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Card::read(&String::from_utf8_lossy(&bytes), TODAY);
        }

        #[test]
        fn no_seven_fields_make_it_panic(fields in prop::collection::vec("[0-9A-Za-zữễ?]{0,12}", 5..12)) {
            let _ = Card::read(&fields.join("|"), TODAY);
        }

        #[test]
        fn every_true_card_is_read_whole(
            place in 1u16..=96, year in 1920i16..=2020, month in 1i8..=12, day in 1i8..=28, tail in 0u32..1_000_000,
            female: bool, old in prop::option::of("[0-9]{9}"), name in "(Nguyễn|Trần|Đặng|Thạch) (Thị|Văn)( [BCĐHT][aăâêôơư]n){1,3}",
            address in "(Ấp|Khóm) [0-9]{1,2}, xã (Mỹ Đức|Óc Eo), (An Giang|Kiên Giang)", eleven: bool,
        ) {
            let sex_and_century = 2 * ((year - 1900) / 100) + i16::from(female);
            let number = format!("{place:03}{sex_and_century}{:02}{tail:06}", year % 100);
            let sex = if female { "Nữ" } else { "Nam" };
            let old = old.unwrap_or_default();
            let mut text = format!("{number}|{old}|{name}|{day:02}{month:02}{year}|{sex}|{address}|02012024");
            if eleven {
                text.push_str("|a|b|c|d");
            }
            let card = Card::read(&text, TODAY).expect("a true card");
            prop_assert_eq!(card.number.as_str(), number);
            prop_assert_eq!(card.name, Some(name));
            prop_assert_eq!(card.birth_date, date(year, month, day));
            prop_assert_eq!(card.sex == Sex::Female, female);
            prop_assert_eq!(card.address, Some(address));
        }
    }
}
