//! What the device says: its bytes into replies, and its replies into what is the matter.

use std::collections::VecDeque;

use crate::printer::{Cause, PrinterStatus};

/// Replies kept until somebody asks for them; a device that says more is not listened to.
const KEPT: usize = 64;
/// A block of the device (`37 … 00`) is no longer than this.
const LONGEST: usize = 80;

/// One thing the device said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// The answer to a `DLE EOT`: which one, the byte does not say.
    Status(u8),
    /// Everything before this process ID is printed.
    Printed([u8; 4]),
    /// What it had received is dropped.
    Cleared,
    /// Its four bytes of automatic status, unasked.
    Unasked([u8; 4]),
}

/// Takes the device's bytes apart. They tell themselves apart by fixed bits: an answer to `DLE EOT` is
/// `0xx1xx10`; automatic status begins with `0xx1xx00` and goes on with three bytes `0xx0xxxx`; a block
/// begins with `37` and ends with `00`. Everything else is dropped.
#[derive(Debug, Default)]
pub(super) struct Replies {
    heard: VecDeque<Reply>,
    within: Within,
}

#[derive(Debug, Default)]
enum Within {
    #[default]
    Nothing,
    Unasked(Vec<u8>),
    Block(Vec<u8>),
}

impl Replies {
    /// Hears bytes.
    pub(super) fn hear(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if let Some(reply) = self.byte(*byte) {
                if self.heard.len() == KEPT {
                    self.heard.pop_front();
                }
                self.heard.push_back(reply);
            }
        }
    }

    /// The next thing it said.
    pub(super) fn next(&mut self) -> Option<Reply> {
        self.heard.pop_front()
    }

    fn byte(&mut self, byte: u8) -> Option<Reply> {
        match std::mem::take(&mut self.within) {
            Within::Block(mut block) => {
                block.push(byte);
                match block[..] {
                    [0x37, 0x22, a, b, c, d, 0] => return Some(Reply::Printed([a, b, c, d])),
                    [0x37, 0x25, 0] => return Some(Reply::Cleared),
                    _ if byte == 0 => {}
                    _ if block.len() >= LONGEST => {}
                    _ => self.within = Within::Block(block),
                }
                None
            }
            Within::Unasked(mut four) if byte & 0x90 == 0 => {
                four.push(byte);
                match four[..] {
                    [a, b, c, d] => return Some(Reply::Unasked([a, b, c, d])),
                    _ => self.within = Within::Unasked(four),
                }
                None
            }
            // Something else came in between: it begins anew.
            Within::Unasked(_) | Within::Nothing => {
                match byte {
                    0x37 => self.within = Within::Block(vec![byte]),
                    _ if byte & 0x93 == 0x12 => return Some(Reply::Status(byte)),
                    _ if byte & 0x93 == 0x10 => self.within = Within::Unasked(vec![byte]),
                    _ => {}
                }
                None
            }
        }
    }
}

/// What the device says is the matter with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// It takes no data now; why, other signs say, or none does.
    pub(super) offline: bool,
    pub(super) cover: bool,
    pub(super) no_paper: bool,
    pub(super) paper_low: bool,
    /// The cutter or the mechanism, or a fault that does not go away.
    pub(super) jam: bool,
}

impl Signs {
    /// What its answers to `DLE EOT 1` to `4` say.
    pub(super) fn of(answers: [u8; 4]) -> Self {
        let [printer, cause, error, paper] = answers;
        Self {
            offline: printer & 0x08 != 0,
            cover: cause & 0x04 != 0,
            no_paper: cause & 0x20 != 0 || paper & 0x60 != 0,
            paper_low: paper & 0x0c != 0,
            jam: error & 0x2c != 0,
        }
    }

    /// What four bytes of automatic status say.
    pub(super) fn unasked(four: [u8; 4]) -> Self {
        let [printer, error, paper, _] = four;
        Self {
            offline: printer & 0x08 != 0,
            cover: printer & 0x20 != 0,
            no_paper: paper & 0x0c != 0,
            paper_low: paper & 0x03 != 0,
            jam: error & 0x2c != 0,
        }
    }

