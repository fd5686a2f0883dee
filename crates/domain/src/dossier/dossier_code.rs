use jiff::civil::Date;

use super::tidy;
use crate::wire::Problem;

/// A dossier code (mã hồ sơ), as the central system issues it: agency, date and a running number,
/// `H01-261123-0001`. Also in use: `H15.50.05.13-261008-0975`, `G09.20-20260609-0092637`,
/// `000.00.01.H01-190403-0001`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS, utoipa::ToSchema)]
#[ts(type = "string")]
#[schema(value_type = String, example = "H01-261123-0001")]
pub struct DossierCode(String);

impl DossierCode {
    /// As somebody typed or scanned it; lower case and spaces are forgiven.
    ///
    /// Accepts an agency part (groups of up to 8 letters and digits with dots between, 32 characters
    /// at most), a date of 6 digits (`yymmdd`) or 8 (`yyyymmdd`) that exists, and a tail of 4 to 7
    /// digits.
    ///
    /// # Errors
    /// `dossier-code-wrong` with `why`: `parts`, `agency`, `date` or `number`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let wrong = |why: &str| Problem::new("dossier-code-wrong").with("why", why);
        // Longer than any code: 32 + 8 + 7 and two hyphens.
        let tidied: String = tidy(text).take(50).collect();
        let parts: Vec<&str> = tidied.split('-').collect();
        let [agency, date, number] = parts[..] else { return Err(wrong("parts")) };
        if !Self::is_agency(agency) {
            return Err(wrong("agency"));
        }
        if read_date(date).is_none() {
            return Err(wrong("date"));
        }
        if !(4..=7).contains(&number.len()) || !is_digits(number) {
            return Err(wrong("number"));
        }
        Ok(Self(tidied))
    }

    /// The code of the nth dossier an agency received on a date: `H01-261123-0001`. Only the central
    /// system mints one.
    ///
    /// The code can be read back when the agency passes [`Self::is_agency`] (check the setting where
    /// it is read), the year is 2000 to 2099 and `n` has at most 7 digits.
    pub fn mint(agency: &str, date: Date, n: u32) -> Self {
        let agency: String = tidy(agency).collect();
        Self(format!("{agency}-{}-{n:04}", date.strftime("%y%m%d")))
    }

    /// Whether a text can stand as the agency part: `H01`, `000.00.01.H01`.
    pub fn is_agency(text: &str) -> bool {
        let group = |group: &str| {
            (1..=8).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        };
        text.len() <= 32 && text.split('.').all(group)
    }

    /// As printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

super::string_code!(DossierCode);

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// `yymmdd` of this century or `yyyymmdd`, when such a day exists.
fn read_date(text: &str) -> Option<Date> {
    let (year, day_of_year) = match text.len() {
        _ if !is_digits(text) => return None,
        6 => (2000 + text[..2].parse::<i16>().ok()?, &text[2..]),
        8 => (text[..4].parse().ok()?, &text[4..]),
        _ => return None,
    };
    Date::new(year, day_of_year[..2].parse().ok()?, day_of_year[2..].parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_shapes_in_use_are_accepted() {
        for code in ["H15.50.05.13-261008-0975", "G09.20-20260609-0092637", "000.00.01.H01-190403-0001"] {
            assert_eq!(DossierCode::parse(code).expect("a code").as_str(), code);
            assert_eq!(DossierCode::parse(&format!(" {} ", code.to_lowercase())).expect("a code").as_str(), code);
        }
    }

    #[test]
    fn each_mistake_is_named() {
        let why = |text: &str| DossierCode::parse(text).expect_err("wrong").args["why"].clone();
        assert_eq!(why("H01-261123"), "parts");
        assert_eq!(why("H01-261123-0001-1"), "parts");
        assert_eq!(why("H.-261123-0001"), "agency");
        assert_eq!(why("Đ01-261123-0001"), "agency");
        assert_eq!(why("H01-261131-0001"), "date");
        assert_eq!(why("H01-2611230-0001"), "date");
        assert_eq!(why("H01-261123-001"), "number");
        assert_eq!(why("H01-261123-00000001"), "number");
        assert_eq!(why(&"H01-".repeat(100_000)), "parts");
    }

    proptest! {
        #[test]
        fn a_minted_code_is_read_back(days in 0_i32..36_500, n in 0_u32..10_000_000) {
            let date = jiff::civil::date(2000, 1, 1).checked_add(jiff::Span::new().days(days)).expect("a day");
            let code = DossierCode::mint("H01", date, n);
            prop_assert_eq!(DossierCode::parse(code.as_str()), Ok(code));
        }
    }

    #[test]
    fn a_minted_code_has_at_least_four_digits() {
        let date = jiff::civil::date(2026, 11, 23);
        assert_eq!(DossierCode::mint("H01", date, 1).as_str(), "H01-261123-0001");
        assert_eq!(DossierCode::mint("H01", date, 12_345).as_str(), "H01-261123-12345");
    }
}
