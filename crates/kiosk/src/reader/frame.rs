use motcua_domain::wire::Problem;

/// The most bytes a frame may have. The longest card text is under 1 KB.
const LIMIT: usize = 4096;

/// The shortest card has six fields.
const LEAST_BARS: usize = 5;

/// What a reader read in one go: text without control characters, at most 4 KB of UTF-8.
///
/// It may be a citizen's card: it is never printed by `Debug`, and it is overwritten when dropped.
pub struct Frame(String);

impl Frame {
    /// Takes a text as if a reader had read it.
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Takes what a reader that pretends to be a keyboard typed. The text itself is taken, so that no copy of
    /// it stays behind.
    ///
    /// # Errors
    /// `reader-too-long` and `reader-not-text`, as for a reader on a line; `scan-not-understood` for nothing.
    pub fn typed(text: String) -> Result<Self, Problem> {
        let mut bytes = text.into_bytes();
        if bytes.len() > LIMIT {
            wipe(&mut bytes);
            return Err(Problem::new("reader-too-long"));
        }
        judge(bytes).unwrap_or_else(|| Err(Problem::new("scan-not-understood")))
    }

    /// What was read.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Frame {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Frame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Frame(…)")
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        wipe(&mut std::mem::take(&mut self.0).into_bytes());
    }
}

/// Overwrites bytes that may be personal.
pub(super) fn wipe(bytes: &mut [u8]) {
    bytes.fill(0);
    // Keeps the compiler from leaving out a write to memory that nobody reads again.
    std::hint::black_box(bytes);
}

/// Cuts the bytes of a reader into frames: at CR or LF, or where the reader falls silent.
pub(super) struct Framer {
    bytes: Vec<u8>,
    too_long: bool,
}

impl Framer {
    pub(super) fn new() -> Self {
        Self { bytes: Vec::with_capacity(LIMIT), too_long: false }
    }

    /// Takes the next byte; a frame, or why it is refused, when the byte ends one.
    pub(super) fn push(&mut self, byte: u8) -> Option<Result<Frame, Problem>> {
        if matches!(byte, b'\r' | b'\n') {
            return self.end();
        }
        if self.bytes.len() == LIMIT {
            self.too_long = true;
        } else {
            self.bytes.push(byte);
        }
        None
    }

    /// The reader fell silent or was told to end: what has come so far is a frame, if anything has.
    ///
    /// # Errors
    /// `reader-too-long` over 4 KB, `reader-not-text` when it is not UTF-8 or has control characters
    /// inside; those around it (STX, ETX, a tab) are the reader's own and are dropped.
    pub(super) fn end(&mut self) -> Option<Result<Frame, Problem>> {
        // The buffer keeps its place and never grows: no copy of a card is left behind in memory.
        let mut bytes = std::mem::replace(&mut self.bytes, Vec::with_capacity(LIMIT));
        if std::mem::take(&mut self.too_long) {
            wipe(&mut bytes);
            return Some(Err(Problem::new("reader-too-long")));
        }
        judge(bytes)
    }
}

/// What some bytes are: a frame, nothing, or no text.
fn judge(mut bytes: Vec<u8>) -> Option<Result<Frame, Problem>> {
    while bytes.last().is_some_and(|byte| byte.is_ascii_control() || *byte == b' ') {
        bytes.pop();
    }
    let before = bytes.iter().take_while(|byte| byte.is_ascii_control() || **byte == b' ').count();
    bytes.copy_within(before.., 0);
    let length = bytes.len() - before;
    wipe(&mut bytes[length..]);
    bytes.truncate(length);
    if bytes.is_empty() {
        return None;
    }
    let text = String::from_utf8(bytes).or_else(|error| {
        let mut bytes = error.into_bytes();
        // A card in an older code (TCVN3, VNI, CP1258): its number and dates are plain, and its letters are
        // never guessed.
        if bytes.iter().filter(|byte| **byte == b'|').count() < LEAST_BARS {
            wipe(&mut bytes);
            return Err(Problem::new("reader-not-text"));
        }
        bytes.iter_mut().filter(|byte| !byte.is_ascii()).for_each(|byte| *byte = b'?');
        String::from_utf8(bytes).map_err(|_| Problem::new("reader-not-text"))
    });
    Some(text.map(Frame).and_then(|frame| {
        if frame.chars().any(char::is_control) { Err(Problem::new("reader-not-text")) } else { Ok(frame) }
    }))
}

