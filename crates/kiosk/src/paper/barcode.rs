//! Code 128 (ISO/IEC 15417) in its code sets B and C.

use super::PaperError;

/// White modules at each end.
const QUIET: u32 = 10;
/// Symbols that change or begin a code set, and the one that ends.
const TO_C: usize = 99;
const TO_B: usize = 100;
const START_B: usize = 104;
const START_C: usize = 105;
const STOP: usize = 106;
/// The check symbol counts so many.
const CHECK: usize = 103;

/// The widths of bar, space, bar, … of every symbol, by its value (ISO/IEC 15417, table 1).
const WIDTHS: [&str; 107] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
];

/// The bars of a text.
pub(super) struct Bars(Vec<(u32, u32)>, u32);

impl Bars {
    /// Of printable ASCII.
    ///
    /// # Errors
    /// [`PaperError::Barcode`] for other text, and for none.
    pub(super) fn of(data: &str) -> Result<Self, PaperError> {
        if data.is_empty() || !data.bytes().all(|b| (b' '..=b'~').contains(&b)) {
            return Err(PaperError::Barcode);
        }
        let mut bars = Vec::new();
        let mut x = QUIET;
        for symbol in symbols(data.as_bytes()) {
            for (i, width) in WIDTHS[symbol].bytes().map(|w| u32::from(w - b'0')).enumerate() {
                if i % 2 == 0 {
                    bars.push((x, width));
                }
                x += width;
            }
        }
        Ok(Self(bars, x + QUIET))
    }

    /// The length in modules, the quiet zones included.
    pub(super) fn size(&self) -> u32 {
        self.1
    }

    /// Where each bar begins, counted with the quiet zone, and its width.
    pub(super) fn runs(&self) -> impl Iterator<Item = (u32, u32)> {
        self.0.iter().copied()
    }
}

/// The fewest symbols that say a text: digits in pairs by set C where that is shorter.
fn symbols(data: &[u8]) -> Vec<usize> {
    let pair = |i: usize| match data.get(i..i + 2) {
        Some([a, b]) if a.is_ascii_digit() && b.is_ascii_digit() => {
            Some(usize::from(a - b'0') * 10 + usize::from(b - b'0'))
        }
        _ => None,
    };
    // From the end: how many symbols the rest takes, begun in set B or in set C.
    let (mut in_b, mut in_c) = (vec![0; data.len() + 2], vec![0; data.len() + 2]);
    for i in (0..data.len()).rev() {
        let by_c = pair(i).map(|_| 1 + in_c[i + 2]);
        let by_b = 1 + in_b[i + 1];
        in_b[i] = by_c.map_or(by_b, |by_c| by_b.min(by_c + 1));
        in_c[i] = by_c.map_or(by_b + 1, |by_c| by_c.min(by_b + 1));
    }
    let mut c = in_c[0] < in_b[0];
    let mut symbols = vec![if c { START_C } else { START_B }];
    let mut i = 0;
    while i < data.len() {
        let by_c = pair(i).map(|value| (value, 1 + in_c[i + 2]));
        let by_b = 1 + in_b[i + 1];
        let stay = if c { by_c.is_some_and(|(_, n)| n <= by_b + 1) } else { by_c.is_none_or(|(_, n)| by_b <= n + 1) };
        if !stay {
            c = !c;
            symbols.push(if c { TO_C } else { TO_B });
        }
        match by_c.filter(|_| c) {
            Some((value, _)) => {
                symbols.push(value);
                i += 2;
            }
            None => {
                symbols.push(usize::from(data[i] - b' '));
                i += 1;
            }
        }
    }
    let sum = symbols.iter().enumerate().map(|(i, value)| i.max(1) * value).sum::<usize>();
    symbols.push(sum % CHECK);
    symbols.push(STOP);
    symbols
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_is_eleven_modules_wide_and_unlike_every_other() {
        for (value, widths) in WIDTHS.iter().enumerate() {
            let wide: u32 = widths.bytes().map(|w| u32::from(w - b'0')).sum();
            assert_eq!(wide, if value == STOP { 13 } else { 11 }, "{value}");
            // Bars of even width: what readers check.
            let bars: u32 = widths.bytes().step_by(2).map(|w| u32::from(w - b'0')).sum();
            assert!(value == STOP || bars.is_multiple_of(2), "{value}");
            assert!(!WIDTHS[..value].contains(widths), "{value}");
        }
    }

    #[test]
    fn the_check_symbol_is_that_of_the_standard() {
        // The worked example of Wikipedia's article on Code 128: PJJ123C has the check symbol 54 in set A;
        // in set B every value is the same and the start symbol one more.
        assert_eq!(symbols(b"PJJ123C"), [104, 48, 42, 42, 17, 18, 19, 35, 55, 106]);
    }

    #[test]
    fn digits_go_in_pairs_where_that_is_shorter() {
        assert_eq!(symbols(b"1234")[..3], [START_C, 12, 34]);
        assert_eq!(symbols(b"12"), [START_C, 12, (105 + 12) % 103, STOP]);
        assert_eq!(symbols(b"1")[..2], [START_B, 17]);
        // Two digits amid letters stay in set B: to go and come back costs as much as it saves.
        assert_eq!(symbols(b"A12B")[..5], [START_B, 33, 17, 18, 34]);
        assert_eq!(symbols(b"A123456B")[..7], [START_B, 33, TO_C, 12, 34, 56, TO_B]);
        // An odd digit stays where the letters are.
        assert_eq!(symbols(b"12345A")[..5], [START_C, 12, 34, TO_B, 21]);
    }

    #[test]
    fn a_text_of_other_letters_and_no_text_have_no_bar_code() {
        for text in ["", "Đ", "a\nb", "\u{7f}"] {
            assert!(matches!(Bars::of(text), Err(PaperError::Barcode)), "{text:?}");
        }
        assert!(Bars::of(" ~").is_ok());
    }

    #[test]
    fn quiet_zones_are_part_of_the_length() {
        let bars = Bars::of("A").expect("bars");
        assert_eq!(bars.size(), 10 + 11 * 3 + 13 + 10);
        assert_eq!(bars.runs().next(), Some((10, 2)));
        assert_eq!(bars.runs().last(), Some((bars.size() - 12, 2)));
    }
}
