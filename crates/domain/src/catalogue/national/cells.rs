//! What all tables of a record have in common.

/// What the database writes where it has nothing.
pub(super) const NOTHING: &str = "Không có thông tin";

/// A regular expression that is compiled once.
macro_rules! pattern {
    ($name:ident, $text:expr) => {
        static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| regex::Regex::new($text).expect("a pattern that tests have tried"));
    };
}
pub(super) use pattern;

/// The amounts a text speaks of: numbers with dots or commas between thousands, `300.000` or
/// `1,200,000`, and those that `đ` or `đồng` follows. Years and numbers of laws are none.
pub(super) fn amounts(text: &str) -> Vec<u64> {
    pattern!(AMOUNT, r"\b(\d{1,3}(?:[.,]\d{3})+)(?:\D|$)|\b(\d{4,})\s?(?:đ|VNĐ|Việt Nam Đồng)");
    let found = AMOUNT.captures_iter(text).filter_map(|found| found.get(1).or(found.get(2)));
    found.filter_map(|found| whole(found.as_str())).collect()
}

/// A whole number written in thousands, `1,200,000` or `1.200.000`, or in plain digits.
pub(super) fn whole(text: &str) -> Option<u64> {
    let mut parts = text.split([',', '.']);
    let first = parts.next().filter(|part| (1..=3).contains(&part.len()) || !text.contains([',', '.']))?;
    let rest: Vec<_> = parts.collect();
    let sound = rest.iter().all(|part| part.len() == 3) && !first.is_empty();
    let digits = format!("{first}{}", rest.concat());
    if sound { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_both_ways_of_writing_and_nothing_else_is() {
        assert_eq!(whole("1,200,000"), Some(1_200_000));
        assert_eq!(whole("300.000"), Some(300_000));
        assert_eq!(whole("8000"), Some(8_000));
        for wrong in ["", "1,20", "1,2000", "0,5", "1234,567", ",500"] {
            assert_eq!(whole(wrong), None, "{wrong}");
        }
        assert_eq!(
            amounts("từ 40.000 đồng đến 90,000 đ/01 giấy, 1.200.000đ/thẻ, 8000đ, Thông tư 48/2022"),
            [40_000, 90_000, 1_200_000, 8_000]
        );
    }
}
