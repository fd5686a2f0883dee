use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use crate::wire::Problem;

/// A person's sex as the card and the registers know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

/// A citizen's number (số định danh cá nhân): 12 digits whose structure was checked.
///
/// Place where the birth was registered (3), sex and century (1: odd is female, the century is
/// ⌊d/2⌋ + 19), year of birth (2), then 6. It is personal data: it has no `Display`, and its
/// `Debug` is masked. The place is not where somebody lives.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct CitizenNumber(String);

impl CitizenNumber {
    /// Reads what a person typed; spaces, dots and hyphens are forgiven.
    ///
    /// # Errors
    /// `citizen-number-digits` when there are not exactly 12 digits and nothing else (argument
    /// `count`: how many digits there were), `citizen-number-unknown` when the first four digits
    /// cannot begin a number: the place is 001 to 096, the century this one or the last.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let digits: String = text.chars().filter(|c| !is_forgiven(*c)).collect();
        let count = digits.chars().filter(char::is_ascii_digit).count();
        if count != 12 || digits.len() != 12 {
            return Err(Problem::new("citizen-number-digits").with("count", count));
        }
        let number = Self(digits);
        if !(1..=96).contains(&number.part(0, 3)) || number.part(3, 4) > 3 {
            return Err(Problem::new("citizen-number-unknown"));
        }
        Ok(number)
    }

    /// All 12 digits. Only for what is sent, stored sealed, or typed by its owner; never for a log.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it may stand on screens and paper: `089•••••1234`.
    pub fn masked(&self) -> String {
        format!("{}•••••{}", &self.0[..3], &self.0[8..])
    }

    /// The sex in the number.
    pub fn sex(&self) -> Sex {
        if self.part(3, 4) % 2 == 0 { Sex::Male } else { Sex::Female }
    }

    /// The year of birth in the number.
    pub fn birth_year(&self) -> i16 {
        1900 + 100 * (self.part(3, 4) / 2) + self.part(4, 6)
    }

    /// Whether the number can belong to somebody born on that day, of that sex.
    pub fn fits(&self, birth: Date, sex: Sex) -> bool {
        self.birth_year() == birth.year() && self.sex() == sex
    }

    fn part(&self, from: usize, to: usize) -> i16 {
        self.0.as_bytes()[from..to].iter().fold(0, |n, digit| n * 10 + i16::from(digit - b'0'))
    }
}

/// What people put between digits, and what is forgiven: spaces of every kind, dots, hyphens.
pub(crate) fn is_forgiven(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '‐' | '‑' | '–')
}

impl std::fmt::Debug for CitizenNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.masked())
    }
}

impl<'de> Deserialize<'de> for CitizenNumber {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn code(text: &str) -> String {
        CitizenNumber::parse(text).expect_err("refused").code
    }

    #[test]
    fn what_stands_between_the_digits_is_forgiven() {
        for text in ["089190001234", " 089 190 001 234 ", "089.190.001.234", "089-190-001-234", "089\u{a0}190001234"] {
            assert_eq!(CitizenNumber::parse(text).expect("a number").as_str(), "089190001234");
        }
    }

    #[test]
    fn a_wrong_number_is_refused_with_its_reason() {
        let eleven = CitizenNumber::parse("08919000123").expect_err("eleven digits");
        assert_eq!((eleven.code.as_str(), eleven.args["count"].as_str()), ("citizen-number-digits", "11"));
        assert_eq!(code(""), "citizen-number-digits");
        assert_eq!(code("0891900012345"), "citizen-number-digits");
        assert_eq!(code("08919000123O"), "citizen-number-digits");
        assert_eq!(code("089190001234x"), "citizen-number-digits");
        assert_eq!(code("０８９１９０００１２３４"), "citizen-number-digits");
        assert_eq!(code("000190001234"), "citizen-number-unknown");
        assert_eq!(code("097190001234"), "citizen-number-unknown");
        assert_eq!(code("089490001234"), "citizen-number-unknown");
    }

    #[test]
    fn sex_century_and_year_are_in_the_number() {
        let number = |text| CitizenNumber::parse(text).expect("a number");
        assert_eq!((number("089090001234").sex(), number("089090001234").birth_year()), (Sex::Male, 1990));
        assert_eq!((number("089190001234").sex(), number("089190001234").birth_year()), (Sex::Female, 1990));
        assert_eq!((number("091305001234").sex(), number("091305001234").birth_year()), (Sex::Female, 2005));
        assert!(number("089190001234").fits(date(1990, 5, 1), Sex::Female));
        assert!(!number("089190001234").fits(date(1991, 5, 1), Sex::Female));
        assert!(!number("089190001234").fits(date(1990, 5, 1), Sex::Male));
    }

    #[test]
    fn a_number_never_shows_itself_whole() {
        let number = CitizenNumber::parse("089190001234").expect("a number");
        assert_eq!(number.masked(), "089•••••1234");
        assert!(!format!("{number:?}").contains("19000"));
        let stored = serde_json::to_string(&number).expect("JSON");
        assert_eq!(serde_json::from_str::<CitizenNumber>(&stored).expect("a number"), number);
        assert!(serde_json::from_str::<CitizenNumber>("\"12\"").is_err());
    }
}
