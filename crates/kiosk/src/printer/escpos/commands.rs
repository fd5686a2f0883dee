//! The bytes of the commands that are used (Epson, "ESC/POS Command Reference").

use super::address::Cut;

/// `ESC @`: forgets what was set, and what is not printed of a line.
pub(super) const INITIALIZE: &[u8] = b"\x1b@";
/// `DLE ENQ 2`: leaves an error that can be left, and drops what was received. Acted on when it arrives.
pub(super) const RECOVER: &[u8] = &[0x10, 0x05, 2];
/// `DLE DC4 8`: drops what was received and not printed; answered `37 25 00`. Acted on when it arrives.
pub(super) const CLEAR: &[u8] = &[0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];
/// Outside of a command it means nothing; inside of a picture's data it is white.
pub(super) const FILLER: u8 = 0;

/// `DLE EOT n`: asks after the n-th status, answered by one byte when it arrives.
pub(super) fn ask(n: u8) -> [u8; 3] {
    [0x10, 0x04, n]
}

/// `GS ( H`, function 48: answered `37 22 id 00` once everything before it is printed.
pub(super) fn process_id(id: [u8; 4]) -> [u8; 11] {
    let [a, b, c, d] = id;
    [0x1d, b'(', b'H', 6, 0, 48, 48, a, b, c, d]
}

/// Feeds what was printed out of the head and cuts it off: `GS V 66/65`, or `ESC d` for hands.
pub(super) fn cut(cut: Cut) -> &'static [u8] {
    match cut {
        Cut::Partial => &[0x1d, b'V', 66, 0],
        Cut::Full => &[0x1d, b'V', 65, 0],
        Cut::None => &[0x1b, b'd', 5],
    }
}

/// `GS v 0`: a picture as wide as `row` bytes. Its rows must be whole, and no more than 65,535.
pub(super) fn band(row: u16, rows: &[u8]) -> Vec<u8> {
    let height = u16::try_from(rows.len() / usize::from(row)).unwrap_or(u16::MAX);
    let ([xl, xh], [yl, yh]) = (row.to_le_bytes(), height.to_le_bytes());
    let mut band = vec![0x1d, b'v', b'0', 0, xl, xh, yl, yh];
    band.extend_from_slice(rows);
    break_up(&mut band[8..]);
    band
}

/// A device acts on real-time commands wherever they stand, in a picture too. A dot of 1/8 mm beside
/// the one that would begin such a command keeps the picture from being one.
fn break_up(picture: &mut [u8]) {
    for i in 1..picture.len() {
        if picture[i - 1] == 0x10 && matches!(picture[i], 0x04 | 0x05 | 0x14) {
            picture[i - 1] = 0x18;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_picture_never_reads_as_a_real_time_command(
            dots in prop::collection::vec(prop::sample::select(&[0x00_u8, 0x04, 0x05, 0x10, 0x14, 0x18, 0xff][..]), 48..960),
        ) {
            let rows = &dots[..dots.len() / 48 * 48];
            let band = band(48, rows);
            let real_time = |w: &[u8]| w[0] == 0x10 && matches!(w[1], 0x04 | 0x05 | 0x14);
            prop_assert!(!band.windows(2).any(real_time));
            prop_assert_eq!(band.len(), rows.len() + 8);
            let changed = band[8..].iter().zip(rows).filter(|(a, b)| a != b);
            prop_assert!(changed.clone().all(|(a, b)| (*a, *b) == (0x18, 0x10)));
        }
    }
}
