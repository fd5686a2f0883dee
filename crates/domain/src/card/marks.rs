//! Whether a reader lost the marks of Vietnamese letters, or turned them into others.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether what a reader made of a name and an address is not what the card says.
///
/// Readers that pretend to be keyboards drop what no key of theirs types, put `?` for it, or type Telex or
/// VNI; others speak TCVN3, VNI or CP1258, or read UTF-8 as Latin-1. The signs of it: a replacement
/// character, a digit or a symbol in the name, a letter that Vietnamese does not have, vowels that do not
/// stand side by side, a syllable without a vowel, or no mark in the name nor in the address, where hardly a
/// card has none. Who is wronged by this types a name that was right; a wrong name is never taken for right.
pub(super) fn are_lost(name: &str, address: &str) -> bool {
    let both = [name, address];
    both.iter().any(|text| text.contains(['?', '\u{fffd}']) || text.chars().any(is_foreign) || is_garbled(text))
        || !name.chars().all(may_be_in_a_name)
        || name.split([' ', '-', '.']).any(has_lost_its_vowel)
        || both.iter().all(|text| text.is_ascii())
}

fn may_be_in_a_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '.')
}

/// A letter that is written neither in Vietnamese nor in the names of the peoples of Vietnam: `Þ`, `ö`, `ñ`.
fn is_foreign(c: char) -> bool {
    if !c.is_alphabetic() || c.is_ascii() || matches!(c, 'đ' | 'Đ') {
        return false;
    }
    let mut parts = c.nfd();
    let vowel = parts.next().is_some_and(is_vowel);
    // Grave, acute, tilde, hook, dot below; circumflex, breve, horn.
    let marks = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}', '\u{302}', '\u{306}', '\u{31b}'];
    !vowel || !parts.all(|mark| marks.contains(&mark))
}

/// VNI writes the mark as a letter of its own: `Nguyeãn`, `Traàn`. In Vietnamese no marked vowel follows a bare
/// a or e.
fn is_garbled(text: &str) -> bool {
    let marked = |c: char| !c.is_ascii() && c.nfd().next().is_some_and(is_vowel);
    text.chars().zip(text.chars().skip(1)).any(|(first, next)| matches!(first, 'a' | 'e' | 'A' | 'E') && marked(next))
}

/// `Th`, `Vn` and `Trn`, of which the marked vowel was dropped; `Nguyn`, the commonest name, keeps one. A single
/// letter may be a name: H, K.
fn has_lost_its_vowel(syllable: &str) -> bool {
    let base: String = syllable.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let letters = base.chars().filter(|c| c.is_alphabetic()).count();
    (letters > 1 && !base.contains(is_vowel)) || base.eq_ignore_ascii_case("nguyn")
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "Ấp Bình Hòa, xã Mỹ Khánh, An Giang";

    #[test]
    fn names_of_the_country_are_whole() {
        for name in [
            "Nguyễn Thị Lan",
            "NGUYỄN ĐẶNG HOÀNG UYÊN",
            "Le Van Nam",
            "Danh Sophiep",
            "Thạch Sô Phi",
            "Y Hlêk Bkrông",
            "H' Hen Niê",
            "K Pă Y Hương",
            "Ksor H Nhơn",
            "Đinh Thị Thuý",
            "Mã A Páo",
            "Lò Văn Ướt",
            "Y Moăn Êban",
        ] {
            assert!(!are_lost(name, ADDRESS), "{name}");
        }
    }

    #[test]
    fn what_readers_make_of_them_is_noticed() {
        for name in [
            // Dropped, or something else in their place.
            "Nguy?n Th? Lan",
            "Nguy\u{fffd}n Thị Lan",
            "Nguyn Th Lan",
            "Trn Vn Nam",
            "Nguyn Lan",
            // Typed as for an input method that is off: VNI, VIQR.
            "Nguye64n Thi5 Lan",
            "Nguye^~n Thi. Lan",
            // TCVN3, VNI for Windows and CP1258 read as Latin-1, UTF-8 as Latin-1.
            "NguyÔn ThÞ Lan",
            "Nguyeãn Thò Lan",
            "Traàn Vaên Nam",
            "Ñaëng Thò Lan",
            "NguyêÞn Thiò Lan",
            "Nguyá»…n Thá»‹ Lan",
        ] {
            assert!(are_lost(name, ADDRESS), "{name}");
        }
        assert!(are_lost("Nguyễn Thị Lan", "?p Bình Hòa"));
        assert!(are_lost("Lê Lan", "Êp B×nh Hßa, x· Mü Kh¸nh"));
    }

    #[test]
    fn a_card_without_any_mark_has_lost_them() {
        for name in ["Nguyen Thi Lan", "Traanf Vawn Nam", "Le Van Nam"] {
            assert!(are_lost(name, "Long Xuyen, An Giang"), "{name}");
        }
    }
}
