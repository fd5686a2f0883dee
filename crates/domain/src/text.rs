//! Text as people and databases write it, made comparable.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Normalises to NFC, drops control characters, and makes every run of white space one space.
pub fn clean(text: &str) -> String {
    let composed: String = text.nfc().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folds for search: lower case, no marks, đ to d. `Đường Hoà Bình` and `duong hoa binh` are equal.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'đ' | 'Đ' => folded.push('d'),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_marks_and_the_stroke() {
        assert_eq!(fold("Đường Hoà Bình"), "duong hoa binh");
        assert_eq!(fold("hòa"), fold("hoà"));
        assert_eq!(fold("NGUYỄN"), "nguyen");
    }

    #[test]
    fn cleaning_composes_and_trims() {
        assert_eq!(clean("  Nguye\u{302}\u{303}n \t Va\u{306}n\u{0}  A "), "Nguyễn Văn A");
    }
}
