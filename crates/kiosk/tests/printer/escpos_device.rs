//! What a printer is while it is on, whoever is connected: its memory, its mechanism and its manner.

use std::collections::VecDeque;
use std::str::FromStr;
use std::time::{Duration, Instant};

use super::commands::{Command, Parser};

/// How often it says what nobody asked for.
const NOISE: Duration = Duration::from_millis(8);
/// Rows that come out before the paper of [`Manner::PaperEndsMidway`] ends.
const ROWS_LEFT: usize = 300;
/// Bytes of a job that [`Manner::DiesMidway`] still takes.
const BYTES_LEFT: usize = 20_000;

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Prints at once.
    Prints,
    /// Its roll is empty.
    NoPaper,
    /// Its roll ends in the middle of the next page.
    PaperEndsMidway,
    /// Its roll is nearly at its end; it prints.
    PaperLow,
    /// Its cover is open.
    CoverOpen,
    /// Somebody opens its cover in the middle of the next page.
    CoverOpensMidway,
    /// Its cutter is stuck.
    CutterError,
    /// Its cutter sticks when it should cut the next page.
    CutterSticksMidway,
    /// It takes everything and answers nothing; it does not print either.
    Mute,
    /// It falls silent in the middle of the next page, and prints.
    GoesMuteMidway,
    /// Closes the connection in the middle of the next page, and takes none; what it has, it keeps.
    DiesMidway,
    /// Needs ten seconds for a page.
    Slow,
    /// Reads a little at a time, and prints.
    TakesItsTime,
    /// It has no process IDs, as cheap models; it prints.
    NoProcessId,
    /// It has neither process IDs nor a way to drop what it received; its roll ends in the middle.
    CheapAndPaperEndsMidway,
    /// Such a one, whose connection closes in the middle of the next page.
    CheapAndDiesMidway,
    /// Answers after three seconds; it prints.
    AnswersLate,
    /// Sends its automatic status all the time; it prints.
    SendsAsb,
    /// Says what nobody can understand, all the time; it prints.
    Babbles,
    /// Nobody listens at its address.
    Offline,
    /// It takes connections and reads nothing.
    RefusesReading,
}

impl Manner {
    /// All of them, with the names a state file has for them.
    pub const ALL: [(Self, &str); 21] = [
        (Self::Prints, "prints"),
        (Self::NoPaper, "no-paper"),
        (Self::PaperEndsMidway, "paper-ends-midway"),
        (Self::PaperLow, "paper-low"),
        (Self::CoverOpen, "cover-open"),
        (Self::CoverOpensMidway, "cover-opens-midway"),
        (Self::CutterError, "cutter-error"),
        (Self::CutterSticksMidway, "cutter-sticks-midway"),
        (Self::Mute, "mute"),
        (Self::GoesMuteMidway, "goes-mute-midway"),
        (Self::DiesMidway, "dies-midway"),
        (Self::Slow, "slow"),
        (Self::TakesItsTime, "takes-its-time"),
        (Self::NoProcessId, "no-process-id"),
        (Self::CheapAndPaperEndsMidway, "cheap-and-paper-ends-midway"),
        (Self::CheapAndDiesMidway, "cheap-and-dies-midway"),
        (Self::AnswersLate, "answers-late"),
        (Self::SendsAsb, "sends-asb"),
        (Self::Babbles, "babbles"),
        (Self::Offline, "offline"),
        (Self::RefusesReading, "refuses-reading"),
    ];
}

impl FromStr for Manner {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(_, known)| *known == name.trim());
        found.map(|(manner, _)| *manner).ok_or_else(|| format!("no manner is named '{}'", name.trim()))
    }
}

/// Paper that came out: rows of dots, eight in a byte, black where a bit is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Bytes in a row.
    pub row: usize,
    /// Row by row.
    pub dots: Vec<u8>,
}

