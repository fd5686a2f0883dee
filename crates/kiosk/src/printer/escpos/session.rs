//! One talk with the device, from opening to closing: questions with their answers, data in pieces.

use std::io;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::address::{Address, Cut};
use super::commands;
use super::line::{self, Line};
use super::replies::{Replies, Reply, Signs};
use super::turn::Held;
use crate::printer::Cause;

/// How long one look at the line takes.
const LOOK: Duration = Duration::from_millis(50);
/// A line whose last user left answers behind is quiet when nothing came for so long.
const QUIET: Duration = Duration::from_millis(20);
/// A device that talks more than this while one answer is waited for says nothing.
const BABBLE: usize = 64 * 1_024;

/// Why a talk broke off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Silence {
    /// The device is gone, or nobody was there.
    Gone,
    /// It is there, and takes nothing or says nothing.
    Mute,
    /// Another program talks with it.
    Taken,
}

impl From<io::Error> for Silence {
    fn from(_: io::Error) -> Self {
        Self::Gone
    }
}

impl From<Silence> for Cause {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::Gone => Self::Offline,
            Silence::Mute => Self::Mute,
            Silence::Taken => Self::InUse,
        }
    }
}

/// An open talk. Dropping it closes the line.
pub(super) struct Session {
    line: Box<dyn Line>,
    replies: Replies,
    /// Answers to `DLE EOT` that nobody took yet: more than one is one too many.
    answers: Vec<u8>,
    /// The process IDs the device said were printed, the last few.
    printed: Vec<[u8; 4]>,
    cleared: bool,
    /// What its automatic status said last, where it sends one.
    unasked: Option<Signs>,
    /// Let go of after the line is closed.
    _held: Held,
}

impl Session {
    /// Opens the line and hears out what an earlier talk left in it.
    pub(super) fn open(address: &Address, held: Held, until: Instant) -> Result<Self, Silence> {
        let line = line::open(&address.place, left(until)).map_err(|error| {
            tracing::debug!(kind = %error.kind(), "the printer cannot be reached");
            Silence::Gone
        })?;
        let mut this = Self {
            line,
            replies: Replies::default(),
            answers: Vec::new(),
            printed: Vec::new(),
            cleared: false,
            unasked: None,
            _held: held,
        };
        if !matches!(address.place, super::address::Place::Tcp { .. }) {
            while this.listen(QUIET)? > 0 {
                if Instant::now() >= until {
                    return Err(Silence::Mute);
                }
            }
            this.forget();
        }
        Ok(this)
    }

    /// How many bytes to send before the device is asked whether it has them.
    pub(super) fn under_way(&self) -> usize {
        self.line.under_way()
    }

    /// Asks after everything that can be the matter.
    pub(super) fn signs(&mut self, until: Instant) -> Result<Signs, Silence> {
        let mut answers = [0; 4];
        for (n, answer) in (1..).zip(&mut answers) {
            *answer = self.ask(n, until)?;
        }
        Ok(Signs::of(answers))
    }

    /// Asks one question. One at a time: an answer does not say which question it belongs to, so that
    /// an answer too many makes all that follow worth nothing.
    pub(super) fn ask(&mut self, n: u8, until: Instant) -> Result<u8, Silence> {
        self.hear();
        if !self.answers.is_empty() {
            return Err(Silence::Mute);
        }
        self.write(&commands::ask(n), until)?;
        let mut babble = 0;
        loop {
            self.hear();
            match self.answers[..] {
                [answer] => {
                    self.answers.clear();
                    return Ok(answer);
                }
                [] if Instant::now() < until && babble <= BABBLE => {}
                _ => return Err(Silence::Mute),
            }
            babble += self.listen(left(until).min(LOOK))?;
        }
    }

    /// Whether the device said that everything before this ID is printed.
    pub(super) fn has_printed(&mut self, id: [u8; 4]) -> bool {
        self.hear();
        self.printed.contains(&id)
    }

    /// What its automatic status said last.
    pub(super) fn unasked(&mut self) -> Option<Signs> {
        self.hear();
        self.unasked
    }

    /// Waits for the word on an ID.
    pub(super) fn wait_printed(&mut self, id: [u8; 4], until: Instant) -> Result<bool, Silence> {
        let mut babble = 0;
        while !self.has_printed(id) {
            if Instant::now() >= until || babble > BABBLE {
                return Ok(false);
            }
            babble += self.listen(left(until).min(LOOK))?;
        }
        Ok(true)
    }

    /// Writes all of it.
    pub(super) fn write(&mut self, mut bytes: &[u8], until: Instant) -> Result<(), Silence> {
        while !bytes.is_empty() {
            let taken = self.line.write(bytes, left(until).min(LOOK))?;
            bytes = &bytes[taken..];
            if taken == 0 {
                // It may be held up because it wants to be heard first.
                self.listen(Duration::ZERO)?;
                if Instant::now() >= until {
                    return Err(Silence::Mute);
                }
            }
        }
        Ok(())
    }

    /// Has the device drop whatever it received and did not print; says whether it did so.
    pub(super) fn clear(&mut self, until: Instant) -> Result<bool, Silence> {
        self.hear();
        self.cleared = false;
        self.write(commands::RECOVER, until)?;
        self.write(commands::CLEAR, until)?;
        let mut babble = 0;
        loop {
            self.hear();
            if self.cleared || Instant::now() >= until || babble > BABBLE {
                return Ok(self.cleared);
            }
            babble += self.listen(left(until).min(LOOK))?;
        }
    }

    /// Ends a picture that was cut off after any of its bytes, and whatever was set or half a line.
    pub(super) fn reset(&mut self, until: Instant) -> Result<(), Silence> {
        let filler = vec![commands::FILLER; self.under_way()];
        self.write(&filler, until)?;
        self.write(commands::INITIALIZE, until)
    }

    /// Cuts off what was printed.
    pub(super) fn cut(&mut self, cut: Cut, until: Instant) -> Result<(), Silence> {
        self.write(commands::cut(cut), until)
    }

    /// Waits, hearing what comes.
    pub(super) fn pause(&mut self, time: Duration) -> Result<(), Silence> {
        let until = Instant::now() + time;
        loop {
            let left = left(until);
            if left.is_zero() {
                return Ok(());
            }
            if self.listen(left)? > BABBLE / 64 {
                sleep(left.min(LOOK));
            }
            self.hear();
        }
    }

    /// Takes in what the device said.
    fn hear(&mut self) {
        while let Some(reply) = self.replies.next() {
            match reply {
                Reply::Status(byte) if self.answers.len() < 2 => self.answers.push(byte),
                Reply::Status(_) => {}
                Reply::Printed(id) => {
                    if self.printed.len() == 8 {
                        self.printed.remove(0);
                    }
                    self.printed.push(id);
                }
                Reply::Cleared => self.cleared = true,
                Reply::Unasked(four) => self.unasked = Some(Signs::unasked(four)),
            }
        }
    }

    /// Forgets everything that was said so far.
    fn forget(&mut self) {
        self.hear();
        self.answers.clear();
        self.printed.clear();
        self.unasked = None;
    }

    /// Reads once; how many bytes came.
    fn listen(&mut self, wait: Duration) -> Result<usize, Silence> {
        let mut chunk = [0; 1_024];
        let count = self.line.read(&mut chunk, wait)?;
        self.replies.hear(&chunk[..count]);
        Ok(count)
    }
}

fn left(until: Instant) -> Duration {
    until.saturating_duration_since(Instant::now())
}
