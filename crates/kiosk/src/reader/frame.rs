use motcua_domain::wire::Problem;

/// The most bytes a frame may have. The longest card text is under 1 KB.
const LIMIT: usize = 4096;

/// What a reader read in one go: text without control characters, at most 4 KB of UTF-8.
///
/// It may be a citizen's card: it is never printed by `Debug`, and it is overwritten when dropped.
pub struct Frame(String);

impl Frame {
    /// Takes a text as if a reader had read it.
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
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
        match String::from_utf8(bytes) {
            Ok(text) if !text.chars().any(char::is_control) => Some(Ok(Frame(text))),
            Ok(text) => {
                drop(Frame(text));
                Some(Err(Problem::new("reader-not-text")))
            }
            Err(error) => {
                wipe(&mut error.into_bytes());
                Some(Err(Problem::new("reader-not-text")))
            }
        }
    }
}

impl Drop for Framer {
    fn drop(&mut self) {
        wipe(&mut self.bytes);
    }
}

#[cfg(test)]
mod tests {
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
    fn a_frame_never_shows_its_text() {
        assert_eq!(format!("{:?}", Frame::new("089087001234|…")), "Frame(…)");
    }
}