impl Paper {
    /// As a picture, on white of 3 mm.
    pub fn picture(&self) -> image::GrayImage {
        const AROUND: u32 = 24;
        let width = u32::try_from(self.row * 8).expect("a width");
        let height = u32::try_from(self.dots.len() / self.row.max(1)).expect("a height");
        image::GrayImage::from_fn(width + 2 * AROUND, height + 2 * AROUND, |x, y| {
            let inside = (AROUND..width + AROUND).contains(&x) && (AROUND..height + AROUND).contains(&y);
            let black = inside && {
                let (x, y) = ((x - AROUND) as usize, (y - AROUND) as usize);
                self.dots[y * self.row + x / 8] & (0x80 >> (x % 8)) != 0
            };
            image::Luma([if black { 0 } else { 255 }])
        })
    }
}

/// The printer.
pub struct Device {
    pub manner: Manner,
    parser: Parser,
    /// What was received and not printed.
    buffer: VecDeque<Command>,
    /// Rows printed since the last cut.
    pub page: Paper,
    pub papers: Vec<Paper>,
    no_paper: bool,
    cover_open: bool,
    jammed: bool,
    /// It has neither process IDs nor a way to drop what it received: it was made so.
    cheap: bool,
    silent: bool,
    /// Requests for a process ID that it did not understand.
    pub unanswered: usize,
    /// Rows and bytes until a manner does what it does.
    rows_left: usize,
    bytes_left: usize,
    pub rows_printed: usize,
    busy_until: Option<Instant>,
    pub replies: VecDeque<(Instant, Vec<u8>)>,
    last_noise: Option<Instant>,
    pub complaints: Vec<String>,
}

impl Device {
    pub fn new(manner: Manner) -> Self {
        let mut this = Self {
            manner,
            parser: Parser::default(),
            buffer: VecDeque::new(),
            page: Paper { row: 0, dots: Vec::new() },
            papers: Vec::new(),
            no_paper: false,
            cover_open: false,
            jammed: false,
            cheap: false,
            silent: false,
            unanswered: 0,
            rows_left: 0,
            bytes_left: 0,
            rows_printed: 0,
            busy_until: None,
            replies: VecDeque::new(),
            last_noise: None,
            complaints: Vec::new(),
        };
        this.behave(manner);
        this
    }

    pub fn behave(&mut self, manner: Manner) {
        self.manner = manner;
        self.no_paper = manner == Manner::NoPaper;
        self.cover_open = manner == Manner::CoverOpen;
        self.jammed = manner == Manner::CutterError;
        self.cheap |= matches!(manner, Manner::CheapAndPaperEndsMidway | Manner::CheapAndDiesMidway);
        self.silent = manner == Manner::Mute;
        self.rows_left = ROWS_LEFT;
        self.bytes_left = BYTES_LEFT;
        self.busy_until = None;
    }

    /// Whether nobody answers at its address.
    pub fn off(&self) -> bool {
        self.manner == Manner::Offline || self.dies() && self.bytes_left == 0
    }

    fn dies(&self) -> bool {
        matches!(self.manner, Manner::DiesMidway | Manner::CheapAndDiesMidway)
    }

    /// Whether it holds anything that would print once it can.
    pub fn holds(&self) -> bool {
        self.buffer.iter().any(|command| matches!(command, Command::Picture { .. })) || self.parser.within_picture()
    }