impl Drop for Framer {
    fn drop(&mut self) {
        wipe(&mut self.bytes);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The frames of some bytes after which the reader falls silent.
    fn frames(bytes: &[u8]) -> Vec<Result<String, String>> {
        let mut framer = Framer::new();
        let mut frames: Vec<_> = bytes.iter().filter_map(|byte| framer.push(*byte)).collect();
        frames.extend(framer.end());
        frames.into_iter().map(|frame| frame.map(|f| f.text().to_owned()).map_err(|p| p.code)).collect()
    }

    #[test]
    fn line_ends_and_silence_end_a_frame() {
        assert_eq!(frames(b"one\r\ntwo\nthree"), [Ok("one".into()), Ok("two".into()), Ok("three".into())]);
        assert_eq!(frames(b"\r\n\r\n"), []);
    }

    #[test]
    fn the_length_is_bounded_and_a_long_frame_is_dropped_whole() {
        let long = [b"x".repeat(LIMIT), b"\r".to_vec()].concat();
        assert_eq!(frames(&long), [Ok("x".repeat(LIMIT))]);
        let longer = [b"x".repeat(LIMIT + 1), b"\rnext\r".to_vec()].concat();
        assert_eq!(frames(&longer), [Err("reader-too-long".into()), Ok("next".into())]);
    }

    #[test]
    fn control_characters_around_are_the_readers_and_inside_are_refused() {
        assert_eq!(frames(b"\x02 A7KM-3XPT\t\x03\r"), [Ok("A7KM-3XPT".into())]);
        assert_eq!(frames(b"A7KM\x1b[2J\r"), [Err("reader-not-text".into())]);
        assert_eq!(frames("A\u{85}B\r".as_bytes()), [Err("reader-not-text".into())]);
    }

    #[test]
    fn what_is_not_utf8_is_refused() {
        assert_eq!(frames(b"Nguy\xea\xcd\r"), [Err("reader-not-text".into())]);
    }

    #[test]
    fn of_a_card_in_an_older_code_what_is_plain_is_kept() {
        let tcvn3 = b"089190001234||Nguy\xd4n Th\xde Lan|01051990|N\xf7|An Giang|15082021\r";
        assert_eq!(frames(tcvn3), [Ok("089190001234||Nguy?n Th? Lan|01051990|N?|An Giang|15082021".into())]);
    }

    #[test]
    fn what_was_typed_is_held_to_the_same() {
        let typed = |text: &str| Frame::typed(text.to_owned()).map(|frame| frame.text().to_owned()).map_err(|p| p.code);
        assert_eq!(typed("\u{2}A7KM-3XPT\t"), Ok("A7KM-3XPT".into()));
        assert_eq!(typed(&"x".repeat(50_000)), Err("reader-too-long".into()));
        assert_eq!(typed("A\u{1}B"), Err("reader-not-text".into()));
        assert_eq!(typed(" "), Err("scan-not-understood".into()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        /// Any bytes, cut into pieces anywhere, with silences anywhere: nothing panics, nothing grows, and what
        /// comes out is text as promised.
        #[test]
        fn no_bytes_make_it_panic_or_grow(
            pieces in prop::collection::vec(prop::collection::vec(prop_oneof![any::<u8>(), Just(b'\r'), Just(b'|'), Just(b'a')], 0..2_500), 0..4),
        ) {
            let mut framer = Framer::new();
            for piece in pieces {
                let mut frames: Vec<_> = piece.iter().filter_map(|byte| framer.push(*byte)).collect();
                prop_assert!(framer.bytes.capacity() <= LIMIT);
                if piece.len() % 2 == 0 {
                    frames.extend(framer.end());
                }
                for frame in frames.into_iter().flatten() {
                    prop_assert!(!frame.is_empty() && frame.len() <= LIMIT && !frame.chars().any(char::is_control));
                }
            }
        }
    }

    #[test]
    fn a_frame_never_shows_its_text() {
        assert_eq!(format!("{:?}", Frame::new("089087001234|…")), "Frame(…)");
    }
}
