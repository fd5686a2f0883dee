//! The command stream of an ESC/POS printer, read byte by byte as it arrives.

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `DLE EOT n`.
    Ask(u8),
    /// `DLE ENQ 1` or `2`.
    Recover,
    /// `DLE DC4 8 …`.
    Clear,
    /// `ESC @`.
    Initialize,
    /// `GS v 0`: bytes in a row, and the rows.
    Picture { row: usize, dots: Vec<u8> },
    /// `GS V` or, on a printer without a cutter, `ESC d`.
    Cut,
    /// `GS ( H`, function 48.
    ProcessId([u8; 4]),
}

const CLEAR: [u8; 10] = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

/// Reads commands out of bytes.
#[derive(Debug, Default)]
pub struct Parser {
    /// What may be the beginning of a real-time command.
    real_time: Vec<u8>,
    /// The beginning of a command.
    held: Vec<u8>,
    /// A picture whose rows are still to come: bytes in a row, rows so far, bytes missing.
    picture: Option<(usize, Vec<u8>, usize)>,
}

impl Parser {
    /// Whether a picture has begun whose rows are not all there.
    pub fn within_picture(&self) -> bool {
        self.picture.is_some()
    }

    /// Forgets a picture that has begun: its other rows, should they come, are commands.
    pub fn drop_picture(&mut self) {
        self.picture = None;
        self.held.clear();
    }

    /// Takes one byte; what it completes.
    ///
    /// # Errors
    /// A complaint, when it belongs to no command.
    pub fn byte(&mut self, byte: u8) -> Result<Vec<Command>, String> {
        self.real_time.push(byte);
        let mut done = Vec::new();
        loop {
            // Real-time commands are acted on as they arrive, within a picture too.
            match self.real_time[..] {
                [] | [0x10] | [0x10, 0x04 | 0x05] => return Ok(done),
                [0x10, 0x04, n @ 1..=4] => done.push(Command::Ask(n)),
                [0x10, 0x05, 1 | 2] => done.push(Command::Recover),
                ref bytes if bytes == CLEAR => done.push(Command::Clear),
                ref bytes if CLEAR.starts_with(bytes) => return Ok(done),
                _ => {
                    let first = self.real_time.remove(0);
                    done.extend(self.ordinary(first)?);
                    continue;
                }
            }
            self.real_time.clear();
        }
    }

    fn ordinary(&mut self, byte: u8) -> Result<Option<Command>, String> {
        if let Some((row, mut dots, missing)) = self.picture.take() {
            dots.push(byte);
            if missing == 1 {
                return Ok(Some(Command::Picture { row, dots }));
            }
            self.picture = Some((row, dots, missing - 1));
            return Ok(None);
        }
        self.held.push(byte);
        let command = match self.held[..] {
            // Outside of a command it means nothing.
            [0] => None,
            [0x1b, b'@'] => Some(Command::Initialize),
            [0x1b, b'd', _] | [0x1d, b'V', 65 | 66, _] => Some(Command::Cut),
            [0x1d, b'(', b'H', 6, 0, 48, 48, a, b, c, d]
                if [a, b, c, d].iter().all(|sign| (32..127).contains(sign)) =>
            {
                Some(Command::ProcessId([a, b, c, d]))
            }
            [0x1d, b'v', b'0', 0, xl, xh, yl, yh] => {
                let (row, rows) =
                    (usize::from(u16::from_le_bytes([xl, xh])), usize::from(u16::from_le_bytes([yl, yh])));
                // No head is wider than 256 bytes; Epson's models take 2,303 rows, others fewer.
                if row == 0 || row > 256 || rows == 0 || rows > 255 {
                    return self.complain();
                }
                self.picture = Some((row, Vec::with_capacity(row * rows), row * rows));
                None
            }
            ref begun
                if KNOWN.iter().any(|known| known.starts_with(&begun[..begun.len().min(known.len())]))
                    && begun.len() < 11 =>
            {
                return Ok(None);
            }
            _ => return self.complain(),
        };
        self.held.clear();
        Ok(command)
    }

    fn complain<T>(&mut self) -> Result<T, String> {
        Err(format!("not understood: {:02x?}", std::mem::take(&mut self.held)))
    }
}

/// How commands begin.
const KNOWN: [&[u8]; 5] = [b"\x1b@", b"\x1bd", b"\x1dV", b"\x1d(H\x06\x00\x30\x30", b"\x1dv0\x00"];
