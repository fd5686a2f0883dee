//! The order of the Vietnamese alphabet: letters first (a ă â b c d đ e ê …), tones among equal letters.

use unicode_normalization::UnicodeNormalization;

/// What two names are compared by: the ranks of their letters, then the tones.
pub(super) type Key = (Vec<u32>, Vec<u8>);

/// What has a place among others of its kind.
pub(super) trait Ordered {
    fn ordered(&self) -> Key;
}

/// The letters that are no ASCII letters, each behind the one it was made of.
const LETTERS: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// Tones in the order of dictionaries: huyền, hỏi, ngã, sắc, nặng.
const TONES: &str = "\u{300}\u{309}\u{303}\u{301}\u{323}";

/// The key of a name, whatever its case and however its marks are written.
pub(super) fn vietnamese(name: &str) -> Key {
    let (mut ranks, mut tones) = (Vec::new(), Vec::new());
    for c in name.to_lowercase().nfc() {
        let marked = |mark: char| TONES.chars().position(|tone| tone == mark);
        let tone = std::iter::once(c).nfd().find_map(marked).map_or(0, |tone| tone as u8 + 1);
        // What makes a letter of its own (ă â ê ô ơ ư) stays with it.
        let Some(letter) = std::iter::once(c).nfd().filter(|mark| marked(*mark).is_none()).nfc().next() else {
            continue;
        };
        ranks.push(match LETTERS.chars().position(|known| known == letter) {
            Some(rank) => 0x1000 + rank as u32,
            // Spaces and digits stand before letters, unknown letters behind.
            None if letter.is_alphabetic() => 0x1_0000 + letter as u32,
            None => letter as u32,
        });
        tones.push(tone);
    }
    (ranks, tones)
}

#[cfg(test)]
mod tests {
    use super::vietnamese;

    #[test]
    fn letters_come_before_tones_and_the_stroke_is_a_letter() {
        let mut names =
            ["Đà Nẵng", "Hòa Bình", "Dương", "Cà Mau", "Ba", "Bạ", "Bả", "Bà", "Băng", "Bà Điểm", "An Phú 2", "An Phú"];
        names.sort_by_cached_key(|name| vietnamese(name));
        let sorted =
            ["An Phú", "An Phú 2", "Ba", "Bà", "Bả", "Bạ", "Bà Điểm", "Băng", "Cà Mau", "Dương", "Đà Nẵng", "Hòa Bình"];
        assert_eq!(names, sorted);
    }

    #[test]
    fn marks_are_the_same_however_they_are_written() {
        assert_eq!(vietnamese("Tịnh Biên"), vietnamese("Ti\u{323}nh Bie\u{302}n"));
        assert_eq!(vietnamese("Rạch Giá"), vietnamese("RẠCH GIÁ"));
        assert!(vietnamese("Thế") > vietnamese("Thê"), "{:?}", vietnamese("Thế"));
    }
}