    /// Takes bytes as they arrive.
    pub fn receive(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.parser.within_picture() {
                self.bytes_left = self.bytes_left.saturating_sub(1);
                match self.manner {
                    _ if self.dies() && self.bytes_left == 0 => return,
                    Manner::GoesMuteMidway if self.bytes_left == 0 => self.silent = true,
                    _ => {}
                }
            }
            match self.parser.byte(*byte) {
                Ok(commands) => commands.into_iter().for_each(|command| self.command(command)),
                Err(complaint) => self.complaints.push(complaint),
            }
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Ask(n) => self.reply(vec![self.status(n)]),
            // It leaves an error that somebody has to leave by hand only when that is done.
            Command::Recover => {}
            Command::Clear if self.cheap => {}
            Command::Clear => {
                self.buffer.clear();
                self.parser.drop_picture();
                self.reply(vec![0x37, 0x25, 0]);
            }
            Command::ProcessId(_) if self.cheap || self.manner == Manner::NoProcessId => self.unanswered += 1,
            command => self.buffer.push_back(command),
        }
    }

    /// The answer to `DLE EOT n`.
    fn status(&self, n: u8) -> u8 {
        let set = |on: bool, bits: u8| if on { bits } else { 0 };
        let bits = match n {
            1 => set(self.no_paper || self.cover_open || self.jammed, 0x08),
            2 => set(self.cover_open, 0x04) | set(self.no_paper, 0x20) | set(self.jammed, 0x40),
            3 => set(self.jammed, 0x08),
            _ => set(self.no_paper, 0x60) | set(self.no_paper || self.manner == Manner::PaperLow, 0x0c),
        };
        0x12 | bits
    }

    fn reply(&mut self, bytes: Vec<u8>) {
        if !self.silent {
            let late = if self.manner == Manner::AnswersLate { Duration::from_secs(3) } else { Duration::ZERO };
            self.replies.push_back((Instant::now() + late, bytes));
        }
    }

    /// What is to be said now.
    pub fn say(&mut self) -> Vec<u8> {
        let now = Instant::now();
        let mut said = Vec::new();
        if self.last_noise.is_none_or(|last| last.elapsed() > NOISE) {
            self.last_noise = Some(now);
            match self.manner {
                Manner::SendsAsb => said.extend([0x10, 0x00, 0x00, 0x0f]),
                Manner::Babbles => said.extend((0..=255).rev().cycle().take(2_000)),
                _ => {}
            }
        }
        while self.replies.front().is_some_and(|(due, _)| *due <= now) {
            said.extend(self.replies.pop_front().map(|(_, bytes)| bytes).unwrap_or_default());
        }
        said
    }

    /// Prints what it can of what it received.
    pub fn work(&mut self) {
        while !self.held_up() {
            let Some(command) = self.buffer.pop_front() else { return };
            match command {
                Command::Picture { row, dots } => self.print(row, dots),
                Command::Cut => self.cut(),
                Command::ProcessId([a, b, c, d]) => self.reply(vec![0x37, 0x22, a, b, c, d, 0]),
                _ => {}
            }
        }
    }

    fn held_up(&self) -> bool {
        let mute = self.manner == Manner::Mute;
        let busy = self.busy_until.is_some_and(|until| Instant::now() < until);
        self.no_paper || self.cover_open || self.jammed || mute || busy
    }

    /// Prints rows; a row that finds no paper stays to be printed.
    fn print(&mut self, row: usize, mut dots: Vec<u8>) {
        let ends = matches!(self.manner, Manner::PaperEndsMidway | Manner::CheapAndPaperEndsMidway);
        let opens = self.manner == Manner::CoverOpensMidway;
        let mut rows = dots.len() / row;
        if ends || opens {
            rows = rows.min(self.rows_left);
            self.rows_left -= rows;
            self.no_paper = ends && self.rows_left == 0;
            self.cover_open = opens && self.rows_left == 0;
        }
        let rest = dots.split_off(rows * row);
        if !rest.is_empty() {
            self.buffer.push_front(Command::Picture { row, dots: rest });
        }
        if !self.page.dots.is_empty() && self.page.row != row {
            self.complaints.push("a page has rows of two widths".to_owned());
        }
        self.page.row = row;
        self.page.dots.extend(dots);
        self.rows_printed += rows;
    }

    fn cut(&mut self) {
        if self.manner == Manner::Slow && self.busy_until.is_none() {
            self.busy_until = Some(Instant::now() + Duration::from_secs(10));
            self.buffer.push_front(Command::Cut);
            return;
        }
        if self.manner == Manner::CutterSticksMidway && !self.page.dots.is_empty() {
            self.jammed = true;
            self.buffer.push_front(Command::Cut);
            return;
        }
        self.busy_until = None;
        let page = std::mem::replace(&mut self.page, Paper { row: 0, dots: Vec::new() });
        if !page.dots.is_empty() {
            self.papers.push(page);
        }
    }
}