    /// What keeps paper from coming until somebody does something; not what passes by itself.
    pub(super) fn trouble(self) -> Option<Cause> {
        // With its cover open a device sees no paper either.
        match self {
            Self { jam: true, .. } => Some(Cause::Jam),
            Self { cover: true, .. } => Some(Cause::CoverOpen),
            Self { no_paper: true, .. } => Some(Cause::NoPaper),
            _ => None,
        }
    }

    /// Whether paper will come.
    pub(super) fn status(self) -> PrinterStatus {
        match self.trouble() {
            Some(cause) => PrinterStatus::not_ready(cause),
            None if self.offline => PrinterStatus::not_ready(Cause::Offline),
            None => PrinterStatus { ready: true, cause: self.paper_low.then_some(Cause::PaperLow) },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn heard(bytes: &[u8]) -> Vec<Reply> {
        let mut replies = Replies::default();
        replies.hear(bytes);
        std::iter::from_fn(|| replies.next()).collect()
    }

    #[test]
    fn automatic_status_is_no_answer_wherever_it_comes() {
        let four = [0x10, 0x00, 0x00, 0x0f];
        assert_eq!(
            heard(&[0x12, 0x10, 0, 0, 0x0f, 0x16]),
            [Reply::Status(0x12), Reply::Unasked(four), Reply::Status(0x16)]
        );
        // Cut short by an answer, it is dropped.
        assert_eq!(heard(&[0x18, 0x00, 0x12]), [Reply::Status(0x12)]);
    }

    #[test]
    fn blocks_are_read_whole() {
        assert_eq!(heard(b"\x37\x22AB12\0\x37\x25\0"), [Reply::Printed(*b"AB12"), Reply::Cleared]);
        assert_eq!(heard(b"\x37\x41EPSON\0\x12"), [Reply::Status(0x12)]);
        assert_eq!(heard(b"\x37\x22AB1\0"), []);
    }

    #[test]
    fn the_worst_sign_is_the_one_named() {
        assert_eq!(Signs::of([0x12; 4]).status(), PrinterStatus::READY);
        assert_eq!(Signs::of([0x1a, 0x36, 0x12, 0x72]).status(), PrinterStatus::not_ready(Cause::CoverOpen));
        assert_eq!(Signs::of([0x1a, 0x32, 0x12, 0x72]).status(), PrinterStatus::not_ready(Cause::NoPaper));
        assert_eq!(Signs::of([0x1a, 0x52, 0x1a, 0x12]).status(), PrinterStatus::not_ready(Cause::Jam));
        assert_eq!(Signs::of([0x1a, 0x12, 0x12, 0x12]).status(), PrinterStatus::not_ready(Cause::Offline));
        assert_eq!(
            Signs::of([0x12, 0x12, 0x12, 0x1e]).status(),
            PrinterStatus { ready: true, cause: Some(Cause::PaperLow) }
        );
        assert_eq!(Signs::unasked([0x38, 0, 0, 0x0f]).trouble(), Some(Cause::CoverOpen));
        assert_eq!(Signs::unasked([0x18, 0, 0x0c, 0x0f]).trouble(), Some(Cause::NoPaper));
        assert_eq!(Signs::unasked([0x18, 0x08, 0, 0x0f]).trouble(), Some(Cause::Jam));
    }

    proptest! {
        #[test]
        fn whatever_comes_is_bounded(bytes in prop::collection::vec(any::<u8>(), 0..4_096)) {
            let mut replies = Replies::default();
            replies.hear(&bytes);
            prop_assert!(replies.heard.len() <= KEPT);
            let held = match &replies.within {
                Within::Nothing => 0,
                Within::Unasked(held) | Within::Block(held) => held.len(),
            };
            prop_assert!(held < LONGEST);
        }

        #[test]
        fn a_word_is_heard_after_any_noise(noise in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut replies = Replies::default();
            replies.hear(&noise);
            // Whatever the noise had begun ends with the longest block.
            replies.hear(&[0; LONGEST]);
            replies.hear(b"\x37\x22AB12\0");
            let said: Vec<Reply> = std::iter::from_fn(|| replies.next()).collect();
            prop_assert_eq!(said.last(), Some(&Reply::Printed(*b"AB12")));
        }
    }
}
