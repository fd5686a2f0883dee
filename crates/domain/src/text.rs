//! Text as people and databases write it, made comparable.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Normalises to NFC, drops control characters, and makes every run of white space one space.
pub fn clean(text: &str) -> String {
    squeeze(&nfc(text))
}

/// Normalises to NFC, and changes nothing else. Text that is in NFC already is only looked at.
pub fn nfc(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Whether a character is a mark on the one before it.
pub fn is_mark(c: char) -> bool {
    is_combining_mark(c)
}

/// Drops control characters, and makes every run of white space one space.
pub fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace().filter(|word| !word.chars().all(char::is_control)) {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.extend(word.chars().filter(|c| !c.is_control()));
    }
    squeezed
}

/// No more than `most` characters of a text, cut behind a word, with … for what is left out.
pub fn cut(text: &str, most: usize) -> String {
    let ends = text.char_indices().map(|(place, _)| place).nth(most.saturating_sub(1));
    let Some(end) = ends.filter(|_| text.chars().count() > most) else { return text.to_owned() };
    let (head, rest) = text.split_at(end);
    let head = match head.rfind(' ') {
        _ if rest.starts_with(|next: char| !next.is_alphanumeric() && !is_combining_mark(next)) => head,
        Some(place) if place > head.len() / 2 => &head[..place],
        _ => head,
    };
    format!("{}…", head.trim_end_matches([' ', ',', ';', ':', '.', '-', '–', '(']))
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
    fn cutting_stops_behind_a_word() {
        assert_eq!(cut("Giấy chứng sinh", 15), "Giấy chứng sinh");
        assert_eq!(cut("Giấy chứng sinh, bản chính", 17), "Giấy chứng sinh…");
        assert_eq!(cut("Giấy chứng sinh bản chính", 16), "Giấy chứng sinh…");
        assert_eq!(cut(&"x".repeat(50), 10).chars().count(), 10);
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn cleaning_composes_and_trims() {
        assert_eq!(clean("  Nguye\u{302}\u{303}n \t Va\u{306}n\u{0} \u{1} A "), "Nguyễn Văn A");
    }
}
